"""A gazetteer of a few ten thousand places held in memory, and several gazetteers as one."""

from collections.abc import Iterable, Sequence

from vigil.testimony.places.gazetteer import Gazetteer, Place
from vigil.testimony.places.names import key, skeleton


class PlaceIndex:
    """Places by their names. The order they come in is the order they are given in."""

    def __init__(self, places: Iterable[tuple[Place, Sequence[str]]], *, version: str) -> None:
        """Index places.

        Args:
            places: Each with all its names.
            version: What list this is.
        """
        self._version = version
        self._named: dict[str, list[Place]] = {}
        self._alike: dict[str, list[tuple[str, Place]]] = {}
        self._most_words: dict[str, int] = {}
        self._codes: dict[str, str] = {}
        self._own = False
        for place, names in places:
            self._own = self._own or place.own
            if place.country is not None and place.code is not None:
                self._codes[place.country] = place.code
            keys = [key(each) for each in names]
            for name in dict.fromkeys([*keys, *(_other_article(each) for each in keys)]):
                if name:
                    self._add(name, place)

    def _add(self, name: str, place: Place) -> None:
        self._named.setdefault(name, []).append(place)
        words = name.split(" ")
        self._most_words[words[0]] = max(len(words), self._most_words.get(words[0], 0))
        if consonants := skeleton(name):
            self._alike.setdefault(consonants, []).append((name, place))

    @property
    def version(self) -> str:
        """What list this is."""
        return self._version

    @property
    def has_own(self) -> bool:
        """Whether any place in it is the user's."""
        return self._own

    def most_words(self, first: str) -> int:
        """How many words the longest name has that begins with this one."""
        return self._most_words.get(first, 0)

    def named(self, key: str) -> Sequence[Place]:
        """The places of that name."""
        return self._named.get(key, ())

    def alike(self, skeleton: str) -> Sequence[tuple[str, Place]]:
        """Places whose name has these consonants."""
        return self._alike.get(skeleton, ())

    def country_of(self, adjective: str) -> str | None:  # noqa: ARG002 -- a Gazetteer's
        """None: a list of places knows no peoples."""
        return None

    def country_code(self, country: str) -> str | None:
        """The code, where a place of that country is in the list."""
        return self._codes.get(country)


def _other_article(name: str) -> str:
    """An Arabic name of one word without its article, or with one: lists differ in it. "" for other names."""
    if " " in name or not "\u0620" <= name[:1] <= "\u064a":
        return ""
    return name.removeprefix("ال") if name.startswith("ال") else f"ال{name}"


class Together:
    """Several gazetteers as one: what an earlier one has comes first."""

    def __init__(self, *gazetteers: Gazetteer) -> None:
        self._gazetteers = gazetteers
        self._own = any(each.has_own for each in gazetteers)

    @property
    def version(self) -> str:
        """All their versions."""
        return "; ".join(each.version for each in self._gazetteers)

    @property
    def has_own(self) -> bool:
        """Whether one of them has."""
        return self._own

    def most_words(self, first: str) -> int:
        """The most of any."""
        return max((each.most_words(first) for each in self._gazetteers), default=0)

    def named(self, key: str) -> Sequence[Place]:
        """The places of that name in each."""
        return [place for each in self._gazetteers for place in each.named(key)]

    def alike(self, skeleton: str) -> Sequence[tuple[str, Place]]:
        """The places of these consonants in each."""
        return [found for each in self._gazetteers for found in each.alike(skeleton)]

    def country_of(self, adjective: str) -> str | None:
        """What the first that knows it says."""
        return next((found for each in self._gazetteers if (found := each.country_of(adjective))), None)

    def country_code(self, country: str) -> str | None:
        """What the first that knows it says."""
        return next((found for each in self._gazetteers if (found := each.country_code(country))), None)
