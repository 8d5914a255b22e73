"""docs/glossary.md has every word of the closed vocabularies."""

from pathlib import Path

import pytest

from vigil.model.coverage import Hearing
from vigil.model.fate import Fate
from vigil.model.observation import AccountState, Kind
from vigil.model.verdict import Danger, Grade, Verdict
from vigil.model.witness import Basis

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*Verdict, *Fate, *Hearing, *Basis, *Kind, *AccountState, *Danger, *Grade], ids=str)
def test_every_word_a_finding_or_file_can_hold_is_in_the_glossary(word):
    """What stands on a board or in a file can be looked up."""
    assert f"`{word}`" in PAGE


def test_verdicts_stand_in_their_order():
    """The first verdict that holds is the one given: the order is part of what they mean."""
    places = [PAGE.index(f"| `{verdict}` |") for verdict in Verdict]
    assert places == sorted(places)
