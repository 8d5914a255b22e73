"""An actor's incidents on one line: what repeats, who says so, and what only one side says.

It is drawn from the incidents of one case and from nothing else, and says of nobody that they did anything: each entry
names who makes the actor responsible, whether that is hedged, and who denies it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from vigil.incidents.naming import name_keys, names_no_side
from vigil.incidents.voices import Register, supporting
from vigil.model.claim import ActorRole, Certainty, Claim, EventType
from vigil.model.incident import ClaimId, CountRange, Grade, Incident, IncidentId, SourceName, SourceRecord, StatedClaim

Word = TypeVar("Word", EventType, str)

OFTEN = 2
"""So many incidents make something a repetition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blamed:
    """One incident for which somebody makes an actor responsible."""

    incident: IncidentId
    event: EventType
    occurred: str | None  # EDTF
    place: str | None
    killed: CountRange | None
    grade: Grade
    roles: tuple[ActorRole, ...]
    by: tuple[SourceName, ...]  # who says so, independent of one another
    sides: tuple[str, ...]  # parties to the conflict among them
    one_sided: bool  # all who say so are of one party to the conflict
    hedged: bool  # whoever says so says it with a hedge
    denied_by: tuple[SourceName, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord:
    """An actor as the claims of a case name them.

    Attributes:
        name: As the earliest claim has it.
        names: Every way they are named.
        incidents: In order of time.
        events: What is said of them in `OFTEN` incidents or more, with in how many.
        places: The same for places.
    """

    name: SourceName
    names: tuple[str, ...]
    incidents: tuple[Blamed, ...]
    events: tuple[tuple[EventType, int], ...]
    places: tuple[tuple[str, int], ...]


def actors(
    incidents: Iterable[Incident], stated: Mapping[ClaimId, StatedClaim], *, records: Sequence[SourceRecord] = ()
) -> tuple[ActorRecord, ...]:
    """Everyone who is made responsible by name, by how many incidents, then by name.

    Incidents that a named person rejected are left out. An actor of whom nothing is known ("gunmen") is none.
    """
    register = Register(records, [])
    found: dict[SourceName, list[Blamed]] = {}
    names: dict[SourceName, dict[str, None]] = {}
    for incident in incidents:
        if incident.accepted is False:
            continue
        by_actor: dict[SourceName, list[StatedClaim]] = {}
        for each in (stated[claim] for claim in incident.claims if claim in stated):
            for actor in each.claim.actors:
                if names_no_side(name_keys(actor.text)):
                    continue
                name = register.name(actor.text)
                names.setdefault(name, {})[actor.text] = None
                if each not in by_actor.setdefault(name, []):
                    by_actor[name].append(each)
        for name, claims in by_actor.items():
            if (line := _blamed(incident, name, claims, register)) is not None:
                found.setdefault(name, []).append(line)
    made = (_record(name, tuple(names[name]), lines) for name, lines in found.items())
    return tuple(sorted(made, key=lambda each: (-len(each.incidents), each.name)))


def _blamed(incident: Incident, name: SourceName, claims: Sequence[StatedClaim], register: Register) -> Blamed | None:
    saying = supporting(claims)
    if not saying:
        return None
    here = {each.id for each in saying}
    by = tuple(origin.source for origin in incident.origins if here.intersection(origin.claims)) or tuple(
        dict.fromkeys(_voice(each, register) for each in saying)
    )
    sides = [register.side(source) for source in by]
    actors = [actor for each in saying for actor in each.claim.actors if register.name(actor.text) == name]
    return Blamed(
        incident=incident.id,
        event=incident.event,
        occurred=incident.occurred,
        place=None if incident.place is None else incident.place.name or incident.place.text,
        killed=incident.killed,
        grade=incident.grade.grade,
        roles=tuple(sorted({actor.role for actor in actors})),
        by=by,
        sides=tuple(sorted({side for side in sides if side is not None})),
        one_sided=bool(sides) and None not in sides and len(set(sides)) == 1,
        hedged=all(actor.hedged for actor in actors),
        denied_by=tuple(
            dict.fromkeys(_voice(each, register) for each in claims if each.claim.certainty is Certainty.DENIED)
        ),
        claims=tuple(each.id for each in claims),
    )


def _voice(stated: StatedClaim, register: Register) -> SourceName:
    return register.name(_innermost(stated.claim) or stated.publication.source or stated.publication.id)


def _innermost(claim: Claim) -> str | None:
    named = [link.speaker for link in claim.chain if link.speaker_span is not None]
    return named[-1] if named else None


def _record(name: SourceName, names: tuple[str, ...], lines: Sequence[Blamed]) -> ActorRecord:
    ordered = tuple(sorted(lines, key=lambda each: (each.occurred is None, _begin(each.occurred), each.incident)))
    return ActorRecord(
        name=name,
        names=names,
        incidents=ordered,
        events=_often(each.event for each in ordered),
        places=_often(each.place for each in ordered if each.place is not None),
    )


def _begin(occurred: str | None) -> str:
    """For an order of time: where a date is open, what is known of it."""
    begin, _, end = (occurred or "").partition("/")
    return end if begin in {"", ".."} else begin


def _often(words: Iterable[Word]) -> tuple[tuple[Word, int], ...]:
    counted = Counter(words)
    return tuple((word, n) for word, n in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if n >= OFTEN)
