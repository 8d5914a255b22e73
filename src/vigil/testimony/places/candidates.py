"""What may be the name of a place, before it is known which: its words, the places so named, and what speaks for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vigil.model.claim import Span
from vigil.testimony.places.gazetteer import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that may name a place.

    Attributes:
        key: The name as it was looked up.
        places: Those of that name; empty for a name the gazetteer has not, after "village of".
        spoken_for: How much the words around it make it a place: 0 nothing, 1 something, 2 plainly ("to", "city of"),
            3 as little else does ("in").
        kind: The precision that a word beside it says: "province" region, "hospital" site; None where none does.
        in_name: It stands within the name of a person, a paper or an office: no place of an event.
        acts: It says, denies or decides: the government that sits there.
        only_if_called: A common word: a place of no other size than the word beside it says.
        named_for: Of a site: the places its name may come from, "Aleppo university".
        country_only: It is an adjective or a people ("Syrian"): it tells a country and is no place.
    """

    span: Span
    key: str
    places: Sequence[Place]
    spoken_for: int = 0
    kind: str | None = None
    in_name: bool = False
    acts: bool = False
    named_for: Sequence[Place] = ()
    country_only: bool = False
    only_if_called: bool = False
