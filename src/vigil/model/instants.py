"""Instants: UTC throughout. Columns hold int64 microseconds since 1970; values hold aware datetimes."""

import re
from datetime import UTC, datetime, timedelta
from typing import NewType

from vigil.model.errors import InvalidInput

Micros = NewType("Micros", int)
"""Microseconds since 1970-01-01T00:00:00Z. It fits int64 for all years datetime knows."""

SECOND_US = 1_000_000
HOUR_US = 3600 * SECOND_US
DAY_US = 24 * HOUR_US

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME_BEGINS = re.compile(r"[Tt ]")


def to_micros(at: datetime) -> Micros:
    """The instant as microseconds since 1970.

    Raises:
        InvalidInput: `at` has no time zone: nobody can say which instant it is.
    """
    if at.tzinfo is None or at.utcoffset() is None:
        raise InvalidInput("an instant needs a time zone, for example 2016-12-04T18:30:00Z")
    return Micros((at - _EPOCH) // timedelta(microseconds=1))


def from_micros(micros: int) -> datetime:
    """The instant, in UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def rfc3339(at: datetime) -> str:
    """The instant as RFC 3339 in UTC, with fractions only where it has them: 2016-12-04T18:30:00Z."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def to_the_second(at: datetime) -> str:
    """The same without fractions, cut off and not rounded: for pages people read."""
    return rfc3339(at.replace(microsecond=0))


def parse_instant(text: str) -> datetime:
    """An instant written in ISO 8601 with its zone.

    Raises:
        InvalidInput: It is not ISO 8601, has no zone, or lies in no year from 1 to 9999.
    """
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInput(f"not an ISO 8601 instant such as 2016-12-04T18:30:00Z: {text!r}") from error
    if at.tzinfo is None:
        written = text.strip() if _TIME_BEGINS.search(text.strip()) else f"{at:%Y-%m-%d}T00:00:00"
        raise InvalidInput(f"an instant needs a time zone: write {written}Z if it is UTC")
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise InvalidInput(f"in UTC this lies outside the years 1 to 9999: {text.strip()}") from error
