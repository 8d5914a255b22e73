"""One entry of the log, and the exact bytes a leaf of the tree is made from.

An entry says of what kind it is, when it was recorded, and commits to what it is about. It names nobody and nothing:
whoever holds every entry of a log learns how many there were, of which kinds, and when. What an entry is about (a
capture's bytes, a judgement's words) is kept elsewhere with its salt.

The bytes are canonical JSON (RFC 8785): four members in this order, on one line, without white space or a line end:

    {"commitment":"<64 hexadecimal digits>","format":"vigil-log-entry/1",
     "kind":"capture","recorded_at":"2016-12-04T18:30:00Z"}

Every value is an ASCII string that needs no escaping, so canonical JSON is this template filled in. `recorded_at` is
RFC 3339 in UTC, with six digits of fraction where there is one and none where there is not: one instant, one spelling.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from vigil.evidence.digests import HASH_BYTES
from vigil.model.errors import InvalidInput
from vigil.model.instants import rfc3339

FORMAT = "vigil-log-entry/1"
"""Stands in every entry, so that its rules can be found by whoever meets it in twenty years."""

MOST_BYTES = 200
"""The longest entry there is has 173 bytes; what is longer than this is not even looked at."""

_ENTRY = re.compile(
    rb'\{"commitment":"([0-9a-f]{64})","format":"vigil-log-entry/1","kind":"([a-z]{1,16})",'
    rb'"recorded_at":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?)Z"\}'
)


class EntryKind(StrEnum):
    """What an entry of the log is about."""

    CAPTURE = "capture"
    JUDGEMENT = "judgement"  # also of a withdrawal: that it happened, not whose it was
    FATE = "fate"
    RELEASE = "release"
    EXPORT = "export"
    EVENT = "event"  # what was done with the case as a whole: made, copied, rekeyed, upgraded


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry: immutable once logged.

    Attributes:
        commitment: 32 bytes, as `digests.commitment_to` gives them.
        recorded_at: When it was written down, by our clock. An instant with a zone, from the year 1 to 9999 in UTC.
    """

    kind: EntryKind
    commitment: bytes
    recorded_at: datetime


def entry_bytes(entry: LogEntry) -> bytes:
    """The bytes the leaf is made from: the module's description has them.

    Raises:
        InvalidInput: The commitment is not 32 bytes long, or the instant has no zone or no year in UTC.
    """
    if len(entry.commitment) != HASH_BYTES:
        raise InvalidInput(f"commitment: expected {HASH_BYTES} bytes, found {len(entry.commitment)}")
    return (
        f'{{"commitment":"{entry.commitment.hex()}","format":"{FORMAT}","kind":"{entry.kind.value}",'
        f'"recorded_at":"{_utc(entry.recorded_at)}"}}'
    ).encode("ascii")


def parse_entry(stored: bytes) -> LogEntry:
    """The entry these bytes are, if they are exactly the bytes of one.

    Raises:
        InvalidInput: They are not: another order, a space, an unknown kind, a day that does not exist.
    """
    found = _ENTRY.fullmatch(stored) if len(stored) <= MOST_BYTES else None
    if found is None:
        raise InvalidInput(f"log entry: {len(stored)} bytes that are not canonical JSON of {FORMAT}")
    commitment, kind, instant = found.groups()
    try:
        entry = LogEntry(
            kind=EntryKind(kind.decode("ascii")),
            commitment=bytes.fromhex(commitment.decode("ascii")),
            recorded_at=datetime.fromisoformat(instant.decode("ascii")).replace(tzinfo=UTC),
        )
    except ValueError as error:
        raise InvalidInput(f"log entry: no such kind or instant ({kind.decode()}, {instant.decode()}Z)") from error
    if instant.endswith(b".000000"):
        raise InvalidInput("log entry: recorded_at has a fraction of zero, which canonical form leaves out")
    return entry


def _utc(at: datetime) -> str:
    if at.tzinfo is None or at.utcoffset() is None:
        raise InvalidInput("recorded_at: an instant needs a time zone, for example 2016-12-04T18:30:00Z")
    try:
        return rfc3339(at)
    except OverflowError as error:
        raise InvalidInput("recorded_at: in UTC this is before the year 1 or after 9999") from error
