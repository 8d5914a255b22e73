"""Claims to incidents, whole: joined, judged, counted, graded, held against each other and followed as they spread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vigil.incidents.contradictions import contradictions, gravest
from vigil.incidents.counting import count_range, groups, source_figures
from vigil.incidents.drift import hops
from vigil.incidents.grades import admiralty, grade
from vigil.incidents.independence import Independence, independence
from vigil.incidents.joining import Proposal, join
from vigil.incidents.judging import Judged, judge
from vigil.incidents.retelling import Telling, placed, tellings
from vigil.incidents.voices import Register, supporting
from vigil.model.claim import ClaimedPlace, EventType
from vigil.model.edtf import parse_edtf
from vigil.model.errors import InvalidInput
from vigil.model.incident import (
    AddsNothing,
    ClaimId,
    GradeGiven,
    Hop,
    Incident,
    Joined,
    Judgement,
    JudgementId,
    JudgementKind,
    SourceRecord,
    StatedClaim,
    incident_id,
)

CODEBOOK = "airwars"
"""The default."""

_PRECISION = ("site", "neighbourhood", "city", "subdistrict", "district", "region", "country")


def weigh(
    claims: Sequence[StatedClaim],
    *,
    records: Sequence[SourceRecord] = (),
    judgements: Iterable[Judgement] = (),
    codebook: str = CODEBOOK,
    figure: int | None = None,
) -> tuple[Incident, ...]:
    """The incidents that these claims are of, in order of their first claims. No order of input changes anything.

    Args:
        claims: With whole readings: `subset_of` counts in all the claims of a document, in their order.
        records: What the case knows of its sources.
        judgements: Of named persons, all that were ever made.
        codebook: literal, airwars or ucdp.
        figure: The figure to follow, where a document gives several.

    Raises:
        InvalidInput: There is no codebook of that name.
    """
    proposal = join(claims)
    made = {each.id: each for each in judgements}
    return tuple(
        _incident(proposal, judged, made, records=records, codebook=codebook, figure=figure)
        for judged in judge(proposal, made.values())
    )


def weigh_one(
    claims: Sequence[StatedClaim],
    joined: Sequence[Joined] = (),
    *,
    records: Sequence[SourceRecord] = (),
    codebook: str = CODEBOOK,
    figure: int | None = None,
    judged: Judged | None = None,
) -> Incident:
    """The incident that these claims are, all of them.

    Args:
        claims: One or more, in order (`order.claim_order`).
        joined: Why each stands in it.
        records: What the case knows of its sources.
        codebook: literal, airwars or ucdp.
        figure: The figure to follow, where a document gives several.
        judged: What named persons made of it.
    """
    found = independence(claims, records=records)
    register = Register(records, claims)
    against = contradictions(claims, register)
    where = _place(claims)
    told = tuple(placed(each, where) for each in tellings(claims, figure=figure))
    by_id: Mapping[str, Telling] = {each.publication.id: each for each in told}
    parents = {each.document: each.parent for each in found.derivations} | dict(found.answers)
    given = grade(claims, found, against, records)
    if judged is not None and judged.grade is not None:
        mark, by = judged.grade
        given = GradeGiven(grade=mark, why=f"judged; by its claims alone it is {given.grade.value}", rule=by)
    counted = {
        event: count_range(claims, found.origins, found.derivations, event=event, codebook=codebook, records=records)
        for event in (EventType.KILLING, EventType.INJURY)
    }
    return Incident(
        id=incident_id(claims[0].id),
        event=gravest(supporting(claims) or claims),
        claims=tuple(each.id for each in claims),
        joined=tuple(joined),
        occurred=_occurred(claims),
        place=where,
        killed=counted[EventType.KILLING],
        injured=counted[EventType.INJURY],
        groups=groups(claims, found.origins, found.derivations, codebook=codebook, records=records),
        figures=source_figures(claims, register),
        grade=given,
        admiralty=admiralty(claims, found, records),
        origins=found.origins,
        derivations=found.derivations,
        unsupporting=found.unsupporting,
        contradictions=against,
        retellings=tuple(each.retelling for each in told),
        hops=tuple(_unflagged(each, found, by_id[each.document]) for each in hops(parents, by_id, tuple(by_id))),
        judgements=judged.judgements if judged is not None else (),
        accepted=judged.accepted if judged is not None else None,
    )


def _unflagged(hop: Hop, found: Independence, told: Telling) -> Hop:
    """A hop without flags where its document denies what it answers: a denial is no repetition."""
    denials = {each.document for each in found.unsupporting if each.why is AddsNothing.DENIAL}
    return replace(hop, flags=(), why=()) if hop.document in denials or told.retelling.denies else hop


def _incident(
    proposal: Proposal,
    judged: Judged,
    judgements: Mapping[JudgementId, Judgement],
    *,
    records: Sequence[SourceRecord],
    codebook: str,
    figure: int | None,
) -> Incident:
    claims = [proposal.claims[at] for at in judged.claims]
    here = {each.id for each in claims}
    joined = [_rejoined(proposal.joined[at], at == judged.claims[0], here, judged, judgements) for at in judged.claims]
    return weigh_one(claims, joined, records=records, codebook=codebook, figure=figure, judged=judged)


def _rejoined(
    joined: Joined,
    first: bool,  # noqa: FBT001
    here: set[ClaimId],
    judged: Judged,
    judgements: Mapping[JudgementId, Judgement],
) -> Joined:
    """Why a claim stands in its incident, where a named person put it there."""
    if (joined.to is None) == first and (joined.to is None or joined.to in here):
        return joined
    for name in reversed(judged.judgements):
        made = judgements[name]
        if made.kind in (JudgementKind.MERGE, JudgementKind.SPLIT):
            why = "judged to be of this incident" if made.kind is JudgementKind.MERGE else "judged to be of another"
            return Joined(claim=joined.claim, to=None, score=1.0, why=f"{why} than proposed", judgement=name)
    return Joined(claim=joined.claim, to=None, score=joined.score, why="the claim it was joined to was judged away")


def _occurred(claims: Sequence[StatedClaim]) -> str | None:
    """The days that most dated claims allow, in EDTF: as a claim has it, where one has just these."""
    times = Counter(each.claim.occurred for each in claims if each.claim.occurred is not None)
    spans = {text: days for text in sorted(times) if (days := _days(text)) is not None}
    votes: Counter[int] = Counter()
    for text, (first, last) in spans.items():
        votes.update(dict.fromkeys(range(first, last + 1), times[text]))
    if not votes:
        return min(times, default=None)
    most = max(votes.values())
    first = last = min(day for day, number in votes.items() if number == most)
    while votes[last + 1] == most:
        last += 1
    said = next((text for text, days in spans.items() if days == (first, last)), None)
    begin, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return said or (begin if begin == end else f"{begin}/{end}")


def _days(text: str) -> tuple[int, int] | None:
    """First and last day, as numbers. None: it is open, too long to tell anything, or no date."""
    try:
        found = parse_edtf(text)
    except InvalidInput:
        return None
    if found.first is None or found.last is None or (found.last - found.first).days > _MOST_DAYS:
        return None
    return found.first.toordinal(), found.last.toordinal()


_MOST_DAYS = 366


def _place(claims: Sequence[StatedClaim]) -> ClaimedPlace | None:
    """The place most claims name; of equals the most precise, and then the first."""
    named = [each.claim.place for each in claims if each.claim.place is not None]
    votes = Counter(place.name or place.text for place in named)

    def rank(at: int) -> tuple[int, int, int]:
        place = named[at]
        exact = _PRECISION.index(place.precision) if place.precision in _PRECISION else len(_PRECISION)
        return -votes[place.name or place.text], exact, at

    return named[min(range(len(named)), key=rank)] if named else None
