"""A toll: one figure of the killed or the injured, as one voice gives it, and what a codebook makes of many.

Tolls come from the text of one document (`narrative`) or from claims of many (`claimed`); codebooks see no difference.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from vigil.model.claim import Exactness, Span


class Harm(StrEnum):
    """What befell those counted."""

    KILLED = "killed"
    INJURED = "injured"


class Voice(StrEnum):
    """In what part of a text a figure stands."""

    SUMMARY = "summary"  # the author's own, in the opening sentences
    METHOD = "method"  # the author says what is recorded, and why
    REPORT = "report"  # whatever else is told, mostly what others say
    LIST = "list"  # the lines of a list of victims, counted
    NAMES = "names"  # persons named in prose, counted


class Whom(StrEnum):
    """Which people a figure counts, as far as its noun tells."""

    PEOPLE = "people"
    KIND = "kind"  # women, children, sons: may be all of them, may be some
    FIGHTERS = "fighters"  # counted apart


class Vague(StrEnum):
    """An amount without a number. What it is worth is a codebook's to say."""

    PLURAL = "plural"  # "injuries", "others", "several", "a number of"
    MANY = "many"  # "many", "numerous"
    LARGE = "large"  # "a large number"
    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"


class Stated(StrEnum):
    """What the words just before a figure call it."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One figure. `low` and `high` are the numbers as written; both None for an amount without a number."""

    harm: Harm
    low: int | None
    high: int | None
    exactness: Exactness
    span: Span  # the words of the figure
    voice: Voice = Voice.REPORT
    whom: Whom = Whom.PEOPLE
    vague: Vague | None = None
    part: bool = False  # words make it a subset: "including", "of whom"
    more: bool = False  # "another", "others": beside somebody counted before
    elsewhere: bool = False  # the sentence speaks of other incidents, or of the whole war
    early: bool = False  # "initially", "so far", "had risen to"
    weak: bool = False  # "victims", "casualties": the noun alone says what befell them
    both: bool = False  # the killed and the injured in one figure: "killed and injured", "casualties"
    together: bool = False  # one and those with them: "killed alongside her five sons"
    doubted: bool = False  # "may have", "unclear whether", "suggests"
    stated: Stated | None = None
    document: str = ""
    source: str | None = None  # who gives it; None: the author, or nobody named
    order: int = 0  # number of the sentence

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers written, lowest first."""
        return tuple(sorted({number for number in (self.low, self.high) if number is not None}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One end of a range, with the rule that set it and the words it was read from."""

    value: int
    rule: str
    spans: tuple[tuple[str, Span], ...] = ()  # (id of the document, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """How many, at least and at most, by one codebook; `best` where the codebook gives one."""

    low: Bound | None
    high: Bound | None
    best: Bound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The killed and the injured of one incident by one codebook. None: no figure was found, which is not zero."""

    codebook: str  # name and version
    killed: Range | None = None
    injured: Range | None = None
    tolls: tuple[Toll, ...] = field(default=(), repr=False)  # all that was considered


_WORDS = re.compile(r"[^\W\d_]+")
_LARGE = frozenset({"large", "high", "great", "significant", "huge", "big"})
_AMOUNTS = {
    "many": Vague.MANY,
    "numerous": Vague.MANY,
    "tens": Vague.DOZENS,
    "dozens": Vague.DOZENS,
    "dozen": Vague.DOZENS,
    "عشرات": Vague.DOZENS,
    "العشرات": Vague.DOZENS,
    "scores": Vague.SCORES,
    "hundreds": Vague.HUNDREDS,
    "مئات": Vague.HUNDREDS,
    "المئات": Vague.HUNDREDS,
    "thousands": Vague.THOUSANDS,
    "الاف": Vague.THOUSANDS,
    "آلاف": Vague.THOUSANDS,
    "الآلاف": Vague.THOUSANDS,
}


def vague_amount(words: str) -> Vague:
    """Which amount words without a number stand for; more than one where they say no more."""
    said = [word.casefold() for word in _WORDS.findall(words)]
    for word in said:
        if word in _AMOUNTS:
            return _AMOUNTS[word]
    return Vague.PLURAL if _LARGE.isdisjoint(said) else Vague.LARGE
