"""A text in plain letters that knows where each stood: lower case, no marks, one form of alef, one kind of digit.

The folding is that of the last words (watch/lexicon/words.py). Here letters keep their places, so that patterns over
the plain text give spans of the original.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vigil.model.claim import Span
from vigil.watch.lexicon.words import fold

_fold_letter = lru_cache(maxsize=65_536)(fold)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain letters.

    Attributes:
        origin: Where each plain letter stood in the original; None where each stands at its own place.
    """

    original: str
    letters: str
    origin: Sequence[int] | None

    def span(self, begin: int, end: int) -> Span:
        """Plain letters [begin, end), end > begin, as a span of the original, with the marks they carry."""
        if self.origin is None:
            return Span(begin, end)
        first, last = self.origin[begin], self.origin[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) == "Mn":
            last += 1
        return Span(first, last)


def plain(text: str) -> Plain:
    """The text in plain letters."""
    if text.isascii() or all(len(_fold_letter(each)) == 1 for each in set(text)):
        return Plain(text, fold(text), None)
    letters: list[str] = []
    origin: list[int] = []
    for at, each in enumerate(text):
        folded = _fold_letter(each)
        letters.append(folded)
        origin += [at] * len(folded)
    return Plain(text, "".join(letters), origin)
