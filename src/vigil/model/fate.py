"""The register of what became of a witness. Entries are added, never overwritten."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vigil.model.ids import WitnessName


class Fate(StrEnum):
    """What is known of a witness."""

    SPEAKING = "speaking"
    UNREACHABLE = "unreachable"
    MISSING = "missing"
    DETAINED = "detained"
    DISAPPEARED = "disappeared"  # enforced disappearance: held, and the fate or whereabouts withheld
    IN_HIDING = "in_hiding"
    ACCOUNT_HELD_BY_OTHERS = "account_held_by_others"
    INJURED = "injured"
    KILLED = "killed"
    EVACUATED = "evacuated"
    SAFE = "safe"
    NOT_TO_BE_WATCHED = "not_to_be_watched"  # they asked not to be watched; it ends the watching
    WITHDRAWN = "withdrawn"  # no fate: takes back an earlier entry made in error, which `evidence` names


@dataclass(frozen=True, slots=True, kw_only=True)
class FateEntry:
    """One entry: someone claims it, on some evidence, and a named person judged it fit to enter."""

    witness: WitnessName
    fate: Fate
    claimed_by: str  # who says so: an outlet, an office, a relative by role
    evidence: str  # what it rests on: a reference, never a person's secret; for WITHDRAWN, `entry 2`
    judged_by: str  # the named person who entered it
    recorded_at: datetime
    occurred: str | None = None  # when it happened, EDTF; None where nobody says
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfLife:
    """A named person says who spoke to the witness and how. Only this takes a return off the board."""

    witness: WitnessName
    spoke_with: str  # who spoke to them
    how: str  # by what means they were sure it was them
    judged_by: str
    recorded_at: datetime
    confirmed_until: datetime  # what was posted up to here is taken to be theirs


def entry_reference(number: int) -> str:
    """How a withdrawal names the entry it takes back: a witness's entries are counted from 1, as recorded."""
    return f"entry {number}"


def withdrawn_numbers(entries: Sequence[FateEntry]) -> dict[int, int]:
    """Which of one witness's entries are withdrawn: number of the entry, to number of the entry that withdraws it.

    A withdrawal counts only for an entry recorded before it, and is itself never withdrawn: enter the fate anew.
    """
    found: dict[int, int] = {}
    for number, entry in enumerate(entries, 1):
        named = _REFERENCE.fullmatch(entry.evidence) if entry.fate is Fate.WITHDRAWN else None
        if named is not None and int(named.group(1)) < number:
            found.setdefault(int(named.group(1)), number)
    return found


def standing(entries: Sequence[FateEntry]) -> tuple[FateEntry, ...]:
    """Of one witness's entries, those that stand: neither withdrawn nor withdrawals. In the order recorded."""
    withdrawn = withdrawn_numbers(entries)
    return tuple(
        entry for number, entry in enumerate(entries, 1) if entry.fate is not Fate.WITHDRAWN and number not in withdrawn
    )


def watching_ended(entries: Sequence[FateEntry]) -> bool:
    """Whether one witness, by their standing entries, asked not to be watched. Only withdrawing that undoes it."""
    return any(entry.fate is Fate.NOT_TO_BE_WATCHED for entry in standing(entries))


_REFERENCE = re.compile(r"entry ([1-9][0-9]{0,8})")
