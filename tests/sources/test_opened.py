"""A file about to be read: there, a file, not empty, and the same to the end."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.opened import OpenedFile


def test_the_digest_is_of_the_bytes_as_they_are(tmp_path: Path) -> None:
    """SHA-256 of the file, so that anybody can check it."""
    (tmp_path / "a").write_bytes(b"bytes")
    opened = OpenedFile.at(tmp_path / "a")
    assert (opened.digest, opened.size) == (hashlib.sha256(b"bytes").hexdigest(), 5)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, nothing at all, or an empty file."""
    (tmp_path / "empty").write_bytes(b"")
    for path, says in ((tmp_path, "a folder"), (tmp_path / "empty", "empty")):
        with pytest.raises(InvalidInput, match=says):
            OpenedFile.at(path)
    with pytest.raises(Unavailable, match="No such file"):
        OpenedFile.at(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    """It would be read twice: for its digest, and for its rows."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InvalidInput, match="not a file on disk"):
        OpenedFile.at(tmp_path / "pipe")
