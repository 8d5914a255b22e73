"""Accounts asked for one after the other, in rounds, where a platform offers no stream or one that cannot be trusted.

Each account has its turn once in an interval, spread evenly over it, the longest unheard first. What its asking brings
is passed on; that it was answered is a pulse of this account; that it was not is one too, with its reason. A server
that asks to be left alone is left alone, and everybody's turns wait. While one that does not answer is waited for, the
source goes on saying how it hears. Between the turns of few accounts a server could be gone for long: it is asked now
and then whether it still answers.

What was posted between two turns is found by the second. What was also taken down between them is not: so where turns
lie much further apart than they should, as on a machine that slept, the time between counts as filled, not as heard.
"""

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, cast

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Deafness, Filled, Gap, Heard, Pulse
from vigil.model.ids import CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.usecases.ports import Clock


class Unanswered(Unavailable):
    """One account's asking came to nothing."""

    def __init__(self, why: Deafness, *, retry_after_s: float | None = None, everyone: bool = False) -> None:
        """`everyone`: no other account could be asked for either, for so long or until the next turn."""
        super().__init__(f"an account could not be asked for: {why}")
        self.why, self.retry_after_s, self.everyone = why, retry_after_s, everyone


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSettings:
    """How often, and how patiently."""

    every_s: float = 900.0  # each account once in this time
    least_apart_s: float = 0.2  # between one asking and the next
    pulse_every_s: float = 10.0  # of the source as a whole
    quiet_after_s: float = 60.0  # an asking that brings nothing for so long: the server is not heard
    probe_every_s: float = 60.0  # where nobody's turn came for so long, see whether the server answers at all
    first_wait_s: float = 5.0  # after an account was not answered, doubling up to `every_s`
    longest_wait_s: float = 60.0  # the same where nobody was: up to this


class Asker(Protocol):
    """Asks for one account."""

    collector: CollectorName
    platform: Platform
    n_malformed: int
    n_repeated: int

    def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        """What is new of an account, in order; a pulse where more is known of how it was heard until now.

        Raises:
            Unanswered: Nothing was learnt from here on.
        """
        ...


@dataclass(slots=True)
class _Turn:
    watched: WatchedAccount
    due_s: float
    heard_at: datetime | None = None
    unbroken_since: datetime | None = None
    n_failed: int = 0
    late: bool = False  # and it was said


class Rounds:
    """The turns of one collector's accounts."""

    def __init__(
        self,
        asker: Asker,
        accounts: Sequence[WatchedAccount],
        settings: RoundSettings,
        *,
        clock: Clock,
        rng: random.Random | None = None,
        probe: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`probe` sees whether the server answers at all, and raises `Unanswered` where it does not."""
        self._probe = probe
        self._asker, self._settings, self._clock = asker, settings, clock
        self._rng = rng or random.SystemRandom()
        self._turns: dict[Account, _Turn] = {}
        self._source_why: Deafness | None = Deafness.CONNECTING
        self._probe_failed = False  # and that is why the source is not heard
        self._source_heard_at: datetime | None = None
        self._retry_at: datetime | None = None
        self._n_events = 0
        self._wait_until_s = 0.0
        self._last_beat_s = -float("inf")
        self._asked_s = -float("inf")
        self._waiting_since_s: float | None = None  # for what an asking brings next
        self._began_s = 0.0
        self.watch(accounts)

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Ask for these from now on; who is new has the next turn."""
        turns = {}
        for watched in accounts:
            turn = self._turns.get(watched.account) or _Turn(watched=watched, due_s=-float("inf"))
            turn.watched = watched
            turns[watched.account] = turn
        self._turns = turns

    async def listen(self, *, once: bool) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        """Turn after turn without end. `once`: every account has one turn, answered or not."""
        asked: set[Account] = set()
        self._began_s = _now()
        while True:
            if _now() - self._last_beat_s >= self._settings.pulse_every_s:
                yield self._beat()
                for late in self._late():
                    yield late
            if self._probe is not None and not once and self._until_probe() <= 0:
                async for beat in self._probed(self._probe):
                    yield beat
                continue
            turn = self._next(asked if once else frozenset())
            wait_s = self._until(turn) if turn else self._settings.pulse_every_s
            if once and (turn is None or (wait_s > 0 and self._retry_at is not None)):
                yield self._beat()  # nobody is left, or the server asks to be left alone until another day
                return
            if turn is None or wait_s > 0:
                await asyncio.sleep(max(0.0, min(wait_s, self._until_beat(), self._until_probe())))
                continue
            asked.add(turn.watched.account)
            async for item in self._ask(turn):
                yield item

    def _late(self) -> list[Pulse]:
        """Whose turn is overdue by a whole interval: too many accounts, or a server too slow, for all."""
        late = []
        for turn in self._turns.values():
            overdue_s = _now() - max(turn.due_s, self._began_s)
            if overdue_s > self._settings.every_s and not turn.late:
                turn.late = True
                late.append(self._pulse(turn, why=Deafness.LATE))
        return late

    def _next(self, asked: "frozenset[Account] | set[Account]") -> _Turn | None:
        turns = [turn for account, turn in self._turns.items() if account not in asked]
        return min(turns, key=lambda turn: turn.due_s, default=None)

    def _until(self, turn: _Turn) -> float:
        return max(turn.due_s, self._wait_until_s, self._asked_s + self._settings.least_apart_s) - _now()

    def _until_beat(self) -> float:
        return self._last_beat_s + self._settings.pulse_every_s - _now()

    def _until_probe(self) -> float:
        if self._probe is None:
            return float("inf")
        return max(max(self._asked_s, self._began_s) + self._settings.probe_every_s, self._wait_until_s) - _now()

    async def _probed(self, probe: Callable[[], Awaitable[None]]) -> AsyncIterator[Pulse]:
        begun, self._asked_s = self._clock(), _now()
        self._waiting_since_s = _now()
        probing = asyncio.ensure_future(probe())
        try:
            while not probing.done():
                await asyncio.wait([probing], timeout=max(0.0, self._until_beat()))
                if self._until_beat() <= 0:
                    yield self._beat()
            probing.result()
        except (InvalidInput, Unavailable) as error:
            why = error.why if isinstance(error, Unanswered) else Deafness.REFUSED
            wait_s = error.retry_after_s if isinstance(error, Unanswered) else None
            self._wait_until_s = _now() + (wait_s or 0.0)
            self._retry_at = self._clock() + timedelta(seconds=wait_s) if wait_s else self._retry_at
            changed, self._source_why, self._probe_failed = self._source_why != why, why, True
        else:
            changed = False
            if self._probe_failed or self._source_why in {None, Deafness.CONNECTING}:
                self._source_heard_at, self._retry_at = begun, None
                changed, self._source_why, self._probe_failed = self._source_why is not None, None, False
            # What refused an account may answer a probe: then only an account that is answered shows that it hears.
        finally:
            self._waiting_since_s = None
            probing.cancel()
            await asyncio.gather(probing, return_exceptions=True)
        if changed:
            yield self._beat()

    async def _ask(self, turn: _Turn) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        begun, self._asked_s = self._clock(), _now()
        try:
            async with aclosing(self._brought(turn.watched)) as brought:
                async for item in brought:
                    if isinstance(item, Heard):
                        self._n_events += len(item.observations)
                    if isinstance(item, Gap):
                        turn.unbroken_since = max(item.end or begun, turn.unbroken_since or item.end or begun)
                    yield item
        except (InvalidInput, Unavailable) as error:
            # What an asker cannot make sense of, and does not say so of, is one account's trouble and nobody else's.
            unanswered = error if isinstance(error, Unanswered) else Unanswered(Deafness.REFUSED)
            for pulse in self._failed(turn, unanswered):
                yield pulse
            return
        if turn.heard_at is not None and begun - turn.heard_at > 2 * timedelta(seconds=self._settings.every_s):
            yield Filled(collector=self._asker.collector, begin=turn.heard_at, end=begun, account=turn.watched.account)
            turn.unbroken_since = begun
        for pulse in self._answered(turn, begun):
            yield pulse

    async def _brought(self, watched: WatchedAccount) -> AsyncGenerator[Heard | Gap | Filled | Pulse, None]:
        """What an asking brings, item by item; and whenever it is time, how the source hears meanwhile."""
        came: asyncio.Queue[Heard | Gap | Filled | Pulse] = asyncio.Queue(1)

        async def bring() -> None:
            asking = cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._asker.ask(watched))
            async with aclosing(asking):
                async for item in asking:
                    await came.put(item)
                    await came.join()  # it goes on when what it gave was taken

        bringing = asyncio.create_task(bring())
        self._waiting_since_s = _now()
        try:
            while not (bringing.done() and came.empty()):
                taking = asyncio.create_task(came.get())
                try:
                    await asyncio.wait(
                        [taking, bringing], timeout=max(0.0, self._until_beat()), return_when=asyncio.FIRST_COMPLETED
                    )
                    if taking.done():
                        yield taking.result()
                        self._waiting_since_s = _now()
                        came.task_done()
                finally:
                    taking.cancel()
                if self._until_beat() <= 0:
                    yield self._beat()
                    for late in self._late():
                        yield late
            bringing.result()
        finally:
            self._waiting_since_s = None
            bringing.cancel()
            await asyncio.gather(bringing, return_exceptions=True)

    def _failed(self, turn: _Turn, unanswered: Unanswered) -> list[Pulse]:
        said = []
        turn.n_failed += 1
        wait_s = unanswered.retry_after_s or self._backoff_s(turn.n_failed, everyone=unanswered.everyone)
        turn.due_s = _now() + wait_s
        if unanswered.everyone:
            self._wait_until_s = _now() + wait_s
            self._retry_at = self._clock() + timedelta(seconds=wait_s)
            changed, self._source_why = self._source_why != unanswered.why, unanswered.why
            self._probe_failed = False
            if changed:
                said.append(self._beat())
        return [*said, self._pulse(turn, why=unanswered.why)]

    def _answered(self, turn: _Turn, begun: datetime) -> list[Pulse]:
        turn.n_failed, turn.late = 0, False
        # Spread evenly, and never in step with others who began when we did.
        turn.due_s = _now() + self._settings.every_s * self._rng.uniform(0.9, 1.0)
        turn.heard_at = begun
        turn.unbroken_since = turn.unbroken_since or begun
        self._source_heard_at, self._retry_at = begun, None
        changed, self._source_why, self._probe_failed = self._source_why is not None, None, False
        return [*([self._beat()] if changed else []), self._pulse(turn, why=None)]

    def _backoff_s(self, n_failed: int, *, everyone: bool) -> float:
        """A server that is gone is asked once a minute at least: for all, its return shows in time."""
        most_s = min(self._settings.every_s, self._settings.longest_wait_s) if everyone else self._settings.every_s
        longest = min(self._settings.first_wait_s * 2.0 ** min(n_failed - 1, 20), most_s)
        return longest * self._rng.uniform(0.5, 1.0)

    def _pulse(self, turn: _Turn, *, why: Deafness | None) -> Pulse:
        return Pulse(
            collector=self._asker.collector,
            platform=self._asker.platform,
            at=self._clock(),
            hearing=Hearing.HEALTHY if why is None else Hearing.BLIND,
            why=why,
            unbroken_since=turn.unbroken_since,
            heard_until=turn.heard_at,
            n_events=0,
            rate_per_s=0.0,
            usual_rate_per_s=None,
            lag_s=None,
            n_malformed=self._asker.n_malformed,
            n_repeated=self._asker.n_repeated,
            retry_at=self._retry_at,
            account=turn.watched.account,
        )

    def _beat(self) -> Pulse:
        over_s = min(_now() - self._last_beat_s, self._settings.every_s)
        self._last_beat_s = _now()
        why = self._source_why
        if self._waiting_since_s is not None and _now() - self._waiting_since_s > self._settings.quiet_after_s:
            why = Deafness.QUIET if why in {None, Deafness.CONNECTING} else why
        n_events, self._n_events = self._n_events, 0
        return Pulse(
            collector=self._asker.collector,
            platform=self._asker.platform,
            at=self._clock(),
            hearing=Hearing.HEALTHY if why is None else Hearing.BLIND,
            why=why,
            unbroken_since=None,
            heard_until=self._source_heard_at,
            n_events=n_events,
            rate_per_s=n_events / over_s if over_s > 0 else 0.0,
            usual_rate_per_s=None,
            lag_s=None,
            n_malformed=self._asker.n_malformed,
            n_repeated=self._asker.n_repeated,
            retry_at=self._retry_at,
        )


def _now() -> float:
    """Seconds on the loop's clock, which never jumps."""
    return asyncio.get_running_loop().time()
