"""The range that several sources make up: what each says last, and of that the least and the most.

Where one author has not weighed the sources already, nothing is fitted and nothing guessed: the low is the lowest
figure any source gives for the whole, the high the highest.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from vigil.incidents.codebooks.tolls import Bound, Harm, Range, Toll, Vague, Voice, Whom
from vigil.incidents.codebooks.weighing import Conventions
from vigil.model.claim import Exactness

_LOWEST = "the lowest figure any source gives"
_HIGHEST = "the highest figure any source gives"
_NAMED = "as many are named"
_MOST_GIVEN = "the figure most sources give, of equals the lowest"

_RAISES = frozenset({Vague.DOZENS, Vague.SCORES, Vague.HUNDREDS, Vague.THOUSANDS})
"""Amounts that can raise a high even where others give numbers; "several" beside a number says nothing more."""


class Manner(NamedTuple):
    """How one codebook reads bounds.

    Attributes:
        amounts: What amounts without a number are worth; those that are absent give no figure.
        more_than: What is added to N of "more than N".
        open_high: "At least N" leaves the high open; otherwise N is a high too.
        fighters: Whether fighters count.
        best: Whether it names a best figure.
    """

    amounts: Conventions
    more_than: int
    open_high: bool
    fighters: bool
    best: bool


class _Said(NamedTuple):
    """What one source says: at least, at most, and in which toll."""

    low: int | None
    high: int | None
    toll: Toll


def range_of(tolls: Iterable[Toll], harm: Harm, manner: Manner) -> Range | None:
    """The range of one harm over many sources. None where no source gives a figure.

    A source is `Toll.source`; where none is named, each sentence of a report stands for itself, and each author for
    what they say in their own voice.
    """
    usable = _usable([toll for toll in tolls if toll.harm is harm], manner)
    said = [_read(toll, manner) for source in _by_source(usable).values() for toll in _last(source)]
    numbers = [each for each in said if each.toll.vague is None]
    if numbers:
        said = [each for each in said if each.toll.vague is None or each.toll.vague in _RAISES]
    lows = [each for each in numbers or said if each.low is not None]
    highs = [each for each in said if each.high is not None]
    if not lows and not highs:
        return None
    low = _bound(lows, [each.low for each in lows], min, _LOWEST)
    high = _bound(highs, [each.high for each in highs], max, _HIGHEST)
    named = [each for each in lows if each.toll.voice in (Voice.NAMES, Voice.LIST)]
    most_named = _bound(named, [each.low for each in named], max, _NAMED)
    if most_named is not None and (low is None or low.value < most_named.value):
        low = most_named
    if low is not None and high is not None and high.value < low.value:
        high = None if manner.open_high else low
    return Range(low=low, high=high, best=_best(numbers) if manner.best else None)


def _usable(tolls: Sequence[Toll], manner: Manner) -> list[Toll]:
    """Figures for the whole of this incident; looser ones only where there are no better."""
    whole = [
        toll
        for toll in tolls
        if not toll.part
        and not toll.elsewhere
        and (toll.numbers or toll.vague in manner.amounts)
        and (manner.fighters or toll.whom is not Whom.FIGHTERS)
    ]
    for is_loose in (
        lambda toll: toll.both or toll.weak,
        lambda toll: toll.exactness is Exactness.NONE,
        lambda toll: toll.whom is Whom.KIND,
        lambda toll: toll.more,
    ):
        whole = [toll for toll in whole if not is_loose(toll)] or whole
    return whole


def _by_source(tolls: Iterable[Toll]) -> Mapping[tuple[str, str], list[Toll]]:
    found: dict[tuple[str, str], list[Toll]] = {}
    for toll in tolls:
        if toll.source is not None:
            key = ("", toll.source)
        elif toll.voice is Voice.REPORT:
            key = (toll.document, str(toll.order))
        else:
            key = (toll.document, "author")
        found.setdefault(key, []).append(toll)
    return found


def _last(tolls: Sequence[Toll]) -> Sequence[Toll]:
    """What a source says once its early figures are left behind."""
    return [toll for toll in tolls if not toll.early] or tolls[-1:]


def _read(toll: Toll, manner: Manner) -> _Said:
    if toll.vague is not None:
        worth = manner.amounts[toll.vague]
        return _Said(worth.low, worth.high, toll)
    low, high = toll.numbers[0], toll.numbers[-1]
    if toll.exactness is Exactness.MORE_THAN:
        low, high = low + manner.more_than, high + manner.more_than
    if manner.open_high:
        return _Said(None if toll.low is None else low, None if toll.high is None else high, toll)
    return _Said(low, high, toll)


def _bound(
    said: Sequence[_Said], values: Sequence[int | None], choose: Callable[[list[int]], int], rule: str
) -> Bound | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    chosen = choose(known)
    spans = dict.fromkeys(
        (each.toll.document, each.toll.span) for each, value in zip(said, values, strict=True) if value == chosen
    )
    return Bound(value=chosen, rule=rule, spans=tuple(spans))


def _best(said: Sequence[_Said]) -> Bound | None:
    votes: dict[int, list[_Said]] = {}
    for each in said:
        value = each.low if each.low is not None else each.high
        if value is not None:
            votes.setdefault(value, []).append(each)
    if not votes:
        return None
    value = min(votes, key=lambda number: (-len(votes[number]), number))
    spans = dict.fromkeys((each.toll.document, each.toll.span) for each in votes[value])
    return Bound(value=value, rule=_MOST_GIVEN, spans=tuple(spans))
