"""What the small model of the grammar is known to take wrongly, put right before anything is read from it.

"An airstrike on a market killed four people" is taken for a market that was killed: a participle on the noun beside it.
But no participle in the passive has an object of its own that is counted or a person: it is the verb of the sentence.
"""

from collections.abc import Callable
from typing import Final

from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.english.tolls import with_own_figures
from vigil.testimony.parsed import Parsed, Token

_DEEDS: Final = word_set(
    """kill wound injure hurt maim destroy damage displace murder slay execute arrest detain kidnap abduct seize hit
    strike target level flatten burn trap claim force drive leave"""
)
"""Whose participle and past are one word, and which have one object."""
_TELLS: Final = word_set(
    "say find report confirm add believe announce claim document conclude establish show hear tell"
)
_ANSWERS: Final = word_set(
    """deny accuse blame reject dismiss call say add warn promise vow threaten urge describe put insist stress maintain
    argue"""
)
_ADMITS: Final = word_set("acknowledge admit concede accept state declare")
"""Deeds of speech: in "the army said its troops had killed 20 and denied striking", the army's."""
TOLD: Final = word_set(
    "report claim rumour rumor allegation story post tweet message news video account statement accusation article"
)
"""What is about somebody, and not about so many."""
_OF_A_REPORT: Final = 11
_MOST_STEPS: Final = 8


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
    lemma, past = token.lemma.lower(), token.tag in {"VBN", "VBD"}
    if token.dep == "dobj" and token.text.lower() == "that":
        return _as_conjunction
    if token.text == ":":
        return _as_heading
    if token.dep == "appos" and token.tag.startswith("NN"):
        return _as_who_it_befell
    if token.text.lower() == "by" and token.dep == "prep":
        return _as_agent
    if token.text.lower() == "by" and token.dep == "agent":
        return _as_means
    if token.dep == "xcomp" and token.tag == "VBD":
        return _as_what_was_told
    if token.tag == "NNS" and token.dep == "ROOT" and lemma in _LISTS:
        return _as_listing
    if token.dep in {"advmod", "npadvmod"} and token.tag in {"CD", "NN", "NNS"} and lemma not in PERSONS:
        return _as_the_object
    if token.tag == "VBD" and lemma == "shoot":
        return _as_shot_dead
    if token.text.lower() == "about" and token.dep == "advmod":
        return _as_what_is_told
    if token.dep == "nsubjpass":
        return _as_one_of_them
    if token.text.lower() == "down" and token.dep == "prep":
        return _as_particle
    if token.dep == "prep" and token.text.lower() in _ADDS:
        return _as_of_who_speaks
    if token.dep == "prep" and token.tag == "VBG" and lemma in _DEEDS:
        return _as_its_effect
    if token.dep == "compound" and token.tag in {"NNP", "JJ", "NN"} and token.text[:1].isupper():
        return _as_where_they_were
    if token.dep == "conj" and token.tag.startswith("NN"):
        return _as_another_object
    if token.tag == "VBN" and lemma in _KEPT and token.dep in {"acl", "ccomp", "xcomp"}:
        return _as_kept_so
    if token.dep == "npadvmod" and lemma in PERSONS:
        return _as_who_was_killed
    if token.dep == "relcl":
        return _as_of_whom
    if token.dep == "conj" and past and lemma in _ANSWERS:
        return _as_their_speech
    if token.tag in {"VBZ", "VBD"} and lemma in _TELLS:
        return _as_headline
    if token.dep == "acl" and past and lemma in _DEEDS:
        return _as_main_verb
    return _as_subject if token.dep == "advcl" and token.tag == "VBG" else None


def _as_what_is_told(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "The report about 42 people killed is a lie": told of them, and no guess at how many."""
    figure = tokens[at].head
    whom = tokens[figure].head if tokens[figure].dep == "nummod" else figure
    told = next((one for one in range(at - 1, max(at - _OF_A_REPORT, -1), -1) if tree.lemma(one) in TOLD), None)
    if told is None or whom < at or any(tokens[one].tag.startswith(("VB", "MD")) for one in range(told, at)):
        return
    tokens[at] = tokens[at]._replace(dep="prep", head=told, pos="ADP")
    tokens[whom] = tokens[whom]._replace(dep="pobj", head=at)


def _as_one_of_them(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "My aunt, her husband and their daughters were killed": one subject of several."""
    verb = tokens[at].head
    before = [one for one in tree.children[verb] if tokens[one].dep == "nsubjpass" and one < at]
    if not before or not before[-1] < at < verb:
        return
    between = [tokens[one].text.lower() for one in range(tree.last[before[-1]] + 1, tree.first[at])]
    listed = tree.child(at, "conj") is not None
    if not between or not set(between) <= {",", "and", "&"} or (set(between) == {","} and not listed):
        return
    tokens[at] = tokens[at]._replace(dep="conj", head=before[-1])


_KEPT: Final = word_set("besiege encircle surround blockade")


def _as_kept_so(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "The police has the campus surrounded", "keeps 130 families encircled": they surround it."""
    above = tokens[at].head
    whom = above if tokens[at].dep == "acl" and tokens[above].dep == "dobj" else tree.child(at, "nsubj")
    keeper = tokens[above].head if whom == above else above
    if tokens[at].dep == "xcomp":
        whom = tree.child(above, "dobj")
    if whom is None or whom > at or tree.lemma(keeper) not in {"have", "keep", "hold"}:
        return
    tokens[at] = tokens[at]._replace(tag="VB", dep="xcomp", head=keeper)
    tokens[whom] = tokens[whom]._replace(dep="dobj", head=at)


_ADDS: Final = word_set("after citing quoting before while")


def _as_of_who_speaks(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Must stop firing, the group said, after counting 12 deaths": the group counted, whoever fires."""
    said = at - 2
    if said < 0 or tokens[at - 1].text != "," or tree.lemma(said) not in _TELLS or tokens[at].head >= said:
        return
    if tree.child(said, "nsubj") is not None and tree.child(at, "pcomp") is not None:
        tokens[at] = tokens[at]._replace(head=said)


def _as_its_effect(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Torched 200 houses in the village, on 15 June, killing two": what they did."""
    if tree.child(at, "dobj") is None or tokens[at - 1].text != ",":
        return
    for verb in range(at - 1, max(at - _OF_A_SENTENCE, tree.parsed.sentences[tree.sentence[at]][0]) - 1, -1):
        if tokens[verb].tag in {"VBD", "VBP", "VBZ", "VBN"} and tokens[verb].dep in {"ROOT", "ccomp", "conj"}:
            tokens[at] = tokens[at]._replace(dep="advcl", head=verb)
            return


_OF_A_SENTENCE: Final = 30


def _as_particle(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Burned down the hospital": the hospital is what was burned."""
    what = tree.child(at, "pobj")
    if what is None or tree.lemma(tokens[at].head) not in _BRINGS_DOWN or tree.child(tokens[at].head, "dobj"):
        return
    tokens[what] = tokens[what]._replace(dep="dobj", head=tokens[at].head)
    tokens[at] = tokens[at]._replace(dep="prt", tag="RP")


_BRINGS_DOWN: Final = word_set("burn tear knock pull break bring cut shoot gun hunt strike mow blow")


def _as_where_they_were(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "At Manhush soldiers took him": soldiers, at a place, and none of that name."""
    who = tokens[at].head
    if at == 0 or who != at + 1 or tokens[at - 1].text not in _AT_PLACES or tree.child(at - 1, "pobj") is not None:
        return
    opens = at == 1 or tokens[at - 2].pos == "PUNCT"
    many = tokens[who].tag == "NNS" and tree.lemma(who) in ARMED | STATE | PERSONS
    if not opens or not many or tokens[who].dep not in {"nsubj", "nsubjpass"}:
        return
    tokens[at] = tokens[at]._replace(tag="NNP", pos="PROPN", dep="pobj", head=at - 1)


_AT_PLACES: Final = frozenset({"At", "Near", "In", "Outside", "at", "near", "in", "outside"})


def _as_another_object(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Arrested 5 students in Yankin tonight and also the owner": a noun beside the verb is one more object of it."""
    verb = tokens[at].head
    given = tree.child(verb, "dobj")
    if (
        given is None
        or not verb < given < at
        or tree.lemma(verb) not in _DEEDS
        or not tokens[verb].tag.startswith("VB")
    ):
        return
    tokens[at] = tokens[at]._replace(head=given)


def _as_who_was_killed(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Hacked to death a couple and their four children": the couple is the object."""
    verb = tokens[at].head
    words = [token.text.lower() for token in tokens[verb + 1 : at]]
    if words[:2] != ["to", "death"] or tree.child(verb, "dobj") is not None or not verb < at:
        return
    tokens[at] = tokens[at]._replace(dep="dobj")
    for other in tree.children[verb]:
        if other > at and tokens[other].dep == "conj" and tokens[other].tag.startswith("NN"):
            tokens[other] = tokens[other]._replace(head=at)


def _as_of_whom(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "A doctor in Mekelle, who said": the doctor, for no town is a who."""
    place = tokens[at].head
    prep = tokens[place].head
    whom = tokens[prep].head
    if not any(tokens[c].text.lower() == "who" and tokens[c].dep in _SUBJECTS for c in tree.children[at]):
        _as_when(tree, tokens, at)
        return
    if tokens[place].dep != "pobj" or tokens[prep].text.lower() not in _OF_PLACES or not whom < prep < place < at:
        return
    if tokens[whom].tag.startswith("NN") and tree.lemma(whom) in PERSONS | STATE and _is_no_person(tree, place):
        tokens[at] = tokens[at]._replace(head=whom)


_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OF_PLACES: Final = word_set("in at from of near")


def _is_no_person(tree: Tree, at: int) -> bool:
    token = tree.parsed.tokens[at]
    return (
        tree.lemma(at) not in PERSONS and token.tag in {"NN", "NNP", "NNPS"} and token.entity not in {"PERSON", "NORP"}
    )


def _as_means(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Said by telephone", "brought out by bus and rail": by what means, and nobody who did it."""
    what = tree.child(at, "pobj")
    if what is not None and tree.lemma(what) in _MEANS and tree.child(what, "det", "poss", "nummod") is None:
        tokens[at] = tokens[at]._replace(dep="prep")


_MEANS: Final = word_set(
    """phone telephone email e-mail text message radio skype whatsapp telegram bus rail train road sea air boat plane
    land foot truck car helicopter ambulance ferry ship mail post letter video"""
)


def _as_what_was_told(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "A leader told the radio, a group thought to be armed set fire": the group set it, and is no radio."""
    above = tokens[at].head
    told = tree.child(above, "dobj", "dative")
    if tree.lemma(above) not in {"tell", "inform"} or told is None or not above < told < at:
        return
    who = next((one for one in tree.children[told] if tokens[one].dep == "appos" and one < at), None)
    if who is None or tree.child(at, "nsubj", "nsubjpass", "aux") is not None:
        return
    tokens[who] = tokens[who]._replace(dep="nsubj", head=at)
    tokens[at] = tokens[at]._replace(dep="ccomp")


_LISTS: Final = word_set("list report estimate count record document name claim")


def _as_listing(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "The ombudsman's office lists 482 leaders murdered": the office does, and there are no lists."""
    who = next((one for one in reversed(tree.children[at]) if tokens[one].dep == "compound" and one == at - 1), None)
    whom = next((one for one in tree.children[at] if tokens[one].dep in {"appos", "dep"} and one > at), None)
    if who is None or whom is None or not (tokens[whom].tag == "CD" or tree.child(whom, "nummod") is not None):
        return
    tokens[at] = tokens[at]._replace(tag="VBZ", pos="VERB")
    tokens[who] = tokens[who]._replace(dep="nsubj")
    tokens[whom] = tokens[whom]._replace(dep="dobj")
    for child in tree.children[at]:
        if child < who and tokens[child].dep in {"det", "poss", "amod", "compound", "nmod"}:
            tokens[child] = tokens[child]._replace(head=who)


def _as_the_object(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Counted 94 dead", "corroborated residents' accounts": what the verb is about."""
    verb, token = tokens[at].head, tokens[at]
    if not verb < at or tree.child(verb, "dobj", "ccomp", "auxpass") is not None or token.entity in {"DATE", "TIME"}:
        return
    counts = token.tag == "CD" and at == verb + 1 and tree.lemma(verb) in _COUNTS
    weighs = token.tag != "CD" and tree.lemma(verb) in _WEIGHS and tree.lemma(at) in _TOLD_OF
    if counts or weighs:
        tokens[at] = token._replace(dep="dobj")


def _as_what_it_cost(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Cost a boy his leg": the leg is no other name of the boy."""
    whom = tokens[at].head
    verb = tokens[whom].head
    if tree.child(at, "poss") is not None and tree.child(verb, "dobj") is None:
        tokens[at] = tokens[at]._replace(dep="dobj", head=verb)


_COUNTS: Final = word_set("count record register document tally report list confirm")
_WEIGHS: Final = word_set("corroborate confirm verify support contradict dispute")
_TOLD_OF: Final = TOLD | word_set("testimony testimonies evidence figure allegation")


def _as_when(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Three were wounded, one of them seriously, when gunmen opened fire": when they were, and not when one was."""
    figure = tokens[at].head
    if tokens[figure].tag != "CD" or not any(tokens[c].text.lower() == "when" for c in tree.children[at]):
        return
    for verb in range(figure - 1, max(figure - _MOST_STEPS, -1), -1):
        if tokens[verb].tag == "VBN" and tree.child(verb, "auxpass") is not None:
            tokens[at] = tokens[at]._replace(dep="advcl", head=verb)
            return


def _as_shot_dead(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Journalist shot dead outside her house": nobody is shot by her, for the verb has no object."""
    if at + 1 >= len(tokens) or tokens[at + 1].text.lower() != "dead" or tree.child(at, "dobj", "aux") is not None:
        return
    subject = tree.child(at, "nsubj")
    if subject is None or tree.lemma(subject) not in PERSONS or tree.child(subject, "det") is not None:
        return
    tokens[at] = tokens[at]._replace(tag="VBN")
    tokens[subject] = tokens[subject]._replace(dep="nsubjpass")


def _as_agent(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Were murdered at the hospital by the Dawn Front": the Front did it, whatever noun it stands beside."""
    noun = tokens[at].head
    if tokens[noun].tag.startswith("VB"):
        _as_their_agent(tree, tokens, at)
        return
    prep = tokens[noun].head
    verb = tokens[prep].head
    if tokens[noun].dep != "pobj" or tokens[prep].dep != "prep" or tree.lemma(verb) not in _DEEDS:
        return
    if tree.child(verb, "auxpass") is None or tree.child(verb, "agent") is not None or not verb < prep < noun < at:
        return
    who = tree.child(at, "pobj")
    if who is None or not (tokens[who].tag.startswith("NNP") or tree.lemma(who) in ARMED | STATE):
        return
    if tree.lemma(noun) in _MADE_BY or any(tokens[one].text in {",", ";"} for one in range(noun, at)):
        return
    tokens[at] = tokens[at]._replace(dep="agent", head=verb)


def _as_their_agent(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Counted 11 who were killed on Tuesday, allegedly by the Front": killed by them, and not counted."""
    who, above = tree.child(at, "pobj"), tokens[at].head
    if who is None or not (tree.lemma(who) in ARMED | STATE | {"man"} or tokens[who].tag.startswith("NNP")):
        return
    for verb in range(at - 1, max(above, at - _OF_A_NAME), -1):
        if tokens[verb].dep in {"relcl", "acl", "ccomp"} and tree.child(verb, "auxpass") is not None:
            if tree.lemma(verb) in _DEEDS and tree.child(verb, "agent") is None:
                tokens[at] = tokens[at]._replace(dep="agent", head=verb)
            return
    suffered = tokens[above].head  # "beaten, two nights running, in a cellar by men in uniform"
    running = tokens[above].dep == "advcl" and tokens[above].tag == "VBG" and suffered < above
    if running and tree.child(suffered, "auxpass") is not None and tree.child(suffered, "agent") is None:
        tokens[at] = tokens[at]._replace(dep="agent", head=suffered)


_MADE_BY: Final = word_set(
    """strike airstrike raid attack fire shelling bombing ambush report statement account hospital-run operation
    explosion assault shooting"""
)
"""Of whom, and not by whom: "killed in a raid by the army" has its own rule."""


def _as_main_verb(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "An airstrike on a market killed four": the strike killed, no market was."""
    noun = tokens[at].head  # "saying gangs burned down the hospital"
    told = tokens[at].tag == "VBD" and tokens[noun].dep == "dobj" and not tree.child(at, "nsubj", "nsubjpass")
    subject = _subject(tree, at) if told or _has_object(tree, at) else None
    if subject is None:
        return
    above = tokens[subject]
    root = above.dep == "ROOT"
    tokens[at] = tokens[at]._replace(tag="VBD", dep=above.dep if root else "ccomp", head=at if root else above.head)
    tokens[subject] = above._replace(dep="nsubj", head=at)
    if root:
        for child in tree.children[subject]:
            if child > at and tokens[child].head == subject:  # what stands behind the verb hangs on it
                tokens[child] = tokens[child]._replace(head=at)


def _as_headline(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Two killed by a mine, says the council": the council says it, not the two."""
    subjects = [one for one in tree.children[at] if tokens[one].dep == "nsubj"]
    if not subjects and tokens[at - 1].text == ",":
        _as_who_says_so(tree, tokens, at)
        _as_who_told_it(tree, tokens, at)
    if len(subjects) != 2 or not subjects[0] < at < subjects[1]:
        return
    told = subjects[0]
    deed = next((one for one in tree.children[told] if tokens[one].dep == "acl" and tokens[one].tag == "VBN"), None)
    if deed is not None and tree.lemma(deed) in _DEEDS:
        tokens[told] = tokens[told]._replace(dep="ccomp")


def _as_who_says_so(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Nine were killed in Homs, the mayor, Ali Haddad, said": the mayor is no other name of Homs."""
    if not any(tokens[child].dep == "ccomp" and child < at for child in tree.children[at]):
        return
    first = at - 1
    named: list[int] = []
    for one in range(at - 2, max(at - _OF_A_NAME, 0), -1):
        if tokens[one].tag.startswith(("VB", "MD")):
            break
        if tokens[one].dep == "appos":
            named.append(one)
            first = min(first, tree.first[one])
    who = next((one for one in reversed(named) if tokens[one].head < first - 1 and tokens[first - 1].text == ","), None)
    if who is None or tokens[tokens[who].head].dep not in {"pobj", "dobj", "attr", "conj"}:
        return
    if tree.first[who] <= at <= tree.last[who]:
        return  # the verb hangs on them
    for one in named:
        if one != who and tokens[one].head == tokens[who].head:
            tokens[one] = tokens[one]._replace(head=who)
    tokens[who] = tokens[who]._replace(dep="nsubj", head=at)


def _as_who_told_it(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Gunmen took 60 from a school, the vice-principal, Ali Haddad, told us": he told it, and was not taken."""
    name, deed = at - 2, tokens[at].head
    who = tokens[name].head
    if tokens[at].dep != "conj" or tokens[name].dep != "appos" or tokens[who].head != deed or not deed < who < name:
        return
    if tokens[who].dep != "dobj" or tree.lemma(who) not in PERSONS:
        return
    tokens[who] = tokens[who]._replace(dep="dep", head=at)


_OF_A_NAME: Final = 16
"""Words at most in which somebody is introduced: "Colonel Ali Haddad, spokesman for the ministry of defence"."""


def _as_who_it_befell(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "According to the medics, 18 people, including a boy, were killed": they were, and are no medics."""
    above = tokens[at].head
    prep = tokens[above].head
    if tokens[above].dep == "dative" and tree.lemma(prep) == "cost":
        _as_what_it_cost(tree, tokens, at)
        return
    verb = tokens[prep].head
    if tokens[verb].dep == "prep":
        verb = tokens[verb].head  # "according to"
    if tokens[above].dep != "pobj" or tokens[prep].dep != "prep" or not at < verb or prep > above:
        return
    if tree.child(verb, "nsubj", "nsubjpass", "csubj") is not None or not tokens[verb].tag.startswith("VB"):
        return
    first = tree.first[at]
    if first == 0 or tokens[first - 1].text != "," or not tokens[first].tag.startswith(("CD", "DT", "JJ", "RB", "IN")):
        return
    passive = tree.child(verb, "auxpass") is not None
    tokens[at] = tokens[at]._replace(dep="nsubjpass" if passive else "nsubj", head=verb)


def _as_heading(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "The ambassador on TV: no soldier killed anybody": who stands before the colon killed nobody."""
    verb = tokens[at].head
    if verb < at:
        verb = tokens[verb].head  # the colon hangs on who stands before it
    subjects = [one for one in tree.children[verb] if tokens[one].dep in {"nsubj", "nsubjpass"}]
    if len(subjects) == 2 and subjects[0] < at < subjects[1] < verb:
        tokens[subjects[0]] = tokens[subjects[0]]._replace(dep="dep")
    heading = tokens[at].head
    behind = tree.child(heading, "appos")
    if tokens[heading].dep == "nsubj" and behind is not None and heading < at < behind < tokens[heading].head:
        tokens[behind] = tokens[behind]._replace(dep="nsubj", head=tokens[heading].head)  # "Bukavu: M23 rebels took"
        tokens[heading] = tokens[heading]._replace(dep="dep")


def _as_subject(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Shelling of a station wounded nine, medics said": the shelling did, not the medics."""
    verb = tokens[at].head
    if verb < at and tree.lemma(at) in _ANSWERS and tokens[at - 1].text == ",":
        _as_added(tree, tokens, at)
    if verb < at or tree.child(verb, "nsubj", "nsubjpass", "csubj") is not None or tree.lemma(verb) not in _DEEDS:
        return
    if any(tokens[one].text == "," for one in range(at, verb)) or tree.last[at] + 1 != verb:
        return
    tokens[at] = tokens[at]._replace(dep="csubj")


def _as_added(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Denied that its jets had struck the ward, insisting that": who denied it insists, and no jets."""
    deed = tokens[at].head
    telling = tokens[deed].head
    told = tokens[deed].dep in {"ccomp", "conj"} and telling < deed and tokens[telling].tag in {"VBD", "VBZ", "VBP"}
    if told and tree.lemma(telling) in _TELLS | _ADMITS | _ANSWERS:
        tokens[at] = tokens[at]._replace(head=telling)


def _as_their_speech(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Said its troops had killed 20 and denied striking the clinic": who said it denies it, not the troops."""
    deed = tokens[at].head
    if tree.child(at, "nsubj", "nsubjpass", "auxpass") is not None or tokens[deed].dep != "ccomp":
        return
    telling = tokens[deed].head
    had = any(tokens[child].lemma.lower() == "have" for child in tree.children[deed] if tokens[child].dep == "aux")
    if had and telling < deed < at and tree.lemma(telling) in _TELLS | _ADMITS and tokens[telling].tag == "VBD":
        tokens[at] = tokens[at]._replace(head=telling)


def _as_conjunction(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Rumours in chats that men shot dead a priest": a verb with an object of its own shot no chats."""
    verb = tokens[at].head
    if at < verb and any(tokens[child].dep == "dobj" and child > verb for child in tree.children[verb]):
        tokens[at] = tokens[at]._replace(tag="IN", dep="mark")


def _has_object(tree: Tree, at: int) -> bool:
    """Whether the participle has an object behind it that is counted, or persons.

    On its own line: tables have words beneath each other that are no sentence.
    """
    tokens = tree.parsed.tokens
    if any(tokens[child].dep in {"auxpass", "agent", "aux", "nsubj"} for child in tree.children[at]):
        return False
    return any(
        tokens[child].dep == "dobj"
        and child > at
        and "\n" not in tree.parsed.text[tokens[at].begin : tokens[child].begin]
        and (tree.child(child, "nummod") is not None or tree.lemma(child) in PERSONS or tokens[child].tag == "CD")
        for child in tree.children[at]
    )


def _subject(tree: Tree, at: int) -> int | None:
    """The noun at the head of the phrases before the verb: "an airstrike" of "an airstrike on a market in the town".

    None where that noun already has a verb of its own that is not one of telling.
    """
    tokens = tree.parsed.tokens
    here = tokens[at].head
    for _ in range(_MOST_STEPS):
        token = tokens[here]
        if token.dep == "ROOT":
            return here if token.tag.startswith("NN") else None
        by_whom = token.dep == "agent" or (token.dep == "acl" and token.tag == "VBN" and tree.child(here, "agent"))
        if (token.dep in {"pobj", "prep", "pcomp"} or by_whom) and token.head < here:
            here = token.head  # "a group helped by the police killed nine"
            continue
        object_of = token.dep == "dobj" and token.head < here
        told = (object_of or token.dep == "ccomp") and tree.lemma(token.head) in _TELLS
        return here if told and token.tag.startswith("NN") else None
    return None
