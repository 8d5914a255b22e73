"""Arabic text as words in plain letters, each with its place in the text, and what may be written onto a word's front.

Plain letters: no vowel signs or tatweel, one form of alef, ya and ta marbuta, Western digits. A word such as وبالمدينة
is و + ب + ال + مدينة; which of these letters are written on and which are its own only a dictionary can say.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from vigil.model.claim import Span
from vigil.watch.lexicon.words import fold

_MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069"
)
_TOKEN = re.compile(
    rf"""(?P<link>https?://\S+|www\.\S+)
      | (?P<mention>@\w+)
      | (?P<tag>\#\w+_\w*)
      | (?P<number>\d+(?:[.,٫٬]\d+)*)
      | (?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*)
      | (?P<line>\n)
      | (?P<sign>[^\s{_MARKS}])""",
    re.VERBOSE,
)
_DAMMA = "\u064f"
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")

fold_word = lru_cache(maxsize=65_536)(fold)
"""A word in plain letters."""


def plain_set(words: str) -> frozenset[str]:
    """The words of a list, in plain letters."""
    return frozenset(fold_word(word) for word in words.split())


class Word(NamedTuple):
    """A word, number, sign or line break at [begin, end) of the text.

    Attributes:
        text: In plain letters.
        kind: `word` (Arabic), `latin` (any other script), `number`, `sign`, `line`, `link`, `mention`.
        passive: A damma on its first letter: قُتل, not قتل.
    """

    begin: int
    end: int
    text: str
    kind: str
    passive: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.begin, self.end)


def words(text: str) -> list[Word]:
    """The words, numbers and signs of a text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        kind, written = match.lastgroup or "", match.group()
        begin, end = match.span()
        if kind == "tag":  # words joined into one are no sentence
            found.append(Word(begin, end, "#", "sign"))
            continue
        if kind == "word" and not _ARABIC_LETTER.match(written):
            found.append(Word(begin, end, written.casefold(), "latin"))
            continue
        plain = written if kind in {"link", "mention", "line"} else fold_word(written)
        passive = False
        if kind == "word":
            passive = _DAMMA in written and _first_vowel(written) == _DAMMA
            if len(plain) > 3 and _DRAWN_OUT.search(plain):
                plain = _DRAWN_OUT.sub(r"\1", plain)
            if not plain:
                continue
        found.append(Word(begin, end, plain, kind, passive))
    return found


def _first_vowel(written: str) -> str:
    """The vowel sign on the first letter of a word, a written-on و or ف (with its fatha) passed over."""
    at = 0
    if written[0] in "وف" and len(written) > 3:
        at = 2 if written[1] == "\u064e" else 1
        if written[1] == _DAMMA:
            return _DAMMA
    return written[at + 1] if at + 1 < len(written) else ""


class Cut(NamedTuple):
    """One way to take a word apart. Letters cut off: `front` of them before `stem`."""

    conjunction: str  # و, ف or ""
    preposition: str  # ب, ل, ك, ع or ""
    stem: str
    front: int
    article: bool = False


@lru_cache(maxsize=65_536)
def cuts(word: str) -> tuple[Cut, ...]:
    """All ways to take a plain word apart, the least cut first."""
    found = [Cut("", "", word, 0)]
    bases = [("", word, 0)]
    if word[:1] in {"و", "ف"} and len(word) > 2:
        bases.append((word[0], word[1:], 1))
        found.append(Cut(word[0], "", word[1:], 1))
    for conjunction, base, front in bases:
        if base.startswith("ال") and len(base) > 3:
            found.append(Cut(conjunction, "", base[2:], front + 2, article=True))
        elif base.startswith("هال") and len(base) > 5:
            found.append(Cut(conjunction, "", base[3:], front + 3, article=True))
        if base.startswith("لل") and len(base) > 3:
            found.append(Cut(conjunction, "ل", base[2:], front + 2, article=True))
            found.append(Cut(conjunction, "ل", base[1:], front + 1))  # للواء is of a brigade
        elif base[:1] in {"ب", "ل", "ك", "ع"} and len(base) > (2 if base[0] == "ب" else 3):
            rest = base[1:]
            if rest.startswith("ال") and len(rest) > 3:
                found.append(Cut(conjunction, base[0], rest[2:], front + 3, article=True))
            elif rest.startswith("هال") and len(rest) > 5:
                found.append(Cut(conjunction, base[0], rest[3:], front + 4, article=True))
            if base[0] != "ع":
                found.append(Cut(conjunction, base[0], rest, front + 1))
    return tuple(found)


def original_letters(text: str, word: Word, front: int) -> int:
    """Where in the text a word begins when `front` plain letters are cut off it, with the marks they carry."""
    at, left = word.begin, front
    while at < word.end and left > 0:
        left -= len(fold_word(text[at]))
        at += 1
    while at < word.end and not fold_word(text[at]):
        at += 1
    return at
