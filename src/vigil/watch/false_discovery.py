"""Many accounts at once: how many of tonight's alarms chance would give, and which are beyond it.

A silence's p-value is the chance that a well account of this rhythm, looked at at a random moment, has been silent
for at least so long. Silences longer than x come `rate(x)` times a year; one of length g has been longer than s for
g - s of its time; so the share of time spent beyond s is the integral of rate(x) from s on (the stationary age of a
renewal process: Cox, Renewal Theory, 1962, ch. 5). Needed of a Reading is nothing but its curve.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vigil.model.errors import InvalidInput
from vigil.watch.reading import CAP_S, GRID_PER_YEAR, YEAR_S, Reading

_STEPS = 400
_MOST_LOG_RATE = 12.0  # a silence of a second is no rarity
_LEAST_SLOPE = 1.5  # beyond the fitted rates; flatter, and nobody would ever speak again


def p_value(reading: Reading, silence_s: float) -> float:
    """The share of time an account of this rhythm spends in silences that have lasted so long: in (0, 1]."""
    at_s = np.geomspace(max(silence_s, 1.0), 100 * max(silence_s, CAP_S), _STEPS)
    return float(np.clip(np.trapezoid(_rates(reading, at_s), at_s) / YEAR_S, 1e-9, 1.0))


def expected_by_chance(alarms: Sequence[tuple[Reading, float | None]]) -> float:
    """How many accounts would read dark at this moment if all were well.

    Args:
        alarms: Each judged account's reading, and the silence at which its alarm is raised, None: never.
    """
    return sum(p_value(reading, alarm_s) for reading, alarm_s in alarms if alarm_s is not None)


def n_discoveries(p_values: Sequence[float], n_judged: int, false_discovery: float) -> int:
    """How many of the smallest p-values keep the expected share of chance among them within a bound.

    Args:
        p_values: Of the alarms, each in (0, 1].
        n_judged: Of how many accounts they are the alarms, at least as many.
        false_discovery: The share, in (0, 1).
    Raises:
        InvalidInput: The share is not between 0 and 1.
    Source:
        Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57: holds for independent p-values and for positively dependent
        ones (Benjamini & Yekutieli 2001). Everyone is taken to be well (Storey's share of nulls is 1): the careful end.
    """
    if not 0 < false_discovery < 1:
        raise InvalidInput("--false-discovery: a share between 0 and 1, for example 0.2")
    ordered = np.sort(np.asarray(p_values, dtype=np.float64))
    within = ordered <= false_discovery * np.arange(1, ordered.size + 1) / max(n_judged, 1)
    return int(np.flatnonzero(within)[-1]) + 1 if within.any() else 0


def _rates(reading: Reading, at_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """How often in a year silences longer than each of these come: straight in the logs, on beyond both ends."""
    n = GRID_PER_YEAR.size
    log_s = np.log(np.maximum.accumulate(reading.alarms_s[::-1]) * (1 + 1e-9 * np.arange(n)))
    log_rate = np.log(GRID_PER_YEAR[::-1])
    steps = -np.diff(log_rate) / np.diff(log_s)
    x = np.log(at_s)
    found = np.interp(x, log_s, log_rate)
    found -= np.maximum(x - log_s[-1], 0.0) * max(float(steps[-1]), _LEAST_SLOPE)
    found += np.maximum(log_s[0] - x, 0.0) * float(steps[0])
    rates: NDArray[np.float64] = np.exp(np.minimum(found, _MOST_LOG_RATE))
    return rates
