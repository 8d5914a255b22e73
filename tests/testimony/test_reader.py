"""A document to its claims in whatever language it is, and what nobody could read."""

from dataclasses import replace
from datetime import date

import pytest

from vigil.model.claim import Document, EventType
from vigil.testimony.reader import Tools, read


@pytest.fixture
def tools(few_places):
    return Tools(gazetteer=few_places)


def test_both_languages_of_a_text_are_read_where_they_stand(tools):
    """Spans count in the whole text, whichever reader found them."""
    text = "Twelve people were killed in Douma.\nقتل 7 مدنيين في قصف على دوما.\n"
    reading = read(Document(id="a", text=text), tools=tools)
    assert [each.count.low for each in reading.claims] == [12, 7]
    assert [text[each.place.span.begin : each.place.span.end] for each in reading.claims] == ["Douma", "دوما"]
    assert "two towns" in reading.reader
    assert "rules alone" in reading.reader


def test_what_is_in_neither_language_is_said_to_be_unread(tools):
    """Silence about a passage is not the same as nothing in it."""
    text = "Twelve people were killed.\nВ городе убиты двенадцать человек.\n"
    reading = read(Document(id="a", text=text), tools=tools)
    assert [text[span.begin : span.end] for span in reading.unread] == ["В городе убиты двенадцать человек."]
    french = (
        "Douze personnes ont été tuées hier dans un bombardement qui a visé le marché principal de la ville assiégée."
    )
    reading = read(Document(id="b", text=french), tools=tools)
    assert reading.claims == ()
    assert len(reading.unread) == 1


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("Twelve people were killed in Douma yesterday.", "2016-12-13?"),
        ("Twelve people were killed in Douma on 3 May 2014.", "2014-05-03"),
        ("Twelve people were killed in Douma last week.", "2016-12-05?/2016-12-11?"),
        ("قتل 7 مدنيين أمس في قصف على دوما", "2016-12-13?"),
        ("Twelve people were killed in Douma.", None),
    ],
)
def test_what_is_counted_from_a_doubtful_day_is_doubtful(tools, text, occurred):
    """Whoever kept it was not sure of the day; a date that the text gives whole does not rest on it."""
    document = Document(id="a", text=text, published_on=date(2016, 12, 14), published_doubt="?")
    (claim,) = read(document, tools=tools).claims
    assert claim.occurred == occurred
    (sure,) = read(replace(document, published_doubt=""), tools=tools).claims
    assert sure == replace(claim, occurred=occurred and occurred.replace("?", ""))


def test_a_document_of_nothing_has_no_claims(tools):
    """Empty, blank, signs alone: none, and no error."""
    for text in ("", " \n ", "!!! 12 ???", "\ud83d\u202e"):
        assert read(Document(id="a", text=text), tools=tools).claims == ()


def test_the_language_given_is_believed(tools):
    """A short English post full of names is not taken for another language."""
    text = "Aleppo Douma Homs Hama Idlib Raqqa Daraa Sweida Tartus Latakia Hasaka Qamishli: 9 people killed"
    reading = read(Document(id="a", text=text, lang="en"), tools=tools)
    assert [each.event for each in reading.claims] == [EventType.KILLING]
