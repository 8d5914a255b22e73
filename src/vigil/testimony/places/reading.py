"""The places a text names, each with the entry of a gazetteer it most probably means.

docs/places-and-dates.md says by which rules. A name stays without an entry where only the words beside it say that it
is a place ("the village of ..."); what is neither in the gazetteer nor called a place is not found.
"""

from vigil.model.claim import ClaimedPlace
from vigil.testimony.parsed import Parsed
from vigil.testimony.places.arabic import arabic_candidates
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.english import english_candidates
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.resolving import resolve


def read_places(
    text: str, *, lang: str, gazetteer: Gazetteer, parsed: Parsed | None = None
) -> tuple[ClaimedPlace, ...]:
    """The places named, in the order of the text; none overlaps another.

    Args:
        lang: BCP 47; `ar...` is read as Arabic, everything else as English.
        parsed: The grammar, where there is one: it tells persons from places.
    """
    return resolve(text, candidates(text, lang=lang, gazetteer=gazetteer, parsed=parsed))


def candidates(text: str, *, lang: str, gazetteer: Gazetteer, parsed: Parsed | None = None) -> list[Candidate]:
    """What may be places, and what tells a country, before it is decided which is meant."""
    if lang.lower().startswith("ar"):
        return arabic_candidates(text, gazetteer=gazetteer)
    return english_candidates(text, gazetteer=gazetteer, parsed=parsed)
