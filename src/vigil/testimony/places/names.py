"""Names as keys: the same for every way of writing one, and a looser one for every way of transliterating it."""

import re
from functools import lru_cache

from vigil.testimony.word_lists import listed
from vigil.watch.lexicon.words import fold

_APOSTROPHES = re.compile(r"['’ʿʾ‘`ʼ´]")
_WORDS = re.compile(r"\w+")
ARTICLES = listed("al el ar as ash at an ad adh az ul il et es er ed ech l")
"""The Arabic article as it is transliterated, before sun letters too."""

_ARABIC = re.compile(r"[\u0620-\u06ff]")
_CLASSES = (
    ("kh", "x"), ("gh", "g"), ("sh", "$"), ("ch", "$"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j"),
    ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "u"), ("v", "f"), ("p", "b"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")


def key(name: str) -> str:
    """The name in plain words: `Bustan al-Qasr` and `BUSTAN AL QASR` give `bustan al qasr`."""
    plain = name.lower() if name.isascii() else fold(name)
    if "'" in plain or not plain.isascii():
        plain = _APOSTROPHES.sub("", plain)
    return " ".join(_WORDS.findall(plain))


@lru_cache(maxsize=16_384)
def skeleton(name_key: str) -> str:
    """The consonants of a key, articles dropped, sounds that are confused as one: Boustan al Qasr and Bustan el-Kasr.

    "" for what is too short to tell names apart.
    """
    if _ARABIC.search(name_key):
        return ""
    parts = [_consonants(word) for word in name_key.split() if word not in ARTICLES]
    joined = " ".join(parts)
    return joined if len(joined) >= 2 else ""


def _consonants(word: str) -> str:
    plain = word
    for written, sound in _CLASSES:
        plain = plain.replace(written, sound)
    plain = plain.removesuffix("h")
    first = "a" if _VOWELS.match(plain) else ""
    return first + _DOUBLED.sub(r"\1", _VOWELS.sub("", plain))


@lru_cache(maxsize=16_384)
def sounding(name_key: str) -> str:
    """A key with its vowels in three classes, for telling how alike two transliterations are."""
    words = [each for each in name_key.split() if each not in ARTICLES]
    plain = " ".join(words)
    for written, sound in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"),
                           ("e", "i"), ("o", "u"), ("y", "i"), *_CLASSES):  # fmt: skip
        plain = plain.replace(written, sound)
    return _DOUBLED.sub(r"\1", plain)
