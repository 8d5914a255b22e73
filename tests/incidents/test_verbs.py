"""What the words for a death say of how."""

import pytest

from vigil.incidents.verbs import verb_of
from vigil.model.incident import Verb


@pytest.mark.parametrize(
    ("words", "around", "verb"),
    [
        ("killed", "", Verb.KILLED),
        ("murdered", "", Verb.MURDERED),
        ("executed", "", Verb.MURDERED),
        ("killed", "The massacre in which nine were killed", Verb.MURDERED),
        ("died", "", Verb.DIED),
        ("bodies", "", Verb.DIED),
        ("قتلوا", "", Verb.KILLED),
        ("ضحيتها", "ارتكب الطيران مجزرة راح ضحيتها 14", Verb.MURDERED),
        ("مقتل", "", Verb.KILLED),
        ("أعدم", "", Verb.MURDERED),
        ("وبمجزرة", "", Verb.MURDERED),
        ("توفي", "", Verb.DIED),
        ("قتل", "ارتكب الحرس جريمة قتل بحق تسعة", Verb.MURDERED),
        ("wounded", "a murder trial", None),
        ("the executive", "", None),
    ],
)
def test_words_for_a_death(words, around, verb):
    """Each word stands on its step of the ladder, in both languages."""
    assert verb_of(words, around) is verb
