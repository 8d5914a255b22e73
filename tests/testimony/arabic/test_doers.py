"""Who did it."""

import pytest


def test_the_subject_of_a_verb_did_it(claims):
    """Before and behind it."""
    for text in ("اعتقلت قوات النظام خمسة شبان.", "قوات النظام اعتقلت خمسة شبان."):
        (claim,) = claims(text)
        assert [each.text for each in claim.actors] == ["قوات النظام"]


def test_nobody_is_named_where_nobody_stands(claims):
    """No actor is invented."""
    (claim,) = claims("قُتل خمسة شبان.")
    assert claim.actors == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أحرقت عصابة «الفجر» مخفراً في درعا وخطفت جنديين.", "عصابة «الفجر»"),  # two soldiers are its object
        ("ارتكبت قوات النظام مجزرة في دوما.", "قوات النظام"),
        ("تخشى منظمات أن تقدم مليشيا النصر على ارتكاب مجازر في درعا.", "مليشيا النصر"),
        ("نفى الجيش أن يكون سلاح الجو قد قصف مشفى في درعا.", "سلاح الجو"),
        ("مقتل تسعة جراء تدوين مدفعي من قوات النصر على السوق.", "قوات النصر"),
    ],
)
def test_whoever_did_it_stands_farther_off(claims, text, who):
    """Before another verb, before ارتكاب, between كان and قد, behind من."""
    assert [each.text for each in claims(text)[-1].actors] == [who]


def test_a_massacre_that_nobody_is_said_to_commit_has_no_doer(claims):
    """The army that is only spoken of committed nothing."""
    (claim,) = claims("وصل الجيش بعد مجزرة في دوما.")
    assert claim.actors == ()


@pytest.mark.parametrize(
    ("text", "who", "kinds"),
    [
        ("قتلت عناصره خمسة مدنيين.", ["عناصره"], {"civilians"}),
        ("قتل جنودها طفلاً في الحي.", ["جنودها"], {"children"}),
        ("قتل مسلحون مجهولون الصحفي.", ["مسلحون مجهولون"], {"journalists"}),
        ("خطف مسلحون فلبينيين من الحقل.", ["مسلحون"], set()),
        ("قتل مقاتلون من الحركة طبيباً.", ["مقاتلون من الحركة"], {"medics"}),
        ("قتل الجنود العائلة.", ["الجنود"], set()),
        ("قتلته رصاصة قناص.", [], set()),
        ("أصيبت في رأسها برصاصة قناص.", ["قناص"], set()),
        ("خطفها جندي من بيتها.", ["جندي"], set()),
        ("أجلت الحركة عناصرها من البلدة وقتل أربعة مدنيين.", [], {"civilians"}),
        ("قصفت ثلاث طائرات المشفى وقتلت ستة ممرضين.", ["طائرات"], {"medics"}),
        ("دمرت الغارة سبع دبابات وقتلت تسعة جنود.", [], {"combatants"}),
        ("هاجم إرهابيون دورية الشرطة وقتلوا ستة.", ["إرهابيون"], set()),
        ("قال الجيش إن جنوده تعرضوا لكمين وقُتلوا.", [], {"combatants"}),
        ("يخططون لاقتحام القرية وقتل رجالها.", [], set()),
    ],
)
def test_no_doer_is_taken_for_a_victim(claims, text, who, kinds):
    """Nor a victim for a doer: own men, names with ون, rounds, what was hit and counted."""
    (*_, claim) = claims(text)
    assert [each.text for each in claim.actors] == who
    assert {each.value for each in claim.victims} == kinds


def test_who_leads_somebody_away_is_no_victim(claims):
    """A verb whose passive is written otherwise."""
    (claim,) = claims("قال جاره إن جنوداً روساً اقتادوا العمدة من مكتبه.")
    assert [each.text for each in claim.actors] == ["جنوداً روساً"]
    assert claim.victims == frozenset()
