"""Collectors, running beside whoever keeps what they hear: on a thread of their own, with a bounded way between.

Keeping waits for the disk, hearing must not. What waits to be kept is bounded: beyond it nothing more is read, so that
a full disk stops the sources and not the machine.
"""

import asyncio
import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from vigil.model.errors import Unavailable
from vigil.model.heard import Heard
from vigil.model.ids import CollectorName
from vigil.model.witness import WatchedAccount
from vigil.usecases.listening.collecting import Collector, Item

MOST_WAITING = 8192
"""Items that may wait to be kept."""

MOST_WAITING_BYTES = 64 * 2**20

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ended:
    """A collector gives nothing more; with an error where it broke off."""

    error: Exception | None = None


Given = tuple[CollectorName, Item | Ended]


class Ears:
    """The running collectors of one session."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="vigil ears", daemon=True)
        self._waiting: deque[Given] = deque()
        self._n_bytes = 0
        self._came = asyncio.Event()
        self._room = asyncio.Event()
        self._tasks: dict[CollectorName, asyncio.Task[None]] = {}
        self._collectors: dict[CollectorName, Collector] = {}
        self._last_word_s: dict[CollectorName, float] = {}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._do(self._stop_all()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def hear(self, name: CollectorName, collector: Collector, *, once: bool) -> None:
        """Let a collector listen."""

        async def begin() -> None:
            await self._stop(name)
            self._collectors[name] = collector
            self._last_word_s[name] = time.monotonic()
            self._tasks[name] = asyncio.create_task(self._hear(name, collector, once=once))

        self._do(begin()).result()

    def silent_s(self, name: CollectorName) -> float:
        """For how long a collector has not said a word. One whose words wait for us has not stalled."""
        if any(waiting == name for waiting, _ in list(self._waiting)):
            return 0.0
        return time.monotonic() - self._last_word_s.get(name, time.monotonic())

    def watch(self, name: CollectorName, accounts: Sequence[WatchedAccount]) -> None:
        """Whom a running collector listens for from now on. Raises whatever it raises."""

        async def pass_on() -> None:
            if name in self._collectors:
                self._collectors[name].watch(accounts)

        self._do(pass_on()).result()

    def stop(self, name: CollectorName) -> None:
        """Let a collector listen no more. What it gave and was not taken is dropped: it is given again another time."""
        self._do(self._stop(name)).result()

    def rest(self) -> None:
        """Let nobody listen any more. What was given is still to be taken."""
        self._do(self._rest()).result()

    def take(self, *, most: int, most_bytes: int, wait_s: float) -> list[Given]:
        """What was heard, in order, at most so much; waits so long for the first of it."""
        return self._do(self._taken(most, most_bytes, wait_s)).result()

    def n_waiting(self) -> int:
        """How many items wait to be kept."""
        return len(self._waiting)

    def _do(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _hear(self, name: CollectorName, collector: Collector, *, once: bool) -> None:
        error: Exception | None = None
        try:
            stream = collector.listen(once=once)
            try:
                async for item in stream:
                    await self._put(name, item)
            finally:
                close: Callable[[], Coroutine[Any, Any, None]] | None = getattr(stream, "aclose", None)
                if close is not None:
                    with contextlib.suppress(RuntimeError):  # it is closing by itself already
                        await close()
        except asyncio.CancelledError:
            if name not in self._tasks:  # it was stopped
                raise
            error = Unavailable("it broke off")
        except Exception as fault:  # noqa: BLE001 - whatever goes wrong in one source, the others are heard on
            error = fault
        self._waiting.append((name, Ended(error)))
        self._came.set()

    async def _put(self, name: CollectorName, item: Item) -> None:
        self._last_word_s[name] = time.monotonic()
        while len(self._waiting) >= MOST_WAITING or self._n_bytes >= MOST_WAITING_BYTES:
            self._room.clear()
            await self._room.wait()
            self._last_word_s[name] = time.monotonic()  # it waits for us
        self._n_bytes += _size(item)
        self._waiting.append((name, item))
        self._came.set()

    async def _taken(self, most: int, most_bytes: int, wait_s: float) -> list[Given]:
        if not self._waiting:
            self._came.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._came.wait(), wait_s)
        taken: list[Given] = []
        n_bytes = 0
        while self._waiting and len(taken) < most and n_bytes < most_bytes:
            name, item = self._waiting.popleft()
            n_bytes += _size(item)
            taken.append((name, item))
        self._n_bytes -= n_bytes
        self._room.set()
        return taken

    async def _stop(self, name: CollectorName) -> None:
        task = self._tasks.pop(name, None)
        self._collectors.pop(name, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            kept = [given for given in self._waiting if given[0] != name]
            self._n_bytes = sum(_size(item) for _, item in kept)
            self._waiting.clear()
            self._waiting.extend(kept)

    async def _stop_all(self) -> None:
        for name in list(self._tasks):
            await self._stop(name)

    async def _rest(self) -> None:
        """Let nobody listen any more, and keep what waits."""
        tasks, self._tasks = list(self._tasks.values()), {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _size(item: Item | Ended) -> int:
    return len(item.raw) if isinstance(item, Heard) else 0
