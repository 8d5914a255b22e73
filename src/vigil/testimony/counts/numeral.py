"""A number as it is written, before what stands around it is looked at, and phrases found word by word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from vigil.testimony.counts.plain import Token

Meaning = TypeVar("Meaning")

MOST_DIGITS = 12
"""Longer ones are identifiers: nobody counts in millions of millions."""

_GAPS = re.compile("[,' ]")


class Numeral(NamedTuple):
    """A number at [first, last) of the tokens.

    Attributes:
        value: None where it is vague (dozens), a share, or no whole number.
        vague: Words for many without saying how many.
        share: Half, a third.
        people: The word itself says whom it counts: orphans are not, twins are.
        needs_noun: It is a number only before a noun: "one", "a couple", "some".
    """

    first: int
    last: int
    value: int | None
    vague: bool = False
    share: Fraction | None = None
    people: bool = False
    needs_noun: bool = False


def written_number(text: str) -> Decimal | None:
    """The value of digits with their separators, or None where there are too many of them."""
    bare = _GAPS.sub("", text)
    return Decimal(bare) if len(bare) <= MOST_DIGITS else None


def whole(value: Decimal) -> int | None:
    """The whole number it is, if it is one."""
    return int(value) if value == value.to_integral_value() else None


class Phrases(Generic[Meaning]):
    """Phrases of one or more words with what they mean; the longest wins."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase in sorted(meanings, key=lambda each: (-len(each.split()), each)):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, meanings[phrase]))
            self._by_last.setdefault(words[-1], []).append((words, meanings[phrase]))

    @property
    def firsts(self) -> Iterable[str]:
        """The first words of all phrases."""
        return self._by_first.keys()

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, Meaning] | None:
        """Where the phrase that begins at `first` ends, and what it means."""
        if 0 <= first < len(tokens):
            for words, meaning in self._by_first.get(tokens[first].text, ()):
                end = first + len(words)
                if end <= len(tokens) and all(tokens[first + n].text == word for n, word in enumerate(words)):
                    return end, meaning
        return None

    def before(self, tokens: Sequence[Token], last: int) -> tuple[int, Meaning] | None:
        """Where the phrase that ends before `last` begins, and what it means."""
        if 0 < last <= len(tokens):
            for words, meaning in self._by_last.get(tokens[last - 1].text, ()):
                begin = last - len(words)
                if begin >= 0 and all(tokens[begin + n].text == word for n, word in enumerate(words)):
                    return begin, meaning
        return None
