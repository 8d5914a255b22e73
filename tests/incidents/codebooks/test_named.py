"""Codebooks by name."""

import pytest

from vigil.incidents.codebooks.named import CODEBOOKS, codebook
from vigil.model.claim import Document
from vigil.model.errors import InvalidInput


def test_airwars_comes_first():
    """It is the one used where none is asked for."""
    assert list(CODEBOOKS) == ["airwars", "ucdp", "literal"]


@pytest.mark.parametrize("name", ["airwars", "ucdp", "literal"])
def test_every_codebook_says_which_it_is(name):
    """With its version, on every figure."""
    book = codebook(name)
    found = book.figures(Document(id="d", text="Twelve people were killed."))
    assert found.codebook == book.version
    assert book.version.startswith(name)
    assert (found.killed.low.value, found.killed.high.value) == (12, 12)
    assert book.figures_of(found.tolls).killed.low.value == 12


def test_an_unknown_codebook_is_refused():
    """And the message says which there are."""
    with pytest.raises(InvalidInput, match="airwars, ucdp, literal"):
        codebook("guesswork")
