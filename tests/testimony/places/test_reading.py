"""Places of any text: spans, order, speed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns_made import own, world

from vigil.testimony.places.index import Together
from vigil.testimony.places.reading import read_places

GAZETTEER = Together(own(), world())
PIECES = st.sampled_from(
    [
        "in Aleppo",
        "London",
        ", Ontario",
        "Syria",
        "Syrian",
        "village of",
        "Tal Warda",
        "hospital",
        "the",
        "Idlib province",
        "US",
        "U.S.",
        "al-Bab",
        "al",
        "-",
        "@Aleppo",
        "#Aleppo",
        "https://x.org/Aleppo",
        "حلب",
        "في",
        "قرية",
        "تل",
        "وردة",
        "مستشفى",
        "بحلب",
        "للباب",
        "ريف إدلب",
        "السوري",
        "\u202e",
        "🙂",
        "�",
        "Jack",
        "Mr",
        "said",
        ".",
        "\n",
        "'s",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map(" ".join), st.sampled_from(["en", "ar"]))
def test_any_text_gives_ordered_spans_whose_words_are_the_text(text, lang):
    """Nothing crashes; spans lie in the text, in order, apart, and the words are literally there."""
    end = 0
    for each in read_places(text, lang=lang, gazetteer=GAZETTEER):
        assert end <= each.span.begin < each.span.end <= len(text)
        assert each.text == text[each.span.begin : each.span.end]
        end = each.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A ",
        "Al ",
        "1",
        " ",
        "al-",
        "London ",
        "village of X ",
        "London, ",
        "قرية ",
        "و",
        "حلب ",
        "في قرية تل ",
        "@a ",
    ],
)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_long_texts_of_one_thing_are_read_quickly(piece, lang):
    """100 kB of anything takes no more than a few seconds."""
    text = piece * (100_000 // len(piece))
    begun = time.perf_counter()
    read_places(text, lang=lang, gazetteer=GAZETTEER)
    assert time.perf_counter() - begun < 10


def test_the_same_text_gives_the_same_places():
    """Reading is deterministic."""
    text = "In Aleppo and London, Ontario."
    assert read_places(text, lang="en", gazetteer=GAZETTEER) == read_places(text, lang="en", gazetteer=GAZETTEER)
