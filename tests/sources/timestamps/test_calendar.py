"""A calendar's promise is kept, and redeemed once there is a block; wrong answers are errors."""

import asyncio

import pytest
from opentimestamps.core.notary import UnknownAttestation
from opentimestamps.core.timestamp import Timestamp
from timestamp_stand_ins import BLOCK, HASTY, Calendar, serialized, serving

from vigil.evidence.digests import sha256
from vigil.evidence.open_timestamps import read_proof
from vigil.model.errors import Malformed, Unavailable
from vigil.sources.timestamps.calendar import CalendarService

NOTE = b"a checkpoint\n"


def stamp(address, **options):
    return asyncio.run(CalendarService(address, patience=HASTY, **options).stamp(NOTE))


def upgrade(address, token, **options):
    return asyncio.run(CalendarService(address, patience=HASTY, **options).upgrade(NOTE, token))


def test_a_promise_is_redeemed_once_there_is_a_block():
    """Until then there is nothing, and that is no error."""
    calendar = Calendar()
    with serving(calendar.answer) as (address, seen):
        token = stamp(address)
        assert upgrade(address, token) is None
        calendar.mined = True
        proof = read_proof(upgrade(address, token), NOTE)
    assert [(each.block, each.root) for each in proof.attested] == [(BLOCK, calendar.roots[-1])]
    assert [method for method, _, _ in seen] == ["POST", "GET", "GET"]
    assert sha256(NOTE) not in seen[0][2]
    assert len(seen[0][2]) == 32


def test_a_calendar_that_was_not_named_is_not_asked():
    """A promise may name another one: it is said, and asked once it is named."""
    other = Calendar()
    other.mined = True
    with serving(other.answer) as (elsewhere, seen), serving(Calendar(elsewhere).answer) as (address, _):
        token = stamp(address)
        with pytest.raises(Unavailable, match="not named"):
            upgrade(address, token)
        assert not seen
        assert read_proof(upgrade(address, token, named=[elsewhere]), NOTE).attested


def _unknown(method, path, headers, body):
    whole = Timestamp(body)
    whole.attestations.add(UnknownAttestation(b"12345678", b"?"))
    return 200, {}, serialized(whole)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ((200, {}, b"<html>"), Malformed),
        ((200, {}, b""), Malformed),
        ((200, {}, b"\x08" * 5000), Malformed),
        ((200, {}, b"\x00" * 500), Malformed),
        ((200, {}, b"\xff" * 9_999), Malformed),
        ((200, {}, b"x" * 10_000_000), Unavailable),
        ((429, {}, b""), Unavailable),
        ((503, {"Retry-After": "3600"}, b""), Unavailable),
        ((302, {"Location": "http://127.0.0.1:1"}, b""), Unavailable),
        ((400, {}, b"digest too long"), Unavailable),
        (_unknown, Malformed),
    ],
)
def test_a_misbehaving_calendar_is_told(answer, kind):
    """Nothing is kept of what is no timestamp."""
    with serving(answer if callable(answer) else lambda *asked: answer) as (address, _), pytest.raises(kind):
        stamp(address)


@pytest.mark.parametrize("body", [b"<html>", b"\x00", b"x" * 100_000, b"\x08\x00"])
def test_a_wrong_path_to_a_block_is_told(body):
    """The promise stands as it was."""
    calendar = Calendar()

    def answer(method, *asked):
        return calendar.answer(method, *asked) if method == "POST" else (200, {}, body)

    with serving(answer) as (address, _):
        token = stamp(address)
        with pytest.raises(Malformed):
            upgrade(address, token)
