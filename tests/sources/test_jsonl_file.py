"""JSON Lines: one object a line, each on its own."""

import json
from pathlib import Path

import pytest
from files import gzipped, jsonl_bytes, posts, read, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.sources import lines

GOOD = b'{"account": "a", "published_at": "2016-12-04T18:30:00Z", "text": "words"}\n'


def test_each_fault_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    """Bad lines among good ones cost only themselves."""
    content = [
        GOOD,
        b"\n",
        b'{"account": "a"}\n',
        b"[1, 2]\n",
        b"nonsense\n",
        b'{"account": "\xff"}\n',
        b'{"account": "a", "published_at": NaN}\n',
        b"[" * 5000 + b"\n",
        b'{"account": {"id": 1}, "published_at": "2016-12-04T18:30:00Z"}\n',
        b'{"account": true, "published_at": 1480876200}\n',
        b'{"account": "a", "published_at": 1480876200, "text": "a\\u0000"}\n',
        b'{"account": 12345678901234567890, "published_at": 1480876200.5, "id": 9007199254740993, "mood": "x"}\n',
        GOOD[:-20],
    ]
    frame, rejected = read(write(tmp_path / "posts.jsonl", b"".join(content)))
    assert frame.select("position", "account", "post").rows() == [
        (1, "a", None),
        (12, "12345678901234567890", "9007199254740993"),
    ]
    assert {one.position: one.reasons[0].split(" (")[0] for one in rejected} == {
        3: "published_at: missing",
        4: "line: not a JSON object",
        5: "line: not JSON",
        6: "line: not UTF-8",
        7: "line: not JSON",
        8: "line: not JSON",
        9: "account: not text",
        10: "account: a number that may have lost digits, or a truth value: write it as text",
        11: "text: holds a NUL character",
        13: "line: not JSON",
    }
    assert {one.position: one.raw for one in rejected}[5] == "nonsense"
    assert all(one.raw is not None and len(one.raw) <= 4096 for one in rejected)


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Which of two values was meant nobody can say, however the name is written; inside an object it matters not."""
    at = b'"published_at": 1480876200'
    content = [
        b'{"account": "a", "account": "b", ' + at + b"}\n",
        b'{"account": "a", "acco\\u0075nt" : "b", ' + at + b"}\n",
        b'{"account": "a", "mood": 1, "mood": 1, ' + at + b"}\n",
        b'{"account": "a", "text": "\\"mood\\": 1, \\"mood\\" : 2", ' + at + b"}\n",
        b'{"account": "a", "user": {"id": 1, "id": 1, "account": {"account": 2}}, ' + at + b"}\n",
    ]
    frame, rejected = read(write(tmp_path / "posts.jsonl", b"".join(content)))
    assert frame.get_column("position").to_list() == [4, 5]
    assert [one.reasons for one in rejected] == [
        ("account: there twice",),
        ("account: there twice",),
        ("line: a name is there twice",),
    ]
    assert rejected[0].raw == content[0].decode().rstrip("\n")


@pytest.mark.parametrize("number", [b"7", b"7.5", b"-1e9"])
def test_a_number_is_no_text(tmp_path: Path, number: bytes) -> None:
    """What somebody said has quotes around it: a number there is a column that slipped."""
    content = GOOD + b'{"account": 7, "published_at": 1480876200, "text": ' + number + b"}\n"
    frame, rejected = read(write(tmp_path / "posts.jsonl", content))
    assert frame.get_column("position").to_list() == [1]
    assert [one.reasons for one in rejected] == [("text: a number, not text: write it in quotes",)]


def test_names_not_read_are_reported(tmp_path: Path) -> None:
    """A user sees what was left."""
    from vigil.sources import open_source

    source = open_source(write(tmp_path / "a.jsonl", GOOD[:-2] + b', "likes": 3}\n'))
    list(source.batches())
    assert source.ignored_columns == ("likes",)


@given(texts=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1, max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_was_written_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> None:
    """Any text comes back as it was, whichever way it is escaped."""
    monkeypatch.setattr(lines, "BLOCK_BYTES", 64)
    rows = [{"account": "a", "published_at": 1480876200, "text": text} for text in texts]
    content = "".join(json.dumps(row, ensure_ascii=bool(at % 2)) + "\n" for at, row in enumerate(rows))
    frame, rejected = read(write(tmp_path / "posts.jsonl", content + "\n"))
    assert frame.get_column("text").to_list() == [text or None for text in texts]
    assert rejected == []


def test_packed_and_last_line_without_line_feed(tmp_path: Path) -> None:
    """A closed object is whole, with or without a line feed."""
    frame, rejected = read(write(tmp_path / "a.jsonl.gz", gzipped(jsonl_bytes(posts(50))[:-1])))
    assert (len(frame), rejected) == (50, [])


@pytest.mark.parametrize("keep", [5, 0.5, -1])
def test_a_packed_file_cut_off_is_refused_whole(tmp_path: Path, keep: float) -> None:
    """A changed byte may look like a break far behind the rows it altered: neither is believed."""
    packed = gzipped(jsonl_bytes(posts(2000)))
    with pytest.raises(InvalidInput, match="cut off or damaged"):
        read(write(tmp_path / "a.jsonl.gz", packed[: int(len(packed) * keep) if keep == 0.5 else int(keep)]))


def test_an_overlong_line_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One endless line does not fill the memory."""
    monkeypatch.setattr(lines, "MAX_LINE_BYTES", 1000)
    monkeypatch.setattr(lines, "BLOCK_BYTES", 300)
    frame, rejected = read(write(tmp_path / "a.jsonl", GOOD + b'"' + b"x" * 5000 + b'"\n' + GOOD))
    assert frame.get_column("position").to_list() == [1, 3]
    assert [one.position for one in rejected] == [2]
