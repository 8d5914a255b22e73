"""The plain page of a case: `vigil.json`, read before any passphrase is asked for. It holds no name and no secret.

It says which format this is, which database file is the live one, and holds the case's master key, sealed (keys.py).
Replacing this one small file, which a file system does at once or not at all, is how restore, rekey and upgrade
switch from one database file to the next.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from vigil.model.errors import IntegrityError, InvalidInput, Unavailable
from vigil.store.syncing import sync_folder

HEADER_NAME = "vigil.json"
FORMAT = 1
"""The newest format of this page, and of how a key opens a database, that this Vigil understands."""

CIPHER = "sqlcipher-4"  # SQLCipher 4's defaults: AES-256-CBC with HMAC-SHA512, 4,096-byte pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The master key sealed under one secret; bytes in hexadecimal."""

    opens_with: str  # passphrase, recovery_key
    kdf: str  # scrypt, hkdf-sha256
    salt: str
    nonce: str = ""
    sealed: str = ""
    n: int = 0  # scrypt: cost; 0 with another kdf
    r: int = 0  # scrypt: block size
    p: int = 0  # scrypt: parallelism


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What `vigil.json` says."""

    schema: int  # of the live database, so that an older Vigil can refuse before it asks for the passphrase
    database: str  # the live database's file name, inside the case's folder
    cipher: str | None  # None: a plain case
    locks: tuple[Lock, ...] = ()
    previous: "Header | None" = None  # what an undo goes back to; never nested deeper than one
    previous_left_by: str | None = None  # restore or upgrade

    @property
    def encrypted(self) -> bool:
        """Whether a secret is needed."""
        return self.cipher is not None

    def followed_by(self, successor: "Header", *, left_by: str) -> "Header":
        """The successor, with this one kept beside it for an undo."""
        return replace(
            successor, previous=replace(self, previous=None, previous_left_by=None), previous_left_by=left_by
        )

    def next_database(self) -> str:
        """A file name that neither this header nor the one before it uses."""
        numbers = [_number(self.database)] + ([_number(self.previous.database)] if self.previous else [])
        return f"case-{max(numbers) + 1}.db"


def is_case(folder: Path) -> bool:
    """Whether there is a case in a folder, whole or damaged."""
    return (folder / HEADER_NAME).exists()


def read_header(folder: Path) -> Header:
    """The case's plain page.

    Raises:
        InvalidInput: There is no case here, or it is a newer Vigil's.
        IntegrityError: The page is damaged.
        Unavailable: It cannot be read.
    """
    try:
        text = (folder / HEADER_NAME).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InvalidInput(f"there is no case at {folder}: `vigil new` makes one") from error
    except OSError as error:
        raise Unavailable(f"{folder / HEADER_NAME} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise IntegrityError(f"{folder / HEADER_NAME} is damaged: restore it from a backup") from error
    try:
        page = json.loads(text)
        written_as = int(page["vigil_case"])
        header = _header(page) if written_as <= FORMAT else None
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityError(f"{folder / HEADER_NAME} is damaged: restore it from a backup") from error
    if header is None:
        raise InvalidInput(
            f"this case was written by a newer Vigil (case format {written_as}; this one reads up to {FORMAT}): "
            "install that version; nothing was changed"
        )
    return header


def write_header(folder: Path, header: Header) -> None:
    """Replace the plain page at once or not at all, and see it on disk before returning.

    Raises:
        Unavailable: It cannot be written; the page is as it was.
    """
    try:
        _replace(folder, header)
    except OSError as error:
        raise Unavailable(
            f"{folder / HEADER_NAME} cannot be written ({error.strerror}); nothing was changed"
        ) from error


def _replace(folder: Path, header: Header) -> None:
    page = {"vigil_case": FORMAT, **_page(header)}
    fresh = folder / f"{HEADER_NAME}.new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(page, file, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / HEADER_NAME)
    sync_folder(folder)


def _page(header: Header) -> dict[str, Any]:
    page = asdict(header)
    if header.previous is None:
        del page["previous"], page["previous_left_by"]
    else:
        page["previous"] = _page(header.previous)
    return page


def _header(page: dict[str, Any]) -> Header:
    previous = page.get("previous")
    database = str(page["database"])
    if Path(database).name != database:  # a page from elsewhere must not lead outside its folder
        raise ValueError(database)
    return Header(
        schema=int(page["schema"]),
        database=database,
        cipher=page["cipher"],
        locks=tuple(Lock(**lock) for lock in page["locks"]),
        previous=_header(previous) if previous else None,
        previous_left_by=page.get("previous_left_by"),
    )


def _number(database: str) -> int:
    digits = "".join(character for character in database if character.isdigit())
    return int(digits or 0)
