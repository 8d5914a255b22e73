"""The firehose of a relay or of one server: every commit as its server signed it, in DAG-CBOR.

`com.atproto.sync.subscribeRepos` cannot be asked for some accounts only: everything comes, and most is dropped after a
look at whose it is. In return nothing stands between us and what was signed, and each account's revisions say whether
one is missing. A frame is two DAG-CBOR values, a header and a body (atproto.com/specs/event-stream).
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

import libipld

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Cursor, Deafness, Gap, Heard, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.model.instants import from_micros, to_micros
from vigil.sources.bluesky.car import record_in
from vigil.sources.bluesky.events import (
    COLLECTIONS,
    PLATFORM,
    Event,
    RecordEvent,
    account_event,
    action_of,
    address_of,
    identity_event,
    instant_of,
)
from vigil.sources.bluesky.watching import BlobAddress, Message, Watching
from vigil.sources.live.address import stream
from vigil.sources.live.line import LineSettings, StreamEnded, listen

METHOD = "/xrpc/com.atproto.sync.subscribeRepos"

REWOUND_EVENTS = 200
"""How far before its cursor a stream goes on after an interruption, in case the server sent out of order."""

_CLOCKS = timedelta(minutes=1)
"""How far the server's clock may be from ours."""

_ERRORS = {"ConsumerTooSlow": Deafness.TOO_SLOW, "FutureCursor": Deafness.REFUSED}


def hear(
    service: str,
    watched: Iterable[str],
    *,
    collector: CollectorName,
    cursor: Cursor | None = None,
    settings: LineSettings | None = None,
) -> AsyncIterator[Heard | Gap | Pulse]:
    """Everything the watched accounts do, as a relay or server tells it, without end.

    Args:
        service: `wss://bsky.network`, or a single server (PDS). It alone is connected to.
        watched: The accounts' DIDs.
        collector: What to call this ear.
        cursor: Of an earlier `Heard` or `Pulse`, to go on after it. None: from now on.
        settings: How patient to be.

    Raises:
        InvalidInput: The address, a DID or the cursor cannot be used.
    """
    return listen(FirehoseEar(service, watched, collector=collector, cursor=cursor), settings or LineSettings())


class FirehoseEar:
    """What a firehose has of its own."""

    platform = PLATFORM
    subprotocols: Sequence[str] = ()

    def __init__(
        self,
        service: str,
        watched: Iterable[str],
        *,
        collector: CollectorName,
        cursor: Cursor | None = None,
        blobs: BlobAddress | None = None,
    ) -> None:
        """See `hear`. `blobs`: where pictures and video are."""
        base = stream(service)
        self.collector = collector
        self._url = base if base.endswith(METHOD) else base + METHOD
        self._watching = Watching(collector, watched, blobs)
        self._seq, self._newest_at = _parsed(cursor)
        self._rewind = 0
        self._first = self._seq  # before it lies what others kept, or nobody asked for
        self._began_at: int | None = None  # where the connection before this one began
        self._headers: Mapping[str, str] = {}
        self._cursor_refused = False
        self.connected_at: datetime | None = None  # when the connection made last was
        self._not_before: datetime | None = None  # without a cursor: when we began

    def watch(self, watched: Iterable[str]) -> bool:
        """Listen for these from now on. Whether a new connection is needed: never, since everything comes.

        Raises:
            InvalidInput: One is no DID.
        """
        self._watching.watch(watched)
        return False

    def asks_for(self, did: str) -> bool:
        """Whether the connection, once made, brings this account."""
        return did in self._watching.dids

    @property
    def n_repeated(self) -> int:
        """How much came more than once."""
        return self._watching.known.n_repeated

    @property
    def newest_at(self) -> datetime | None:
        """When the newest event so far happened."""
        return self._newest_at

    @property
    def cursor(self) -> Cursor | None:
        """The number of the newest event, and when it was."""
        if self._seq is None:
            return None
        return Cursor(f"{self._seq}:{to_micros(self._newest_at) if self._newest_at else ''}")

    def address(self) -> str:
        """The stream from a little before the newest event on; without a cursor, from now on."""
        if self._seq is None:
            # Nothing ever came, so the server is a small one: what it has is sifted, and nothing since is missed.
            nothing_yet = self._not_before is not None and self._newest_at is None
            return f"{self._url}?cursor=0" if nothing_yet else self._url
        return f"{self._url}?cursor={max(self._first or 0, self._seq - self._rewind)}"

    def probe_address(self, at: datetime) -> str | None:  # noqa: ARG002 - a firehose has no clock
        """The stream from before the newest event on: the server must send that one again."""
        return f"{self._url}?cursor={max(0, (self._seq or 0) - REWOUND_EVENTS)}"

    def hello(self) -> Sequence[str]:
        """A firehose is not spoken to."""
        return ()

    def connected(self, headers: Mapping[str, str], at: datetime) -> Sequence[Gap]:
        """If the server refused our cursor, everything since is lost."""
        self._headers, self.connected_at = headers, at
        # A server that closes again and again before it comes to anything new is asked for less of the old.
        stuck = self._seq is not None and self._seq == self._began_at
        self._rewind, self._began_at = (self._rewind // 4 if stuck else REWOUND_EVENTS), self._seq
        if self._seq is None and self._newest_at is None and self._not_before is None:
            self._not_before = at - _CLOCKS
        if not self._cursor_refused:
            return ()
        self._cursor_refused = False
        return (Gap(collector=self.collector, why=Missing.CURSOR_UNKNOWN, begin=self._newest_at, end=at),)

    def refused(self, body: bytes, at: datetime) -> Sequence[Gap]:  # noqa: ARG002 - says its errors in the stream
        """A firehose says what it refuses once it is connected."""
        return ()

    def proved(self, at: datetime) -> None:
        """Its events are counted: the cursor stays where it is."""

    def forget_cursor(self) -> None:
        """Begin in the present."""
        self._seq = self._first = None

    def is_event(self, raw: bytes) -> bool:
        """Whether it is an event, and not an error or a notice."""
        try:
            header, body = _frame(raw)
        except Malformed:
            return False
        return header.get("op") == 1 and isinstance(body.get("seq"), int)

    def unread(self, raw: bytes, received_at: datetime) -> Sequence[Gap]:
        """Gaps of the watched accounts it names."""
        return self._watching.unread(raw, received_at, self._newest_at)

    def read(self, raw: bytes, received_at: datetime) -> Sequence[Heard | Gap]:
        """What a frame says of watched accounts.

        Raises:
            Malformed: It is no frame, or a field we rest on is not what the protocol says.
            StreamEnded: It is the server's last word.
        """
        header, body = _frame(raw)
        if header.get("op") == -1:
            self._end(body)
        if header.get("op") != 1:
            raise Malformed("op: neither a message nor an error")
        kind = header.get("t")
        if kind == "#info":
            return self._info(body, received_at)
        seq = body.get("seq")
        if not isinstance(seq, int) or isinstance(seq, bool) or seq < 0:
            raise Malformed("seq: missing, or not a number")
        at = instant_of(body.get("time"))
        cursor = self._moved(seq, at)
        did = body.get("repo") if kind == "#commit" else body.get("did")
        if not isinstance(did, str):
            raise Malformed("did: missing, or not text")
        if did not in self._watching.dids or (self._not_before is not None and at < self._not_before):
            return ()
        message = Message(raw=raw, received_at=received_at, url=self._url, headers=self._headers, cursor=cursor)
        return self._event(kind, did, body, at, message)

    def _moved(self, seq: int, at: datetime) -> Cursor | None:
        """The cursor after an event. A frame out of order does not take it back."""
        if self._first is None:
            self._first = max(0, seq - 1)
        if self._seq is None or seq > self._seq:
            self._seq = seq
        if self._newest_at is None or at > self._newest_at:
            self._newest_at = at
        return self.cursor

    def _event(
        self, kind: object, did: str, body: Mapping[str, object], at: datetime, message: Message
    ) -> Sequence[Heard | Gap]:
        match kind:
            case "#commit":
                return self._commit(did, body, at, message)
            case "#account":
                return self._watching.heard(message, [(account_event(body), "event")])
            case "#identity":
                return self._watching.heard(message, [(identity_event(body), "event")])
            case "#sync":
                return self._watching.declared(did, _revision(body), at)
            case _:
                return []  # of a kind that came later than this was written: the protocol says to pass it over

    def _commit(self, did: str, body: Mapping[str, object], at: datetime, message: Message) -> list[Heard | Gap]:
        revision, since = _revision(body), body.get("since")
        events = list(_operations(did, body, at, revision))
        gaps = self._watching.committed(did, revision, at, after=since if isinstance(since, str) else None)
        if body.get("tooBig") is True:
            gaps.append(self._watching.gap(Missing.TOO_BIG, did, at, at))
        return [*gaps, *self._watching.heard(message, events)]

    def _info(self, body: Mapping[str, object], received_at: datetime) -> Sequence[Gap]:
        """A notice. `OutdatedCursor`: what came after our cursor is no longer all there."""
        if body.get("name") != "OutdatedCursor":
            return []
        return [Gap(collector=self.collector, why=Missing.CURSOR_TOO_OLD, begin=self._newest_at, end=received_at)]

    def _end(self, body: Mapping[str, object]) -> None:
        name = body.get("error")
        if name == "FutureCursor":  # it counts anew, or it is another server
            self.forget_cursor()
            self._cursor_refused = True
        raise StreamEnded(_ERRORS.get(name, Deafness.REFUSED) if isinstance(name, str) else Deafness.REFUSED)


def _operations(did: str, body: Mapping[str, object], at: datetime, revision: str) -> Iterable[tuple[Event, str]]:
    """Each operation of a commit on what is heard, with its place."""
    operations, blocks = body.get("ops"), body.get("blocks")
    if not isinstance(operations, list) or not isinstance(blocks, bytes):
        raise Malformed("ops, blocks: missing, or of the wrong type")
    for index, operation in enumerate(operations):
        if not isinstance(operation, dict) or not isinstance(operation.get("path"), str):
            raise Malformed("ops: an operation without a path")
        collection, rkey = address_of(*operation["path"].partition("/")[::2])
        if collection not in COLLECTIONS:
            continue
        action, cid = action_of(operation.get("action")), operation.get("cid")
        record = None
        if action != "delete" and isinstance(cid, bytes):
            try:
                record = record_in(blocks, cid)
            except Malformed:
                record = None  # that it was posted is known all the same
        yield (
            RecordEvent(
                did=did, at=at, collection=collection, rkey=rkey, action=action, revision=revision, record=record
            ),
            f"ops[{index}]",
        )


def _frame(raw: bytes) -> tuple[dict[str, object], dict[str, object]]:
    try:
        parts = libipld.decode_dag_cbor_multi(raw)
    except (ValueError, RecursionError) as error:
        raise Malformed("frame: not DAG-CBOR") from error
    if len(parts) != 2 or not isinstance(parts[0], dict) or not isinstance(parts[1], dict):
        raise Malformed("frame: not a header and a body")
    return parts[0], parts[1]


def _revision(body: Mapping[str, object]) -> str:
    revision = body.get("rev")
    if not isinstance(revision, str) or not 1 <= len(revision) <= 64 or not revision.isascii():
        raise Malformed("rev: missing, or not text")
    return revision


def _parsed(cursor: Cursor | None) -> tuple[int | None, datetime | None]:
    if cursor is None:
        return None, None
    number, _, micros = cursor.partition(":")
    if not number.isdecimal() or not (micros == "" or micros.isdecimal()):
        raise InvalidInput("cursor: not one that a firehose gave")
    return int(number), from_micros(int(micros)) if micros else None
