"""The timestamps that go with what is handed over: each with its checkpoint, and with the certificates named for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vigil.evidence.timestamps import TimestampKind, split_exchange
from vigil.evidence.verify import Doubt
from vigil.model.errors import IntegrityError
from vigil.usecases.ports import CaseReader, KeptTimestamp
from vigil.usecases.timestamping.name_authorities import named
from vigil.usecases.timestamping.verify_timestamps import verify_timestamps


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedStamp:
    """One timestamp, ready for another's tools.

    Attributes:
        size: Of the checkpoint: entries it covers.
        checkpoint: The signed note, to the byte what was stamped.
        token: A TimeStampResp in DER, or an .ots file.
        request: The TimeStampReq it answers; empty for OpenTimestamps.
        roots: Certificates in PEM that the user named for the authority; may be empty.
        at: What it says, where it was held against those. None: that cannot be said here.
    """

    size: int
    checkpoint: bytes
    kind: TimestampKind
    authority: str
    token: bytes
    request: bytes = b""
    roots: bytes = b""
    at: datetime | None = None


def timestamps_to_hand(case: CaseReader) -> list[HandedStamp]:
    """The fullest timestamp of each checkpoint and service, by checkpoint.

    Raises:
        IntegrityError: One does not hold.
    """
    doubts: list[Doubt] = []
    report = verify_timestamps(case, doubts)
    if doubts:
        raise IntegrityError(f"a timestamp does not hold: {doubts[0].says}. `vigil verify` tells more")
    who, notes = named(case), {each.number: each for each in case.evidence.checkpoints()}
    fullest: dict[tuple[int, TimestampKind, str], KeptTimestamp] = {
        (each.checkpoint, each.kind, each.authority): each for each in case.evidence.timestamps()
    }
    times = {(each.size, each.kind, each.by): each.at for each in report.borne}
    handed = []
    for each in fullest.values():
        token, request = each.token or b"", b""
        if each.kind is TimestampKind.RFC3161:
            exchange = split_exchange(token)
            token, request = exchange.response, exchange.request
        on = notes[each.checkpoint]
        handed.append(
            HandedStamp(
                size=on.size,
                checkpoint=on.note,
                kind=each.kind,
                authority=each.authority,
                token=token,
                request=request,
                roots=who.roots(each.authority) if each.kind is TimestampKind.RFC3161 else b"",
                at=times.get((on.size, each.kind, each.authority)),
            )
        )
    return sorted(handed, key=lambda each: (each.size, each.kind, each.authority))


def of_checkpoint(handed: Sequence[HandedStamp], note: bytes) -> list[HandedStamp]:
    """Those on one checkpoint."""
    return [each for each in handed if each.checkpoint == note]
