"""Types and claims that the rest of the sentence decides."""

import pytest

from vigil.model.claim import EventType


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("يواجه الضابط تهمة المشاركة في قتل المتظاهرين.", EventType.KILLING),
        ("وُجهت للجنود تهم بالمشاركة في اغتصاب النساء.", EventType.SEXUAL_VIOLENCE),
        ("اعتُقل ثلاثة جنود بتهمة المشاركة في اغتصاب فتاة.", EventType.SEXUAL_VIOLENCE),
        ("هم من ضحايا القصف.", EventType.KILLING),
        ("أصابت الرصاصة مدرسة رياضيات وهي في فصلها.", EventType.INJURY),
        ("أصيب طفلان بالذعر وآخران بشظايا.", EventType.INJURY),
        ("فجرا المنزل ثم انسحبا.", EventType.ATTACK),
    ],
)
def test_harm_that_is_told_is_read(claims, text, event):
    """By a charge against armed men, of those who are victims, by one bullet."""
    assert event in {each.event for each in claims(text)}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("أُعدم ثلاثة رجال بتهمة التورط في اغتيال ضابط.", [EventType.KILLING]),
        ("عُثر على 12 جثة يُرجح أنها من ضحايا التنظيم.", [EventType.KILLING]),
        ("أصيب الأهالي بالذعر.", []),
        ("قصفوا البلدة فجراً.", [EventType.ATTACK]),
    ],
)
def test_nothing_is_told_twice(claims, text, events):
    """What the dead were charged with, whose victims they are, what strikes the mind, dawn."""
    assert [each.event for each in claims(text)] == events
