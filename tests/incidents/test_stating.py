"""A reading to claims that say where they stand."""

from dataclasses import replace

from made_claims import claim_of, told

from vigil.model.claim import Certainty, Link, Span

ASSERTED = Certainty.ASSERTED


def test_equal_claims_of_one_document_are_told_apart():
    """Two claims with the same words have two ids; the same reading gives them again."""
    first = told([claim_of(), claim_of()])
    assert len({each.id for each in first}) == 2
    assert [each.id for each in told([claim_of(), claim_of()])] == [each.id for each in first]


def test_he_is_whoever_was_named_before_him():
    """The vice-principal said 60 were taken. He said they fired in the air: one voice."""
    spoken = [replace(claim_of(), chain=(Link(speaker=each, certainty=ASSERTED, speaker_span=Span(0, 2)),)) for each in
              ("the vice-principal", "He", "she")]  # fmt: skip
    assert [each.claim.chain[0].speaker for each in told(spoken)] == ["the vice-principal"] * 3
    assert told(spoken[1:])[0].claim.chain[0].speaker == "He"


def test_a_part_of_a_running_total_is_a_whole_of_its_own():
    """Twelve, which bring the total to ninety, are the twelve of this event; six children of them stay a part."""
    claims = [claim_of(number=90, cumulative=True), claim_of(subset_of=0), claim_of(number=6, subset_of=1)]
    assert [each.claim.subset_of for each in told(claims)] == [None, None, 1]
    assert [each.claim.subset_of for each in told([claim_of(subset_of=7)])] == [None]
