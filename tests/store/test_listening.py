"""Sources, cursors, live rows and coverage that is written over, in every kind of case."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from case_kinds import NOW, Kept, frame, row
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput
from vigil.model.heard import Cursor
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account
from vigil.store.memory import memory_case
from vigil.usecases.listening.ports import AddedSource, ListenedFor, Reached
from vigil.usecases.listening.pulses import Stretch

EAR, X = CollectorName("ear"), Platform("x")
ONE, TWO = Account(X, AccountId("1")), Account(X, AccountId("2"))
T0 = datetime(2016, 12, 5, tzinfo=UTC)
LATER = T0 + timedelta(days=365)


def at(minute):
    return T0 + timedelta(minutes=minute)


def source(name="ear", **more):
    said = {"kind": "bluesky", "settings": {"service": "wss://here.example"}, "secrets": {}, "added_at": NOW}
    return AddedSource(collector=CollectorName(name), **{**said, **more})


def stretch(begin, end, hearing=Hearing.HEALTHY, account=None, **more):
    return Stretch(account=account, begin=at(begin), end=at(end), hearing=hearing, **more)


def spans(case, collector=EAR):
    return [
        (
            (span.begin - T0).total_seconds() / 60,
            (span.end - T0).total_seconds() / 60,
            span.hearing,
            span.account,
            span.shown_by,
        )
        for span in case.coverage(until=LATER)
        if span.collector == collector
    ]


def test_a_source_is_kept_with_its_settings_and_removed(kept):
    """Its name is its own; what is removed is gone, and may be added again."""
    with kept.writer() as case:
        case.listening.add_source(source())
        with pytest.raises(InvalidInput, match="already"), case.transaction():
            case.listening.add_source(source())
    with kept.reader() as case:
        assert [(one.collector, dict(one.settings)) for one in case.listening.sources()] == [
            ("ear", {"service": "wss://here.example"})
        ]
    with kept.writer() as case:
        assert case.listening.remove_source(EAR)
        assert not case.listening.remove_source(EAR)
        assert case.listening.sources() == []


def test_a_secret_is_kept_in_an_encrypted_case_alone(tmp_path):
    """Sealed there; refused where it would lie open. It is in no file, and not in what the source prints."""
    secret = "a-token-of-this-test-9d1f"
    for kind in ("plain", "memory"):
        with Kept(kind, tmp_path / f"{kind}.vigil").writer() as case, pytest.raises(InvalidInput, match="encrypted"):
            case.listening.add_source(source(secrets={"token": secret}))
    encrypted = Kept("encrypted", tmp_path / "encrypted.vigil")
    with encrypted.writer() as case:
        case.listening.add_source(source(secrets={"token": secret}))
        (kept,) = case._database.rows("SELECT sealed, settings FROM source")
        assert secret.encode() not in bytes(kept[0])
        assert secret not in kept[1]
    with encrypted.reader() as case:
        (back,) = case.listening.sources()
        assert back.secrets == {"token": secret}
        assert secret not in repr(back)
    for file in encrypted.folder.rglob("*"):
        assert not file.is_file() or secret.encode() not in file.read_bytes()


def test_how_far_a_collector_came_is_kept(kept):
    """Its cursor, until when, and for whom since when."""
    with kept.writer() as case:
        assert case.listening.reached(EAR) is None
        for number in (1, 2):
            case.listening.reach(EAR, Reached(heard_until=at(number), cursor=Cursor(f"c{number}"), n_malformed=number))
        case.listening.join(EAR, ONE, ListenedFor(joined_at=at(0)))
        case.listening.join(EAR, ONE, ListenedFor(joined_at=at(0), heard_until=at(2)))
        case.listening.join(EAR, TWO, ListenedFor(joined_at=at(0), left_at=at(1)))
    with kept.reader() as case:
        assert case.listening.reached(EAR) == Reached(heard_until=at(2), cursor=Cursor("c2"), n_malformed=2)
        assert case.listening.listened_for(EAR) == {
            ONE: ListenedFor(joined_at=at(0), heard_until=at(2)),
            TWO: ListenedFor(joined_at=at(0), left_at=at(1)),
        }
        assert case.listening.listened_for(CollectorName("other")) == {}


def test_live_rows_are_known_when_they_come_again(kept):
    """In the same session and in a later one; rows without an id as well."""
    rows = frame([row(post="1", text="hello"), row(kind="account_state", state="deleted")])
    with kept.writer() as case:
        for session in (1, 2):
            case.listening.begin(EAR, at=NOW)
            assert case.listening.add_rows(EAR, rows) == (2 if session == 1 else 0)
        assert case.info().n_observations == 2
        with pytest.raises(InvalidInput, match="begin"):
            case.listening.add_rows(CollectorName("other"), rows)


def test_a_handle_that_was_seen_is_the_accounts_newest(kept):
    """It is shown by the one said last."""
    with kept.writer() as case:
        case.listening.begin(EAR, at=NOW)
        case.listening.add_rows(EAR, frame([row(post="1", handle="old")]))
        case.listening.note_handle(ONE, "new", at=NOW)
        assert [watched.handle for watched in case.accounts_with_posts()] == ["new"]


def test_pulses_of_a_day_are_one_span(kept):
    """What touches and says the same is one."""
    with kept.writer() as case:
        for minute in range(60):
            case.listening.say(EAR, X, [stretch(minute, minute + 1)])
        assert spans(case) == [(0, 60, Hearing.HEALTHY, None, "pulse")]


def test_what_is_known_better_is_written_over(kept):
    """A deaf hour that was replayed; what lies beside it stays."""
    with kept.writer() as case:
        case.listening.say(EAR, X, [stretch(0, 10), stretch(10, 70, Hearing.BLIND, why="closed")])
        case.listening.say(EAR, X, [stretch(20, 40, Hearing.DEGRADED, why="replayed")])
        assert spans(case) == [
            (0, 10, Hearing.HEALTHY, None, "pulse"),
            (10, 20, Hearing.BLIND, None, "pulse:closed"),
            (20, 40, Hearing.DEGRADED, None, "pulse:replayed"),
            (40, 70, Hearing.BLIND, None, "pulse:closed"),
        ]


def test_an_archive_fills_what_was_not_heard_and_leaves_what_was(kept):
    """Of one account: where the source was deaf, or the account not listened for."""
    with kept.writer() as case:
        case.listening.say(EAR, X, [stretch(0, 10), stretch(10, 20, Hearing.BLIND), stretch(20, 30)])
        case.listening.say(EAR, X, [stretch(-5, 5, Hearing.BLIND, ONE, why="not_listened_for")])
        case.listening.say(EAR, X, [stretch(-9, 25, Hearing.DEGRADED, ONE, why="filled", fills=True)])
        assert [span for span in spans(case) if span[3] == ONE] == [
            (-9, 5, Hearing.DEGRADED, ONE, "pulse:filled"),
            (10, 20, Hearing.DEGRADED, ONE, "pulse:filled"),
        ]


def test_a_doubt_lowers_what_was_heard_well_and_nothing_else(kept):
    """Where the source was deaf the account stays unheard."""
    with kept.writer() as case:
        case.listening.say(EAR, X, [stretch(0, 10), stretch(10, 20, Hearing.BLIND), stretch(20, 30)])
        case.listening.say(EAR, X, [stretch(5, 25, Hearing.DEGRADED, ONE, why="late", lowers=True)])
        assert [span for span in spans(case) if span[3] == ONE] == [
            (5, 10, Hearing.DEGRADED, ONE, "pulse:late"),
            (20, 25, Hearing.DEGRADED, ONE, "pulse:late"),
        ]


def test_what_was_said_can_be_taken_back(kept):
    """An open doubt ends."""
    with kept.writer() as case:
        case.listening.say(EAR, X, [stretch(0, 100, Hearing.BLIND, ONE), stretch(30, 1000, None, ONE)])
        assert spans(case) == [(0, 30, Hearing.BLIND, ONE, "pulse")]


HEARINGS = st.sampled_from([*Hearing, None])


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 15), HEARINGS, st.booleans(), st.sampled_from([None, ONE, TWO])),
        max_size=14,
    )
)
@settings(max_examples=120, deadline=None)
def test_coverage_is_what_a_minute_by_minute_record_would_say(said):
    """Whatever is said in whatever order: against a table of minutes, and no span overlaps or repeats another."""
    case = memory_case()
    minutes: dict[object, list[Hearing | None]] = {who: [None] * 60 for who in (None, ONE, TWO)}
    for begin, length, hearing, fills, who in said:
        end = begin + length
        case.listening.say(EAR, X, [stretch(begin, end, hearing, who, fills=fills)])
        for minute in range(begin, end):
            if fills:
                now = minutes[who][minute] or minutes[None][minute]
                if now not in (None, Hearing.BLIND):
                    continue
            minutes[who][minute] = hearing
    for who, record in minutes.items():
        own = [span for span in spans(case) if span[3] == who]
        for before, after in pairwise(own):
            assert before[1] <= after[0]
            assert before[1] < after[0] or before[2] is not after[2]
        table: list[Hearing | None] = [None] * 60
        for begin, end, hearing, _, _ in own:
            table[int(begin) : int(end)] = [hearing] * int(end - begin)
        assert table == record
