"""What feeds and web pages share as sources: one address an account, looked at again and again.

What is known of each address travels in the cursor, so that after a restart nothing is given twice and nothing that
still stands there is lost. Which time was not heard is told by when an address was last answered: what a later look
brings of that time is filled in, not heard.
"""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.heard import Cursor, Filled, Gap, Heard, Pulse
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.apart import Apart
from vigil.sources.live.fetching import Fetched, Fetcher, FetchSettings, Hop, NotFetched, proxy_of, web_address
from vigil.sources.live.rounds import Asker, Rounds, RoundSettings, Unanswered
from vigil.sources.live.visiting import Validators, Visitor
from vigil.usecases.listening.collecting import Given, SourceSetting, Trial

State = Mapping[str, object]
"""What is known of one address, as JSON: texts, whole numbers and objects of texts."""

CURSOR_FORMAT = 1

LOOK = FetchSettings(most_bytes=10_000_000, connect_within_s=10.0, quiet_at_most_s=20.0, within_s=45.0)
"""Of a feed or page that is one of hundreds: those that do not answer must not use up the others' time."""

LEAST_EVERY_S, MOST_EVERY_S = 60, 1800
"""A minute is as often as a server's owner is likely to suffer; half an hour as late as going deaf may show."""

SETTINGS = (
    SourceSetting(
        name="every",
        says=f"how many seconds between two looks at each address, {LEAST_EVERY_S} to {MOST_EVERY_S}",
        default="900",
    ),
    SourceSetting(
        name="proxy",
        says="look through this proxy, such as Tor's socks5h://127.0.0.1:9050: else each server sees where you are",
    ),
)


def every_s(given: Given) -> float:
    """The setting `every`.

    Raises:
        InvalidInput: It is no number of seconds in its range.
    """
    text = given.settings.get("every") or "900"
    if not text.isascii() or not text.isdecimal() or not LEAST_EVERY_S <= int(text[:9]) <= MOST_EVERY_S:
        raise InvalidInput(f"every: a whole number of seconds from {LEAST_EVERY_S} to {MOST_EVERY_S}")
    return float(text)


def fetcher(given: Given, look: FetchSettings) -> Fetcher:
    """What looks, through the setting `proxy` where it is set.

    Raises:
        InvalidInput: The proxy is none.
    """
    proxy = given.settings.get("proxy") or None
    if proxy is not None:
        proxy_of(proxy)
    return Fetcher(replace(look, proxy=proxy), clock=given.clock)


class Memory:
    """What is known of each address, and the cursor it makes."""

    def __init__(self, cursor: Cursor | None) -> None:
        """As a cursor of ours says; of one that is not, nothing is taken."""
        self._states: dict[Account, State] = {}
        self._spelled: dict[Account, str] = {}
        self._stored = _states(cursor)

    def of(self, account: Account) -> State:
        """What is known of an address; empty where nothing is."""
        return self._states.get(account) or self._stored.get(account.id) or {}

    def keep(self, account: Account, state: State) -> None:
        """Know this of an address from now on."""
        self._states[account] = state
        self._spelled[account] = f"{json.dumps(account.id)}:{json.dumps(state, separators=(',', ':'))}"

    def only(self, accounts: Sequence[WatchedAccount]) -> None:
        """Know nothing of any other address."""
        wanted = {watched.account for watched in accounts}
        for account in wanted:
            if account not in self._states and account.id in self._stored:
                self.keep(account, self._stored[account.id])
        for account in self._states.keys() - wanted:
            del self._states[account], self._spelled[account]
        self._stored = {}

    def cursor(self) -> Cursor:
        """Where to go on."""
        return Cursor(f'{{"v":{CURSOR_FORMAT},"of":{{{",".join(self._spelled.values())}}}}}')


def _states(cursor: Cursor | None) -> dict[str, State]:
    if cursor is None:
        return {}
    try:
        stored = json.loads(cursor)
        if stored["v"] != CURSOR_FORMAT:
            return {}
        return {name: state for name, state in stored["of"].items() if isinstance(state, dict)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def kept_validators(state: State) -> Validators | None:
    """By what the server tells whether something changed since."""
    url, etag, modified = (_text(state, name) for name in ("url", "etag", "modified"))
    return Validators(url=url, etag=etag, modified=modified) if url and (etag or modified) else None


def with_validators(state: Mapping[str, object], given: Validators | None) -> dict[str, object]:
    """The state with these to ask by the next time."""
    bare = {name: value for name, value in state.items() if name not in {"url", "etag", "modified"}}
    if given is None:
        return bare
    said = {"url": given.url, "etag": given.etag, "modified": given.modified}
    return {**bare, **{name: value for name, value in said.items() if value is not None}}


def _text(state: State, name: str) -> str | None:
    value = state.get(name)
    return value if isinstance(value, str) else None


class Unheard:
    """Since when an address has not been heard, at each look at it."""

    def __init__(self, before: Mapping[Account, datetime], *, longest: timedelta) -> None:
        """`before`: until when an earlier run heard each; `longest`: between two looks that follow one another."""
        self._until, self._longest = dict(before), longest
        self._looked: set[Account] = set()

    def since(self, account: Account, at: datetime) -> datetime | None:
        """From when to now it was not heard and now is looked at anew. None: it was, or never before."""
        until = self._until.get(account)
        if until is None or (account in self._looked and at - until <= self._longest):
            return None
        return min(until, at)

    def heard(self, account: Account, at: datetime) -> None:
        """It was answered."""
        self._until[account] = at
        self._looked.add(account)

    def until(self, account: Account) -> datetime | None:
        """When it was answered last. None: never."""
        return self._until.get(account)


class Looker(Asker, Protocol):
    """An asker that looks at addresses."""

    memory: Memory
    apart: Apart


class Collecting:
    """Looks at each address in turn."""

    def __init__(self, looker: Looker, given: Given) -> None:
        """Raises InvalidInput where a setting is not what it has to be."""
        self._looker = looker
        looker.memory.only(given.accounts)
        self._rounds = Rounds(looker, given.accounts, RoundSettings(every_s=every_s(given)), clock=given.clock)

    async def listen(self, *, once: bool) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        """Everything heard, until closed. `once`: each address is looked at once."""
        try:
            async for item in self._rounds.listen(once=once):
                yield item
        finally:
            self._looker.apart.close()

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Look at these from now on."""
        self._looker.memory.only(accounts)
        self._rounds.watch(accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An address that was named and answered."""

    account: Account
    hop: Hop


async def named(fetch: Fetcher, platform: Platform, name: str) -> Named:
    """The account that a person names by its address; where it has moved for good, by its new one.

    Raises:
        InvalidInput: It is no address, leads where we do not ask, or nothing is there.
        Unavailable: It does not answer now.
    """
    written = name.strip()
    try:
        fetched = await fetch.fetch(web_address(written if "://" in written else f"https://{written}"))
    except NotFetched as error:
        if error.why in {"forbidden", "bad_address", "not_http", "too_many_redirects"}:
            raise InvalidInput(str(error)) from error
        raise
    status = fetched.last.status
    if status in {404, 410}:
        raise InvalidInput(f"nothing is at this address (HTTP {status}): look it up in a browser")
    if status != 200:
        raise Unavailable(f"the server refuses to show this address now (HTTP {status})")
    return Named(account=Account(platform, AccountId(_lasting(fetched))), hop=fetched.last)


def _lasting(fetched: Fetched) -> str:
    """The address it goes by: beyond redirects that are said to be for good, and before the first that is not."""
    for hop in fetched.hops:
        if hop.status not in {301, 308}:
            return hop.url
    return fetched.last.url


async def trial(visitor: Visitor, given: Given, what: str, *, understood: "Understands") -> Trial:
    """Whether the watched addresses answer, and with what they should."""
    if not given.accounts:
        return Trial(hears=False, says=(f"No {what} is watched yet, so there is none to try.",))
    failed: dict[str, int] = {}
    for watched in given.accounts[:MOST_TRIED]:
        try:
            hop = await visitor.visit(watched.account.id)
            if hop is not None:
                await understood(hop)
        except Unanswered as error:
            failed[error.why] = failed.get(error.why, 0) + 1
        except Malformed:
            failed["unreadable"] = failed.get("unreadable", 0) + 1
    n_tried = min(len(given.accounts), MOST_TRIED)
    says = [f"{n_tried - sum(failed.values())} of {n_tried} addresses tried answered with a {what}."]
    says += [f"{n} did not: {why.replace('_', ' ')}." for why, n in sorted(failed.items())]
    return Trial(hears=not failed, says=tuple(says))


MOST_TRIED = 20
"""Addresses asked in a trial: enough to see what is wrong, and nobody waits for hundreds."""


class Understands(Protocol):
    """Whether an answer is what it should be."""

    async def __call__(self, hop: Hop) -> None:
        """Raises Malformed, or Unanswered."""
        ...


def filled(collector: CollectorName, account: Account, since: datetime | None, until: datetime) -> Iterator[Filled]:
    """That the time since then was filled, where there was any."""
    if since is not None and since < until:
        yield Filled(collector=collector, begin=since, end=until, account=account)


def not_after(claim: datetime | None, received_at: datetime) -> datetime:
    """What is claimed, cut to when it was here: a clock in the future is wrong. Our own time where nothing is."""
    return received_at if claim is None else min(claim, received_at)


def header_instant(value: str | None) -> datetime | None:
    """The instant a header names (RFC 9110, section 5.6.7). None: it names none."""
    try:
        at = parsedate_to_datetime(value or "")
    except (TypeError, ValueError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def joined(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Headers by their names; of one that came several times, the values in order (RFC 9110, section 5.3)."""
    by_name: dict[str, str] = {}
    for name, value in headers:
        by_name[name] = f"{by_name[name]}, {value}" if name in by_name else value
    return by_name
