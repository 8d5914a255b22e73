"""What a log entry is about, as the bytes it commits to: a row of the case in canonical JSON.

Verifying makes them again from the row as it stands, so that a row changed behind Vigil's back no longer opens its
entry. What is said here of a row, once released, is never said otherwise: a change needs another format word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from vigil.evidence.leaf import EntryKind
from vigil.model.capture import canonical_json
from vigil.model.instants import from_micros, rfc3339
from vigil.store.database import Database


class About(IntEnum):
    """Which table the row of an entry is in, as stored. A number, once given, is never given to another table."""

    CAPTURE = 1
    FATE = 2
    PROOF_OF_LIFE = 3
    SETTING = 4
    LOG = 5
    RELEASE = 6
    JUDGEMENT = 7
    SPEAKER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedTable:
    """How rows of one table are logged."""

    about: About
    table: str
    number: str  # its key
    columns: tuple[tuple[str, str], ...]  # name in the content, column; `_us` columns are written as instants
    kind: EntryKind
    recorded: str = "recorded_us"
    of_witness: bool = False
    of_capture: bool = False  # it falls under the key of the capture it is about

    def select(self, where: str) -> str:
        """The statement that reads rows: number, witness's number or 0, recorded, witness's name, columns."""
        columns = ", ".join(f"t.{column}" for _, column in self.columns)
        of, name = ("t.witness_no", "w.name") if self.of_witness else ("0", "NULL")
        join = "JOIN witness AS w USING (witness_no)" if self.of_witness else ""
        if self.of_capture:
            of, join = "c.key_no", "JOIN capture AS c USING (capture_no)"
        return (
            f"SELECT t.{self.number}, {of}, t.{self.recorded}, {name}, {columns} "  # noqa: S608 - our own words
            f"FROM {self.table} AS t {join} WHERE {where} ORDER BY t.{self.number}"
        )


FATES = LoggedTable(
    about=About.FATE,
    table="fate",
    number="fate_no",
    columns=tuple((column, column) for column in ("fate", "claimed_by", "evidence", "judged_by", "occurred", "reason")),
    kind=EntryKind.FATE,
    of_witness=True,
)
PROOFS_OF_LIFE = LoggedTable(
    about=About.PROOF_OF_LIFE,
    table="proof_of_life",
    number="proof_no",
    columns=(
        ("spoke_with", "spoke_with"),
        ("how", "how"),
        ("judged_by", "judged_by"),
        ("confirmed_until", "confirmed_until_us"),
    ),
    kind=EntryKind.JUDGEMENT,
    of_witness=True,
)
SETTINGS = LoggedTable(
    about=About.SETTING,
    table="setting",
    number="setting_no",
    columns=(("name", "name"), ("value", "value"), ("judged_by", "judged_by")),
    kind=EntryKind.JUDGEMENT,
)
LOG = LoggedTable(
    about=About.LOG,
    table="log",
    number="log_no",
    columns=(("event", "event"), ("said", "said")),
    kind=EntryKind.EVENT,
    recorded="at_us",
)
RELEASES = LoggedTable(
    about=About.RELEASE,
    table="release",
    number="release_no",
    columns=(("capture", "capture_no"), ("judged_by", "judged_by"), ("reason", "reason")),
    kind=EntryKind.RELEASE,
    of_capture=True,
)
JUDGEMENTS = LoggedTable(
    about=About.JUDGEMENT,
    table="judgement",
    number="judgement_no",
    columns=tuple((column, column) for column in ("id", "kind", "claims", "grade", "withdraws", "judged_by", "reason")),
    kind=EntryKind.JUDGEMENT,
)
SPEAKERS = LoggedTable(
    about=About.SPEAKER,
    table="speaker",
    number="speaker_no",
    columns=tuple((column, column) for column in ("name", "aliases", "side", "reliability", "judged_by", "reason")),
    kind=EntryKind.JUDGEMENT,
)
TABLES = (FATES, PROOFS_OF_LIFE, SETTINGS, LOG, RELEASES, JUDGEMENTS, SPEAKERS)

_KIND_OF_EVENT = {"held_text_opened": EntryKind.RELEASE, "captures exported": EntryKind.EXPORT}
"""Events of the case's own log that are more than an event. Those that are not here are `event`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRow:
    """One row with the bytes its entry commits to."""

    number: int
    key_no: int  # the witness it is about, or whose key its capture is under; 0: nobody's
    recorded_us: int
    kind: EntryKind
    content: bytes


def logged_rows(database: Database, table: LoggedTable, where: str = "1", *values: int) -> Iterator[LoggedRow]:
    """Rows of a table as they stand now. Those whose words a withdrawal destroyed are left out."""
    for number, witness_no, recorded_us, witness, *found in database.rows(table.select(where), values):
        kind = table.kind
        page: dict[str, object] = {
            "format": f"vigil-{table.table.replace('_', '-')}/1",
            "recorded_at": rfc3339(from_micros(recorded_us)),
        }
        for (name, column), value in zip(table.columns, found, strict=True):
            page[name] = rfc3339(from_micros(value)) if column.endswith("_us") else value
        if table.of_witness:
            page["witness"] = witness
        if table is LOG:
            kind = _KIND_OF_EVENT.get(str(page["event"]), kind)
            if page["said"] is None:
                continue
        yield LoggedRow(
            number=number, key_no=witness_no, recorded_us=recorded_us, kind=kind, content=canonical_json(page)
        )
