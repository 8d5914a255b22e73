"""What each document shows of a voice of its own in an incident: who speaks in it, whether it saw or counted, whom it
accuses, and why it may support nothing.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from vigil.incidents.aliases import KeysOf
from vigil.incidents.answering import is_accused
from vigil.incidents.footprints import figure_of
from vigil.incidents.name_tables import FACELESS, ROLES
from vigil.incidents.naming import (
    Keys,
    is_somebody,
    name_keys,
    names_no_side,
    speaks_for_itself,
)
from vigil.incidents.order import claim_order, may_follow, published_order
from vigil.incidents.round_ups import numbers_in
from vigil.incidents.verbs import word_of
from vigil.incidents.voices import (
    asks_a_crowd,
    counts_itself,
    denies,
    is_anybody,
    is_firsthand,
    named_speakers,
    supporting,
)
from vigil.model.claim import UNNAMED, EventType, VictimKind
from vigil.model.incident import (
    AddsNothing,
    Publication,
    StatedClaim,
    Verb,
)

HARM = frozenset({EventType.KILLING, EventType.INJURY})


@dataclass(frozen=True, slots=True)
class Told:
    """A document with its claims of the incident."""

    publication: Publication
    claims: tuple[StatedClaim, ...]
    own: Keys
    written: Keys  # the same, as its name is written and no other
    surname: Keys  # of a person who publishes
    speakers: tuple[tuple[str, Keys], ...]  # named ones, outermost first, each once
    figures: frozenset[int]
    details: tuple[object, ...]  # how the figure is bounded, whom it is laid to, the word for it, and who they were
    firsthand: bool
    crowd: bool
    reports: bool  # whoever is named has it of "reports", or is only "doctors"
    counts: bool  # "our volunteers": it looked with its own people
    supports: tuple[StatedClaim, ...]  # claims that say that it happened, and are no answer of one made responsible
    admits: bool  # one who is made responsible says that they did it
    nothing: AddsNothing | None  # why it supports nothing, before anybody asks whether it is a copy


def told_by_document(claims: Sequence[StatedClaim], keys_of: KeysOf) -> list[Told]:
    """The documents of one incident, in order of time."""
    documents: dict[str, list[StatedClaim]] = {}
    for each in sorted(claims, key=claim_order):
        documents.setdefault(each.publication.id, []).append(each)
    counted = _counted(supporting(claims))
    accused = [
        (each.publication.id, name_keys(actor.text))
        for each in supporting(claims)
        for actor in each.claim.actors
        if is_somebody(name_keys(actor.text)) and not names_no_side(name_keys(actor.text))
    ]
    publications = {name: rows[0].publication for name, rows in documents.items()}
    found = []
    for rows in documents.values():
        mine = rows[0].publication
        before = [keys for name, keys in accused if name != mine.id and may_follow(mine, publications[name])]
        elsewhere = {
            figure_of(each.claim)
            for each in claims
            if each.publication.id != mine.id and may_follow(mine, each.publication)
        }
        found.append(_repeating(_one(rows, keys_of, counted=counted, accused=before, figures=elsewhere), elsewhere))
    return sorted(found, key=lambda told: published_order(told.publication))


def _repeating(told: Told, elsewhere: Set[int | None]) -> Told:
    """A document in which no figure was read, with the one of those before it that stands in its text.

    "They took 26 of our students", where another had said that 26 were arrested. Not of who counts themselves.
    """
    if told.nothing is not AddsNothing.NO_FIGURE or told.counts or speaks_for_itself(told.own):
        return told
    said = {number for number in numbers_in(told.publication.text[:_LOOKED_AT]) if number >= _TELLING} & elsewhere
    return replace(told, figures=told.figures | said, nothing=None) if said else told


_TELLING = 10  # smaller numbers stand in any text
_LOOKED_AT = 5_000


def _one(
    rows: list[StatedClaim],
    keys_of: KeysOf,
    *,
    counted: Set[EventType],
    accused: Sequence[Keys],
    figures: Set[int | None],
) -> Told:
    """A document.

    Args:
        rows: Its claims.
        keys_of: What tells names apart.
        counted: Of what anybody gives figures.
        accused: Whom documents before it make responsible.
        figures: Those given in documents before it.
    """
    publication = rows[0].publication
    speakers: dict[str, Keys] = {}
    for each in rows:
        for speaker in named_speakers(each.claim, publication):
            speakers.setdefault(speaker, keys_of(speaker))
    own = keys_of(publication.source or "")
    supports = supporting(rows)
    spoken = list(speakers.values()) if speakers else [own]
    blamed = [name_keys(actor.text) for each in supports for actor in each.claim.actors if not actor.hedged]
    admits = any(is_accused(one, actor) for one in spoken for actor in blamed)
    accuses = any(not names_no_side(actor) for actor in blamed) and any(
        figure_of(each.claim) not in figures and each.claim.victims != {VictimKind.COMBATANTS}
        for each in supports
        if figure_of(each.claim) is not None
    )
    answering = {
        each.id
        for each in rows
        if any(
            is_accused(one, actor)
            for one in [keys_of(name) for name in named_speakers(each.claim, publication)] or [own]
            for actor in accused
        )
    }
    ours = [each for each in supports if admits or accuses or each.id not in answering]
    return Told(
        publication=publication,
        claims=tuple(rows),
        own=own,
        written=name_keys(publication.source or ""),
        surname=_surname(publication.source or ""),
        speakers=tuple(speakers.items()),
        figures=frozenset(number for each in rows if (number := figure_of(each.claim)) is not None),
        details=_details(supports),
        firsthand=any(is_firsthand(each.claim) for each in supports),
        crowd=any(asks_a_crowd(each.claim) for each in supports if figure_of(each.claim) is not None or not counted),
        reports=any(each.claim.chain[-1].speaker == UNNAMED and len(each.claim.chain) > 1 for each in supports)
        or (bool(speakers) and all(is_anybody(name) for name in speakers)),
        counts=counts_itself(publication),
        admits=admits,
        supports=tuple(ours),
        nothing=_nothing(rows, supports, ours, counted=counted, answers=bool(answering)),
    )


def _details(supports: Sequence[StatedClaim]) -> tuple[object, ...]:
    counted = [each.claim for each in supports if each.claim.count is not None]
    exactness = counted[0].count.exactness if counted and counted[0].count is not None else None
    actors = [name_keys(actor.text) - FACELESS - ROLES - _KINDS for each in supports for actor in each.claim.actors]
    verbs = [verb for each in supports if (verb := word_of(each)) is not None]
    verb = max(verbs, key=list(Verb).index, default=None)
    victims = frozenset[VictimKind]().union(*(each.claim.victims for each in supports))
    return exactness, frozenset[str]().union(*actors) or None, verb, victims or None


_KINDS = frozenset({"organisation", "movement"})
"""What is said of a group in one text and left out in the next: "the Islamic State group", تنظيم داعش."""


def _nothing(
    rows: Sequence[StatedClaim],
    supports: Sequence[StatedClaim],
    ours: Sequence[StatedClaim],
    *,
    counted: Set[EventType],
    answers: bool,
) -> AddsNothing | None:
    """Why a document's claims support nothing, if so.

    Args:
        rows: Its claims.
        supports: Those that say that it happened.
        ours: Of these, those that are no answer of one who was made responsible before.
        counted: Of what anybody gives figures.
        answers: Whether one who was made responsible speaks in it.
    """
    if not supports:
        if any(denies(each.claim) for each in rows):
            return AddsNothing.PARTY_ANSWER if answers else AddsNothing.DENIAL
        return AddsNothing.NOT_CLAIMED
    if counted and not _counts(supports, counted):
        return AddsNothing.NO_FIGURE
    if counted and not _counts(ours, counted):
        return AddsNothing.PARTY_ANSWER
    return None if ours else AddsNothing.PARTY_ANSWER


def _counted(claims: Sequence[StatedClaim]) -> Set[EventType]:
    """What is counted in an incident: those killed or hurt, else those taken, else those driven out. Empty: nothing."""
    return next((kind for kind in (HARM, _TAKEN, _MOVED) if _counts(claims, kind)), frozenset())


_TAKEN = frozenset({EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING, EventType.ENFORCED_DISAPPEARANCE})
_MOVED = frozenset({EventType.DISPLACEMENT, EventType.EVACUATION})


def _counts(claims: Sequence[StatedClaim], kind: Set[EventType]) -> bool:
    """Whether any gives a figure of this kind."""
    return any(figure_of(each.claim) is not None for each in claims if each.claim.event in kind)


def _surname(name: str) -> Keys:
    """The last name of one who signs with two or three: "Deputy Ziboka's post" is of Honorine Ziboka."""
    keys = [name_keys(word) for word in name.split()]
    person = len(keys) in {2, 3} and all(len(each) == 1 and next(iter(each)).startswith("~") for each in keys)
    return keys[-1] if person and len(next(iter(keys[-1]))) > 3 else frozenset()
