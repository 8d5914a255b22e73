"""Who says it: the subject of a verb of saying, wherever the sentence has it."""

from typing import Final, NamedTuple

from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.verbs import OF
from vigil.testimony.attribution.wordlist import words

MOST_STEPS: Final = 12
"""Up a chain of coordinated or governed verbs: beyond it no subject is looked for, and time stays linear."""

SAID: Final = frozenset(
    words("""
        say tell announce report argue claim allege admit confirm deny retract suggest warn promise demand ask
        praise criticize call estimate cite shout support oppose emote
    """)
)
_SIGNS: Final = frozenset({",", ";", ":", "-", "–", "—", "--", "."})
_RELATIVE: Final = frozenset({"who", "which", "that"})


class Stretch(NamedTuple):
    """Tokens [first, last], both included."""

    first: int
    last: int


def speaker(tree: Tree, verb: int, *, passive: bool) -> tuple[int | None, Stretch | None]:
    """The head word of the source and all of its words; None where nobody is named."""
    if passive:
        by = tree.child(verb, "agent")
        return _with_words(tree, None if by is None else tree.child(by, "pobj"))
    tokens = tree.parsed.tokens
    at = verb
    for _ in range(MOST_STEPS):
        if at != verb and tokens[at].dep == "agent":
            break
        subject = _subject(tree, at)
        if subject is None and (at != verb or _feels(tree, at)):
            subject = tree.child(at, "nsubjpass")
        if subject is not None:
            return _named(tree, verb, at, subject)
        if tree.child(at, "expl", "csubj") is not None:
            break
        if at == verb and lends(tree, verb):
            at = _lender(tree, verb)
            continue
        found = _above(tree, at)
        if found is not None:
            return _with_words(tree, found, before=at)
        if tokens[at].head == at:
            break
        at = tokens[at].head
    return None, None


def _above(tree: Tree, at: int) -> int | None:
    """Who says it by what it hangs on: "the man claiming", "his plan to", "asked him to", "quoted her as saying"."""
    token = tree.parsed.tokens[at]
    if token.dep in ("acl", "relcl") and tree.parsed.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
        return token.head if token.tag == "VBG" else tree.child(token.head, "poss")
    if token.dep == "xcomp" or (token.dep == "prep" and tree.word(at) == "as"):
        patient = tree.child(token.head, "dobj")
        return patient if patient is not None and patient < at else None
    return None


def _with_words(tree: Tree, head: int | None, before: int | None = None) -> tuple[int | None, Stretch | None]:
    return (None, None) if head is None else (head, noun_phrase(tree, head, before=before))


def _subject(tree: Tree, verb: int) -> int | None:
    """Its subject; of several, the last before it that is no day or hour."""
    tokens = tree.parsed.tokens
    first = tree.child(verb, "nsubj")
    if first is None:
        return None
    all_ = [child for child in tree.children[verb] if tokens[child].dep == "nsubj"]
    people = [child for child in all_ if tokens[child].entity not in ("DATE", "TIME")] or all_
    before = [child for child in people if child < verb]
    return before[-1] if before else people[0]


def _feels(tree: Tree, verb: int) -> bool:
    return bool(OF.get(tree.lemma(verb), frozenset()) & {"emote", "think", "know", "fear"})


def _named(tree: Tree, verb: int, at: int, subject: int) -> tuple[int | None, Stretch | None]:
    """The subject with its words, or nobody for "it was clear that" and "seems to have"."""
    tokens = tree.parsed.tokens
    word = tree.word(subject)
    own = tree.labelled[at]
    if word == "it" and at == verb and "ccomp" in own:
        quality = tree.child(at, "acomp")
        if quality is not None or tree.lemma(at) in ("seem", "appear", "emerge", "turn", "happen"):
            return None, None
    if at == verb and tree.lemma(verb) in ("seem", "appear", "look") and ("xcomp" in own or "oprd" in own):
        return None, None
    phrase = noun_phrase(tree, subject)
    if word in _RELATIVE and tokens[at].dep == "relcl" and tokens[at].head < subject:
        head = tokens[at].head
        named = noun_phrase(tree, head, before=at)
        if tokens[head].pos in ("NOUN", "PROPN", "PRON") and subject - named.last <= 2:
            return head, Stretch(named.first, subject)
    return subject, phrase


def lends(tree: Tree, verb: int) -> bool:
    """Whether a participle after a comma tells what its speaker says next: ", adding that"."""
    tokens = tree.parsed.tokens
    return (
        tokens[verb].tag == "VBG"
        and tokens[verb].dep in ("advcl", "acl", "conj", "dep")
        and tree.first[verb] > 0
        and tokens[tree.first[verb] - 1].text == ","
        and bool(OF.get(tree.lemma(verb), frozenset()) & SAID)
    )


def _lender(tree: Tree, verb: int) -> int:
    """The verb whose subject says what a participle after a comma says: the outermost that has a clause."""
    tokens = tree.parsed.tokens
    at = found = tokens[verb].head
    for _ in range(MOST_STEPS):
        head = tokens[at].head
        if head == at:
            break
        if tokens[at].dep == "ccomp" and head < at and OF.get(tokens[head].lemma.lower(), frozenset()) & SAID:
            found = head
        at = head
    return found if found != verb else tokens[verb].head


def noun_phrase(tree: Tree, head: int, before: int | None = None) -> Stretch:
    """A noun with what hangs on it, without a clause that comes after it."""
    tokens = tree.parsed.tokens
    first, last = tree.first[head], tree.last[head]
    for child in tree.children[head]:
        clause = tokens[child].dep in ("relcl", "acl", "appos", "ccomp", "advcl") or child == before
        clause = clause or (tokens[child].dep == "prep" and "pcomp" in tree.labelled[child])
        if clause and tree.first[child] > head:
            last = min(last, tree.first[child] - 1)
            break
    found = trimmed(tree, first, max(head, last))
    return found if found is not None else Stretch(head, head)


def trimmed(tree: Tree, first: int, last: int, but: int | None = None) -> Stretch | None:
    """Without commas and dashes at its ends; of a clause around its own verb of saying, the longer side."""
    tokens = tree.parsed.tokens
    if but is not None and first <= but <= last:
        first, last = (first, but - 1) if but - first >= last - but else (but + 1, last)
    while first <= last and tokens[first].text in _SIGNS:
        first += 1
    while last >= first and tokens[last].text in _SIGNS:
        last -= 1
    return Stretch(first, last) if first <= last else None
