"""An account's habits, as figures: what its past up to a sign of life says of the silence that may follow.

Each figure uses the account's own past only, up to and with the sign of life it belongs to. The state behind it is
bounded (24 hours, 365 days, the gaps over three hours of 365 days), so that one more sign of life costs the same
however long the account has been followed. Instants are seconds since 1970, UTC, as float64.

What is left to others: the pace of the other accounts (`pace`), and what the figures are worth (`rhythm_model`).
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

HABIT_NAMES = (
    *("n_24h", "n_7d", "n_30d", "n_90d", "n_365d"),  # log signs of life in so long
    *("active_7d", "active_30d", "active_90d"),  # share of days with any
    *("longest_7d", "longest_30d", "longest_90d", "longest_180d"),  # log seconds
    *(f"nth_longest_{n}" for n in (1, 2, 3, 5, 8, 13, 21, 41)),  # log seconds, of the last 365 days
    *(f"level_{n}" for n in (4, 12, 26, 52, 104, 200)),  # log seconds: the gap outlasted so often in a year
    *("over_24h", "over_48h", "over_96h"),  # such gaps a day, last 90 days
    *("tail", "n_tail"),  # mean log excess over 12 h (Hill), and log2 of how many
    *("log_gap_mean", "log_gap_spread"),  # log seconds, fading over 100 gaps
    "age",  # log seconds followed, at most a year
    *("since_24h", "since_72h"),  # log seconds since such a gap ended
    *("session", "n_session", "n_day", "last_gap"),  # log seconds in this session, signs in it and today, last gap
    *("hour", "weekday"),  # UTC, Monday is 0
    *("trend_1", "trend_7", "trend_30", "trend_90"),  # log ratio of neighbouring counts
)
N_HABITS = len(HABIT_NAMES)
HABIT = {name: column for column, name in enumerate(HABIT_NAMES)}

_DAY_S = 86400.0
_FLOOR_S = 3 * 3600.0  # gaps under three hours are the inside of a day; kept are those above
_KEPT = 2928  # no more gaps of over three hours fit into 366 days
_N_DAYS = 366
_NTH = np.array([1, 2, 3, 5, 8, 13, 21, 41])
_RATES = np.array([4.0, 12.0, 26.0, 52.0, 104.0, 200.0])
_FADE = 1 - 1 / 100

# Where each running figure stands in the state's vector of scalars.
_FIRST, _LAST, _SUM_W, _SUM_L, _SUM_LL, _AT_24, _AT_72 = range(7)
_SESSION, _N_SESSION, _N_DAY, _GAPS, _DAY, _HOUR, _FRESH = range(7, 14)
_N_SCALARS = 14


@njit(cache=True)
def empty_state() -> tuple[NDArray[np.float64], ...]:
    """The state of an account nothing was heard of: scalars, hours, days, gap ends, gap lengths, slow figures."""
    return (
        np.zeros(_N_SCALARS),
        np.zeros(24),
        np.zeros(_N_DAYS),
        np.zeros(_KEPT),
        np.zeros(_KEPT),
        np.zeros(N_HABITS),
    )


@njit(cache=True)
def follow(state: tuple[NDArray[np.float64], ...], at_s: float, out: NDArray[np.float32]) -> None:
    """Take one more sign of life into the state, and write the account's habits as of it into `out`, shape (n,).

    `at_s` must lie after the last one followed.
    """
    scalars, hours, days, ends, gaps, slow = state
    heard_before = scalars[_FIRST] > 0
    day, hour = np.floor(at_s / _DAY_S), np.floor(at_s / 3600.0)
    if not heard_before:
        scalars[_FIRST], scalars[_SESSION], scalars[_DAY], scalars[_HOUR] = at_s, at_s, day, hour
        scalars[_FRESH] = 1.0
    else:
        _take_gap(scalars, ends, gaps, at_s)
        _turn(hours, scalars[_HOUR], hour)
        if day != scalars[_DAY]:
            _turn(days, scalars[_DAY], day)
            scalars[_N_DAY], scalars[_FRESH] = 0.0, 1.0
    gap = at_s - scalars[_LAST]
    scalars[_DAY], scalars[_HOUR], scalars[_LAST] = day, hour, at_s
    scalars[_N_SESSION] += 1
    scalars[_N_DAY] += 1
    hours[int(hour) % 24] += 1
    days[int(day) % _N_DAYS] += 1
    if scalars[_FRESH] > 0:
        _slow_figures(scalars, days, ends, gaps, slow, at_s)
        scalars[_FRESH] = 0.0
    out[:] = slow
    _quick_figures(scalars, hours, days, out, at_s, gap if heard_before else np.nan)


@njit(cache=True)
def habits_of(at_s: NDArray[np.float64]) -> NDArray[np.float32]:
    """The habits after each of an account's signs of life, shape (n, N_HABITS); `at_s` strictly increasing."""
    out = np.empty((at_s.size, N_HABITS), np.float32)
    state = empty_state()
    for i in range(at_s.size):
        follow(state, at_s[i], out[i])
    return out


@njit(cache=True)
def _take_gap(scalars: NDArray[np.float64], ends: NDArray[np.float64], gaps: NDArray[np.float64], at_s: float) -> None:
    gap = at_s - scalars[_LAST]
    length = np.log(max(gap, 30.0))
    scalars[_SUM_W] = scalars[_SUM_W] * _FADE + 1
    scalars[_SUM_L] = scalars[_SUM_L] * _FADE + length
    scalars[_SUM_LL] = scalars[_SUM_LL] * _FADE + length * length
    if gap > 2 * 3600:
        scalars[_SESSION], scalars[_N_SESSION] = at_s, 0.0
    if gap > 24 * 3600:
        scalars[_AT_24] = at_s
    if gap > 72 * 3600:
        scalars[_AT_72] = at_s
    if gap > _FLOOR_S:
        slot = int(scalars[_GAPS]) % _KEPT
        ends[slot], gaps[slot] = at_s, gap
        scalars[_GAPS] += 1
        scalars[_FRESH] = 1.0


@njit(cache=True)
def _turn(ring: NDArray[np.float64], then: float, now: float) -> None:
    """Empty the slots of a ring between two turns of its clock."""
    steps = min(int(now - then), ring.size)
    for step in range(1, steps + 1):
        ring[int(then + step) % ring.size] = 0.0


@njit(cache=True)
def _slow_figures(  # noqa: PLR0917 - compiled functions take no keywords
    scalars: NDArray[np.float64],
    days: NDArray[np.float64],
    ends: NDArray[np.float64],
    gaps: NDArray[np.float64],
    slow: NDArray[np.float64],
    at_s: float,
) -> None:
    """The figures that change only with a new day or a gap over three hours."""
    c, today = 5, int(np.floor(at_s / _DAY_S))
    for window in (7, 30, 90):
        active = 0
        for back in range(window):
            active += days[(today - back) % _N_DAYS] > 0
        slow[c] = active / window
        c += 1
    n_all = int(min(scalars[_GAPS], _KEPT))
    kept, n = np.empty(n_all), 0
    longest = np.full(4, _FLOOR_S)
    over, tail, n_tail = np.zeros(3), 0.0, 0
    for back in range(n_all):
        slot = int(scalars[_GAPS] - 1 - back) % _KEPT
        age_d, gap = (at_s - ends[slot]) / _DAY_S, gaps[slot]
        if age_d > 365:
            break
        kept[n] = gap
        n += 1
        for k, window in enumerate((7, 30, 90, 180)):
            if age_d < window:
                longest[k] = max(longest[k], gap)
        if age_d < 90:
            for k, limit in enumerate((24, 48, 96)):
                over[k] += gap > limit * 3600
        if gap > 12 * 3600:
            tail += np.log(gap / (12 * 3600))
            n_tail += 1
    slow[c : c + 4] = np.log(longest)
    c += 4
    ranked = np.sort(kept[:n])[::-1]
    for nth in _NTH:
        slow[c] = np.log(ranked[nth - 1]) if n >= nth else np.log(_FLOOR_S)
        c += 1
    followed_s = at_s - scalars[_FIRST]
    years = min(followed_s, 365 * _DAY_S) / (365.25 * _DAY_S)
    for rate in _RATES:
        slow[c] = _level(ranked, rate * years)
        c += 1
    slow[c : c + 3] = over / (min(followed_s, 90 * _DAY_S) / _DAY_S + 1)
    slow[c + 3] = tail / n_tail if n_tail > 0 else 0.0
    slow[c + 4] = np.log2(1.0 + n_tail)


@njit(cache=True)
def _level(ranked: NDArray[np.float64], times: float) -> float:
    """Log of the gap outlasted `times` times: between the ranks, in log seconds; never under three hours."""
    position = times - 0.5
    if ranked.size == 0 or position >= ranked.size - 1:
        return float(np.log(_FLOOR_S))
    if position <= 0:
        return float(np.log(ranked[0]))
    k = int(position)
    return float(np.log(ranked[k]) * (1 - position + k) + np.log(ranked[k + 1]) * (position - k))


@njit(cache=True)
def _quick_figures(  # noqa: PLR0917 - compiled functions take no keywords
    scalars: NDArray[np.float64],
    hours: NDArray[np.float64],
    days: NDArray[np.float64],
    out: NDArray[np.float32],
    at_s: float,
    gap: float,
) -> None:
    """The figures that change with every sign of life."""
    out[0] = np.log(hours.sum())
    today, counted, n = int(np.floor(at_s / _DAY_S)), 0, 0.0
    for k, window in enumerate((7, 30, 90, 365)):
        while counted < window:
            n += days[(today - counted) % _N_DAYS]
            counted += 1
        out[1 + k] = np.log(n)
    c = 31
    weight = max(scalars[_SUM_W], 1e-9)
    mean = scalars[_SUM_L] / weight if scalars[_SUM_W] > 0 else np.log(_DAY_S)
    out[c] = mean
    out[c + 1] = np.sqrt(max(0.0, scalars[_SUM_LL] / weight - mean * mean)) if scalars[_SUM_W] > 1 else 1.0
    followed_s = at_s - scalars[_FIRST]
    out[c + 2] = np.log(min(followed_s, 365 * _DAY_S) + _DAY_S)
    unseen = np.log(min(followed_s, 365 * _DAY_S) + _DAY_S) + 1
    out[c + 3] = np.log(at_s - scalars[_AT_24] + 3600) if scalars[_AT_24] > 0 else unseen
    out[c + 4] = np.log(at_s - scalars[_AT_72] + 3600) if scalars[_AT_72] > 0 else unseen
    out[c + 5] = np.log(at_s - scalars[_SESSION] + 60)
    out[c + 6] = np.log(scalars[_N_SESSION])
    out[c + 7] = np.log(scalars[_N_DAY])
    out[c + 8] = np.log(_DAY_S) if np.isnan(gap) else np.log(max(gap, 30.0))
    out[c + 9] = np.floor(at_s / 3600.0) % 24
    out[c + 10] = (np.floor(at_s / _DAY_S) + 3) % 7
    for k in range(4):
        out[c + 11 + k] = out[k] - out[k + 1]
