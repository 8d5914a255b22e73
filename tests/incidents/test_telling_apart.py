"""Whether a text says of what it brings up that it is another matter."""

from dataclasses import replace

import pytest
from made_claims import claim_of, told

from vigil.incidents.joining import groups_of, join
from vigil.incidents.telling_apart import says_apart
from vigil.model.claim import ClaimedPlace, EventType, Span


@pytest.mark.parametrize(
    "sentence",
    [
        "It is unclear if there is any link to the ambush of last week.",
        "In a separate mortar attack, four died.",
        "The collapse had nothing to do with the shooting.",
        "The two are unrelated.",
        "ولا صلة للانهيار بإطلاق النار.",
        "وفي هجوم آخر قتل أربعة.",
    ],
)
def test_another_matter(sentence):
    """In the words in which reports say so."""
    assert says_apart(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Militiamen linked to the government killed four.",
        "Four were killed in the attack, and another died on the way.",
        "The separate room was hit too.",
        "قتل أربعة في الهجوم.",
    ],
)
def test_the_same_matter(sentence):
    """Whoever is linked to somebody is not therefore apart."""
    assert not says_apart(sentence)


def test_what_is_told_apart_does_not_draw_the_rest_along():
    """A raid in one town, and a report of another town's that asks whether they are linked."""
    begin = "Four were killed in Tarmal. "
    text = f"{begin}It is not known whether this was linked to the raid on Salma."
    spans = Span(0, len(begin)), Span(len(begin), len(text))
    tarmal, salma = (ClaimedPlace(text=name, span=Span(0, 1)) for name in ("Tarmal", "Salma"))
    claims = [
        replace(claim_of(number=4, place=tarmal), sentence=spans[0]),
        replace(claim_of(number=None, event=EventType.ATTACK, place=salma), sentence=spans[1]),
    ]
    assert len(groups_of(join(told(claims, text=text)))) == 2
    plain = text.replace("not known whether this was linked to", "known from")
    assert len(groups_of(join(told(claims, text=plain)))) == 1
