"""What is seen of a candidate before it is weighed: the classes of its words, its grammar, its quotation marks."""

from collections.abc import Iterator
from typing import Final

from vigil.testimony.attribution.candidates import Candidate
from vigil.testimony.attribution.extent import Quoted
from vigil.testimony.attribution.found import Found
from vigil.testimony.attribution.nouns import BODIES, HELD_OF, PEOPLE, SAYING_OF, WRITINGS
from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.verbs import OF
from vigil.testimony.attribution.wordlist import words
from vigil.testimony.parsed import Token

_PREPOSITIONS: Final = frozenset(words("about for of against on to with as in at from into over by that"))
_PERSONS: Final = {
    **dict.fromkeys(["i", "we", "me", "us"], "first"),
    **dict.fromkeys(["he", "she", "him", "her", "they", "them"], "third"),
    "you": "you",
    "it": "it",
    **dict.fromkeys(["this", "that", "these", "those"], "this"),
    **dict.fromkeys(["who", "whom"], "who"),
    "which": "which",
}


def features(tree: Tree, found: Found, quoted: Quoted) -> frozenset[str]:
    """The names of the features a candidate has."""
    return frozenset(_features(tree, found, quoted))


def _features(tree: Tree, found: Found, quoted: Quoted) -> Iterator[str]:
    candidate = found.candidate
    tokens = tree.parsed.tokens
    head = tokens[candidate.head]
    form = candidate.form
    yield "any"
    yield f"form={form}"
    if form in ("turn", "spoken", "sign"):
        return
    kinds = list(_kinds(tree, candidate))
    for kind in kinds:
        yield f"kind={kind}"
        yield f"kind={kind} form={form}"
    yield f"tag={head.tag}"
    yield f"dep={head.dep}"
    subject = _subject(tree, candidate)
    for one in subject:
        yield f"subject={one}"
    for kind in kinds[:2]:
        yield f"kind={kind} subject={subject[0]}"
    yield f"form={form} subject={subject[0]}"
    yield from _dependents(tree, candidate)
    yield from _quotes(found, quoted, form, kinds)
    yield from _surroundings(tree, candidate)
    length = sum(span.end - span.begin for span in found.content)
    yield f"length={min(6, length // 25)}"
    if len(found.content) > 1:
        yield "pieces"


def _kinds(tree: Tree, candidate: Candidate) -> Iterator[str]:
    tokens = tree.parsed.tokens
    lemma = tokens[candidate.head].lemma.lower()
    if candidate.form == "noun":
        yield from (f"n-{name}" for name in sorted(SAYING_OF.get(lemma, frozenset())))
        return
    classes = sorted(OF.get(lemma, frozenset()))
    yield from classes
    if len(classes) > 2:
        yield "several"
    if not classes:
        yield "be" if lemma == "be" else "light" if lemma in _LIGHT else "none"
    for child in tree.children[candidate.head]:
        word = tokens[child].lemma.lower()
        if tokens[child].dep in ("dobj", "attr") and word in SAYING_OF:
            yield from (f"o-{name}" for name in sorted(SAYING_OF[word]))
            yield "o-any"
        elif tokens[child].dep in ("acomp", "oprd", "advmod") and word in HELD_OF:
            yield from (f"a-{name}" for name in sorted(HELD_OF[word]))
            yield "a-any"
        elif tokens[child].dep == "prep":
            inner = tree.child(child, "pobj")
            if inner is not None and tokens[inner].lemma.lower() in SAYING_OF:
                yield "p-any"


_LIGHT: Final = frozenset(words("make take give have do get put bring hold keep go come set offer raise draw pay lay"))


def _subject(tree: Tree, candidate: Candidate) -> list[str]:
    if candidate.subject is None:
        return ["nobody"]
    token = tree.parsed.tokens[candidate.subject]
    found = []
    person = _PERSONS.get(token.text.lower())
    lemma = token.lemma.lower()
    if person is not None:
        found.append(person)
    elif token.entity:
        found.append(token.entity if token.entity in ("PERSON", "ORG", "GPE", "NORP") else "entity")
    elif lemma in PEOPLE:
        found.append("people")
    elif lemma in BODIES:
        found.append("body")
    elif lemma in WRITINGS:
        found.append("writing")
    else:
        found.append("name" if token.pos == "PROPN" else "other")
    if found[0] in ("people", "PERSON", "third", "ORG", "NORP", "body", "name"):
        found.append("someone")
    if candidate.subject > candidate.head:
        found.append("after")
    if candidate.head - candidate.subject > 8:
        found.append("far")
    if tree.parsed.tokens[candidate.subject].head != candidate.head:
        found.append("lent")
    return found


def _dependents(tree: Tree, candidate: Candidate) -> Iterator[str]:
    tokens = tree.parsed.tokens
    for child in tree.children[candidate.head]:
        token = tokens[child]
        word = token.text.lower()
        side = "<" if child < candidate.head else ">"
        if token.dep in ("ccomp", "xcomp", "dobj", "advcl", "oprd", "acomp", "attr", "pcomp", "dative", "prt", "expl"):
            yield f"has={token.dep}{side}"
        if token.dep == "ccomp":
            marks = [tokens[c].text.lower() for c in tree.children[child] if tokens[c].dep == "mark"]
            yield f"mark={marks[0] if marks and marks[0] in ('that', 'whether', 'if') else bool(marks)}"
            if tree.child(child, "nsubj", "nsubjpass", "expl") is None:
                yield "clause without subject"
        if token.dep in ("prep", "agent"):
            yield f"prep={word if word in _PREPOSITIONS else 'else'}"
        if token.dep in ("dobj", "attr"):
            yield f"object={token.entity or token.pos}"
            if token.lemma.lower() in PEOPLE or token.entity == "PERSON":
                yield "object=someone"
            if token.lemma.lower() in WRITINGS:
                yield "object=writing"
        yield from _mood(token)


def _mood(token: Token) -> Iterator[str]:
    word = token.text.lower()
    if token.dep == "neg":
        yield "negated"
    if token.dep == "aux" and token.tag == "MD":
        yield f"modal={word if word in ('would', 'will', 'could', 'can', 'should', 'may', 'might') else 'else'}"
    if token.dep == "auxpass":
        yield "passive"
    if token.dep == "aux" and token.lemma.lower() == "have":
        yield "perfect"
    if token.dep == "aux" and word == "to":
        yield "to"


def _quotes(found: Found, quoted: Quoted, form: str, kinds: list[str]) -> Iterator[str]:
    touched = [index for span in found.content for index in quoted.touching(span)]
    if quoted.around(found.cue.begin) is not None:
        yield "cue in quotation"
    elif touched:
        yield "quotes"
        yield f"quotes form={form}"
        for kind in kinds[:3]:
            yield f"quotes kind={kind}"
        size = sum(quoted.ends[i] - quoted.begins[i] for i in set(touched))
        share = size / max(1, sum(span.end - span.begin for span in found.content))
        yield f"quoted={min(3, int(share * 3.5))}"
    end = found.cue.end
    if quoted.text[end : end + 1] == ":":
        yield "colon"


def _surroundings(tree: Tree, candidate: Candidate) -> Iterator[str]:
    tokens = tree.parsed.tokens
    head = tokens[candidate.head]
    if candidate.governor is not None:
        governor = tokens[candidate.governor]
        yield f"governor={'aux' if governor.pos == 'AUX' else 'verb'}"
        for name in sorted(OF.get(governor.lemma.lower(), frozenset())):
            yield f"governor={name}"
    above = tokens[head.head]
    if head.head != candidate.head:
        if above.pos == "VERB":
            names = sorted(OF.get(above.lemma.lower(), frozenset()))
            for name in names[:3]:
                yield f"above={name}"
            yield f"above verb dep={head.dep}"
        else:
            yield f"above={above.pos}"
            if above.lemma.lower() in SAYING_OF:
                yield "above=saying"
    begin, end = tree.parsed.sentences[tree.sentence[candidate.head]]
    if end - begin < 8:
        yield "short sentence"
    depth, at = 0, candidate.head
    while tokens[at].head != at and depth < 5:
        at = tokens[at].head
        depth += 1
    yield f"depth={depth}"
