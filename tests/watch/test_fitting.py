"""Fitting finds the least delay at a rate of false alarms."""

import numpy as np
import pytest
from scipy.optimize import check_grad

from vigil.watch.fitting import Gaps, fit_line, shift_to_rate


@pytest.fixture
def gaps():
    rng = np.random.default_rng(0)
    n = 4000
    return Gaps(np.log(rng.pareto(1.5, n) + 1) + 9, np.full(n, 1 / n), np.full(n, 300 / n))


@pytest.mark.parametrize("rate", [0.0, 1.0, 4.0, 50.0, 299.0, 400.0])
def test_shift_meets_the_rate(gaps, rate):
    """After the shift the false alarms are within the rate, and one gap fewer would be too far."""
    flat = np.full(gaps.log_gap.size, 10.0)
    shifted = flat + shift_to_rate(flat, gaps, rate)

    assert gaps.false_alarms(shifted) <= rate + 1e-9
    if 1 <= rate < 300:
        assert gaps.false_alarms(shifted - 1e-9) >= rate - 0.1


def test_line_tells_two_kinds_apart():
    """With two kinds of account of different scale, the line gives each its own alarm, sooner than one for both."""
    rng = np.random.default_rng(1)
    kind = np.repeat([0.0, 1.0], 3000)
    gaps = Gaps(rng.normal(9 + 2 * kind, 0.7), np.full(6000, 1 / 6000), np.full(6000, 200 / 6000))
    terms = np.column_stack([np.ones(6000), kind])

    def sooner(columns):
        beta = np.zeros(columns)
        for weight in np.geomspace(0.01, 3, 12):
            beta = fit_line(
                terms[:, :columns], np.full(6000, 11.0), gaps, weight=weight, blur=0.3, ridge=1e-6, start=beta
            )
        alarm = 11.0 + terms[:, :columns] @ beta
        return gaps.delay_s(alarm + shift_to_rate(alarm, gaps, 4.0))

    assert sooner(2) < 0.6 * sooner(1)


def test_slope_is_that_of_the_loss(gaps):
    """The gradient given to the optimiser is the loss's own."""
    rng = np.random.default_rng(2)
    terms = np.column_stack([np.ones(gaps.log_gap.size), rng.normal(size=gaps.log_gap.size)])
    seen = {}

    def spy(fun, start, **_):
        seen["loss"], seen["start"] = fun, start
        return type("Found", (), {"x": start})

    import vigil.watch.fitting as module

    original, module.minimize = module.minimize, spy
    try:
        fit_line(terms, np.full(len(terms), 10.0), gaps, weight=0.3, blur=0.3, ridge=0.1, start=np.array([0.1, 0.2]))
    finally:
        module.minimize = original

    assert check_grad(lambda b: seen["loss"](b)[0], lambda b: seen["loss"](b)[1], seen["start"]) < 1e-5
