"""Linking as a whole, with Splink behind it."""

import pytest
from made_up_lists import two_lists

from vigil.model.errors import InvalidInput
from vigil.sources.linking.splink_pairs import splink_pairs
from vigil.usecases.link_records import link_records


def test_two_lists_by_different_hands_are_linked():
    """Arabic against Latin names, ages, dates and places that differ: F of 0.9 on made-up lists, twice the same."""
    left, right = two_lists(1200, seed=21)
    truth = [[row.pop("person") for row in rows] for rows in (left, right)]
    linked = link_records(left, right, skipped=frozenset({"id"}), find=splink_pairs)
    likely = [pair for pair in linked.pairs if pair.p >= 0.5]
    right_ones = sum(truth[0][pair.left] == truth[1][pair.right] for pair in likely)
    there = len(set(truth[0]) & set(truth[1]))
    assert 2 * right_ones / (len(likely) + there) > 0.9
    assert linked.n_likely == len(likely)
    assert linked.compared["name"] == "name"
    assert link_records(left, right, skipped=frozenset({"id"}), find=splink_pairs).pairs == linked.pairs


def test_lists_with_nothing_in_common_are_refused():
    """There must be something to compare, and the message says what."""
    with pytest.raises(InvalidInput, match="no columns to compare"):
        link_records([{"a": "1"}], [{"b": "2"}], skipped=frozenset(), find=splink_pairs)
