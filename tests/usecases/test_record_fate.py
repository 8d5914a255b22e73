"""The register of fates: who may enter what, and how an error is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate, FateEntry, standing, watching_ended
from vigil.model.ids import WitnessName
from vigil.model.witness import Witness
from vigil.store.memory import memory_case
from vigil.usecases.record_fate import record_fate, withdraw_fate
from vigil.usecases.show_fates import show_fates

NOW = datetime(2016, 12, 20, 9, tzinfo=UTC)
HAWK, DOVE = WitnessName("hawk"), WitnessName("dove")


@pytest.fixture
def case():
    made = memory_case()
    for name in (HAWK, DOVE):
        made.put_witness(Witness(name=name))
    return made


def entry(**changes):
    base = FateEntry(
        witness=HAWK,
        fate=Fate.DETAINED,
        claimed_by="a cousin",
        evidence="call of 19 December, note 14",
        judged_by="Rana K.",
        recorded_at=NOW,
    )
    return replace(base, **changes)


def test_an_entry_is_added_and_the_one_before_stays(case):
    """Nothing is overwritten: a later entry stands beside the earlier one."""
    record_fate(entry(), case=case)
    recorded = record_fate(entry(fate=Fate.SAFE, occurred="2016-12-19~"), case=case)
    assert (recorded.number, recorded.added) == (2, True)
    assert [each.fate for each in case.fates(HAWK)] == [Fate.DETAINED, Fate.SAFE]


def test_the_same_entry_twice_is_entered_once(case):
    """A repeated command changes nothing, whoever repeats it."""
    record_fate(entry(), case=case)
    again = record_fate(entry(recorded_at=NOW + timedelta(days=1), judged_by="Omar S."), case=case)
    assert (again.added, again.already_stands, again.number) == (False, True, 1)
    assert len(case.fates()) == 1


def test_a_dry_run_writes_nothing(case):
    """What would be entered is said, and is not."""
    assert record_fate(entry(), case=case, dry_run=True).added is False
    assert case.fates() == []


@pytest.mark.parametrize(
    "nobody", ["", "  ", "unknown", "Unknown", "anonymous", "?", "x", "n/a", "مجهول", "غير معروف", "12"]
)
@pytest.mark.parametrize("field", ["judged_by", "claimed_by"])
def test_nobody_judges_or_claims_nothing(case, field, nobody):
    """A judgement is answered for by a named person."""
    with pytest.raises(InvalidInput, match=field.replace("_", " ")):
        record_fate(entry(**{field: nobody}), case=case)
    assert case.fates() == []


@pytest.mark.parametrize(
    ("name", "said"), [(" ", "a name is needed"), ("c", "too short"), ("12", "too short"), ("N/A", "names nobody")]
)
def test_what_is_wrong_with_a_name_is_said(case, name, said):
    """Who gave a letter is not told that they gave nothing."""
    with pytest.raises(InvalidInput, match=f"judged by: .*{said}"):
        record_fate(entry(judged_by=name), case=case)


def test_every_fault_is_named_at_once(case):
    """Someone filling in a form is told everything, once."""
    with pytest.raises(InvalidInput) as refused:
        record_fate(entry(judged_by="", evidence=" ", occurred="yesterday"), case=case)
    for word in ("judged by", "evidence", "occurred"):
        assert word in str(refused.value)


@pytest.mark.parametrize("occurred", ["2016-12-22", "2017", "2017-01/.."])
def test_a_fate_in_the_future_is_refused(case, occurred):
    """What has not happened is no fate; a day ahead of UTC is today somewhere."""
    with pytest.raises(InvalidInput, match="future"):
        record_fate(entry(occurred=occurred), case=case)
    record_fate(entry(occurred="2016-12-21"), case=case)


def test_an_unknown_witness_is_refused_with_the_way_to_list_them_and_no_name(case):
    """The message says how to find the name, and gives none away."""
    with pytest.raises(InvalidInput, match="vigil watch list") as refused:
        record_fate(entry(witness=WitnessName("hawk who is not")), case=case)
    assert "hawk" not in str(refused.value)


def test_a_withdrawn_entry_no_longer_stands_and_can_still_be_read(case):
    """Undone without overwriting: entry and withdrawal both stay in the register."""
    record_fate(entry(), case=case)
    record_fate(entry(fate=Fate.UNREACHABLE), case=case)
    withdraw_fate(HAWK, 1, judged_by="Rana K.", reason="meant another", now=NOW, case=case)
    assert [each.fate for each in standing(case.fates(HAWK))] == [Fate.UNREACHABLE]
    assert [(line.number, line.withdrawn_by) for line in show_fates(case)] == [(1, 3), (2, None), (3, None)]


def test_withdrawing_twice_is_done_once_and_a_withdrawal_cannot_be_withdrawn(case):
    """A repeated withdrawal changes nothing; to undo one, the fate is entered anew."""
    record_fate(entry(), case=case)
    for _ in range(2):
        withdraw_fate(HAWK, 1, judged_by="Rana K.", reason="meant another", now=NOW, case=case)
    assert len(case.fates(HAWK)) == 2
    with pytest.raises(InvalidInput, match="anew"):
        withdraw_fate(HAWK, 2, judged_by="Rana K.", reason="again", now=NOW, case=case)
    assert record_fate(entry(), case=case).added


@pytest.mark.parametrize("number", [0, 2, -1])
def test_an_entry_that_is_not_there_cannot_be_withdrawn(case, number):
    """The message says how many there are."""
    record_fate(entry(), case=case)
    with pytest.raises(InvalidInput, match="1 entry"):
        withdraw_fate(HAWK, number, judged_by="Rana K.", reason="meant another", now=NOW, case=case)


def test_a_withdrawal_needs_a_person_and_a_reason(case):
    """Taking back is a judgement too."""
    record_fate(entry(), case=case)
    with pytest.raises(InvalidInput, match=r"judged by.*reason"):
        withdraw_fate(HAWK, 1, judged_by="unknown", reason="", now=NOW, case=case)
    with pytest.raises(InvalidInput, match="by its number"):
        record_fate(entry(fate=Fate.WITHDRAWN), case=case)


def test_who_asked_not_to_be_watched_stays_so_whatever_is_entered_later(case):
    """Only taking back that entry undoes it, not a newer fate."""
    record_fate(entry(fate=Fate.NOT_TO_BE_WATCHED), case=case)
    record_fate(entry(fate=Fate.SAFE), case=case)
    assert watching_ended(case.fates(HAWK))
    withdraw_fate(HAWK, 1, judged_by="Rana K.", reason="it was dove who asked", now=NOW, case=case)
    assert not watching_ended(case.fates(HAWK))
    assert not watching_ended([])


def test_the_register_reads_as_it_stood(case):
    """As of an instant, later entries and withdrawals are not yet there."""
    record_fate(entry(), case=case)
    record_fate(entry(witness=DOVE, fate=Fate.SAFE), case=case)
    withdraw_fate(HAWK, 1, judged_by="Rana K.", reason="meant another", now=NOW + timedelta(days=1), case=case)
    lines = show_fates(case, as_of=NOW)
    assert [(line.entry.witness, line.withdrawn_by) for line in lines] == [(DOVE, None), (HAWK, None)]
    assert [line.number for line in show_fates(case, witness=HAWK)] == [1, 2]
    with pytest.raises(InvalidInput):
        show_fates(case, witness=WitnessName("nobody"))
