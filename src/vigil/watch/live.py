"""Accounts followed as they post: one more sign of life costs the same however long the history.

Kept for every account are its last sign of life and six silences, those outlasted by accident at GRID_PER_YEAR's rates.
That is all a score needs: a million accounts are 56 MB. What makes the next six from the next sign of life is the state
of `habits`, bounded too, kept for the accounts followed here.

What is left to others: the pace of the other accounts (`pace`), which a caller who follows it gives to `overdue` and
`expected_per_year` as elapsed silence; and signs of life that come late, for which an account is followed anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numba import njit
from numpy.typing import NDArray

from vigil.model.errors import InvalidInput
from vigil.model.timelines import Timelines
from vigil.watch.calibration import Correction, no_correction
from vigil.watch.habits import N_HABITS, empty_state, follow
from vigil.watch.reading import CAP_S, GRID_PER_YEAR
from vigil.watch.rhythm_model import SHORTEST_S, RhythmModel

NEVER = np.iinfo(np.int64).min
"""`last_at_us` of an account nothing was heard of yet. Its silence cannot be scored: NaN a year, never overdue."""

Floats = NDArray[np.float64]
State = tuple[Floats, ...]

_CHUNK = 16_384
"""So many accounts are scored in one go: what is worked on stays in a core's own cache."""

_APART = 1e-9  # log seconds between equal alarms, as in Reading.expected_per_year

_ALL_RATES = np.arange(GRID_PER_YEAR.size)
_LOG_GRID = np.log(GRID_PER_YEAR)
_LOG_CAP = float(np.log(CAP_S))
_LOG_RAREST, _LOG_COMMONEST = float(np.log(1e-3)), float(np.log(1e5))  # as Reading.expected_per_year


@dataclass(frozen=True, slots=True, eq=False)
class LiveAccounts:
    """The state of many accounts, by number.

    Attributes:
        last_at_us: shape (n,), int64, microseconds since 1970; NEVER before the first sign of life.
        log_alarms: shape (n, 6), log seconds of silence at GRID_PER_YEAR's rates, non-increasing along a row.
        model: The shipped model; None for columns that are scored only.
        correction: To this case's own past.
        states: Per account followed here, what `habits.follow` carries on.
    """

    last_at_us: NDArray[np.int64]
    log_alarms: Floats
    model: RhythmModel | None = None
    correction: Correction = field(default_factory=no_correction)
    states: dict[int, State] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse columns that do not fit together.

        Raises:
            InvalidInput: The shapes disagree.
        """
        if self.log_alarms.shape != (self.last_at_us.size, GRID_PER_YEAR.size):
            raise InvalidInput("live accounts: last_at_us and log_alarms disagree about how many accounts there are")

    @classmethod
    def unheard(cls, n_accounts: int, model: RhythmModel, correction: Correction | None = None) -> Self:
        """So many accounts, none of which has been heard of."""
        return cls(
            last_at_us=np.full(n_accounts, NEVER, np.int64),
            log_alarms=np.full((n_accounts, GRID_PER_YEAR.size), _LOG_CAP),
            model=model,
            correction=correction or no_correction(),
        )

    @classmethod
    def followed(cls, timelines: Timelines, model: RhythmModel, correction: Correction | None = None) -> Self:
        """The accounts of a case, each followed through all its signs of life, ready for the next."""
        accounts = cls.unheard(timelines.n_accounts, model, correction)
        for account in range(timelines.n_accounts):
            accounts.hear_in_order(account, timelines.of(account))
        return accounts

    def hear(self, account: int, at_us: int) -> bool:
        """One more sign of life of one account.

        Returns:
            Whether it was taken in. One at or before the last is not: heard twice it says nothing new, and heard late
            it belongs into a past that has been passed. Follow the account anew then.
        Raises:
            InvalidInput: These accounts came without a model, so there is nothing to follow them with.
        """
        if at_us <= self.last_at_us[account]:
            return False
        self.hear_in_order(account, np.array([at_us]))
        return True

    def hear_in_order(self, account: int, at_us: NDArray[np.int64]) -> None:
        """Signs of life of one account, strictly increasing, all after its last; scored as of the last of them.

        Raises:
            InvalidInput: These accounts came without a model, so there is nothing to follow them with.
        """
        if self.model is None:
            raise InvalidInput("live accounts: there is no model to follow them with")
        if at_us.size == 0:
            return
        habits = np.empty((1, N_HABITS), np.float32)
        _follow(self.states.setdefault(account, empty_state()), at_us / 1e6, habits[0])
        alarms = self.correction.apply(self.model.log_alarms(habits, _ALL_RATES), habits, _ALL_RATES)[0]
        clipped = np.clip(alarms, np.log(SHORTEST_S), np.log(2 * CAP_S))
        self.log_alarms[account] = np.minimum.accumulate(clipped)
        self.last_at_us[account] = at_us[-1]

    def expected_per_year(self, now_us: int, *, elapsed_s: Floats | None = None) -> Floats:
        """How often in a year silences like those of this moment come to such accounts: shape (n,).

        The same as `Reading.expected_per_year`, for all accounts at once. Under 0.25 a year the silence is rare.

        Args:
            now_us: The moment, microseconds since 1970.
            elapsed_s: Each account's silence on the clock of the others' pace, where the caller follows that, shape
                (n,), seconds; else the wall clock's.
        """
        out = np.empty(self.last_at_us.size)
        for rows in self._chunks():
            log_silence = _log_silence(self.last_at_us[rows], now_us, None if elapsed_s is None else elapsed_s[rows])
            _log_rates(self.log_alarms[rows], log_silence, out[rows])
            np.exp(out[rows], out=out[rows])
        return out

    def overdue(
        self, now_us: int, budget_per_year: float | Floats, *, elapsed_s: Floats | None = None
    ) -> NDArray[np.bool_]:
        """Which accounts are silent beyond their budget, as `Reading.alarm_after_s` has it: shape (n,).

        Args:
            now_us: The moment, microseconds since 1970.
            budget_per_year: False alarms per account and year: one for all, or one each, shape (n,).
            elapsed_s: As in `expected_per_year`.
        Raises:
            InvalidInput: A budget is not above zero.
        """
        budgets = np.broadcast_to(np.asarray(budget_per_year, np.float64), self.last_at_us.shape)
        if not (budgets > 0).all():
            raise InvalidInput("an alarm budget is a number of false alarms per account and year, above 0")
        out = np.empty(self.last_at_us.size, np.bool_)
        for rows in self._chunks():
            log_silence = _log_silence(self.last_at_us[rows], now_us, None if elapsed_s is None else elapsed_s[rows])
            _overdue(self.log_alarms[rows], log_silence, np.log(budgets[rows]), out[rows])
        return out

    def _chunks(self) -> Iterator[slice]:
        for begin in range(0, self.last_at_us.size, _CHUNK):
            yield slice(begin, begin + _CHUNK)


def _log_silence(last_at_us: NDArray[np.int64], now_us: int, elapsed_s: Floats | None) -> Floats:
    """Log seconds since the last sign of life, a second at least; NaN where there was none."""
    silences_s = np.empty(last_at_us.size)
    if elapsed_s is None:
        _since(last_at_us, now_us, silences_s)
    else:
        silences_s[:] = np.where(last_at_us == NEVER, np.nan, elapsed_s)
    np.maximum(silences_s, 1.0, out=silences_s)
    return np.asarray(np.log(silences_s, out=silences_s))  # numpy's logarithm, not numba's: four at a time


@njit(cache=True)
def _since(last_at_us: NDArray[np.int64], now_us: int, out: Floats) -> None:
    for i in range(out.size):
        out[i] = np.nan if last_at_us[i] == NEVER else (now_us - last_at_us[i]) * 1e-6


@njit(cache=True)
def _follow(state: State, at_s: Floats, habits: NDArray[np.float32]) -> None:
    for at in at_s:
        follow(state, at, habits)


@njit(cache=True)
def _log_rates(log_alarms: Floats, log_silence: Floats, out: Floats) -> None:
    """Log of how often a year, straight between the rates and beyond them. Without branches, so that it runs wide."""
    n = _LOG_GRID.size
    for i in range(out.size):
        x, begin = log_silence[i], log_alarms[i, n - 1]
        end = max(begin, log_alarms[i, n - 2])
        low, step, high = begin, end + _APART - begin, _LOG_GRID[n - 1]
        drop = _LOG_GRID[n - 1] - _LOG_GRID[n - 2]
        for j in range(1, n - 1):  # from the shortest silence, the commonest, upwards
            begin, end = end, max(end, log_alarms[i, n - 2 - j])
            beyond = begin + j * _APART < x
            low = begin + j * _APART if beyond else low
            step = end + _APART - begin if beyond else step
            high = _LOG_GRID[n - 1 - j] if beyond else high
            drop = _LOG_GRID[n - 1 - j] - _LOG_GRID[n - 2 - j] if beyond else drop
        rate = high - drop * (x - low) / step
        rate = max(rate, _LOG_RAREST)
        out[i] = min(rate, _LOG_COMMONEST)


@njit(cache=True)
def _overdue(log_alarms: Floats, log_silence: Floats, log_budget: Floats, out: NDArray[np.bool_]) -> None:
    for i in range(out.size):
        k = 0
        while k < _LOG_GRID.size - 2 and _LOG_GRID[k + 1] < log_budget[i]:
            k += 1
        share = (log_budget[i] - _LOG_GRID[k]) / (_LOG_GRID[k + 1] - _LOG_GRID[k])
        alarm = log_alarms[i, k] + (log_alarms[i, k + 1] - log_alarms[i, k]) * share
        out[i] = alarm < _LOG_CAP and log_silence[i] >= alarm
