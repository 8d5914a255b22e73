"""What is handed over is proven, answered for and logged; what may not be is left out and counted."""

import polars as pl
import pytest
from captured import BEGUN_AT, N_CAPTURES, N_ENTRIES, ONE, SWALLOW, TWO, WREN, fill, filled, ticking
from case_kinds import FileOf, Kept

from vigil.evidence.checkpoint import open_checkpoint
from vigil.evidence.digests import sha256
from vigil.evidence.proofs import verify_consistency
from vigil.evidence.signed_note import parse_verifier_key
from vigil.evidence.verify import verify_disclosed
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.fate import Fate, FateEntry
from vigil.model.witness import Basis, WatchedAccount, Witness
from vigil.usecases.export_bag import HELD, NO_BASIS, NOT_TO_BE_WATCHED, WITHDRAWN, export_bag
from vigil.usecases.make_checkpoint import export_checkpoint
from vigil.usecases.ports import OBSERVATION_SCHEMA, ReadBatch
from vigil.usecases.verify_case import verify_case


class BagInMemory:
    def __init__(self):
        self.captures, self.log = [], None

    def add(self, capture):
        self.captures.append(capture)

    def finish(self, log):
        self.log = log


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return filled(request.param, tmp_path / "aleppo.vigil")


def exported(case, **options):
    bag = BagInMemory()
    given = {"by": "N. Noor", "reason": "to the court", "clock": ticking(), **options}
    return export_bag(bag, case=case, **given), bag


def observe(case, *rows):
    """Import rows of what was heard."""
    blank = dict.fromkeys(OBSERVATION_SCHEMA)
    full = [{**blank, "platform": "x", "position": at, **row} for at, row in enumerate(rows, 1)]
    file = FileOf()
    case.begin_file(file, imported_at=BEGUN_AT)
    case.append(file.digest, ReadBatch(frame=pl.DataFrame(full, schema=OBSERVATION_SCHEMA)))
    case.end_file(file.digest)


def test_each_capture_leads_to_the_signed_root(kept):
    """By our own verification, from what was handed over alone."""
    with kept.writer() as case:
        report, bag = exported(case)
        assert verify_case(case).verified
    keys = [parse_verifier_key(bag.log.verifier_key)]
    assert (report.n_captures, report.n_entries) == (N_CAPTURES, N_ENTRIES + 1)
    assert report.left_out == {}
    for capture in bag.captures:
        assert sha256(capture.content).hex() == capture.said.digest
        verify_disclosed(
            digest=sha256(capture.description),
            salt=capture.salt,
            entry=capture.entry,
            proof=capture.proof,
            checkpoint=bag.log.checkpoint,
            keys=keys,
        )
    newest = open_checkpoint(bag.log.checkpoint, keys)
    [(note, proof)] = bag.log.earlier
    verify_consistency(proof, first_root=open_checkpoint(note, keys).root, second_root=newest.root)


def test_it_is_logged_with_who_and_why(kept):
    """Before anything is handed over; a second export logs a second time."""
    with kept.writer() as case:
        exported(case)
        exported(case, reason="to a newsroom")
        said = [said for (said,) in case._database.rows("SELECT said FROM log WHERE event = 'captures exported'")]
    assert "to the court" in said[0]
    assert "N. Noor" in said[1]


@pytest.mark.parametrize("given", [{"by": "me"}, {"by": ""}, {"reason": " "}, {"witnesses": ["Nobody"]}])
def test_without_a_person_and_a_reason_nothing_is_handed_over(kept, given):
    """Nor for a witness there is not; and nothing is logged."""
    with kept.writer() as case:
        with pytest.raises(InvalidInput):
            exported(case, **given)
        assert case.evidence.log.size() == N_ENTRIES


def test_only_the_witness_asked_for(kept):
    """Theirs, all of theirs, and nobody's."""
    with kept.writer() as case:
        report, bag = exported(case, witnesses=[SWALLOW])
    assert report.n_captures == 3
    assert {capture.said.account for capture in bag.captures} == {ONE}


def test_only_the_captures_asked_for(kept):
    """None but these, and of these what is held is left out all the same; with none of them there is nothing."""
    with kept.writer() as case:
        report, bag = exported(case, only={2, 6})
        assert (report.n_captures, [each.said.post for each in bag.captures]) == (2, ["12", None])
        observe(case, {"account": "1", "published_us": 1, "kind": "delete", "post": "12"})
        assert exported(case, only={2, 6})[0].left_out == {HELD: 1}
        with pytest.raises(InvalidInput, match="nothing to hand over"):
            exported(case, only=set())


def test_what_its_author_deleted_is_held(kept):
    """By the post's id; and all of an account that was deleted."""
    with kept.writer() as case:
        observe(case, {"account": "1", "published_us": 1, "kind": "delete", "post": "11"})
        report, bag = exported(case)
        assert report.left_out == {HELD: 2}
        assert report.n_captures == N_CAPTURES - 2
        assert "11" not in {capture.said.post for capture in bag.captures}
        observe(case, {"account": "1", "published_us": 2, "kind": "account_state", "state": "deleted"})
        assert exported(case)[0].left_out == {HELD: 3}
        observe(case, {"account": "1", "published_us": 3, "kind": "account_state", "state": "active"})
        assert exported(case)[0].left_out == {HELD: 2}


def test_without_a_basis_or_against_their_wish_nothing_leaves(kept):
    """`unstated` bars export, and so does `not_to_be_watched`."""
    with kept.writer() as case:
        case.put_witness(Witness(name=WREN, accounts=(WatchedAccount(account=TWO),), basis=Basis.UNSTATED))
        case.add_fate(
            FateEntry(
                witness=SWALLOW,
                fate=Fate.NOT_TO_BE_WATCHED,
                claimed_by="herself",
                evidence="a letter",
                judged_by="N. Noor",
                recorded_at=BEGUN_AT,
            )
        )
        report, bag = exported(case)
        assert report.left_out == {NO_BASIS: 1, NOT_TO_BE_WATCHED: 3}
        assert {capture.said.account and capture.said.account.id for capture in bag.captures} == {None, "unwatched"}
        with pytest.raises(InvalidInput, match="nothing to hand over: 1 no basis"):
            exported(case, witnesses=[WREN])


def test_what_was_withdrawn_is_counted(tmp_path):
    """Their entries are there and say nothing."""
    kept = filled("plain", tmp_path / "a.vigil")
    with kept.writer() as case:
        case._database.run("INSERT INTO withdrawal VALUES (1, 1, 'N. Noor', 'asked', 1, 2)")
        case._database.run("UPDATE witness_key SET wrapped = NULL, destroyed_us = 1 WHERE witness_no = 1")
    with kept.writer() as case:
        report, _ = exported(case)
    assert report.left_out == {WITHDRAWN: 3}
    assert report.n_captures == 3


def test_what_does_not_hold_is_not_handed_over(tmp_path):
    """One spoilt file stops the export."""
    kept = filled("encrypted", tmp_path / "a.vigil")
    path = next((kept.folder / "vault").glob("*/*"))
    path.write_bytes(path.read_bytes()[:-1])
    with kept.writer() as case, pytest.raises(IntegrityError):
        exported(case)


def test_a_checkpoint_kept_elsewhere_is_led_to_today(kept, tmp_path):
    """Whoever keeps one gets the proof that today's log begins with it; another log's is refused."""
    with kept.writer() as case:
        outside = export_checkpoint(case=case, clock=ticking()).checkpoint
        _, bag = exported(case, outside=[outside.note])
        assert outside.note in [note for note, _ in bag.log.earlier]
        with Kept("memory", tmp_path / "b.vigil").writer() as other:
            fill(other)
            with pytest.raises(IntegrityError):
                exported(other, outside=[outside.note])


def test_an_empty_case_has_nothing_to_hand_over(tmp_path):
    """And says so."""
    with Kept("memory", tmp_path / "a.vigil").writer() as case, pytest.raises(InvalidInput, match="no captures"):
        exported(case)
