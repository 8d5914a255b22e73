"""Replay with places: alarms that would have been withheld while an account's place was silent with it."""

import numpy as np
from numpy.typing import NDArray

from vigil.model.timelines import Timelines
from vigil.watch.neighbours import FEWEST_NEIGHBOURS, NEVER_US
from vigil.watch.outages import SharedColumns, raised_at, shared_columns
from vigil.watch.reading import CAP_S

Floats = NDArray[np.float64]


def has_neighbours(timelines: Timelines) -> bool:
    """Whether any place has so many accounts that an outage of it can be told."""
    return bool(np.bincount(timelines.place[timelines.place >= 0]).max(initial=0) > FEWEST_NEIGHBOURS)


class Places:
    """What each account's place shared, through all of the timelines.

    An alarm asks only what was shared by the moment it is asked for, so one look at the whole serves every moment.
    """

    def __init__(self, timelines: Timelines) -> None:
        """Look at every place with enough accounts."""
        self._shared: list[SharedColumns | None] = [None] * timelines.n_accounts
        order = np.argsort(timelines.at_us, kind="stable")
        heard = timelines.at_us[order]
        where = np.repeat(timelines.place, np.diff(timelines.starts))[order]
        for place in np.unique(timelines.place[timelines.place >= 0]):
            members = np.flatnonzero(timelines.place == place)
            if members.size <= FEWEST_NEIGHBOURS:
                continue
            elsewhere = heard[where != place]
            for k in members.tolist():
                near = [timelines.of(other) for other in members.tolist() if other != k]
                self._shared[k] = _shared(timelines.of(k), near, elsewhere)

    def considered(self, account: int, at_us: NDArray[np.int64], alarms_s: Floats, usual_s: Floats) -> Floats:
        """One account's alarms as they would have been raised, its place considered.

        Args:
            account: By its number in the timelines.
            at_us: Some of its signs of life, shape (n,).
            alarms_s: shape (n,), seconds after each to the alarm for its silence alone.
            usual_s: shape (n,), the silence that is usual after each.

        Returns:
            shape (n,), none sooner than alone.
        """
        shared = self._shared[account]
        if shared is None:
            return alarms_s
        within = alarms_s < CAP_S
        alone = np.where(within, at_us + (np.minimum(alarms_s, CAP_S) * 1e6).astype(np.int64), NEVER_US)
        raised = raised_at(shared, at_us, alone, (usual_s * 1e6).astype(np.int64))
        return np.where(raised == alone, alarms_s, (raised - at_us) / 1e6)


def _shared(
    at_us: NDArray[np.int64], neighbours: list[NDArray[np.int64]], elsewhere: NDArray[np.int64]
) -> SharedColumns | None:
    until = [each[-1] for each in (*neighbours, elsewhere) if each.size]
    if at_us.size == 0 or not until:
        return None
    return shared_columns(
        neighbours,
        elsewhere=elsewhere if elsewhere.size else None,
        since_us=int(at_us[0]),
        until_us=int(max(until)),
    )
