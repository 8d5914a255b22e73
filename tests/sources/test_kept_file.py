"""A file kept by hand is its bytes, and what its keeper says of it."""

import io
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources import kept_file
from vigil.sources.kept_file import capture_of_file

AT = datetime(2016, 12, 4, tzinfo=UTC)


def test_bytes_and_name_are_kept_and_no_folder(tmp_path):
    """Not one byte is read otherwise, and the path stays here."""
    (tmp_path / "صورة.jpg").write_bytes(b"\r\n\xff\x00")
    kept = capture_of_file(tmp_path / "صورة.jpg", captured_at=AT, url="https://example.org/")
    assert (kept.body, kept.name, kept.url, kept.published_at) == (
        b"\r\n\xff\x00",
        "صورة.jpg",
        "https://example.org/",
        None,
    )
    assert kept.collector == "by hand"


def test_the_day_it_was_published_is_what_its_keeper_says(tmp_path):
    """A day stays a day: nobody said a time."""
    (tmp_path / "a.txt").write_bytes(b"a")
    kept = capture_of_file(tmp_path / "a.txt", captured_at=AT, published_on="2016-12-04?")
    assert (kept.published_at, kept.published_on) == (None, "2016-12-04?")


def test_a_dash_is_stdin(monkeypatch):
    """What comes through a pipe has no name."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"piped")))
    kept = capture_of_file(Path("-"), captured_at=AT)
    assert (kept.body, kept.name) == (b"piped", None)


def test_what_cannot_be_kept_is_said(tmp_path, monkeypatch):
    """Nothing there, a folder, empty, too large, not to be read."""
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(b"x" * 11)
    monkeypatch.setattr(kept_file, "MOST_BYTES", 10)
    for name in ("nothing", ".", "empty", "large"):
        with pytest.raises(InvalidInput):
            capture_of_file(tmp_path / name, captured_at=AT)
    with pytest.raises(InvalidInput, match="ftp: is not fetched"):
        capture_of_file(Path("ftp://files.example/report.pdf"), captured_at=AT)
    with pytest.raises(Unavailable):
        capture_of_file(tmp_path / "large" / "in a file", captured_at=AT)
