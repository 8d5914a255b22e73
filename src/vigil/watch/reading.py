"""What an account's rhythm says of silences after its last sign of life: how long, at which rate of false alarm."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.model.errors import InvalidInput

YEAR_DAYS = 365.25
YEAR_S = YEAR_DAYS * 86400.0
CAP_S = 365 * 86400.0
"""Silences are followed for a year; a later alarm is none."""

RAREST_DAYS = 10 * YEAR_DAYS
"""What comes more rarely than once in ten years is not told apart: the rates were fitted down to once in four."""

GRID_PER_YEAR = np.array([0.25, 1.0, 4.0, 16.0, 64.0, 256.0])
"""The rates of false alarm, per account and year, for which the model is fitted. Between them, log-log lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An account's rhythm as of its last sign of life at or before a moment.

    Attributes:
        alarms_s: shape (6,), seconds: the silence that is outlasted by accident at GRID_PER_YEAR's rates,
            non-increasing. It runs on the wall clock, the pace of the other accounts being already in it.
        last_at_us: The last sign of life, microseconds since 1970, None where there is none.
        n_signs: How many distinct signs of life there were.
        history_days: From the first to the last of them.
        usual_gap_s: Median gap between them while awake (gaps under six hours), last 90 days; None where none.
        longest_gap_90d_s: The longest completed gap of the last 90 days; None where none.
    """

    alarms_s: NDArray[np.float64]
    last_at_us: int | None
    n_signs: int
    history_days: float
    usual_gap_s: float | None
    longest_gap_90d_s: float | None

    def alarm_after_s(self, budget_per_year: float) -> float | None:
        """The silence at which the alarm is raised under a budget; None when that is over a year away.

        Raises:
            InvalidInput: The budget is not above zero.
        """
        if not budget_per_year > 0:
            raise InvalidInput("an alarm budget is a number of false alarms per account and year, above 0")
        alarm = float(np.exp(_line(np.log(budget_per_year), np.log(GRID_PER_YEAR), np.log(self.alarms_s))))
        return alarm if alarm < CAP_S else None

    def expected_per_year(self, silence_s: float) -> float:
        """How often in a year a silence at least this long comes to accounts of this rhythm."""
        levels = np.log(np.maximum.accumulate(self.alarms_s[::-1]) * (1 + 1e-9 * np.arange(GRID_PER_YEAR.size)))
        rate = _line(np.log(max(silence_s, 1.0)), levels, np.log(GRID_PER_YEAR[::-1]))
        return float(np.exp(np.clip(rate, np.log(1e-3), np.log(1e5))))

    def expected_once_in_days(self, silence_s: float) -> float:
        """A silence at least this long comes about once in so many days: as far as can be said, at most RAREST_DAYS.

        Never oftener than such silences fit one behind the other; and where the account had none as long in the days
        it was followed, ninety at most, no oftener than thrice in them: were more to be expected, the chance that none
        came would be under 5 % (the rule of three; Hanley & Lippman-Hand 1983).
        """
        days = max(YEAR_DAYS / self.expected_per_year(silence_s), silence_s / 86400.0)
        if self.longest_gap_90d_s is not None and silence_s > self.longest_gap_90d_s:
            days = max(days, min(self.history_days, 90.0) / 3)
        return min(days, RAREST_DAYS)


def _line(x: float, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> float:
    """Piecewise linear through (xs, ys), xs increasing, going on straight beyond both ends."""
    k = int(np.clip(np.searchsorted(xs, x) - 1, 0, xs.size - 2))
    step = xs[k + 1] - xs[k]
    return float(ys[k] + (ys[k + 1] - ys[k]) * (x - xs[k]) / max(step, 1e-12))
