"""Have checkpoints timestamped by the authorities and calendars a user named; what cannot be stamped now waits.

The newest checkpoint goes first: it begins with all before it, so that a timestamp on it says of them that they were
there by then. Each answer is held against its checkpoint before it is kept, and kept as soon as it is there. A service
that refuses or cannot be reached is left for this run; the next run, by hand or while listening, goes on where it was.
Promises of a calendar are redeemed on every run, whatever became of new ones.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from vigil.evidence.open_timestamps import read_proof
from vigil.evidence.timestamps import TimestampKind
from vigil.model.counted import counted
from vigil.model.errors import IntegrityError, InvalidInput, Unavailable
from vigil.usecases.ports import CaseReader, CaseWriter, Clock, KeptCheckpoint, KeptTimestamp

MOST_AT_ONCE = 100
"""Checkpoints given to one service in one run. Our choice: after weeks offline nobody is asked ten thousand times."""

NOBODY_NAMED = "no authority or calendar is named"


class StampService(Protocol):
    """One authority or calendar that a user named."""

    @property
    def kind(self) -> TimestampKind:
        """What it gives."""
        ...

    @property
    def authority(self) -> str:
        """Its address."""
        ...

    async def stamp(self, note: bytes) -> bytes:
        """A token on a checkpoint, held against it.

        Raises:
            Unavailable: It cannot be reached, or refuses.
            Malformed: What it answers cannot be read.
            IntegrityError: What it answers does not bear out what was asked.
        """
        ...

    async def upgrade(self, note: bytes, token: bytes) -> bytes | None:
        """A fuller token in the place of one that only promises. None: there is none yet. Raises as `stamp`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Checkpoints without what one service should give for them."""

    authority: str
    n: int
    why: str
    refused: bool = True  # or not reached; False: there were more than go to one service in one run


@dataclass(frozen=True, slots=True, kw_only=True)
class StampReport:
    """What came of a run.

    Attributes:
        n_stamped: Tokens and promises received, one a checkpoint and service.
        n_redeemed: Promises that became proofs.
        n_promised: Checkpoints and calendars of which there is a promise still. No failure: it takes hours.
        waiting: Per service, the checkpoints it has given nothing for, with the reason.
    """

    n_stamped: int
    n_redeemed: int
    n_promised: int
    waiting: tuple[Waiting, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What is still to come, a sentence each."""
        said = [
            f"{counted(each.n, 'checkpoint')} {'waits' if each.n == 1 else 'wait'} for a timestamp: "
            f"{each.authority + ': ' if each.authority else ''}{each.why}"
            for each in self.waiting
        ]
        if self.n_promised:
            said.append(
                f"{counted(self.n_promised, 'timestamp')} promised by a calendar and not there yet, "
                "which takes hours: it is asked again on every run"
            )
        return tuple(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to ask a service: a timestamp on a checkpoint, or what became of a promise."""

    checkpoint: KeptCheckpoint
    promise: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of it.

    Attributes:
        token: To be kept. None: there is nothing yet, or `why` says why not.
    """

    job: Job
    token: bytes | None = None
    why: str | None = None


async def stamp_checkpoints(
    *, case: CaseWriter, services: Sequence[StampService], clock: Clock, most: int = MOST_AT_ONCE
) -> StampReport:
    """Have every checkpoint that waits stamped by each service, and every promise redeemed.

    Nothing of the network's is raised: it is in the report. May be repeated at any time.
    """
    answers: list[tuple[StampService, Answered]] = []
    for service in services:
        async for answered in ask(service, jobs_for(service, case, most=most)):
            keep_answer(service, answered, case=case, clock=clock)
            answers.append((service, answered))
    return report_on(services, answers, case=case, most=most)


def jobs_for(service: StampService, case: CaseReader, *, most: int = MOST_AT_ONCE) -> list[Job]:
    """What a service is to be asked now: promises to redeem first, then checkpoints, the newest first."""
    checkpoints = {each.number: each for each in case.evidence.checkpoints()}
    promises = [
        Job(checkpoint=checkpoints[each.checkpoint], promise=each.token)
        for each in _promised(list(checkpoints.values()), case.evidence.timestamps())
        if _is_of(each, service)
    ]
    return [*promises[:most], *(Job(checkpoint=each) for each in _left(service, case)[:most])]


async def ask(service: StampService, jobs: Sequence[Job]) -> AsyncIterator[Answered]:
    """Ask for these, one after the other; the case is not touched. Once refused, no more of that kind are asked for."""
    refused: set[bool] = set()
    for job in jobs:
        redeeming = job.promise is not None
        if redeeming in refused:
            continue
        try:
            note = job.checkpoint.note
            token = await (service.stamp(note) if job.promise is None else service.upgrade(note, job.promise))
        except (Unavailable, InvalidInput, IntegrityError) as error:
            refused.add(redeeming)
            yield Answered(job=job, why=str(error))
        else:
            yield Answered(job=job, token=token)


def keep_answer(service: StampService, answered: Answered, *, case: CaseWriter, clock: Clock) -> None:
    """Keep the token that came, if one did.

    Raises:
        Unavailable: The disk is full or refuses, or another writer is in the way.
    """
    if answered.token is None:
        return
    with case.transaction():
        case.evidence.add_timestamp(
            answered.job.checkpoint,
            kind=service.kind,
            authority=service.authority,
            token=answered.token,
            received_at=clock(),
        )


def report_on(
    services: Sequence[StampService],
    answers: Sequence[tuple[StampService, Answered]],
    *,
    case: CaseReader,
    most: int = MOST_AT_ONCE,
) -> StampReport:
    """How it stands after a run with these answers."""
    promised = _promised(case.evidence.checkpoints(), case.evidence.timestamps())
    kept = [each.job.promise is not None for _, each in answers if each.token is not None]
    waiting = [] if services else [Waiting(authority="", n=n_waiting(case), why=NOBODY_NAMED)]
    for service in services:
        why = {each.job.promise is not None: each.why for asked, each in answers if asked is service and each.why}
        later = f"{most} are asked for in one run: the next goes on"
        not_given = why.get(False)
        waiting.append(
            Waiting(
                authority=service.authority,
                n=len(_left(service, case)),
                why=not_given or later,
                refused=not_given is not None,
            )
        )
        if (unredeemed := why.get(True)) is not None:
            n = sum(_is_of(each, service) for each in promised)
            waiting.append(Waiting(authority=service.authority, n=n, why=unredeemed))
    return StampReport(
        n_stamped=kept.count(False),
        n_redeemed=kept.count(True),
        n_promised=len(promised),
        waiting=tuple(each for each in waiting if each.n),
    )


def n_waiting(case: CaseReader) -> int:
    """How many checkpoints bear nothing but promises, or nothing at all."""
    checkpoints, kept = case.evidence.checkpoints(), case.evidence.timestamps()
    promised = {each.number for each in _promised(checkpoints, kept)}
    newest = _newest(kept).values()
    borne = {each.checkpoint for each in newest if each.token is not None and each.number not in promised}
    return sum(each.number not in borne for each in checkpoints)


def _left(service: StampService, case: CaseReader) -> list[KeptCheckpoint]:
    """Checkpoints a service has given nothing for, the newest first."""
    has = {each.checkpoint for each in case.evidence.timestamps() if _is_of(each, service)}
    return [each for each in reversed(case.evidence.checkpoints()) if each.number not in has]


def _is_of(kept: KeptTimestamp, service: StampService) -> bool:
    return (kept.kind, kept.authority) == (service.kind, service.authority)


def _newest(kept: Sequence[KeptTimestamp]) -> dict[tuple[int, TimestampKind, str], KeptTimestamp]:
    """The fullest of each checkpoint and service."""
    return {(each.checkpoint, each.kind, each.authority): each for each in kept}


def _promised(checkpoints: Sequence[KeptCheckpoint], kept: Sequence[KeptTimestamp]) -> list[KeptTimestamp]:
    """Proofs that attest to no block yet."""
    notes = {each.number: each.note for each in checkpoints}
    promised = []
    for each in _newest(kept).values():
        if each.kind is not TimestampKind.OPENTIMESTAMPS or each.token is None or each.checkpoint not in notes:
            continue
        try:
            proof = read_proof(each.token, notes[each.checkpoint])
        except (InvalidInput, IntegrityError):
            continue  # `vigil verify` says so; there is nothing to redeem
        if not proof.attested:
            promised.append(each)
    return promised
