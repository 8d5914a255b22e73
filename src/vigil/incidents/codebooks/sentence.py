"""One sentence of a narrative: its words, the numbers of people in it, and what its phrases say of every figure."""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from vigil.incidents.codebooks.tolls import Harm
from vigil.incidents.codebooks.words_of_harm import (
    FIGHTERS,
    HARM_NOUNS,
    KINDS,
    PEOPLE,
    THINGS,
    WEAK_NOUNS,
    word_set,
)
from vigil.model.claim import Exactness, Span, Unit
from vigil.testimony.counts.mention import CountMention, Kind

_WORD = re.compile(r"\w+(?:[’'.]\w+)*|[^\w\s]")

_NOUN_WITHIN = 6
"""Words behind a number among which its noun is looked for."""

_ENDS_A_NOUN = word_set(". , ; : ) and or in at on by to were was that which")

_ELSEWHERE = re.compile(
    r"""\b(?:previous(?:ly)?|earlier\s+(?:incident|strike|attack|bombing|air)|separately|in\s+the\s+past
    |(?:another|separate|other|different|second|first)\s+(?:\w+\s+)?
        (?:incident|strike|attack|massacre|bombing|airstrike|raid)s?
    |(?:years?|days?)\s+(?:ago|earlier|before)|since\s+(?:the|\d)|so\s+far\s+in|war\s+(?:in|of)
    |(?:19|20)\d\d\s+(?:war|campaign|offensive)|assessed\s+(?:in|as)|both\s+(?:incidents|strikes|attacks)
    |lists?\s+of\s+(?:\w+\s+){0,3}(?:names|victims|fatalities|dead))""",
    re.IGNORECASE | re.VERBOSE,
)
"""The sentence speaks, wholly or in part, of something else than this incident."""

_EARLY = re.compile(
    r"""\b(?:initial(?:ly)?|original(?:ly)?|at\s+first|first\s+report|early\s+(?:report|account)|so\s+far|at\s+the\s+time
    |(?:had|has|have)\s+(?:now\s+)?risen)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A toll that was still rising."""

_DOUBT = re.compile(
    r"""\b(?:may|might|could|likely|possib\w+|perhaps|seemingly|unclear|uncertain|unconfirmed|conflict\w*|indicat\w+
    |suggest\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)

_TURN = re.compile(r"\b(?:while|but|however|although|though|whereas|later|then|with)\b|;", re.IGNORECASE)
"""Where a sentence turns to another source or another moment."""

_WIDEST_CLAUSE = 600
"""Characters on either side of a figure: what is further away says nothing of it."""

_METHOD = re.compile(
    r"""\b(?:minimum|maximum|ranges?|upper|lowest|highest|lower\s+(?:bound|estimate|range)|methodology|recorded\s+as
    |(?:has|have)\s+(?:\w+\s+)?(?:recorded|estimated|quantified|classified|counted|set|put|assumed|increased)
    |(?:was|were|been)\s+(?:therefore\s+)?(?:recorded|estimated|quantified|classified|set|put|increased)\s+
        (?:at|as|to|the))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""The author says how a figure was arrived at."""


class Word(NamedTuple):
    """A word or sign, in lower case, [begin, end) in the text."""

    text: str
    begin: int
    end: int


@dataclass(slots=True)
class Number:
    """A number of people, as words [first, last) of its sentence."""

    first: int
    last: int
    count: CountMention
    noun: str = ""  # the word counted; "" where none follows
    noun_at: int = -1
    harm: frozenset[Harm] = frozenset()
    weak: bool = False


class Sentence:
    """A sentence with its words and numbers."""

    def __init__(self, text: str, span: Span, counts: Sequence[CountMention], order: int) -> None:
        self.text = text
        self.span = span
        self.order = order  # its place among the sentences, from 0
        self.words = [
            Word(match[0].lower().replace("’", "'"), match.start(), match.end())
            for match in _WORD.finditer(text, span.begin, span.end)
        ]
        self.starts: dict[int, CountMention] = {}  # every number by its first word
        self.people = list(self._people(counts))

    def at(self, place: int) -> str:
        """The word at a place; "" outside the sentence."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def texts(self, first: int, last: int) -> list[str]:
        """The words at [first, last), as far as they are in the sentence."""
        return [word.text for word in self.words[max(0, first) : max(0, last)]]

    @cached_property
    def elsewhere(self) -> bool:
        """Whether it speaks of other incidents, or of the whole war."""
        return _ELSEWHERE.search(self.text, self.span.begin, self.span.end) is not None

    @cached_property
    def of_method(self) -> bool:
        """Whether it says how a figure was arrived at."""
        return _METHOD.search(self.text, self.span.begin, self.span.end) is not None

    @cached_property
    def _turns(self) -> list[int]:
        return [match.end() for match in _TURN.finditer(self.text, self.span.begin, self.span.end)]

    def clause(self, span: Span) -> Span:
        """The sentence between its turns on both sides of some words: "at first three, while later five"."""
        turns = self._turns
        after = bisect.bisect_right(turns, span.begin)
        next_turn = bisect.bisect_left(turns, span.end + 1)
        return Span(
            max(turns[after - 1] if after else self.span.begin, span.begin - _WIDEST_CLAUSE),
            min(turns[next_turn] if next_turn < len(turns) else self.span.end, span.end + _WIDEST_CLAUSE),
        )

    def early(self, span: Span) -> bool:
        """Whether the clause calls its figures early ones."""
        return _EARLY.search(self.text, *self.clause(span)) is not None

    def doubted(self, span: Span) -> bool:
        """Whether the clause doubts what it says."""
        return _DOUBT.search(self.text, *self.clause(span)) is not None

    def bridged(self, number: Number, following: Number) -> bool:
        """Whether two numbers share a noun and a verb: "at least one but possibly up to 12 civilians"."""
        between = self.texts(number.last, following.first)
        joining = ("but", "and", "or", "to")
        return (
            0 < len(between) <= 3
            and between[0] in joining
            and all(word in (*joining, "possibly", "perhaps", "potentially", "likely", "maybe") for word in between)
        )

    def _people(self, counts: Sequence[CountMention]) -> Iterator[Number]:
        """The numbers that may count people; every number is put down in `starts`."""
        place = 0
        previous: Number | None = None
        waiting: list[Number] = []
        for count in counts:
            while place < len(self.words) and self.words[place].end <= count.span.begin:
                place += 1
            last = place
            while last < len(self.words) and self.words[last].begin < count.span.end:
                last += 1
            number = Number(place, last, count)
            if count.kind is not Kind.COUNT:
                continue
            if count.single:
                if count.unit is Unit.PEOPLE:
                    self._find_noun(number)
                    waiting.append(number)
                continue
            self.starts[place] = count
            behind, previous = previous, number
            if count.unit not in (None, Unit.PEOPLE) or self._is_bracketed(number) or self._repeats(number, behind):
                continue
            self._find_noun(number)
            if number.noun not in THINGS:
                waiting.append(number)
        for number, following in itertools.pairwise(each for each in waiting if not each.count.single):
            if not number.noun and self.bridged(number, following):
                number.noun, number.noun_at = following.noun or "people", number.last
        yield from waiting

    def _is_bracketed(self, number: Number) -> bool:
        """(41) behind a name is an age, or a number in a list."""
        return self.at(number.first - 1) == "(" and self.at(number.last) in (")", ",")

    def _repeats(self, number: Number, behind: Number | None) -> bool:
        """ "Others" behind a number counts what the number counts; "the number of" asks how many."""
        if number.count.exactness is not Exactness.VAGUE:
            return False
        if behind is not None and number.first - behind.last <= 1:
            return True
        said = set(self.texts(number.first, number.last))
        asks = self.at(number.first - 1) in ("the", "exact", "total", "overall") or not said & {
            "a",
            "an",
            "large",
            "high",
        }
        return "number" in said and asks

    def _find_noun(self, number: Number) -> None:
        for place in range(number.last, min(number.last + _NOUN_WITHIN, len(self.words))):
            word, following = self.at(place), self.at(place + 1)
            person = following in PEOPLE or following in KINDS or following in FIGHTERS
            if word in THINGS and person:
                continue  # "12 family members", "three school children"
            if word in _GENERAL and (person or following in HARM_NOUNS):
                continue  # "12 other civilians", "12 civilian deaths"
            if word in _NOUNS:
                number.noun, number.noun_at = word, place
                return
            if word in _ENDS_A_NOUN or (word == "of" and place > number.last):
                return


_GENERAL = frozenset({"other", "others", "civilian"})
_NOUNS = THINGS | PEOPLE | KINDS | FIGHTERS | WEAK_NOUNS | HARM_NOUNS.keys()
