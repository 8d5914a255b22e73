"""Facts of media come back as they were said, and nothing else is taken for them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.model.media import (
    MOST_CHARACTERS,
    MOST_LISTED,
    Action,
    Credentials,
    Ingredient,
    MediaFacts,
    MediaRecord,
    PictureHash,
    Standing,
    facts_page,
    parse_facts,
    parse_record,
    record_bytes,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
numbers = st.none() | st.integers(0, 2**53 - 1)
pictures = st.builds(PictureHash, pdq=st.binary(min_size=32, max_size=32), quality=st.integers(0, 100), at_ms=numbers)
credentials = st.builds(
    Credentials,
    standing=st.sampled_from(Standing),
    faults=st.lists(texts, max_size=3).map(tuple),
    made_with=maybe,
    signer=maybe,
    organisation=maybe,
    signed_at=maybe,
    actions=st.lists(st.builds(Action, name=texts, made_with=maybe, source_type=maybe), max_size=3).map(tuple),
    ingredients=st.lists(st.builds(Ingredient, title=maybe, relationship=maybe), max_size=3).map(tuple),
)
facts = st.builds(
    MediaFacts,
    mime=maybe,
    width=numbers,
    height=numbers,
    duration_ms=numbers,
    has_exif=st.none() | st.booleans(),
    pictures=st.lists(pictures, max_size=3).map(tuple),
    credentials=st.none() | credentials,
    credentials_unread=maybe,
    unreadable=maybe,
    read_with=st.lists(texts, max_size=3).map(tuple),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(st.builds(MediaRecord, url=texts, facts=facts))
def test_a_record_comes_back_as_it_was_said(record):
    """One spelling, one line."""
    stored = record_bytes(record)
    assert parse_record(stored) == record
    assert record_bytes(parse_record(stored)) == stored
    assert b"\n" not in stored


@given(facts, st.sampled_from(sorted(facts_page(MediaFacts()))), json_values)
def test_whatever_stands_in_a_field_it_is_taken_or_refused(said, name, value):
    """By an error of ours, never another; and what is taken holds to the form."""
    page = facts_page(said) | {name: value}
    try:
        taken = parse_facts(json.dumps(page).encode())
    except InvalidInput:
        return
    assert parse_facts(json.dumps(facts_page(taken)).encode()) == taken


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"\0" * 100,
        b"null",
        b"[]",
        b"{}",
        b"<html>log in</html>",
        b"[" * 100_000,
        b'{"a": ' * 100_000,
        b"9" * 10_000,
        b"\xff\xfe",
        b'{"pictures": [], "read_with": [NaN]}',
    ],
    ids=lambda stored: stored[:12],
)
def test_what_is_no_facts_is_refused(stored):
    """Whatever a process that read a stranger's file answers."""
    with pytest.raises(InvalidInput):
        parse_facts(stored)
    with pytest.raises(InvalidInput):
        parse_record(stored)


@pytest.mark.parametrize(
    "change",
    [
        {"width": -1},
        {"width": True},
        {"width": 2**53},
        {"height": 1.5},
        {"mime": 7},
        {"pictures": None},
        {"pictures": [{"pdq": "00" * 31, "quality": 1}]},
        {"pictures": [{"pdq": "zz" * 32, "quality": 1}]},
        {"pictures": [{"pdq": "00" * 32, "quality": 101}]},
        {"pictures": [{"pdq": "00" * 32}]},
        {"pictures": ["x"]},
        {"read_with": ["x"] * (MOST_LISTED + 1)},
        {"credentials": {"standing": "authentic", "faults": [], "actions": [], "ingredients": []}},
        {"credentials": []},
    ],
    ids=str,
)
def test_what_is_not_of_its_kind_is_refused(change):
    """A number below zero, a hash of another length, a word of its own for how credentials stand."""
    page = facts_page(MediaFacts()) | change
    with pytest.raises(InvalidInput, match="media"):
        parse_facts(json.dumps(page).encode())


def test_texts_are_cut_and_whole():
    """However long it is, and where it holds half a character."""
    page = facts_page(MediaFacts()) | {"mime": "x" * 1000 + "y", "unreadable": "\ud800"}
    said = parse_facts(json.dumps(page).encode())
    assert len(said.mime) == MOST_CHARACTERS
    assert said.unreadable == "?"
    record_bytes(MediaRecord(url="", facts=said))
