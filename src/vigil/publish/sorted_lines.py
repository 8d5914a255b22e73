"""Lines in the order of their bytes, however many there are: sorted on disk, in files nobody else can open."""

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

AT_ONCE = 50_000
"""Lines sorted in memory at a time: some 20 MB."""


class SortedLines:
    """Takes lines in any order and gives them sorted. What is on disk meanwhile has no name, and is gone with it."""

    def __init__(self, folder: Path, *, at_once: int = AT_ONCE) -> None:
        self._folder = folder
        self._at_once = at_once
        self._lines: list[bytes] = []
        self._runs: list[BinaryIO] = []
        self._open = ExitStack()

    def add(self, line: bytes) -> None:
        """Take one line, with its line end.

        Raises:
            OSError: The disk is full or refuses.
        """
        self._lines.append(line)
        if len(self._lines) >= self._at_once:
            run = self._open.enter_context(unnamed_file(self._folder))
            run.writelines(sorted(self._lines))
            run.seek(0)
            self._runs.append(run)
            self._lines = []

    def __iter__(self) -> Iterator[bytes]:
        """All lines taken, in order. Once."""
        return heapq.merge(*self._runs, sorted(self._lines))

    def close(self) -> None:
        """Let go of what is on disk."""
        self._open.close()


def unnamed_file(folder: Path) -> BinaryIO:
    """A file on the disk of a folder that nobody else can open and that is gone once it is closed.

    Raises:
        OSError: The disk is full or refuses.
    """
    return tempfile.TemporaryFile(dir=folder)
