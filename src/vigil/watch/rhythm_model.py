"""The rhythm model: from an account's habits to the silence it outlasts by accident so often in a year.

For each rate of GRID_PER_YEAR it is a straight line through some habits plus a few hundred small trees, fitted
straight to what it is for: the least mean log time to alarm, over the days of all accounts, at that many false
alarms per account and year (docs/rhythm.md). Times run on the clock of `pace`. It is read here without the
libraries that fitted it.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from vigil.model.errors import InvalidInput
from vigil.watch.habits import HABIT, N_HABITS
from vigil.watch.reading import CAP_S, GRID_PER_YEAR

_STRAIGHT = (
    *("n_24h", "n_7d", "n_30d", "n_90d", "active_7d", "active_30d", "active_90d"),
    *("longest_7d", "longest_30d", "longest_90d", "longest_180d", "nth_longest_1", "nth_longest_2", "nth_longest_5"),
    *("level_12", "level_26", "level_52", "level_104", "level_200", "over_24h", "over_48h", "tail"),
    *("log_gap_mean", "log_gap_spread", "since_24h", "since_72h", "session", "n_session", "n_day", "last_gap"),
)
_LEVELS = tuple(HABIT[f"level_{rate}"] for rate in (12, 26, 52, 104, 200))
N_STRAIGHT = 1 + len(_STRAIGHT) + len(_LEVELS) + 6
SHORTEST_S, LONGEST_S = 900.0, 4 * CAP_S


def straight_terms(habits: NDArray[np.float32]) -> NDArray[np.float64]:
    """What the straight part of the model is a line through: shape (n, N_STRAIGHT), the first column all ones."""
    chosen = habits[:, [HABIT[name] for name in _STRAIGHT]].astype(np.float64)
    beyond_a_day = np.maximum(habits[:, _LEVELS].astype(np.float64) - np.log(86400.0), 0)
    turn = 2 * np.pi * habits[:, HABIT["hour"]].astype(np.float64) / 24
    weekday = habits[:, HABIT["weekday"]]
    days = [(weekday == day).astype(np.float64) for day in (4, 5, 6, 0)]  # into, in and out of a weekend
    return np.column_stack([np.ones(len(habits)), chosen, beyond_a_day, np.cos(turn), np.sin(turn), *days])


@dataclass(frozen=True, slots=True)
class RhythmModel:
    """The fitted figures, one set a rate of GRID_PER_YEAR.

    Attributes:
        version: Names the fit; stored with every finding.
        centre, scale: shape (N_STRAIGHT,): the straight terms are taken as (x - centre) / scale.
        slope: shape (6, N_STRAIGHT), log seconds.
        trees: per rate, begin of its trees in `roots`: shape (7,).
        roots: begin of each tree's nodes.
        feature: per node, the habit it asks about, -1 for a leaf.
        threshold: per node, go left when the habit is at most this; of a leaf, its log seconds.
        child: per node, where the left child stands; the right one stands behind it.
        weight: shape (6,): what one false alarm a year weighs against log time to alarm, in fitting anew.
    """

    version: str
    centre: NDArray[np.float64]
    scale: NDArray[np.float64]
    slope: NDArray[np.float64]
    trees: NDArray[np.int64]
    roots: NDArray[np.int64]
    feature: NDArray[np.int16]
    threshold: NDArray[np.float64]
    child: NDArray[np.int32]
    weight: NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse a model that does not fit this version's habits.

        Raises:
            InvalidInput: The shapes are not those of this version.
        """
        n = GRID_PER_YEAR.size
        if self.slope.shape != (n, N_STRAIGHT) or self.trees.shape != (n + 1,) or self.feature.max() >= N_HABITS:
            raise InvalidInput("the rhythm model was fitted for another version of Vigil")

    def log_alarms(self, habits: NDArray[np.float32], rates: NDArray[np.int64]) -> NDArray[np.float64]:
        """Log seconds, on the others' clock, to alarm: shape (n, len(rates)).

        Args:
            habits: shape (n, N_HABITS), from `habits_of`.
            rates: which of GRID_PER_YEAR, by index.
        """
        terms = (straight_terms(habits) - self.centre) / self.scale
        out = terms @ self.slope[rates].T
        for column, rate in enumerate(rates):
            roots = self.roots[self.trees[rate] : self.trees[rate + 1]]
            add_trees = _add_trees if len(habits) < _WIDE_FROM else _add_trees_wide
            add_trees(habits, roots, self.feature, self.threshold, self.child, out[:, column])
        return np.clip(out, np.log(SHORTEST_S), np.log(LONGEST_S))


_WIDE_FROM = 256
"""Rows from which several cores are worth calling: on a busy machine that call alone can take milliseconds."""


@njit(cache=True)
def _leaves(
    habits: NDArray[np.float32],
    roots: NDArray[np.int64],
    feature: NDArray[np.int16],
    threshold: NDArray[np.float64],
    child: NDArray[np.int32],
) -> float:
    """The leaves one row ends in, added up."""
    total = 0.0
    for root in roots:
        node = root
        while feature[node] >= 0:
            node = child[node] + (habits[feature[node]] > threshold[node])
        total += threshold[node]
    return total


@njit(cache=True)
def _add_trees(  # noqa: PLR0917 - compiled functions take no keywords
    habits: NDArray[np.float32],
    roots: NDArray[np.int64],
    feature: NDArray[np.int16],
    threshold: NDArray[np.float64],
    child: NDArray[np.int32],
    out: NDArray[np.float64],
) -> None:
    for i in range(habits.shape[0]):
        out[i] += _leaves(habits[i], roots, feature, threshold, child)


@njit(cache=True, parallel=True)
def _add_trees_wide(  # noqa: PLR0917 - compiled functions take no keywords
    habits: NDArray[np.float32],
    roots: NDArray[np.int64],
    feature: NDArray[np.int16],
    threshold: NDArray[np.float64],
    child: NDArray[np.int32],
    out: NDArray[np.float64],
) -> None:
    for i in prange(habits.shape[0]):
        out[i] += _leaves(habits[i], roots, feature, threshold, child)
