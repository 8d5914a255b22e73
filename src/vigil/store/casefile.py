"""A case as a folder on disk: making one and opening it. Changing its passphrase or schema is keeping.py's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from vigil.model.errors import IntegrityError, InvalidInput, Unavailable, VigilError, WrongPassphrase
from vigil.store.database import Database, open_database
from vigil.store.header import CIPHER, Header, is_case, read_header, write_header
from vigil.store.holding import held, held_sentence, importing, listening
from vigil.store.keys import (
    CAREFUL,
    Keyring,
    ScryptCost,
    locks_for,
    new_key,
    new_recovery_key,
    open_key,
)
from vigil.store.migrate import SHIPPED, Steps, lay_record, migrate, newer_sentence, schema_of
from vigil.store.reading import StoredCase
from vigil.store.vault import FolderVault
from vigil.store.writing import WritableCase
from vigil.usecases.ports import Secrets

CLOSED_LIST = "closed-sha256.txt"
"""In the folder of a closed case: the SHA-256 of each file; its signature is beside it, as .sig (store/closing.py)."""


def create_case(
    folder: Path,
    *,
    passphrase: str | None,
    created_at: datetime,
    written_by: str,
    recovery: bool = False,
    cost: ScryptCost = CAREFUL,
    steps: Steps = SHIPPED,
) -> str | None:
    """Make an empty case; gives its recovery key where one was asked for. Without a passphrase it is plain.

    Raises:
        InvalidInput: There is something at this path already, or a recovery key is asked for a plain case.
        Unavailable: The folder cannot be made.
    """
    if recovery and passphrase is None:
        raise InvalidInput("an unencrypted case needs no recovery key")
    make_folder(folder)
    key = None if passphrase is None else new_key()
    recovery_key = new_recovery_key() if recovery else None
    header = Header(
        schema=steps.newest,
        database="case-1.db",
        cipher=CIPHER if key else None,
        locks=locks_for(key, passphrase, recovery_key, cost=cost),
    )
    with database_of(folder, header, key) as database:
        migrate(database, Keyring(key), steps)
        lay_record(database, created_at=created_at, written_by=written_by)
    write_header(folder, header)  # last: a folder without its header is no case yet
    return recovery_key


@contextmanager
def reading_case(folder: Path, secrets: Secrets, *, steps: Steps = SHIPPED) -> Iterator[StoredCase]:
    """A case open for reading, as it stood when it was first read from: a commit made meanwhile is not seen.

    Raises:
        WrongPassphrase: The secret does not open it.
        InvalidInput: There is no case, no secret was given, or its schema is another than this Vigil's.
        CaseHeld: It is being restored, rekeyed or upgraded.
    """
    with held(folder_there(folder), purpose="reading"):
        header = current_header(folder, steps)
        key = open_key(header, secrets)
        with database_of(folder, header, key, reading=True) as database:
            _insist_on_schema(database, steps)
            database.run("BEGIN")
            yield StoredCase(
                database, path=folder, encrypted=header.encrypted, keyring=Keyring(key), vault=FolderVault(folder)
            )


@contextmanager
def writing_case(folder: Path, secrets: Secrets, *, steps: Steps = SHIPPED) -> Iterator[WritableCase]:
    """A case open for writing beside any number of readers; each write waits up to 10 s for its turn.

    Raises:
        WrongPassphrase: The secret does not open it.
        InvalidInput: There is no case, no secret was given, or its schema is another than this Vigil's.
        CaseHeld: It is being restored, rekeyed or upgraded.
    """
    with held(folder_there(folder), purpose="writing"):
        header = current_header(folder, steps)
        key = open_key(header, secrets)
        with database_of(folder, header, key) as database:
            _insist_on_schema(database, steps)
            case = WritableCase(
                database,
                path=folder,
                encrypted=header.encrypted,
                keyring=Keyring(key),
                vault=FolderVault(folder),
                keeps_unknown=header.previous is not None,  # an undo goes back to a database with files of its own
                import_lock=lambda: importing(folder),
                listen_lock=lambda: listening(folder),
            )
            try:
                yield case
            finally:
                case.close()
                _open_again(folder, case)


def _open_again(folder: Path, case: WritableCase) -> None:
    """Take away the list of a closed case's files once something was logged after it was closed."""
    own = [folder / name for name in (CLOSED_LIST, f"{CLOSED_LIST}.sig")]
    if any(path.is_file() for path in own):
        with suppress(VigilError, OSError):
            if not case.evidence.ends_closed():
                for path in own:
                    path.unlink(missing_ok=True)


@contextmanager
def database_of(folder: Path, header: Header, key: bytes | None, *, reading: bool = False) -> Iterator[Database]:
    """The live database of a case, open."""
    path = folder / header.database
    make_private(path)
    try:
        database = open_database(path, key, who_holds=lambda: held_sentence(folder), reading=reading)
    except WrongPassphrase as error:  # what the secret opened, or what needs none, is the header's key: that was right
        raise IntegrityError(
            "the case's database does not open under its key: it is damaged, or another case's. "
            "`vigil case restore` goes back to a backup"
        ) from error
    try:
        yield database
    finally:
        database.close()


def folder_there(folder: Path) -> Path:
    """The folder, once it is known to hold a case.

    Raises:
        InvalidInput: There is no case here, or it is a newer Vigil's.
    """
    read_header(folder)
    return folder


def current_header(folder: Path, steps: Steps) -> Header:
    """The plain page of a case this Vigil can open. Asked before the passphrase is.

    Raises:
        InvalidInput: The case is a newer Vigil's, or an older one's and not upgraded yet.
    """
    header = read_header(folder)
    if header.schema > steps.newest:
        raise InvalidInput(newer_sentence(header.schema, steps.newest))
    if header.schema < steps.newest:
        raise InvalidInput(
            f"this case has an older schema ({header.schema}; this Vigil works with {steps.newest}): "
            "`vigil case upgrade` brings it up to date, keeps a copy first, and can be undone"
        )
    return header


def make_folder(folder: Path) -> None:
    """A new folder that only its owner may enter.

    Raises:
        InvalidInput: There is something there already.
        Unavailable: It cannot be made.
    """
    refuse_taken(folder)
    try:
        folder.mkdir(mode=0o700, parents=False, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise Unavailable(f"{folder} cannot be made: {error.strerror}") from error


def refuse_taken(folder: Path) -> None:
    """See that a new case can be made at a path, and make nothing.

    Raises:
        InvalidInput: There is something there already.
        Unavailable: There is no folder to make it in, or it cannot be looked at.
    """
    if is_case(folder):
        raise InvalidInput(f"there is a case at {folder} already: nothing was changed")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise InvalidInput(f"{folder} is there and not empty, yet no case: choose another name, or remove it")
        if not folder.is_dir() and (folder.exists() or folder.is_symlink()):
            raise InvalidInput(f"{folder} is there and no folder: choose another name, or remove it")
        if not folder.parent.is_dir():
            raise Unavailable(f"{folder} cannot be made: there is no folder {folder.parent}")
    except OSError as error:
        raise Unavailable(f"{folder} cannot be made: {error.strerror}") from error


def make_private(path: Path) -> None:
    """See that a file is there and that only its owner may read it, before anything is written to it."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise Unavailable(f"{path} cannot be opened for writing: {error.strerror}") from error


def _insist_on_schema(database: Database, steps: Steps) -> None:
    there = schema_of(database)
    if there > steps.newest:
        raise InvalidInput(newer_sentence(there, steps.newest))
    if there < steps.newest:
        raise InvalidInput("the case's database is older than its header says: `vigil case upgrade` mends it")
