"""Keep media on a thread of its own, beside whoever keeps posts: neither waits for the other, but for the disk.

A case that is open belongs to the thread that opened it, so this one opens it for itself.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from vigil.model.errors import VigilError
from vigil.model.heard import Media
from vigil.usecases.media.keep_media import MediaCounts, MediaKeeper

MakeKeeper = Callable[[], AbstractContextManager[MediaKeeper]]
"""Opens the case, on the thread it is called from, and gives a keeper on it; closes it afterwards."""


class MediaBeside:
    """A running keeper of media. Made to be entered; leaving it breaks off what is being fetched."""

    def __init__(self, make: MakeKeeper) -> None:
        """Nothing is opened yet."""
        self._make = make
        self._thread = threading.Thread(target=self._run, name="vigil media", daemon=True)
        self._begun = threading.Event()
        self._keeper: MediaKeeper | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._error: Exception | None = None

    def __enter__(self) -> Self:
        """Begin.

        Raises:
            VigilError: The case does not open, or what is kept of media in it does not.
        """
        self._thread.start()
        self._begun.wait()
        if self._keeper is None and self._error is not None:
            self._thread.join()
            raise self._error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Break off. Raises what ended it before, if anything did, and nothing else is raised."""
        if self._loop is not None and self._task is not None:
            with contextlib.suppress(RuntimeError):  # it ended by itself
                self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join()
        if self._error is not None and error is None:
            raise self._error

    def offer(self, media: Sequence[Media]) -> None:
        """Let these be kept, in turn. It never waits; what is known or too much is counted."""
        if self._keeper is not None:
            for each in media:
                self._keeper.offer(each)

    def finish(self, *, within_s: float | None = None) -> bool:
        """Wait until everything offered was tried once more. Whether it was, within so many seconds."""
        if self._keeper is not None:
            self._keeper.finish()
        self._thread.join(within_s)
        return not self._thread.is_alive()

    @property
    def counts(self) -> MediaCounts:
        """How it stands."""
        return MediaCounts() if self._keeper is None else self._keeper.counts

    @property
    def trouble(self) -> str | None:
        """What ended it before its time, in words that name nobody."""
        if self._error is None:
            return None
        return str(self._error) if isinstance(self._error, VigilError) else f"a fault ({type(self._error).__name__})"

    def _run(self) -> None:
        try:
            with self._make() as keeper:
                asyncio.run(self._until_stopped(keeper))
        except Exception as error:  # noqa: BLE001 - it is raised where this is left
            self._error = error
        finally:
            self._begun.set()

    async def _until_stopped(self, keeper: MediaKeeper) -> None:
        self._loop, self._task, self._keeper = asyncio.get_running_loop(), asyncio.current_task(), keeper
        self._begun.set()
        with contextlib.suppress(asyncio.CancelledError):
            await keeper.run()
