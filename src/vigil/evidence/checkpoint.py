"""Checkpoints: what a log was at one size, signed, in the form other transparency logs use.

A checkpoint is a signed note (`signed_note`) of three lines, each ending in a line end:

    vigil-log.invalid/<32 hexadecimal digits>      the origin: which log
    1203                                           how many entries it had
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=   base64 of the root over them

The origin is 16 bytes of chance, drawn once when the log is begun. Checkpoints are made to be given away, to a lawyer,
a timestamp authority, another desk: so they say neither what the case is called nor anything made from it, which could
be guessed and tried. The name ends in .invalid, which by RFC 2606 leads nowhere: software that takes it for an address
tells nobody that it was asked. The key signs under the origin as its name.

A checkpoint holds no time. When it was there is shown by a timestamp on it (RFC 3161, OpenTimestamps), by whom it was
given to, and within the log by the entries' own `recorded_at`.

Source: c2sp.org/tlog-checkpoint.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vigil.evidence.digests import HASH_BYTES
from vigil.evidence.merkle import EMPTY_ROOT, Frontier, check_size
from vigil.evidence.signed_note import SigningKey, VerifierKey, decode_base64, open_note, sign_note
from vigil.model.errors import IntegrityError, InvalidInput

LOG_ID_BYTES = 16
"""128 bits: two logs never meet by accident, and nobody goes through them all."""

_SIZE = re.compile("0|[1-9][0-9]{0,18}")
_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A log at one size.

    Attributes:
        origin: Which log: one line, not empty.
        size: How many entries it had.
        root: The root over them, 32 bytes.
        extensions: Further lines another program may have put there. We sign none and rest nothing on them.
    Raises:
        InvalidInput: The origin or an extension is empty or of more than one line, the size is out of range, the root
            is not 32 bytes long, or an empty log has another root than the empty one.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_size(self.size)
        if any(not line or "\n" in line for line in (self.origin, *self.extensions)):
            raise InvalidInput("checkpoint: origin and extensions are lines, and none of them is empty")
        if len(self.root) != HASH_BYTES:
            raise InvalidInput(f"checkpoint: expected a root of {HASH_BYTES} bytes, found {len(self.root)}")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise InvalidInput(f"checkpoint of no entries: expected root {EMPTY_ROOT.hex()}, found {self.root.hex()}")


def log_origin(log_id: bytes) -> str:
    """The origin line of a new log.

    Args:
        log_id: 16 bytes of chance, drawn for this log alone.
    Raises:
        InvalidInput: It is not 16 bytes long.
    """
    if len(log_id) != LOG_ID_BYTES:
        raise InvalidInput(f"a log's id has {LOG_ID_BYTES} bytes, not {len(log_id)}")
    return f"vigil-log.invalid/{log_id.hex()}"


def checkpoint_of(frontier: Frontier, *, origin: str) -> Checkpoint:
    """The log as far as it has grown, ready to sign."""
    return Checkpoint(origin=origin, size=frontier.size, root=frontier.root())


def checkpoint_text(checkpoint: Checkpoint) -> str:
    """The lines that are signed."""
    root = base64.b64encode(checkpoint.root).decode()
    return "".join(f"{line}\n" for line in (checkpoint.origin, str(checkpoint.size), root, *checkpoint.extensions))


def parse_checkpoint_text(text: str) -> Checkpoint:
    """The checkpoint these lines are. Whose word that is, the signatures say: `open_checkpoint`.

    Raises:
        InvalidInput: They are not those of a checkpoint.
    """
    lines = text.split("\n")
    if lines[-1] or len(lines) <= _LINES:
        raise InvalidInput(f"checkpoint: expected at least {_LINES} lines, each ending in a line end")
    origin, size, root, *extensions = lines[:-1]
    if not _SIZE.fullmatch(size):
        raise InvalidInput("checkpoint, line 2: expected how many entries, in decimal, without leading zeros")
    return Checkpoint(
        origin=origin,
        size=int(size),
        root=decode_base64(root, "checkpoint, line 3 (root)"),
        extensions=tuple(extensions),
    )


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> bytes:
    """The checkpoint as a signed note. That a log never signs two that contradict each other is the caller's to keep.

    Raises:
        InvalidInput: The key signs for another origin, or the checkpoint has extensions.
    """
    if key.name != checkpoint.origin:
        raise InvalidInput("checkpoint: the key signs under another name than this log's origin")
    if checkpoint.extensions:
        raise InvalidInput("checkpoint: lines beyond the third cannot be audited, so we sign none")
    return sign_note(checkpoint_text(checkpoint), [key])


def open_checkpoint(note: bytes, keys: Sequence[VerifierKey]) -> Checkpoint:
    """The checkpoint in a signed note, once its log's signature was found to hold.

    Args:
        keys: Those of this log, all of one name. A key read from a case vouches for that case as long as nobody else
            could write there; a key given away earlier vouches for it whatever happened to the case since.
    Raises:
        InvalidInput: It is no checkpoint, or there is no key.
        IntegrityError: No signature by these keys holds, or it is the checkpoint of another log than the keys'.
    """
    opened = open_note(note, keys)
    checkpoint = parse_checkpoint_text(opened.text)
    names = {key.name for key in opened.signed_by}
    if names != {checkpoint.origin}:
        raise IntegrityError(
            f"checkpoint origin: expected {', '.join(sorted(names))} (the name its key signs under), "
            f"found {checkpoint.origin}"
        )
    return checkpoint
