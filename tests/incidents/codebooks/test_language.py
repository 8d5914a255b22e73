"""What is read as English prose."""

import pytest

from vigil.incidents.codebooks.language import is_read_as_english
from vigil.model.claim import Document, Reading


@pytest.mark.parametrize(
    ("text", "lang", "is_english"),
    [
        ("Twelve died", None, True),
        ("Twelve died", "en-GB", True),
        ("Twelve died", "ar", False),
        ("قتل 12 شخصا", None, False),
        ("12", None, True),
        ("", None, True),
    ],
)
def test_the_language_said_goes_before_the_letters(text, lang, is_english):
    """Letters decide only where nothing is said."""
    assert is_read_as_english(Document(id="d", text=text, lang=lang), None) is is_english


def test_a_reading_may_say_it_too():
    """Where the document does not."""
    reading = Reading(document="d", lang="ar", reader="made up", claims=())
    assert not is_read_as_english(Document(id="d", text="..."), reading)
