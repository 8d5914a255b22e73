"""Timelines of made-up people, and a small model, for tests of the rhythm."""

import numpy as np

from vigil.model.timelines import Timelines
from vigil.watch.reading import GRID_PER_YEAR
from vigil.watch.rhythm_model import N_STRAIGHT, RhythmModel

HOUR_S, DAY_S = 3600.0, 86400.0
BEGIN_S = 1_470_000_000.0  # 31 July 2016


def person(rng: np.random.Generator, *, days: int = 200, per_day: float = 8.0, begin_s: float = BEGIN_S):
    """Signs of life in microseconds: waking hours, days off, log-normal sessions."""
    out = []
    for day in range(days):
        if rng.random() < 0.12:
            continue
        n = rng.poisson(per_day)
        at = begin_s + day * DAY_S + 7 * HOUR_S + rng.beta(2, 2, n) * 15 * HOUR_S
        out.append(at)
    return np.unique((np.concatenate(out) * 1e6).astype(np.int64))


def timelines(parts, place=None) -> Timelines:
    """Several people's signs of life as columns."""
    return Timelines(
        names=[f"a{k}" for k in range(len(parts))],
        starts=np.r_[0, np.cumsum([len(p) for p in parts])].astype(np.int64),
        at_us=np.concatenate(parts).astype(np.int64) if parts else np.empty(0, np.int64),
        place=np.full(len(parts), -1, np.int64) if place is None else np.asarray(place, np.int64),
    )


def people(n: int, seed: int = 0, **habits) -> Timelines:
    """n people, each with their own rate."""
    rng = np.random.default_rng(seed)
    return timelines([person(rng, per_day=float(rng.uniform(3, 20)), **habits) for _ in range(n)])


def plain_model(hours=(400.0, 200.0, 100.0, 60.0, 30.0, 12.0)) -> RhythmModel:
    """A model that says the same of everyone: so many hours at each rate of the grid."""
    n = GRID_PER_YEAR.size
    slope = np.zeros((n, N_STRAIGHT))
    slope[:, 0] = np.log(np.array(hours) * HOUR_S)
    return RhythmModel(
        version="plain",
        centre=np.zeros(N_STRAIGHT),
        scale=np.ones(N_STRAIGHT),
        slope=slope,
        trees=np.zeros(n + 1, np.int64),
        roots=np.empty(0, np.int64),
        feature=np.array([-1], np.int16),
        threshold=np.zeros(1),
        child=np.zeros(1, np.int32),
        weight=1 / (2 * GRID_PER_YEAR),
    )
