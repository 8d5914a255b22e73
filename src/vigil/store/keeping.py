"""Copies of a case, its passphrase and its schema.

Whatever changes the case as a whole is done to a copy beside it: made, changed, verified, and only then switched to
by replacing `vigil.json`. A failure at any moment leaves the case as it was.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from vigil.model.errors import IntegrityError, InvalidInput
from vigil.store.casefile import database_of, folder_there, make_folder, make_private
from vigil.store.database import Database
from vigil.store.header import CIPHER, Header, is_case, read_header, write_header
from vigil.store.holding import WAIT_S, held
from vigil.store.keys import CAREFUL, Keyring, ScryptCost, locks_for, new_key, new_recovery_key, open_key
from vigil.store.log import wrap_anew
from vigil.store.migrate import SHIPPED, Steps, migrate, newer_sentence
from vigil.store.vault import FolderVault
from vigil.usecases.ports import Secrets

_FIRST_DATABASE = "case-1.db"


class KeptCase:
    """Fulfils CaseKeeper for a case in a folder."""

    def __init__(
        self,
        folder: Path,
        secrets: Secrets,
        *,
        written_by: str,
        cost: ScryptCost = CAREFUL,
        steps: Steps = SHIPPED,
        wait_s: float = WAIT_S,
    ) -> None:
        self._folder = folder
        self._secrets = secrets
        self._written_by = written_by
        self._cost = cost
        self._steps = steps
        self._wait_s = wait_s

    def backup(self, to: Path) -> None:
        """Make a verified copy, opened by the same secrets, while others go on reading and writing.

        Raises:
            InvalidInput: There is something at `to` already.
            IntegrityError: The copy does not verify; it was removed.
        """
        with held(folder_there(self._folder), purpose="backup", wait_s=self._wait_s):
            header = read_header(self._folder)
            key = open_key(header, self._secrets)
            make_folder(to)
            copied = _alone(header, _FIRST_DATABASE)
            with _removed_on_failure(to):
                with database_of(self._folder, header, key) as database:
                    _copy(database, to / copied.database)
                FolderVault(self._folder).copy_to(to)  # after the database: what it speaks of is there by now
                _verify(to, copied, key)
                write_header(to, copied)

    def restore(self, backup: Path, secrets: Secrets) -> bool:
        """Put a backup in this case's place, keeping what is there for `undo`; whether it is of our schema.

        Raises:
            InvalidInput: The backup is a newer Vigil's, no case, or the case itself.
            WrongPassphrase: The secrets do not open the backup.
            IntegrityError: The backup does not verify; nothing was changed.
            CaseHeld: Someone has the case open.
        """
        refuse_backup(self._folder, backup)
        if not is_case(self._folder):
            KeptCase(backup, secrets, written_by=self._written_by, wait_s=self._wait_s).backup(self._folder)
            return read_header(self._folder).schema == self._steps.newest
        with self._alone("restore") as header, held(folder_there(backup), purpose="restore", wait_s=self._wait_s):
            taken = read_header(backup)
            if taken.schema > self._steps.newest:
                raise InvalidInput(newer_sentence(taken.schema, self._steps.newest))
            key = open_key(taken, secrets)
            _verify(backup, taken, key)
            restored = _alone(taken, header.next_database())
            with database_of(backup, taken, key) as database:
                _copy(database, self._folder / restored.database)
            FolderVault(backup).copy_to(self._folder)
            _verify(self._folder, restored, key)
            write_header(self._folder, header.followed_by(restored, left_by="restore"))
            return restored.schema == self._steps.newest

    def undo(self, what: str) -> None:
        """Go back to what was there before the last restore or upgrade. Undoing again comes back.

        Raises:
            InvalidInput: The last such change was another, or there is nothing to go back to.
            CaseHeld: Someone has the case open.
        """
        with self._alone(f"undo {what}") as header:
            if header.previous is None or header.previous_left_by != what:
                raise InvalidInput(f"there is no {what} to undo in this case; nothing was changed")
            write_header(self._folder, _alone(header).followed_by(header.previous, left_by=what))

    def rekey(self, passphrase: str, *, recovery: bool) -> str | None:
        """Encrypt everything anew under a fresh master key; gives a fresh recovery key where asked for.

        The old passphrase, the old recovery key and what an undo could go back to end here. A plain case becomes an
        encrypted one.

        Raises:
            WrongPassphrase: The present secret does not open the case.
            CaseHeld: Someone has the case open.
        """
        with self._alone("rekey") as header:
            old_key, fresh_key = open_key(header, self._secrets), new_key()
            recovery_key = new_recovery_key() if recovery else None
            rekeyed = Header(
                schema=header.schema,
                database=header.next_database(),
                cipher=CIPHER,
                locks=locks_for(fresh_key, passphrase, recovery_key, cost=self._cost),
            )
            with database_of(self._folder, header, old_key) as database:
                _copy_under(database, self._folder / rekeyed.database, fresh_key)
            with database_of(self._folder, rekeyed, fresh_key) as database:
                wrap_anew(database, Keyring(old_key), Keyring(fresh_key))
            _verify(self._folder, rekeyed, fresh_key)
            write_header(self._folder, rekeyed)
            return recovery_key

    def upgrade(self) -> tuple[int, int]:
        """Bring a copy to the newest schema and switch to it; gives the schema before and after.

        Raises:
            InvalidInput: The case is a newer Vigil's.
            CaseHeld: Someone has the case open.
        """
        with self._alone("upgrade") as header:
            if header.schema > self._steps.newest:
                raise InvalidInput(newer_sentence(header.schema, self._steps.newest))
            key = open_key(header, self._secrets)
            if header.schema == self._steps.newest:
                return header.schema, header.schema
            upgraded = replace(_alone(header, header.next_database()), schema=self._steps.newest)
            with database_of(self._folder, header, key) as database:
                _copy(database, self._folder / upgraded.database)
            with database_of(self._folder, upgraded, key) as database:
                migrate(database, Keyring(key), self._steps)
                database.run("UPDATE case_record SET written_by = ?", (self._written_by,))
            _verify(self._folder, upgraded, key)
            write_header(self._folder, header.followed_by(upgraded, left_by="upgrade"))
            return header.schema, upgraded.schema

    @contextmanager
    def _alone(self, purpose: str) -> Iterator[Header]:
        with held(folder_there(self._folder), purpose=purpose, alone=True, wait_s=self._wait_s):
            try:
                yield read_header(self._folder)
            finally:
                _tidy(self._folder)


def refuse_backup(folder: Path, backup: Path) -> None:
    """See that a backup is there, and is not the very case it would replace. Asked before its passphrase is.

    Raises:
        InvalidInput: It is not so.
    """
    if not is_case(backup):
        raise InvalidInput(f"there is no backup at {backup}: give the name or path `vigil case backup` was given")
    if is_case(folder) and folder.samefile(backup):
        raise InvalidInput(
            f"the backup and the case are the same, {folder}: give the copy to restore; nothing was changed"
        )


def _alone(header: Header, database: str | None = None) -> Header:
    """The header with nothing to go back to, for this database."""
    return replace(header, database=database or header.database, previous=None, previous_left_by=None)


def _copy(database: Database, to: Path) -> None:
    """A copy under the same key, as of one moment, without the room that deleted rows left."""
    make_private(to)
    database.run("VACUUM INTO ?", (str(to),))


def _copy_under(database: Database, to: Path, key: bytes) -> None:
    make_private(to)
    database.run("PRAGMA foreign_keys = OFF")  # tables are copied one by one, in no particular order
    database.run("ATTACH ? AS fresh KEY ?", (str(to), f"x'{key.hex()}'"))
    database.rows("SELECT sqlcipher_export('fresh')")
    database.run("DETACH fresh")


def _verify(folder: Path, header: Header, key: bytes | None) -> None:
    """See that a copy opens, that every page is what was written, and that its tables hold together.

    Raises:
        IntegrityError: It is not so.
    """
    with database_of(folder, header, key) as database:
        faults = database.rows("PRAGMA cipher_integrity_check") if header.encrypted else []
        sound = database.rows("PRAGMA integrity_check") == [("ok",)]
        dangling = database.rows("PRAGMA foreign_key_check")
    if faults or not sound or dangling:
        raise IntegrityError("the copy does not verify, so it was not used; the case is as it was. Check the disk")


def _tidy(folder: Path) -> None:
    """Remove databases that the case's header does not name: half-made copies, and what nothing goes back to."""
    header = read_header(folder)
    named = {header.database} | ({header.previous.database} if header.previous else set())
    for file in folder.glob("case-*.db*"):
        if file.name.removesuffix("-wal").removesuffix("-shm").removesuffix("-journal") not in named:
            with suppress(OSError):
                file.unlink()


@contextmanager
def _removed_on_failure(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
