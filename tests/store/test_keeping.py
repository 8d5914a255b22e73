"""Copies, another passphrase, a newer schema: done whole or not at all, and undone."""

import pytest
from case_kinds import CHEAP, PASSPHRASE, SECRETS, FileOf, everything, new_case_at, put, row
from tomorrow import steps_of_tomorrow

from vigil.model.errors import CaseHeld, IntegrityError, InvalidInput, VigilError
from vigil.model.ids import WitnessName
from vigil.model.witness import Witness
from vigil.store.casefile import reading_case, writing_case
from vigil.store.keeping import KeptCase
from vigil.store.migrate import SHIPPED
from vigil.usecases.ports import Secrets

OTHER = Secrets(passphrase="quite another passphrase")


@pytest.fixture(params=["plain", "encrypted"])
def secrets(request):
    return SECRETS if request.param == "encrypted" else Secrets()


@pytest.fixture
def case(tmp_path, secrets):
    folder = tmp_path / "aleppo.vigil"
    new_case_at(folder, secrets.passphrase)
    with writing_case(folder, secrets) as opened:
        put(opened, [row(text="we are here"), row()])
        opened.put_witness(Witness(name=WitnessName("Swallow")))
    return folder


def keeper(folder, secrets, steps=SHIPPED):
    return KeptCase(folder, secrets, written_by="test", cost=CHEAP, steps=steps, wait_s=0.2)


def content(folder, secrets, steps=SHIPPED):
    with reading_case(folder, secrets, steps=steps) as opened:
        return everything(opened), opened.watchlist()


def databases(folder):
    return sorted(path.name for path in folder.glob("case-*.db"))


def test_a_backup_is_the_case_as_of_one_moment(case, secrets, tmp_path):
    """A copy made beside a reader and a writer has every commit and opens with the same secret."""
    with writing_case(case, secrets) as writer, reading_case(case, secrets) as reader:
        reader.info()
        put(writer, [row(account="2")], file=FileOf("b"))
        keeper(case, secrets).backup(tmp_path / "copy.vigil")
        put(writer, [row(account="3")], file=FileOf("c"))
    rows, watchlist = content(tmp_path / "copy.vigil", secrets)
    assert len(rows) == 3
    assert len(watchlist.witnesses) == 1
    with pytest.raises(InvalidInput):
        keeper(case, secrets).backup(tmp_path / "copy.vigil")
    assert (tmp_path / "copy.vigil").stat().st_mode & 0o777 == 0o700


def test_a_backup_that_fails_leaves_nothing_behind(case, secrets, tmp_path, monkeypatch):
    """Half a copy is no copy."""

    def fail(*_):
        raise VigilError("no")

    monkeypatch.setattr("vigil.store.keeping._verify", fail)
    with pytest.raises(VigilError, match="no"):
        keeper(case, secrets).backup(tmp_path / "copy.vigil")
    assert not (tmp_path / "copy.vigil").exists()


def test_a_restore_can_be_undone_and_the_undoing_too(case, secrets, tmp_path):
    """What was there before a restore is kept until the next."""
    keeper(case, secrets).backup(tmp_path / "copy.vigil")
    with writing_case(case, secrets) as writer:
        put(writer, [row(account="2")], file=FileOf("b"))
    old, new = content(tmp_path / "copy.vigil", secrets), content(case, secrets)
    assert old != new
    assert keeper(case, secrets).restore(tmp_path / "copy.vigil", secrets)
    assert content(case, secrets) == old
    keeper(case, Secrets()).undo("restore")
    assert content(case, secrets) == new
    keeper(case, Secrets()).undo("restore")
    assert content(case, secrets) == old
    with pytest.raises(InvalidInput, match="no upgrade"):
        keeper(case, Secrets()).undo("upgrade")
    assert len(databases(case)) == 2


def test_a_restore_makes_a_case_where_there_is_none(case, secrets, tmp_path):
    """A lost folder comes back from its copy."""
    keeper(case, secrets).backup(tmp_path / "copy.vigil")
    keeper(tmp_path / "again.vigil", secrets).restore(tmp_path / "copy.vigil", secrets)
    assert content(tmp_path / "again.vigil", secrets) == content(case, secrets)


def test_a_case_is_not_restored_from_itself(case, secrets, tmp_path):
    """At once and in so many words, by a link too; nothing waits for a lock the command holds itself."""
    (tmp_path / "link.vigil").symlink_to(case)
    for backup in (case, tmp_path / "link.vigil"):
        with pytest.raises(InvalidInput, match="the same"):
            keeper(case, secrets).restore(backup, secrets)
    assert content(case, secrets)


def test_where_no_backup_is_none_is_restored(case, secrets, tmp_path):
    """A mistyped name is not answered with how to make a case."""
    with pytest.raises(InvalidInput, match="no backup at") as refused:
        keeper(case, secrets).restore(tmp_path / "nope.vigil", secrets)
    assert "vigil new" not in str(refused.value)


def test_a_damaged_backup_is_not_restored(tmp_path):
    """A copy with one changed byte is refused, and the case stays as it was."""
    case, copy = tmp_path / "aleppo.vigil", tmp_path / "copy.vigil"
    new_case_at(case)
    keeper(case, SECRETS).backup(copy)
    database = copy / databases(copy)[0]
    body = bytearray(database.read_bytes())
    body[len(body) // 2] ^= 1
    database.write_bytes(body)
    before = content(case, SECRETS)
    with pytest.raises(VigilError):
        keeper(case, SECRETS).restore(copy, SECRETS)
    assert content(case, SECRETS) == before
    assert len(databases(case)) == 1


def test_rekey_encrypts_everything_anew(case, secrets):
    """After a rekey only the new passphrase opens the case, everything is there, and no older database is."""
    before = content(case, secrets)
    old_page = (case / "vigil.json").read_bytes()
    recovery_key = keeper(case, secrets).rekey(OTHER.passphrase, recovery=True)
    assert content(case, OTHER) == before
    assert content(case, Secrets(recovery_key=recovery_key)) == before
    with pytest.raises(InvalidInput), reading_case(case, secrets):
        pass
    assert len(databases(case)) == 1
    with writing_case(case, OTHER) as opened:
        [(wrapped,)] = opened._database.rows("SELECT wrapped FROM witness_key")
        assert len(opened._keyring.unwrap(wrapped)) == 32
    (case / "vigil.json").write_bytes(old_page.replace(b"case-1.db", databases(case)[0].encode()))
    with pytest.raises(IntegrityError), reading_case(case, secrets):
        pass


def test_a_rekey_that_fails_leaves_the_old_passphrase(case, secrets, monkeypatch):
    """Until the new copy is verified nothing is switched."""

    def fail(*_):
        raise VigilError("no")

    monkeypatch.setattr("vigil.store.keeping._verify", fail)
    with pytest.raises(VigilError, match="no"):
        keeper(case, secrets).rekey(OTHER.passphrase, recovery=False)
    assert len(content(case, secrets)[0]) == 2
    assert databases(case) == ["case-1.db"]


@pytest.mark.parametrize("change", ["restore", "rekey", "upgrade", "undo"])
def test_what_must_be_alone_says_who_holds_the_case(case, secrets, tmp_path, change):
    """While anyone reads, the case as a whole is not changed."""
    keeper(case, secrets).backup(tmp_path / "copy.vigil")
    kept = keeper(case, secrets)
    do = {
        "restore": lambda: kept.restore(tmp_path / "copy.vigil", secrets),
        "rekey": lambda: kept.rekey(PASSPHRASE, recovery=False),
        "upgrade": kept.upgrade,
        "undo": lambda: kept.undo("restore"),
    }[change]
    with reading_case(case, secrets), pytest.raises(CaseHeld, match=r"pid \d+ \(reading"):
        do()


def test_an_upgrade_is_of_a_copy_and_can_be_undone(case, secrets, tmp_path):
    """A newer schema keeps all rows; the older Vigil refuses it until the upgrade is undone."""
    before, steps = content(case, secrets), steps_of_tomorrow(tmp_path / "steps")
    with pytest.raises(InvalidInput, match="vigil case upgrade"), reading_case(case, secrets, steps=steps):
        pass
    assert keeper(case, secrets, steps).upgrade() == (SHIPPED.newest, SHIPPED.newest + 1)
    assert keeper(case, secrets, steps).upgrade() == (SHIPPED.newest + 1, SHIPPED.newest + 1)
    assert content(case, secrets, steps) == before
    with pytest.raises(InvalidInput, match="newer Vigil"), reading_case(case, secrets):
        pass
    with pytest.raises(InvalidInput, match="newer Vigil"):
        keeper(case, secrets).upgrade()
    keeper(case, Secrets(), steps).undo("upgrade")
    assert content(case, secrets) == before


def test_an_upgrade_that_fails_changes_nothing(case, secrets, tmp_path):
    """A step that breaks off leaves the case with its schema, its rows and no half-made copy."""
    before = content(case, secrets)
    with pytest.raises(Exception, match="nothing"):
        keeper(case, secrets, steps_of_tomorrow(tmp_path / "steps", failing=True)).upgrade()
    assert content(case, secrets) == before
    assert databases(case) == ["case-1.db"]


def test_a_newer_backup_is_not_restored_over_a_case(case, secrets, tmp_path):
    """An older Vigil leaves both as they are."""
    keeper(case, secrets).backup(tmp_path / "copy.vigil")
    keeper(tmp_path / "copy.vigil", secrets, steps_of_tomorrow(tmp_path / "steps")).upgrade()
    with pytest.raises(InvalidInput, match="newer Vigil"):
        keeper(case, secrets).restore(tmp_path / "copy.vigil", secrets)
    assert len(content(case, secrets)[0]) == 2
