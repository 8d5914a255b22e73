"""Posts a program made are told from people's."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.watch.automation import automated

DAY_US, HOUR_US, SECOND_US = 86_400_000_000, 3_600_000_000, 1_000_000


def unknown(n):
    return np.full(n, -1, dtype=np.int32)


def person(rng, days=60, a_day=20, to=SECOND_US):
    at = rng.integers(0, days * DAY_US, days * a_day) // to * to
    return np.unique(at)


def test_a_post_every_six_hours_is_a_program_s():
    """The relief kitchen whose program posts on while its people are silent."""
    planned = np.arange(40) * 6 * HOUR_US
    assert automated(planned, unknown(40)).all()


def test_people_between_scheduled_posts_stay_people():
    """Only the schedule is taken out of an account that has both."""
    rng = np.random.default_rng(3)
    planned = np.arange(100) * 6 * HOUR_US
    own = np.setdiff1d(person(rng, days=25), planned)
    at = np.sort(np.concatenate([planned, own]))
    assert np.array_equal(at[automated(at, unknown(at.size))], planned)


def test_everything_from_a_scheduling_client_is_the_program_s():
    """A post off its schedule from a client that does nothing else is no sign of life either."""
    planned = np.arange(40) * DAY_US
    at = np.sort(np.r_[planned, 12 * DAY_US + 5 * HOUR_US])
    client = np.zeros(at.size, dtype=np.int32)
    assert automated(at, client).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([SECOND_US, 60 * SECOND_US]), st.integers(3, 120))
def test_people_are_not_taken_for_programs(seed, to, a_day):
    """Random times, to the second or to the minute, few or many: nothing is found."""
    at = person(np.random.default_rng(seed), a_day=a_day, to=to)
    assert not automated(at, unknown(at.size)).any()


def test_a_burst_to_the_minute_is_no_schedule():
    """Under fire people post every minute for hours; that falls on every tenth minute too."""
    at = np.arange(200) * 60 * SECOND_US
    assert not automated(at, unknown(200)).any()


def test_a_handful_of_posts_is_nobody_s_schedule():
    """Fewer posts than periods in a row are never looked at."""
    assert not automated(np.arange(5) * HOUR_US, unknown(5)).any()
