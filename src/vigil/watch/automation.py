"""Posts that a program made: scheduled ones are no sign of life.

A person does not post at the same second of ten periods in a row. What does is taken for a program, and so is
everything else from a client from which hardly anything else comes. What is found is the schedule, never who set it.
"""

import numpy as np
from numpy.typing import NDArray

PERIODS_S = tuple(minutes * 60 for minutes in (10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 10080))
"""Schedules looked for, from every ten minutes to weekly."""

IN_A_ROW = 10
"""So many periods in a row with a post at the same second. On data to the minute, forty posts a day have one at a
given minute of the hour by chance less than once in twenty times: ten in a row, never."""

OF_A_CLIENT = 0.8
"""A client from which at least this share of posts is scheduled is a scheduler: its others are its too."""

MOST_A_MINUTE = 0.3
"""Denser than that, posts to the minute fall on ten periods in a row by chance more than once in 100,000 times."""

_SECOND_US = 1_000_000


def automated(at_us: NDArray[np.int64], client: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which signs of life a program made.

    Args:
        at_us: Instants of one account, increasing, microseconds, shape (n,).
        client: A number a client, -1 where it is not known, shape (n,).
    """
    if at_us.size < IN_A_ROW:
        return np.zeros(at_us.size, dtype=np.bool_)
    found = _scheduled(at_us)
    for number in np.unique(client[found]):
        theirs = client == number
        if number >= 0 and found[theirs].mean() >= OF_A_CLIENT:
            found |= theirs
    return found


def _scheduled(at_us: NDArray[np.int64]) -> NDArray[np.bool_]:
    found = np.zeros(at_us.size, dtype=np.bool_)
    at_s = at_us // _SECOND_US
    for period_s in PERIODS_S:
        slot, within = np.divmod(at_s, period_s)
        order = np.lexsort((slot, within))
        same = (np.diff(within[order]) == 0) & (np.diff(slot[order]) == 1)
        edges = np.flatnonzero(np.diff(np.r_[False, same, False].astype(np.int8)))
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            if end - begin + 1 >= IN_A_ROW and _is_sparse(at_s, int(order[begin]), int(order[end])):
                found[order[begin : end + 1]] = True
    return found


def _is_sparse(at_s: NDArray[np.int64], first: int, last: int) -> bool:
    """Whether a hit in every period is no accident there: under fire, with a post in most minutes, it would be."""
    minutes = max(float(at_s[last] - at_s[first]) / 60, 1.0)
    return (last - first + 1) / minutes < MOST_A_MINUTE
