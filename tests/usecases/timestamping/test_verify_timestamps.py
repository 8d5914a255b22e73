"""What a checkpoint bears is said only where it holds; what does not hold, or was changed, is a doubt."""

import asyncio
from datetime import UTC, datetime

import pytest
from captured import capture, fill, filled, ticking
from case_kinds import Kept
from test_verify_case import database_of
from timestamp_stand_ins import BLOCK, HASTY, Authority, Calendar, serving

from vigil.evidence.timestamps import TimestampKind
from vigil.model.errors import VigilError
from vigil.sources.timestamps.authority import AuthorityService
from vigil.sources.timestamps.calendar import CalendarService
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.timestamping.name_authorities import forget, name_authority, name_calendar
from vigil.usecases.timestamping.stamp_checkpoints import stamp_checkpoints
from vigil.usecases.timestamping.verify_timestamps import NO_ROOT, PROMISED
from vigil.usecases.verify_case import verify_case

BLOCK_AT = datetime(2016, 12, 13, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return filled(request.param, tmp_path / "aleppo.vigil")


def stamp(case, authority, *, root=True):
    """Name the authority, sign the log and have every checkpoint stamped; gives its address."""
    with serving(authority.answer) as (address, _):
        name_authority(address, case=case, clock=ticking(), roots=authority.pem if root else None)
        make_checkpoint(case=case, clock=ticking())
        service = AuthorityService(address, authority.pem if root else b"", patience=HASTY)
        asyncio.run(stamp_checkpoints(case=case, services=[service], clock=ticking()))
    return address


def verified(kept, **options):
    with kept.reader() as case:
        return verify_case(case, **options)


def kinds(report):
    return {str(doubt.kind) for doubt in report.doubts}


def test_without_timestamps_every_checkpoint_waits(kept):
    """No doubt; it is counted."""
    report = verified(kept)
    assert report.verified
    assert (report.timestamps.n_timed, report.timestamps.n_waiting, report.timestamps.borne) == (0, 1, ())


def test_a_token_that_holds_says_when_and_by_whom(kept, authority):
    """The authority's clock and its certificate; what came since waits."""
    begun = datetime.now(UTC).replace(microsecond=0)
    with kept.writer() as case:
        address = stamp(case, authority)
        keep_captures([capture(b"more")], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
    report = verified(kept)
    assert report.verified
    found = report.timestamps
    assert (found.n_checkpoints, found.n_timed, found.n_waiting) == (3, 2, 1)
    for borne in found.borne:
        assert begun <= borne.at <= datetime.now(UTC)
        assert (borne.by, borne.signer, borne.kind) == (address, "CN=TSA made up", TimestampKind.RFC3161)


def test_it_holds_after_the_authority_is_forgotten(kept, authority):
    """Its certificates stay."""
    with kept.writer() as case:
        forget(stamp(case, authority), case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
    assert verified(kept).timestamps.n_timed == 2


def test_without_a_root_no_time_is_said(kept, authority):
    """Until one is named."""
    with kept.writer() as case:
        address = stamp(case, authority, root=False)
    report = verified(kept)
    assert report.verified
    assert (report.timestamps.n_timed, report.timestamps.n_waiting) == (0, 0)
    assert {(borne.at, borne.says) for borne in report.timestamps.borne} == {(None, NO_ROOT)}
    with kept.writer() as case:
        name_authority(address, case=case, clock=ticking(), roots=authority.pem)
        make_checkpoint(case=case, clock=ticking())
    assert verified(kept).timestamps.n_timed == 2


def test_a_root_that_does_not_vouch_is_a_doubt(kept, authority, tmp_path):
    """Named for an authority that is somebody else."""
    with kept.writer() as case:
        address = stamp(case, authority, root=False)
        name_authority(address, case=case, clock=ticking(), roots=Authority(tmp_path / "other", name="x").pem)
        make_checkpoint(case=case, clock=ticking())
    assert kinds(verified(kept)) == {"timestamp_broken"}


def test_a_block_needs_its_header(kept):
    """Promised, then attested, then dated by the header that bears it out: each is said as what it is."""
    calendar = Calendar()
    with serving(calendar.answer) as (address, _), kept.writer() as case:
        name_calendar(address, case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        service = CalendarService(address, patience=HASTY)
        asyncio.run(stamp_checkpoints(case=case, services=[service], clock=ticking()))
        report = verify_case(case).timestamps
        assert ({each.says for each in report.borne}, report.n_waiting) == ({PROMISED}, 2)
        calendar.mined = True
        asyncio.run(stamp_checkpoints(case=case, services=[service], clock=ticking()))
    report = verified(kept)
    assert report.verified
    says = f"attests to block {BLOCK}; needs the block header"
    assert ({each.says for each in report.timestamps.borne}, report.timestamps.n_timed) == ({says}, 0)
    headers = [bytes(80), calendar.header(BLOCK_AT)]
    report = verified(kept, block_headers=headers).timestamps
    assert [each.at for each in report.borne if each.at is not None] == [BLOCK_AT]
    assert report.n_timed == 1


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE timestamp SET token = zeroblob(length(token)) WHERE timestamp_no = 1", {"seal_broken"}),
        ("UPDATE timestamp SET token = 7 WHERE timestamp_no = 1", {"seal_broken"}),
        ("UPDATE timestamp SET checkpoint_no = 3 - checkpoint_no", {"seal_broken"}),
        ("UPDATE timestamp SET authority = 'https://else.example' WHERE timestamp_no = 2", {"seal_broken"}),
        ("UPDATE timestamp SET received_us = received_us + 1 WHERE timestamp_no = 2", {"seal_broken"}),
        ("UPDATE timestamp SET kind = 'opentimestamps' WHERE timestamp_no = 2", {"seal_broken"}),
        ("DELETE FROM timestamp WHERE timestamp_no = 1", {"timestamp_missing"}),
        (
            "UPDATE checkpoint SET note = CAST(note || char(10) AS BLOB) WHERE checkpoint_no = 1",
            {"checkpoint_unreadable", "timestamp_broken"},
        ),
    ],
)
def test_whatever_is_changed_is_a_doubt(kind, tmp_path, authority, change, told):
    """Token, checkpoint, authority, time: behind Vigil's back, with the case's key in hand."""
    kept = filled(kind, tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        stamp(case, authority)
    assert verified(kept).verified
    with database_of(kept) as database:
        database.run(change)
    assert kinds(verified(kept)) == told


def test_a_row_is_never_changed_by_vigil_itself(kept, authority):
    """The database refuses."""
    with kept.writer() as case:
        stamp(case, authority)
        for change in ("DELETE FROM timestamp", "UPDATE timestamp SET authority = 'x'"):
            with pytest.raises(VigilError, match="never"):
                case._database.run(change)


def test_a_setting_that_does_not_read_is_a_doubt(tmp_path, authority):
    """Not taken for nobody named."""
    kept = Kept("plain", tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        fill(case)
        stamp(case, authority)
    with database_of(kept) as database:
        database.run("UPDATE setting SET value = '{}' WHERE name = 'timestamping'")
    assert {"timestamp_broken", "content_changed"} <= kinds(verified(kept))
