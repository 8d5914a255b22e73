"""Where something was, when its sentence names no place but that of who tells of it.

"A nurse at Malakal hospital said gunmen shot eleven patients", "the drivers' union in Port-au-Prince says three of its
members were taken": witnesses, unions and officials of a place speak of that place. Not a spokesman in Geneva, and
nobody who speaks for a country.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import Claim, ClaimedPlace
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.reading import read_places
from vigil.testimony.topics import is_of_conferences

_BEFORE: Final = (
    r"(?:\b(?:in|at|from|near|outside|of)\s+(?:the\s+)?|\b(?:في|من)\s+(?:مدينة |بلدة |قرية |حي |مخيم )?|(?:^|\s)ب)"
)
_SOMEWHERE: Final = re.compile(_BEFORE)
_THERE: Final = re.compile(_BEFORE + "$")
_TOO_WIDE: Final = frozenset({"country", "region"})


def spoken_from(text: str, claims: Sequence[Claim], *, gazetteer: Gazetteer, lang: str) -> tuple[Claim, ...]:
    """The claims, those without a place at the place of whoever is nearest to what they tell."""
    if not any(_may_be_placed(text, each) for each in claims):
        return tuple(claims)
    places = [each for each in read_places(text, lang=lang, gazetteer=gazetteer) if _is_fine(each)]
    return tuple(_placed(text, each, places) if _may_be_placed(text, each) else each for each in claims)


def _may_be_placed(text: str, claim: Claim) -> bool:
    """Whether it has no place and somebody of somewhere tells it: only then are the places of the text looked for."""
    said = (link.speaker_span for link in claim.chain if link.speaker_span is not None)
    return claim.place is None and any(_SOMEWHERE.search(text, one.begin, one.end) for one in said)


def _is_fine(place: ClaimedPlace) -> bool:
    known = place.name is not None or place.precision in {"site", "neighbourhood"}  # "Malakal Teaching Hospital"
    return known and place.precision not in _TOO_WIDE and not is_of_conferences(place)


def _placed(text: str, claim: Claim, places: Sequence[ClaimedPlace]) -> Claim:
    for link in reversed(claim.chain):
        said = link.speaker_span
        if said is None:
            continue
        for place in places:
            inside = said.begin < place.span.begin and place.span.end <= said.end
            if inside and _THERE.search(text, said.begin, place.span.begin):
                return replace(claim, place=place, spans={**claim.spans, "place": (place.span,)})
    return claim
