"""The literal codebook on documents."""

from vigil.incidents.codebooks.literal import figures
from vigil.model.claim import Document


def ends(found):
    """Low and high, each a number or None."""
    return None if found is None else tuple(bound and bound.value for bound in (found.low, found.high))


def test_numbers_stay_as_they_are_written():
    """At least has no high, more than is its number, dozens are no number."""
    found = figures(Document(id="d", text="At least 82 civilians were killed and dozens were injured."))
    assert ends(found.killed) == (82, None)
    assert found.injured is None
    assert ends(figures(Document(id="d", text="More than 50 people were injured.")).injured) == (50, None)


def test_persons_who_are_not_counted_are_no_number():
    """One teacher is not a figure the text gives."""
    assert figures(Document(id="d", text="A teacher was killed.")).killed is None


def test_arabic_without_claims_gives_none():
    """It is not read as English."""
    assert figures(Document(id="d", text="قتل 12 شخصا")).killed is None
