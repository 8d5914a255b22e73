"""A private file: its owner's only, whole or not there, and nobody's file overwritten unasked."""

import os
import stat
import sys
from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput, Unavailable
from vigil.publish import private_file
from vigil.publish.private_file import refuse_unwritable, write_private


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


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_is_no_file(tmp_path, monkeypatch, overwrite):
    """`.` and every other folder are refused with a sentence, whatever was asked for."""
    monkeypatch.chdir(tmp_path)
    for folder in (Path(), tmp_path):
        with pytest.raises(InvalidInput, match="a folder"):
            write_private(folder, "x", overwrite=overwrite)
    assert names(tmp_path) == []


def test_what_is_no_file_on_disk_is_never_replaced(tmp_path):
    """Overwriting means a file: a device or a pipe of that name stays."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InvalidInput, match="not a file"):
        write_private(tmp_path / "pipe", "x", overwrite=True)
    assert names(tmp_path) == ["pipe"]


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path):
    """The name is taken at the end, and only if nobody took it first."""
    path = tmp_path / "alarms"

    def write_while_another_does():
        with private_file.private_file(path) as file:
            file.write(b"ours")
            path.write_text("theirs")

    with pytest.raises(InvalidInput, match="--overwrite"):
        write_while_another_does()
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["alarms"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_it_works_where_files_cannot_be_linked(tmp_path, monkeypatch, overwrite):
    """A USB stick's file system knows no hard links."""

    def unknown(_part, _path):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(private_file.os, "link", unknown)
    write_private(tmp_path / "board.html", "x", overwrite=overwrite)
    assert names(tmp_path) == ["board.html"]


def test_what_could_not_be_written_is_known_before_the_work(tmp_path):
    """Asked first: a name that is read from, by whatever link, a name that is taken, a folder that is not there."""
    (tmp_path / "in").write_text("x")
    (tmp_path / "link").symlink_to("in")
    os.link(tmp_path / "in", tmp_path / "twin")
    for name in ("in", "link", "twin"):
        with pytest.raises(InvalidInput, match="read from"):
            refuse_unwritable(tmp_path / name, overwrite=True, inputs=[tmp_path / "in"])
    with pytest.raises(InvalidInput, match="--overwrite"):
        refuse_unwritable(tmp_path / "in")
    with pytest.raises(Unavailable, match="nowhere"):
        refuse_unwritable(tmp_path / "nowhere" / "out")
    refuse_unwritable(tmp_path / "out", inputs=[tmp_path / "in"])
    assert sorted(names(tmp_path)) == ["in", "link", "twin"]
