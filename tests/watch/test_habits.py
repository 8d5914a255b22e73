"""Habits are what they say, use the past only, and cost the same however long the past."""

import numpy as np
import pytest
from people import DAY_S, person

from vigil.watch.habits import HABIT, N_HABITS, empty_state, follow, habits_of


@pytest.fixture(scope="module")
def at_s():
    return person(np.random.default_rng(3), days=420) / 1e6


def test_figures_are_those_of_the_past(at_s):
    """Counts, longest gaps and levels agree with a slow reckoning from all posts."""
    habits = habits_of(at_s)
    gaps = np.diff(at_s)
    for i in (40, 400, 1500, at_s.size - 1):
        now, past = at_s[i], at_s[: i + 1]
        today = np.floor(now / DAY_S)
        days = np.floor(past / DAY_S)
        done, ends = gaps[:i], past[1:]
        long = done[(ends > now - 365 * DAY_S) & (done > 3 * 3600)]
        recent = done[ends > now - 30 * DAY_S]

        assert np.exp(habits[i, HABIT["n_7d"]]) == pytest.approx((days > today - 7).sum(), rel=1e-4)
        assert habits[i, HABIT["active_30d"]] == pytest.approx(np.unique(days[days > today - 30]).size / 30)
        assert np.exp(habits[i, HABIT["longest_30d"]]) == pytest.approx(max(recent.max(), 3 * 3600), rel=1e-4)
        assert np.exp(habits[i, HABIT["nth_longest_3"]]) == pytest.approx(np.sort(long)[-3], rel=1e-4)
        assert habits[i, HABIT["weekday"]] == (today + 3) % 7


def test_level_is_outlasted_as_often_as_it_says(at_s):
    """level_52 is the gap that the last year's gaps outlasted about 52 times."""
    habits, gaps = habits_of(at_s), np.diff(at_s)
    level = np.exp(habits[-1, HABIT["level_52"]])

    assert abs((gaps[at_s[1:] > at_s[-1] - 365 * DAY_S] > level).sum() - 52) <= 1


@pytest.mark.parametrize("cut", [1, 2, 60, 500, 2000])
def test_later_posts_change_nothing(at_s, cut):
    """What is known after a post does not depend on what follows it."""
    np.testing.assert_array_equal(habits_of(at_s[:cut]), habits_of(at_s)[:cut])


def test_one_at_a_time_is_all_at_once(at_s):
    """The live state, given one post after another, says what the whole history says."""
    state, out = empty_state(), np.empty(N_HABITS, np.float32)
    for at in at_s[:300]:
        follow(state, at, out)

    np.testing.assert_array_equal(out, habits_of(at_s[:300])[-1])


def test_years_of_absence_are_survived():
    """A gap of three years empties every window and leaves finite figures."""
    at = np.array([1e9, 1e9 + 60, 1e9 + 3 * 365 * DAY_S])
    habits = habits_of(at)

    assert np.isfinite(habits).all()
    assert np.exp(habits[-1, HABIT["n_365d"]]) == pytest.approx(1)
