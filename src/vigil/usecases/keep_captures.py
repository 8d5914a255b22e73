"""Keep captures: what a live collector received, or what somebody names by hand.

Many go into one transaction: each costs what its bytes cost, and the disk is asked once for all. Whatever this has
returned from is on disk, in the vault and in the log. No checkpoint is made here: `make_checkpoint` does, after a
session or a stretch of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vigil.model.capture import Capture
from vigil.usecases.ports import CaseWriter, Clock, KeptCapture, Progress, no_progress

AT_ONCE = 256
"""Captures in one transaction at most."""

BYTES_AT_ONCE = 32 * 2**20
"""And bytes: what is sealed at once is held in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepReport:
    """What became of captures."""

    kept: tuple[KeptCapture, ...]  # in the order they came

    @property
    def n_known(self) -> int:
        """How many had bytes that were kept before: logged again, stored once."""
        return sum(one.known for one in self.kept)


def keep_captures(
    captures: Iterable[Capture], *, case: CaseWriter, clock: Clock, progress: Progress = no_progress
) -> KeepReport:
    """Keep captures, in groups; each group whole or not at all.

    Raises:
        InvalidInput: One is too large, or of a witness who has withdrawn: its group is not kept, those before it are.
        Unavailable: The disk is full or refuses: likewise.
        CaseHeld: Another process wrote for longer than 10 s: likewise.
    """
    kept: list[KeptCapture] = []
    for group in _groups(captures):
        with case.transaction():
            kept += case.evidence.add(group, recorded_at=clock())
        progress(len(kept), None)
    return KeepReport(kept=tuple(kept))


def _groups(captures: Iterable[Capture]) -> Iterator[list[Capture]]:
    group: list[Capture] = []
    n_bytes = 0
    for capture in captures:
        group.append(capture)
        n_bytes += len(capture.body)
        if len(group) >= AT_ONCE or n_bytes >= BYTES_AT_ONCE:
            yield group
            group, n_bytes = [], 0
    if group:
        yield group
