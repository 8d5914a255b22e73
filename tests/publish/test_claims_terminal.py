"""Claims as a person reads them at a terminal."""

from dataclasses import replace

from test_claims_json import CLAIM

from vigil.model.claim import Certainty, Document, Exactness, Link, Polarity, Reading, Span, Unit, VictimKind
from vigil.publish.claims_terminal import reading_lines


def lines(*claims, text="x" * 80, **given):
    return list(
        reading_lines(Document(id="a", text=text), Reading(document="a", lang="en", reader="r", claims=claims, **given))
    )


def test_a_claim_says_what_and_who_and_how_surely():
    """Bounds and hedges are said in words; so is what stands behind "the author"."""
    said = "\n".join(lines(CLAIM))
    assert (
        "killing, at least 12 people (children, women), Lina Omar, by the army (hedged), in Douma, on 2016-12-13"
        in said
    )
    assert "says the mayor: reported" in said
    chain = (
        Link(speaker="AUTHOR", certainty=Certainty.ASSERTED),
        Link(speaker="UNNAMED", certainty=Certainty.REPORTED),
    )
    said = "\n".join(lines(replace(CLAIM, polarity=Polarity.FEARED, chain=chain)))
    assert "feared: killing" in said
    assert "says the author, of whom somebody unnamed" in said


def test_a_vague_figure_is_no_number():
    """Nothing is put in its place."""
    vague = replace(CLAIM.count, low=None, high=None, exactness=Exactness.VAGUE, cumulative=True)
    assert "people (children, women), no number given in all" in "\n".join(
        lines(replace(CLAIM, count=vague, subset_of=0))
    )
    between = replace(CLAIM.count, low=12, high=15, exactness=Exactness.ABOUT)
    assert "about 12 to 15 people" in "\n".join(lines(replace(CLAIM, count=between)))


def test_people_of_one_kind_are_called_by_it():
    """ "3 children"; what is counted otherwise, and the one who is a woman, keep their count."""
    three = replace(CLAIM.count, low=3, high=3, exactness=Exactness.EXACT)
    children, women = frozenset({VictimKind.CHILDREN}), frozenset({VictimKind.WOMEN})
    assert "killing, 3 children, " in "\n".join(lines(replace(CLAIM, count=three, victims=children)))
    one = replace(three, low=1, high=1)
    assert "killing, 1 woman, " in "\n".join(lines(replace(CLAIM, count=one, victims=women)))
    homes = replace(three, unit=Unit.FAMILIES)
    assert "killing, 3 families (children), " in "\n".join(lines(replace(CLAIM, count=homes, victims=children)))
    assert "killing, children, " in "\n".join(lines(replace(CLAIM, count=None, victims=children)))


def test_nothing_in_a_text_drives_the_terminal():
    """Escape sequences and long sentences are cut; what was not read is said."""
    said = "\n".join(lines(CLAIM, text="\x1b[31m" + "word " * 40, unread=(Span(3, 9),)))
    assert "\x1b" not in said
    assert "characters 3 to 9" in said
    assert lines() == []
