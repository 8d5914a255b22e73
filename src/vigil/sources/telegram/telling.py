"""What of a channel's messages is new, in the form that all sources share: posts, edits, posts that are gone."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from vigil.model.heard import Gap, HandleSeen, Heard, Media, Missing
from vigil.model.ids import CollectorName, Digest
from vigil.model.observation import AccountState, Kind, Observation, Origin
from vigil.sources.telegram.memory import PART, SERVICE, Channel
from vigil.sources.telegram.names import PLATFORM
from vigil.sources.telegram.post import Post

MOST_UNREADABLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How bytes came."""

    received_at: datetime
    url: str  # what was asked, without the channel's name
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None


class Telling:
    """Tells what is new of a channel, and remembers it as told."""

    def __init__(self, collector: CollectorName) -> None:
        """Nothing was told yet."""
        self.collector = collector
        self.n_malformed = 0

    def post(self, channel: Channel, post: Post, came: Came, *, backfilled: bool = False) -> list[Heard]:
        """What is new of a message: itself, or that it was edited. Nothing, if it is known as it is."""
        told = channel.posts.get(post.id)
        channel.there_at.pop(post.id, None)
        if channel.newest_at is None or post.id >= channel.newest:
            channel.newest_at = min(post.published_at, came.received_at)
        channel.remember(post.id, SERVICE if post.service else post.told)
        for part in post.parts:
            channel.posts.setdefault(part, PART)
            channel.newest = max(channel.newest, part)
        if post.service:
            seen = [] if told is not None or not post.created else [self._created(channel, post, came)]
        elif told is None:
            seen = self._new(channel, post, came)
        elif told not in {post.told, PART, SERVICE}:
            seen = [self._seen(channel, post, came, Kind.EDIT, post.edited_at or came.received_at, text=post.text)]
        else:
            seen = []
        if not seen:
            return []
        media = tuple(Media(url=url, account=channel.account, post=str(post.id)) for url in post.media)
        return [self._heard(channel, post.raw, came, seen, media=media, backfilled=backfilled)]

    def deleted(self, channel: Channel, number: int, raw: bytes, came: Came) -> list[Heard]:
        """A message that was known is gone. When that was, Telegram does not say: it is dated by our clock."""
        channel.posts.pop(number, None)
        channel.there_at.pop(number, None)
        seen = Observation(
            platform=PLATFORM,
            account=channel.account.id,
            published_at=came.received_at,
            kind=Kind.DELETE,
            origin=Origin(file=Digest(hashlib.sha256(raw).hexdigest()), position="answer"),
            post=str(number),
            handle=channel.name,
        )
        return [self._heard(channel, raw, came, [seen])]

    def edited(self, channel: Channel, post: Post, came: Came) -> Heard:
        """An edit of a message that is too old to be remembered."""
        seen = self._seen(channel, post, came, Kind.EDIT, post.edited_at or came.received_at, text=post.text)
        return self._heard(channel, post.raw, came, [seen])

    def named(self, channel: Channel, name: str | None, raw: bytes, came: Came) -> list[Heard]:
        """The name a channel goes by. Nothing, if that is known."""
        if name is None or (channel.name is not None and name.lower() == channel.name.lower()):
            return []
        channel.name = name
        seen = HandleSeen(
            account=channel.account,
            handle=name,
            said_at=came.received_at,
            origin=Origin(file=Digest(hashlib.sha256(raw).hexdigest()), position="message"),
        )
        heard = self._heard(channel, raw, came, [], handles=(seen,))
        return [heard]

    def unreadable(self, channel: Channel, raw: bytes, came: Came) -> list[Gap]:
        """A message that cannot be read is counted, and a gap, once."""
        digest = hashlib.sha256(raw).digest()
        if digest in channel.told_unreadable:
            return []
        if len(channel.told_unreadable) >= MOST_UNREADABLE:
            channel.told_unreadable.clear()
        channel.told_unreadable.add(digest)
        self.n_malformed += 1
        return [self.gap(channel, Missing.UNREADABLE, channel.asked_at, came.received_at)]

    def gap(self, channel: Channel, why: Missing, begin: datetime | None, end: datetime | None) -> Gap:
        """A gap in what was heard of one channel."""
        return Gap(collector=self.collector, why=why, begin=begin, end=end, account=channel.account)

    def _new(self, channel: Channel, post: Post, came: Came) -> list[Observation]:
        made_at = min(post.published_at, came.received_at)  # a post from the future is of now: clocks differ
        if post.edited_at is None:
            return [self._seen(channel, post, came, post.kind, made_at, text=post.text)]
        return [  # as an export is told: its first words are not known, its last are
            self._seen(channel, post, came, post.kind, made_at, text=None),
            self._seen(channel, post, came, Kind.EDIT, min(post.edited_at, came.received_at), text=post.text),
        ]

    def _created(self, channel: Channel, post: Post, came: Came) -> Observation:
        return Observation(
            platform=PLATFORM,
            account=channel.account.id,
            published_at=min(post.published_at, came.received_at),
            kind=Kind.ACCOUNT_STATE,
            origin=_origin(post),
            handle=channel.name,
            state=AccountState.ACTIVE,
        )

    def _seen(
        self, channel: Channel, post: Post, came: Came, kind: Kind, at: datetime, *, text: str | None
    ) -> Observation:
        return Observation(
            platform=PLATFORM,
            account=channel.account.id,
            published_at=min(at, came.received_at),
            kind=kind,
            origin=_origin(post),
            post=str(post.id),
            handle=channel.name,
            text=text,
            url=f"https://t.me/{channel.name}/{post.id}" if channel.name else None,
            client=post.client,
            reply_to=post.reply_to,
            repost_of=post.repost_of,
        )

    def _heard(
        self,
        channel: Channel,
        raw: bytes,
        came: Came,
        seen: Sequence[Observation],
        *,
        handles: tuple[HandleSeen, ...] = (),
        media: tuple[Media, ...] = (),
        backfilled: bool = False,
    ) -> Heard:
        return Heard(
            collector=self.collector,
            raw=raw,
            received_at=came.received_at,
            url=came.url,
            headers=came.headers,
            keys=tuple(_key(each) for each in seen),
            backfilled=backfilled,
            observations=tuple(seen),
            handles=handles,
            media=media,
            account=channel.account if not seen else None,
            status=came.status,
        )


def _origin(post: Post) -> Origin:
    return Origin(file=Digest(hashlib.sha256(post.raw).hexdigest()), position=post.position)


def _key(seen: Observation) -> str:
    """The same for the same thing, however often it is had."""
    once = seen.kind in {Kind.POST, Kind.REPLY, Kind.REPOST, Kind.DELETE}
    told = "" if once else hashlib.sha256((seen.text or "").encode("utf-8", "replace")).hexdigest()[:12]
    return f"{seen.account}/{seen.post}#{seen.kind}{told}"
