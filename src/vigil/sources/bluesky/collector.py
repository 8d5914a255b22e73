"""Bluesky as `listen` hears it: the stream, what the archive fills, and what probes find, in one sequence of items.

The stream is begun first. An account watched for the first time is filled once the stream brings it, so that nothing
falls between the two; what the stream has lost is passed on as a `Gap` and then filled.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime

from vigil.model.errors import InvalidInput
from vigil.model.heard import Cursor, Filled, Gap, Heard, Missing, Pulse
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.bluesky.events import PLATFORM, did_of
from vigil.sources.bluesky.fills import Fills
from vigil.sources.bluesky.fills import Given as GivenBefore
from vigil.sources.bluesky.homes import Homes
from vigil.sources.bluesky.probes import Prober, ProbeSettings
from vigil.sources.bluesky.setup import Ear, Setup
from vigil.sources.live.asking import Patience
from vigil.sources.live.line import LineSettings, listen
from vigil.sources.live.rounds import Rounds, RoundSettings
from vigil.usecases.listening.collecting import Given, Item

N_FILLING = 2
"""Archives asked at a time: with a hundred posts an answer, no server is near its limit (3,000 requests in 5 min)."""

MOST_WAITING = 100
"""Items that wait for whoever listens; beyond, the stream is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How patient a collector is."""

    line: LineSettings = field(default_factory=LineSettings)
    probes: ProbeSettings = field(default_factory=ProbeSettings)
    # Each account somewhat more often than promised: what is found must be minutes old.
    rounds: RoundSettings = field(default_factory=lambda: RoundSettings(every_s=1620.0))
    filling: Patience = field(default_factory=lambda: Patience(attempts=4, longest_retry_after_s=300.0))
    settle_s: float = 3.0  # after a connection is made, what it replays has come
    settle_within_s: float = 60.0  # a stream that does not hear by then is not waited for
    once_within_s: float = 60.0  # `once`: a stream that brings nothing and does not hear is given up
    longest_once_s: float = 3600.0  # `once`: it goes on from its cursor another time


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


@dataclass(frozen=True, slots=True)
class _Over:
    """The present is reached, or cannot be."""


class BlueskyCollector:
    """One Jetstream, relay or server that is listened to, with the archives behind it."""

    def __init__(self, given: Given, setup: Setup, manner: Manner | None = None) -> None:
        """Nothing is connected yet.

        Raises:
            InvalidInput: An account is no DID, or there are more than may be asked for.
        """
        self._given, self._setup, self._manner = given, setup, manner or Manner()
        self._clock = given.clock
        self._homes = Homes(setup, clock=self._clock)
        self._heard_until = dict(given.heard_until)
        self._watched: dict[Account, WatchedAccount] = {}
        self._accounts_of(given.accounts)
        self._ear, self._cursor_lost = self._first_ear(given)
        self._watched = {each.account: each for each in given.accounts}
        self._anew, self._changed = asyncio.Event(), asyncio.Event()
        self._pulse: Pulse | None = None
        self._listening = False
        self._progress_s = 0.0
        self._unsettled_s: float | None = None
        self._before = GivenBefore(len(given.accounts))
        self._fills = Fills(
            given.collector,
            self._homes,
            self._manner.filling,
            given=self._before,
            settled=self._settled,
            filled=self._on_filled,
            lag_s=self._manner.settle_s,
            clock=self._clock,
        )
        self._prober = Prober(
            given.collector, self._homes, self._manner.probes, fill=self._fills.want, clock=self._clock
        )
        self._rounds: Rounds | None = None
        self._queue: asyncio.Queue[Item | _Failed | _Over] = asyncio.Queue(MOST_WAITING)

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:
        """Everything heard, filled and found, until closed. `once`: until the present is reached, or cannot be."""
        if once and not self._watched:
            return
        self._progress_s = _now()
        self._listening = True
        self._begin()
        async with self._homes:
            works = [self._stream(once=once)]
            works += [self._fills.work(self._queue.put, once=once) for _ in range(N_FILLING)]
            works.append(self._once() if once else self._probe(once=False))
            tasks = [asyncio.create_task(self._guarded(work)) for work in works]
            try:
                while not isinstance(item := await self._queue.get(), _Over):
                    if isinstance(item, _Failed):
                        raise item.error
                    yield item
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Listen for these from now on; who is new is filled.

        Raises:
            InvalidInput: One is no DID, or there are more than may be asked for. Nothing has changed then.
        """
        self._accounts_of(accounts)
        now, before = self._clock(), self._watched
        watched = {each.account: each for each in accounts}
        if self._ear is None and watched:
            self._ear = self._new_ear(watched, None)
        elif self._ear is not None and watched and self._ear.watch(account.id for account in watched):
            self._anew.set()
        self._watched = watched
        if not self._listening:
            return  # all that follows is done when it begins
        for account in before.keys() - watched.keys():
            if account in self._heard_until:
                self._heard_until[account] = now
        self._fills.keep(watched)
        self._prober.watch(dict.fromkeys(watched, now))
        if self._rounds is not None:
            self._rounds.watch(list(watched.values()))
        for account in watched:
            if account not in before:
                self._fills.want(account, self._heard_until.get(account))
        self._changed.set()

    def _first_ear(self, given: Given) -> tuple[Ear | None, bool]:
        """The stream from its cursor, and whether that was of no use: one of another wire or server, say."""
        watched = {each.account: each for each in given.accounts}
        if not watched:
            return None, False
        try:
            return self._new_ear(watched, given.cursor), False
        except InvalidInput:
            return self._new_ear(watched, None), True

    def _new_ear(self, watched: dict[Account, WatchedAccount], cursor: Cursor | None) -> Ear:
        dids = [account.id for account in watched]
        return self._setup.ear(dids, collector=self._given.collector, cursor=cursor, blobs=self._homes.blob)

    @staticmethod
    def _accounts_of(accounts: Sequence[WatchedAccount]) -> None:
        for each in accounts:
            did_of(each.account.id)
            if each.account.platform != PLATFORM:
                raise InvalidInput("an account of another platform cannot be heard on Bluesky")

    def _begin(self) -> None:
        """What of each account is to be filled: all, or what lies between its last hearing and the cursor."""
        now = self._clock()
        cursor_at = self._ear.newest_at if self._ear is not None else None
        since: dict[Account, datetime] = {}
        for account in self._watched:
            until = self._heard_until.get(account)
            resumed = until is not None and cursor_at is not None and cursor_at <= max(until, now)
            since[account] = cursor_at if resumed and cursor_at is not None else now
            if until is None or until < since[account]:
                self._fills.want(account, until)
        self._prober.watch(since)

    async def _guarded(self, work: Coroutine[None, None, None]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - raised again where it is listened to
            await self._queue.put(_Failed(error))

    async def _stream(self, *, once: bool) -> None:
        """The stream, for as long as anybody is watched."""
        line = self._manner.line
        if once:  # catching up does not wait ten seconds for a pulse
            line = replace(line, pulse_every_s=min(2.0, line.pulse_every_s))
        if self._cursor_lost and self._heard_until:
            begin, end = min(self._heard_until.values(), default=None), self._clock()
            why = Missing.CURSOR_UNKNOWN
            await self._queue.put(Gap(collector=self._given.collector, why=why, begin=begin, end=end))
        while True:
            if self._ear is None:
                self._changed.clear()
                await self._changed.wait()
                continue
            stream = listen(self._ear, line, clock=self._clock, anew=self._anew)
            async with aclosing(stream) as items:  # type: ignore[type-var]
                async for item in items:
                    if not self._watched:
                        break  # asked for nobody, a server would send everyone
                    lost = self._narrowed(item) if isinstance(item, Gap) else None
                    for each in self._brought(lost or item):
                        await self._queue.put(each)
                    if lost is not None:
                        self._lost(lost)
            self._ear = self._pulse = None
            if self._watched:
                self._ear = self._new_ear(self._watched, None)

    def _brought(self, item: Heard | Gap | Pulse) -> list[Item]:
        """What the stream brings, with what follows from it."""
        if isinstance(item, Heard):
            self._progress_s = _now()
            new = self._before.new(item)
            return [*([] if new is None else [new]), *self._prober.heard(item)]
        if isinstance(item, Pulse):
            self._pulse, self._prober.heard_until = item, item.heard_until
            if item.n_events:
                self._progress_s = _now()
        return [item]

    def _narrowed(self, gap: Gap) -> Gap:
        """A gap of one account does not begin before what a probe or the archive has shown to be whole."""
        whole_until = self._prober.whole_until(gap.account) if gap.account is not None else None
        if whole_until is None or gap.account not in self._heard_until or gap.begin is not None:
            return gap
        return replace(gap, begin=whole_until if gap.end is None else min(whole_until, gap.end))

    def _lost(self, gap: Gap) -> None:
        for account in self._watched if gap.account is None else [gap.account]:
            if account in self._watched:
                first = account not in self._heard_until  # the first watch is filled from the beginning
                self._fills.want(account, None if first else gap.begin or self._prober.whole_until(account))
        self._prober.lost(gap)

    def _on_filled(self, filled: Filled) -> None:
        self._prober.filled(filled)
        if filled.account is not None:
            until = self._heard_until.get(filled.account, filled.end)
            self._heard_until[filled.account] = max(until, filled.end)

    async def _settled(self, did: str) -> None:
        """Until the stream has brought what it has of an account, as far as can be told, and not for ever."""
        while not self._is_settled(did):
            self._unsettled_s = self._unsettled_s or _now()
            if _now() - self._unsettled_s > self._manner.settle_within_s:
                return  # and the next account does not wait for this long again
            await asyncio.sleep(min(0.1, self._manner.settle_s))
        self._unsettled_s = None

    def _is_settled(self, did: str) -> bool:
        ear, pulse = self._ear, self._pulse
        if ear is None or pulse is None or pulse.why is not None or not ear.asks_for(did) or not ear.connected_at:
            return False
        return (self._clock() - ear.connected_at).total_seconds() >= self._manner.settle_s

    async def _probe(self, *, once: bool) -> None:
        """Account after account; what `Rounds` say of each is weighed, and what they say of the whole is not said."""
        if not self._homes.answers:
            return
        accounts = list(self._watched.values())
        self._rounds = Rounds(self._prober, accounts, self._manner.rounds, clock=self._clock)
        async for item in self._rounds.listen(once=once):
            if not isinstance(item, Pulse):
                await self._queue.put(item)
                if isinstance(item, Gap) and item.account is not None:
                    self._fills.want(item.account, item.begin)
            elif item.account is not None:
                for pulse in self._prober.after(item.account, answered=item.why is None):
                    await self._queue.put(pulse)

    async def _once(self) -> None:
        """Catch up, look whether that was all, fill what there is to fill, and end: within an hour."""
        try:
            async with asyncio.timeout(self._manner.longest_once_s):
                if await self._reaches(self._clock()):
                    await self._probe(once=True)
                while not self._fills.idle:
                    await asyncio.sleep(0.05)
        except TimeoutError:
            pass  # it goes on another time
        await self._queue.put(_Over())

    async def _reaches(self, begun: datetime) -> bool:
        """Whether the stream comes up to the instant at which we began; not, if it brings nothing for long."""
        while _now() - self._progress_s < self._manner.once_within_s:
            pulse, newest_at = self._pulse, self._ear.newest_at if self._ear is not None else None
            if pulse is not None and pulse.why is None and pulse.heard_until is not None:
                past = newest_at is not None and newest_at >= begun
                if pulse.heard_until >= begun and (past or pulse.n_events == 0):
                    return True
            await asyncio.sleep(0.05)
        return False


def _now() -> float:
    return asyncio.get_running_loop().time()
