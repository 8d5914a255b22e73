"""Jetstream: the chosen accounts' events as JSON, some thousandth of the firehose's traffic.

A Jetstream speaks one of two ways, and the newest servers both (github.com/bluesky-social/jetstream, docs/README.md,
section 5): the long-lived `/subscribe`, which takes its list of accounts as a message, and
`network.bsky.jetstream.subscribeEvents`, which takes it in the address and tells more (`#sync`, and that a cursor is
too old). `Wire` says which, and it follows from the address and from how long the list is.

The cursor is an instant in microseconds, by the server's clock: it holds on either wire, and about holds on another
server. Several events may share an instant, so the cursor names those of its own instant that were read.

What is asked for is filtered by the server, so an hour without an event may be an hour in which nobody spoke, or a
server that stopped. `line` therefore looks, over a second connection, whether anyone at all was heard in the last
half minute. Accounts known to post often (`sentinels`) spare it that.
"""

import hashlib
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlencode

import orjson

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Cursor, Deafness, Gap, Heard, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.model.instants import SECOND_US, from_micros, to_micros
from vigil.sources.bluesky.events import (
    COLLECTIONS,
    PLATFORM,
    POSTS,
    Event,
    RecordEvent,
    account_event,
    action_of,
    address_of,
    did_of,
    identity_event,
    instant_of,
    key,
)
from vigil.sources.bluesky.watching import BlobAddress, Message, Watching
from vigil.sources.live.address import stream
from vigil.sources.live.line import LineSettings, StreamEnded, listen

MOST_ACCOUNTS = 10_000
"""What one connection can be asked for, sentinels included (jetstream, internal/subscribe/filter.go)."""

MOST_IN_ADDRESS = 100
"""Longer lists are sent as a message: their address would pass the 8 kB that proxies commonly take."""

REWOUND_US = 5 * SECOND_US
"""How far before its cursor a stream goes on after an interruption: "rewind your cursor a few seconds", its README."""

KEPT_US = 36 * 3600 * SECOND_US
"""How far back `/subscribe` goes. It says nothing when a cursor is older (docs/README.md, section 5.1)."""

PROBED_US = 30 * SECOND_US
"""Within how long somebody must have been heard for the server to be called alive: Bluesky has hundreds a second."""

_CLOCKS_US = 60 * SECOND_US
"""How far the server's clock may be from ours."""

_EARLIEST_US, _LATEST_US = 10**15, 10**16  # 2001 to 2286: what `cursor` takes for an instant and not for a number


class Wire(StrEnum):
    """The two ways to speak to a Jetstream, by their paths."""

    SUBSCRIBE = "/subscribe"
    EVENTS = "/xrpc/network.bsky.jetstream.subscribeEvents"


def hear(
    service: str,
    watched: Iterable[str],
    *,
    collector: CollectorName,
    sentinels: Iterable[str] = (),
    cursor: Cursor | None = None,
    settings: LineSettings | None = None,
) -> AsyncIterator[Heard | Gap | Pulse]:
    """Everything the watched accounts do, as a Jetstream tells it, without end.

    Args:
        service: `wss://jetstream.us-east.bsky.network`; with a path of `Wire`, that wire. It alone is connected to.
        watched: The accounts' DIDs.
        collector: What to call this ear.
        sentinels: DIDs of accounts known to post often: they show that the server is alive, and are not given.
        cursor: Of an earlier `Heard` or `Pulse`, of this or another Jetstream, to go on after it. None: from now on.
        settings: How patient to be.

    Raises:
        InvalidInput: The address, a DID or the cursor cannot be used, or there are more accounts than may be asked for.
    """
    ear = JetstreamEar(service, watched, collector=collector, sentinels=sentinels, cursor=cursor)
    return listen(ear, settings or LineSettings())


class JetstreamEar:
    """What a Jetstream has of its own."""

    platform = PLATFORM
    subprotocols: Sequence[str] = ()

    def __init__(
        self,
        service: str,
        watched: Iterable[str],
        *,
        collector: CollectorName,
        sentinels: Iterable[str] = (),
        cursor: Cursor | None = None,
        blobs: BlobAddress | None = None,
    ) -> None:
        """See `hear`. `blobs`: where pictures and video are."""
        self.collector = collector
        self._watching = Watching(collector, (), blobs)
        self._sentinels = frozenset(did_of(did) for did in sentinels)
        self._base = stream(service)
        self._dialled_for: frozenset[str] = frozenset()
        self._connected_for: frozenset[str] = frozenset()
        self.connected_at: datetime | None = None  # when the connection made last was
        self.watch(watched)
        self._at_us, self._then = _parsed(cursor)
        self._rewind_us = 0
        self._began_us: int | None = None  # where the connection before this one began
        self._headers: Mapping[str, str] = {}
        self._since_us = self._at_us  # before it lies what others kept, or nobody asked for
        self._told_us = 0  # until when a gap has said that all is lost
        self._proofs_us = (0, 0)  # until when this connection was shown to hear, and the one before it
        self._resumed = (self._at_us, frozenset(self._then))

    def watch(self, watched: Iterable[str]) -> bool:
        """Listen for these from now on. Whether a new connection is needed: where the server was told of others.

        Raises:
            InvalidInput: One is no DID, or there are none, or more than may be asked for. Nothing has changed then.
        """
        dids = frozenset(did_of(did) for did in watched)
        asked = sorted(dids | self._sentinels)
        if not dids or len(asked) > MOST_ACCOUNTS:
            raise InvalidInput(f"a Jetstream is asked for 1 to {MOST_ACCOUNTS:,} accounts")
        self._watching.watch(dids)
        self._asked = asked
        named = next((wire for wire in Wire if self._base.endswith(wire)), None)
        self.wire = named or (Wire.SUBSCRIBE if len(asked) > MOST_IN_ADDRESS else Wire.EVENTS)
        self._url = self._base if named else self._base + self.wire
        self.subprotocols = ("xrpc.v1.json",) if self.wire is Wire.EVENTS else ()
        return dids != self._connected_for

    def asks_for(self, did: str) -> bool:
        """Whether the connection made last brings this account."""
        return did in self._connected_for

    @property
    def n_repeated(self) -> int:
        """How much came more than once."""
        return self._watching.known.n_repeated

    @property
    def newest_at(self) -> datetime | None:
        """When the server heard the newest event so far."""
        return None if self._at_us is None else from_micros(self._at_us)

    @property
    def cursor(self) -> Cursor | None:
        """The instant of the newest event, and which of that instant were read; or until when two asked in vain."""
        if self._proofs_us[1] > (self._at_us or 0):
            return Cursor(str(self._proofs_us[1]))
        return None if self._at_us is None else Cursor(":".join([str(self._at_us), *sorted(self._then)]))

    def address(self) -> str:
        """The stream of those asked for, from a little before the newest event on; without a cursor, from now on."""
        self._dialled_for = self._watching.dids
        asked: list[tuple[str, str]] = []
        names = ("dids", "collections") if self.wire is Wire.EVENTS else ("wantedDids", "wantedCollections")
        if self._said_first():
            asked.append(("requireHello", "true"))
        else:
            asked += [(names[0], did) for did in self._asked]
            asked += [(names[1], collection) for collection in COLLECTIONS]
        from_us = self._from_us()
        if from_us is not None:
            asked.append(("cursor", str(from_us)))
        return f"{self._url}?{urlencode(asked, safe=':')}"

    def probe_address(self, at: datetime) -> str | None:
        """Everyone's posts of the last moments: there are always some, if the server hears."""
        name = "collections" if self.wire is Wire.EVENTS else "wantedCollections"
        return f"{self._url}?{urlencode([(name, POSTS), ('cursor', str(to_micros(at) - PROBED_US))])}"

    def hello(self) -> Sequence[str]:
        """The list of accounts, where it is too long for the address."""
        if not self._said_first():
            return ()
        asked = {"wantedDids": self._asked, "wantedCollections": list(COLLECTIONS), "maxMessageSizeBytes": 0}
        return (orjson.dumps({"type": "options_update", "payload": asked}).decode(),)

    def connected(self, headers: Mapping[str, str], at: datetime) -> Sequence[Gap]:
        """What is older than `/subscribe` keeps is lost without a word of the server's."""
        from_us = self._from_us()
        self._headers = headers
        self._connected_for, self.connected_at = self._dialled_for, at
        # A server that closes again and again before it comes to anything new is asked for less of the old.
        stuck = self._at_us is not None and self._at_us == self._began_us
        self._rewind_us, self._began_us = (self._rewind_us // 4 if stuck else REWOUND_US), self._at_us
        self._proofs_us = (0, self._proofs_us[0])
        if self._at_us is None and self._since_us is None:
            self._since_us = to_micros(at) - _CLOCKS_US
        kept_us = to_micros(at) - KEPT_US
        if self.wire is Wire.EVENTS or from_us is None or from_us >= kept_us:
            return ()
        begin, end = from_micros(max(from_us, self._told_us)), from_micros(kept_us)
        self._told_us = kept_us
        return (Gap(collector=self.collector, why=Missing.CURSOR_TOO_OLD, begin=begin, end=end),)

    def refused(self, body: bytes, at: datetime) -> Sequence[Gap]:
        """`CursorTooOld`: the server no longer has what came after our cursor."""
        try:
            said = orjson.loads(body)
        except orjson.JSONDecodeError:
            return ()
        if not isinstance(said, dict) or said.get("error") != "CursorTooOld" or self._at_us is None:
            return ()
        gap = Gap(collector=self.collector, why=Missing.CURSOR_TOO_OLD, begin=self.newest_at, end=at)
        self.forget_cursor()
        return (gap,)

    def proved(self, at: datetime) -> None:
        """The server was shown to be alive, and to have nothing for us."""
        self._proofs_us = (to_micros(at) - _CLOCKS_US, self._proofs_us[1])

    def forget_cursor(self) -> None:
        """Begin in the present."""
        self._at_us, self._then, self._since_us, self._proofs_us = None, frozenset(), None, (0, 0)

    def is_event(self, raw: bytes) -> bool:
        """Whether it is an event, and not an error or a notice."""
        try:
            return self._opened(raw) is not None
        except (Malformed, StreamEnded):
            return False

    def unread(self, raw: bytes, received_at: datetime) -> Sequence[Gap]:
        """Gaps of the watched accounts it names."""
        return self._watching.unread(raw, received_at, self.newest_at)

    def read(self, raw: bytes, received_at: datetime) -> Sequence[Heard | Gap]:
        """What a frame says of watched accounts.

        Raises:
            Malformed: It is no event, or a field we rest on is not what the protocol says.
            StreamEnded: It is the server's last word.
        """
        opened = self._opened(raw)
        if opened is None:
            return self._notice(raw, received_at)
        kind, at_us, body = opened
        did = body.get("did")
        if not isinstance(did, str):
            raise Malformed("did: missing, or not text")
        if did not in self._watching.dids:
            self._moved(at_us, None)
            return ()
        event, gaps = self._event(kind, from_micros(at_us), body)
        cursor = self._moved(at_us, event)
        if event is None or (at_us == self._resumed[0] and _short(event) in self._resumed[1]):
            return gaps
        message = Message(raw=raw, received_at=received_at, url=self._url, headers=self._headers, cursor=cursor)
        return [*gaps, *self._watching.heard(message, [(event, "event")])]

    def _said_first(self) -> bool:
        return self.wire is Wire.SUBSCRIBE and len(self._asked) > MOST_IN_ADDRESS

    def _from_us(self) -> int | None:
        """Where the next connection begins.

        In a long quiet the newest event grows old while connections were shown to hear. What two of them were asked
        for in turn is not asked for again.
        """
        if self._at_us is None:
            return None if self._since_us is None else max(self._since_us, self._proofs_us[1])
        return max(self._since_us or 0, self._at_us - self._rewind_us, self._proofs_us[1])

    def _moved(self, at_us: int, event: Event | None) -> Cursor | None:
        """The cursor after an event. One out of order does not take it back."""
        if self._at_us is None or at_us > self._at_us:
            self._at_us, self._then = at_us, frozenset()
        if at_us == self._at_us and event is not None:
            self._then |= {_short(event)}
        return self.cursor

    def _event(self, kind: str, at: datetime, body: Mapping[str, object]) -> tuple[Event | None, list[Gap]]:
        """What happened to a watched account, and what did not come before it."""
        did = did_of(body.get("did"))
        match kind:
            case "commit":
                return _record_event(did, at, body), self._watching.committed(did, _revision(body), at, after=None)
            case "account":
                return account_event(body), []
            case "identity":
                return identity_event(body), []
            case "sync":
                return None, self._watching.declared(did, _revision(body), at)
            case _:
                return None, []  # of a kind that came later than this was written

    def _opened(self, raw: bytes) -> tuple[str, int, dict[str, object]] | None:
        """A frame's kind, instant and content, on either wire alike. None: a notice without an instant.

        Raises:
            Malformed: It is neither an event nor a notice.
            StreamEnded: It is an error.
        """
        try:
            frame = orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            raise Malformed("frame: not JSON") from error
        if not isinstance(frame, dict):
            raise Malformed("frame: not an object")
        match frame.get("$type"):
            case None:
                return _of_subscribe(frame)
            case "message":
                return _of_events(frame.get("payload"))
            case "error":
                slow = frame.get("error") == "ConsumerTooSlow"
                raise StreamEnded(Deafness.TOO_SLOW if slow else Deafness.REFUSED)
            case _:
                raise Malformed("frame: neither a message nor an error")

    def _notice(self, raw: bytes, received_at: datetime) -> Sequence[Gap]:
        """`OutdatedCursor`: what came after our cursor is no longer all there. `FutureCursor`: it began anew."""
        name = orjson.loads(raw)["payload"].get("name")
        why = {"OutdatedCursor": Missing.CURSOR_TOO_OLD, "FutureCursor": Missing.CURSOR_UNKNOWN}.get(name)
        if why is None:
            return ()
        return (Gap(collector=self.collector, why=why, begin=self.newest_at, end=received_at),)


def _of_subscribe(frame: dict[str, object]) -> tuple[str, int, dict[str, object]]:
    kind, at_us = frame.get("kind"), frame.get("time_us")
    if not isinstance(kind, str):
        raise Malformed("kind: missing, or not text")
    if not isinstance(at_us, int) or not _EARLIEST_US <= at_us < _LATEST_US:
        raise Malformed("time_us: missing, or not microseconds")
    return kind, at_us, _with(frame, kind)


def _of_events(payload: object) -> tuple[str, int, dict[str, object]] | None:
    if not isinstance(payload, dict) or not isinstance(payload.get("$type"), str):
        raise Malformed("payload: missing, or without its type")
    kind = payload["$type"].rpartition("#")[2]
    if kind == "info":
        return None
    # `time` may once be another than when the server heard it, and only the latter is what a cursor means.
    said = payload.get("witnessedAt", payload.get("time"))
    at_us = to_micros(instant_of(said))
    if not _EARLIEST_US <= at_us < _LATEST_US:
        raise Malformed("time: before 2001 or after 2286")
    return kind, at_us, payload if kind == "commit" else _with(payload, kind)


def _with(frame: dict[str, object], kind: str) -> dict[str, object]:
    """What the frame holds of its kind, with the account it is about."""
    inner = frame.get(kind)
    if inner is not None and not isinstance(inner, dict):
        raise Malformed(f"{kind if kind.isalpha() and len(kind) < 20 else 'kind'}: not an object")
    return {**(inner or {}), "did": frame.get("did")}


def _record_event(did: str, at: datetime, body: Mapping[str, object]) -> RecordEvent | None:
    collection, rkey = address_of(body.get("collection"), body.get("rkey"))
    if collection not in COLLECTIONS:
        return None
    action, record = action_of(body.get("operation")), body.get("record")
    return RecordEvent(
        did=did,
        at=at,
        collection=collection,
        rkey=rkey,
        action=action,
        revision=_revision(body),
        record=record if isinstance(record, dict) and action != "delete" else None,
    )


def _revision(body: Mapping[str, object]) -> str:
    revision = body.get("rev")
    if not isinstance(revision, str) or not 1 <= len(revision) <= 64 or not revision.isascii():
        raise Malformed("rev: missing, or not text")
    return revision


def _short(event: Event) -> str:
    """An event's key, short enough for a cursor, and telling nothing to who reads it."""
    return hashlib.sha256(key(event).encode()).hexdigest()[:16]


def _parsed(cursor: Cursor | None) -> tuple[int | None, frozenset[str]]:
    if cursor is None:
        return None, frozenset()
    instant, *then = cursor.split(":")
    if not instant.isdecimal() or not _EARLIEST_US <= int(instant) < _LATEST_US:
        raise InvalidInput("cursor: not one that a Jetstream gave")
    return int(instant), frozenset(then)
