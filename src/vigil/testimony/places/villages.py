"""What a text calls a village is no large town of that name in another country."""

from collections.abc import Sequence

from vigil.testimony.places.gazetteer import Place

_MOST = 50_000
"""People."""


def small_places(places: Sequence[Place]) -> list[Place]:
    """Those that may be a village: of at most 50,000 people, or of the user's own list."""
    return [each for each in places if each.own or (each.population <= _MOST and each.precision != "country")]
