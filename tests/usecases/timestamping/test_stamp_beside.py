"""Stamping beside something else holds it up for nobody, loses no token, and says how it stands."""

import asyncio
import threading
import time

import pytest
from captured import capture, fill, ticking
from case_kinds import Kept
from test_stamp_checkpoints import Asked
from timestamp_stand_ins import HASTY, Authority, Calendar, serving

from vigil.model.errors import IntegrityError, Unavailable
from vigil.sources.timestamps.authority import AuthorityService
from vigil.sources.timestamps.calendar import CalendarService
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.timestamping.stamp_beside import StampingBeside

LONG_S = 60.0


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    kept = Kept(request.param, tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        fill(case)
    return kept


class Slow(Asked):
    """Answers once it is let."""

    def __init__(self, *answers):
        super().__init__(*answers)
        self.let = threading.Event()

    async def stamp(self, note):
        while not self.let.is_set():
            await asyncio.sleep(0.01)
        return await super().stamp(note)


def beside(case, *services, **options):
    return StampingBeside(case, lambda case: services, ticking(), **options)


def test_nobody_is_held_up(kept):
    """A turn returns at once while a service takes its time, and the case can be worked with."""
    service = Slow(b"a token")
    with kept.writer() as case:
        stamping = beside(case, service)
        assert stamping.turn() is None
        for _ in range(20):
            assert stamping.turn() is None
        keep_captures([capture(b"meanwhile")], case=case, clock=ticking())
        assert case.evidence.timestamps() == []
        service.let.set()
        report = stamping.end(within_s=LONG_S)
        assert (report.n_stamped, report.waiting) == (1, ())
        assert [each.token for each in case.evidence.timestamps()] == [b"a token"]


def test_a_run_begins_when_it_is_due(kept):
    """After each signing; not at every turn."""
    service = Asked(b"one", b"two")
    with kept.writer() as case:
        stamping = beside(case, service)
        stamping.turn()
        assert stamping.end(within_s=LONG_S).n_stamped == 1
        keep_captures([capture(b"more")], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        assert stamping.turn() is None
        assert len(service.notes) == 1
        stamping.due()
        stamping.turn()
        assert stamping.end(within_s=LONG_S).n_stamped == 1
        assert len(service.notes) == 2


def test_it_runs_at_intervals_besides(kept):
    """What waited for a network goes out without anybody asking."""
    service = Asked(Unavailable("no network"), b"a token")
    with kept.writer() as case:
        stamping = beside(case, service, every_s=0.01)
        reports, until = [], time.monotonic() + LONG_S
        while time.monotonic() < until and not any(each.n_stamped for each in reports):
            if (report := stamping.turn()) is not None:
                reports.append(report)
            time.sleep(0.005)
        assert reports[0].words == ("1 checkpoint waits for a timestamp: https://tsa.example: no network",)
        assert reports[-1].waiting == ()


def test_a_token_that_cannot_be_kept_now_is_kept_later(kept, monkeypatch):
    """A full disk, or another writer, loses none."""
    with kept.writer() as case:
        stamping = beside(case, Asked(b"a token"))
        with monkeypatch.context() as patch:

            def full(*given, **more):
                raise Unavailable("the disk is full")

            patch.setattr(type(case.evidence), "add_timestamp", full)
            stamping.turn()
            assert stamping.end(within_s=0.5) is None
            assert case.evidence.timestamps() == []
        assert stamping.end(within_s=LONG_S).n_stamped == 1
        assert len(case.evidence.timestamps()) == 1


def test_nobody_named_is_nobody_asked(kept):
    """And nothing is said of it at every turn."""
    with kept.writer() as case:
        stamping = beside(case)
        assert stamping.turn() is None
        assert stamping.end(within_s=LONG_S, begin=True) is None


def test_a_setting_that_does_not_read_is_said(kept):
    """It does not stop whoever works beside."""

    def broken(case):
        raise IntegrityError("the setting does not read")

    with kept.writer() as case:
        report = StampingBeside(case, broken, ticking()).turn()
        assert report.words == ("1 checkpoint waits for a timestamp: the setting does not read",)


def test_real_services_beside(kept, tmp_path):
    """An authority's token and a calendar's promise, then its proof."""
    authority, calendar = Authority(tmp_path / "tsa"), Calendar()
    with serving(authority.answer) as (tsa, _), serving(calendar.answer) as (ots, _), kept.writer() as case:
        stamping = beside(
            case, AuthorityService(tsa, authority.pem, patience=HASTY), CalendarService(ots, patience=HASTY)
        )
        report = stamping.end(within_s=LONG_S, begin=True)
        assert (report.n_stamped, report.n_promised) == (2, 1)
        calendar.mined = True
        report = stamping.end(within_s=LONG_S, begin=True)
        assert (report.n_redeemed, report.n_promised, report.waiting) == (1, 0, ())
