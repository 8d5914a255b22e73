"""Whatever was changed, removed, cut, exchanged or moved in a case's evidence is noticed, as what it is."""

import random
import shutil
from contextlib import contextmanager

import pytest
from captured import N_CAPTURES, N_ENTRIES, N_FILES, ONE, capture, fill, filled, ticking
from case_kinds import CHEAP, SECRETS, Kept, new_case_at

from vigil.evidence.merkle import EMPTY_ROOT
from vigil.evidence.verify import DoubtKind
from vigil.model.errors import IntegrityError, VigilError
from vigil.store.casefile import reading_case, writing_case
from vigil.store.database import open_database
from vigil.store.header import read_header
from vigil.store.keeping import KeptCase
from vigil.store.keys import open_key
from vigil.store.log import StoredLog
from vigil.store.logged import LOG, PROOFS_OF_LIFE, SETTINGS
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import export_checkpoint, make_checkpoint
from vigil.usecases.ports import Secrets
from vigil.usecases.verify_case import verify_case


@pytest.fixture(params=["plain", "encrypted"])
def kept(request, tmp_path):
    return filled(request.param, tmp_path / "aleppo.vigil")


@contextmanager
def database_of(kept):
    """The case's database in the hands of someone who has its key: no rule holds them."""
    header = read_header(kept.folder)
    database = open_database(kept.folder / header.database, open_key(header, kept.secrets), who_holds=lambda: "")
    for (trigger,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        database.run(f"DROP TRIGGER {trigger}")
    database.run("PRAGMA foreign_keys = OFF")
    yield database
    database.close()


def verified(kept, **outside):
    with kept.reader() as case:
        return verify_case(case, **outside)


def kinds(report):
    return {str(doubt.kind) for doubt in report.doubts}


def files(kept):
    return sorted(path for path in (kept.folder / "vault").rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["memory", "plain", "encrypted"])
def test_an_untouched_case_is_verified_and_says_what_was_checked(kind, tmp_path):
    """Every file, entry and checkpoint, and that no checkpoint came from elsewhere."""
    told = []
    with filled(kind, tmp_path / "a.vigil").reader() as case:
        report = verify_case(case, progress=lambda *at: told.append(at))
    assert report.doubts == ()
    assert report.verified
    assert (report.log.size, report.log.n_opened, report.log.n_vouched) == (N_ENTRIES, N_ENTRIES, N_ENTRIES)
    assert (report.n_captures, report.n_contents) == (N_CAPTURES, N_FILES)
    assert report.n_bytes > 3000
    assert not report.log.had_outside
    assert told[-1][:2] == (N_FILES, N_FILES)


def test_an_empty_case_is_not_verified(tmp_path):
    """Nothing checked is nothing verified."""
    with Kept("plain", tmp_path / "a.vigil").reader() as case:
        report = verify_case(case)
    assert not report.verified
    assert {"no_entries", "no_checkpoint"} <= kinds(report)
    assert report.log.root == EMPTY_ROOT


def test_what_was_added_since_the_last_checkpoint_is_in_doubt(kept):
    """Nobody vouches for it yet, and that is what is said."""
    with kept.writer() as case:
        keep_captures([capture(b"more")], case=case, clock=ticking())
    assert kinds(verified(kept)) == {"uncovered"}
    with kept.writer() as case:
        make_checkpoint(case=case, clock=ticking())
    assert verified(kept).verified


SPOILT_FILES = {
    "changed": (lambda body: body[:-1] + bytes([body[-1] ^ 1]), "file_changed"),
    "cut": (lambda body: body[:-1], "file_changed"),
    "emptied": (lambda _: b"", "file_changed"),
    "longer": (lambda body: body + b"\0", "file_changed"),
}


@pytest.mark.parametrize("how", SPOILT_FILES)
def test_a_spoilt_file_is_noticed_as_that(kept, how):
    """Each file of the vault, and nothing else is blamed."""
    change, kind = SPOILT_FILES[how]
    for path in files(kept):
        body = path.read_bytes()
        path.write_bytes(change(body))
        report = verified(kept)
        assert kinds(report) == {kind}
        assert len(report.doubts) == 1
        path.write_bytes(body)
    assert verified(kept).verified


def test_random_bytes_of_the_vault_are_noticed(kept):
    """Any byte of any file, many times over."""
    chance = random.Random(20161204)  # noqa: S311
    for _ in range(60):
        path = chance.choice(files(kept))
        body = path.read_bytes()
        at = chance.randrange(len(body))
        path.write_bytes(body[:at] + bytes([body[at] ^ chance.randrange(1, 256)]) + body[at + 1 :])
        assert kinds(verified(kept)) == {"file_changed"}
        path.write_bytes(body)


def test_removed_and_exchanged_files_are_noticed(kept):
    """One gone is missing; two exchanged are both not what they were."""
    one, two, *_ = files(kept)
    bodies = one.read_bytes(), two.read_bytes()
    one.unlink()
    assert kinds(verified(kept)) == {"file_missing"}
    one.write_bytes(bodies[1])
    two.write_bytes(bodies[0])
    report = verified(kept)
    assert [str(doubt.kind) for doubt in report.doubts] == ["file_changed", "file_changed"]


ROWS = {
    "an entry's byte": (
        "UPDATE log_entry SET entry = CAST(replace(CAST(entry AS TEXT), '2016', '2017') AS BLOB) WHERE entry_no = 2",
        {"root_differs", "uncovered", "node_changed"},
    ),
    "an entry removed from the end": (
        "DELETE FROM log_entry WHERE entry_no = 9",
        {"entries_missing", "uncovered", "not_logged", "node_changed"},
    ),
    "an entry removed between": (
        "DELETE FROM log_entry WHERE entry_no = 4",
        {"entries_missing", "uncovered", "not_logged", "node_changed"},
    ),
    "a salt": ("UPDATE log_entry SET salt = randomblob(60) WHERE entry_no = 2", {"seal_broken"}),
    "a salt gone": ("UPDATE log_entry SET salt = NULL WHERE entry_no = 2", {"salt_missing"}),
    "salts exchanged": (
        "UPDATE log_entry SET salt = (SELECT salt FROM log_entry WHERE entry_no = 1) WHERE entry_no = 0",
        {"seal_broken"},
    ),
    "whose it is": ("UPDATE log_entry SET key_no = 0 WHERE entry_no = 0", {"seal_broken"}),
    "whose key, of none there is": ("UPDATE log_entry SET key_no = 77 WHERE entry_no = 0", {"seal_broken"}),
    "what it is about": (
        """UPDATE log_entry SET about_no = 99 WHERE about = 1 AND about_no = 1;
        UPDATE log_entry SET about_no = 1 WHERE about = 1 AND about_no = 4;
        UPDATE log_entry SET about_no = 4 WHERE about_no = 99""",
        {"content_changed"},
    ),
    "a description": ("UPDATE capture SET sealed = randomblob(300) WHERE capture_no = 2", {"seal_broken"}),
    "a description gone": ("UPDATE capture SET sealed = NULL WHERE capture_no = 2", {"content_missing"}),
    "description and salt gone": (
        "UPDATE log_entry SET salt = NULL WHERE entry_no = 1; UPDATE capture SET sealed = NULL WHERE capture_no = 2",
        {"content_missing"},
    ),
    "descriptions exchanged": (
        "UPDATE capture SET sealed = (SELECT sealed FROM capture WHERE capture_no = 1) WHERE capture_no = 2",
        {"seal_broken"},
    ),
    "a capture gone": ("DELETE FROM capture WHERE capture_no = 3", {"content_missing"}),
    "a capture's time": ("UPDATE capture SET captured_us = 5 WHERE capture_no = 3", {"content_changed"}),
    "a capture's file": ("UPDATE capture SET content_no = 2 WHERE capture_no = 1", {"content_changed"}),
    "a file's row gone": (
        "DELETE FROM content WHERE content_no = 2",
        {"content_changed", "page_damaged"},
    ),
    "a file's size": ("UPDATE content SET n_bytes = 3 WHERE content_no = 2", {"file_changed", "content_changed"}),
    "a file's key": ("UPDATE content SET key_no = 2 WHERE content_no = 2", {"file_changed", "content_changed"}),
    "a file's name": (
        "UPDATE content SET name = randomblob(32) WHERE content_no = 2",
        {"file_missing", "content_changed"},
    ),
    "a node": ("UPDATE log_node SET hash = randomblob(32) WHERE level = 1 AND nth = 1", {"node_changed"}),
    "a node gone": ("DELETE FROM log_node WHERE level = 2 AND nth = 0", {"node_changed"}),
    "a node too many": ("INSERT INTO log_node VALUES (9, 0, randomblob(32))", {"node_changed"}),
    "nodes exchanged": (
        "UPDATE log_node SET hash = (SELECT hash FROM log_node WHERE level = 0 AND nth = 1) WHERE level + nth = 0",
        {"node_changed"},
    ),
    "a checkpoint's byte": (
        "UPDATE checkpoint SET note = CAST(replace(CAST(note AS TEXT), 'log.invalid', 'log.invalix') AS BLOB)",
        {"checkpoint_unsigned", "uncovered"},
    ),
    "a checkpoint cut": ("UPDATE checkpoint SET note = substr(note, 1, 40)", {"checkpoint_unreadable", "uncovered"}),
    "no checkpoint": ("DELETE FROM checkpoint", {"no_checkpoint", "uncovered"}),
    "a fate's word": ("UPDATE fate SET fate = 'safe'", {"content_changed"}),
    "a fate's time": ("UPDATE fate SET recorded_us = recorded_us - 1", {"content_changed"}),
    "who answers for it": ("UPDATE fate SET judged_by = 'Somebody Else'", {"content_changed"}),
    "whose fate it is": ("UPDATE fate SET witness_no = 2", {"content_changed"}),
    "a fate removed": ("DELETE FROM fate", {"content_missing"}),
    "a fate slipped in": (
        "INSERT INTO fate SELECT 99, 2, fate, claimed_by, evidence, judged_by, recorded_us, occurred, reason FROM fate",
        {"not_logged"},
    ),
    "a proof of life": ("UPDATE proof_of_life SET spoke_with = 'X'", {"content_changed"}),
    "a setting": ("UPDATE setting SET value = '100'", {"content_changed"}),
    "what the case's log says": ("UPDATE log SET event = 'x'", {"content_changed"}),
    "an event slipped in": (
        "INSERT INTO log SELECT 99, at_us, event, said, salt, leaf, link FROM log",
        {"not_logged"},
    ),
    "the key given out": (
        "UPDATE evidence_log SET verifier_key = 'x+2ea4800d+AavCMBeEvc6qBqe5qQjB8gh9EVG+HpqfSVUZmj4Yrtqk'",
        None,
    ),
    "the case's own key": ("UPDATE evidence_log SET case_key = randomblob(60)", None),
    "a witness's key": ("UPDATE witness_key SET wrapped = randomblob(60) WHERE witness_no = 1", None),
    "a witness's key gone": (
        "UPDATE witness_key SET wrapped = NULL, destroyed_us = 1 WHERE witness_no = 1",
        {"salt_missing"},
    ),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_row_changed_behind_the_case_s_back_is_noticed(kept, what):
    """Through SQL, by someone with the key: each is told, and as what it is."""
    statements, expected = ROWS[what]
    with database_of(kept) as database:
        for statement in statements.split(";"):
            database.run(statement)
    if expected is None:
        try:
            report = verified(kept)
        except VigilError:
            return
        assert not report.verified
        assert report.doubts
    else:
        report = verified(kept)
        assert not report.verified
        assert kinds(report) <= expected | {"page_damaged"}
        assert kinds(report) & expected
        assert "content_changed" in expected or "content_changed" not in kinds(report)


def test_reordered_entries_are_noticed(kept):
    """Two entries in each other's place lead to another root."""
    with database_of(kept) as database:
        database.run("UPDATE log_entry SET entry_no = 100 WHERE entry_no = 1")
        database.run("UPDATE log_entry SET entry_no = 1 WHERE entry_no = 2")
        database.run("UPDATE log_entry SET entry_no = 2 WHERE entry_no = 100")
    assert {"root_differs", "node_changed"} <= kinds(verified(kept))


def test_what_refuses_change_refuses_it(tmp_path):
    """Without tampering with the rules, nothing of the evidence can be changed or removed."""
    with filled("plain", tmp_path / "a.vigil").writer() as case:
        for table in ("evidence_log", "log_entry", "log_node", "checkpoint", "content", "capture"):
            with pytest.raises(VigilError, match="never changed"):
                case._database.run(f"DELETE FROM {table}")  # noqa: S608
        for change in (
            "log_entry SET entry = x''",
            "log_entry SET salt = NULL",
            "log_node SET hash = x''",
            "checkpoint SET note = x''",
            "content SET n_bytes = 1",
            "capture SET sealed = NULL",
            "evidence_log SET origin = 'x'",
        ):
            with pytest.raises(VigilError, match="never changed"):
                case._database.run(f"UPDATE {change}")


def test_a_page_of_the_database_is_noticed(tmp_path):
    """In an encrypted case, a changed byte of any page that was written."""
    kept = filled("encrypted", tmp_path / "a.vigil")
    [database] = kept.folder.glob("case-*.db")
    body = database.read_bytes()
    chance, told = random.Random(5), []  # noqa: S311
    for _ in range(25):
        at = chance.randrange(len(body))
        database.write_bytes(body[:at] + bytes([body[at] ^ 0x10]) + body[at + 1 :])
        try:
            told.append(kinds(verified(kept)))
        except IntegrityError:
            told.append({"not opened"})
    assert all(said & {"page_damaged", "not opened"} for said in told)
    assert any("page_damaged" in said for said in told)
    database.write_bytes(body)
    assert verified(kept).verified


def test_a_rollback_is_noticed_only_with_a_checkpoint_kept_elsewhere(kept, tmp_path):
    """The whole folder of last week is in order by itself, and the report says what it could not see."""
    copy = tmp_path / "last week"
    shutil.copytree(kept.folder, copy)
    with kept.writer() as case:
        keep_captures([capture(b"more", ONE)], case=case, clock=ticking())
        made = export_checkpoint(case=case, clock=ticking())
    assert verified(kept, outside=[made.checkpoint.note]).log.had_outside
    shutil.rmtree(kept.folder)
    shutil.copytree(copy, kept.folder)
    report = verified(kept)
    assert report.verified
    assert report.log.n_outside == 0
    assert kinds(verified(kept, outside=[made.checkpoint.note])) == {"rolled_back"}


def test_a_log_made_anew_is_noticed_with_the_key_kept_elsewhere(kept, tmp_path):
    """Another key, another log: whoever made the case anew has not the key that was given away."""
    with kept.writer() as case:
        made = export_checkpoint(case=case, clock=ticking())
        key = case.evidence.log.key()
    other = filled(kept.kind, tmp_path / "b.vigil")
    assert verified(other).verified
    assert kinds(verified(other, outside=[made.checkpoint.note])) == {"outside_unsigned"}
    assert "key_differs" in kinds(verified(other, outside=[made.checkpoint.note], outside_key=key))


def test_a_log_rewritten_with_its_own_key_is_noticed_as_forked(kept):
    """Whoever has the case can sign again: the checkpoint given away before does not fit."""
    with kept.writer() as case:
        made = export_checkpoint(case=case, clock=ticking())
    with kept.reader() as case:
        keyring, key = case._log._keyring, case.evidence.log.key()
    with database_of(kept) as database:
        for table in ("log_entry", "log_node", "checkpoint", "capture", "fate"):
            database.run(f"DELETE FROM {table}")  # noqa: S608
        log = StoredLog(database, keyring)
        for table in (PROOFS_OF_LIFE, SETTINGS, LOG):
            log.log_row(table, 1)
        log.add_checkpoint(ticking()())
    assert verified(kept).verified
    assert kinds(verified(kept, outside=[made.checkpoint.note], outside_key=key)) == {"rolled_back"}
    with kept.writer() as case:
        keep_captures([capture(b"%d" % n) for n in range(20)], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
    assert kinds(verified(kept, outside=[made.checkpoint.note], outside_key=key)) == {"forked"}


def withdraw(kept, witness_no=1):
    """What a withdrawal does to evidence (docs/adr/0002, 0007)."""
    with kept.writer() as case:
        case._database.run(
            "INSERT INTO withdrawal (witness_no, judged_by, reason, begun_us) VALUES (?, 'N. Noor', 'asked', 1)",
            (witness_no,),
        )
        names = [bytes(name) for (name,) in case._database.rows("SELECT name FROM content WHERE key_no = 1")]
        case._database.run("UPDATE log_entry SET salt = NULL WHERE key_no = ?", (witness_no,))
        case._database.run("UPDATE capture SET sealed = NULL WHERE key_no = ?", (witness_no,))
        case._database.run(
            "UPDATE witness_key SET wrapped = NULL, destroyed_us = 1 WHERE witness_no = ?", (witness_no,)
        )
        case._database.run("DELETE FROM fate WHERE witness_no = ?", (witness_no,))
        case._database.run("UPDATE withdrawal SET ended_us = 2")
    return names


def test_after_a_withdrawal_the_log_is_still_whole(kept):
    """Theirs is destroyed, by the key alone; everything else is verified, and how much was withdrawn is said."""
    withdraw(kept)
    report = verified(kept)
    assert report.doubts == ()
    assert report.verified
    assert report.n_withdrawn == 4
    assert report.log.n_opened == N_ENTRIES - 4
    assert report.n_contents == N_FILES - 2


def test_after_a_withdrawal_nothing_of_theirs_can_be_told(kept):
    """No salt, digest, name or file can be opened or tried, though log and files still lie there."""
    with kept.reader() as case:
        salts = [leaf.salt for leaf in case.evidence.leaves()]
    withdraw(kept)
    with kept.reader() as case:
        leaves = list(case.evidence.leaves())
        assert [leaf.place for leaf in leaves if leaf.withdrawn] == [0, 1, 3, 6]
        assert all(leaf.salt is leaf.content is leaf.said is None for leaf in leaves if leaf.withdrawn)
        theirs = [content for content in case.evidence.contents() if content.key_no == 1]
        assert [case.evidence.read_content(content) for content in theirs] == [None, None]
    if kept.kind == "plain":
        bodies = b"".join(path.read_bytes() for path in kept.folder.rglob("*") if path.is_file())
        assert salts[0] not in bodies


def test_copies_restores_and_a_rekey_keep_the_evidence(kept, tmp_path):
    """Backup, restore, undo, another passphrase: the same log, opened and verified each time."""
    keeper = KeptCase(kept.folder, kept.secrets, written_by="test", cost=CHEAP)
    keeper.backup(tmp_path / "copy.vigil")
    with reading_case(tmp_path / "copy.vigil", kept.secrets) as case:
        assert verify_case(case).verified
    with kept.writer() as case:
        keep_captures([capture(b"after the copy", ONE)], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
    [lost, *_] = sorted(
        path.relative_to(tmp_path / "copy.vigil") for path in (tmp_path / "copy.vigil").glob("vault/*/*")
    )
    (kept.folder / lost).unlink()
    keeper.restore(tmp_path / "copy.vigil", kept.secrets)
    with kept.writer() as case:
        keep_captures([capture(b"after the restore", ONE)], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        assert verify_case(case).verified
    KeptCase(kept.folder, Secrets(), written_by="test").undo("restore")
    report = verified(kept)
    assert report.log.size == N_ENTRIES + 1
    assert report.verified
    other = Secrets(passphrase="quite another passphrase")
    keeper.rekey(other.passphrase, recovery=False)
    with writing_case(kept.folder, other) as case:
        keep_captures([capture(b"after the rekey", ONE)], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
        report = verify_case(case)
    assert report.log.size == N_ENTRIES + 2
    assert report.verified


def test_doubts_of_a_case_are_among_those_documented():
    """What the store calls a fault is a doubt the page explains."""
    assert {"seal_broken", "content_changed"} <= set(DoubtKind)


def test_a_new_case_s_log_has_its_own_name(tmp_path):
    """Two cases never sign under one origin."""
    names = set()
    for name in ("a", "b"):
        new_case_at(tmp_path / f"{name}.vigil")
        with writing_case(tmp_path / f"{name}.vigil", SECRETS) as case:
            fill(case)
            names.add(case.evidence.log.key().name)
    assert len(names) == 2
