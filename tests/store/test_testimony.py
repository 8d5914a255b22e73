"""Posts as texts, readings of them, judgements and who speaks: the same in every kind of case."""

from dataclasses import replace
from datetime import timedelta

import pytest
from case_kinds import NOW, SOME_US, put, row

from vigil.model.capture import Capture
from vigil.model.claim import (
    AUTHOR,
    Certainty,
    Claim,
    ClaimedPlace,
    Count,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
    Unit,
    Victim,
    VictimKind,
)
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.ids import CollectorName, Digest
from vigil.model.incident import (
    ClaimId,
    Grade,
    Judgement,
    JudgementId,
    JudgementKind,
    Publication,
    Reliability,
    SourceName,
    SourceRecord,
)
from vigil.model.observation import Kind
from vigil.usecases.testimony.ports import Read, ReadFrom

MINUTE = 60_000_000

CLAIM = Claim(
    event=EventType.KILLING,
    polarity=Polarity.HAPPENED,
    certainty=Certainty.REPORTED,
    chain=(Link(speaker=AUTHOR, certainty=Certainty.ASSERTED, cue=Span(0, 4)),),
    count=Count(low=12, high=None, exactness=Exactness.AT_LEAST, unit=Unit.PEOPLE, span=Span(5, 16)),
    victims=frozenset({VictimKind.CHILDREN, VictimKind.MEDICS}),
    named=(Victim(name="ليلى", span=Span(20, 24), age_years=9),),
    place=ClaimedPlace(text="Aleppo", span=Span(30, 36), lat=36.2, lon=37.16, alternatives=("Aleppo, elsewhere",)),
    occurred="2016-12-13",
    sentence=Span(0, 40),
    spans={"event": (Span(17, 19),), "place": (Span(30, 36),)},
)
READING = Reading(document="d1", lang="ar", reader="rules 1", claims=(CLAIM,), unread=(Span(41, 50),))

JUDGED = Judgement(
    id=JudgementId("j-1"),
    kind=JudgementKind.MERGE,
    claims=(ClaimId("c-1"), ClaimId("c-2")),
    by="Rana K.",
    reason="the same street, the same hour",
    at=NOW,
)


def test_posts_come_as_texts_by_account_and_time(kept):
    """Edits and reposts too, those without words never; what its author deleted is held; later ones are left out."""
    rows = [
        row(
            account="2",
            published_us=SOME_US,
            post="a",
            text="second account",
            handle="two",
            lang="en",
            url="https://x/a",
        ),
        row(account="1", published_us=SOME_US + MINUTE, post="c", text="later"),
        row(account="1", published_us=SOME_US, post="b", text="first"),
        row(account="1", published_us=SOME_US + 2 * MINUTE, post="b", kind="edit", text="first, edited"),
        row(account="1", published_us=SOME_US + 3 * MINUTE, post="d", kind="repost", text="theirs", repost_of="z"),
        row(account="1", published_us=SOME_US + 4 * MINUTE, post="c", kind="delete"),
        row(account="1", published_us=SOME_US + 5 * MINUTE, post="e", text=""),
        row(account="1", published_us=SOME_US + 9 * MINUTE, post="f", text="too late"),
        row(account="3", published_us=SOME_US, post="g", text="gone with its account"),
        row(account="3", published_us=SOME_US + MINUTE, kind="account_state", state="deleted"),
    ]
    until = NOW.replace(year=2016, month=12, day=4, hour=18, minute=38)
    with kept.writer() as case:
        put(case, rows)
    with kept.reader() as case:
        found = list(case.testimony.posts(until=until))
        assert case.testimony.n_posts(until=until) == len(found)
    assert [(each.account.id, each.text, each.held) for each in found] == [
        ("1", "first", False),
        ("1", "later", True),
        ("1", "first, edited", False),
        ("1", "theirs", False),
        ("2", "second account", False),
        ("3", "gone with its account", True),
    ]
    edit, repost, other = found[2:5]
    assert (edit.kind, edit.post, repost.kind, repost.repost_of) == (Kind.EDIT, "b", Kind.REPOST, "z")
    assert (other.handle, other.lang, other.url, other.post) == ("two", "en", "https://x/a", "a")


def test_many_posts_of_one_instant_all_come_once(kept):
    """However many there are, and wherever a page of them ends."""
    with kept.writer() as case:
        put(case, [row(post=str(at), text=f"post {at}", published_us=SOME_US + at // 700) for at in range(2500)])
    with kept.reader() as case:
        found = [each.text for each in case.testimony.posts(until=NOW)]
    assert sorted(found) == sorted(f"post {at}" for at in range(2500))


def test_a_reading_comes_back_as_it_was(kept):
    """Every slot of every claim; of this reader alone; and that there was no claim is remembered too."""
    post, other = ReadFrom(Read.POST, 7), ReadFrom(Read.POST, 8)
    with kept.writer() as case, case.transaction():
        case.testimony.keep_readings({post: READING, other: None}, reader="rules 1")
    with kept.reader() as case:
        assert case.testimony.readings([post, other, ReadFrom(Read.POST, 9)], reader="rules 1") == {
            post: READING,
            other: None,
        }
        assert case.testimony.readings([post], reader="rules 2") == {}
    newer = replace(READING, reader="rules 2", claims=())
    with kept.writer() as case, case.transaction():
        case.testimony.keep_readings({post: newer}, reader="rules 2")
    with kept.reader() as case:
        assert case.testimony.readings([post], reader="rules 1") == {}
        assert case.testimony.readings([post], reader="rules 2") == {post: newer}


def test_a_reading_of_a_capture_is_sealed_as_the_capture_is(kept):
    """It opens for that capture alone."""
    capture = Capture(body=b"12 killed", captured_at=NOW, collector=CollectorName("hand"), collector_version="1")
    with kept.writer() as case:
        with case.transaction():
            number = case.evidence.add([capture, replace(capture, body=b"13")], recorded_at=NOW)[0].number
            of = ReadFrom(Read.CAPTURE, number)
            case.testimony.keep_readings({of: READING}, reader="rules 1")
        assert case.testimony.readings([of], reader="rules 1") == {of: READING}
        database = case._database
        (said,) = database.row("SELECT said FROM reading WHERE about = 2")
        assert "ليلى".encode() not in bytes(said)
        database.run("UPDATE reading SET number = ?", (number + 1,))
        with pytest.raises(IntegrityError):
            case.testimony.readings([ReadFrom(Read.CAPTURE, number + 1)], reader="rules 1")


def test_documents_found_in_a_capture_come_back_and_are_sealed_as_it_is(kept):
    """By the unpacker that found them; that there are none is remembered; they open for that capture alone."""
    capture = Capture(body=b"12 killed", captured_at=NOW, collector=CollectorName("hand"), collector_version="1")
    found = (
        Publication(
            id="capture",
            source=SourceName("Daily \ud83d"),
            published_at=NOW,
            lang="ar",
            title="ليلى",
            url="https://x/1",
            text="12 killed",
            text_digest=Digest("a" * 64),
            media=frozenset({Digest("b" * 64)}),
        ),
        Publication(id="2", source=None, published_at=None),
    )
    with kept.writer() as case:
        with case.transaction():
            number = case.evidence.add([capture, replace(capture, body=b"13")], recorded_at=NOW)[0].number
            case.testimony.keep_unpacked({number: found, number + 1: ()}, unpacker="documents 1")
            case.testimony.keep_readings({ReadFrom(Read.CAPTURE, number): READING}, reader="rules 1")
        assert case.testimony.unpacked(number, unpacker="documents 1") == found
        assert case.testimony.unpacked(number + 1, unpacker="documents 1") == ()
        assert case.testimony.unpacked(number, unpacker="documents 2") is None
        assert case.testimony.unpacked(number + 2, unpacker="documents 1") is None
        database = case._database
        (said,) = database.row("SELECT said FROM reading WHERE about = 3 AND said IS NOT NULL")
        assert b"12 killed" not in bytes(said)
        database.run("UPDATE reading SET said = ? WHERE about = 3 AND number = ?", (said, number + 1))
        with pytest.raises(IntegrityError):
            case.testimony.unpacked(number + 1, unpacker="documents 1")
        with case.transaction():
            case.testimony.keep_unpacked({number: found[:1]}, unpacker="documents 2")
        assert case.testimony.unpacked(number, unpacker="documents 1") is None
        assert case.testimony.unpacked(number, unpacker="documents 2") == found[:1]


def test_words_with_half_a_surrogate_pair_are_kept_and_come_back(kept):
    """As broken emoji leave them in JSON: UTF-8 cannot carry them, and the case reads on all the same."""
    place = ClaimedPlace(text="Aleppo \ud83d", span=Span(30, 38))
    broken = replace(READING, claims=(replace(CLAIM, place=place), CLAIM))
    post = ReadFrom(Read.POST, 1)
    with kept.writer() as case, case.transaction():
        case.testimony.keep_readings({post: broken}, reader="rules 1")
    with kept.reader() as case:
        assert case.testimony.readings([post], reader="rules 1") == {post: broken}


def test_a_reading_of_no_capture_is_refused(kept):
    """There is no key to seal it under."""
    with kept.writer() as case, pytest.raises(InvalidInput, match="no capture"):
        case.testimony.keep_readings({ReadFrom(Read.CAPTURE, 99): READING}, reader="rules 1")


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"document": 1}', b"\xff", READING.reader.encode()])
def test_what_is_no_reading_is_not_taken_for_one(kept, said):
    """A row changed behind Vigil's back."""
    of = ReadFrom(Read.POST, 7)
    with kept.writer() as case:
        case.testimony.keep_readings({of: READING}, reader="r")
        case._database.run("UPDATE reading SET said = ?", (said,))
        with pytest.raises(IntegrityError):
            case.testimony.readings([of], reader="r")


def test_judgements_are_kept_in_order_and_logged(kept):
    """As they were made, with an entry of the log each; the same one is refused."""
    graded = replace(JUDGED, id=JudgementId("j-2"), kind=JudgementKind.GRADE, grade=Grade.WEAK, at=NOW + timedelta(1))
    back = replace(JUDGED, id=JudgementId("j-3"), kind=JudgementKind.WITHDRAW, claims=(), withdraws=JudgementId("j-1"))
    with kept.writer() as case:
        before = case.evidence.log.size()
        for each in (JUDGED, graded, back):
            case.testimony.add_judgement(each)
        assert case.evidence.log.size() == before + 3
        with pytest.raises(InvalidInput, match="already"):
            case.testimony.add_judgement(JUDGED)
        assert not case.evidence.n_not_logged()
    with kept.reader() as case:
        assert case.testimony.judgements() == [JUDGED, graded, back]


@pytest.mark.parametrize("statement", ["UPDATE judgement SET reason = 'x'", "DELETE FROM judgement"])
def test_a_judgement_is_never_changed(kept, statement):
    """Nor removed."""
    with kept.writer() as case:
        case.testimony.add_judgement(JUDGED)
        with pytest.raises(IntegrityError, match="never"):
            case._database.run(statement)


def test_the_newest_of_what_is_known_of_a_speaker_counts(kept):
    """Earlier entries stay in the case, and in its log."""
    first = SourceRecord(
        name="The Ministry", aliases=("وزارة الدفاع",), side="army", judged_by="Rana K.", reason="it is"
    )
    later = replace(first, reliability=Reliability.NOT_USUALLY, reason="three false denials")
    other = replace(first, name="A doctor", aliases=(), side=None)
    with kept.writer() as case:
        before = case.evidence.log.size()
        for each in (first, other, later):
            case.testimony.add_speaker(each, at=NOW)
        assert case.evidence.log.size() == before + 3
    with kept.reader() as case:
        assert case.testimony.speakers() == [other, later]
