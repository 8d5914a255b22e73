"""Timelines with the statistics of people: days and nights, sessions and bursts, long tails, days away.

Sessions begin by chance at a rate that follows the hour, the weekday, prayers, power and shelling, times a mood that
wanders from day to day. A session holds a few posts at log-normal distances. Now and then someone is away for a time
with a Pareto tail. Nothing here is fitted to a person.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from vigil.model.instants import DAY_US, HOUR_US, SECOND_US, to_micros

CELL_US = 600 * SECOND_US
"""Rates are constant over ten minutes: finer than a prayer, coarse enough that 60 accounts take a second."""

_CELLS_PER_DAY = DAY_US // CELL_US
_FRIDAY = 4  # Monday is 0
_EPOCH_WEEKDAY = 3  # 1 January 1970 was a Thursday

# Syria left summer time (UTC+3) for UTC+2 on 28 October 2016 at 00:00 local time: tz database, Asia/Damascus.
_SUMMER_ENDS_US = to_micros(datetime.fromisoformat("2016-10-28T00:00:00+03:00"))

# The five prayers at Aleppo in hours UTC on 1 August and 20 December, from its latitude and longitude, to the nearest
# five minutes; days in between are interpolated.
_PRAYERS_AUGUST_H = np.array([1.33, 9.6, 13.33, 16.5, 18.0])
_PRAYERS_DECEMBER_H = np.array([3.25, 9.45, 12.1, 14.35, 15.75])
_AUGUST_US = to_micros(datetime.fromisoformat("2016-08-01T00:00:00+00:00"))
_DECEMBER_US = to_micros(datetime.fromisoformat("2016-12-20T00:00:00+00:00"))
_PRAYER_H = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How one person posts, in numbers a reader can check against the timeline."""

    posts_per_day: float
    wakes_h: float  # local hour
    sleeps_h: float  # local hour, may be beyond 24
    evening: float  # how much more is posted in the evening than through the day
    night: float  # share of the day's rate that is left in the night
    posts_per_session: float
    session_gap_s: float  # median distance of posts within a session
    prayer_left: float  # share of the rate that is left during a prayer
    friday: float  # factor on Fridays
    power_left: float  # share of the rate that is left in a power cut: batteries, panels, a neighbour's generator
    roused: float  # factor under shelling
    mood: float  # standard deviation of the logarithm of the daily rate
    away_per_month: float  # how often they are away for longer
    away_h: float  # the shortest such time


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a place gives everyone in it, a value a cell of ten minutes. Empty: undisturbed."""

    power: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    shelling: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))


def human_rhythm(rng: np.random.Generator, *, posts_per_day: float | None = None) -> Rhythm:
    """A person by chance: mostly a handful of posts a day, some forty, each with their own hours and habits."""
    return Rhythm(
        posts_per_day=posts_per_day or float(np.clip(rng.lognormal(np.log(9), 0.75), 2.5, 42)),
        wakes_h=rng.normal(7.5, 1.2),
        sleeps_h=rng.normal(24.3, 1.3),
        evening=rng.uniform(0.3, 1.8),
        night=rng.uniform(0.005, 0.06),
        posts_per_session=1 + rng.gamma(2.0, 0.8),
        session_gap_s=rng.uniform(90, 600),
        prayer_left=rng.uniform(0.1, 0.9),
        friday=rng.uniform(0.55, 1.15),
        power_left=rng.uniform(0.15, 0.9),
        roused=rng.uniform(1.0, 4.5),
        mood=rng.uniform(0.25, 0.6),
        away_per_month=rng.uniform(0.1, 1.2),
        away_h=rng.uniform(12, 26),
    )


def timeline(
    rng: np.random.Generator,
    rhythm: Rhythm,
    *,
    begin: datetime,
    end: datetime,
    around: Surroundings | None = None,
) -> NDArray[np.int64]:
    """The instants at which such a person posts from `begin` to `end`: microseconds, whole seconds, increasing."""
    cells_us = to_micros(begin) + CELL_US * np.arange((end - begin) // timedelta(microseconds=CELL_US))
    rate = (
        _daily_shape(rhythm, cells_us) * _mood(rng, rhythm, cells_us.size) * _disturbed(rhythm, around, cells_us.size)
    )
    sessions_per_cell = rhythm.posts_per_day / rhythm.posts_per_session / _CELLS_PER_DAY
    n_starts = rng.poisson(rate * sessions_per_cell)
    starts_us = np.repeat(cells_us, n_starts) + rng.integers(0, CELL_US, n_starts.sum())
    at_us = _sessions(rng, rhythm, starts_us)
    at_us = _without_away(rng, rhythm, at_us, to_micros(begin), to_micros(end))
    whole = np.unique(at_us // SECOND_US * SECOND_US)
    return whole[whole < to_micros(end)]


def local_hours(at_us: NDArray[np.int64]) -> NDArray[np.float64]:
    """Hours since 1970 on the clocks of Aleppo in 2016."""
    offset_h = np.where(at_us < _SUMMER_ENDS_US, 3, 2)
    hours: NDArray[np.float64] = at_us / HOUR_US + offset_h
    return hours


def _daily_shape(rhythm: Rhythm, cells_us: NDArray[np.int64]) -> NDArray[np.float64]:
    """The expected rate by hour, weekday and prayer; 1 on average."""
    hours = local_hours(cells_us)
    of_day = np.mod(hours, 24)
    after_waking = np.mod(of_day - rhythm.wakes_h, 24)
    awake_h = rhythm.sleeps_h - rhythm.wakes_h
    awake = _rises(after_waking / 0.7 - 1) * _rises((awake_h - after_waking) / 0.7)
    evening = rhythm.evening * np.exp(-0.5 * (np.mod(of_day - 20 + 12, 24) - 12) ** 2 / 2.2**2)
    friday = np.mod(hours // 24 + _EPOCH_WEEKDAY, 7) == _FRIDAY
    friday_noon = friday & (of_day > 11.5) & (of_day < 13.5)
    shape = rhythm.night + awake * (0.6 + evening)
    shape *= np.where(friday, rhythm.friday, 1) * np.where(friday_noon, 0.35, 1)
    shape *= np.where(_praying(cells_us), rhythm.prayer_left, 1)
    normal: NDArray[np.float64] = shape / shape.mean()
    return normal


def _rises(x: NDArray[np.float64]) -> NDArray[np.float64]:
    rising: NDArray[np.float64] = 1 / (1 + np.exp(-4 * x))
    return rising


def _praying(cells_us: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Cells that overlap the twenty minutes after a call to prayer."""
    through_autumn = np.clip((cells_us - _AUGUST_US) / (_DECEMBER_US - _AUGUST_US), 0, 1)[:, None]
    calls_h = _PRAYERS_AUGUST_H + through_autumn * (_PRAYERS_DECEMBER_H - _PRAYERS_AUGUST_H)
    since_call_h = np.mod((cells_us % DAY_US / HOUR_US)[:, None] + CELL_US / HOUR_US / 2 - calls_h, 24)
    praying: NDArray[np.bool_] = (since_call_h < _PRAYER_H).any(axis=1)
    return praying


def _mood(rng: np.random.Generator, rhythm: Rhythm, n_cells: int) -> NDArray[np.float64]:
    """A daily factor that wanders: today is much like yesterday, next month need not be like this one."""
    n_days = n_cells // _CELLS_PER_DAY + 1
    keeps = 0.8
    shocks = rng.normal(0, rhythm.mood * np.sqrt(1 - keeps**2), n_days)
    level = np.empty(n_days)
    level[0] = rng.normal(0, rhythm.mood)
    for day in range(1, n_days):
        level[day] = keeps * level[day - 1] + shocks[day]
    # A log-normal of mean 1, so that mood does not change how much is posted over all.
    factor: NDArray[np.float64] = np.exp(level - rhythm.mood**2 / 2)
    return np.repeat(factor, _CELLS_PER_DAY)[:n_cells]


def _disturbed(rhythm: Rhythm, around: Surroundings | None, n_cells: int) -> NDArray[np.float64]:
    factor = np.ones(n_cells)
    if around is not None and around.power.size:
        factor = np.where(around.power[:n_cells], factor, rhythm.power_left)
    if around is not None and around.shelling.size:
        factor = np.where(around.shelling[:n_cells], factor * rhythm.roused, factor)
    return factor


def _sessions(rng: np.random.Generator, rhythm: Rhythm, starts_us: NDArray[np.int64]) -> NDArray[np.int64]:
    """Every post of the sessions that start at these instants."""
    n_posts = rng.geometric(1 / rhythm.posts_per_session, starts_us.size)
    gaps_us = rng.lognormal(np.log(rhythm.session_gap_s), 0.9, n_posts.sum()) * SECOND_US
    firsts = np.cumsum(n_posts) - n_posts
    gaps_us[firsts] = 0
    since_first = np.cumsum(gaps_us)
    since_start = since_first - np.repeat(since_first[firsts], n_posts)
    instants: NDArray[np.int64] = np.repeat(starts_us, n_posts) + since_start.astype(np.int64)
    return instants


def _without_away(
    rng: np.random.Generator, rhythm: Rhythm, at_us: NDArray[np.int64], begin_us: int, end_us: int
) -> NDArray[np.int64]:
    """The posts that are left when the person is away for hours to days, now and then, with a Pareto tail."""
    n_away = rng.poisson(rhythm.away_per_month * (end_us - begin_us) / (30 * DAY_US))
    from_us = rng.integers(begin_us, end_us, n_away)
    length_h = np.minimum(rhythm.away_h * (1 + rng.pareto(2.2, n_away)), 8 * 24)
    until_us = from_us + (length_h * HOUR_US).astype(np.int64)
    here = np.ones(at_us.size, dtype=bool)
    for leaves_us, returns_us in zip(from_us, until_us, strict=True):
        here &= (at_us < leaves_us) | (at_us >= returns_us)
    return at_us[here]
