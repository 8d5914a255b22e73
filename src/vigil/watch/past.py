"""An account's completed gaps, weighed so that every account counts alike: what fitting and calibrating rest on."""

import numpy as np
from numpy.typing import NDArray

DAY_US = 86_400_000_000
YEAR_US = 365.25 * DAY_US

WARM_SIGNS, WARM_DAYS = 30, 14  # nothing is learnt from an account's first thirty signs of life and fourteen days
LONG_US = 3 * 3_600_000_000  # gaps over three hours are all kept
KEPT_SHORT = 1 / 16  # of the shorter ones so many, weighing for the rest


def warm_from(at_us: NDArray[np.int64]) -> int:
    """The first row of an account that is learnt from."""
    if at_us.size == 0:
        return 0
    return max(WARM_SIGNS, int(np.searchsorted(at_us, at_us[0] + WARM_DAYS * DAY_US)))


def past_of(
    at_us: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64], float]:
    """Which completed gaps of one account to learn from, and what they weigh.

    Args:
        at_us: the account's signs of life, shape (n,), strictly increasing; the last gap completed by the last one.

    Returns:
        rows: the signs of life the gaps follow; `at_us[rows + 1]` ends them.
        delay: each one's weight in the account's mean time to alarm: a random sign of life of a random active day.
        false_alarm: what a false alarm after it adds to the account's false alarms a year.
        years: how long that was. 0 where there is too little to learn from (then all are empty).
    """
    rows = np.arange(warm_from(at_us), at_us.size - 1)
    years = float(at_us[-1] - at_us[rows[0]]) / YEAR_US if rows.size > 20 else 0.0
    if years <= 0:
        return rows[:0], np.empty(0), np.empty(0), 0.0
    _, day, n_day = np.unique(at_us[rows] // DAY_US, return_inverse=True, return_counts=True)
    long = np.diff(at_us)[rows] > LONG_US
    kept = long | (_scatter(at_us[rows]) < KEPT_SHORT)
    stands_for = np.where(long, 1.0, 1 / KEPT_SHORT)[kept]
    delay = stands_for / n_day[day[kept]] / n_day.size
    return rows[kept], delay, stands_for / max(years, 0.2), years


def _scatter(at_us: NDArray[np.int64]) -> NDArray[np.float64]:
    """A number in [0, 1) from an instant, the same for ever: chance without a die (splitmix64, Steele et al. 2014)."""
    x = at_us.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    x ^= x >> np.uint64(31)
    return np.asarray(x / 2.0**64, np.float64)
