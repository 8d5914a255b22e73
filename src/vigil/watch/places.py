"""Replay with places: alarms that would have been withheld while an account's place was silent with it."""

import numpy as np
from numpy.typing import NDArray

from vigil.model.timelines import Timelines
from vigil.watch.neighbours import FEWEST_NEIGHBOURS, NEVER_US
from vigil.watch.outages import withheld_until
from vigil.watch.reading import CAP_S

Floats = NDArray[np.float64]

MOST_WITHHELD_US = 10 * 86_400_000_000
"""An outage withholds an alarm for ten days at most: of 1,704 internet outages of 2018-2022 hand-checked by IODA, nine
in ten were over in 10.5 hours. A place that is silent for longer is no excuse for anyone in it."""


def has_neighbours(timelines: Timelines) -> bool:
    """Whether any place has so many accounts that an outage of it can be told."""
    return bool(np.bincount(timelines.place[timelines.place >= 0]).max(initial=0) > FEWEST_NEIGHBOURS)


def place_considered(timelines: Timelines, alarms_s: Floats, usual_s: Floats) -> Floats:
    """The alarms as they would have been raised, every account's place considered.

    Args:
        timelines: The accounts with their places.
        alarms_s: shape (n, k), seconds after each sign of life to the alarm for its silence alone.
        usual_s: shape (n,), the silence that is usual after each.

    Returns:
        shape (n, k), none sooner than alone.
    """
    out = alarms_s.copy()
    order = np.argsort(timelines.at_us, kind="stable")
    heard = timelines.at_us[order]
    where = np.repeat(timelines.place, np.diff(timelines.starts))[order]
    for place in np.unique(timelines.place[timelines.place >= 0]):
        members = np.flatnonzero(timelines.place == place)
        if members.size <= FEWEST_NEIGHBOURS:
            continue
        elsewhere = heard[where != place]
        for k in members:
            rows = slice(int(timelines.starts[k]), int(timelines.starts[k + 1]))
            out[rows] = _one(
                timelines.of(int(k)),
                alarms_s[rows],
                usual_s[rows],
                [timelines.of(int(other)) for other in members if other != k],
                elsewhere,
            )
    return out


def _one(
    at_us: NDArray[np.int64],
    alarms_s: Floats,
    usual_s: Floats,
    neighbours: list[NDArray[np.int64]],
    elsewhere: NDArray[np.int64],
) -> Floats:
    others = [each[-1] for each in (*neighbours, elsewhere) if each.size]
    if at_us.size == 0 or not others:
        return alarms_s
    out = np.empty_like(alarms_s)
    for column in range(alarms_s.shape[1]):
        within = alarms_s[:, column] < CAP_S
        alone = np.where(within, at_us + (np.minimum(alarms_s[:, column], CAP_S) * 1e6).astype(np.int64), NEVER_US)
        raised = withheld_until(
            at_us,
            alone,
            (usual_s * 1e6).astype(np.int64),
            neighbours,
            elsewhere=elsewhere if elsewhere.size else None,
            until_us=int(max(others)),
        )
        latest = np.where(within, alone, 0) + MOST_WITHHELD_US
        waited = np.where(within, (np.minimum(raised, latest) - at_us) / 1e6, CAP_S)
        out[:, column] = np.where(raised == alone, alarms_s[:, column], waited)
    return out
