"""One range of budgets, wherever one is given."""

import pytest

from vigil.model.budget import LEAST_BUDGET, MOST_BUDGET, checked_budget
from vigil.model.errors import InvalidInput
from vigil.usecases.check import Asked


@pytest.mark.parametrize("budget", [LEAST_BUDGET, 4.0, MOST_BUDGET])
def test_a_budget_within_the_range_is_itself(budget):
    """Both ends are in it."""
    assert checked_budget(budget) == budget


@pytest.mark.parametrize("budget", [0.0, -1.0, 0.099, 100.1, float("inf"), float("nan")])
def test_any_other_is_refused_with_the_range(budget):
    """Nothing, a negative, and no number at all among them."""
    with pytest.raises(InvalidInput, match=r"between 0\.1 and 100 "):
        checked_budget(budget)
    with pytest.raises(InvalidInput, match="--budget"):
        Asked(budget_per_year=budget)
