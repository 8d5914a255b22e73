"""Pulses, gaps and fillings as stretches of hearing."""

import pytest
from listened import ROUNDS, STREAM, T0, X, at

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.ids import AccountId, CollectorName, Digest
from vigil.model.observation import Kind, Observation, Origin
from vigil.model.witness import Account
from vigil.usecases.listening.pulses import EPOCH, FILLED, FOREVER, NOT_LISTENED_FOR, REPLAYED, PulseBook, Stretch

EAR, ONE = CollectorName("ear"), Account(X, AccountId("1"))
WELL, BADLY, DEAF = Hearing.HEALTHY, Hearing.DEGRADED, Hearing.BLIND


def pulse(now, since, until, hearing=WELL, why=None, account=None):
    return Pulse(
        collector=EAR,
        platform=X,
        at=at(now),
        hearing=hearing,
        why=why,
        unbroken_since=None if since is None else at(since),
        heard_until=None if until is None else at(until),
        account=account,
    )


def told(book, *items):
    """What items come to, in minutes."""
    return [
        (
            None if one.account is None else one.account.id,
            (one.begin - T0).total_seconds() / 60,
            (one.end - T0).total_seconds() / 60 if one.end != FOREVER else None,
            one.hearing,
            one.why,
        )
        for item in items
        for one in book.take(item)
    ]


def test_what_lies_between_two_good_pulses_was_heard():
    """Each pulse adds the time since the one before, and none twice."""
    book = PulseBook(STREAM)
    assert told(book, pulse(0, 0, 0), pulse(1, 0, 1), pulse(2, 0, 2), pulse(2, 0, 2)) == [
        (None, 0, 1, WELL, None),
        (None, 1, 2, WELL, None),
    ]


def test_going_deaf_shows_at_the_very_pulse():
    """From where it heard last to now it did not hear."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0))
    assert told(book, pulse(5, 0, 4, DEAF, Deafness.CLOSED), pulse(6, 0, 4, DEAF, Deafness.CLOSED)) == [
        (None, 0, 4, WELL, None),
        (None, 4, 5, DEAF, Deafness.CLOSED),
        (None, 4, 6, DEAF, Deafness.CLOSED),
    ]


@pytest.mark.parametrize(("away", "quality"), [(2, (WELL, None)), (40, (BADLY, REPLAYED))])
def test_an_interruption_that_was_replayed_is_degraded_unless_it_was_brief(away, quality):
    """The platform gave again what we missed; long afterwards it may have kept something back."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0))
    book.take(pulse(1, 0, 0, DEAF, Deafness.CLOSED))
    assert told(book, pulse(away, 0, away), pulse(away + 1, 0, away + 1)) == [
        (None, 0, away, *quality),
        (None, away, away + 1, WELL, None),
    ]


def test_what_could_not_be_replayed_stays_unheard():
    """The platform begins anew: nothing is said of what lies before."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0))
    book.take(pulse(1, 0, 0, DEAF, Deafness.CLOSED))
    gap = Gap(collector=EAR, why=Missing.CURSOR_TOO_OLD, begin=at(0), end=at(30))
    assert told(book, gap, pulse(31, 30, 31)) == [
        (None, 0, 30, DEAF, Missing.CURSOR_TOO_OLD),
        (None, 30, 31, BADLY, REPLAYED),
    ]


def test_a_new_session_goes_on_from_the_old_one():
    """Time in which nobody ran is an interruption like any other."""
    book = PulseBook(STREAM, until=at(0))
    assert told(book, pulse(60, 0, 59), pulse(61, 0, 61)) == [
        (None, 0, 59, BADLY, REPLAYED),
        (None, 59, 61, WELL, None),
    ]


def test_catching_up_is_degraded_as_far_as_it_has_come():
    """What is old when it comes is the past; the present is not heard."""
    book = PulseBook(STREAM, until=at(0))
    assert told(book, pulse(60, 0, 10, BADLY, Deafness.CATCHING_UP)) == [(None, 0, 10, BADLY, Deafness.CATCHING_UP)]


def test_without_having_heard_anything_it_is_deaf_from_its_first_pulse():
    """A source that never connects covers nothing, and says so."""
    book = PulseBook(STREAM)
    deaf = [pulse(n, None, None, DEAF, Deafness.UNREACHABLE) for n in (0, 1, 2)]
    assert told(book, *deaf) == [
        (None, 0, 1, DEAF, Deafness.UNREACHABLE),
        (None, 0, 2, DEAF, Deafness.UNREACHABLE),
    ]


def test_an_account_is_not_heard_before_it_was_listened_for():
    """A healthy source says nothing of it until it joined, and its archive may still."""
    book = PulseBook(STREAM)
    assert book.joined(ONE, at(0), again=False) == [
        Stretch(account=ONE, begin=at(0), end=FOREVER, hearing=None),
        Stretch(account=ONE, begin=EPOCH, end=at(0), hearing=DEAF, why=NOT_LISTENED_FOR),
    ]
    assert book.left(ONE, at(9)) == [Stretch(account=ONE, begin=at(9), end=FOREVER, hearing=DEAF, why=NOT_LISTENED_FOR)]
    assert [one.begin for one in book.joined(ONE, at(20), again=True)] == [at(20)]


def test_a_first_watch_is_degraded_from_the_first_post_the_archive_has():
    """Before it the account may not have been there: that is not silence."""
    book = PulseBook(STREAM)
    seen = Observation(
        platform=X,
        account=ONE.id,
        published_at=at(-600),
        kind=Kind.POST,
        origin=Origin(file=Digest("0" * 64), position="1"),
        post="1",
    )
    heard = Heard(collector=EAR, raw=b"", received_at=at(0), url="", backfilled=True, observations=(seen,))
    book.take(heard)
    first, closed = book.take(Filled(collector=EAR, begin=None, end=at(0), account=ONE))
    assert (first.begin, first.end, first.hearing, first.why, first.fills) == (at(-600), at(0), BADLY, FILLED, True)
    assert (closed.begin, closed.end, closed.hearing) == (at(0), FOREVER, None)


def test_a_gap_of_one_account_stays_open_until_it_is_filled_or_heard():
    """Where the platform does not say until when, it is for good; what comes later closes it."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0))
    gap = Gap(collector=EAR, why=Missing.HOST_BEHIND, begin=at(1), end=None, account=ONE)
    assert told(book, gap) == [("1", 1, None, DEAF, Missing.HOST_BEHIND)]
    assert told(book, pulse(9, 0, 9, account=ONE)) == [("1", 9, None, None, None)]


def test_a_probe_that_found_an_account_unheard_doubts_it_since_the_last_one():
    """And until another finds it heard: no silence counts meanwhile."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0, account=ONE))
    assert told(book, pulse(30, 0, 0, DEAF, Deafness.BEHIND, account=ONE)) == [("1", 0, None, DEAF, Deafness.BEHIND)]


def test_asked_in_turn_an_account_is_heard_by_its_own_pulses_alone():
    """That the server answers somebody says nothing of another."""
    book = PulseBook(ROUNDS)
    assert told(book, pulse(0, None, 0), pulse(0, 0, 0, account=ONE), pulse(15, 0, 15, account=ONE)) == [
        ("1", 0, 15, WELL, None)
    ]


def test_asked_in_turn_a_server_that_is_gone_is_deaf_for_all():
    """At once, and not only when each account's turn comes."""
    book = PulseBook(ROUNDS)
    book.take(pulse(0, None, 0))
    assert told(book, pulse(2, None, 1, DEAF, Deafness.UNREACHABLE)) == [(None, 1, 2, DEAF, Deafness.UNREACHABLE)]
    assert told(book, pulse(3, None, 3)) == []


def test_after_breaking_off_what_comes_is_a_replay():
    """A fault of ours is an interruption, too."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0))
    book.interrupted()
    assert told(book, pulse(20, 0, 20)) == [(None, 0, 20, BADLY, REPLAYED)]


def test_an_account_whose_turn_is_overdue_is_heard_badly_as_far_as_the_stream_hears():
    """It is said up to now and no further: should the stream fall deaf, that is not hidden."""
    book = PulseBook(STREAM)
    book.take(pulse(0, 0, 0, account=ONE))
    (late,) = book.take(pulse(40, 0, 0, BADLY, Deafness.LATE, account=ONE))
    assert (late.begin, late.end, late.hearing, late.lowers) == (at(0), at(40), BADLY, True)
