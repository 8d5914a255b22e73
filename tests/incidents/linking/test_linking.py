"""From two lists to pairs, with a finder of pairs that knows no database."""

from collections.abc import Sequence

import numpy as np
from made_up_lists import two_lists

from vigil.incidents.linking.columns import plan
from vigil.incidents.linking.fields import Role
from vigil.incidents.linking.linking import Comparable, Compared, link


def all_pairs(lists: Sequence[Comparable], roles: Sequence[Role]) -> Compared:
    """Every pair, its values the same or not."""
    first, second = lists[0], lists[-1]
    left, right = (
        each.ravel() for each in np.meshgrid(np.arange(first.n_rows), np.arange(second.n_rows), indexing="ij")
    )
    if len(lists) == 1:
        left, right = left[left < right], right[left < right]
    outcomes = np.full((left.size, len(roles)), -1, dtype=np.int8)
    chances = []
    for n in range(len(roles)):
        one, other = (np.array(each.values[n], dtype=object) for each in (first, second))
        known = (one[left] != None) & (other[right] != None)  # noqa: E711 - element by element
        same = one[left] == other[right]
        outcomes[:, n] = np.where(known, np.where(same, 0, 1), -1)
        u = max(1e-4, float(same[known].mean()))
        chances.append(np.array([u, 1 - u]))
    return Compared(left=left, right=right, outcomes=outcomes, u=tuple(chances))


def test_lists_in_two_scripts_are_linked():
    """An Arabic and a Latin list of the same made-up people, brothers among them: nine of ten pairs, nine of
    ten right."""
    left, right = two_lists(300, seed=11)
    truth = [[row.pop("person") for row in rows] for rows in (left, right)]
    pairs = link(left, right, plan(left, right, skipped=frozenset({"id"})), find=all_pairs, once=True, neighbours=True)
    likely = [pair for pair in pairs if pair.p >= 0.5]
    right_ones = sum(truth[0][pair.left] == truth[1][pair.right] for pair in likely)
    there = len(set(truth[0]) & set(truth[1]))
    assert right_ones >= 0.9 * len(likely)
    assert right_ones >= 0.9 * there
    assert len({pair.left for pair in likely}) == len({pair.right for pair in likely}) == len(likely)


def test_lists_that_share_nobody_are_not_linked():
    """Other people in both lists: hardly a pair is told as likely."""
    left, _ = two_lists(200, seed=12)
    _, right = two_lists(200, seed=13)
    for rows in (left, right):
        for row in rows:
            del row["person"]
    pairs = link(left, right, plan(left, right, skipped=frozenset({"id"})), find=all_pairs, once=True, neighbours=True)
    assert sum(pair.p >= 0.5 for pair in pairs) <= 4
