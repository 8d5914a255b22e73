"""Which of the places of a name is meant: by the user's own list, by what stands beside it, by what else the text
names, by how many people live there.
"""

import math
from collections import Counter
from collections.abc import Sequence

from vigil.model.claim import ClaimedPlace
from vigil.testimony.nearness import clauses_between
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.gazetteer import Place
from vigil.testimony.places.links import links

_OWN = 20.0  # a list of the user's goes before every other
_BESIDE = 5.0  # "Tripoli, Lebanon"
_MOST_NAMED = 4.0  # the country the text speaks of most
_SAME_REGION = 1.0
_OTHER_NAME = -2.0
_COUNTRY = 9.0  # as if of a thousand million people
_REGION = 5.5
_TOWN_FIRST = 4.0  # "Idlib" alone is the town, not the province around it
_AS_SAID = 3.0  # "Idlib province" is the province
_BIG = 500_000
"""People: a town that is meant by its name wherever it stands alone."""
_TOWN = 15_000
_MOST_ALTERNATIVES = 5
_NEIGHBOURS = 6
"""Names before and behind that are looked at for what contains a place."""

_Chosen = tuple[Candidate, Place | None, tuple[str, ...]]
"""A name, the place it means, and the others of that name."""


def resolve(text: str, candidates: Sequence[Candidate]) -> tuple[ClaimedPlace, ...]:
    """The places, each the likeliest of its name, in the order of the text."""
    countries = country_weights(candidates)
    regions = {each.region for one in candidates for each in one.places[:1] if each.precision == "region"}
    chosen: list[_Chosen] = []
    for at, candidate in enumerate(candidates):
        if candidate.country_only or candidate.in_name or candidate.acts:
            continue
        if not candidate.places:
            chosen.append((candidate, None, ()))
            continue
        beside = _beside(text, candidates, at)
        ranked = sorted(candidate.places, key=lambda place: -_score(place, candidate, countries, regions, beside))
        best = ranked[0]
        if _another(candidate, best, _lies_in(text, candidates, at)):
            chosen.append((candidate, None, ()))
            continue
        if _meant(best, candidate, countries, beside):
            chosen.append((candidate, best, _alternatives(best, ranked[1:])))
    named = Counter(place.country for _, place, _ in chosen if place is not None and place.country is not None)
    likeliest = next((name for name, times in named.most_common(1) if times > 1 and 2 * times > named.total()), None)
    return tuple(
        _found(text, candidate, best, others) if best is not None else _nameless(text, chosen, at, likeliest, countries)
        for at, (candidate, best, others) in enumerate(chosen)
    )


def country_weights(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much the text speaks of each country, the most being 1.

    What names a country speaks first; a town of several countries then speaks for the one that is named.
    """
    weights: dict[str, float] = {}
    towns: list[Candidate] = []
    for candidate in candidates:
        best = candidate.places[0] if candidate.places else None
        if best is None or best.country is None:
            continue
        if best.precision == "country":
            amount = 1.0 if candidate.country_only else 0.8 if candidate.in_name else 2.0
        elif best.own:
            amount = 2.0
        elif candidate.in_name:
            continue
        elif best.precision == "region":
            amount = 1.0
        else:
            towns.append(candidate)
            continue
        weights[best.country] = weights.get(best.country, 0.0) + amount
    named = dict(weights)
    for candidate in towns:
        at_home = [each for each in candidate.places if each.country in named and each.population >= _TOWN]
        best = at_home[0] if at_home else candidate.places[0]
        if at_home or best.population >= _BIG or (candidate.spoken_for >= 2 and _only(candidate.places)):
            country = best.country or ""
            weights[country] = weights.get(country, 0.0) + (0.5 if candidate.acts else 1.0)
    most = max(weights.values(), default=1.0)
    return {country: weight / most for country, weight in weights.items()}


def _only(places: Sequence[Place]) -> bool:
    """Whether there is one place of that name, or one far larger than the others."""
    if len(places) == 1:
        return places[0].population >= _TOWN
    return places[0].population >= 10 * max(1, places[1].population) and places[0].population >= _TOWN


def _beside(text: str, candidates: Sequence[Candidate], at: int) -> Sequence[Place]:
    """The places named right behind, after a comma or "in": what contains it."""
    if at + 1 >= len(candidates):
        return ()
    following = candidates[at + 1]
    between = text[candidates[at].span.end : following.span.begin]
    if len(between) < 12 and between.strip(" \n") in {",", "(", "in", ", in", "، "}:
        return following.places
    return ()


def _lies_in(text: str, candidates: Sequence[Candidate], at: int) -> Place | None:
    """The place named right behind it, that may contain it: "the Salihin quarter of Aleppo"."""
    if at + 1 >= len(candidates) or not candidates[at + 1].places:
        return None
    between = text[candidates[at].span.end : candidates[at + 1].span.begin]
    return candidates[at + 1].places[0] if len(between) < 50 and not _sentence_ends(between) else None


def _another(candidate: Candidate, best: Place, container: Place | None) -> bool:
    """Whether a quarter of a town is meant that only has the name of the gazetteer's place."""
    if best.own or candidate.kind is None:
        return False
    if candidate.kind != "neighbourhood":
        return (
            best.other_name
            and candidate.kind != best.precision
            and container is not None
            and not _around(container, best)
        )
    if container is None:
        return best.other_name and best.population < _TOWN
    return not _around(container, best)


def _around(container: Place, place: Place) -> bool:
    """Whether what is named behind it may contain the place."""
    if container.country != place.country:
        return False
    return container.region is None or container.region == place.region


def _score(
    place: Place,
    candidate: Candidate,
    countries: dict[str, float],
    regions: set[str | None],
    beside: Sequence[Place],
) -> float:
    score = math.log10(place.population + 10)
    if place.precision == "country":
        score = _COUNTRY
    elif place.precision == "region":
        score = _REGION
        if candidate.kind != "region" and _town_of_its_name(place, candidate.places):
            score -= _TOWN_FIRST
    own = place.own or any(
        each.own and each.country == place.country and each.precision != "neighbourhood" for each in candidate.places
    )
    score += _OWN * own + _OTHER_NAME * place.other_name
    score += _MOST_NAMED * countries.get(place.country or "", 0.0)
    if place.region is not None and place.region in regions and place.precision != "region":
        score += _SAME_REGION
    if any(_contains(each, place) for each in beside):
        score += _BESIDE
    if candidate.kind is not None and candidate.kind == place.precision:
        score += _AS_SAID
    elif candidate.kind != "region" and place.precision == "city":
        score += 0.5
    return score


def _town_of_its_name(region: Place, places: Sequence[Place]) -> bool:
    return any(
        each.precision == "city" and each.country == region.country and each.population >= _TOWN for each in places
    )


def _contains(larger: Place, smaller: Place) -> bool:
    if larger.country != smaller.country or larger.country is None:
        return False
    if larger.precision == "country":
        return smaller.precision != "country"
    return larger.precision == "region" and larger.region == smaller.region


def _meant(place: Place, candidate: Candidate, countries: dict[str, float], beside: Sequence[Place]) -> bool:
    """Whether the words mean a place at all."""
    if candidate.only_if_called and candidate.kind != place.precision:
        return False
    if place.own or place.precision in {"country", "region"}:
        return True
    if any(_contains(each, place) for each in beside):
        return True
    at_home = countries.get(place.country or "", 0.0) >= 0.3
    if place.population >= _BIG and not place.other_name:
        return candidate.spoken_for > 0 or place.population >= 2 * _BIG or at_home
    if candidate.spoken_for >= 2:
        return at_home or (place.population >= _TOWN and not place.other_name)
    return at_home and (place.population >= 100_000 or candidate.spoken_for == 1)


def _alternatives(best: Place, others: Sequence[Place]) -> tuple[str, ...]:
    written = dict.fromkeys(_written(each) for each in others)
    written.pop(_written(best), None)
    return tuple(written)[:_MOST_ALTERNATIVES]


def _written(place: Place) -> str:
    parts = [place.name]
    if place.precision == "region":
        parts = [f"{place.name} ({place.precision})"]
    elif place.region is not None and place.region != place.name:
        parts.append(place.region)
    if place.country is not None and place.country != place.name:
        parts.append(place.country)
    return ", ".join(parts)


def _found(text: str, candidate: Candidate, best: Place, others: tuple[str, ...]) -> ClaimedPlace:
    return ClaimedPlace(
        text=text[candidate.span.begin : candidate.span.end],
        span=candidate.span,
        name=best.name,
        city=best.city,
        region=best.region,
        country=best.country,
        lat=best.lat,
        lon=best.lon,
        precision=best.precision,
        pcode=best.pcode,
        alternatives=others,
    )


def _nameless(
    text: str, chosen: Sequence[_Chosen], at: int, likeliest: str | None, countries: dict[str, float]
) -> ClaimedPlace:
    """A place without an entry, in what contains it; else in the country that most places of the text lie in."""
    candidate = chosen[at][0]
    container = _container(text, chosen, at) or _namesake(candidate, countries)
    within_town = candidate.kind in {None, "site", "neighbourhood"}
    return ClaimedPlace(
        text=text[candidate.span.begin : candidate.span.end],
        span=candidate.span,
        city=container.city if container is not None and within_town else None,
        region=container.region if container is not None else None,
        country=container.country if container is not None else likeliest,
        precision=candidate.kind,
    )


def _container(text: str, chosen: Sequence[_Chosen], at: int) -> Place | None:
    """The known place of its sentence that a name without an entry lies in: the next behind it, or the last before."""
    span = chosen[at][0].span
    end = span.end
    for other, place, _ in chosen[at + 1 : at + 1 + _NEIGHBOURS]:
        if not links(text[end : other.span.begin]):
            break
        if place is not None:
            return place
        end = other.span.end
    for other, place, _ in reversed(chosen[max(0, at - _NEIGHBOURS) : at]):
        between = text[other.span.end : span.begin]
        if _sentence_ends(between) or clauses_between(between):
            break
        if place is not None:
            return place
    return None


def _namesake(candidate: Candidate, countries: dict[str, float]) -> Place | None:
    """The town a site has its name from, where the text speaks of its country, or it is large."""
    for place in candidate.named_for:
        at_home = countries.get(place.country or "", 0.0) >= 0.3
        if place.own or (place.precision == "city" and (at_home or place.population >= _BIG)):
            return place
    return None


def _sentence_ends(between: str) -> bool:
    return len(between) > 120 or any(mark in between for mark in (". ", ".\n", "\n\n", "! ", "? ", "؟"))
