"""Fitting the shipped model to a case's own past: its rhythm is not quite that of the accounts the model learnt from.

A correction is a line through ten habits, held to zero the more firmly the fewer account-years it rests on, and then
one shift that makes the false alarms the past really had equal to the budget, taken in full only where the past would
have shown many. With nothing to fit, the correction is none.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.watch.fitting import Gaps, fit_line, shift_to_rate
from vigil.watch.habits import HABIT
from vigil.watch.reading import GRID_PER_YEAR
from vigil.watch.rhythm_model import RhythmModel

Floats = NDArray[np.float64]

_TERMS = ("level_26", "level_4", "level_104", "n_30d", "active_30d", "longest_30d", "since_24h", "log_gap_mean")
_TERM_COLUMNS = [HABIT[name] for name in _TERMS]
# Centre and scale of the terms: round figures near those of many accounts, the same for every case.
_CENTRE = np.array([11.6, 12.8, 10.5, 5.3, 0.8, 12.0, 13.4, 8.0, 12.4])
_SCALE = np.array([1.0, 1.0, 0.8, 1.4, 0.25, 1.0, 1.8, 1.5, 1.0])
N_TERMS = 2 + len(_TERMS)

_FIRM_YEARS = 10.0  # ridge of 10 / account-years, on coefficients of terms of scale 1
_FIRM_ALARMS = 20.0  # with so many false alarms expected in the past, it is half believed
# A budget is a ceiling. Aimed at are so many tenths of it, by rate, with which nine tenths came out on 641 accounts of
# one platform not learnt from (1.05 and 0.96 of what was aimed at); of the rates not measured, nine tenths.
_AIMED = {1.0: 0.95, 4.0: 0.86}
_AIMED_ELSE = 0.9
_MOST_AMENDS = 1.6  # a past over or under its budget moves the aim by no more than this factor
_MIN_YEARS = 5.0  # account-years: under that, nothing is fitted
# A false alarm weighs so much more than where the rate came out right on the learning accounts: the first of these
# with which the past stays within this share of the budget. Weighing less, the loss (it is not convex) gives up on
# some accounts.
_PATIENCE = (3.0, 6.0, 12.0, 24.0)
_WITHIN = 0.8


@dataclass(frozen=True, slots=True)
class Correction:
    """What is added to the shipped model's log alarms. beta: shape (6, N_TERMS); years: account-years it rests on."""

    beta: Floats
    years: float

    def apply(self, log_alarms: Floats, habits: NDArray[np.float32], rates: NDArray[np.int64]) -> Floats:
        """The corrected log alarms: shape (n, len(rates))."""
        out = log_alarms.copy()
        for column, rate in enumerate(rates):
            out[:, column] += terms_of(habits, log_alarms[:, column]) @ self.beta[rate]
        return out


def no_correction() -> Correction:
    """The shipped model as it is."""
    return Correction(np.zeros((GRID_PER_YEAR.size, N_TERMS)), 0.0)


def terms_of(habits: NDArray[np.float32], log_alarm: Floats) -> Floats:
    """What a correction is a line through: shape (n, N_TERMS), the first column all ones."""
    chosen = np.column_stack([habits[:, _TERM_COLUMNS].astype(np.float64), log_alarm])
    return np.column_stack([np.ones(len(habits)), (chosen - _CENTRE) / _SCALE])


def fit_correction(
    habits: NDArray[np.float32],
    log_alarms: Floats,
    gaps: Gaps,
    rates: NDArray[np.int64],
    *,
    model: RhythmModel,
    years: float,
    had: Floats | None = None,
) -> Correction:
    """Fit a correction to completed gaps.

    Args:
        habits, log_alarms: of the signs of life the gaps followed: shapes (n, N_HABITS), (n, len(rates)).
        gaps: the gaps, shape (n,).
        rates: which of GRID_PER_YEAR to fit; the others stay uncorrected.
        model: the shipped model, for what a false alarm weighs.
        years: account-years the gaps come from.
        had: false alarms per account and year that were issued in that past, without the places and with them, shape
            (2, len(rates)). Where there were more than the budget, what comes is held the lower, and the other way
            about: a budget is kept over all the time watched, not each month afresh. Where places withheld some, the
            rhythms may raise so many more. None: each budget is aimed at as it is.
    """
    correction = no_correction()
    if years < _MIN_YEARS or gaps.log_gap.size == 0:
        return correction
    for column, rate in enumerate(rates):
        budget = float(GRID_PER_YEAR[rate])
        terms, base = terms_of(habits, log_alarms[:, column]), log_alarms[:, column]
        beta = np.zeros(N_TERMS)
        for patience in _PATIENCE:
            for blur in (0.5, 0.3):
                beta = fit_line(
                    terms,
                    base,
                    gaps,
                    weight=patience * float(model.weight[rate]),
                    blur=blur,
                    ridge=_FIRM_YEARS / years,
                    start=beta if blur < 0.5 else np.zeros(N_TERMS),
                )
            if gaps.false_alarms(base + terms @ beta) <= _WITHIN * budget:
                break
        aim = _AIMED.get(budget, _AIMED_ELSE) * _aim(budget, years, alone=gaps.false_alarms(base))
        if had is not None:
            aim *= _amends(budget, years, alone=float(had[0, column]), placed=float(had[1, column]))
        beta[0] += shift_to_rate(base + terms @ beta, gaps, aim)
        correction.beta[rate] = beta
    return Correction(correction.beta, years)


def _aim(budget: float, years: float, *, alone: float) -> float:
    """The rate the past is to show, given what it shows with the shipped model alone.

    Between that and the budget in the logs, the nearer to the budget the more alarms the past should have shown: few
    hardly say how far the model is off. The line changes who is called when, and not how often.
    """
    taken = _taken(budget, years)
    return float(max(alone, 0.5 / years) ** (1 - taken) * budget**taken)


def _taken(budget: float, years: float) -> float:
    """How far the past is believed."""
    return budget * years / (budget * years + _FIRM_ALARMS)


def _amends(budget: float, years: float, *, alone: float, placed: float) -> float:
    """By what factor to aim higher or lower, so that as much time again as was watched brings the whole to the budget.

    What places withhold of the false alarms issued `alone`, they will withhold again.
    """
    let_through = (placed * years + _FIRM_ALARMS) / (alone * years + _FIRM_ALARMS)
    return (
        float(np.clip(1 + _taken(budget, years) * (1 - placed / budget), 1 / _MOST_AMENDS, _MOST_AMENDS)) / let_through
    )
