"""The airwars codebook on documents."""

import pytest

from vigil.incidents.codebooks.airwars import CONVENTIONS, VERSION, figures
from vigil.incidents.codebooks.tolls import Vague
from vigil.model.claim import (
    Certainty,
    Claim,
    Count,
    Document,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
    Unit,
)


def ends(found):
    """Low and high, or None."""
    return None if found is None else (found.low.value, found.high.value)


def read(text):
    """Killed and injured."""
    found = figures(Document(id="d", text=text))
    return ends(found.killed), ends(found.injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shelling killed 12 people and wounded 30 in the old town.", (12, 12), (30, 30)),
        ("At least 82 civilians, including 11 women and 13 children, were reportedly killed.", (82, 82), None),
        ("Several people were killed and dozens wounded in an air strike on the market.", (2, 2), (12, 24)),
        ("Between 10 and 14 civilians were killed and up to 40 others injured.", (10, 14), (40, 40)),
        ("A teacher was killed when a shell hit her house.", (1, 1), None),
        ("Three militants and five civilians were killed in the raid.", (5, 5), None),
        ("No one was killed in the attack, and no injuries were reported.", None, None),
    ],
)
def test_plain_reports(text, killed, injured):
    """Their figures, with vague amounts by convention and fighters apart."""
    assert read(text) == (killed, injured)


NARRATIVE = """On the evening of March 3rd, at least nine civilians were reportedly killed and several were injured when
a shell hit the Example family home. The house was destroyed.
Initial reports said that four people had been killed. The Example Observer wrote that nine people were killed, while a
neighbour said that 11 civilians had been killed.
A hospital said that five injured people had been admitted.
In a previous strike on the same street, 30 people were killed.
"""


def test_a_narrative_that_weighs_its_sources():
    """The summary's "at least" is the low, the largest whole figure the high; early tolls are neither."""
    assert read(NARRATIVE)[0] == (9, 11)


def test_each_bound_says_its_rule_and_its_words():
    """Whoever doubts a figure finds where it comes from."""
    killed = figures(Document(id="d", text=NARRATIVE)).killed
    assert killed.low.rule == "summary: at least"
    assert NARRATIVE[slice(*killed.low.spans[0][1])] == "at least nine"
    assert [NARRATIVE[slice(*span)] for _, span in killed.high.spans] == ["11"]
    assert {document for document, _ in killed.high.spans} == {"d"}


def test_every_amount_has_a_convention():
    """One readable table."""
    assert CONVENTIONS.keys() == set(Vague)
    assert all(0 < worth.low <= worth.high for worth in CONVENTIONS.values())


def test_another_language_is_read_through_its_claims():
    """And not at all where nobody read them."""
    text = "قتل 12 شخصا"
    count = Count(low=12, high=12, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=Span(4, 6))
    claim = Claim(
        event=EventType.KILLING,
        polarity=Polarity.HAPPENED,
        certainty=Certainty.ASSERTED,
        chain=(Link(speaker="AUTHOR", certainty=Certainty.ASSERTED),),
        count=count,
    )
    document = Document(id="d", text=text, lang="ar")
    assert figures(document).killed is None
    found = figures(document, Reading(document="d", lang="ar", reader="made up", claims=(claim,)))
    assert ends(found.killed) == (12, 12)
    assert found.codebook == VERSION
