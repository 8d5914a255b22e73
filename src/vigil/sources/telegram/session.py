"""Channels read through a session, and what it is told of those that its account follows.

Only public channels: what has no public name, groups, and what is not open to everybody are not read. Telegram tells a
session what is new in the channels its account has joined, and libraries are known to stop passing it on for one
channel without a word. So every channel is asked for in its turn all the same, and what that finds that should have
been told shows that the stream is behind.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Any, Protocol, cast

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness, Filled, Gap, Heard, Pulse
from vigil.model.witness import WatchedAccount
from vigil.sources.live.merged import merged
from vigil.sources.live.rounds import Rounds, Unanswered
from vigil.sources.telegram.asker import Asker
from vigil.sources.telegram.collector import Remembering
from vigil.sources.telegram.memory import SERVICE, Channel, Memory
from vigil.sources.telegram.messages import bytes_of, is_empty, post_of
from vigil.sources.telegram.names import channel_number
from vigil.sources.telegram.pages import Looked
from vigil.sources.telegram.post import Post
from vigil.sources.telegram.preview import Page
from vigil.sources.telegram.telling import Came, Telling
from vigil.usecases.listening.collecting import Item
from vigil.usecases.ports import Clock

PAGE = 100
"""The most messages Telegram gives at a time (core.telegram.org/method/messages.getHistory)."""

URL = "https://core.telegram.org/mtproto"
"""What stands where an address would: the protocol has none."""

STREAM_LATE = timedelta(seconds=60)


class Client(Protocol):
    """A session, as `live.mtproto.Mtproto` is. All of it raises Unanswered; things are in Telegram's own form."""

    updates: "asyncio.Queue[Any]"
    hears_since: datetime | None

    async def close(self) -> None:
        """Hang up."""
        ...

    async def named(self, name: str) -> Any | None:  # noqa: ANN401
        """The channel or group that goes by a name."""
        ...

    async def channel(self, number: int, access: int) -> Any | None:  # noqa: ANN401
        """A channel as it is now."""
        ...

    async def history(self, number: int, access: int, *, before: int | None, limit: int) -> list[Any]:
        """Messages, the newest first."""
        ...

    async def messages(self, number: int, access: int, ids: Sequence[int]) -> Any:  # noqa: ANN401
        """Messages by their numbers."""
        ...

    async def ping(self) -> None:
        """See whether it is answered."""
        ...


def is_public_channel(chat: Any) -> bool:  # noqa: ANN401
    """Whether a chat is a channel, and open to everybody under a public name."""
    return (
        bool(getattr(chat, "broadcast", False)) and not getattr(chat, "megagroup", False) and name_of(chat) is not None
    )


def name_of(chat: Any) -> str | None:  # noqa: ANN401
    """The public name of a chat: its own, or the first that it uses of several. None: it has none."""
    name = getattr(chat, "username", None)
    if isinstance(name, str) and name:
        return name
    several = getattr(chat, "usernames", None) or []
    return next((each.username for each in several if getattr(each, "active", False)), None)


class SessionPages:
    """Channels through a session."""

    def __init__(self, client: Client, telling: Telling, *, clock: Clock) -> None:
        """`telling` counts what cannot be read."""
        self._client, self._telling, self._clock = client, telling, clock

    async def page(self, channel: Channel, before: int | None = None) -> tuple[Page, Came]:
        """A channel's messages, if it is one that may be read. Raises Unanswered."""
        head = await self._find(channel) if before is None else None
        number, access = channel_number(channel.account) or 0, channel.access or 0
        said = await self._client.history(number, access, before=before, limit=PAGE)
        posts: dict[int, Post] = {}
        unreadable = []
        for each in said:
            if is_empty(each):
                continue
            try:
                post = post_of(each)
            except Malformed:
                unreadable.append(repr(type(each)).encode())
                continue
            posts[post.id] = post
        page = Page(
            name=name_of(head) if head is not None else channel.name,
            number=number,
            posts=tuple(posts[each] for each in sorted(posts)),
            unreadable=tuple(unreadable),
            has_earlier=len(said) >= PAGE,
            head=bytes_of(head) if head is not None else None,
        )
        return page, _came(self._clock)

    async def look(self, channel: Channel, number: int) -> Looked:
        """Whether Telegram has nothing under a number."""
        answer = await self._client.messages(channel_number(channel.account) or 0, channel.access or 0, [number])
        found = getattr(answer, "messages", None)
        gone = None if not isinstance(found, list) else all(is_empty(each) for each in found)
        return Looked(gone=gone, raw=bytes_of(answer), came=_came(self._clock))

    def should_have_come(self, channel: Channel, post: Post, now: datetime) -> bool:
        """Whether the session should have been told of a message a while ago."""
        since = self._client.hears_since
        return channel.follows and since is not None and since + STREAM_LATE < post.published_at < now - STREAM_LATE

    async def _find(self, channel: Channel) -> Any:  # noqa: ANN401
        number = channel_number(channel.account) or 0
        chat = None
        if channel.access is not None:
            chat = await self._client.channel(number, channel.access)
        elif channel.name is not None:
            chat = await self._client.named(channel.name)
        channel.is_public = chat is not None and getattr(chat, "id", None) == number and is_public_channel(chat)
        if chat is None or not channel.is_public:
            raise Unanswered(Deafness.NOT_THERE)
        channel.access = chat.access_hash
        channel.follows = not getattr(chat, "left", True)
        return chat


class SessionCollector:
    """One session, listened to and asked."""

    def __init__(
        self, client: Client, memory: Memory, telling: Telling, asker: Asker, rounds: Rounds, *, clock: Clock
    ) -> None:
        """It has not begun."""
        self._client, self._memory, self._telling = client, memory, telling
        self._asker, self._rounds, self._clock = asker, rounds, clock

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Listen for these from now on, in place of those before."""
        self._memory.watch(accounts)
        self._rounds.watch(accounts)

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:
        """Everything heard. `once`: each channel is asked once, and no stream is listened to."""
        remembering = Remembering(self._memory, once=once)
        sources: list[AsyncGenerator[Heard | Gap | Filled | Pulse, None]] = [
            cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._rounds.listen(once=once))
        ]
        if not once:
            sources.append(self._told())
        try:
            async with aclosing(merged(sources)) as said:
                async for item in said:
                    yield remembering.noted(item)
        finally:
            await self._client.close()

    async def _told(self) -> AsyncGenerator[Heard | Gap | Filled | Pulse, None]:
        while True:
            update = await self._client.updates.get()
            channel = self._of(update)
            if channel is None:
                continue
            try:
                posts = _posts(update)
            except Malformed:
                self._telling.n_malformed += 1
                continue
            if not channel.is_public or channel.asked_at is None or any(p.id > channel.newest + 1 for p in posts):
                async for item in self._asked(channel):  # it was not looked at yet, or something before did not come
                    yield item
            if not channel.is_public:
                continue  # its turn says that it is not heard
            async with channel.asking:
                heard = self._heard(channel, update, posts)
            for each in heard:
                yield each

    async def _asked(self, channel: Channel) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        asking = cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._asker.ask(channel.watched))
        try:
            async with aclosing(asking):
                async for item in asking:
                    yield item
        except Unanswered:
            return  # its turn comes, and says so; what was told is not kept back for it

    def _heard(self, channel: Channel, update: Any, posts: list[Post]) -> list[Heard]:  # noqa: ANN401
        heard: list[Heard] = []
        came = _came(self._clock)
        for post in posts:
            if post.id in channel.posts or post.id > channel.newest or not channel.posts:
                heard += self._telling.post(channel, post, came)
            elif post.edited and not post.service:
                heard.append(self._telling.edited(channel, post, came))
        for number in getattr(update, "messages", None) or []:
            if channel.posts.get(number) == SERVICE:
                channel.posts.pop(number)
            elif type(number) is int:
                heard += self._telling.deleted(channel, number, bytes_of(update), came)
        return heard

    def _of(self, update: Any) -> Channel | None:  # noqa: ANN401
        """The watched channel that an update is about."""
        number = getattr(update, "channel_id", None)
        if number is None:
            number = getattr(getattr(getattr(update, "message", None), "peer_id", None), "channel_id", None)
        return next((each for each in self._memory.all() if channel_number(each.account) == number), None)


def _came(clock: Clock) -> Came:
    return Came(received_at=clock(), url=URL)


def _posts(update: Any) -> list[Post]:  # noqa: ANN401
    message = getattr(update, "message", None)
    return [] if message is None or is_empty(message) else [post_of(message)]
