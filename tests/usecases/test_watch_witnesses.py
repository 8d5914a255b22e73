"""The watchlist: merged, dated, under pseudonyms; faults all told, and none half done."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, PlaceName, Platform, WitnessName
from vigil.model.witness import Account, Basis, Stay
from vigil.store.memory import memory_case
from vigil.usecases.watch_witnesses import WatchEntry, new_names, unwatch, watch, watch_accounts, watched

X, TELEGRAM = Account(Platform("x"), AccountId("1")), Account(Platform("telegram"), AccountId("9"))
ONE = WitnessName("w-001")
ALEPPO, IDLIB = PlaceName("aleppo"), PlaceName("idlib")
LEFT = datetime(2016, 12, 19, tzinfo=UTC)


def test_a_witness_is_given_a_pseudonym() -> None:
    """Who does not name a witness is given a name that says nothing."""
    case = memory_case()
    report = watch_accounts([X, TELEGRAM], WatchEntry(handle=None, basis=Basis.CONSENT), case=case)
    assert report.added == ("w-001",)
    (witness,) = watched(case).witnesses
    assert [one.account for one in witness.accounts] == [X, TELEGRAM]
    assert witness.basis is Basis.CONSENT


def test_what_is_not_said_stays() -> None:
    """Adding a note does not take the basis away."""
    case = memory_case()
    said = WatchEntry(
        account=X, handle="@h", basis=Basis.REQUEST, review_on=date(2027, 1, 1), budget_per_year=2, place=ALEPPO
    )
    watch([said], case=case)
    assert watch([WatchEntry(witness=ONE, note="call first")], case=case).changed == (ONE,)
    (witness,) = watched(case).witnesses
    assert (witness.basis, witness.review_on, witness.budget_per_year, witness.note) == (
        Basis.REQUEST,
        date(2027, 1, 1),
        2,
        "call first",
    )
    assert witness.accounts[0].handle == "@h"
    assert witness.accounts[0].stays == (Stay(place=ALEPPO),)


def test_moving_ends_the_stay_before() -> None:
    """Someone evacuated stops counting as a neighbour where they were."""
    case = memory_case()
    watch([WatchEntry(account=X, place=ALEPPO)], case=case)
    watch([WatchEntry(witness=ONE, place=IDLIB, begin=LEFT)], case=case)
    (witness,) = watched(case).witnesses
    assert witness.accounts[0].stays == (Stay(place=ALEPPO, end=LEFT), Stay(place=IDLIB, begin=LEFT))


def test_a_further_account_is_where_its_witness_is() -> None:
    """Where no place is said of it; a place that is said is its own."""
    case = memory_case()
    watch([WatchEntry(account=X, place=ALEPPO)], case=case)
    watch([WatchEntry(account=TELEGRAM, witness=ONE)], case=case)
    watch([WatchEntry(account=Account(Platform("x"), AccountId("2")), witness=ONE, place=IDLIB)], case=case)
    (witness,) = watched(case).witnesses
    assert [one.stays for one in witness.accounts] == [
        (Stay(place=ALEPPO),),
        (Stay(place=ALEPPO),),
        (Stay(place=IDLIB),),
    ]


def test_repeating_a_watchlist_changes_nothing() -> None:
    """Importing the same list again leaves the same list, moves and all."""
    case = memory_case()
    entries = [
        WatchEntry(account=X, place=ALEPPO, basis=Basis.CONSENT),
        WatchEntry(account=X, place=IDLIB, begin=LEFT),
        WatchEntry(account=TELEGRAM, witness=WitnessName("hawk"), note="n"),
    ]
    assert watch(entries, case=case).added == ("w-001", "hawk")
    before = watched(case)
    report = watch(entries, case=case)
    assert (report.added, report.changed, report.unchanged) == ((), (), ("w-001", "hawk"))
    assert watched(case) == before


ENTRY = st.builds(
    WatchEntry,
    account=st.builds(Account, st.just(Platform("x")), st.sampled_from("123").map(AccountId)),
    witness=st.none() | st.sampled_from([ONE, WitnessName("hawk")]),
    place=st.none() | st.sampled_from([ALEPPO, IDLIB]),
    begin=st.none() | st.sampled_from([LEFT, datetime(2017, 1, 1, tzinfo=UTC)]),
    basis=st.none() | st.sampled_from(Basis),
    note=st.none() | st.just("n"),
)


@given(entries=st.lists(ENTRY, max_size=5))
def test_all_or_none_and_an_account_has_one_witness(entries: list[WatchEntry]) -> None:
    """Whatever is said, an account has one witness; and a list that is refused leaves no trace."""
    case = memory_case()
    try:
        watch(entries, case=case)
    except InvalidInput:
        assert watched(case).witnesses == ()
    accounts = [one.account for _, one in watched(case).accounts()]
    assert len(accounts) == len(set(accounts))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (WatchEntry(account=X, witness=WitnessName("Real"), handle="@real"), "pseudonym must not be the handle"),
        (WatchEntry(account=X, witness=WitnessName("1")), "pseudonym must not be the handle"),
        (WatchEntry(account=X, budget_per_year=0.01), "between 0.1 and 100"),
        (WatchEntry(account=X, budget_per_year=101), "between 0.1 and 100"),
        (WatchEntry(account=X, budget_per_year=float("nan")), "between 0.1 and 100"),
        (WatchEntry(account=X, begin=LEFT), "without a place"),
        (WatchEntry(account=X, place=ALEPPO, begin=LEFT, end=LEFT), "until: not after from"),
        (WatchEntry(witness=WitnessName("nobody")), "account: missing"),
        (WatchEntry(account=TELEGRAM, witness=WitnessName("hawk")), "watched under another witness"),
        (WatchEntry(account=TELEGRAM, place=IDLIB), "say from when"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_path(entry: WatchEntry, says: str) -> None:
    """Every fault is told with where it was said, and nothing of the list is kept."""
    case = memory_case()
    watch([WatchEntry(account=TELEGRAM, place=ALEPPO)], case=case)
    before = watched(case)
    from dataclasses import replace

    fine = WatchEntry(account=Account(Platform("x"), AccountId("fine")), path="line 2")
    with pytest.raises(InvalidInput, match=says) as refusal:
        watch([fine, replace(entry, path="line 3"), replace(entry, path="line 4")], case=case)
    assert [line.split(":")[0] for line in str(refusal.value).splitlines()] == ["line 3", "line 4"]
    assert watched(case) == before


def test_a_dry_run_keeps_nothing() -> None:
    """It says what would be."""
    case = memory_case()
    assert watch([WatchEntry(account=X)], case=case, dry_run=True).added == (ONE,)
    assert watched(case).witnesses == ()


def test_removing_stops_watching_and_keeps_the_witness() -> None:
    """The register of what became of a witness outlives their being watched."""
    case = memory_case()
    watch_accounts([X, TELEGRAM], WatchEntry(), case=case)
    assert unwatch(ONE, case=case, account=X) == (X,)
    assert unwatch(ONE, case=case, account=X) == ()
    assert unwatch(ONE, case=case, dry_run=True) == (TELEGRAM,)
    assert unwatch(ONE, case=case) == (TELEGRAM,)
    (witness,) = watched(case).witnesses
    assert (witness.name, witness.accounts) == (ONE, ())
    with pytest.raises(InvalidInput, match="no witness of this name"):
        unwatch(WitnessName("w-404"), case=case)


def test_a_removed_account_may_be_watched_again() -> None:
    """Under the name it had, or another."""
    case = memory_case()
    watch_accounts([X], WatchEntry(), case=case)
    unwatch(ONE, case=case)
    assert watch([WatchEntry(account=X)], case=case).added == ("w-002",)
    assert new_names(watched(case), 2) == ["w-003", "w-004"]
