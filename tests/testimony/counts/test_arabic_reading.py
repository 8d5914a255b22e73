"""Numbers in made-up Arabic sentences: words in every gender and case, duals, bounds, and what is no count."""

import pytest

from vigil.model.claim import Exactness, Unit
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.counts.reading import read_counts

EXACT, AT_LEAST, MORE, UP_TO, ABOUT, VAGUE = (
    Exactness.EXACT,
    Exactness.AT_LEAST,
    Exactness.MORE_THAN,
    Exactness.UP_TO,
    Exactness.ABOUT,
    Exactness.VAGUE,
)


def _counts(text: str, *, singles: bool = False) -> list[CountMention]:
    return [
        mention
        for mention in read_counts(text, lang="ar")
        if mention.kind is Kind.COUNT and (singles or not mention.single)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("مقتل ثلاثة مدنيين", 3),
        ("مقتل ثلاث نساء", 3),
        ("مقتل أربعة أطفال", 4),
        ("خمس غارات", 5),
        ("ست نساء", 6),
        ("سبعة رجال", 7),
        ("ثمانية رجال", 8),
        ("ثماني نساء", 8),
        ("تسعة رجال", 9),
        ("عشرة رجال", 10),
        ("عشر نساء", 10),
        ("أحد عشر رجلا", 11),
        ("إحدى عشرة امرأة", 11),
        ("اثنا عشر رجلا", 12),
        ("اثني عشر رجلا", 12),
        ("اثنتا عشرة امرأة", 12),
        ("اثنتي عشرة امرأة", 12),
        ("ثلاثة عشر رجلا", 13),
        ("ثلاث عشرة امرأة", 13),
        ("ثماني عشرة امرأة", 18),
        ("تسعة عشر رجلا", 19),
        ("عشرون رجلا", 20),
        ("عشرين رجلا", 20),
        ("واحد وعشرون رجلا", 21),
        ("خمسة وثلاثين رجلا", 35),
        ("خمس وثلاثون امرأة", 35),
        ("تسعة وتسعون رجلا", 99),
        ("مئة رجل", 100),
        ("مائة رجل", 100),
        ("مئة وخمسة رجال", 105),
        ("مئة وخمسة وعشرون رجلا", 125),
        ("مئتا رجل", 200),
        ("مئتي رجل", 200),
        ("مئتين وعشرين رجلا", 220),
        ("ثلاثمئة رجل", 300),
        ("ثلاث مئة رجل", 300),
        ("خمسمائة وستين رجلا", 560),
        ("ألف رجل", 1000),
        ("ألفا رجل", 1000),
        ("ألفي رجل", 2000),
        ("ألفين ومئتي رجل", 2200),
        ("ثلاثة آلاف رجل", 3000),
        ("ثلاثة آلاف وخمسمئة رجل", 3500),
        ("اثنا عشر ألف نازح", 12_000),
        ("مئة وعشرون ألف نازح", 120_000),
        ("مليون نازح", 1_000_000),
        ("مليوني نازح", 2_000_000),
        ("١٢ قتيلا", 12),
        ("۱۲ قتيلا", 12),
        ("١٬٢٠٠ نازح", 1200),
        ("1,200 نازح", 1200),
        ("12 ألف نازح", 12_000),
        ("1.5 مليون نازح", 1_500_000),
        ("قُتِلَ ثَلاثَةُ رِجالٍ", 3),
        ("ثـــلاثة رجال", 3),
        ("حداشر راجل", 11),
        ("خمسطعش شخص", 15),
        ("مقتل طفلين", 2),
        ("مقتل طفلتين", 2),
        ("قتيلان في القصف", 2),
        ("جريحان", 2),
        ("امرأتان", 2),
        ("سيدتين", 2),
        ("سقوط قذيفتين", 2),
        ("غارتان على الحي", 2),
        ("مقتل شقيقين", 2),
        ("استشهاد شابين", 2),
        ("مقتل مسعفان", 2),
        ("تدمير مبنيين", 2),
        ("قتيل واحد", 1),
        ("طفلة واحدة", 1),
        ("رجلين اثنين", 2),
    ],
)
def test_a_number_is_read_in_every_form_it_takes(text, value):
    """Gender, case, spelling, digits of three alphabets, vowel signs, what is written together, and the dual."""
    assert [(mention.low, mention.high, mention.exactness) for mention in _counts(text)] == [(value, value, EXACT)]


@pytest.mark.parametrize(
    ("text", "low", "high", "exactness"),
    [
        ("ما لا يقل عن 82 مدنيا", 82, None, AT_LEAST),
        ("مقتل ما لا يقل عن خمسة مدنيين", 5, None, AT_LEAST),
        ("12 قتيلا على الأقل", 12, None, AT_LEAST),
        ("على الأقل 12 قتيلا", 12, None, AT_LEAST),
        ("12 على الأقل", 12, None, AT_LEAST),
        ("قتيلان على الأقل", 2, None, AT_LEAST),
        ("أكثر من خمسين قتيلا", 50, None, MORE),
        ("وأكثر من 50 جريحا", 50, None, MORE),
        ("ما يزيد على 50 قتيلا", 50, None, MORE),
        ("ما يصل إلى 40 قتيلا", None, 40, UP_TO),
        ("أقل من 40 قتيلا", None, 40, UP_TO),
        ("لا يزيد عن 40 قتيلا", None, 40, UP_TO),
        ("نحو 300 جريح", 300, 300, ABOUT),
        ("حوالي ثلاثمئة جريح", 300, 300, ABOUT),
        ("قرابة 300 جريح", 300, 300, ABOUT),
        ("ما يقارب 300 جريح", 300, 300, ABOUT),
        ("بنحو 300 جريح", 300, 300, ABOUT),
        ("300 جريح تقريبا", 300, 300, ABOUT),
        ("بين 12 و15 قتيلا", 12, 15, ABOUT),
        ("ما بين 12 و 15 قتيلا", 12, 15, ABOUT),
        ("بين خمسة وعشرة قتلى", 5, 10, ABOUT),
        ("من 12 إلى 15 قتيلا", 12, 15, ABOUT),
        ("12-15 قتيلا", 12, 15, ABOUT),
        ("12 أو 13 قتيلا", 12, 13, ABOUT),
        ("عشرات القتلى", None, None, VAGUE),
        ("مئات الجرحى", None, None, VAGUE),
        ("آلاف النازحين", None, None, VAGUE),
        ("عشرات الآلاف من النازحين", None, None, VAGUE),
        ("بضعة رجال", None, None, VAGUE),
        ("عدة غارات", None, None, VAGUE),
        ("عدد من المدنيين", None, None, VAGUE),
        ("العديد من الجرحى", None, None, VAGUE),
        ("بعض الأطفال", None, None, VAGUE),
    ],
)
def test_a_figure_is_bounded_as_its_words_bound_it(text, low, high, exactness):
    """Bounds before the number and behind what it counts; vague words give none."""
    assert [(mention.low, mention.high, mention.exactness) for mention in _counts(text)] == [(low, high, exactness)]


@pytest.mark.parametrize(
    ("text", "unit", "word"),
    [
        ("12 مدنيا", Unit.PEOPLE, "مدنيا"),
        ("12 من المدنيين", Unit.PEOPLE, "المدنيين"),
        ("ثلاثة آخرين", Unit.PEOPLE, "آخرين"),
        ("عشرات الأطفال", Unit.PEOPLE, "الأطفال"),
        ("12 عائلة", Unit.FAMILIES, "عائلة"),
        ("خمس حافلات", Unit.VEHICLES, "حافلات"),
        ("عشرة منازل", Unit.BUILDINGS, "منازل"),
        ("ثلاث مدارس", Unit.BUILDINGS, "مدارس"),
        ("عشر غارات", Unit.ATTACKS, "غارات"),
        ("40 صاروخا", Unit.MUNITIONS, "صاروخا"),
        ("أربعة براميل متفجرة", Unit.MUNITIONS, "براميل"),
        ("ثلاث قرى", None, "قرى"),
        ("بلغ العدد 12", None, None),
    ],
)
def test_the_noun_says_what_is_counted(text, unit, word):
    """The noun behind the number, with its article and without what else is written onto it."""
    first = _counts(text)[0]
    assert first.unit is unit
    assert (None if first.unit_word is None else text[slice(*first.unit_word)]) == word


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("في 13 كانون الأول", Kind.DATE),
        ("في 13 كانون الأول 2016", Kind.DATE),
        ("يوم 13 ديسمبر", Kind.DATE),
        ("في 5 آب/أغسطس 2016", Kind.DATE),
        ("عام 2016", Kind.DATE),
        ("منذ 2011", Kind.DATE),
        ("في 13/12/2016", Kind.DATE),
        ("الساعة 14:30", Kind.TIME),
        ("الساعة 5", Kind.TIME),
        ("عمره 12 عاما", Kind.AGE),
        ("البالغ من العمر 12 عاما", Kind.AGE),
        ("الطفلة سميرة (12) كانت هناك", Kind.AGE),
        ("خلال 12 يوما", Kind.DURATION),
        ("خلال ثلاثة أيام", Kind.DURATION),
        ("بعد 48 ساعة", Kind.DURATION),
        ("على بعد 5 كيلومترات", Kind.DISTANCE),
        ("12 كم", Kind.DISTANCE),
        ("12 طنا من الطحين", Kind.MEASURE),
        ("3000 دولار", Kind.SUM),
        ("3 ملايين دولار", Kind.SUM),
        ("50 ألف ليرة", Kind.SUM),
        ("40 بالمئة", Kind.PERCENTAGE),
        ("40 في المئة", Kind.PERCENTAGE),
        ("40%", Kind.PERCENTAGE),
        ("٤٠٪", Kind.PERCENTAGE),
        ("قذائف عيار 120", Kind.CALIBRE),
        ("مدفع 120 ملم", Kind.CALIBRE),
        ("القرار 2254", Kind.IDENTIFIER),
        ("المادة 9", Kind.IDENTIFIER),
        ("الفرقة 4", Kind.IDENTIFIER),
        ("رقم 12", Kind.IDENTIFIER),
        ("طريق M5", Kind.IDENTIFIER),
        ("شارع 15", Kind.ADDRESS),
        ("12 غارة يوميا", Kind.RATE),
    ],
)
def test_what_is_no_count_is_called_what_it_is(text, kind):
    """Dates in three sets of months, hours, ages, distances, sums, names of things."""
    found = read_counts(text, lang="ar")
    assert kind in {mention.kind for mention in found}
    assert not [mention for mention in found if mention.kind is Kind.COUNT and not mention.single]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("خمسة قتلى وثلاثة جرحى", [5, 3]),
        ("خمسة قتلى و 3 جرحى", [5, 3]),
        ("استشهاد خمسة وعشرين شخصا وإصابة مئة وخمسة بجروح", [25, 105]),
        ("مقتل طفلين وامرأة وإصابة ثلاثة آخرين", [2, 3]),
        ("في عام 2016 قتل 12 شخصا خلال ثلاثة أيام", [12]),
        ("من بيان صادر عن عمان", []),
        ("لم يقتل أحد", []),
        ("في يوم واحد", []),
        ("يوم الاثنين", []),
        ("يوم الأربعاء ويوم الخميس", []),
        ("من جهة ثانية", []),
        ("12 يوم الجمعة", [12]),
    ],
)
def test_only_counts_count(text, counts):
    """In one sentence counts are told from what is not one."""
    assert [mention.low for mention in _counts(text) if mention.low is not None] == counts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("82 مدنيا بينهم 11 امرأة و13 طفلا", [None, "بينهم", "بينهم"]),
        ("82 مدنيا من بينهم 11 امرأة", [None, "من بينهم"]),
        ("82 مدنيا منهم 11 امرأة", [None, "منهم"]),
        ("82 مدنيا بينهم طفلان", [None, "بينهم"]),
        ("82 مدنيا، نصفهم أطفال", [None, "نصفهم"]),
    ],
)
def test_a_part_knows_the_words_that_make_it_one(text, parts):
    """What stands among a figure is never to be added to it."""
    assert [None if mention.part_of is None else text[slice(*mention.part_of)] for mention in _counts(text)] == parts


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("قتل 300 شخص منذ آذار", [True]),
        ("منذ بداية الحملة قتل 300 شخص", [True]),
        ("قتل 300 شخص حتى الآن", [True]),
        ("قتل 12 شخصا ليرتفع عدد القتلى إلى 412", [False, True]),
        ("قتل 12 شخصا في الغارة", [False]),
    ],
)
def test_a_running_total_is_marked(text, running):
    """What was counted over time is told from what one event cost."""
    assert [mention.cumulative for mention in _counts(text)] == running


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مقتل طفل برصاص قناص", ["طفل"]),
        ("مقتل شقيقها ووالدته", ["شقيقها", "والدته"]),
        ("مقتل طفلين وامرأة", ["امرأة"]),
        ("قال أحد المسعفين إنهم وصلوا", ["أحد المسعفين"]),
        ("كتاب عن الطفل", []),
    ],
)
def test_one_person_needs_no_number(text, words):
    """A child killed, her brother: one, exactly, and marked as said without a number."""
    found = [mention for mention in _counts(text, singles=True) if mention.single]
    assert [text[slice(*mention.span)] for mention in found] == words


def test_what_is_written_onto_a_number_is_no_part_of_it():
    """The و of `and thirteen` stands outside the span, with its vowel sign."""
    text = "12 امرأة وَثلاثة عشر طفلا ونحو 40 رجلا"
    found = _counts(text)
    assert [text[slice(*mention.span)] for mention in found] == ["12", "ثلاثة عشر", "نحو 40"]


@pytest.mark.parametrize(
    ("text", "exactness"),
    [
        ("وأصيب سبعة آخرون على الأقل", AT_LEAST),
        ("إصابة 7 آخرين على الأقل", AT_LEAST),
        ("إصابة سبعة آخرين على الأكثر", UP_TO),
        ("وأصيب سبعة آخرون", EXACT),
    ],
)
def test_a_bound_behind_others_stays_on_the_number(text, exactness):
    """'At least' is not lost where 'others' stands between it and its number."""
    (mention,) = _counts(text)
    assert (mention.low or mention.high, mention.exactness) == (7, exactness)
