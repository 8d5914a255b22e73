"""Where what a saying covers ends: what was done before it was asked, feared, threatened or planned."""

import pytest

from vigil.model.claim import EventType, Polarity


def _killing(read):
    return next(each for each in read if each.event is EventType.KILLING and each.count is not None)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("تخطط السلطات لإخلاء المخيم بعد أن قُتل فيه ثلاثة حراس.", 3),
        ("كان الجيش يخطط لقصف المخيم فقصفه التنظيم وقتل خمسة.", 5),
        ("طالبت المنظمة بمحاسبة الجنود الذين قتلوا 12 متظاهراً.", 12),
        ("هدد الجيش باقتحام المخيم بعد مقتل جنديين.", 2),
        ("دعت المنظمة إلى تحقيق مستقل في مقتل ستة عمال.", 6),
        ("تخشى المنظمة وقوع مجزرة بعد أن قطع الجيش الطريق وقتل أربعة.", 4),
        ("هددونا بالقتل وقتلوا ابني.", 1),
        ("گالوا راح نرجعكم بس گتلوا أبوي.", 1),
        ("قال لو ما طلعتوا نقتلكم، وفعلاً قتل جارنا.", 1),
        ("وإذا بالقذيفة تقتل أختي.", 1),
        ("أعربت البعثة عن قلقها إزاء مقتل ثمانية مدنيين.", 8),
        ("سيصلى غداً على الشهيد في الجامع الكبير.", 1),
    ],
)
def test_what_was_done_is_done(claims, text, low):
    """Behind بعد أن, التي, و with a verb of the past; behold; concern; a burial to come."""
    claim = _killing(claims(text))
    assert (claim.polarity, claim.count.low) == (Polarity.HAPPENED, low)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("تخشى العائلة أن يكونوا عذبوه وقتلوه.", Polarity.FEARED),
        ("إذا قتلوا أخي سننتقم.", Polarity.CONDITIONAL),
        ("قلقها من أن يقتلوا ابنها كبير.", Polarity.FEARED),
        ("هدد الجيش بقتل الرهائن.", Polarity.THREATENED),
        ("دعا القائد رجاله إلى قتل الأسرى.", Polarity.ASKED_FOR),
        ("يخططون لاقتحام القرية وقتل رجالها.", Polarity.PLANNED),
    ],
)
def test_what_was_not_is_not(claims, text, polarity):
    """Feared, threatened, planned or on a condition still."""
    (*_, claim) = [each for each in claims(text) if each.event is EventType.KILLING]
    assert claim.polarity is polarity


def test_nobody_is_charged_with_what_befell_them(claims):
    """Those who plan or threaten did not kill whom they lost."""
    for text in ("هدد الجيش باقتحام المخيم بعد مقتل جنديين.", "تخطط الشرطة لإخلاء المخيم بعد أن قُتل فيه ثلاثة حراس."):
        assert _killing(claims(text)).actors == ()


def test_the_wrong_figure_is_theirs_who_told_it(claims):
    """كما زعمت القناة behind لا 200 is of the 200."""
    right, wrong = claims("قُتل 20 شخصاً، لا 200 كما زعمت القناة.")
    assert [each.speaker for each in right.chain] == ["AUTHOR"]
    assert ([each.speaker for each in wrong.chain], wrong.count.low) == (["القناة"], 200)
