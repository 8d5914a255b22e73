"""Where sentences end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vigil.testimony.sentences import sentence_bounds


def test_sentences_end_at_signs_and_lines():
    """Full stops, question marks and line breaks end sentences; titles and initials do not."""
    text = "Dr. A. Warda spoke. “It fell!” she said.\nوقال؟ نعم"
    bounds = sentence_bounds(text)
    assert [text[one:other].strip() for one, other in pairwise(bounds)] == [
        "Dr. A. Warda spoke.",
        "“It fell!” she said.",
        "وقال؟",
        "نعم",
    ]


@given(st.text(max_size=80))
def test_bounds_cover_any_text(text):
    """They begin at the beginning, go on, and end past the end."""
    bounds = sentence_bounds(text)
    assert bounds[0] == 0
    assert bounds == sorted(bounds)
    assert bounds[-1] == len(text) + 1
