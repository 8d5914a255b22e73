"""Whether a place has grown on its way."""

import pytest

from vigil.incidents.widening import names_no_place_but_a_country, widened
from vigil.model.claim import ClaimedPlace, Span


def place(text, **resolved):
    return ClaimedPlace(text=text, span=Span(0, len(text)), **resolved)


QUARTER = place("Salma", city="Tarmal", region="Upper Valley", country="Syria", precision="neighbourhood")


@pytest.mark.parametrize(
    ("later", "grown"),
    [
        (place("Salma"), False),
        (place("سلما"), False),
        (place("Tarmal", precision="city"), True),
        (place("Upper Valley", precision="region"), True),
        (place("Syria", precision="country"), True),
        (place("the north of the country"), True),
        (place("Karsha", precision="city"), False),
    ],
)
def test_what_holds_it_is_wider(later, grown):
    """City, region and country hold a quarter; another town does not, nor its name in Arabic."""
    assert widened(QUARTER, later, before="", after=later.text) is grown


def test_a_wider_place_is_known_by_the_first_text():
    """Where no gazetteer knows them, the repeated document may have named both."""
    before = "Shells fell on Harbanah, in the Tarmal countryside."
    assert widened(place("Harbanah"), place("Tarmal"), before=before, after="Twelve died in Tarmal.")
    assert not widened(place("Harbanah"), place("Tarmal"), before=before, after="Twelve died in Harbanah in Tarmal.")


def test_a_province_is_no_wider_for_being_called_one():
    """محافظة إب behind إب, where that is already known as the province."""
    before, after = "18 detained in Ibb", "18 detained in Ibb governorate"
    city, province = (place("Ibb", precision=one) for one in ("city", "region"))
    named = place("Ibb governorate", precision="region")
    assert widened(city, named, before=before, after=after)
    assert not widened(province, named, before=before, after=after)


def test_a_narrower_place_is_not_wider():
    """Whoever comes closer widens nothing."""
    assert not widened(place("Tarmal", precision="city"), QUARTER, before="Salma in Tarmal", after="Salma")
    assert not widened(place("Harbanah"), place("the Harbanah market"), before="Harbanah", after="market of Harbanah")


@pytest.mark.parametrize("words", ["north of the country", "country's east", "شرق البلاد"])
def test_a_country_at_large_is_known_by_its_words(words):
    """No gazetteer has them."""
    assert names_no_place_but_a_country(f"Twelve were killed in the {words} on Sunday.") == words
    assert names_no_place_but_a_country("Twelve were killed in the country house.") is None


def test_a_region_in_the_stead_of_an_unknown_place_is_wider():
    """As long as the later text does not name the place too; a town in its stead shows nothing."""
    region = place("Upper Valley", name="Upper Valley", region="Upper Valley", precision="region")
    town = place("Tarmal", name="Tarmal", city="Tarmal", precision="city")
    assert widened(place("Harbanah"), region, before="Harbanah", after="Upper Valley")
    assert not widened(place("Harbanah"), region, before="Harbanah", after="Harbanah, Upper Valley")
    assert not widened(place("Harbanah"), town, before="Harbanah", after="Tarmal")
