"""The whole story on a simulated siege: a case in memory, looked at on the mornings that matter.

Everything in it is simulated and says so. The case is made as a desk would make it: posts, watchlist, coverage and
register come in, what was heard late comes in late, and each evening the desk calls those who came back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import polars as pl

from vigil.model.board import Board
from vigil.model.counted import counted
from vigil.model.coverage import CoverageSpan
from vigil.model.errors import InvalidInput
from vigil.model.fate import FateEntry, ProofOfLife
from vigil.model.ids import Digest
from vigil.model.instants import rfc3339
from vigil.model.verdict import Finding, Verdict
from vigil.model.witness import Watchlist
from vigil.usecases.check import Asked, Checked, check
from vigil.usecases.check_rhythms import Rhythms
from vigil.usecases.ports import CaseWriter, ReadBatch

DEMO_BUDGET_PER_YEAR = 12.0
"""Sixty accounts at twelve false alarms a year each: two calls a day for nothing, which a desk can bear."""

FALSE_DISCOVERY = 0.2
CALLED_BEFORE = timedelta(hours=9)
"""The desk calls in the evening, and looks at the board in the morning."""

NAME = "siege"
_OFFICER = "simulated desk officer"


class Event(Protocol):
    """A moment of the simulated siege worth looking at."""

    @property
    def as_of(self) -> datetime:
        """When."""
        ...

    @property
    def title(self) -> str:
        """What of."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """What the simulation gives, as the demo needs it."""

    heard: pl.DataFrame
    late: pl.DataFrame
    watchlist: Watchlist
    coverage: tuple[CoverageSpan, ...]
    late_coverage: tuple[CoverageSpan, ...]
    fates: tuple[FateEntry, ...]
    moments: Sequence[Event]
    unreachable: frozenset[datetime]  # returns at these instants are confirmed by nobody
    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One morning: what was seen, in a few lines."""

    as_of: datetime
    title: str
    lines: tuple[str, ...]
    board: Board
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Simulation:
    """The simulated posts as if they were a file."""

    digest: Digest
    frame: pl.DataFrame
    path: Path = Path("simulated")
    size: int = 0
    format: str = "simulated"
    ignored_columns: tuple[str, ...] = ()

    def batches(self) -> Iterator[ReadBatch]:
        """All of them at once."""
        yield ReadBatch(frame=self.frame)


def tell(
    siege: Simulated,
    *,
    case: CaseWriter,
    rhythms: Rhythms,
    told: Callable[[Scene], None],
    as_of: datetime | None = None,
) -> Scene:
    """Tell the story up to a moment, and give its board.

    Args:
        siege: The simulated siege.
        case: An empty case, in memory.
        rhythms: Reads rhythms.
        told: Told each scene as it is ready, the last one excepted.
        as_of: The moment the story ends with; None for the second of its mornings, the fullest.
    Raises:
        InvalidInput: The moment is before or after the simulated siege.
    """
    final = siege.moments[1].as_of if as_of is None else as_of
    if not siege.begins_at < final <= siege.ends_at:
        raise InvalidInput(
            f"--as-of: the simulated siege lasts from {rfc3339(siege.begins_at)} to {rfc3339(siege.ends_at)}"
        )
    _fill(case, siege)
    scenes = [(moment.as_of, moment.title) for moment in siege.moments]
    if final not in [at for at, _ in scenes]:
        scenes.append((final, "as asked for"))
    last: Scene | None = None
    backfilled = False
    for at, title in sorted(scenes):
        if at > final and as_of is not None:
            continue
        if not backfilled and siege.late_coverage and at >= max(span.end for span in siege.late_coverage):
            _add_late(case, siege)
            backfilled = True
        _call_those_who_returned(case, siege, rhythms, at - CALLED_BEFORE)
        scene = _scene(_look(case, siege, rhythms, at), title)
        if at == final:
            last = scene
        told(scene)
    if last is None:  # pragma: no cover - the final moment is always among the scenes
        raise InvalidInput("--as-of: not a moment of the siege")
    return last


def _fill(case: CaseWriter, siege: Simulated) -> None:
    _add(case, _Simulation(Digest("0" * 63 + "1"), siege.heard), at=siege.begins_at)
    with case.transaction():
        for witness in siege.watchlist.witnesses:
            case.put_witness(witness)
        case.add_coverage(siege.coverage)
        for entry in siege.fates:
            case.add_fate(entry)


def _add_late(case: CaseWriter, siege: Simulated) -> None:
    """What was found afterwards of the deaf hours, with the coverage that says so."""
    _add(case, _Simulation(Digest("0" * 63 + "2"), siege.late), at=siege.begins_at)
    case.add_coverage(siege.late_coverage)


def _add(case: CaseWriter, posts: _Simulation, *, at: datetime) -> None:
    case.begin_file(posts, imported_at=at)
    for batch in posts.batches():
        case.append(posts.digest, batch)
    case.end_file(posts.digest)


def _look(case: CaseWriter, siege: Simulated, rhythms: Rhythms, at: datetime) -> Checked:
    asked = Asked(as_of=at, budget_per_year=DEMO_BUDGET_PER_YEAR, false_discovery=FALSE_DISCOVERY)
    return check(case, name=NAME, rhythms=rhythms, now=siege.ends_at, asked=asked, simulated=True)


def _call_those_who_returned(case: CaseWriter, siege: Simulated, rhythms: Rhythms, at: datetime) -> None:
    """The desk reaches everyone who came back by themselves, and none of those the story keeps out of reach."""
    for finding in _look(case, siege, rhythms, at).findings:
        if finding.verdict is Verdict.RETURNED and finding.since not in siege.unreachable:
            case.add_proof_of_life(
                ProofOfLife(
                    witness=finding.witness,
                    spoke_with=_OFFICER,
                    how="simulated: a call on a number known from before",
                    judged_by=_OFFICER,
                    recorded_at=at,
                    confirmed_until=at,
                )
            )


def _scene(checked: Checked, title: str) -> Scene:
    findings = checked.findings
    lines = [*_changed(findings), *_returned(findings), *_outages(checked.board), *_deaf(checked.board)]
    dark = [row for row in checked.board.rows if row.verdict is Verdict.DARK]
    if dark:
        worded = [row for row in dark if row.last_words]
        lines.append(f"{len(dark)} dark; last words of {len(worded)} of them speak of danger")
    evacuated = [row.witness for row in checked.board.rows if row.fate is not None and row.fate.fate.value == "safe"]
    if evacuated:
        lines.append(f"{', '.join(evacuated)}: said by others to be safe; the account has not spoken")
    return Scene(as_of=checked.board.as_of, title=title, lines=tuple(lines), board=checked.board, findings=findings)


def _changed(findings: Sequence[Finding]) -> list[str]:
    return [
        f"{each.witness}: {each.reasons[0][0].lower()}{each.reasons[0][1:].rstrip('.')}"
        + (f"; last words {each.last_words[0].grade.value}, held" if each.last_words else "")
        for each in findings
        if each.verdict is Verdict.ACCOUNT_CHANGED and each.reasons
    ]


def _returned(findings: Sequence[Finding]) -> list[str]:
    names = [each.witness for each in findings if each.verdict is Verdict.RETURNED]
    return [f"returned, and confirmed by nobody yet: {', '.join(names)}"] if names else []


def _outages(board: Board) -> list[str]:
    return [
        f"{one.place}: {one.n_silent} of {one.n_accounts} accounts silent together: an outage" for one in board.outages
    ]


def _deaf(board: Board) -> list[str]:
    return [
        f"{ear.collector} is deaf: of {counted(ear.n_accounts, 'account')} nobody can say anything"
        for ear in board.deaf
    ]
