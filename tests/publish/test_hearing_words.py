"""Reasons in words."""

import pytest

from vigil.model.heard import Deafness, Missing
from vigil.publish.hearing_words import shown_by_in_words, why_in_words


@pytest.mark.parametrize("why", [*Deafness, *Missing, "filled", "replayed", "not_listened_for"])
def test_every_reason_has_words_of_its_own(why):
    """None is shown as the name it has in the code."""
    assert "_" not in why_in_words(why)
    assert why_in_words(why)
    assert shown_by_in_words(f"pulse:{why}") == why_in_words(why)


def test_what_shows_a_span_is_told():
    """A healthy pulse needs no words; a file is told by its digest; a person's word is theirs."""
    assert shown_by_in_words("pulse") == shown_by_in_words(None) == why_in_words(None) == ""
    assert shown_by_in_words("a" * 64) == "file aaaaaaaaaaaa"
    assert shown_by_in_words("the night shift") == "the night shift"


def test_no_two_reasons_read_alike():
    """Whoever reads one knows which it is."""
    words = [why_in_words(why) for why in (*Deafness, *Missing)]
    assert len(set(words)) == len(words)
