"""Listening: what comes is kept once and in order, whatever breaks; and coverage says when it was heard."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from case_kinds import Kept
from listened import EAR, LATER, ONCE, ONE, TWO, Running, begin, hearing_now, lines, now, once, texts, watch
from scripted_source import SPOKEN, ScriptedKind, said

from vigil.model.coverage import Hearing
from vigil.model.errors import CaseHeld, InvalidInput, Unavailable
from vigil.model.fate import Fate, FateEntry
from vigil.model.ids import AccountId, WitnessName
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Account, Basis, Witness
from vigil.usecases.listening.listen import listen
from vigil.usecases.verify_case import verify_case


@pytest.fixture
def kept(tmp_path):
    return Kept("encrypted", tmp_path / "aleppo.vigil")


def test_everything_is_kept_once_and_in_order(kept):
    """Bytes as they came, under the witness's key, in the log; and as rows. A second time adds nothing."""
    kind = ScriptedKind([said(n, ONE.id if n % 2 else TWO.id) for n in range(600)])
    with kept.writer() as case:
        begin(case)
        shown = []
        first = once(case, kind, shows=shown.extend)
        second = once(case, kind)
        assert texts(case) == lines(*range(1, 600, 2))
        captures = [leaf.said for leaf in case.evidence.leaves() if leaf.said]
        assert [said.post for said in captures] == [str(n) for n in range(1, 600, 2)]
        assert {said.account for said in captures} == {ONE}
        assert (first.sources[0].kept.n_captures, second.sources[0].kept.n_captures) == (300, 0)
        assert [one.post for one in shown] == [str(n) for n in range(1, 600, 2)]
        assert verify_case(case).verified
        assert case.evidence.checkpoints()[-1].size == case.evidence.log.size()


def test_what_a_source_said_of_its_hearing_is_coverage(kept):
    """Deaf until it connects, then healthy; of the account from when it was listened for."""
    with kept.writer() as case:
        begin(case)
        once(case, ScriptedKind([said(0, ONE.id)]))
        before = [span for span in case.coverage(until=LATER) if span.account == ONE]
        assert [(span.hearing, span.shown_by) for span in before] == [(Hearing.BLIND, "pulse:not_listened_for")]


def test_who_may_not_be_listened_for_is_not(kept):
    """Without a basis, or asked not to be: their words are not kept, and it is said how many there are."""
    kind = ScriptedKind([said(0, ONE.id), said(1, TWO.id), said(2, "three")])
    with kept.writer() as case:
        begin(case)
        watch(case, "Wren", TWO, Basis.UNSTATED)
        watch(case, "Robin", Account(SPOKEN, AccountId("three")))
        case.add_fate(
            FateEntry(
                witness=WitnessName("Robin"),
                fate=Fate.NOT_TO_BE_WATCHED,
                claimed_by="herself",
                evidence="a call",
                judged_by="A. Desk",
                recorded_at=now(),
            )
        )
        status = once(case, kind)
        assert (texts(case), texts(case, TWO)) == (lines(0), [])
        assert status.sources[0].n_accounts == 1
        assert any("basis is not stated" in notice for notice in status.notices)


def test_an_account_whose_id_is_none_stops_nobody_else(kept):
    """It is left out, and said."""
    with kept.writer() as case:
        begin(case)
        watch(case, "Wren", Account(SPOKEN, AccountId("a b")))
        status = once(case, ScriptedKind([said(0, ONE.id)]))
        assert texts(case) == lines(0)
        assert any("not this platform's" in notice for notice in status.notices)


def test_without_a_source_it_says_what_to_do(kept):
    """Nothing is begun."""
    with kept.writer() as case:
        watch(case)
        with pytest.raises(InvalidInput, match="vigil sources add"):
            once(case, ScriptedKind())
        begin(case)
        with pytest.raises(InvalidInput, match="no source other"):
            once(case, ScriptedKind(), only=["other"])
        with pytest.raises(InvalidInput, match="no source of kind spoken"):
            listen(case, {}, version="1", clock=now)


def test_a_source_that_breaks_off_is_begun_anew_from_its_cursor(kept):
    """Whatever error it was; a foreign error's words are not shown: they may name whom we listen for."""
    faults = [lambda _: Unavailable("the service went away"), lambda _: KeyError("one")]
    messages = [said(0, ONE.id), faults[0], said(2, ONE.id), faults[1], said(4, ONE.id)]
    with kept.writer() as case:
        begin(case)
    running = Running(kept, ScriptedKind(messages))
    running.until(lambda status: status.sources[0].kept.n_captures == 3)
    running.end()
    with kept.reader() as case:
        assert texts(case) == lines(0, 2, 4)
    troubles = {status.sources[0].trouble for status in running.seen}
    assert not any("one" in (trouble or "").split() for trouble in troubles)


def test_a_source_that_stalls_is_begun_anew(kept):
    """A collector that hangs without a word looks like one that hears nothing: it is not left hanging."""
    kind = ScriptedKind([said(0, ONE.id), lambda _: "stall", said(2, ONE.id)])
    with kept.writer() as case:
        begin(case)
    running = Running(kept, kind, stalled_after_s=0.3)
    running.until(lambda status: status.sources[0].kept.n_captures == 2)
    running.end()
    assert kind.n_begun == 2


def test_a_watchlist_that_changes_is_listened_for_within_a_look(kept):
    """Who is added is heard from then on, and not said to have been before; who is taken off no more."""
    kind = ScriptedKind([said(0, ONE.id)])
    with kept.writer() as case:
        begin(case)
    running = Running(kept, kind)
    running.until(lambda status: status.sources[0].kept.n_captures == 1)
    with kept.writer() as case:
        watch(case, "Wren", TWO)
    running.until(lambda status: status.sources[0].n_accounts == 2)
    kind.messages.append(said(1, TWO.id))
    running.until(lambda status: status.sources[0].kept.n_captures == 2)
    with kept.writer() as case:
        case.put_witness(Witness(name=WitnessName("Swallow"), basis=Basis.CONSENT))
    running.until(lambda status: status.sources[0].n_accounts == 1)
    kind.messages.append(said(2, ONE.id))
    kind.messages.append(said(3, TWO.id))
    running.until(lambda status: status.sources[0].kept.n_captures == 3)
    running.end()
    with kept.reader() as case:
        assert (texts(case), texts(case, TWO)) == (lines(0), lines(1, 3))
        assert case.listening.listened_for(EAR)[ONE].left_at is not None
        assert hearing_now(case, ONE) is Hearing.BLIND


def test_two_do_not_listen_for_one_case(kept):
    """The second says who holds it; a reader and another writer are let in."""
    with kept.writer() as case:
        begin(case)
    running = Running(kept, ScriptedKind([said(0, ONE.id)]))
    running.until(lambda status: status.sources[0].kept.n_captures == 1)
    with kept.writer() as case, pytest.raises(CaseHeld):
        once(case, ScriptedKind())
    running.end()


class FullDisk:
    """A disk that is full for a while, beneath the vault."""

    def __init__(self, monkeypatch, case, n_times):
        self.n_left, real = n_times, case.evidence.add

        def add(captures, *, recorded_at):
            if self.n_left:
                self.n_left -= 1
                raise Unavailable("the disk is full or failing: nothing half-written was kept")
            return real(captures, recorded_at=recorded_at)

        monkeypatch.setattr(case.evidence, "add", add)


def test_a_disk_that_fills_loses_nothing(kept, monkeypatch):
    """What was heard waits, and is kept when there is room; it is said meanwhile."""
    kind, told = ScriptedKind([said(n, ONE.id) for n in range(50)]), []
    with kept.writer() as case:
        begin(case)
        FullDisk(monkeypatch, case, 2)
        once(case, kind, tell=told.append)
        assert texts(case) == lines(*range(50))
        assert any(status.held_up and "disk is full" in status.held_up for status in told)
        assert told[-1].held_up is None


def test_a_disk_that_stays_full_stops_a_single_run_with_nothing_half_kept(kept, monkeypatch):
    """The cursor has not moved: the next run brings it all."""
    kind = ScriptedKind([said(n, ONE.id) for n in range(50)])
    with kept.writer() as case:
        begin(case)
        with monkeypatch.context() as patch:
            FullDisk(patch, case, 10**6)
            with pytest.raises(Unavailable, match="disk is full"):
                once(case, kind)
        assert texts(case) == []
        once(case, kind)
        assert texts(case) == lines(*range(50))


def test_one_message_that_cannot_be_kept_takes_no_other_with_it(kept, monkeypatch):
    """It is counted."""
    monkeypatch.setattr("vigil.store.captures.MOST_BYTES", 10_000)
    kind = ScriptedKind([said(n, ONE.id, size=20_000 if n == 7 else 0) for n in range(20)])
    with kept.writer() as case:
        begin(case)
        status = once(case, kind)
        assert texts(case) == lines(*(n for n in range(20) if n != 7))
        assert status.sources[0].kept.n_refused == 1


def test_what_could_not_be_read_is_counted_over_sessions(kept):
    """And never becomes a post."""
    kind = ScriptedKind([said(0, ONE.id)])
    with kept.writer() as case:
        begin(case)
        for n, total in ((3, 3), (2, 5)):
            kind.n_malformed = n
            assert once(case, kind).sources[0].n_malformed == total


def test_it_stops_in_order_when_asked(kept):
    """What was heard is kept first, and a checkpoint is signed over it."""
    with kept.writer() as case:
        begin(case)
    running = Running(kept, ScriptedKind([said(n, ONE.id) for n in range(3000)]))
    running.until(lambda status: status.sources[0].kept.n_captures > 0)
    status = running.end()
    with kept.reader() as case:
        n = status.sources[0].kept.n_captures
        assert texts(case) == lines(*range(n))
        assert case.evidence.checkpoints()[-1].size == case.evidence.log.size()


def test_hours_between_two_sessions_are_an_interruption(kept):
    """What the platform replays of them is called degraded."""
    moment = [datetime(2016, 12, 5, 7, tzinfo=UTC)]

    def clock():
        moment[0] += timedelta(milliseconds=1)
        return moment[0]

    class Replays(ScriptedKind):
        def collector(self, given):
            made = super().collector(given)
            made.since = datetime(2016, 12, 5, 6, tzinfo=UTC)
            return made

    kind = Replays([said(0, ONE.id)])
    with kept.writer() as case:
        begin(case)
        listen(case, {"spoken": kind}, version="1", clock=clock, settings=ONCE)
        moment[0] += timedelta(hours=5)
        listen(case, {"spoken": kind}, version="1", clock=clock, settings=ONCE)
        spans = [span for span in case.coverage(until=LATER) if span.account is None]
        assert [span.shown_by for span in spans][-1] == "pulse:replayed"
        assert spans[-1].end - spans[-1].begin > timedelta(hours=4)


def test_a_state_that_was_asked_for_again_is_no_news(kept):
    """A run every hour that finds an account deactivated adds one row, not one an hour."""

    class Asks(ScriptedKind):
        def collector(self, given):
            made = super().collector(given)
            told = made.heard

            def heard(raw):
                item = told(raw)
                (seen,) = item.observations
                state = replace(seen, kind=Kind.ACCOUNT_STATE, state=AccountState.DEACTIVATED, post=None, text=None)
                state = replace(state, published_at=now())
                return replace(item, backfilled=True, observations=(state,), keys=())

            made.heard = heard
            return made

    with kept.writer() as case:
        begin(case)
        once(case, Asks([said(n, ONE.id) for n in range(3)]))
        assert [change.state for change in case.state_changes([ONE], until=LATER)] == [AccountState.DEACTIVATED]
