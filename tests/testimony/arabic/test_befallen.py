"""Whom it befell."""

from vigil.model.claim import EventType, VictimKind


def test_groups_named_apart_are_claims_apart(claims):
    """Two children and a woman."""
    read = claims("قُتل طفلان وامرأة في حلب.")
    assert [(each.count.low, each.victims) for each in read] == [
        (2, {VictimKind.CHILDREN}),
        (1, {VictimKind.WOMEN}),
    ]


def test_dead_and_wounded_keep_their_own_figures(claims):
    """Nothing is summed."""
    read = claims("قُتل 12 شخصاً وأصيب 30 آخرون.")
    assert [(each.event, each.count.low) for each in read] == [(EventType.KILLING, 12), (EventType.INJURY, 30)]


def test_a_part_points_at_its_whole(claims):
    """Three of the twelve are not three more."""
    whole, part = claims("قُتل 12 شخصاً بينهم 3 أطفال.")
    assert (whole.count.low, part.count.low, part.subset_of) == (12, 3, 0)
