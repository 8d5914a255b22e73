"""Foreign documents are read in a process of their own, so that none can stop the listener.

Readers of feeds and web pages were not made for documents whose author means harm: fifty kilobytes can keep a regular
expression busy for hours, and a library in C can fall over. Here each reading has its time and its memory; whatever
exceeds them is killed, and the document counts as unreadable. Meanwhile everyone else is listened to.
"""

import asyncio
import contextlib
import logging
import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar, cast

from vigil.model.errors import Malformed

Asked = ParamSpec("Asked")
Read = TypeVar("Read")

BEGIN_WITHIN_S = 60.0
"""For the process to begin and load its libraries; a second on a machine that is not busy."""


class Apart:
    """One process beside ours, in which one document is read at a time. It begins with the first."""

    def __init__(self, *, within_s: float = 20.0, most_memory_bytes: int = 1_500_000_000) -> None:
        """Nothing is begun yet. The bound on memory holds where the system has one (not on Windows)."""
        self._within_s, self._most_memory_bytes = within_s, most_memory_bytes
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._turn = asyncio.Lock()

    async def read(self, reader: Callable[Asked, Read], *args: Asked.args, **kwargs: Asked.kwargs) -> Read:
        """What a reader, a function of a module, makes of a document.

        Raises:
            Malformed: It says so, fails in any other way, or took too long or too much.
        """
        async with self._turn:
            try:
                done, value = await asyncio.to_thread(self._exchange, (reader, args, kwargs))
            except BaseException as error:  # also where we are told to stop: nobody waits for the answer
                self.close()
                if isinstance(error, (EOFError, OSError, TimeoutError)):
                    raise Malformed("the document could not be read within its time and memory") from error
                raise
        if not done:
            raise Malformed(str(value))
        return cast(Read, value)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()

    def _exchange(self, task: object) -> tuple[bool, object]:
        pipe = self._pipe or self._begin()
        pipe.send(task)
        if not pipe.poll(self._within_s):
            raise TimeoutError
        answer: tuple[bool, object] = pipe.recv()
        return answer

    def _begin(self) -> Connection:
        apart = multiprocessing.get_context("spawn")
        ours, theirs = apart.Pipe()
        self._process = apart.Process(target=_serve, args=(theirs, self._most_memory_bytes), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        if not ours.poll(BEGIN_WITHIN_S):
            raise TimeoutError
        ours.recv()
        return ours


def _serve(pipe: Connection, most_memory_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory_bytes, most_memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what is read is nobody's to find on the disk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the listener stops this too, without a word
    logging.disable(logging.CRITICAL)  # libraries log what they read
    pipe.send("here")
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            reader, args, kwargs = pipe.recv()
            try:
                answer = (True, reader(*args, **kwargs))
            except Malformed as error:
                answer = (False, str(error))
            except Exception:  # noqa: BLE001 - whatever a library raises, it did not read the document
                answer = (False, "the document could not be read")
            pipe.send(answer)
