"""Proof of life: what it needs, and what it covers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from vigil.model.errors import InvalidInput
from vigil.model.fate import ProofOfLife
from vigil.model.ids import AccountId, Platform, WitnessName
from vigil.model.instants import to_micros
from vigil.model.witness import Account, WatchedAccount, Witness
from vigil.store.memory import memory_case
from vigil.usecases.confirm_return import confirm_return
from vigil.usecases.ports import OBSERVATION_SCHEMA, ReadBatch

NOW = datetime(2016, 12, 20, 9, tzinfo=UTC)
HAWK = WitnessName("hawk")
ACCOUNTS = tuple(Account(Platform("x"), AccountId(name)) for name in ("hawk-1", "hawk-2"))


class File:
    """A file of posts, as far as the case asks."""

    digest = "0" * 64
    format = "csv"
    ignored_columns = ()
    size = 1

    def __init__(self, path):
        self.path = path


@pytest.fixture
def case(tmp_path):
    made = memory_case()
    made.put_witness(Witness(name=HAWK, accounts=tuple(WatchedAccount(account=each) for each in ACCOUNTS)))
    made.put_witness(Witness(name=WitnessName("dove")))
    file = File(tmp_path / "posts.csv")
    made.begin_file(file, imported_at=NOW)
    rows = [
        {
            "platform": "x",
            "account": account.id,
            "published_us": to_micros(NOW - timedelta(hours=hours)),
            "kind": "post",
            "position": n,
        }
        for n, (account, hours) in enumerate(zip(ACCOUNTS, (30, 2), strict=True), 1)
    ]
    frame = pl.DataFrame([dict.fromkeys(OBSERVATION_SCHEMA) | row for row in rows], schema=OBSERVATION_SCHEMA)
    made.append(file.digest, ReadBatch(frame=frame))
    made.end_file(file.digest)
    return made


def proof(**changes):
    base = ProofOfLife(
        witness=HAWK,
        spoke_with="Dr Salma, her physician",
        how="video call, face and voice",
        judged_by="Rana K.",
        recorded_at=NOW,
        confirmed_until=NOW,
    )
    return replace(base, **changes)


def test_a_proof_covers_every_account_up_to_when_they_were_spoken_to(case):
    """One conversation stands for all accounts of the witness."""
    confirmed = confirm_return(proof(), case=case)
    assert confirmed.added
    assert confirmed.accounts == ACCOUNTS
    assert confirmed.last_post_at == NOW - timedelta(hours=2)
    assert not confirmed.posted_since
    assert case.proofs_of_life() == [proof()]


def test_what_was_posted_after_the_conversation_is_said_not_to_be_covered(case):
    """A call yesterday says nothing of a post this morning."""
    assert confirm_return(proof(confirmed_until=NOW - timedelta(hours=10)), case=case).posted_since


def test_a_dry_run_and_a_repetition_write_nothing(case):
    """Safe to repeat."""
    assert not confirm_return(proof(), case=case, dry_run=True).added
    assert case.proofs_of_life() == []
    confirm_return(proof(), case=case)
    assert not confirm_return(proof(recorded_at=NOW + timedelta(minutes=5)), case=case).added
    assert len(case.proofs_of_life()) == 1


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("judged_by", "unknown", "judged by"),
        ("spoke_with", "", "spoke with"),
        ("how", "  ", "how"),
        ("confirmed_until", NOW + timedelta(hours=1), "future"),
        ("witness", WitnessName("kite"), "vigil watch list"),
    ],
)
def test_a_proof_without_a_person_a_means_or_a_witness_is_refused(case, field, value, named):
    """Empty never means yes."""
    with pytest.raises(InvalidInput, match=named):
        confirm_return(proof(**{field: value}), case=case)
    assert case.proofs_of_life() == []


def test_a_witness_without_accounts_can_be_spoken_to(case):
    """Proof of life is of a person, not of an account."""
    confirmed = confirm_return(proof(witness=WitnessName("dove")), case=case)
    assert (confirmed.added, confirmed.accounts, confirmed.last_post_at) == (True, (), None)
