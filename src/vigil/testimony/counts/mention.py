"""What is found of one number in a text."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vigil.model.claim import Count, Exactness, Span, Unit


class Kind(StrEnum):
    """What a number is: a count, or what it is instead."""

    COUNT = "count"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    MEASURE = "measure"  # weights, areas, volumes, speeds, temperatures
    SUM = "sum"  # of money
    CALIBRE = "calibre"
    PERCENTAGE = "percentage"
    RATE = "rate"  # so many a day
    ADDRESS = "address"
    ORDINAL = "ordinal"
    IDENTIFIER = "identifier"  # resolutions, units, roads, models, telephones, versions
    COORDINATE = "coordinate"
    SCORE = "score"
    LISTING = "listing"  # the number of a line in a list, of a post in a thread
    LINK = "link"  # never reported: what stands in links, addresses and tags is not said
    OTHER = "other"  # a fraction of something, a number that is no whole one


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """One number as the text gives it, or what stands in the place of one.

    Attributes:
        span: All words of the figure with its bound: "at least 12".
        number: The number alone: "12"; for "a teacher", the article or the word that shows there is one.
        low: As the text has it; None where it gives none, and for whatever is no count.
        high: As `low`.
        exactness: How the words bound it.
        unit_word: The noun counted; with `unit` None, a noun that is known to be something else (sources, villages).
        unit: What is counted, where the noun says so.
        cumulative: Words make it a running total.
        kind: A count, or what it is instead.
        part_of: Words that make it a part of another figure: "including", "of whom".
        single: One person or thing without a number: "a teacher", "her brother".
        share: The part of another figure that it is: half of them. What that comes to is for the reader of the claim.
        further: Words add it to others: "another 12", "12 more".
    """

    span: Span
    number: Span
    low: int | None
    high: int | None
    exactness: Exactness
    unit_word: Span | None = None
    unit: Unit | None = None
    cumulative: bool = False
    kind: Kind = Kind.COUNT
    part_of: Span | None = None
    single: bool = False
    share: Fraction | None = None
    further: bool = False

    def as_count(self, unit: Unit) -> Count:
        """The figure as a claim has it: these numbers and bounds, of this unit."""
        return Count(
            low=self.low,
            high=self.high,
            exactness=self.exactness,
            unit=unit,
            span=self.span,
            cumulative=self.cumulative,
        )
