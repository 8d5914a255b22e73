"""A Jetstream and a firehose on loopback that speak the real protocol, and misbehave on demand.

Written from github.com/bluesky-social/jetstream (docs/README.md, section 5; internal/subscribe/doc.go), the lexicon
com.atproto.sync.subscribeRepos and atproto.com/specs/event-stream. tests/sources/bluesky/test_real_pds.py holds the
firehose against a real server.
"""

import asyncio
import contextlib
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

import libipld
from websockets.asyncio.server import serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Response

from vigil.model.heard import Heard, Pulse
from vigil.sources.live.line import LineSettings, listen

ALICE = "did:plc:alicealicealicealicealic"
BOB = "did:plc:bobbobbobbobbobbobbobbob"
STRANGER = "did:plc:strangerstrangerstranger"
SENTINEL = "did:plc:sentinelsentinelsentinel"

HASTY = LineSettings(
    pulse_every_s=0.1,
    quiet_after_s=0.6,
    prove_after_s=0.2,
    probe_within_s=0.4,
    connect_within_s=2,
    first_wait_s=0.05,
    longest_wait_s=0.2,
    proxy=None,
)
"""A hundred times less patient than in earnest, so that a test of deafness takes a second."""


@dataclass
class Event:
    """Something an account did, before it is put into a platform's words."""

    number: int  # rises; the firehose's seq
    did: str
    at: datetime
    kind: str = "commit"
    action: str = "create"
    collection: str = "app.bsky.feed.post"
    rkey: str = ""
    record: dict | None = None
    status: str | None = None
    handle: str | None = None
    revision: str | None = None

    @property
    def rev(self) -> str:
        """Sorts as the numbers do."""
        return self.revision or f"3l{self.number:011d}".translate(str.maketrans("0123456789", "23456789ab"))

    @property
    def time(self) -> str:
        """As the platform writes it."""
        return self.at.isoformat().replace("+00:00", "Z")

    @property
    def micros(self) -> int:
        """As Jetstream writes it."""
        return (self.at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def firehose_frame(event: Event, *, after: str | None = None) -> bytes:
    """A frame of com.atproto.sync.subscribeRepos."""
    body: dict = {"seq": event.number, "time": event.time}
    if event.kind == "commit":
        cid, block = None, b""
        if event.action != "delete":
            data = libipld.encode_dag_cbor(event.record)
            cid = b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()
            block = varint(len(cid) + len(data)) + cid + data
        header = libipld.encode_dag_cbor({"version": 1, "roots": []})
        operation = {"action": event.action, "path": f"{event.collection}/{event.rkey}", "cid": cid}
        body |= {"repo": event.did, "rev": event.rev, "since": after, "tooBig": False, "rebase": False, "blobs": []}
        body |= {"blocks": varint(len(header)) + header + block, "ops": [operation], "commit": b""}
    elif event.kind == "account":
        body |= {"did": event.did, "active": event.status is None}
        body |= {} if event.status is None else {"status": event.status}
    elif event.kind == "identity":
        body |= {"did": event.did} | ({} if event.handle is None else {"handle": event.handle})
    else:
        body |= {"did": event.did, "rev": event.rev, "blocks": b""}
    return libipld.encode_dag_cbor({"op": 1, "t": f"#{event.kind}"}) + libipld.encode_dag_cbor(body)


def varint(number: int) -> bytes:
    """Unsigned LEB128."""
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def firehose_error(name: str) -> bytes:
    """The last frame before the server closes."""
    return libipld.encode_dag_cbor({"op": -1}) + libipld.encode_dag_cbor({"error": name, "message": "in words"})


def subscribe_frame(event: Event) -> str:
    """A frame of Jetstream's /subscribe."""
    return json.dumps({"did": event.did, "time_us": event.micros, "kind": event.kind, event.kind: _inner(event)})


def events_frame(event: Event) -> str:
    """A frame of network.bsky.jetstream.subscribeEvents."""
    inner = _inner(event)
    payload = {
        "$type": f"network.bsky.jetstream.subscribeEvents#{event.kind}",
        "seq": event.number,
        "did": event.did,
        "time": event.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        **(inner if event.kind == "commit" else {event.kind: inner}),
    }
    return json.dumps({"$type": "message", "payload": payload})


def _inner(event: Event) -> dict:
    if event.kind == "commit":
        inner = {"rev": event.rev, "operation": event.action, "collection": event.collection, "rkey": event.rkey}
        return inner if event.action == "delete" else {**inner, "record": event.record, "cid": f"bafy{event.number}"}
    inner = {"did": event.did, "seq": event.number, "time": event.time}
    if event.kind == "account":
        return {**inner, "active": event.status is None} | ({} if event.status is None else {"status": event.status})
    if event.kind == "identity":
        return inner | ({} if event.handle is None else {"handle": event.handle})
    return {**inner, "rev": event.rev}


@dataclass
class StandIn:
    """A server that keeps its events, replays them from a cursor, and goes on live."""

    events: list[Event] = field(default_factory=list)
    close_after: Callable[[int], int | None] = lambda connection: None  # frames, then 1006
    hang_after: Callable[[int], int | None] = lambda connection: None  # frames, then silence with pongs
    refusals: list[tuple[int, dict[str, str]]] = field(default_factory=list)  # for the next connections
    twice: bool = False
    shuffled: bool = False
    junk: Callable[[int], list[bytes | str]] = lambda number: []  # sent before an event
    first_word: Callable[[dict[str, list[str]]], list[bytes | str] | None] = lambda asked: []  # None: and close
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    port: int = 0

    def did(self, did: str, **what) -> Event:
        """An account does something now."""
        number = len(self.events) + 1
        event = Event(number=number, did=did, at=what.pop("at", datetime.now(UTC)), **what)
        event.rkey = event.rkey or f"r{number}"
        event.record = event.record or {"$type": event.collection, "text": f"number {number}", "createdAt": event.time}
        self.events.append(event)
        return event

    @contextlib.asynccontextmanager
    async def running(self):
        """The server, on a port of its own."""
        async with serve(
            self._connection, "127.0.0.1", self.port, process_request=self._request, max_size=None, ping_interval=None
        ) as server:
            self.port = server.sockets[0].getsockname()[1]
            yield f"ws://127.0.0.1:{self.port}"

    def _request(self, connection, request):
        if not self.refusals:
            return None
        status, headers = self.refusals.pop(0)
        return Response(status, HTTPStatus(status).phrase, Headers({"Content-Length": "0", **headers}), b"")

    async def _connection(self, socket):
        asked = parse_qs(urlsplit(socket.request.path).query)
        self.asked.append(asked)
        number = len(self.asked)
        with contextlib.suppress(ConnectionClosed):
            words = self.first_word(asked)
            for word in words or []:
                await socket.send(word)
            if words is None:
                await socket.close(1008)
                return
            wanted = await self.filter(socket, asked)
            await self._pump(socket, self.begin(asked), wanted, self.close_after(number), self.hang_after(number))

    async def _pump(self, socket, at, wanted, close_after, hang_after):
        n_sent = 0
        while True:
            batch = [event for event in self.events[at:] if wanted(event)]
            at = len(self.events)
            if self.shuffled:
                batch = batch[1::2] + batch[::2]
            for event in batch:
                for frame in [*self.junk(event.number), *[self.frame(event)] * (2 if self.twice else 1)]:
                    if hang_after is not None and n_sent >= hang_after:
                        await socket.wait_closed()
                        return
                    if close_after is not None and n_sent >= close_after:
                        socket.transport.abort()
                        return
                    await socket.send(frame)
                    n_sent += 1
            await asyncio.sleep(0.01)
            if socket.close_code is not None:
                return


class FirehoseStandIn(StandIn):
    """A relay: everyone's events, by their numbers."""

    def frame(self, event):
        """With the revision the account had before, as a server signs it."""
        before = [each for each in self.events[: event.number - 1] if each.did == event.did and each.kind == "commit"]
        return firehose_frame(event, after=before[-1].rev if before else None)

    def begin(self, asked):
        """The first event after the cursor; without one, the next to come."""
        return int(asked["cursor"][0]) if "cursor" in asked else len(self.events)

    async def filter(self, socket, asked):
        """A relay leaves nothing out."""
        return lambda event: True


class JetstreamStandIn(StandIn):
    """A Jetstream, on either wire."""

    def frame(self, event):
        """As the wire asked for has it."""
        return self.wire_frame(event)

    wire_frame = staticmethod(subscribe_frame)

    def begin(self, asked):
        """The first event at or after the cursor's instant."""
        if "cursor" not in asked:
            return len(self.events)
        micros = int(asked["cursor"][0])
        return next((k for k, event in enumerate(self.events) if event.micros >= micros), len(self.events))

    async def filter(self, socket, asked):
        """Accounts and collections, from the address or from the first message."""
        dids = asked.get("wantedDids", asked.get("dids"))
        collections = asked.get("wantedCollections", asked.get("collections"))
        if asked.get("requireHello") == ["true"]:
            said = await socket.recv()
            self.told.append(said)
            payload = json.loads(said)["payload"]
            dids, collections = payload["wantedDids"], payload["wantedCollections"]
        return lambda event: (
            (not dids or event.did in dids)
            and (event.kind != "commit" or not collections or event.collection in collections)
        )


class EventsStandIn(JetstreamStandIn):
    """A Jetstream's newer wire."""

    wire_frame = staticmethod(events_frame)


async def hearing(ear, until, *, within_s=60.0, settings=HASTY, while_doing=None, anew=None):
    """What an ear hears until enough has come, or an error that says what did."""
    items = []
    doing = asyncio.create_task(while_doing()) if while_doing else None
    stream = listen(ear, settings, anew=anew)
    try:
        async with asyncio.timeout(within_s):
            async for item in stream:
                items.append(item)
                if doing is not None and doing.done():
                    doing.result()
                if until(items):
                    return items
    except TimeoutError:
        pulses = [(pulse.why, pulse.n_events) for pulse in items if isinstance(pulse, Pulse)]
        raise AssertionError(f"not within {within_s} s; heard {len(heard(items))}, pulses {pulses[-20:]}") from None
    finally:
        await stream.aclose()
        if doing is not None:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
    raise AssertionError("the stream ended")


def heard(items):
    """What was heard, message by message."""
    return [item for item in items if isinstance(item, Heard)]


def posts(items):
    """The ids of what was observed, in order."""
    return [seen.post for item in heard(items) for seen in item.observations]


def of(items, kind):
    """The items of a kind."""
    return [item for item in items if isinstance(item, kind)]
