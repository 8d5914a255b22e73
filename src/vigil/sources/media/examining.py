"""Examines a stranger's file in a process of its own, which is killed when it takes too long.

Decoders are the part of a machine that hostile files are made for. Each file has a process to itself that begins
without our environment (there may be a passphrase in it), gets the file through a pipe (never as a file on a disk), and
gives up memory, descriptors and disk before it looks at it. What it answers is read as a stranger's too: JSON of a
bounded length, held to the form of facts, never a Python object. Whatever goes wrong is a fact: `unreadable`.
"""

import asyncio
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.media import MediaFacts, parse_facts
from vigil.sources.media.kinds import kind_of

_MOST_ANSWER_BYTES = 2**20

TOO_LONG = "reading it took too long, and was ended"
FELL_OVER = "whatever read it fell over: it may be made to do harm, or take more memory than it may"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examiner:
    """Gives the facts of files, one process a file."""

    within_s: int = 60
    most_memory_bytes: int = 2 * 2**30  # where the system can bound it (not on Windows and macOS)
    begin_within_s: int = 60  # beside it, for the process to load its libraries: a second on a machine that is idle
    environment: Mapping[str, str] = field(default_factory=dict)  # what the system needs to begin a process at all
    reader: str = "vigil.sources.media"  # the module that reads

    async def __call__(self, body: bytes) -> MediaFacts:
        """The facts of a file; meanwhile others go on. Told to stop, it ends the process at once.

        Raises:
            Unavailable: This machine cannot begin a process now.
        """
        reading = _Reading()
        try:
            return await asyncio.to_thread(self.examine, body, reading)
        except asyncio.CancelledError:
            reading.stop()
            raise

    def examine(self, body: bytes, reading: "_Reading | None" = None) -> MediaFacts:
        """The same, waiting for it."""
        reading = reading or _Reading()
        command = [sys.executable, "-P", "-m", self.reader, str(self.within_s), str(self.most_memory_bytes)]
        environment = {
            **self.environment,
            "PYTHONPATH": os.pathsep.join(each for each in sys.path if each),
            "OPENBLAS_NUM_THREADS": "1",  # each thread of it takes memory that counts
            "RAYON_NUM_THREADS": "1",
        }
        try:
            process = subprocess.Popen(  # noqa: S603 - our own words
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                close_fds=True,
            )
        except OSError as error:
            raise Unavailable("no process can be begun to read media in: the machine may be out of memory") from error
        reading.begun(process)
        answer, in_time = _asked(process, body, self.within_s + self.begin_within_s)
        try:
            return parse_facts(answer)
        except InvalidInput:
            return MediaFacts(mime=kind_of(body), unreadable=FELL_OVER if in_time else TOO_LONG)


class _Reading:
    """One process, which may be told to stop by another thread before or after it has begun."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None

    def begun(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        if self._stopped.is_set():
            process.kill()

    def stop(self) -> None:
        self._stopped.set()
        if self._process is not None:
            self._process.kill()


def _asked(process: "subprocess.Popen[bytes]", body: bytes, within_s: float) -> tuple[bytes, bool]:
    """What the process answers, and whether it did not have to be ended for taking too long."""
    assert process.stdin is not None  # noqa: S101 - made with pipes
    assert process.stdout is not None  # noqa: S101
    over = threading.Event()

    def end() -> None:
        over.set()
        process.kill()

    timer = threading.Timer(within_s, end)
    timer.start()
    giving = threading.Thread(target=_give, args=(process, body), daemon=True)
    giving.start()
    try:
        answer = process.stdout.read(_MOST_ANSWER_BYTES + 1)
    finally:
        timer.cancel()
        process.kill()
        process.stdout.close()
        code = process.wait()
        giving.join()
    too_long = over.is_set() or (sys.platform != "win32" and code == -_out_of_time())
    return (b"" if len(answer) > _MOST_ANSWER_BYTES else answer), not too_long


def _out_of_time() -> int:
    """The signal that ends a process which used up its time."""
    import signal

    return int(signal.SIGXCPU) if sys.platform != "win32" else 0


def _give(process: "subprocess.Popen[bytes]", body: bytes) -> None:
    """Hand the file over. A process that ended meanwhile does not want it."""
    assert process.stdin is not None  # noqa: S101 - made with pipes
    with contextlib.suppress(OSError, ValueError):
        process.stdin.write(body)
    with contextlib.suppress(OSError, ValueError):
        process.stdin.close()
