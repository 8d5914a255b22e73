"""Verification: does a log say what was logged? What was checked, and every doubt, each with what should have been.

Entries are read once, in order. Whatever is wrong with one, its bytes are hashed as they stand, so that one fault is
not told as many. Whoever holds the case and its key can make new checkpoints; so what the log's own cannot show, one
kept elsewhere can: that entries were dropped from the end (rolled back), or that an earlier entry is not what it was
(forked). The report says when there was none.

Nothing checked is nothing verified: a log without entries or without checkpoints is in doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice, pairwise

from vigil.evidence.checkpoint import Checkpoint, open_checkpoint
from vigil.evidence.digests import check_commitment
from vigil.evidence.leaf import LogEntry, parse_entry
from vigil.evidence.merkle import Frontier, append, leaf_hash
from vigil.evidence.proofs import InclusionProof, verify_inclusion
from vigil.evidence.signed_note import VerifierKey, encode_verifier_key
from vigil.model.errors import IntegrityError, InvalidInput

_AT_ONCE = 4096  # leaves hashed between two looks at the checkpoints


class DoubtKind(StrEnum):
    """What keeps a log, or the case that keeps it, from being verified. Those from `file_missing` on are of a case."""

    NO_ENTRIES = "no_entries"
    NO_CHECKPOINT = "no_checkpoint"
    ENTRY_UNREADABLE = "entry_unreadable"
    CONTENT_CHANGED = "content_changed"
    CONTENT_MISSING = "content_missing"
    SALT_MISSING = "salt_missing"
    CHECKPOINT_UNREADABLE = "checkpoint_unreadable"
    CHECKPOINT_UNSIGNED = "checkpoint_unsigned"
    CHECKPOINTS_OUT_OF_ORDER = "checkpoints_out_of_order"
    ENTRIES_MISSING = "entries_missing"
    ROOT_DIFFERS = "root_differs"
    UNCOVERED = "uncovered"
    ROLLED_BACK = "rolled_back"
    FORKED = "forked"
    OUTSIDE_UNREADABLE = "outside_unreadable"
    OUTSIDE_UNSIGNED = "outside_unsigned"
    OUTSIDE_EMPTY = "outside_empty"
    FILE_MISSING = "file_missing"
    FILE_CHANGED = "file_changed"
    FILE_ADDED = "file_added"
    SIGNATURE_BROKEN = "signature_broken"
    SEAL_BROKEN = "seal_broken"
    NODE_CHANGED = "node_changed"
    NOT_LOGGED = "not_logged"
    PAGE_DAMAGED = "page_damaged"
    KEY_DIFFERS = "key_differs"
    TIMESTAMP_BROKEN = "timestamp_broken"
    TIMESTAMP_MISSING = "timestamp_missing"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that is not as it should be.

    Attributes:
        at: The entry or checkpoint it is about, by its place from 0 among those given; None: the log as a whole.
        says: What was expected and what was found. No content, no name.
    """

    kind: DoubtKind
    at: int | None
    says: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stored entry, and what opens its commitment where that is at hand.

    Both are None where the content is not to be had: sealed from whoever verifies, not part of what was handed over, or
    withdrawn. One without the other is a doubt.

    Attributes:
        entry: The bytes as stored.
        digest: SHA-256 of the content as it is now, 32 bytes. None: there is none.
        salt: 32 bytes. None: there is none.
    """

    entry: bytes
    digest: bytes | None = None
    salt: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogReport:
    """What was checked of a log, and what is in doubt.

    Attributes:
        size: How many entries were read.
        root: Over all of them, as they stand.
        n_opened: How many commitments were opened and held against their content. Of the others only that they are in
            the log is known, not what they are about.
        n_vouched: How many entries, from the first, the longest checkpoint that holds vouches for.
        n_clock_set_back: How many entries were recorded before the one ahead of them: the clock was set back. Their
            order is the log's; no doubt, but an expert will ask.
        checkpoints: The log's own that hold, in the order given.
        n_outside: How many checkpoints kept elsewhere were given. 0: a rollback, or a rewriting by someone with the
            case's key, would not have been noticed.
        outside: Those of them that hold.
        keys: The verifier keys everything signed was held against.
        doubts: In the order they were met.
    """

    size: int
    root: bytes
    n_opened: int
    n_vouched: int
    n_clock_set_back: int
    checkpoints: tuple[Checkpoint, ...]
    n_outside: int
    outside: tuple[Checkpoint, ...]
    keys: tuple[str, ...]
    doubts: tuple[Doubt, ...]

    @property
    def verified(self) -> bool:
        """Every entry is vouched for and nothing is in doubt. It says nothing of entries after `size`."""
        return not self.doubts and self.size > 0 and self.n_vouched == self.size

    @property
    def had_outside(self) -> bool:
        """A checkpoint kept elsewhere took part, and held."""
        return bool(self.outside)


def verify_log(
    leaves: Iterable[Leaf],
    *,
    checkpoints: Sequence[bytes],
    keys: Sequence[VerifierKey],
    outside: Sequence[bytes] = (),
) -> LogReport:
    """Hold a stored log against its checkpoints, and against those kept elsewhere.

    Args:
        leaves: All of them, in order.
        checkpoints: The log's own, signed, as stored, oldest first.
        keys: This log's, all of one name; take them from where the outside checkpoint was kept, if there is one. Keys
            read from the case vouch for it only as far as nobody else could write there.
        outside: Signed checkpoints of this log that were kept where whoever could change the case could not.
    Raises:
        InvalidInput: There is no key, or the keys are of more than one log.
    """
    if not keys:
        raise InvalidInput("no key was given, so no checkpoint can be verified")
    if len({key.name for key in keys}) > 1:
        raise InvalidInput("the keys are of several logs: give those of one")
    doubts: list[Doubt] = []
    own = _opened(checkpoints, keys, doubts, _OWN)
    elsewhere = _opened(outside, keys, doubts, _OUTSIDE)
    _check_growth(own, doubts)
    read = _Reading(doubts, sorted({checkpoint.size for _, checkpoint in [*own, *elsewhere]}))
    read.through(leaves)
    if read.frontier.size == 0:
        doubts.append(Doubt(DoubtKind.NO_ENTRIES, None, "expected at least one entry, found none"))
    holding = _holding(own, read, doubts, _OWN)
    outside_holding = _holding(elsewhere, read, doubts, _OUTSIDE)
    vouched = max((checkpoint.size for checkpoint in [*holding, *outside_holding]), default=0)
    _check_cover(len(checkpoints), read.frontier.size, vouched, doubts)
    return LogReport(
        size=read.frontier.size,
        root=read.frontier.root(),
        n_opened=read.n_opened,
        n_vouched=vouched,
        n_clock_set_back=read.n_clock_set_back,
        checkpoints=tuple(holding),
        n_outside=len(outside),
        outside=tuple(outside_holding),
        keys=tuple(encode_verifier_key(key) for key in keys),
        doubts=tuple(doubts),
    )


def verify_disclosed(
    *,
    digest: bytes,
    salt: bytes,
    entry: bytes,
    proof: InclusionProof,
    checkpoint: bytes,
    keys: Sequence[VerifierKey],
) -> LogEntry:
    """What a log says of one content that was handed over: the entry, once every step to a signature holds.

    Args:
        digest: SHA-256 of the content in hand, computed by whoever verifies.
        salt: Disclosed with it, 32 bytes.
        entry: The bytes of its entry.
        checkpoint: The signed note of a log of `proof.size` entries.
        keys: That log's, from a source that is trusted.
    Raises:
        InvalidInput: Something is not of the form it should have.
        IntegrityError: A step does not lead to the next: the message says which.
    """
    logged = parse_entry(entry)
    check_commitment(logged.commitment, digest=digest, salt=salt)
    signed = open_checkpoint(checkpoint, keys)
    if signed.size != proof.size:
        raise IntegrityError(f"checkpoint: expected one of {proof.size} entries as the proof has, found {signed.size}")
    verify_inclusion(proof, leaf_hash=leaf_hash(entry), root=signed.root)
    return logged


class _Reading:
    """One pass over the entries, keeping the root wherever a checkpoint stands."""

    def __init__(self, doubts: list[Doubt], sizes: list[int]) -> None:
        self.frontier = Frontier()
        self.roots = {0: self.frontier.root()}
        self.n_opened = 0
        self.n_clock_set_back = 0
        self._doubts = doubts
        self._sizes = sizes
        self._last_at: datetime | None = None

    def through(self, leaves: Iterable[Leaf]) -> None:
        left = iter(leaves)
        stops = [size for size in self._sizes if size > 0]
        while True:
            size = self.frontier.size
            to_stop = stops[0] - size if stops else _AT_ONCE
            hashes = [self._look(size + k, leaf) for k, leaf in enumerate(islice(left, min(to_stop, _AT_ONCE)))]
            if not hashes:
                return
            self.frontier = append(self.frontier, hashes).frontier
            if stops and self.frontier.size == stops[0]:
                self.roots[stops.pop(0)] = self.frontier.root()

    def _look(self, at: int, leaf: Leaf) -> bytes:
        """One leaf's hash, with whatever is wrong with its entry noted."""
        try:
            entry = parse_entry(leaf.entry)
        except InvalidInput as error:
            self._doubts.append(Doubt(DoubtKind.ENTRY_UNREADABLE, at, str(error)))
            return leaf_hash(leaf.entry)
        if self._last_at is not None and entry.recorded_at < self._last_at:
            self.n_clock_set_back += 1
        self._last_at = entry.recorded_at
        if leaf.digest is not None or leaf.salt is not None:
            self._open(at, entry, leaf.digest, leaf.salt)
        return leaf_hash(leaf.entry)

    def _open(self, at: int, entry: LogEntry, digest: bytes | None, salt: bytes | None) -> None:
        if digest is None:
            self._doubts.append(
                Doubt(DoubtKind.CONTENT_MISSING, at, "expected the content its salt is for, found none")
            )
            return
        if salt is None:
            self._doubts.append(Doubt(DoubtKind.SALT_MISSING, at, "expected the salt its content needs, found none"))
            return
        try:
            check_commitment(entry.commitment, digest=digest, salt=salt)
        except (IntegrityError, InvalidInput) as error:
            self._doubts.append(Doubt(DoubtKind.CONTENT_CHANGED, at, str(error)))
        else:
            self.n_opened += 1


Placed = list[tuple[int, Checkpoint]]
"""Checkpoints with their places among those given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What a doubt about a checkpoint is called, by where it was kept."""

    what: str
    unreadable: DoubtKind
    unsigned: DoubtKind
    longer: DoubtKind
    differs: DoubtKind


_OWN = _Kept(
    what="checkpoint",
    unreadable=DoubtKind.CHECKPOINT_UNREADABLE,
    unsigned=DoubtKind.CHECKPOINT_UNSIGNED,
    longer=DoubtKind.ENTRIES_MISSING,
    differs=DoubtKind.ROOT_DIFFERS,
)
_OUTSIDE = _Kept(
    what="outside checkpoint",
    unreadable=DoubtKind.OUTSIDE_UNREADABLE,
    unsigned=DoubtKind.OUTSIDE_UNSIGNED,
    longer=DoubtKind.ROLLED_BACK,
    differs=DoubtKind.FORKED,
)


def _opened(notes: Sequence[bytes], keys: Sequence[VerifierKey], doubts: list[Doubt], kept: _Kept) -> Placed:
    opened: Placed = []
    for at, note in enumerate(notes):
        try:
            opened.append((at, open_checkpoint(note, keys)))
        except InvalidInput as error:
            doubts.append(Doubt(kept.unreadable, at, f"{kept.what}: {error}"))
        except IntegrityError as error:
            doubts.append(Doubt(kept.unsigned, at, f"{kept.what}: {error}"))
    return opened


def _check_growth(own: Placed, doubts: list[Doubt]) -> None:
    """Stored oldest first, a log's checkpoints only grow."""
    for (_, before), (at, after) in pairwise(own):
        if after.size < before.size:
            says = f"expected at least {before.size} entries after the checkpoint before it, found {after.size}"
            doubts.append(Doubt(DoubtKind.CHECKPOINTS_OUT_OF_ORDER, at, says))


def _holding(placed: Placed, read: _Reading, doubts: list[Doubt], kept: _Kept) -> list[Checkpoint]:
    """The checkpoints that the entries as they stand lead to."""
    holding = []
    for at, checkpoint in placed:
        size, found = checkpoint.size, read.roots.get(checkpoint.size)
        if size == 0 and kept is _OUTSIDE:
            says = "outside checkpoint: expected one of at least one entry, found one of none, which shows nothing"
            doubts.append(Doubt(DoubtKind.OUTSIDE_EMPTY, at, says))
        elif found is None:
            says = f"{kept.what}: expected {size} entries, found {read.frontier.size}"
            doubts.append(Doubt(kept.longer, at, says))
        elif found != checkpoint.root:
            says = f"{kept.what} of {size} entries: expected root {checkpoint.root.hex()}, found {found.hex()}"
            doubts.append(Doubt(kept.differs, at, says))
        else:
            holding.append(checkpoint)
    return holding


def _check_cover(n_given: int, size: int, vouched: int, doubts: list[Doubt]) -> None:
    """What no checkpoint reaches, nobody vouches for."""
    if n_given == 0:
        doubts.append(Doubt(DoubtKind.NO_CHECKPOINT, None, "expected a checkpoint of the log's own, found none"))
    if vouched < size:
        says = f"expected a checkpoint that holds over {size} entries, found one over {vouched}"
        doubts.append(Doubt(DoubtKind.UNCOVERED, None, says))
