"""One connection to a case's database: whole statements in, rows out, and our own errors instead of the engine's."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from vigil.model.errors import CaseHeld, IntegrityError, Unavailable, VigilError, WrongPassphrase
from vigil.store.holding import WAIT_S

_CACHE_KIB = 65_536  # 64 MiB of decrypted pages: decrypting is most of what a read costs
_CHECKPOINT_PAGES = 16_384  # 64 MiB of write-ahead log before it is folded in: long imports write each page less often

Describe = Callable[[], str]


class Conflict(Exception):
    """A row with this key is there already."""


class Database:
    """A connection of one's own. Outside `transaction()` each statement stands for itself."""

    def __init__(self, connection: sa.Connection, *, who_holds: Describe) -> None:
        self._connection = connection
        self._raw: Any = connection.connection.driver_connection
        self._who_holds = who_holds
        self._depth = 0

    @property
    def alchemy(self) -> sa.Connection:
        """The connection as SQLAlchemy's, for migrations."""
        return self._connection

    @property
    def in_transaction(self) -> bool:
        """Whether a `transaction()` is open around whoever asks."""
        return self._depth > 0

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._our_errors():
            found: list[tuple[Any, ...]] = self._raw.execute(statement, parameters).fetchall()
            return found

    def row(self, statement: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        with self._our_errors():
            found: tuple[Any, ...] | None = self._raw.execute(statement, parameters).fetchone()
            return found

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        """Do one statement; gives how many rows it changed."""
        with self._our_errors():
            return max(0, int(self._raw.execute(statement, parameters).rowcount))

    def run_many(self, statement: str, many: Iterable[Sequence[Any]]) -> None:
        """Do one statement for each set of parameters."""
        with self._our_errors():
            self._raw.executemany(statement, many)

    def inserted(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        """Insert one row; gives its number."""
        with self._our_errors():
            return int(self._raw.execute(statement, parameters).lastrowid)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Inside another one it is a savepoint: undone alone, kept only with the whole.

        Raises:
            CaseHeld: Another process wrote for longer than 10 s.
        """
        name = f"depth_{self._depth}"
        begin, keep, undo = (
            (f"SAVEPOINT {name}", f"RELEASE {name}", f"ROLLBACK TO {name}")
            if self._depth
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        self.run(begin)
        self._depth += 1
        try:
            yield
            self.run(keep)
        except BaseException:
            if self._raw.in_transaction:  # a full disk may have undone it already
                self.run(undo)
                if self._depth > 1:
                    self.run(keep)
            raise
        finally:
            self._depth -= 1

    def close(self) -> None:
        """Let go. What was not committed is undone."""
        self._connection.close()
        self._connection.engine.dispose()

    @contextmanager
    def _our_errors(self) -> Iterator[None]:
        try:
            yield
        except (dbapi2.Error, UnicodeDecodeError) as error:
            raise translated(error, self._who_holds) from error


def open_database(path: Path | None, key: bytes | None, *, who_holds: Describe, reading: bool = False) -> Database:
    """A connection to a case's database; without a path, a new one in memory.

    Raises:
        WrongPassphrase: The key is not the database's, or the file is no database.
        Unavailable: It cannot be opened.
    """
    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: _connect(path, key, who_holds, reading=reading),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    # Database.transaction alone begins and ends transactions; SQLAlchemy would commit ours beneath a migration.
    engine.dialect.do_commit = engine.dialect.do_rollback = _leave_alone  # type: ignore[assignment,method-assign]
    return Database(engine.connect(), who_holds=who_holds)


def translated(error: Exception, who_holds: Describe) -> Exception:
    """An engine's error as one of ours. Its own words may hold a value of a row, so they are not repeated."""
    said = "malformed" if isinstance(error, UnicodeDecodeError) else str(error)
    if isinstance(error, dbapi2.IntegrityError):
        return Conflict() if "UNIQUE constraint" in said else IntegrityError(_KEPT)
    if "locked" in said or "busy" in said:
        return CaseHeld(who_holds())
    for words, family, sentence in _SENTENCES:
        if words in said:
            return family(sentence)
    return VigilError(f"the case's database refused a statement ({type(error).__name__}): please report this")


_KEPT = "the case refuses this change: its rule says what is kept there is never changed"
_FULL = "the disk is full or failing: nothing half-written was kept. Make room, then run the same command again"
_SENTENCES: tuple[tuple[str, type[VigilError], str], ...] = (
    ("not a database", WrongPassphrase, "wrong passphrase, or not a case: the two cannot be told apart"),
    ("disk is full", Unavailable, _FULL),
    ("disk I/O", Unavailable, _FULL),
    ("unable to open", Unavailable, "the case's database cannot be opened: is it there, and may you write it?"),
    ("readonly", Unavailable, "the case's database cannot be written: is the disk or folder read-only?"),
    ("malformed", IntegrityError, "the case's database is damaged: `vigil case restore` goes back to a backup"),
)
"""What the engine says, and what that is in our words; the first that fits."""


def _leave_alone(_: object) -> None:
    pass


def _connect(path: Path | None, key: bytes | None, who_holds: Describe, *, reading: bool) -> Any:  # noqa: ANN401
    try:
        raw = dbapi2.connect(str(path) if path else ":memory:", isolation_level=None, timeout=WAIT_S)
        try:
            _prepare(raw, key, on_disk=path is not None, reading=reading)
        except BaseException:
            raw.close()
            raise
    except (dbapi2.Error, UnicodeDecodeError) as error:
        raise translated(error, who_holds) from error
    return raw


def _prepare(raw: Any, key: bytes | None, *, on_disk: bool, reading: bool) -> None:  # noqa: ANN401
    raw.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase is ours to tell, in words
    if key is not None:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA trusted_schema = OFF")
    raw.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    if on_disk:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    if reading:
        raw.execute("PRAGMA query_only = ON")
