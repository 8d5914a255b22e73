"""Have checkpoints timestamped by the authorities and calendars a user named; what cannot be stamped now waits.

The newest checkpoint goes first: it begins with all before it, so that a timestamp on it says of them that they were
there by then. Each answer is held against its checkpoint before it is kept, and kept as soon as it is there. A service
that refuses or cannot be reached is left for this run; the next run, by hand or while listening, goes on where it was.
Promises of a calendar are redeemed on every run, whatever became of new ones.
"""

from collections.abc import Sequence
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


async def stamp_checkpoints(
    *, case: CaseWriter, services: Sequence[StampService], clock: Clock, most: int = MOST_AT_ONCE
) -> StampReport:
    """Have every checkpoint that waits stamped by each service, and every promise redeemed.

    Nothing of the network's is raised: it is in the report. May be repeated at any time.
    """
    run = _Run(case, clock, most)
    for service in services:
        await run.through(service)
    checkpoints = case.evidence.checkpoints()
    if not services and (n := n_waiting(case)):
        run.waiting.append(Waiting(authority="", n=n, why=NOBODY_NAMED))
    return StampReport(
        n_stamped=run.n_stamped,
        n_redeemed=run.n_redeemed,
        n_promised=len(_promised(checkpoints, case.evidence.timestamps())),
        waiting=tuple(run.waiting),
    )


def n_waiting(case: CaseReader) -> int:
    """How many checkpoints bear nothing but promises, or nothing at all."""
    checkpoints, kept = case.evidence.checkpoints(), case.evidence.timestamps()
    promised = {each.number for each in _promised(checkpoints, kept)}
    newest = _newest(kept).values()
    borne = {each.checkpoint for each in newest if each.token is not None and each.number not in promised}
    return sum(each.number not in borne for each in checkpoints)


class _Run:
    """One run through the services."""

    def __init__(self, case: CaseWriter, clock: Clock, most: int) -> None:
        self.n_stamped = 0
        self.n_redeemed = 0
        self.waiting: list[Waiting] = []
        self._case = case
        self._clock = clock
        self._most = most

    async def through(self, service: StampService) -> None:
        unredeemed = await self._redeem(service)
        why = None
        for checkpoint in self._left(service)[: self._most]:
            if (why := await self._stamp(service, checkpoint)) is not None:
                break
        if still := len(self._left(service)):
            reason = why or f"{self._most} were given in this run: the next goes on"
            self.waiting.append(Waiting(authority=service.authority, n=still, why=reason, refused=why is not None))
        if unredeemed is not None:
            promised = [each for each in self._promised() if each.authority == service.authority]
            self.waiting.append(Waiting(authority=service.authority, n=len(promised), why=unredeemed))

    async def _redeem(self, service: StampService) -> str | None:
        """Promises of one calendar; gives why it is not asked further about them in this run."""
        notes = {each.number: each for each in self._case.evidence.checkpoints()}
        for kept in self._promised():
            checkpoint = notes[kept.checkpoint]
            if (kept.kind, kept.authority) != (service.kind, service.authority) or kept.token is None:
                continue
            try:
                fuller = await service.upgrade(checkpoint.note, kept.token)
            except (Unavailable, InvalidInput, IntegrityError) as error:
                return str(error)
            if fuller is not None:
                self._keep(service, checkpoint, fuller)
                self.n_redeemed += 1
        return None

    async def _stamp(self, service: StampService, checkpoint: KeptCheckpoint) -> str | None:
        try:
            token = await service.stamp(checkpoint.note)
        except (Unavailable, InvalidInput, IntegrityError) as error:
            return str(error)
        self._keep(service, checkpoint, token)
        self.n_stamped += 1
        return None

    def _keep(self, service: StampService, checkpoint: KeptCheckpoint, token: bytes) -> None:
        with self._case.transaction():
            self._case.evidence.add_timestamp(
                checkpoint,
                kind=service.kind,
                authority=service.authority,
                token=token,
                received_at=self._clock(),
            )

    def _left(self, service: StampService) -> list[KeptCheckpoint]:
        """Checkpoints this service has given nothing for, the newest first."""
        has = {
            each.checkpoint
            for each in self._case.evidence.timestamps()
            if (each.kind, each.authority) == (service.kind, service.authority)
        }
        return [each for each in reversed(self._case.evidence.checkpoints()) if each.number not in has]

    def _promised(self) -> list[KeptTimestamp]:
        return _promised(self._case.evidence.checkpoints(), self._case.evidence.timestamps())


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
