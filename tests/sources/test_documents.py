"""Files of documents: text, HTML, PDF and JSON Lines, told by their content; broken and hostile ones get a sentence."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.documents import Documents, opening


@pytest.fixture
def documents():
    with Documents(within_s=20) as opened:
        yield opened


def made_pdf(*lines, pages=1):
    """A small PDF as the standard has it, with a table of where its objects are."""
    shown = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(pages):
        contents = 5 + 2 * page
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {contents} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    body += "".join(f"{place:010d} 00000 n \n" for place in places)
    body += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    return body.encode("latin-1")


def one(documents, path, **given):
    (found,) = documents.read(path, **given)
    return found


def test_plain_text_is_one_document(documents, tmp_path):
    """By the file's name, published on the day that is given."""
    path = tmp_path / "note.txt"
    path.write_bytes("Twelve people\r\nwere killed in حلب.".encode())
    found = one(documents, path, published_on=date(2016, 12, 14))
    assert (found.id, found.text) == ("note.txt", "Twelve people\nwere killed in حلب.")
    assert found.published_on == date(2016, 12, 14)


def test_a_page_is_read_for_its_main_text(documents, tmp_path):
    """With the title and the day it gives, without its menus and scripts."""
    path = tmp_path / "page.txt"  # the extension lies
    paragraph = "Shells hit a bread queue on Tuesday and killed twelve people, the mayor said. " * 4
    path.write_text(
        "<!DOCTYPE html><html><head><title>Bread queue</title>"
        '<meta property="article:published_time" content="2016-12-13T10:00:00Z"></head>'
        f"<body><nav>Home Sport</nav><article><h1>Bread queue</h1><p>{paragraph}</p></article>"
        "<script>var killed = 99;</script></body></html>",
        encoding="utf-8",
    )
    found = one(documents, path)
    assert "killed twelve people" in found.text
    assert "99" not in found.text
    assert (found.title, found.published_on) == ("Bread queue", date(2016, 12, 13))


def test_a_pdf_is_read_page_by_page(documents, tmp_path):
    """Lines of a sentence are put together again."""
    path = tmp_path / "report.pdf"
    path.write_bytes(made_pdf("Twelve people were", "killed in Douma.", pages=2))
    found = one(documents, path)
    assert found.text.count("Twelve people were killed in Douma.") == 2


def test_json_lines_give_one_document_a_line(documents, tmp_path):
    """With what they say of themselves; packed or not."""
    row = {"id": 7, "title": "T", "text": "Twelve.", "published_at": "2016-12-13T23:30:00+02:00", "lang": "en"}
    body = (json.dumps(row) + "\n\n" + json.dumps({"text": "Two."}) + "\n").encode()
    for name, written in (("a.jsonl", body), ("b.jsonl.gz", gzip.compress(body))):
        (tmp_path / name).write_bytes(written)
        first, second = documents.read(tmp_path / name)
        assert (first.id, first.title, first.published_on, first.lang) == ("7", "T", date(2016, 12, 13), "en")
        assert (second.id, second.text) == ("3", "Two.")


def test_a_broken_line_is_given_back_and_the_rest_is_read(documents, tmp_path):
    """With its number; never what stood in it."""
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "a"}\n{"text": \n{"text": "b"}\n')
    first, broken, third = documents.read(tmp_path / "a.jsonl")
    assert (first.text, third.text) == ("a", "b")
    assert broken.position == 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "nothing but blanks"),
        (b"  \n", "nothing but blanks"),
        (b'[{"text": "a"}]', "one object a line"),
        (b"PK\x03\x04abc", "zip"),
        (b"abc\0\0\0", "not text"),
        (b"%PDF-1.4\nbroken", "PDF"),
        (b"<html><body></body></html>", "no text"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_cannot_be_read_is_refused_with_its_reason(documents, tmp_path, body, said):
    """Which file, where in it, and what to do; never what stood in it."""
    path = tmp_path / "given"
    path.write_bytes(body)
    with pytest.raises(InvalidInput, match=said):
        list(documents.read(path))


def test_a_file_that_is_not_there_is_unavailable(documents, tmp_path):
    """It may come back."""
    with pytest.raises(Unavailable, match="No such file"):
        list(documents.read(tmp_path / "none.txt"))


def test_a_pdf_that_unfolds_without_end_is_stopped(tmp_path):
    """A page that is its own parent, a stream of a billion blanks: refused within the time it is given."""
    import zlib

    bomb = zlib.compress(b"(killed) Tj " * 20_000_000, 9)
    body = made_pdf("a").replace(b"/Length ", b"/Filter /FlateDecode /Length ")
    begin, end = body.index(b"stream\n") + 7, body.index(b"\nendstream")
    path = tmp_path / "bomb.pdf"
    path.write_bytes(body[:begin] + bomb + body[end:])
    with Documents(within_s=5, most_memory_bytes=1_000_000_000) as opened, pytest.raises(Malformed):
        list(opened.read(path))


def test_a_folder_and_a_file_without_an_end_are_refused(documents, tmp_path, monkeypatch):
    """A device has no size, and is read no further than a document can be long."""
    with pytest.raises(InvalidInput, match="a folder"):
        list(documents.read(tmp_path))
    monkeypatch.setattr(opening, "MOST_BYTES", 1 << 20)
    with pytest.raises(InvalidInput, match="longer than 1 MB"):
        list(documents.read(Path("/dev/zero")))
