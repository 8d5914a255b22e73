"""Small tables people write by hand: CSV or JSON Lines, row by row, every value as text."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

from vigil.sources.csv_file import read_header, read_records
from vigil.sources.json_keys import repeated_key
from vigil.sources.lines import MAX_LINE_BYTES, blocks, refused, refused_as_overlong, unpacked
from vigil.usecases.ports import Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row: what its columns say, None where they say nothing."""

    position: int
    values: Mapping[str, str | None]
    raw: str

    def refusal(self, reasons: list[str]) -> Rejected:
        """The row, refused."""
        return Rejected(position=self.position, reasons=tuple(reasons), raw=self.raw[:4096])


def csv_rows(path: Path, required: tuple[str, ...], known: tuple[str, ...]) -> Iterator[TableRow | Rejected]:
    """Every row of a CSV file, and every line that is none, in order.

    Raises:
        InvalidInput: A column is missing or there twice, or the header is not UTF-8.
    """
    csv.field_size_limit(MAX_LINE_BYTES)
    header = read_header(path, required, known)
    with path.open("rb") as stream:
        for records in read_records(blocks(unpacked(stream)), header):
            rows: list[TableRow | Rejected] = [
                TableRow(
                    position=position,
                    values={name: row[at].strip() or None for name, at in header.places.items()},
                    raw=records.raw_at(index),
                )
                for index, (position, row) in enumerate(zip(records.positions, records.rows, strict=True))
            ]
            rows += records.rejected
            yield from sorted(rows, key=lambda row: row.position)


def jsonl_rows(path: Path, known: tuple[str, ...]) -> Iterator[TableRow | Rejected]:
    """Every row of a JSON Lines file, and every line that is none, in order. Names not known are left."""
    with path.open("rb") as stream:
        for block in blocks(unpacked(stream)):
            yield from refused_as_overlong(block)
            for position, line in enumerate(block.lines, start=block.first_line):
                if line.strip():
                    yield _json_row(position, line, known)


def _json_row(position: int, line: bytes, known: tuple[str, ...]) -> TableRow | Rejected:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return refused(position, line, f"line: not JSON ({error.msg})")
    if not isinstance(row, dict):
        return refused(position, line, "line: not a JSON object")
    if (key := repeated_key(line, row)) is not None:
        return refused(position, line, f"{key}: there twice" if key in known else "line: a name is there twice")
    values: dict[str, str | None] = {}
    for name in known:
        value = row.get(name)
        if isinstance(value, bool) or not isinstance(value, (str, int, float, type(None))):
            return refused(position, line, f"{name}: not text")
        values[name] = (None if value is None else str(value).strip()) or None
    return TableRow(position=position, values=values, raw=line.decode())
