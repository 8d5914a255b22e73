"""What the archive is asked for: accounts watched for the first time, and stretches of time the stream has lost.

A stretch that cannot be filled now is tried again later, and stands as lost until then. What the stream has brought is
not given again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Filled, Gap, Heard, Missing
from vigil.model.ids import AccountId, CollectorName
from vigil.model.observation import Kind, Observation
from vigil.model.witness import Account
from vigil.sources.bluesky.backfill import backfill
from vigil.sources.bluesky.events import instant_of_tid
from vigil.sources.bluesky.homes import Homes
from vigil.sources.live.asking import Patience
from vigil.usecases.listening.collecting import Item
from vigil.usecases.ports import Clock

FIRST_WAIT_S, LONGEST_WAIT_S = 10.0, 900.0
"""How long an archive that failed is left alone: doubling. Our choice: an hour's outage is filled soon after it."""

ATTEMPTS_ONCE = 2
"""How often a failing archive is asked where listening ends when the present is reached."""

MOST_REMEMBERED = 200_000
"""Posts given before, of all accounts together: about 20 MB."""

FRESH = timedelta(minutes=1)
"""What was made so lately may still be on its way through the stream."""

_WORDED = frozenset({Kind.POST, Kind.REPLY, Kind.REPOST, Kind.EDIT})

Put = Callable[[Item], Awaitable[None]]


class Given:
    """The posts of each account that were given last, so that archive and stream do not both give them.

    A post that comes again in other words is given again: it was edited in between.
    """

    def __init__(self, n_accounts: int) -> None:
        """None was given."""
        self._most = max(50, min(500, MOST_REMEMBERED // max(1, n_accounts)))
        self._posts: dict[AccountId, dict[str, int]] = {}

    def new(self, item: Heard) -> Heard | None:
        """What of it was not given before. From here on it was."""
        fresh = [self._add(seen) for seen in item.observations]
        if all(fresh):
            return item
        if not any(fresh) and not item.handles:
            return None
        observations = tuple(seen for seen, is_new in zip(item.observations, fresh, strict=True) if is_new)
        keys = item.keys
        if len(keys) == len(fresh):
            keys = tuple(key for key, is_new in zip(keys, fresh, strict=True) if is_new)
        posts = {seen.post for seen in observations}
        media = tuple(each for each in item.media if each.post in posts)
        return replace(item, observations=observations, keys=keys, media=media)

    def _add(self, seen: Observation) -> bool:
        if seen.post is None or seen.kind not in _WORDED:
            if seen.post is not None and seen.kind is Kind.DELETE:
                self._posts.get(seen.account, {}).pop(seen.post, None)  # it may be made again, in the same words
            return True
        posts, words = self._posts.setdefault(seen.account, {}), hash(seen.text)
        if seen.kind is not Kind.EDIT and posts.get(seen.post) == words:
            return False
        posts[seen.post] = words
        if len(posts) > self._most:
            del posts[next(iter(posts))]
        return True


@dataclass(slots=True)
class _Job:
    begin: datetime | None  # None: from the account's beginning
    due_s: float = 0.0
    n_failed: int = 0


class Fills:
    """The stretches of time that are still to be filled."""

    def __init__(
        self,
        collector: CollectorName,
        homes: Homes,
        patience: Patience,
        *,
        given: Given,
        settled: Callable[[str], Awaitable[None]],
        filled: Callable[[Filled], None],
        lag_s: float,
        clock: Clock,
    ) -> None:
        """Nothing is to be filled yet.

        Args:
            collector: What to call this ear.
            homes: Who is asked.
            patience: How long for.
            given: What was given before.
            settled: Comes back when the stream has brought what it will of an account, up to about now.
            filled: Told of every stretch that was filled.
            lag_s: How much later the stream may bring what the archive has already.
            clock: Now, in UTC.
        """
        self._collector, self._homes, self._patience = collector, homes, patience
        self._given, self._settled, self._filled, self._lag_s, self._clock = given, settled, filled, lag_s, clock
        self._jobs: dict[Account, _Job] = {}
        self._running: set[Account] = set()
        self._wake = asyncio.Event()

    @property
    def idle(self) -> bool:
        """Whether there is nothing to fill, or nothing that could be."""
        return not self._jobs and not self._running

    def want(self, account: Account, begin: datetime | None) -> None:
        """Fill an account from an instant on, as soon as may be; None: from its beginning."""
        if not self._homes.answers:
            return
        job = self._jobs.setdefault(account, _Job(begin))
        job.begin = None if job.begin is None or begin is None else min(job.begin, begin)
        self._wake.set()

    def keep(self, accounts: Iterable[Account]) -> None:
        """Fill none but these."""
        kept = set(accounts)
        self._jobs = {account: job for account, job in self._jobs.items() if account in kept}

    async def work(self, put: Put, *, once: bool) -> None:
        """Fill one after the other, without end. Several may work at a time."""
        while True:
            account = self._next()
            if account is None:
                self._wake.clear()
                await self._sleep()
                continue
            job = self._jobs.pop(account)
            self._running.add(account)
            try:
                await self._fill(account, job, put)
            except InvalidInput:
                pass  # nobody can be asked for it, or whoever is asked does not know it: probes say what became of it
            except Unavailable:
                self._again(account, job, once=once)
            finally:
                self._running.discard(account)
                self._wake.set()

    def _next(self) -> Account | None:
        due = [(job.due_s, account) for account, job in self._jobs.items() if account not in self._running]
        first = min(due, default=None)
        return None if first is None or first[0] > _now() else first[1]

    async def _sleep(self) -> None:
        due = min((job.due_s for account, job in self._jobs.items() if account not in self._running), default=None)
        try:
            async with asyncio.timeout(None if due is None else max(0.01, due - _now())):
                await self._wake.wait()
        except TimeoutError:
            pass

    def _again(self, account: Account, job: _Job, *, once: bool) -> None:
        n_failed = job.n_failed + 1
        if once and n_failed >= ATTEMPTS_ONCE:
            return
        wait_s = min(FIRST_WAIT_S * 2.0 ** min(n_failed - 1, 20), LONGEST_WAIT_S)
        later = self._jobs.setdefault(account, _Job(job.begin))
        later.begin = None if later.begin is None or job.begin is None else min(later.begin, job.begin)
        later.n_failed, later.due_s = n_failed, _now() + wait_s

    async def _fill(self, account: Account, job: _Job, put: Put) -> None:
        await self._settled(account.id)
        begin, end, oldest = job.begin, self._clock(), None
        lag_s = self._lag_s
        async with self._homes.server_of(account.id, self._patience) as server:
            pages = backfill(server, account.id, collector=self._collector, since=job.begin, blobs=self._homes.blob)
            async for item in pages:
                if isinstance(item, Gap):
                    if item.why is Missing.TOO_BIG:  # what is older was not asked for
                        begin = oldest
                        await put(replace(item, end=oldest))
                    else:
                        await put(item)
                    continue
                oldest = min([seen.published_at for seen in item.observations], default=oldest)
                if lag_s and any(_is_fresh(seen, end) for seen in item.observations):
                    await asyncio.sleep(lag_s)  # the stream is to bring first what it is bringing now
                    lag_s = 0.0
                new = self._given.new(item)
                if new is not None:
                    await put(new)
        filled = Filled(collector=self._collector, begin=begin, end=end, account=account)
        await put(filled)
        self._filled(filled)


def _is_fresh(seen: Observation, now: datetime) -> bool:
    at = instant_of_tid((seen.post or "").rpartition("/")[2])
    return at is not None and at >= now - FRESH


def _now() -> float:
    return asyncio.get_running_loop().time()
