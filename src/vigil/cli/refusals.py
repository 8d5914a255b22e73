"""What was refused of a file, as words and as JSON: the same wherever posts are read, and wherever documents are."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import typer

from vigil.cli.paragraphs import echo_wrapped
from vigil.model.counted import counted
from vigil.usecases.ports import Rejected
from vigil.usecases.refusals import Refusals

_Read = TypeVar("_Read")

_EXIT_REFUSED = 1
_SHOWN_REASONS = 20
_SHOWN_LINES = 20
"""Refused lines told one by one; the rest is counted."""


class RefusedLines:
    """Lines that are no documents, of any number of files: set aside while the others are read, and told at the end."""

    def __init__(self) -> None:
        """None so far."""
        self._n = 0
        self._first: list[str] = []

    def set_aside(self, path: Path, found: Iterable[_Read | Rejected]) -> Iterator[_Read]:
        """The documents among what a file holds."""
        for each in found:
            if not isinstance(each, Rejected):
                yield each
                continue
            self._n += 1
            if len(self._first) < _SHOWN_LINES:
                self._first.append(f"{path}, line {each.position}: {'; '.join(each.reasons)}")

    def tell(self, done: str) -> None:
        """Say which lines were refused and why, and then what was done.

        Raises:
            typer.Exit: With 1, where a line was refused.
        """
        more = self._n - len(self._first)
        said = [*self._first, *([f"and {counted(more, 'further line')} refused"] if more else [])]
        echo_wrapped([*said, f"{done}, {counted(self._n, 'line')} refused" if self._n else done], err=True)
        if self._n:
            raise typer.Exit(_EXIT_REFUSED)


def refusals_in_words(refusals: Refusals) -> list[str]:
    """A line a reason, the most frequent first, each with the first places it was met at."""
    lines = []
    for text, reason in refusals.by_count()[:_SHOWN_REASONS]:
        more = ", ..." if reason.n_rows > len(reason.first) else ""
        lines.append(f"{reason.n_rows:,} x {text}: {', '.join(reason.first)}{more}")
    if len(refusals.reasons) > _SHOWN_REASONS:
        lines.append(f"and {counted(len(refusals.reasons) - _SHOWN_REASONS, 'further reason')} (--json gives all)")
    return lines


def refusals_as_json(refusals: Refusals) -> list[dict[str, object]]:
    """Every reason with every place it was met at."""
    return [
        {"reason": text, "rows": reason.n_rows, "places": list(reason.places())} for text, reason in refusals.by_count()
    ]
