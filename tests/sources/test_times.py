"""When a row says it was published: one reading of every shape, none guessed at."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.instants import from_micros, to_micros
from vigil.sources.options import ReadOptions
from vigil.sources.times import NotAnInstant, instant_us, instants_us

SECONDS, MILLIS = ReadOptions(), ReadOptions(epoch="ms")
DAMASCUS = ReadOptions(timezone=ZoneInfo("Asia/Damascus"))
AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2016-12-04T18:30:00Z",
        "2016-12-04 18:30:00Z",
        " 2016-12-04T18:30:00.000000Z ",
        "2016-12-04T20:30:00+02:00",
        "2016-12-04T20:30:00+0200",
        "2016-12-04T20:30:00.000+02",
        "2016-12-04T18:30Z",
        "20161204T183000Z",
        "2016-12-04 18:30:00 UTC",
        1480876200,
        1480876200.0,
        "1480876200",
        "1480876200.0",
        AT,
    ],
)
def test_every_plain_shape_is_the_same_instant(value: object) -> None:
    """However a time is written, it is one instant."""
    assert from_micros(instant_us(value, SECONDS)) == AT


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "missing"),
        ("", "missing"),
        ("   ", "missing"),
        ("2016-12-04T18:30:00", "no time zone"),
        ("2016-12-04", "without a time of day"),
        ("20161204", "before 1990"),
        ("4 Dec 2016 18:30 UTC", "not an ISO 8601 time"),
        ("2016-13-04T18:30:00Z", "not an ISO 8601 time"),
        ("2016-12-04T18:30:60Z", "not an ISO 8601 time"),
        ("٢٠١٦-١٢-٠٤T18:30:00Z", "not an ISO 8601 time"),
        ("nan", "not an ISO 8601 time"),
        (float("nan"), "not a number"),
        (float("inf"), "not a number"),
        (True, "not a time"),
        ([1], "not a time"),
        (0, "before 1990"),
        (-1, "before 1990"),
        ("-1480876200", "before 1990"),
        (1480876200000, "after the year 9999"),
        ("9" * 29, "after the year 9999"),
        ("0001-01-01T00:00:00+23:59", "before 1990"),
        ("9999-12-31T23:59:59-23:59", "after the year 9999"),
    ],
)
def test_what_is_no_instant_is_refused_with_its_reason(value: object, says: str) -> None:
    """Nobody guesses at a time."""
    with pytest.raises(NotAnInstant, match=says):
        instant_us(value, SECONDS)


def test_milliseconds_are_milliseconds_only_when_said() -> None:
    """1480876200 read as milliseconds is January 1970: refused, not believed."""
    assert from_micros(instant_us(1480876200123, MILLIS)) == AT + timedelta(milliseconds=123)
    with pytest.raises(NotAnInstant, match="--epoch"):
        instant_us(1480876200, MILLIS)


def test_a_time_without_a_zone_is_read_in_the_zone_given() -> None:
    """Damascus was two hours ahead of UTC that winter."""
    assert from_micros(instant_us("2016-12-04T20:30:00", DAMASCUS)) == AT
    assert from_micros(instant_us("2016-12-04T18:30:00Z", DAMASCUS)) == AT


@pytest.mark.parametrize(
    ("wall", "says"), [("2016-10-27T23:30:00", "twice"), ("2016-03-25T00:30:00", "skipped")], ids=["back", "forward"]
)
def test_a_wall_clock_time_shown_twice_or_never_is_refused(wall: str, says: str) -> None:
    """When the clocks change, an hour is shown twice or not at all: which instant is meant nobody can say."""
    with pytest.raises(NotAnInstant, match=says):
        instant_us(wall, DAMASCUS)
    assert instants_us(pl.Series([wall]), DAMASCUS).to_list() == [None]


OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1985, 1, 1), datetime(2100, 1, 1), timezones=OFFSETS | st.just(UTC))  # noqa: DTZ001


@given(at=INSTANTS, sep=st.sampled_from("T "), spec=st.sampled_from(["seconds", "milliseconds", "microseconds"]))
def test_a_written_instant_comes_back(at: datetime, sep: str, spec: str) -> None:
    """An instant written in ISO 8601 is read as itself."""
    written = at.isoformat(sep, spec)
    meant = datetime.fromisoformat(written)
    if meant >= datetime(1990, 1, 1, tzinfo=UTC):
        assert instant_us(written, SECONDS) == to_micros(meant)


WRITTEN = (
    INSTANTS.map(lambda at: at.isoformat())
    | INSTANTS.map(lambda at: at.replace(tzinfo=None).isoformat(" "))
    | st.integers(-(10**13), 10**16).map(str)
    | st.text("0123456789-:+.TZ ", max_size=30)
    | st.text(max_size=5)
)


@pytest.mark.parametrize("options", [SECONDS, MILLIS, DAMASCUS], ids=["s", "ms", "zone"])
@given(values=st.lists(WRITTEN | st.none(), min_size=1, max_size=6))
def test_the_quick_reading_of_text_never_differs_from_the_careful_one(
    options: ReadOptions, values: list[str | None]
) -> None:
    """What a column reads at once is what `instant_us` reads one by one; it may leave some for it."""
    _same(pl.Series(values, dtype=pl.String), options)


@pytest.mark.parametrize("options", [SECONDS, MILLIS], ids=["s", "ms"])
@given(values=st.lists(st.none() | st.floats() | st.floats(6e8, 5e9) | st.integers(0, 2**53).map(float), min_size=1))
def test_the_quick_reading_of_numbers_never_differs_from_the_careful_one(
    options: ReadOptions, values: list[float | None]
) -> None:
    """Fractions of a second, NaN and infinities too."""
    _same(pl.Series(values, dtype=pl.Float64), options)
    whole = [None if value is None or not abs(value) < 2**62 else int(value) for value in values]
    _same(pl.Series(whole, dtype=pl.Int64), options)


def test_whole_seconds_are_read_at_once() -> None:
    """The plain shapes are not left to the slow reading."""
    for values in (["2016-12-04T18:30:00Z"], ["2016-12-04 20:30:00.5+02:00"], ["1480876200"], [1480876200], [AT]):
        assert instants_us(pl.Series(values), SECONDS).null_count() == 0


def _same(column: pl.Series, options: ReadOptions) -> None:
    for value, quick in zip(column.to_list(), instants_us(column, options).to_list(), strict=True):
        if quick is not None:
            assert quick == instant_us(value, options)
