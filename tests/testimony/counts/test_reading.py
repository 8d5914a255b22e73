"""What holds of every text, whatever is in it."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.testimony.counts.english_numbers import english_number
from vigil.testimony.counts.mention import Kind
from vigil.testimony.counts.plain import MARK, plain, tokens
from vigil.testimony.counts.reading import read_counts

_WORDS = (
    "12", "٣", "1,200", "3.5", "twelve", "at least", "a dozen", "dozens", "half of them", "between", "and",
    "to", "-", "+",
    "including", "of whom", "people", "a", "her brother", "years old", "km", "$", "%", "since March", "2016",
    "(", ")", ",",
    "خمسة", "وعشرون", "مئة", "ألف", "طفلين", "قتيل", "واحد", "بين", "و15", "ما لا يقل عن", "بينهم", "منذ",
    "عام", "يوما",
    "\n", "\u202e", "\u200f", "\U0001f622", "1️⃣", "\ud800", "²", "½", "ﷺ", "ﻻ", "ß", "İ", "\u0301", "@a1", "#3", "http://a/1",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS) | st.text(max_size=6), max_size=25).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
_LANGUAGES = st.sampled_from(["en", "ar", "ar-SY", "de", ""])


@given(_TEXTS, _LANGUAGES)
def test_every_span_is_words_of_the_text(text, lang):
    """A mention stands on the text it was found in, number within figure, and mentions stand apart and in order."""
    last = 0
    for mention in read_counts(text, lang=lang):
        assert 0 <= mention.span.begin <= mention.number.begin < mention.number.end <= mention.span.end <= len(text)
        assert mention.number.begin >= last or mention.kind is not Kind.COUNT
        last = mention.number.end
        for span in (mention.unit_word, mention.part_of):
            assert span is None or 0 <= span.begin < span.end <= len(text)


@given(_TEXTS, _LANGUAGES)
def test_a_number_is_never_invented(text, lang):
    """A figure read from digits is those digits; nothing but a count has a low or a high."""
    for mention in read_counts(text, lang=lang):
        words = plain(text[slice(*mention.number)]).replace(MARK, "")
        digits = {int(each) for each in re.findall(r"\d+", re.sub(r"(?<=\d)[,' ](?=\d{3})", "", words))}
        for value in {mention.low, mention.high} - {None}:
            assert mention.kind is Kind.COUNT
            if re.fullmatch(r"[\d,' ]+", words):
                assert value in digits
        if mention.low is not None and mention.high is not None:
            assert mention.low <= mention.high


@given(_TEXTS, _LANGUAGES)
def test_the_same_text_gives_the_same_numbers(text, lang):
    """Reading is a function of the text."""
    assert read_counts(text, lang=lang) == read_counts(text, lang=lang)


@given(st.text())
def test_plain_letters_keep_every_place(text):
    """The plain text is as long as the original, and only decimal digits become digits."""
    letters = plain(text)
    assert len(letters) == len(text)
    for before, after in zip(text, letters, strict=True):
        assert not after.isdecimal() or unicodedata.category(before) == "Nd"


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_written_in_english_words_is_that_number(value):
    """Every number up to a billion, as it is spelled out."""
    spelled = tokens(plain(_spelled(value)))
    numeral = english_number(spelled, 0)
    assert numeral is not None
    assert (numeral.value, numeral.last) == (value, len(spelled))


_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
""".split()  # noqa: SIM905
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _spelled(value: int) -> str:
    for scale, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = value % scale
            joined = "" if not rest else " and " if rest < 100 else " "
            return f"{_spelled(value // scale)} {word}{joined}{_spelled(rest) if rest else ''}"
    if value < 20:
        return _SMALL[value]
    return _TENS[value // 10] + (f"-{_SMALL[value % 10]}" if value % 10 else "")


@pytest.mark.parametrize(
    "repeated",
    [
        "1",
        "1,",
        "a ",
        "one ",
        "12-",
        "at least ",
        "since ",
        "(12",
        "و",
        "خمسه ",
        "بين ",
        "3/",
        "1:",
        "of ",
        "a1",
        "(",
        "1 ",
        "half of them ",
        "12 and ",
        "́",
        "+1 (",
        "a woman ",
        "منذ ",
        "a, 12, ",
        "two sons, ",
    ],
)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_time_grows_with_the_text_and_no_faster(repeated, lang):
    """100 kB of anything are read in seconds; a text four times as long takes about four times as long."""
    short, long = repeated * (25_000 // len(repeated)), repeated * (100_000 // len(repeated))
    begun = time.process_time()  # what others do on this machine is not measured
    read_counts(short, lang=lang)
    middle = time.process_time()
    read_counts(long, lang=lang)
    ended = time.process_time()
    assert ended - middle < max(10 * (middle - begun), 3.0)


def test_a_long_row_of_digits_is_no_number():
    """Thousands of digits are an identifier, and cost nothing."""
    assert [mention.low for mention in read_counts("9" * 10_000, lang="en")] == [None]
