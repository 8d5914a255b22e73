"""Incidents: claims judged to be about one event, with who says it independently, how many, how surely, against whom.

An incident is put together from claims and from nothing else; each of its parts names the claims it rests on. The
machine proposes it and a named person judges: a judgement is kept beside the proposal and can be taken back. An
incident is never more than its claims: a grade says who stands behind it, and not that it happened.
docs/incidents.md says by which rules, docs/drift.md how a figure is followed through its repetitions.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from vigil.model.claim import Certainty, Claim, ClaimedPlace, EventType, Exactness, VictimKind
from vigil.model.ids import Digest

ClaimId = NewType("ClaimId", str)
"""`c-` and sixteen hexadecimal digits of a SHA-256: the document's id and where in it the claim stands."""

IncidentId = NewType("IncidentId", str)
"""`i-` and sixteen hexadecimal digits of a SHA-256, of the claim published first: later claims leave it as it is."""

JudgementId = NewType("JudgementId", str)
"""`j-` and sixteen hexadecimal digits of a SHA-256, of all that the judgement says."""

SourceName = NewType("SourceName", str)
"""Who speaks: an outlet, an office, a group, a person, as this case calls them."""


# Who speaks


class Reliability(StrEnum):
    """How far a source is to be relied on: the letter of the Admiralty system (NATO AJP-2.1, annex on evaluation)."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"  # what every source is until a named person grades it


class Credibility(StrEnum):
    """How far a piece of information is borne out: the figure of the Admiralty system, whoever it comes from."""

    CONFIRMED_BY_OTHERS = "1"  # by other sources that are independent
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """What a case knows of one who speaks: other names, interest in the matter, grade. Entered by a named person."""

    name: SourceName
    aliases: tuple[str, ...] = ()  # other names, in any language: the organisation's Arabic name, its initials
    side: str | None = None  # of which party to the conflict; None: of none, as far as is known
    reliability: Reliability = Reliability.CANNOT_BE_JUDGED
    judged_by: str | None = None
    reason: str | None = None


# What was published, and what it claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A document as it was published: what is needed to tell who had what from whom."""

    id: str
    source: SourceName | None  # who published it; None: not known
    published_at: datetime | None  # None: not known; it then comes before nothing and after nothing
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    text: str = ""  # "": not at hand. Only its wording is compared
    text_digest: Digest | None = None
    media: frozenset[Digest] = frozenset()  # pictures and videos it shows
    keepers_date: str | None = None  # when it was published as whoever kept it says: a day in EDTF or an instant


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedClaim:
    """A claim, with the document in which it stands."""

    id: ClaimId
    claim: Claim
    publication: Publication


# How many


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One end of a range, or its best figure: never without the rule and the claims that gave it."""

    value: int
    rule: str  # in words: "highest figure any source gives"
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRange:
    """Low, best and high by one codebook's conventions. None: nobody states it."""

    codebook: str  # airwars, ucdp, literal
    low: Bound | None
    best: Bound | None
    high: Bound | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRange:
    """How many of those harmed are said to be women, children, medics, aid workers, journalists: of the whole."""

    event: EventType  # KILLING or INJURY
    kind: VictimKind
    range: CountRange


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFigure:
    """The figure one source gives, as it gives it."""

    source: SourceName
    event: EventType  # KILLING or INJURY
    low: int | None
    high: int | None
    exactness: Exactness
    certainty: Certainty
    side: str | None  # where the source is of a party to the conflict
    claims: tuple[ClaimId, ...]


# Who had it from whom


class DerivedBy(StrEnum):
    """What shows that one document had it from another."""

    ATTRIBUTION = "attribution"  # it names the other's source as the one who says so
    WORDING = "wording"  # the words are nearly the same
    MEDIA = "media"  # the same picture or video
    SAME_SOURCE = "same_source"  # the same source again
    FIGURE = "figure"  # the same figure later, without saying whose it is
    TIME = "time"  # it only came later, and says nothing of whom it has it from: the weakest


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One document repeats another."""

    document: str  # the one that repeats
    parent: str  # what it repeats
    by: tuple[DerivedBy, ...]
    score: float  # 0 to 1: how sure
    why: str  # a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One who says so independently of all others, with every document that had it from them."""

    source: SourceName
    documents: tuple[str, ...]  # its own and those that derive from it, in order of time
    claims: tuple[ClaimId, ...]
    side: str | None = None  # a party to the conflict: independent of its adversary, and marked


class AddsNothing(StrEnum):
    """Why a document is no support of its own."""

    COPY = "copy"  # quotes, translates, reposts or copies another
    DENIAL = "denial"
    PARTY_ANSWER = "party_answer"  # whom it accuses answers
    NO_FIGURE = "no_figure"  # a notice that states no figure of the event
    NOT_CLAIMED = "not_claimed"  # cannot verify, withdraws it, or only asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsupporting:
    """A document that adds no independent support."""

    document: str
    why: AddsNothing


# What changed as it was repeated


class Verb(StrEnum):
    """What the words for a death say of how: the ladder along which "killed" becomes "murdered"."""

    DIED = "died"
    KILLED = "killed"
    MURDERED = "murdered"  # murdered, executed, massacred, slaughtered: it says that it was meant


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor:
    """Whom a document makes responsible, as it says it."""

    text: str
    hedged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """What one document says of the incident, as it says it: certainty, figure, verb, actors, place, victims."""

    document: str
    source: SourceName | None
    published_at: datetime | None
    certainty: Certainty | None  # None: it makes no claim of the event
    attributed: bool  # it says who says so
    speakers: tuple[str, ...] = ()  # outermost first
    low: int | None = None
    high: int | None = None
    exactness: Exactness = Exactness.NONE
    verb: Verb | None = None
    actors: tuple[NamedActor, ...] = ()
    place: str | None = None
    victims: frozenset[VictimKind] = frozenset()
    claims: tuple[ClaimId, ...] = ()
    keepers_date: str | None = None  # as `Publication` has it
    denies: bool = False  # it says that it was not so, and nothing else of it


class Flag(StrEnum):
    """What changed from one document to the one that repeats it (docs/drift.md)."""

    CERTAINTY_RAISED = "certainty_raised"
    CERTAINTY_LOWERED = "certainty_lowered"
    REPORT_TO_CONFIRMATION = "report_to_confirmation"
    AT_LEAST_DROPPED = "at_least_dropped"
    ABOUT_DROPPED = "about_dropped"
    KILLED_TO_MURDERED = "killed_to_murdered"
    PERPETRATOR_NAMED = "perpetrator_named"
    PERPETRATOR_CHANGED = "perpetrator_changed"
    PERPETRATOR_HEDGE_DROPPED = "perpetrator_hedge_dropped"
    PLACE_WIDENED = "place_widened"
    NUMBER_CHANGED = "number_changed"
    VICTIMS_CHANGED = "victims_changed"
    ATTRIBUTION_DROPPED = "attribution_dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One repetition: from the document that was repeated to the one that repeats it, and what changed."""

    parent: str  # "from" on paper
    document: str  # "to"
    flags: tuple[Flag, ...]  # in the order of `Flag`; none: nothing changed
    why: tuple[str, ...] = ()  # a sentence a flag, in the same order


# Against whom


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says one side of a contradiction."""

    says: str  # in few words: "the rebels did it", "nobody was killed", "12 killed"
    sources: tuple[SourceName, ...]
    claims: tuple[ClaimId, ...]
    sides: tuple[str, ...] = ()  # parties to the conflict among the sources


class ContradictionAbout(StrEnum):
    """What the voices differ in."""

    ACTOR = "actor"  # who did it
    HAPPENED = "happened"  # whether it happened
    COUNT = "count"  # figures that cannot both be true


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What claims of one incident say against each other, side by side."""

    about: ContradictionAbout
    event: EventType
    voices: tuple[Voice, ...]  # two or more


# The incident


class Grade(StrEnum):
    """Airwars' grades of civilian harm (airwars.org, Methodology). What they ask for stands in docs/incidents.md."""

    CONFIRMED = "confirmed"  # a belligerent has accepted responsibility for it
    FAIR = "fair"  # two or more credible independent sources, and a belligerent likely or confirmed near
    WEAK = "weak"  # one source
    CONTESTED = "contested"  # competing claims of who is responsible
    DISCOUNTED = "discounted"  # those killed were combatants, or it is withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeGiven:
    """A grade with what it rests on."""

    grade: Grade
    why: str  # a sentence
    rule: str  # the rule's name and version, or the name of whoever judged
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admiralty:
    """Source and information, graded apart: neither moves the other."""

    source: SourceName
    reliability: Reliability
    credibility: Credibility
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Why a claim stands in its incident."""

    claim: ClaimId
    to: ClaimId | None  # the claim it was joined to; None: the one the incident begins with
    score: float  # 0 to 1
    why: str  # a sentence
    judgement: JudgementId | None = None  # where a named person put it there


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims about one event, weighed. In every list the order is that of time, then of name: never that of input."""

    id: IncidentId
    event: EventType  # the gravest that its claims speak of
    claims: tuple[ClaimId, ...]
    joined: tuple[Joined, ...]  # one a claim, in the same order
    occurred: str | None  # EDTF: the days that most claims which state one leave possible
    place: ClaimedPlace | None
    killed: CountRange | None
    injured: CountRange | None
    groups: tuple[GroupRange, ...]
    figures: tuple[SourceFigure, ...]
    grade: GradeGiven
    admiralty: tuple[Admiralty, ...]
    origins: tuple[Origin, ...]
    derivations: tuple[Derivation, ...]
    unsupporting: tuple[Unsupporting, ...]
    contradictions: tuple[Contradiction, ...]
    retellings: tuple[Retelling, ...]
    hops: tuple[Hop, ...]
    judgements: tuple[JudgementId, ...] = ()  # those that made it what it is
    accepted: bool | None = None  # by a named person; None: nobody judged it


# Judgements


class JudgementKind(StrEnum):
    """What a named person decides."""

    MERGE = "merge"  # the incidents that hold these claims are one
    SPLIT = "split"  # these claims are of another incident than the rest
    ACCEPT = "accept"
    REJECT = "reject"  # the incident that holds these claims is not to be counted; it stays, and is shown as rejected
    GRADE = "grade"
    WITHDRAW = "withdraw"  # takes back an earlier judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A named person's decision. Kept for good; taken back by a later one, never overwritten.

    It holds on claims, not on an incident's id: what incidents there are changes as claims come in.
    """

    id: JudgementId
    kind: JudgementKind
    claims: tuple[ClaimId, ...]  # of MERGE: one or more of each incident; of WITHDRAW: none
    by: str  # a named person
    reason: str
    at: datetime
    grade: Grade | None = None  # of GRADE
    withdraws: JudgementId | None = None  # of WITHDRAW


def claim_id(document: str, claim: Claim, number: int = 0) -> ClaimId:
    """A claim's id: of who says what happened to how many, in which words, and of nothing else a reader finds there.

    A gazetteer that knows the place, or a better reading of when and by whom, makes no other claim of it: judgements
    made before go on holding.

    Args:
        document: The document's id.
        claim: The claim.
        number: Which one of several with the very same words and event, counted from 0.
    """
    words = sorted((slot, *span) for slot in _TELLING for span in claim.spans.get(slot, ()))
    said = "/".join(link.speaker for link in claim.chain)
    key = (document, claim.event.value, claim.polarity.value, said, claim.sentence, words, number)
    return ClaimId("c-" + _short(repr(key)))


_TELLING = ("event", "count")
"""Slots whose words a claim is known by."""


def incident_id(first: ClaimId) -> IncidentId:
    """An incident's id, of the claim of it that was published first."""
    return IncidentId("i-" + _short(first))


def judgement_id(
    kind: JudgementKind,
    claims: tuple[ClaimId, ...],
    *,
    by: str,
    reason: str,
    at: datetime,
    grade: Grade | None = None,
    withdraws: JudgementId | None = None,
) -> JudgementId:
    """A judgement's id, of all that it says: entered twice, it is there once."""
    key = (kind.value, sorted(claims), by, reason, at.isoformat(), grade and grade.value, withdraws)
    return JudgementId("j-" + _short(repr(key)))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
