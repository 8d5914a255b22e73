"""The pace of the others: a clock that runs with how much the other accounts are heard of.

When everyone is quieter than in the four weeks before (a night, a weekend, a holiday, an outage of a whole
platform), an hour of one account's silence says less, and counts for less. The clock of an account is made of the
other accounts alone, so that nothing it does, or does not do, moves it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from vigil.model.timelines import Timelines

HOUR_US = 3_600_000_000
TRAILING_H = 28 * 24  # four weeks, so that each hour of the week weighs alike
HALF_HEARD = 4.0  # account-hours: with so many expected in an hour, that hour counts half for itself, half as usual
SLOWEST, FASTEST = 0.05, 3.0  # an hour counts for between three minutes and three hours


@dataclass(frozen=True, slots=True)
class PaceClock:
    """One account's clock. Before `first_hour` and after its end it runs as clocks do.

    Attributes:
        first_hour: Hours since 1970 at which `reading_s` begins.
        reading_s: shape (n + 1,), seconds on this clock at each full hour since `first_hour`; increasing.
    """

    first_hour: int
    reading_s: NDArray[np.float64]

    def read(self, at_us: NDArray[np.int64]) -> NDArray[np.float64]:
        """The clock's seconds at instants (microseconds since 1970)."""
        hours = at_us / HOUR_US - self.first_hour
        n = self.reading_s.size - 1
        inside = np.interp(hours, np.arange(n + 1), self.reading_s)
        return inside + 3600.0 * (np.minimum(hours, 0) + np.maximum(hours - n, 0))

    def elapse(self, begin_us: NDArray[np.int64], end_us: NDArray[np.int64]) -> NDArray[np.float64]:
        """Seconds on this clock between pairs of instants."""
        return self.read(end_us) - self.read(begin_us)

    def wall_s(self, begin_us: NDArray[np.int64], elapsed_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """Wall-clock seconds after `begin_us` at which so much has elapsed on this clock."""
        target = self.read(begin_us) + elapsed_s
        n = self.reading_s.size - 1
        hours = np.interp(target, self.reading_s, np.arange(n + 1))
        hours += np.minimum(target - self.reading_s[0], 0) / 3600 + np.maximum(target - self.reading_s[-1], 0) / 3600
        return (hours + self.first_hour) * 3600.0 - begin_us / 1e6


def pace_clocks(timelines: Timelines) -> Iterator[PaceClock]:
    """The clock of each account, in order, made of all the others.

    An hour's pace is (x + m) / (e + m): x other accounts heard of in it, e the mean of that over the four weeks up to
    it, m = HALF_HEARD, held within SLOWEST and FASTEST. Nothing later than the hour goes into it.
    """
    if timelines.at_us.size == 0:
        for _ in range(timelines.n_accounts):
            yield PaceClock(0, np.zeros(1))
        return
    hours = timelines.at_us // HOUR_US
    first = int(hours.min())
    total = np.zeros(int(hours.max()) - first + 1, np.int64)
    own = [np.unique(hours[a:b]) - first for a, b in zip(timelines.starts[:-1], timelines.starts[1:], strict=True)]
    for mine in own:
        total[mine] += 1
    for mine in own:
        others = total.copy()
        others[mine] -= 1
        heard = np.flatnonzero(others)
        yield PaceClock(first, _readings(others[: heard[-1] + 1] if heard.size else others[:0]))


@njit(cache=True)
def _readings(others: NDArray[np.int64]) -> NDArray[np.float64]:
    readings = np.zeros(others.size + 1)
    trailing = 0.0
    for h in range(others.size):
        trailing += others[h]
        if h >= TRAILING_H:
            trailing -= others[h - TRAILING_H]
        expected = trailing / max(24, min(h + 1, TRAILING_H))
        pace = (others[h] + HALF_HEARD) / (expected + HALF_HEARD)
        readings[h + 1] = readings[h] + 3600.0 * min(max(pace, SLOWEST), FASTEST)
    return readings
