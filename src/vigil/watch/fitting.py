"""Fitting to what alarms are for: the least mean log time to alarm at a given number of false alarms.

With g the log silence at which the alarm is raised after a sign of life, y the log of the gap that really followed,
w what that sign of life weighs in the mean time to alarm, v one false alarm's worth (1 / account-years), and
sigma the logistic function, what is made small is

    sum w g  +  weight * sum v sigma((y - g) / s).

The second sum is the number of false alarms per account and year, its edge blurred by `s` log seconds so that it has
a slope. It stands in for the Lagrangian of "least delay at a fixed rate" (docs/rhythm.md).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Completed gaps to fit to: all shape (n,). `delay` adds up to 1, `false_alarm` to gaps per account and year."""

    log_gap: Floats  # log seconds on the others' clock
    delay: Floats
    false_alarm: Floats

    def false_alarms(self, log_alarm: Floats) -> float:
        """False alarms per account and year, every account weighing the same, had these been the alarms."""
        return float(self.false_alarm[self.log_gap > log_alarm].sum())

    def delay_s(self, log_alarm: Floats) -> float:
        """The geometric mean time to alarm, seconds."""
        return float(np.exp((self.delay * log_alarm).sum()))


def fit_line(
    terms: Floats, base: Floats, gaps: Gaps, *, weight: float, blur: float, ridge: float, start: Floats
) -> Floats:
    """The coefficients, shape (k,), of `terms` (n, k) that added to `base` (n,) make the loss least.

    The first term is held by no ridge.
    """
    free = np.r_[0.0, np.ones(terms.shape[1] - 1)]

    def loss(beta: Floats) -> tuple[float, Floats]:
        log_alarm = base + terms @ beta
        inside = 1 / (1 + np.exp(-np.clip((gaps.log_gap - log_alarm) / blur, -30, 30)))
        slope = gaps.delay - weight * gaps.false_alarm * inside * (1 - inside) / blur
        value = (gaps.delay * log_alarm).sum() + weight * (gaps.false_alarm * inside).sum()
        return value + ridge * (free * beta * beta).sum(), terms.T @ slope + 2 * ridge * free * beta

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return np.asarray(found.x)


def shift_to_rate(log_alarm: Floats, gaps: Gaps, rate_per_year: float) -> float:
    """The least shift of all log alarms with which false alarms stay within a rate."""
    excess = gaps.log_gap - log_alarm
    order = np.argsort(-excess)
    within = np.cumsum(gaps.false_alarm[order]) <= rate_per_year
    n = int(np.count_nonzero(within))
    return float(excess[order[n]]) if n < excess.size else float(excess.min()) if excess.size else 0.0
