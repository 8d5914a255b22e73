"""Timestamps on checkpoints in the database.

They cannot be entries of the log: each would call for a new checkpoint, and that for a new timestamp. So that no byte
of one is changed unnoticed all the same, it is sealed under the case's own key, bound to everything its row says.
"""

from typing import Any

from vigil.evidence.timestamps import TimestampKind
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.instants import from_micros, to_micros
from vigil.store.database import Database
from vigil.store.log import CASE_KEY, StoredLog
from vigil.store.sealing import Sealer
from vigil.usecases.ports import KeptTimestamp


def timestamps(database: Database, log: StoredLog) -> list[KeptTimestamp]:
    """All of them, in the order they came; one that does not open without its token."""
    rows = database.rows(
        "SELECT timestamp_no, checkpoint_no, kind, authority, token, received_us FROM timestamp ORDER BY timestamp_no"
    )
    return [_opened(log, row) for row in rows]


def next_number(database: Database) -> int:
    """The number the next one gets: they are without gaps, so that one taken away is missed."""
    found = database.row("SELECT coalesce(max(timestamp_no), 0) + 1 FROM timestamp")
    return int(found[0]) if found else 1


def add(database: Database, log: StoredLog, kept: KeptTimestamp) -> None:
    """Keep one. Belongs in a transaction.

    Raises:
        InvalidInput: Its token is empty, or when it came is not said.
    """
    if not kept.token or kept.received_at is None:
        raise InvalidInput("a timestamp to keep has a token and a time it came")
    received_us = to_micros(kept.received_at)
    place = _place(kept.number, kept.checkpoint, kept.kind, kept.authority, received_us)
    sealed = _sealer(log).seal_text(kept.token, where=place)
    database.run(
        "INSERT INTO timestamp (timestamp_no, checkpoint_no, kind, authority, token, received_us) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (kept.number, kept.checkpoint, kept.kind, kept.authority, sealed, received_us),
    )


def _opened(log: StoredLog, row: tuple[Any, ...]) -> KeptTimestamp:
    number, checkpoint, kind, authority, sealed, received_us = row
    place = _place(number, checkpoint, kind, authority, received_us)
    try:
        token = _sealer(log).open_text(_as_bytes(sealed), where=place)
    except IntegrityError:
        return KeptTimestamp(
            number=number,
            checkpoint=checkpoint,
            kind=TimestampKind.RFC3161,
            authority="",
            token=None,
            received_at=None,
        )
    return KeptTimestamp(
        number=number,
        checkpoint=checkpoint,
        kind=TimestampKind(kind),
        authority=authority,
        token=token,
        received_at=from_micros(received_us),
    )


def _as_bytes(found: object) -> bytes:
    """What is stored for a token; nothing where a hand from outside put something else there."""
    return bytes(found) if isinstance(found, bytes | memoryview) else b""


def _sealer(log: StoredLog) -> Sealer:
    sealer = log.sealer(CASE_KEY)
    if sealer is None:
        raise IntegrityError("the case's own key is missing: restore it from a backup")
    return sealer


def _place(number: int, checkpoint: int, kind: str, authority: str, received_us: int) -> bytes:
    """Everything a row says beside its token: changed, it does not open."""
    return f"timestamp {number} on checkpoint {checkpoint}: {kind} {received_us} {authority}".encode(errors="replace")
