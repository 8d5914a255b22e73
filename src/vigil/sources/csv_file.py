"""CSV in the shared column layout: a header, then one row a record (RFC 4180). Gzip is unpacked as it is read.

Commas, semicolons and tabs are understood, told apart by the header. A record may span lines inside quotes. A quote
that is never closed would swallow what follows it: only the line it stands on is refused, and reading goes on below.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.observation import AccountState, Kind
from vigil.sources.lines import (
    BAD_GZIP,
    MAX_LINE_BYTES,
    Block,
    blocks,
    refuse_damaged_gzip,
    refused,
    refused_as_overlong,
    unpacked,
)
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.sources.rows import COLUMNS, REQUIRED, no_observations, observe
from vigil.usecases.ports import ReadBatch, Rejected

MAX_RECORD_LINES = 1000
"""A record over more lines is taken for a quote never closed. The longest posts have some tens of lines."""

MAX_HEADER_BYTES = 64 * 1024
"""A first line longer than this is no header of ours."""

_CLOSED_TIME = re.compile(r".*\d(Z|[+-]\d\d:?\d\d)|\d{10}|\d{13}", re.ASCII)
_CUT_OFF = (
    "line: the file ends inside its last line, which may be cut short. "
    "If it is whole, end it with a line feed and import again"
)


class CsvSource:
    """One CSV file of posts."""

    format = "csv"

    def __init__(self, opened: OpenedFile, options: ReadOptions) -> None:
        """Read the header.

        Raises:
            InvalidInput: A column missing or there twice, not UTF-8, or a gzip file not matching its checksum.
        """
        refuse_damaged_gzip(opened.path)
        self.path, self.digest, self.size = opened.path, opened.digest, opened.size
        self._opened, self._options = opened, options
        self._header = read_header(opened.path, REQUIRED, COLUMNS)
        self.ignored_columns = self._header.ignored

    def batches(self) -> Iterator[ReadBatch]:
        """The rows in order."""
        return self._opened.watched(self._batches())

    def _batches(self) -> Iterator[ReadBatch]:
        csv.field_size_limit(MAX_LINE_BYTES)
        with self.path.open("rb") as stream:
            for records in read_records(blocks(unpacked(stream)), self._header):
                yield self._read(records, bytes_read=stream.tell())

    def _read(self, records: "Records", *, bytes_read: int) -> ReadBatch:
        rejected = records.rejected
        frame = no_observations()
        if records.rows:
            columns = list(zip(*records.rows, strict=True))
            table = pl.DataFrame(
                {name: pl.Series(columns[at], dtype=pl.String) for name, at in self._header.places.items()}
            )

            def row_at(index: int) -> dict[str, object]:
                return {name: records.rows[index][at] for name, at in self._header.places.items()}

            frame, faulty = observe(
                table, pl.Series(records.positions), self._options, row_at=row_at, raw_at=records.raw_at
            )
            rejected = sorted([*rejected, *faulty], key=lambda one: one.position)
        return ReadBatch(frame=frame, rejected=tuple(rejected), bytes_read=bytes_read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A CSV file's first line."""

    delimiter: str
    n_columns: int
    places: dict[str, int]  # our name of a column, and its place in a row, from 0
    ignored: tuple[str, ...]


def read_header(path: Path, required: tuple[str, ...], known: tuple[str, ...]) -> Header:
    """The header, told by its column names; the delimiter is the one that finds the most of them.

    Raises:
        InvalidInput: A required column is missing, a known one is there twice, or it is not UTF-8.
    """
    with path.open("rb") as stream:
        try:
            line = unpacked(stream).readline(MAX_HEADER_BYTES)
        except BAD_GZIP as error:
            raise InvalidInput(f"{path}: a gzip file cut off or damaged") from error
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path}: the first line is not UTF-8 text: save the file as CSV in UTF-8") from error
    delimiter = max(",;\t", key=lambda mark: len(set(_names(text, mark)).intersection(known)))
    names = _names(text, delimiter)
    places = {name: at for at, name in enumerate(names) if name in known}
    for name in places:
        if names.count(name) > 1:
            raise InvalidInput(f"{path}: the column {name} is there twice")
    missing = [name for name in required if name not in places]
    if missing:
        raise InvalidInput(f"{path}: no column {' or '.join(missing)} in the first line of the file")
    ignored = tuple(name for name in names if name not in known)
    return Header(delimiter=delimiter, n_columns=len(names), places=places, ignored=ignored)


def _names(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


@dataclass(slots=True, kw_only=True)
class Records:
    """What a stretch of lines holds: whole records, with the line each begins on, and lines that are none."""

    first_line: int
    lines: list[str]
    rows: list[list[str]] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)  # how many lines the record at a position has, where over one
    rejected: list[Rejected] = field(default_factory=list)

    def raw_at(self, index: int) -> str:
        """A record as it stood."""
        begin = self.positions[index] - self.first_line
        lines = self.lines[begin : begin + self.spans.get(self.positions[index], 1)]
        return "".join(lines).rstrip("\r\n").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    def refuse(self, at: int, reason: str) -> None:
        """Refuse the line at an index, and nothing below it."""
        line = self.lines[at].encode("utf-8", "surrogateescape")
        self.rejected.append(refused(self.first_line + at, line, reason))


def read_records(read: Iterator[Block], header: Header) -> Iterator[Records]:
    """The records of a file in order. Lines of a record that a block leaves open are read again with the next block."""
    held: list[bytes] = []
    for block in read:
        first_line = block.first_line - len(held)
        interrupted = bool(held and block.overlong)
        if interrupted:
            records, _ = _parsed(held, first_line - len(block.overlong), header, last=True)
            yield records
            held, first_line = [], block.first_line
        lines = held + block.lines
        records, n_used = _parsed(lines, first_line, header, last=block.last)
        if block.last and not block.ended:
            _refuse_if_cut(records, header)
        records.rejected.extend(refused_as_overlong(block))
        held = lines[n_used:]
        yield records


def _parsed(lines: list[bytes], first_line: int, header: Header, *, last: bool) -> tuple[Records, int]:
    """The records of some lines, and how many of the lines they and the refused lines take up."""
    joined = b"\n".join(lines)
    try:
        text, is_text = joined.decode("utf-8"), True
    except UnicodeDecodeError:
        text, is_text = joined.decode("utf-8", "surrogateescape"), False
    records = Records(first_line=first_line, lines=[f"{line}\n" for line in text.split("\n")] if lines else [])
    begin = 1 if first_line == 1 and lines else 0
    if is_text and '"' not in text and _read_plain(records, begin, header):
        return records, len(lines)
    n_used = _read_quoted(records, begin, header, last=last)
    if not is_text:
        _refuse_bytes(records)
    return records, n_used


def _read_plain(records: Records, begin: int, header: Header) -> bool:
    """Read lines that hold no quote, if each is a whole record; else leave them."""
    try:
        rows = list(csv.reader(records.lines[begin:], delimiter=header.delimiter, strict=True))
    except csv.Error:
        return False
    if set(map(len, rows)) - {header.n_columns}:
        return False
    records.rows = rows
    records.positions = list(range(records.first_line + begin, records.first_line + begin + len(rows)))
    return True


def _read_quoted(records: Records, begin: int, header: Header, *, last: bool) -> int:
    """Read record by record; gives the index of the first line not used, where the last record is still open."""
    lines = records.lines
    at = base = begin
    reader = csv.reader(lines[at:], delimiter=header.delimiter, strict=True)
    while at < len(lines):
        fault = None
        try:
            row = next(reader)
        except csv.Error as error:
            fault = f"line: not CSV ({error})"
            row = []
        end = base + reader.line_num
        span = end - at
        if fault and end >= len(lines) and not last and len(lines) - at < MAX_RECORD_LINES:
            return at
        if not fault and span > MAX_RECORD_LINES:
            fault = f"line: a quote is not closed within {MAX_RECORD_LINES} lines"
        if not fault and row and len(row) != header.n_columns:
            fault = f"line: {counted(len(row), 'column')}, where the header has {header.n_columns}"
        if fault:
            records.refuse(at, fault)
            at += 1
            if span > 1:  # what the open quote had swallowed is read again
                base = at
                reader = csv.reader(lines[at:], delimiter=header.delimiter, strict=True)
            continue
        if row:
            records.rows.append(row)
            records.positions.append(records.first_line + at)
            if span > 1:
                records.spans[records.first_line + at] = span
        at = end
    return len(lines)


def _refuse_bytes(records: Records) -> None:
    """Refuse records with bytes that are not UTF-8."""
    rows, positions = records.rows, records.positions
    records.rows, records.positions = [], []
    for row, position in zip(rows, positions, strict=True):
        if any("\udc80" <= character <= "\udcff" for character in "".join(row)):
            records.refuse(position - records.first_line, "line: not UTF-8")
        else:
            records.rows.append(row)
            records.positions.append(position)


def _refuse_if_cut(records: Records, header: Header) -> None:
    """Refuse the file's last record where it has no line ending and its last value could go on.

    A file cut off inside its last value looks like a whole one: half a sentence or half a number would become
    evidence. A value that is closed by a quote, or cannot go on as what it is, passes.
    """
    if not records.rows or not records.lines:
        return
    at = records.positions[-1] - records.first_line
    span = records.spans.get(records.positions[-1], 1)
    if at + span != len(records.lines) or records.lines[-1].endswith(("\r\n", '"\n')):
        return
    name = next((name for name, place in header.places.items() if place == header.n_columns - 1), None)
    value = records.rows[-1][-1].strip()
    closed = {
        None: True,
        "published_at": _CLOSED_TIME.fullmatch(value) is not None,
        "kind": value in list(Kind),
        "state": value in list(AccountState),
    }
    if not closed.get(name, False):
        records.rows.pop()
        records.positions.pop()
        records.refuse(at, _CUT_OFF)
