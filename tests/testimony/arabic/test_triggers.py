"""Words that say what happened."""

import pytest

from vigil.model.claim import EventType
from vigil.testimony.arabic.triggers import triggers


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قُتل رجلان", EventType.KILLING),
        ("أصيب رجلان", EventType.INJURY),
        ("قصفت الطائرات البلدة", EventType.ATTACK),
        ("اعتقلت الشرطة رجلين", EventType.ARBITRARY_DETENTION),
        ("خطف مسلحون رجلين", EventType.KIDNAPPING),
        ("نزح مئات المدنيين", EventType.DISPLACEMENT),
    ],
)
def test_a_word_has_its_event(line, text, event):
    """By the lists."""
    assert event in {each.event for each in triggers(line(text))}


def test_a_match_of_football_tells_of_nothing(line):
    """A loss of goals is no loss of lives."""
    assert not triggers(line("صباح الخير يا جماعة"))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("البلدة محاصرة منذ حزيران.", EventType.SIEGE),
        ("المدينة لا تزال محاصرة من قوات النظام.", EventType.SIEGE),
        ("وصلت إلى عدن 400 أسرة نازحة.", EventType.DISPLACEMENT),
        ("إخراج الجرحى من حمص.", EventType.EVACUATION),
        ("وإخراج الجرحى من حمص غداً.", EventType.EVACUATION),
        ("الجندي كتل أخوي بالموصل.", EventType.KILLING),
        ("قصفنا الطيران وقتلنا.", EventType.ATTACK),
    ],
)
def test_more_words_tell_of_events(claims, text, event):
    """Said of a place, of who arrived, of who is taken out, and in Iraq."""
    assert claims(text)[0].event is event


@pytest.mark.parametrize(
    "text",
    [
        "قتلتني هاي النكتة والله.",
        "ذبحتنا الأسعار يا ناس.",
        "متنا من الضحك.",
        "قتل الوقت عندهم هواية.",
        "هاد قتل بالبطيء.",
        "وصلت 30 شاحنة إلى النازحين.",
        "وقفة احتجاجية أمام المقر.",
    ],
)
def test_words_that_only_sound_so_tell_of_nothing(claims, text):
    """Prices that slaughter, jokes that kill, time that is killed, lorries that arrive, a vigil."""
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أخدوا ابن عمي من الحاجز وما حدا بيعرف وينو.", EventType.ENFORCED_DISAPPEARANCE),
        ("أخدوا ابن عمي من الحاجز وما حدا بيعرف السبب.", EventType.ARBITRARY_DETENTION),
    ],
)
def test_where_nobody_knows_where_they_are_the_fate_is_withheld(claims, text, event):
    """The reason may be unknown as well: that withholds no fate."""
    assert claims(text)[0].event is event


@pytest.mark.parametrize(
    ("text", "event", "figure"),
    [
        ("اتوفوا ٦ في القصف على السوق.", EventType.KILLING, 6),
        ("اتصابوا ٣ أطفال بالقصف على حي الزيتون.", EventType.INJURY, 3),
        ("تصوب ولد بطلق ناري في رجله.", EventType.INJURY, 1),
        ("طخوا عليه وهو طالع من الجامع.", EventType.INJURY, None),
        ("الجيش دك حي البياضة بالراجمات.", EventType.ATTACK, None),
        ("الدعم السريع رمى دانات في سوق المواشي.", EventType.ATTACK, None),
        ("الجنجويد ضربوا الناس بالسياط.", EventType.TORTURE, None),
        ("الجنجويد نهبوا السوق.", EventType.PROPERTY_DESTRUCTION, None),
        ("أغلقت القوات الإسرائيلية معبر كرم أبو سالم منذ أسبوع.", EventType.OBSTRUCTION, None),
        ("سكروا طريق الكاستيلو من مبارح.", EventType.OBSTRUCTION, None),
    ],
)
def test_the_dialects_have_verbs_of_their_own(claims, text, event, figure):
    """Sudan, Gaza, Iraq, the Levant; a crossing that is closed befell nobody of its name."""
    found = claims(text)
    assert [each.event for each in found] == [event]
    assert (found[0].count.low if found[0].count and found[0].count.low else None) == figure
    assert all(each.place is None or "السياط" not in each.place.text for each in found)


@pytest.mark.parametrize("text", ["أغلقت السلطات الملف.", "سكر الباب وراك.", "قطع الأمل."])
def test_what_else_is_closed_or_cut_obstructs_nobody(claims, text):
    """A file, a door, hope."""
    assert claims(text) == ()


def test_whom_a_deed_befell_were_hurt_before(claims):
    """The arrest of wounded people tells of no new wounds."""
    found = claims("اعتقال جرحى في مستشفى الجملة.")
    assert [each.event for each in found] == [EventType.ARBITRARY_DETENTION]


def test_dawn_is_no_bomb(claims):
    """فجراً; but two who blew themselves up did."""
    assert len(claims("اقتحمت قوة إسرائيلية المخيم فجراً.")) == 1
    assert claims("فجرا نفسيهما وسط السوق.")


@pytest.mark.parametrize(
    ("text", "claims_read"),
    [
        ("أعدموا تسعة رجال بتهمة التورط في اغتيال القائد.", 1),
        ("وصفت المنظمة مقتل 18 متظاهراً بأنه إعدام خارج القانون.", 1),
    ],
)
def test_charges_and_other_names_for_it_are_no_further_event(claims, text, claims_read):
    """What they were charged with, and what their death is called."""
    assert len(claims(text)) == claims_read
