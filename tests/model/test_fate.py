"""The register: what stands, what was taken back, and who is no longer watched."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.fate import Fate, FateEntry, entry_reference, standing, watching_ended, withdrawn_numbers
from vigil.model.ids import WitnessName


def entry(fate, evidence="note 3"):
    return FateEntry(
        witness=WitnessName("hawk"),
        fate=fate,
        claimed_by="a cousin",
        evidence=evidence,
        judged_by="R. K.",
        recorded_at=datetime(2016, 12, 19, tzinfo=UTC),
    )


def withdrawal(number):
    return entry(Fate.WITHDRAWN, entry_reference(number))


def test_what_is_withdrawn_no_longer_stands():
    """Both stay to be read; neither the entry nor its withdrawal counts."""
    register = [entry(Fate.DETAINED), entry(Fate.SAFE), withdrawal(1)]
    assert withdrawn_numbers(register) == {1: 3}
    assert standing(register) == (register[1],)


@pytest.mark.parametrize("evidence", ["entry 2", "entry 9", "entry 0", "entry 01", "the entry 1", "entry 1 ", ""])
def test_a_withdrawal_that_names_no_earlier_entry_takes_nothing_back(evidence):
    """Only an entry recorded before it, named exactly, is withdrawn."""
    assert withdrawn_numbers([entry(Fate.DETAINED), entry(Fate.WITHDRAWN, evidence)]) == {}


def test_a_withdrawal_cannot_be_withdrawn():
    """To undo one, the fate is entered anew."""
    register = [entry(Fate.NOT_TO_BE_WATCHED), withdrawal(1), withdrawal(2)]
    assert not watching_ended(register)
    assert watching_ended([*register, entry(Fate.NOT_TO_BE_WATCHED)])


@given(st.lists(st.sampled_from([fate for fate in Fate if fate is not Fate.WITHDRAWN])))
def test_who_asked_not_to_be_watched_is_not_whatever_comes_later(fates):
    """No later entry, safe or speaking, takes the asking back."""
    register = [entry(Fate.NOT_TO_BE_WATCHED), *map(entry, fates)]
    assert watching_ended(register)
    assert not watching_ended([withdrawal(1)])
