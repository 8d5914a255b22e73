"""Returns: who posted again after being dark or changed, and has not been confirmed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from vigil.model.fate import ProofOfLife
from vigil.model.instants import from_micros, to_micros
from vigil.model.observation import AccountState
from vigil.model.timelines import Timelines
from vigil.usecases.check_accounts import Gathered, Watched
from vigil.usecases.check_rhythms import Rhythms
from vigil.watch.neighbours import Instants
from vigil.watch.outages import Silence, withheld_at
from vigil.watch.reading import GRID_PER_YEAR, Reading

LOOKING_BACK = timedelta(days=14)
"""On a board of a time before the case existed, returns of the last fourteen days stand: nobody was there to confirm
older ones. From the case's making on, a return stands until it is confirmed, however long that takes."""

CANDIDATES = 6
"""So many of an account's longest gaps are looked at: at a budget of four a year, and a window of a year, more than
enough."""

_USUAL_PER_YEAR = 64.0
_SHORTEST_US = 2 * 3_600_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """An account spoke again."""

    gone_at: datetime  # its last sign of life before
    back_at: datetime
    after: AccountState | None = None  # what the platform had said of it; None: it was dark


def find_returns(
    gathered: Gathered,
    *,
    rhythms: Rhythms,
    proofs: Sequence[ProofOfLife],
    as_of: datetime,
    watched_from: datetime,
) -> list[Return | None]:
    """The latest return of each account that no proof of life covers, in their order.

    Args:
        gathered: The accounts.
        rhythms: Reads their rhythm as it was before each long gap.
        proofs: Every proof of life of the case: it speaks of what was posted up to its `confirmed_until`.
        as_of: The moment.
        watched_from: When the case was made.
    """
    begin = watched_from if watched_from <= as_of else as_of - LOOKING_BACK
    since_us = [_unconfirmed_since(one, proofs, to_micros(begin)) for one in gathered.accounts]
    rows = [_gaps(gathered.timelines, k, us) for k, us in enumerate(since_us)]
    together = np.concatenate([*rows, np.empty(0, dtype=np.int64)]).astype(np.int64)
    alarms = rhythms.past(gathered.timelines, together) if together.size else np.empty((0, GRID_PER_YEAR.size))
    found: list[Return | None] = []
    for k, one in enumerate(gathered.accounts):
        theirs = alarms[np.isin(together, rows[k])]
        both = [_after_change(one, since_us[k]), _after_dark(one, rows[k] - int(gathered.timelines.starts[k]), theirs)]
        found.append(max((each for each in both if each), key=lambda each: each.back_at, default=None))
    return found


def _unconfirmed_since(one: Watched, proofs: Sequence[ProofOfLife], begin_us: int) -> int:
    confirmed = [to_micros(proof.confirmed_until) for proof in proofs if proof.witness == one.witness.name]
    return max([begin_us, *confirmed])


def _gaps(timelines: Timelines, k: int, since_us: int) -> Instants:
    """The rows before the longest gaps that ended after an instant, increasing."""
    at_us = timelines.of(k)
    first = max(int(np.searchsorted(at_us, since_us, side="right")), 1)
    gaps = np.diff(at_us[first - 1 :])
    longest = np.argsort(-gaps, kind="stable")[:CANDIDATES]
    rows = np.sort(longest[gaps[longest] >= _SHORTEST_US]) + first - 1
    found: Instants = (rows + timelines.starts[k]).astype(np.int64)
    return found


def _after_change(one: Watched, since_us: int) -> Return | None:
    """It posted after the platform had said that it is not as it was."""
    for change in reversed(one.states):
        if change.state is AccountState.ACTIVE:
            continue
        at_us = to_micros(change.at)
        following = int(np.searchsorted(one.at_us, at_us, side="right"))
        if following == one.at_us.size or int(one.at_us[following]) <= since_us:
            continue
        before = int(one.at_us[following - 1]) if following else at_us
        return Return(gone_at=from_micros(before), back_at=from_micros(int(one.at_us[following])), after=change.state)
    return None


def _after_dark(one: Watched, rows: Instants, alarms_s: NDArray[np.float64]) -> Return | None:
    """It had been called dark when it posted again, as the rhythm, hearing and neighbours were then."""
    for row, alarms in reversed(list(zip(rows.tolist(), alarms_s, strict=True))):
        last_us, back_us = int(one.at_us[row]), int(one.at_us[row + 1])
        reading = _reading(alarms, one.at_us[: row + 1])
        alarm_s = reading.alarm_after_s(one.budget_per_year)
        if alarm_s is None or (back_us - last_us) / 1e6 < alarm_s or _too_new(reading):
            continue
        alarm_us = one.heard.counted_by(last_us, alarm_s)
        if alarm_us is None or alarm_us >= back_us:
            continue
        usual_us = int((reading.alarm_after_s(_USUAL_PER_YEAR) or 0) * 1e6)
        before = Silence(
            who=0,
            last_us=last_us,
            alarm_us=alarm_us,
            usual_us=usual_us,
            shared=one.shared(last_us, back_us - 1),
        )
        if not withheld_at(before, now_us=back_us - 1):
            return Return(gone_at=from_micros(last_us), back_at=from_micros(back_us))
    return None


def _reading(alarms_s: NDArray[np.float64], at_us: Instants) -> Reading:
    return Reading(
        alarms_s=alarms_s,
        last_at_us=int(at_us[-1]),
        n_signs=int(at_us.size),
        history_days=float(at_us[-1] - at_us[0]) / 86_400e6,
        usual_gap_s=None,
        longest_gap_90d_s=None,
    )


def _too_new(reading: Reading) -> bool:
    return reading.n_signs < 20 or reading.history_days < 14
