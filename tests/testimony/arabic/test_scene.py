"""Where and when it happened."""

import pytest

from vigil.model.claim import Certainty


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل رجلان في حي الزنبق.", "حي الزنبق"),
        ("قُتل رجلان بقرية الزنبق.", "الزنبق"),
        ("قُتل رجلان في حلب.", "حلب"),
    ],
)
def test_a_place_needs_no_gazetteer(claims, text, place):
    """The words as they stand, without what is written onto them; a village without its noun."""
    (claim,) = claims(text)
    assert claim.place.text == place


def test_the_day_of_the_event_is_read(claims):
    """Yesterday is the day before publication; a sentence without a day has none."""
    (claim,) = claims("قُتل رجلان أمس في حلب.")
    assert claim.occurred == "2016-12-13"
    (claim,) = claims("قُتل رجلان في حلب.")
    assert claim.occurred is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("مقتل تسعة مدنيين بقصف على حي 17 نيسان في درعا.", None),
        ("خطف مسلحون من كتيبة «7 آذار» تاجراً في حمص.", None),
        ("مقتل تسعة مدنيين بقصف على درعا في 17 نيسان.", "2016-04-17"),
        ("اعتقل الأمن شاباً في إب.", None),
        ("اعتقل الأمن شاباً في آب.", "2016-08"),
    ],
)
def test_a_day_in_a_name_is_no_date(claims, text, day):
    """Quarters and brigades are named for days; إب is a town, آب August."""
    assert claims(text)[0].occurred == day


def test_a_man_called_ali_is_no_preposition(claims):
    """What stands behind his name is no place."""
    (claim,) = claims("خطفوا الناشط علي السعدي في حمص.")
    assert claim.place.text == "حمص"


def test_what_is_seen_in_quotation_marks_is_seen_within_them(claims):
    """Of the flight behind the marks the author knows."""
    seen, fled = claims("«رأيت جنوداً يقتلون جارنا»، تقول سعاد التي فرّت من حمص.")
    assert (seen.certainty, fled.certainty) == (Certainty.WITNESSED, Certainty.ASSERTED)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("منعت السلطات دخول 20 شاحنة محملة بالقمح إلى مضايا رغم الاتفاق.", "مضايا"),
        ("قُتل تسعة في معسكر النخيل.", "معسكر النخيل"),
        ("إجلاء 40 مدنياً من مجمع الفردوس.", "مجمع الفردوس"),
    ],
)
def test_camps_and_where_a_convoy_was_bound_for_are_places(claims, text, place):
    """What the lorries carry is none."""
    assert claims(text)[0].place.text == place


def test_the_time_of_a_total_is_not_that_of_the_last_death(claims):
    """Thirty since November, and when the four died is not said."""
    four, all_of_them = claims("مقتل 4 مسعفين بغارة على حلب، لترتفع حصيلة القتلى إلى 30 منذ تشرين الثاني.")
    assert (four.occurred, all_of_them.occurred) == (None, "2016-11/2016-12-14")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("عُثر على جثتي شقيقين في بساتين الكسوة.", "بساتين الكسوة"),
        ("احتجزت الشرطة محامياً في قسم شرطة المعادي.", "قسم شرطة المعادي"),
        ("أُعدم ثمانية رجال قرب سيطرة المثنى.", "سيطرة المثنى"),
        ("قُتل متظاهران في ساحة المجلس.", "ساحة المجلس"),
        ("أُفرج عن ستة سجناء من أبناء ذمار.", None),
        ("قُتل رجلان بعدما اقتحم مسلحون منزلهما.", None),
    ],
)
def test_sites_are_places_and_where_people_come_from_is_none(claims, text, place):
    """An orchard, a station of police, a checkpoint, a square."""
    found = claims(text)[0].place
    assert (found.text if found else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل ثلاثة عند سيطرة الصقلاوية.", "سيطرة الصقلاوية"),
        ("ثلاثة قتلى تحت سيطرة النظام.", None),
        ("تشييع الشهيد إلى مثواه الأخير في مقبرة صبحان.", None),
        ("قُتل رجلان في مقبرة صبحان.", "مقبرة صبحان"),
        ("قُتل شاب، وعلى من سهل للفاسدين العقاب.", None),
    ],
)
def test_power_burials_and_verbs_are_no_places(claims, text, place):
    """A checkpoint is one, whose power a place is under is none; a graveyard is one where somebody died."""
    claim = claims(text)[0]
    assert (claim.place.text if claim.place else None) == place
