"""One pass over the words of a text, from number to number, and what numbers tell of their neighbours."""

from abc import ABC, abstractmethod
from bisect import bisect_left
from dataclasses import replace

from vigil.model.claim import Exactness, Span
from vigil.testimony.counts.masks import Covered, masks
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.counts.numeral import Numeral
from vigil.testimony.counts.plain import tokens

_ENDS = frozenset(".!?;:")

_FARTHEST = 40
"""Words between a figure and what makes it a running total, at most."""


class Sweep(ABC):
    """What reading numbers has in common, whatever the language. A subclass reads what begins at one token."""

    joins: frozenset[str]
    """Words and signs that join the members of a list."""

    openings: frozenset[str]
    """Words that a mention may begin with."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.tokens = tokens(letters)
        self.covered = Covered(masks(letters))
        self.found: list[CountMention] = []
        self.places: list[tuple[int, int]] = []  # tokens of each mention with what it counts

    def read(self) -> tuple[CountMention, ...]:
        """All numbers of the text."""
        at, begins = 0, frozenset(self.covered.begins)
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "numeral" or token.text in self.openings or token.begin in begins or "'" in token.text:
                at = self._step(at)
            else:
                at += 1
        self._spread_kinds()
        self._spread_parts()
        self._totals()
        return tuple(self.found)

    @abstractmethod
    def _step(self, at: int) -> int:
        """Reads what begins at a token; where to go on."""

    @abstractmethod
    def _totals(self) -> None:
        """Marks running totals, by words that need not stand beside their number."""

    def _masked(self, at: int) -> int | None:
        """Where the number of a fixed form ends that covers a token, after noting it."""
        mask = self.covered.at(self.tokens[at].begin)
        if mask is None:
            return None
        end = at
        while end < len(self.tokens) and self.tokens[end].begin < mask.end:
            end += 1
        if mask.kind is not Kind.LINK:
            self._no_count(at, end, mask.kind)
        return end

    # What others tell of one

    def _spread_kinds(self) -> None:
        """`12 and 14 years old`, `aged 5, 7 and 12`: a number without a noun is what its neighbour in the list is."""
        listed = {Kind.AGE, Kind.DURATION, Kind.DISTANCE, Kind.PERCENTAGE, Kind.SUM, Kind.CALIBRE, Kind.ORDINAL}
        order = [*range(len(self.found) - 2, -1, -1)]
        for number in order:
            self._spread(number, number + 1, listed)
        for number in range(1, len(self.found)):
            self._spread(number, number - 1, {Kind.AGE, Kind.IDENTIFIER, Kind.ADDRESS})

    def _spread(self, number: int, neighbour: int, kinds: set[Kind]) -> None:
        mine, other = self.found[number], self.found[neighbour]
        if mine.kind is not Kind.COUNT or mine.unit_word or mine.single or other.kind not in kinds or mine.low is None:
            return
        first, second = sorted((number, neighbour))
        between = self.tokens[self.places[first][1] : self.places[second][0]]
        if 0 < len(between) <= 2 and all(token.text in self.joins for token in between):
            self.found[number] = replace(
                mine, kind=other.kind, low=None, high=None, exactness=Exactness.NONE, part_of=None, cumulative=False
            )

    def _spread_parts(self) -> None:
        """`including 11 women and 13 children`: what follows in the list is a part too."""
        for number in range(1, len(self.found)):
            mine, before = self.found[number], self.found[number - 1]
            if mine.kind is not Kind.COUNT or before.part_of is None or mine.part_of is not None:
                continue
            between = self.tokens[self.places[number - 1][1] : self.places[number][0]]
            if len(between) <= 3 and all(token.text in self.joins for token in between):
                self.found[number] = replace(mine, part_of=before.part_of)

    def _mark_total(self, first: int, last: int) -> None:
        """The running total that words like `since March` speak of: the nearest count before them, or the one
        behind."""
        nearest = None
        for number in range(bisect_left(self.places, (first, -1)) - 1, -1, -1):
            if self._sentence_between(self.places[number][0], first):
                break
            if (
                self.found[number].kind is Kind.COUNT
                and self.found[number].part_of is None
                and not self.found[number].single
            ):
                nearest = number
                break
        if nearest is None:
            for number in range(bisect_left(self.places, (first, -1)), len(self.places)):
                if self._sentence_between(last, self.places[number][0]):
                    break
                if self.found[number].kind is Kind.COUNT and not self.found[number].single:
                    nearest = number
                    break
        if nearest is not None:
            self.found[nearest] = replace(self.found[nearest], cumulative=True)

    def _sentence_between(self, first: int, last: int) -> bool:
        if last - first > _FARTHEST:
            return True
        return any(
            self.tokens[place].text in _ENDS or self.tokens[place].kind == "line" for place in range(first, last)
        )

    # Tokens

    def _no_count(self, first: int, last: int, kind: Kind) -> None:
        span = Span(self.tokens[first].begin, self.tokens[last - 1].end)
        self.found.append(
            CountMention(span=span, number=span, low=None, high=None, exactness=Exactness.NONE, kind=kind)
        )
        self.places.append((first, last))

    def _text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _is(self, at: int, texts: frozenset[str] | set[str]) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text in texts


def bounded(
    low: Numeral, high: Numeral | None, before: Exactness | None, after: Exactness | None, exactness: Exactness
) -> tuple[int | None, int | None, Exactness]:
    """The interval that a number and its bounds give."""
    if low.value is None:
        return None, None, Exactness.VAGUE
    if high is not None:
        return low.value, high.value, Exactness.ABOUT
    bound = after if before in {None, Exactness.ABOUT} and after is not None else before
    if bound in {Exactness.AT_LEAST, Exactness.MORE_THAN}:
        return low.value, None, bound
    if bound is Exactness.UP_TO:
        return None, low.value, bound
    return low.value, low.value, bound or exactness
