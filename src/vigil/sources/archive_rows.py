"""Rows from people's own archives: what every archive reader does with the entries it finds.

A refused entry keeps no copy of itself and its reasons never repeat a value: an archive holds private matter, and an
entry that does not read may be anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
import polars as pl

from vigil.sources.json_cursor import BrokenJson, JsonCursor, TooLarge
from vigil.sources.options import ReadOptions
from vigil.sources.rows import Refusal, Value, read_row
from vigil.usecases.ports import OBSERVATION_SCHEMA, ReadBatch, Rejected

BATCH_ENTRIES = 20_000
MAX_ENTRY_BYTES = 16 << 20
"""A larger entry is refused: no post is that large."""


class NotAPost(ValueError):
    """An entry that should be a post and is not; its message gives a path and what is wrong, never a value."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Entries of an archive gathered into batches."""

    options: ReadOptions
    member: str | None = None
    rows: list[dict[str, Value]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    passed_over: int = 0  # entries not ours to read
    n_read: int = 0  # entries of this member so far

    def add(self, position: int, *rows: Mapping[str, object]) -> None:
        """Add what one entry says, as rows of the shared column layout: all of them, or none and every fault."""
        reads = [read_row(row, self.options) for row in rows]
        faults = dict.fromkeys(reason for read in reads if isinstance(read, Refusal) for reason in read.reasons)
        if faults:
            self.refuse(position, *faults)
        else:
            self.rows.extend({**read, "position": position} for read in reads if not isinstance(read, Refusal))

    def refuse(self, position: int, *reasons: str) -> None:
        """Note an entry that cannot be read."""
        self.rejected.append(Rejected(position=position, reasons=reasons, raw=None, member=self.member))

    def refuse_rest(self, fault: BrokenJson) -> None:
        """Note that the document does not read on."""
        self.refuse(self.n_read + 1, f"entry: {fault}; what came after it is missing")

    def full(self) -> bool:
        """Whether it is time to hand the batch on."""
        return len(self.rows) + len(self.rejected) >= BATCH_ENTRIES

    def batch(self, *, bytes_read: int) -> ReadBatch:
        """What was gathered since the last batch."""
        batch = ReadBatch(
            frame=pl.DataFrame(self.rows, schema=OBSERVATION_SCHEMA),
            rejected=tuple(self.rejected),
            member=self.member,
            bytes_read=bytes_read,
            passed_over=self.passed_over,
        )
        self.rows, self.rejected, self.passed_over = [], [], 0
        return batch


def entry(cursor: JsonCursor) -> dict[str, Any]:
    """The object at the cursor.

    Raises:
        NotAPost: It is no object, does not read, or is too large; the cursor stands behind it.
        BrokenJson: The document breaks off.
    """
    try:
        value = orjson.loads(cursor.raw(MAX_ENTRY_BYTES))
    except TooLarge as error:
        raise NotAPost(f"entry: {error}") from error
    except orjson.JSONDecodeError as error:
        raise NotAPost(f"entry: not JSON ({error.msg})") from error
    if not isinstance(value, dict):
        raise NotAPost("entry: not an object")
    return value
