"""A feed asked for again: what is new on it, what was changed, and whether something may have passed unseen.

A feed is a window on what was written last. That an entry is not on it any more says nothing. But if none of those
that were known is, more may have been written than the window holds: that time was not heard.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness, Filled, Gap, Heard, Media, Missing
from vigil.model.ids import Digest, Platform
from vigil.model.observation import Kind, Observation, Origin
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.apart import Apart
from vigil.sources.live.fetching import Hop, readable
from vigil.sources.live.rounds import Unanswered
from vigil.sources.live.visiting import Visitor, validators
from vigil.sources.rss.feed import MOST_ENTRIES, Entry, Feed, read_feed
from vigil.sources.sign_in import asks_for_password, sets_puzzle
from vigil.sources.visited import (
    Memory,
    State,
    Unheard,
    every_s,
    filled,
    header_instant,
    joined,
    kept_validators,
    not_after,
    with_validators,
)
from vigil.usecases.listening.collecting import Given

RSS = Platform("rss")

MOST_KNOWN = MOST_ENTRIES + 200
"""Entries known of one feed: all on it, and some that were, for feeds whose entries come and go."""


class FeedAsker:
    """Asks for one feed after the other."""

    def __init__(self, given: Given, visitor: Visitor) -> None:
        """Nothing is asked yet."""
        self.collector, self.platform = given.collector, RSS
        self.n_malformed = self.n_repeated = 0
        self.memory, self.apart = Memory(given.cursor), Apart()
        self._visitor, self._clock = visitor, given.clock
        self._unheard = Unheard(given.heard_until, longest=timedelta(seconds=2 * every_s(given)))

    async def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled]:
        """What is new on a feed. Raises `Unanswered`: it was not there, or is none."""
        account, begun = watched.account, self._clock()
        state = self.memory.of(account)
        had, known = "seen" in state, _known(state)
        hop = await self._visitor.visit(account.id, kept_validators(state) if had else None)
        since, until = self._unheard.since(account, begun), self._unheard.until(account)
        if hop is not None:
            feed = await self._read(hop)
            if known and not feed.entries:  # what held something yesterday is more likely broken than empty
                raise Unanswered(Deafness.NOT_THERE)
            skipped = _skipped(feed, known if had else None, until)
            if skipped:
                why = Missing.NUMBERS_SKIPPED
                yield Gap(collector=self.collector, why=why, begin=until, end=begun, account=account)
            news = _news(feed, known)
            self.memory.keep(account, with_validators({"seen": _seen(feed, known, news)}, validators(hop)))
            if news:
                late = not had or skipped or since is not None
                yield self._heard(account, hop, feed, news, until=until, late=late)
            since = _oldest(feed, not_before=until) if skipped or not had else since
        for item in filled(self.collector, account, since, begun):
            yield item
        self._unheard.heard(account, begun)

    async def _read(self, hop: Hop) -> Feed:
        content_type = hop.header("content-type")
        try:
            feed = await self.apart.read(read_feed, readable(hop), content_type=content_type, url=hop.url)
        except Malformed as error:
            self.n_malformed += 1
            asked = asks_for_password(hop.body) or sets_puzzle(hop.body)
            raise Unanswered(Deafness.LOGGED_OUT if asked else Deafness.REFUSED) from error
        self.n_repeated += feed.n_repeated
        return feed

    def _heard(
        self, account: Account, hop: Hop, feed: Feed, news: list["_New"], *, until: datetime | None, late: bool
    ) -> Heard:
        digest = Digest(hashlib.sha256(hop.body).hexdigest())
        undated = feed.updated or header_instant(hop.header("last-modified")) if late else None
        observations = [
            Observation(
                platform=RSS,
                account=account.id,
                published_at=_published_at(new, hop.received_at, undated=undated, until=until),
                kind=new.kind,
                origin=Origin(file=digest, position=f"entries[{new.entry.position}]"),
                post=new.entry.id,
                text=new.entry.text,
                lang=new.entry.lang,
                url=new.entry.link,
            )
            for new in news
        ]
        # In the order in which they were written; those of one instant from the end of the feed, where the oldest are.
        order = sorted(range(len(news)), key=lambda n: (observations[n].published_at, -news[n].entry.position))
        return Heard(
            collector=self.collector,
            raw=hop.body,
            received_at=hop.received_at,
            url=hop.url,
            headers=joined(hop.headers),
            cursor=self.memory.cursor(),
            keys=tuple(_key(account, news[n]) for n in order),
            backfilled=late,
            observations=tuple(observations[n] for n in order),
            media=tuple(
                Media(url=url, account=account, post=news[n].entry.id) for n in order for url in news[n].entry.media
            ),
            account=account,
            status=hop.status,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """An entry with something to say."""

    entry: Entry
    kind: Kind
    n_edits: int


def _skipped(feed: Feed, known: Mapping[str, tuple[str, int]] | None, until: datetime | None) -> bool:
    """Whether entries may have come and gone since the feed was answered last."""
    if known is not None:
        return bool(known) and not any(_short(entry.id) in known for entry in feed.entries)
    oldest = _oldest(feed)  # it was heard before, and what was known of it is lost: its dates must do
    return until is not None and (oldest is None or oldest > until)


def _oldest(feed: Feed, *, not_before: datetime | None = None) -> datetime | None:
    """From when on the window holds everything, as its dates claim. None: they claim nothing."""
    dates = [entry.published for entry in feed.entries if entry.published is not None]
    if len(dates) < len(feed.entries) or not dates:
        return None
    return min(dates) if not_before is None else max(not_before, min(dates))


def _news(feed: Feed, known: Mapping[str, tuple[str, int]]) -> list[_New]:
    news = []
    for entry in feed.entries:
        told, n_edits = known.get(_short(entry.id), (None, -1))
        if told is None:
            news.append(_New(entry=entry, kind=Kind.POST, n_edits=0))
        elif told != _told(entry):
            news.append(_New(entry=entry, kind=Kind.EDIT, n_edits=n_edits + 1))
    return news


def _seen(feed: Feed, known: Mapping[str, tuple[str, int]], news: list[_New]) -> dict[str, str]:
    """What is known from now on, the newest last: of each entry's id, its words' digest and how often they changed."""
    edits = {_short(new.entry.id): new.n_edits for new in news}
    now = {_short(entry.id): (_told(entry), edits.get(_short(entry.id))) for entry in feed.entries}
    seen = {name: value for name, value in known.items() if name not in now}
    seen |= {name: (told, known[name][1] if n is None else n) for name, (told, n) in now.items()}
    return {name: f"{told}{n or ''}" for name, (told, n) in list(seen.items())[-MOST_KNOWN:]}


def _known(state: State) -> dict[str, tuple[str, int]]:
    seen = state.get("seen")
    known = {}
    for name, value in seen.items() if isinstance(seen, dict) else ():
        if isinstance(value, str) and (value[_TOLD:] or "0").isdecimal():
            known[name] = (value[:_TOLD], int(value[_TOLD:] or "0"))
    return known


def _published_at(new: _New, received_at: datetime, *, undated: datetime | None, until: datetime | None) -> datetime:
    if new.kind is Kind.POST:
        return not_after(new.entry.published or new.entry.updated or undated, received_at)
    changed = new.entry.updated  # of the change, if it says when that was; else it is as new as our knowing of it
    return not_after(changed if changed is not None and (until is None or changed > until) else None, received_at)


def _key(account: Account, new: _New) -> str:
    """The same for one version of one entry, however often it is had; an entry changed back is another version."""
    whole = "\0".join((account.id, new.entry.id, str(new.n_edits), _told(new.entry)))
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


_TOLD = 8


def _short(name: str) -> str:
    """72 bits: among a million entries, two are alike with odds of one to ten billion."""
    return urlsafe_b64encode(hashlib.sha256(name.encode()).digest()[:9]).decode()


def _told(entry: Entry) -> str:
    whole = "\0".join((entry.text or "", *entry.media))
    return urlsafe_b64encode(hashlib.sha256(whole.encode()).digest()[:6]).decode()
