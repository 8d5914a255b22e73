"""Neighbours: when those around an account fell silent together, and what that would be worth by chance.

It is asked of an account's neighbours alone, never of the account itself, so that a verdict can be computed again from
what the others did. Each neighbour's last eight weeks tell how long one waits for it to speak, having begun to wait at
this hour of the day, the same weekday counting more. That all of them are waited for so long at once is worth the
product of those chances; nights and weekends are in the waits. What is not, a holiday, shows elsewhere: where accounts
of other places are quieter than at these hours of the past weeks, the silence here is worth less.

What is heard of a neighbour at all is left to hearing.py, what becomes of an account's alarm to outages.py. Measured by
tools/measure_outages.py, with what was tried, in docs/neighbours.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

Instants = NDArray[np.int64]
Floats = NDArray[np.float64]


FEWEST_NEIGHBOURS = 3
"""With fewer usable neighbours an outage can be neither told nor excluded."""

NEVER_US = int(np.iinfo(np.int64).max)
"""For what is yet to come."""

_MINUTE_US = 60_000_000
_HOUR_US = 60 * _MINUTE_US
_DAY_US = 24 * _HOUR_US

_SHORTEST_US = 2 * _HOUR_US  # nothing shorter is called an outage
_LOOK_BACK_DAYS = 56  # each weekday eight times, and not so long that habits have changed
_SAME_WEEKDAY = 3.0  # weight of a wait begun on the same weekday
_LEAST_SIGNS = 20  # a neighbour with fewer signs of life, or days of history, is not usable
_LEAST_HISTORY_US = 14 * _DAY_US
_RARE_AGE = (
    0.0125  # silent already for longer than at this hour on all but so few of its days: its silence tells nothing
)
_LONGER_THAN_EVER = 1.5  # and for so many times the longest of them: it fell silent before, by itself
_NO_EVIDENCE = 0.5
_ONE_MAY_SPEAK_OF = 6  # one neighbour in so many may speak through an outage: a satellite telephone, a planned post
_RETURN_AT_MOST_US = 48 * _HOUR_US  # some have spoken for two days: the others are not with them
_LEAST_ELSEWHERE = 20.0  # posts to be expected elsewhere before their lack says anything
_MOST_DISCOUNT = 0.4  # a weekend or holiday leaves more than this; what takes more is an outage wider than the place
_CENSORED_US = 1 << 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """From when on a shared silence counts, and until when. Surprise is the natural logarithm of one over a chance."""

    surprise: float
    each: float  # so much more surprise for each silent neighbour: they are not quite independent
    alone: float  # and so much where no other place is known: nobody can say whether it is a holiday
    until_half_return: bool  # over when half of the silent are back; else with the first of them


OUTAGE = Rule(surprise=9.5, each=0.35, alone=2.0, until_half_return=True)
"""A silence that is surprising by itself."""

LULL = Rule(surprise=1.0, each=0.0, alone=0.0, until_half_return=False)
"""A silence that is likelier shared than not: enough where one account is past its own alarm, and asks why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSilence:
    """Neighbours silent together for longer than chance would have it. Times in microseconds since 1970.

    Attributes:
        begin_us: The last sign of life of those silent: it is dated from then.
        noticed_us: When it had lasted long enough.
        back_us: When the first of them spoke again; NEVER_US: not yet.
        over_us: When the place had returned: half of them had spoken, or some for two days; NEVER_US: not yet.
        n_silent: How many usable neighbours fell silent together.
        n_usable: Of how many.
    """

    begin_us: int
    noticed_us: int
    back_us: int
    over_us: int
    n_silent: int
    n_usable: int


def shared_silences(
    neighbours: Sequence[Instants],
    *,
    elsewhere: Instants | None = None,
    since_us: int,
    until_us: int,
    rule: Rule = OUTAGE,
) -> list[SharedSilence]:
    """Every silence the neighbours shared between two instants, oldest first.

    Args:
        neighbours: Signs of life of each, increasing, microseconds; from its first on. What lies behind `until_us` is
            not looked at.
        elsewhere: Signs of life of all accounts of other places together, increasing.
        since_us: Silences that end before are left out.
        until_us: As of when.
        rule: What counts.
    """
    columns = silence_columns(neighbours, elsewhere=elsewhere, since_us=since_us, until_us=until_us, rule=rule)
    return [
        SharedSilence(
            begin_us=int(begin),
            noticed_us=int(noticed),
            back_us=int(back),
            over_us=int(over),
            n_silent=int(n_silent),
            n_usable=int(n_usable),
        )
        for begin, noticed, back, over, n_silent, n_usable in columns
    ]


def silence_columns(
    neighbours: Sequence[Instants],
    *,
    elsewhere: Instants | None,
    since_us: int,
    until_us: int,
    rule: Rule,
) -> NDArray[np.int64]:
    """The same as columns, shape (n, 6), in the order of SharedSilence: for replaying years of many places."""
    known = [one[: np.searchsorted(one, until_us, side="right")] for one in neighbours]
    starts = np.zeros(len(known) + 1, dtype=np.int64)
    np.cumsum([one.size for one in known], out=starts[1:])
    at = np.concatenate(known) if known else np.empty(0, dtype=np.int64)
    who = np.repeat(np.arange(len(known)), np.diff(starts))
    order = np.argsort(at, kind="stable")
    others = np.empty(0, dtype=np.int64) if elsewhere is None else elsewhere
    surprise = rule.surprise + (rule.alone if others.size == 0 else 0.0)
    found: NDArray[np.int64] = _scan(
        (at, starts, at[order], who[order]),
        others,
        (since_us, until_us),
        (surprise, rule.each),
        int(rule.until_half_return),
    )
    return found


def usable_neighbours(neighbours: Sequence[Instants], at_us: int) -> NDArray[np.bool_]:
    """Which of them can be compared with: known for long enough, and not silent by themselves since before."""
    waits, weights = np.empty(_LOOK_BACK_DAYS, dtype=np.int64), np.empty(_LOOK_BACK_DAYS)
    return np.array([one.size > 0 and _waits(one, at_us, waits, weights) > 0 for one in neighbours], dtype=np.bool_)


_Signs = tuple[Instants, Instants, Instants, Instants]
"""All neighbours' instants, where each one's begin, and the same in order of time with whose each is."""

_Table = tuple[Instants, Floats, Floats, NDArray[np.bool_]]
"""Each neighbour's waits and their weights, shape (m, days); the weights' sum, 0: not usable; whether it is silent."""


@numba.njit(cache=True)
def _waits(at: Instants, u: int, waits: Instants, weights: Floats) -> float:
    """How long one waited for one account from this hour on, on each earlier day.

    Returns:
        The sum of weights; `_NO_EVIDENCE` where it was silent already for as long as hardly ever, so that its going on
        tells nothing; 0 where it is not usable.
    """
    last = np.searchsorted(at, u, side="right") - 1
    if last + 1 < _LEAST_SIGNS or u - at[0] < _LEAST_HISTORY_US:
        return 0.0
    total = 0.0
    as_old = 0.0
    oldest = _SHORTEST_US
    age = u - at[last]
    for day in range(1, _LOOK_BACK_DAYS + 1):
        start = u - day * _DAY_US
        weights[day - 1] = 0.0
        waits[day - 1] = 0
        if at[0] > start:
            continue
        following = np.searchsorted(at[: last + 1], start, side="right")
        waits[day - 1] = at[following] - start if following <= last else _CENSORED_US
        weights[day - 1] = _SAME_WEEKDAY if day % 7 == 0 else 1.0
        total += weights[day - 1]
        if following <= last:  # a silence of its own, not the one it is in
            oldest = max(oldest, start - at[following - 1])
        if start - at[following - 1] >= age:
            as_old += weights[day - 1]
    if as_old >= _RARE_AGE * total:
        return total
    return _NO_EVIDENCE if age <= _LONGER_THAN_EVER * oldest else 0.0


@numba.njit(cache=True)
def _quieter(elsewhere: Instants, u: int, h: int) -> float:
    """How much of what is usual at these hours was posted elsewhere in (u, u + h]: 1 or more where nothing is amiss."""
    if elsewhere.size == 0:
        return 1.0
    usual = 0.0
    weeks = 0
    for week in range(1, _LOOK_BACK_DAYS // 7 + 1):
        start = u - week * 7 * _DAY_US
        if elsewhere[0] <= start:
            weeks += 1
            usual += _count(elsewhere, start, start + h)
    if weeks == 0 or usual / weeks < _LEAST_ELSEWHERE:
        return 1.0
    return _count(elsewhere, u, u + h) * weeks / usual


@numba.njit(cache=True)
def _count(at: Instants, begin: int, end: int) -> int:
    """How many instants lie behind `begin`, up to and including `end`."""
    return int(np.searchsorted(at, end, side="right") - np.searchsorted(at, begin, side="right"))


@numba.njit(cache=True)
def _worth(table: _Table, elsewhere: Instants, u: int, h: int) -> float:
    """How surprising it is that all these are silent from u on for h."""
    waits, weights, totals, silent = table
    worth = 0.0
    for j in range(totals.size):
        if silent[j] and totals[j] >= 1:
            outlasted = 0.0
            for day in range(_LOOK_BACK_DAYS):
                if weights[j, day] > 0 and waits[j, day] > h:
                    outlasted += weights[j, day]
            # Half a day on either side: nobody is certain to speak, or to be silent.
            worth -= math.log((outlasted + 0.5) / (totals[j] + 1.0))
    return worth * max(_MOST_DISCOUNT, min(1.0, _quieter(elsewhere, u, h)))


@numba.njit(cache=True)
def _noticed(
    table: _Table, elsewhere: Instants, span: tuple[int, int], counts: tuple[int, int], asked: tuple[float, float]
) -> int:
    """When a silence is surprising enough, to the minute; NEVER_US where it is not by the span's end."""
    u, until = span
    n_silent, n_usable = counts
    if n_silent < FEWEST_NEIGHBOURS:
        return NEVER_US
    need = asked[0] + asked[1] * n_silent
    for speaking in range(n_usable - n_silent):  # those who speak could have been any of them
        need += math.log((n_usable - speaking) / (speaking + 1))
    low, high = _SHORTEST_US, until - u
    if _worth(table, elsewhere, u, high) < need:
        return NEVER_US
    if _worth(table, elsewhere, u, low) >= need:
        return u + low
    while high - low > _MINUTE_US:
        middle = (low + high) // 2
        if _worth(table, elsewhere, u, middle) >= need:
            high = middle
        else:
            low = middle
    return u + high


@numba.njit(cache=True)
def _weigh(signs: _Signs, last: Instants, u: int, table: _Table) -> tuple[int, int]:
    """Fill the table as of u; gives how many usable neighbours are silent since, and how many there are."""
    waits, weights, totals, silent = table
    at, starts, _, _ = signs
    n_silent = 0
    n_usable = 0
    for j in range(last.size):
        silent[j] = last[j] <= u
        totals[j] = _waits(at[starts[j] : starts[j + 1]], u, waits[j], weights[j]) if last[j] >= 0 else 0.0
        n_usable += totals[j] > 0
        n_silent += totals[j] > 0 and silent[j]
    return n_silent, n_usable


@numba.njit(cache=True)
def _follow_return(signs: _Signs, last: Instants, n: int, table: _Table, enough: int) -> tuple[int, int, int]:
    """From the n-th sign of life on, when the first of the silent is back, when enough are, and where that is."""
    _, _, merged, who = signs
    _, _, totals, silent = table
    back = NEVER_US
    came = 0
    while n < merged.size:
        j = who[n]
        last[j] = merged[n]
        if silent[j]:
            back = min(back, merged[n])
            came += totals[j] > 0
            silent[j] = totals[j] == 0  # whoever is not usable may stand for the first, not for the half
        if (back != NEVER_US and merged[n] - back > _RETURN_AT_MOST_US) or (back != NEVER_US and came >= enough):
            return back, merged[n], n
        n += 1
    return back, NEVER_US, n


@numba.njit(cache=True)
def _scan(
    signs: _Signs, elsewhere: Instants, span: tuple[int, int], asked: tuple[float, float], until_half_return: int
) -> Instants:
    """Follow the neighbours' signs of life in order; between two of them the shared silence grows."""
    _, starts, merged, who = signs
    m = starts.size - 1
    may_speak = m // _ONE_MAY_SPEAK_OF
    last = np.full(m, -1, dtype=np.int64)
    table = (
        np.empty((m, _LOOK_BACK_DAYS), dtype=np.int64),
        np.empty((m, _LOOK_BACK_DAYS), dtype=np.float64),
        np.zeros(m),
        np.zeros(m, dtype=np.bool_),
    )
    rows = np.empty((16, 6), dtype=np.int64)
    n_rows = 0
    weighed_u = -2
    noticed = NEVER_US
    counts = (0, 0)
    n = 0
    while n < merged.size:
        here = merged[n]
        last[who[n]] = here
        n += 1
        end = merged[n] if n < merged.size else span[1]
        if end < span[0]:
            continue
        u = here if may_speak == 0 else np.sort(last)[m - 1 - may_speak]
        if u < 0 or end - u < _SHORTEST_US:
            continue
        if u != weighed_u:
            weighed_u = u
            counts = _weigh(signs, last, u, table)
            noticed = _noticed(table, elsewhere, (u, span[1]), counts, asked)
        if noticed > end or (noticed == end and n < merged.size):
            continue
        noticed = max(noticed, here)
        if noticed - here >= (noticed - u) // 2:  # those who spoke on were only the last to fall silent
            u = here
            counts = (counts[1], counts[1])
            table[3][:] = True
        enough = (counts[0] + 1) // 2 if until_half_return else 0
        back, over, n = _follow_return(signs, last, n, table, enough)
        weighed_u = -2
        if n_rows == rows.shape[0]:
            rows = np.concatenate((rows, np.empty_like(rows)))
        rows[n_rows] = (u, noticed, back, over, counts[0], counts[1])
        n_rows += 1
    return rows[:n_rows]
