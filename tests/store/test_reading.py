"""What was put into a case is what comes out of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from case_kinds import NOW, SOME_US, FileOf, account, put, row

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.fate import Fate, FateEntry, ProofOfLife
from vigil.model.ids import CollectorName, PlaceName, Platform, WitnessName
from vigil.model.instants import from_micros
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Basis, Stay, WatchedAccount, Witness
from vigil.store.migrate import SHIPPED
from vigil.store.words import KIND_NO, STATE_NO
from vigil.usecases.ports import Rejected, Setting, StateChange

HOUR = 3_600_000_000
AGES_AGO = datetime(2000, 1, 1, tzinfo=UTC)

WITNESS = Witness(
    name=WitnessName("Swallow"),
    accounts=(
        WatchedAccount(
            account=account("1"),
            handle="swallow",
            stays=(
                Stay(place=PlaceName("Aleppo"), end=NOW),
                Stay(place=PlaceName("Idlib"), begin=NOW),
            ),
        ),
        WatchedAccount(account=account("9", "telegram")),
    ),
    basis=Basis.CONSENT,
    review_on=date(2017, 3, 1),
    budget_per_year=1.5,
    note="never name the street",
)


def test_the_quarantine_is_read_in_order_whole_and_in_parts(kept):
    """Every refused row with its file, place, reasons and words as kept; by file; and as many as asked for."""
    late, early = (Rejected(position=at, reasons=("a: x", "b: y"), raw=f"row {at}") for at in (9, 3))
    private = Rejected(position=1, reasons=("entry: not an object",), raw=None, member="data/tweets.js", n_rows=1)
    block = Rejected(position=1, reasons=("row group: damaged",), raw=None, n_rows=500)
    with kept.writer() as case:
        put(case, [row()], file=FileOf("b"), rejected=(late, early))
        put(case, [row()], file=FileOf("a", "x-archive"), rejected=(private,))
        put(case, [row()], file=FileOf("c", "parquet"), rejected=(block,))
    with kept.reader() as case:
        every = [file.digest for file in case.files()]
        found = case.quarantine(files=every, skip=0, limit=100)
        assert [one.rejected for one in found] == [early, late, private, block]
        assert [(one.name, one.format) for one in found[1:3]] == [("b.csv", "csv"), ("a.x-archive", "x-archive")]
        assert found[0].digest == every[0]
        assert case.quarantine(files=every, skip=1, limit=2) == found[1:3]
        assert case.quarantine(files=every[1:2], skip=0, limit=100) == found[2:3]
        assert case.quarantine(files=[], skip=0, limit=100) == []
        assert [case.n_quarantined(some) for some in (every, every[:1], [])] == [4, 2, 0]


def test_stored_numbers_never_move():
    """A word's number is for good: cases written years ago are read by it."""
    assert list(KIND_NO.values()) == list(range(7))
    assert list(KIND_NO) == list(Kind)
    assert {state.value: number for state, number in STATE_NO.items()} == {
        "active": 0,
        "deleted": 1,
        "deactivated": 2,
        "suspended": 3,
        "taken_down": 4,
        "private": 5,
        "moved": 6,
    }
    assert set(STATE_NO) == set(AccountState)


def test_the_watchlist_comes_back_as_it_was_put(kept):
    """Every word of an entry is kept."""
    with kept.writer() as case:
        case.put_witness(WITNESS)
        case.put_witness(Witness(name=WitnessName("Wren")))
    with kept.reader() as case:
        assert case.watchlist().witnesses == (WITNESS, Witness(name=WitnessName("Wren")))


def test_putting_a_witness_again_replaces_the_entry(kept):
    """Accounts not named any more are unwatched; the witness keeps the place and the key."""
    fewer = replace(WITNESS, accounts=WITNESS.accounts[1:], note=None)
    with kept.writer() as case:
        case.put_witness(WITNESS)
        key = case._database.rows("SELECT wrapped FROM witness_key")
        case.put_witness(fewer)
        assert case.watchlist().witnesses == (fewer,)
        assert case._database.rows("SELECT wrapped FROM witness_key") == key


def test_an_account_is_one_witness_s(kept):
    """An account that another witness has is refused, without naming anyone, and nothing is changed."""
    with kept.writer() as case:
        case.put_witness(WITNESS)
        with pytest.raises(InvalidInput) as refusal:
            case.put_witness(Witness(name=WitnessName("Wren"), accounts=WITNESS.accounts))
        assert "Wren" not in str(refusal.value)
        assert case.watchlist().witnesses == (WITNESS,)


def test_signs_of_life_are_one_a_distinct_instant(kept):
    """Rows of one instant are one sign of life, of the first kind; changes of state are none."""
    rows = [
        row(published_us=SOME_US + HOUR, kind="repost", client="web"),
        row(published_us=SOME_US + HOUR, kind="reply", client="phone"),
        row(published_us=SOME_US, post="7"),
        row(published_us=SOME_US + 2 * HOUR, kind="account_state", state="private"),
        row(account="2", published_us=SOME_US + 5 * HOUR),
    ]
    with kept.writer() as case:
        put(case, rows)
        found = case.signs_of_life([account("2"), account("none"), account("1")], until=NOW)
    assert list(found.timelines.names) == ["2", "none", "1"]
    assert found.timelines.starts.tolist() == [0, 1, 1, 3]
    assert found.timelines.at_us.tolist() == [SOME_US + 5 * HOUR, SOME_US, SOME_US + HOUR]
    assert [list(Kind)[number] for number in found.kind] == [Kind.POST, Kind.POST, Kind.REPLY]
    assert found.client.tolist() == [-1, -1, 0]
    assert found.clients == ("phone",)
    assert (found.kind.dtype, found.client.dtype) == (np.uint8, np.int32)


def test_signs_of_life_stop_at_the_instant_asked_for(kept):
    """As of an instant: itself included, nothing after it."""
    with kept.writer() as case:
        put(case, [row(), row(published_us=SOME_US + 1)])
        found = case.signs_of_life([account()], until=from_micros(SOME_US))
    assert found.timelines.at_us.tolist() == [SOME_US]


def test_no_accounts_have_no_signs_of_life(kept):
    """An empty question has an empty answer."""
    with kept.reader() as case:
        assert case.signs_of_life([], until=NOW).timelines.n_accounts == 0


def test_state_changes_come_in_time(kept):
    """What the platform said of an account is told in order, up to the instant asked for."""
    rows = [
        row(kind="account_state", state="active", published_us=SOME_US + HOUR),
        row(kind="account_state", state="deleted"),
        row(kind="account_state", state="suspended"),
        row(kind="account_state", state="moved", published_us=SOME_US + 100 * HOUR),
    ]
    with kept.writer() as case:
        put(case, rows)
        found = case.state_changes([account("none"), account()], until=NOW)
    assert set(found[:2]) == {
        StateChange(account=account(), at=from_micros(SOME_US), state=AccountState.DELETED),
        StateChange(account=account(), at=from_micros(SOME_US), state=AccountState.SUSPENDED),
    }
    assert [change.state for change in found[2:]] == [AccountState.ACTIVE]


def test_posts_come_newest_first_with_their_origin(kept):
    """A kept post has every field its file gave, and where in the file it stood."""
    full = row(
        published_us=SOME_US + HOUR,
        kind="reply",
        post="8",
        handle="h",
        text="نحن هنا",
        lang="ar",
        url="https://example.org/8",
        place="Aleppo",
        client="phone",
        reply_to="7",
        repost_of="6",
    )
    with kept.writer() as case:
        put(case, [row(text="first"), full, row(published_us=SOME_US + 2 * HOUR, kind="delete", post="1")])
        newest, oldest = case.posts(account(), since=AGES_AGO, until=NOW, limit=9)
        assert case.posts(account(), since=AGES_AGO, until=NOW, limit=1) == [newest]
        assert case.posts(account("none"), since=AGES_AGO, until=NOW, limit=1) == []
    said = newest.observation
    for name in ("post", "handle", "text", "lang", "url", "place", "client", "reply_to", "repost_of"):
        assert getattr(said, name) == full[name]
    assert (said.kind, said.published_at) == (Kind.REPLY, from_micros(SOME_US + HOUR))
    assert (said.origin.file, said.origin.position) == ("a" * 64, "line 2")
    assert oldest.observation.post is None
    assert newest.row != oldest.row


def test_a_deleted_post_is_held_with_its_edits(kept):
    """What its author deleted is marked from the first moment, whenever the deletion came and in whatever file."""
    with kept.writer() as case:
        put(case, [row(post="a@b", text="one"), row(post="a@b", kind="edit", text="two"), row(post="8", text="three")])
        put(case, [row(post="a@b", kind="delete", published_us=SOME_US + 1000 * HOUR)], file=FileOf("b"))
        found = case.posts(account(), since=AGES_AGO, until=from_micros(SOME_US), limit=9)
    assert {(one.observation.text, one.deleted) for one in found} == {("one", True), ("two", True), ("three", False)}
    assert {one.observation.post for one in found} == {"a@b", "8"}


def test_coverage_is_added_once(kept):
    """Importing the same hearing twice adds nothing; scopes come back as they were."""
    spans = [
        CoverageSpan(collector=CollectorName("ear"), begin=AGES_AGO, end=NOW, hearing=Hearing.HEALTHY),
        CoverageSpan(
            collector=CollectorName("ear"),
            begin=NOW,
            end=NOW + timedelta(hours=1),
            hearing=Hearing.BLIND,
            platform=Platform("x"),
            place=PlaceName("Aleppo"),
            account=account(),
            shown_by="a heartbeat",
        ),
    ]
    with kept.writer() as case:
        assert case.add_coverage(spans) == 2
        assert case.add_coverage(spans) == 0
    with kept.reader() as case:
        assert case.coverage(until=NOW + timedelta(seconds=1)) == spans
        assert case.coverage(until=NOW) == spans[:1]


def test_fates_and_proofs_of_life_are_only_ever_added(kept):
    """The register keeps every entry; none can be changed or removed."""
    entry = FateEntry(
        witness=WITNESS.name,
        fate=Fate.EVACUATED,
        claimed_by="an aid group",
        evidence="photograph 3",
        judged_by="N. N.",
        recorded_at=NOW,
        occurred="2016-12-19",
    )
    proof = ProofOfLife(
        witness=WITNESS.name,
        spoke_with="a colleague",
        how="by voice",
        judged_by="N. N.",
        recorded_at=NOW,
        confirmed_until=NOW,
    )
    with kept.writer() as case:
        case.put_witness(WITNESS)
        case.add_fate(entry)
        case.add_fate(replace(entry, fate=Fate.SAFE))
        case.add_proof_of_life(proof)
        for change in ("UPDATE fate SET fate = 'safe'", "DELETE FROM fate", "DELETE FROM proof_of_life"):
            with pytest.raises(IntegrityError):
                case._database.run(change)
        with pytest.raises(InvalidInput):
            case.add_fate(replace(entry, witness=WitnessName("nobody")))
        assert case.fates() == case.fates(WITNESS.name) == [entry, replace(entry, fate=Fate.SAFE)]
        assert case.fates(WitnessName("nobody")) == []
        assert case.proofs_of_life() == [proof]


def test_a_setting_is_its_newest_value(kept):
    """Earlier values stay for findings made under them."""
    with kept.writer() as case:
        assert case.setting("budget_per_year") is None
        for value, minutes in (("4", 0), ("1", 5), ("2", 2)):
            recorded_at = NOW + timedelta(minutes=minutes)
            case.put_setting(Setting(name="budget_per_year", value=value, recorded_at=recorded_at, judged_by="N. N."))
        assert case.setting("budget_per_year").value == "1"


def test_the_log_holds_together_and_only_grows(kept):
    """Every entry's link covers all before it, its leaf what it says; nothing in it can be changed."""
    import hashlib

    from vigil.store.writing import log_leaf

    with kept.writer() as case:
        for event in ("held text shown", "backup made"):
            case.log(event, at=NOW, by="N. N.", detail={"reason": "checking a threat"})
        link = b""
        for at_us, event, said, salt, leaf, stored in case._database.rows(
            "SELECT at_us, event, said, salt, leaf, link FROM log ORDER BY log_no"
        ):
            link = hashlib.sha256(link + leaf).digest()
            assert leaf == log_leaf(at_us, event, said, salt)
            assert link == stored
        for change in ("UPDATE log SET event = 'x'", "UPDATE log SET said = NULL, salt = NULL", "DELETE FROM log"):
            with pytest.raises(IntegrityError):
                case._database.run(change)


def test_a_withdrawal_may_destroy_what_the_log_says_and_leaves_the_chain(kept):
    """While a withdrawal is open an entry can be emptied, never altered: leaf and link stay."""
    with kept.writer() as case:
        case.log("watched", at=NOW, by="N. N.", detail={"witness": "Swallow"})
        chain = case._database.rows("SELECT leaf, link FROM log")
        case._database.run(
            "INSERT INTO withdrawal (witness_no, judged_by, reason, begun_us) VALUES (1, 'N. N.', 'asked', 0)"
        )
        with pytest.raises(IntegrityError):
            case._database.run("UPDATE log SET said = 'else'")
        case._database.run("UPDATE log SET said = NULL, salt = NULL")
        assert case._database.rows("SELECT leaf, link FROM log") == chain


def test_every_witness_has_a_key_of_their_own(kept):
    """Keys are random, one a witness, and in an encrypted case stored only wrapped."""
    with kept.writer() as case:
        case.put_witness(WITNESS)
        case.put_witness(Witness(name=WitnessName("Wren")))
        wrapped = [row[0] for row in case._database.rows("SELECT wrapped FROM witness_key")]
        keys = {case._keyring.unwrap(one) for one in wrapped}
    assert len(keys) == 2
    assert {len(key) for key in keys} == {32}
    assert (keys == set(wrapped)) == (kept.kind != "encrypted")


def test_info_counts_what_is_there(kept):
    """A case says how much it holds and from when to when."""
    with kept.writer() as case:
        put(case, [row(), row(account="2", published_us=SOME_US + HOUR)])
        case.put_witness(WITNESS)
    with kept.reader() as case:
        info = case.info()
    assert (info.n_observations, info.n_accounts, info.n_witnesses, info.n_files) == (2, 3, 1, 1)
    assert (info.first_at, info.last_at) == (from_micros(SOME_US), from_micros(SOME_US + HOUR))
    assert info.encrypted == (kept.kind == "encrypted")
    assert info.schema_version == SHIPPED.newest
