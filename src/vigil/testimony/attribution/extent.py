"""How far what is said reaches: to the end of a quotation that goes on after "he said", or into the next paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vigil.model.claim import Span
from vigil.testimony.attribution.quotes import Quotation

_BETWEEN: Final = frozenset(" \t\u00a0\u200b")
_BREAK: Final = frozenset(" \t\u00a0\u200b\r\n")

MOST_FOLLOWING: Final = 40
"""Quotations that may follow one another in what one source says."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a text, to be looked up by place."""

    text: str
    quotes: tuple[Quotation, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def touching(self, span: Span) -> list[int]:
        """Those that share characters with a span, in order."""
        first = bisect_right(self.ends, span.begin)
        last = bisect_left(self.begins, span.end)
        return list(range(first, last))

    def around(self, at: int) -> int | None:
        """The one a place stands in."""
        first = bisect_right(self.ends, at)
        return first if first < len(self.quotes) and self.begins[first] <= at else None

    def next_to(self, at: int, signs: str = ",:.—–-") -> int | None:
        """The one that opens right after a place, past signs and blanks of one line, or a colon and a line break."""
        end = at
        broken = False
        while end < len(self.text) and end - at < 8:
            sign = self.text[end]
            if sign == ":":
                broken = True
            if not (sign in _BETWEEN or sign in signs or (broken and sign in _BREAK)):
                break
            end += 1
        first = bisect_left(self.begins, end)
        return first if first < len(self.quotes) and self.begins[first] == end else None

    def before(self, at: int) -> int | None:
        """The one that closes right before a place, past signs and blanks of one line."""
        begin = at
        while begin > 0 and at - begin < 5 and (self.text[begin - 1] in _BETWEEN or self.text[begin - 1] in ",-—–―"):
            begin -= 1
        last = bisect_left(self.ends, begin)
        return last if last < len(self.quotes) and self.ends[last] == begin else None


def quoted(text: str, quotes: Sequence[Quotation]) -> Quoted:
    """The quotations of a text, ready to be looked up."""
    return Quoted(text, tuple(quotes), tuple(q.span.begin for q in quotes), tuple(q.span.end for q in quotes))


def reaching(content: Sequence[Span], inside: Sequence[Span], sentence: Span, quoted: Quoted) -> tuple[Span, ...]:
    """The content with every quotation it stands in, and those that go on with it.

    Args:
        content: As the grammar gives it.
        inside: The cue and the source, which are no part of it. Within a quotation they end the search.
        sentence: The sentence of the cue.
        quoted: The quotations of the text.
    """
    if any(quoted.around(span.begin) is not None for span in inside[:1]):
        return tuple(content)
    content = _without_the_quotation_before(content, inside[0], quoted)
    touched = sorted({index for span in content for index in quoted.touching(span)})
    spans = [*content, *(quoted.quotes[index].span for index in touched)]
    if touched:
        spans.extend(_following(touched[-1], sentence, quoted))
    return united(spans, inside)


def _without_the_quotation_before(content: Sequence[Span], cue: Span, quoted: Quoted) -> list[Span]:
    """The content before its cue from its last quotation on, where another ended its sentence just before it.

    In "... all night.'' ''We hid," she said, what was said all night belongs to the cue before.
    """
    kept = []
    for span in content:
        begin = span.begin
        touched = quoted.touching(span)
        for one, next_ in pairwise(touched):
            first, second = quoted.quotes[one], quoted.quotes[next_]
            gap = quoted.text[first.span.end : second.span.begin]
            ended = quoted.text[first.inside.end - 1 : first.inside.end] in (".", "!", "?")
            if second.span.end <= cue.begin and ended and not gap.strip():
                begin = second.span.begin
        kept.append(Span(begin, span.end))
    return kept


def _following(last: int, sentence: Span, quoted: Quoted) -> list[Span]:
    """Quotations after the sentence of the cue that the same source goes on with."""
    spans: list[Span] = []
    quote = quoted.quotes[last]
    end = max(quote.span.end, sentence.end)
    for index in range(last + 1, min(last + 1 + MOST_FOLLOWING, len(quoted.quotes))):
        following = quoted.quotes[index]
        gap = quoted.text[end : following.span.begin]
        goes_on = following.continues and not gap.strip()
        if following.span.begin < end:
            if following.span.end <= sentence.end:
                continue
            goes_on = True
        elif all(sign in _BETWEEN for sign in gap) and len(gap) <= 3:
            goes_on = True
        if not goes_on or quoted.text[following.inside.end - 1 : following.inside.end] == ",":
            break  # what ends in a comma has a cue of its own
        spans.append(following.span)
        end = max(end, following.span.end)
    return spans


def united(spans: Sequence[Span], without: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one, the words of `without` cut out."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.begin <= merged[-1].end:
            merged[-1] = Span(merged[-1].begin, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    for cut in without:
        pieces: list[Span] = []
        for span in merged:
            if cut.end <= span.begin or cut.begin >= span.end:
                pieces.append(span)
                continue
            if span.begin < cut.begin:
                pieces.append(Span(span.begin, cut.begin))
            if cut.end < span.end:
                pieces.append(Span(cut.end, span.end))
        merged = pieces
    return tuple(merged)
