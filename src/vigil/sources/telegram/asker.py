"""One channel's turn to be asked: what is new, what was edited, and what is gone.

One request where nothing special happened: the newest page. It shows what is new and what was edited; where it does
not reach back to what was known, earlier pages are read (`?before=`). Numbers that are skipped are looked for once
more. Telegram gives numbers to what is nobody's post, too, and deletes; so what stays missing is told as a gap between
the posts around it, and nothing is claimed of it.

A post is taken for deleted if it was known, lies among those the pages show, and is not there when it is looked for by
its number. A page alone is not believed: it may be an old copy.
"""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.live.rounds import Unanswered
from vigil.sources.telegram.memory import SERVICE, Channel, Memory, Past
from vigil.sources.telegram.names import PLATFORM, channel_number
from vigil.sources.telegram.pages import Pages
from vigil.sources.telegram.post import Post
from vigil.sources.telegram.preview import Page
from vigil.sources.telegram.telling import Came, Telling
from vigil.usecases.ports import Clock

PAGES_A_TURN = 5
"""Of the past. A first watch of many channels shares the site's patience with everybody's turns."""

MOST_PAGES = 50
"""A thousand posts of one channel, on its first watch or after an interruption: what is before them is a gap."""

MOST_CONFIRMED = 20
"""Posts that are gone, looked after in one turn; the others in the next."""

EARLIER = timedelta(hours=1)
"""How much further back than last heard a channel is read where what was known of it is lost."""

LATE = timedelta(minutes=30)
"""A channel not asked for so long: twice the longest interval. What came meanwhile counts as filled in."""

LOOK_AGAIN = timedelta(hours=6)
"""A post that a page leaves out, and that is there, is not looked after again for so long."""


class Asker:
    """Asks the preview for one channel at a time."""

    platform = PLATFORM

    def __init__(
        self, pages: Pages, memory: Memory, telling: Telling, heard_until: Mapping[Account, datetime], *, clock: Clock
    ) -> None:
        """`heard_until`: until when each channel was heard before this began."""
        self.collector = telling.collector
        self.n_malformed = self.n_repeated = 0
        self._pages, self._memory, self._telling, self._clock = pages, memory, telling, clock
        self._heard_until = dict(heard_until)

    async def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        """What is new of a channel.

        Raises:
            Unanswered: The site did not answer, shows no such channel, or somebody else's under its name.
        """
        channel, begun = self._memory.of(watched.account), self._clock()
        if (channel.name is None and channel.access is None) or channel_number(channel.account) is None:
            raise Unanswered(Deafness.NOT_THERE)
        async with channel.asking:
            try:
                async for item in self._newest(channel, begun):
                    yield item
                async for item in self._read_past(channel):
                    yield item
            finally:
                self.n_malformed = self._telling.n_malformed

    async def _newest(self, channel: Channel, begun: datetime) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        """From the newest page back to what is known."""
        page, came = await self._page(channel)
        known = channel.asked_at is not None
        since = None if channel.here else self._heard_until.get(channel.account, channel.asked_at)
        pages, reached = await self._back(channel, page, came, since)
        posts = {post.id: (post, how) for each, how in reversed(pages) for post in each.posts}
        for heard in self._named(channel, page, came):
            yield heard
        for gap in await self._lost(channel, pages, posts, since, reached=reached):
            yield gap
        if known and any(self._is_behind(channel, post, begun) for post, _ in posts.values()):
            yield self._behind(channel, begun)
        late = not channel.here or (channel.asked_at is not None and begun - channel.asked_at > LATE)
        gone = self._gone(channel, posts, begun, whole=not pages[-1][0].has_earlier) if known else []
        if not known and since is None and page.has_earlier and page.posts:
            channel.past = Past(before=page.posts[0].id, end=begun, oldest_at=page.posts[0].published_at)
        for number in sorted(posts):
            post, how = posts[number]
            if not self._is_old(channel, post, known=known):
                for heard in self._telling.post(channel, post, how, backfilled=late):
                    yield heard
        async for heard in self._deleted(channel, gone, begun):
            yield heard
        if not channel.here and (known or channel.past is None):
            yield Filled(collector=self.collector, begin=since, end=begun, account=channel.account)
        channel.asked_at, channel.here = begun, True

    async def _page(self, channel: Channel, before: int | None = None) -> tuple[Page, Came]:
        """A page; of the newest, only where it can be believed that this is all."""
        page, came = await self._pages.page(channel, before)
        self.n_repeated += page.n_repeated
        if not page.posts and before is None:
            if page.says_nothing_found:  # so it also says to those who ask too often
                raise Unanswered(Deafness.RATE_LIMITED)
            if channel.posts or page.unreadable:
                raise Unanswered(Deafness.NOT_THERE)
        return page, came

    def _named(self, channel: Channel, page: Page, came: Came) -> list[Heard]:
        head = page.head or (page.posts[-1].raw if page.posts else None)
        return [] if head is None else self._telling.named(channel, page.name, head, came)

    async def _back(
        self, channel: Channel, newest: Page, came: Came, since: datetime | None
    ) -> tuple[list[tuple[Page, Came]], bool]:
        """The newest page and those before it, back to what is known. Whether that was reached."""
        pages, page = [(newest, came)], newest
        if channel.asked_at is None and since is None:
            return pages, True
        while page.posts and page.has_earlier and not _reaches(channel, page, since):
            if len(pages) >= MOST_PAGES:
                return pages, False
            earlier, how = await self._page(channel, page.posts[0].id)
            if earlier.says_nothing_found:  # so it also says to those who ask too often
                raise Unanswered(Deafness.RATE_LIMITED)
            if not earlier.posts or earlier.posts[0].id >= page.posts[0].id:
                return pages, True
            page = earlier
            pages.append((page, how))
        return pages, True

    def _is_behind(self, channel: Channel, post: Post, now: datetime) -> bool:
        new = post.id > channel.newest and not post.service
        return new and channel.here and self._pages.should_have_come(channel, post, now)

    def _behind(self, channel: Channel, now: datetime) -> Pulse:
        """A stream should have brought what asking found: it does not hear this channel."""
        return Pulse(
            collector=self.collector,
            platform=PLATFORM,
            at=now,
            hearing=Hearing.BLIND,
            why=Deafness.BEHIND,
            unbroken_since=None,
            heard_until=channel.asked_at,
            n_events=0,
            rate_per_s=0.0,
            usual_rate_per_s=None,
            lag_s=None,
            n_malformed=self._telling.n_malformed,
            n_repeated=self.n_repeated,
            account=channel.account,
        )

    async def _lost(
        self,
        channel: Channel,
        pages: list[tuple[Page, Came]],
        posts: dict[int, tuple[Post, Came]],
        since: datetime | None,
        *,
        reached: bool,
    ) -> list[Gap]:
        """What did not come, though the pages or the numbers say that it was there. `posts` may become more."""
        known = channel.asked_at is not None
        gaps = [
            gap for each, how in pages for raw in each.unreadable for gap in self._telling.unreadable(channel, raw, how)
        ]
        if known and not any(each.unreadable for each, _ in pages):
            gaps += await self._holes(channel, posts, reached=reached)
        if not reached and (known or since is not None):
            oldest = min((post.published_at for post, _ in posts.values()), default=None)
            gaps.append(self._telling.gap(channel, Missing.TOO_OLD, channel.newest_at or since, oldest))
        return gaps

    async def _holes(self, channel: Channel, posts: dict[int, tuple[Post, Came]], *, reached: bool) -> list[Gap]:
        """Numbers above the newest known that no page shows: looked for once more, and then a gap."""
        missing = _missing(channel, posts, reached=reached)
        if not missing:
            return []
        try:
            page, how = await self._page(channel, max(missing) + 1)
        except Unanswered as unanswered:
            if unanswered.everyone:
                raise
        else:
            for post in page.posts:
                if post.id > channel.newest:
                    posts.setdefault(post.id, (post, how))
        missing = _missing(channel, posts, reached=reached)
        if not missing:
            return []
        before = [post.published_at for number, (post, _) in posts.items() if number < missing[0]]
        after = [post.published_at for number, (post, _) in posts.items() if number > missing[-1]]
        begin = max([*before, *([channel.asked_at] if channel.asked_at else [])], default=None)
        end = min(after, default=self._clock())
        if begin is None or begin >= end:  # clocks differ
            begin = min(before, default=end)
        return [self._telling.gap(channel, Missing.NUMBERS_SKIPPED, begin, end)]

    def _gone(
        self, channel: Channel, posts: Mapping[int, tuple[Post, Came]], now: datetime, *, whole: bool
    ) -> list[int]:
        """Posts that were known and that no page shows, though the pages go back beyond them."""
        shown = set(posts) | {part for post, _ in posts.values() for part in post.parts}
        lowest = 0 if whole else min(posts, default=channel.newest)
        return [
            number
            for number, told in sorted(channel.posts.items())
            if number not in shown
            and told != SERVICE
            and number > lowest
            and (number not in channel.there_at or now - channel.there_at[number] > LOOK_AGAIN)
        ]

    async def _deleted(self, channel: Channel, gone: list[int], now: datetime) -> AsyncIterator[Heard]:
        for number in gone[-MOST_CONFIRMED:]:
            looked = await self._pages.look(channel, number)
            if looked.gone:
                for heard in self._telling.deleted(channel, number, looked.raw, looked.came):
                    yield heard
            elif looked.gone is False:
                channel.there_at[number] = now

    def _is_old(self, channel: Channel, post: Post, *, known: bool) -> bool:
        """Whether a post is older than what is remembered: it was given long ago."""
        return known and post.id not in channel.posts and post.id < min(channel.posts, default=0)

    async def _read_past(self, channel: Channel) -> AsyncIterator[Heard | Gap | Filled]:
        """Some pages of the past; when it ends, from when to when it was filled."""
        for _ in range(PAGES_A_TURN):
            past = channel.past
            if past is None:
                return
            page, came = await self._page(channel, past.before)
            if page.says_nothing_found and past.before > 2:
                return  # asked too often: the next turn goes on here
            for raw in page.unreadable:
                for gap in self._telling.unreadable(channel, raw, came):
                    yield gap
            for post in page.posts:
                if post.id < past.before and post.id not in channel.posts:
                    for heard in self._telling.post(channel, post, came, backfilled=True):
                        yield heard
            moved = bool(page.posts) and page.posts[0].id < past.before
            if moved:
                past.before, past.oldest_at = page.posts[0].id, page.posts[0].published_at
            past.n_pages += 1
            if not moved or not page.has_earlier:
                channel.past = None
                yield Filled(collector=self.collector, begin=None, end=past.end, account=channel.account)
            elif past.n_pages >= MOST_PAGES:
                channel.past = None
                yield self._telling.gap(channel, Missing.TOO_OLD, None, past.oldest_at)
                yield Filled(collector=self.collector, begin=past.oldest_at, end=past.end, account=channel.account)


def _reaches(channel: Channel, page: Page, since: datetime | None) -> bool:
    """Whether a page goes back to what is known."""
    if channel.asked_at is not None:
        return page.posts[0].id <= channel.newest + 1
    return since is None or page.posts[0].published_at <= since - EARLIER


def _missing(channel: Channel, posts: Mapping[int, tuple[Post, Came]], *, reached: bool) -> list[int]:
    """Numbers above the newest known that are nobody's."""
    shown = set(posts) | {part for post, _ in posts.values() for part in post.parts}
    new = sorted(number for number in shown if number > channel.newest)
    if not new:
        return []
    begin = channel.newest + 1 if reached and channel.newest else new[0]
    if new[-1] - begin > 10_000_000:
        return [begin]
    return [number for number in range(begin, new[-1]) if number not in shown]
