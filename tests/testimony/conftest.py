"""What the tests of testimony share: a gazetteer of a few places, and the English grammar where it is installed."""

import pytest

from vigil.sources.grammar.english import english_grammar
from vigil.testimony.places.gazetteer import Place
from vigil.testimony.places.index import PlaceIndex


@pytest.fixture(scope="session")
def grammar():
    """The trained grammar; without it, tests of the full reader are skipped and say so."""
    found = english_grammar()
    if found is None:
        pytest.skip("the extra `english` is not installed")
    return found


@pytest.fixture(scope="session")
def few_places():
    """Three towns, in both scripts."""
    return PlaceIndex(
        [
            (_town("Aleppo"), ("Aleppo", "حلب")),
            (_town("Douma"), ("Douma", "دوما")),
            (_town("Kharkiv", "Ukraine", "UA"), ("Kharkiv", "خاركيف")),
        ],
        version="two towns and a third",
    )


def _town(name, country="Syria", code="SY"):
    return Place(name=name, precision="city", city=name, country=country, code=code, population=100_000)
