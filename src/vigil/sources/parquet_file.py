"""Parquet files in the shared column layout.

A file whose footer does not read is refused whole: nothing in it can be located. A row group that does not read is
named with its rows and the others are read. Pages are checked against their checksums where the writer left any.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from vigil.model.errors import InvalidInput
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.sources.rows import COLUMNS, REQUIRED, no_observations, observe
from vigil.usecases.ports import ReadBatch, Rejected

BATCH_ROWS = 131_072
"""Rows at a time: some 20 MB of short posts, enough for columns to pay off."""

_BUFFER_BYTES = 1 << 20


class ParquetSource:
    """One Parquet file of posts."""

    format = "parquet"

    def __init__(self, opened: OpenedFile, options: ReadOptions) -> None:
        """Read the footer.

        Raises:
            InvalidInput: No footer that reads, a column missing or twice, or times without a zone.
        """
        self.path, self.digest, self.size = opened.path, opened.digest, opened.size
        self._opened, self._options = opened, options
        with self._file() as file:
            try:
                schema = file.schema_arrow
            except (pa.ArrowException, OSError, ValueError) as error:
                raise _damaged(opened, error) from error
            self._columns = _columns(schema, opened, options)
            self.ignored_columns = tuple(name for name in schema.names if name not in self._columns.values())

    def batches(self) -> Iterator[ReadBatch]:
        """The rows in order; of a row group that breaks off, what came before the break."""
        return self._opened.watched(self._batches())

    def _batches(self) -> Iterator[ReadBatch]:
        with self._file() as file:
            n_done = 0
            n_rows = max(1, file.metadata.num_rows)
            for group in range(file.metadata.num_row_groups):
                n_end = n_done + file.metadata.row_group(group).num_rows
                try:
                    for table in self._tables(file, group):
                        yield self._read(table, first=n_done + 1, share=(n_done + len(table)) / n_rows)
                        n_done += len(table)
                except (pa.ArrowException, OSError, ValueError, pl.exceptions.PolarsError) as error:
                    yield ReadBatch(frame=no_observations(), rejected=(_unreadable(n_done, n_end, error),))
                else:
                    if n_done != n_end:
                        fault = ValueError("the row group holds fewer rows than it says")
                        yield ReadBatch(frame=no_observations(), rejected=(_unreadable(n_done, n_end, fault),))
                n_done = n_end

    def _file(self) -> pq.ParquetFile:
        try:
            return pq.ParquetFile(
                self.path, buffer_size=_BUFFER_BYTES, pre_buffer=False, page_checksum_verification=True
            )
        except (pa.ArrowException, OSError, ValueError) as error:
            raise _damaged(self._opened, error) from error

    def _tables(self, file: pq.ParquetFile, group: int) -> Iterator[pl.DataFrame]:
        names = list(self._columns.values())
        for batch in file.iter_batches(BATCH_ROWS, row_groups=[group], columns=names):
            batch.validate(full=True)
            table = pl.from_arrow(pa.Table.from_batches([batch]))
            assert isinstance(table, pl.DataFrame)  # noqa: S101 - a table gives a frame; the type says so nowhere
            yield table.rename({held: name for name, held in self._columns.items()})

    def _read(self, table: pl.DataFrame, *, first: int, share: float) -> ReadBatch:
        position = pl.int_range(first, first + len(table), eager=True)

        def row_at(index: int) -> Mapping[str, object]:
            return {name: _item(table.get_column(name), index) for name in table.columns}

        def raw_at(index: int) -> str:
            return orjson.dumps(row_at(index), default=str).decode()

        frame, rejected = observe(table, position, self._options, row_at=row_at, raw_at=raw_at)
        return ReadBatch(frame=frame, rejected=tuple(rejected), bytes_read=int(self.size * share))


def _columns(schema: pa.Schema, opened: OpenedFile, options: ReadOptions) -> dict[str, str]:
    """Our names of the columns to read, with the file's own."""
    held: dict[str, str] = {}
    for name in schema.names:
        known = name.strip().lower()
        if known in held or schema.names.count(name) > 1:
            if known in COLUMNS:
                raise InvalidInput(f"{opened.path}: the column {known} is there twice")
        elif known in COLUMNS:
            held[known] = name
    missing = [name for name in REQUIRED if name not in held]
    if missing:
        raise InvalidInput(
            f"{opened.path}: no column {' or '.join(missing)}; it has {', '.join(schema.names) or 'none'}"
        )
    published: Any = schema.field(held["published_at"]).type
    if pa.types.is_timestamp(published) and published.tz is None and options.timezone is None:
        raise InvalidInput(
            f"{opened.path}: published_at has no time zone: nobody can say which instants these are. "
            "Give --timezone (--timezone UTC, if that is what they are)"
        )
    if pa.types.is_date(published):
        raise InvalidInput(f"{opened.path}: published_at holds dates without a time of day")
    return held


def _damaged(opened: OpenedFile, error: Exception) -> InvalidInput:
    return InvalidInput(f"{opened.path}: not a whole Parquet file, damaged or cut off ({_first_line(error)})")


def _unreadable(n_done: int, n_end: int, error: Exception) -> Rejected:
    reason = f"rows {n_done + 1} to {n_end}: damaged, cannot be read ({_first_line(error)})"
    return Rejected(position=n_done + 1, reasons=(reason,), raw=None, n_rows=n_end - n_done)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _item(column: pl.Series, index: int) -> object:
    """One value; an instant that datetime cannot hold as a number just as far out of range."""
    try:
        return column[index]
    except (OverflowError, ValueError):
        return math.copysign(float(10**15), column.to_physical()[index])
