"""Hold every timestamp against the checkpoint it is on; say which checkpoints bear one, by whom, from when.

A token that does not verify, or whose checkpoint was changed, is a doubt. A checkpoint that waits is none: it is
counted. So is a token nobody can be held to yet: its authority's root was not named, a calendar has only promised, or
a block's header is needed. Of these nothing is said that would read as a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from vigil.evidence.open_timestamps import block_time, read_proof
from vigil.evidence.timestamps import TimestampKind, check_exchange, parse_roots, split_exchange
from vigil.evidence.verify import Doubt, DoubtKind
from vigil.model.errors import IntegrityError, InvalidInput, VigilError
from vigil.usecases.ports import CaseReader, KeptCheckpoint, KeptTimestamp
from vigil.usecases.timestamping.name_authorities import Named, named

NO_ROOT = "not held against a root: none was named for it (`vigil checkpoint stamp --authority URL --root CA.pem`)"
PROMISED = "promised by the calendar, not there yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """One timestamp that a checkpoint bears, as far as it was held.

    Attributes:
        size: Of the checkpoint: entries it covers.
        by: The address of the authority or calendar; with it, in `signer`, whose certificate signed.
        at: When the checkpoint was there: the authority's clock, or the block's. None: that cannot be said here.
        says: Why not, where it cannot.
    """

    size: int
    kind: TimestampKind
    by: str
    signer: str | None = None
    at: datetime | None = None
    says: str | None = None
    attested: bool = False  # by a block, whose header was not given


@dataclass(frozen=True, slots=True, kw_only=True)
class TimestampReport:
    """What the checkpoints of a case bear.

    Attributes:
        n_checkpoints: In the case.
        n_timed: Of them, how many bear a timestamp that holds and says when.
        n_waiting: How many bear none, or promises only.
        borne: Every timestamp that is in no doubt, the fullest of each checkpoint and service.
    """

    n_checkpoints: int
    n_timed: int
    n_waiting: int
    borne: tuple[Borne, ...]


def verify_timestamps(case: CaseReader, doubts: list[Doubt], *, block_headers: Sequence[bytes] = ()) -> TimestampReport:
    """Hold all timestamps of a case, and add what is wrong to `doubts`.

    Args:
        block_headers: Headers of blocks, 80 bytes each, from a source that is trusted.
    """
    checkpoints = case.evidence.checkpoints()
    places = {each.number: at for at, each in enumerate(checkpoints)}
    who = _Known(_named(case, doubts), list(block_headers))
    borne: dict[tuple[int, TimestampKind, str], Borne] = {}
    expected = 1
    for each in case.evidence.timestamps():
        at = places.get(each.checkpoint)
        if each.number != expected:
            says = f"expected timestamp {expected}, found {each.number}: those between were taken away"
            doubts.append(Doubt(DoubtKind.TIMESTAMP_MISSING, None, says))
        expected = each.number + 1
        if each.token is None:
            says = f"timestamp {each.number}: it does not open: it was changed, or moved to another checkpoint"
            doubts.append(Doubt(DoubtKind.SEAL_BROKEN, at, says))
        elif at is None:
            says = f"timestamp {each.number}: expected its checkpoint {each.checkpoint}, found none"
            doubts.append(Doubt(DoubtKind.TIMESTAMP_BROKEN, None, says))
        else:
            try:
                borne[each.checkpoint, each.kind, each.authority] = who.held(each, each.token, checkpoints[at])
            except VigilError as error:
                says = f"timestamp {each.number} of {each.authority}: {error}"
                doubts.append(Doubt(DoubtKind.TIMESTAMP_BROKEN, at, says))
    timed = {number for (number, _, _), each in borne.items() if each.at is not None}
    waiting = set(places) - {number for (number, _, _), each in borne.items() if each.says != PROMISED}
    return TimestampReport(
        n_checkpoints=len(checkpoints), n_timed=len(timed), n_waiting=len(waiting), borne=tuple(borne.values())
    )


class _Known:
    """What timestamps are held against."""

    def __init__(self, who: Named, headers: list[bytes]) -> None:
        self._who = who
        self._headers = headers
        self._roots: dict[str, tuple[x509.Certificate, ...]] = {}

    def held(self, kept: KeptTimestamp, token: bytes, on: KeptCheckpoint) -> Borne:
        """What one says.

        Raises:
            VigilError: It does not hold.
        """
        if kept.kind is TimestampKind.OPENTIMESTAMPS:
            return self._of_calendar(kept, token, on)
        stamped = check_exchange(split_exchange(token), on.note, self._roots_of(kept.authority))
        known = stamped.signer is not None
        return Borne(
            size=on.size,
            kind=kept.kind,
            by=kept.authority,
            signer=stamped.signer,
            at=stamped.at if known else None,
            says=None if known else NO_ROOT,
        )

    def _of_calendar(self, kept: KeptTimestamp, token: bytes, on: KeptCheckpoint) -> Borne:
        proof = read_proof(token, on.note)
        says, at = PROMISED, None
        for each in proof.attested:
            at = block_time(each, self._headers)
            says = f"attests to block {each.block}; needs the block header"
            if at is not None:
                return Borne(
                    size=on.size, kind=kept.kind, by=kept.authority, at=at, signer=f"block {each.block}, by its header"
                )
        return Borne(size=on.size, kind=kept.kind, by=kept.authority, says=says, attested=bool(proof.attested))

    def _roots_of(self, authority: str) -> tuple[x509.Certificate, ...]:
        if authority not in self._roots:
            pem = self._who.roots(authority)
            self._roots[authority] = parse_roots(pem) if pem else ()
        return self._roots[authority]


def _named(case: CaseReader, doubts: list[Doubt]) -> Named:
    try:
        return named(case)
    except (IntegrityError, InvalidInput) as error:
        doubts.append(Doubt(DoubtKind.TIMESTAMP_BROKEN, None, str(error)))
        return Named()
