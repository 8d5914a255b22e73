"""How much of a board is chance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.watch.false_discovery import expected_by_chance, n_discoveries, p_value
from vigil.watch.reading import GRID_PER_YEAR, YEAR_S, Reading

HOUR_S = 3600.0


def pareto(alpha=3.0, least_s=HOUR_S, per_year=2000.0):
    """Gaps with a Pareto tail: per_year of them longer than least_s; rate(x) = per_year (x / least_s) ** -alpha."""
    alarms = least_s * (per_year / GRID_PER_YEAR) ** (1 / alpha)
    return Reading(
        alarms_s=alarms,
        last_at_us=0,
        n_signs=500,
        history_days=300.0,
        usual_gap_s=HOUR_S,
        longest_gap_90d_s=20 * HOUR_S,
    )


@pytest.mark.parametrize("silence_h", [4, 10, 30, 100])
def test_the_p_value_is_the_share_of_time_spent_beyond(silence_h):
    """For a Pareto tail the integral is known: rate(s) * s / (alpha - 1), of a year."""
    s = silence_h * HOUR_S
    known = 2000.0 * (s / HOUR_S) ** -3.0 * s / 2.0 / YEAR_S
    assert p_value(pareto(), s) == pytest.approx(known, rel=0.03)


def test_the_p_value_holds_in_a_simulation():
    """A renewal process looked at at random moments is silent for s with that chance."""
    rng = np.random.default_rng(1)
    gaps = HOUR_S * (1 + rng.pareto(3.0, 400_000))
    at = np.cumsum(gaps)
    moments = rng.uniform(at[1000], at[-1], 200_000)
    ages = moments - at[np.searchsorted(at, moments) - 1]
    per_year = YEAR_S / gaps.mean()
    for silence_h in (3, 6):
        expected = float(np.mean(ages > silence_h * HOUR_S))
        assert p_value(pareto(per_year=per_year), silence_h * HOUR_S) == pytest.approx(expected, rel=0.15)


@given(st.floats(1.0, 300.0), st.floats(1.0, 300.0))
def test_longer_silences_are_never_likelier(one, other):
    """p falls with the silence, and stays a probability."""
    short, long = sorted((one, other))
    assert 0 < p_value(pareto(), long * HOUR_S) <= p_value(pareto(), short * HOUR_S) <= 1


def test_what_chance_would_give_adds_up_over_accounts():
    """Ten alike accounts give ten times one; an account whose alarm is never raised gives none."""
    one = expected_by_chance([(pareto(), 30 * HOUR_S)])
    assert expected_by_chance([(pareto(), 30 * HOUR_S)] * 10) == pytest.approx(10 * one)
    assert expected_by_chance([(pareto(), None)]) == 0


def test_benjamini_and_hochberg_s_own_example():
    """Benjamini & Hochberg (1995), section 3.2: of 15 p-values four are discoveries at 0.05."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759]
    assert n_discoveries([*p, 1.0], 15, 0.05) == 4


def test_a_share_that_is_none_is_refused():
    """Neither 0 nor 1 is a bound."""
    with pytest.raises(InvalidInput):
        n_discoveries([0.1], 1, 1.0)


def test_no_alarms_are_no_discoveries():
    """Empty in, nothing out."""
    assert n_discoveries([], 0, 0.2) == 0
