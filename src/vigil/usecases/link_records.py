"""Say which records of two lists, or of one, may be the same person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vigil.incidents.linking.columns import JOINT, Plan, Rows, plan
from vigil.incidents.linking.linking import FindPairs, Pair, link
from vigil.model.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking found.

    Attributes:
        pairs: Rows with how probably they are one person, the most probable first.
        compared: What was compared with what, in words: columns by the names the lists give them.
        left_out: Columns that were not compared.
    """

    pairs: Sequence[Pair]
    compared: Mapping[str, str]
    left_out: Sequence[str]

    @property
    def n_likely(self) -> int:
        """Pairs at one half or above."""
        return sum(pair.p >= 0.5 for pair in self.pairs)


def link_records(
    left: Rows,
    right: Rows | None,
    *,
    skipped: frozenset[str],
    find: FindPairs,
    once: bool = True,
    neighbours: bool = True,
) -> Linked:
    """The pairs that may be one person.

    Args:
        left: A list of persons.
        right: Another; None to look for persons who are in the first twice.
        skipped: Columns not to be compared: identifiers, and whatever the user names.
        find: Finds the pairs worth weighing.
        once: Nobody is twice in one of two lists.
        neighbours: Where the lists give no names, people listed near each other may vouch for each other.
    Raises:
        InvalidInput: The lists have nothing in common to compare.
    """
    what = plan(left, right, skipped=skipped)
    if not what.names_left and not what.fields:
        raise InvalidInput(
            "the lists have no columns to compare: give columns that say the same thing the same name in both "
            "(name, sex, age, date, place)"
        )
    pairs = link(left, right, what, find=find, once=once, neighbours=neighbours)
    return Linked(pairs=pairs, compared=_compared(what), left_out=what.left_out)


def _compared(what: Plan) -> dict[str, str]:
    words = {}
    if what.names_left:
        names = " + ".join(column.name for column in what.names_left)
        others = " + ".join(column.name for column in what.names_right)
        words[names if names == others else f"{names} = {others}"] = "name"
    for field in what.fields:
        left, right = (each.replace(JOINT, " + ") for each in (field.left, field.right))
        words[left if left == right else f"{left} = {right}"] = field.role.value
    return words
