"""Instants survive every form they are written in, and never guess a zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.model.instants import from_micros, parse_instant, rfc3339, to_micros, to_the_second

instants = st.datetimes(
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001
)


@given(instants)
def test_an_instant_comes_back_whole(at):
    """Microseconds and RFC 3339 each lose nothing."""
    assert from_micros(to_micros(at)) == at
    assert parse_instant(rfc3339(at)) == at


@given(instants, instants)
def test_microseconds_keep_the_order(one, other):
    """Columns sort as time does."""
    assert (to_micros(one) < to_micros(other)) == (one < other)


def test_rfc_3339_is_in_utc_with_fractions_only_where_there_are_any():
    """What is shown is UTC, and as short as it can be."""
    at = datetime(2016, 12, 4, 20, 30, tzinfo=timezone(timedelta(hours=2)))
    assert rfc3339(at) == "2016-12-04T18:30:00Z"
    assert rfc3339(at.replace(microsecond=5)) == "2016-12-04T18:30:00.000005Z"
    assert to_the_second(at.replace(microsecond=999_999)) == "2016-12-04T18:30:00Z"


@pytest.mark.parametrize("text", ["2016-12-04T18:30:00", "2016-12-04", "yesterday", "", "1480876200"])
def test_no_zone_is_guessed(text):
    """An instant without its zone, or that is none, is refused."""
    with pytest.raises(InvalidInput):
        parse_instant(text)
    with pytest.raises(InvalidInput):
        to_micros(datetime(2016, 12, 4))  # noqa: DTZ001


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
def test_the_ends_of_the_calendar_are_refused_not_fallen_over(text):
    """An instant that has no year in UTC is a mistake with a sentence."""
    with pytest.raises(InvalidInput, match="9999"):
        parse_instant(text)


def test_the_beginning_is_1970():
    """Checked against the definition of POSIX time."""
    assert to_micros(datetime(1970, 1, 1, tzinfo=UTC)) == 0
    assert to_micros(datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)) == 1_000_000_000_000_000


@pytest.mark.parametrize(
    ("text", "instead"),
    [("2016-12-16", "2016-12-16T00:00:00Z"), ("2016-12-16T18:00", "2016-12-16T18:00Z"), ("20161216", "2016-12-16T00")],
)
def test_what_is_offered_instead_is_an_instant(text, instead):
    """Whoever does what the refusal says is not refused again."""
    with pytest.raises(InvalidInput, match=f"write {instead}") as refused:
        parse_instant(text)
    parse_instant(str(refused.value).split("write ")[1].split()[0])
