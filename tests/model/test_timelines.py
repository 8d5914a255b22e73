"""Columns of signs of life that do not fit together are refused."""

import numpy as np
import pytest

from vigil.model.errors import InvalidInput
from vigil.model.timelines import Timelines


def timelines(names=("a", "b", "c"), starts=(0, 2, 2, 5), at_us=(1, 2, 1, 3, 9), place=(0, -1, 0)):
    return Timelines(
        names=names,
        starts=np.array(starts, np.int64),
        at_us=np.array(at_us, np.int64),
        place=np.array(place, np.int64),
    )


def test_each_account_has_its_own_rows():
    """An account without any is there too, and an account may begin before the one above it."""
    whole = timelines()
    assert [whole.of(k).tolist() for k in range(whole.n_accounts)] == [[1, 2], [], [1, 3, 9]]


def test_nobody_is_fine():
    """No accounts, no rows."""
    assert timelines((), (0,), (), ()).n_accounts == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"names": ("a", "b")},
        {"place": (0, 1)},
        {"starts": (1, 2, 2, 5)},
        {"starts": (0, 2, 2, 4)},
        {"starts": (0, 3, 2, 5), "at_us": (1, 2, 3, 4, 5)},
        {"at_us": (2, 2, 1, 3, 9)},
        {"at_us": (1, 2, 3, 3, 9)},
        {"at_us": (1, 2, 1, 9, 3)},
    ],
)
def test_columns_that_disagree_are_refused(wrong):
    """Lengths must agree, and the instants of an account increase."""
    with pytest.raises(InvalidInput):
        timelines(**wrong)
