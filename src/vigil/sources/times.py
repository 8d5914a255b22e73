"""When a row says it was published, as microseconds since 1970 UTC; refused where nobody can say which instant it is.

`instant_us` reads one value and knows every rule. `instants_us` reads a column at once and knows only the plain
shapes: what it leaves null is read again by `instant_us`, which accepts it or says what is wrong.
"""

import math
import re
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import polars as pl

from vigil.model.instants import SECOND_US, to_micros
from vigil.sources.options import ReadOptions

EARLIEST_US = to_micros(datetime(1990, 1, 1, tzinfo=UTC))
"""Earlier instants are taken for mistakes: milliseconds read as seconds, a date read as a number, a zero for none."""

LATEST_US = to_micros(datetime(9999, 12, 31, tzinfo=UTC))

_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{0,30})?", re.ASCII)
_TAIL = re.compile(r"(?:\.(\d{1,9}))?(?:(Z)|([+-])(\d\d):?(\d\d))", re.ASCII)
_BARE_TAIL = re.compile(r"(?:\.(\d{1,9}))?", re.ASCII)


class NotAnInstant(ValueError):
    """A value that names no instant; its message says why, and never repeats the value."""


def instant_us(value: object, options: ReadOptions) -> int:
    """The instant a value names, in microseconds since 1970 UTC.

    Args:
        value: ISO 8601 text, or a number counting seconds or milliseconds since 1970, as number or text.
        options: What a bare number counts, and the zone of times that name none.
    Raises:
        NotAnInstant: It is none of these, has no zone, or lies before 1990 or after 9999.
    """
    match value:
        case None:
            raise NotAnInstant("missing")
        case bool():
            raise NotAnInstant("not a time")
        case int():
            at_us = value * _unit_us(options)
        case float():
            at_us = _float_us(value, options)
        case datetime():
            at_us = _zoned_us(value, options)
        case str():
            at_us = _text_us(value.strip(), options)
        case _:
            raise NotAnInstant("not a time")
    return _within_range(at_us)


def instants_us(column: pl.Series, options: ReadOptions) -> pl.Series:
    """The instants of a column as Int64 microseconds; null where a value needs a closer look by `instant_us`."""
    dtype = column.dtype
    if isinstance(dtype, pl.Datetime):
        at_us = _from_datetimes(column, dtype, options)
    elif dtype.is_integer():
        at_us = _from_integers(column, options)
    elif dtype.is_float():
        scaled = (column.cast(pl.Float64) * _unit_us(options) + 0.5).floor()
        at_us = scaled.cast(pl.Int64, strict=False)
    elif dtype == pl.String:
        at_us = _from_text(column, options)
    else:
        at_us = pl.Series([None] * len(column), dtype=pl.Int64)
    return at_us.set(~at_us.is_between(EARLIEST_US, LATEST_US), None)


def _unit_us(options: ReadOptions) -> int:
    return SECOND_US if options.epoch == "s" else SECOND_US // 1000


def _float_us(value: float, options: ReadOptions) -> int:
    if not math.isfinite(value):
        raise NotAnInstant("not a number")
    return math.floor(value * _unit_us(options) + 0.5)


def _text_us(text: str, options: ReadOptions) -> int:
    if not text:
        raise NotAnInstant("missing")
    if _NUMBER.fullmatch(text):
        return math.floor(Decimal(text) * _unit_us(options))
    try:
        at = datetime.fromisoformat(text.removesuffix(" UTC") + "Z" if text.endswith(" UTC") else text)
    except ValueError as error:
        raise NotAnInstant("not an ISO 8601 time such as 2016-12-04T18:30:00Z, nor a number") from error
    if ":" not in text and len(text) <= len("2016-12-04"):
        raise NotAnInstant("a date without a time of day")
    return _zoned_us(at, options)


def _zoned_us(at: datetime, options: ReadOptions) -> int:
    if at.tzinfo is not None:
        return to_micros(at)
    if options.timezone is None:
        raise NotAnInstant("no time zone (end it in Z or an offset such as +02:00, or give --timezone)")
    return to_micros(_in_zone(at, options.timezone))


def _in_zone(at: datetime, zone: ZoneInfo) -> datetime:
    """The instant a wall clock in a zone showed this time; refused where the clock showed it twice, or never."""
    first, second = at.replace(tzinfo=zone, fold=0), at.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == at:
        raise NotAnInstant(f"the clocks in {zone} showed this time twice that night (write its offset)")
    raise NotAnInstant(f"the clocks in {zone} skipped this time that night")


def _within_range(at_us: int) -> int:
    if at_us < EARLIEST_US:
        raise NotAnInstant("before 1990 (is it seconds or milliseconds? see --epoch)")
    if at_us > LATEST_US:
        raise NotAnInstant("after the year 9999 (is it seconds or milliseconds? see --epoch)")
    return at_us


def _from_datetimes(column: pl.Series, dtype: pl.Datetime, options: ReadOptions) -> pl.Series:
    if dtype.time_zone is None:
        if options.timezone is None:
            return pl.Series([None] * len(column), dtype=pl.Int64)
        column = column.dt.replace_time_zone(options.timezone.key, ambiguous="null", non_existent="null")
    return column.dt.epoch("us")


def _from_integers(column: pl.Series, options: ReadOptions) -> pl.Series:
    unit = _unit_us(options)
    numbers = column.cast(pl.Int64, strict=False)
    return numbers.set(~numbers.is_between(0, LATEST_US // unit), None) * unit


def _from_text(column: pl.Series, options: ReadOptions) -> pl.Series:
    """ISO 8601 in full (19 characters, a fraction if any, the zone if any), and whole numbers."""
    head = column.str.slice(0, 19)
    wall = head.str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False, time_unit="us")
    if wall.null_count():
        spaced = head.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")
        wall = wall.zip_with(wall.is_not_null(), spaced)
    wall = wall.set(head.str.len_bytes() != 19, None)
    at_us = _with_tails(wall, column.str.slice(19), options)
    if at_us.null_count():
        numbers = column.set(~column.str.contains(r"^[0-9]{1,18}$"), None).cast(pl.Int64, strict=False)
        at_us = at_us.zip_with(at_us.is_not_null(), _from_integers(numbers, options))
    return at_us


def _with_tails(wall: pl.Series, tails: pl.Series, options: ReadOptions) -> pl.Series:
    """Wall-clock times with what follows them (`Z`, `.250+02:00`, nothing): each distinct tail is read once."""
    distinct = tails.unique().drop_nulls().to_list()
    zoned = {tail: shift for tail in distinct if (shift := _zoned_tail(tail)) is not None}
    shifts = tails.replace_strict(list(zoned), list(zoned.values()), default=None, return_dtype=pl.Int64)
    at_us = wall.dt.epoch("us") + shifts
    if options.timezone is not None:
        bare = {tail: part for tail in distinct if (part := _bare_tail(tail)) is not None}
        fractions = tails.replace_strict(list(bare), list(bare.values()), default=None, return_dtype=pl.Int64)
        local = wall.dt.replace_time_zone(options.timezone.key, ambiguous="null", non_existent="null")
        at_us = at_us.zip_with(at_us.is_not_null(), local.dt.epoch("us") + fractions)
    return at_us


def _zoned_tail(tail: str) -> int | None:
    """What a tail with a zone adds to the wall clock, in microseconds."""
    if tail == "Z":
        return 0
    found = _TAIL.fullmatch(tail)
    if found is None:
        return None
    fraction, _, sign, hours, minutes = found.groups()
    shift_us = _fraction_us(fraction)
    if sign:
        if int(hours) > 23 or int(minutes) > 59:
            return None
        offset_us = (int(hours) * 3600 + int(minutes) * 60) * SECOND_US
        shift_us += -offset_us if sign == "+" else offset_us
    return shift_us


def _bare_tail(tail: str) -> int | None:
    found = _BARE_TAIL.fullmatch(tail)
    return _fraction_us(found.group(1)) if found else None


def _fraction_us(digits: str | None) -> int:
    return int(digits[:6].ljust(6, "0")) if digits else 0
