"""tests/store/test_closing.py shows closing; here, what a database is told to be that no Vigil wrote."""

from contextlib import suppress

import pytest
from captured import filled

from vigil.model.errors import IntegrityError
from vigil.usecases.close_case import verify_closed


@pytest.mark.parametrize("value", ["NULL", "'text'", "-1"])
def test_a_row_that_cannot_be_is_told_as_damage(tmp_path, value):
    """A page changed by other hands never ends in a traceback."""
    kept = filled("plain", tmp_path / "a.vigil")
    with kept.writer() as case:
        database = case._database
        for (trigger,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            database.run(f"DROP TRIGGER {trigger}")
        database.run("PRAGMA writable_schema = ON")
        database.run("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'log_entry'")
        database.run("PRAGMA writable_schema = RESET")
        database.run(f"UPDATE log_entry SET entry = {value} WHERE entry_no = 2")  # noqa: S608
    with kept.reader() as case, suppress(IntegrityError):
        assert not verify_closed(case, None).verified
