"""Posts of witnesses, councils and parties: what a hurried sentence says, and what it only seems to say."""

import pytest
from as_told import HAPPENED, as_told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("جاري سايق تنكر انخطف يوم الثلاثاء من قدام بيته", [("kidnapping", 1, *HAPPENED)]),
        ("الدبابات عم تضرب الحي من مبارح، ولا كهربا ولا مي", [("attack", None, *HAPPENED)]),
        ("الشرطة رمت علينا رصاص حي", [("attack", None, *HAPPENED)]),
        (
            "طاح صاروخ على حوش جيراننا وماتت الحاجة",
            [("attack", None, *HAPPENED), ("killing", 1, *HAPPENED)],
        ),
        ("لغم انفجر بسيارة عمي، استشهد هو وابنه", [("attack", None, *HAPPENED), ("killing", 1, *HAPPENED)]),
        ("الإسعاف ما قدرت توصل للحارة", [("obstruction", None, *HAPPENED)]),
        ("أربع طوابق صارت كومة حجار", [("property_destruction", None, *HAPPENED)]),
        ("رجله انقطعت من اللغم", [("injury", 1, *HAPPENED)]),
        (
            "صديقي اعتقلوه الشرطة ولحد هسه ماندري وين ودوه",
            [("enforced_disappearance", 1, *HAPPENED)],
        ),
        ("سلّمت القوات إخطارات بهدم ستة منازل", [("property_destruction", 6, "planned", "asserted", "AUTHOR")]),
        ("ارتقى صباح اليوم شهيدان برصاص القوات", [("killing", 2, *HAPPENED)]),
        ("إصابة امرأة وطفلين، ولا قتلى", [
            ("injury", 1, *HAPPENED), ("injury", 2, *HAPPENED), ("killing", None, "not_happened", "asserted", "AUTHOR"),
        ]),
    ],
)  # fmt: skip
def test_what_happened(claims, text, found):
    assert as_told(claims(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "أنا مسعف، اليوم وصلنا 23 جريح، وخلص عنا الدوا",
            [("injury", 23, "happened", "witnessed", "AUTHOR")],
        ),
        (
            "الوزارة تنفي ما تداولته صفحات عن مقتل سبعة متظاهرين، وتؤكد تسجيل إصابتين فقط",
            [
                ("killing", 7, "not_happened", "denied", "الوزارة"),
                ("killing", 7, "happened", "claimed", "صفحات"),
                ("injury", 2, "happened", "asserted", "الوزارة"),
            ],
        ),
        (
            "يناشد المجلس المحلي الهلال الأحمر إجلاء 15 جريحاً، ويحذر من مجزرة",
            [
                ("evacuation", 15, "asked_for", "asserted", "المجلس المحلي"),
                ("killing", None, "feared", "feared", "المجلس المحلي"),
            ],
        ),
        (
            "قالت الشرطة إنه لا دليل على اختطاف تلاميذ، في حين يقول الأهالي إن مسلحين اقتادوا 17 تلميذاً",
            [
                ("kidnapping", None, "happened", "unverified", "الشرطة"),
                ("kidnapping", 17, "happened", "asserted", "الأهالي"),
            ],
        ),
        ("الصحة عم تقول شهيد واحد", [("killing", 1, "happened", "asserted", "الصحة")]),
        (
            "قالت زوجة المصور أندريه ك. لمراسلنا إن زوجها تعرض للضرب",
            [("torture", 1, "happened", "asserted", "زوجة المصور أندريه ك")],
        ),
        (
            "صفحات عم تنشر إنو شباب البلد خطفوا 20 عيلة. كذب بكذب، ما حدا خطف حدا",
            [
                ("kidnapping", 20, "happened", "asserted", "صفحات"),
                ("kidnapping", None, "not_happened", "asserted", "AUTHOR"),
            ],
        ),
        (
            "أعلنت الحركة هدنة من جانب واحد تبدأ الثلاثاء",
            [("ceasefire", None, "planned", "asserted", "الحركة")],
        ),
    ],
)
def test_who_says_so(claims, text, found):
    assert as_told(claims(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "نفت الوزارة ضلوع أي من وحداتها في إحراق منازل في القرية، وقالت إنها تحقق",
            [("property_destruction", None, "not_happened", "denied", "الوزارة")],
        ),
        (
            "نفى مصدر عسكري أن يكون الطيران قد استهدف مدرسة، واتهم مجموعات إرهابية بقصف المبنى",
            [
                ("attack", 1, "not_happened", "denied", "مصدر عسكري"),
                ("attack", None, "happened", "alleged", "مصدر عسكري"),
            ],
        ),
        (
            "طلب الناطق باسم الجيش من سكان البلدة إخلاء منازلهم، وبعد ساعة دمرت غارة مبنى",
            [
                ("evacuation", None, "asked_for", "asserted", "الناطق باسم الجيش"),
                ("property_destruction", None, *HAPPENED),
            ],
        ),
        (
            "لم يتسن لرويترز التحقق من رواية لجنة الأطباء التي تحدثت عن انتشال 12 جثة",
            [("killing", 12, "happened", "unverified", "رويترز > لجنة الأطباء")],
        ),
        ("لم تدخل شاحنة واحدة منذ الجمعة", [("obstruction", 1, *HAPPENED)]),
        ("أطلقت السلطات سراح نحو ألف محتجز", [("other", 1000, *HAPPENED)]),
        ("قالت الغرفة إن ثلاث متطوعات تعرضن للاغتصاب", [("sexual_violence", 3, "happened", "asserted", "الغرفة")]),
        ("القصف لم يتوقف منذ الفجر", [("attack", None, *HAPPENED)]),
        ("يحظر القانون الدولي استهداف المدنيين وأخذ الرهائن", []),
        (
            "قال الدفاع المدني إن عدد القتلى بلغ 18 لا 27 كما ذُكر سابقاً",
            [
                ("killing", 18, "happened", "asserted", "الدفاع المدني"),
                ("killing", 27, "happened", "retracted", "الدفاع المدني"),
            ],
        ),
    ],
)
def test_sentences_of_news_and_statements(claims, text, found):
    assert as_told(claims(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "حملة التلقيح استهدفت 1200 طفل في ستة مراكز",
        "لم تسجل أي إصابة جديدة بالكوليرا منذ أسبوعين",
        "نسأل الله أن يتقبل الشهداء",
        "والراتب يستشهد قبل نص الشهر",
        "التجار محاصرين جيوبنا من كل جهة",
        "هلالنا دبح المريخ، الشوط الاول قصف من الطرفين وحصار قدام القون",
        "كتاب الأسبوع: يروي المؤلف كيف حاصر المغول بغداد وقتلوا الآلاف",
        "شاهدتُ الفيلم أمس: يبدأ بتفجير قطار يودي بحياة 40 راكباً. السيناريو ضعيف",
    ],
)
def test_what_only_sounds_alike(claims, text):
    assert as_told(claims(text)) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قتل الجيش 8 من 10 أسرى", "killing"),
        ("الطيران استهدف حملة التلقيح وقتل ممرضين", "killing"),
        ("قصف ملعب كرة خلال مباراة وقتل الحارس", "killing"),
        ("شاهدت الفيلم المسرب: جنود يعدمون 12 مدنيا في حي التضامن", "killing"),
        ("قصف مبنى السينما اثناء عرض فيلم في المهرجان وسقوط 4 قتلى", "killing"),
        ("12 قتيلا في قصف سوق دوما 3 / 10", "killing"),
        ("في محيط مستشفى الأمل قتل ثلاثة", "killing"),
        ("القتل طال مشاركين في ورشة بحلب", "killing"),
        ("نسأل الله أن يتقبل الشهداء الثلاثة الذين ارتقوا اليوم في دوما", "killing"),
        ("انتقل إلى رحمة الله تعالى الشهيد أحمد متأثرا بجراحه", "killing"),
        ("قافلة المساعدات استهدفت قرب حلب", "attack"),
        ("بترت ساق الطفلة بعد انفجار لغم", "injury"),
        ("بعد حملة التلقيح استهدفت الطائرات المركز", "attack"),
        ("ما زال 40 صحفيا قيد الاحتجاز في صنعاء", "arbitrary_detention"),
        ("وسط الغلاء حاصر الجيش البلدة", "siege"),
        ("دمر الجيش هدفين في مرمى نيرانه", "property_destruction"),
    ],
)
def test_and_what_is_meant_stays(claims, text, event):
    """Words of films, campaigns, courses, prayers and prices hide no harm that stands beside them."""
    assert event in {each[0] for each in as_told(claims(text))}


@pytest.mark.parametrize(
    "text",
    [
        "أصابت قذيفة حاجزا للجيش وقتلت 4 جنود",
        "استهدف انفجار رتلا للقوات الروسية وقتل 6",
        "كمين استهدف دورية وخطف جنديين",
        "هجوم استهدف حاجزا للجيش وقتل 4 جنود",
        "القصف الذي استهدف قوات النظام قتل 12 جنديا",
    ],
)
def test_what_a_strike_hit_did_nothing(claims, text):
    assert [actor for claim in claims(text) for actor in claim.actors] == []


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت غارة للتحالف السوق وقتلت 12",
        "استهدف قصف الجيش السوق وقتل 12",
        "استهدفت غارة جوية للتحالف مشفى وقتلت 12",
        "استهدفت قوات النظام حاجزا وقتلت 12",
    ],
)
def test_but_whose_strike_it_was_did_it(claims, text):
    assert all(claim.actors for claim in claims(text))


@pytest.mark.parametrize("text", ["قتل أربعة منهم في القصف", "مقتل أربعة منهم", "قتل الجيش أربعة منهم"])
def test_so_many_of_them_are_so_many(claims, text):
    assert claims(text)[0].count.low == 4


def test_a_name_ends_where_the_next_deed_begins(claims):
    found = claims("انفجرت سيارة مفخخة في الباب وقتل 12")
    assert {claim.place.text for claim in found} == {"الباب"}


def test_a_rising_total_holds_the_day(claims):
    found = claims("ارتقى اليوم شهيدان برصاص القوات، ليرتفع عدد الشهداء إلى 21 شهيداً")
    assert [(each.count.low, each.subset_of, each.count.cumulative) for each in found] == [
        (2, 1, False),
        (21, None, True),
    ]


def test_who_denies_a_hand_in_it_is_who_would_have_done_it(claims):
    found = claims("خطف مسلحون ثلاثة سائقين، فيما نفت حركة النهضة أي صلة لها بالحادثة")
    assert [actor.text for actor in found[-1].actors] == ["حركة النهضة"]
    assert found[-1].certainty.value == "denied"


def test_a_total_is_not_of_the_town_that_brings_it_up(claims):
    """The 203 of the whole war; the five of last night's strike."""
    found = claims("ارتفعت حصيلة الشهداء إلى 203 شهداء، بعد استشهاد خمسة في غارة على حلب أمس")
    assert [(each.count.low, each.place and each.place.text) for each in found] == [(203, None), (5, "حلب")]
