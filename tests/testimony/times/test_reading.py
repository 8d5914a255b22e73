"""Times of any text: spans, EDTF, order, speed."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.testimony.times.reading import read_times

PUBLISHED = date(2016, 12, 16)
PIECES = st.sampled_from(
    [
        "on Monday",
        "last week",
        "13 December",
        "since",
        "between",
        "and",
        "to",
        "4 May 2016",
        "2016",
        "13/12/2016",
        "the next day",
        "three days ago",
        "mid-March",
        "31 February",
        "said",
        ",",
        ".",
        "\n",
        "–",
        "-",
        "\u202e",
        "🙂",
        "1438",
        "5 رمضان",
        "أمس",
        "منذ",
        "ثلاثة أيام",
        "كانون الأول",
        "و",
        "٤",
        "�",
        "99/99/9999",
        "0",
        "the",
        "of",
    ]
)
EDTF = re.compile(r"(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X)(?:/(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?))?")


@given(
    st.lists(PIECES | st.text(max_size=8), max_size=30).map(" ".join),
    st.sampled_from(["en", "ar", "ar-SY"]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_ordered_spans_and_dates_that_are_edtf(text, lang, published_on):
    """Nothing crashes; spans lie in the text, in order, apart; what has days has them in EDTF level 1."""
    end = 0
    for each in read_times(text, lang=lang, published_on=published_on):
        assert end <= each.span.begin < each.span.end <= len(text)
        end = each.span.end
        assert each.edtf is None or EDTF.fullmatch(each.edtf), each.edtf


@pytest.mark.parametrize(
    "piece", ["a", "1", " ", "the next ", "said ", "4 and ", "12/", "منذ ", "ليل", "\n", "Monday ", "2016-"]
)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_long_texts_of_one_thing_are_read_quickly(piece, lang):
    """100 kB of anything takes no more than a few seconds."""
    text = piece * (100_000 // len(piece))
    begun = time.perf_counter()
    read_times(text, lang=lang, published_on=PUBLISHED)
    assert time.perf_counter() - begun < 10


def test_the_same_text_gives_the_same_times():
    """Reading is deterministic."""
    text = "On Monday and since March, between 4 and 6 May."
    assert read_times(text, lang="en", published_on=PUBLISHED) == read_times(text, lang="en", published_on=PUBLISHED)
