"""How far a command is, drawn on stderr where there is a terminal, once it takes more than a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from vigil.usecases.ports import Progress

AFTER_S = 1.0
"""What is over sooner needs no bar."""


@contextmanager
def progress_bar(unit: str = "") -> Iterator[Progress]:
    """A bar for one use case; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    started = time.monotonic()
    bars = Bars(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bars.add_task(unit, total=None)

    def tell(done: int, total: int | None, note: str = "") -> None:
        if time.monotonic() - started > AFTER_S:
            bars.start()
        bars.update(task, completed=done, total=total, description=note or unit)

    try:
        yield tell
    finally:
        bars.stop()


def _silent(done: int, total: int | None, note: str = "") -> None:
    pass
