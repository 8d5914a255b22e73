"""Schemas: the shipped ones are what they say, newer ones are reached or refused."""

import pytest
from alembic.script import ScriptDirectory
from tomorrow import steps_of_tomorrow

from vigil.model.errors import InvalidInput
from vigil.store.database import open_database
from vigil.store.keys import Keyring
from vigil.store.migrate import SHIPPED, _config, migrate, schema_of


@pytest.fixture
def database():
    database = open_database(None, None, who_holds=lambda: "")
    yield database
    database.close()


def test_the_newest_step_is_the_one_stated():
    """The number in the code is the number of the last migration shipped."""
    assert int(ScriptDirectory.from_config(_config(SHIPPED)).get_current_head()) == SHIPPED.newest


def test_steps_are_taken_once(database):
    """An up-to-date database is left alone."""
    assert schema_of(database) == 0
    assert migrate(database, Keyring(None)) == migrate(database, Keyring(None)) == schema_of(database) == SHIPPED.newest


def test_a_database_of_tomorrow_is_refused(database, tmp_path):
    """A schema this Vigil does not know is not touched."""
    migrate(database, Keyring(None), steps_of_tomorrow(tmp_path / "steps"))
    with pytest.raises(InvalidInput, match="newer Vigil"):
        migrate(database, Keyring(None))


def test_a_step_that_fails_leaves_the_schema_as_it_was(database, tmp_path):
    """All steps are taken together or none is."""
    migrate(database, Keyring(None))
    before = database.rows("SELECT sql FROM sqlite_master ORDER BY name")
    with pytest.raises(Exception, match="nothing"):
        migrate(database, Keyring(None), steps_of_tomorrow(tmp_path / "steps", failing=True))
    assert schema_of(database) == SHIPPED.newest
    assert database.rows("SELECT sql FROM sqlite_master ORDER BY name") == before
