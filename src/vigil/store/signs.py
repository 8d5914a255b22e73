"""Signs of life as columns: what the rhythm is learnt from, a million rows in about a second."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vigil.model.observation import Kind
from vigil.model.timelines import Timelines
from vigil.model.witness import Account
from vigil.store.database import Database
from vigil.store.terms import account_no
from vigil.store.words import KIND_OF, SIGN_NOS
from vigil.usecases.ports import SignsOfLife

# With min(), SQLite takes the other column from the row that has the minimum (sqlite.org/lang_select.html, "Bare
# columns"). Our numbers of kinds stand in the order of Kind, which a test holds.
_SIGNS = f"""
SELECT published_us, min(kind_no), coalesce(client_no, -1) FROM observation
WHERE account_no = ? AND published_us <= ? AND kind_no IN ({", ".join(map(str, SIGN_NOS))})
GROUP BY published_us
"""  # noqa: S608 - our own numbers

_KIND_AT = {number: list(Kind).index(kind) for number, kind in KIND_OF.items()}


def signs_of(database: Database, accounts: Sequence[Account], *, until_us: int) -> SignsOfLife:
    """Signs of life of these accounts, in this order, up to and including an instant."""
    timelines = [_signs_of_one(database, account_no(database, account), until_us) for account in accounts]
    rows = np.concatenate(timelines) if timelines else _EMPTY
    starts = np.zeros(len(timelines) + 1, dtype=np.int64)
    np.cumsum([len(timeline) for timeline in timelines], out=starts[1:])
    numbers, client = np.unique(rows[:, 2], return_inverse=True)
    unknown = int(numbers.size > 0 and numbers[0] == -1)
    return SignsOfLife(
        timelines=Timelines(
            names=[account.id for account in accounts],
            starts=starts,
            at_us=np.ascontiguousarray(rows[:, 0]),
            place=np.full(len(accounts), -1, dtype=np.int64),
        ),
        kind=np.array([_KIND_AT[number] for number in range(len(_KIND_AT))], dtype=np.uint8)[rows[:, 1]],
        client=(client - unknown).astype(np.int32),
        clients=_terms(database, numbers[unknown:]),
    )


_EMPTY: NDArray[np.int64] = np.empty((0, 3), dtype=np.int64)


def _signs_of_one(database: Database, number: int | None, until_us: int) -> NDArray[np.int64]:
    if number is None:
        return _EMPTY
    found = database.rows(_SIGNS, (number, until_us))
    return np.array(found, dtype=np.int64).reshape(-1, 3)


def _terms(database: Database, numbers: NDArray[np.int64]) -> tuple[str, ...]:
    named = (database.row("SELECT term FROM term WHERE term_no = ?", (int(number),)) for number in numbers)
    return tuple(str(found[0]) for found in named if found)
