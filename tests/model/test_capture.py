"""A capture's description has one spelling, the one RFC 8785 gives it."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.capture import Capture, canonical_json, describe, description_bytes, parse_description
from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account

AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)
CAPTURE = Capture(
    body=b"They are here.",
    captured_at=AT,
    collector=CollectorName("by hand"),
    collector_version="1",
    published_at=AT.replace(microsecond=5),
    url="https://example.org/ش",
    headers=(("Content-Type", "text/plain"), ("x-\u2028", '"\\\n')),
    status=200,
    account=Account(Platform("x"), AccountId("1")),
    post="805",
)

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, texts, st.none() | texts)
def test_it_is_spelled_as_another_implementation_spells_it(url, header, name):
    """Our canonical JSON is RFC 8785's, whatever the texts hold."""
    said = replace(describe(CAPTURE), url=url, headers=((header, url),), name=name)
    written = description_bytes(said)
    assert written == rfc8785.dumps(json.loads(written))
    assert parse_description(written) == said


@pytest.mark.parametrize("day", ["2016-12-04", "2016-12-04?"])
def test_the_day_its_keeper_says_is_in_it_as_written(day):
    """And where nobody says one, a description is what it always was."""
    said = replace(describe(CAPTURE), published_at=None, published_on=day)
    written = description_bytes(said)
    assert written == rfc8785.dumps(json.loads(written))
    assert json.loads(written)["published_on"] == day
    assert parse_description(written) == said
    assert b"published_on" not in description_bytes(describe(CAPTURE))


@pytest.mark.parametrize("day", ["null", "20161204", '"2016-12"', '"soon"', '"2016-13-01"', "[]"])
def test_a_day_that_is_none_is_refused(day):
    """Only one day is one, in its one spelling."""
    written = description_bytes(replace(describe(CAPTURE), published_on="2016-12-04"))
    with pytest.raises(InvalidInput):
        parse_description(written.replace(b'"2016-12-04"', day.encode()))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text + b"\n",
        lambda text: text.replace(b":", b": ", 1),
        lambda text: text.replace(b"vigil-capture/1", b"vigil-capture/2"),
        lambda text: text.replace(b"18:30:00Z", b"19:30:00+01:00"),
        lambda _: b"[]",
        lambda _: b"",
        lambda text: text.replace(b'"bytes":14', b'"bytes":14.0'),
    ],
)
def test_another_spelling_is_refused(change):
    """What is not exactly a description is none."""
    with pytest.raises(InvalidInput):
        parse_description(change(description_bytes(describe(CAPTURE))))


def test_what_cannot_be_written_is_refused():
    """Half a character, or an instant nobody can place."""
    with pytest.raises(InvalidInput):
        canonical_json({"text": "\ud800"})
    with pytest.raises(InvalidInput, match="time zone"):
        description_bytes(replace(describe(CAPTURE), captured_at=datetime(2016, 12, 4)))  # noqa: DTZ001
