"""JSON Lines in the shared column layout: one object a line. Gzip is unpacked as it is read."""

from collections.abc import Iterator, Mapping
from types import NoneType

import orjson
import polars as pl

from vigil.sources.json_keys import repeated_key
from vigil.sources.lines import Block, blocks, refuse_damaged_gzip, refused, refused_as_overlong, unpacked
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.sources.rows import COLUMNS, REQUIRED, no_observations, observe
from vigil.usecases.ports import ReadBatch, Rejected

Row = Mapping[str, object]


class JsonlSource:
    """One JSON Lines file of posts."""

    format = "jsonl"

    def __init__(self, opened: OpenedFile, options: ReadOptions) -> None:
        """Compare a gzip file with its checksum; nothing else can be known before it is read.

        Raises:
            InvalidInput: A gzip file does not match its own checksum.
        """
        refuse_damaged_gzip(opened.path)
        self.path, self.digest, self.size = opened.path, opened.digest, opened.size
        self._opened, self._options = opened, options
        self._names_seen: set[str] = set()
        self.ignored_columns: tuple[str, ...] = ()  # as far as the file has been read

    def batches(self) -> Iterator[ReadBatch]:
        """The rows in order."""
        return self._opened.watched(self._batches())

    def _batches(self) -> Iterator[ReadBatch]:
        with self.path.open("rb") as stream:
            for block in blocks(unpacked(stream)):
                yield self._read(block, bytes_read=stream.tell())

    def _read(self, block: Block, *, bytes_read: int) -> ReadBatch:
        rejected = refused_as_overlong(block)
        rows: list[Row] = []
        positions: list[int] = []
        for position, line in enumerate(block.lines, start=block.first_line):
            row = _parsed(line)
            if isinstance(row, dict):
                rows.append(row)
                positions.append(position)
            elif row is not None:
                rejected.append(refused(position, line, str(row)))
        frame = no_observations()
        if rows:
            self._names_seen.update(*rows)
            self.ignored_columns = tuple(sorted(self._names_seen.difference(COLUMNS)))
            frame, faulty = self._observe(rows, positions, block)
            rejected.extend(faulty)
        rejected.sort(key=lambda one: one.position)
        return ReadBatch(frame=frame, rejected=tuple(rejected), bytes_read=bytes_read)

    def _observe(self, rows: list[Row], positions: list[int], block: Block) -> tuple[pl.DataFrame, list[Rejected]]:
        suspects: set[int] = set()
        names = [name for name in COLUMNS if name in REQUIRED or name in self._names_seen]

        def raw_at(index: int) -> str:
            return block.lines[positions[index] - block.first_line].decode("utf-8", errors="backslashreplace")

        return observe(
            pl.DataFrame([_column(name, rows, suspects) for name in names]),
            pl.Series(positions, dtype=pl.Int64),
            self._options,
            row_at=rows.__getitem__,
            raw_at=raw_at,
            suspects=sorted(suspects),
        )


def _parsed(line: bytes) -> Row | str | None:
    """The line's object, or why it is none; None for a line with nothing on it."""
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        if not line.strip():
            return None
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return "line: not UTF-8"
        return f"line: not JSON ({error.msg})"
    if not isinstance(row, dict):
        return "line: not a JSON object"
    if (key := repeated_key(line, row)) is not None:
        return f"{key}: there twice" if key in COLUMNS else "line: a name is there twice"
    return row


def _column(name: str, rows: list[Row], suspects: set[int]) -> pl.Series:
    """One column of the rows: text, or a whole number that names something; rows with anything else are `suspects`."""
    values = [row.get(name) for row in rows]
    types = set(map(type, values))
    if types <= {str, NoneType}:
        return pl.Series(name, values, dtype=pl.String)
    texts: list[str | None] = []
    for index, value in enumerate(values):
        if isinstance(value, str) or value is None:
            texts.append(value)
        elif isinstance(value, int) and not isinstance(value, bool) and name != "text":
            texts.append(str(value))
        else:
            texts.append(None)
            suspects.add(index)
    return pl.Series(name, texts, dtype=pl.String)
