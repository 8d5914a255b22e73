"""The documents in what was kept, and when they were published: by their own word, or by their keeper's."""

import json
from datetime import UTC, datetime

import pytest

from vigil.model.capture import Capture, describe
from vigil.model.errors import InvalidInput
from vigil.model.ids import CollectorName
from vigil.sources.documents import Documents
from vigil.sources.documents.kept import Unpacker, publications_kept
from vigil.sources.kept_file import COLLECTOR

AT = datetime(2016, 12, 15, 9, tzinfo=UTC)
PARAGRAPH = "Shells hit a bread queue on Tuesday and killed twelve people, the mayor said. " * 4
PAGE = (
    '<!DOCTYPE html><html><head><meta property="article:published_time" content="2016-12-13T10:00:00Z"></head>'
    f"<body><article><p>{PARAGRAPH}</p></article></body></html>"
).encode()


@pytest.fixture(scope="module")
def documents():
    with Documents(within_s=20) as opened:
        yield opened


def kept(documents, body, *, collector=COLLECTOR, **said):
    capture = Capture(body=body, captured_at=AT, collector=collector, collector_version="1", **said)
    return publications_kept(describe(capture), body, documents=documents)


def dates(documents, body, **said):
    return [(each.published_at, each.keepers_date) for each in kept(documents, body, **said)]


def test_a_text_has_the_date_its_keeper_says_and_says_whose_word_it_is(documents):
    """A day begins at midnight for the order of things, and stays a day where it is shown."""
    assert dates(documents, b"note") == [(None, None)]
    day = datetime(2016, 12, 14, tzinfo=UTC)
    assert dates(documents, b"note", published_on="2016-12-14?") == [(day, "2016-12-14?")]
    assert dates(documents, b"note", published_at=AT) == [(AT, "2016-12-15T09:00:00Z")]
    assert dates(documents, b"note", published_at=AT, collector=CollectorName("web")) == [(AT, None)]


def test_the_keeper_stands_before_what_a_page_says(documents):
    """They were asked, and know of reprints; without them the page's own word counts."""
    assert dates(documents, PAGE) == [(datetime(2016, 12, 13, tzinfo=UTC), None)]
    day = datetime(2016, 12, 14, tzinfo=UTC)
    assert dates(documents, PAGE, published_on="2016-12-14") == [(day, "2016-12-14")]


def test_of_many_documents_those_are_dated_that_do_not_say(documents):
    """A file of many has a day of its own; its lines are older."""
    lines = [{"id": 1, "text": "x", "published_at": "2016-12-04T10:00:00Z"}, {"id": 2, "text": "y"}]
    body = "\n".join(map(json.dumps, lines)).encode()
    assert dates(documents, body, published_on="2016-12-14") == [
        (datetime(2016, 12, 4, 10, tzinfo=UTC), None),
        (datetime(2016, 12, 14, tzinfo=UTC), "2016-12-14"),
    ]


def test_a_line_that_is_no_document_keeps_its_place(documents):
    """The others are read, and known by the same place when it is mended."""
    found = kept(documents, b'{"id": 1, "text": "x"}\n{"id": 2}\n\n{"id": 3, "text": "y"}\n')
    assert [getattr(each, "text", None) for each in found] == ["x", None, "y"]
    assert found[1].position == 2
    assert found[1].reasons == ("text: missing, or no text",)


def test_a_picture_holds_none_and_what_is_broken_is_said(documents):
    """Whatever its name."""
    assert kept(documents, b"\x89PNG\r\n\x1a\n" + bytes(20), name="a.txt") == []
    for body in (b'{"id": 1', b"{}\n", b"%PDF-1.4\nbroken", b" \n"):
        with pytest.raises(InvalidInput):
            kept(documents, body)


def test_an_unpacker_names_what_it_reads_with(documents):
    """With another version of it, what was unpacked is unpacked anew."""
    unpack = Unpacker(documents)
    assert "pypdf" in unpack.version
    assert "trafilatura" in unpack.version
    capture = Capture(body=b"note", captured_at=AT, collector=COLLECTOR, collector_version="1")
    assert [each.text for each in unpack(describe(capture), b"note")] == ["note"]
