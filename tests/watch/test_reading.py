"""A reading turns a budget into a silence and a silence into how rare it is, each the other's inverse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.watch.reading import CAP_S, GRID_PER_YEAR, RAREST_DAYS, Reading


def reading(hours=(400.0, 200.0, 100.0, 60.0, 30.0, 12.0)) -> Reading:
    return Reading(
        alarms_s=np.array(hours) * 3600,
        last_at_us=0,
        n_signs=500,
        history_days=100.0,
        usual_gap_s=1800.0,
        longest_gap_90d_s=90000.0,
    )


@pytest.mark.parametrize(("budget", "hours"), [(1, 200), (4, 100), (256, 12)])
def test_grid_is_met_exactly(budget, hours):
    """At a rate of the grid the alarm is the one given."""
    assert reading().alarm_after_s(budget) == pytest.approx(hours * 3600)


@given(st.floats(0.1, 300))
def test_rarity_undoes_the_budget(budget):
    """The silence at which a budget's alarm comes is expected as often as the budget says."""
    alarm = reading().alarm_after_s(budget)

    assert alarm is not None
    assert reading().expected_per_year(alarm) == pytest.approx(budget, rel=1e-3)


@given(st.floats(1, 1e8), st.floats(1, 1e8))
def test_longer_is_rarer(a, b):
    """A longer silence never comes more often."""
    short, long = sorted((a, b))

    assert reading().expected_per_year(long) <= reading().expected_per_year(short) * (1 + 1e-9)


def test_beyond_a_year_there_is_no_alarm():
    """An alarm more than a year away is none."""
    assert reading([CAP_S * 3] * 6).alarm_after_s(4.0) is None


@pytest.mark.parametrize("budget", [0, -1, float("nan")])
def test_no_budget_is_refused(budget):
    """A budget of nothing is no budget."""
    with pytest.raises(InvalidInput):
        reading().alarm_after_s(budget)


def test_flat_levels_stay_finite():
    """Where all rates have one alarm, rarity is still a number."""
    flat = reading([24.0] * 6)

    assert np.isfinite([flat.expected_per_year(s) for s in (10.0, 86400.0, 1e7)]).all()
    assert GRID_PER_YEAR.size == 6


@given(st.floats(60, 3e8))
def test_a_silence_comes_no_oftener_than_it_fits(silence_s):
    """Such silences follow one another at the soonest; and what is rarer than once in ten years is not told apart."""
    days = reading().expected_once_in_days(silence_s)

    assert min(silence_s / 86400, RAREST_DAYS) <= days <= RAREST_DAYS


def test_what_never_came_in_ninety_days_is_not_said_to_come_every_week():
    """Twenty-six hours, the longest of ninety days 25: the model's once in 1.4 days gives way to the account's past."""
    assert reading([400.0, 200.0, 100.0, 60.0, 30.0, 26.0]).expected_once_in_days(26 * 3600.0) == pytest.approx(30)
    assert reading([400.0, 200.0, 100.0, 60.0, 30.0, 24.5]).expected_once_in_days(24.9 * 3600.0) < 2
