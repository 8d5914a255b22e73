"""Claims: what is said to have happened, by whom, how surely, and on which words of the text it rests.

A claim is one statement that something happened, did not, may, will or is feared. It is never more than that: what
holds it against others, and against the world, comes after. Every slot that is filled stands on a span of the text; a
slot without words to stand on is empty. docs/claims.md is the codebook.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Words of a text: [begin, end) in Unicode code points of the original."""

    begin: int
    end: int


class EventType(StrEnum):
    """What a claim is about."""

    KILLING = "killing"
    INJURY = "injury"
    ARBITRARY_DETENTION = "arbitrary_detention"  # taken or held by state forces
    KIDNAPPING = "kidnapping"  # by armed or unknown men
    ENFORCED_DISAPPEARANCE = "enforced_disappearance"  # held, and the fate withheld
    TORTURE = "torture"
    SEXUAL_VIOLENCE = "sexual_violence"
    ATTACK = "attack"
    SIEGE = "siege"
    OBSTRUCTION = "obstruction"
    DISPLACEMENT = "displacement"
    PROPERTY_DESTRUCTION = "property_destruction"
    EVACUATION = "evacuation"
    CEASEFIRE = "ceasefire"
    OTHER = "other"


class Exactness(StrEnum):
    """How a count is bounded by the words it stands in."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"  # low is the number as written
    UP_TO = "up_to"
    ABOUT = "about"  # ranges too
    VAGUE = "vague"  # dozens, several: no number
    NONE = "none"  # no count


class Unit(StrEnum):
    """What a count counts."""

    PEOPLE = "people"
    FAMILIES = "families"
    VEHICLES = "vehicles"
    BUILDINGS = "buildings"
    ATTACKS = "attacks"
    MUNITIONS = "munitions"


class Polarity(StrEnum):
    """Whether it is said to have happened, or in what mood it is spoken of."""

    HAPPENED = "happened"
    NOT_HAPPENED = "not_happened"
    FEARED = "feared"
    THREATENED = "threatened"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    ASKED_FOR = "asked_for"


class Certainty(StrEnum):
    """How surely it is said; of a link, how surely that speaker says it."""

    WITNESSED = "witnessed"
    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    CLAIMED = "claimed"
    SUSPECTED = "suspected"
    FEARED = "feared"
    UNVERIFIED = "unverified"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    RETRACTED = "retracted"


class VictimKind(StrEnum):
    """Whom it befell, in the speaker's word."""

    CIVILIANS = "civilians"
    WOMEN = "women"
    CHILDREN = "children"
    MEDICS = "medics"
    AID_WORKERS = "aid_workers"
    JOURNALISTS = "journalists"
    COMBATANTS = "combatants"


class ActorRole(StrEnum):
    """What an actor is said to have had to do with it."""

    PERPETRATOR = "perpetrator"
    BACKER = "backer"


AUTHOR = "AUTHOR"
"""The speaker of what the author of a text asserts."""

UNNAMED = "UNNAMED"
"""The speaker behind "reports", "sources", "reportedly"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text to read: a post, an article, a page of a report."""

    id: str
    text: str
    title: str | None = None
    published_on: date | None = None  # by the text's own calendar; None: relative dates are not resolved
    published_doubt: str = ""  # EDTF's ?, ~ or % behind that day: what is counted from it is no surer
    source: str | None = None  # who published it
    lang: str | None = None  # BCP 47; None: found out


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One speaker of a chain. The chain stands outermost first, as in the text: the last had it from nobody named."""

    speaker: str  # as in the text, or AUTHOR, or UNNAMED
    certainty: Certainty
    direct: bool = False  # within quotation marks
    firsthand: bool = False  # "I saw", not "I was told"
    speaker_span: Span | None = None  # None for AUTHOR, and where "reportedly" names nobody
    cue: Span | None = None  # the word that makes it a saying: said, reportedly, according to


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure as the text gives it. Never turned into another: that is a codebook's work."""

    low: int | None
    high: int | None
    exactness: Exactness
    unit: Unit
    span: Span
    cumulative: bool = False  # a running total, not this event alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Whom a claim makes responsible, backers included."""

    text: str
    span: Span
    role: ActorRole = ActorRole.PERPETRATOR
    hedged: bool = False  # "allegedly", "thought to be"


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """A victim who is named."""

    name: str
    span: Span
    kind: VictimKind | None = None
    sex: str | None = None  # "female", "male"
    age_group: str | None = None  # "child", "adult", "older"
    age_years: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedPlace:
    """Where, as the text says it, and what a gazetteer makes of it."""

    text: str
    span: Span
    name: str | None = None  # the gazetteer's
    city: str | None = None
    region: str | None = None
    country: str | None = None  # English short name
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    precision: str | None = None  # site, neighbourhood, city, subdistrict, district, region, country
    pcode: str | None = None  # OCHA place code
    alternatives: tuple[str, ...] = ()  # other places of that name that were possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that something happened, did not, may, will or is feared."""

    event: EventType
    polarity: Polarity
    certainty: Certainty  # of the whole chain, walked from the outside in
    chain: tuple[Link, ...]  # outermost first, at least one
    count: Count | None = None
    actors: tuple[Actor, ...] = ()
    victims: frozenset[VictimKind] = frozenset()
    named: tuple[Victim, ...] = ()
    place: ClaimedPlace | None = None
    occurred: str | None = None  # EDTF level 1; None: not stated
    subset_of: int | None = None  # index in the reading of the claim whose figure contains this one
    sentence: Span | None = None  # the sentence it stands in
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """The words of each slot by name: event, count, polarity, certainty, speakers, actors, victims, place, date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader found in one document."""

    document: str  # its id
    lang: str
    reader: str  # name and version
    claims: tuple[Claim, ...]
    unread: tuple[Span, ...] = ()  # passages that could be read only in part: another language, no rules for it
