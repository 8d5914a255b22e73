"""Documents as JSON Lines, of which none is lost: the good ones are read, the broken ones are named."""

import gzip

import pytest

from vigil.model.claim import Document
from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.documents.jsonl_file import documents_or_refused


def test_broken_lines_are_given_with_their_numbers(tmp_path):
    """And everything after them is read."""
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n\n{"id": \n[1]\n{"id": "b"}\n{"id": "c", "text": "y"}\n')
    found = list(documents_or_refused(path))
    assert [each.id for each in found if isinstance(each, Document)] == ["a", "c"]
    broken = [each for each in found if not isinstance(each, Document)]
    assert [(each.position, each.reasons[0]) for each in broken] == [
        (3, "not JSON (unexpected end of data)"),
        (4, "not a JSON object"),
        (5, "text: missing, or no text"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": 1}', "text: missing, or no text"),
        ('{"id": [], "text": "a"}', "id: neither text nor number"),
        ('{"text": "a", "lang": 1}', "lang: not a text"),
        ('{"text": "a", "published_at": "soon"}', "published_at: not a day"),
        ('{"text": "\\ud83d', "not JSON"),
        ('{"text": "\\ud83d", "a": ' + "[" * 100_000, "not JSON"),
        ('"\\ud83d"', "not a JSON object"),
        ("nul", "not JSON"),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_no_document_is_refused_with_its_reason(tmp_path, line, said):
    """And never with what stood in it."""
    (tmp_path / "news.jsonl").write_text(f"{line}\n", encoding="utf-8")
    (found,) = documents_or_refused(tmp_path / "news.jsonl")
    assert found.reasons[0].startswith(said)


def test_gzip_and_half_a_surrogate_pair_are_taken(tmp_path):
    """As in every other command."""
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "broken \\ud83d emoji"}\n'))
    (found,) = documents_or_refused(path)
    assert found.text == "broken \ud83d emoji"


def test_a_file_of_nothing_or_no_file_is_said(tmp_path):
    """Not passed off as no documents."""
    (tmp_path / "empty.jsonl").write_text("\n \n")
    with pytest.raises(InvalidInput, match="nothing but blanks"):
        list(documents_or_refused(tmp_path / "empty.jsonl"))
    with pytest.raises(Unavailable):
        list(documents_or_refused(tmp_path / "none.jsonl"))
