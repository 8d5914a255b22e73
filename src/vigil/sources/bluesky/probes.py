"""Whether the stream brings everything of each account: its own server is asked in turn, and compared.

A stream may be lively and have lost one account alone, without a word. What shows it is a record at the account's
server that is minutes old, was made while we listened, and never came. Records are dated by their keys here, which are
instants (TIDs) unless the posting program chose another; those that are none, or of a time we did not listen, prove
nothing and are passed over. Nor does a server prove anything that does not answer, but that the account is `LATE`.

While an account is known to be behind, each probe fills it from the archive; what ends this is something of the account
that the stream brings.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from vigil.model.coverage import Hearing
from vigil.model.errors import Unavailable
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.model.observation import AccountState
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.bluesky.backfill import NotThere, gone, newest, status
from vigil.sources.bluesky.events import COLLECTIONS, PLATFORM, instant_of_tid
from vigil.sources.bluesky.homes import Homes, NoHome
from vigil.sources.live.asking import Patience
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.ports import Clock

MOST_BROUGHT = 1_000
"""Of one account between two probes, remembered: more than the pages of records that are looked at hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeSettings:
    """How records are compared with what came."""

    every_s: float = 1800.0  # each account at least so often, or it is late; the manifest promises it
    unheard_after_s: float = 120.0  # so old must a record be that should have come
    clocks_s: float = 60.0  # how far the clock behind a record's key may be from ours
    state_within_s: float = 5.0  # so long the stream has to bring a change of state that a probe saw
    patience: Patience = field(default_factory=lambda: Patience(attempts=1, answer_within_s=15.0))


@dataclass(slots=True)
class _Known:
    mark: datetime  # what came before it was looked through, or filled
    answered_s: float
    brought: dict[str, None] = field(default_factory=dict)  # by the stream
    state: AccountState | None = None
    behind: bool = False
    late: bool = False


class Prober:
    """Asks for one account after the other, as `Rounds` say. It is told everything the stream brings."""

    platform = PLATFORM
    n_malformed = n_repeated = 0

    def __init__(
        self,
        collector: CollectorName,
        homes: Homes,
        settings: ProbeSettings,
        *,
        fill: Callable[[Account, datetime | None], None],
        clock: Clock,
    ) -> None:
        """Nobody is watched yet. `fill` is asked to fill an account from an instant on."""
        self.collector = collector
        self.heard_until: datetime | None = None  # by the stream
        self._homes, self._settings, self._fill, self._clock = homes, settings, fill, clock
        self._clocks = timedelta(seconds=settings.clocks_s)
        self._accounts: dict[Account, _Known] = {}

    def watch(self, since: Mapping[Account, datetime]) -> None:
        """These from now on, each with the instant from which the stream brings it."""
        self._accounts = {
            account: self._accounts.get(account) or _Known(begin + self._clocks, _now())
            for account, begin in since.items()
        }

    def heard(self, item: Heard) -> list[Pulse]:
        """The stream has brought this; whose accounts are heard again by it."""
        for seen in item.observations:
            known = self._accounts.get(Account(PLATFORM, seen.account))
            if known is None:
                continue
            known.state = seen.state or known.state
            if seen.post is not None:
                known.brought[seen.post] = None
                if len(known.brought) > MOST_BROUGHT:
                    del known.brought[next(iter(known.brought))]
        accounts = {Account(PLATFORM, seen.account) for seen in item.observations}
        accounts |= {seen.account for seen in item.handles}
        return [pulse for account in sorted(accounts) for pulse in self._again(account)]

    def lost(self, gap: Gap) -> None:
        """The stream has lost this: what was made then is not expected of it."""
        for account, known in self._accounts.items():
            if gap.account in {None, account}:
                known.mark = max(known.mark, (gap.end or self._clock()) + self._clocks)

    def whole_until(self, account: Account) -> datetime | None:
        """Until when an account was looked through or filled. None: it is not watched."""
        known = self._accounts.get(account)
        return None if known is None else known.mark - self._clocks

    def filled(self, filled: Filled) -> None:
        """The archive has given an account up to an instant."""
        known = self._accounts.get(filled.account) if filled.account else None
        if known is not None:
            known.mark = max(known.mark, filled.end)

    async def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled]:
        """What a probe finds. Raises `Unanswered`: the account's server does not answer."""
        known = self._accounts.get(watched.account)
        if known is None:
            return
        try:
            items = await self._probe(watched.account, known)
        except NoHome:
            return
        except Unavailable as error:
            raise Unanswered(Deafness.UNREACHABLE) from error
        known.answered_s = _now()
        for item in items:
            yield item
        if known.behind:
            self._fill(watched.account, known.mark)

    def after(self, account: Account, *, answered: bool) -> list[Pulse]:
        """What is to be said of an account's hearing once it was asked for."""
        known = self._accounts.get(account)
        if known is None:
            return []
        if answered and known.behind:
            return [self._pulse(account, Hearing.BLIND, Deafness.BEHIND, None, known.mark)]
        if answered and known.late:
            known.late = False
            return [self._pulse(account, Hearing.HEALTHY, None, known.mark, self.heard_until)]
        if not answered and not known.behind and _now() - known.answered_s > self._settings.every_s:
            known.late = True
            return [self._pulse(account, Hearing.DEGRADED, Deafness.LATE, known.mark, self.heard_until)]
        return []

    async def _probe(self, account: Account, known: _Known) -> list[Heard | Gap]:
        did, patience = account.id, self._settings.patience
        async with self._homes.server_of(did, patience) as server:
            try:
                now = await status(server, did, collector=self.collector)
            except NotThere as not_there:
                return await self._gone(account, known, not_there)
            items = await self._changed(known, now.items)
            if now.active and not known.behind and self.heard_until is not None:
                until = min(self._clock(), self.heard_until) - timedelta(seconds=self._settings.unheard_after_s)
                begun = instant_of_tid(now.revision or "")
                missing = False
                if begun is None or begun > known.mark:
                    for collection in COLLECTIONS:
                        keys = await newest(server, did, collection)
                        missing |= _is_missing(keys, f"at://{did}/{collection}/", known, until)
                if missing:
                    known.behind = True
                    end = self._clock()
                    why = Missing.CHAIN_BROKEN
                    items.append(Gap(collector=self.collector, why=why, begin=known.mark, end=end, account=account))
                elif until > known.mark:
                    known.mark = until
                    known.brought = {uri: None for uri in known.brought if _made_after(uri, until)}
            return items

    async def _gone(self, account: Account, known: _Known, not_there: NotThere) -> list[Heard | Gap]:
        """Its server does not know it: it lives elsewhere now, or is no more."""
        if not not_there.says_gone or not self._homes.forget(account.id):
            return []  # an archive for all may not know everyone
        async with self._homes.server_of(account.id, self._settings.patience) as server:
            try:
                now = await status(server, account.id, collector=self.collector)
            except NotThere as still_not:
                said = gone(still_not, account.id, collector=self.collector) if still_not.says_gone else ()
                return await self._changed(known, said)
        return await self._changed(known, now.items)

    async def _changed(self, known: _Known, items: tuple[Heard | Gap, ...]) -> list[Heard | Gap]:
        """What a server says of an account, if it is another state than the one that was heard last."""
        states = [seen.state for item in items if isinstance(item, Heard) for seen in item.observations]
        state = states[0] if states else None
        if state is None:
            return [item for item in items if isinstance(item, Gap)]
        first, before = known.state is None, known.state
        if not first and state != before:
            await asyncio.sleep(self._settings.state_within_s)  # the stream may be about to say it, and knows when
        if known.state != before or state == before:
            return []
        known.state = state
        return [] if first and state is AccountState.ACTIVE else list(items)

    def _again(self, account: Account) -> list[Pulse]:
        """The stream brings an account again that it had left out."""
        known = self._accounts.get(account)
        if known is None or not known.behind:
            return []
        now = self._clock()
        self._fill(account, known.mark)
        known.behind, known.mark = False, now + self._clocks
        return [self._pulse(account, Hearing.HEALTHY, None, now, now)]

    def _pulse(
        self, account: Account, hearing: Hearing, why: Deafness | None, since: datetime | None, until: datetime | None
    ) -> Pulse:
        return Pulse(
            collector=self.collector,
            platform=PLATFORM,
            at=self._clock(),
            hearing=hearing,
            why=why,
            unbroken_since=since,
            heard_until=until,
            account=account,
        )


def _is_missing(keys: list[str], begin: str, known: _Known, until: datetime) -> bool:
    """Whether among an account's newest records is one that should have come and did not."""
    for key in keys:
        at = instant_of_tid(key)
        if at is not None and known.mark < at <= until and begin + key not in known.brought:
            return True
    return False


def _made_after(uri: str, until: datetime) -> bool:
    at = instant_of_tid(uri.rpartition("/")[2])
    return at is not None and at > until


def _now() -> float:
    return asyncio.get_running_loop().time()
