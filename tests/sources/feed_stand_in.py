"""A site with one feed that a test writes, and what a collector makes of it."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from page_stand_in import Page, pages

from vigil.model.heard import Filled, Gap, Heard, Pulse
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.apart import Apart
from vigil.sources.live.fetching import FetchSettings
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.listening.collecting import Given

HERE = FetchSettings(loopback=True, most_bytes=11_000_000)
BEGAN_AT = datetime(2026, 1, 1, tzinfo=UTC)


APART = Apart(within_s=60)  # one process for all tests: each takes a second to begin


class Site:
    """One page at /feed. Set `page` to say something else; the clock is the test's."""

    def __init__(self, source, platform):
        self.page, self.now, self.cursor, self.heard_until = Page(), BEGAN_AT, None, {}
        self._source, self._platform = source, Platform(platform)

    def __enter__(self):
        self._open = pages(lambda path, headers: self.page(headers) if callable(self.page) else self.page)
        self.base, self.asked = self._open.__enter__()
        self.account = Account(self._platform, AccountId(f"{self.base}/feed"))
        self._runner = asyncio.Runner()
        self.begin()
        return self

    def __exit__(self, *error):
        self._runner.close()
        self._open.__exit__(*error)

    def given(self, **changed):
        settings = {"every": "900"}
        whole = {
            "collector": CollectorName("ear"), "accounts": (WatchedAccount(account=self.account),),
            "clock": lambda: self.now, "settings": settings, "cursor": self.cursor, "heard_until": self.heard_until,
        }  # fmt: skip
        return Given(**{**whole, **changed})

    def begin(self):
        """As after a start, from the cursor."""
        self.asker = self._source.collector(self.given())._looker
        self.asker.apart = APART

    def look(self, *, later_s=900):
        """What one look brings, and a pause after it."""

        async def once():
            found = []
            try:
                found.extend([item async for item in self.asker.ask(WatchedAccount(account=self.account))])
            except Unanswered as error:
                return error.why
            return found

        found = self.run(once())
        if isinstance(found, list):
            for item in found:
                if isinstance(item, Heard):
                    self.cursor = item.cursor
            self.heard_until = {self.account: self.now}
        self.now += timedelta(seconds=later_s)
        return found

    def run(self, coroutine):
        return self._runner.run(coroutine)


def said(found):
    """What was heard, as (kind, post, text)."""
    assert isinstance(found, list), found
    return [
        (seen.kind.value, seen.post, seen.text)
        for item in found
        if isinstance(item, Heard)
        for seen in item.observations
    ]


def kinds(found):
    return [type(item).__name__ for item in found]


def feed(*entries, **headers):
    """A page with a feed; entries as (id, text, published or None)."""
    items = "".join(f"<item><guid>{name}</guid><title>{text}</title>{_date(at)}</item>" for name, text, at in entries)
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return Page(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(), headers=headers)


def _date(at):
    return "" if at is None else f"<pubDate>{format_datetime(at)}</pubDate>"


def at(hours):
    return BEGAN_AT + timedelta(hours=hours)


def drain(collector, n=None):
    """What a collector gives when it listens once."""

    async def all_of_it():
        return [item async for item in collector.listen(once=True)]

    return asyncio.run(all_of_it())


__all__ = [
    "BEGAN_AT",
    "HERE",
    "Filled",
    "Gap",
    "Heard",
    "Page",
    "Pulse",
    "Site",
    "at",
    "drain",
    "feed",
    "kinds",
    "said",
]
