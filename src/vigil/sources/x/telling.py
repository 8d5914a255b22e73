"""What of an account is new, in the form that all sources share: posts, edits, deletions, states, names."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vigil.model.heard import Gap, HandleSeen, Heard, Media, Missing
from vigil.model.ids import CollectorName, Digest
from vigil.model.observation import AccountState, Kind, Observation, Origin
from vigil.sources.x.memory import Life
from vigil.sources.x.names import PLATFORM, made_at
from vigil.sources.x.post import Post

MOST_UNREADABLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How bytes came."""

    received_at: datetime
    url: str  # what was asked, without whom
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None
    place: str = "data"


class Telling:
    """Tells what is new of an account, and remembers it as told."""

    def __init__(self, collector: CollectorName) -> None:
        """Nothing was told yet."""
        self.collector = collector
        self.n_malformed = self.n_repeated = 0

    def post(
        self,
        life: Life,
        post: Post,
        came: Came,
        *,
        raw: bytes | None = None,
        media: Mapping[str, str],
        backfilled: bool = False,
    ) -> list[Heard]:
        """What is new of a post: itself, or that it was edited. Nothing, if this version is known.

        Args:
            life: Whose it is.
            post: One version of it.
            came: How it came.
            raw: The bytes that are kept, where they are more than the post's own.
            media: The addresses of pictures and videos, by their keys.
            backfilled: It comes from a time that was not listened to.
        """
        known = life.posts.get(post.first_id)
        if known is not None and int(known) >= int(post.id):
            self.n_repeated += 1
            return []
        raw = post.raw if raw is None else raw
        seen = self._new(life, post, raw, came) if known is None else []
        if post.edited:
            seen.append(replace(self._seen(life, post, raw, came), kind=Kind.EDIT))
        life.remember(post.first_id, post.id)
        shown = tuple(
            Media(url=media[key], account=life.account, post=post.first_id) for key in post.media_keys if key in media
        )
        return [self._heard(raw, came, seen, version=post.id, media=shown, backfilled=backfilled)]

    def deleted(self, life: Life, first_id: str, raw: bytes, came: Came) -> Heard:
        """A post that was known is gone. When that was X does not say: it is dated by our clock."""
        life.posts.pop(first_id, None)
        seen = Observation(
            platform=PLATFORM,
            account=life.account.id,
            published_at=came.received_at,
            kind=Kind.DELETE,
            origin=_origin(raw, came),
            post=first_id,
            handle=life.name,
        )
        return self._heard(raw, came, [seen])

    def state(self, life: Life, state: AccountState, raw: bytes, came: Came) -> list[Heard]:
        """What X says of an account now, dated by our clock. Nothing, if that was told."""
        if state is life.state or (state is AccountState.ACTIVE and life.state is None):
            return []
        life.state = state
        seen = Observation(
            platform=PLATFORM,
            account=life.account.id,
            published_at=came.received_at,
            kind=Kind.ACCOUNT_STATE,
            origin=_origin(raw, came),
            handle=life.name,
            state=state,
        )
        return [self._heard(raw, came, [seen])]

    def named(self, life: Life, name: str, raw: bytes, came: Came) -> list[Heard]:
        """The name an account goes by. Nothing, if that is known."""
        if life.name is not None and life.name.lower() == name.lower():
            return []
        life.name = name
        seen = HandleSeen(account=life.account, handle=name, said_at=came.received_at, origin=_origin(raw, came))
        return [self._heard(raw, came, [], handles=(seen,))]

    def unreadable(self, life: Life, raw: bytes, at: datetime) -> list[Gap]:
        """An entry that cannot be read is counted, and a gap, once."""
        digest = hashlib.sha256(raw).digest()
        if digest in life.told_unreadable:
            return []
        if len(life.told_unreadable) >= MOST_UNREADABLE:
            life.told_unreadable.clear()
        life.told_unreadable.add(digest)
        self.n_malformed += 1
        return [self.gap(life, Missing.UNREADABLE, life.asked_at, at)]

    def gap(self, life: Life, why: Missing, begin: datetime | None, end: datetime | None) -> Gap:
        """A gap in what was heard of one account."""
        return Gap(collector=self.collector, why=why, begin=begin, end=end, account=life.account)

    def _new(self, life: Life, post: Post, raw: bytes, came: Came) -> list[Observation]:
        if not post.edited:
            return [self._seen(life, post, raw, came)]
        first_at = made_at(post.first_id)  # its first words are not known, when it was posted is
        if first_at is None:
            return []
        at = min(first_at, post.at, came.received_at)
        return [replace(self._seen(life, post, raw, came), published_at=at, text=None)]

    def _seen(self, life: Life, post: Post, raw: bytes, came: Came) -> Observation:
        return Observation(
            platform=PLATFORM,
            account=life.account.id,
            published_at=min(post.at, came.received_at),  # a post from the future is of now: clocks differ
            kind=post.kind,
            origin=_origin(raw, came),
            post=post.first_id,
            handle=life.name,
            text=post.text,
            lang=post.lang,
            url=f"https://x.com/{life.name or 'i'}/status/{post.id}",
            client=post.client,
            reply_to=post.reply_to,
            repost_of=post.repost_of,
        )

    def _heard(
        self,
        raw: bytes,
        came: Came,
        seen: Sequence[Observation],
        *,
        version: str = "",
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
            keys=tuple(_key(each, version) for each in seen),
            backfilled=backfilled,
            observations=tuple(seen),
            handles=handles,
            media=media,
            status=came.status,
        )


def _origin(raw: bytes, came: Came) -> Origin:
    return Origin(file=Digest(hashlib.sha256(raw).hexdigest()), position=came.place)


def _key(seen: Observation, version: str) -> str:
    """The same for the same thing, however often it is had."""
    if seen.kind is Kind.ACCOUNT_STATE:
        return f"{seen.account}#{seen.state}@{seen.published_at.isoformat()}"
    return f"{seen.account}/{seen.post}#{seen.kind}{version if seen.kind is Kind.EDIT else ''}"
