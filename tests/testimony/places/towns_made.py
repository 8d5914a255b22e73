"""A small gazetteer of public names and made-up ones, in memory."""

from vigil.testimony.places.gazetteer import Place
from vigil.testimony.places.index import PlaceIndex

PEOPLES = {"syrian": "Syria", "lebanese": "Lebanon", "سوري": "Syria", "السوري": "Syria"}


def country(name, code, population):
    return Place(name=name, precision="country", country=name, code=code, population=population)


def region(name, of, code):
    return Place(name=name, precision="region", region=name, country=of, code=code, population=900_000)


def town(name, within, of, code, population):
    return Place(
        name=name,
        precision="city",
        city=name,
        region=within,
        country=of,
        code=code,
        population=population,
        lat=1.0,
        lon=2.0,
    )


WORLD = [
    (country("Syria", "SY", 18_000_000), ["Syria", "سوريا"]),
    (country("Lebanon", "LB", 5_000_000), ["Lebanon", "لبنان"]),
    (country("United States", "US", 300_000_000), ["United States", "US", "USA"]),
    (region("Idlib", "Syria", "SY"), ["Idlib", "إدلب"]),
    (region("Damascus", "Syria", "SY"), ["Damascus", "دمشق"]),
    (region("Rif Dimashq", "Syria", "SY"), ["Rif Dimashq", "Rural Damascus", "ريف دمشق"]),
    (region("Ontario", "Canada", "CA"), ["Ontario"]),
    (town("Aleppo", "Aleppo", "Syria", "SY", 2_000_000), ["Aleppo", "حلب"]),
    (town("Idlib", "Idlib", "Syria", "SY", 130_000), ["Idlib", "إدلب"]),
    (town("Damascus", "Damascus", "Syria", "SY", 1_500_000), ["Damascus", "دمشق"]),
    (town("London", "England", "United Kingdom", "GB", 9_000_000), ["London", "لندن"]),
    (town("London", "Ontario", "Canada", "CA", 420_000), ["London"]),
    (town("Tripoli", None, "Libya", "LY", 1_100_000), ["Tripoli", "طرابلس"]),
    (town("Tripoli", None, "Lebanon", "LB", 220_000), ["Tripoli", "طرابلس"]),
    (town("Reading", "England", "United Kingdom", "GB", 240_000), ["Reading"]),
    (town("Al Bab", "Aleppo", "Syria", "SY", 130_000), ["Al Bab", "الباب"]),
    (town("Washington", None, "United States", "US", 690_000), ["Washington"]),
    (town("Of", None, "Turkey", "TR", 40_000), ["Of"]),
]

OWN = [
    (
        Place(
            name="Qamar",
            precision="neighbourhood",
            city="Aleppo",
            region="Aleppo",
            country="Syria",
            code="SY",
            pcode="N9001",
            own=True,
        ),
        ["Qamar", "القمر"],
    ),
    (
        Place(
            name="Bustan as-Sarw",
            precision="neighbourhood",
            city="Aleppo",
            region="Aleppo",
            country="Syria",
            code="SY",
            pcode="N9002",
            own=True,
        ),
        ["Bustan as-Sarw", "بستان السرو"],
    ),
]


class MadeWorld(PlaceIndex):
    """A list of places that knows peoples too."""

    def country_of(self, adjective):
        return PEOPLES.get(adjective)


def world():
    return MadeWorld(WORLD, version="made world 1")


def own():
    return PlaceIndex(OWN, version="made list 1")
