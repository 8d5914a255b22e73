"""What an event of the AT Protocol says of an account, whichever way it came.

Jetstream, the firehose and the archive each bring their messages into the three forms here; what they mean is decided
once. Records are written by anyone's program and hold anything: what cannot be read in one becomes unknown, and the
post is kept. What makes an event useless (no account, no time, no operation) raises `Malformed`.

Sources: the lexicons com.atproto.sync.subscribeRepos, app.bsky.feed.post and app.bsky.feed.repost, and the identifier
specifications at https://atproto.com/specs/did and /specs/record-key.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from vigil.model.errors import Malformed
from vigil.model.heard import HandleSeen
from vigil.model.ids import AccountId, Platform
from vigil.model.instants import from_micros
from vigil.model.observation import AccountState, Kind, Observation, Origin
from vigil.model.witness import Account

PLATFORM = Platform("bluesky")

POSTS = "app.bsky.feed.post"
REPOSTS = "app.bsky.feed.repost"
COLLECTIONS = (POSTS, REPOSTS)
"""The collections that are heard. Whatever else an account does there is passed over."""

ACTIONS = frozenset({"create", "update", "delete"})

CID_BYTES = 36
"""Of a cid of version 1 with a SHA-256: what a blob has."""

MOST_BLOBS = 32
"""A post shows four pictures at most (lexicon app.bsky.embed.images); a program may write any number."""

_STATES = {
    "deactivated": AccountState.DEACTIVATED,
    "suspended": AccountState.SUSPENDED,
    "takendown": AccountState.TAKEN_DOWN,
    "deleted": AccountState.DELETED,
}
_DID = re.compile(r"did:[a-z]+:[a-zA-Z0-9._:%-]{1,2000}(?<![:%])")
_CID = re.compile(r"[a-zA-Z0-9]{32,128}")
_RKEY = re.compile(r"[A-Za-z0-9._:~-]{1,512}")
_AT_URI = re.compile(r"at://[\x21-\x7e]{1,2040}")
_HANDLE = re.compile(r"(?=.{1,253}\Z)([a-zA-Z0-9-]{1,63}\.)+[a-zA-Z][a-zA-Z0-9-]{0,62}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")
_TID = re.compile(r"[2-7a-j][2-7a-z]{12}")
_TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # as for imported files: before it, an instant is a unit mistaken


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvent:
    """A record was created, updated or deleted."""

    did: str
    at: datetime  # when the platform says it was; of the archive, when the record says it was made
    collection: str
    rkey: str
    action: str
    revision: str  # of the repository, by the commit that did it; in the archive, the content's cid
    record: Mapping[str, object] | None  # None: deleted, or the platform did not give it


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEvent:
    """An account's state at the server that speaks."""

    did: str
    at: datetime
    active: bool
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityEvent:
    """An account's handle, keys or server may have changed."""

    did: str
    at: datetime
    handle: str | None


Event = RecordEvent | AccountEvent | IdentityEvent


def key(event: Event) -> str:
    """What makes an event the same event, from whichever server and however often it comes.

    A cid alone does not: identical posts share one, and a post edited to and fro has the same one again. Each commit
    of a repository has a revision of its own.
    """
    match event:
        case RecordEvent():
            return (
                f"{event.did}/{event.collection}/{event.rkey}#{event.action}@{event.revision or event.at.isoformat()}"
            )
        case AccountEvent():
            return f"{event.did}#account@{event.at.isoformat()}={event.active},{event.status}"
        case IdentityEvent():
            return f"{event.did}#identity@{event.at.isoformat()}={event.handle}"


def observation(event: Event, origin: Origin) -> Observation | None:
    """What was seen, or None: it is neither a post nor a repost nor a state we have a word for."""
    match event:
        case RecordEvent(collection=collection) if collection in COLLECTIONS:
            return _of_record(event, origin)
        case AccountEvent():
            state = AccountState.ACTIVE if event.active else _STATES.get(event.status or "")
            if state is None or says_host_is_behind(event):
                return None
            return Observation(
                platform=PLATFORM,
                account=AccountId(event.did),
                published_at=event.at,
                kind=Kind.ACCOUNT_STATE,
                origin=origin,
                state=state,
            )
        case _:
            return None


def handle_seen(event: IdentityEvent, origin: Origin) -> HandleSeen:
    """The handle an identity event names."""
    return HandleSeen(account=account(event.did), handle=event.handle, said_at=event.at, origin=origin)


def post_of(event: RecordEvent) -> str:
    """The platform's id of the record."""
    return f"at://{event.did}/{event.collection}/{event.rkey}"


def blobs_of(event: RecordEvent) -> tuple[str, ...]:
    """The cids of the pictures and the video a post shows, in their order. What is linked or quoted is not its own."""
    if event.record is None or event.collection != POSTS:
        return ()
    embed = _inside(event.record, "embed")
    shown = _inside(embed, "media") or embed
    images = shown.get("images")
    held = [_inside(image, "image") for image in images if isinstance(image, dict)] if isinstance(images, list) else []
    cids = [_cid(blob.get("ref")) for blob in [*held[:MOST_BLOBS], _inside(shown, "video")]]
    return tuple(cid for cid in cids if cid is not None)


def says_host_is_behind(event: AccountEvent) -> bool:
    """Whether the state is the server's and not the account's: it does not hear the account, or will not say why.

    `desynchronized` and `throttled` are a relay's words on itself. An account that is inactive with a word we do not
    know, or none, is not heard either, and no state may be claimed of it.
    """
    return event.status in {"desynchronized", "throttled"} or (not event.active and event.status not in _STATES)


def account(did: str) -> Account:
    """The account of a DID."""
    return Account(PLATFORM, AccountId(did))


def did_of(value: object) -> str:
    """A DID.

    Raises:
        Malformed: It is none.
    """
    if isinstance(value, str) and _DID.fullmatch(value):
        return value
    raise Malformed("did: missing, or not a DID")


def handle_of(value: object) -> str | None:
    """A handle in lower case, or None where there is none that is valid (`handle.invalid` says so in words)."""
    if not isinstance(value, str) or not _HANDLE.fullmatch(value):
        return None
    return None if value.lower() == "handle.invalid" else value.lower()


def instant_of(value: object, name: str = "time") -> datetime:
    """An RFC 3339 instant with its zone, from 1990 on.

    Raises:
        Malformed: It is none.
    """
    at = _instant(value)
    if at is None:
        raise Malformed(f"{name}: missing, or no instant with its zone")
    return at


def address_of(collection: object, rkey: object) -> tuple[str, str]:
    """A record's collection and key.

    Raises:
        Malformed: One of them is none. An unknown collection is no fault.
    """
    if not isinstance(collection, str) or not collection.isascii() or not 1 <= len(collection) <= 317:
        raise Malformed("collection: missing, or not a name")
    if not isinstance(rkey, str) or not _RKEY.fullmatch(rkey) or rkey in {".", ".."}:
        raise Malformed("rkey: missing, or not a record key")
    return collection, rkey


def action_of(value: object) -> str:
    """What was done to a record.

    Raises:
        Malformed: It is none of `ACTIONS`.
    """
    if isinstance(value, str) and value in ACTIONS:
        return value
    raise Malformed("operation: neither create nor update nor delete")


def account_event(body: Mapping[str, object]) -> AccountEvent:
    """A `#account` event.

    Raises:
        Malformed: A required field is missing or of the wrong type.
    """
    active, status = body.get("active"), body.get("status")
    if not isinstance(active, bool):
        raise Malformed("active: missing, or not true or false")
    if status is not None and not isinstance(status, str):
        raise Malformed("status: not text")
    return AccountEvent(did=did_of(body.get("did")), at=instant_of(body.get("time")), active=active, status=status)


def identity_event(body: Mapping[str, object]) -> IdentityEvent:
    """A `#identity` event.

    Raises:
        Malformed: A required field is missing or of the wrong type.
    """
    return IdentityEvent(
        did=did_of(body.get("did")), at=instant_of(body.get("time")), handle=handle_of(body.get("handle"))
    )


def made_at(record: Mapping[str, object], rkey: str, *, not_after: datetime) -> datetime | None:
    """When a record in the archive was made, as it says itself: `createdAt`, else the instant its key encodes.

    Both are the posting program's claim. The archive has no other, so a claim from the future is cut to `not_after`.
    """
    said = _instant(record.get("createdAt")) or instant_of_tid(rkey)
    return min(said, not_after) if said else None


def instant_of_tid(rkey: str) -> datetime | None:
    """The instant in a timestamp identifier: 53 bits of microseconds, then 10 of a clock's number. None: it is none."""
    if not _TID.fullmatch(rkey):
        return None
    number = 0
    for digit in rkey:
        number = number * 32 + _TID_DIGITS.index(digit)
    at = from_micros(number >> 10)
    return at if at >= _EARLIEST else None


def _of_record(event: RecordEvent, origin: Origin) -> Observation:
    record = event.record or {}
    is_post = event.collection == POSTS
    kind, reply_to, repost_of = Kind.DELETE, None, None
    if event.action != "delete":
        reply_to = _reply_to(record) if is_post else None
        repost_of = None if is_post else _uri(_inside(record, "subject").get("uri"))
        kind = Kind.EDIT if event.action == "update" else _kind_of_new(is_post=is_post, reply_to=reply_to)
    said = is_post and event.action != "delete"
    return Observation(
        platform=PLATFORM,
        account=AccountId(event.did),
        published_at=event.at,
        kind=kind,
        origin=origin,
        post=post_of(event),
        text=_text(record.get("text")) if said else None,
        lang=_language(record.get("langs")) if said else None,
        url=f"https://bsky.app/profile/{event.did}/post/{event.rkey}" if is_post else None,
        reply_to=reply_to,
        repost_of=repost_of,
    )


def _kind_of_new(*, is_post: bool, reply_to: str | None) -> Kind:
    if not is_post:
        return Kind.REPOST
    return Kind.POST if reply_to is None else Kind.REPLY


def _reply_to(record: Mapping[str, object]) -> str | None:
    return _uri(_inside(_inside(record, "reply"), "parent").get("uri"))


def _inside(record: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = record.get(name)
    return value if isinstance(value, dict) else {}


def _uri(value: object) -> str | None:
    return value if isinstance(value, str) and _AT_URI.fullmatch(value) else None


def _cid(ref: object) -> str | None:
    """A blob's cid as text: JSON writes it so, CBOR in binary."""
    if isinstance(ref, bytes) and len(ref) == CID_BYTES:
        return "b" + base64.b32encode(ref).decode("ascii").lower().rstrip("=")
    text = ref.get("$link") if isinstance(ref, dict) else None
    return text if isinstance(text, str) and _CID.fullmatch(text) else None


def _text(value: object) -> str | None:
    """The words, or None: there are none, or a NUL is among them, which no store of ours takes."""
    return value if isinstance(value, str) and value and "\x00" not in value else None


def _language(value: object) -> str | None:
    first = value[0] if isinstance(value, list) and value else None
    return first if isinstance(first, str) and _LANGUAGE.fullmatch(first) else None


def _instant(value: object) -> datetime | None:
    if not isinstance(value, str) or not 20 <= len(value) <= 64:
        return None
    try:
        at = datetime.fromisoformat(value)
        if at.tzinfo is None:
            return None
        at = at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at if at >= _EARLIEST else None
