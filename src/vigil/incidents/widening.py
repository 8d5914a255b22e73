"""Whether a place that a document names is wider than the one named by what it repeats: a town became its province."""

import re

from vigil.incidents.footprints import place_tokens, words_of
from vigil.incidents.name_tables import COUNTRIES, PARTS_OF_PLACES, WIDE_PLACES
from vigil.incidents.naming import Keys, name_keys
from vigil.incidents.wording import number
from vigil.model.claim import ClaimedPlace

_WORD = re.compile(r"\w+")
_LOOKED_AT = 20_000
_PRECISION = ("site", "neighbourhood", "city", "subdistrict", "district", "region", "country")

_PARTS = frozenset[str]().union(*map(name_keys, PARTS_OF_PLACES.split()))
"""Words for a part of a place: where they are gone, the place has grown."""


_WIDE = frozenset[str]().union(*map(name_keys, WIDE_PLACES.split()))


def widened(place: ClaimedPlace, later: ClaimedPlace, *, before: str, after: str) -> bool:
    """Whether the later place holds the earlier one and more.

    Args:
        place: As the repeated document has it.
        later: As the repeating one has it.
        before: The repeated document's text: it may name the wider place beside the narrower.
        after: The repeating document's text: what still names the narrower place is no wider.
    """
    mine, theirs = place_tokens(place.text), place_tokens(later.text)
    one = place.name is not None and place.name == later.name and place.country == later.country
    if one or (theirs and theirs <= mine):
        before_keys, after_keys = name_keys(place.text), name_keys(later.text)
        gone = (before_keys - after_keys) & _PARTS
        gone -= frozenset[str]().union(*map(name_keys, _WORD.findall(after[:_LOOKED_AT])))  # "a market in the town"
        grown = later.precision in {"region", "country"} and place.precision not in {None, "region", "country"}
        named_wide = (after_keys - before_keys) & _WIDE and place.precision not in {"region", "country"}  # محافظة إب
        return bool(gone) or grown or bool(named_wide)
    if not mine or _names(after, mine):
        return False
    if not theirs - COUNTRIES:  # "in the east of the country", "in northern Syria"
        country = place_tokens(place.country) if place.country else theirs
        return not mine <= COUNTRIES and (not theirs or country == theirs)
    if _rank(later) is not None and _rank(place) is not None and _rank(later) < _rank(place):  # type: ignore[operator]
        return False
    holders = [place_tokens(name) for name in (place.city, place.region, place.country) if name]
    wide = [theirs, *(place_tokens(name) for name in (later.name,) if name)]
    # Of a place that no gazetteer knows, a region in its stead holds it: both are of one incident.
    unknown = place.name is None and not holders and later.precision in {"region", "country"}
    if unknown or any(each and each in holders for each in wide):
        return True
    return bool(theirs) and _names(before, theirs)


def names_no_place_but_a_country(text: str) -> str | None:
    """The words by which a text speaks of a part of the country, or all of it. None: there are no such words."""
    found = _COUNTRY.search(text)
    return found.group() if found is not None else None


_COUNTRY = re.compile(
    r"\b(?:(?:north|south|east|west|centre|center)(?:ern part|-?(?:east|west))?s? of the country"
    r"|(?:across|around|throughout) the country|country's (?:north|south|east|west)\w*)\b"
    r"|(?:شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي|أنحاء|عموم)\s+البلاد",
    re.IGNORECASE,
)


def _rank(place: ClaimedPlace) -> int | None:
    return _PRECISION.index(place.precision) if place.precision in _PRECISION else None


def _names(text: str, tokens: Keys) -> bool:
    return words_of(text).issuperset(map(number, tokens))
