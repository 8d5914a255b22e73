"""OpenTimestamps on checkpoints: a path of operations from a checkpoint's digest to the root of a block of Bitcoin.

A calendar takes a digest, gives at once a promise (a pending attestation), and hours later a path that leads on to the
transactions' root of a block. What is submitted is SHA-256 of the checkpoint's digest and 16 bytes of chance, so that a
calendar does not learn which checkpoint it is. A proof is kept as an .ots file, which the `ots` program reads too.

Every operation is done again each time a proof is read. That the block is there, and when it was, only its header says,
and Vigil has none: "attests to block N; needs the block header". Given one, its root is held against the proof.

Source: github.com/opentimestamps, doc/ and python-opentimestamps; a block header as Bitcoin has it: 80 bytes, the
transactions' root at 36 and the time at 68.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from opentimestamps.core.notary import (  # type: ignore[import-untyped]
    BitcoinBlockHeaderAttestation,
    PendingAttestation,
)
from opentimestamps.core.op import OpAppend, OpSHA256  # type: ignore[import-untyped]
from opentimestamps.core.serialize import (  # type: ignore[import-untyped]
    BytesDeserializationContext,
    BytesSerializationContext,
    DeserializationError,
)
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp  # type: ignore[import-untyped]

from vigil.evidence.digests import HASH_BYTES, sha256
from vigil.model.errors import IntegrityError, InvalidInput, Malformed

CHANCE_BYTES = 16
"""As the `ots` program takes them."""

MOST_ANSWER_BYTES = 10_000
"""Of a calendar. The library's own client reads no more."""

MOST_PROOF_BYTES = 200_000

MOST_BLOCK = 2**32 - 1
"""A number beyond this is none of a block: at one in ten minutes that is in 80,000 years."""

HEADER_BYTES = 80
_ROOT = slice(36, 68)
_TIME = slice(68, 72)


@dataclass(frozen=True, slots=True)
class Promise:
    """A calendar's word that a path will follow."""

    calendar: str  # its address, as the calendar itself gives it
    commitment: bytes  # what it is asked by


@dataclass(frozen=True, slots=True)
class Attested:
    """A path that leads to a block."""

    block: int
    root: bytes  # 32 bytes: what the block's header must have for its transactions' root


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a proof says of a checkpoint, every operation done again."""

    promises: tuple[Promise, ...]
    attested: tuple[Attested, ...]  # by block, the earliest first


def digest_to_submit(note: bytes, chance: bytes) -> bytes:
    """What a calendar is given for a checkpoint: 32 bytes.

    Raises:
        InvalidInput: The chance is not 16 bytes.
    """
    if len(chance) != CHANCE_BYTES:
        raise InvalidInput(f"expected {CHANCE_BYTES} bytes of chance, found {len(chance)}")
    return sha256(sha256(note) + chance)


def new_proof(note: bytes, chance: bytes, answer: bytes) -> bytes:
    """The proof that a calendar's first answer makes, as an .ots file.

    Raises:
        Malformed: The answer is not a timestamp, or neither promises nor attests anything.
    """
    with _outside():
        whole = Timestamp(sha256(note))
        whole.ops.add(OpAppend(chance)).ops.add(OpSHA256()).merge(_timestamp(answer, digest_to_submit(note, chance)))
        proof = _written(whole)
    read_proof(proof, note)
    return proof


def read_proof(proof: bytes, note: bytes) -> Proof:
    """What a proof says of a checkpoint.

    Raises:
        Malformed: It is no .ots file, an operation cannot be done, or it says nothing.
        IntegrityError: It begins at another digest than the checkpoint's.
    """
    whole = _opened(proof, note)
    promises, attested = [], []
    for message, attestation in whole.all_attestations():
        if isinstance(attestation, PendingAttestation):
            promises.append(Promise(attestation.uri, message))
        elif _leads_to_block(message, attestation):
            attested.append(Attested(attestation.height, message))
    if not promises and not attested:
        raise Malformed("OpenTimestamps: it neither promises nor attests anything we know")
    attested.sort(key=lambda each: each.block)
    return Proof(promises=tuple(promises), attested=tuple(attested))


def upgraded(proof: bytes, note: bytes, promise: Promise, answer: bytes) -> bytes | None:
    """The proof with what a calendar says now of its promise. None: the answer attests to no block yet.

    Raises:
        Malformed: The answer is not a timestamp.
        IntegrityError: The proof is not this checkpoint's.
    """
    whole = _opened(proof, note)
    with _outside():
        added = _timestamp(answer, promise.commitment)
        for each in list(_nodes(whole)):
            if each.msg == promise.commitment:
                each.merge(added)
        written = _written(whole)
    before, after = read_proof(proof, note), read_proof(written, note)
    return written if set(after.attested) - set(before.attested) else None


def block_time(attested: Attested, headers: list[bytes]) -> datetime | None:
    """When the block was that a proof leads to, by its own header. None: no header given has this root.

    Whether it is a block of Bitcoin's chain, and the one of this number, whoever gave the header knows.
    """
    for header in headers:
        if header[_ROOT] == attested.root:
            return datetime.fromtimestamp(int.from_bytes(header[_TIME], "little"), UTC)
    return None


def parse_block_header(content: bytes) -> bytes:
    """A block header's 80 bytes, given as they are or in hexadecimal.

    Raises:
        InvalidInput: It is neither.
    """
    header = content
    if len(content) != HEADER_BYTES:
        try:
            header = bytes.fromhex(content.decode("ascii").strip())
        except ValueError as error:
            raise InvalidInput(f"a block header has {HEADER_BYTES} bytes, raw or in hexadecimal") from error
    if len(header) != HEADER_BYTES:
        raise InvalidInput(f"a block header has {HEADER_BYTES} bytes, found {len(header)}")
    return header


def _leads_to_block(message: bytes, attestation: object) -> bool:
    return (
        isinstance(attestation, BitcoinBlockHeaderAttestation)
        and len(message) == HASH_BYTES
        and 0 <= attestation.height <= MOST_BLOCK
    )


def _opened(proof: bytes, note: bytes) -> Timestamp:
    if len(proof) > MOST_PROOF_BYTES:
        raise Malformed(f"OpenTimestamps: {len(proof):,} bytes, and no more than {MOST_PROOF_BYTES:,} are read")
    with _outside():
        file = DetachedTimestampFile.deserialize(BytesDeserializationContext(proof))
        begins_at, by_sha256 = file.file_digest, isinstance(file.file_hash_op, OpSHA256)
    if not by_sha256 or begins_at != sha256(note):
        raise IntegrityError(
            f"OpenTimestamps: expected a proof that begins at SHA-256 {sha256(note).hex()}, found {begins_at.hex()}"
        )
    return file.timestamp


def _timestamp(answer: bytes, message: bytes) -> Timestamp:
    if len(answer) > MOST_ANSWER_BYTES:
        raise Malformed(f"OpenTimestamps: an answer of more than {MOST_ANSWER_BYTES:,} bytes is not read")
    context = BytesDeserializationContext(answer)
    found = Timestamp.deserialize(context, message)
    context.assert_eof()
    return found


def _written(whole: Timestamp) -> bytes:
    context = BytesSerializationContext()
    DetachedTimestampFile(OpSHA256(), whole).serialize(context)
    return bytes(context.getbytes())


def _nodes(whole: Timestamp) -> Iterator[Timestamp]:
    yield whole
    for each in whole.ops.values():
        yield from _nodes(each)


@contextmanager
def _outside() -> Iterator[None]:
    """What the library makes of bytes that are no timestamp, as one kind of error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an operation that may be dropped one day is still an operation
            yield
    except (DeserializationError, ValueError, TypeError, AssertionError, RecursionError, OverflowError) as error:
        raise Malformed("OpenTimestamps: not a timestamp as its format has it: cut short, or something else") from error
