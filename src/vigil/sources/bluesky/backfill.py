"""What an account's server still has of the time nobody listened: on a first watch, and for gaps.

`com.atproto.repo.listRecords` gives an account's posts and reposts as they are now, newest first. What was edited or
deleted meanwhile is not in it, and each post is dated by the program that posted it; so all of it is `backfilled`, and
the time it covers is heard no better than degraded. The signed repository (`com.atproto.sync.getRepo`) is not taken.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import orjson

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.heard import Gap, Heard, Missing
from vigil.model.ids import CollectorName
from vigil.sources.bluesky.events import (
    COLLECTIONS,
    AccountEvent,
    Event,
    RecordEvent,
    address_of,
    did_of,
    made_at,
)
from vigil.sources.bluesky.watching import BlobAddress, Message, Watching
from vigil.sources.live.asking import Answer, Service

LIST_RECORDS = "xrpc/com.atproto.repo.listRecords"
GET_REPO_STATUS = "xrpc/com.atproto.sync.getRepoStatus"

PAGE = 100
"""The most records one page may hold (lexicon com.atproto.repo.listRecords)."""

MOST_PAGES = 2_000
"""200,000 posts of one kind: more is told as a gap, not fetched."""

EARLIER = timedelta(days=1)
"""How much further back than asked: records are sorted by the posting program's clock, which may be wrong."""


class NotThere(InvalidInput):
    """The server does not know the account, or does not show it. `answer` is what it said."""

    def __init__(self, answer: Answer) -> None:
        """With the server's answer."""
        super().__init__("the server does not know this account, or does not show it")
        self.answer = answer

    @property
    def says_gone(self) -> bool:
        """Whether it says in so many words that it has no such account."""
        try:
            said = orjson.loads(self.answer.body)
        except orjson.JSONDecodeError:
            return False
        return isinstance(said, dict) and said.get("error") == "RepoNotFound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a server says of an account now."""

    active: bool
    word: str | None  # why it is not active
    revision: str | None  # of its repository: rises with every commit. None: not said
    items: tuple[Heard | Gap, ...]  # the same, as heard


async def backfill(
    service: Service,
    did: str,
    *,
    collector: CollectorName,
    since: datetime | None = None,
    most_pages: int = MOST_PAGES,
    blobs: BlobAddress | None = None,
) -> AsyncIterator[Heard | Gap]:
    """An account's posts and reposts as its server has them now, page by page, newest first.

    Args:
        service: The account's own server (PDS), or one that answers for it.
        did: Whose.
        collector: What to call this ear.
        since: How far back; some that are older come with it. None: all there is.
        blobs: Where pictures and video are.
        most_pages: Of each collection; what is beyond is a gap.

    Raises:
        InvalidInput: It is no DID, or the server does not know the account.
        Unavailable: The server does not answer, or not as the protocol says.
    """
    watching = Watching(collector, [did_of(did)], blobs)
    for collection in COLLECTIONS:
        cursor: str | None = None
        asked_for: set[str] = set()
        for _ in range(most_pages):
            asked = {"repo": did, "collection": collection, "limit": str(PAGE)}
            answer = await service.get(LIST_RECORDS, asked if cursor is None else {**asked, "cursor": cursor})
            page = _object(answer)
            events, n_unreadable = _records(did, collection, page, answer)
            for item in watching.heard(_message(answer), events):
                yield _backfilled(item)
            if n_unreadable:
                yield watching.gap(Missing.UNREADABLE, did, None, answer.received_at)
            following = page.get("cursor")
            begun = since is not None and bool(events) and events[-1][0].at < since - EARLIER
            if not isinstance(following, str) or begun or following in asked_for:
                break  # the end, far enough, or a server that goes in circles
            cursor = following
            asked_for.add(following)
        else:
            yield watching.gap(Missing.TOO_BIG, did, since, None)


async def state(service: Service, did: str, *, collector: CollectorName) -> list[Heard | Gap]:
    """What a server says of an account now: its state, dated by our clock, since it does not say since when.

    Args:
        service: The account's own server, or a relay.
        did: Whose.
        collector: What to call this ear.

    Raises:
        InvalidInput: It is no DID, or the server does not know the account: deleted, moved, or never there.
        Unavailable: The server does not answer, or not as the protocol says.
    """
    return list((await status(service, did, collector=collector)).items)


async def status(service: Service, did: str, *, collector: CollectorName) -> Status:
    """The same, and how far its repository has come. See `state`."""
    answer = await service.get(GET_REPO_STATUS, {"did": did_of(did)})
    said = _object(answer)
    active, word, revision = said.get("active"), said.get("status"), said.get("rev")
    if not isinstance(active, bool) or said.get("did") != did:
        raise Unavailable("the server's answer is not what the protocol says")
    word = word if isinstance(word, str) else None
    return Status(
        active=active,
        word=word,
        revision=revision if isinstance(revision, str) else None,
        items=_state_heard(answer, did, collector, active=active, word=word),
    )


def gone(not_there: NotThere, did: str, *, collector: CollectorName) -> tuple[Heard | Gap, ...]:
    """That an account is no more, as the server where it is at home says."""
    return _state_heard(not_there.answer, did, collector, active=False, word="deleted")


async def newest(service: Service, did: str, collection: str) -> list[str]:
    """The keys of an account's newest records as its server has them, a page of them; those that are none left out.

    Raises:
        InvalidInput: The server does not know the account, or does not show it.
        Unavailable: The server does not answer, or not as the protocol says.
    """
    asked = {"repo": did_of(did), "collection": collection, "limit": str(PAGE)}
    records = _object(await service.get(LIST_RECORDS, asked)).get("records")
    if not isinstance(records, list):
        raise Unavailable("the server's answer is not what the protocol says")
    begin = f"at://{did}/{collection}/"
    addresses = [record.get("uri") for record in records if isinstance(record, dict)]
    return [uri.removeprefix(begin) for uri in addresses if isinstance(uri, str) and uri.startswith(begin)]


def _state_heard(
    answer: Answer, did: str, collector: CollectorName, *, active: bool, word: str | None
) -> tuple[Heard | Gap, ...]:
    event = AccountEvent(did=did, at=answer.received_at, active=active, status=word)
    items = Watching(collector, [did]).heard(_message(answer), [(event, "answer")])
    return tuple(_backfilled(item) for item in items)


def _records(
    did: str, collection: str, page: Mapping[str, object], answer: Answer
) -> tuple[list[tuple[Event, str]], int]:
    """The records of a page that can be read, each with its place, and how many cannot."""
    records = page.get("records")
    if not isinstance(records, list):
        raise Unavailable("the server's answer is not what the protocol says")
    events: list[tuple[Event, str]] = []
    n_unreadable = 0
    for index, record in enumerate(records):
        try:
            events.append((_record(did, collection, record, answer.received_at), f"records[{index}]"))
        except Malformed:
            n_unreadable += 1
    return events, n_unreadable


def _record(did: str, collection: str, entry: object, now: datetime) -> RecordEvent:
    if not isinstance(entry, dict) or not isinstance(entry.get("value"), dict):
        raise Malformed("value: missing, or not an object")
    uri, cid, value = entry.get("uri"), entry.get("cid"), entry["value"]
    begin = f"at://{did}/{collection}/"
    if not isinstance(uri, str) or not uri.startswith(begin) or not isinstance(cid, str) or len(cid) > 256:
        raise Malformed("uri, cid: missing, or of another account")
    _, rkey = address_of(collection, uri.removeprefix(begin))
    at = made_at(value, rkey, not_after=now)
    if at is None:
        raise Malformed("createdAt: missing, and its key tells no time")
    return RecordEvent(
        did=did, at=at, collection=collection, rkey=rkey, action="create", revision=f"archive:{cid}", record=value
    )


def _object(answer: Answer) -> dict[str, object]:
    if answer.status in {400, 404}:
        raise NotThere(answer)
    if answer.status != 200:
        raise Unavailable(f"the server refused: HTTP {answer.status}")
    try:
        said = orjson.loads(answer.body)
    except orjson.JSONDecodeError as error:
        raise Unavailable("the server's answer is not what the protocol says") from error
    if not isinstance(said, dict):
        raise Unavailable("the server's answer is not what the protocol says")
    return said


def _message(answer: Answer) -> Message:
    return Message(raw=answer.body, received_at=answer.received_at, url=answer.url, headers=answer.headers, cursor=None)


def _backfilled(item: Heard | Gap) -> Heard | Gap:
    return replace(item, backfilled=True) if isinstance(item, Heard) else item
