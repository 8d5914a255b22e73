"""A list of persons from a CSV file: every column as text, every fault with its line and never with what stood
in it."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from vigil.model.counted import counted
from vigil.model.errors import InvalidInput, Unavailable

MOST_BYTES = 1 << 30
"""A list larger than this is no list of persons."""

_DELIMITERS = (",", ";", "\t", "|")
_IDENTIFIERS = ("id", "row", "record", "record_id", "person_id", "case_id", "no", "number", "رقم", "الرقم", "م")
_MOST_FAULTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list as it was read.

    Attributes:
        name: The file's name, for messages.
        id_column: The column whose values tell rows apart, or None: rows are then known by their number from 1.
        ids: What each row is called.
        rows: Each row's cells by column, the identifier among them.
    """

    name: str
    id_column: str | None
    ids: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def read_list(path: Path, *, id_column: str | None) -> ListFile:
    """Read a list.

    Args:
        path: The file, with a header line.
        id_column: The column that tells rows apart; None to take one that is named like it, else rows are numbered.
    Raises:
        InvalidInput: Not UTF-8, no rows, lines of other lengths than the header, a column there twice, no such
            identifier, or one that is there twice or missing in a row.
        Unavailable: The file cannot be read.
    """
    header, rows, lines = _cells(path, _text(path))
    column = _id_column(path, header, id_column)
    records = tuple(dict(zip(header, row, strict=True)) for row in rows)
    if column is None:
        return ListFile(
            name=path.name, id_column=None, ids=tuple(str(n) for n in range(1, len(rows) + 1)), rows=records
        )
    ids = tuple(record[column].strip() for record in records)
    seen: set[str] = set()
    faults = []
    for one, line in zip(ids, lines, strict=True):
        if not one:
            faults.append(f"line {line}: no {column}")
        elif one in seen:
            faults.append(f"line {line}: its {column} is there already")
        seen.add(one)
    if faults and id_column is None:
        return ListFile(
            name=path.name, id_column=None, ids=tuple(str(n) for n in range(1, len(rows) + 1)), rows=records
        )
    _refuse(path, faults)
    return ListFile(name=path.name, id_column=column, ids=ids, rows=records)


def _text(path: Path) -> str:
    if path.is_dir():
        raise InvalidInput(f"{path}: a folder; name the files in it")
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)  # a device has no size to ask for, and may have no end
    except OSError as error:
        raise Unavailable(f"{path}: cannot be read ({error.strerror or 'unreadable'})") from error
    if len(data) > MOST_BYTES:
        raise InvalidInput(f"{path}: larger than {MOST_BYTES / 2**30:g} GiB, which is no list of persons")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInput(
            f"{path}: line {line} is not UTF-8; save it as CSV UTF-8 (in Excel: Save as, CSV UTF-8)"
        ) from error


def _cells(path: Path, text: str) -> tuple[list[str], list[list[str]], list[int]]:
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(1 << 20)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, lines, faults = [], [], []
    header: list[str] = []
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if not header:
                header = [name.strip() for name in row]
                _check_header(path, header)
            elif len(row) != len(header):
                faults.append(
                    f"line {reader.line_num}: {counted(len(row), 'column')}, where the header has {len(header)}"
                )
            else:
                rows.append(row)
                lines.append(reader.line_num)
    except csv.Error as error:
        raise InvalidInput(f"{path}: line {reader.line_num}: not CSV; is a quote left open there?") from error
    _refuse(path, faults)
    if not rows:
        raise InvalidInput(f"{path}: no rows below a header line")
    return header, rows, lines


def _check_header(path: Path, header: list[str]) -> None:
    if len(header) < 2:
        raise InvalidInput(f"{path}: one column only; a list needs at least two, parted by commas, semicolons or tabs")
    for at, name in enumerate(header, start=1):
        if not name:
            raise InvalidInput(f"{path}: column {at} has no name in the header line")
        if header.count(name) > 1:
            raise InvalidInput(f"{path}: two columns have the name that column {at} has; give each its own")


def _id_column(path: Path, header: list[str], asked: str | None) -> str | None:
    if asked is not None:
        found = next((name for name in header if name.casefold() == asked.strip().casefold()), None)
        if found is None:
            raise InvalidInput(f"{path}: no column of the name given with --id")
        return found
    return next((name for wanted in _IDENTIFIERS for name in header if name.casefold() == wanted), None)


def _refuse(path: Path, faults: list[str]) -> None:
    if faults:
        more = f"; and {len(faults) - _MOST_FAULTS} more" if len(faults) > _MOST_FAULTS else ""
        raise InvalidInput(f"{path}: {'; '.join(faults[:_MOST_FAULTS])}{more}")
