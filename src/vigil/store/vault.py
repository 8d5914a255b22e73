"""The vault: sealed contents as files beside the database, each whole on disk before anything acknowledges it.

A file is written under another name in its own folder, synced, renamed, and its folder synced. A kill or a full disk
leaves at most a file that no row speaks of: harmless, and removed by the next writer that finds `unfinished` there.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from vigil.model.errors import IntegrityError, Unavailable
from vigil.store.syncing import sync_folder
from vigil.usecases.ports import Missing

VAULT = "vault"
_UNFINISHED = "unfinished"
_PART = ".part"
_AT_ONCE = 8
"""Files synced at a time: the file system commits those of one moment together."""


class Vault(Protocol):
    """Sealed contents by name. What `put` has returned from is on disk."""

    def begin(self) -> bool:
        """Note that files will be written; whether an earlier writer was cut short."""
        ...

    def put(self, files: Sequence[tuple[bytes, bytes]]) -> None:
        """Write files, and see them on disk before returning."""
        ...

    def end(self) -> None:
        """Note that everything written has its row."""
        ...

    def read(self, name: bytes) -> bytes:
        """The sealed bytes of a content.

        Raises:
            Missing: There is no such file.
        """
        ...

    def names(self) -> Iterator[bytes]:
        """The names of all files, in no order."""
        ...

    def remove(self, names: Iterable[bytes]) -> None:
        """Remove files, and whatever was left half-written."""
        ...


class FolderVault:
    """A vault in a case's folder."""

    def __init__(self, case: Path) -> None:
        self._folder = case / VAULT

    def begin(self) -> bool:
        """Note that files will be written; whether an earlier writer was cut short."""
        mark = self._folder / _UNFINISHED
        cut_short = mark.exists()
        try:
            _made(self._folder)
            os.close(os.open(mark, os.O_WRONLY | os.O_CREAT, 0o600))
        except OSError as error:
            raise _cannot(error) from error
        return cut_short

    def put(self, files: Sequence[tuple[bytes, bytes]]) -> None:
        """Write files, and see them on disk before returning.

        Raises:
            Unavailable: The disk is full or refuses; nothing refers to what was written so far.
        """
        if not files:
            return
        try:
            _made(self._folder)
            folders = {self._path(name).parent for name, _ in files}
            for folder in sorted(folders):
                _made(folder)
            # More bytes than these are never held by threads at once; each thread writes, syncs and renames one file.
            with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
                list(pool.map(self._write, files))
                list(pool.map(sync_folder, folders))
        except OSError as error:
            raise _cannot(error) from error

    def end(self) -> None:
        """Note that everything written has its row."""
        with suppress(OSError):
            (self._folder / _UNFINISHED).unlink()

    def read(self, name: bytes) -> bytes:
        """The sealed bytes of a content.

        Raises:
            Missing: There is no such file.
            Unavailable: It cannot be read.
        """
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise Missing("a file of the vault is missing") from error
        except OSError as error:
            raise Unavailable(f"a file of the vault cannot be read: {error.strerror}") from error

    def names(self) -> Iterator[bytes]:
        """The names of all files, in no order."""
        for path in self._paths():
            with suppress(ValueError):
                yield bytes.fromhex(path.name)

    def remove(self, names: Iterable[bytes]) -> None:
        """Remove files, and whatever was left half-written."""
        for name in names:
            with suppress(FileNotFoundError):
                self._path(name).unlink()
        for path in self._paths():
            if path.suffix == _PART:
                with suppress(FileNotFoundError):
                    path.unlink()

    def copy_to(self, case: Path) -> int:
        """Copy every file into another case's vault, in the place of those of the same name; gives how many.

        Raises:
            Unavailable: The disk is full or refuses.
            IntegrityError: A copy is not what was copied.
        """
        other, n = FolderVault(case), 0
        for name in self.names():
            sealed = self.read(name)
            other.put([(name, sealed)])
            if other.read(name) != sealed:
                raise IntegrityError("a copied file of the vault is not what was copied: check the disk")
            n += 1
        return n

    def _path(self, name: bytes) -> Path:
        words = name.hex()
        return self._folder / words[:2] / words

    def _paths(self) -> Iterator[Path]:
        for folder in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            with os.scandir(folder) as entries:
                for entry in entries:
                    yield Path(entry.path)

    def _write(self, file: tuple[bytes, bytes]) -> None:
        name, sealed = file
        path = self._path(name)
        fresh = path.with_suffix(_PART)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(sealed)
                stream.flush()
                os.fsync(stream.fileno())
            os.utime(fresh, (0, 0))  # a copy of the folder need not carry the hours at which captures came
            fresh.replace(path)
        except BaseException:
            with suppress(OSError):
                fresh.unlink()
            raise


class MemoryVault:
    """A vault that is gone when it is let go of."""

    def __init__(self) -> None:
        self._files: dict[bytes, bytes] = {}
        self._unfinished = False

    def begin(self) -> bool:
        """Note that files will be written; whether an earlier writing was undone."""
        before, self._unfinished = self._unfinished, True
        return before

    def put(self, files: Sequence[tuple[bytes, bytes]]) -> None:
        """Keep files."""
        self._files.update(files)

    def end(self) -> None:
        """Note that everything written has its row."""
        self._unfinished = False

    def read(self, name: bytes) -> bytes:
        """The sealed bytes of a content.

        Raises:
            Missing: There is no such file.
        """
        if name not in self._files:
            raise Missing("a file of the vault is missing")
        return self._files[name]

    def names(self) -> Iterator[bytes]:
        """The names of all files."""
        yield from list(self._files)

    def remove(self, names: Iterable[bytes]) -> None:
        """Remove files."""
        for name in names:
            self._files.pop(name, None)


def _made(folder: Path) -> None:
    """The folder, there and on disk, that only its owner may enter."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def _cannot(error: OSError) -> Unavailable:
    return Unavailable(
        f"a captured content cannot be written ({error.strerror or error}): nothing of this batch was kept. "
        "Make room, then run the same command again"
    )
