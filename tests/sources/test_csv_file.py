"""CSV as people's tools write it, and as it breaks."""

import csv
import io
from pathlib import Path

import pytest
from files import csv_bytes, gzipped, posts, read, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.sources import csv_file, lines, open_source

HEAD = "account,published_at,text\n"
ROW = "a,2016-12-04T18:30:00Z,words\n"


def _accepted(path: Path) -> list[tuple[int, str | None]]:
    return [(row["position"], row["text"]) for row in read(path)[0].to_dicts()]


def _refused(path: Path) -> list[tuple[int, str, str | None]]:
    return [(one.position, "; ".join(one.reasons), one.raw) for one in read(path)[1]]


@pytest.mark.parametrize(
    "content",
    [
        HEAD + ROW,
        "\ufeff" + HEAD + ROW,
        (HEAD + ROW).replace("\n", "\r\n"),
        (HEAD + ROW).replace(",", ";"),
        (HEAD + ROW).replace(",", "\t"),
        HEAD.upper() + ROW,
        '"account",published_at , text\n' + ROW,
        HEAD + '"a","2016-12-04T18:30:00Z","words"\n',
        HEAD + '"a","2016-12-04T18:30:00Z","words"',
        "text,account,published_at\nwords,a,2016-12-04T18:30:00Z",
    ],
    ids=["plain", "bom", "crlf", "semicolon", "tab", "capitals", "spaces", "quoted", "no-line-feed", "order"],
)
def test_csv_as_common_tools_write_it(tmp_path: Path, content: str) -> None:
    """Marks, line endings, delimiters and quotes are the tool's affair."""
    frame, rejected = read(write(tmp_path / "posts.csv", content))
    assert rejected == []
    assert frame.select("account", "text", "published_us", "position").rows() == [("a", "words", 1480876200000000, 2)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("account,text\na,b\n", "no column published_at"),
        ("hello\n", "no column account or published_at"),
        ("account,published_at,Account\n", "the column account is there twice"),
        (b"account,published_at,\xff\n", "not UTF-8"),
        ("account,published_at\n".encode("utf-16"), "UTF-16"),
        ("\n  \n", "nothing but blanks"),
        ('[{"account": "a"}]', "one object a line"),
        ("window.YTD.tweets.part0 = []", "import the whole zip"),
        (b"\x00\x01\x02\x03" * 50, "no column"),
    ],
)
def test_a_file_without_its_columns_is_refused_whole(tmp_path: Path, content: str | bytes, says: str) -> None:
    """Nothing is guessed about columns; the sentence says what is wrong."""
    with pytest.raises(InvalidInput, match=says):
        open_source(write(tmp_path / "posts.csv", content))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing to read is said, not passed over."""
    with pytest.raises(InvalidInput, match="empty"):
        open_source(write(tmp_path / "posts.csv", ""))


def test_other_columns_are_named_and_left(tmp_path: Path) -> None:
    """A user sees what was not read."""
    path = write(tmp_path / "posts.csv", "account,published_at,followers\na,2016-12-04T18:30:00Z,7\n")
    assert open_source(path).ignored_columns == ("followers",)


def test_each_fault_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    """Bad rows among good ones cost only themselves."""
    path = write(
        tmp_path / "posts.csv",
        HEAD.encode()
        + ROW.encode()
        + b"a,2016-12-04T18:30:00,no zone\n"
        + b"a,2016-12-04T18:30:00Z\n"
        + b"\n"
        + b"a,2016-12-04T18:30:00Z,\xff\xfe\n"
        + b'a,2016-12-04T18:30:00Z,"two\nlines"\n'
        + b'a,2016-12-04T18:30:00Z,"never closed\n'
        + ROW.encode()
        + b'a,2016-12-04T18:30:00Z,"closed" and more\n'
        + ROW.encode(),
    )
    assert _accepted(path) == [(2, "words"), (7, "two\nlines"), (10, "words"), (12, "words")]
    assert [(line, reason.split(":")[0], raw) for line, reason, raw in _refused(path)] == [
        (3, "published_at", "a,2016-12-04T18:30:00,no zone"),
        (4, "line", "a,2016-12-04T18:30:00Z"),
        (6, "line", "a,2016-12-04T18:30:00Z,\\xff\\xfe"),
        (9, "line", 'a,2016-12-04T18:30:00Z,"never closed'),
        (11, "line", 'a,2016-12-04T18:30:00Z,"closed" and more'),
    ]


def test_a_quote_never_closed_costs_one_line(tmp_path: Path) -> None:
    """The rest of the file is not swallowed."""
    path = write(tmp_path / "posts.csv", HEAD + 'a,2016-12-04T18:30:00Z,"oops\n' + ROW * 3000)
    assert len(_accepted(path)) == 3000
    assert [line for line, _, _ in _refused(path)] == [2]


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_last_line_that_could_go_on_needs_its_line_ending(tmp_path: Path, end: str) -> None:
    """A file cut off inside its last text looks whole: half a sentence must not become evidence."""
    path = write(tmp_path / "posts.csv", HEAD + ROW + "a,2016-12-04T18:31:00Z,we are still al" + end)
    assert len(_accepted(path)) == (2 if end else 1)
    assert [line for line, _, _ in _refused(path)] == ([] if end else [3])


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@given(texts=st.lists(CELL, max_size=40), block=st.integers(8, 200), quoting=st.sampled_from([0, 1]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_a_csv_writer_wrote_is_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: list[str], block: int, quoting: int
) -> None:
    """Texts with commas, quotes and line breaks come back as they were, on the line they began on."""
    monkeypatch.setattr(lines, "BLOCK_BYTES", block)
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n", quoting=quoting)
    writer.writerow(["account", "text", "published_at"])
    expected = []
    for text in texts if quoting else [text.replace("\r", "") for text in texts]:  # csv quotes no lone \r
        expected.append((written.getvalue().count("\n") + 1, text or None))
        writer.writerow(["a", text, "2016-12-04T18:30:00Z"])
    path = write(tmp_path / "posts.csv", written.getvalue().encode())
    assert _accepted(path) == expected
    assert _refused(path) == []


def test_packed_csv_is_read(tmp_path: Path) -> None:
    """Exports often come as .csv.gz."""
    frame, rejected = read(write(tmp_path / "posts.csv.gz", gzipped(csv_bytes(posts(100)))))
    assert (len(frame), rejected) == (100, [])


def test_a_damaged_packed_file_is_refused_whole(tmp_path: Path) -> None:
    """A row that does not match its file's own checksum is not believed."""
    packed = bytearray(gzipped(csv_bytes(posts(1000))))
    packed[-6] ^= 1
    with pytest.raises(InvalidInput, match="checksum"):
        open_source(write(tmp_path / "posts.csv.gz", bytes(packed)))


def test_a_record_of_very_many_lines_is_no_record(tmp_path: Path) -> None:
    """Two stray quotes far apart must not join what lies between into one post."""
    text = '"' + "line\n" * (csv_file.MAX_RECORD_LINES + 5) + '"'
    path = write(tmp_path / "posts.csv", HEAD + f"a,2016-12-04T18:30:00Z,{text}\n" + ROW)
    assert [text for _, text in _accepted(path)] == ["words"]
    assert "not closed" in _refused(path)[0][1]
