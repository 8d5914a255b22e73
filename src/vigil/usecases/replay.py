"""Replay history: what would have been raised, when, had Vigil been watching."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vigil.model.budget import checked_budget
from vigil.model.errors import InvalidInput
from vigil.model.instants import from_micros
from vigil.model.observation import SIGNS_OF_LIFE
from vigil.model.timelines import Timelines
from vigil.usecases.ports import Progress, Source, no_progress
from vigil.watch.reading import CAP_S
from vigil.watch.replay import Replayed, replay_timelines
from vigil.watch.rhythm_model import RhythmModel

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class RateHad:
    """What one budget would have cost on this history."""

    budget_per_year: float
    false_alarms_per_year: float | None  # mean over accounts, as far as a later post showed them false; None: no past
    accounts_above_5x: float | None  # share
    delay_median_h: float | None  # of the alarm after a random post


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayReport:
    """What was read and what came of it."""

    n_posts: int
    n_rejected: int
    n_accounts: int
    n_answered: int  # distinct (account, instant)
    begin: datetime | None
    end: datetime | None
    n_corrections: int
    rates: tuple[RateHad, ...]


def replay(
    sources: Sequence[Source],
    *,
    budgets: Sequence[float],
    model: RhythmModel,
    progress: Progress = no_progress,
) -> "tuple[pl.DataFrame, ReplayReport]":
    """The alarm after every sign of life, under each budget.

    Args:
        sources: Files of posts; a file given twice, or overlapping another, counts once.
        budgets: False alarms per account and year.
        model: The shipped model; the history corrects it as it goes.
        progress: Told about both halves of the work, in posts.

    Returns:
        Rows account, last_post_at (UTC), budget_per_year, alarm_after_s (seconds, null: not within 365 days), one a
        distinct (account, instant) and budget; and a report.

    Raises:
        InvalidInput: A budget is out of range, or there is none.
    """
    if not budgets:
        raise InvalidInput("--budget: give at least one, in false alarms per account and year")
    for budget in budgets:
        checked_budget(budget)
    timelines, n_posts, n_rejected = read_timelines(sources, progress)
    wanted = sorted(set(budgets), reverse=True)
    done = replay_timelines(timelines, model, np.array(wanted), progress=progress)
    report = ReplayReport(
        n_posts=n_posts,
        n_rejected=n_rejected,
        n_accounts=timelines.n_accounts,
        n_answered=timelines.at_us.size,
        begin=from_micros(int(timelines.at_us.min())) if timelines.at_us.size else None,
        end=from_micros(int(timelines.at_us.max())) if timelines.at_us.size else None,
        n_corrections=done.n_corrections,
        rates=tuple(_rate_had(timelines, done.alarms_s[:, j], b) for j, b in enumerate(wanted)),
    )
    return _frame(timelines, wanted, done), report


def read_timelines(sources: Iterable[Source], progress: Progress = no_progress) -> tuple[Timelines, int, int]:
    """The signs of life in files, with how many rows were read and how many refused."""
    import polars as pl

    frames, n_posts, n_rejected = [], 0, 0
    alive = [kind.value for kind in SIGNS_OF_LIFE]
    for source in sources:
        for batch in source.batches():
            n_posts += batch.frame.height
            n_rejected += sum(row.n_rows for row in batch.rejected)
            frames.append(
                batch.frame.filter(pl.col("kind").is_in(alive)).select("platform", "account", "published_us", "place")
            )
            progress(batch.bytes_read, source.size, f"reading {source.path.name}")
    if not frames:
        return Timelines([], np.zeros(1, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)), 0, n_rejected
    rows = (
        pl.concat(frames)
        .group_by("platform", "account", "published_us")
        .agg(pl.col("place").drop_nulls().last())
        .sort("platform", "account", "published_us")
    )
    return _timelines(rows), n_posts, n_rejected


def _timelines(rows: "pl.DataFrame") -> Timelines:
    import polars as pl

    accounts = rows.group_by("platform", "account", maintain_order=True).agg(
        pl.len(), pl.col("place").drop_nulls().last()
    )
    twice = set(accounts["account"].filter(accounts["account"].is_duplicated()).to_list())
    names = [f"{p}:{a}" if a in twice else a for p, a in accounts.select("platform", "account").iter_rows()]
    places = {name: k for k, name in enumerate(accounts["place"].drop_nulls().unique().sort().to_list())}
    return Timelines(
        names=names,
        starts=np.r_[0, np.cumsum(accounts["len"].to_numpy())].astype(np.int64),
        at_us=rows["published_us"].to_numpy().astype(np.int64),
        place=np.array([places.get(p, -1) for p in accounts["place"].to_list()], np.int64),
    )


def _frame(timelines: Timelines, budgets: Sequence[float], done: Replayed) -> "pl.DataFrame":
    import polars as pl

    names = pl.Series("account", list(timelines.names), pl.String)
    owner = np.repeat(np.arange(timelines.n_accounts), np.diff(timelines.starts))
    each = pl.DataFrame({"account": names.gather(owner), "at": timelines.at_us}).select(
        "account", last_post_at=pl.from_epoch("at", time_unit="us").dt.replace_time_zone("UTC")
    )
    parts = [
        each.with_columns(
            budget_per_year=pl.lit(float(budget)),
            alarm_after_s=pl.Series(np.where(done.alarms_s[:, j] < CAP_S, done.alarms_s[:, j], np.nan)).fill_nan(None),
        )
        for j, budget in enumerate(budgets)
    ]
    return pl.concat(parts)


def _rate_had(timelines: Timelines, alarm_s: NDArray[np.float64], budget: float) -> RateHad:
    had = np.array([rate for rate, years in false_alarms_of(timelines, alarm_s) if years > 0])
    if not had.size:
        return RateHad(budget_per_year=budget, false_alarms_per_year=None, accounts_above_5x=None, delay_median_h=None)
    return RateHad(
        budget_per_year=budget,
        false_alarms_per_year=float(had.mean()),
        accounts_above_5x=float((had > 5 * budget).mean()),
        delay_median_h=float(np.median(np.minimum(alarm_s, CAP_S))) / 3600,
    )


WARM_SIGNS, WARM_DAYS, LEAST_SIGNS, LEAST_DAYS = 50, 30, 150, 90


def false_alarms_of(timelines: Timelines, alarm_s: NDArray[np.float64]) -> list[tuple[float, float]]:
    """False alarms a year, and in how many years, of each account; (0, 0) where there is too little past to judge.

    Judged are accounts with 150 signs of life over 90 days, from their fiftieth sign of life and thirtieth day on.
    """
    day_us, rates = 86_400_000_000, []
    for k in range(timelines.n_accounts):
        at_us = timelines.of(k)
        first = max(WARM_SIGNS, int(np.searchsorted(at_us, at_us[0] + WARM_DAYS * day_us))) if at_us.size else 0
        if at_us.size < LEAST_SIGNS or at_us[-1] - at_us[0] <= LEAST_DAYS * day_us or first >= at_us.size - 2:
            rates.append((0.0, 0.0))
            continue
        alarms = alarm_s[timelines.starts[k] + first : timelines.starts[k + 1] - 1]
        false = (np.diff(at_us)[first:] / 1e6 > alarms) & (alarms < CAP_S)
        years = float(at_us[-1] - at_us[first]) / (365.25 * day_us)
        rates.append((float(false.sum()) / years, years))
    return rates
