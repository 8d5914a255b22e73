"""Which range the tolls of one narrative add up to: every pair of figures that stand there is weighed.

Candidates for the low and the high are the figures of the text, vague amounts by the codebook's convention, and how
many are listed or named. What is known of a pair (its low is the summary's, its high the largest any source gives, a
sentence on method states both) is named in words, and each such feature has a weight. Weights come from `weights`;
nothing here knows a text.
"""

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vigil.incidents.codebooks.tolls import Bound, Stated, Toll, Vague, Voice, Whom
from vigil.model.claim import Exactness

_MOST_VALUES = 16
"""Figures considered for a bound, those of the author before those of others: pairs grow with the square."""

_MOST_SUMS = 6
_MOST_BASES = 4

_BARE = "more than: the number as written"
_SUM = "others beside those counted"
_IN_DOUBT = "one more, whose fate is in doubt"


class Convention(NamedTuple):
    """What an amount without a number is worth, at least and at most."""

    low: int
    high: int


Conventions = Mapping[Vague, Convention]

_Say = Callable[[str, float | None], None]


@dataclass(slots=True)
class _Value:
    """A figure with the tolls that give it, each by a rule."""

    value: int
    evidence: list[tuple[Toll, str]] = field(default_factory=list)

    def bound(self) -> Bound:
        """As the end of a range."""
        spans = dict.fromkeys((toll.document, toll.span) for toll, _ in self.evidence)
        return Bound(value=self.value, rule=self.evidence[0][1], spans=tuple(spans))


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate range, with what is known of it by name."""

    low: Bound
    high: Bound
    features: Mapping[str, float]


def pairs(tolls: Sequence[Toll], conventions: Conventions) -> list[Pair]:
    """Every range that the tolls of one narrative and one harm could make up. Empty where nothing is said of it.

    Fighters are counted apart, and left out.
    """
    tolls = [toll for toll in tolls if toll.whom is not Whom.FIGHTERS and (toll.vague is not None or toll.numbers)]
    if all(toll.voice is Voice.NAMES for toll in tolls):
        return []  # names alone do not say what befell those named
    lows, highs = _values(tolls, conventions)
    known = _Known(tolls, conventions)
    low_ends = [(low, low.bound(), known.of_evidence("low", low)) for low in lows]
    high_ends = [(high, high.bound(), known.of_evidence("high", high)) for high in highs]
    return [
        Pair(low_bound, high_bound, {**known.of_both(low, high), **of_low, **of_high})
        for low, low_bound, of_low in low_ends
        for high, high_bound, of_high in high_ends
        if low.value <= high.value
    ]


def heaviest(candidates: Sequence[Pair], weights: Mapping[str, float]) -> Pair | None:
    """The pair that weighs most; of equals the first."""
    best, most = None, -math.inf
    for pair in candidates:
        weight = sum(weights.get(name, 0.0) * value for name, value in pair.features.items())
        if weight > most + 1e-9:
            best, most = pair, weight
    return best


def ends(toll: Toll, conventions: Conventions) -> tuple[tuple[int, str], tuple[int, str]]:
    """What one toll says at least and at most, each with the rule that reads it so.

    The toll has a number, or an amount of the conventions.
    """
    if toll.vague is not None:
        worth = conventions[toll.vague]
        return (worth.low, f"{toll.vague}: taken as {worth.low}"), (worth.high, f"{toll.vague}: taken as {worth.high}")
    numbers = toll.numbers
    if toll.exactness is Exactness.MORE_THAN:
        rule = f"{toll.voice}: more than, one more than the number"
        return (numbers[0] + 1, rule), (numbers[-1] + 1, rule)
    how = {
        Exactness.AT_LEAST: "at least",
        Exactness.UP_TO: "up to",
        Exactness.ABOUT: "about, or a range",
        Exactness.NONE: "one person, not counted",
    }.get(toll.exactness, "a number")
    return (numbers[0], f"{toll.voice}: {how}"), (numbers[-1], f"{toll.voice}: {how}")


# Candidates


def _values(tolls: Sequence[Toll], conventions: Conventions) -> tuple[list[_Value], list[_Value]]:
    lows: dict[int, _Value] = {}
    highs: dict[int, _Value] = {}

    def give(side: dict[int, _Value], value: int, toll: Toll, rule: str) -> None:
        side.setdefault(value, _Value(value)).evidence.append((toll, rule))

    for toll in sorted(tolls, key=_standing):
        (low, low_rule), (high, high_rule) = ends(toll, conventions)
        give(lows, low, toll, low_rule)
        give(highs, high, toll, high_rule)
        if toll.exactness is Exactness.MORE_THAN:
            give(lows, low - 1, toll, _BARE)
            give(highs, low - 1, toll, _BARE)
        if high != low:
            give(highs, low, toll, low_rule)
            give(lows, high, toll, high_rule)
    for value in list(lows):
        highs.setdefault(value, lows[value])
    for value, found in _sums(tolls):
        highs.setdefault(value, found)

    def considered(side: dict[int, _Value]) -> list[_Value]:
        return sorted(list(side.values())[:_MOST_VALUES], key=lambda each: each.value)

    return considered(lows), considered(highs)


def _standing(toll: Toll) -> tuple[int, int]:
    """The author's own words first; parts and other incidents last."""
    voices = {Voice.SUMMARY: 0, Voice.METHOD: 1, Voice.LIST: 2, Voice.NAMES: 3, Voice.REPORT: 4}
    return voices[toll.voice] + 10 * (toll.part or toll.elsewhere), toll.order


def _sums(tolls: Sequence[Toll]) -> list[tuple[int, _Value]]:
    """Highs that stand nowhere: others counted beside the first, and persons whose fate is in doubt."""
    whole = [t for t in tolls if t.numbers and _is_whole(t) and t.exactness is not Exactness.NONE]
    bases = [t for t in whole if t.voice in (Voice.SUMMARY, Voice.LIST, Voice.NAMES) and not t.more][:_MOST_BASES]
    sums: dict[int, _Value] = {}
    for base in bases:
        for toll in tolls:
            if toll is base or toll.elsewhere or toll.voice in (Voice.LIST, Voice.NAMES):
                continue
            if toll.more and toll.numbers and toll.order >= base.order:
                value, rule = base.numbers[-1] + toll.numbers[-1], _SUM
            elif toll.exactness is Exactness.NONE and toll.doubted and toll.vague is None:
                value, rule = base.numbers[-1] + 1, _IN_DOUBT
            else:
                continue
            sums.setdefault(value, _Value(value)).evidence += [(base, rule), (toll, rule)]
    for first, second in itertools.pairwise(whole):
        if second.more and second.order == first.order:
            value = first.numbers[-1] + second.numbers[-1]
            sums.setdefault(value, _Value(value)).evidence += [(first, _SUM), (second, _SUM)]
    return list(sums.items())[:_MOST_SUMS]


def _is_whole(toll: Toll) -> bool:
    return not toll.part and not toll.elsewhere


# Features


_QUALITIES: tuple[tuple[str, Callable[[Toll], bool]], ...] = (
    ("vague", lambda toll: toll.vague is not None),
    ("part", lambda toll: toll.part),
    ("elsewhere", lambda toll: toll.elsewhere),
    ("kind", lambda toll: toll.whom is Whom.KIND),
    ("weak", lambda toll: toll.weak),
    ("more", lambda toll: toll.more),
    ("early", lambda toll: toll.early),
    ("both", lambda toll: toll.both),
    ("together", lambda toll: toll.together),
    ("doubted", lambda toll: toll.doubted),
    ("single", lambda toll: toll.exactness is Exactness.NONE),
    ("report", lambda toll: toll.voice is Voice.REPORT),
)
"""What can be said of a figure where it can be said of every toll that gives it."""


class _Known:
    """What the tolls say together, against which each pair is held."""

    def __init__(self, tolls: Sequence[Toll], conventions: Conventions) -> None:
        self._conventions = conventions
        self._whole = [toll for toll in tolls if _is_whole(toll)]
        counted = [t for t in self._whole if t.exactness is not Exactness.NONE]
        summaries = [t for t in self._whole if t.voice is Voice.SUMMARY]
        self._summary = next((t for t in summaries if t in counted), summaries[0] if summaries else None)
        self._summary_number = next((t for t in summaries if t.numbers), None)
        self._methods = [t for t in tolls if t.voice is Voice.METHOD and not t.part]
        self._lists = (
            ("list", next((t.low for t in tolls if t.voice is Voice.LIST), None)),
            (
                "named" if any(t.voice is Voice.LIST for t in tolls) else "named alone",
                next((t.low for t in tolls if t.voice is Voice.NAMES), None),
            ),
        )
        said = [t for t in counted if t.voice not in (Voice.LIST, Voice.NAMES)]
        people = [t for t in said if t.whom is Whom.PEOPLE and not t.more]
        numbered = [t for t in people if t.numbers]
        self._largest = max((self._high(t) for t in people), default=None)
        self._largest_number = max((self._high(t) for t in numbered), default=None)
        self._least = min((self._low(t) for t in people), default=None)
        self._least_late = min((self._low(t) for t in numbered if not t.early), default=None)
        self._has_number = any(t.numbers for t in counted)
        self._has_plural = any(t.vague is Vague.PLURAL for t in self._whole)
        self._minima = {self._low(t) for t in tolls if t.stated is Stated.MINIMUM and t.numbers}
        self._maxima = {self._high(t) for t in tolls if t.stated is Stated.MAXIMUM and t.numbers}

    def _low(self, toll: Toll) -> int:
        return ends(toll, self._conventions)[0][0]

    def _high(self, toll: Toll) -> int:
        return ends(toll, self._conventions)[1][0]

    def of_both(self, low: _Value, high: _Value) -> dict[str, float]:
        """What is true of a pair, by name; most are 1."""
        found: dict[str, float] = {}
        say = _saying(found)
        say("equal", low.value == high.value)
        say("spread", math.log((high.value + 1) / (low.value + 1)))
        say("spread over three times", high.value > 3 * low.value)
        say("one apart", high.value == low.value + 1)
        self._against_summary(low.value, high.value, say)
        self._against_method(low.value, high.value, say)
        for name, count in self._lists:
            if count is not None:
                _compare("low", low.value, name, count, say)
                _compare("high", high.value, name, count, say)
        self._against_all(low.value, high.value, say)
        if self._summary is not None and self._summary.exactness is Exactness.UP_TO and low.value < high.value:
            say("low is list's, summary up_to", low.value == self._lists[0][1])
            say("low is vague, summary up_to", all(toll.vague is not None for toll, _ in low.evidence))
            say("low is least of late, summary up_to", low.value == self._least_late)
        return found

    def _against_summary(self, low: int, high: int, say: _Say) -> None:
        summary = self._summary
        if summary is None:
            say("equal, no summary", low == high)
            return
        kind = "vague" if summary.vague is not None else str(summary.exactness)
        first, last = self._low(summary), self._high(summary)
        say(f"low is summary's, {kind}", low == first)
        say(f"high is summary's, {kind}", high == last)
        say(f"equal, summary {kind}", low == high)
        say("low below summary's", low < first)
        say("low above summary's", low > first)
        say("high below summary's", high < last)
        say("high above summary's", high > last)
        if self._summary_number is not None and self._summary_number is not summary:
            say("low is summary's number", low == self._low(self._summary_number))
            say("high is summary's number", high == self._high(self._summary_number))

    def _against_method(self, low: int, high: int, say: _Say) -> None:
        if self._methods:
            say("low is method's", any(low == self._low(t) for t in self._methods))
            say("high is method's", any(high == self._high(t) for t in self._methods))
            last = self._methods[-1]
            both = low == self._low(last) and high == self._high(last)
            say("both are method's", both and (low < high or last.exactness is not Exactness.EXACT))
        for side, value, stated in (("low", low, self._minima), ("high", high, self._maxima)):
            say(f"{side} is stated", value in stated)
            say(f"{side} is not what is stated", bool(stated) and value not in stated)

    def _against_all(self, low: int, high: int, say: _Say) -> None:
        if self._largest is not None:
            _compare("high", high, "largest", self._largest, say)
            plural = self._has_plural and self._largest_number == 1
            say("high is a plural above one", plural and (low, high) == (1, 2))
        if self._largest_number is not None:
            say("high is largest number", high == self._largest_number)
            say("high below largest number", high < self._largest_number)
        if self._least is not None:
            say("low is least", low == self._least)
            say("low below least", low < self._least)
        if self._least_late is not None:
            say("low is least of late", low == self._least_late)

    def of_evidence(self, side: str, value: _Value) -> dict[str, float]:
        """What is true of a figure by itself, as one end of a range."""
        found: dict[str, float] = {}
        say = _saying(found)
        rules = {rule for _, rule in value.evidence}
        for rule in (_BARE, _SUM, _IN_DOUBT):
            say(f"{side} only by {rule}", rules == {rule})
        say(f"{side} said often", math.log(len(value.evidence)))
        for name, has in _QUALITIES:
            say(f"{side} only {name}", all(has(toll) for toll, _ in value.evidence))
        vague = all(toll.vague is not None for toll, _ in value.evidence)
        say(f"{side} vague, numbers stand", self._has_number and vague)
        return found


def _saying(found: dict[str, float]) -> _Say:
    def say(name: str, value: float | None) -> None:
        if value:
            found[name] = float(value)

    return say


def _compare(side: str, value: int, name: str, other: int, say: _Say) -> None:
    say(f"{side} is {name}", value == other)
    say(f"{side} below {name}", value < other)
    say(f"{side} above {name}", value > other)
