"""A websocket that is kept open: it goes on after every interruption, and says at every moment whether it hears.

What can go wrong, and what it leads to:

- The connection fails or closes: `Pulse` says blind, the stream goes on from its cursor after a growing, random wait.
- Nothing comes, and the connection stays open: a second connection is made to see whether anyone is heard at all. If
  not, the stream is deaf. Either way the first is made anew, from its cursor.
- The server refuses: its Retry-After is kept to.
- A message cannot be read: it is counted, and the stream goes on. If it names a watched account, a `Gap` says so.
- A message is larger than `MAX_MESSAGE_BYTES`: it is counted and a `Gap`; it never stops the stream.
- Whoever listens falls behind: reading stops until there is room, so memory is bounded.

`websockets` reconnects by itself too, but says nothing while it does; that is why it is not left to it.
"""

import asyncio
import logging
import random
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal, Protocol

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.typing import Subprotocol

from vigil.model.errors import Malformed
from vigil.model.heard import Cursor, Deafness, Gap, Heard, Missing, Pulse
from vigil.model.ids import CollectorName, Platform
from vigil.sources.live.vitals import Vitals
from vigil.usecases.ports import Clock

MAX_MESSAGE_BYTES = 5_000_000
"""The most an event stream of the AT Protocol may send at once (atproto.com/specs/event-stream, 5 MB)."""

MAX_TAKEN_BYTES = 16_777_216
"""Up to here a message that is too large is taken off the wire and dropped; beyond, the connection is."""

MAX_WAITING_BYTES = 64_000_000
"""What may wait in memory for whoever listens. Beyond it the socket is not read."""

MAX_RETRY_AFTER_S = 3600.0
"""A server may keep us away for an hour at a time; then it is asked again."""

_SILENT = logging.Logger("silent", logging.CRITICAL + 1)
"""The library logs addresses and messages: whom we ask about, and what they said. It hangs on no other logger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSettings:
    """How patient a stream is."""

    pulse_every_s: float = 10.0
    quiet_after_s: float = 60.0  # connected and nothing came: look whether it still hears
    prove_after_s: float = 5.0  # just connected and nothing came: the same, once
    probe_within_s: float = 10.0  # so long a second connection has to hear something
    connect_within_s: float = 15.0
    first_wait_s: float = 0.5
    longest_wait_s: float = 30.0
    pong_within_s: float = 20.0
    proxy: str | Literal[True] | None = True  # True: as the system says


class StreamEnded(Exception):
    """The server said why it ends the stream."""

    def __init__(self, why: Deafness) -> None:
        """With what it means for our hearing."""
        super().__init__(why)
        self.why = why


class Ear(Protocol):
    """What one stream has of its own. It is asked by one line at a time."""

    collector: CollectorName
    platform: Platform
    subprotocols: Sequence[str]

    @property
    def n_repeated(self) -> int:
        """How much came more than once, and was given once."""

    @property
    def cursor(self) -> Cursor | None:
        """Where to go on after everything read so far."""

    @property
    def newest_at(self) -> datetime | None:
        """When the newest event read so far happened, as the platform says."""

    def address(self) -> str:
        """Where to connect now, to go on after what was read."""

    def probe_address(self, at: datetime) -> str | None:
        """Where something must be heard at once if anyone is heard at all. None: there is no such place."""

    def hello(self) -> Sequence[str]:
        """What to say first on a new connection."""

    def connected(self, headers: Mapping[str, str], at: datetime) -> Sequence[Gap]:
        """A connection was made; what it cannot bring back."""

    def refused(self, body: bytes, at: datetime) -> Sequence[Gap]:
        """The server refused with a word; what is lost by it. `address` is another from here on if that helps."""

    def read(self, raw: bytes, received_at: datetime) -> Sequence[Heard | Gap]:
        """What a message says. Raises `Malformed`, or `StreamEnded`."""

    def unread(self, raw: bytes, received_at: datetime) -> Sequence[Gap]:
        """What may be missing because a message could not be read."""

    def is_event(self, raw: bytes) -> bool:
        """Whether a message shows that the platform's events are heard."""

    def proved(self, at: datetime) -> None:
        """The connection was shown to hear up to here."""

    def forget_cursor(self) -> None:
        """Going on from here is impossible: the next connection begins in the present."""


async def listen(
    ear: Ear,
    settings: LineSettings,
    *,
    clock: Clock = lambda: datetime.now(UTC),
    rng: random.Random | None = None,
    anew: asyncio.Event | None = None,
) -> AsyncIterator[Heard | Gap | Pulse]:
    """Everything a stream hears, without end. Closing the iterator closes the connection.

    Args:
        ear: What the stream has of its own.
        settings: How patient to be.
        clock: Now, in UTC.
        rng: Chance, for the waits.
        anew: Set when the ear has another address: the connection is made anew from the cursor. It is cleared here.

    Raises:
        Nothing of the network's: whatever goes wrong out there is in the pulses.
    """
    line = _Line(ear, settings, clock, rng or random.SystemRandom(), anew or asyncio.Event())
    try:
        while True:
            async for item in line.connection():
                yield item
            async for pulse in line.wait():
                yield pulse
    finally:
        await line.hang_up()


class _Line:
    """One stream over many connections."""

    def __init__(self, ear: Ear, settings: LineSettings, clock: Clock, rng: random.Random, anew: asyncio.Event) -> None:
        self.ear, self.settings, self.clock, self.rng, self.anew = ear, settings, clock, rng, anew
        self.vitals = Vitals(ear.collector, ear.platform, ear.newest_at)
        self._open: _Connection | None = None
        self._probe: asyncio.Task[bool] | None = None
        self._attempt = 0
        self._retry_after_s: float | None = None
        self._last_beat = _now()
        self._last_why: Deafness | None = Deafness.CONNECTING
        self._oversized_at: Cursor | None = None

    async def connection(self) -> AsyncIterator[Heard | Gap | Pulse]:
        """One connection, from the attempt to its end."""
        yield self._beat()
        begun = _now()
        self.anew.clear()
        try:
            self._open = await _Connection.make(self.ear, self.settings, self.clock)
        except _Refused as refusal:
            for gap in self.ear.refused(refusal.body, self.clock()):
                yield self._lost(gap)
            self._retry_after_s = refusal.retry_after_s
            self.vitals.deaf(Deafness.RATE_LIMITED if refusal.status == 429 else Deafness.REFUSED)
            return
        except (OSError, TimeoutError, WebSocketException):
            self.vitals.deaf(Deafness.UNREACHABLE)
            return
        try:
            for gap in self.ear.connected(self._open.headers, self.clock()):
                yield self._lost(gap)
            async for item in self._hear(self._open):
                yield item
        except StreamEnded as ended:
            self.vitals.deaf(ended.why)
        finally:
            await self.hang_up()
            if _now() - begun >= 2 * self.settings.first_wait_s:
                self._attempt = 0  # it was a stream while it lasted

    async def wait(self) -> AsyncIterator[Pulse]:
        """The wait before the next attempt, with its pulses."""
        wait_s = self._wait_s()
        if self._retry_after_s is not None:
            self.vitals.retry_at = self.clock() + timedelta(seconds=wait_s)
        self._retry_after_s = None
        self._attempt += 1
        if self._last_why != self.vitals.why:
            yield self._beat()
        until = _now() + wait_s
        while (left_s := until - _now()) > 0:
            await asyncio.sleep(min(left_s, self._until_beat_s()))
            if self._beat_is_due():
                yield self._beat()

    async def hang_up(self) -> None:
        """Close what is open."""
        if self._probe is not None:
            self._probe.cancel()
            await asyncio.gather(self._probe, return_exceptions=True)
            self._probe = None
        if self._open is not None:
            was, self._open = self._open, None
            await was.close()

    async def _hear(self, connection: "_Connection") -> AsyncIterator[Heard | Gap | Pulse]:
        """What comes over one connection until it ends, goes quiet, or is ended by the server."""
        quiet = _Quiet(self.settings)
        while True:
            within_s = quiet.within_s(self._until_beat_s(), probing=self._probe is not None)
            for raw, received_at in await connection.some(within_s, also=self._probe, unless=self.anew):
                n_malformed = self.vitals.n_malformed
                for item in self._read(raw, received_at):
                    yield item
                if self.vitals.n_malformed == n_malformed:  # a server that talks nonsense is as good as silent
                    quiet.heard(prove=self.vitals.why is Deafness.CATCHING_UP)
                if self._beat_is_due():
                    yield self._beat()
            if connection.ended and not connection.waiting:
                for gap in self._end(connection):
                    yield self._lost(gap)
                return
            over = self._is_over(quiet)
            if self._beat_is_due():
                yield self._beat()
            if over or self.anew.is_set():  # what was received and not read comes again, from the cursor
                return

    def _is_over(self, quiet: "_Quiet") -> bool:
        """Whether a connection on which nothing comes is to be made anew, having looked whether it hears at all."""
        if self._probe is None:
            if quiet.wants_proof():
                self._probe = asyncio.create_task(self._prove())
            return False
        if not self._probe.done():
            return False
        hears, self._probe = self._probe.result(), None
        if hears:
            at = self.clock()
            self.vitals.proved(at)
            self.ear.proved(at)
        elif quiet.too_long():
            self.vitals.deaf(Deafness.QUIET)
        return quiet.too_long()  # even if others are heard: this connection may hang all by itself

    def _read(self, raw: bytes, received_at: datetime) -> Iterator[Heard | Gap]:
        if len(raw) > MAX_MESSAGE_BYTES:
            self.vitals.n_malformed += 1
            yield self._lost(self._whole_gap(Missing.TOO_BIG, received_at))
            return
        try:
            items = self.ear.read(raw, received_at)
        except Malformed:
            self.vitals.n_malformed += 1
            for gap in self.ear.unread(raw, received_at):
                yield self._lost(gap)
            return
        self.vitals.event(received_at, self.ear.newest_at)
        for item in items:
            yield self._lost(item) if isinstance(item, Gap) else item

    async def _prove(self) -> bool:
        """Whether a second connection hears anything at all, where something must be heard."""
        usual = self.vitals.usual_rate_per_s
        expected = 0.0 if usual is None else usual * self.settings.quiet_after_s
        address = self.ear.probe_address(self.clock())
        if address is None or expected > 10:  # a stream this lively does not fall quiet by chance
            return False
        try:
            async with asyncio.timeout(self.settings.probe_within_s):
                probe = await _dial(address, self.ear.subprotocols, self.settings)
                try:
                    while not self.ear.is_event(await probe.recv(decode=False)):
                        pass
                finally:
                    probe.transport.abort()  # at once: a farewell may be cut short, and the socket with it
        except (OSError, TimeoutError, WebSocketException):
            return False
        return True

    def _end(self, connection: "_Connection") -> list[Gap]:
        """The connection ended without a word of the stream's own."""
        self.vitals.deaf(Deafness.CLOSED)
        if not connection.too_big:
            return []
        self.vitals.n_malformed += 1
        if self._oversized_at is None or self._oversized_at != self.ear.cursor:
            self._oversized_at = self.ear.cursor  # it may have been the only one: ask once more from the cursor
            return []
        self._oversized_at = None
        self.ear.forget_cursor()  # it would come again for ever
        return [self._whole_gap(Missing.TOO_BIG, self.clock())]

    def _whole_gap(self, why: Missing, at: datetime) -> Gap:
        return Gap(collector=self.ear.collector, why=why, begin=self.ear.newest_at, end=at)

    def _lost(self, gap: Gap) -> Gap:
        if gap.account is None:
            self.vitals.broken(gap.end or self.clock())
        return gap

    def _wait_s(self) -> float:
        """Half to all of a wait that doubles with every failure, so that many listeners do not come back as one."""
        if self._retry_after_s is not None:
            return min(self._retry_after_s, MAX_RETRY_AFTER_S) * self.rng.uniform(1.0, 1.1)
        longest = min(self.settings.first_wait_s * 2.0 ** min(self._attempt, 30), self.settings.longest_wait_s)
        return longest * self.rng.uniform(0.5, 1.0)

    def _beat_is_due(self) -> bool:
        return self._until_beat_s() <= 0 or self.vitals.why != self._last_why

    def _until_beat_s(self) -> float:
        return self._last_beat + self.settings.pulse_every_s - _now()

    def _beat(self) -> Pulse:
        over_s, self._last_beat = _now() - self._last_beat, _now()
        self.vitals.n_repeated = self.ear.n_repeated
        pulse = self.vitals.beat(self.clock(), over_s=over_s, cursor=self.ear.cursor)
        self._last_why = self.vitals.why
        return pulse


class _Quiet:
    """How long nothing has come over a connection, and when to look why."""

    def __init__(self, settings: LineSettings) -> None:
        self._settings = settings
        self._newest = _now()
        self._prove_at: float | None = self._newest + settings.prove_after_s

    def heard(self, *, prove: bool) -> None:
        """Something came. `prove`: if it was the last for a while, look whether that was all."""
        self._newest = _now()
        self._prove_at = self._newest + self._settings.prove_after_s if prove else None

    def too_long(self) -> bool:
        """Whether it has been quiet for too long."""
        return _now() >= self._newest + self._settings.quiet_after_s

    def wants_proof(self) -> bool:
        """Whether to look now if anyone is heard. Asked for a first look, it says so once."""
        first = self._prove_at is not None and _now() >= self._prove_at
        self._prove_at = None if first else self._prove_at
        return first or self.too_long()

    def within_s(self, at_most_s: float, *, probing: bool) -> float:
        """How long to wait for something at most."""
        if probing:
            return max(0.01, at_most_s)
        due = self._newest + self._settings.quiet_after_s
        if self._prove_at is not None:
            due = min(due, self._prove_at)
        return max(0.01, min(at_most_s, due - _now()))


class _Refused(Exception):
    """The server answered with something else than a stream."""

    def __init__(self, refusal: InvalidStatus, now: datetime) -> None:
        super().__init__(refusal.response.status_code)
        self.status = refusal.response.status_code
        self.body = bytes(refusal.response.body or b"")[:65_536]
        self.retry_after_s = retry_after_s(refusal.response.headers.get("Retry-After"), now)


class _Connection:
    """One open websocket, read ahead of whoever listens, up to a bound."""

    def __init__(self, socket: ClientConnection, clock: Clock) -> None:
        self.ended = self.too_big = False
        response = socket.response
        self.headers: dict[str, str] = dict(response.headers.raw_items()) if response is not None else {}
        self._socket, self._clock = socket, clock
        self._inbox: deque[tuple[bytes, datetime]] = deque()
        self._n_bytes = 0
        self._something, self._room = asyncio.Event(), asyncio.Event()
        self._room.set()
        self._reader = asyncio.create_task(self._receive())

    @classmethod
    async def make(cls, ear: Ear, settings: LineSettings, clock: Clock) -> "_Connection":
        try:
            socket = await _dial(ear.address(), ear.subprotocols, settings)
        except InvalidStatus as refusal:
            raise _Refused(refusal, clock()) from refusal
        try:
            for words in ear.hello():
                await socket.send(words)
        except BaseException:
            socket.transport.abort()
            raise
        return cls(socket, clock)

    @property
    def waiting(self) -> bool:
        """Whether something was received and not yet taken."""
        return bool(self._inbox)

    async def some(
        self, within_s: float, *, also: "asyncio.Task[bool] | None", unless: asyncio.Event
    ) -> list[tuple[bytes, datetime]]:
        """What has come, as soon as anything has; nothing after so long, at the end, or when one of the two is done."""
        if not self._inbox and not self.ended:
            self._something.clear()
            waiting = [asyncio.ensure_future(each.wait()) for each in (self._something, unless)]
            try:
                await asyncio.wait(
                    [*waiting, also] if also else waiting, timeout=within_s, return_when=asyncio.FIRST_COMPLETED
                )
            finally:
                for each in waiting:
                    each.cancel()
        batch = list(self._inbox)
        self._inbox.clear()
        self._n_bytes = 0
        self._room.set()
        return batch

    async def close(self) -> None:
        self._reader.cancel()
        await asyncio.gather(self._reader, return_exceptions=True)
        try:
            await self._socket.close()
        finally:
            self._socket.transport.abort()

    async def _receive(self) -> None:
        try:
            while True:
                raw = await self._socket.recv(decode=False)
                self._inbox.append((raw, self._clock()))
                self._n_bytes += len(raw)
                self._something.set()
                if self._n_bytes > MAX_WAITING_BYTES:
                    self._room.clear()
                    await self._room.wait()
        except ConnectionClosed as closed:
            self.too_big = closed.sent is not None and closed.sent.code == 1009
        finally:
            self.ended = True
            self._something.set()


class _connect(connect):  # noqa: N801 - the library's own spelling
    """A connection to the host that was named, and to no host it points to."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        """Never follow: whom we ask about would reach whoever a server likes."""
        return exc


async def _dial(address: str, subprotocols: Sequence[str], settings: LineSettings) -> ClientConnection:
    return await _connect(
        address,
        subprotocols=[Subprotocol(each) for each in subprotocols] or None,
        open_timeout=settings.connect_within_s,
        ping_interval=settings.pong_within_s,
        ping_timeout=settings.pong_within_s,
        close_timeout=1,
        max_size=MAX_TAKEN_BYTES,
        max_queue=64,
        proxy=settings.proxy,
        logger=_SILENT,
        user_agent_header="vigil",
    )


def retry_after_s(value: str | None, now: datetime) -> float | None:
    """How long a server asks to be left alone: seconds, or a date (RFC 9110, section 10.2.3). None: it does not say."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return max(0.0, (at - now).total_seconds())


def _now() -> float:
    return asyncio.get_running_loop().time()
