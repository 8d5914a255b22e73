"""Names of regions."""

from vigil.sources.gazetteers.countries import country_names
from vigil.sources.gazetteers.regions import region_names
from vigil.sources.gazetteers.world import World


def test_every_region_is_of_a_known_country_and_has_a_town_there():
    """Each region is placed by a town that GeoNames has in its country."""
    codes = {each.code for each in country_names()}
    world = World()
    for each in region_names():
        assert each.code in codes
        found = [place for name in each.names[:1] for place in world.named(_key(name)) if place.precision == "region"]
        assert any(place.code == each.code and place.lat is not None for place in found), each.names[0]


def _key(name):
    from vigil.testimony.places.names import key

    return key(name)
