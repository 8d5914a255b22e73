"""Which of the places a text names is that of an event: the nearest in its sentence, and the most precise there.

"In the Salihin quarter of Aleppo": the quarter. A place that contains another named beside it gives way to it. A place
that stands only in another sentence is the event's where the caller says that places carry over.
"""

from collections.abc import Sequence

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.nearness import distance, sentence_of
from vigil.testimony.parsed import Parsed
from vigil.testimony.places.gazetteer import PRECISIONS
from vigil.testimony.places.links import links

_WIDE = {"region": 25, "country": 60}
"""Characters that a wide place must be nearer by than a town to be preferred to it."""
_LOCATIVE = (" in ", " near ", " at ", " on ", " outside ", " around ", " inside ", "في ", " قرب ", " شرق ", " غرب ")
_BEHIND_PREPOSITION = 40
_FROM = (" from ", " of ", " to ", "من ", "إلى ")
_BEHIND_FROM = -25


def choose_place(
    text: str,
    places: Sequence[ClaimedPlace],
    event: Span,
    *,
    parsed: Parsed | None = None,
    carried: bool = False,
) -> ClaimedPlace | None:
    """The place where the event most probably was; None where its sentence names none.

    Args:
        places: All of the text, as `read_places` gives them.
        event: The words of the event.
        carried: Take the last place of the sentence before where the event's own has none.
    """
    sentence = sentence_of(text, event.begin, parsed)
    inside = [each for each in places if sentence.begin <= each.span.begin < sentence.end]
    if inside:
        nearest = min(inside, key=lambda each: (_cost(text, each, event, parsed), each.span.begin))
        return _most_precise(text, nearest, inside)
    if not carried or sentence.begin == 0:
        return None
    before = sentence_of(text, sentence.begin - 1, parsed)
    earlier = [each for each in places if before.begin <= each.span.begin < before.end]
    return _most_precise(text, earlier[-1], earlier) if earlier else None


def _cost(text: str, place: ClaimedPlace, event: Span, parsed: Parsed | None) -> int:
    cost = distance(text, place.span, event, parsed) + _WIDE.get(place.precision or "", 0)
    before = text[max(0, place.span.begin - 12) : place.span.begin].lower()
    words = f" {before.strip().split(' ')[-1]} " if before.strip() else ""
    if words in _LOCATIVE or any(each in before for each in _LOCATIVE):
        cost -= _BEHIND_PREPOSITION
    elif words in _FROM:
        cost -= _BEHIND_FROM
    return cost


def _most_precise(text: str, place: ClaimedPlace, inside: Sequence[ClaimedPlace]) -> ClaimedPlace:
    """Of places named one behind another, the smallest: "Salihin, Aleppo, Syria"."""
    chain = [place]
    at = inside.index(place)
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(inside):
            one, other = sorted((inside[here], inside[here + step]), key=lambda each: each.span.begin)
            between = text[one.span.end : other.span.begin]
            if not links(between) or not _same_country(inside[here], inside[here + step]):
                break
            here += step
            chain.append(inside[here])
    return min(chain, key=lambda each: (_rank(each), each.span.begin))


def _same_country(one: ClaimedPlace, other: ClaimedPlace) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _rank(place: ClaimedPlace) -> int:
    if place.precision is None:
        return PRECISIONS.index("city")
    return PRECISIONS.index(place.precision) if place.precision in PRECISIONS else len(PRECISIONS)
