"""Parquet: columns as they are typed, refused whole where they cannot be."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from files import parquet_bytes, posts, read, read_batches, write

from vigil.model.errors import InvalidInput
from vigil.sources import open_source

AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)
AT_US = 1480876200000000


def _file(tmp_path: Path, **columns: object) -> Path:
    path = tmp_path / "posts.parquet"
    pl.DataFrame({"account": ["a"], **columns}).write_parquet(path)
    return path


@pytest.mark.parametrize(
    "published",
    [
        pl.Series([AT]),
        pl.Series([AT]).dt.cast_time_unit("ns"),
        pl.Series([AT]).dt.cast_time_unit("ms"),
        pl.Series([AT]).dt.convert_time_zone("Asia/Damascus"),
        pl.Series([1480876200]),
        pl.Series([1480876200], dtype=pl.UInt32),
        pl.Series([1480876200.0]),
        pl.Series(["2016-12-04T18:30:00Z"]),
        pl.Series(["2016-12-04T18:30:00Z"], dtype=pl.Categorical),
    ],
    ids=lambda series: str(series.dtype),
)
def test_every_way_to_hold_an_instant_is_read(tmp_path: Path, published: pl.Series) -> None:
    """Times in UTC need no option, whatever their unit."""
    frame, rejected = read(_file(tmp_path, published_at=published))
    assert rejected == []
    assert frame.get_column("published_us").to_list() == [AT_US]


def test_times_without_a_zone_are_refused_unless_it_is_given(tmp_path: Path) -> None:
    """A file of wall-clock times is refused whole: nobody can say which instants they are."""
    path = _file(tmp_path, published_at=[datetime(2016, 12, 4, 20, 30)])  # noqa: DTZ001
    with pytest.raises(InvalidInput, match="--timezone"):
        open_source(path)
    frame, _ = read(path, timezone=ZoneInfo("Asia/Damascus"))
    assert frame.get_column("published_us").to_list() == [AT_US]


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"published_at": [date(2016, 12, 4)]}, "without a time of day"),
        ({"when": ["x"]}, "no column published_at; it has account, when"),
        ({"published_at": [AT], "Account": ["b"]}, "twice"),
    ],
)
def test_a_file_without_its_columns_is_refused(tmp_path: Path, columns: dict[str, object], says: str) -> None:
    """The sentence says what is wrong."""
    with pytest.raises(InvalidInput, match=says):
        open_source(_file(tmp_path, **columns))


def test_typed_columns_that_are_no_text(tmp_path: Path) -> None:
    """Whole numbers are ids; what may have lost digits, and bytes, are refused row by row."""
    path = tmp_path / "posts.parquet"
    pl.DataFrame(
        {
            "account": [1, 2, 3, None],
            "published_at": [AT, AT, None, AT],
            "id": [None, 1.5, None, None],
            "extra": [1, 1, 1, 1],
        }
    ).write_parquet(path)
    source = open_source(path)
    frame, rejected = read(path)
    assert source.ignored_columns == ("extra",)
    assert frame.get_column("account").to_list() == ["1"]
    assert {one.position: one.reasons[0].split(":")[0] for one in rejected} == {
        2: "id",
        3: "published_at",
        4: "account",
    }
    assert '"published_at":"2016-12-04 18:30:00+00:00"' in str(rejected[0].raw) or "2016-12-04T18" in str(
        rejected[0].raw
    )


def test_instants_beyond_the_calendar_are_refused(tmp_path: Path) -> None:
    """A timestamp may hold the year 200,000; a calendar does not."""
    path = tmp_path / "posts.parquet"
    stamps = pa.array([AT_US, 2**62, -(2**62)], pa.timestamp("us", tz="UTC"))
    pq.write_table(pa.table({"account": ["a", "b", "c"], "published_at": stamps}), path)
    frame, rejected = read(path)
    assert len(frame) == 1
    assert [(one.position, one.reasons[0].split(" (")[0]) for one in rejected] == [
        (2, "published_at: after the year 9999"),
        (3, "published_at: before 1990"),
    ]


def test_positions_run_through_row_groups(tmp_path: Path) -> None:
    """A row keeps its number however the file is cut into groups."""
    path = write(tmp_path / "posts.parquet", parquet_bytes(posts(1000), row_group_size=64))
    frame, _ = read(path)
    assert frame.get_column("position").to_list() == list(range(1, 1001))
    assert read_batches(path)[-1].bytes_read == path.stat().st_size


def test_a_row_group_that_does_not_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """Damage in one block costs that block."""
    content = bytearray(parquet_bytes(posts(1000), row_group_size=250))
    group = pq.ParquetFile(pa.BufferReader(bytes(content))).metadata.row_group(1)
    column = group.column(0)
    begin = column.dictionary_page_offset or column.data_page_offset
    content[begin : begin + 24] = b"\xff" * 24
    frame, rejected = read(write(tmp_path / "posts.parquet", bytes(content)))
    assert frame.get_column("position").to_list() == [*range(1, 251), *range(501, 1001)]
    assert [(one.position, one.n_rows) for one in rejected] == [(251, 250)]


@pytest.mark.parametrize("keep", [4, 100, -1, -8, -200])
def test_a_file_cut_off_is_refused_whole(tmp_path: Path, keep: int) -> None:
    """Without its footer nothing in it can be located."""
    with pytest.raises(InvalidInput, match="damaged or cut off"):
        open_source(write(tmp_path / "posts.parquet", parquet_bytes(posts(1000))[:keep]))


def test_a_file_without_rows_gives_none(tmp_path: Path) -> None:
    """No rows are no fault."""
    path = tmp_path / "posts.parquet"
    pl.DataFrame(schema={"account": pl.String, "published_at": pl.Datetime("us", "UTC")}).write_parquet(path)
    assert [len(part) for part in read(path)] == [0, 0]
