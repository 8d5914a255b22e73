"""Documents as JSON Lines."""

import contextlib
import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.publications_file import publication, publications_or_refused

LINE = {
    "id": "d1",
    "title": "News",
    "text": "Twelve were killed.",
    "published_at": "2019-07-18T12:00:00Z",
    "source": "Daily",
    "lang": "en",
    "url": "https://example.org/1",
    "media": ["a" * 64],
}


def test_a_line_is_a_document(tmp_path):
    """With all it says of itself, and a digest of its text; blank lines are passed over, gzip is unpacked."""
    path = tmp_path / "story.jsonl.gz"
    path.write_bytes(gzip.compress(f"{json.dumps(LINE)}\n\n{json.dumps({'id': 7, 'text': 'x'})}\n".encode()))
    first, second = publications_or_refused(path)
    assert (first.id, first.source, first.lang, first.title) == ("d1", "Daily", "en", "News")
    assert first.published_at == datetime(2019, 7, 18, 12, tzinfo=UTC)
    assert first.media == {"a" * 64}
    assert len(first.text_digest or "") == 64
    assert (second.id, second.source, second.published_at) == ("7", None, None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2019-07-18", datetime(2019, 7, 18, tzinfo=UTC)),
        ("2019-07-18T12:00:00", datetime(2019, 7, 18, 12, tzinfo=UTC)),
        ("2019-07-18T15:00:00+03:00", datetime(2019, 7, 18, 12, tzinfo=UTC)),
        (None, None),
    ],
)
def test_days_and_instants(written, read):
    """A day is its midnight, a time without a zone is UTC, and none is none."""
    assert publication({**LINE, "published_at": written}, "line 1").published_at == read


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": None}, "id: missing"),
        ({"id": True}, "id: missing"),
        ({"text": 7}, "text: missing"),
        ({"source": 7}, "source: not a text"),
        ({"published_at": "yesterday"}, "published_at: not a time"),
        ({"published_at": 7}, "published_at: not a text"),
        ({"media": ["x"]}, "media: not a list"),
    ],
)
def test_what_is_no_document_is_refused_with_its_place(change, words):
    """The message names line and field, and not what stood there."""
    with pytest.raises(Malformed, match=f"story.jsonl, line 3: {words}"):
        publication({**LINE, **change}, "story.jsonl, line 3")


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"'])
def test_what_is_no_object_is_refused(tmp_path, body):
    """Line by line: the others are read."""
    path = tmp_path / "story.jsonl"
    path.write_bytes(body + b'\n{"id": "a", "text": "two killed"}\n')
    broken, read = publications_or_refused(path)
    assert broken.position == 1
    assert broken.reasons[0].startswith("not ")
    assert read.text == "two killed"


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    """By its name."""
    with pytest.raises(Unavailable, match=r"none.jsonl: No such file"):
        list(publications_or_refused(tmp_path / "none.jsonl"))


@pytest.mark.parametrize("body", [b"", b"\n \n", gzip.compress(b"")], ids=["nothing", "blanks", "nothing, packed"])
def test_a_file_without_a_document_is_refused(tmp_path, body):
    """Nothing read is no answer: it would look like a story in which nothing drifted."""
    path = tmp_path / "story.jsonl"
    path.write_bytes(body)
    with pytest.raises(InvalidInput, match="nothing but blanks"):
        list(publications_or_refused(path))


def test_a_folder_and_a_damaged_file_are_said_so(tmp_path):
    """Each by what it is."""
    with pytest.raises(InvalidInput, match="a folder; name the files in it"):
        list(publications_or_refused(tmp_path))
    path = tmp_path / "story.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "two killed"}\n' * 100)[:-12])
    with pytest.raises(InvalidInput, match=r"story\.jsonl\.gz"):
        list(publications_or_refused(path))


@given(st.dictionaries(st.sampled_from(sorted(LINE)), st.none() | st.text() | st.integers() | st.lists(st.text())))
def test_any_row_is_a_document_or_refused(row):
    """Nothing else is raised."""
    with contextlib.suppress(Malformed):
        assert publication(row, "line 1").text == row["text"]
