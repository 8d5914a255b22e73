"""A long text in pieces that can be read one by one, and the claims of a piece put back where they stand in the
whole."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from vigil.model.claim import Claim, Span

MOST: Final = 4_000
"""Characters of a piece: some paragraphs of news. What is told in one piece is not looked for in the next."""


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """[begin, end) of each piece, cut between paragraphs, else between sentences, else between words."""
    begin = 0
    while begin < len(text):
        end = min(len(text), begin + MOST)
        if end < len(text):
            end = _cut(text, begin, end)
        yield begin, end
        begin = end


def _cut(text: str, begin: int, end: int) -> int:
    least = begin + MOST // 4
    for sign in ("\n\n", "\n", ". ", " "):
        cut = text.rfind(sign, least, end)
        if cut > begin:
            return cut + len(sign)
    return end


def shifted(claim: Claim, by: int, first: int) -> Claim:
    """A claim of a piece that begins at `by`, as a claim of the whole text, in which `first` claims stand before it."""
    if not by and not first:
        return claim

    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(span.begin + by, span.end + by)

    def moved(span: Span) -> Span:
        return Span(span.begin + by, span.end + by)

    return replace(
        claim,
        chain=tuple(replace(link, speaker_span=move(link.speaker_span), cue=move(link.cue)) for link in claim.chain),
        count=None if claim.count is None else replace(claim.count, span=moved(claim.count.span)),
        actors=tuple(replace(actor, span=moved(actor.span)) for actor in claim.actors),
        named=tuple(replace(victim, span=moved(victim.span)) for victim in claim.named),
        place=None if claim.place is None else replace(claim.place, span=moved(claim.place.span)),
        subset_of=None if claim.subset_of is None else claim.subset_of + first,
        sentence=move(claim.sentence),
        spans={slot: tuple(moved(span) for span in spans) for slot, spans in claim.spans.items()},
    )
