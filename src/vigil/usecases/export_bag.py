"""Hand captures over: with their bytes in clear, what is said of them, and proofs that lead to a signed checkpoint.

Left out, and counted: what its author deleted (held); captures of witnesses whose basis for watching nobody has stated,
or who asked not to be watched; what was withdrawn. Before anything is handed over it is opened, hashed and proven; what
does not hold stops the export. That it happened is logged before it does.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from vigil.evidence.checkpoint import open_checkpoint
from vigil.evidence.digests import check_commitment, sha256
from vigil.evidence.leaf import parse_entry
from vigil.evidence.merkle import leaf_hash
from vigil.evidence.proofs import ConsistencyProof, InclusionProof, consistency_proof, inclusion_proof, verify_inclusion
from vigil.evidence.signed_note import encode_verifier_key
from vigil.model.capture import Description
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.fate import Fate, standing
from vigil.model.ids import WitnessName
from vigil.model.witness import Account, Basis
from vigil.usecases.ports import CaseWriter, Clock, OpenedLeaf, Progress, no_progress
from vigil.usecases.record_fate import unnamed
from vigil.usecases.timestamping.hand_over_timestamps import HandedStamp, timestamps_to_hand

HELD = "deleted by its author"
NO_BASIS = "no basis for watching stated"
NOT_TO_BE_WATCHED = "asked not to be watched"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One capture with everything that shows it."""

    content: bytes
    description: bytes
    said: Description
    recorded_at: datetime
    entry: bytes
    salt: bytes
    proof: InclusionProof


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedLog:
    """What the proofs lead to."""

    verifier_key: str
    checkpoint: bytes
    earlier: Sequence[tuple[bytes, ConsistencyProof]]  # checkpoints before it, each with what leads on to it
    left_out: Mapping[str, int]
    exported_at: datetime
    sign: Callable[[str], bytes]  # a text as a note signed by the log's key
    stamps: Sequence[HandedStamp] = ()  # timestamps on these checkpoints


class Bag(Protocol):
    """Where captures are handed over to. Nothing is there until `finish` has returned."""

    def add(self, capture: HandedOver) -> None:
        """Take one capture."""
        ...

    def finish(self, log: HandedLog) -> None:
        """Put everything in its place."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BagReport:
    """What was handed over."""

    n_captures: int
    n_bytes: int
    left_out: Mapping[str, int]
    n_entries: int  # in the log at that time
    n_timestamps: int = 0


def export_bag(
    bag: Bag,
    *,
    case: CaseWriter,
    clock: Clock,
    by: str,
    reason: str,
    witnesses: Sequence[WitnessName] = (),
    only: Collection[int] | None = None,
    outside: Sequence[bytes] = (),
    progress: Progress = no_progress,
) -> BagReport:
    """Hand over the captures of a case, or of some of its witnesses, or those that were named.

    Args:
        by: The person who answers for it.
        reason: Why, and to whom.
        witnesses: Only theirs. None named: everybody's, and captures of nobody.
        only: Numbers of captures: none but these. None: any.
        outside: Checkpoints kept elsewhere, to be led to the log of today.
    Raises:
        InvalidInput: Nobody answers for it, there is no such witness, there is nothing to hand over, or a checkpoint
            kept elsewhere is not this log's.
        IntegrityError: Something kept does not hold: nothing was handed over.
    """
    faults = [*unnamed("by", by), *([] if reason.strip() else ["reason: nothing is given"])]
    if faults:
        raise InvalidInput("; ".join(faults))
    now = clock()
    evidence = case.evidence
    key = evidence.log.key()
    elsewhere = {open_checkpoint(note, [key]).size: note for note in outside}
    stamps = timestamps_to_hand(case)
    choose = _Choice(case, witnesses, only)
    if not any(choose.of(leaf) is None for leaf in evidence.leaves() if leaf.said is not None):
        raise InvalidInput(f"there is nothing to hand over: {choose.words() or 'no captures'}")
    with case.transaction():
        case.log("captures exported", at=now, by=by.strip(), detail={"reason": reason.strip()})
        made = evidence.log.add_checkpoint(now)
    if made is None:
        raise IntegrityError("the log is empty after an entry was added to it")
    root = open_checkpoint(made.note, [key]).root
    choose = _Choice(case, witnesses, only)
    n_captures = n_bytes = 0
    for leaf in evidence.leaves():
        progress(leaf.place, made.size)
        if leaf.withdrawn and parse_entry(leaf.entry).kind == "capture" and not witnesses and only is None:
            choose.left_out[WITHDRAWN] += 1
        if leaf.said is None or choose.of(leaf) is not None:
            continue
        handed = _proven(leaf, case, made.size, root)
        bag.add(handed)
        n_captures += 1
        n_bytes += len(handed.content)
    own = {each.size: each.note for each in evidence.checkpoints()} | elsewhere
    earlier = [
        (own[size], consistency_proof(evidence.log, first=size, second=made.size))
        for size in sorted(own)
        if 0 < size < made.size
    ]
    bag.finish(
        HandedLog(
            verifier_key=encode_verifier_key(key),
            checkpoint=made.note,
            earlier=earlier,
            left_out=dict(choose.left_out),
            exported_at=now,
            sign=evidence.log.sign,
            stamps=stamps,
        )
    )
    return BagReport(
        n_captures=n_captures,
        n_bytes=n_bytes,
        left_out=dict(choose.left_out),
        n_entries=made.size,
        n_timestamps=len(stamps),
    )


class _Choice:
    """Which captures are handed over, and how many of the others are left out for which reason."""

    def __init__(self, case: CaseWriter, witnesses: Sequence[WitnessName], only: Collection[int] | None) -> None:
        self.left_out: Counter[str] = Counter()
        self._only = only
        self._held = case.evidence.held_back()
        known = case.watchlist().witnesses
        if missing := set(witnesses) - {each.name for each in known}:
            raise InvalidInput(f"{len(missing)} of the witnesses named are not in this case: `vigil watch list`")
        unwatched = {
            each.name
            for each in known
            if any(entry.fate is Fate.NOT_TO_BE_WATCHED for entry in standing(case.fates(each.name)))
        }
        self._wanted: set[Account] | None = None
        if witnesses:
            self._wanted = {one.account for each in known if each.name in witnesses for one in each.accounts}
        self._barred: dict[Account, str] = {}
        for each in known:
            for one in each.accounts:
                if each.name in unwatched:
                    self._barred[one.account] = NOT_TO_BE_WATCHED
                elif each.basis is Basis.UNSTATED:
                    self._barred[one.account] = NO_BASIS

    def of(self, leaf: OpenedLeaf) -> str | None:
        """Why a capture is not handed over; None: it is."""
        said = leaf.said
        if said is None or (self._wanted is not None and said.account not in self._wanted):
            return ""
        if self._only is not None and leaf.number not in self._only:
            return ""
        reason = self._barred.get(said.account) if said.account else None
        if reason is None and self._held.why(leaf) is not None:
            reason = HELD
        if reason is not None:
            self.left_out[reason] += 1
        return reason

    def words(self) -> str:
        """How many were left out, for which reasons."""
        return ", ".join(f"{n} {reason}" for reason, n in sorted(self.left_out.items()))


def _proven(leaf: OpenedLeaf, case: CaseWriter, size: int, root: bytes) -> HandedOver:
    """A capture with its proof, each step of which was checked."""
    if leaf.fault is not None or leaf.salt is None or leaf.content is None or leaf.said is None or leaf.filed is None:
        raise IntegrityError(f"entry {leaf.place} does not open: `vigil verify` tells more. Nothing was handed over")
    content = case.evidence.read_content(leaf.filed)
    if content is None:
        raise IntegrityError(f"entry {leaf.place} opens and its bytes do not: `vigil verify` tells more")
    logged = parse_entry(leaf.entry)
    check_commitment(logged.commitment, digest=sha256(leaf.content), salt=leaf.salt)
    proof = inclusion_proof(case.evidence.log, index=leaf.place, size=size)
    verify_inclusion(proof, leaf_hash=leaf_hash(leaf.entry), root=root)
    return HandedOver(
        content=content,
        description=leaf.content,
        said=leaf.said,
        recorded_at=logged.recorded_at,
        entry=leaf.entry,
        salt=leaf.salt,
        proof=proof,
    )
