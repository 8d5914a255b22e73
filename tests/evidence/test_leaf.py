"""The exact bytes of a log entry."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.leaf import MOST_BYTES, EntryKind, LogEntry, entry_bytes, parse_entry
from vigil.model.errors import InvalidInput
from vigil.model.instants import rfc3339

ENTRY = LogEntry(
    kind=EntryKind.CAPTURE,
    commitment=bytes(range(32)),
    recorded_at=datetime(2016, 12, 4, 18, 30, tzinfo=UTC),
)
ENTRIES = st.builds(
    LogEntry,
    kind=st.sampled_from(EntryKind),
    commitment=st.binary(min_size=32, max_size=32),
    recorded_at=st.datetimes(timezones=st.just(UTC)),
)


def test_an_entry_is_these_bytes():
    """Spelled out: what docs/evidence.md says, to the byte."""
    assert entry_bytes(ENTRY) == (
        b'{"commitment":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",'
        b'"format":"vigil-log-entry/1","kind":"capture","recorded_at":"2016-12-04T18:30:00Z"}'
    )


@given(ENTRIES)
def test_an_entry_is_canonical_json(entry):
    """RFC 8785, as the rfc8785 package has it, gives the same bytes: other implementations can be used."""
    rfc8785 = pytest.importorskip("rfc8785")
    fields = {
        "recorded_at": rfc3339(entry.recorded_at),
        "kind": entry.kind.value,
        "format": "vigil-log-entry/1",
        "commitment": entry.commitment.hex(),
    }
    assert entry_bytes(entry) == rfc8785.dumps(fields)


@given(ENTRIES)
def test_an_entry_is_read_as_it_was_written(entry):
    """Nothing is lost between value and bytes, and any JSON reader can read it."""
    stored = entry_bytes(entry)
    assert parse_entry(stored) == entry
    assert list(json.loads(stored)) == ["commitment", "format", "kind", "recorded_at"]
    assert len(stored) <= MOST_BYTES


@given(ENTRIES, st.data())
def test_one_changed_byte_is_another_entry_or_none(entry, data):
    """No two byte strings are the same entry."""
    stored = bytearray(entry_bytes(entry))
    stored[data.draw(st.integers(0, len(stored) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(InvalidInput):
        assert parse_entry(bytes(stored)) != entry


@given(st.binary(max_size=300))
def test_noise_is_refused(noise):
    """Whatever comes, the answer is an entry or InvalidInput."""
    with pytest.raises(InvalidInput):
        parse_entry(noise)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b'"kind"', b' "kind"'),
        (b"}", b"}\n"),
        (b"capture", b"rumour"),
        (b"capture", b"CAPTURE"),
        (b"-12-04T", b"-12-32T"),
        (b"T18:", b"T24:"),
        (b":00Z", b":00.000000Z"),
        (b":00Z", b":00.1Z"),
        (b":00Z", b":00+00:00"),
        (b":00Z", b":60Z"),
        (b"2016", b"0000"),
        (b"2016", "٢٠١٦".encode()),
        (b"entry/1", b"entry/2"),
        (b"0a0b", b"0A0B"),
        (b"0001", b"00"),
        (b'"kind":"capture",', b'"kind":"capture","kind":"capture",'),
        (b"{", b"[" * 100_000),
        (b'"capture"', b"1" * 5000),
    ],
)
def test_what_is_nearly_an_entry_is_none(was, becomes):
    """Another spelling of the same entry is not what was logged."""
    stored = entry_bytes(ENTRY)
    assert was in stored
    with pytest.raises(InvalidInput):
        parse_entry(stored.replace(was, becomes))


def test_an_instant_has_one_spelling_whatever_its_zone():
    """The same moment in Aleppo and in UTC is the same entry."""
    aleppo = timezone(timedelta(hours=2))
    there = LogEntry(kind=ENTRY.kind, commitment=ENTRY.commitment, recorded_at=ENTRY.recorded_at.astimezone(aleppo))
    assert entry_bytes(there) == entry_bytes(ENTRY)


@pytest.mark.parametrize(
    "at",
    [datetime(2016, 12, 4), datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))],  # noqa: DTZ001
    ids=["no zone", "before the year 1"],
)
def test_an_instant_that_cannot_be_said_in_utc_is_refused(at):
    """Nobody could say which instant it was."""
    with pytest.raises(InvalidInput):
        entry_bytes(LogEntry(kind=EntryKind.FATE, commitment=bytes(32), recorded_at=at))


def test_a_commitment_of_another_length_is_refused():
    """A truncated commitment is none."""
    with pytest.raises(InvalidInput):
        entry_bytes(LogEntry(kind=EntryKind.FATE, commitment=bytes(31), recorded_at=ENTRY.recorded_at))
