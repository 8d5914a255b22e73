"""What the small model of the grammar is known to take wrongly, put right before anything is read from it.

"An airstrike on a market killed four people" is taken for a market that was killed: a participle on the noun beside it.
But no participle in the passive has an object of its own that is counted or a person: it is the verb of the sentence.
"""

from collections.abc import Callable
from typing import Final

from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.english import mending_deeds as deeds
from vigil.testimony.english import mending_speech as speech
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.mending_words import ANSWERS, DEEDS, TELLS
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.english.tolls import with_own_figures
from vigil.testimony.parsed import Parsed, Token

_KEPT: Final = word_set("besiege encircle surround blockade")
_ADDS: Final = word_set("after citing quoting before while")
_IS_SAID_OF: Final = word_set("say think believe allege report suspect")
_LISTS: Final = word_set("list report estimate count record document name claim")
_ADDRESSED: Final = word_set(
    """team reporter agency paper newspaper radio station committee council group channel correspondent court inquiry
    commission police investigator journalist researcher charity monitor"""
)
_RECOUNTS: Final = word_set("describe recall recount remember relate")


def mended(parsed: Parsed) -> Parsed:
    """The text with the words that hang where they cannot hung where they belong; the same object without any."""
    parsed = with_own_figures(parsed)
    wrong = [(at, mend) for at, token in enumerate(parsed.tokens) if (mend := _mend_for(token)) is not None]
    if not wrong:
        return parsed
    tree = grow(parsed)
    tokens = list(parsed.tokens)
    for at, mend in wrong:
        mend(tree, tokens, at)
    return Parsed(parsed.text, tuple(tokens), parsed.sentences)


def _mend_for(  # noqa: PLR0911, PLR0912 - one case after another reads best
    token: Token,
) -> Callable[[Tree, list[Token], int], None] | None:
    """What looks closer at a word that may hang wrong."""
    lemma, lower, past = token.lemma.lower(), token.text.lower(), token.tag in {"VBN", "VBD"}
    if token.dep == "dobj" and lower == "that":
        return speech.as_conjunction
    if token.text == "dead" and token.dep == "ccomp":
        return deeds.as_left_dead
    if token.text == ":":
        return speech.as_heading
    if token.text == ";":
        return speech.as_told_apart
    if token.dep == "appos" and token.tag.startswith("NN"):
        return deeds.as_who_it_befell
    if lower == "between" and token.dep == "prep":
        return deeds.as_between
    if lower == "by" and token.dep == "prep":
        return deeds.as_agent
    if lower == "by" and token.dep == "agent":
        return deeds.as_means
    if token.dep == "xcomp" and token.tag == "VBD":
        return speech.as_what_was_told
    if past and token.dep in {"ROOT", "ccomp"} and lemma in _IS_SAID_OF:
        return speech.as_said_of_them
    if token.tag == "NNS" and token.dep == "ROOT" and lemma in _LISTS:
        return speech.as_listing
    if token.dep in {"advmod", "npadvmod"} and token.tag in {"CD", "NN", "NNS"} and lemma not in PERSONS:
        return speech.as_the_object
    if lemma == "shoot" and token.pos == "VERB":
        return deeds.as_shot_dead
    if lower == "about" and token.dep == "advmod":
        return speech.as_what_is_told
    if token.dep == "nsubjpass":
        return deeds.as_one_of_them
    if lower == "down" and token.dep == "prep":
        return deeds.as_particle
    if token.dep == "prep" and lower in _ADDS:
        return speech.as_of_who_speaks
    if token.dep == "prep" and token.tag == "VBG" and lemma in DEEDS:
        return deeds.as_its_effect
    if token.dep == "compound" and token.tag in {"NNP", "JJ", "NN"} and token.text[:1].isupper():
        return deeds.as_where_they_were
    if token.dep == "compound" and token.tag in {"NN", "NNS"} and lemma in _ADDRESSED:
        return speech.as_addressed
    if token.dep == "conj" and token.tag.startswith("NN"):
        return deeds.as_another_object
    if token.tag == "VBN" and lemma in _KEPT and token.dep in {"acl", "ccomp", "xcomp", "advcl"}:
        return deeds.as_kept_so
    if token.dep == "npadvmod" and lemma in PERSONS:
        return deeds.as_who_was_killed
    if token.dep == "relcl":
        return speech.as_of_whom
    if token.dep == "conj" and past and lemma in ANSWERS:
        return speech.as_their_speech
    if token.tag in {"VBZ", "VBD"} and lemma in TELLS:
        return speech.as_headline
    if token.dep == "acl" and past and lemma in _RECOUNTS:
        return speech.as_told
    if token.dep == "acl" and past and lemma in DEEDS:
        return deeds.as_main_verb
    return deeds.as_subject if token.dep == "advcl" and token.tag == "VBG" else None
