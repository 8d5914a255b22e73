"""Weights learned from lists without a known pair."""

import numpy as np
import pytest

from vigil.incidents.linking.weighing import Candidates, balanced, one_to_one, probabilities


def _candidates(seed: int, *, once: bool) -> tuple[Candidates, np.ndarray]:
    """Two lists of 300, half of each in the other; four comparisons that agree nine times in ten for one person."""
    rng = np.random.default_rng(seed)
    n = 300
    left, right = (each.ravel() for each in np.meshgrid(np.arange(n), np.arange(n), indexing="ij"))
    truth = (left == right) & (left < n // 2)
    agree = np.where(truth[:, None], rng.random((n * n, 4)) < 0.9, rng.random((n * n, 4)) < 0.08)
    return (
        Candidates(
            left=left,
            right=right,
            outcomes=np.where(agree, 0, 1).astype(np.int8),
            u=tuple(np.array([0.08, 0.92]) for _ in range(4)),
            m=tuple(np.array([0.8, 0.2]) for _ in range(4)),
            fixed=np.zeros(left.size),
            n_left=n,
            n_right=n,
            one_list=False,
            once=once,
        ),
        truth,
    )


def test_probabilities_mean_what_they_say():
    """Of the pairs told with about p, about p are one person: the sum of p is the number of pairs there are."""
    pairs, truth = _candidates(1, once=True)
    p = probabilities(pairs)
    assert abs(p.sum() - truth.sum()) < 0.2 * truth.sum()
    sure = p > 0.8
    assert truth[sure].mean() > 0.8


def test_candidates_of_one_record_compete():
    """Where nobody is twice in a list, no record's probabilities sum to more than one."""
    pairs, _ = _candidates(2, once=True)
    p = probabilities(pairs)
    assert np.bincount(pairs.left, p).max() <= 1 + 1e-9
    assert np.bincount(pairs.right, p).max() <= 1 + 1e-9


def test_no_pairs_have_no_probabilities():
    """Empty in, empty out."""
    pairs, _ = _candidates(3, once=True)
    empty = Candidates(
        left=pairs.left[:0],
        right=pairs.right[:0],
        outcomes=pairs.outcomes[:0],
        u=pairs.u,
        m=pairs.m,
        fixed=pairs.fixed[:0],
        n_left=5,
        n_right=5,
        one_list=False,
        once=True,
    )
    assert probabilities(empty).size == 0


def test_each_record_is_in_one_pair_at_most():
    """The most probable pair takes both its records."""
    keep = one_to_one(np.array([0, 0, 1]), np.array([0, 1, 1]), np.array([0.9, 0.8, 0.7]))
    assert keep.tolist() == [True, False, True]


@pytest.mark.parametrize("expected", [1.0, 2.0, 10.0])
def test_balancing_keeps_the_order(expected):
    """Stretching probabilities moves none past another."""
    p = np.array([0.1, 0.4, 0.45, 0.9, 0.0, 1.0])
    assert (np.argsort(balanced(p, expected)) == np.argsort(p)).all()
    assert balanced(np.zeros(0), 1.0).size == 0
