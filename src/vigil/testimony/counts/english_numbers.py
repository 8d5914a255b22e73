"""English number words: "two hundred and five", "a dozen", "1.2 thousand", "dozens", "half"."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from vigil.testimony.counts.numeral import Numeral, Phrases, whole, written_number
from vigil.testimony.counts.plain import Token

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000, "bn": 10**9}
_DOZENS = {"dozen": 12, "score": 20}

VAGUE = Phrases(
    dict.fromkeys(
        (
            "dozens",
            "dozens and dozens",
            "several dozen",
            "several dozens",
            "a few dozen",
            "few dozen",
            "many dozens",
            "scores",
            "hundreds",
            "hundreds and hundreds",
            "several hundred",
            "several hundreds",
            "a few hundred",
            "many hundreds",
            "thousands",
            "tens of thousands",
            "hundreds of thousands",
            "several thousand",
            "a few thousand",
            "many thousands",
            "millions",
            "tens",
            "several",
            "numerous",
            "countless",
            "untold numbers",
            "an unknown number",
            "unknown number",
            "an unspecified number",
            "an undisclosed number",
            "an unconfirmed number",
            "a large number",
            "large numbers",
            "a great number",
            "a small number",
            "a high number",
            "a growing number",
            "a significant number",
            "a number of",
            "a series of",
            "a handful",
            "handful",
            "a couple of",
            "a few",
            "quite a few",
            "multiple",
            "various",
            "a group of",
            "groups of",
            "lots",
            "a lot",
            "plenty",
            "most of",
            "the majority of",
            "a majority of",
            "many of",
            "some of",
            "several of",
            "a multitude of",
            "a string of",
            "a spate of",
            "a dozen or more",
        ),
        True,
    )
)
"""Words for some or many that give no number; `dozens of`, `a number of` and their like count the noun behind them."""

VAGUE_BEFORE_A_NOUN = frozenset({"many", "some", "few"})
"""Vague only right before what they count: elsewhere they are pronouns and adverbs."""

_SHARES = Phrases(
    {
        "half of": Fraction(1, 2),
        "half the": Fraction(1, 2),
        "a third of": Fraction(1, 3),
        "one third of": Fraction(1, 3),
        "one - third of": Fraction(1, 3),
        "two thirds of": Fraction(2, 3),
        "two - thirds of": Fraction(2, 3),
        "a quarter of": Fraction(1, 4),
        "one quarter of": Fraction(1, 4),
        "one - quarter of": Fraction(1, 4),
        "three quarters of": Fraction(3, 4),
        "three - quarters of": Fraction(3, 4),
        "a fifth of": Fraction(1, 5),
        "one fifth of": Fraction(1, 5),
        "one in three": Fraction(1, 3),
        "all of": Fraction(1, 1),
        "all of whom": Fraction(1, 1),
    }
)
_PAIRS = Phrases({"both": 2, "twin": 2, "twins": 2, "triplets": 3, "a pair of": 2, "a trio of": 3, "a duo of": 2})
_OF_PEOPLE = frozenset({"twins", "triplets"})

STARTS = frozenset(
    {*_UNITS, *_TENS, *_SCALES, *_DOZENS, *_SHARES.firsts, *_PAIRS.firsts, *VAGUE.firsts, *VAGUE_BEFORE_A_NOUN, "couple"}  # noqa: E501
) - {"a", "the", "an", "large", "unknown", "k", "bn", "quite", "untold", "all", "most"} | {
    "number", "numbers", "handful", "series", "group", "majority", "multitude", "string", "spate", "third", "quarter",
    "fifth", "pair", "trio", "duo", "lot", "most", "all",
}  # fmt: skip
"""A text without one of these words and without a digit holds no number in English."""


def english_number(tokens: Sequence[Token], first: int) -> Numeral | None:  # noqa: PLR0911 - one rule after another
    """The number that begins at a token."""
    token = tokens[first]
    if token.kind == "numeral":
        return _digits(tokens, first)
    if token.kind != "word":
        return None
    if part := _SHARES.at(tokens, first):
        end, share = part
        return Numeral(first, end - (tokens[end - 1].text in {"of", "the"}), None, share=share)
    found = VAGUE.at(tokens, first)
    if found and not (tokens[found[0] - 1].text == "of" and _begins_number(tokens, found[0])):
        return Numeral(first, found[0], None, vague=True)
    if pair := _PAIRS.at(tokens, first):
        return Numeral(
            first, pair[0], pair[1], people=token.text in _OF_PEOPLE, needs_noun=token.text not in _OF_PEOPLE
        )
    if token.text in VAGUE_BEFORE_A_NOUN:
        return Numeral(first, first + 1, None, vague=True, needs_noun=True)
    return _words(tokens, first)


def _digits(tokens: Sequence[Token], first: int) -> Numeral:
    value = written_number(tokens[first].text)
    last = first + 1
    if value is not None:
        while last < len(tokens) and (scale := _scale(tokens, last)):
            value *= scale
            last += 1
    return Numeral(first, last, None if value is None else whole(value))


def _scale(tokens: Sequence[Token], at: int) -> Decimal | None:
    text = tokens[at].text
    if text in {"k", "bn"} and tokens[at - 1].end != tokens[at].begin:
        return None
    value = _SCALES.get(text) or _DOZENS.get(text)
    return Decimal(value) if value else None


def _words(tokens: Sequence[Token], first: int) -> Numeral | None:  # noqa: PLR0912 - one rule after another
    """The number words from `first` on, by the usual grammar: below a hundred, hundreds, then each thousand."""
    at, article = first, tokens[first].text in {"a", "an", "half"}
    if tokens[first].text == "half":
        dozen = _word(tokens, first + 1) == "a" and _word(tokens, first + 2) == "dozen"
        return Numeral(first, first + 3, 6) if dozen else None
    if article:
        at += 1
        if _word(tokens, at) not in _SCALES.keys() | _DOZENS.keys() or _word(tokens, at) in {"k", "bn", "score"}:
            return _couple(tokens, first)
    total, group, below, seen = 0, 0, 1_000_000_000_000, article
    if article:
        group = 1
    while at < len(tokens):
        step = at
        if seen and _word(tokens, at) == "and" and (total or group >= 100):
            step = at + 1
        small = _below_a_hundred(tokens, step)
        word = _word(tokens, step)
        if small is not None and group % 100 == 0 and (step == at or small[1] < 100):
            if total and step > at and group == 0 and below <= 100:
                break
            group += small[1]
            at, seen = small[0], True
        elif word == "hundred" and step == at and 0 < group < 100:
            group *= 100
            at, seen = at + 1, True
        elif word in _DOZENS and step == at and seen and 0 < group < 100 and not total:
            return Numeral(first, at + 1, group * _DOZENS[word])
        elif word in {"thousand", "million", "billion"} and step == at and group and _SCALES[word] < below:
            below = _SCALES[word]
            total += group * below
            group = 0
            at, seen = at + 1, True
        else:
            break
    if not seen:
        return None
    only_one = at == first + 1 and tokens[first].text == "one"
    return Numeral(first, at, total + group, needs_noun=only_one)


def _below_a_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    word = _word(tokens, at)
    if word in _UNITS:
        return at + 1, _UNITS[word]
    if word not in _TENS:
        return None
    next_at = at + 2 if _sign(tokens, at + 1) == "-" and tokens[at + 1].begin == tokens[at].end else at + 1
    unit = _UNITS.get(_word(tokens, next_at), 0)
    return (next_at + 1, _TENS[word] + unit) if 0 < unit < 10 else (at + 1, _TENS[word])


def _couple(tokens: Sequence[Token], first: int) -> Numeral | None:
    """A couple, an elderly couple, two people; "a couple of" was vague before it came here."""
    last = first + 2 if _word(tokens, first + 1) in _SUCH_COUPLES else first + 1
    if _word(tokens, last) == "couple" and _word(tokens, last + 1) != "of":
        return Numeral(first, last + 1, 2, people=True)
    return None


_SUCH_COUPLES = frozenset(
    ["elderly", "old", "older", "young", "married", "newlywed", "retired", "middle", "displaced", "local", "disabled"]
)


def _begins_number(tokens: Sequence[Token], at: int) -> bool:
    """A group of 7: the number says how many, and not the group."""
    return at < len(tokens) and (tokens[at].kind == "numeral" or tokens[at].text in _UNITS or tokens[at].text in _TENS)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) and tokens[at].kind == "word" else ""


def _sign(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) and tokens[at].kind == "sign" else ""
