"""Where what a whole document tells happened: country, region and town, for a text about one thing.

Every mention speaks for its country and its town: in the title, early, beside a word of violence, behind "in". How loud
each kind of mention speaks is a weight fitted as docs/places-and-dates.md says; the country is chosen first, the town
among those of the text with the country's voice counted in.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.parsed import Parsed
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.reading import candidates
from vigil.testimony.places.resolving import resolve
from vigil.testimony.sentences import sentence_bounds
from vigil.testimony.violence import violent_words

COUNTRY_WEIGHTS: Mapping[str, float] = {
    "named": 0.58,
    "named_in_title": 1.45,
    "named_in_lead": 0.23,
    "named_by_violence": 0.33,
    "adjective": 0.3,
    "adjective_in_title": -0.73,
    "adjective_in_lead": 0.31,
    "town": 0.2,
    "town_in_title": 1.76,
    "town_in_lead": -0.08,
    "town_by_violence": 0.22,
    "acts": 0.2,
    "in_name": 0.77,
    "first": -0.15,
    "share": 1.16,
    "dateline": 0.83,
    "most": -0.78,
    "behind_in": 0.52,
    "in_by_violence": 1.2,
    "in_in_lead": -0.13,
    "power": 0.63,
    "person": 0.22,
}
CITY_WEIGHTS: Mapping[str, float] = {
    "mentions": 0.14,
    "in_title": -0.91,
    "in_lead": 0.65,
    "by_violence": 0.46,
    "behind_in": 0.48,
    "in_by_violence": 0.21,
    "first": 0.19,
    "share": -0.18,
    "dateline": 1.91,
    "known": 0.85,
    "country": 0.15,
    "home": 0.08,
    "in_site": 0.28,
    "early": 0.93,
    "most": 0.52,
    "near_violence": 0.2,
}

_POWERS = re.compile(
    r"\s+(?:\w+\s+)?(?:police|army|military|court|courts|authorities|government|forces|troops|soldiers|officials|security|prison|prisons|jail"
    r"|capital|city|town|province|state|regime|parliament|judge|prosecutors?|ministry|law)\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"\s+(?:\w+\s+)?(?:national|nationals|citizen|citizens|journalist|journalists|man|woman|men|women|worker|workers|photographer|reporter"
    r"|tourist|student|students|diplomat|aid|missionary|missionaries|businessman|lawyer|activist)\b",
    re.IGNORECASE,
)
"""What stands behind "Greek": police are at home, a journalist may be abroad."""

_LEAD = 400
"""Characters: the headline paragraph of a news text."""
_DATELINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPlace:
    """Where a document's matter happened, each part for itself: None where no mention speaks for one.

    Attributes:
        country: English short name.
        city: The town as the text spells it.
        place: The mention behind the city, or behind the region where no town is named.
    """

    country: str | None = None
    region: str | None = None
    city: str | None = None
    place: ClaimedPlace | None = None


@dataclass(slots=True)
class _Country:
    counts: dict[str, float] = field(default_factory=dict)
    first: int = 1_000_000


@dataclass(slots=True)
class _City:
    mentions: list[ClaimedPlace] = field(default_factory=list)
    counts: dict[str, float] = field(default_factory=dict)
    first: int = 1_000_000
    near: int = 1_000


@dataclass(slots=True)
class Voices:
    """What a document's mentions say for each country and town."""

    countries: dict[str, _Country] = field(default_factory=dict)
    cities: dict[str, _City] = field(default_factory=dict)
    regions: dict[tuple[str, str], list[ClaimedPlace]] = field(default_factory=dict)


def place_of_document(
    text: str,
    *,
    lang: str,
    gazetteer: Gazetteer,
    title: str | None = None,
    parsed: Parsed | None = None,
    events: Sequence[Span] = (),
) -> DocumentPlace:
    """The country, region and town that the loudest mentions speak for.

    Args:
        events: Words of the events the document tells; without them, words of violence are looked for.
    """
    voices = heard(text, lang=lang, gazetteer=gazetteer, title=title, parsed=parsed, events=events)
    return decided(voices, COUNTRY_WEIGHTS, CITY_WEIGHTS)


def decided(voices: Voices, country_weights: Mapping[str, float], city_weights: Mapping[str, float]) -> DocumentPlace:
    """The likeliest country, then the likeliest town."""
    countries = country_shares(voices, country_weights)
    country = max(countries, key=lambda each: countries[each], default=None)
    features = city_features(voices, countries)
    city = max(features, key=lambda each: _dot(city_weights, features[each]), default=None)
    if city is not None:
        mention = _mention(voices, city)
        return DocumentPlace(country=country, region=mention.region, city=spelt(voices, city), place=mention)
    regions = {name: found for (home, name), found in voices.regions.items() if home == country}
    region = max(regions, key=lambda each: len(regions[each]), default=None)
    return DocumentPlace(country=country, region=region, place=None if region is None else regions[region][0])


def country_shares(voices: Voices, weights: Mapping[str, float]) -> dict[str, float]:
    """How probable each country is, together 1."""
    scores = {name: _dot(weights, vector) for name, vector in country_features(voices).items()}
    highest = max(scores.values(), default=0.0)
    raised = {name: math.exp(score - highest) for name, score in scores.items()}
    total = sum(raised.values()) or 1.0
    return {name: each / total for name, each in raised.items()}


def spelt(voices: Voices, city: str) -> str:
    """The town as the text spells it, where it is named by itself."""
    mention = _mention(voices, city)
    return mention.text if mention.precision in {"city", None} else city


def heard(
    text: str,
    *,
    lang: str,
    gazetteer: Gazetteer,
    title: str | None,
    parsed: Parsed | None,
    events: Sequence[Span] = (),
) -> Voices:
    """All mentions of title and text, by country and town."""
    voices = Voices()
    for part, grammar in ((title, None), (text, parsed)):
        if not part:
            continue
        marks = (
            sorted(span.begin for span in events)
            if events and grammar is parsed and part is text
            else violent_words(part)
        )
        bounds = sentence_bounds(part)
        found = candidates(part, lang=lang, gazetteer=gazetteer, parsed=grammar)
        where = _Where(part, part is title, marks, bounds)
        for one in found:
            country = one.places[0].country if one.places else None
            if country is None:
                continue
            if one.country_only:
                _count(voices, country, where, one.span, "adjective")
            elif one.acts and one.places[0].precision == "country":
                _count(voices, country, where, one.span, "acts")
            elif one.in_name and one.places[0].precision == "country":
                _count(voices, country, where, one.span, "in_name")
        for place in resolve(part, found):
            _hear(voices, place, where)
    return voices


@dataclass(frozen=True, slots=True)
class _Where:
    """How a place in the text stands to the rest of it."""

    text: str
    is_title: bool
    marks: Sequence[int]
    bounds: Sequence[int]

    def near(self, at: int) -> int:
        """Characters to the nearest word of violence in the same sentence; 1000 where there is none."""
        sentence = bisect_left(self.bounds, at + 1) - 1
        begin, end = self.bounds[sentence], self.bounds[sentence + 1]
        low, high = bisect_left(self.marks, begin), bisect_left(self.marks, end)
        return min((abs(mark - at) for mark in self.marks[low:high]), default=1_000)

    def kinds(self, at: int) -> list[str]:
        """The ways in which a mention there is louder."""
        if self.is_title:
            return ["_in_title"]
        kinds = ["_in_lead"] if at < _LEAD else []
        return [*kinds, "_by_violence"] if self.near(at) < 1_000 else kinds

    def behind_in(self, at: int) -> bool:
        """Whether "in" or "at" stands before it."""
        return self.text[max(0, at - 8) : at].lower().endswith((" in ", "\nin ", " at ", " in the ", " near "))


def _count(voices: Voices, country: str, where: _Where, span: Span, kind: str) -> None:
    one = voices.countries.setdefault(country, _Country())
    names = [kind, *(f"{kind}{each}" for each in where.kinds(span.begin))]
    if kind in {"named", "town"} and where.behind_in(span.begin):
        names.append("behind_in")
        if where.near(span.begin) < 1_000:
            names.append("in_by_violence")
        if where.is_title or span.begin < _LEAD:
            names.append("in_in_lead")
    if kind == "adjective":
        after = where.text[span.end : span.end + 40]
        names += ["power"] * bool(_POWERS.match(after)) + ["person"] * bool(_PERSONS.match(after))
    for name in names:
        one.counts[name] = one.counts.get(name, 0.0) + 1.0
    if kind in {"adjective", "named", "town"}:
        one.first = min(one.first, -1 if where.is_title else span.begin)


def _hear(voices: Voices, place: ClaimedPlace, where: _Where) -> None:
    at = place.span.begin
    if place.country is not None and place.name is not None:
        _count(voices, place.country, where, place.span, "named" if place.precision == "country" else "town")
        if not where.is_title and place.span.end < _DATELINE and place.precision != "country":
            one = voices.countries[place.country]
            one.counts["dateline"] = one.counts.get("dateline", 0.0) + 1.0
    if place.region is not None and place.country is not None:
        voices.regions.setdefault((place.country, place.region), []).append(place)
    name = place.city or (place.text if place.name is None and place.precision in {None, "city"} else None)
    if name is None:
        return
    city = voices.cities.setdefault(name, _City())
    city.mentions.append(place)
    kinds = ["mentions", *(each.removeprefix("_") for each in where.kinds(at))]
    if where.behind_in(at):
        kinds += ["behind_in", *(["in_by_violence"] if where.near(at) < 1_000 else [])]
    if not where.is_title and place.span.end < _DATELINE:
        kinds.append("dateline")
    if place.precision == "site":
        kinds.append("in_site")
    for kind in kinds:
        city.counts[kind] = city.counts.get(kind, 0.0) + 1.0
    city.first = min(city.first, -1 if where.is_title else at)
    city.near = min(city.near, where.near(at))


def country_features(voices: Voices) -> dict[str, tuple[float, ...]]:
    """Each country named, with its features in the order of COUNTRY_WEIGHTS."""
    totals = {
        name: sum(one.counts.get(kind, 0.0) for kind in ("named", "adjective", "town"))
        for name, one in voices.countries.items()
    }
    most, all_of_them = max(totals.values(), default=1.0) or 1.0, sum(totals.values()) or 1.0
    first = min((one.first for one in voices.countries.values()), default=0)
    found = {}
    for name, one in voices.countries.items():
        special = {
            "first": float(one.first == first),
            "share": totals[name] / all_of_them,
            "most": float(totals[name] == most),
        }
        found[name] = tuple(special.get(kind, math.log1p(one.counts.get(kind, 0.0))) for kind in COUNTRY_WEIGHTS)
    return found


def city_features(voices: Voices, countries: Mapping[str, float]) -> dict[str, tuple[float, ...]]:
    """Each town named, with its features in the order of CITY_WEIGHTS.

    Args:
        countries: How probable each country is, together 1.
    """
    totals = {name: one.counts.get("mentions", 0.0) for name, one in voices.cities.items()}
    most, all_of_them = max(totals.values(), default=1.0) or 1.0, sum(totals.values()) or 1.0
    first = min((one.first for one in voices.cities.values()), default=0)
    likeliest = max(countries, key=lambda each: countries[each], default=None)
    found = {}
    for name, one in voices.cities.items():
        country = one.mentions[0].country
        special = {
            "first": float(one.first == first),
            "share": totals[name] / all_of_them,
            "most": float(totals[name] == most),
            "known": float(one.mentions[0].name is not None),
            "country": countries.get(country or "", 0.0),
            "home": float(country == likeliest),
            "early": 1.0 / (1.0 + max(0, one.first) / 1000.0),
            "near_violence": math.exp(-one.near / 60.0),
        }
        found[name] = tuple(special.get(kind, math.log1p(one.counts.get(kind, 0.0))) for kind in CITY_WEIGHTS)
    return found


def _dot(weights: Mapping[str, float], vector: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights.values(), vector, strict=True))


def _mention(voices: Voices, city: str) -> ClaimedPlace:
    mentions = voices.cities[city].mentions
    return next((each for each in mentions if each.precision == "city" and not each.text.isupper()), mentions[0])
