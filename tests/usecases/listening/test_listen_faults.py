"""What goes wrong between hearing and keeping: nothing is lost, doubled or called heard that was not."""

import asyncio
import threading
import time
from dataclasses import replace

import pytest
from case_kinds import Kept
from listened import EAR, LATER, ONE, QUICK, T0, TWO, Running, at, begin, lines, now, once, texts, watch
from scripted_source import SPOKEN, ScriptedKind, said

from vigil import bootstrap
from vigil.model.coverage import Hearing
from vigil.model.errors import CaseHeld, InvalidInput, Unavailable
from vigil.model.heard import Deafness, Filled, Gap, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.model.instants import to_micros
from vigil.model.witness import Basis, WatchedAccount
from vigil.sources.folder import FolderKind
from vigil.store.holding import importing
from vigil.usecases.listening.keeping import SourceKeeper
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.manage_sources import add_source, remove_source
from vigil.usecases.listening.ports import AddedSource, since_when
from vigil.watch.hearing import heard

FOLDER = CollectorName("folder")
ROWS = "platform,account,published_at,kind,text\nspoken,one,2016-12-05T07:00:00Z,post,hi\n"


@pytest.fixture
def kept(tmp_path):
    return Kept("encrypted", tmp_path / "aleppo.vigil")


def pulse(minute, hearing=Hearing.HEALTHY, **said):
    deaf = hearing is Hearing.BLIND
    given = {"why": Deafness.CLOSED if deaf else None, "unbroken_since": T0, "heard_until": at(minute)}
    return Pulse(collector=EAR, platform=SPOKEN, at=at(minute), hearing=hearing, **{**given, **said})


def keeper(case, *accounts):
    made = SourceKeeper(EAR, ScriptedKind.manifest, case, version="1", clock=lambda: T0)
    made.watch([WatchedAccount(account=account) for account in accounts])
    made.begin()
    return made


def give(case, to, *items):
    batch = to.taken(items)
    with case.transaction():
        to.write(batch)
    to.done(batch)


def hearing_of(case, account, minute):
    listened = since_when(case.listening.listeners().get(account, {}))
    told = heard(case.coverage(until=LATER), WatchedAccount(account=account), until=LATER, listened=listened)
    return told.at(to_micros(at(minute)))


def test_nobody_is_called_heard_whom_no_one_listened_for(kept):
    """Without a basis, or not looked at yet: that the source heard others well says nothing of them."""
    with kept.writer() as case:
        begin(case)
        watch(case, "Wren", TWO, basis=Basis.UNSTATED)
        ear = keeper(case, ONE)
        give(case, ear, pulse(0), pulse(600))
        assert [hearing_of(case, who, 300) for who in (ONE, TWO)] == [Hearing.HEALTHY, Hearing.BLIND]


def test_a_clock_that_was_ahead_hides_no_deafness(kept):
    """What was said of the time that is yet to come is taken back, in this session and in the next."""
    with kept.writer() as case:
        begin(case)
        ear = keeper(case, ONE)
        give(case, ear, pulse(0), pulse(300))
        ahead = {"heard_until": at(300)}
        give(case, ear, pulse(240, Hearing.BLIND, **ahead), pulse(250, Hearing.BLIND, **ahead))
        assert [hearing_of(case, ONE, minute) for minute in (100, 245, 290)] == [
            Hearing.HEALTHY,
            Hearing.BLIND,
            Hearing.BLIND,
        ]
        again = keeper(case, ONE)
        give(case, again, pulse(200, Hearing.BLIND, heard_until=at(240)))
        assert hearing_of(case, ONE, 220) is Hearing.BLIND


def test_a_watchlist_that_could_not_be_noted_is_noted_as_new(kept, monkeypatch):
    """The second try is a first one: nobody was heard before they joined."""
    with kept.writer() as case:
        begin(case)
        ear = keeper(case, ONE)
        give(case, ear, pulse(0), pulse(60))

        def busy(*_):
            raise CaseHeld("another writes")

        both = [WatchedAccount(account=account) for account in (ONE, TWO)]
        with monkeypatch.context() as patch:
            patch.setattr(case.listening, "say", busy)
            with pytest.raises(CaseHeld):
                ear.watch(both)
        ear.watch(both)
        spans = [span for span in case.coverage(until=LATER) if span.account == TWO]
        assert [(span.hearing, span.shown_by) for span in spans] == [(Hearing.BLIND, "pulse:not_listened_for")]


def test_what_could_not_be_kept_takes_what_came_after_it_along(kept, monkeypatch):
    """Stopped while the disk was full: the cursor has not moved past what is not on disk."""
    kind, stop = ScriptedKind([said(n, ONE.id) for n in range(1500)]), threading.Event()
    with kept.writer() as case:
        begin(case)
        real, calls = case.evidence.add, []

        def add(captures, *, recorded_at):
            calls.append(len(captures))
            if len(calls) == 1:
                time.sleep(0.3)
                stop.set()
                raise Unavailable("the disk is full")
            return real(captures, recorded_at=recorded_at)

        with monkeypatch.context() as patch:
            patch.setattr(case.evidence, "add", add)
            once(case, kind, stop=stop, settings=ListenSettings(**QUICK))
        once(case, kind)
        assert texts(case) == lines(*range(1500))


def test_a_loss_that_was_not_filled_is_filled_in_the_next_session(kept):
    """Of everybody, or of one: who is not whole is asked for again, and a doubt does not stand for ever."""
    with kept.writer() as case:
        begin(case)
        ear = keeper(case, ONE, TWO)
        give(case, ear, *(Filled(collector=EAR, begin=None, end=T0, account=who) for who in (ONE, TWO)), pulse(5))
        give(case, ear, Gap(collector=EAR, why=Missing.CURSOR_TOO_OLD, begin=at(5), end=at(500)))
        give(case, ear, pulse(510, unbroken_since=at(500)))
        ear = keeper(case, ONE, TWO)
        assert ear.heard_until() == {}
        give(
            case, ear, Filled(collector=EAR, begin=at(5), end=at(500), account=ONE), pulse(520, unbroken_since=at(500))
        )
        assert list(ear.heard_until()) == [ONE]
        assert [hearing_of(case, who, 300) for who in (ONE, TWO)] == [Hearing.DEGRADED, Hearing.BLIND]
        doubt = pulse(530, Hearing.BLIND, why=Deafness.BEHIND, heard_until=at(510), account=ONE)
        give(case, ear, doubt)
        assert keeper(case, ONE, TWO).heard_until() == {}


def test_a_long_stall_of_the_disk_doubles_nothing(kept, monkeypatch):
    """A source that waits for us has not stalled; one that is begun anew gives again what was not kept."""
    kind = ScriptedKind([said(n, ONE.id) for n in range(3000)])
    with kept.writer() as case:
        begin(case)
        real, began = case.evidence.add, time.monotonic()

        def add(captures, *, recorded_at):
            if time.monotonic() - began < 1.5:
                raise Unavailable("the disk is full")
            return real(captures, recorded_at=recorded_at)

        monkeypatch.setattr(case.evidence, "add", add)
        once(case, kind, settings=ListenSettings(once=True, **{**QUICK, "stalled_after_s": 0.5}, tries=100))
        posts = [leaf.said.post for leaf in case.evidence.leaves() if leaf.said]
        assert posts == [str(n) for n in range(3000)]


@pytest.mark.parametrize("how", ["stalls", "is cancelled"])
def test_a_single_run_ends_whatever_a_source_does(kept, how):
    """Else no later run would be let in."""

    class Odd(ScriptedKind):
        def collector(self, given):
            made = super().collector(given)

            async def cancelled(*, once):
                yield made.pulse(Hearing.HEALTHY)
                raise asyncio.CancelledError

            if how == "is cancelled":
                made.listen = cancelled
            return made

    with kept.writer() as case:
        begin(case)
    running = Running(kept, Odd([said(0, ONE.id), lambda _: "stall"]), once=True, stalled_after_s=0.2)
    running._thread.join(60)
    assert not running._thread.is_alive()
    assert running.end().sources[0].trouble is not None


def test_a_collector_that_raises_at_a_new_watchlist_is_begun_anew(kept):
    """The others are heard on, and so is it."""

    class Raises(ScriptedKind):
        def collector(self, given):
            made = super().collector(given)

            def watch(_):
                raise KeyError(ONE.id)

            made.watch = watch
            return made

    kind = Raises([said(0, ONE.id)])
    with kept.writer() as case:
        begin(case)
    running = Running(kept, kind)
    running.until(lambda status: status.sources[0].kept.n_captures == 1)
    with kept.writer() as case:
        watch(case, "Wren", TWO)
    running.until(lambda _: kind.n_begun >= 2)
    kind.messages.append(said(1, TWO.id))
    running.until(lambda status: status.sources[0].kept.n_captures == 2)
    running.end()


def test_a_text_that_is_none_takes_no_other_with_it(kept):
    """Half a character: whatever a platform sends, the listener goes on."""

    class Odd(ScriptedKind):
        def collector(self, given):
            made = super().collector(given)
            told = made.heard

            def heard(raw):
                item = told(raw)
                (seen,) = item.observations
                return replace(item, observations=(replace(seen, text="\ud800"),)) if seen.post == "1" else item

            made.heard = heard
            return made

    with kept.writer() as case:
        begin(case)
        status = once(case, Odd([said(n, ONE.id) for n in range(3)]))
        assert texts(case) == lines(0, 2)
        assert status.sources[0].kept.n_refused == 1


def test_a_source_that_is_removed_or_added_meanwhile(kept):
    """It ends, or begins, within a look."""
    kind = ScriptedKind([said(0, ONE.id)])
    with kept.writer() as case:
        begin(case)
        case.listening.add_source(replace(case.listening.sources()[0], collector=CollectorName("other")))
    running = Running(kept, kind)
    running.until(lambda status: [one.kept.n_captures for one in status.sources] == [1, 1])
    with kept.writer() as case:
        remove_source(case, "other", clock=now)
        add_source(case, kind, said={}, name="third", ask=None, clock=now)
    running.until(lambda status: [one.ended for one in status.sources] == [False, True, False])
    kind.messages.append(said(1, ONE.id))
    running.until(lambda status: [one.kept.n_captures for one in status.sources] == [2, 1, 2])
    running.end()


def test_a_name_that_was_used_for_hearing_is_not_given_again(kept):
    """Another server's numbers would be taken for this one's."""
    with kept.writer() as case:
        begin(case)
        once(case, ScriptedKind([said(0, ONE.id)]))
        remove_source(case, "spoken", clock=now)
        with pytest.raises(InvalidInput, match="listened before"):
            add_source(case, ScriptedKind(), said={}, name="spoken", ask=None, clock=now)
        assert add_source(case, ScriptedKind(), said={}, name=None, ask=None, clock=now).collector == "spoken-2"


def test_counts_go_on_and_those_who_left_are_not_counted(kept):
    """After a source broke off it counts from nothing again; what was counted stays."""
    with kept.writer() as case:
        begin(case)
        ear = keeper(case, ONE, TWO)
        give(case, ear, pulse(0, n_malformed=7))
        ear.interrupted()
        give(case, ear, pulse(1, n_malformed=2), pulse(1, Hearing.BLIND, account=TWO))
        assert (ear.n_malformed, list(ear.kept.blind_accounts)) == (9, [TWO])
        ear.watch([WatchedAccount(account=ONE)])
        assert not ear.kept.blind_accounts


def drop(case, folder, *, stop=None, tries=3):
    return listen(
        case,
        {"folder": FolderKind()},
        version="1",
        clock=now,
        settings=ListenSettings(once=True, **QUICK, tries=tries),
        opened=bootstrap.dropped_file,
        stop=stop,
    )


@pytest.fixture
def folder(kept, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    with kept.writer() as case:
        source = AddedSource(
            collector=FOLDER, kind="folder", settings={"path": str(inbox), "every": "1"}, secrets={}, added_at=now()
        )
        case.listening.add_source(source)
    return inbox


def test_a_dropped_file_that_could_not_be_kept_is_not_done(kept, folder, monkeypatch):
    """It is imported when there is room; and others may import meanwhile."""
    (folder / "a.csv").write_text(ROWS)
    with kept.writer() as case:
        with monkeypatch.context() as patch:

            def full(*_):
                raise Unavailable("the disk is full")

            patch.setattr(case, "append", full)
            assert drop(case, folder).sources[0].trouble is not None
            with importing(kept.folder, wait_s=0.5):
                pass
        assert drop(case, folder).sources[0].kept.n_files == 1


def test_a_single_run_does_not_wait_for_an_import_for_ever(kept, folder, monkeypatch):
    """After some tries it says who holds the case."""
    (folder / "a.csv").write_text(ROWS)
    with kept.writer() as case:

        def held(*_, **__):
            raise CaseHeld("another imports")

        monkeypatch.setattr(case, "begin_file", held)
        assert drop(case, folder).sources[0].trouble == "another imports"


def test_a_file_with_a_name_that_is_none_stops_nothing(kept, folder):
    """Bytes that are no text: it is told, and the others are imported."""
    (folder / b"\xff.csv".decode("utf-8", "surrogateescape")).write_text(ROWS)
    (folder / "b.csv").write_text(ROWS)
    with kept.writer() as case:
        status = drop(case, folder)
        assert status.sources[0].kept.n_files == 1
        assert status.sources[0].kept.faulty_file is not None
