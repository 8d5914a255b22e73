"""How an incident stands, by Airwars' published grades, and each source and its information by the Admiralty's.

Airwars (airwars.org, Methodology), in its own words for each grade: confirmed, "a specific belligerent has accepted
responsibility for civilian harm"; fair, "reported by two or more credible sources, with likely or confirmed near
actions by a belligerent"; weak, "single source claim, though sometimes featuring significant information"; contested,
"competing claims of responsibility"; discounted, "those killed were combatants, or other parties most likely
responsible". Here two sources are two origins, a credible one is one that nobody graded D or E, and a belligerent is
near where a claim says who or with what arms.

Admiralty system (NATO AJP-2.1): the letter is what a named person entered, and else F. The figure is computed from the
other origins alone; the letter does not move it.
"""

from collections.abc import Sequence

from vigil.incidents.answering import is_accused
from vigil.incidents.footprints import figure_of
from vigil.incidents.independence import Independence
from vigil.incidents.naming import is_somebody, name_keys
from vigil.incidents.voices import is_firsthand, named_speakers, supporting
from vigil.model.claim import EventType, VictimKind
from vigil.model.incident import (
    AddsNothing,
    Admiralty,
    Contradiction,
    ContradictionAbout,
    Credibility,
    Grade,
    GradeGiven,
    Origin,
    Reliability,
    SourceRecord,
    StatedClaim,
)

RULE = "airwars-grades/2"

_NOT_CREDIBLE = frozenset({Reliability.NOT_USUALLY, Reliability.UNRELIABLE})


def grade(
    claims: Sequence[StatedClaim],
    found: Independence,
    contradictions: Sequence[Contradiction],
    records: Sequence[SourceRecord] = (),
) -> GradeGiven:
    """The grade that an incident's claims come to, with why."""
    supports = supporting(claims)
    if not supports or not found.origins:
        return _given(Grade.DISCOUNTED, "nobody says of their own that it happened", claims)
    killed = [each for each in supports if each.claim.event is EventType.KILLING]
    if killed and all(each.claim.victims == {VictimKind.COMBATANTS} for each in killed):
        return _given(Grade.DISCOUNTED, "all who speak of the dead say that they were combatants", killed)
    admitting = [each for each in supports if _admits(each)]
    if admitting:
        return _given(Grade.CONFIRMED, "one who is made responsible says that they did it", admitting)
    blamed = [each for each in contradictions if each.about is ContradictionAbout.ACTOR]
    rivals = [claim for each in blamed if _are_rivals(each, claims, found) for claim in _claims_of(each, supports)]
    if rivals:
        return _given(Grade.CONTESTED, "independent sources make different sides responsible", rivals)
    refused = {record.name for record in records if record.reliability in _NOT_CREDIBLE}
    credible = [origin for origin in found.origins if origin.source not in refused]
    near = [each for each in supports if each.claim.actors or each.claim.event is EventType.ATTACK]
    if len(credible) > 1 and near:
        return _given(Grade.FAIR, f"{len(credible)} independent sources, and an attacker is spoken of", near)
    why = "one independent source" if len(credible) < 2 else "nobody speaks of an attacker"
    return _given(Grade.WEAK, why, supports)


def admiralty(
    claims: Sequence[StatedClaim], found: Independence, records: Sequence[SourceRecord] = ()
) -> tuple[Admiralty, ...]:
    """Of each origin, its letter and what its information comes to beside the others'."""
    graded = {record.name: record.reliability for record in records}
    denied = any(each.why is AddsNothing.DENIAL for each in found.unsupporting)
    by_id = {each.id: each for each in claims}
    result = []
    for origin in found.origins:
        mine = [by_id[each] for each in origin.claims if each in by_id]
        others = [other for other in found.origins if other.source != origin.source]
        agreeing = [
            other
            for other in others
            if _agree(mine, [by_id[each] for each in other.claims if each in by_id])
            and (origin.side is None or other.side != origin.side)
        ]
        credibility, why = _credibility(mine, others, agreeing, denied=denied)
        result.append(
            Admiralty(
                source=origin.source,
                reliability=graded.get(origin.source, Reliability.CANNOT_BE_JUDGED),
                credibility=credibility,
                why=why,
            )
        )
    return tuple(result)


def _credibility(
    mine: Sequence[StatedClaim], others: Sequence[Origin], agreeing: Sequence[Origin], *, denied: bool
) -> tuple[Credibility, str]:
    if agreeing:
        return Credibility.CONFIRMED_BY_OTHERS, f"{agreeing[0].source} independently says what does not exclude it"
    if others:
        return Credibility.PROBABLY_TRUE, "others independently say that it happened, with other figures"
    if denied:
        return Credibility.DOUBTFUL, "nobody else says so independently, and one who is not accused denies it"
    if any(is_firsthand(each.claim) for each in mine):
        return Credibility.POSSIBLY_TRUE, "seen by whoever says so, and by nobody else who speaks"
    return Credibility.CANNOT_BE_JUDGED, "nobody else says so independently"


def _agree(mine: Sequence[StatedClaim], theirs: Sequence[StatedClaim]) -> bool:
    """Whether the figures do not exclude one another."""
    for one in mine:
        for other in theirs:
            if one.claim.event is not other.claim.event or figure_of(one.claim) is None:
                continue
            if figure_of(other.claim) is None or one.claim.count is None or other.claim.count is None:
                continue
            low = max(one.claim.count.low or 0, other.claim.count.low or 0)
            ends = [each.claim.count.high for each in (one, other) if each.claim.count is not None]
            if any(high is not None and high < low for high in ends):
                return False
    return True


def _admits(stated: StatedClaim) -> bool:
    """Whether one who is made responsible says so. Who claims to have killed fighters accepts no civilian harm."""
    if stated.claim.victims == {VictimKind.COMBATANTS}:
        return False
    spoken = named_speakers(stated.claim, stated.publication) or [stated.publication.source or ""]
    speaker = name_keys(spoken[-1])
    return is_somebody(speaker) and any(
        is_accused(speaker, name_keys(actor.text)) and is_somebody(name_keys(actor.text))
        for actor in stated.claim.actors
        if not actor.hedged
    )


def _are_rivals(blame: Contradiction, claims: Sequence[StatedClaim], found: Independence) -> bool:
    """Whether different origins, or one who is accused, blame different sides.

    A name that changed on its way from one origin is drift, and no rival.
    """
    document = {each.id: each.publication.id for each in claims}
    answers = {each.document for each in found.unsupporting if each.why is AddsNothing.PARTY_ANSWER}
    sides: list[set[str]] = []
    for voice in blame.voices:
        told = {document[each] for each in voice.claims}
        sides.append({origin.source for origin in found.origins if told & set(origin.documents)} | (told & answers))
    return any(one and other and not one & other for at, one in enumerate(sides) for other in sides[at + 1 :])


def _claims_of(blame: Contradiction, among: Sequence[StatedClaim]) -> list[StatedClaim]:
    wanted = {claim for voice in blame.voices for claim in voice.claims}
    return [each for each in among if each.id in wanted]


def _given(grade: Grade, why: str, claims: Sequence[StatedClaim]) -> GradeGiven:
    return GradeGiven(grade=grade, why=why, rule=RULE, claims=tuple(each.id for each in claims))
