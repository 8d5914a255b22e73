"""Rows into observations: the quick way and the careful way are one, and every fault is named."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.sources.options import ReadOptions
from vigil.sources.rows import COLUMNS, OPTIONAL, Refusal, observe, read_row
from vigil.usecases.ports import OBSERVATION_SCHEMA

OPTIONS = ReadOptions()
GOOD = {"account": "a", "published_at": "2016-12-04T18:30:00Z"}


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({"account": None}, ("account: missing",)),
        ({"account": "   "}, ("account: missing",)),
        ({"account": "a\x07b"}, ("account: holds a control character",)),
        ({"account": True}, ("account: a number that may have lost digits, or a truth value: write it as text",)),
        ({"account": 1.5}, ("account: a number that may have lost digits, or a truth value: write it as text",)),
        ({"account": "x" * 5000}, ("account: longer than 2048 characters",)),
        ({"handle": ["a"]}, ("handle: not text",)),
        ({"text": "a\x00b"}, ("text: holds a NUL character",)),
        ({"text": 7}, ("text: a number, not text: write it in quotes",)),
        ({"text": True}, ("text: not text",)),
        (
            {"kind": "tweet"},
            ("kind: not one of account_state, delete, edit, post, reply, repost, story",),
        ),
        ({"state": "suspended"}, ("state: given, but kind is not account_state",)),
        ({"kind": "account_state"}, ("state: missing, and kind is account_state",)),
        (
            {"kind": "account_state", "state": "gone"},
            ("state: not one of active, deactivated, deleted, moved, private, suspended, taken_down",),
        ),
        (
            {"account": "", "published_at": "", "text": "\x00"},
            ("account: missing", "published_at: missing", "text: holds a NUL character"),
        ),
    ],
)
def test_every_fault_is_named_with_its_path(changes: dict[str, object], reasons: tuple[str, ...]) -> None:
    """A row tells all that is wrong with it at once."""
    assert read_row({**GOOD, **changes}, OPTIONS) == Refusal(reasons)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, "post"),
        ({"kind": ""}, "post"),
        ({"kind": " Post "}, "post"),
        ({"reply_to": "1"}, "reply"),
        ({"repost_of": "1", "reply_to": "2"}, "repost"),
        ({"kind": "edit", "reply_to": "1"}, "edit"),
        ({"kind": "account_state", "state": "DELETED"}, "account_state"),
    ],
)
def test_a_row_without_a_kind_is_what_it_says_it_answers(changes: dict[str, object], kind: str) -> None:
    """A repost where it names what it repeats, a reply where it answers, else a post."""
    read = read_row({**GOOD, **changes}, OPTIONS)
    assert not isinstance(read, Refusal)
    assert read["kind"] == kind


VALUES = {
    "account": st.sampled_from(["a", " a ", "", "  ", "٣", "a\tb", "x" * 2048, "x" * 2049, "\u00a0a"]),
    "published_at": st.sampled_from(["2016-12-04T18:30:00Z", "2016-12-04T18:30:00", "1480876200", "", "soon"]),
    "platform": st.sampled_from(["X", " telegram", "", "a\x00"]),
    "kind": st.sampled_from(["post", "Reply", " edit", "", "tweet", "account_state"]),
    "state": st.sampled_from(["", "deleted", "ACTIVE ", "gone"]),
    "text": st.sampled_from(["", " ", "words\nmore", "a\x00b", "\u202e"]),
}
CELLS = {name: st.none() | VALUES.get(name, st.sampled_from(["", "v", " v\n", "\x1fv", "a\x1cb"])) for name in COLUMNS}


@given(
    names=st.sets(st.sampled_from(OPTIONAL)),
    rows=st.lists(st.fixed_dictionaries(CELLS), min_size=1, max_size=5),
)
def test_columns_and_single_rows_are_read_alike(names: set[str], rows: list[dict[str, str | None]]) -> None:
    """What is read a column at a time is what is read row by row: no row more, none less, none different."""
    held = ["account", "published_at", *sorted(names)]
    rows = [{name: row[name] for name in held} for row in rows]
    table = pl.DataFrame(rows, schema=dict.fromkeys(held, pl.String))
    position = pl.Series(range(10, 10 + len(rows)))
    frame, rejected = observe(table, position, OPTIONS, row_at=rows.__getitem__, raw_at=str)
    careful = [read_row(row, OPTIONS) for row in rows]
    kept = [{**row, "position": 10 + at} for at, row in enumerate(careful) if not isinstance(row, Refusal)]
    assert frame.schema == pl.Schema(OBSERVATION_SCHEMA)
    assert frame.to_dicts() == [{name: row[name] for name in OBSERVATION_SCHEMA} for row in kept]
    assert {one.position: one.reasons for one in rejected} == {
        10 + at: row.reasons for at, row in enumerate(careful) if isinstance(row, Refusal)
    }
