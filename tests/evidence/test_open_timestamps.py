"""A proof leads from a checkpoint's digest, operation by operation, or is a clear error."""

import contextlib
import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation
from opentimestamps.core.op import OpReverse
from opentimestamps.core.serialize import BytesDeserializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp
from timestamp_stand_ins import BLOCK, Calendar, serialized

from vigil.evidence.digests import sha256
from vigil.evidence.open_timestamps import (
    CHANCE_BYTES,
    block_time,
    digest_to_submit,
    new_proof,
    parse_block_header,
    read_proof,
    upgraded,
)
from vigil.model.errors import IntegrityError, InvalidInput, Malformed, VigilError

NOTE = b"a checkpoint\n"
CHANCE = bytes(range(CHANCE_BYTES))
AT = datetime(2016, 12, 13, 8, tzinfo=UTC)


def promised(calendar, note=NOTE):
    _, _, answer = calendar.answer("POST", "/digest", {"Host": "calendar.example"}, digest_to_submit(note, CHANCE))
    return new_proof(note, CHANCE, answer)


def mined(calendar):
    token = promised(calendar)
    [promise] = read_proof(token, NOTE).promises
    calendar.mined = True
    _, _, answer = calendar.answer("GET", f"/timestamp/{promise.commitment.hex()}", {}, b"")
    return upgraded(token, NOTE, promise, answer)


def test_a_proof_is_an_ots_file_of_the_checkpoint():
    """As the library, and so the ots program, reads it: the file's digest is the checkpoint's."""
    file = DetachedTimestampFile.deserialize(BytesDeserializationContext(promised(Calendar())))
    assert file.file_digest == sha256(NOTE)


def test_a_promise_says_which_calendar_and_what_to_ask():
    """And attests to nothing."""
    proof = read_proof(promised(Calendar("https://calendar.example")), NOTE)
    assert proof.attested == ()
    assert [each.calendar for each in proof.promises] == ["https://calendar.example"]


def test_a_block_s_header_bears_it_out():
    """The transactions' root of the header is where the path leads; without it nothing is said of a time."""
    calendar = Calendar()
    [attested] = read_proof(mined(calendar), NOTE).attested
    assert attested.block == BLOCK
    assert block_time(attested, []) is None
    assert block_time(attested, [bytes(80), calendar.header(AT)]) == AT


def test_an_answer_without_a_block_changes_nothing():
    """A calendar that promises again has not redeemed anything."""
    token = promised(Calendar())
    [promise] = read_proof(token, NOTE).promises
    again = Timestamp(promise.commitment)
    again.attestations.update(
        Timestamp.deserialize(BytesDeserializationContext(_promise_alone(token)), b"x").attestations
    )
    assert upgraded(token, NOTE, promise, serialized(again)) is None


def _promise_alone(token):
    [(_, attestation)] = DetachedTimestampFile.deserialize(
        BytesDeserializationContext(token)
    ).timestamp.all_attestations()
    alone = Timestamp(b"x")
    alone.attestations.add(attestation)
    return serialized(alone)


def test_a_block_of_no_such_number_is_none():
    """A number without end would be written out in a report."""
    for height in (2**32, 2**20_000):
        whole = Timestamp(digest_to_submit(NOTE, CHANCE))
        whole.attestations.add(BitcoinBlockHeaderAttestation(height))
        with pytest.raises(Malformed):
            new_proof(NOTE, CHANCE, serialized(whole))


def test_another_checkpoint_s_proof_is_refused():
    """It begins at another digest."""
    with pytest.raises(IntegrityError):
        read_proof(promised(Calendar()), NOTE + b"x")


def test_an_operation_that_may_be_dropped_is_still_done():
    """The library warns of it; that is no error."""
    whole = Timestamp(digest_to_submit(NOTE, CHANCE))
    with pytest.warns(PendingDeprecationWarning):
        last = whole.ops.add(OpReverse())
    last.attestations.update(
        Timestamp.deserialize(BytesDeserializationContext(_promise_alone(promised(Calendar()))), b"x").attestations
    )
    assert read_proof(new_proof(NOTE, CHANCE, serialized(whole)), NOTE).promises


def test_every_changed_byte_is_told_or_leads_elsewhere():
    """A thousand changes to a whole proof: an error of ours, or a root that no header has; an address may differ."""
    calendar = Calendar("https://calendar.example")
    whole = mined(calendar)
    header, before = calendar.header(AT), read_proof(whole, NOTE).attested
    chance = random.Random(20161204)  # noqa: S311
    for _ in range(1000):
        changed = bytearray(whole)
        changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
        try:
            after = read_proof(bytes(changed), NOTE).attested
        except VigilError:
            continue
        held = [each for each in after if block_time(each, [header]) is not None]
        assert [each.root for each in held] in ([], [each.root for each in before])


def test_every_cut_is_malformed():
    """However much is missing."""
    whole = mined(Calendar())
    for length in range(len(whole)):
        with pytest.raises(Malformed):
            read_proof(whole[:length], NOTE)


@given(st.binary(max_size=300))
def test_rubbish_is_malformed(content):
    """As a proof, as a first answer, as a later one."""
    with pytest.raises(Malformed):
        read_proof(content, NOTE)
    token = promised(Calendar())
    [promise] = read_proof(token, NOTE).promises
    for read in (lambda: new_proof(NOTE, CHANCE, content), lambda: upgraded(token, NOTE, promise, content)):
        with contextlib.suppress(Malformed):
            read()


@pytest.mark.parametrize("content", [b"x" * 10_000_000, b"\x00" * 500, b"<html>", b"\xff" * 5000, b"\x08" * 5000])
def test_what_is_far_from_a_proof_is_malformed(content):
    """Ten megabytes, zeros, a login page, forks and operations without end."""
    with pytest.raises(Malformed):
        read_proof(content, NOTE)
    with pytest.raises(Malformed):
        new_proof(NOTE, CHANCE, content)


def test_a_block_header_is_80_bytes_or_their_hexadecimal():
    """Nothing else."""
    header = bytes(range(80))
    assert parse_block_header(header) == header
    assert parse_block_header(header.hex().encode() + b"\n") == header
    for wrong in (b"", b"00", header[:79], header + b"\0", b"\xff" * 160):
        with pytest.raises(InvalidInput):
            parse_block_header(wrong)


def test_chance_has_sixteen_bytes():
    """Less of it would let a calendar try checkpoints."""
    with pytest.raises(InvalidInput):
        digest_to_submit(NOTE, b"")
