"""Which place is an event's."""

import pytest
from towns_made import own, world

from vigil.model.claim import Span
from vigil.testimony.places.choosing import choose_place
from vigil.testimony.places.index import Together
from vigil.testimony.places.reading import read_places

GAZETTEER = Together(own(), world())


def chosen(text, event, lang="en", *, carried=False):
    begin = text.index(event)
    places = read_places(text, lang=lang, gazetteer=GAZETTEER)
    found = choose_place(text, places, Span(begin, begin + len(event)), carried=carried)
    return found and found.text


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("Shells killed 12 in Aleppo, a man in London said.", "killed", "Aleppo"),
        ("Shells killed 12 in Qamar, Aleppo, Syria.", "killed", "Qamar"),
        ("A Syrian from Tripoli was shot dead in Idlib.", "shot", "Idlib"),
        ("They left Aleppo. Shells killed 12.", "killed", None),
    ],
)
def test_the_nearest_and_most_precise_of_the_sentence(text, event, place):
    """The nearest place of the event's sentence, the smallest of a chain, behind "in" before "from"."""
    assert chosen(text, event) == place


def test_a_place_carries_over_where_that_is_asked_for():
    """The last place of the sentence before is taken on request."""
    assert chosen("They stayed in Aleppo. Shells killed 12.", "killed", carried=True) == "Aleppo"


def test_arabic():
    """The same in Arabic."""
    assert chosen("قتل 12 في حي القمر في حلب", "قتل", "ar") == "القمر"
