"""Places whose name is this one, transliterated another way."""

from rapidfuzz.fuzz import ratio

from vigil.testimony.places.gazetteer import Gazetteer, Place
from vigil.testimony.places.names import skeleton, sounding

_ALIKE = 75.0
"""Of 100: how alike two names with the same consonants must sound. Bustan and Boustan 100, Idlib and Adlab 60."""


def places_alike(name: str, gazetteer: Gazetteer) -> list[Place]:
    """The places, the most alike first; none where consonants are too few to tell."""
    consonants = skeleton(name)
    if not consonants:
        return []
    sound = sounding(name)
    scored = [
        (score, place)
        for other, place in gazetteer.alike(consonants)
        if (score := ratio(sound, sounding(other))) >= _ALIKE
    ]
    scored.sort(key=lambda each: -each[0])
    return [place for _, place in scored]
