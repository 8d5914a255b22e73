"""A post cut into plain words, each knowing where it stands in the original.

Rules are written for plain words: lower case, no accents, no Arabic vowel signs or tatweel, one form of alef, "we're"
as two words, "pleeease" as "please". Posts are not written like that; folding bridges the two, and every word keeps
its place in the post as its author wrote it. Meaning is left to the rules.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Letters that NFKD leaves apart but that people type for one another.
_LETTERS = {
    "ٱ": "ا",
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
    "ı": "i",
    "ـ": "",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
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
    "‹": '"',
    "›": '"',
}

# Marks (Mn, Me) and invisible format characters (Cf): vowel signs, emoji selectors, joiners, direction marks.
_DROPPED = frozenset({"Mn", "Me", "Cf"})


class _Folding(dict[int, str]):
    """Code point to plain text, worked out once for each code point met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        letters = (_LETTERS.get(each, each) for each in decomposed)
        folded = "".join(
            str(unicodedata.digit(each)) if each.isdigit() else each
            for each in "".join(letters)
            if unicodedata.category(each) not in _DROPPED
        )
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in plain letters. Spaces and punctuation stay, so that words stay apart."""
    return text.translate(_FOLDING)


_TOKEN = re.compile(
    r"""(?P<link>https?:\S*|www\.\S+)
      | (?P<mention>[@]\w+)
      | (?P<tag>[#]\w+)
      | (?P<word>\w+(?:'\w+)*)
      | (?P<sign>[^\s*_~/\\|+=<>&%$'^-])
      | (?P<line>\n)""",
    re.VERBOSE,
)
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_CONTRACTED: Mapping[str, str] = {"re": "are", "m": "am", "ve": "have", "ll": "will", "s": "is", "d": "would"}
_BEFORE_NOT: Mapping[str, str] = {"ca": "can", "wo": "will", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Words:
    """A post as plain words.

    Attributes:
        line: The words with one space before each and one at the end: ` we are here . `. Signs are words of their
            own, a mention is `@`, a hashtag its word behind `#`, a link `.`.
        starts: Where each word begins in `line`.
        folded: Where each word stands in the folded text, [begin, end).
    """

    line: str
    starts: Sequence[int]
    folded: Sequence[tuple[int, int]]


def words(plain: str, *, expansions: Mapping[str, str]) -> Words:
    """The plain words of a post.

    Args:
        plain: The post, folded.
        expansions: Short forms with what they stand for: `{"im": "i am"}`.
    """
    drawn_out = _DRAWN_OUT.search(plain) is not None
    found: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(plain):
        kind, token = match.lastgroup, match.group()
        if kind in {"word", "tag"}:
            if drawn_out:
                token = _DRAWN_OUT.sub(r"\1", token)
            token = expansions.get(token, token)
            parts = _apart(token, expansions) if "'" in token else token.split(" ")
        else:
            parts = [token if kind == "sign" else "@" if kind == "mention" else "."]
        found += parts
        places += [match.span()] * len(parts)
    starts, at = [], 1
    for each in found:
        starts.append(at)
        at += len(each) + 1
    return Words(line=f" {' '.join(found)} ", starts=starts, folded=places)


def original_span(text: str, begin: int, end: int) -> tuple[int, int]:
    """The span [begin, end) of the folded text, in code points of the original, with the marks its letters carry."""
    origin = [at for at, each in enumerate(text) for _ in _FOLDING[ord(each)]]
    first, last = origin[begin], origin[end - 1] + 1
    while last < len(text) and not _FOLDING[ord(text[last])]:
        last += 1
    return first, last


def _apart(token: str, expansions: Mapping[str, str]) -> list[str]:
    """A contraction as the words it stands for; any other word with an apostrophe, without it."""
    stem, _, ending = token.rpartition("'")
    stem = stem.replace("'", "")
    if ending == "t" and stem.endswith("n"):
        return [_BEFORE_NOT.get(stem[:-1], stem[:-1]) or "not", "not"]
    if ending in _CONTRACTED:
        return [*expansions.get(stem, stem).split(" "), _CONTRACTED[ending]]
    bare = stem + ending
    return expansions.get(bare, bare).split(" ")
