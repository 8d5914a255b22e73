"""What two words apart say together."""

import pytest

from vigil.model.claim import EventType, Polarity


@pytest.mark.parametrize(
    ("text", "event", "low"),
    [
        ("ألقت الشرطة العسكرية القبض على ستة شبان في حي الميدان.", EventType.ARBITRARY_DETENTION, 6),
        ("أفرجت السلطات أمس عن 30 معتقلاً.", EventType.OTHER, 30),
        ("فارق خمسة مصابين الحياة صباح اليوم.", EventType.KILLING, 5),
        ("أردى قناص طفلاً قرب الحاجز.", EventType.KILLING, 1),
        ("اضطرت 300 عائلة إلى ترك منازلها في قرى الغاب.", EventType.DISPLACEMENT, 300),
        ("لم ينجُ أحد من ركاب الحافلة العشرين.", EventType.KILLING, 20),
        ("رفضت السلطات السماح لقافلة من 20 شاحنة بدخول مخيم الركبان.", EventType.OBSTRUCTION, 20),
    ],
)
def test_the_subject_stands_between(claims, text, event, low):
    """The event and its figure, whoever stands between the two words."""
    (claim,) = claims(text)
    assert (claim.event, claim.count.low, claim.polarity) == (event, low, Polarity.HAPPENED)


@pytest.mark.parametrize(
    "text",
    [
        "ألقت الوزيرة كلمة على الحضور.",
        "أفرج المصرف عن أموال مجمدة.",
        "فقد الفريق الأمل.",
        "أردت أن أقول إن الطقس جميل.",
        "حذر من تردي الأوضاع في الأرياف.",
        "اضطر الوزير إلى مغادرة الجلسة.",
        "لم ينجُ أحد من الغلاء.",
        "رفض المدير منح الموظفين إجازة.",
        "أطلق الحكم رصاصة الرحمة على آمال الفريق.",
    ],
)
def test_one_of_the_two_tells_of_nothing(claims, text):
    """A speech, money, hope, "I wanted", a session that is left."""
    assert claims(text) == ()


def test_who_arrests_is_no_part_of_what_is_done(claims):
    """The name ends before القبض, and men of a checkpoint keep its name."""
    (claim,) = claims("ألقى عناصر الحاجز القبض على ناشط قرب الجسر.")
    assert [each.text for each in claim.actors] == ["عناصر الحاجز"]
    assert claim.count.low == 1


def test_a_release_to_come_is_planned(claims):
    """By the verb of the future."""
    (claim,) = claims("ستفرج الحركة يوم الأحد عن ثلاث رهينات.")
    assert claim.polarity is Polarity.PLANNED
    assert claim.occurred == "2016-12-18"


def test_shots_at_things_are_an_attack_and_at_people_an_injury(claims):
    """Whoever fires stands between the verb and the fire."""
    (thing,) = claims("أطلق قناصة النار على سيارة إسعاف في حي الزهور.")
    assert (thing.event, thing.actors[0].text) == (EventType.ATTACK, "قناصة")
    (person,) = claims("أطلق قناصة النار على طفلين.")
    assert (person.event, person.count.low, person.actors[0].text) == (EventType.INJURY, 2, "قناصة")


def test_a_word_joined_by_and_opens_a_phrase_too(claims):
    """No list has وأضرمت."""
    assert claims("وأضرمت المجموعة النار في عشرات المحال.") == ()
    (claim,) = claims("وأضرمت النار في عشرات المحال.")
    assert claim.event is EventType.PROPERTY_DESTRUCTION
