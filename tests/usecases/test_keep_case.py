"""Keeping a case: what is done to it is noted in its own log."""

from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput
from vigil.store.memory import memory_case
from vigil.usecases.keep_case import backup_case, rekey_case, restore_case, upgrade_case
from vigil.usecases.ports import Secrets

NOW = datetime(2016, 12, 4, tzinfo=UTC)
PATH, COPY = Path("a.vigil"), Path("b.vigil")


class Keeper:
    """Stands for a case on disk; tests/store shows the real one."""

    def __init__(self, *, current=True, schemas=(1, 2)):
        self.done = []
        self.current = current
        self.schemas = schemas

    def backup(self, _to):
        self.done.append("backup")

    def restore(self, _backup, _secrets):
        self.done.append("restore")
        return self.current

    def undo(self, _what):
        self.done.append("undo")

    def rekey(self, _passphrase, *, recovery):
        self.done.append("rekey")
        return "KEY" if recovery else None

    def upgrade(self):
        self.done.append("upgrade")
        return self.schemas


@pytest.fixture
def case():
    return memory_case()


@pytest.fixture
def around(case):
    @contextmanager
    def open_case(path, secrets):
        yield case

    return {"open_case": open_case, "clock": lambda: NOW}


def events(case):
    return [event for (event,) in case._database.rows("SELECT event FROM log ORDER BY log_no")]


def test_a_backup_is_noted_and_gives_what_the_copy_holds(case, around):
    """Who reads the log sees that a copy exists."""
    info = backup_case(PATH, Secrets(), COPY, keeper=Keeper(), **around)
    assert info.n_observations == 0
    assert events(case) == ["backup made"]


def test_a_restore_is_noted_where_the_case_opens(case, around):
    """A backup of an older schema is restored and said to need an upgrade; only a current one is written to."""
    assert not restore_case(PATH, COPY, Secrets(), keeper=Keeper(current=False), **around)
    assert events(case) == []
    assert restore_case(PATH, COPY, Secrets(), keeper=Keeper(), **around)
    assert events(case) == ["restored from a backup"]


def test_a_rekey_is_noted_and_gives_its_recovery_key(case, around):
    """The log says that it happened, never with what."""
    assert rekey_case(PATH, "new words", recovery=True, keeper=Keeper(), **around) == "KEY"
    assert events(case) == ["rekeyed"]
    [(said,)] = case._database.rows("SELECT said FROM log")
    assert "words" not in said


def test_an_empty_passphrase_changes_nothing(around):
    """Empty never means yes."""
    keeper = Keeper()
    with pytest.raises(InvalidInput):
        rekey_case(PATH, " ", recovery=False, keeper=keeper, **around)
    assert keeper.done == []


def test_an_upgrade_is_noted_once(case, around):
    """Where there was nothing to do, nothing is noted."""
    assert upgrade_case(PATH, Secrets(), keeper=Keeper(schemas=(2, 2)), **around) == (2, 2)
    assert events(case) == []
    assert upgrade_case(PATH, Secrets(), keeper=Keeper(), **around) == (1, 2)
    assert events(case) == ["upgraded from schema 1 to 2"]
