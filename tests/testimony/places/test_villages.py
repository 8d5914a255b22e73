"""Villages and towns that share a name."""

import pytest
from towns_made import world

from vigil.testimony.places.reading import read_places

GAZETTEER = world()


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("in the village of Tripoli", "en", [None]),
        ("in Tripoli village", "en", [None]),
        ("in the town of Tripoli", "en", ["Tripoli"]),
        ("in the village of Of", "en", ["Of"]),
        ("قصف على قرية لندن", "ar", [None]),
        ("قصف على مدينة حلب", "ar", ["Aleppo"]),
    ],
)
def test_a_village_is_no_city_of_its_name(text, lang, names):
    """It keeps its words, without an entry; what may be one, and what is called a town, has it."""
    assert [each.name for each in read_places(text, lang=lang, gazetteer=GAZETTEER)] == names
