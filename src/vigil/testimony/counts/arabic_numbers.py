"""Arabic number words, in the gender and case they come in and with what is written onto them: خمسة وعشرون,
مئتي ألف."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from vigil.testimony.counts.numeral import Numeral, Phrases, whole, written_number
from vigil.testimony.counts.plain import Token, plain

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "ال", "وال", "بال", "فال", "لل", "ولل", "وبال")


def _table(rows: str) -> dict[str, int]:
    """Words of rows like `3: ثلاث ثلاثة`, in plain letters."""
    return {
        plain(word): int(value)
        for row in rows.strip().splitlines()
        for value, words in [row.split(":")]
        for word in words.split()
    }


_UNITS = _table("""
0: صفر
1: واحد واحدة
2: اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين ثنتين زوز اتنين تنين تنتين اتنان
3: ثلاث ثلاثة تلات تلاتة تلت تلث تلاث
4: أربع أربعة
5: خمس خمسة
6: ست ستة
7: سبع سبعة
8: ثمان ثماني ثمانية تمانية تمنية تمن تمان
9: تسع تسعة
10: عشر عشرة
11: أحد إحدى
""")
_BEFORE_TEN = {plain("أحد"), plain("إحدى")}
_TEEN_WORDS = _table("""
11: حداشر إحداشر احدعش حدعش
12: اتناشر اطناشر اتنعش اطنعش
13: تلاتاشر تلتطعش تلطعش
14: أربعتاشر اربعطعش
15: خمستاشر خمسطعش
16: ستاشر سطعش
17: سبعتاشر سبعطعش
18: تمنتاشر تمنطعش
19: تسعتاشر تسعطعش
""")
_TENS = _table("""
20: عشرون عشرين
30: ثلاثون ثلاثين تلاتين
40: أربعون أربعين
50: خمسون خمسين
60: ستون ستين
70: سبعون سبعين
80: ثمانون ثمانين تمانين
90: تسعون تسعين
""")
_HUNDREDS = _table("""
100: مئة مائة مية ميه مئه
200: مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتين
300: ثلاثمئة ثلاثمائة ثلثمائة تلتمية
400: أربعمئة أربعمائة أربعمية
500: خمسمئة خمسمائة خمسمية
600: ستمئة ستمائة ستمية
700: سبعمئة سبعمائة سبعمية
800: ثمانمئة ثمانمائة ثمانيمائة تمنمية
900: تسعمئة تسعمائة تسعمية
""")
_DEAD_TOO = plain("ميتين")
"""Two hundred in the dialects, and "dead": a number only before what it counts."""
_SCALES = _table("""
1000: ألف ألفا آلاف الاف
1000000: مليون مليونا ملايين
1000000000: مليار مليارا مليارات
""")
_DOUBLE_SCALES = _table("""
2000: ألفان ألفين ألفا ألفي
2000000: مليونان مليونين مليوني
2000000000: ملياران مليارين ملياري
""")
_PLURAL_SCALES = {plain("آلاف"), plain("ملايين"), plain("مليارات")}
_HUNDRED = {plain(word) for word in ("مئة", "مائة", "مية", "ميه")}

_VAGUE_BARE = (
    "عشرات", "العشرات", "مئات", "المئات", "آلاف", "الآلاف", "ملايين", "الملايين", "عشرات الآلاف", "مئات الآلاف",
    "عشرات آلاف", "بضعة", "بضع", "بضع عشرات", "بضع مئات", "بضعة آلاف", "عدة", "العديد من", "عدد من", "عدد كبير من",
    "عدد غير معروف من", "عدد غير محدد من", "عدد قليل من", "عدد آخر من", "أعداد من", "أعداد كبيرة من", "كثير من",
    "الكثير من", "هواي", "هوايه", "واجد", "هلبا",
    "بعض", "مجموعة من", "سلسلة من", "معظم", "غالبية", "أغلب", "جملة من", "كثيرون", "عديدة", "كثيرة",
)  # fmt: skip
_VAGUE_FOLLOWING = frozenset({plain("عديدة"), plain("كثيرة"), plain("كثيرون")})
_SHARE_WORDS = {
    "نصهم": Fraction(1, 2), "نصهن": Fraction(1, 2),
    "نصف": Fraction(1, 2), "نصفهم": Fraction(1, 2), "نصفهن": Fraction(1, 2), "ثلث": Fraction(1, 3),
    "ثلثهم": Fraction(1, 3), "ثلثي": Fraction(2, 3), "ثلثا": Fraction(2, 3), "ثلثاهم": Fraction(2, 3),
    "ربع": Fraction(1, 4), "ربعهم": Fraction(1, 4), "جميعهم": Fraction(1, 1), "كلهم": Fraction(1, 1),
}  # fmt: skip


def clitics(words: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Each plain word with what may be written onto its front: the whole to its front and itself."""
    found: dict[str, tuple[str, str]] = {}
    for front in sorted(_PROCLITICS, key=len):
        for word in words:
            bare = word[2:] if front in {"لل", "ولل"} and word.startswith("ال") else word
            if front.endswith("ل") and front not in {"ل", "ول", "فل"} and word.startswith("ال"):
                continue
            found.setdefault(front + bare, (front, word))
    return found


_ALL = {
    whole: parts
    for whole, parts in clitics([*_UNITS, *_TEEN_WORDS, *_TENS, *_HUNDREDS, *_SCALES, *_DOUBLE_SCALES]).items()
    if not (parts[1] == "اثنين" and parts[0].endswith(("ال", "لل")))  # Monday
}
_VAGUE = Phrases(
    {
        " ".join([front + words[0], *words[1:]]): front
        for phrase in _VAGUE_BARE
        for words in [plain(phrase).split()]
        for front in ("", "و", "ف", "ب", "ل", "ك")
    }
)
_SHARES = {front + plain(word): (front, share) for word, share in _SHARE_WORDS.items() for front in ("", "و", "ل", "ب")}

_PART_OF_SCALE = {plain(word): _SHARE_WORDS[word] for word in ("نصف", "ثلث", "ربع")}

STARTS = frozenset({*_ALL, *_VAGUE.firsts, *_SHARES})
"""A text without one of these words and without a digit holds no number in Arabic, duals apart."""

_AND = "و"


def front_of(tokens: Sequence[Token], numeral: Numeral) -> str:
    """What is written onto the front of a number: و, ب, ل; the article is part of it."""
    text = tokens[numeral.first].text
    front = ""
    if text in _ALL:
        front = _ALL[text][0]
    elif found := _VAGUE.at(tokens, numeral.first):
        front = found[1]
    elif text in _SHARES:
        front = _SHARES[text][0]
    return front.removesuffix("ال") if front != "لل" else "ل"


def arabic_number(tokens: Sequence[Token], first: int) -> Numeral | None:
    """The number that begins at a token."""
    token = tokens[first]
    if token.kind == "numeral":
        return _digits(tokens, first)
    if token.kind != "word":
        return None
    if token.text in _PART_OF_SCALE and (
        scale := _SCALES.get(tokens[first + 1].text if first + 1 < len(tokens) else "")
    ):
        value = _PART_OF_SCALE[token.text] * scale  # ربع مليون
        return Numeral(first, first + 2, int(value)) if value.denominator == 1 else None
    if token.text in _SHARES:
        return Numeral(first, first + 1, None, share=_SHARES[token.text][1])
    if found := _VAGUE.at(tokens, first):
        return Numeral(first, found[0], None, vague=True)
    return _words(tokens, first)


def _digits(tokens: Sequence[Token], first: int) -> Numeral:
    value = written_number(tokens[first].text)
    last = first + 1
    if value is not None:
        while last < len(tokens) and (scale := _SCALES.get(tokens[last].text)):
            value *= Decimal(scale)
            last += 1
    return Numeral(first, last, None if value is None else whole(value))


def _split(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    if at < len(tokens) and tokens[at].kind == "word":
        return _ALL.get(tokens[at].text, ("", ""))
    return "", ""


def _words(tokens: Sequence[Token], first: int) -> Numeral | None:
    """Thousands, then hundreds, then units and tens, joined by و: مئة وخمسة وعشرون ألفا."""
    _, word = _split(tokens, first)
    if not word:
        return None
    at, total, below = first, 0, 10**12
    while at < len(tokens):
        group = _below_a_thousand(tokens, at, opening=at == first)
        scale_at = group[0] if group else at
        scale_front, scale = _split(tokens, scale_at)
        if group is None and (at != first and scale_front != _AND):
            break
        if group is not None and scale in _SCALES and not scale_front and _SCALES[scale] < below:
            below = _SCALES[scale]
            total += group[1] * below
            at = scale_at + 1
        elif group is not None:
            if below <= 1 or group[1] >= below:
                break
            total += group[1]
            at, below = group[0], 1
        elif scale in _DOUBLE_SCALES and scale not in _SCALES and _DOUBLE_SCALES[scale] < below:
            below = _DOUBLE_SCALES[scale] // 2
            total += _DOUBLE_SCALES[scale]
            at = scale_at + 1
        elif scale in _SCALES and scale not in _PLURAL_SCALES and _SCALES[scale] < below:
            below = _SCALES[scale]
            total += below
            at = scale_at + 1
        else:
            break
    if at == first:
        return None
    single = at == first + 1 and _UNITS.get(word) == 1
    alone = at == first + 1 and word == _DEAD_TOO
    return Numeral(first, at, total, needs_noun=single or alone)


def _below_a_thousand(tokens: Sequence[Token], at: int, *, opening: bool) -> tuple[int, int] | None:
    front, word = _split(tokens, at)
    if not word or (not opening and front != _AND):
        return None
    if word in _HUNDREDS:
        rest = _below_a_hundred(tokens, at + 1, opening=False)
        return (rest[0], _HUNDREDS[word] + rest[1]) if rest else (at + 1, _HUNDREDS[word])
    next_front, next_word = _split(tokens, at + 1)
    if 3 <= _UNITS.get(word, 0) <= 9 and next_word in _HUNDRED and not next_front:
        value = _UNITS[word] * 100
        rest = _below_a_hundred(tokens, at + 2, opening=False)
        return (rest[0], value + rest[1]) if rest else (at + 2, value)
    return _below_a_hundred(tokens, at, opening=opening)


def _below_a_hundred(tokens: Sequence[Token], at: int, *, opening: bool) -> tuple[int, int] | None:  # noqa: PLR0911 - one rule after another
    front, word = _split(tokens, at)
    if not word or (not opening and front != _AND):
        return None
    if word in _TEEN_WORDS:
        return at + 1, _TEEN_WORDS[word]
    if word in _TENS:
        return at + 1, _TENS[word]
    if word not in _UNITS:
        return None
    value = _UNITS[word]
    next_front, next_word = _split(tokens, at + 1)
    if next_word in {plain("عشر"), plain("عشرة")} and not next_front and (value < 10 or word in _BEFORE_TEN):
        return at + 2, 11 if word in _BEFORE_TEN or value == 1 else 10 + value
    if word in _BEFORE_TEN:
        return (at + 2, 1 + _TENS[next_word]) if next_word in _TENS and next_front in {_AND, "وال"} else None
    if next_word in _TENS and next_front in {_AND, "وال"} and 0 < value < 10:
        return at + 2, value + _TENS[next_word]
    return at + 1, value
