"""When, and how well, we were listening."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vigil.model.ids import CollectorName, PlaceName, Platform
from vigil.model.witness import Account

PULSE = "pulse"
"""What shows a span that `vigil listen` wrote: this word, and after a colon why it was not heard well."""


class Hearing(StrEnum):
    """How well a collector heard."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"  # some was missed: posts late or filled in afterwards, deletions and edits unseen
    BLIND = "blind"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSpan:
    """One collector's hearing from `begin` to `end`, of what its scope says. All scopes None: of every account.

    Several collectors may hear one account at the same time: the best of them counts. Of what one collector says of
    the same time, the worst; but what a live collector says of one account goes before what it says of all.
    """

    collector: CollectorName
    begin: datetime
    end: datetime
    hearing: Hearing
    platform: Platform | None = None
    place: PlaceName | None = None
    account: Account | None = None
    shown_by: str | None = None  # what shows it: the file's digest, a pulse, a person's word

    @property
    def live(self) -> bool:
        """Whether a live collector's pulses showed it."""
        return self.shown_by is not None and self.shown_by.partition(":")[0] == PULSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How a stretch of time divides into the three hearings; they add up to 1."""

    healthy: float
    degraded: float
    blind: float
