"""Have checkpoints timestamped while something else goes on, such as listening, and never hold it up.

Services are asked in a thread of its own, which does not touch the case; what they answer is kept when whoever works
with the case gives a turn. A run begins when it is due: each time the log was signed, and at intervals besides, so that
promises are redeemed and what waited for a network goes out.
"""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Sequence

from vigil.model.errors import Unavailable, VigilError
from vigil.usecases.ports import CaseReader, CaseWriter, Clock
from vigil.usecases.timestamping.stamp_checkpoints import (
    MOST_AT_ONCE,
    Answered,
    Job,
    StampReport,
    StampService,
    Waiting,
    ask,
    jobs_for,
    keep_answer,
    n_waiting,
    report_on,
)

EVERY_S = 3600.0
"""Between two runs. Our choice: a block of Bitcoin comes in ten minutes, and a calendar waits for several."""

Services = Callable[[CaseReader], Sequence[StampService]]
_Answer = tuple[StampService, Answered]


class StampingBeside:
    """Timestamps for one case. All methods are called by the thread that works with the case."""

    def __init__(
        self, case: CaseWriter, services: Services, clock: Clock, *, every_s: float = EVERY_S, most: int = MOST_AT_ONCE
    ) -> None:
        """Nobody is asked yet. `services` says who was named, each time a run begins; `every_s` is in seconds."""
        self._case, self._services, self._clock = case, services, clock
        self._every_s, self._most = every_s, most
        self._due_s = 0.0
        self._run: _Run | None = None
        self._unkept: list[_Answer] = []

    def due(self) -> None:
        """Begin a run at the next turn, or after the one that goes on."""
        self._due_s = 0.0

    def turn(self) -> StampReport | None:
        """Keep what came, and begin a run where one is due. Gives how it stands when one has ended.

        It asks nobody itself, and raises nothing of the network's, the disk's or another writer's: what could not be
        kept is kept at a later turn.
        """
        if self._run is None:
            return self._begin() if time.monotonic() >= self._due_s else None
        self._unkept += self._run.taken()
        if not self._kept() or not self._run.ended:
            return None
        run, self._run = self._run, None
        return report_on(run.services, run.answers, case=self._case, most=self._most)

    def end(self, *, within_s: float, begin: bool = False) -> StampReport | None:
        """Wait for the run that goes on, or with `begin` for one more; gives how it stands, if it ended in that time.

        What is not answered by then waits for the next time.
        """
        until = time.monotonic() + within_s
        report = None
        if begin and self._run is None:
            self.due()
            report = self.turn()
        while self._run is not None and time.monotonic() < until:
            self._run.wait(min(0.2, within_s))
            report = self.turn()
        return report

    def _begin(self) -> StampReport | None:
        self._due_s = time.monotonic() + self._every_s
        try:
            services = list(self._services(self._case))
            jobs = [(each, jobs_for(each, self._case, most=self._most)) for each in services]
        except VigilError as error:
            waiting = Waiting(authority="", n=n_waiting(self._case), why=str(error))
            return StampReport(n_stamped=0, n_redeemed=0, n_promised=0, waiting=(waiting,))
        if any(asked for _, asked in jobs):
            self._run = _Run(services, jobs)
        return None

    def _kept(self) -> bool:
        """Whether everything that came is kept by now."""
        while self._unkept:
            service, answered = self._unkept[0]
            try:
                keep_answer(service, answered, case=self._case, clock=self._clock)
            except Unavailable:
                return False
            self._unkept.pop(0)
        return True


class _Run:
    """One run through the services, in a thread of its own."""

    def __init__(self, services: Sequence[StampService], jobs: Sequence[tuple[StampService, Sequence[Job]]]) -> None:
        self.services = services
        self.answers: list[_Answer] = []
        self._came: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._ask, args=(jobs,), name="timestamps", daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether everyone was asked and everything they answered was taken."""
        return not self._thread.is_alive() and self._came.empty()

    def taken(self) -> list[_Answer]:
        """What came since."""
        came = []
        while not self._came.empty():
            came.append(self._came.get())
        self.answers += came
        return came

    def wait(self, seconds: float) -> None:
        """Until everyone was asked, and no longer than this."""
        self._thread.join(seconds)

    def _ask(self, jobs: Sequence[tuple[StampService, Sequence[Job]]]) -> None:
        asyncio.run(self._ask_all(jobs))

    async def _ask_all(self, jobs: Sequence[tuple[StampService, Sequence[Job]]]) -> None:
        for service, asked in jobs:
            async for answered in ask(service, asked):
                self._came.put((service, answered))
