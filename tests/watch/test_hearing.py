"""Hearing: the best collector counts, only heard silence counts, nobody is heard unless someone says so."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.ids import AccountId, CollectorName, PlaceName, Platform
from vigil.model.instants import to_micros
from vigil.model.witness import Account, Stay, WatchedAccount
from vigil.watch.hearing import DEGRADED_COUNTS, average, heard, whole_files

T0 = datetime(2016, 12, 1, tzinfo=UTC)
X = Platform("x")
ACCOUNT = Account(X, AccountId("a"))
PLACED = WatchedAccount(account=ACCOUNT, stays=(Stay(place=PlaceName("Ferdous"), end=T0 + timedelta(hours=10)),))


def hour(n):
    return T0 + timedelta(hours=n)


def us(n):
    return to_micros(hour(n))


def span(begin, end, hearing=Hearing.HEALTHY, collector="ear", **scope):
    return CoverageSpan(collector=CollectorName(collector), begin=hour(begin), end=hour(end), hearing=hearing, **scope)


def of(*spans, until=100, since=0, left=None):
    listened = {CollectorName("ear"): (hour(since), None if left is None else hour(left))}
    return heard(spans, PLACED, until=hour(until), listened=listened)


def test_without_coverage_nobody_listened():
    """Empty never means healthy."""
    nothing = of()
    assert nothing.at(us(5)) is Hearing.BLIND
    assert nothing.shares(us(0), us(5)).blind == 1
    assert nothing.counted_s(us(0), us(5)) == 0


def test_the_best_collector_counts():
    """One deaf ear beside a good one takes nothing away."""
    both = of(span(0, 10, Hearing.BLIND, "deaf"), span(0, 10, Hearing.DEGRADED, "poor"), span(2, 4))
    assert [both.at(us(h)) for h in (1, 3, 5)] == [Hearing.DEGRADED, Hearing.HEALTHY, Hearing.DEGRADED]


def test_of_one_collector_the_worst_counts():
    """A listener that was up all day and lost an hour was blind for the hour."""
    assert of(span(0, 10), span(3, 4, Hearing.BLIND)).at(us(3.5)) is Hearing.BLIND


@pytest.mark.parametrize(
    ("scope", "hears"),
    [
        ({}, True),
        ({"platform": X}, True),
        ({"platform": Platform("telegram")}, False),
        ({"account": ACCOUNT}, True),
        ({"account": Account(X, AccountId("b"))}, False),
        ({"place": PlaceName("Ferdous")}, True),
        ({"place": PlaceName("Sukkari")}, False),
    ],
)
def test_a_span_hears_what_its_scope_says(scope, hears):
    """Platform, place and account each narrow a span."""
    assert (of(span(0, 20, **scope)).at(us(5)) is Hearing.HEALTHY) is hears


def test_a_place_is_heard_while_the_account_is_there():
    """Who has left a place is not heard by its collector."""
    heard_there = of(span(0, 20, place=PlaceName("Ferdous")))
    assert heard_there.at(us(9)) is Hearing.HEALTHY
    assert heard_there.at(us(11)) is Hearing.BLIND


def test_hearing_holds_to_the_instant_it_ends():
    """A file heard until T is heard as of T, and not a second later."""
    until = of(span(0, 5))
    assert until.at(us(5)) is Hearing.HEALTHY
    assert until.at(us(5) + 1_000_000) is Hearing.BLIND


def test_degraded_hearing_makes_an_alarm_later_by_the_stated_factor():
    """Time heard with gaps counts for half, blind time for nothing."""
    mixed = of(span(0, 4), span(4, 8, Hearing.DEGRADED), span(10, 30))
    assert mixed.counted_s(us(0), us(12)) == pytest.approx((4 + 4 * DEGRADED_COUNTS + 2) * 3600)
    assert mixed.counted_by(us(0), 5 * 3600) == us(6)
    assert mixed.counted_by(us(0), 7 * 3600) == us(11)
    assert mixed.counted_by(us(0), 1000 * 3600) is None


spans = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 30), st.sampled_from(list(Hearing)), st.sampled_from("ab")).map(
        lambda s: span(s[0], s[0] + s[1], s[2], s[3])
    ),
    max_size=8,
)


@given(spans, st.integers(0, 60), st.integers(1, 40))
def test_shares_add_up_and_bound_what_counts(given_spans, begin, length):
    """The three shares are a whole, and never more silence counts than was heard."""
    one = of(*given_spans, until=200)
    shares = one.shares(us(begin), us(begin + length))
    assert shares.healthy + shares.degraded + shares.blind == pytest.approx(1)
    assert one.counted_s(us(begin), us(begin + length)) == pytest.approx(
        (shares.healthy + DEGRADED_COUNTS * shares.degraded) * length * 3600
    )


@given(spans, st.integers(0, 40), st.floats(0.1, 40))
def test_the_instant_an_amount_has_counted_is_when_it_has(given_spans, begin, hours):
    """counted_by is the inverse of counted_s."""
    one = of(*given_spans, until=200)
    at_us = one.counted_by(us(begin), hours * 3600)
    if at_us is not None:
        assert one.counted_s(us(begin), at_us) == pytest.approx(hours * 3600, abs=1)


def test_a_file_hears_each_of_its_accounts_to_its_own_end():
    """An account whose last row is long before the file's fell silent; it was not unheard."""
    other = Account(X, AccountId("b"))
    file = [span(0, 3, collector="file:1", account=ACCOUNT), span(0, 9, collector="file:1", account=other)]
    assert heard(whole_files(file), PLACED, until=hour(50)).at(us(8)) is Hearing.HEALTHY
    assert heard(whole_files([span(0, 3), span(0, 9)]), PLACED, until=hour(50)).at(us(8)) is Hearing.HEALTHY


def test_no_accounts_were_heard_by_nobody():
    """The average of nothing is blindness."""
    assert average([]).blind == 1


def test_deafness_is_dated_from_the_last_healthy_hearing():
    """Who heard it last, and until when."""
    assert of(span(0, 5), span(6, 9, Hearing.BLIND)).deaf_since(us(8)) == ("ear", us(5))
    assert of().deaf_since(us(8)) == (None, None)


def test_blind_spans_are_what_nobody_heard():
    """For marking a strip: every stretch without hearing, within its ends."""
    assert of(span(2, 4), span(6, 8)).blind_spans(us(0), us(10)) == [
        (hour(0), hour(2)),
        (hour(4), hour(6)),
        (hour(8), hour(10)),
    ]


LIVE = {"shown_by": "pulse"}


def test_of_a_live_collector_what_it_says_of_one_account_counts():
    """A source that heard well did not hear an account before it was listened for; an archive mends a deaf hour."""
    joined = of(span(0, 20, **LIVE), span(0, 5, Hearing.BLIND, account=ACCOUNT, **LIVE))
    assert [joined.at(us(h)) for h in (4, 6)] == [Hearing.BLIND, Hearing.HEALTHY]
    filled = of(span(0, 20, Hearing.BLIND, **LIVE), span(3, 5, Hearing.DEGRADED, account=ACCOUNT, **LIVE))
    assert [filled.at(us(h)) for h in (2, 4, 6)] == [Hearing.BLIND, Hearing.DEGRADED, Hearing.BLIND]


def test_a_live_collector_speaks_of_those_it_listens_for():
    """From when it began with each to when it ended; of anybody else its good hearing says nothing."""
    joined = of(span(0, 20, **LIVE), since=5, left=15)
    assert [joined.at(us(h)) for h in (4, 6, 16)] == [Hearing.BLIND, Hearing.HEALTHY, Hearing.BLIND]
    stranger = heard([span(0, 20, **LIVE)], PLACED, until=hour(100))
    assert stranger.at(us(5)) is Hearing.BLIND
    assert heard([span(0, 20)], PLACED, until=hour(100)).at(us(5)) is Hearing.HEALTHY


def test_a_stream_that_died_after_its_archive_was_read_holds_no_longer():
    """What an archive filled is of one account, and no turn of its own: three minutes are enough."""
    filled = of(span(0, 10, **LIVE), span(9, 10.001, Hearing.DEGRADED, account=ACCOUNT, **LIVE))
    assert filled.at(us(10.2)) is Hearing.BLIND


@pytest.mark.parametrize(("scope", "minutes"), [({}, 3), ({"account": ACCOUNT}, 30)])
def test_between_two_pulses_a_live_collector_still_listens(scope, minutes):
    """It holds as long as the next may take, and no silence counts meanwhile."""
    live = of(span(0, 10, **LIVE, **scope))
    within, beyond = us(10) + (minutes * 60 - 1) * 1_000_000, us(10) + (minutes * 60 + 1) * 1_000_000
    assert [live.at(within), live.at(beyond)] == [Hearing.HEALTHY, Hearing.BLIND]
    assert live.counted_s(us(9), within) == 3600
    assert of(span(0, 10, **scope)).at(within) is Hearing.BLIND


def test_a_live_collector_that_went_deaf_does_not_hold():
    """A pulse that says blind ends it at once, of whichever scope it is."""
    for scope in ({}, {"account": ACCOUNT}):
        deaf = of(
            span(0, 10, account=ACCOUNT, **LIVE), span(10, 10.01, Hearing.BLIND, shown_by="pulse:closed", **scope)
        )
        assert deaf.at(us(10.02)) is Hearing.BLIND
