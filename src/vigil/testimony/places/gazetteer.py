"""What a gazetteer gives: the places of a name, however it is spelt.

Names are looked up as keys (names.py): plain words with a blank between, without hyphens and apostrophes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

PRECISIONS = ("site", "neighbourhood", "city", "subdistrict", "district", "region", "country")
"""From the smallest to the largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of a gazetteer."""

    name: str  # English, or what the gazetteer has first
    precision: str  # one of PRECISIONS
    city: str | None = None
    region: str | None = None
    country: str | None = None  # English short name
    code: str | None = None  # ISO 3166-1 alpha-2 of the country
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    pcode: str | None = None  # OCHA place code
    population: int = 0  # 0: not known
    own: bool = False  # of a gazetteer of the user's
    other_name: bool = False  # found by another name than its main one
    area: str | None = None  # what lies between a neighbourhood and its region: subdistrict, district


class Gazetteer(Protocol):
    """Names to places. What it gives does not change while it is used."""

    def __hash__(self) -> int:
        """By identity: what was looked up in one gazetteer may be kept."""
        ...

    @property
    def version(self) -> str:
        """Which gazetteers, of what state: it is stored with every finding."""
        ...

    @property
    def has_own(self) -> bool:
        """Whether a list of the user's is in it."""
        ...

    def most_words(self, first: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        ...

    def named(self, key: str) -> Sequence[Place]:
        """The places of that name, the likeliest first."""
        ...

    def alike(self, skeleton: str) -> Sequence[tuple[str, Place]]:
        """Places whose name has these consonants (names.skeleton), each with its key."""
        ...

    def country_of(self, adjective: str) -> str | None:
        """The country an adjective or the name of its people stands for, as a key: `syrian`."""
        ...

    def country_code(self, country: str) -> str | None:
        """ISO 3166-1 alpha-2 of an English short name."""
        ...
