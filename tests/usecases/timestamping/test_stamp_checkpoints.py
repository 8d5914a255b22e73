"""Every checkpoint that waits is stamped when somebody can be asked, and waits, and is said to, when not."""

import asyncio

import pytest
from captured import capture, fill, ticking
from case_kinds import Kept
from timestamp_stand_ins import HASTY, Authority, Calendar, serving

from vigil.evidence.timestamps import TimestampKind
from vigil.model.errors import Unavailable
from vigil.sources.timestamps.authority import AuthorityService
from vigil.sources.timestamps.calendar import CalendarService
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.timestamping.stamp_checkpoints import n_waiting, stamp_checkpoints


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    """A case with two checkpoints."""
    kept = Kept(request.param, tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        fill(case)
        keep_captures([capture(b"more")], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
    return kept


class Asked:
    """A service that gives what it is told to, in order."""

    kind = TimestampKind.RFC3161

    def __init__(self, *answers, authority="https://tsa.example"):
        self.authority = authority
        self.notes = []
        self._answers = list(answers)

    async def stamp(self, note):
        self.notes.append(note)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def upgrade(self, note, token):
        return None


def run(case, *services, **options):
    return asyncio.run(stamp_checkpoints(case=case, services=services, clock=ticking(), **options))


def test_the_newest_goes_first_and_none_is_asked_for_twice(kept):
    """It begins with all before it; the next run has nothing to do."""
    service = Asked(b"token 2", b"token 1")
    with kept.writer() as case:
        report = run(case, service)
        notes = [each.note for each in case.evidence.checkpoints()]
        assert service.notes == notes[::-1]
        assert (report.n_stamped, report.waiting, report.words) == (2, (), ())
        assert run(case, service).n_stamped == 0
    with kept.reader() as case:
        assert n_waiting(case) == 0
        assert [(each.number, each.checkpoint, each.token) for each in case.evidence.timestamps()] == [
            (1, 2, b"token 2"),
            (2, 1, b"token 1"),
        ]


def test_what_cannot_be_stamped_waits_and_is_said(kept):
    """With the reason; the next run goes on where this one was."""
    with kept.writer() as case:
        report = run(case, Asked(Unavailable("the service does not answer")))
        assert report.words == ("2 checkpoints wait for a timestamp: https://tsa.example: the service does not answer",)
        report = run(case, Asked(b"token 2", Unavailable("no more today")))
        assert report.words == ("1 checkpoint waits for a timestamp: https://tsa.example: no more today",)
        assert n_waiting(case) == 1
        assert run(case, Asked(b"token 1")).waiting == ()


def test_one_that_fails_does_not_keep_another_from_being_asked(kept):
    """Each service is on its own."""
    with kept.writer() as case:
        other = Asked(b"b", b"a", authority="https://other.example")
        report = run(case, Asked(Unavailable("gone")), other)
        assert (report.n_stamped, [each.authority for each in report.waiting]) == (2, ["https://tsa.example"])
        assert n_waiting(case) == 0


def test_nobody_named_is_said(kept):
    """Nothing leaves, and the checkpoints wait."""
    with kept.writer() as case:
        assert run(case).words == ("2 checkpoints wait for a timestamp: no authority or calendar is named",)


def test_one_run_asks_no_more_than_its_share(kept):
    """After weeks offline nobody is asked ten thousand times at once."""
    with kept.writer() as case:
        report = run(case, Asked(b"token 2"), most=1)
        [left] = report.waiting
        assert (report.n_stamped, left.n, left.refused) == (1, 1, False)


def test_a_real_authority_s_tokens_are_kept(kept, tmp_path):
    """Through openssl, over HTTP; an authority that is away keeps nothing and says so."""
    authority = Authority(tmp_path / "tsa")
    with kept.writer() as case:
        with serving(authority.answer) as (address, _):
            service = AuthorityService(address, authority.pem, patience=HASTY)
            assert run(case, service).n_stamped == 2
        keep_captures([capture(b"yet more")], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        assert run(case, service).waiting[0].n == 1
        assert len(case.evidence.timestamps()) == 2


@pytest.mark.parametrize("how", ["other nonce", "other imprint", "rejection", "web page", "503", "10 MB", "truncated"])
def test_of_a_misbehaving_authority_nothing_is_kept(how, tmp_path):
    """Both checkpoints wait, with what it did."""
    authority = Authority(tmp_path / "tsa")
    with Kept("memory", tmp_path / "a").writer() as case, serving(authority.misbehaving(how)) as (address, _):
        fill(case)
        report = run(case, AuthorityService(address, authority.pem, patience=HASTY))
        assert [each.n for each in report.waiting] == [1]
        assert case.evidence.timestamps() == []


def test_a_promise_is_redeemed_on_a_later_run(kept):
    """It stays beside the proof; in between it is said to be promised, and asked for on every run."""
    calendar = Calendar()
    with serving(calendar.answer) as (address, seen), kept.writer() as case:
        service = CalendarService(address, patience=HASTY)
        report = run(case, service)
        assert (report.n_stamped, report.n_promised, report.waiting) == (2, 2, ())
        assert "2 timestamps promised" in report.words[0]
        assert n_waiting(case) == 2
        assert run(case, service).n_promised == 2
        calendar.mined = True
        report = run(case, service)
        assert (report.n_redeemed, report.n_promised, report.words) == (2, 0, ())
        n_asked = len(seen)
        assert run(case, service).n_redeemed == 0
        assert len(seen) == n_asked
        assert (len(case.evidence.timestamps()), n_waiting(case)) == (4, 0)


def test_a_promise_nobody_may_redeem_does_not_keep_new_ones_waiting(kept):
    """A pool's promise names a calendar that was not named; the next checkpoint is submitted all the same."""
    with serving(Calendar("https://elsewhere.example").answer) as (address, _), kept.writer() as case:
        service = CalendarService(address, patience=HASTY)
        assert run(case, service).n_stamped == 2
        keep_captures([capture(b"yet more")], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        report = run(case, service)
        assert report.n_stamped == 1
        assert "https://elsewhere.example" in report.words[0]
