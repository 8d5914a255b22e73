"""The alarm budget: how many false alarms an account may cost a desk in a year (docs/adr/0004-alarm-budget.md)."""

from vigil.model.errors import InvalidInput

DEFAULT_BUDGET_PER_YEAR = 4.0
LEAST_BUDGET, MOST_BUDGET = 0.1, 100.0
"""From one false alarm an account in ten years to about two a week: beyond, rhythms were measured on too little."""

BUDGET_RANGE = f"between {LEAST_BUDGET:g} and {MOST_BUDGET:g} false alarms per account and year"


def checked_budget(per_year: float, *, where: str = "--budget") -> float:
    """The budget, if it is one.

    Raises:
        InvalidInput: It is outside LEAST_BUDGET to MOST_BUDGET, or no number.
    """
    if not LEAST_BUDGET <= per_year <= MOST_BUDGET:
        raise InvalidInput(f"{where} {per_year:g}: choose {BUDGET_RANGE}, for example {DEFAULT_BUDGET_PER_YEAR:g}")
    return per_year
