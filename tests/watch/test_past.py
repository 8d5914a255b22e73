"""Every account counts alike, whatever is thinned out."""

import numpy as np
import pytest
from people import person

from vigil.watch.past import past_of


def test_delay_weights_are_those_of_random_days():
    """Thinned and weighed, an account's delay weights still add up to one."""
    at_us = person(np.random.default_rng(1), days=400, per_day=30)
    _, delay, _, _ = past_of(at_us)

    assert delay.sum() == pytest.approx(1, rel=0.1)


def test_long_gaps_are_all_kept():
    """No gap over three hours is thinned out: each is a possible false alarm."""
    at_us = person(np.random.default_rng(2), days=300)
    rows, _, false_alarm, years = past_of(at_us)
    long = np.flatnonzero(np.diff(at_us) > 3 * 3600e6)

    assert set(long[long >= rows.min()]) <= set(rows)
    assert false_alarm.min() == pytest.approx(1 / years)


def test_thinning_is_the_same_for_ever():
    """Which short gaps are kept depends on their instants alone."""
    at_us = person(np.random.default_rng(3), days=300, per_day=30)
    whole, cut = past_of(at_us)[0], past_of(at_us[:-200])[0]

    np.testing.assert_array_equal(cut, whole[whole < at_us.size - 201])


@pytest.mark.parametrize("n", [0, 1, 2, 40])
def test_too_little_teaches_nothing(n):
    """An account hardly begun is not learnt from."""
    rows, delay, false_alarm, years = past_of(np.arange(n, dtype=np.int64) * 3_600_000_000)

    assert (rows.size, delay.size, false_alarm.size, years) == (0, 0, 0, 0.0)
