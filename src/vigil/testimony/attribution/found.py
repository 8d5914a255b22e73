"""Candidates in the words of the text: cue, source and content as spans, quotations to their end."""

from bisect import bisect_right
from dataclasses import dataclass

from vigil.model.claim import Span
from vigil.testimony.attribution.candidates import Candidate, candidates, characters
from vigil.testimony.attribution.extent import Quoted, quoted, reaching
from vigil.testimony.attribution.quotes import Quotation
from vigil.testimony.attribution.signs import signed
from vigil.testimony.attribution.speakers import Stretch
from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.verbs import OF


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with its words."""

    candidate: Candidate
    cue: Span
    source: Span | None
    content: tuple[Span, ...]


def spelled_out(tree: Tree, quotes: tuple[Quotation, ...]) -> list[Found]:
    """Every candidate with its words, quotations continued to their end."""
    parsed = tree.parsed
    marks = quoted(parsed.text, quotes)
    found = []
    for candidate in candidates(tree):
        cue = characters(tree, candidate.cue)
        source = None if candidate.source is None else characters(tree, candidate.source)
        first, last = parsed.sentences[tree.sentence[candidate.head]]
        sentence = parsed.span(first, last)
        content = tuple(characters(tree, stretch) for stretch in candidate.content)
        inside = [cue] if source is None else [cue, source]
        if not content or _loose(tree, candidate, content, marks):
            content = _beside(tree, candidate, marks, inside) or content
        if content:
            content = reaching(content, inside, sentence, marks)
        content = tuple(trimmed(parsed.text, span) for span in content)
        content = tuple(span for span in content if span.begin < span.end)
        if content:
            found.append(Found(candidate, cue, source, content))
    found.extend(_by_signs(tree, quotes))
    return found


def _by_signs(tree: Tree, quotes: tuple[Quotation, ...]) -> list[Found]:
    """Turns of speech and signed quotations, on the token that is their sign."""
    tokens = tree.parsed.tokens
    begins = [token.begin for token in tokens]
    found = []
    for one in signed(tree.parsed.text, quotes):
        at = bisect_right(begins, one.cue.begin) - 1
        if at < 0 or not trimmed(tree.parsed.text, one.content):
            continue
        named = max(0, bisect_right(begins, one.source.end - 1) - 1)
        form = "turn" if one.again else "spoken" if one.spoken else "sign"
        candidate = Candidate(at, Stretch(at, at), Stretch(named, named), (), form, named)
        found.append(Found(candidate, one.cue, one.source, (trimmed(tree.parsed.text, one.content),)))
    return found


def _loose(tree: Tree, candidate: Candidate, content: tuple[Span, ...], marks: Quoted) -> bool:
    """Whether a quotation beside a verb of saying is rather what is said than its object: "he told me. "It is
    over.\""""
    if candidate.form not in ("object", "infinitive", "around"):
        return False
    says = OF.get(tree.lemma(candidate.head), frozenset()) & {"say", "tell", "ask", "shout", "announce", "warn"}
    return bool(says) and not any(marks.touching(span) for span in content)


def _beside(tree: Tree, candidate: Candidate, marks: Quoted, inside: list[Span]) -> tuple[Span, ...]:
    """The quotation right before or after a verb to which the grammar gives nothing that is said."""
    tokens = tree.parsed.tokens
    if marks.around(inside[0].begin) is not None:
        return ()
    first = min(tokens[tree.first[candidate.head]].begin, *(span.begin for span in inside))
    last = max(tokens[tree.last[candidate.head]].end, *(span.end for span in inside))
    before, after = marks.before(first), marks.next_to(last)
    if after is None:
        after = marks.next_to(inside[0].end)
    chosen = before if before is not None else after
    if chosen is not None:
        return (marks.quotes[chosen].span,)
    return _after_a_colon(tree.parsed.text, inside[0].end)


def _after_a_colon(text: str, at: int) -> tuple[Span, ...]:
    """The paragraph that follows a verb and a colon, on the same line or the next."""
    if text[at : at + 1] != ":":
        return ()
    begin = at + 1
    while begin < len(text) and begin - at < 8 and text[begin].isspace():
        begin += 1
    end = text.find("\n", begin)
    return (Span(begin, len(text) if end < 0 else end),)


def trimmed(text: str, span: Span) -> Span:
    """Without blanks and commas at its ends."""
    begin, end = span
    while begin < end and (text[begin].isspace() or text[begin] in ",;:"):
        begin += 1
    while begin < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(begin, end)
