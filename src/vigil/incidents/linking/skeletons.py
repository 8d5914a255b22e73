"""The parts of a person's name by their consonants, the same from Arabic letters and from any Latin spelling of them.

Mohammed, Muhammad, Mohamad and محمد are one name. What keeps them apart from Mahmoud and محمود are the vowels, which
Latin writes by ear and Arabic writes only where they are long. So a part keeps its consonants, and what is known of the
vowel in each gap between them.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Part(NamedTuple):
    """One part of a name.

    Attributes:
        bones: Its consonants, in letters of our own: `mhmd`.
        gaps: The vowel before, between and after the consonants: a, i, u, A (at the end, of women's names and others),
            upper case where written long, "" where nothing is said, ? where anything goes.
        spelled: The part as written, in plain letters of its script.
        extra: Abu, Umm and a name behind it: often left out.
    """

    bones: str
    gaps: tuple[str, ...]
    spelled: str
    extra: bool = False


_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u06d6-\u06ed]")
_ARABIC = re.compile("[\u0621-\u06d3]")
_ARABIC_BONES = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "c", "ح": "h", "ه": "h", "خ": "x",
    "د": "d", "ض": "d",
    "ذ": "d", "ر": "r", "ز": "z", "ظ": "z", "ژ": "z", "س": "s", "ص": "s", "ش": "c", "غ": "g", "ف": "f",
    "ڤ": "f", "ق": "k",
    "ك": "k", "گ": "j", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_LATIN_PAIRS = {
    "sch": "c", "tch": "c", "kh": "x", "gh": "g", "sh": "c", "ch": "c", "th": "t", "dh": "d", "dj": "j",
    "ph": "f", "ck": "k",
    "zh": "z", "ou": "U", "oo": "U", "uu": "U", "ee": "I", "ii": "I", "ei": "I", "ai": "I", "ay": "I",
    "ey": "I", "ie": "I",
    "aa": "A", "au": "?", "aw": "?", "ow": "?",
}  # fmt: skip
_LATIN = {
    "b": "b", "p": "b", "t": "t", "j": "j", "g": "j", "h": "h", "d": "d", "r": "r", "z": "z", "s": "s",
    "c": "k", "f": "f",
    "v": "f", "q": "k", "k": "k", "l": "l", "m": "m", "n": "n", "x": "ks", "a": "a", "e": "e", "i": "i",
    "y": "i", "u": "u",
    "o": "u", "w": "w",
}  # fmt: skip
_LETTER = re.compile("|".join(sorted(_LATIN_PAIRS, key=len, reverse=True)) + "|[a-z]")
_VOWELS = frozenset("aeiuAIU?")

_ARTICLES = frozenset("al el ul ad as ash at an ar az es il l ال".split())  # noqa: SIM905
_DROPPED = frozenset(
    """
bin ibn ben bint dr mr mrs ms haj hajj haji hajji sheikh shaikh martyr child von van de der بن ابن
بنت الحاج الحاجه الشهيد الشهيده الطفل الطفله الدكتور الدكتوره الشيخ الاستاذ السيد السيده الشاب
المواطن الرضيع الرضيعه
""".split()  # noqa: SIM905
)
_KUNYA = {"abu", "abo", "abou", "abi", "aboo", "ابو", "ابي", "ابا", "umm", "um", "oum", "ام"}
_FATHER_NOT_MOTHER = {"abu", "abo", "abou", "abi", "aboo", "ابو", "ابي", "ابا"}
_ABD = re.compile(r"abd(?:[aeiu]{0,2}(?:ll?|rr?|ss?|nn?|zz?|tt?|dd?)?)$")
_ABD_JOINED = re.compile(r"abd[aeiu]?(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|sh(?=sh))?([a-z]{3,})$")
_ALLAH = re.compile(r"abd[aeiou]?ll?ah?$|abdull?ahi?$")
_DIN = frozenset(["din", "deen", "dine", "eddin", "uddin", "addin", "eddine", "aldin", "eldin", "الدين"])


@lru_cache(maxsize=400_000)
def parts(name: str) -> tuple[Part, ...]:
    """The parts of a name in their order, without titles, articles and `son of`."""
    words = _words(name)
    found: list[Part] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _DROPPED or (word in _ARTICLES and following):
            at += 1
            continue
        if word in _DIN and found and not found[-1].extra:
            found[-1] = _joined(found[-1], _part("din"))
            at += 1
        elif (word == "عبد" or _ABD.fullmatch(word)) and following:
            at += 1
            while at + 1 < len(words) and words[at] in _ARTICLES:
                at += 1
            found.append(_servant(words[at]))
            at += 1
        elif word in _KUNYA and following:
            at += 1
            while at + 1 < len(words) and words[at] in _ARTICLES:
                at += 1
            rest = _servant(words[at]) if words[at].startswith(("عبد", "abd")) else _part(words[at])
            mark = "B" if word in _FATHER_NOT_MOTHER else "M"
            found.append(rest._replace(bones=mark + rest.bones, gaps=("", *rest.gaps), extra=True))
            at += 1
        elif word.startswith(("abd", "عبد")) and len(word) > 4:
            found.append(_servant(word))
            at += 1
        else:
            part = _part(word)
            if part.bones or part.gaps[0]:
                found.append(part)
            at += 1
    return tuple(found)


def vowels_against(one: Part, other: Part) -> int:
    """In how many gaps two parts of the same consonants cannot be the same name."""
    return sum(
        _against(a, b, final=n == len(one.gaps) - 1) for n, (a, b) in enumerate(zip(one.gaps, other.gaps, strict=True))
    )


def _against(one: str, other: str, *, final: bool) -> bool:
    if one == other or "?" in (one, other):
        return False
    if final:
        return {one, other} not in ({"A", "e"}, {"e", ""}, {"i", "I"}, {"a", "A"})
    short, long = sorted((one, other), key=str.isupper)
    if "" in (one, other):
        return (one or other).isupper() and (one or other) != "A"
    pair = {short.lower(), long.lower()}
    if pair == {"e", "u"} and long.isupper():  # Mohammed, and Mahmoud in Arabic letters
        return True
    return pair not in ({"a"}, {"i"}, {"u"}, {"a", "e"}, {"e", "i"}, {"e", "u"}, {"e"})


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(each for each in text if unicodedata.category(each) != "Mn")
    text = _MARKS.sub("", text)
    for old, new in (("ی", "ي"), ("ک", "ك"), ("ٱ", "ا"), ("ة", "ه"), ("ß", "ss"), ("æ", "ae"), ("ø", "o"), ("ł", "l")):
        text = text.replace(old, new)
    text = re.sub("['’ʻʼ`´ʿʾ\u200c-\u200f\u202a-\u202e]", "", text)
    return re.findall(r"[^\W\d_]+", text)


def _servant(word: str) -> Part:
    """Abd al-Rahman in one part, however it is cut: what he is a servant of, behind a mark of its own."""
    if word in {"الله", "allah", "ullah", "ollah", "عبدالله"} or _ALLAH.fullmatch(word):
        return Part("Dlh", ("", "", "", ""), "abdallah")
    bare = word
    if word.startswith("عبد") and len(word) > 4:
        bare = word[3:]
    elif joined := _ABD_JOINED.fullmatch(word):
        bare = joined.group(1)
        if bare.startswith("l") and len(bare) > 4 and bare[1] not in "aeiou":
            bare = bare[1:]
    rest = _part(bare)
    return Part("D" + rest.bones, ("", *rest.gaps), "abd" + rest.spelled)


def _joined(first: Part, second: Part) -> Part:
    return Part(
        first.bones + second.bones,
        (*first.gaps[:-1], "?", *second.gaps[1:]),
        first.spelled + second.spelled,
    )


@lru_cache(maxsize=200_000)
def _part(word: str) -> Part:
    if _ARABIC.search(word):
        return _arabic(word)
    return _latin(word)


def _arabic(word: str) -> Part:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    bones, gaps, vowel = "", [], ""
    for at, letter in enumerate(bare):
        last = at == len(bare) - 1
        bone = _ARABIC_BONES.get(letter)
        if letter == "ه" and last and at > 1:
            vowel = "A"
        elif bone:
            bones += bone
            gaps.append(vowel)
            vowel = ""
        elif letter in "وي" and at == 0:
            bones += "w" if letter == "و" else "y"
            gaps.append("")
            vowel = ""
        elif letter == "و":
            vowel = "?" if vowel or last else "U"
        elif letter == "ي":
            vowel = "?" if vowel else ("i" if last else "I")
        elif letter in "اآ":
            vowel = "?" if at == 0 else ("A" if last else "A" if not vowel else "?")
        elif letter == "ى":
            vowel = "?"
        elif letter == "ع":
            vowel = vowel or ""
    gaps.append(vowel)
    if gaps[0] == "A":
        gaps[0] = "a"
    return Part(bones, tuple(gaps), bare)


def _latin(word: str) -> Part:
    bare = word
    if word[:2] in {"al", "el"} and len(word) >= 6 and word[2] not in "aeiou" and not word.startswith(("ell", "all")):
        bare = word[2:]
    bones, gaps, vowel, previous = "", [], "", ""
    letters = _LETTER.findall(bare)
    for at, letter in enumerate(letters):
        sound = _LATIN_PAIRS.get(letter) or _LATIN.get(letter, "")
        last = at == len(letters) - 1
        if letter in {"y", "w"} and at == 0:
            sound = letter
        elif (letter == "y" and not last and letters[at + 1] in "aeou") or letter == "w":
            sound = "?"
        if letter == "h" and last and vowel:
            vowel = "A" if vowel in {"a", "e", "A"} else vowel
            continue
        if sound in _VOWELS:
            vowel = sound if not vowel else "?"
            previous = ""
            continue
        for bone in sound:
            if bone == previous and not vowel:
                continue
            bones += bone
            gaps.append(vowel)
            vowel = ""
            previous = bone
    if vowel == "a":
        vowel = "A"
    gaps.append(vowel)
    if gaps[0] == "A":
        gaps[0] = "a"
    return Part(bones, tuple(gaps), bare)
