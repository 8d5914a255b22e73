"""A pulse says what is heard, since when without a hole, and how that compares with what is usual."""

from datetime import UTC, datetime, timedelta

import pytest

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness
from vigil.model.ids import CollectorName, Platform
from vigil.sources.live.vitals import CATCHING_UP_S, Vitals

AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)


def vitals(since=None):
    """A stream before its first connection."""
    return Vitals(CollectorName("ear"), Platform("bluesky"), since)


def minutes(stream, begin, n, per_minute):
    """So many minutes of so many events each; the last pulse."""
    pulse = None
    for k in range(n):
        at = AT + timedelta(minutes=begin + k)
        for _ in range(per_minute):
            stream.event(at, at)
        pulse = stream.beat(at, over_s=60.0, cursor=None)
    return pulse


def test_before_anything_is_heard_it_is_blind():
    """Connected is not hearing."""
    pulse = vitals().beat(AT, over_s=1.0, cursor=None)
    assert (pulse.hearing, pulse.why, pulse.unbroken_since) == (Hearing.BLIND, Deafness.CONNECTING, None)


def test_the_first_event_begins_the_stretch_that_was_heard():
    """And each later one extends it."""
    stream = vitals()
    stream.event(AT, AT)
    stream.event(AT + timedelta(seconds=5), AT + timedelta(seconds=4))
    pulse = stream.beat(AT + timedelta(seconds=9), over_s=9.0, cursor=None)
    assert (pulse.hearing, pulse.why) == (Hearing.HEALTHY, None)
    assert (pulse.unbroken_since, pulse.heard_until) == (AT, AT + timedelta(seconds=5))
    assert (pulse.lag_s, pulse.n_events) == (1.0, 2)


@pytest.mark.parametrize("why", [why for why in Deafness if why not in {Deafness.CATCHING_UP, Deafness.RATE_FELL}])
def test_an_interruption_stops_the_stretch_and_a_replay_goes_on_with_it(why):
    """What the platform replays is no hole: the stretch grows with the replay, not ahead of it."""
    stream = vitals()
    stream.event(AT, AT)
    stream.deaf(why)
    assert stream.beat(AT + timedelta(hours=1), over_s=1.0, cursor=None).hearing is Hearing.BLIND
    stream.event(AT + timedelta(hours=2), AT + timedelta(hours=1))
    pulse = stream.beat(AT + timedelta(hours=2), over_s=1.0, cursor=None)
    assert (pulse.hearing, pulse.why) == (Hearing.DEGRADED, Deafness.CATCHING_UP)
    assert (pulse.unbroken_since, pulse.heard_until) == (AT, AT + timedelta(hours=1))
    stream.event(AT + timedelta(hours=2), AT + timedelta(hours=2) - timedelta(seconds=CATCHING_UP_S))
    assert stream.beat(AT, over_s=1.0, cursor=None).heard_until == AT + timedelta(hours=2)


def test_after_a_hole_the_stretch_begins_anew():
    """Nothing before the hole's end is vouched for."""
    stream = vitals(since=AT)
    stream.broken(AT + timedelta(hours=3))
    pulse = stream.beat(AT, over_s=1.0, cursor=None)
    assert pulse.unbroken_since == pulse.heard_until == AT + timedelta(hours=3)


def test_a_rate_far_below_the_usual_is_not_well_heard():
    """The server still sends, but a hundredth; when it recovers, so does the pulse."""
    stream = vitals()
    assert minutes(stream, 0, 10, 6000).hearing is Hearing.HEALTHY
    fell = minutes(stream, 10, 2, 60)
    assert (fell.hearing, fell.why) == (Hearing.DEGRADED, Deafness.RATE_FELL)
    assert fell.rate_per_s < 0.1 * fell.usual_rate_per_s
    assert minutes(stream, 12, 30, 60).why is Deafness.RATE_FELL, "what is too little never becomes usual"
    assert minutes(stream, 42, 2, 6000).why is None


def test_an_evenings_ebb_and_a_small_server_are_no_deafness():
    """A third of the usual rate, or five events a minute falling to none."""
    stream = vitals()
    minutes(stream, 0, 10, 6000)
    assert minutes(stream, 10, 30, 2000).why is None
    small = vitals()
    minutes(small, 0, 10, 5)
    assert minutes(small, 10, 5, 0).why is None
