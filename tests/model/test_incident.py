"""Ids of claims, incidents and judgements."""

from dataclasses import replace
from datetime import UTC, datetime

from vigil.model.claim import AUTHOR, Certainty, Claim, EventType, Link, Polarity, Span
from vigil.model.incident import Grade, JudgementKind, claim_id, incident_id, judgement_id

CLAIM = Claim(
    event=EventType.KILLING,
    polarity=Polarity.HAPPENED,
    certainty=Certainty.ASSERTED,
    chain=(Link(speaker=AUTHOR, certainty=Certainty.ASSERTED),),
    sentence=Span(0, 20),
    spans={"event": (Span(3, 9),), "count": (Span(10, 12),)},
)


def test_a_claims_id_is_of_its_words():
    """The same words have the same id in whatever order a reader lists them; another document's have another."""
    turned = Claim(
        event=CLAIM.event,
        polarity=CLAIM.polarity,
        certainty=CLAIM.certainty,
        chain=CLAIM.chain,
        sentence=CLAIM.sentence,
        spans={"count": (Span(10, 12),), "event": (Span(3, 9),)},
    )
    assert claim_id("a", CLAIM) == claim_id("a", turned)
    assert len({claim_id("a", CLAIM), claim_id("b", CLAIM), claim_id("a", CLAIM, 1)}) == 3
    assert incident_id(claim_id("a", CLAIM)).startswith("i-")


def test_what_else_is_found_makes_no_other_claim():
    """A gazetteer that knows the place leaves the id, and so the judgements made on it; another figure does not."""
    placed = replace(CLAIM, occurred="2016-12-13", spans={**CLAIM.spans, "place": (Span(13, 19),)})
    counted = replace(CLAIM, spans={**CLAIM.spans, "count": (Span(10, 13),)})
    assert claim_id("a", placed) == claim_id("a", CLAIM) != claim_id("a", counted)


def test_a_halved_character_has_an_id():
    """What a broken text calls a document does not stop anything."""
    assert claim_id("\ud83d", CLAIM).startswith("c-")


def test_a_judgements_id_is_of_all_it_says():
    """The same decision entered twice is one; another grade is another."""
    at = datetime(2026, 5, 1, tzinfo=UTC)
    one = claim_id("a", CLAIM)
    given = judgement_id(JudgementKind.GRADE, (one,), by="Rana K.", reason="note 3", at=at, grade=Grade.FAIR)
    again = judgement_id(JudgementKind.GRADE, (one,), by="Rana K.", reason="note 3", at=at, grade=Grade.FAIR)
    other = judgement_id(JudgementKind.GRADE, (one,), by="Rana K.", reason="note 3", at=at, grade=Grade.WEAK)
    assert given == again != other
