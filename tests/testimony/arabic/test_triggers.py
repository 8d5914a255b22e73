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


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("البلدة محاصرة منذ حزيران.", EventType.SIEGE),
        ("المدينة لا تزال محاصرة من قوات النظام.", EventType.SIEGE),
        ("وصلت إلى عدن 400 أسرة نازحة.", EventType.DISPLACEMENT),
        ("إخراج الجرحى من حمص.", EventType.EVACUATION),
        ("وإخراج الجرحى من حمص غداً.", EventType.EVACUATION),
        ("الجندي كتل أخوي بالموصل.", EventType.KILLING),
        ("قصفنا الطيران وقتلنا.", EventType.ATTACK),
    ],
)
def test_more_words_tell_of_events(claims, text, event):
    """Said of a place, of who arrived, of who is taken out, and in Iraq."""
    assert claims(text)[0].event is event


@pytest.mark.parametrize(
    "text",
    [
        "قتلتني هاي النكتة والله.",
        "ذبحتنا الأسعار يا ناس.",
        "متنا من الضحك.",
        "قتل الوقت عندهم هواية.",
        "هاد قتل بالبطيء.",
        "وصلت 30 شاحنة إلى النازحين.",
        "وقفة احتجاجية أمام المقر.",
    ],
)
def test_words_that_only_sound_so_tell_of_nothing(claims, text):
    """Prices that slaughter, jokes that kill, time that is killed, lorries that arrive, a vigil."""
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أخدوا ابن عمي من الحاجز وما حدا بيعرف وينو.", EventType.ENFORCED_DISAPPEARANCE),
        ("أخدوا ابن عمي من الحاجز وما حدا بيعرف السبب.", EventType.ARBITRARY_DETENTION),
    ],
)
def test_where_nobody_knows_where_they_are_the_fate_is_withheld(claims, text, event):
    """The reason may be unknown as well: that withholds no fate."""
    assert claims(text)[0].event is event
