"""A mention of a time: its words, and the days they stand for."""

from dataclasses import dataclass
from enum import StrEnum

from vigil.model.claim import Span


class TimeKind(StrEnum):
    """How the words name their days."""

    DATE = "date"  # a day of the calendar: 13 December
    WEEKDAY = "weekday"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RELATIVE = "relative"  # against the publication, or the date mentioned last
    PERIOD = "period"  # from one to another: since March, last week, between 4 and 6 May


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time, as the text says it.

    Attributes:
        edtf: The days, EDTF level 1; None where the words need a publication date and there is none.
        of_saying: The words around it date a statement ("said on Monday"): never the time of the event.
    """

    span: Span
    edtf: str | None
    kind: TimeKind
    of_saying: bool = False
