"""The others' clock is made of the others, runs forwards, and can be read both ways."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import people, timelines

from vigil.watch.pace import FASTEST, HOUR_US, SLOWEST, pace_clocks


@pytest.fixture(scope="module")
def crowd():
    return people(30, days=80)


def test_own_posts_do_not_move_the_clock(crowd):
    """Cutting an account leaves its own clock as it was: it hears the others only."""
    whole = next(pace_clocks(crowd))
    cut = timelines([crowd.of(0)[:50], *[crowd.of(k) for k in range(1, crowd.n_accounts)]])
    after = next(pace_clocks(cut))
    at = crowd.of(5)

    np.testing.assert_allclose(after.read(at) - after.read(at[:1]), whole.read(at) - whole.read(at[:1]))


def test_silence_of_all_counts_for_less(crowd):
    """Where everyone is silent for a day, a day of one account's silence is less than half a day."""
    begin = int(crowd.at_us.min()) + 60 * 24 * HOUR_US
    end = begin + 24 * HOUR_US
    parts = [p[(p < begin) | (p > end)] for p in (crowd.of(k) for k in range(crowd.n_accounts))]
    clock = next(pace_clocks(timelines(parts)))

    assert clock.elapse(np.array([begin]), np.array([end]))[0] < 0.5 * 24 * 3600


@settings(max_examples=60, deadline=None)
@given(st.floats(-1000, 4000), st.floats(0, 5000))
def test_wall_undoes_elapse(begin_h, wait_h):
    """Waiting until so much has elapsed, then asking how much has elapsed, gives the same back."""
    clock = next(pace_clocks(people(8, days=40)))
    begin = np.array([int(clock.first_hour * HOUR_US + begin_h * HOUR_US)])
    wall = clock.wall_s(begin, np.array([wait_h * 3600]))
    end = begin + np.round(wall * 1e6).astype(np.int64)

    assert clock.elapse(begin, end)[0] == pytest.approx(wait_h * 3600, abs=1e-2)


def test_alone_the_clock_is_the_wall_clock():
    """An account with nobody beside it, or nothing at all, is timed by the wall clock."""
    alone = people(1, days=40)
    clock = next(pace_clocks(alone))
    at = alone.of(0)

    np.testing.assert_allclose(clock.elapse(at[:-1], at[1:]), np.diff(at) / 1e6, rtol=1e-6)
    assert len(list(pace_clocks(timelines([np.empty(0, np.int64)] * 2)))) == 2


def test_pace_keeps_its_bounds(crowd):
    """No hour counts for less than three minutes or for more than three hours."""
    for clock in pace_clocks(crowd):
        steps = np.diff(clock.reading_s)

        assert steps.min() >= 3600 * SLOWEST - 1e-6
        assert steps.max() <= 3600 * FASTEST + 1e-6
