"""Names of places in Arabic text."""

import pytest
from towns_made import own, world

from vigil.testimony.places.index import Together
from vigil.testimony.places.reading import read_places

GAZETTEER = Together(own(), world())


def found(text):
    return [(each.text, each.name, each.precision) for each in read_places(text, lang="ar", gazetteer=GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصف على حلب", ("حلب", "Aleppo", "city")),
        ("قتلوا بحلب", ("حلب", "Aleppo", "city")),
        ("وحلب محاصرة", ("حلب", "Aleppo", "city")),
        ("في مدينة إدلب", ("إدلب", "Idlib", "city")),
        ("في ريف إدلب", ("إدلب", "Idlib", "region")),
        ("في ريف دمشق", ("ريف دمشق", "Rif Dimashq", "region")),
        ("قصف بريف دمشق الغربي", ("ريف دمشق", "Rif Dimashq", "region")),
        ("في الريف الجنوبي لإدلب", ("إدلب", "Idlib", "region")),
        ("في حي القمر", ("القمر", "Qamar", "neighbourhood")),
        ("قصف على بستان السرو", ("بستان السرو", "Bustan as-Sarw", "neighbourhood")),
        ("سُورِيَا", ("سُورِيَا", "Syria", "country")),
    ],
)
def test_names_stand_without_what_is_written_onto_them(text, place):
    """Prepositions and "and" are no part of the span; vowel signs are."""
    assert found(text) == [place]


@pytest.mark.parametrize("text", ["فتح الباب ودخل", "هنا حرب على الناس", "نور القمر"])
def test_common_words_are_no_places(text):
    """Words that are names of towns too are places only where something says so."""
    assert [each for each in found(text) if each[1] == "Al Bab"] == []


def test_a_common_word_with_its_province_is_the_town():
    """ "To al-Bab in the Aleppo countryside" is the town."""
    assert found("وصل إلى الباب بريف حلب")[0] == ("الباب", "Al Bab", "city")


def test_an_unknown_village_has_its_text_and_what_contains_it():
    """A name behind قرية stays without an entry, with the region named beside it."""
    village = read_places("قرية تل وردة في ريف إدلب", lang="ar", gazetteer=GAZETTEER)[0]
    assert (village.text, village.name, village.region, village.country) == ("تل وردة", None, "Idlib", "Syria")


def test_adjectives_are_no_places():
    """ "The Syrian army" names no place."""
    assert found("قال الجيش السوري") == []
