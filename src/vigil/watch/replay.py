"""History replayed: for every sign of life, the silence after which the alarm would have been raised.

Nothing later than a sign of life goes into its alarm, but for the pace of the other accounts up to the alarm. The
correction to the case's own past is fitted anew at the beginning of a month, whenever a quarter more account-years
have come together than the last one rests on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.model.timelines import Timelines
from vigil.watch.calibration import Correction, fit_correction, no_correction
from vigil.watch.fitting import Gaps
from vigil.watch.habits import habits_of
from vigil.watch.pace import PaceClock, pace_clocks
from vigil.watch.past import past_of
from vigil.watch.places import Places, has_neighbours
from vigil.watch.reading import GRID_PER_YEAR
from vigil.watch.rhythm_model import RhythmModel

GROWN = 1.25
USUAL_PER_YEAR = 64.0
LEAST_YEARS = 5.0  # account-years: under that, the shipped model stands
Floats = NDArray[np.float64]

Tell = Callable[[int, int, str], None]
"""Told how much of how much is done, and of what."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """alarms_s: shape (n, len(budgets)), seconds after each row of the timelines; n_corrections: how often fitted."""

    alarms_s: Floats
    n_corrections: int


def replay_timelines(
    timelines: Timelines, model: RhythmModel, budgets: Floats, *, progress: Tell | None = None
) -> Replayed:
    """The alarm after every sign of life, under each budget (false alarms per account and year)."""
    tell = progress or _nobody
    rates = grid_rates(budgets)
    followed = follow_all(timelines, model, rates, tell)
    near = Nearby(Places(timelines), _usual_s(followed, model)) if has_neighbours(timelines) else None
    in_force = corrections(followed, model, rates, near, tell)
    alarms_s = np.empty((timelines.at_us.size, budgets.size))
    for k, one in enumerate(followed):
        alarms = _between(alarms_after_s(one, in_force, rates), GRID_PER_YEAR[rates], budgets)
        if near:
            for column in range(budgets.size):
                alarms[:, column] = near.considered(k, one.at_us, slice(None), alarms[:, column])
        alarms_s[timelines.starts[k] : timelines.starts[k + 1]] = alarms
    return Replayed(alarms_s, len(in_force) - 1)


def _usual_s(followed: Sequence["Followed"], model: RhythmModel) -> list[Floats]:
    """The silence usual after each sign of life: outlasted about once a week."""
    weekly = np.array([int(np.flatnonzero(GRID_PER_YEAR == USUAL_PER_YEAR)[0])])
    return [np.exp(model.log_alarms(one.habits, weekly)[:, 0]) for one in followed]


@dataclass(frozen=True, slots=True, eq=False)
class Nearby:
    """The places of all accounts, with the silence that is usual after each sign of life: shape (n,) an account."""

    places: Places
    usual_s: Sequence[Floats]

    def considered(
        self, account: int, at_us: NDArray[np.int64], rows: slice | NDArray[np.int64], alarms_s: Floats
    ) -> Floats:
        """The alarms after some of an account's signs of life, its place considered: shape (n,)."""
        return self.places.considered(account, at_us[rows], alarms_s, self.usual_s[account][rows])


def grid_rates(budgets: Floats) -> NDArray[np.int64]:
    """Which of GRID_PER_YEAR the budgets lie on or between, by index."""
    above = np.clip(np.searchsorted(GRID_PER_YEAR, budgets), 1, GRID_PER_YEAR.size - 1)
    on = np.isin(budgets, GRID_PER_YEAR)
    return np.unique(np.r_[np.searchsorted(GRID_PER_YEAR, budgets[on]), above[~on], above[~on] - 1]).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Followed:
    """One account's habits and its clock, as replay and calibration need them."""

    at_us: NDArray[np.int64]
    habits: NDArray[np.float32]
    clock: PaceClock
    log_alarms: Floats  # of the shipped model, shape (n, len(rates))


def follow_all(
    timelines: Timelines, model: RhythmModel, rates: NDArray[np.int64], tell: Tell | None = None
) -> list[Followed]:
    """Every account followed through its signs of life."""
    out = []
    for k, clock in enumerate(pace_clocks(timelines)):
        if tell:
            tell(int(timelines.starts[k]), timelines.at_us.size, "following rhythms")
        at_us = timelines.of(k)
        habits = habits_of(at_us / 1e6)
        out.append(Followed(at_us, habits, clock, model.log_alarms(habits, rates)))
    return out


@dataclass(frozen=True, slots=True, eq=False)
class Issued:
    """What was in force after each sign of life of one account.

    Attributes:
        log_alarms: shape (n, len(rates)), log seconds on the others' clock.
        withheld: shape (n, len(rates)), whether its place withheld the alarm for as long as the silence lasted.
    """

    log_alarms: Floats
    withheld: NDArray[np.bool_]


def correction_at(
    followed: Sequence[Followed],
    until_us: int,
    model: RhythmModel,
    rates: NDArray[np.int64],
    issued: Sequence[Issued] | None = None,
) -> Correction:
    """The correction fitted to the gaps completed by an instant, to make up for what the alarms `issued` had cost."""
    habits, log_alarms, log_gap, delay, false_alarm, stood, withheld, total, n = [], [], [], [], [], [], [], 0.0, 0
    for k, one in enumerate(followed):
        known = one.at_us[: np.searchsorted(one.at_us, until_us, side="right")]
        rows, w, v, years = past_of(known)
        if years <= 0:
            continue
        habits.append(one.habits[rows])
        log_alarms.append(one.log_alarms[rows])
        if issued:
            stood.append(issued[k].log_alarms[rows])
            withheld.append(issued[k].withheld[rows])
        log_gap.append(np.log(np.maximum(one.clock.elapse(known[rows], known[rows + 1]), 1.0)))
        delay.append(w)
        false_alarm.append(v)
        total += years
        n += 1
    if n == 0:
        return no_correction()
    gaps = Gaps(np.concatenate(log_gap), np.concatenate(delay) / n, np.concatenate(false_alarm) / n)
    return fit_correction(
        np.concatenate(habits),
        np.concatenate(log_alarms),
        gaps,
        rates,
        model=model,
        years=total,
        had=_had(gaps, np.concatenate(stood), np.concatenate(withheld)) if issued else None,
    )


def _had(gaps: Gaps, log_alarms: Floats, withheld: NDArray[np.bool_]) -> Floats:
    """False alarms per account and year of what was issued, without the places and with them: shape (2, len(rates))."""
    beyond = gaps.log_gap[:, None] > log_alarms
    return np.stack([gaps.false_alarm @ beyond, gaps.false_alarm @ (beyond & ~withheld)])


def corrections(
    followed: Sequence[Followed],
    model: RhythmModel,
    rates: NDArray[np.int64],
    near: Nearby | None = None,
    tell: Tell | None = None,
) -> list[tuple[int, Correction]]:
    """The corrections in force, each from an instant on: the first, none, from the beginning of time."""
    begin = np.iinfo(np.int64).min
    out, months = [(begin, no_correction())], _months(followed)
    issued = [Issued(one.log_alarms.copy(), np.zeros(one.log_alarms.shape, np.bool_)) for one in followed]
    for done, month in enumerate(months):
        if tell:
            tell(done, len(months), "learning from the past")
        years = sum(_years(one.at_us, month) for one in followed)
        if years >= LEAST_YEARS and years >= GROWN * out[-1][1].years:
            if near:
                _withhold(followed, issued, near, out[-1][0], month)
            out.append((month, correction_at(followed, month, model, rates, issued)))
            for stands, one in zip(issued, followed, strict=True):
                rows = slice(int(np.searchsorted(one.at_us, month)), None)
                stands.log_alarms[rows] = out[-1][1].apply(one.log_alarms[rows], one.habits[rows], rates)
    return out


def _withhold(
    followed: Sequence[Followed], issued: Sequence[Issued], near: Nearby, since_us: int, until_us: int
) -> None:
    """Note, of the false alarms issued between two instants, which their places withheld until somebody spoke."""
    for k, (one, stands) in enumerate(zip(followed, issued, strict=True)):
        rows = np.arange(*np.searchsorted(one.at_us[:-1], (since_us, until_us)))
        gap_s = (one.at_us[rows + 1] - one.at_us[rows]) / 1e6
        for column in range(stands.log_alarms.shape[1]):
            alone = one.clock.wall_s(one.at_us[rows], np.exp(stands.log_alarms[rows, column]))
            false = gap_s > alone
            raised = near.considered(k, one.at_us, rows[false], alone[false])
            stands.withheld[rows[false], column] = raised >= gap_s[false]


def alarms_after_s(one: Followed, in_force: Sequence[tuple[int, Correction]], rates: NDArray[np.int64]) -> Floats:
    """Seconds from each sign of life to its alarm, on the wall clock: shape (n, len(rates))."""
    log_alarms = np.empty_like(one.log_alarms)
    begins = np.array([begin for begin, _ in in_force])
    which = np.searchsorted(begins, one.at_us, side="right") - 1
    for k, (_, correction) in enumerate(in_force):
        rows = which == k
        if rows.any():
            log_alarms[rows] = correction.apply(one.log_alarms[rows], one.habits[rows], rates)
    elapsed = np.exp(np.clip(log_alarms, np.log(60.0), np.log(2 * 366 * 86400.0)))
    return np.column_stack([one.clock.wall_s(one.at_us, elapsed[:, j]) for j in range(elapsed.shape[1])])


def _between(alarms_s: Floats, grid: Floats, budgets: Floats) -> Floats:
    """From the alarms at some of the grid's rates to those at any: straight in the logs, and never rising."""
    falling = np.minimum.accumulate(alarms_s, axis=1)
    out = np.empty((len(alarms_s), budgets.size))
    for j, budget in enumerate(budgets):
        k = int(np.clip(np.searchsorted(grid, budget), 0, grid.size - 1))
        if grid[k] == budget or grid.size == 1:
            out[:, j] = falling[:, k]
            continue
        k = max(k, 1)
        share = np.log(budget / grid[k - 1]) / np.log(grid[k] / grid[k - 1])
        out[:, j] = np.exp(np.log(falling[:, k - 1]) * (1 - share) + np.log(falling[:, k]) * share)
    return out


def _nobody(done: int, total: int, of: str) -> None:
    """Progress told to nobody."""


def _years(at_us: NDArray[np.int64], until_us: int) -> float:
    known = at_us[: np.searchsorted(at_us, until_us, side="right")]
    return 0.0 if known.size < 52 else past_of(known)[3]


def _months(followed: Sequence[Followed]) -> list[int]:
    heard = [one.at_us for one in followed if one.at_us.size]
    if not heard:
        return []
    first = np.datetime64(min(int(a[0]) for a in heard), "us").astype("datetime64[M]")
    last = np.datetime64(max(int(a[-1]) for a in heard), "us").astype("datetime64[M]")
    return [int(m.astype("datetime64[us]").astype(np.int64)) for m in np.arange(first + 1, last + 1)]
