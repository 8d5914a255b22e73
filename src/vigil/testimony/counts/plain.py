"""A text in plain letters of the same length, and its words, signs and numerals.

Every code point becomes exactly one, so that a place in the plain text is the same place in the original: lower case,
Western digits, one form of each Arabic letter, marks and invisible characters as one sign that words drop.
"""

import re
import unicodedata
from typing import NamedTuple

MARK = "\N{COMBINING ACUTE ACCENT}"
"""Stands for every mark and invisible character: within a word it counts for nothing."""

_LETTERS = {
    "ٱ": "ا",
    "آ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "گ": "ك",
    "ـ": MARK,
    "،": ",",
    "٬": ",",
    "٫": ".",
    "؛": ";",
    "؟": "?",
    "۔": ".",
    "٪": "%",
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "´": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "−": "-",
    "∼": "~",
    "≈": "~",
    "\u20e3": "\u20e3",  # the keycap of a keycap digit
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
}


class _Plain(dict[int, str]):
    """Code point to one plain character, worked out once for each code point met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    category = unicodedata.category(letter)
    if category in {"Mn", "Me", "Cf"}:
        return MARK
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if category[0] in "NS":  # superscripts, fractions, circled digits, emoji: no digits
        return letter
    decomposed = "".join(
        _LETTERS.get(each, each)
        for each in unicodedata.normalize("NFKD", letter).lower()
        if unicodedata.category(each) not in {"Mn", "Me", "Cf"}
    )
    return decomposed if len(decomposed) == 1 else letter.lower() if len(letter.lower()) == 1 else letter


_PLAIN = _Plain()


_GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
"""A narrow or hard space between the thousands of one number."""


def plain(text: str) -> str:
    """The text in plain letters; as long as the original, place by place."""
    return _GROUPED.sub("'", text).translate(_PLAIN)


class Token(NamedTuple):
    """A word, a numeral, a sign or the end of a line, [begin, end) in the text."""

    begin: int
    end: int
    text: str  # without marks
    kind: str  # word, numeral, sign, line


_TOKEN = re.compile(
    rf"""(?P<numeral>\d{{1,3}}(?:[,']\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,3}}[ ]000(?![\d.,]\d|\d)|\d+(?:\.\d+)?)
      | (?P<word>[^\W\d_](?:{MARK}*[^\W\d_])*(?:'[^\W\d_]+)*{MARK}*)
      | (?P<line>\n)
      | (?P<sign>[^\s{MARK}])""",
    re.VERBOSE,
)


def tokens(plain_text: str) -> list[Token]:
    """The words, numerals and signs of a plain text, in order."""
    marked = MARK in plain_text
    return [
        Token(
            match.start(),
            match.end(),
            match.group().replace(MARK, "") if marked else match.group(),
            match.lastgroup or "",
        )
        for match in _TOKEN.finditer(plain_text)
    ]
