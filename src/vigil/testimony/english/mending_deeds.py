"""Who did it and to whom, where the small model of the grammar hangs a doer, a victim or a deed wrong."""

from typing import Final

from vigil.testimony.attribution.tree import Tree
from vigil.testimony.english.lexicon import ARMED, BESIDE, MEANS, STATE, word_set
from vigil.testimony.english.mending_speech import as_added
from vigil.testimony.english.mending_words import DEEDS, MOST_STEPS, OF_A_NAME, OF_A_SENTENCE, TELLS
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.parsed import Token

_BRINGS_DOWN: Final = word_set("burn tear knock pull break bring cut shoot gun hunt strike mow blow")
_AT_PLACES: Final = frozenset({"At", "Near", "In", "Outside", "at", "near", "in", "outside"})
_MADE_BY: Final = word_set(
    """strike airstrike raid attack fire shelling bombing ambush report statement account hospital-run operation
    explosion assault shooting"""
)
"""Of whom, and not by whom: "killed in a raid by the army" has its own rule."""


def as_one_of_them(tree: Tree, tokens: list[Token], at: int) -> None:
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


def as_kept_so(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "The police has the campus surrounded", "keeps 130 families encircled": they surround it."""
    above = tokens[at].head
    whom = above if tokens[at].dep == "acl" and tokens[above].dep == "dobj" else tree.child(at, "nsubj")
    keeper = tokens[above].head if whom == above else above
    if tokens[at].dep in {"xcomp", "advcl"}:
        whom = tree.child(above, "dobj")
    if whom is None or whom > at or tree.lemma(keeper) not in {"have", "keep", "hold"}:
        return
    tokens[at] = tokens[at]._replace(tag="VB", dep="xcomp", head=keeper)
    tokens[whom] = tokens[whom]._replace(dep="dobj", head=at)


def as_its_effect(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Torched 200 houses in the village, on 15 June, killing two": what they did."""
    if tree.child(at, "dobj") is None or tokens[at - 1].text != ",":
        return
    for verb in range(at - 1, max(at - OF_A_SENTENCE, tree.parsed.sentences[tree.sentence[at]][0]) - 1, -1):
        if tokens[verb].tag in {"VBD", "VBP", "VBZ", "VBN"} and tokens[verb].dep in {"ROOT", "ccomp", "conj"}:
            tokens[at] = tokens[at]._replace(dep="advcl", head=verb)
            return


def as_particle(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Burned down the hospital": the hospital is what was burned."""
    what = tree.child(at, "pobj")
    if what is None or tree.lemma(tokens[at].head) not in _BRINGS_DOWN or tree.child(tokens[at].head, "dobj"):
        return
    tokens[what] = tokens[what]._replace(dep="dobj", head=tokens[at].head)
    tokens[at] = tokens[at]._replace(dep="prt", tag="RP")


def as_where_they_were(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "At Manhush soldiers took him": soldiers, at a place, and none of that name."""
    who = tokens[at].head
    if at == 0 or who != at + 1 or tokens[at - 1].text not in _AT_PLACES or tree.child(at - 1, "pobj") is not None:
        return
    opens = at == 1 or tokens[at - 2].pos == "PUNCT"
    many = tokens[who].tag == "NNS" and tree.lemma(who) in ARMED | STATE | PERSONS
    if not opens or not many or tokens[who].dep not in {"nsubj", "nsubjpass"}:
        return
    tokens[at] = tokens[at]._replace(tag="NNP", pos="PROPN", dep="pobj", head=at - 1)


def as_another_object(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Arrested 5 students in Yankin tonight and also the owner": a noun beside the verb is one more object of it."""
    verb = tokens[at].head
    given = tree.child(verb, "dobj")
    if given is None or not verb < given < at or tree.lemma(verb) not in DEEDS or not tokens[verb].tag.startswith("VB"):
        return
    tokens[at] = tokens[at]._replace(head=given)


def as_who_was_killed(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Hacked to death a couple and their four children": the couple is the object."""
    verb = tokens[at].head
    words = [token.text.lower() for token in tokens[verb + 1 : at]]
    if words[:2] != ["to", "death"] or tree.child(verb, "dobj") is not None or not verb < at:
        return
    tokens[at] = tokens[at]._replace(dep="dobj")
    for other in tree.children[verb]:
        if other > at and tokens[other].dep == "conj" and tokens[other].tag.startswith("NN"):
            tokens[other] = tokens[other]._replace(head=at)


def as_means(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Said by telephone", "brought out by bus and rail", "shot by the river": by what means or where, not by whom.

    Then the river may be the place, as what stands behind any other preposition.
    """
    what = tree.child(at, "pobj")
    if what is not None and tree.lemma(what) in BESIDE and tokens[what].tag == "NN":
        tokens[at] = tokens[at]._replace(dep="prep")
        return
    if what is not None and tree.lemma(what) in MEANS and tree.child(what, "det", "poss", "nummod") is None:
        tokens[at] = tokens[at]._replace(dep="prep")


def as_what_it_cost(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Cost a boy his leg": the leg is no other name of the boy."""
    whom = tokens[at].head
    verb = tokens[whom].head
    if tree.child(at, "poss") is not None and tree.child(verb, "dobj") is None:
        tokens[at] = tokens[at]._replace(dep="dobj", head=verb)


def as_shot_dead(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Journalist shot dead outside her house": nobody is shot by her, for the verb has no object.

    And "shot 11 prisoners dead": the prisoners are its object.
    """
    dead = tree.child(at, "advcl")
    if dead is not None and dead > at and tokens[dead].text == "dead":
        tokens[dead] = tokens[dead]._replace(dep="oprd")
        return
    whom = tree.child(at, "advcl", "oprd")
    if whom is not None and whom > at and tokens[whom].tag in {"NN", "NNS"} and tokens[tree.last[whom]].text == "dead":
        tokens[whom] = tokens[whom]._replace(dep="dobj")
        tokens[whom + 1] = tokens[whom + 1]._replace(dep="oprd", head=at)
        return
    if tokens[at].tag != "VBD" or at + 1 >= len(tokens) or tokens[at + 1].text.lower() != "dead":
        return
    if tree.child(at, "dobj", "aux") is not None:
        return
    subject = tree.child(at, "nsubj")
    if subject is None or tree.lemma(subject) not in PERSONS or tree.child(subject, "det") is not None:
        return
    tokens[at] = tokens[at]._replace(tag="VBN")
    tokens[subject] = tokens[subject]._replace(dep="nsubjpass")


def as_left_dead(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Said soldiers shot her brother dead and drowned her baby": the soldiers did, and whoever says so lives."""
    whom = at - 1
    verb, above = tokens[whom].head, tokens[at].head
    if tokens[whom].dep != "dobj" or tree.lemma(verb) != "shoot" or above >= verb:
        return
    tokens[at] = tokens[at]._replace(dep="oprd", head=verb)
    for one in tree.children[above]:
        if one > at and tokens[one].dep in {"cc", "conj"} and tree.child(one, "nsubj") is None:
            tokens[one] = tokens[one]._replace(head=verb)


def as_between(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Killed between 25 and 40 civilians": a figure, and nothing that stands between two others."""
    verb, whom = tokens[at].head, tree.child(at, "pobj")
    if whom is None or not verb < at or tree.lemma(verb) not in DEEDS or tree.child(verb, "dobj") is not None:
        return
    low = tree.child(whom, "nummod") if tokens[whom].tag != "CD" else whom
    if low != at + 1 or tokens[low].tag != "CD" or tree.child(low, "conj") is None:
        return
    tokens[whom] = tokens[whom]._replace(dep="dobj", head=verb)
    tokens[at] = tokens[at]._replace(dep="quantmod", head=low)


def as_agent(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Were murdered at the hospital by the Dawn Front": the Front did it, whatever noun it stands beside."""
    noun = tokens[at].head
    if tokens[noun].tag.startswith("VB"):
        as_their_agent(tree, tokens, at)
        return
    prep = tokens[noun].head
    verb = tokens[prep].head
    if tokens[noun].dep != "pobj" or tokens[prep].dep != "prep" or tree.lemma(verb) not in DEEDS:
        return
    if tree.child(verb, "auxpass") is None or tree.child(verb, "agent") is not None or not verb < prep < noun < at:
        return
    who = tree.child(at, "pobj")
    if who is None or not (tokens[who].tag.startswith("NNP") or tree.lemma(who) in ARMED | STATE):
        return
    if tree.lemma(noun) in _MADE_BY or any(tokens[one].text in {",", ";"} for one in range(noun, at)):
        return
    tokens[at] = tokens[at]._replace(dep="agent", head=verb)


def as_their_agent(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Counted 11 who were killed on Tuesday, allegedly by the Front": killed by them, and not counted."""
    who, above = tree.child(at, "pobj"), tokens[at].head
    if who is None or not (tree.lemma(who) in ARMED | STATE | {"man"} or tokens[who].tag.startswith("NNP")):
        return
    for verb in range(at - 1, max(above, at - OF_A_NAME), -1):
        if tokens[verb].dep in {"relcl", "acl", "ccomp"} and tree.child(verb, "auxpass") is not None:
            if tree.lemma(verb) in DEEDS and tree.child(verb, "agent") is None:
                tokens[at] = tokens[at]._replace(dep="agent", head=verb)
            return
    suffered = tokens[above].head  # "beaten, two nights running, in a cellar by men in uniform"
    running = tokens[above].dep == "advcl" and tokens[above].tag == "VBG" and suffered < above
    if running and tree.child(suffered, "auxpass") is not None and tree.child(suffered, "agent") is None:
        tokens[at] = tokens[at]._replace(dep="agent", head=suffered)


def as_main_verb(tree: Tree, tokens: list[Token], at: int) -> None:
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


def as_who_it_befell(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "According to the medics, 18 people, including a boy, were killed": they were, and are no medics."""
    above = tokens[at].head
    prep = tokens[above].head
    if tokens[above].dep == "dative" and tree.lemma(prep) == "cost":
        as_what_it_cost(tree, tokens, at)
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


_GOES_ON: Final = word_set("insist add stress maintain argue say")


def as_subject(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Shelling of a station wounded nine, medics said": the shelling did, not the medics."""
    verb = tokens[at].head
    if verb < at and tree.lemma(at) in _GOES_ON and tokens[at - 1].text == ",":
        as_added(tree, tokens, at)
    if verb < at or tree.child(verb, "nsubj", "nsubjpass", "csubj") is not None or tree.lemma(verb) not in DEEDS:
        return
    if any(tokens[one].text == "," for one in range(at, verb)) or tree.last[at] + 1 != verb:
        return
    tokens[at] = tokens[at]._replace(dep="csubj")


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
    for _ in range(MOST_STEPS):
        token = tokens[here]
        if token.dep == "ROOT":
            return here if token.tag.startswith("NN") else None
        by_whom = token.dep == "agent" or (token.dep == "acl" and token.tag == "VBN" and tree.child(here, "agent"))
        if (token.dep in {"pobj", "prep", "pcomp"} or by_whom) and token.head < here:
            here = token.head  # "a group helped by the police killed nine"
            continue
        object_of = token.dep == "dobj" and token.head < here
        told = (object_of or token.dep == "ccomp") and tree.lemma(token.head) in TELLS
        return here if told and token.tag.startswith("NN") else None
    return None
