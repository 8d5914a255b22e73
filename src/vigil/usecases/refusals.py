"""Which rows of a file were refused, and why: counted by reason, with where each one stands."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from vigil.usecases.ports import ReadBatch

FIRST_PLACES = 5
"""How many of the places where a reason was met a person is told."""


@dataclass(slots=True)
class Reason:
    """Why rows were refused: how many, and where each refusal stands."""

    format: str  # of the file
    n_rows: int = 0
    _positions: "dict[str | None, array[int]]" = field(default_factory=dict)  # by member: 8 bytes each, for large files

    def note(self, position: int, *, member: str | None, n_rows: int) -> None:
        """Count one more refusal."""
        self.n_rows += n_rows
        self._positions.setdefault(member, array("q")).append(position)

    def places(self) -> Iterator[str]:
        """Every place, as one would look it up: `line 4`, `row 7`, `data/tweets.js[3]`."""
        for member, positions in self._positions.items():
            for position in positions:
                yield place_of(position, member=member, file_format=self.format)

    @property
    def first(self) -> list[str]:
        """The first places."""
        return list(islice(self.places(), FIRST_PLACES))


@dataclass(slots=True, kw_only=True)
class Refusals:
    """What was refused of one file."""

    path: Path
    format: str
    n_rows: int = 0
    reasons: dict[str, Reason] = field(default_factory=dict)  # a row with two faults counts under both

    def note(self, batch: ReadBatch) -> None:
        """Count a batch's refused rows in."""
        for rejected in batch.rejected:
            self.n_rows += rejected.n_rows
            for text in rejected.reasons:
                self.reasons.setdefault(text, Reason(self.format)).note(
                    rejected.position, member=rejected.member or batch.member, n_rows=rejected.n_rows
                )

    def by_count(self) -> list[tuple[str, Reason]]:
        """The reasons, the most frequent first."""
        return sorted(self.reasons.items(), key=lambda item: -item[1].n_rows)


def place_of(position: int, *, member: str | None, file_format: str) -> str:
    """Where a row stands in a file, as one would look it up."""
    if member:
        return f"{member}[{position}]"
    return f"{'line' if file_format in ('csv', 'jsonl') else 'row'} {position}"
