"""Who says it, where the small model of the grammar hangs a word of saying, or a relative, on somebody else."""

from typing import Final

from vigil.testimony.attribution.tree import Tree
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.mending_words import (
    ADMITS,
    ANSWERS,
    DEEDS,
    MOST_STEPS,
    OF_A_NAME,
    OF_A_SENTENCE,
    TELLS,
    TOLD,
)
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.parsed import Token

_OF_A_REPORT: Final = 11
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OF_PLACES: Final = word_set("in at from of near")
_COUNTS: Final = word_set("count record register document tally report list confirm")
_WEIGHS: Final = word_set("corroborate confirm verify support contradict dispute")
_TOLD_OF: Final = TOLD | word_set("testimony testimonies evidence figure allegation")


def as_what_is_told(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "The report about 42 people killed is a lie": told of them, and no guess at how many."""
    figure = tokens[at].head
    whom = tokens[figure].head if tokens[figure].dep == "nummod" else figure
    told = next((one for one in range(at - 1, max(at - _OF_A_REPORT, -1), -1) if tree.lemma(one) in TOLD), None)
    if told is None or whom < at or any(tokens[one].tag.startswith(("VB", "MD")) for one in range(told, at)):
        return
    tokens[at] = tokens[at]._replace(dep="prep", head=told, pos="ADP")
    tokens[whom] = tokens[whom]._replace(dep="pobj", head=at)


def as_of_who_speaks(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Must stop firing, the group said, after counting 12 deaths": the group counted, whoever fires."""
    said = at - 2
    if said < 0 or tokens[at - 1].text != "," or tree.lemma(said) not in TELLS or tokens[at].head >= said:
        return
    inner = tree.child(at, "pcomp")
    counts = inner is not None and tree.lemma(inner) in _LOOKS_INTO
    if tree.child(said, "nsubj") is not None and (counts or tokens[at].text.lower() in {"citing", "quoting"}):
        tokens[at] = tokens[at]._replace(head=said)


_LOOKS_INTO: Final = word_set(
    "count record document hear review register visit examine interview receive verify investigate analyse analyze"
)


def as_of_whom(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "A doctor in Mekelle, who said": the doctor, for no town is a who."""
    place = tokens[at].head
    prep = tokens[place].head
    whom = tokens[prep].head
    relative = {tokens[c].text.lower() for c in tree.children[at] if tokens[c].dep in _SUBJECTS}
    if "which" in relative:
        as_of_what(tree, tokens, at)
    if "who" not in relative:
        as_when(tree, tokens, at)
        return
    if tokens[place].dep != "pobj" or tokens[prep].text.lower() not in _OF_PLACES or not whom < prep < place < at:
        return
    where = tokens[prep].text.lower() in {"in", "at", "near"} and tokens[place].tag == "NNP"
    if tree.lemma(whom) in PERSONS | STATE and (where or _is_no_person(tree, place)):
        tokens[at] = tokens[at]._replace(head=whom)


def as_of_what(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "16 bodies, nine of them women, from a house in Fardous, which had been hit": the house had."""
    whom, which = tokens[at].head, tree.first[at]
    before = which - 2
    if tokens[whom].tag != "CD" and tree.lemma(whom) not in PERSONS:
        return
    if before > whom and tokens[which - 1].text == "," and tokens[before].tag.startswith("NN"):
        tokens[at] = tokens[at]._replace(head=before)


def _is_no_person(tree: Tree, at: int) -> bool:
    token = tree.parsed.tokens[at]
    return (
        tree.lemma(at) not in PERSONS and token.tag in {"NN", "NNP", "NNPS"} and token.entity not in {"PERSON", "NORP"}
    )


def as_addressed(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Told our team soldiers had": the team was told, and they are no team soldiers."""
    who = tokens[at].head
    verb = tokens[who].head
    telling = tokens[verb].head
    first = min((one for one in tree.children[who] if one < at), default=at)
    if tree.lemma(telling) != "tell" or tokens[verb].dep != "ccomp" or tree.child(telling, "dobj") is not None:
        return
    if who != at + 1 or tokens[who].dep != "nsubj" or tokens[who].tag != "NNS" or telling != first - 1:
        return
    if tree.lemma(who) not in PERSONS | ARMED | STATE:
        return
    tokens[at] = tokens[at]._replace(dep="dobj", head=telling)
    for child in tree.children[who]:
        if child < at:
            tokens[child] = tokens[child]._replace(head=at)


def as_what_was_told(tree: Tree, tokens: list[Token], at: int) -> None:
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


def as_said_of_them(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Gang members said to be backed by a minister burned down a court": the members burned it, not the minister."""
    who = tree.child(at, "nsubj")
    if at + 2 >= len(tokens) or tokens[at + 1].text.lower() != "to":
        as_headline(tree, tokens, at)
        return
    if who is None or who != at - 1:
        return
    if tokens[at + 2].text.lower() not in {"be", "have", "belong"}:
        return
    if _as_what_they_are(tree, tokens, at, who):
        return
    deeds = (one for one in range(at + 3, min(tree.last[at], at + OF_A_SENTENCE) + 1))
    deed = next(
        (one for one in deeds if tokens[one].tag == "VBD" and tokens[one].dep in {"acl", "ccomp", "conj"}), None
    )
    if deed is None or tree.child(deed, "nsubj", "nsubjpass", "aux") is not None:
        return
    _hang_on_deed(tokens, at, who, deed)


def _hang_on_deed(tokens: list[Token], at: int, who: int, deed: int) -> None:
    """The deed in the place of what is said of whoever did it, which becomes a word beside them."""
    above = tokens[at]
    tokens[deed] = tokens[deed]._replace(tag="VBD", dep=above.dep, head=deed if above.dep == "ROOT" else above.head)
    tokens[who] = tokens[who]._replace(head=deed)
    tokens[at] = above._replace(tag="VBN", dep="acl", head=who)


def _as_what_they_are(tree: Tree, tokens: list[Token], at: int, who: int) -> bool:
    """ "Masked men thought to be settlers set fire to it": the men did, and are thought to be settlers."""
    what = next((one for one in range(at + 3, min(len(tokens), at + 8)) if tree.first[one] == at + 3), None)
    if tokens[at + 2].text.lower() != "be" or what is None or tokens[what].dep not in {"nsubj", "nsubjpass"}:
        return False
    deed = tokens[what].head
    if not what < deed or tokens[deed].tag not in {"VBD", "VBN"} or tree.child(deed, "aux") is not None:
        return False
    _hang_on_deed(tokens, at, who, deed)
    tokens[at + 1] = tokens[at + 1]._replace(dep="aux", head=at + 2)
    tokens[at + 2] = tokens[at + 2]._replace(dep="xcomp", head=at)
    tokens[what] = tokens[what]._replace(dep="attr", head=at + 2)
    return True


def as_told_apart(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "A missile hit the town; Yerevan denied firing it": what it denied stands behind, not before the semicolon."""
    teller = tokens[at].head
    if not at < teller or not any(
        one > teller and tokens[one].dep in {"xcomp", "ccomp"} for one in tree.children[teller]
    ):
        return
    for one in tree.children[teller]:
        if one < at and tokens[one].dep == "ccomp" and tree.last[one] < at:
            tokens[one] = tokens[one]._replace(dep="parataxis")


def as_listing(tree: Tree, tokens: list[Token], at: int) -> None:
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


def as_the_object(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Counted 94 dead", "corroborated residents' accounts": what the verb is about."""
    verb, token = tokens[at].head, tokens[at]
    if not verb < at or tree.child(verb, "dobj", "ccomp", "auxpass") is not None or token.entity in {"DATE", "TIME"}:
        return
    counts = token.tag == "CD" and at == verb + 1 and tree.lemma(verb) in _COUNTS
    weighs = token.tag != "CD" and tree.lemma(verb) in _WEIGHS and tree.lemma(at) in _TOLD_OF
    if counts or weighs:
        tokens[at] = token._replace(dep="dobj")


def as_when(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Three were wounded, one of them seriously, when gunmen opened fire": when they were, and not when one was."""
    figure = tokens[at].head
    if tokens[figure].tag != "CD" or not any(tokens[c].text.lower() == "when" for c in tree.children[at]):
        return
    for verb in range(figure - 1, max(figure - MOST_STEPS, -1), -1):
        if tokens[verb].tag == "VBN" and tree.child(verb, "auxpass") is not None:
            tokens[at] = tokens[at]._replace(dep="advcl", head=verb)
            return


def as_told(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Former inmates described being beaten": they described it, and nobody described them."""
    who = tokens[at].head
    if tokens[who].dep != "ROOT" or tree.child(at, "auxpass", "agent") is not None or who > at:
        return
    if tree.child(at, "xcomp", "ccomp", "dobj") is None:
        return
    tokens[at] = tokens[at]._replace(tag="VBD", dep="ROOT", head=at)
    tokens[who] = tokens[who]._replace(dep="nsubj", head=at)
    for child in tree.children[who]:
        if child > at:
            tokens[child] = tokens[child]._replace(head=at)


def as_headline(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Two killed by a mine, says the council": the council says it, not the two."""
    subjects = [one for one in tree.children[at] if tokens[one].dep == "nsubj"]
    if not subjects and tokens[at - 1].text == ",":
        as_who_says_so(tree, tokens, at)
        as_who_told_it(tree, tokens, at)
    if len(subjects) != 2 or not subjects[0] < at < subjects[1]:
        return
    told = subjects[0]
    deed = next((one for one in tree.children[told] if tokens[one].dep == "acl" and tokens[one].tag == "VBN"), None)
    if deed is not None and tree.lemma(deed) in DEEDS:
        tokens[told] = tokens[told]._replace(dep="ccomp")


def as_who_says_so(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Nine were killed in Homs, the mayor, Ali Haddad, said": the mayor is no other name of Homs."""
    if not any(tokens[child].dep == "ccomp" and child < at for child in tree.children[at]):
        return
    first = at - 1
    named: list[int] = []
    for one in range(at - 2, max(at - OF_A_NAME, 0), -1):
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


def as_who_told_it(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Gunmen took 60 from a school, the vice-principal, Ali Haddad, told us": he told it, and was not taken."""
    name, deed = at - 2, tokens[at].head
    who = tokens[name].head
    if tokens[at].dep != "conj" or tokens[name].dep != "appos" or tokens[who].head != deed or not deed < who < name:
        return
    if tokens[who].dep != "dobj" or tree.lemma(who) not in PERSONS:
        return
    tokens[who] = tokens[who]._replace(dep="dep", head=at)


def as_heading(tree: Tree, tokens: list[Token], at: int) -> None:
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


def as_added(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Denied that its jets had struck the ward, insisting that": who denied it insists, and no jets."""
    deed = tokens[at].head
    telling = tokens[deed].head
    told = tokens[deed].dep in {"ccomp", "conj"} and telling < deed and tokens[telling].tag in {"VBD", "VBZ", "VBP"}
    if told and tree.lemma(telling) in TELLS | ADMITS | ANSWERS:
        tokens[at] = tokens[at]._replace(head=telling)


def as_their_speech(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Said its troops had killed 20 and denied striking the clinic": who said it denies it, not the troops."""
    deed = tokens[at].head
    if tree.child(at, "nsubj", "nsubjpass", "auxpass") is not None or tokens[deed].dep != "ccomp":
        return
    telling = tokens[deed].head
    had = any(tokens[child].lemma.lower() == "have" for child in tree.children[deed] if tokens[child].dep == "aux")
    who = tree.child(deed, "nsubj", "nsubjpass")
    theirs = who is not None and tree.child(who, "poss") is not None  # "its troops", and not "the gunmen"
    if tree.lemma(at) in {"threaten", "vow", "promise", "warn"} and not theirs:
        return
    if had and telling < deed < at and tree.lemma(telling) in TELLS | ADMITS and tokens[telling].tag == "VBD":
        tokens[at] = tokens[at]._replace(head=telling)


def as_conjunction(tree: Tree, tokens: list[Token], at: int) -> None:
    """ "Rumours in chats that men shot dead a priest": a verb with an object of its own shot no chats."""
    verb = tokens[at].head
    if at < verb and any(tokens[child].dep == "dobj" and child > verb for child in tree.children[verb]):
        tokens[at] = tokens[at]._replace(tag="IN", dep="mark")
