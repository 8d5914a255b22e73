"""A figure in words, with its bound and both of its ends."""

import pytest

from vigil.model.claim import Exactness
from vigil.model.figure_words import figure_words


@pytest.mark.parametrize(
    ("low", "high", "exactness", "words"),
    [
        (82, 82, Exactness.EXACT, "82"),
        (82, None, Exactness.AT_LEAST, "at least 82"),
        (50, None, Exactness.MORE_THAN, "more than 50"),
        (None, 40, Exactness.UP_TO, "up to 40"),
        (300, 300, Exactness.ABOUT, "about 300"),
        (12, 15, Exactness.ABOUT, "about 12 to 15"),
        (12, 15, Exactness.EXACT, "12 to 15"),
        (1200, 1200, Exactness.EXACT, "1,200"),
        (0, 0, Exactness.EXACT, "0"),
        (None, None, Exactness.VAGUE, None),
        (None, None, Exactness.NONE, None),
    ],
)
def test_a_figure_keeps_its_bound_and_both_ends(low, high, exactness, words):
    """None stands for no number: never a zero."""
    assert figure_words(low, high, exactness) == words
