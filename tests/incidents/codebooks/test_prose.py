"""Where prose ends and a list of victims begins, and where sentences are."""

from hypothesis import given
from hypothesis import strategies as st

from vigil.incidents.codebooks.prose import parts, sentences
from vigil.model.claim import Span

LISTED = """Two brothers were killed and their aunt was hurt. Neighbours mourned.
The victims:
Ann Example
34 years old
killed
Ben Example
killed
Cora Example
injured"""


def test_a_list_that_closes_a_text_is_counted_by_fate():
    """Each line that says nothing but what became of someone is one person."""
    whole = parts(LISTED)
    assert {each.fate: len(each.lines) for each in whole.listed} == {"killed": 2, "injured": 1}
    assert LISTED[slice(*whole.prose)].endswith("mourned.\n")


def test_such_lines_amid_prose_are_no_list():
    """A heading "killed" between paragraphs counts nobody."""
    text = "Three people died.\nkilled\nThe rest of the story is told here, in one long sentence that goes on and on.\n"
    assert parts(text).listed == ()
    assert parts(text).prose == Span(0, len(text))


def test_a_text_without_such_lines_is_all_prose():
    """Nothing is cut off."""
    assert parts("Twelve people died.") == (Span(0, 19), ())


def test_a_name_on_its_own_line_ends_no_sentence():
    """Links break lines in the middle of sentences; titles and initials end none either."""
    text = "The teacher\nDr. Ann B. Example\nwas killed. Her son lives."
    assert [text[slice(*span)] for span in sentences(text, Span(0, len(text)))] == [
        "The teacher\nDr. Ann B. Example\nwas killed.",
        "Her son lives.",
    ]


@given(st.text(alphabet='aA1.!?\n "”killed', max_size=200))
def test_sentences_lie_in_order_within_the_text(text):
    """None overlaps another, none is empty, none reaches beyond the prose."""
    end = 0
    for span in sentences(text, parts(text).prose):
        assert end <= span.begin < span.end <= len(text)
        assert text[slice(*span)].strip()
        end = span.end
