"""Where and when a sentence tells of that names neither: where and when the sentence before it did.

"Shells hit the market of Arbin this morning. Four people died." Nobody names the town again of what he is telling.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from vigil.model.claim import Claim, ClaimedPlace, Span

_MOST_BETWEEN: Final = 120
"""Characters between two sentences that tell of something: about one sentence that tells of nothing."""

_TURNS: Final = (
    "elsewhere",
    "separately",
    "in a separate",
    "in another",
    "in other",
    "meanwhile, in",
    "in neighbouring",
    "from ",
    "since ",
    "across ",
    "nationwide",
    "worldwide",
    "وفي سياق",
    "في سياق",
    "وفي حادث",
    "في حادث",
    "من جهة أخرى",
    "على صعيد",
    "إلى ذلك",
    "وفي مكان آخر",
)
"""What begins a sentence about something else."""


class _Told(NamedTuple):
    """Where and when the sentences so far told of, with the words that say so."""

    end: int
    place: ClaimedPlace | None
    place_words: tuple[Span, ...]
    occurred: str | None
    time_words: tuple[Span, ...]


def continued(text: str, claims: Sequence[Claim], topic: ClaimedPlace | None = None) -> tuple[Claim, ...]:
    """The claims in the order of the text, those of a sentence without a place with that of the one before it.

    The day goes with the place, and never without it: a second day is as often meant as the same one.

    Args:
        topic: Where the text is about: for sentences that go on from none.
    """
    found: list[Claim] = []
    before: _Told | None = None
    for _, group in groupby(claims, key=lambda each: each.sentence):
        told = _beside(list(group))
        if before is not None and _goes_on(text, before, told):
            told = [_with(each, before, dated=not any(one.occurred for one in told)) for each in told]
        elif topic is not None and not any(each.place is not None for each in told) and not _turns(text, told):
            told = [replace(each, place=topic, spans={**each.spans, "place": (topic.span,)}) for each in told]
        before = _last(told, before)
        found += told
    return tuple(found)


def _beside(told: list[Claim]) -> list[Claim]:
    """The claims of one sentence, those without a place at the only one it names for others."""
    placed = {each.place.text: each for each in told if each.place is not None}
    if len(placed) != 1:
        return told
    (one,) = placed.values()
    words = one.spans.get("place", ())
    return [
        each
        if each.place is not None or _is_total(each, told)
        else replace(each, place=one.place, spans={**each.spans, "place": words})
        for each in told
    ]


def _is_total(claim: Claim, told: Sequence[Claim]) -> bool:
    """A running total, or a part of one: of more places than the one that brings it up."""
    whole = claim
    if claim.subset_of is not None:
        whole = next((each for each in told if each.count is not None and each.count.cumulative), claim)
    return whole.count is not None and whole.count.cumulative


def _goes_on(text: str, before: _Told, told: Sequence[Claim]) -> bool:
    sentence = told[0].sentence
    if sentence is None or before.place is None or any(each.place is not None for each in told):
        return False
    if not 0 <= sentence.begin - before.end <= _MOST_BETWEEN:
        return False
    return not _turns(text, told)


def _turns(text: str, told: Sequence[Claim]) -> bool:
    sentence = told[0].sentence
    if sentence is None:
        return False
    opening = text[sentence.begin : sentence.begin + 30].lstrip(" \"'“«*-–—•#").casefold()
    return opening.startswith(_TURNS)


def _with(claim: Claim, before: _Told, *, dated: bool) -> Claim:
    spans = {**claim.spans, "place": before.place_words}
    if not dated or before.occurred is None:
        return replace(claim, place=before.place, spans=spans)
    return replace(claim, place=before.place, occurred=before.occurred, spans={**spans, "date": before.time_words})


def _last(told: Sequence[Claim], before: _Told | None) -> _Told | None:
    """What the next sentence may go on from: the last place of these, and the last day told with it."""
    sentence = told[-1].sentence
    if sentence is None:
        return before
    placed = next((each for each in reversed(told) if each.place is not None), None)
    dated = next((each for each in reversed(told) if each.occurred is not None), None)
    return _Told(
        end=sentence.end,
        place=None if placed is None else placed.place,
        place_words=() if placed is None else placed.spans.get("place", ()),
        occurred=None if dated is None else dated.occurred,
        time_words=() if dated is None else dated.spans.get("date", ()),
    )
