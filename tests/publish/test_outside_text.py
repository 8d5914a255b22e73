"""Text from outside: what acts is taken out, what is read stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.publish.outside_text import escaped, isolated, plain


@given(st.text())
def test_nothing_that_acts_is_left(text):
    """No control, no bidirectional control, no line break, no half surrogate, whatever comes in."""
    for character in plain(text):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@given(st.text())
def test_taking_out_twice_is_taking_out_once(text):
    """What was made plain is plain: nothing inside one sequence hides another."""
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_what_is_written_out_acts_on_nothing_and_loses_nothing(text):
    """A row that does not read is shown whole: what would act stands there as its number."""
    shown = escaped(text)
    for character in shown:
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    assert escaped("a\x1b[2J\n\u202eb\ud800é نص") == "a\\x1b[2J\\n\\u202eb\\ud800é نص"


@pytest.mark.parametrize(
    "text",
    ["sim_heron", "القصف لا يتوقف", "می‌خواهم", "مُدَرِّسَةٌ", "naïve café", "👩‍👧 here", "a - b: 3,5 %"],
)
def test_what_people_write_stays(text):
    """Vowel signs, joiners and every script are text, not tricks."""
    assert plain(text) == text


def test_a_sequence_goes_with_its_parameters():
    """What a sequence would have set is not left behind as text."""
    assert plain("a\x1b[31;1mb\x1b]0;title\x07c\x1b(0d") == "abcd"


def test_a_stack_of_marks_is_cut():
    """A letter with fifty marks would cover the lines above it."""
    assert len(plain("a" + "\u0301" * 50)) == 5


def test_only_right_to_left_text_is_isolated():
    """Latin rows hold no invisible characters."""
    assert isolated("heron") == "heron"
    assert isolated("نورس") == "\u2068نورس\u2069"
