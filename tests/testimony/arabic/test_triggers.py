"""Words that say what happened."""

import pytest

from vigil.model.claim import EventType
from vigil.testimony.arabic.triggers import triggers


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قُتل رجلان", EventType.KILLING),
        ("أصيب رجلان", EventType.INJURY),
        ("قصفت الطائرات البلدة", EventType.ATTACK),
        ("اعتقلت الشرطة رجلين", EventType.ARBITRARY_DETENTION),
        ("خطف مسلحون رجلين", EventType.KIDNAPPING),
        ("نزح مئات المدنيين", EventType.DISPLACEMENT),
    ],
)
def test_a_word_has_its_event(line, text, event):
    """By the lists."""
    assert event in {each.event for each in triggers(line(text))}


def test_a_match_of_football_tells_of_nothing(line):
    """A loss of goals is no loss of lives."""
    assert not triggers(line("صباح الخير يا جماعة"))
