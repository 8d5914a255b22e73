"""One source under two names, among claims of one incident: in another language, or by what it is.

An agency that is said to have it of "تجمع ذاكرة الشمال", and has it of "the North Memory Gathering", has it of one.
A network whose name is translated ("شبكة أطباء السنط", "the Acacia Doctors' Network") shares the words for what it is,
and no consonants of its name. Where both are said to give the same figure, and nobody else of that kind speaks in
either language, they are taken to be one. "The aid group" is the one that was named before it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from vigil.incidents.footprints import figure_of
from vigil.incidents.name_tables import CROWD, FACELESS, ROLES, THEREABOUTS
from vigil.incidents.naming import Keys, is_somebody, name_keys, same_name
from vigil.incidents.persons import persons
from vigil.model.claim import AUTHOR, UNNAMED, Link
from vigil.model.incident import StatedClaim

KeysOf = Callable[[str], Keys]

_ARABIC = re.compile("[\u0600-\u06ff]")
_LOOSE = frozenset({"organisation", "agency", "group", "society", "body", "charity"})
"""What is said of an organisation in one language and left out in another."""
_LEAST_ALIKE = 2
"""Words for what it is that two names must share."""
_BODIES = frozenset(
    {
        *("group", "aid", "rights", "organisation", "relief", "society", "network", "human", "campaign", "agency"),
        *("body", "charity", "watchdog", "medical", "doctor", "monitor"),
    }
)
_DEFINITE = re.compile(r"the [a-z' -]+|ال\w+(?: ال\w+)?")


def keys_of(claims: Sequence[StatedClaim]) -> KeysOf:
    """What tells names apart here: of two names of one source, the same keys."""
    same = {**_translated(claims), **_through(claims), **persons(claims)}
    return lambda name: same.get(name) or name_keys(name)


def _translated(claims: Sequence[StatedClaim]) -> Mapping[str, Keys]:
    """Names in Arabic letters to the keys of the same source's name in Latin ones."""
    figures: dict[str, set[int | None]] = {}
    for each in claims:
        for name in _named(each) or [each.publication.source or ""]:
            figures.setdefault(name, set()).add(figure_of(each.claim))
        figures.setdefault(each.publication.source or "", set())
    kinds = {name: kind for name in figures if (kind := _kind(name_keys(name)))}
    arabic = {name: kind for name, kind in kinds.items() if _ARABIC.search(name)}
    latin = {name: kind for name, kind in kinds.items() if name not in arabic}
    found: dict[str, Keys] = {}
    for name, kind in arabic.items():
        mine, theirs = _alike(kind, arabic), _alike(kind, latin)
        if not theirs or not _one(mine) or not _one(theirs):
            continue
        given = [set().union(*(figures[each] for each in group)) - {None} for group in (mine, theirs)]
        if given[0] & given[1]:
            found[name] = name_keys(max(theirs, key=lambda each: len(name_keys(each))))
    return found


def _through(claims: Sequence[StatedClaim]) -> Mapping[str, Keys]:
    """The same, of names that one who quotes an agency gives in one language, and the agency itself in the other."""
    quoted: dict[int, dict[str, set[str]]] = {}  # by figure and publisher, whom it has it of
    passed_on: set[tuple[int, str, str]] = set()
    for each in claims:
        named, figure = _named(each), figure_of(each.claim)
        if named and figure is not None:
            quoted.setdefault(figure, {}).setdefault(each.publication.source or "", set()).add(named[-1])
            passed_on |= {(figure, outer, inner) for outer, inner in pairwise(named)}
    found: dict[str, Keys] = {}
    for figure, outer, inner in sorted(passed_on):
        own = name_keys(outer)
        for publisher, whom in quoted[figure].items():
            theirs = name_keys(publisher)
            if len(whom) != 1 or not is_somebody(own) or not is_somebody(theirs) or not same_name(own, theirs):
                continue
            arabic, latin = sorted((inner, next(iter(whom))), key=lambda name: not _ARABIC.search(name))
            if _ARABIC.search(arabic) and not _ARABIC.search(latin) and is_somebody(name_keys(arabic)):
                found[arabic] = name_keys(latin)
    return found


def _named(stated: StatedClaim) -> list[str]:
    return [link.speaker for link in stated.claim.chain if link.speaker not in {AUTHOR, UNNAMED}]


def _kind(keys: Keys) -> Keys:
    """The words for what a source is; empty where they are too few to tell it by, or tell of nobody."""
    if not is_somebody(keys):
        return frozenset()
    kind = frozenset(key for key in keys if not key.startswith("~")) - ROLES - CROWD - THEREABOUTS - _LOOSE
    return kind if len(kind) >= _LEAST_ALIKE else frozenset()


def _alike(kind: Keys, names: Mapping[str, Keys]) -> list[str]:
    return [name for name, other in names.items() if other == kind]


def _one(names: Sequence[str]) -> bool:
    """Whether all of them are one name, longer and shorter."""
    return all(same_name(name_keys(one), name_keys(names[0])) for one in names)


def of_one_kind(names: Iterable[str]) -> Mapping[str, Keys]:
    """Actors' names in Arabic letters to the keys of the same actor's in Latin ones: لواء السهول, "the Plains Brigade".

    Where one brigade is named in either language, and in each only one, it is the same.
    """
    kinds = {name: kind for name in set(names) if (kind := _kind_of_actor(name_keys(name)))}
    arabic = {name: kind for name, kind in kinds.items() if _ARABIC.search(name)}
    latin = {name: kind for name, kind in kinds.items() if name not in arabic}
    found: dict[str, Keys] = {}
    for name, kind in arabic.items():
        mine, theirs = _alike(kind, arabic), _alike(kind, latin)
        if theirs and _one(mine) and _one(theirs):
            found[name] = name_keys(max(theirs, key=lambda each: (len(name_keys(each)), each)))
    return found


def _kind_of_actor(keys: Keys) -> Keys:
    """The words for what a force with a name of its own is."""
    if not any(key.startswith("~") for key in keys):
        return frozenset()
    return frozenset(key for key in keys if not key.startswith("~")) - FACELESS - ROLES


def resolved(claims: Sequence[StatedClaim]) -> list[StatedClaim]:
    """The claims, "the aid group" being whoever was named before in the same document."""
    named: dict[str, list[Link]] = {}
    found = []
    for each in claims:
        before = named.setdefault(each.publication.id, [])
        chain = tuple(_meant(link, before) for link in each.claim.chain)
        before += [link for link in chain if link.speaker not in {AUTHOR, UNNAMED} and _has_name(link.speaker)]
        if chain == each.claim.chain:
            found.append(each)
        else:
            found.append(replace(each, claim=replace(each.claim, chain=chain)))
    return found


def _meant(link: Link, before: Sequence[Link]) -> Link:
    keys = name_keys(link.speaker)
    if not before or not keys or _has_name(link.speaker) or not _DEFINITE.fullmatch(link.speaker.strip().lower()):
        return link
    if not keys <= _BODIES:
        return link
    return replace(link, speaker=before[-1].speaker, speaker_span=before[-1].speaker_span)


def _has_name(speaker: str) -> bool:
    return any(key.startswith("~") for key in name_keys(speaker))
