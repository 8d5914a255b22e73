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


def test_who_is_carried_out_of_a_place_is_evacuated(claims):
    """To a hospital alone they are only hurt."""
    (out,) = claims("يسّر الصليب الأحمر نقل 86 جريحاً من زنجبار إلى عدن.")
    assert (out.event, out.count.low) == (EventType.EVACUATION, 86)
    (hurt,) = claims("نقل الإسعاف خمسة جرحى إلى المستشفى.")
    assert (hurt.event, hurt.count.low) == (EventType.INJURY, 5)


def test_captives_are_exchanged(claims):
    """Each side lets go."""
    (claim,) = claims("جرى أمس تبادل 40 أسيراً بين الطرفين.")
    assert (claim.event, claim.count.low) == (EventType.OTHER, 40)


def test_whom_a_release_is_of_stands_behind_its_preposition(claims):
    """Not the gunmen who let go."""
    released, taken = claims("أفرج المسلحون عن الطبيب الذي خطفوه الأسبوع الماضي.")
    assert (released.count.low, [each.value for each in released.victims]) == (1, ["medics"])
    assert (taken.count.low, taken.victims) == (1, frozenset())


def test_who_keeps_helpers_out_is_no_victim(claims):
    """The soldiers refuse, and two wounded die."""
    kept, died = claims("رفض الجنود السماح للمسعفين بالوصول فمات الجريحان.")
    assert ([each.text for each in kept.actors], kept.victims) == (["الجنود"], frozenset())
    assert died.count.low == 2


def test_those_who_live_there_may_refuse_forces(claims):
    """Nobody in need is kept out."""
    assert claims("رفض الأهالي دخول القوات إلى البلدة.") == ()


def test_whose_fate_is_unknown_since_they_were_taken_has_vanished(claims):
    """The noun that tells of the taking tells of nothing more; a verb that does is the claim itself."""
    (noun,) = claims("ما زال مصير الصحفي كريم سعد مجهولاً منذ اعتقاله قبل ثلاث سنوات.")
    assert (noun.event, noun.count.low) == (EventType.ENFORCED_DISAPPEARANCE, 1)
    (verb,) = claims("لا يزال مصير 12 طالباً اعتقلتهم المخابرات مجهولاً.")
    assert (verb.event, verb.count.low, len(verb.actors)) == (EventType.ENFORCED_DISAPPEARANCE, 12, 1)
    assert claims("لا يزال مصير الاتفاق مجهولاً.") == ()


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("فتح المسلحون باب الحافلة وأطلقوا النار على السائق.", [EventType.INJURY]),
        ("أطلقت القوات قذائف حارقة أشعلت النار على طول التل.", [EventType.PROPERTY_DESTRUCTION]),
        ("نقل الأهالي قتيلين وثلاثة جرحى من الحقل إلى البلدة.", [EventType.KILLING, EventType.INJURY]),
        ("نقل المسلحون أربعة من المخطوفين من القرية إلى جهة مجهولة.", [EventType.KIDNAPPING]),
        ("نقلت الميليشيا 14 سجيناً من صنعاء إلى ذمار.", [EventType.OTHER]),
        ("نقلت الميليشيا النساء المخطوفات من القرية إلى سوق المدينة.", [EventType.OTHER]),
        ("تبادل الطرفان جثث 12 مقاتلاً.", [EventType.KILLING]),
        ("اضطر الجيش إلى مغادرة القرية بعد مقتل سبعة جنود.", [EventType.KILLING]),
        ("فقدت امرأة بيتها وابنها عمله، وقُتل زوجها.", [EventType.KILLING]),
        ("اضطرت القوات إلى قصف القرية مما دفع الأهالي إلى النزوح.", [EventType.DISPLACEMENT]),
        ("أفرجت السلطات عن فيديو يظهر مقتل السجين.", [EventType.KILLING]),
        ("ما زال مصير السفينة مجهولاً بعد احتجازها.", []),
    ],
)
def test_no_harm_is_hidden_and_none_made_up(claims, text, events):
    """The dead and the taken who are carried, fire after another verb, armies that draw back, the fate of a thing."""
    assert [each.event for each in claims(text)] == events


def test_fire_on_us_was_fired(claims):
    """علينا behind the fire."""
    (claim,) = claims("فتح القناص النار علينا ونحن في الطابور.")
    assert claim.event is EventType.INJURY
    assert [each.text for each in claim.actors] == ["القناص"]
