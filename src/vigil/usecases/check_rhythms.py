"""What a check asks of the rhythm model: every account's reading as of now, and alarms at moments of its past."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vigil.model.timelines import Timelines
from vigil.watch.calibration import Correction, no_correction
from vigil.watch.habits import habits_of
from vigil.watch.pace import pace_clocks
from vigil.watch.reading import CAP_S, Reading
from vigil.watch.rhythm import ALL_RATES, read_rhythms
from vigil.watch.rhythm_model import RhythmModel


class Rhythms(Protocol):
    """Reads rhythms. Tests give their own."""

    @property
    def version(self) -> str:
        """The model, and whether it is corrected to this case: it goes with every finding."""
        ...

    def now(self, timelines: Timelines, now_us: int) -> list[Reading]:
        """One reading an account, as of its last sign of life at or before a moment."""
        ...

    def past(self, timelines: Timelines, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """`alarms_s` as it was after each of these rows of the timelines, increasing: shape (len(rows), 6)."""
        ...


@dataclass(frozen=True, slots=True)
class ModelRhythms:
    """The shipped model, with the case's own correction where it has one."""

    model: RhythmModel
    correction: Correction | None
    version: str

    def now(self, timelines: Timelines, now_us: int) -> list[Reading]:
        """One reading an account, as of its last sign of life at or before a moment."""
        return read_rhythms(timelines, now_us=now_us, model=self.model, correction=self.correction)

    def past(self, timelines: Timelines, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """`alarms_s` as it was after each of these rows. The pace of the others goes in up to the alarm."""
        alarms = np.empty((rows.size, ALL_RATES.size))
        corrected = self.correction or no_correction()
        owner = np.searchsorted(timelines.starts, rows, side="right") - 1
        for k, clock in enumerate(pace_clocks(timelines)):
            ours = np.flatnonzero(owner == k)
            if ours.size == 0:
                continue
            at_us = timelines.of(k)
            local = rows[ours] - timelines.starts[k]
            habits = habits_of(at_us / 1e6)[local]
            log_alarms = corrected.apply(self.model.log_alarms(habits, ALL_RATES), habits, ALL_RATES)
            elapsed = np.exp(np.clip(log_alarms, np.log(60.0), np.log(2 * CAP_S)))
            wall = np.column_stack([clock.wall_s(at_us[local], elapsed[:, j]) for j in range(ALL_RATES.size)])
            alarms[ours] = np.maximum.accumulate(wall[:, ::-1], axis=1)[:, ::-1]
        return alarms
