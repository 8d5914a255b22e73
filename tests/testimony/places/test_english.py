"""Names of places in English text."""

import pytest
from towns_made import own, world

from vigil.testimony.places.index import Together
from vigil.testimony.places.reading import read_places

GAZETTEER = world()


def found(text, gazetteer=GAZETTEER):
    return [
        (each.text, each.name, each.country, each.precision)
        for each in read_places(text, lang="en", gazetteer=gazetteer)
    ]


def test_a_town_with_what_contains_it():
    """ "London, Ontario" is the one in Canada, and the other is an alternative."""
    places = read_places("She moved to London, Ontario.", lang="en", gazetteer=GAZETTEER)
    assert [(each.text, each.region, each.country) for each in places] == [
        ("London", "Ontario", "Canada"),
        ("Ontario", "Ontario", "Canada"),
    ]
    assert places[0].alternatives == ("London, England, United Kingdom",)


@pytest.mark.parametrize(
    "text",
    [
        "Jack London wrote this.",
        "Mr London denied it. London had said so before.",
        "Jack London wrote this. London was tired.",
        "Reading was hard for them.",
        "Of the twelve, two were hurt.",
        "The London Gazette wrote of it.",
        "Washington said it would not.",
        "See https://example.org/Aleppo and @Aleppo_News.",
    ],
)
def test_people_papers_words_and_governments_are_no_places(text):
    """A surname, a newspaper, a word at the start of a sentence, a government that says something, a link."""
    assert found(text) == []


def test_a_word_that_is_a_town_too_is_one_behind_in():
    """ "In Reading" is the town."""
    assert found("He lives in Reading.") == [("Reading", "Reading", "United Kingdom", "city")]


def test_the_country_the_text_speaks_of_decides():
    """Tripoli is in Lebanon where the text speaks of Lebanese soldiers, else the larger one."""
    assert found("Lebanese soldiers were hit in Tripoli.") == [("Tripoli", "Tripoli", "Lebanon", "city")]
    assert found("Soldiers were hit in Tripoli.") == [("Tripoli", "Tripoli", "Libya", "city")]


def test_the_town_unless_the_province_is_meant():
    """ "Idlib" alone is the town, "Idlib province" and "the Idlib countryside" are the region."""
    assert found("They fled to Idlib.") == [("Idlib", "Idlib", "Syria", "city")]
    assert found("They fled to Idlib province.") == [("Idlib", "Idlib", "Syria", "region")]
    assert found("in the Idlib countryside") == [("Idlib", "Idlib", "Syria", "region")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in rural Damascus", "Rif Dimashq"),
        ("in the Damascus countryside", "Rif Dimashq"),
        ("in Damascus' western countryside", "Rif Dimashq"),
        ("in the western countryside of Damascus", "Rif Dimashq"),
        ("in southern rural Damascus", "Rif Dimashq"),
        ("in Idlib’s southern countryside", "Idlib"),
        ("in rural Aleppo", "Aleppo"),
    ],
)
def test_the_country_around_a_town_is_not_the_town(text, name):
    """Where it is a governorate of its own, that one; else the region of the town, where there is one."""
    ((_, found_name, _, precision),) = found(text)
    assert (found_name, precision) == (name, "city" if name == "Aleppo" else "region")


def test_the_countryside_of_nothing_makes_no_region():
    """ "Damascus and the countryside" is the town."""
    assert found("They fled to Damascus. The countryside was quiet.") == [("Damascus", "Damascus", "Syria", "city")]


def test_directions_belong_to_no_name():
    """ "Eastern Aleppo" is Aleppo."""
    assert found("Shells fell on eastern Aleppo.") == [("Aleppo", "Aleppo", "Syria", "city")]


def test_abbreviations_need_their_capitals():
    """US is a country, "Us" is not."""
    assert found("US jets. Us too.") == [("US", "United States", "United States", "country")]


def test_an_unknown_village_has_its_text_and_what_contains_it():
    """A name after "village of" stays without an entry, with the region named beside it."""
    (village, region) = read_places(
        "Tents burned in the village of Tal Warda in the Idlib countryside.", lang="en", gazetteer=GAZETTEER
    )
    assert (village.text, village.name, village.region, village.country, village.precision) == (
        "Tal Warda",
        None,
        "Idlib",
        "Syria",
        "city",
    )
    assert region.precision == "region"


def test_a_site_lies_in_the_town_named_beside_it():
    """A hospital is a site of the town that the sentence names."""
    (site, town) = read_places("They died near the Warda hospital in Aleppo.", lang="en", gazetteer=GAZETTEER)
    assert (site.text, site.name, site.city, site.precision) == ("Warda hospital", None, "Aleppo", "site")
    assert town.city == "Aleppo"


def test_the_user_s_list_goes_first_and_however_it_is_spelt():
    """Names of the user's own gazetteer are found in any transliteration, with their codes."""
    both = Together(own(), world())
    text = "Shells hit Boustan al Sarou and Kamar in Aleppo."
    places = read_places(text, lang="en", gazetteer=both)
    assert [(each.text, each.pcode) for each in places] == [
        ("Boustan al Sarou", "N9002"),
        ("Kamar", "N9001"),
        ("Aleppo", None),
    ]
