"""docs/formats.md names everything the readers know."""

from pathlib import Path

import pytest

from vigil.model.coverage import Hearing
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Basis
from vigil.sources import coverage_file, rows, watchlist_file

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "word",
    sorted(
        {*rows.COLUMNS, *coverage_file.COLUMNS, *watchlist_file.COLUMNS, *Kind, *AccountState, *Hearing, *Basis},
        key=str,
    ),
)
def test_every_column_and_word_is_documented(word: str) -> None:
    """What can be written in a file can be read about."""
    assert f"`{word}`" in PAGE
