"""A correction is none where there is nothing to rest on, and firm where there is little."""

import numpy as np
from people import people, plain_model

from vigil.watch.calibration import no_correction
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
