"""Where a post is about by its tags and the words it opens with."""

from datetime import date

import pytest

from vigil import bootstrap
from vigil.model.claim import Document

READ = bootstrap.claim_reader()


def places(text):
    found = READ(Document(id="x", text=text, published_on=date(2018, 2, 22))).claims
    assert found
    return {None if each.place is None else each.place.text for each in found}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("#Homs rockets since dawn. Two medics killed, 11 wounded so far.", "Homs"),
        ("Two medics killed, 11 wounded so far. #Mariupol #Ukraine", "Mariupol"),
        ("Juba. Three drivers were kidnapped on Sunday.", "Juba"),
        ("our team west Mosul: four people killed in the house beside us.", "Mosul"),
        ("Two medics killed, 11 wounded so far. #Ukraine", "Ukraine"),
        ("#Homs rockets since dawn. Two were killed in Idlib.", None),
        ("استشهد ثلاثة شباب بقصف مدفعي اليوم #حلب", "حلب"),
    ],
)
def test_a_tag_or_the_first_words_say_where(text, where):
    if where is None:
        assert places(text) == {"Homs", "Idlib"}
    else:
        assert places(text) == {where}


@pytest.mark.parametrize(
    "text",
    [
        "Geneva. Three drivers were kidnapped on Sunday.",  # where it is told of
        "Two medics killed, 11 wounded so far. #BREAKING #PrayForUs",
        "Homs. " + "We have not slept. " * 60 + "Two were killed.",  # a long text has no one place
        "مدير مستشفى حلب: استشهد طبيبان",
    ],
)
def test_what_is_no_topic(text):
    assert places(text) == {None}


def test_the_topic_is_a_span_of_the_text():
    text = "#ElGeneina two medics killed this morning, 11 wounded."
    for each in READ(Document(id="x", text=text, published_on=date(2023, 6, 16))).claims:
        if each.place is not None:
            assert text[slice(*each.place.span)] == each.place.text
            assert each.spans["place"] == (each.place.span,)
