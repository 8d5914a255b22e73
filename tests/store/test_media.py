"""What is known of media, in every kind of case."""

from contextlib import suppress

import pytest
from captured import ONE, SWALLOW, capture, ticking
from case_kinds import NOW, put, row

from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.ids import WitnessName
from vigil.model.media import Credentials, MediaFacts, MediaRecord, PictureHash, Standing
from vigil.model.witness import Basis, WatchedAccount, Witness
from vigil.usecases.keep_captures import keep_captures

FACTS = MediaFacts(
    mime="image/jpeg",
    width=640,
    height=480,
    has_exif=True,
    pictures=(PictureHash(pdq=bytes(range(32)), quality=77),),
    credentials=Credentials(standing=Standing.UNTRUSTED, signer="a made-up camera"),
    read_with=("pillow 1",),
)
RECORD = MediaRecord(url="https://pictures.example/secret-word-4711.jpg", facts=FACTS)


def watch(case):
    case.put_witness(Witness(name=SWALLOW, accounts=(WatchedAccount(account=ONE),), basis=Basis.CONSENT))


def kept_one(case, body=b"a picture", **more):
    with case.transaction():
        (one,) = case.evidence.add([capture(body, ONE, **more)], recorded_at=NOW)
        case.evidence.add_media(one.number, RECORD)
    return one


def test_what_is_known_comes_back_as_it_was_said(kept):
    """With the capture it is of, in order."""
    with kept.writer() as case:
        watch(case)
        keep_captures([capture(b"a post", ONE)], case=case, clock=ticking())
        kept_one(case, post="11")
        kept_one(case, b"another", post="12")
    with kept.reader() as case:
        found = list(case.evidence.media())
    assert [(one.number, one.said.post, one.record, one.held) for one in found] == [
        (2, "11", RECORD, False),
        (3, "12", RECORD, False),
    ]


def test_it_is_said_once_and_of_a_capture(kept):
    """Never changed, and never of what is not there."""
    with kept.writer() as case:
        watch(case)
        one = kept_one(case)
        with pytest.raises(InvalidInput, match="already"), case.transaction():
            case.evidence.add_media(one.number, RECORD)
        with pytest.raises(InvalidInput, match="no capture"), case.transaction():
            case.evidence.add_media(99, RECORD)
        with pytest.raises(IntegrityError), case.transaction():
            case._database.run("DELETE FROM media")
        with pytest.raises(IntegrityError), case.transaction():
            case._database.run("UPDATE media SET sealed = NULL")


def test_it_stands_or_falls_with_its_transaction(kept):
    """Where the capture was not kept, nothing is known of it."""
    with kept.writer() as case:
        watch(case)
        with suppress(RuntimeError), case.transaction():
            kept_one(case)
            raise RuntimeError
        assert list(case.evidence.media()) == []
        assert case.evidence.log.size() == 0


def test_what_was_deleted_at_the_source_is_held(kept):
    """From the moment the deletion is known."""
    with kept.writer() as case:
        watch(case)
        kept_one(case, post="11")
        put(case, [row(post="11", kind="delete")])
        assert [one.held for one in case.evidence.media()] == [True]


def test_it_is_sealed_and_a_withdrawal_destroys_it(kept):
    """Where the witness's key is gone it does not open; nobody reads it beside the key."""
    with kept.writer() as case:
        watch(case)
        kept_one(case)
        ((sealed,),) = case._database.rows("SELECT sealed FROM media")
        assert b"secret-word" not in bytes(sealed)
        case._database.run(
            "INSERT INTO withdrawal (witness_no, judged_by, reason, begun_us) VALUES (1, 'N. Noor', 'asked', 1)"
        )
        case._database.run("UPDATE media SET sealed = NULL")
        assert list(case.evidence.media()) == []


def test_what_was_moved_or_changed_does_not_open(kept):
    """A record opens at its own capture only."""
    with kept.writer() as case:
        watch(case)
        kept_one(case)
        ((sealed,),) = case._database.rows("SELECT sealed FROM media")
        (two,) = keep_captures([capture(b"b", ONE)], case=case, clock=ticking()).kept
        case._database.run("INSERT INTO media VALUES (?, ?)", (two.number, sealed))
        with pytest.raises(IntegrityError):
            list(case.evidence.media())


def test_nobodys_media_are_sealed_under_the_cases_own_key(kept):
    """As their captures are."""
    with kept.writer() as case:
        case.put_witness(Witness(name=WitnessName("Other"), accounts=(), basis=Basis.CONSENT))
        kept_one(case)
        assert [one.record for one in case.evidence.media()] == [RECORD]
