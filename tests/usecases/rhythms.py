"""A stand-in for the shipped rhythm model: an account's own gaps, and nothing learnt from anybody else."""

import numpy as np

from vigil.watch.reading import CAP_S, GRID_PER_YEAR, YEAR_S, Reading


class OwnGaps:
    """The silence outlasted so many times a year, from the account's last 400 gaps; beyond the longest, a power law."""

    version = "own-gaps-test"

    def now(self, timelines, now_us):
        readings = []
        for k in range(timelines.n_accounts):
            at_us = timelines.of(k)
            at_us = at_us[at_us <= now_us]
            gaps = np.diff(at_us) / 1e6
            awake = gaps[gaps < 6 * 3600]
            readings.append(
                Reading(
                    alarms_s=_alarms(at_us),
                    last_at_us=int(at_us[-1]) if at_us.size else None,
                    n_signs=int(at_us.size),
                    history_days=float(at_us[-1] - at_us[0]) / 86_400e6 if at_us.size else 0.0,
                    usual_gap_s=float(np.median(awake)) if awake.size else None,
                    longest_gap_90d_s=float(gaps.max()) if gaps.size else None,
                )
            )
        return readings

    def past(self, timelines, rows):
        owner = np.searchsorted(timelines.starts, rows, side="right") - 1
        return np.array(
            [
                _alarms(timelines.at_us[timelines.starts[k] : row + 1])
                for k, row in zip(owner.tolist(), rows.tolist(), strict=True)
            ]
        ).reshape(-1, GRID_PER_YEAR.size)


def _alarms(at_us):
    gaps = np.sort(np.diff(at_us[-401:]) / 1e6)[::-1]
    if gaps.size < 5:
        return np.full(GRID_PER_YEAR.size, CAP_S)
    years = gaps.sum() / YEAR_S
    wanted = GRID_PER_YEAR * years  # so many of these gaps are longer
    inside = np.interp(wanted, np.arange(1, gaps.size + 1), gaps)
    beyond = gaps[0] * np.maximum(1 / np.maximum(wanted, 1e-9), 1.0) ** 0.25
    return np.where(wanted < 1, beyond, inside)
