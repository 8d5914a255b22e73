"""Where what a whole document tells happened: country, region and town, for a text about one thing.

Every mention speaks for its country and its town. It speaks louder in the title, early in the text, and in a sentence
with a word of violence; an adjective ("Syrian") speaks for its country alone, and a government that says something
speaks softly.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.parsed import Parsed
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.reading import candidates
from vigil.testimony.places.resolving import country_weights, resolve

_VIOLENCE = re.compile(
    r"\b(?:kill|murder|shot|shoot|arrest|detain|detention|abduct|kidnap|tortur|beat|attack|disappear|missing|assault|bomb"
    r"|shell|strike|raid|massacre|execut|assassinat|injur|wound|died|dead|death|jail|imprison|prison|sentenc|threat|harass"
    r"|seiz|held|custody|charg|ambush|gunm|rape|hostage|stab|explo)",
    re.IGNORECASE,
)
_TITLE = 2.5
_EARLY = 1500.0
"""Characters after which a mention weighs half of what it weighs at the beginning."""
_ADJECTIVE = 0.6
_ACTS = 0.3
_IN_NAME = 0.3
_TOWN = 0.8
_VIOLENT = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPlace:
    """Where a document's matter happened, each part for itself: None where no mention speaks for one.

    Attributes:
        country: English short name.
        city: The town, as the text spells it where it is written in Latin letters.
        place: The mention behind the most precise part.
    """

    country: str | None = None
    region: str | None = None
    city: str | None = None
    place: ClaimedPlace | None = None


@dataclass(frozen=True, slots=True)
class _Voice:
    """One mention with how loud it speaks."""

    place: ClaimedPlace
    loud: float


def place_of_document(
    text: str,
    *,
    lang: str,
    gazetteer: Gazetteer,
    title: str | None = None,
    parsed: Parsed | None = None,
    events: Sequence[Span] = (),
) -> DocumentPlace:
    """The country, region and town that the most, and the loudest, mentions speak for.

    Args:
        events: Words of the events the document tells; without them, words of violence are looked for.
    """
    countries: dict[str, float] = {}
    voices: list[_Voice] = []
    for part, factor, grammar in ((title, _TITLE, None), (text, 1.0, parsed)):
        if not part:
            continue
        found = candidates(part, lang=lang, gazetteer=gazetteer, parsed=grammar)
        marks = [span.begin for span in events] if events and part is text else [m.start() for m in _VIOLENCE.finditer(part)]
        for one in found:
            loud = factor * _loudness(part, one.span, marks)
            if one.places and (one.country_only or one.acts or one.in_name) and one.places[0].country is not None:
                if one.in_name and one.places[0].precision != "country":
                    continue
                weight = loud * (_ADJECTIVE if one.country_only else _ACTS if one.acts else _IN_NAME)
                countries[one.places[0].country] = countries.get(one.places[0].country, 0.0) + weight
        for place in resolve(part, found):
            loud = factor * _loudness(part, place.span, marks)
            voices.append(_Voice(place, loud))
            if place.country is not None and place.name is not None:
                weight = loud * (1.0 if place.precision == "country" else _TOWN)
                countries[place.country] = countries.get(place.country, 0.0) + weight
    country = max(countries, key=lambda each: countries[each], default=None)
    return _chosen(country, voices)


def _chosen(country: str | None, voices: Sequence[_Voice]) -> DocumentPlace:
    cities: dict[str, float] = {}
    regions: dict[str, float] = {}
    best: dict[str, _Voice] = {}
    for voice in voices:
        place = voice.place
        at_home = 1.0 if place.country == country else 0.2
        if place.city is not None and place.name is not None:
            cities[place.city] = cities.get(place.city, 0.0) + voice.loud * at_home
            if place.city not in best or best[place.city].loud < voice.loud:
                best[place.city] = voice
        if place.region is not None and place.country == country:
            regions[place.region] = regions.get(place.region, 0.0) + voice.loud
    city = max(cities, key=lambda each: cities[each], default=None)
    if city is not None:
        mention = best[city].place
        spelt = mention.text if mention.precision == "city" and mention.text.isprintable() and mention.text[0].isupper() else city
        return DocumentPlace(country=country, region=mention.region, city=spelt, place=mention)
    region = max(regions, key=lambda each: regions[each], default=None)
    return DocumentPlace(country=country, region=region)


def _loudness(text: str, span: Span, marks: Sequence[int]) -> float:
    loud = 1.0 / (1.0 + span.begin / _EARLY)
    if any(abs(mark - span.begin) < 120 for mark in marks):
        loud *= _VIOLENT
    return loud
