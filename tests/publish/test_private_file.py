"""A private file: its owner's only, whole or not there, and nobody's file overwritten unasked."""

import os
import stat
import sys

import pytest

from vigil.model.errors import InvalidInput, Unavailable
from vigil.publish import private_file
from vigil.publish.private_file import write_private


def names(folder):
    return [path.name for path in folder.iterdir()]


needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no file modes")


@needs_modes
@pytest.mark.parametrize("overwrite", [False, True])
def test_only_the_owner_can_read_it(tmp_path, overwrite):
    """Mode 0600 whatever the umask, also over a file that was open to all."""
    path = tmp_path / "board.html"
    if overwrite:
        path.write_text("old")
        path.chmod(0o644)
    before = os.umask(0)
    try:
        write_private(path, "نورس", overwrite=overwrite)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8") == "نورس"
    assert names(tmp_path) == ["board.html"]


def test_a_file_that_is_there_stays_unless_asked(tmp_path):
    """A slip of the keyboard destroys nothing."""
    path = tmp_path / "board.html"
    path.write_text("old")
    with pytest.raises(InvalidInput, match="exists already"):
        write_private(path, "new")
    assert path.read_text() == "old"
    write_private(path, "new", overwrite=True)
    assert path.read_text() == "new"


@needs_modes
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_is_not_followed(tmp_path, overwrite):
    """A link planted at the name does not lead the page elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    path = tmp_path / "board.html"
    path.symlink_to(elsewhere)
    if overwrite:
        write_private(path, "new", overwrite=True)
        assert not path.is_symlink()
    else:
        with pytest.raises(InvalidInput):
            write_private(path, "new")
    assert not elsewhere.exists()


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_full_disk_leaves_nothing_behind(tmp_path, overwrite, monkeypatch):
    """What could not be written whole is taken away, and the old file stays."""
    path = tmp_path / "board.html"
    if overwrite:
        path.write_text("old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_file.os, "fsync", full)
    with pytest.raises(Unavailable, match="No space left"):
        write_private(path, "new", overwrite=overwrite)
    assert names(tmp_path) == (["board.html"] if overwrite else [])
    assert not overwrite or path.read_text() == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """The error says what is missing."""
    with pytest.raises(Unavailable, match="nowhere"):
        write_private(tmp_path / "nowhere" / "board.html", "x")
