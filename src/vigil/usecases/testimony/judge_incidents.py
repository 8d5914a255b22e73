"""Judge incidents: a named person merges, splits, accepts, rejects, grades; and enters what is known of who speaks.

Nothing is overwritten. A judgement is taken back by withdrawing it, which is kept too. What the machine proposed stays
beside what was judged, and what is judged holds on claims: when more come in, it goes on holding.
"""

from collections.abc import Sequence
from datetime import datetime

from vigil.model.errors import InvalidInput
from vigil.model.incident import (
    ClaimId,
    Grade,
    Incident,
    Judgement,
    JudgementId,
    JudgementKind,
    SourceRecord,
    judgement_id,
)
from vigil.usecases.ports import CaseWriter, Clock
from vigil.usecases.record_fate import unnamed

_LONGEST = 2000
"""Characters of a name, an alias or a reason: more is no reason but a report."""


def merge(incidents: Sequence[Incident], *, case: CaseWriter, clock: Clock, by: str, reason: str) -> Judgement:
    """Say that these incidents are one.

    Raises:
        InvalidInput: There are not two, or nobody answers for it with a reason.
    """
    if len({each.id for each in incidents}) < 2:
        raise InvalidInput("merge: name two incidents or more")
    claims = tuple(claim for each in incidents for claim in each.claims)
    return _judged(JudgementKind.MERGE, claims, case=case, clock=clock, by=by, reason=reason)


def split(
    incident: Incident, claims: Sequence[ClaimId], *, case: CaseWriter, clock: Clock, by: str, reason: str
) -> Judgement:
    """Say that these claims are of another incident than the rest.

    Raises:
        InvalidInput: None is named, one is not of this incident, none would be left, or nobody answers for it.
    """
    if not claims:
        raise InvalidInput("split: name the claims to take out, c-...")
    if strangers := set(claims) - set(incident.claims):
        raise InvalidInput(f"split: {', '.join(sorted(strangers)[:3])}: not of incident {incident.id}")
    if set(claims) == set(incident.claims):
        raise InvalidInput("split: all of its claims are named, so there is nothing to split them from")
    return _judged(JudgementKind.SPLIT, tuple(dict.fromkeys(claims)), case=case, clock=clock, by=by, reason=reason)


def accept(incident: Incident, *, case: CaseWriter, clock: Clock, by: str, reason: str) -> Judgement:
    """Say that an incident stands as it is."""
    return _judged(JudgementKind.ACCEPT, incident.claims, case=case, clock=clock, by=by, reason=reason)


def reject(incident: Incident, *, case: CaseWriter, clock: Clock, by: str, reason: str) -> Judgement:
    """Say that an incident is not to be counted. It stays, shown as rejected."""
    return _judged(JudgementKind.REJECT, incident.claims, case=case, clock=clock, by=by, reason=reason)


def grade(incident: Incident, given: Grade, *, case: CaseWriter, clock: Clock, by: str, reason: str) -> Judgement:
    """Give an incident a grade, beside the one its claims come to."""
    return _judged(JudgementKind.GRADE, incident.claims, case=case, clock=clock, by=by, reason=reason, grade=given)


def withdraw(name: str, *, case: CaseWriter, clock: Clock, by: str, reason: str) -> Judgement:
    """Take back an earlier judgement, by its id or the beginning of it.

    Raises:
        InvalidInput: There is none, or more than one, it is taken back already or is itself a withdrawal.
    """
    plain = name.strip().removeprefix("j-")
    made = case.testimony.judgements()
    found = [each for each in made if plain and each.id.startswith(f"j-{plain}")]
    if len(found) != 1:
        raise InvalidInput(f"withdraw: {len(found)} judgements begin with {name.strip()}: `vigil judge list` has them")
    if found[0].kind is JudgementKind.WITHDRAW:
        raise InvalidInput("withdraw: a withdrawal is not withdrawn; judge anew")
    if any(each.withdraws == found[0].id for each in made):
        raise InvalidInput("withdraw: it is withdrawn already")
    return _judged(JudgementKind.WITHDRAW, (), case=case, clock=clock, by=by, reason=reason, withdraws=found[0].id)


def enter_source(record: SourceRecord, *, case: CaseWriter, at: datetime) -> None:
    """Enter what is known of one who speaks: other names, whose side, how reliable. The newest entry counts.

    Raises:
        InvalidInput: It has no name, or nobody answers for it with a reason.
    """
    faults = [] if record.name.strip() else ["name: nothing is given"]
    faults += _unanswered(record.judged_by or "", record.reason or "")
    if any(len(each) > _LONGEST for each in (record.name, record.side or "", *record.aliases)):
        faults.append(f"a name of more than {_LONGEST:,} characters")
    if faults:
        raise InvalidInput("; ".join(faults))
    with case.transaction():
        case.testimony.add_speaker(record, at=at)


def _judged(
    kind: JudgementKind,
    claims: tuple[ClaimId, ...],
    *,
    case: CaseWriter,
    clock: Clock,
    by: str,
    reason: str,
    grade: Grade | None = None,
    withdraws: JudgementId | None = None,
) -> Judgement:
    if faults := _unanswered(by, reason):
        raise InvalidInput("; ".join(faults))
    at = clock()
    judgement = Judgement(
        id=judgement_id(kind, claims, by=by.strip(), reason=reason.strip(), at=at, grade=grade, withdraws=withdraws),
        kind=kind,
        claims=claims,
        by=by.strip(),
        reason=reason.strip(),
        at=at,
        grade=grade,
        withdraws=withdraws,
    )
    with case.transaction():
        case.testimony.add_judgement(judgement)
    return judgement


def _unanswered(by: str, reason: str) -> list[str]:
    faults = [*unnamed("by", by)]
    if not reason.strip():
        faults.append("reason: nothing is given")
    if len(by) > _LONGEST or len(reason) > _LONGEST:
        faults.append(f"by, reason: at most {_LONGEST:,} characters each")
    return faults
