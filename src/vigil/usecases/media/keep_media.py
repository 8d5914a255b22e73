"""Keep the media that posts show: fetch each once, keep it as evidence, and say what its bytes are.

It works beside the listener and never holds it up: what is offered waits in a bounded line, and whatever goes wrong
with one file is counted. What waits is in memory only: what was not fetched when the process ended is fetched when its
post is heard again, and not before.
"""

import asyncio
import contextlib
import hashlib
import heapq
import threading
import time
from collections import deque
from dataclasses import dataclass

from vigil.model.capture import MOST_BYTES, Capture
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Media
from vigil.model.ids import CollectorName
from vigil.model.media import MediaFacts, MediaRecord
from vigil.usecases.media.ports import Answer, Examine, Fetch
from vigil.usecases.ports import CaseWriter, Clock

COLLECTOR = CollectorName("media")
"""What kept captures of media are said to come from."""

_TRY_AGAIN = frozenset({408, 425, 429})
"""Statuses below 500 that another try may change: too slow, too early, too many (RFC 9110, 8470, 6585)."""

_A_PAGE = "text/html"
_FACTS_REMEMBERED = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSettings:
    """How media are kept."""

    most_waiting: int = 20_000
    at_once: int = 2  # files, each in memory as a whole
    most_bytes: int = MOST_BYTES  # of one file
    waits_s: tuple[float, ...] = (30.0, 300.0, 1800.0)  # before each further try; then it is given up
    held_up_wait_s: float = 5.0  # before writing is tried again where the disk is full


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaCounts:
    """How keeping media stands."""

    waiting: int = 0  # to be fetched, or fetched again
    kept: int = 0
    kept_bytes: int = 0
    unreadable: int = 0  # of those kept: bytes are kept, and what they are could not be read
    known: int = 0  # offered again: the same address of the same post
    failed: int = 0  # tries that came to nothing and are made again
    given_up: int = 0
    turned_away: int = 0  # the line was full
    held_up: str | None = None  # why nothing can be written now


@dataclass(slots=True, kw_only=True)
class _Job:
    media: Media
    key: bytes
    tries: int = 0


class _Failed(Exception):
    """A try came to nothing."""

    def __init__(self, *, again: bool) -> None:
        super().__init__()
        self.again = again


class MediaKeeper:
    """Keeps what is offered to it while `run` runs.

    `offer`, `finish` and `counts` may be called from any thread; the case is used from the one that made this and runs
    `run`, and from no other.
    """

    def __init__(
        self,
        case: CaseWriter,
        fetch: Fetch,
        examine: Examine,
        *,
        version: str,
        clock: Clock,
        settings: MediaSettings | None = None,
    ) -> None:
        """Nothing is fetched yet. What the case holds already is known.

        Raises:
            IntegrityError: What is kept of media does not open.
        """
        self._case, self._fetch, self._examine = case, fetch, examine
        self._version, self._clock = version, clock
        self._settings = settings or MediaSettings()
        self._lock = threading.Lock()
        self._ready: deque[_Job] = deque()
        self._later: list[tuple[float, int, _Job]] = []
        self._n_later = 0
        self._n_busy = 0
        self._finishing = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wake = asyncio.Event()
        self._facts: dict[bytes, MediaFacts] = {}
        self._counted: dict[str, int] = {}
        self._held_up: str | None = None
        self._known = {
            _key(Media(url=one.record.url, account=one.said.account, post=one.said.post))
            for one in case.evidence.media()
            if one.said.account is not None
        }

    def offer(self, media: Media) -> bool:
        """Let a file be fetched, once its turn comes. False: it is known, or too many wait. It never waits."""
        key = _key(media)
        with self._lock:
            if key in self._known:
                self._count("known")
                return False
            if self._finishing or len(self._ready) + len(self._later) >= self._settings.most_waiting:
                self._count("turned_away")
                return False
            self._known.add(key)
            self._ready.append(_Job(media=media, key=key))
        self._rouse()
        return True

    def finish(self) -> None:
        """Nothing more comes: `run` ends when what waits was tried once more."""
        with self._lock:
            self._finishing = True
        self._rouse()

    @property
    def counts(self) -> MediaCounts:
        """How it stands."""
        with self._lock:
            waiting = len(self._ready) + len(self._later) + self._n_busy
            return MediaCounts(waiting=waiting, held_up=self._held_up, **self._counted)

    async def run(self) -> None:
        """Keep what is offered, until `finish` or until cancelled.

        Raises:
            IntegrityError: The case contradicts itself.
        """
        self._loop = asyncio.get_running_loop()
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(self._settings.at_once):
                    group.create_task(self._work())
        except ExceptionGroup as faults:
            raise faults.exceptions[0] from faults
        finally:
            self._loop = None

    async def _work(self) -> None:
        while (job := await self._next()) is not None:
            try:
                await self._keep(job)
            except _Failed as failed:
                self._put_off(job, again=failed.again)
            finally:
                with self._lock:
                    self._n_busy -= 1
                self._wake.set()

    async def _next(self) -> _Job | None:
        """The next to be fetched, once there is one. None: it is finished."""
        while True:
            with self._lock:
                now_s = time.monotonic()
                while self._later and (self._finishing or self._later[0][0] <= now_s):
                    self._ready.append(heapq.heappop(self._later)[2])
                if self._ready:
                    self._n_busy += 1
                    return self._ready.popleft()
                if self._finishing and not self._n_busy:
                    return None
                wait_s = self._later[0][0] - now_s if self._later else None
            self._wake.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), wait_s)

    async def _keep(self, job: _Job) -> None:
        answer = await self._fetched(job.media.url)
        facts = await self._facts_of(answer.body)
        if facts.mime == _A_PAGE:  # to log in, or to say that it is gone
            raise _Failed(again=True)
        capture = Capture(
            body=answer.body,
            captured_at=answer.received_at,
            collector=COLLECTOR,
            collector_version=self._version,
            url=answer.url,
            headers=answer.headers,
            status=answer.status,
            account=job.media.account,
            post=job.media.post,
        )
        await self._write(capture, MediaRecord(url=job.media.url, facts=facts))
        with self._lock:
            self._count("kept")
            self._count("kept_bytes", len(answer.body))
            if facts.unreadable is not None:
                self._count("unreadable")

    async def _fetched(self, url: str) -> Answer:
        try:
            answer = await self._fetch(url, most_bytes=self._settings.most_bytes)
        except InvalidInput as error:
            raise _Failed(again=False) from error
        except Exception as error:  # whatever goes wrong with one address, the others are fetched
            raise _Failed(again=True) from error
        if not 200 <= answer.status < 300:
            raise _Failed(again=answer.status >= 500 or answer.status in _TRY_AGAIN)
        if not answer.body:
            raise _Failed(again=True)
        return answer

    async def _facts_of(self, body: bytes) -> MediaFacts:
        """The facts of a file. The same bytes are often shown by many posts: they are read once."""
        digest = (await asyncio.to_thread(hashlib.sha256, body)).digest()
        if digest not in self._facts:
            try:
                facts = await self._examine(body)
            except Unavailable as error:
                raise _Failed(again=True) from error
            while len(self._facts) >= _FACTS_REMEMBERED:
                del self._facts[next(iter(self._facts))]
            self._facts[digest] = facts
        return self._facts[digest]

    async def _write(self, capture: Capture, record: MediaRecord) -> None:
        """Write until it is written: what was fetched is not forgotten because a disk is full."""
        while True:
            try:
                with self._case.transaction():
                    (kept,) = self._case.evidence.add([capture], recorded_at=self._clock())
                    self._case.evidence.add_media(kept.number, record)
            except InvalidInput as error:  # too large, or of a witness who withdrew
                raise _Failed(again=False) from error
            except Unavailable as error:
                if self._finishing:
                    raise _Failed(again=False) from error
                self._held_up = str(error)
                await asyncio.sleep(self._settings.held_up_wait_s)
            else:
                self._held_up = None
                return

    def _put_off(self, job: _Job, *, again: bool) -> None:
        """Try it once more later, or give it up: offered again, it has all its tries again."""
        with self._lock:
            if again and not self._finishing and job.tries < len(self._settings.waits_s):
                self._count("failed")
                self._n_later += 1
                due_s = time.monotonic() + self._settings.waits_s[job.tries]
                job.tries += 1
                heapq.heappush(self._later, (due_s, self._n_later, job))
            else:
                self._count("given_up")
                self._known.discard(job.key)

    def _count(self, what: str, n: int = 1) -> None:
        self._counted[what] = self._counted.get(what, 0) + n

    def _rouse(self) -> None:
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # it ended just now
                loop.call_soon_threadsafe(self._wake.set)


def _key(media: Media) -> bytes:
    """What makes media the same: the address, on the post. A million of them are held as 16 bytes each."""
    said = "\0".join((media.account.platform, media.account.id, media.post or "", media.url))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()[:16]
