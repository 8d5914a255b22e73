"""Where the matter of a document happened."""

from towns_made import world

from vigil.testimony.places.of_document import (
    CITY_WEIGHTS,
    COUNTRY_WEIGHTS,
    city_features,
    country_features,
    heard,
    place_of_document,
)

WORLD = world()
TEXT = (
    "Armed men abducted a teacher in Idlib on Monday, her family said. Syrian police found nothing."
    " A lawyer in London has asked the Lebanese government for help."
)


def test_the_place_of_the_violence_is_the_document_s():
    """The country and town beside the abduction, not those of who asks for help."""
    found = place_of_document(TEXT, lang="en", gazetteer=WORLD, title="Teacher abducted in Syria")
    assert (found.country, found.region, found.city) == ("Syria", "Idlib", "Idlib")
    assert found.place is not None


def test_a_document_without_places_has_none():
    """Empty gives nothing."""
    found = place_of_document("A teacher was abducted.", lang="en", gazetteer=WORLD)
    assert (found.country, found.region, found.city, found.place) == (None, None, None, None)


def test_an_adjective_tells_the_country_alone():
    """ "Syrian police" speak for Syria, and for no town."""
    found = place_of_document("Syrian police arrested a teacher.", lang="en", gazetteer=WORLD)
    assert (found.country, found.city) == ("Syria", None)


def test_every_feature_has_a_weight():
    """Vectors are as long as the tables of weights."""
    voices = heard(TEXT, lang="en", gazetteer=WORLD, title=None, parsed=None)
    assert {len(each) for each in country_features(voices).values()} == {len(COUNTRY_WEIGHTS)}
    assert {len(each) for each in city_features(voices, {}).values()} == {len(CITY_WEIGHTS)}
