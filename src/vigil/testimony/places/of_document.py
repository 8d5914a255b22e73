"""Where what a whole document tells happened: country, region and town, for a text about one thing.

Every mention speaks for its country and its town: in the title, early, beside a word of violence, behind "in". How loud
each kind of mention speaks is a weight fitted as docs/places-and-dates.md says; the country is chosen first, the town
among those of the text with the country's voice counted in.
"""

import math
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

COUNTRY_FEATURES = (
    "named", "named_in_title", "named_in_lead", "named_by_violence", "adjective", "adjective_in_title", "adjective_in_lead",
    "town", "town_in_title", "town_in_lead", "town_by_violence", "acts", "in_name", "first", "share", "dateline", "most",
)  # fmt: skip
CITY_FEATURES = (
    "mentions", "in_title", "in_lead", "by_violence", "behind_in", "in_by_violence", "first", "share", "dateline", "size", "known",
    "country", "home", "in_site", "acts", "early", "most", "near_violence",
)  # fmt: skip
_COUNTRY_WEIGHTS: Sequence[float] = (1.0,) * len(COUNTRY_FEATURES)
_CITY_WEIGHTS: Sequence[float] = (1.0,) * len(CITY_FEATURES)

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
    countries = {name: _dot(_COUNTRY_WEIGHTS, vector) for name, vector in country_features(voices).items()}
    country = max(countries, key=lambda each: countries[each], default=None)
    cities = {name: _dot(_CITY_WEIGHTS, vector) for name, vector in city_features(voices, _shares(countries)).items()}
    city = max(cities, key=lambda each: cities[each], default=None)
    return _answer(voices, country, city)


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
        marks = sorted(span.begin for span in events) if events and grammar is parsed and part is text else violent_words(part)
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
    for name in (kind, *(f"{kind}{each}" for each in where.kinds(span.begin))):
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
    """Each country named, with its features in the order of COUNTRY_FEATURES."""
    totals = {
        name: sum(one.counts.get(kind, 0.0) for kind in ("named", "adjective", "town")) for name, one in voices.countries.items()
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
        found[name] = tuple(special.get(kind, math.log1p(one.counts.get(kind, 0.0))) for kind in COUNTRY_FEATURES)
    return found


def city_features(voices: Voices, countries: Mapping[str, float]) -> dict[str, tuple[float, ...]]:
    """Each town named, with its features in the order of CITY_FEATURES.

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
            "size": 0.0,
            "known": float(one.mentions[0].name is not None),
            "country": countries.get(country or "", 0.0),
            "home": float(country == likeliest),
            "early": 1.0 / (1.0 + max(0, one.first) / 1000.0),
            "near_violence": math.exp(-one.near / 60.0),
        }
        found[name] = tuple(special.get(kind, math.log1p(one.counts.get(kind, 0.0))) for kind in CITY_FEATURES)
    return found


def _dot(weights: Sequence[float], vector: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, vector, strict=True))


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores as probabilities."""
    highest = max(scores.values(), default=0.0)
    raised = {name: math.exp(score - highest) for name, score in scores.items()}
    total = sum(raised.values()) or 1.0
    return {name: each / total for name, each in raised.items()}


def _answer(voices: Voices, country: str | None, city: str | None) -> DocumentPlace:
    if city is not None:
        mentions = voices.cities[city].mentions
        mention = next((each for each in mentions if each.precision == "city" and each.text != each.text.upper()), mentions[0])
        spelt = mention.text if mention.precision in {"city", None} else city
        return DocumentPlace(country=country, region=mention.region, city=spelt, place=mention)
    regions = {name: places for (home, name), places in voices.regions.items() if home == country}
    region = max(regions, key=lambda each: len(regions[each]), default=None)
    return DocumentPlace(country=country, region=region, place=None if region is None else regions[region][0])
