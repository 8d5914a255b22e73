"""Who did it."""


def test_the_subject_of_a_verb_did_it(claims):
    """Before and behind it."""
    for text in ("اعتقلت قوات النظام خمسة شبان.", "قوات النظام اعتقلت خمسة شبان."):
        (claim,) = claims(text)
        assert [each.text for each in claim.actors] == ["قوات النظام"]


def test_nobody_is_named_where_nobody_stands(claims):
    """No actor is invented."""
    (claim,) = claims("قُتل خمسة شبان.")
    assert claim.actors == ()
