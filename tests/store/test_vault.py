"""Files of the vault: whole or not there, and private."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vigil.model.errors import IntegrityError, Unavailable
from vigil.store.vault import FolderVault, MemoryVault
from vigil.usecases.ports import Missing

NAME, OTHER = bytes(32), bytes([7]) * 32


@pytest.fixture(params=["memory", "folder"])
def vault(request, tmp_path):
    return MemoryVault() if request.param == "memory" else FolderVault(tmp_path)


def test_what_is_put_is_read(vault):
    """Any number of files, each by its name; a second time in the first's place."""
    vault.begin()
    vault.put([])
    vault.put([(NAME, b"one"), (OTHER, b"two")])
    vault.put([(NAME, b"three")])
    vault.end()
    assert (vault.read(NAME), vault.read(OTHER)) == (b"three", b"two")
    assert set(vault.names()) == {NAME, OTHER}
    vault.remove([NAME])
    assert set(vault.names()) == {OTHER}
    with pytest.raises(Missing):
        vault.read(NAME)


def test_only_the_owner_may_look(tmp_path):
    """Files 0600, folders 0700, and no hour of writing on them."""
    vault = FolderVault(tmp_path)
    vault.begin()
    vault.put([(NAME, b"one")])
    [path] = [each for each in tmp_path.rglob("*") if each.is_file() and each.name != "unfinished"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == path.parent.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mtime == 0


def test_a_writer_that_was_cut_short_is_known(tmp_path):
    """Until `end`, the next one is told."""
    vault = FolderVault(tmp_path)
    assert not vault.begin()
    assert vault.begin()
    vault.end()
    assert not vault.begin()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="which file a number is, Linux says in /proc")
def test_files_are_synced_before_they_have_their_name(tmp_path, monkeypatch):
    """File, then name, then folder: what is acknowledged survives a power cut."""
    events = []
    sync, replace = os.fsync, type(tmp_path).replace

    def note(number):
        events.append(str(Path(f"/proc/self/fd/{number}").readlink()))
        sync(number)

    monkeypatch.setattr(os, "fsync", note)
    monkeypatch.setattr(
        type(tmp_path), "replace", lambda self, to: (events.append(f"rename {to.name}"), replace(self, to))
    )
    FolderVault(tmp_path).begin()
    events.clear()
    FolderVault(tmp_path).put([(NAME, b"one")])
    written = [event for event in events if not event.endswith("vault")]  # the making of the folder itself
    assert written[0].endswith(".part")
    assert written[1] == f"rename {NAME.hex()}"
    assert written[2].endswith("/vault/00")


_FILL = """
import resource, sys
from pathlib import Path
from vigil.model.errors import Unavailable
from vigil.store.vault import FolderVault
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
vault = FolderVault(Path(sys.argv[1]))
vault.begin()
vault.put([(bytes(32), b"small")])
try:
    vault.put([(bytes([7]) * 32, b"x" * 20_000)])
except Unavailable as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")
def test_a_full_disk_leaves_no_half_file(tmp_path):
    """What does not fit is not there under its name, and it is said so."""
    done = subprocess.run([sys.executable, "-c", _FILL, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "Make room" in done.stdout
    vault = FolderVault(tmp_path)
    assert list(vault.names()) == [bytes(32)]
    assert not list(tmp_path.rglob("*.part"))


def test_a_copy_is_compared(tmp_path, monkeypatch):
    """Copying gives every file, and a copy that differs is an error."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    FolderVault(one).begin()
    FolderVault(one).put([(NAME, b"one"), (OTHER, b"two")])
    FolderVault(two).begin()
    assert FolderVault(one).copy_to(two) == 2
    assert FolderVault(two).read(OTHER) == b"two"
    monkeypatch.setattr(FolderVault, "put", lambda *_: None)
    FolderVault(one).put([])
    (one / "vault" / "00" / NAME.hex()).write_bytes(b"else")
    with pytest.raises(IntegrityError, match="check the disk"):
        FolderVault(one).copy_to(two)


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    """Words, not a traceback."""
    (tmp_path / "vault").write_text("in the way")
    with pytest.raises(Unavailable):
        FolderVault(tmp_path).begin()
