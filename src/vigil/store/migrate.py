"""Bringing a database to the newest schema this Vigil knows. Undoing is going back to the copy made before."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.instants import to_micros
from vigil.store.database import Database
from vigil.store.keys import Keyring
from vigil.store.log import StoredLog


@dataclass(frozen=True, slots=True)
class Steps:
    """A row of migrations."""

    folder: Path
    newest: int  # the number of the last one; stated, because looking it up costs every command a third of a second


SHIPPED = Steps(Path(__file__).parent / "migrations", newest=4)


def schema_of(database: Database) -> int:
    """The number of the last step this database has had; 0 for an empty one."""
    there = database.row("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
    if not there or not there[0]:
        return 0
    found = database.row("SELECT version_num FROM alembic_version")
    try:
        return int(found[0]) if found else 0
    except (TypeError, ValueError) as error:
        raise IntegrityError("the case's database does not say its schema: it is damaged, restore a backup") from error


def migrate(database: Database, keyring: Keyring, steps: Steps = SHIPPED) -> int:
    """Take all steps still to be taken, together or not at all; gives the schema's number.

    The evidence log begins with them: its keys are sealed under the case's, which no step knows.

    Raises:
        InvalidInput: The database is newer than this Vigil.
    """
    from alembic import command

    newest, now = steps.newest, schema_of(database)
    if now > newest:
        raise InvalidInput(newer_sentence(now, newest))
    if now < newest:
        config = _config(steps)
        config.attributes["connection"] = database.alchemy
        with database.transaction():
            command.upgrade(config, "head")
            StoredLog(database, keyring).begin()
    return newest


def lay_record(database: Database, *, created_at: datetime, written_by: str) -> None:
    """Write the one row a new case begins with."""
    database.run(
        "INSERT INTO case_record (one, created_us, written_by) VALUES (1, ?, ?)", (to_micros(created_at), written_by)
    )


def newer_sentence(schema: int, newest: int) -> str:
    """What to tell someone whose Vigil is older than the case."""
    return (
        f"this case was written by a newer Vigil (schema {schema}; this one knows up to {newest}): "
        "install that version, or restore an older backup; nothing was changed"
    )


def _config(steps: Steps):  # type: ignore[no-untyped-def]  # noqa: ANN202 - alembic is imported where it is needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
