"""A correction is none where there is nothing to rest on, and firm where there is little."""

import numpy as np
import pytest
from people import people, plain_model

from vigil.watch.calibration import fit_correction, no_correction
from vigil.watch.fitting import Gaps
from vigil.watch.past import past_of
from vigil.watch.replay import correction_at, follow_all

RATES = np.array([2])


def test_without_past_there_is_no_correction():
    """Nothing to learn from leaves the shipped model as it is."""
    followed = follow_all(people(3, days=30), plain_model(), RATES)
    correction = correction_at(followed, 2**62, plain_model(), RATES)

    assert correction.years == 0
    np.testing.assert_array_equal(correction.beta, no_correction().beta)


def test_false_alarms_of_the_past_move_it_up():
    """Where the shipped model raises far too many alarms, the correction makes it wait longer."""
    model = plain_model(hours=(40.0, 20.0, 10.0, 6.0, 3.0, 1.2))
    followed = follow_all(people(30, days=700), model, RATES)
    correction = correction_at(followed, 2**62, model, RATES)
    before = np.concatenate([one.log_alarms for one in followed])
    after = np.concatenate([correction.apply(one.log_alarms, one.habits, RATES) for one in followed])

    assert correction.years > 20
    assert np.median(after - before) > np.log(1.5)


@pytest.fixture(scope="module")
def past():
    """Habits, the shipped model's log alarms, completed gaps and account-years of thirty people."""
    followed = follow_all(people(30, days=700), plain_model(), RATES)
    parts = [(one, *past_of(one.at_us)) for one in followed]
    gaps = Gaps(
        np.concatenate([np.log(np.diff(one.at_us)[rows] / 1e6) for one, rows, *_ in parts]),
        np.concatenate([w for *_, w, _, _ in parts]) / len(parts),
        np.concatenate([v for *_, v, _ in parts]) / len(parts),
    )
    habits = np.concatenate([one.habits[rows] for one, rows, *_ in parts])
    log_alarms = np.concatenate([one.log_alarms[rows] for one, rows, *_ in parts])
    return habits, log_alarms, gaps, sum(years for *_, years in parts)


def rate_after(past, had=None):
    habits, log_alarms, gaps, years = past
    issued = None if had is None else np.array(had)[:, None]
    found = fit_correction(habits, log_alarms, gaps, RATES, model=plain_model(), years=years, had=issued)
    return gaps.false_alarms(found.apply(log_alarms, habits, RATES)[:, 0])


def test_much_past_brings_the_rate_to_the_budget(past):
    """Fifty account-years in which the shipped model had next to none: the past has most of the budget of 4 now."""
    assert past[2].false_alarms(past[1][:, 0]) < 0.1
    assert 2 < rate_after(past) < 4


def test_little_past_hardly_moves_the_rate(past):
    """The same gaps, said to be of six account-years, are too few to say how often the model is wrong here."""
    habits, log_alarms, gaps, _ = past
    assert rate_after((habits, log_alarms, gaps, 6.0)) < 0.5 * rate_after(past)


def test_what_was_had_is_made_up_for(past):
    """After more false alarms than the budget it aims lower, after fewer higher."""
    assert rate_after(past, had=(6.0, 6.0)) < rate_after(past, had=(4.0, 4.0)) < rate_after(past, had=(2.0, 2.0))


def test_what_places_withhold_is_not_counted_against_the_rhythm(past):
    """Of six issued the places withheld two: the budget was kept, and the rhythms may go on raising six."""
    assert rate_after(past, had=(6.0, 4.0)) > 1.3 * rate_after(past, had=(4.0, 4.0))
