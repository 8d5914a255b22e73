"""The register of what became of a witness. Entries are added, never overwritten."""

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
    NOT_TO_BE_WATCHED = "not_to_be_watched"  # they asked not to be watched


@dataclass(frozen=True, slots=True, kw_only=True)
class FateEntry:
    """One entry: someone claims it, on some evidence, and a named person judged it fit to enter."""

    witness: WitnessName
    fate: Fate
    claimed_by: str  # who says so: an outlet, an office, a relative by role
    evidence: str  # what it rests on: a reference, never a person's secret
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
