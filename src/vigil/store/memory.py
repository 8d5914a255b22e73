"""A case in memory, for tests and for `vigil demo`: the same statements, nothing on disk."""

from datetime import UTC, datetime
from pathlib import Path

from vigil import __version__
from vigil.store.database import open_database
from vigil.store.keys import Keyring
from vigil.store.migrate import lay_record, migrate
from vigil.store.vault import MemoryVault
from vigil.store.writing import WritableCase

_BEGAN = datetime(2000, 1, 1, tzinfo=UTC)


def memory_case(*, created_at: datetime = _BEGAN) -> WritableCase:
    """A new, empty, unencrypted case that is gone when it is let go of."""
    database = open_database(None, None, who_holds=lambda: "the case is held within this process")
    migrate(database, Keyring(None))
    lay_record(database, created_at=created_at, written_by=__version__)
    return WritableCase(database, path=Path(":memory:"), encrypted=False, keyring=Keyring(None), vault=MemoryVault())
