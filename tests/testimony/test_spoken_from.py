"""Where something was, by who tells of it."""

from datetime import date

import pytest

from vigil import bootstrap
from vigil.model.claim import Document


@pytest.fixture(scope="module")
def placed():
    read = bootstrap.claim_reader()

    def places(text):
        found = read(Document(id="x", text=text, published_on=date(2024, 10, 21))).claims
        return [None if each.place is None else each.place.text for each in found]

    return places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A union in Port-au-Prince says three of its members were abducted.", ["Port-au-Prince"]),
        ("An official in Enerhodar said a drone hit a minibus and injured six workers.", ["Enerhodar"]),
        ("A nurse at Malakal Teaching Hospital said gunmen shot 11 patients.", ["Malakal Teaching Hospital"]),
        ("A doctor in Mekelle said nine people were killed in Adigrat.", ["Adigrat"]),
        ("A spokesman in Geneva said nine people were killed.", [None]),
        ("An official in Sudan said nine people were killed.", [None]),
        ("Sudan's army said nine people were killed.", [None]),
        ("Nine people were killed.", [None]),
        ("قالت ناشطة في نيالا إن مسلحين قتلوا ثلاثة شبان", ["نيالا"]),
        ("قال متحدث في جنيف إن مسلحين قتلوا ثلاثة شبان", [None]),
    ],
)
def test_whoever_speaks_of_a_place_is_there(placed, text, places):
    """Unless the sentence names another, or they are where it is only talked of, or speak for a country."""
    assert placed(text) == places


def test_the_words_that_say_so_are_in_the_text(placed):
    text = "A union in Port-au-Prince says three of its members were abducted."
    (claim,) = bootstrap.claim_reader()(Document(id="x", text=text)).claims
    (span,) = claim.spans["place"]
    assert text[span.begin : span.end] == claim.place.text
