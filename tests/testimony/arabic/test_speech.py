"""Who says what."""

import pytest

from vigil.testimony.arabic.speech import frames


def speakers(line, text):
    return [text[each.source.begin : each.source.end] for each in frames(line(text), None) if each.source]


def test_what_one_says_another_said_is_a_chain(line):
    """The agency, then the doctor."""
    assert speakers(line, "نقلت الوكالة عن طبيب قوله إن رجلين قتلا") == ["الوكالة", "طبيب"]


def test_according_to_stands_behind_what_it_covers(line):
    """And covers what stands before it."""
    text = "قُتل رجلان بحسب ناشطين"
    (frame,) = frames(line(text), None)
    assert frame.trailing
    assert (frame.first, text[frame.source.begin : frame.source.end]) == (0, "ناشطين")


def test_news_of_nobody_named_has_an_unnamed_source(line):
    """Reports are somebody's all the same."""
    assert any(each.unnamed for each in frames(line("وردت أنباء عن مقتل رجلين"), None))


def test_whom_it_was_heard_of_says_it(claims):
    """ "I heard from a doctor" names him; "I heard" names nobody."""
    (claim,) = claims("سمعت من طبيب في حمص إنو تسعة ماتوا بالقصف.")[:1]
    assert (claim.chain[0].speaker, claim.certainty.value) == ("طبيب", "reported")
    (claim,) = claims("سمعت إنو تسعة ماتوا بالقصف.")[:1]
    assert claim.chain[0].speaker == "UNNAMED"


def test_who_told_me_in_one_word(claims):
    """In the dialects."""
    (found,) = claims("جارنا حكالي إن المخابرات أخدوا ٤ شباب من الحارة.")
    assert [each.speaker for each in found.chain] == ["جارنا"]


def test_whoever_is_threatened_does_not_threaten(claims):
    """They are in the verb; the brother is its object."""
    (found,) = claims("هددوا أخوي يقتلونه إذا طلع.")
    assert (found.polarity.value, [each.speaker for each in found.chain]) == ("threatened", ["AUTHOR"])
    assert found.actors == ()


def test_an_appeal_is_of_those_it_comes_from(claims):
    """Without the word for "from"."""
    (found,) = claims("مناشدة 🆘 من سكان الحي: نريد إجلاء 20 جريحا.")
    assert [each.speaker for each in found.chain] == ["سكان الحي"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قُتل 27 مدنياً في حمص، بحسب «مرصد الشمال».", ["مرصد الشمال"]),
        ('قُتل 27 مدنياً في حمص، بحسب "الشرق الأوسط".', ["الشرق الأوسط"]),
        ("ذكرت «القدس العربي» أن 27 مدنياً قتلوا في حمص.", ["القدس العربي"]),
        ("قُتل 27 مدنياً في حمص، وفق وكالة فولتا نقلاً عن «مرصد الشمال».", ["وكالة فولتا", "مرصد الشمال"]),
        ("قُتل 27 مدنياً في حمص، بحسب ما نقلته وكالة فولتا عن «مرصد الشمال».", ["وكالة فولتا", "مرصد الشمال"]),
        ("قُتل 27 مدنياً في حمص، كما نقلت وكالة فولتا عن طبيب.", ["وكالة فولتا", "طبيب"]),
        ("أعلن الجيش «تحييد» ستة من المسلحين في حمص.", ["الجيش"]),
        ("قال الطبيب «قتل 27 مدنياً في حمص».", ["الطبيب"]),
    ],
)
def test_a_name_in_quotation_marks_speaks(claims, text, speakers):
    """Papers are often written so; what is said stands in them too, and is no name."""
    (claim,) = claims(text)
    assert [each.speaker for each in claim.chain] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("ينفي الجيش نفياً قاطعاً قصف حمص.", ["الجيش"]),
        ("تنفي الوزارة نفيا قاطعا قصف حمص.", ["الوزارة"]),
        ("قُتل 15 شخصاً في حمص، بحسب تقديرات متطوعينا على الشاطئ.", ["متطوعينا"]),
        ("قُتل 15 شخصاً في حمص، بحسب تقديرات.", ["UNNAMED"]),
        ("الجيران بيحكوا إنه 9 انقتلوا", ["الجيران"]),
        ("الناس بيحكوا إنه 9 انقتلوا", ["UNNAMED"]),
    ],
)
def test_how_it_is_denied_is_nobody_and_whose_count_is_somebody(claims, text, speakers):
    (claim,) = claims(text)
    assert [each.speaker for each in claim.chain] == speakers


def test_sources_of_fire_say_nothing(claims):
    """مصادر النيران."""
    (claim,) = claims("ردت القوات على مصادر النيران وقتلت تسعة من المهاجمين.")
    assert claim.chain[0].speaker == "AUTHOR"


def test_what_began_is_no_guess(claims):
    """بدأ is not بدا."""
    (claim,) = claims("توقعت الوكالة أن ينزح 200 ألف شخص إذا بدأ الاقتحام.")[:1]
    assert (claim.chain[0].speaker, claim.count.low) == ("الوكالة", 200_000)


def test_no_comment_is_no_saying(claims):
    """لم يصدر عن الجيش أي تعليق."""
    (claim,) = claims("لم يصدر عن الجيش أي تعليق على مقتل العمال الأربعة.")
    assert (claim.chain[0].speaker, claim.count.low) == ("AUTHOR", 4)
