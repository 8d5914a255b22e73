"""Chains of speakers and what they make of a claim."""

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Polarity


def test_the_author_speaks_where_nobody_else_does(claims):
    """And asserts."""
    (claim,) = claims("قُتل رجلان.")
    assert [link.speaker for link in claim.chain] == [AUTHOR]
    assert claim.certainty is Certainty.ASSERTED


def test_the_outermost_link_that_is_not_neutral_decides(claims):
    """Claimed by the ministry, though its officer confirmed it."""
    (claim,) = claims("زعمت الوزارة أن خمسة رجال قتلوا.")
    assert claim.certainty is Certainty.CLAIMED
    (claim,) = claims("وردت أنباء عن مقتل خمسة رجال.")
    assert [link.speaker for link in claim.chain] == [UNNAMED]


def test_a_denial_is_one_claim_that_it_did_not_happen(claims):
    """By whoever denies it."""
    (claim,) = claims("نفت الوزارة مقتل خمسة رجال.")
    assert (claim.polarity, claim.certainty) == (Polarity.NOT_HAPPENED, Certainty.DENIED)
    assert [link.speaker for link in claim.chain] == ["الوزارة"]
