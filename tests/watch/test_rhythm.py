"""A reading as of a moment looks at nothing later, and agrees with replay."""

import numpy as np
from people import people, plain_model, timelines

from vigil.watch.reading import GRID_PER_YEAR
from vigil.watch.replay import replay_timelines
from vigil.watch.rhythm import read_rhythms, until


def test_reading_as_of_a_moment_is_that_of_the_cut_history():
    """What is posted later changes no reading."""
    crowd = people(6, days=120)
    now = int(crowd.at_us.min()) + 80 * 86_400_000_000
    cut = timelines([crowd.of(k)[crowd.of(k) <= now] for k in range(6)])

    for a, b in zip(
        read_rhythms(crowd, now_us=now, model=plain_model()),
        read_rhythms(cut, now_us=now, model=plain_model()),
        strict=True,
    ):
        np.testing.assert_array_equal(a.alarms_s, b.alarms_s)
        assert (a.last_at_us, a.n_signs) == (b.last_at_us, b.n_signs)


def test_reading_is_the_replayed_alarm():
    """At an account's last sign of life, the reading's alarms are those of replay without a correction."""
    crowd = people(5, days=50)
    alarms = replay_timelines(crowd, plain_model(), GRID_PER_YEAR).alarms_s
    for k, reading in enumerate(read_rhythms(crowd, now_us=int(crowd.at_us.max()), model=plain_model())):
        np.testing.assert_allclose(reading.alarms_s, alarms[crowd.starts[k + 1] - 1], rtol=1e-6)


def test_unheard_account_has_an_empty_reading():
    """An account nothing was heard of has no last sign of life and no alarm."""
    crowd = timelines([np.empty(0, np.int64), people(1, days=40).of(0), np.empty(0, np.int64)])
    readings = read_rhythms(crowd, now_us=2**61, model=plain_model())

    assert [r.last_at_us is None for r in readings] == [True, False, True]
    assert readings[0].alarm_after_s(4.0) is None
    assert until(crowd, 0).at_us.size == 0
