"""Places alike."""

from towns_made import own

from vigil.testimony.places.transliteration import places_alike


def test_the_same_name_transliterated_otherwise():
    """A name with the same consonants and like vowels is found; one with other vowels is not."""
    assert [each.name for each in places_alike("boustan as sarou", own())] == ["Bustan as-Sarw"]
    assert places_alike("xyzzy", own()) == []
    assert places_alike("", own()) == []
