"""Which records are worth comparing: those that share a key. Several keys, so that one slip does not hide a pair."""

import math
from collections import Counter
from collections.abc import Sequence

from vigil.incidents.linking.fields import Role
from vigil.incidents.linking.skeletons import Part

Keys = list[str | None]

ALL_PAIRS = 400_000
"""So few pairs are all compared."""

_PAIRS_A_RECORD = 10
"""Pairs that one key may give for each record, on average: the largest blocks are left out beyond that."""


def keys(
    names: Sequence[Sequence[Sequence[tuple[Part, ...]]]],
    values: Sequence[Sequence[Sequence[str | None]]],
    roles: Sequence[Role],
) -> list[list[Keys]]:
    """For each list, the columns of keys: records that are alike in one of them are compared.

    Args:
        names: For each list, each record's names.
        values: For each list, for each field, each record's value.
        roles: What each field holds.
    """
    sizes = [len(each) for each in names]
    one = len(names) == 1
    pairs = sizes[0] * (sizes[0] - 1) // 2 if one else sizes[0] * sizes[1]
    if pairs <= ALL_PAIRS:
        return [[["all"] * size] for size in sizes]
    if any(ways for each in names for ways in each):
        columns = [_name_keys(names[n], values[n], roles, _rarity(names)) for n in range(len(names))]
    else:
        columns = _value_keys(values, sizes)
    budget = _PAIRS_A_RECORD * max(sizes)
    kept: list[list[Keys]] = [[] for _ in names]
    for at in range(len(columns[0])):
        trimmed = _trimmed([column[at] for column in columns], budget)
        for n, column in enumerate(trimmed):
            kept[n].append(column)
    return kept


def _rarity(names: Sequence[Sequence[Sequence[tuple[Part, ...]]]]) -> Counter[str]:
    return Counter(part.bones for each in names for ways in each for way in ways for part in way)


def _name_keys(
    names: Sequence[Sequence[tuple[Part, ...]]],
    values: Sequence[Sequence[str | None]],
    roles: Sequence[Role],
    rarity: Counter[str],
) -> list[Keys]:
    found: list[Keys] = [[None] * len(names) for _ in range(8)]
    when = [n for n, role in enumerate(roles) if role in {Role.DATE, Role.YEAR, Role.AGE}]
    where = [n for n, role in enumerate(roles) if role is Role.PLACE]
    for row, ways in enumerate(names):
        bones = [part.bones for part in ways[0] if not part.extra and part.bones] if ways else []
        bones = bones or ([part.bones for part in ways[0]] if ways else [])
        times = [values[n][row] for n in when]
        places = [values[n][row] for n in where]
        if not bones:
            continue
        first, last = bones[0], bones[-1]
        rare = sorted(sorted(set(bones)), key=lambda each: rarity[each])[:2]
        found[0][row] = _key(*sorted((first, last))) if len(bones) > 1 else first
        found[1][row] = _key(*sorted(rare)) if len(rare) > 1 else None
        found[2][row] = _key(first, times[0]) if times else None
        found[3][row] = _key(last, times[0]) if times and len(bones) > 1 else None
        found[4][row] = _key(first, times[1]) if len(times) > 1 else None
        found[5][row] = _key(first, places[0]) if places else None
        found[6][row] = _key(last, places[0], first[:1]) if places and len(bones) > 1 else None
        found[7][row] = _key(times[0], times[1], first[:1]) if len(times) > 1 else _key(last, first[:1])
    return found


def _key(*values: str | None) -> str | None:
    return None if any(not value for value in values) else "\x1f".join(value for value in values if value)


def _value_keys(values: Sequence[Sequence[Sequence[str | None]]], sizes: Sequence[int]) -> list[list[Keys]]:
    """Keys of several fields together, each leaving one of the telling fields out, as short as the budget lets
    them be."""
    n_fields = len(values[0])
    telling = sorted(range(n_fields), key=lambda n: -_entropy([value for each in values for value in each[n]]))
    budget = _PAIRS_A_RECORD * max(sizes) // 2
    combinations: list[tuple[int, ...]] = []
    for without in [None, *telling[: min(n_fields - 1, 7)]]:
        chosen: list[int] = []
        for field in telling:
            if field == without:
                continue
            chosen.append(field)
            if _pairs([_combined(each, chosen) for each in values]) <= budget:
                break
        combination = tuple(chosen)
        if combination and combination not in combinations:
            combinations.append(combination)
    return [[_combined(each, combination) for combination in combinations] for each in values]


def _combined(values: Sequence[Sequence[str | None]], fields: Sequence[int]) -> Keys:
    return [_key(*each) for each in zip(*(values[field] for field in fields), strict=True)]


def _entropy(values: Sequence[str | None]) -> float:
    counts = Counter(value for value in values if value is not None)
    total = counts.total() or 1
    return -sum(count / total * math.log(count / total) for count in counts.values()) * (total / max(1, len(values)))


def _blocks(columns: Sequence[Keys]) -> dict[str, int]:
    counts = [Counter(key for key in column if key is not None) for column in columns]
    if len(counts) == 1:
        return {key: count * (count - 1) // 2 for key, count in counts[0].items() if count > 1}
    return {key: count * counts[1][key] for key, count in counts[0].items() if key in counts[1]}


def _pairs(columns: Sequence[Keys]) -> int:
    return sum(_blocks(columns).values())


def _trimmed(columns: Sequence[Keys], budget: int) -> list[Keys]:
    """The keys without the largest blocks, so that the pairs they give stay within the budget."""
    blocks = _blocks(columns)
    total, dropped = sum(blocks.values()), set()
    for key, count in sorted(blocks.items(), key=lambda each: (-each[1], each[0])):
        if total <= budget:
            break
        dropped.add(key)
        total -= count
    return [[None if key in dropped else key for key in column] for column in columns]
