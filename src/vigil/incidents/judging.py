"""Judgements of named persons on top of what the machine proposes: applied in order of time, none ever lost.

A judgement holds on claims. Merging joins the groups that hold them; splitting takes them out of theirs; both can be
undone by the other, or by withdrawing. Claims that come in later join a group as the machine proposes, and of one that
was split, the part they have more in common with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from vigil.incidents.joining import Proposal
from vigil.model.incident import ClaimId, Grade, Judgement, JudgementId, JudgementKind


@dataclass(frozen=True, slots=True)
class Judged:
    """One group of claims as judged.

    Attributes:
        claims: By their places in the proposal, in order.
        judgements: Those that made it what it is, in order of time.
        accepted: By the last who accepted or rejected it. None: nobody did.
        grade: The last grade a named person gave, with who gave it. None: nobody did.
    """

    claims: tuple[int, ...]
    judgements: tuple[JudgementId, ...] = ()
    accepted: bool | None = None
    grade: tuple[Grade, str] | None = None


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that are not withdrawn, in order of time. A withdrawal is never withdrawn: judge anew."""
    ordered = sorted(judgements, key=lambda each: (each.at, each.id))
    withdrawn: set[JudgementId] = set()
    met: set[JudgementId] = set()
    for each in ordered:
        if each.kind is JudgementKind.WITHDRAW and each.withdraws in met and each.withdraws is not None:
            withdrawn.add(each.withdraws)
        met.add(each.id)
    found = {each.id: each for each in ordered if each.id not in withdrawn}
    return [each for each in found.values() if each.kind is not JudgementKind.WITHDRAW]


def judge(proposal: Proposal, judgements: Iterable[Judgement]) -> tuple[Judged, ...]:
    """The groups of a proposal as judged, in order of their first claims."""
    places: dict[ClaimId, int] = {each.id: at for at, each in enumerate(proposal.claims)}
    group = list(proposal.groups)
    touched: list[tuple[Judgement, list[int]]] = []
    for each in standing(judgements):
        held = [places[claim] for claim in each.claims if claim in places]
        if not held:
            continue
        if each.kind is JudgementKind.MERGE:
            numbers = {group[at] for at in held}
            group = [min(numbers) if number in numbers else number for number in group]
        elif each.kind is JudgementKind.SPLIT:
            _split(group, held, proposal, at=each.at)
        touched.append((each, held))
    members: dict[int, list[int]] = {}
    for at, number in enumerate(group):
        members.setdefault(number, []).append(at)
    return tuple(
        _judged(members[number], number, group, touched) for number in sorted(members, key=members.__getitem__)
    )


def _split(group: list[int], held: Sequence[int], proposal: Proposal, *, at: datetime) -> None:
    """Take the claims out of each group that holds them, and with them what was published later and hangs on them."""
    for number in sorted({group[claim] for claim in held}):
        out = {claim for claim in held if group[claim] == number}
        rest = {claim for claim, mine in enumerate(group) if mine == number and claim not in out}
        if not rest:
            continue
        late = {
            claim
            for claim in rest
            if (told := proposal.claims[claim].publication.published_at) is not None and told > at
        }
        out |= _hanging_on(out, rest - late, late, proposal)
        fresh = max(group) + 1
        for claim in out:
            group[claim] = fresh


def _hanging_on(out: set[int], stay: set[int], late: set[int], proposal: Proposal) -> set[int]:
    """Of the late claims, those whose surest link is to what goes out."""
    found: dict[int, bool] = {}
    for one, other, _ in proposal.links:  # the surest first
        for claim, to in ((one, other), (other, one)):
            if claim in late and (to in out or to in stay):
                found.setdefault(claim, to in out)
    return {claim for claim, goes in found.items() if goes}


def _judged(
    members: Sequence[int], number: int, group: Sequence[int], touched: Sequence[tuple[Judgement, list[int]]]
) -> Judged:
    judgements: list[JudgementId] = []
    accepted: bool | None = None
    grade: tuple[Grade, str] | None = None
    for each, held in touched:
        if not any(group[at] == number for at in held):
            continue
        judgements.append(each.id)
        if each.kind is JudgementKind.ACCEPT:
            accepted = True
        elif each.kind is JudgementKind.REJECT:
            accepted = False
        elif each.kind is JudgementKind.GRADE and each.grade is not None:
            grade = each.grade, each.by
    return Judged(tuple(members), tuple(judgements), accepted, grade)
