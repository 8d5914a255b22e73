"""A reading to claims that say where they stand."""

from made_claims import claim_of, told


def test_equal_claims_of_one_document_are_told_apart():
    """Two claims with the same words have two ids; the same reading gives them again."""
    first = told([claim_of(), claim_of()])
    assert len({each.id for each in first}) == 2
    assert [each.id for each in told([claim_of(), claim_of()])] == [each.id for each in first]
