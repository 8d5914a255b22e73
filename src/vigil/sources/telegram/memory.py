"""What is known of each watched channel, and the cursor it makes: the newest posts, by number, with what they told.

So that after a restart nothing is given twice, and an edit or a post that is gone is seen at all: Telegram shows posts
as they are now.
"""

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from vigil.model.heard import Cursor
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.telegram.names import handle_name

CURSOR_FORMAT = 1

MOST_POSTS = 60
"""Remembered of each channel: three pages. What is older and gone is not noticed by asking."""

PART = ""
"""What a message of an album tells that is shown as a part of another's."""

SERVICE = "-"
"""What Telegram's own messages tell."""


@dataclass(slots=True)
class Past:
    """How far back a channel was read on its first watch, and how far it is to be read."""

    before: int
    end: datetime
    n_pages: int = 1
    oldest_at: datetime | None = None


@dataclass(slots=True)
class Channel:
    """One watched channel."""

    watched: WatchedAccount
    name: str | None = None
    posts: dict[int, str] = field(default_factory=dict)  # what each told, by its number
    newest: int = 0  # the highest number that was seen; what is above is new
    newest_at: datetime | None = None  # when that was published
    asked_at: datetime | None = None  # the last answered asking, of this run or an earlier one
    here: bool = False  # it was asked in this run
    past: Past | None = None
    access: int | None = None  # by what a session may ask for it, beside its number
    is_public: bool = False  # the session saw in this run that it is open to everybody
    follows: bool = False  # the session is told of what is new
    there_at: dict[int, datetime] = field(default_factory=dict)  # a page left it out, and it is there
    told_unreadable: set[bytes] = field(default_factory=set)
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)  # one at a time moves what is known

    @property
    def account(self) -> Account:
        """Whose it is."""
        return self.watched.account

    def remember(self, number: int, told: str) -> None:
        """The message is known from here on."""
        self.posts[number] = told
        if len(self.posts) > 2 * MOST_POSTS:
            self.posts = dict(sorted(self.posts.items())[-MOST_POSTS:])
        self.newest = max(self.newest, number)

    def spelled(self) -> str:
        """As it stands in a cursor."""
        said: dict[str, object] = {"k": {str(key): value for key, value in sorted(self.posts.items())[-MOST_POSTS:]}}
        said |= {"n": self.newest, "u": self.name, "t": _seconds(self.newest_at), "a": _seconds(self.asked_at)}
        if self.past is not None:
            past = self.past
            said["p"] = [past.before, _seconds(past.end), past.n_pages, _seconds(past.oldest_at)]
        if self.access is not None:
            said["h"] = str(self.access)
        return json.dumps({key: value for key, value in said.items() if value is not None}, separators=(",", ":"))


class Memory:
    """Every watched channel."""

    def __init__(self, accounts: Iterable[WatchedAccount], cursor: Cursor | None) -> None:
        """As a cursor of ours says; from one that is not, nothing is taken."""
        self._channels: dict[Account, Channel] = {}
        self._stored = _stored(cursor)
        self.watch(accounts)

    def watch(self, accounts: Iterable[WatchedAccount]) -> None:
        """These from now on; what is known of those who stay is kept."""
        channels = {}
        for watched in accounts:
            channel = self._channels.get(watched.account) or self._restored(watched)
            channel.watched = watched
            channels[watched.account] = channel
        self._channels = channels

    def of(self, account: Account) -> Channel:
        """A watched channel."""
        return self._channels[account]

    def all(self) -> list[Channel]:
        """Every watched channel."""
        return list(self._channels.values())

    def cursor(self) -> Cursor:
        """Where to go on."""
        known = (each for each in self._channels.values() if each.asked_at is not None)
        spelled = ",".join(f"{json.dumps(each.account.id)}:{each.spelled()}" for each in known)
        return Cursor(f'{{"v":{CURSOR_FORMAT},"of":{{{spelled}}}}}')

    def _restored(self, watched: WatchedAccount) -> Channel:
        channel = Channel(watched=watched, name=handle_name(watched.handle))
        stored = self._stored.get(watched.account.id)
        if stored is not None:
            _restore(channel, stored)
        return channel


def _stored(cursor: Cursor | None) -> Mapping[str, Mapping[str, object]]:
    if cursor is None:
        return {}
    try:
        said = json.loads(cursor)
        if said["v"] != CURSOR_FORMAT:
            return {}
        return {key: value for key, value in said["of"].items() if isinstance(value, dict)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _restore(channel: Channel, stored: Mapping[str, object]) -> None:
    posts, newest, name, past = (stored.get(key) for key in ("k", "n", "u", "p"))
    if not isinstance(posts, dict) or type(newest) is not int:
        return
    for key, told in posts.items():
        if key.isdecimal() and isinstance(told, str):
            channel.posts[int(key)] = told
    channel.newest = newest
    channel.newest_at, channel.asked_at = _instant(stored.get("t")), _instant(stored.get("a"))
    if isinstance(name, str) and handle_name(name):
        channel.name = name
    access = stored.get("h")
    if isinstance(access, str) and len(access) <= 20 and access.removeprefix("-").isdecimal():
        channel.access = int(access)
    if isinstance(past, list) and len(past) == 4 and type(past[0]) is int and type(past[2]) is int:
        end = _instant(past[1])
        if end is not None:
            channel.past = Past(before=past[0], end=end, n_pages=past[2], oldest_at=_instant(past[3]))


def _seconds(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()


def _instant(said: object) -> datetime | None:
    if not isinstance(said, int | float) or isinstance(said, bool):
        return None
    try:
        return datetime.fromtimestamp(said, UTC)
    except (ValueError, OverflowError, OSError):
        return None
