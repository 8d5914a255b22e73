"""Plain letters with their places."""

from hypothesis import given
from hypothesis import strategies as st

from vigil.testimony.plain import plain


@given(st.text(max_size=60))
def test_every_plain_letter_has_its_place(text):
    """Any run of plain letters is a span of the original, in order."""
    folded = plain(text)
    for begin in range(0, len(folded.letters), 7):
        span = folded.span(begin, begin + 1)
        assert 0 <= span.begin < span.end <= len(text)


def test_marks_belong_to_their_letter():
    """A vowel sign is part of the span of the letter it stands on; an invisible sign behind it is not."""
    text = "حَلَبُ\u2069"
    folded = plain(text)
    assert folded.letters == "حلب"
    assert text[slice(*folded.span(0, 3))] == "حَلَبُ"
