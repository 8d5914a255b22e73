"""Where and when it happened."""

import pytest


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
