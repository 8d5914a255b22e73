"""One list against another, or against itself: from comparable records to pairs with a probability."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from vigil.incidents.linking.blocking import keys
from vigil.incidents.linking.columns import Plan, Rows, names, values
from vigil.incidents.linking.fields import Role
from vigil.incidents.linking.names import Commonness, name_weight
from vigil.incidents.linking.skeletons import Part
from vigil.incidents.linking.weighing import Candidates, Floats, Ints, balanced, one_to_one, probabilities

LEAST_P = 0.01
"""Less probable pairs are not told."""


class Pair(NamedTuple):
    """Two rows that may be one person."""

    left: int
    right: int
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """What the finder of pairs is given of one list: keys to meet by, and values to compare, column by column."""

    n_rows: int
    keys: Sequence[Sequence[str | None]]
    values: Sequence[Sequence[str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Pairs that share a key, each once, and how their values compare.

    Attributes:
        left: Rows of the first list, shape (n,).
        right: Rows of the second, shape (n,); in one list always below `left`'s partner.
        outcomes: Shape (n, k): 0 the best, rising; -1 where a side says nothing.
        u: For each field the probability of each outcome among random pairs.
    """

    left: Ints
    right: Ints
    outcomes: NDArray[np.int8]
    u: tuple[Floats, ...]


class FindPairs(Protocol):
    """Finds the pairs of records that share a key, and compares their values."""

    def __call__(self, lists: Sequence[Comparable], roles: Sequence[Role]) -> Compared:
        """The pairs of two lists, or within one; in a fixed order."""
        ...


def link(left: Rows, right: Rows | None, plan: Plan, *, find: FindPairs, once: bool, neighbours: bool) -> list[Pair]:
    """The pairs that may be one person, the most probable first.

    Args:
        left: A list of persons.
        right: Another, or None to look for persons who are in the first list twice.
        plan: What is compared.
        find: Finds the pairs worth weighing.
        once: Nobody is twice in one list: each record is in one pair at most.
        neighbours: People listed near each other in both lists may vouch for each other, where there are no names.
    """
    lists = [left] if right is None else [left, right]
    roles = [field.role for field in plan.fields]
    columns = [
        [values(rows, field.left if n == 0 else field.right, field.role) for field in plan.fields]
        for n, rows in enumerate(lists)
    ]
    called = [names(rows, plan.names_left if n == 0 else plan.names_right) for n, rows in enumerate(lists)]
    met = keys(called, columns, roles)
    compared = find(
        [Comparable(n_rows=len(rows), keys=met[n], values=columns[n]) for n, rows in enumerate(lists)],
        roles,
    )
    named = bool(plan.names_left)
    candidates = Candidates(
        left=compared.left,
        right=compared.right,
        outcomes=compared.outcomes,
        u=compared.u,
        m=tuple(_first_m(role, len(u)) for role, u in zip(roles, compared.u, strict=True)),
        fixed=_name_weights(called, compared) if named else np.zeros(compared.left.size),
        n_left=len(left),
        n_right=len(lists[-1]),
        one_list=right is None,
        once=once and right is not None,
        neighbours=neighbours and not named and right is not None,
    )
    return _told(candidates, probabilities(candidates))


_MISTAKEN = {Role.SEX: 0.01, Role.DATE: 0.015, Role.YEAR: 0.03, Role.AGE: 0.06, Role.PLACE: 0.15}
"""How often two lists say something wholly different of one person, before the lists themselves are asked."""


def _first_m(role: Role, levels: int) -> Floats:
    wrong = _MISTAKEN.get(role, 0.1)
    near = 0.12 if levels > 2 else 0.0
    return np.array([1 - wrong - near, *[near / max(1, levels - 2)] * (levels - 2), wrong])


def _told(candidates: Candidates, p: Floats) -> list[Pair]:
    if candidates.once:
        keep = one_to_one(candidates.left, candidates.right, p)
        p = np.where(keep, balanced(np.where(keep, p, 0.0), float(p.sum())), p * 0.49)
    order = np.lexsort((candidates.right, candidates.left, -p))
    return [
        Pair(int(candidates.left[at]), int(candidates.right[at]), round(float(p[at]), 6))
        for at in order
        if p[at] >= LEAST_P
    ]


def _name_weights(called: Sequence[Sequence[tuple[tuple[Part, ...], ...]]], compared: Compared) -> Floats:
    commonness = Commonness(way for each in called for ways in each for way in ways[:1])
    numbers: dict[tuple[tuple[Part, ...], ...], int] = {}
    first, second = (
        np.array([numbers.setdefault(ways, len(numbers)) for ways in each], dtype=np.int64)
        for each in (called[0], called[-1])
    )
    said = list(numbers)
    codes = first[compared.left] * len(said) + second[compared.right]
    once, where = np.unique(codes, return_inverse=True)  # many pairs are pairs of the same two names
    weights = np.zeros(once.size)
    for at, code in enumerate(once.tolist()):
        one, other = divmod(code, len(said))
        weights[at] = max((name_weight(a, b, commonness) for a in said[one] for b in said[other]), default=0.0)
    found: Floats = weights[where]
    return found
