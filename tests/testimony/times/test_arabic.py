"""Arabic words of time, against Friday 16 December 2016."""

from datetime import date

import pytest

from vigil.testimony.times.arabic import read_arabic

PUBLISHED = date(2016, 12, 16)  # a Friday


def days(text, published_on=PUBLISHED):
    return [(text[each.span.begin : each.span.end], each.edtf) for each in read_arabic(text, published_on)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("في ١٣ كانون الأول ٢٠١٦", "١٣ كانون الأول ٢٠١٦", "2016-12-13"),
        ("في 4 كانون الأول/ديسمبر", "4 كانون الأول/ديسمبر", "2016-12-04"),
        ("في 3 آب 2015", "3 آب 2015", "2015-08-03"),
        ("في 3 أغسطس", "3 أغسطس", "2016-08-03"),
        ("و3 أوت 2015", "3 أوت 2015", "2015-08-03"),
        ("في 5 رمضان 1438", "5 رمضان 1438", "2017-05-31"),
        ("في شهر رمضان", "رمضان", "2016-06-06/2016-07-05"),
        ("بتاريخ 13/12/2016", "13/12/2016", "2016-12-13"),
        ("قُتل أمس", "أمس", "2016-12-15"),
        ("قُتل أول أمس", "أول أمس", "2016-12-14"),
        ("فجر اليوم", "فجر اليوم", "2016-12-16"),
        ("الليلة الماضية", "الليلة الماضية", "2016-12-15/2016-12-16"),
        ("يوم الثلاثاء", "يوم الثلاثاء", "2016-12-13"),
        ("الجمعة الماضي", "الجمعة الماضي", "2016-12-09"),
        ("سيغادرون يوم الاثنين", "يوم الاثنين", "2016-12-19"),
        ("الأسبوع الماضي", "الأسبوع الماضي", "2016-12-05/2016-12-11"),
        ("الشهر الماضي", "الشهر الماضي", "2016-11"),
        ("العام الماضي", "العام الماضي", "2015"),
        ("منذ يوم الأربعاء", "منذ يوم الأربعاء", "2016-12-14/2016-12-16"),
        ("منذ صباح اليوم", "منذ صباح اليوم", "2016-12-16"),
        ("الجيش هيهدم البيوت الاثنين", "الاثنين", "2016-12-19"),
        ("الهدنة بتبلش الأحد", "الأحد", "2016-12-18"),
        ("نزحوا من سنجار الاثنين", "الاثنين", "2016-12-12"),
        ("نزحوا من قرى السنوني البعيدة عن مركز قضاء سنجار الاثنين", "الاثنين", "2016-12-12"),
        ("منذ ثلاثة أيام", "منذ ثلاثة أيام", "2016-12-13"),
        ("قبل يومين", "قبل يومين", "2016-12-14"),
        ("منذ أسبوعين", "منذ أسبوعين", "2016-12-02"),
        ("منذ آذار", "منذ آذار", "2016-03/2016-12-16"),
        ("منذ عام 2011", "منذ عام 2011", "2011/2016-12-16"),
        ("في أواخر تشرين الثاني", "أواخر تشرين الثاني", "2016-11-21/2016-11-30"),
        ("بين 4 و6 أيار", "4 و6 أيار", "2016-05-04/2016-05-06"),
        ("في عام 2014", "عام 2014", "2014"),
        ("في نيسان", "نيسان", "2016-04"),
    ],
)
def test_words_of_time(text, words, edtf):
    """Each form of words stands for its days, without what is written onto it."""
    assert days(text) == [(words, edtf)]


@pytest.mark.parametrize("text", ["رمضان قتل أخاه", "أب وأم", "قال رجب إنه هنا", "12 قتيلا"])
def test_what_is_no_time(text):
    """Names and words that months are also called by are no dates where nothing says so."""
    assert days(text) == []


def test_the_day_of_the_statement():
    """A time behind a verb of saying is marked; that behind the event is not."""
    found = read_arabic("وقال المتحدث أمس إن القصف وقع يوم الثلاثاء", PUBLISHED)
    assert [each.of_saying for each in found] == [True, False]


def test_vowel_signs_and_tatweel_stay_in_the_span():
    """The span covers the words of the original, marks and all."""
    text = "فِي ١٣ كَانُونَ الأَوَّلِ"
    assert days(text) == [("١٣ كَانُونَ الأَوَّلِ", "2016-12-13")]


def test_without_a_publication_relative_words_have_no_days():
    """Nothing is guessed."""
    assert days("أمس، يوم الثلاثاء", None) == [("أمس", None), ("يوم الثلاثاء", None)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("خطفوا طبيبين من سيارتهما في 3 كانون الأول", ["2016-12-03"]),
        ("بعد سيطرة الجيش على البلدة في 20 تشرين الأول", ["2016-10-20"]),
        ("سيغادر الجرحى في 3 كانون الثاني", ["2017-01-03"]),
        ("ستدخل الحافلات في 20 كانون الأول", ["2016-12-20"]),
        ("قتلوا منذ شهر تشرين الثاني", ["2016-11/2016-12-14"]),
    ],
)
def test_a_noun_that_begins_like_the_future_is_none(text, dates):
    """Their car is not `they will go`; and a month behind its word is that month, not a month ago."""
    assert [each.edtf for each in read_arabic(text, date(2016, 12, 14))] == dates
