"""One person under two titles or in two languages: قائد الشرطة رامي خطاب, and "police chief Rami Khattab".

Two words of a name that stand side by side in both are a person's, unless they are a place's: "the Deir Salma council"
and "Deir Salma's mayor" share a town.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from vigil.incidents.name_tables import CROWD, ROLES, TRADES
from vigil.incidents.naming import Keys, name_keys, same_name
from vigil.model.claim import AUTHOR, UNNAMED
from vigil.model.incident import StatedClaim

_WORD = re.compile(r"[^\W_]+")
_TITLES = ROLES | TRADES | CROWD | {"commission", "governor", "president", "elder", "officer", "ministry", "secretary"}
"""What a person is besides, of whom only the name tells who it is."""


def persons(claims: Sequence[StatedClaim]) -> Mapping[str, Keys]:
    """Names of speakers and publishers who are one person, to the two words that tell who it is."""
    places = place_words(claims)
    names = sorted({name for each in claims for name in _names(each)})
    parts = {name: found for name in names if (found := {each for each in _parts(name) if not places & set(each)})}
    alike: dict[tuple[str, str], list[str]] = {}
    for name, found in parts.items():
        for pair in found:
            alike.setdefault(pair, []).append(name)
    same: dict[str, Keys] = {}
    for pair in sorted(alike):
        for one, other in combinations(alike[pair], 2):
            keys = name_keys(one), name_keys(other)
            if not same_name(*keys) and _may_be_one(*keys):
                same[one] = same[other] = same.get(one) or same.get(other) or frozenset(pair)
    return {**same, **_in_office(names, parts, places, same)}


def _in_office(
    names: Sequence[str], parts: Mapping[str, object], places: Keys, same: Mapping[str, Keys]
) -> Mapping[str, Keys]:
    """Names of an office to the one who holds it here: "the mayor of Salma", and Mayor Rami Khattab."""
    found: dict[str, Keys] = {}
    for name in names:
        office = name_keys(name) - places
        if not office or not office <= _OFFICES:
            continue
        holders = {same.get(each) or name_keys(each) for each in parts if office <= name_keys(each)}
        if len(holders) == 1:
            found[name] = next(iter(holders))
    return found


_OFFICES = frozenset({"mayor", "governor", "commission", "imam", "bishop", "priest", "president"})
"""Of which a town has one."""


def _may_be_one(one: Keys, other: Keys) -> bool:
    """Whether at least one of them is a person and nothing else, and neither is a paper."""
    bare = [frozenset(key for key in keys if not key.startswith("~")) for keys in (one, other)]
    return any(keys <= _TITLES for keys in bare) and not any("media" in keys for keys in bare)


def _parts(name: str) -> set[tuple[str, str]]:
    """Words of a name that stand side by side and mean nothing else: ("~slm", "~xtb")."""
    keys = [name_keys(word) for word in _WORD.findall(name)]
    single = [next(iter(each)) if len(each) == 1 else "" for each in keys if each]
    return {pair for pair in pairwise(single) if pair[0] != pair[1] and all(key.startswith("~") for key in pair)}


def place_words(claims: Sequence[StatedClaim]) -> Keys:
    """Words of the places of which these claims tell, which name no person: "Deir Salma"."""
    places = [each.claim.place for each in claims if each.claim.place is not None]
    said = [text for place in places for text in (place.text, place.name, place.city, place.region) if text]
    return frozenset[str]().union(*map(name_keys, said))


def _names(stated: StatedClaim) -> list[str]:
    links = [link.speaker for link in stated.claim.chain if link.speaker not in {AUTHOR, UNNAMED}]
    return [*links, *([stated.publication.source] if stated.publication.source else [])]
