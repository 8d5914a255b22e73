"""The rhythm of accounts as of a moment: one reading an account, from its signs of life up to then."""

import numpy as np
from numpy.typing import NDArray

from vigil.model.timelines import Timelines
from vigil.watch.calibration import Correction, no_correction
from vigil.watch.habits import habits_of
from vigil.watch.pace import PaceClock, pace_clocks
from vigil.watch.reading import CAP_S, GRID_PER_YEAR, Reading
from vigil.watch.rhythm_model import SHORTEST_S, RhythmModel

ALL_RATES = np.arange(GRID_PER_YEAR.size)

_DAY_US = 86_400_000_000
_AWAKE_US = 6 * 3_600_000_000  # a longer gap is taken for sleep, or for more than that


def read_rhythms(
    timelines: Timelines, *, now_us: int, model: RhythmModel, correction: Correction | None = None
) -> list[Reading]:
    """One reading an account, in order, as of its last sign of life at or before a moment.

    Args:
        timelines: The accounts, each hearing the pace of the others. What lies after `now_us` is not looked at.
        now_us: The moment, microseconds since 1970.
        model: The shipped model.
        correction: To this case's own past; None for the model as shipped.
    """
    known = until(timelines, now_us)
    corrected = correction or no_correction()
    return [_read(known.of(k), clock, model, corrected) for k, clock in enumerate(pace_clocks(known))]


def until(timelines: Timelines, now_us: int) -> Timelines:
    """The same accounts, cut behind a moment."""
    kept = timelines.at_us <= now_us
    counts = np.add.reduceat(np.r_[kept, False], timelines.starts[:-1]) if timelines.n_accounts else np.empty(0)
    counts = np.where(np.diff(timelines.starts) > 0, counts, 0)
    return Timelines(
        names=timelines.names,
        starts=np.r_[0, np.cumsum(counts)].astype(np.int64),
        at_us=timelines.at_us[kept],
        place=timelines.place,
    )


def _read(at_us: NDArray[np.int64], clock: PaceClock, model: RhythmModel, correction: Correction) -> Reading:
    if at_us.size == 0:
        never = np.full(GRID_PER_YEAR.size, CAP_S)
        return Reading(
            alarms_s=never, last_at_us=None, n_signs=0, history_days=0.0, usual_gap_s=None, longest_gap_90d_s=None
        )
    habits = habits_of(at_us / 1e6)[-1:]
    log_alarms = correction.apply(model.log_alarms(habits, ALL_RATES), habits, ALL_RATES)[0]
    elapsed = np.exp(np.clip(log_alarms, np.log(SHORTEST_S), np.log(2 * CAP_S)))
    wall = clock.wall_s(np.full(elapsed.size, at_us[-1]), elapsed)
    recent = np.diff(at_us)[at_us[1:] > at_us[-1] - 90 * _DAY_US]
    awake = recent[recent < _AWAKE_US]
    return Reading(
        alarms_s=np.minimum.accumulate(wall),
        last_at_us=int(at_us[-1]),
        n_signs=int(at_us.size),
        history_days=float(at_us[-1] - at_us[0]) / _DAY_US,
        usual_gap_s=float(np.median(awake)) / 1e6 if awake.size else None,
        longest_gap_90d_s=float(recent.max()) / 1e6 if recent.size else None,
    )
