"""Who says it: the subject of a verb of saying, wherever the sentence has it."""

from typing import Final, NamedTuple

from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.verbs import OF

MOST_STEPS: Final = 12
"""Up a chain of coordinated or governed verbs: beyond it no subject is looked for, and time stays linear."""

SAID: Final = frozenset(
    [
        "say",
        "tell",
        "announce",
        "report",
        "argue",
        "claim",
        "allege",
        "admit",
        "confirm",
        "deny",
        "retract",
        "suggest",
        "warn",
        "promise",
        "demand",
        "ask",
        "praise",
        "criticize",
        "call",
        "estimate",
        "cite",
        "shout",
        "support",
        "oppose",
        "emote",
    ]
)
_SIGNS: Final = frozenset({",", ";", ":", "-", "–", "—", "--", "."})
_RELATIVE: Final = frozenset({"who", "which", "that"})


class Stretch(NamedTuple):
    """Tokens [first, last], both included."""

    first: int
    last: int


def speaker(tree: Tree, verb: int, *, passive: bool) -> tuple[int | None, Stretch | None]:
    """The head word of the source and all of its words; None where nobody is named."""
    tokens = tree.parsed.tokens
    if passive:
        by = tree.child(verb, "agent")
        agent = None if by is None else tree.child(by, "pobj")
        return (None, None) if agent is None else (agent, noun_phrase(tree, agent))
    at = verb
    for _ in range(MOST_STEPS):
        if at != verb and tree.parsed.tokens[at].dep == "agent":
            return None, None
        subject = _subject(tree, at)
        if subject is None and (at != verb or _feels(tree, at)):
            subject = tree.child(at, "nsubjpass")
        if subject is not None:
            return _named(tree, verb, at, subject)
        if tree.child(at, "expl", "csubj") is not None:
            return None, None
        token = tokens[at]
        if at == verb and lends(tree, verb):
            at = _lender(tree, verb)
            continue
        if token.dep in ("acl", "relcl") and tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            if token.tag == "VBG":
                return token.head, noun_phrase(tree, token.head, before=at)
            owner = tree.child(token.head, "poss")
            if owner is not None:
                return owner, noun_phrase(tree, owner)
        elif token.dep == "xcomp" or (token.dep == "prep" and tree.word(at) == "as"):
            patient = tree.child(token.head, "dobj")
            if patient is not None and patient < at:
                return patient, noun_phrase(tree, patient)
        if token.head == at:
            break
        at = token.head
    return None, None


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
