"""What is known of each watched account, and what of a message is new: from the stream and from asking alike.

Both ears bring the same posts, in whatever order, and each is given once. For as long as this runs the newest posts of
each account are remembered with their edits, so that an edit, and a post that is gone, can be seen at all: Mastodon's
API lists posts as they are now.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from vigil.model.heard import Gap, HandleSeen, Heard, Media, Missing
from vigil.model.ids import AccountId, CollectorName, Digest
from vigil.model.observation import AccountState, Kind, Observation, Origin
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.mastodon.entities import OPEN, PLATFORM, Person, Post, host_of

MOST_POSTS = 200
"""Remembered of each account: five pages. What is older and deleted is not noticed by asking."""

MOST_EARLY = 2_000
"""Deletions remembered that came before what they delete. Our choice: a stream reorders by seconds."""

CLOCKS = timedelta(minutes=1)
"""How far a server's clock may be before ours."""

_K = TypeVar("_K")
_V = TypeVar("_V")

_SECRET_HEADERS = frozenset({"set-cookie", "sec-websocket-protocol", "authorization"})
"""A Mastodon server gives the token back as the subprotocol it chose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Bytes that came, with what is said beside them."""

    raw: bytes
    received_at: datetime
    url: str  # what was asked, without ids
    headers: Mapping[str, str]
    status: int | None = None
    place: str = "status"


@dataclass(slots=True)
class KnownPost:
    """A post that was given, or would have been if it were new."""

    uri: str
    made_at: datetime
    edited_at: datetime | None
    worded: bool  # it was given with its first words
    boosted_id: str | None
    restored: bool = False  # remembered from an earlier run
    there_at: datetime | None = None  # a page left it out, and its own address said that it is there


@dataclass(slots=True)
class Past:
    """How far back an account's archive was read, and how far it is to be read."""

    before_id: str
    since: datetime | None  # None: all of it
    end: datetime
    n_pages: int = 1
    oldest_at: datetime | None = None


@dataclass(slots=True)
class Life:
    """One watched account, as known since this began."""

    watched: WatchedAccount
    id: str | None = None  # the server's number for it. None: not found yet
    handle: str | None = None
    posts: OrderedDict[str, KnownPost] = field(default_factory=OrderedDict)
    gone: OrderedDict[str, None] = field(default_factory=OrderedDict)
    said: tuple[AccountState, str | None] | None = None
    asked_at: datetime | None = None  # the last answered asking
    newest_at: datetime | None = None  # when the newest post that showed was made, whoever may read it
    newest_id: str | None = None
    hidden_on: date | None = None  # the last day it posted on without showing us
    n_posts: int | None = None
    last_post_on: date | None = None  # as the server said when it was asked last
    past: Past | None = None
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)  # one asking at a time: it moves what is known
    n_waiting: int = 0  # events of the stream that wait until it was asked for
    rests_until: datetime | None = None  # it is not there for us: it is not asked for again before
    unreadable: OrderedDict[bytes, None] = field(default_factory=OrderedDict)

    @property
    def account(self) -> Account:
        """Whose life it is."""
        return self.watched.account

    def shown(self, post: Post) -> None:
        """A post was there to see, if not to keep."""
        if self.newest_at is None or post.made_at > self.newest_at:
            self.newest_at, self.newest_id = post.made_at, post.id

    def remember(self, post: Post, *, worded: bool) -> None:
        """The post is known from here on."""
        self.posts[post.id] = KnownPost(post.uri, post.made_at, post.edited_at, worded, post.boosted_id)
        _bounded(self.posts, MOST_POSTS)


class Lives:
    """The watched accounts of one collector."""

    def __init__(self, collector: CollectorName, server: str, accounts: Iterable[WatchedAccount]) -> None:
        """Nothing is known of them yet. `server` is the address they are asked for at."""
        self.collector, self.server = collector, server
        self.n_malformed = 0
        self.stream_hears_since: datetime | None = None  # None: no stream, or it is deaf
        self.stream_is_behind = False
        self._lives: dict[Account, Life] = {}
        self._by_id: dict[str, Life] = {}
        self._early: OrderedDict[str, Message] = OrderedDict()
        self.watch(accounts)

    def watch(self, accounts: Iterable[WatchedAccount]) -> None:
        """These from now on; what is known of those who stay is kept."""
        lives = {}
        for watched in accounts:
            life = self._lives.get(watched.account) or Life(watched=watched, handle=watched.handle)
            life.watched = watched
            lives[watched.account] = life
        self._lives = lives
        self._by_id = {life.id: life for life in lives.values() if life.id is not None}

    def all(self) -> list[Life]:
        """Every life."""
        return list(self._lives.values())

    def watches(self, life: Life) -> bool:
        """Whether it is still of somebody watched."""
        return self._lives.get(life.account) is life

    def of(self, account: Account) -> Life:
        """The life of a watched account."""
        return self._lives[account]

    def found(self, life: Life, person: Person) -> None:
        """The server's number for an account is known."""
        life.id = person.id
        self._by_id[person.id] = life

    def whose(self, person: Person) -> Life | None:
        """The watched account that this is, or None."""
        life = self._lives.get(person.account)
        if life is not None and life.id is None:
            self.found(life, person)
        return life

    def names(self, said: object) -> bool:
        """Whether what a message says of an account, readable or not, names a watched one."""
        if not isinstance(said, dict):
            return False
        number, uri = said.get("id"), said.get("uri")
        watched = isinstance(uri, str) and Account(PLATFORM, AccountId(uri)) in self._lives
        return watched or (isinstance(number, str) and number in self._by_id)

    def at_home(self, account: Account) -> bool:
        """Whether an account is the server's own. Of others it knows only what reached it."""
        return host_of(account.id) == host_of(self.server)

    def post(self, life: Life, post: Post, message: Message, *, backfilled: bool = False) -> list[Heard]:
        """What is new of a post. Nothing, if it is not anyone's to read."""
        life.shown(post)
        if post.visibility not in OPEN or post.id in life.gone:
            return []
        known = life.posts.get(post.id)
        kinds: list[Kind] = []
        if known is None or (post.edited_at is None and not known.worded):
            kinds.append(Kind.REPOST if post.boosted else Kind.REPLY if post.reply_to else Kind.POST)
        if post.edited_at is not None and (
            known is None or known.edited_at is None or post.edited_at > known.edited_at
        ):
            kinds.append(Kind.EDIT)
        if not kinds:
            return []
        if known is None:
            life.remember(post, worded=post.edited_at is None)
        elif post.edited_at is None:
            known.worded = True
        else:
            known.edited_at = post.edited_at
        items = [
            self._heard(
                life, message, [_seen(kind, post, life, message) for kind in kinds], post, backfilled=backfilled
            )
        ]
        if (early := self._early.pop(post.id, None)) is not None:
            items += self.deleted(post.id, early)
        return items

    def deleted(self, number: str, message: Message, *, life: Life | None = None) -> list[Heard]:
        """The server says that a post of this number is no more. Nothing, if it is nobody's we know."""
        if life is None:
            life = next((each for each in self._by_id.values() if number in each.posts), None)
        if life is None:
            self._early[number] = message
            _bounded(self._early, MOST_EARLY)
            return []
        known = life.posts.pop(number, None)
        if known is None:
            return []
        life.gone[number] = None
        _bounded(life.gone, MOST_POSTS)
        seen = Observation(
            platform=PLATFORM,
            account=life.account.id,
            published_at=message.received_at,  # ours: the server does not say when
            kind=Kind.DELETE,
            origin=_origin(message),
            post=known.uri,
            handle=life.handle,
        )
        return [self._heard(life, message, [seen], None)]

    def is_boost(self, number: str) -> bool:
        """Whether a number is that of a boost we know."""
        known = next((each.posts[number] for each in self._by_id.values() if number in each.posts), None)
        return known is not None and known.boosted_id is not None

    def person(self, life: Life, person: Person, message: Message) -> list[Heard]:
        """What an account's page says that is new: its state, dated by our clock, and its handle."""
        handle = handle_of(person, self.server) or life.handle
        said = _state(person)
        observations: list[Observation] = []
        handles: list[HandleSeen] = []
        if said != life.said:
            observations.append(
                Observation(
                    platform=PLATFORM,
                    account=life.account.id,
                    published_at=message.received_at,
                    kind=Kind.ACCOUNT_STATE,
                    origin=_origin(message),
                    handle=handle,
                    state=said[0],
                    text=said[1],
                )
            )
        if handle is not None and (life.handle is None or handle.lower() != life.handle.removeprefix("@").lower()):
            seen = HandleSeen(account=life.account, handle=handle, said_at=message.received_at, origin=_origin(message))
            handles.append(seen)
        life.said, life.handle = said, handle
        if not observations and not handles:
            return []
        heard = self._heard(life, message, observations, None)
        return [_with_handles(heard, handles)]

    def hidden(self, life: Life, person: Person, at: datetime) -> list[Gap]:
        """The server says that the account posted on a day, later than all that showed: to others, or deleted since."""
        day = person.last_post_on
        newest = life.newest_at.date() if life.newest_at is not None else None
        if day is None or day > at.date() or day == life.hidden_on or (newest is not None and day <= newest):
            return []
        life.hidden_on = day
        begin = datetime(day.year, day.month, day.day, tzinfo=UTC)
        end = min(begin + timedelta(days=1), at)
        if life.asked_at is not None and life.last_post_on is not None and life.last_post_on < day:
            begin = max(begin, min(life.asked_at, end))  # when it was asked last, that post was not made yet
        return [self.gap(Missing.CONTENT_ABSENT, life, begin, end)]

    def unreadable(self, life: Life, raw: bytes, at: datetime) -> list[Gap]:
        """An entry of an account's page cannot be read. It is counted, and a gap, once."""
        digest = hashlib.sha256(raw).digest()
        if digest in life.unreadable:
            return []
        life.unreadable[digest] = None
        _bounded(life.unreadable, MOST_POSTS)
        self.n_malformed += 1
        return [self.gap(Missing.UNREADABLE, life, life.asked_at, at)]

    def gap(self, why: Missing, life: Life, begin: datetime | None, end: datetime | None) -> Gap:
        """A gap in what was heard of one account."""
        return Gap(collector=self.collector, why=why, begin=begin, end=end, account=life.account)

    def _heard(
        self,
        life: Life,
        message: Message,
        observations: Sequence[Observation],
        post: Post | None,
        *,
        backfilled: bool = False,
    ) -> Heard:
        media = tuple(Media(url=url, account=life.account, post=post.uri) for url in post.media) if post else ()
        return Heard(
            collector=self.collector,
            raw=message.raw,
            received_at=message.received_at,
            url=message.url,
            headers=kept_headers(message.headers),
            keys=tuple(_key(each) for each in observations),
            backfilled=backfilled,
            observations=tuple(observations),
            media=media,
            account=life.account if not observations else None,
            status=message.status,
        )


def handle_of(person: Person, server: str) -> str | None:
    """name@host, or None: the server gave no name."""
    if not person.name:
        return None
    return person.acct if "@" in person.acct else f"{person.acct}@{host_of(server)}"


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers without those that let somebody in."""
    return {name: value for name, value in headers.items() if name.lower() not in _SECRET_HEADERS}


def _with_handles(heard: Heard, handles: Sequence[HandleSeen]) -> Heard:
    keys = tuple(f"{each.account.id}#handle@{each.said_at.isoformat()}" for each in handles)
    return Heard(
        collector=heard.collector,
        raw=heard.raw,
        received_at=heard.received_at,
        url=heard.url,
        headers=heard.headers,
        keys=heard.keys + keys,
        observations=heard.observations,
        handles=tuple(handles),
        account=heard.account,
        status=heard.status,
    )


def _state(person: Person) -> tuple[AccountState, str | None]:
    """What the server says of an account. `limited` and `memorial` are no states of ours: they stand as words."""
    if person.suspended:
        return AccountState.SUSPENDED, None
    if person.moved_to is not None:
        return AccountState.MOVED, f"moved to {person.moved_to}" if person.moved_to else None
    notes = [word for word, holds in (("limited", person.limited), ("memorial", person.memorial)) if holds]
    return AccountState.ACTIVE, ", ".join(notes) or None


def _seen(kind: Kind, post: Post, life: Life, message: Message) -> Observation:
    edited = kind is Kind.EDIT and post.edited_at is not None
    made_at = min(post.made_at, message.received_at)  # a post from the future is of now: clocks differ
    if (
        edited and post.edited_at is not None
    ):  # an edit's instant is part of what it is: cut where it is no clock's error
        made_at = post.edited_at if post.edited_at <= message.received_at + CLOCKS else message.received_at
    return Observation(
        platform=PLATFORM,
        account=life.account.id,
        published_at=made_at,
        kind=kind,
        origin=_origin(message),
        post=post.uri,
        handle=life.handle,
        text=post.text if edited or post.edited_at is None else None,  # the words before an edit are not shown
        lang=post.lang,
        url=post.url,
        client=post.client,
        reply_to=post.reply_to if kind is Kind.REPLY else None,
        repost_of=post.boosted if kind is Kind.REPOST else None,
    )


def _key(seen: Observation) -> str:
    what = seen.post if seen.post is not None else seen.account
    if seen.kind in {Kind.EDIT, Kind.DELETE, Kind.ACCOUNT_STATE}:
        return f"{what}#{seen.kind}@{seen.published_at.isoformat()}"
    return f"{what}#{seen.kind}" + ("" if seen.text is not None else "-unworded")


def _origin(message: Message) -> Origin:
    return Origin(file=Digest(hashlib.sha256(message.raw).hexdigest()), position=message.place)


def _bounded(kept: "OrderedDict[_K, _V]", most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
