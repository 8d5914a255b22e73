"""A file that nobody but its owner can read, whole or not there at all."""

import contextlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vigil.model.errors import InvalidInput, Unavailable

_OWNER_ONLY = 0o600


def write_private(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write the text to `path`, mode 0600 from the first byte on.

    Raises:
        InvalidInput: It is a folder, or the file (or a link of that name) is there and `overwrite` was not asked for.
        Unavailable: The folder is not there, the disk is full, or writing is not allowed.
    """
    with private_file(path, overwrite=overwrite) as file:
        file.write(text.encode())


@contextmanager
def private_file(path: Path, *, overwrite: bool = False) -> Iterator[BinaryIO]:
    """A new file, mode 0600 from the first byte on, that takes its name once it was written to its end.

    Raises:
        InvalidInput: It is a folder, or the file (or a link of that name) is there and `overwrite` was not asked for.
        Unavailable: The folder is not there, the disk is full, or writing is not allowed.
    """
    _refuse_name(path, overwrite=overwrite)
    part = _part_of(path)
    try:
        with _new(part) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_name(part, path, overwrite=overwrite)
    except FileExistsError as error:  # it came to be there while we wrote
        raise _taken(path) from error
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def refuse_unwritable(path: Path, *, overwrite: bool = False, inputs: Iterable[Path] = ()) -> None:
    """See that a private file can be written at `path`, before the work of what goes in it is done.

    Raises:
        InvalidInput: It is a folder, one of the files that are read, or is there and `overwrite` was not asked for.
        Unavailable: The folder is not there, or writing is not allowed.
    """
    if any(_same_file(path, one) for one in inputs):
        raise InvalidInput(f"{path}: this file is read from; write to another, or it would be destroyed")
    _refuse_name(path, overwrite=overwrite)
    part = _part_of(path)
    try:
        _new(part).close()
        part.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def _refuse_name(path: Path, *, overwrite: bool) -> None:
    if path.is_dir() and not path.is_symlink():
        raise InvalidInput(f"{path}: a folder; name a file in it")
    try:
        there = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise _unwritable(path, error) from error
    if not overwrite:
        raise _taken(path)
    if not (stat.S_ISREG(there.st_mode) or stat.S_ISLNK(there.st_mode)):
        raise InvalidInput(f"{path}: not a file on disk; name one")


def _same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, through links or not."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.part")


def _new(part: Path) -> BinaryIO:
    return os.fdopen(
        os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY), "wb"
    )


def _take_name(part: Path, path: Path, *, overwrite: bool) -> None:
    """Give the finished file its name; without `overwrite` only if nobody has it."""
    if not overwrite:
        try:
            os.link(part, path)  # fails where the name is taken; a rename would replace it
        except FileExistsError:
            raise
        except OSError as error:  # a file system without hard links, such as a USB stick's
            if os.path.lexists(path):
                raise FileExistsError from error
        else:
            return
    part.replace(path)


def _taken(path: Path) -> InvalidInput:
    return InvalidInput(f"{path} exists already: name another file, or give --overwrite to replace it")


def _unwritable(path: Path, error: OSError) -> Unavailable:
    return Unavailable(f"{path} cannot be written: {error.strerror or error}")
