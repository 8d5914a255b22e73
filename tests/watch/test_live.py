"""Live accounts say what a reading says, at a cost that does not grow with the history."""

import numpy as np
import pytest

from vigil.model.errors import InvalidInput
from vigil.model.timelines import Timelines
from vigil.watch.live import NEVER, LiveAccounts
from vigil.watch.reading import CAP_S, GRID_PER_YEAR, Reading
from vigil.watch.rhythm import read_rhythms
from vigil.watch.rhythm_model import N_STRAIGHT, RhythmModel

NOW_US = 1_480_000_000_000_000
DAY_US = 86_400_000_000


@pytest.fixture
def model():
    """A made-up model: straight terms at random, and one tree that asks about one habit."""
    rng = np.random.default_rng(4)
    n = GRID_PER_YEAR.size
    slope = rng.normal(0, 0.02, (n, N_STRAIGHT))
    slope[:, 0] = np.linspace(14, 10, n)
    return RhythmModel(
        version="made-up",
        centre=np.zeros(N_STRAIGHT),
        scale=np.ones(N_STRAIGHT),
        slope=slope,
        trees=np.minimum(np.arange(n + 1), 1),
        roots=np.array([0]),
        feature=np.array([3, -1, -1], np.int16),
        threshold=np.array([3.0, -0.1, 0.1]),
        child=np.array([1, 0, 0], np.int32),
        weight=np.ones(n),
    )


@pytest.fixture
def posts():
    """One account's posts over 200 days, at random."""
    steps = np.random.default_rng(5).lognormal(8.5, 1.6, 800)
    return (NOW_US - 200 * DAY_US + np.cumsum(steps * 1e6 + 1)).astype(np.int64)


def random_columns(n=4000):
    """Alarms that fall with the rate, some equal, some beyond a year; and silences from seconds to two years."""
    rng = np.random.default_rng(6)
    falls = rng.exponential(0.8, (n, GRID_PER_YEAR.size)) * (rng.random((n, GRID_PER_YEAR.size)) > 0.2)
    log_alarms = 17.6 - np.cumsum(falls, axis=1)
    silences_us = np.exp(rng.uniform(0, 18, n)) * 1e6
    return log_alarms, (NOW_US - silences_us).astype(np.int64)


def reading(log_alarms):
    return Reading(
        alarms_s=np.exp(log_alarms),
        last_at_us=0,
        n_signs=100,
        history_days=100.0,
        usual_gap_s=None,
        longest_gap_90d_s=None,
    )


def timelines(at_us):
    return Timelines(names=["a"], starts=np.array([0, at_us.size]), at_us=at_us, place=np.array([-1]))


def test_all_at_once_is_the_same_as_one_by_one():
    """The kernel gives each account what its reading gives."""
    log_alarms, last_at_us = random_columns()
    live = LiveAccounts(last_at_us, log_alarms)
    silences = (NOW_US - last_at_us) / 1e6
    expected = [reading(row).expected_per_year(s) for row, s in zip(log_alarms, silences, strict=True)]
    np.testing.assert_allclose(live.expected_per_year(NOW_US), expected, rtol=1e-6)


@pytest.mark.parametrize("budget", [0.1, 0.25, 1.0, 3.6, 4.0, 100.0, 1000.0])
def test_overdue_is_past_the_reading_s_alarm(budget):
    """An account is overdue exactly where its silence has reached the alarm its reading names."""
    log_alarms, last_at_us = random_columns(1000)
    overdue = LiveAccounts(last_at_us, log_alarms).overdue(NOW_US, budget)
    for row, last, late in zip(log_alarms, last_at_us, overdue, strict=True):
        alarm = reading(row).alarm_after_s(budget)
        silence = (NOW_US - last) / 1e6
        assert late == (alarm is not None and silence >= alarm)


def test_each_account_may_have_its_own_budget():
    """Budgets may be one for all or one each."""
    log_alarms, last_at_us = random_columns(1000)
    live = LiveAccounts(last_at_us, log_alarms)
    budgets = np.where(np.arange(1000) % 2, 1.0, 16.0)
    mixed = live.overdue(NOW_US, budgets)
    np.testing.assert_array_equal(mixed, np.where(budgets == 1, live.overdue(NOW_US, 1.0), live.overdue(NOW_US, 16.0)))
    with pytest.raises(InvalidInput):
        live.overdue(NOW_US, 0.0)


def test_the_others_pace_can_be_told():
    """Silence on the others' clock takes the place of the wall clock's."""
    log_alarms, last_at_us = random_columns(100)
    live = LiveAccounts(last_at_us, log_alarms)
    elapsed = (NOW_US - last_at_us) / 1e6 / 2
    expected = [reading(row).expected_per_year(s) for row, s in zip(log_alarms, elapsed, strict=True)]
    np.testing.assert_allclose(live.expected_per_year(NOW_US, elapsed_s=elapsed), expected, rtol=1e-6)


def test_following_post_by_post_ends_where_the_whole_history_does(model, posts):
    """An account heard live has the alarms it would have had, had its file been imported."""
    whole = read_rhythms(timelines(posts), now_us=NOW_US, model=model)[0]
    live = LiveAccounts.unheard(1, model)
    assert all(live.hear(0, int(at)) for at in posts)
    followed = LiveAccounts.followed(timelines(posts), model)
    for accounts in (live, followed):
        np.testing.assert_allclose(np.exp(accounts.log_alarms[0]), np.minimum(whole.alarms_s, 2 * CAP_S), rtol=1e-9)
        assert accounts.last_at_us[0] == posts[-1]


def test_what_was_followed_goes_on_live(model, posts):
    """Loading a history and then hearing the rest is the same as loading all."""
    live = LiveAccounts.followed(timelines(posts[:500]), model)
    for at in posts[500:]:
        live.hear(0, int(at))
    np.testing.assert_array_equal(live.log_alarms, LiveAccounts.followed(timelines(posts), model).log_alarms)


def test_what_is_heard_twice_or_late_changes_nothing(model, posts):
    """A repeated delivery is no second sign of life, and an older one is told apart by the answer."""
    live = LiveAccounts.followed(timelines(posts), model)
    before = live.log_alarms.copy()
    assert not live.hear(0, int(posts[-1]))
    assert not live.hear(0, int(posts[10]))
    np.testing.assert_array_equal(live.log_alarms, before)


def test_an_account_never_heard_of_is_not_scored(model):
    """No sign of life, no silence: not a number, and never overdue."""
    live = LiveAccounts.unheard(2, model)
    live.hear(1, NOW_US - 300 * DAY_US)
    assert live.last_at_us[0] == NEVER
    assert np.isnan(live.expected_per_year(NOW_US)[0])
    assert not live.overdue(NOW_US, 256.0)[0]


def test_the_state_does_not_grow(model, posts):
    """What is carried on has the same size after eight posts and after eight hundred."""
    live = LiveAccounts.unheard(1, model)
    sizes = []
    for at in posts:
        live.hear(0, int(at))
        sizes.append(sum(part.nbytes for part in live.states[0]))
    assert set(sizes) == {sizes[0]}


def test_columns_that_disagree_are_refused(model):
    """Six alarms an account; without a model there is nothing to follow with."""
    with pytest.raises(InvalidInput):
        LiveAccounts(np.zeros(2, np.int64), np.zeros((1, 6)))
    with pytest.raises(InvalidInput):
        LiveAccounts(np.zeros(1, np.int64), np.zeros((1, 6))).hear(0, NOW_US)
