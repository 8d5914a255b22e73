"""Posts as they are written in the dialects: what happened to how many, told by whom, how surely."""

import pytest
from as_told import HAPPENED, as_told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "طلعنا من تحت الأنقاض خمس بنات ميتين",
            [("killing", 5, "happened", "witnessed", "AUTHOR")],
        ),
        ("ميتين شهيد بالمجزرة", [("killing", 200, *HAPPENED)]),
        ("بكرا راح يطلعون المرضى من الحي", [("evacuation", None, "planned", "asserted", "AUTHOR")]),
        ("٣٠ شاحنة واقفة من الصبح ومو راضيين يدخلوها", [("obstruction", None, *HAPPENED)]),
        ("العسكر مانعين دخول الدوا من يومين", [("obstruction", None, *HAPPENED)]),
        ("العسكر محاصرنا من شهر تلاتة", [("siege", None, "happened", "witnessed", "AUTHOR")]),
        ("أهل الحلة كلهم مرقو من بيوتهم", [("displacement", None, *HAPPENED)]),
        ("سحبوا ٩ جثث من تحت برج", [("killing", 9, *HAPPENED)]),
        ("أكتر من ستين غارة على الحي", [("attack", 60, *HAPPENED)]),
        ("خطفوا تلت شباب من الساحة", [("kidnapping", 3, *HAPPENED)]),
    ],
)
def test_what_happened(claims, text, found):
    assert as_told(claims(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وصلني من ابن عمي يقول القوات قتلت ثلاثة شبان", [("killing", 3, "happened", "asserted", "ابن عمي")]),
        ("جدي حكى لنا كيف عذبوه في السجن", [("torture", 1, "happened", "asserted", "جدي")]),
        ("ناس في الفيس قالوا الجيش قصف المشفى", [("attack", None, "happened", "asserted", "ناس في الفيس")]),
        (
            "وثقت الشبكة في تقريرها السنوي مقتل 90 مدنياً",
            [("killing", 90, "happened", "asserted", "الشبكة")],
        ),
        (
            "قُتل أربعة عمال، بحسب إذاعة محلية نقلت عن السائق",
            [("killing", 4, "happened", "asserted", "إذاعة محلية > السائق")],
        ),
        ("مدير المشفى لصفحتنا: استشهد ثلاثة أطباء", [("killing", 3, "happened", "asserted", "مدير المشفى")]),
        ("الجيش هدد بمكبرات الصوت إنو رح يقصف البلدة", [("attack", None, "threatened", "asserted", "الجيش")]),
    ],
)
def test_who_says_so(claims, text, found):
    assert as_told(claims(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "والحر قتلنا قتل يا ناس",
        "برشلونة دبح مدريد بماتش مبارح",
        "لقينا شوية خبز والحمد لله",
        "ينص القانون على السجن خمس سنوات لكل من يرتكب جريمة التعذيب",
        "أسعار السوق تقتل فرحة العيد",
        "ولا معلومات مؤكدة عن الضحايا حتى الآن",
    ],
)
def test_what_only_sounds_alike(claims, text):
    assert as_told(claims(text)) == []


def test_a_figure_put_right_takes_back_the_one_before_it(claims):
    assert as_told(claims("قلنا أمس إن الغارة خلفت 14 قتيلاً، والصحيح 11 بحسب المشفى")) == [
        ("killing", 14, "happened", "retracted", "AUTHOR"),
        ("killing", 11, "happened", "asserted", "المشفى"),
    ]
    assert [each[1::2] for each in as_told(claims("كنت كتبت إن عدد الشهداء ١٤، طلع العدد أحد عشر"))] == [
        (14, "retracted"),
        (11, "asserted"),
    ]


def test_a_doubt_about_the_figure_leaves_the_event(claims):
    text = "قُتل 9 طلاب في القصف. لم نتمكن من التحقق من العدد بدقة"
    assert [each[3] for each in as_told(claims(text))] == ["asserted"]
    text = "قُتل 9 طلاب في القصف. لم نتمكن من التحقق من ذلك"
    assert [each[3] for each in as_told(claims(text))] == ["unverified"]


def test_that_nothing_happened_answers_what_people_say(claims):
    said, denied = as_told(claims("بيقولوا في قصف عالبلدة. أنا قاعد فيها وما في شي أبداً"))
    assert (said[3], denied[2:4]) == ("claimed", ("not_happened", "denied"))


def test_whose_it_is_supposed_to_be_is_hedged(claims):
    (claim,) = claims("٨ شهداء بقصف على السوق يُعتقد أنه من طيران روسي")
    assert [(each.text, each.hedged) for each in claim.actors] == [("طيران روسي", True)]


def test_whoever_is_named_behind_the_last_comma_did_it(claims):
    (claim,) = claims("خطفوا ولد عمي يوم السبت، ناس ملثمين بسيارة سودا")
    assert [each.text for each in claim.actors] == ["ناس ملثمين"]
    assert claim.victims == frozenset()  # a cousin, and no child


def test_a_student_asks_nobody(claims):
    """طالبة is written like طالبه in plain letters."""
    (claim,) = claims("أصيبت طالبة بدوما")
    assert claim.place is not None


def test_whom_nobody_calls_to_be_taken_is_held(claims):
    call, held = as_told(claims("دعت المنظمة إلى الإفراج الفوري عن 3 صحفيين تحتجزهم السلطات في السجن"))
    assert (call[0], call[2]) == ("other", "asked_for")
    assert (held[0], held[2]) == ("arbitrary_detention", "happened")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ضربوه بالكهربا لحد ما مات", [("torture", 1, *HAPPENED), ("killing", 1, *HAPPENED)]),
        ("أعدموا عيلة من 6 أشخاص", [("killing", 6, *HAPPENED)]),
        ("عدّيت 11 غارة على الحي", [("attack", 11, "happened", "witnessed", "AUTHOR")]),
        ("الجيش هيهدم 40 بيت الأسبوع الجاي", [("property_destruction", 40, "planned", "asserted", "AUTHOR")]),
        ("ابن عمي اتصل فيني وقال إنهم قتلوا 9", [("killing", 9, "happened", "asserted", "ابن عمي")]),
        ("جارنا بيقول شاف بعينه 9 انقتلوا", [("killing", 9, "happened", "witnessed", "جارنا")]),
        ("سمعت إنهم قتلوا 9، ما بعرف صح ولا لا", [("killing", 9, "happened", "unverified", "UNNAMED")]),
        (
            "أهل محمود عاشور بيقولوا إنو اتقتل، والداخلية بتنفي إنو حد اتقتل",
            [
                ("killing", 1, "happened", "asserted", "أهل محمود عاشور"),
                ("killing", 1, "not_happened", "denied", "الداخلية"),
            ],
        ),
        (
            "تصحيح: الشهداء 6 مش 16",
            [("killing", 6, *HAPPENED), ("killing", 16, "happened", "retracted", "AUTHOR")],
        ),
        ("ضربوني بالكيبلات، وثلاثة كانوا معي", [("torture", 1, "happened", "witnessed", "AUTHOR")]),
        ("بيقولوا الهدنة بتبلش الأحد", [("ceasefire", None, "planned", "asserted", "UNNAMED")]),
        ("قتلني الشوق وحاصرتني الذكريات", []),
        ("الدولار قصف عمرنا والحكومة دبحتنا بالأسعار", []),
    ],
)
def test_more_of_what_happened(claims, text, found):
    assert as_told(claims(text)) == found


def test_the_hour_of_prayer_is_no_country(claims):
    """المغرب is sunset, and Morocco."""
    (claim,) = claims("الطيران قتل 9 امبارح وقت المغرب")
    assert claim.place is None
    (claim,) = claims("قتل 9 في المغرب")
    assert claim.place is not None


def test_since_this_morning_is_today(claims):
    (claim,) = claims("قتل 42 شخصا منذ صباح اليوم")
    assert claim.occurred == "2016-12-14"
