"""A file that nobody but its owner can read, whole or not there at all."""

import contextlib
import os
import secrets
from pathlib import Path

from vigil.model.errors import InvalidInput, Unavailable

_OWNER_ONLY = 0o600


def write_private(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write the text to `path`, mode 0600 from the first byte on.

    Raises:
        InvalidInput: The file exists (or a link of that name does), and `overwrite` was not asked for.
        Unavailable: The folder is not there, the disk is full, or writing is not allowed.
    """
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.part")
    try:
        if overwrite:
            _write_new(part, text)
            part.replace(path)
        else:
            _write_new(path, text)
    except FileExistsError as error:
        raise InvalidInput(f"{path} exists already: name another file, or say that it may be overwritten") from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet; what could not be written whole is taken away again."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
