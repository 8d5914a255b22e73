"""Who goes on to do it: no force that was struck is charged with the dead of the strike."""

import pytest


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قصف الطيران مواقع المعارضة وقتل 12.", "الطيران"),
        ("اقتحم الجيش مقر الحزب وقتل اثنين.", "الجيش"),
        ("دخل الجيش إلى مقر الحزب وقتل اثنين.", "الجيش"),
        ("نصبت الحركة كميناً لقوات الحكومة وقتلت سبعة.", "الحركة"),
        ("استدرج التنظيم قوة من الجيش وقتل 11.", "التنظيم"),
        ("هاجمت الحركة حاجز الجيش وقتلت ثلاثة.", "الحركة"),
        ("مسلحون هاجموا دورية للشرطة وقتلوا ضابطاً.", "مسلحون"),
        ("قوات الاحتلال اقتحمت المخيم واعتقلت خمسة من عناصر الجهاد وقتلت سادساً.", "قوات الاحتلال"),
        ("تعرض الجيش لهجوم من التنظيم وقتل 12.", "التنظيم"),
        ("انسحب الجيش من قرية دخلها التنظيم وقتل أربعة.", "التنظيم"),
        ("هاجم الجيش مواقع الحوثيين وقتلوا جنديين.", "الحوثيين"),
        ("قصف الجيش المدينة والمعارضة قصفت القرية وقتلت أربعة.", "المعارضة"),
    ],
)
def test_whoever_struck_killed(claims, text, who):
    """The force behind the first verb or before it; another where a verb of its own or a suffering comes between."""
    (*_, claim) = claims(text)
    assert [each.text for each in claim.actors] == [who]


@pytest.mark.parametrize("text", ["دمرت الغارة سبع دبابات وقتلت تسعة جنود.", "دمر القصف دبابة وقتل جنديين."])
def test_what_was_destroyed_destroyed_nothing(claims, text):
    """Tanks that a strike hit."""
    assert [each.actors for each in claims(text)] == [(), ()]
