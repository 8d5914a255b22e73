"""The log in the database: it grows with what is written, begins with what was, and holds together when killed."""

import random
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from captured import BEGUN_AT, N_ENTRIES, SWALLOW, capture, filled, ticking
from case_kinds import CHEAP, NOW, SECRETS, new_case_at

from vigil.evidence.leaf import EntryKind, parse_entry
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.fate import Fate, FateEntry
from vigil.model.witness import Witness
from vigil.store.casefile import reading_case, writing_case
from vigil.store.keeping import KeptCase
from vigil.store.log import StoredLog
from vigil.store.migrate import SHIPPED, Steps, _config, schema_of
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import Secrets, Setting
from vigil.usecases.verify_case import verify_case


@pytest.mark.parametrize("kind", ["memory", "plain", "encrypted"])
def test_what_is_written_is_logged_in_the_same_breath(kind, tmp_path):
    """Captures, fates, proofs of life, settings and events, each of its kind, each with its own time."""
    with filled(kind, tmp_path / "a.vigil").reader() as case:
        entries = [parse_entry(leaf.entry) for leaf in case.evidence.leaves()]
    assert [entry.kind for entry in entries] == [
        *[EntryKind.CAPTURE] * 6,
        EntryKind.FATE,
        EntryKind.JUDGEMENT,
        EntryKind.JUDGEMENT,
        EntryKind.EVENT,
    ]
    assert entries[6].recorded_at > entries[0].recorded_at >= BEGUN_AT


def test_what_is_undone_is_not_logged(tmp_path):
    """A fate that was rolled back has no entry."""
    with filled("plain", tmp_path / "a.vigil").writer() as case:
        with suppress(RuntimeError), case.transaction():
            case.put_setting(Setting(name="x", value="1", recorded_at=NOW))
            raise RuntimeError
        assert case.evidence.log.size() == N_ENTRIES


def test_releases_and_exports_are_entries_of_their_kind(tmp_path):
    """Held text that was opened, and captures that were handed over, can be counted by a stranger."""
    with filled("plain", tmp_path / "a.vigil").writer() as case:
        case.log("held_text_opened", at=NOW, by="N. Noor", detail={})
        case.log("captures exported", at=NOW, by="N. Noor", detail={})
        kinds = [parse_entry(leaf.entry).kind for leaf in case.evidence.leaves()]
    assert kinds[-2:] == [EntryKind.RELEASE, EntryKind.EXPORT]


FIRST_STEPS = Steps(SHIPPED.folder, newest=1)


def case_of_schema_1(folder, secrets, monkeypatch):
    """A case as the Vigil before this one made and filled it: its statements, on its schema."""
    from alembic import command

    def only_the_first(database, keyring, steps=FIRST_STEPS):
        config = _config(SHIPPED)
        config.attributes["connection"] = database.alchemy
        with database.transaction():
            command.upgrade(config, "0001")
        return 1

    with monkeypatch.context() as patch:
        patch.setattr("vigil.store.casefile.migrate", only_the_first)
        new_case_at(folder, secrets.passphrase, steps=FIRST_STEPS)
        patch.setattr(StoredLog, "log_row", lambda *_: None)
        with writing_case(folder, secrets, steps=FIRST_STEPS) as case:
            assert schema_of(case._database) == 1
            case.put_witness(Witness(name=SWALLOW))
            case.put_setting(Setting(name="budget_per_year", value="4", recorded_at=NOW.replace(day=3)))
            case.add_fate(
                FateEntry(
                    witness=SWALLOW,
                    fate=Fate.MISSING,
                    claimed_by="her sister",
                    evidence="a call",
                    judged_by="N. Noor",
                    recorded_at=NOW.replace(day=2),
                )
            )
            case.log("case made", at=NOW.replace(day=1), by=None, detail={})


@pytest.mark.parametrize("secrets", [SECRETS, Secrets()], ids=["encrypted", "plain"])
def test_a_case_of_before_is_taken_in(tmp_path, monkeypatch, secrets):
    """Its rows become entries in the order and with the times they were recorded; it can be undone, and once only."""
    folder = tmp_path / "a.vigil"
    case_of_schema_1(folder, secrets, monkeypatch)
    with pytest.raises(InvalidInput, match="vigil case upgrade"), reading_case(folder, secrets):
        pass
    keeper = KeptCase(folder, secrets, written_by="test", cost=CHEAP)
    assert keeper.upgrade() == (1, SHIPPED.newest)
    assert keeper.upgrade() == (SHIPPED.newest, SHIPPED.newest)
    with reading_case(folder, secrets) as case:
        entries = [parse_entry(leaf.entry) for leaf in case.evidence.leaves()]
        assert [str(doubt.kind) for doubt in verify_case(case).doubts] == ["no_checkpoint", "uncovered"]
        assert case.fates()[0].evidence == "a call"
    assert [entry.kind for entry in entries] == [EntryKind.EVENT, EntryKind.FATE, EntryKind.JUDGEMENT]
    assert [entry.recorded_at.day for entry in entries] == [1, 2, 3]
    with writing_case(folder, secrets) as case:
        make_checkpoint(case=case, clock=lambda: NOW)
        assert verify_case(case).verified
    KeptCase(folder, Secrets(), written_by="test").undo("upgrade")
    with reading_case(folder, secrets, steps=FIRST_STEPS) as case:
        assert schema_of(case._database) == 1
        assert case.fates()[0].evidence == "a call"
    with pytest.raises(InvalidInput, match="upgrade"), reading_case(folder, secrets):
        pass


def test_the_seed_is_sealed_and_bare_only_in_a_plain_case(tmp_path):
    """In an encrypted case the signing key opens under the master key alone."""
    for kind in ("plain", "encrypted"):
        kept = filled(kind, tmp_path / f"{kind}.vigil")
        with kept.reader() as case:
            seed = case._log.signing_key().seed
            [(stored,)] = case._database.rows("SELECT seed FROM evidence_log")
            assert (stored == seed) == (kind == "plain")
            assert repr(seed) not in repr(case._log.signing_key())


_KEEP = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from captured import *
from case_kinds import SECRETS
from vigil.store.casefile import writing_case
from vigil.usecases import keep_captures as module
module.AT_ONCE = 4
clock = ticking()
with writing_case(Path({folder!r}), SECRETS) as case:
    for n in range(10_000):
        bodies = [b"capture %d of run %s " % (4 * n + k, sys.argv[1].encode()) * 40 for k in range(4)]
        report = module.keep_captures([capture(body, ONE) for body in bodies], case=case, clock=clock)
        for kept in report.kept:
            print(kept.place, kept.digest, flush=True)
        if n % 5 == 4:
            make_checkpoint(case=case, clock=clock)
"""

N_KILLS = 20


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path):
    """SIGKILL at random moments of keeping: what was acknowledged is there, and the case is consistent each time."""
    kept = filled("encrypted", tmp_path / "a.vigil")
    chance = random.Random(20161213)  # noqa: S311
    script = _KEEP.format(path=sys.path, folder=str(kept.folder))
    acknowledged = {}
    for run in range(N_KILLS):
        process = subprocess.Popen([sys.executable, "-c", script, str(run)], stdout=subprocess.PIPE, text=True)
        lines = [process.stdout.readline()]
        time.sleep(chance.uniform(0, 0.5))
        process.kill()
        lines += process.stdout.readlines()
        process.wait(timeout=60)
        process.stdout.close()
        for line in lines:
            if line.endswith("\n") and len(line.split()) == 2:
                place, digest = line.split()
                if len(digest) == 64:
                    acknowledged[int(place)] = digest
        with kept.reader() as case:
            kinds = {str(doubt.kind) for doubt in verify_case(case).doubts}
            assert kinds <= {"uncovered"}
    with kept.writer() as case:
        make_checkpoint(case=case, clock=lambda: NOW)
        there = {leaf.place: leaf.said.digest for leaf in case.evidence.leaves() if leaf.said is not None}
        assert verify_case(case).verified
    assert len(acknowledged) > 4 * N_KILLS
    assert all(there[place] == digest for place, digest in acknowledged.items())


def test_a_full_database_keeps_what_was_whole(tmp_path):
    """A group that does not fit is undone, files and all, and keeping goes on once there is room."""
    kept = filled("encrypted", tmp_path / "a.vigil")
    with kept.writer() as case:
        [(pages,)] = case._database.rows("PRAGMA page_count")
        case._database.rows(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(Unavailable, match="Make room"):
            keep_captures(
                [capture(b"%d" % n, headers=(("h", "x" * 500),)) for n in range(200)], case=case, clock=ticking()
            )
        assert case.evidence.log.size() == N_ENTRIES
        case._database.rows("PRAGMA max_page_count = 1000000")
        keep_captures([capture(b"%d" % n) for n in range(200)], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        report = verify_case(case)
    assert report.verified
    assert report.log.size == N_ENTRIES + 200
    assert report.n_left_over == 0


_FILL_UP = """
import resource, sys
sys.path[:0] = {path!r}
from pathlib import Path
from captured import *
from case_kinds import SECRETS
from vigil.model.errors import Unavailable
from vigil.store.casefile import writing_case
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    with writing_case(Path({folder!r}), SECRETS) as case:
        for n in range(10_000):
            keep_captures([capture(b"%d" % n * (1 + n * 2000))], case=case, clock=ticking())
            print(n)
except Unavailable as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")
def test_a_system_that_refuses_to_write_is_answered_in_words(tmp_path):
    """Where a file of the vault cannot grow further, what was acknowledged stays and is whole."""
    kept = filled("encrypted", tmp_path / "a.vigil")
    script = _FILL_UP.format(path=sys.path, folder=str(kept.folder))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    *numbers, words = done.stdout.splitlines()
    assert "Make room" in words
    assert len(numbers) > 3
    with kept.writer() as case:
        make_checkpoint(case=case, clock=lambda: NOW)
        report = verify_case(case)
    assert report.verified
    assert report.log.size == N_ENTRIES + len(numbers)
