"""A case on disk: who opens it, who holds it, what a stranger sees of it."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from case_kinds import NOW, PASSPHRASE, SECRETS, SOME_US, FileOf, everything, frame, new_case_at, put, row

from vigil.model.errors import CaseHeld, IntegrityError, InvalidInput, Unavailable, WrongPassphrase
from vigil.model.ids import WitnessName
from vigil.model.witness import Witness
from vigil.store import holding
from vigil.store.casefile import reading_case, writing_case
from vigil.store.header import read_header
from vigil.store.keys import new_recovery_key
from vigil.usecases.ports import ReadBatch, Secrets


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "aleppo.vigil"
    new_case_at(folder)
    return folder


def test_a_wrong_passphrase_is_said_so(case):
    """Neither a wrong passphrase nor none opens a case; the sentence repeats neither."""
    with pytest.raises(WrongPassphrase) as refusal, reading_case(case, Secrets(passphrase="guess number one")):
        pass
    assert "guess" not in str(refusal.value)
    with pytest.raises(InvalidInput), reading_case(case, Secrets()):
        pass


def test_a_passphrase_is_the_same_however_it_is_composed(tmp_path):
    """One keyboard gives é as one character, another as two: both open the case."""
    folder = tmp_path / "a.vigil"
    new_case_at(folder, "caf\N{LATIN SMALL LETTER E WITH ACUTE} حلب")
    with reading_case(folder, Secrets(passphrase="cafe\N{COMBINING ACUTE ACCENT} حلب")) as opened:
        assert opened.info().encrypted


def test_a_recovery_key_opens_the_case_as_typed_from_paper(tmp_path):
    """It opens in small letters and without dashes; mistyped or another case's is told apart."""
    folder = tmp_path / "a.vigil"
    key = new_case_at(folder, recovery=True)
    assert PASSPHRASE not in key
    with reading_case(folder, Secrets(recovery_key=key.lower().replace("-", " "))) as opened:
        assert opened.info().encrypted
    with pytest.raises(InvalidInput, match="mistyped"), reading_case(folder, Secrets(recovery_key=key[:-1] + "?")):
        pass
    with pytest.raises(WrongPassphrase), reading_case(folder, Secrets(recovery_key=new_recovery_key())):
        pass


def test_secrets_never_print_themselves(case):
    """What holds a passphrase or a key does not show it."""
    assert PASSPHRASE not in repr(SECRETS)


def test_only_the_owner_may_read_a_case(case):
    """The folder is 0700 and every file in it 0600, while it is open and after."""
    with writing_case(case, SECRETS) as opened:
        put(opened, [row()])
        modes = {path.name: path.stat().st_mode & 0o777 for path in case.iterdir() if path.is_file()}
    assert case.stat().st_mode & 0o777 == 0o700
    assert len(modes) >= 5
    assert set(modes.values()) == {0o600}


def test_what_is_there_is_not_made_over(case, tmp_path):
    """Neither a case nor another folder is ever overwritten by a new case."""
    with pytest.raises(InvalidInput, match="already"):
        new_case_at(case)
    (tmp_path / "b.vigil").mkdir()
    (tmp_path / "b.vigil" / "thesis.odt").write_text("x")
    with pytest.raises(InvalidInput, match="not empty"):
        new_case_at(tmp_path / "b.vigil")
    with pytest.raises(Unavailable):
        new_case_at(tmp_path / "none" / "c.vigil")


@pytest.mark.parametrize("change", [{"vigil_case": 99}, {"schema": 99}], ids=["format", "schema"])
def test_a_newer_case_is_refused_before_the_passphrase(case, change):
    """An older Vigil says which it is, asks for nothing and touches nothing."""
    page = json.loads((case / "vigil.json").read_text())
    (case / "vigil.json").write_text(json.dumps({**page, **change}))
    with pytest.raises(InvalidInput, match="newer Vigil"), reading_case(case, Secrets()):
        pass


@pytest.mark.parametrize("page", ["", "{", "[]", '{"vigil_case": 1}', '{"vigil_case": "x"}'])
def test_a_damaged_header_is_no_wrong_passphrase(case, page):
    """A page that does not read is said to be damaged."""
    (case / "vigil.json").write_text(page)
    with pytest.raises(IntegrityError, match="damaged"):
        read_header(case)


def test_a_header_leads_nowhere_else(case, tmp_path):
    """A page that names a database outside its folder is refused."""
    page = json.loads((case / "vigil.json").read_text())
    (case / "vigil.json").write_text(json.dumps({**page, "database": "../other.db"}))
    with pytest.raises(IntegrityError):
        read_header(case)


def test_a_header_cannot_be_made_to_ask_for_a_cheaper_guess(case):
    """The seal covers how the passphrase is derived."""
    page = json.loads((case / "vigil.json").read_text())
    page["locks"][0]["n"] *= 2
    (case / "vigil.json").write_text(json.dumps(page))
    with pytest.raises(WrongPassphrase), reading_case(case, SECRETS):
        pass
    page["locks"][0]["n"] = 2**40
    (case / "vigil.json").write_text(json.dumps(page))
    with pytest.raises(IntegrityError), reading_case(case, SECRETS):
        pass


def test_readers_see_whole_commits_and_stay_where_they_began(case):
    """A reader beside a writer sees the case as it stood when it first looked."""
    with writing_case(case, SECRETS) as writer, reading_case(case, SECRETS) as reader:
        assert reader.info().n_observations == 0
        put(writer, [row(), row()])
        assert reader.info().n_observations == 0
        with reading_case(case, SECRETS) as later:
            assert later.info().n_observations == 2


def test_a_reader_cannot_write(case):
    """What is opened for reading changes nothing."""
    with reading_case(case, SECRETS) as opened, pytest.raises(Unavailable):
        opened._database.run("INSERT INTO setting (name, value, recorded_us) VALUES ('a', '1', 0)")


def test_a_write_that_waits_too_long_says_who_holds_the_case(case, monkeypatch):
    """Two writers take turns; one whose turn does not come is told by whom the case is held."""
    monkeypatch.setattr("vigil.store.database.WAIT_S", 0.2)
    with (
        writing_case(case, SECRETS) as first,
        writing_case(case, SECRETS) as second,
        first.transaction(),
    ):
        first.put_witness(Witness(name=WitnessName("Wren")))
        with pytest.raises(CaseHeld, match=f"pid {os.getpid()}"):
            second.put_witness(Witness(name=WitnessName("Swallow")))


def test_two_imports_do_not_run_at_once(case, monkeypatch):
    """A second import is told that one is under way; other writes go on between its batches."""
    monkeypatch.setattr("vigil.store.casefile.importing", lambda folder: holding.importing(folder, wait_s=0.1))
    with writing_case(case, SECRETS) as first, writing_case(case, SECRETS) as second:
        first.begin_file(FileOf("a"), imported_at=NOW)
        with pytest.raises(CaseHeld):
            second.begin_file(FileOf("b"), imported_at=NOW)
        second.put_witness(Witness(name=WitnessName("Wren")))
        first.append(FileOf("a").digest, ReadBatch(frame=frame([row()])))
        first.end_file(FileOf("a").digest)
        assert put(second, [row()], file=FileOf("b")) == (0, 1)
        first.begin_file(FileOf("a"), imported_at=NOW)
        with pytest.raises(CaseHeld):
            second.begin_file(FileOf("b"), imported_at=NOW)


def test_one_process_imports_file_after_file(case):
    """Ending a file makes room for the next, also after one that was never ended."""
    with writing_case(case, SECRETS) as opened:
        put(opened, [row()], file=FileOf("a"), end=False)
        put(opened, [row()], file=FileOf("b"))
        put(opened, [row()], file=FileOf("c"))
        assert [file.complete for file in opened.files()] == [False, True, True]


def test_who_died_holds_nothing(case):
    """The note of a process that is gone is not believed."""
    notes = case / "holders"
    notes.mkdir(exist_ok=True)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (notes / "x.json").write_text(json.dumps({"pid": gone.pid, "purpose": "import", "since": 0}))
    (notes / "y.json").write_text("not ours")
    assert holding.holders(case) == []


def test_a_clock_that_goes_backwards_harms_nothing(case):
    """Order in the log and the register is that of writing, whatever the clock says."""
    with writing_case(case, SECRETS) as opened:
        opened.log("first", at=NOW, by=None, detail={})
        opened.log("second", at=NOW - timedelta(days=1), by=None, detail={})
        put(opened, [row()])
        assert opened._database.rows("SELECT event FROM log ORDER BY log_no") == [("first",), ("second",)]


_IMPORT = """
import os, sys
sys.path[:0] = {path!r}
from case_kinds import *
from vigil.store.casefile import writing_case
from pathlib import Path
rows = [row(account=str(n % 3), published_us=SOME_US + n // 7, text=f"t{{n % 2}}") for n in range(2000)]
with writing_case(Path({folder!r}), SECRETS) as case:
    case.begin_file(FileOf(), imported_at=NOW)
    for at in range(0, 2000, 100):
        case.append(FileOf().digest, ReadBatch(frame=frame(rows[at:at + 100], at + 1)))
        print(at, flush=True)
    case.end_file(FileOf().digest)
"""


@pytest.mark.parametrize("after", [0, 3, 11, 19])
def test_an_import_killed_by_the_system_is_completed_by_the_next(tmp_path, after):
    """SIGKILL at any moment leaves a case that opens; a second run makes it what an undisturbed one gives."""
    rows = [row(account=str(n % 3), published_us=SOME_US + n // 7, text=f"t{n % 2}") for n in range(2000)]
    whole, killed = tmp_path / "whole.vigil", tmp_path / "killed.vigil"
    new_case_at(whole)
    new_case_at(killed)
    with writing_case(whole, SECRETS) as case:
        put(case, rows, batch_rows=100)
    script = _IMPORT.format(path=sys.path, folder=str(killed))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        for _ in range(after + 1):
            process.stdout.readline()
        process.kill()
    with writing_case(killed, SECRETS) as case:
        assert case.info().n_observations >= 100
        put(case, rows, batch_rows=100)
    with reading_case(whole, SECRETS) as one, reading_case(killed, SECRETS) as other:
        assert everything(one) == everything(other)
        assert other.files()[0].complete


def test_a_full_disk_keeps_what_was_whole(case):
    """A batch that does not fit is undone, said so with what to do, and the case goes on once there is room."""
    big = [row(published_us=SOME_US + n, text="x" * 400) for n in range(3000)]
    with writing_case(case, SECRETS) as opened:
        put(opened, [row()])
        [(pages,)] = opened._database.rows("PRAGMA page_count")
        opened._database.rows(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(Unavailable, match="Make room"):
            put(opened, big, file=FileOf("b"), batch_rows=5000)
        assert opened.info().n_observations == 1
        opened._database.rows("PRAGMA max_page_count = 1000000")
        assert put(opened, big, file=FileOf("b")) == (3000, 0)


_FILL_UP = """
import resource, sys
sys.path[:0] = {path!r}
from case_kinds import *
from vigil.model.errors import Unavailable
from vigil.store.casefile import writing_case
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
rows = [row(published_us=SOME_US + n, text="x" * 400) for n in range(5000)]
try:
    with writing_case(Path({folder!r}), SECRETS) as case:
        put(case, rows, batch_rows=500)
except Unavailable as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")
def test_a_system_that_refuses_to_write_is_answered_in_words(case):
    """Where the system lets no file grow further, whole batches stay, the rest is imported once there is room."""
    script = _FILL_UP.format(path=sys.path, folder=str(case))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "Make room" in done.stdout
    rows = [row(published_us=SOME_US + n, text="x" * 400) for n in range(5000)]
    with writing_case(case, SECRETS) as opened:
        kept = opened.info().n_observations
        assert kept % 500 == 0
        assert put(opened, rows) == (5000 - kept, kept)
