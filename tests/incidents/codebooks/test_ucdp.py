"""The ucdp codebook on documents."""

from vigil.incidents.codebooks.ucdp import VERSION, figures
from vigil.model.claim import Document

TEXT = (
    "An air strike hit a market. The radio said 15 people were killed. A doctor said 23 people had been killed. The"
    " civil defence said 15 people had been killed and dozens were injured."
)


def test_low_best_and_high_of_the_dead():
    """The best is what most sources give; the injured are not part of it."""
    found = figures(Document(id="d", text=TEXT))
    assert (found.killed.low.value, found.killed.best.value, found.killed.high.value) == (15, 15, 23)
    assert found.injured is None
    assert found.codebook == VERSION


def test_a_word_is_not_made_a_number():
    """Nothing is published for "several"."""
    assert figures(Document(id="d", text="Several people were killed.")).killed is None


def test_arabic_without_claims_gives_none():
    """It is not read as English."""
    assert figures(Document(id="d", text="قتل 12 شخصا")).killed is None
