"""Whom a stream listens for, what was heard of them, and what it is told of them that did not come."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from vigil.model.heard import Cursor, Gap, HandleSeen, Heard, Media, Missing
from vigil.model.ids import CollectorName, Digest
from vigil.model.observation import Observation, Origin
from vigil.sources.bluesky.events import (
    COLLECTIONS,
    AccountEvent,
    Event,
    IdentityEvent,
    RecordEvent,
    account,
    blobs_of,
    did_of,
    handle_seen,
    key,
    observation,
    post_of,
    says_host_is_behind,
)
from vigil.sources.live.known import Known

_DIDS = re.compile(rb"did:[a-z]{1,32}:[a-zA-Z0-9._:%-]{1,2000}")


BlobAddress = Callable[[str, str], str | None]
"""Where a picture or video is, by the account's DID and its own cid. None: not known now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a stream, as it came."""

    raw: bytes
    received_at: datetime
    url: str
    headers: Mapping[str, str]
    cursor: Cursor | None


class Watching:
    """The watched accounts of one stream."""

    def __init__(self, collector: CollectorName, dids: Iterable[str], blobs: BlobAddress | None = None) -> None:
        """Nothing was heard of them yet."""
        self._blobs = blobs
        self.dids = frozenset(did_of(did) for did in dids)
        self.known = Known()
        self._collector = collector
        self._revisions: dict[str, str] = {}

    def watch(self, dids: Iterable[str]) -> None:
        """These from now on. What was heard of the others stays known, should they come back."""
        self.dids = frozenset(did_of(did) for did in dids)

    def heard(self, message: Message, events: Sequence[tuple[Event, str]]) -> list[Heard | Gap]:
        """What of a message is new, and what it says is missing.

        Args:
            message: As it came.
            events: What it says of watched accounts, each with its place in the message.
        """
        new = [(event, place) for event, place in events if _is_heard(event) and self.known.add(key(event))]
        if not new:
            return []
        digest = Digest(hashlib.sha256(message.raw).hexdigest())
        observations: list[Observation] = []
        handles: list[HandleSeen] = []
        gaps: list[Gap] = []
        for event, place in new:
            origin = Origin(file=digest, position=place)
            if (seen := observation(event, origin)) is not None:
                observations.append(seen)
            if isinstance(event, IdentityEvent):
                handles.append(handle_seen(event, origin))
            if isinstance(event, RecordEvent) and event.action != "delete" and event.record is None:
                gaps.append(self.gap(Missing.CONTENT_ABSENT, event.did, event.at, event.at))
            if isinstance(event, AccountEvent) and says_host_is_behind(event):
                gaps.append(self.gap(Missing.HOST_BEHIND, event.did, event.at, None))
        heard = Heard(
            collector=self._collector,
            raw=message.raw,
            received_at=message.received_at,
            url=message.url,
            headers=message.headers,
            cursor=message.cursor,
            keys=tuple(key(event) for event, _ in new),
            observations=tuple(observations),
            handles=tuple(handles),
            media=tuple(self._media(event for event, _ in new)),
        )
        return [heard, *gaps]

    def committed(self, did: str, revision: str, at: datetime, *, after: str | None) -> list[Gap]:
        """An account's repository has a new revision. A gap, if it does not follow the one before.

        Args:
            did: Whose.
            revision: Rises with every commit, and sorts as text.
            at: When the platform says it was made.
            after: The revision it says it follows. None: the stream does not say, or there was none.
        """
        known = self._revisions.get(did)
        if known is not None and revision <= known:
            return []  # it came before
        self._revisions[did] = revision
        if known is None or after is None or after <= known:
            return []
        return [self.gap(Missing.CHAIN_BROKEN, did, None, at)]

    def declared(self, did: str, revision: str, at: datetime) -> list[Gap]:
        """The platform says which revision an account is at now. A gap, if it is one that never came."""
        known = self._revisions.get(did)
        if known is not None and revision <= known:
            return []
        self._revisions[did] = revision
        return [self.gap(Missing.CHAIN_BROKEN, did, None, at)]

    def gap(self, why: Missing, did: str, begin: datetime | None, end: datetime | None) -> Gap:
        """A gap in what was heard of one account."""
        return Gap(collector=self._collector, why=why, begin=begin, end=end, account=account(did))

    def _media(self, events: Iterable[Event]) -> Iterable[Media]:
        for event in events:
            if self._blobs is not None and isinstance(event, RecordEvent) and event.action != "delete":
                for cid in blobs_of(event):
                    if (url := self._blobs(event.did, cid)) is not None:
                        yield Media(url=url, account=account(event.did), post=post_of(event))

    def unread(self, raw: bytes, received_at: datetime, since: datetime | None) -> list[Gap]:
        """A gap for each watched account that a message names which could not be read."""
        named = {did.decode("ascii") for did in _DIDS.findall(raw)} & self.dids
        return [self.gap(Missing.UNREADABLE, did, since, received_at) for did in sorted(named)]


def _is_heard(event: Event) -> bool:
    return not isinstance(event, RecordEvent) or event.collection in COLLECTIONS
