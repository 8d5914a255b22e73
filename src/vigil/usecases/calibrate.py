"""Fit the shipped rhythm model to a case's own past, and say what its alarms really cost there, and whom."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from scipy.special import chdtri

from vigil.model.errors import InvalidInput
from vigil.model.ids import WitnessName
from vigil.model.instants import to_micros
from vigil.usecases.ports import CaseReader, CaseWriter, Progress, Setting, no_progress
from vigil.usecases.replay import false_alarms_of
from vigil.watch.calibration import N_TERMS, Correction
from vigil.watch.reading import GRID_PER_YEAR
from vigil.watch.replay import correction_at, follow_all, replay_timelines
from vigil.watch.rhythm import ALL_RATES, until
from vigil.watch.rhythm_model import RhythmModel

SETTING = "rhythm_correction"
N_RESAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRate:
    """What one account's alarms would have cost."""

    witness: WitnessName
    handle: str | None
    false_alarms_per_year: float
    years: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What a calibration found. The rate is of the past replayed month by month, never of the past it was fitted to."""

    budget_per_year: float
    n_accounts: int  # on the watchlist
    judged: tuple[AccountRate, ...]  # those with past enough to judge, the costliest first
    rate: float | None  # false alarms per account and year, every account alike; None: too little past
    rate_95: tuple[float, float] | None  # see _interval
    account_years: float  # the correction rests on; 0: the model stands as shipped

    @property
    def above_5x(self) -> tuple[AccountRate, ...]:
        """The accounts for whom it would have been wrong more than five times as often as the budget says."""
        return tuple(one for one in self.judged if one.false_alarms_per_year > 5 * self.budget_per_year)


def calibrate(
    case: CaseWriter | CaseReader,
    *,
    model: RhythmModel,
    budget_per_year: float,
    now: datetime,
    rng: np.random.Generator,
    by: str | None = None,
    keep: bool = True,
    progress: Progress = no_progress,
) -> Calibration:
    """Calibrate to everyone watched, and keep the correction in the case, from now on.

    Args:
        case: A writer where the correction is to be kept.
        keep: False for a dry run.
        by: Who had it done.

    Raises:
        InvalidInput: Nobody is watched.
    """
    watched = case.watchlist().accounts()
    if not watched:
        raise InvalidInput("nobody is watched yet: vigil watch add, or vigil import --watch")
    signs = case.signs_of_life([account.account for _, account in watched], until=now)
    timelines = until(signs.timelines, to_micros(now))
    done = replay_timelines(timelines, model, np.array([budget_per_year]), progress=progress)
    judged = [
        AccountRate(witness=witness.name, handle=account.handle, false_alarms_per_year=rate, years=years)
        for (witness, account), (rate, years) in zip(
            watched, false_alarms_of(timelines, done.alarms_s[:, 0]), strict=True
        )
        if years > 0
    ]
    correction = correction_at(follow_all(timelines, model, ALL_RATES), to_micros(now), model, ALL_RATES)
    if keep and hasattr(case, "put_setting"):
        case.put_setting(_setting(correction, model, now, by))
    rates = np.array([one.false_alarms_per_year for one in judged])
    return Calibration(
        budget_per_year=budget_per_year,
        n_accounts=len(watched),
        judged=tuple(sorted(judged, key=lambda one: -one.false_alarms_per_year)),
        rate=float(rates.mean()) if rates.size else None,
        rate_95=_interval(judged, rng) if judged else None,
        account_years=correction.years,
    )


def forget_calibration(case: CaseWriter, *, now: datetime, by: str | None = None) -> None:
    """From now on the model stands as shipped; what was kept before stays on record."""
    case.put_setting(Setting(name=SETTING, value="null", recorded_at=now, judged_by=by))


def kept_correction(case: CaseReader, model: RhythmModel) -> tuple[Correction | None, str]:
    """The correction in force, with the name that goes with findings: the model, and since when it is corrected."""
    setting = case.setting(SETTING)
    kept = json.loads(setting.value) if setting else None
    if setting is None or kept is None or kept["model"] != model.version:
        return None, model.version
    beta = np.array(kept["beta"], np.float64)
    if beta.shape != (GRID_PER_YEAR.size, N_TERMS):
        return None, model.version
    return Correction(beta, float(kept["years"])), f"{model.version}, calibrated {setting.recorded_at:%Y-%m-%d}"


def _setting(correction: Correction, model: RhythmModel, now: datetime, by: str | None) -> Setting:
    value = {"model": model.version, "years": correction.years, "beta": correction.beta.round(9).tolist()}
    return Setting(name=SETTING, value=json.dumps(value), recorded_at=now, judged_by=by)


def _interval(judged: Sequence[AccountRate], rng: np.random.Generator) -> tuple[float, float]:
    """Of the mean rate over accounts, 95 %: the wider, on each side, of two.

    Resampling the accounts shows how they differ, but of accounts without any false alarm it makes none; so beside it
    stands the exact interval of a Poisson count (Garwood 1936) of all false alarms in all account-years.
    """
    rates = np.array([one.false_alarms_per_year for one in judged])
    drawn = rates[rng.integers(0, rates.size, (N_RESAMPLES, rates.size))].mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    years = sum(one.years for one in judged)
    n = round(sum(one.false_alarms_per_year * one.years for one in judged))
    scale = float(rates.mean()) * years / n if n else 1.0  # every account alike, not every year
    fewest = chdtri(2 * n, 0.975) / 2 if n else 0.0
    most = chdtri(2 * n + 2, 0.025) / 2
    return min(float(low), scale * fewest / years), max(float(high), scale * most / years)
