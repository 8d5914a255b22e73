"""Weights for what agrees, learned from the lists themselves without any pair being known, and what each pair
then weighs.

The model is that of Fellegi and Sunter: each comparison has a probability of each outcome among pairs of one person (m)
and among other pairs (u). u comes from pairs drawn at random, m by expectation maximisation. Between two lists that
name each person once, a record's candidates compete: what speaks for one speaks against the others.

Source:
    Fellegi & Sunter (1969), JASA 64; Winkler (1988) for the maximisation; the competition is the one-to-one posterior
    with each record's other candidates in the denominator.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

ROUNDS = 40
"""Of expectation maximisation; it settles within about twenty."""

_PRIOR = 40.0
"""How many pairs' worth the first belief about m is: short lists hold too few pairs to say otherwise."""

_LEAST, _MOST = 1e-6, 0.995


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Pairs worth weighing.

    Attributes:
        left: Row in the first list, shape (n,).
        right: Row in the second list (or the same), shape (n,).
        outcomes: The outcome of each comparison, shape (n, k): 0 the best, rising; -1 where a side says nothing.
        u: For each comparison the probability of each outcome among random pairs.
        m: For each comparison the first belief about each outcome among pairs of one person.
        fixed: Weight of what is not learned (names), shape (n,), in logarithms of odds.
        n_left: Rows of the first list.
        n_right: Rows of the second.
        one_list: The pairs lie within one list.
        once: Nobody is in a list twice.
        neighbours: Whether rows that are listed near each other may vouch for each other.
    """

    left: Ints
    right: Ints
    outcomes: NDArray[np.int8]
    u: tuple[Floats, ...]
    m: tuple[Floats, ...]
    fixed: Floats
    n_left: int
    n_right: int
    one_list: bool
    once: bool
    neighbours: bool = False


def probabilities(pairs: Candidates) -> Floats:
    """How probably each pair is one person, shape (n,)."""
    if pairs.left.size == 0:
        return np.zeros(0)
    m = list(pairs.m)
    share = 0.3 if not pairs.one_list else 0.05
    p = np.zeros(pairs.left.size)
    for round_ in range(ROUNDS):
        weight = pairs.fixed.copy()
        for k, u in enumerate(pairs.u):
            outcome = pairs.outcomes[:, k]
            weights = np.log(m[k] / u)
            weight += np.where(outcome >= 0, weights[np.maximum(outcome, 0)], 0.0)
        if pairs.neighbours and round_ >= 8:
            weight += _vouched(pairs, p)
        p = _posterior(pairs, weight, share)
        share = float(np.clip(p.sum() / min(pairs.n_left, pairs.n_right), _LEAST, _MOST))
        for k, u in enumerate(pairs.u):
            known = pairs.outcomes[:, k] >= 0
            seen = np.bincount(pairs.outcomes[known, k], p[known], len(u)) + _PRIOR * pairs.m[k]
            m[k] = seen / seen.sum()
    return p


def _posterior(pairs: Candidates, weight: Floats, share: float) -> Floats:
    if pairs.one_list:
        prior = share / max(1.0, pairs.n_left / 2)  # so many of all pairs are one person
        odds: Floats = np.exp(np.clip(weight, -60, 60)) * prior / (1 - min(prior, 0.5))
        within: Floats = odds / (1 + odds)
        return within
    odds = np.exp(np.clip(weight, -60, 60)) * share / (1 - share) / np.sqrt(pairs.n_left * pairs.n_right)
    if not pairs.once:
        apart: Floats = odds / (1 + odds)
        return apart
    of_left = np.bincount(pairs.left, odds, pairs.n_left)
    of_right = np.bincount(pairs.right, odds, pairs.n_right)
    competing: Floats = odds / (1 + of_left[pairs.left] + of_right[pairs.right] - odds)
    return competing


_HOPELESS = 1e-4
"""Pairs this improbable take nobody from anybody."""

_REACH = 4
"""Rows before and behind that count as listed near."""


def _vouched(pairs: Candidates, p: Floats) -> Floats:
    """What it weighs that rows near both of a pair are a pair themselves: families are listed together."""
    codes = pairs.left * pairs.n_right + pairs.right
    order = np.argsort(codes, kind="stable")
    codes = codes[order]
    best = np.zeros(p.size)
    steps = [step for step in range(-_REACH, _REACH + 1) if step]
    for down in steps:
        for across in steps:
            left, right = pairs.left + down, pairs.right + across
            inside = (left >= 0) & (left < pairs.n_left) & (right >= 0) & (right < pairs.n_right)
            wanted = left * pairs.n_right + right
            at = np.minimum(np.searchsorted(codes, wanted), codes.size - 1)
            best = np.maximum(best, np.where(inside & (codes[at] == wanted), p[order[at]], 0.0))
    level = (best > 0.3).astype(np.int64)
    m = np.bincount(level, p, 2) + np.array([_PRIOR, _PRIOR])
    u = np.bincount(level, 1 - p, 2) + 1
    weights: Floats = np.log((m / m.sum()) / (u / u.sum()))
    return weights[level]


def one_to_one(left: Ints, right: Ints, p: Floats) -> NDArray[np.bool_]:
    """Which pairs remain where each record is in one at most: the most probable first, and among equals the first."""
    keep = np.zeros(p.size, dtype=bool)
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    likely = np.flatnonzero(p > _HOPELESS)
    for at in likely[np.lexsort((right[likely], left[likely], -p[likely]))]:
        one, other = int(left[at]), int(right[at])
        if one not in taken_left and other not in taken_right:
            taken_left.add(one)
            taken_right.add(other)
            keep[at] = True
    return keep


def balanced(p: Floats, expected: float) -> Floats:
    """Probabilities stretched so that 0.5 is where the F measure one may expect is highest.

    Where lists say little (three men of one age in one town), the best pairs may all stand below one half and yet be
    worth having. The order of the pairs stays.

    Args:
        p: Of the pairs that remain, shape (n,).
        expected: How many pairs of one person there are in all, as far as the weights tell.
    """
    if p.size == 0:
        return p
    ranked = np.sort(p)[::-1]
    hits = np.cumsum(ranked)
    f = 2 * hits / (np.arange(1, p.size + 1) + expected)
    cut = float(np.clip(ranked[int(np.argmax(f))], 0.02, 0.98))
    if cut >= 0.5:
        return p
    stretched: Floats = np.clip(p, 0, 1) ** (np.log(0.5) / np.log(cut))
    return stretched
