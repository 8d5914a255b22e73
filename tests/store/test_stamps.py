"""Timestamps are kept as they came, in any kind of case, and survive a rekey and a copy."""

import contextlib

import pytest
from captured import filled, ticking
from case_kinds import CHEAP, Kept

from vigil.evidence.timestamps import TimestampKind
from vigil.model.errors import InvalidInput
from vigil.store.keeping import KeptCase
from vigil.usecases.ports import Secrets


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return filled(request.param, tmp_path / "aleppo.vigil")


def add(case, token=b"a token", kind=TimestampKind.RFC3161):
    [checkpoint] = case.evidence.checkpoints()
    with case.transaction():
        return case.evidence.add_timestamp(
            checkpoint, kind=kind, authority="https://tsa.example/ä", token=token, received_at=ticking()()
        )


def test_what_was_kept_is_read(kept):
    """In order, each with its number; a fuller one is another row."""
    with kept.writer() as case:
        first = add(case)
        second = add(case, b"a fuller one", TimestampKind.OPENTIMESTAMPS)
    with kept.reader() as case:
        assert case.evidence.timestamps() == [first, second]
    assert (first.number, second.number, first.checkpoint) == (1, 2, 1)


def test_an_empty_token_is_none(kept):
    """Nothing is not a timestamp."""
    with kept.writer() as case:
        with pytest.raises(InvalidInput):
            add(case, b"")
        assert case.evidence.timestamps() == []


def test_an_undone_transaction_keeps_none(kept):
    """All or nothing."""
    with kept.writer() as case:
        with contextlib.suppress(RuntimeError), case.transaction():
            add(case)
            raise RuntimeError
        assert case.evidence.timestamps() == []


def test_a_rekey_leaves_them_readable(tmp_path):
    """They are sealed under the case's own key, which is wrapped anew."""
    kept = filled("encrypted", tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        before = add(case)
    KeptCase(kept.folder, kept.secrets, written_by="test", cost=CHEAP).rekey(
        "another six words of a test", recovery=False
    )
    again = Kept.__new__(Kept)
    again.kind, again.folder, again._in_memory = "encrypted", kept.folder, None
    again.secrets = Secrets(passphrase="another six words of a test")
    with again.reader() as case:
        assert case.evidence.timestamps() == [before]
