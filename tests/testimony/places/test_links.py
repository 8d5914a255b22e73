"""Words between a place and what it lies in."""

import pytest

from vigil.testimony.places.links import links


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        (" in ", True),
        (", in eastern ", True),
        (" quarter of ", True),
        (" في ريف ", True),
        ("", True),
        (" died, a lawyer in ", False),
        (". ", False),
        (" and" * 30, False),
    ],
)
def test_what_joins_two_places(between, joined):
    """Prepositions, directions and words for sizes join; anything else keeps apart."""
    assert links(between) is joined
