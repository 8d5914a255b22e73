"""Which range the tolls of one narrative add up to: every pair of figures that stand there is weighed.

Candidates for the low and the high are the figures of the text, vague amounts by the codebook's convention, and how many
are listed or named. What is known of a pair - whether its low is the summary's, its high the largest any source gives,
whether a sentence on method states it - is turned into features; a linear weight for each says what analysts follow.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vigil.incidents.codebooks.persons import Persons
from vigil.incidents.codebooks.tolls import Bound, Toll, Vague, Voice, Whom
from vigil.model.claim import Exactness, Span

_MOST_VALUES = 16
"""Figures considered for a bound: those said most, where a text has more."""


class Convention(NamedTuple):
    """What an amount without a number is worth."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading of one toll as a figure."""

    toll: Toll
    rule: str


@dataclass(slots=True)
class _Value:
    """A figure with all that speaks for it."""

    value: int
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate range with what is known of it."""

    low: Bound
    high: Bound
    features: Mapping[str, float]


def pairs(tolls: Sequence[Toll], persons: Persons | None, conventions: Mapping[Vague, Convention]) -> list[Pair]:
    """Every range that figures of the text could make up, for one harm. Empty where nothing is said of it."""
    tolls = [toll for toll in tolls if toll.whom is not Whom.FIGHTERS]
    lows, highs = _values(tolls, persons, conventions)
    if not lows or not highs:
        return []
    known = _Known(tolls, persons, conventions)
    return [
        Pair(_bound(low), _bound(high), known.features(low, high))
        for low in lows
        for high in highs
        if low.value <= high.value
    ]


def weigh(candidates: Sequence[Pair], weights: Mapping[str, float]) -> Pair | None:
    """The pair that weighs most; of equals the first."""
    best, most = None, -math.inf
    for pair in candidates:
        weight = sum(weights.get(name, 0.0) * value for name, value in pair.features.items())
        if weight > most + 1e-9:
            best, most = pair, weight
    return best


def _bound(value: _Value) -> Bound:
    first = value.evidence[0]
    return Bound(
        value=value.value,
        rule=first.rule,
        spans=tuple(dict.fromkeys((each.toll.document, each.toll.span) for each in value.evidence)),
    )


def readings(toll: Toll, conventions: Mapping[Vague, Convention]) -> tuple[tuple[int, str], tuple[int, str]]:
    """What one toll says at least and at most, each with the rule that reads it so."""
    if toll.vague is not None:
        worth = conventions[toll.vague]
        return (worth.low, f"{toll.vague} counts as {worth.low}"), (worth.high, f"{toll.vague} counts as {worth.high}")
    numbers = toll.numbers
    if toll.exactness is Exactness.MORE_THAN:
        return (numbers[0] + 1, "more than a number is one more"), (numbers[-1] + 1, "more than a number is one more")
    how = {
        Exactness.AT_LEAST: "at least",
        Exactness.UP_TO: "up to",
        Exactness.ABOUT: "range or estimate",
        Exactness.NONE: "one person, not counted",
    }.get(toll.exactness, "number")
    where = f"{toll.voice}: {how}"
    return (numbers[0], where), (numbers[-1], where)


def _values(
    tolls: Sequence[Toll], persons: Persons | None, conventions: Mapping[Vague, Convention]
) -> tuple[list[_Value], list[_Value]]:
    lows: dict[int, _Value] = {}
    highs: dict[int, _Value] = {}
    for toll in sorted(tolls, key=_standing):
        if toll.vague is None and not toll.numbers:
            continue
        (low, low_rule), (high, high_rule) = readings(toll, conventions)
        lows.setdefault(low, _Value(low)).evidence.append(Evidence(toll, low_rule))
        highs.setdefault(high, _Value(high)).evidence.append(Evidence(toll, high_rule))
        if toll.exactness is Exactness.MORE_THAN:
            lows.setdefault(low - 1, _Value(low - 1)).evidence.append(Evidence(toll, "more than"))
        if high != low:
            highs.setdefault(low, _Value(low)).evidence.append(Evidence(toll, low_rule))
            lows.setdefault(high, _Value(high)).evidence.append(Evidence(toll, high_rule))
    for value in list(lows):
        highs.setdefault(value, lows[value])
    return (
        sorted(list(lows.values())[:_MOST_VALUES], key=lambda each: each.value),
        sorted(list(highs.values())[:_MOST_VALUES], key=lambda each: each.value),
    )


def _standing(toll: Toll) -> tuple[int, int]:
    """Order of consideration: the author's own words first, subsets and other incidents last."""
    voices = {Voice.SUMMARY: 0, Voice.METHOD: 1, Voice.LIST: 2, Voice.NAMES: 3, Voice.REPORT: 4}
    return voices[toll.voice] + 10 * (toll.part or toll.elsewhere), toll.order


class _Known:
    """What the tolls say together, against which a pair is held."""

    def __init__(
        self, tolls: Sequence[Toll], persons: Persons | None, conventions: Mapping[Vague, Convention]
    ) -> None:
        self.tolls = tolls
        self.conventions = conventions
        whole = [t for t in tolls if not t.part and not t.elsewhere and (t.vague is not None or t.numbers)]
        self.summary = next((t for t in whole if t.voice is Voice.SUMMARY and t.exactness is not Exactness.NONE), None)
        if self.summary is None:
            self.summary = next((t for t in whole if t.voice is Voice.SUMMARY), None)
        self.numbered = next((t for t in whole if t.voice is Voice.SUMMARY and t.numbers), None)
        self.methods = [t for t in tolls if t.voice is Voice.METHOD and not t.part and (t.vague or t.numbers)]
        self.listed = next((t.low for t in tolls if t.voice is Voice.LIST), None)
        self.named = next((t.low for t in tolls if t.voice is Voice.NAMES), None)
        said = [t for t in whole if t.voice in (Voice.REPORT, Voice.METHOD, Voice.SUMMARY) and t.exactness is not Exactness.NONE]
        people = [t for t in said if t.whom is Whom.PEOPLE and not t.more]
        self.largest = max((self._high(t) for t in people), default=None)
        self.least = min((self._low(t) for t in people), default=None)
        numbered = [t for t in people if t.numbers]
        self.largest_number = max((self._high(t) for t in numbered), default=None)
        late = [t for t in numbered if not t.early]
        self.least_late = min((self._low(t) for t in late), default=None)
        self.has_number = any(t.numbers and t.exactness is not Exactness.NONE for t in whole)
        self.only_vague = bool(said) and not any(t.numbers for t in said)

    def _low(self, toll: Toll) -> int:
        return readings(toll, self.conventions)[0][0]

    def _high(self, toll: Toll) -> int:
        return readings(toll, self.conventions)[1][0]

    def features(self, low: _Value, high: _Value) -> dict[str, float]:
        """By name; what is absent is 0."""
        found: dict[str, float] = {}

        def say(name: str, value: float | bool | None) -> None:
            if value:
                found[name] = float(value)

        equal = low.value == high.value
        say("equal", equal)
        say("spread", math.log((high.value + 1) / (low.value + 1)))
        if self.summary is not None:
            kind = "vague" if self.summary.vague is not None else str(self.summary.exactness)
            first, last = self._low(self.summary), self._high(self.summary)
            say(f"low is summary's, {kind}", low.value == first)
            say(f"high is summary's, {kind}", high.value == last)
            say(f"equal, summary {kind}", equal)
            say("low below summary", low.value < first)
            say("low above summary", low.value > first)
            say("high below summary", high.value < last)
            say("high above summary", high.value > last)
        else:
            say("equal, no summary", equal)
        if self.numbered is not None and self.numbered is not self.summary:
            say("low is summary's number", low.value == self._low(self.numbered))
            say("high is summary's number", high.value == self._high(self.numbered))
        if self.methods:
            say("low is method's", any(low.value == self._low(t) for t in self.methods))
            say("high is method's", any(high.value == self._high(t) for t in self.methods))
            last_method = self.methods[-1]
            both = low.value == self._low(last_method) and high.value == self._high(last_method)
            say("both are method's", both and (not equal or last_method.exactness is not Exactness.EXACT))
        for name, count in (("list", self.listed), ("named", self.named)):
            if count is not None:
                say(f"low is {name}", low.value == count)
                say(f"high is {name}", high.value == count)
                say(f"low below {name}", low.value < count)
                say(f"low above {name}", low.value > count)
                say(f"high below {name}", high.value < count)
                say(f"high above {name}", high.value > count)
        if self.largest is not None:
            say("high is largest", high.value == self.largest)
            say("high below largest", high.value < self.largest)
            say("high above largest", high.value > self.largest)
        if self.largest_number is not None:
            say("high is largest number", high.value == self.largest_number)
            say("high below largest number", high.value < self.largest_number)
        if self.least is not None:
            say("low is least", low.value == self.least)
            say("low below least", low.value < self.least)
        if self.least_late is not None:
            say("low is least of late", low.value == self.least_late)
        for side, value in (("low", low), ("high", high)):
            self._evidence(side, value, say)
        return found

    def _evidence(self, side: str, value: _Value, say: Callable[[str, float | bool | None], None]) -> None:
        tolls = [each.toll for each in value.evidence]
        say(f"{side} said often", math.log(len(tolls)))
        for name, test in (
            ("vague", lambda t: t.vague is not None),
            ("part", lambda t: t.part),
            ("elsewhere", lambda t: t.elsewhere),
            ("kind", lambda t: t.whom is Whom.KIND),
            ("weak", lambda t: t.weak),
            ("more", lambda t: t.more),
            ("early", lambda t: t.early),
            ("single", lambda t: t.exactness is Exactness.NONE),
            ("report", lambda t: t.voice is Voice.REPORT),
        ):
            say(f"{side} only {name}", all(test(t) for t in tolls))
        say(f"{side} vague, numbers stand", self.has_number and all(t.vague is not None for t in tolls))
