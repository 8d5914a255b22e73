"""Places whose name is this one, transliterated another way."""

from rapidfuzz.fuzz import ratio

from vigil.testimony.places.gazetteer import Gazetteer, Place
from vigil.testimony.places.names import skeleton, sounding

_ALIKE = 75.0
"""Of 100: how alike two names with the same consonants must sound. Bustan and Boustan 100, Idlib and Adlab 60."""

_FEW = 3
_ALMOST_SAME = 85.0
"""The same for names of one or two consonants, which are looked up in the user's list alone."""


def places_alike(name: str, gazetteer: Gazetteer) -> list[Place]:
    """The places, the most alike first; none where consonants are too few to tell."""
    consonants = skeleton(name)
    if not consonants:
        return []
    sound = sounding(name)
    short = len(consonants) < _FEW
    scored = [
        (score, other, place)
        for other, place in gazetteer.alike(consonants)
        if (score := ratio(sound, sounding(other))) >= (_ALMOST_SAME if short else _ALIKE) and (place.own or not short)
    ]
    scored.sort(key=lambda each: -each[0])
    found = [place for _, _, place in scored]
    if found and not found[0].own:  # the province of that name is spelt as its town is
        found += [each for each in gazetteer.named(scored[0][1]) if each.precision == "region"]
    return found
