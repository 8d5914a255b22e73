"""What a case says is read once, without what is held, and under the names its readers know."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from captured import BEGUN_AT, capture
from case_kinds import Kept, put, row
from shouting import AT_US, UNTIL, Shouting, Unpacking, unpack

from vigil.model.fate import Fate, FateEntry
from vigil.model.ids import AccountId, Platform, WitnessName
from vigil.model.instants import to_micros
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.testimony.ports import Read, ReadFrom
from vigil.usecases.testimony.read_case import read_case


@pytest.fixture(params=["memory", "encrypted"])
def kept(request, tmp_path):
    return Kept(request.param, tmp_path / "aleppo.vigil")


def fill(case):
    account = Account(Platform("x"), AccountId("1"))
    watched = (WatchedAccount(account=account),)
    case.put_witness(Witness(name=WitnessName("Swallow"), accounts=watched, basis=Basis.CONSENT))
    put(
        case,
        [
            row(account="1", post="a", text="two killed", published_us=AT_US, url="https://x/a"),
            row(account="1", post="b", text="good morning", published_us=AT_US + 1),
            row(account="2", post="c", text="they killed him", published_us=AT_US + 2, handle="other"),
            row(account="2", post="d", text="killed, I take it back", published_us=AT_US + 3),
            row(account="2", post="d", kind="delete", published_us=AT_US + 4),
            row(account="1", text="killed, without an id", published_us=AT_US + 5),
        ],
    )
    keep_captures(
        [
            capture(b"Eleven were killed.\n\nNothing here.\n\nNine killed.", name="report.txt", published_at=BEGUN_AT),
            capture(b"\x00", name="broken.txt"),
            capture(b"killed", name="picture.png"),
            capture(b"killed", account, name="post.json"),
        ],
        case=case,
        clock=lambda: BEGUN_AT,
    )


def read(kept, reader, unpack=unpack, **options):
    with kept.writer() as case:
        return read_case(case, until=UNTIL, reader=reader, unpack=unpack, keep=case, **options)


def test_posts_and_documents_are_read(kept):
    """Each under the name its witness, account or publisher goes by; captures of accounts are read as their posts."""
    with kept.writer() as case:
        fill(case)
    found = read(kept, Shouting())
    assert [(each.id, each.source, each.text) for each, _ in found.said] == [
        ("x/1/a", "Swallow", "two killed"),
        (found.said[1][0].id, "Swallow", "killed, without an id"),
        ("x/2/c", "other", "they killed him"),
        ("capture/1", "A report", "Eleven were killed."),
        ("capture/1/2", "A report", "Nine killed."),
    ]
    assert found.said[1][0].id.startswith("row/")
    assert all(reading.document == publication.id for publication, reading in found.said)
    assert (found.n_texts, found.n_new, found.n_held, found.unreadable) == (7, 7, 1, (2,))
    report = found.said[3][0]
    assert report.published_at == BEGUN_AT
    assert report.text_digest is not None


def test_what_was_read_is_not_read_again(kept):
    """Unless by another reader; and it says the same."""
    with kept.writer() as case:
        fill(case)
    first, again, newer = Shouting(), Shouting(), Shouting("shouting 2")
    found = read(kept, first)
    assert len(first.given) == 7
    second = read(kept, again)
    assert (second.said, second.n_texts, second.n_new, again.given) == (found.said, 7, 0, [])
    assert read(kept, newer).n_new == 7
    assert [reading.reader for _, reading in read(kept, newer).said] == ["shouting 2"] * 5


def test_a_document_is_unpacked_once(kept):
    """Unless by another unpacker; a file of many is read again, and what could not be read is tried again."""
    with kept.writer() as case:
        fill(case)
        keep_captures([capture(b"Six killed.", name="note.txt")], case=case, clock=lambda: BEGUN_AT)
    asked = []
    found = []
    for version in ("1", "1", "2"):
        unpacking = Unpacking(version)
        found.append(read(kept, Shouting(), unpack=unpacking))
        asked.append(unpacking.given)
    every = ["report.txt", "broken.txt", "picture.png", "note.txt"]
    assert asked == [every, ["report.txt", "broken.txt"], every]
    assert found[0].said == found[1].said == found[2].said
    assert [each.unreadable for each in found] == [(2,)] * 3
    with kept.reader() as case:
        unpacking = Unpacking("3")
        read_case(case, until=UNTIL, reader=Shouting(), unpack=unpacking)
        assert unpacking.given == every
        assert case.testimony.unpacked(5, unpacker="3") is None


def test_reading_without_keeping_leaves_the_case_as_it_was(kept):
    """For whoever may only look."""
    with kept.writer() as case:
        fill(case)
    with kept.reader() as case:
        found = read_case(case, until=UNTIL, reader=Shouting(), unpack=unpack)
        assert len(found.said) == 5
        assert case.testimony.readings([ReadFrom(Read.POST, 1)], reader="shouting 1") == {}


def test_what_came_later_is_left_out(kept):
    """As of an instant."""
    with kept.writer() as case:
        fill(case)
        found = read_case(case, until=BEGUN_AT, reader=Shouting(), unpack=unpack)
        assert [each.id for each, _ in found.said] == ["x/1/a", "capture/1", "capture/1/2"]
        before = read_case(case, until=BEGUN_AT - timedelta(seconds=1), reader=Shouting(), unpack=unpack)
        assert before.said == ()


def test_nothing_is_read_of_who_asked_not_to_be_watched(kept):
    """Not even looked at."""
    with kept.writer() as case:
        fill(case)
        case.add_fate(
            FateEntry(
                witness=WitnessName("Swallow"),
                fate=Fate.NOT_TO_BE_WATCHED,
                claimed_by="herself",
                evidence="a call",
                judged_by="Rana K.",
                recorded_at=BEGUN_AT,
            )
        )
    reader = Shouting()
    found = read(kept, reader)
    assert found.n_not_watched == 3
    assert {document.source for document in reader.given} == {"other", "A report"}


def test_the_day_of_a_post_is_that_of_the_zone(kept):
    """`Yesterday`, said at one in the morning in Aleppo, is not the day before in Greenwich."""
    late = datetime(2016, 12, 4, 23, 30, tzinfo=UTC)
    with kept.writer() as case:
        put(case, [row(account="1", post="a", text="killed", published_us=to_micros(late))])
    utc, there, again = Shouting(), Shouting(), Shouting()
    read(kept, utc)
    read(kept, there, zone=ZoneInfo("Asia/Damascus"))
    read(kept, again, zone=ZoneInfo("Asia/Damascus"))
    assert [str(reader.given[0].published_on) for reader in (utc, there)] == ["2016-12-04", "2016-12-05"]
    assert again.given == []


def test_an_empty_case_says_nothing(kept):
    """And says so without an error."""
    with kept.writer():
        pass
    found = read(kept, Shouting())
    assert (found.said, found.n_texts) == ((), 0)


def test_what_is_kept_twice_is_one_document(kept):
    """The same bytes kept again repeat nothing; of another page or another day they are another's."""
    later = BEGUN_AT + timedelta(hours=1)
    bodies = [
        capture(b"Eleven were killed.", name="report.txt", published_at=BEGUN_AT),
        replace(capture(b"Eleven were killed.", name="report.txt", published_at=BEGUN_AT), captured_at=later),
        capture(b"Eleven were killed.", name="copy.txt", published_at=later),
    ]
    with kept.writer() as case:
        keep_captures(bodies, case=case, clock=lambda: later)
    assert [each.id for each, _ in read(kept, Shouting()).said] == ["capture/1", "capture/3"]
