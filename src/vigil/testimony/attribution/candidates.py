"""What might be an attribution: every predicate, noun or sign that may have a source and a content, by the grammar.

Nothing is decided here. Each verb is taken with what hangs on it, whatever it means; `weighing` says which of them are
attributions.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from vigil.model.claim import Span
from vigil.testimony.attribution.nouns import HELD_OF, SAYING_OF
from vigil.testimony.attribution.quotes import Quotation
from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.verbs import CARRYING


class Stretch(NamedTuple):
    """Tokens [first, last], both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate with a possible source and content.

    Attributes:
        head: The token that would make it a saying.
        cue: With auxiliaries, verbs that lead to it, and particles.
        source: None where the grammar names none.
        content: In order, at least one.
        form: How the content hangs on the head: clause, around, infinitive, object, passive, noun, sign, relative, quote.
        subject: The head word of the source.
        governor: The verb that leads to it ("refused to say"), or the noun's verb.
    """

    head: int
    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]
    form: str
    subject: int | None = None
    governor: int | None = None


MOST_STEPS: Final = 12
"""Up a chain of coordinated or governed verbs: beyond it no subject is looked for, and time stays linear."""

_OBJECTS: Final = frozenset({"dobj", "oprd", "prep", "xcomp", "acomp", "attr", "dative", "pcomp", "ccomp"})
_TIME: Final = frozenset({"DATE", "TIME"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "what"})


def candidates(tree: Tree) -> tuple[Candidate, ...]:
    """All candidates of a text, by the place of their heads."""
    found: list[Candidate] = []
    for index, token in enumerate(tree.parsed.tokens):
        if token.text.lower() == "according":
            one = _according(tree, index)
        elif token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            one = _of_verb(tree, index)
        elif token.pos == "NOUN" and token.lemma.lower() in SAYING_OF:
            one = _of_noun(tree, index)
        else:
            one = None
        if one is not None:
            found.append(one)
    return tuple(found)


def _of_verb(tree: Tree, verb: int) -> Candidate | None:
    tokens = tree.parsed.tokens
    children = tree.children[verb]
    governor = _governor(tree, verb)
    if any(tokens[child].dep == "xcomp" and _leads(tree, verb, child) for child in children):
        return None  # the verb it leads to stands for both
    passive = any(tokens[child].dep in ("nsubjpass", "auxpass", "csubjpass") for child in children)
    subject, source = _source(tree, verb, passive)
    cue = _cue(tree, verb, governor)
    clauses = [child for child in children if tokens[child].dep == "ccomp" and not _parenthesis(tree, verb, child)]
    if clauses:
        content = [_trimmed(tree, tree.first[child], tree.last[child], but=verb) for child in clauses]
        return _made(tree, verb, cue, source, content, "clause", subject, governor)
    around = _around(tree, verb)
    if around is not None:
        return _made(tree, verb, cue, source, around, "around", subject, governor)
    content = _right(tree, verb, cue)
    form = "object"
    if any(tokens[child].dep == "xcomp" for child in children):
        form = "infinitive"
    if passive:
        form = "passive"
        patient = tree.child(verb, "nsubjpass", "csubjpass")
        if patient is None and governor is not None:
            patient = tree.child(governor, "nsubjpass", "nsubj")
        if patient is not None and tokens[patient].dep != "expl":
            content = [_trimmed(tree, tree.first[patient], tree.last[patient]), *content]
    if tokens[verb].dep == "relcl" and not passive:
        thing = [c for c in children if tokens[c].dep in ("dobj", "pobj") and tokens[c].text.lower() in _RELATIVE]
        if thing or (form == "object" and not any(tokens[c].dep == "dobj" for c in children)):
            form = "relative"
            head = tokens[verb].head
            content = [_trimmed(tree, tree.first[head], max(tree.first[head], tree.first[verb] - 1)), *content]
    if not content:
        return None
    return _made(tree, verb, cue, source, content, form, subject, governor)


def _made(
    tree: Tree,
    head: int,
    cue: Stretch,
    source: Stretch | None,
    content: list[Stretch | None],
    form: str,
    subject: int | None,
    governor: int | None,
) -> Candidate | None:
    kept = tuple(sorted({stretch for stretch in content if stretch is not None}))
    return Candidate(head, cue, source, kept, form, subject, governor) if kept else None


def _leads(tree: Tree, verb: int, child: int) -> bool:
    """Whether a verb only leads to the infinitive or participle that hangs on it."""
    tokens = tree.parsed.tokens
    return (
        tokens[verb].lemma.lower() in CARRYING
        and tokens[child].pos == "VERB"
        and child > verb
        and (
            not any(tokens[other].dep in ("dobj", "nsubj") and other > verb for other in tree.children[verb])
            and not any(tokens[other].dep in ("nsubj", "mark") for other in tree.children[child])
        )
    )


def _governor(tree: Tree, verb: int) -> int | None:
    """The first of the verbs that lead to this one."""
    tokens = tree.parsed.tokens
    found = None
    for _ in range(MOST_STEPS):
        head = tokens[verb].head
        if tokens[verb].dep != "xcomp" or not _leads(tree, head, verb):
            break
        found = verb = head
    return found


def _source(tree: Tree, verb: int, passive: bool) -> tuple[int | None, Stretch | None]:
    """Who says it: the subject, or the agent of a passive."""
    tokens = tree.parsed.tokens
    if passive:
        by = tree.child(verb, "agent")
        agent = None if by is None else tree.child(by, "pobj")
        return (None, None) if agent is None else (agent, _noun_phrase(tree, agent))
    at = verb
    for _ in range(MOST_STEPS):
        subject = tree.child(at, "nsubj")
        if subject is not None:
            return subject, _noun_phrase(tree, subject)
        if tree.child(at, "nsubjpass") is not None and at != verb:
            subject = tree.child(at, "nsubjpass")
            return subject, None if subject is None else _noun_phrase(tree, subject)
        if tree.child(at, "expl", "csubj") is not None:
            return None, None
        token = tokens[at]
        if token.dep == "acl" and tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            if token.tag == "VBN":
                return None, None
            return token.head, _noun_phrase(tree, token.head, before=at)
        if token.dep in ("xcomp", "ccomp") and token.head != at:
            patient = tree.child(token.head, "dobj")
            if patient is not None and patient < at and token.dep == "xcomp":
                return patient, _noun_phrase(tree, patient)
        if token.dep in ("pcomp", "prep"):
            at = token.head
            continue
        if token.dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis") and token.head != at:
            at = token.head
            continue
        break
    return None, None


def _noun_phrase(tree: Tree, head: int, before: int | None = None) -> Stretch:
    """A noun with what hangs on it, without a clause that comes after it."""
    tokens = tree.parsed.tokens
    first, last = tree.first[head], tree.last[head]
    for child in tree.children[head]:
        clause = tokens[child].dep in ("relcl", "acl", "appos", "ccomp", "advcl") or child == before
        if clause and tree.first[child] > head:
            last = min(last, tree.first[child] - 1)
            break
    trimmed = _trimmed(tree, first, max(head, last))
    return trimmed if trimmed is not None else Stretch(head, head)


def _trimmed(tree: Tree, first: int, last: int, but: int | None = None) -> Stretch | None:
    """Without commas and dashes at its ends; of a clause around its own verb of saying, the longer side."""
    tokens = tree.parsed.tokens
    if but is not None and first <= but <= last:
        first, last = (first, but - 1) if but - first >= last - but else (but + 1, last)
    while first <= last and tokens[first].text in (",", ";", ":", "-", "–", "—", "--", "."):
        first += 1
    while last >= first and tokens[last].text in (",", ";", ":", "-", "–", "—", "--"):
        last -= 1
    return Stretch(first, last) if first <= last else None


def _cue(tree: Tree, verb: int, governor: int | None) -> Stretch:
    """The verb with what leads to it and its particle."""
    tokens = tree.parsed.tokens
    first = last = verb
    for child in tree.children[verb]:
        if tokens[child].dep in ("aux", "auxpass", "neg") and verb - child <= 3:
            first = min(first, child)
        elif tokens[child].dep == "prt" and child - verb <= 2:
            last = max(last, child)
    if governor is not None and verb - governor <= 6:
        first = min(first, governor)
    return Stretch(first, last)


def _parenthesis(tree: Tree, verb: int, clause: int) -> bool:
    """Whether what hangs on the verb as its clause is a comment on it: "he is, I think, right"."""
    return tree.first[clause] == tree.last[clause] and clause < verb


def _around(tree: Tree, verb: int) -> list[Stretch | None] | None:
    """What a verb in parenthesis is said of: "12, he said, were hurt"; "as he put it"."""
    tokens = tree.parsed.tokens
    token = tokens[verb]
    first, last = tree.first[verb], tree.last[verb]
    if token.head == verb or token.dep not in ("parataxis", "ccomp", "advcl", "dep", "prep"):
        return None
    head = token.head
    marks = [tokens[c].text.lower() for c in tree.children[verb] if tokens[c].dep in ("mark", "advmod", "prep")]
    if token.dep in ("advcl", "prep"):
        if "as" not in marks or any(tokens[c].dep in ("dobj", "ccomp", "xcomp") for c in tree.children[verb]):
            return None
    elif (
        last - first > 14
        or marks[:1] == ["that"]
        or any(tokens[c].dep in ("dobj", "ccomp", "xcomp", "acomp", "attr") and c > verb for c in tree.children[verb])
    ):
        return None
    outer = head
    left = _trimmed(tree, tree.first[outer], first - 1) if tree.first[outer] < first else None
    right = _trimmed(tree, last + 1, tree.last[outer]) if tree.last[outer] > last else None
    if token.dep == "ccomp" and tokens[head].pos not in ("VERB", "AUX"):
        return None
    return [left, right] if left or right else None


def _right(tree: Tree, verb: int, cue: Stretch) -> list[Stretch | None]:
    """What a verb says or judges, where it has no clause: its object, with what is said of it."""
    tokens = tree.parsed.tokens
    parts: list[int] = []
    for child in tree.children[verb]:
        token = tokens[child]
        if child < verb or child <= cue.last or token.dep not in _OBJECTS:
            continue
        if token.dep == "prep":
            inner = tree.child(child, "pobj")
            if inner is not None and tokens[inner].entity in _TIME:
                continue
            if token.text.lower() in ("during", "after", "before", "since", "until", "at", "when"):
                continue
        if token.dep == "dative" and any(tokens[c].dep == "dobj" for c in tree.children[verb]):
            continue
        parts.append(child)
    if not parts:
        return []
    first, last = min(tree.first[p] for p in parts), max(tree.last[p] for p in parts)
    return [_trimmed(tree, max(first, verb + 1), last)]


def _according(tree: Tree, index: int) -> Candidate | None:
    """According to somebody: all of the clause it stands in."""
    tokens = tree.parsed.tokens
    to = next((c for c in tree.children[index] if tokens[c].text.lower() == "to"), None)
    last = index
    named = None
    if to is not None:
        named, last = tree.child(to, "pobj", "pcomp"), to
    elif index + 1 < len(tokens) and tokens[index + 1].text.lower() == "to":
        named, last = tree.child(index + 1, "pobj"), index + 1
    if named is None:
        named = tree.child(index, "pobj")
    if named is None:
        return None
    first_own, last_own = min(tree.first[index], index), max(tree.last[index], tree.last[named])
    head = tokens[index].head
    for _ in range(MOST_STEPS):
        if tokens[head].pos in ("VERB", "AUX") and tokens[head].dep != "relcl" or tokens[head].head == head:
            break
        head = tokens[head].head
    left = _trimmed(tree, tree.first[head], first_own - 1) if tree.first[head] < first_own else None
    right = _trimmed(tree, last_own + 1, tree.last[head]) if tree.last[head] > last_own else None
    source = _noun_phrase(tree, named)
    return _made(tree, index, Stretch(index, last), source, [left, right], "according", named, None)


def _of_noun(tree: Tree, noun: int) -> Candidate | None:
    """A noun that names a saying, with what is said: "the claim that", "plans to", "criticism of"."""
    tokens = tree.parsed.tokens
    content: list[Stretch | None] = []
    subject = tree.child(noun, "poss")
    for child in tree.children[noun]:
        token = tokens[child]
        if child < noun:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and (token.dep == "ccomp" or _says_what(tree, child)):
            content.append(_trimmed(tree, tree.first[child], tree.last[child]))
        elif token.dep == "prep" and token.text.lower() in ("of", "about", "for", "on", "against", "to", "in", "over"):
            content.append(_trimmed(tree, min(child + 1, tree.last[child]), tree.last[child]))
        elif token.dep == "prep" and token.text.lower() in ("by", "from", "among") and subject is None:
            subject = tree.child(child, "pobj")
    if not any(content):
        return None
    governor = tokens[noun].head if tokens[noun].dep in ("dobj", "nsubj", "attr", "pobj") else None
    if subject is None:
        subject = next((c for c in tree.children[noun] if tokens[c].dep == "compound" and tokens[c].entity), None)
    if subject is None and governor is not None and tokens[noun].dep == "dobj":
        subject = tree.child(governor, "nsubj")
    source = None if subject is None else _noun_phrase(tree, subject)
    return _made(tree, noun, Stretch(noun, noun), source, content, "noun", subject, governor)


def _says_what(tree: Tree, clause: int) -> bool:
    """Whether a clause on a noun tells what is said ("the claim that he fled"), not which one ("the claim he made")."""
    tokens = tree.parsed.tokens
    if tokens[clause].dep == "acl":
        return tokens[clause].tag != "VBN"
    return any(tokens[c].dep == "mark" and tokens[c].text.lower() == "that" for c in tree.children[clause])


def held(lemma: str) -> bool:
    """Whether an adjective tells what somebody holds."""
    return lemma in HELD_OF


def characters(tree: Tree, stretch: Stretch) -> Span:
    """A stretch of tokens in characters of the text."""
    return tree.parsed.span(stretch.first, stretch.last + 1)


def within(span: Span, quotes: tuple[Quotation, ...]) -> Quotation | None:
    """The quotation a span stands in, if one holds all of it."""
    return next((q for q in quotes if q.span.begin <= span.begin and span.end <= q.span.end), None)
