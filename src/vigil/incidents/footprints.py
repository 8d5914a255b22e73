"""Claims as columns: all that tells whether two speak of one event, as numbers, so that many can be compared at once.

What a claim does not say it takes from the claims before it in its document: a report names the place once. What is
taken over this way is only used to compare; the claim stays as it was read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vigil.incidents.name_tables import AROUND_PLACES, COUNTRIES
from vigil.incidents.naming import bare_forms, is_somebody, name_keys, names_no_side
from vigil.incidents.own_text import besides
from vigil.incidents.telling_apart import says_apart
from vigil.incidents.voices import denies
from vigil.incidents.wording import MOST_CHARACTERS, SKETCH, number, sketch
from vigil.model.claim import Certainty, Claim, ClaimedPlace, EventType, Polarity, VictimKind
from vigil.model.edtf import parse_edtf
from vigil.model.errors import InvalidInput
from vigil.model.incident import StatedClaim
from vigil.watch.lexicon.words import fold

_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Ints = NDArray[np.int64]

NO_DAY = -(2**31)

WIDTH = 4
"""Tokens kept of a place, an actor, a chain."""

NAMES = 8
"""Names of victims kept of a claim."""

FIRST_TOLD_DAYS = 7
"""A claim without a date is taken to be of an event at most so long before it was published."""

FOUND_WITHIN_DAYS = 7
"""Bodies that are found, counted or buried on a day are of people killed on it or so many days before."""

_FOUND = re.compile(
    r"\b(?:found|counted|recovered|buried|retrieved|exhumed|unearthed|pulled|identified|lay|bodies|graves?)\b"
    r"|دفن|انتشل|العثور|عثر|جثث|جثامين|أحصى|أحصت",
    re.IGNORECASE,
)

HARM, HELD, MOVED, TALKED, TOTAL = range(5)
"""Families of events: only claims of one family are of one event."""

_FAMILIES = {
    EventType.ARBITRARY_DETENTION: HELD,
    EventType.KIDNAPPING: HELD,
    EventType.ENFORCED_DISAPPEARANCE: HELD,
    EventType.DISPLACEMENT: MOVED,
    EventType.EVACUATION: MOVED,
    EventType.SIEGE: MOVED,
    EventType.OBSTRUCTION: MOVED,
    EventType.CEASEFIRE: TALKED,
}
AHEAD, ASKED = 1, 2
"""Moods: what is still to come is no event; what is asked about may be one that others say happened."""

_MOODS = {
    Polarity.THREATENED: AHEAD,
    Polarity.PLANNED: AHEAD,
    Polarity.CONDITIONAL: ASKED,
    Polarity.ASKED_FOR: ASKED,
}

_AROUND = frozenset(map(fold, AROUND_PLACES.split()))
"""Words that say which part of a place, and not which place: as written, for سويق is no سوق, alike as they sound."""

_AROUND_MEANINGS = frozenset(
    key for keys in map(name_keys, AROUND_PLACES.split()) for key in keys if not key.startswith("~")
)


@dataclass(frozen=True, slots=True)
class Footprints:
    """Claims as columns, in the order given. 0 stands for "not said" among tokens, NO_DAY and -1 among numbers."""

    family: Ints
    mood: Ints
    event: Ints
    document: Ints
    source: Ints  # who published it
    first: Ints  # days since 1 January of year 1
    last: Ints
    dated: NDArray[np.bool_]
    denied: NDArray[np.bool_]
    published: Ints
    place: Ints  # (n, WIDTH): tokens of the place as it is said
    whole: Ints  # the place as it is said, all tokens at once
    within: Ints  # (n, 3): city, region, country
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    number: Ints
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    actors: Ints  # (n, WIDTH)
    names: Ints  # (n, NAMES)
    cited: Ints  # (n, WIDTH): who is said to say so
    sketches: NDArray[np.uint64]  # (documents, SKETCH)
    lengths: Ints  # of the documents' texts, characters
    named: tuple[frozenset[int], ...]  # of the claims: tokens of any claim's place that their text names besides
    arabic: NDArray[np.bool_]  # its place is written in Arabic letters
    apart: NDArray[np.bool_]  # its sentence says that it is of another matter
    harmed: Ints  # FIGHTERS, PEOPLE, or 0 where it does not say
    part_of: Ints  # the claim whose figure contains this one, by its place in the columns; -1: none


def footprints(claims: Sequence[StatedClaim]) -> Footprints:
    """The claims as columns.

    Args:
        claims: Those of one document one after the other, in the order in which its reading gives them.
    """
    n = len(claims)
    documents: dict[str, int] = {}
    sketches: list[NDArray[np.uint64]] = []
    texts: list[str] = []
    base: dict[str, int] = {}
    days = np.full((n, 3), NO_DAY, dtype=np.int64)
    dated, denied, arabic = (np.zeros(n, dtype=np.bool_) for _ in range(3))
    place, within = np.zeros((n, WIDTH), dtype=np.int64), np.zeros((n, 3), dtype=np.int64)
    actors, names = np.zeros((n, WIDTH), dtype=np.int64), np.zeros((n, NAMES), dtype=np.int64)
    cited = np.zeros((n, WIDTH), dtype=np.int64)
    ints = np.full((n, 8), -1, dtype=np.int64)
    floats = np.full((n, 4), np.nan)
    for at, (stated, where, when) in enumerate(_in_context(claims)):
        claim, publication = stated.claim, stated.publication
        if publication.id not in documents:
            documents[publication.id] = len(documents)
            base[publication.id] = at
            sketches.append(sketch(publication.text))
            texts.append(publication.text)
        published = publication.published_at.date().toordinal() if publication.published_at is not None else NO_DAY
        first, last = days_of(when, published)
        if first != NO_DAY and _was_found(stated):
            first -= FOUND_WITHIN_DAYS
        days[at] = first, last, published
        denied[at] = denies(claim)
        arabic[at] = where is not None and _ARABIC.search(where.text) is not None
        dated[at] = when is not None and first != NO_DAY
        family = TOTAL if claim.count is not None and claim.count.cumulative else _FAMILIES.get(claim.event, HARM)
        whole = _place(where, place[at], within[at], floats[at])
        _fill(actors[at], _actor_tokens(claim))
        _fill(names[at], (_token(name_keys(each.name)) for each in claim.named))
        _fill(cited[at], (_token(name_keys(link.speaker)) for link in claim.chain))
        part = -1 if claim.subset_of is None else base[publication.id] + claim.subset_of
        number_said = figure_of(claim)
        ints[at] = (
            family,
            _MOODS.get(claim.polarity, 0),
            EVENTS[claim.event],
            documents[publication.id],
            _token(name_keys(publication.source or "")),
            whole,
            -1 if number_said is None else min(number_said, _MOST),
            part if part < n and claims[part].publication.id == publication.id else -1,
        )
        floats[at, 2:] = _bounds(claim)
    placed = [bool(row.any()) for row in place]
    everywhere = frozenset(np.unique(place).tolist()) - {0}
    return Footprints(
        family=ints[:, 0],
        mood=ints[:, 1],
        event=ints[:, 2],
        document=ints[:, 3],
        source=ints[:, 4],
        first=days[:, 0],
        last=days[:, 1],
        dated=dated,
        denied=denied,
        published=days[:, 2],
        place=place,
        whole=ints[:, 5],
        within=within,
        lat=floats[:, 0],
        lon=floats[:, 1],
        number=ints[:, 6],
        low=floats[:, 2],
        high=floats[:, 3],
        actors=actors,
        names=names,
        cited=cited,
        sketches=np.array(sketches, dtype=np.uint64).reshape(len(sketches), SKETCH),
        lengths=np.array([len(text) for text in texts], dtype=np.int64),
        named=tuple(words_of(text) & everywhere or _NOWHERE for text in besides(claims, placed)),
        arabic=arabic,
        apart=np.array([_is_apart(each) for each in claims], dtype=np.bool_),
        harmed=np.array([_harmed(each.claim) for each in claims], dtype=np.int64),
        part_of=ints[:, 7],
    )


def _is_apart(stated: StatedClaim) -> bool:
    sentence = stated.claim.sentence
    return sentence is not None and says_apart(stated.publication.text[sentence.begin : sentence.end])


FIGHTERS, PEOPLE = 1, 2
"""Who was harmed: those who fight, or those who do not."""


def _harmed(claim: Claim) -> int:
    """Who was harmed, where a claim tells: "three soldiers", "nine civilians"."""
    if not claim.victims:
        return 0
    return FIGHTERS if claim.victims == {VictimKind.COMBATANTS} else PEOPLE


EVENTS = {event: at for at, event in enumerate(EventType)}


def figure_of(claim: Claim) -> int | None:
    """The number a claim's figure is told by: its low end, or its high one where it has no other."""
    if claim.count is None:
        return None
    return claim.count.low if claim.count.low is not None else claim.count.high


def _was_found(stated: StatedClaim) -> bool:
    """Whether the dead are told of by who found, counted or buried them."""
    if stated.claim.event is not EventType.KILLING:
        return False
    text = stated.publication.text
    return any(_FOUND.search(text[span.begin : span.end]) for span in stated.claim.spans.get("event", ()))


def days_of(occurred: str | None, published: int) -> tuple[int, int]:
    """The days an event may have been on: as stated, else the week up to publication. NO_DAY where nobody can tell."""
    if occurred is not None:
        try:
            found = parse_edtf(occurred)
        except InvalidInput:  # a form this reader of dates leaves out is as good as none
            pass
        else:
            first, last = _ordinal(found.first), _ordinal(found.last)
            if first == NO_DAY and last != NO_DAY:
                return last - _OPEN_DAYS, last
            if last == NO_DAY and first != NO_DAY:
                return first, max(first, published)
            if first != NO_DAY:
                return first, last
    return (NO_DAY, NO_DAY) if published == NO_DAY else (published - FIRST_TOLD_DAYS, published)


_OPEN_DAYS = 3650
_MOST = 2**62


@lru_cache(maxsize=65_536)
def place_tokens(text: str) -> frozenset[str]:
    """What tells a place from others, without words for a part of one. Of "the east of the country": nothing."""
    telling = [word for word in _WORD.findall(fold(text)) if not _AROUND.intersection((word, *bare_forms(word)))]
    found = name_keys(" ".join(telling)) - _AROUND_MEANINGS
    if found:
        return found
    capitals = (fold(word) for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(f"={word}" for word in capitals if word in telling)  # Zee Taw: too few consonants to go by


_NOWHERE = frozenset[int]()


@lru_cache(maxsize=1024)
def words_of(text: str) -> frozenset[int]:
    """The telling words of a text, as tokens: a place that is named in passing is found among them."""
    return frozenset(map(number, frozenset[str]().union(*map(name_keys, set(text[:MOST_CHARACTERS].split())))))


def _in_context(claims: Sequence[StatedClaim]) -> Iterable[tuple[StatedClaim, ClaimedPlace | None, str | None]]:
    """Each claim with its place and time, taken from what stands before it in its document where it has none."""
    document: str | None = None
    places: dict[int, ClaimedPlace | None] = {}
    times: dict[int, str | None] = {}
    for stated in claims:
        if stated.publication.id != document:
            document, places, times = stated.publication.id, {}, {}
        family = _FAMILIES.get(stated.claim.event, HARM)
        cumulative = stated.claim.count is not None and stated.claim.count.cumulative
        place = stated.claim.place or places.get(family)
        when = stated.claim.occurred or (None if cumulative else times.get(family))
        if not cumulative:
            places.setdefault(family, place)
            times.setdefault(family, when)
            places[family] = place or places[family]
            times[family] = when or times[family]
        yield stated, place, when


def _place(where: ClaimedPlace | None, tokens: Ints, within: Ints, at: NDArray[np.float64]) -> int:
    if where is None:
        return 0
    keys = place_tokens(where.text) if where.name is not None or not where.text.islower() else frozenset[str]()
    if keys & COUNTRIES:  # "Syria's prisons", "northern Syria": the country and no more, or a place in it
        within[2] = _token(keys & COUNTRIES)
        keys -= COUNTRIES
    _fill(tokens, (number(key) for key in sorted(keys)))
    for row, name in enumerate((where.city, where.region, where.country)):
        within[row] = _token(place_tokens(name)) if name else within[row]
    if where.lat is not None and where.lon is not None and where.precision not in {"country", "region"}:
        at[:2] = where.lat, where.lon
    return _token(keys)


def _actor_tokens(claim: Claim) -> Iterable[int]:
    keys = [name_keys(actor.text) for actor in claim.actors]
    if claim.certainty is Certainty.DENIED:  # whoever denies it is whom others accuse
        keys += [name_keys(link.speaker) for link in claim.chain]
    return (number(key) for one in keys if is_somebody(one) and not names_no_side(one) for key in sorted(one))


def _bounds(claim: Claim) -> tuple[float, float]:
    if claim.count is None or figure_of(claim) is None:
        return np.nan, np.nan
    low = claim.count.low if claim.count.low is not None else 0
    return float(low), float(claim.count.high) if claim.count.high is not None else np.inf


def _fill(row: Ints, tokens: Iterable[int]) -> None:
    for at, token in enumerate(tokens):
        if at == len(row):
            break
        row[at] = token


def _token(keys: frozenset[str]) -> int:
    return number(" ".join(sorted(keys))) if keys else 0


def _ordinal(day: date | None) -> int:
    return NO_DAY if day is None else day.toordinal()
