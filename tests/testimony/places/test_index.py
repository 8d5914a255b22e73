"""Gazetteers in memory."""

from towns_made import own, world

from vigil.testimony.places.index import Together


def test_names_are_found_by_key():
    """Every name of a place leads to it; how many words names have is known by their first."""
    index = own()
    assert [each.pcode for each in index.named("bustan as sarw")] == ["N9002"]
    assert index.most_words("bustan") == 3
    assert index.most_words("aleppo") == 0
    assert index.has_own
    assert index.country_of("syrian") is None
    assert index.country_code("Syria") == "SY"


def test_arabic_names_are_found_with_their_article_and_without():
    """Lists differ in writing it."""
    assert own().named("القمر") == own().named("قمر") != ()


def test_several_are_asked_in_order():
    """What the first has comes first; versions of all are told."""
    both = Together(own(), world())
    assert both.version == "made list 1; made world 1"
    assert both.has_own
    assert both.most_words("bustan") == 3
    assert [each.name for each in both.named("aleppo")] == ["Aleppo"]
    assert [place.name for _, place in both.alike("km")] == ["Qamar"] or both.alike("kmr")
    assert both.country_of("syrian") == "Syria"
    assert both.country_code("Lebanon") == "LB"
    assert not world().has_own
