"""How much two names speak for one person, in logarithms of odds: rare names that agree speak loudest."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler, Levenshtein

from vigil.incidents.linking.skeletons import Part, vowels_against


class Likeness(IntEnum):
    """How alike two parts of names are."""

    NONE = 0
    WEAK = 1  # same consonants, vowels that hardly fit: Hassan and Hussein
    NEAR = 2  # one letter off
    SAME = 3


# How often the parts of one person's name in two lists are alike so much, and how often those of two persons are, where
# it does not hang on how common the name is. Set by reading how lists differ (transliteration, typing), not fitted.
_M = {Likeness.SAME: 0.86, Likeness.NEAR: 0.08, Likeness.WEAK: 0.03, Likeness.NONE: 0.03}
_U_NEAR, _U_WEAK = 0.006, 0.012
_SPELLED_ALIKE = 1.3
"""The same spelling too, within one script, says a little more."""

_OTHER_GIVEN_NAME = -5.0
"""Two given names that are not alike: brothers share all the rest."""

_FAMILY_SHARE = 0.65
"""Fathers and families come together: after the rarest part that agrees, others count for less."""

_CAP = 1.2
"""How much more common a part is in its own place of a name than over all places."""

_OUT_OF_ORDER = -1.5
_LEFT_OUT = -0.15


@lru_cache(maxsize=1_000_000)
def likeness(one: Part, other: Part) -> Likeness:
    """How alike two parts are."""
    if one.extra != other.extra:
        return Likeness.NONE
    if one.bones == other.bones:
        against = vowels_against(one, other)
        if one.spelled == other.spelled or against == 0:
            return Likeness.SAME
        return Likeness.WEAK if against == 1 and len(one.bones) > 1 else _typed(one, other)
    return _typed(one, other)


def _typed(one: Part, other: Part) -> Likeness:
    """A letter mistyped, left out, or heard otherwise."""
    short = min(len(one.bones), len(other.bones))
    same_script = one.spelled[:1].isascii() == other.spelled[:1].isascii()
    if same_script and min(len(one.spelled), len(other.spelled)) >= (4 if one.spelled[:1].isascii() else 5):
        if Levenshtein.distance(one.spelled, other.spelled, score_cutoff=1) <= 1:
            return Likeness.NEAR
        if JaroWinkler.similarity(one.spelled, other.spelled) >= 0.93:
            return Likeness.NEAR
    if short >= 3 and Levenshtein.distance(one.bones, other.bones, score_cutoff=1) <= 1 and not same_script:
        return Likeness.NEAR if short >= 4 else Likeness.WEAK
    return Likeness.NONE


class Commonness:
    """How common each part of a name is, over both lists."""

    def __init__(self, names: Iterable[Sequence[Part]]) -> None:
        counts: Counter[str] = Counter()
        for parts in names:
            counts.update({part.bones for part in parts})
        self._counts: Mapping[str, int] = counts
        self._total = max(1, counts.total())

    def of(self, part: Part) -> float:
        """The share of parts with these consonants; never so rare that a chance match would prove anything."""
        return (self._counts.get(part.bones, 0) + 0.5) / (self._total + 200)


def name_weight(one: Sequence[Part], other: Sequence[Part], commonness: Commonness) -> float:
    """Logarithm of the odds that two names give: positive speaks for one person. 0 where one of them has no name."""
    if not one or not other:
        return 0.0
    pairs = _aligned(one, other)
    weights = []
    total = 0.0
    for first, second, alike in pairs:
        a, b = one[first], other[second]
        if alike is Likeness.SAME:
            weight = math.log(_M[alike] / min(0.5, commonness.of(a) * _CAP))
            if a.spelled == b.spelled:
                weight += math.log(_SPELLED_ALIKE)
        elif alike is Likeness.NEAR:
            weight = math.log(_M[alike] / max(_U_NEAR, commonness.of(a), commonness.of(b)))
        else:
            weight = math.log(_M[alike] / _U_WEAK)
        if 0 in (first, second) and first == second:
            total += weight
        else:
            weights.append(weight)
    weights.sort(reverse=True)
    total += sum(weight * (1 if n == 0 else _FAMILY_SHARE) for n, weight in enumerate(weights))
    needed = min(sum(not part.extra for part in one), sum(not part.extra for part in other))
    agreed = sum(not (one[first].extra or other[second].extra) for first, second, _ in pairs)
    total += (needed - agreed) * math.log(_M[Likeness.NONE] / 0.9) if needed > agreed else 0.0
    total += _LEFT_OUT * abs(len(one) - len(other))
    if any(second < before for (_, before, _), (_, second, _) in pairwise(pairs)):
        total += _OUT_OF_ORDER
    if 0 not in {first for first, _, _ in pairs} or 0 not in {second for _, second, _ in pairs}:
        total += _OTHER_GIVEN_NAME
    return total


def _aligned(one: Sequence[Part], other: Sequence[Part]) -> list[tuple[int, int, Likeness]]:
    """Which part goes with which: the most alike first, those in the same place before others."""
    options = []
    for first, a in enumerate(one[:8]):
        for second, b in enumerate(other[:8]):
            # One letter off leaves the first or the last consonant as it was: most pairs of parts end here.
            if (a.bones[:1] == b.bones[:1] or a.bones[-1:] == b.bones[-1:]) and (alike := likeness(a, b)):
                options.append((-alike, abs(first - second), first, second))
    taken_first: set[int] = set()
    taken_second: set[int] = set()
    found = []
    for minus, _, first, second in sorted(options):
        if first not in taken_first and second not in taken_second:
            taken_first.add(first)
            taken_second.add(second)
            found.append((first, second, Likeness(-minus)))
    return sorted(found)
