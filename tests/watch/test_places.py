"""With places, an alarm waits while the place is silent too, never sooner and never for ever."""

import numpy as np
import pytest
from people import people, plain_model, timelines

from vigil.watch.outages import MOST_WITHHELD_US
from vigil.watch.places import Places, has_neighbours
from vigil.watch.replay import replay_timelines

HOUR_US = 3_600_000_000


@pytest.fixture(scope="module")
def silenced():
    """Two places of six; the first is silent for 30 hours, and its last account for good."""
    crowd = people(12, days=150, seed=8)
    begin = int(crowd.at_us.min()) + 120 * 24 * HOUR_US + 9 * HOUR_US
    parts = [crowd.of(k) for k in range(12)]
    parts[:6] = [p[(p < begin) | (p > begin + 30 * HOUR_US)] for p in parts[:6]]
    parts[5] = parts[5][parts[5] < begin]
    return timelines(parts, place=[0] * 6 + [1] * 6), begin


def considered(crowd, hours):
    places, flat = Places(crowd), np.full(crowd.at_us.size, hours * 3600.0)
    each = [(k, crowd.of(k)) for k in range(crowd.n_accounts)]
    parts = [places.considered(k, at_us, *(np.full(at_us.size, h * 3600.0) for h in (hours, 12))) for k, at_us in each]
    return flat, np.concatenate(parts)


def test_alarms_wait_while_the_place_is_silent(silenced):
    """An alarm due within the outage comes after it; of the others, but for a shared night, hardly any waits."""
    crowd, begin = silenced
    flat, waited = considered(crowd, 26)
    last = crowd.starts[6] - 1

    assert (waited >= flat).all()
    assert crowd.at_us[last] / 1e6 + waited[last] >= begin / 1e6 + 30 * 3600
    assert (waited > flat)[crowd.starts[6] :].mean() < 0.1


def test_no_alarm_waits_more_than_ten_days(silenced):
    """A place that never comes back excuses nobody for ever."""
    flat, waited = considered(silenced[0], 20)

    assert ((waited - flat) * 1e6 <= MOST_WITHHELD_US + 1).all()


def test_without_enough_neighbours_nothing_waits():
    """Three accounts at a place, or no place at all: replay is as if alone."""
    crowd = people(3, days=60)
    placed = timelines([crowd.of(k) for k in range(3)], place=[0, 0, 0])
    budgets = np.array([4.0])

    assert not has_neighbours(placed)
    assert not has_neighbours(timelines([]))
    np.testing.assert_array_equal(
        replay_timelines(placed, plain_model(), budgets).alarms_s,
        replay_timelines(crowd, plain_model(), budgets).alarms_s,
    )
