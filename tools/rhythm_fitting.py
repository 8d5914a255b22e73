"""Fitting the shipped rhythm model: shared by `fit_rhythm.py` and `measure_rhythm.py`."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm as lgb
import numpy as np
import polars as pl

from vigil.model.timelines import Timelines
from vigil.watch.fitting import Gaps, fit_line, shift_to_rate
from vigil.watch.habits import HABIT, habits_of
from vigil.watch.pace import pace_clocks
from vigil.watch.past import past_of
from vigil.watch.reading import GRID_PER_YEAR
from vigil.watch.rhythm_model import N_STRAIGHT, RhythmModel, straight_terms

PATIENCE = 2.0  # see fit_trees
WEEK_US = 7 * 86_400_000_000
KEPT_LEAST, KEPT_MOST = 0.1, 0.6  # thinned accounts keep such a share of their signs of life
LAID = ((2, 3), (4, 5, 6))  # so many weeks are laid on one, one copy of the accounts from each
GROUP = 160  # accounts that hear each other in fitting: about as many as a large desk watches


def read_timelines(path: Path) -> Timelines:
    """A Parquet file of account, published_at (UTC) as timelines."""
    rows = pl.read_parquet(path, columns=["account", "published_at"]).unique().sort("account", "published_at")
    groups = rows.group_by("account", maintain_order=True).agg(pl.len())
    return Timelines(
        names=groups["account"].to_list(),
        starts=np.r_[0, np.cumsum(groups["len"].to_numpy())].astype(np.int64),
        at_us=rows["published_at"].dt.epoch("us").to_numpy().astype(np.int64),
        place=np.full(groups.height, -1, np.int64),
    )


def files_asked(parser: argparse.ArgumentParser) -> None:
    """Options that say which files are learnt from otherwise than as they are."""
    parser.add_argument("--thinned", type=Path, nargs="*", default=[], help="of these files, a thinned copy too")
    parser.add_argument("--overlaid", type=Path, nargs="*", default=[], help="of these, copies with weeks laid on one")


def how_copied(path: Path, said: argparse.Namespace) -> str:
    """`thinned`, `overlaid`, or nothing."""
    return "thinned" if path in said.thinned else "overlaid" if path in said.overlaid else ""


def chosen(timelines: Timelines, accounts: Sequence[int]) -> Timelines:
    """Some of the accounts."""
    parts = [timelines.of(k) for k in accounts]
    return Timelines(
        names=[timelines.names[k] for k in accounts],
        starts=np.r_[0, np.cumsum([p.size for p in parts])].astype(np.int64),
        at_us=np.concatenate(parts) if parts else np.empty(0, np.int64),
        place=np.full(len(parts), -1, np.int64),
    )


@dataclass(frozen=True)
class Lessons:
    """Habits and the gaps that followed, over many accounts."""

    habits: np.ndarray
    gaps: Gaps
    n_accounts: int
    account: np.ndarray  # which account a row is of, 0 .. n_accounts - 1
    begin_us: np.ndarray  # the sign of life a gap follows; used to block by calendar quarter, never learnt from


def lessons(timelines: Timelines) -> Lessons:
    """What there is to learn from accounts that hear each other."""
    habits, log_gap, delay, false_alarm, account, begin_us, n = [], [], [], [], [], [], 0
    for k, clock in enumerate(pace_clocks(timelines)):
        at_us = timelines.of(k)
        if at_us.size < 100:
            continue
        rows, w, v, years = past_of(at_us)
        if years < 45 / 365:
            continue
        habits.append(habits_of(at_us / 1e6)[rows])
        log_gap.append(np.log(np.maximum(clock.elapse(at_us[rows], at_us[rows + 1]), 1.0)))
        delay.append(w)
        false_alarm.append(v)
        account.append(np.full(rows.size, n))
        begin_us.append(at_us[rows])
        n += 1
    gaps = Gaps(np.concatenate(log_gap), np.concatenate(delay) / n, np.concatenate(false_alarm) / n)
    return Lessons(np.concatenate(habits), gaps, n, np.concatenate(account), np.concatenate(begin_us))


def together(parts: Sequence[Lessons]) -> Lessons:
    """Several lessons as one, every account weighing the same."""
    counts = [p.n_accounts for p in parts]
    n = sum(counts)
    return Lessons(
        np.concatenate([p.habits for p in parts]),
        Gaps(
            np.concatenate([p.gaps.log_gap for p in parts]),
            np.concatenate([p.gaps.delay * p.n_accounts / n for p in parts]),
            np.concatenate([p.gaps.false_alarm * p.n_accounts / n for p in parts]),
        ),
        n,
        np.concatenate([p.account + before for p, before in zip(parts, np.cumsum([0, *counts[:-1]]), strict=True)]),
        np.concatenate([p.begin_us for p in parts]),
    )


def some_of(lesson: Lessons, accounts: np.ndarray) -> Lessons:
    """The lessons of some accounts."""
    rows, share = np.isin(lesson.account, accounts), lesson.n_accounts / accounts.size
    g = lesson.gaps
    gaps = Gaps(g.log_gap[rows], g.delay[rows] * share, g.false_alarm[rows] * share)
    return Lessons(
        lesson.habits[rows], gaps, accounts.size, np.searchsorted(accounts, lesson.account[rows]), lesson.begin_us[rows]
    )


def classes_of(lesson: Lessons) -> np.ndarray:
    """Which of CLASSES classes of accounts a row's account is in, by its median fortnightly gap."""
    level = lesson.habits[:, HABIT["level_26"]]
    median = np.array([np.median(level[lesson.account == k]) for k in range(lesson.n_accounts)])
    rank = np.argsort(np.argsort(median, kind="stable"), kind="stable")
    return (rank * CLASSES // lesson.n_accounts)[lesson.account]


def by_class(gaps: Gaps, classes: np.ndarray, log_alarm: np.ndarray) -> np.ndarray:
    """False alarms per account and year in each class."""
    hit = gaps.false_alarm * (gaps.log_gap > log_alarm)
    return CLASSES * np.bincount(classes, hit, CLASSES)


def grouped(timelines: Timelines, rng: np.random.Generator) -> list[Timelines]:
    """The accounts in random groups of about GROUP."""
    n_groups = max(1, round(timelines.n_accounts / GROUP))
    group = rng.permutation(timelines.n_accounts) % n_groups
    return [chosen(timelines, np.flatnonzero(group == g).tolist()) for g in range(n_groups)]


def thinned(timelines: Timelines, rng: np.random.Generator) -> Timelines:
    """The same accounts, each heard of a share of the times: slower rhythms, of the same hours and weekdays."""
    parts = []
    for k in range(timelines.n_accounts):
        at_us = timelines.of(k)
        share = np.exp(rng.uniform(np.log(KEPT_LEAST), np.log(KEPT_MOST)))
        parts.append(at_us[rng.random(at_us.size) < share])
    return _with_signs(timelines, parts)


def overlaid(timelines: Timelines, weeks: int) -> Timelines:
    """The same accounts, so many weeks laid on one: busier rhythms, of the same hours and weekdays."""
    first = int(timelines.at_us.min()) // WEEK_US * WEEK_US
    parts = []
    for k in range(timelines.n_accounts):
        week, within = np.divmod(timelines.of(k) - first, WEEK_US)
        parts.append(np.unique(first + week // weeks * WEEK_US + within))
    return _with_signs(timelines, parts)


def _with_signs(timelines: Timelines, parts: list[np.ndarray]) -> Timelines:
    starts = np.r_[0, np.cumsum([part.size for part in parts])].astype(np.int64)
    return Timelines(names=timelines.names, starts=starts, at_us=np.concatenate(parts), place=timelines.place)


def copies(timelines: Timelines, made: str, rng: np.random.Generator) -> list[Timelines]:
    """What is learnt from besides the accounts as they are, so that rhythms between the files' are known too."""
    if made == "thinned":
        return [thinned(timelines, rng)]
    if made == "overlaid":
        return [overlaid(timelines, int(rng.choice(weeks))) for weeks in LAID]
    return []


def all_lessons(timelines: Timelines, made: str, rng: np.random.Generator) -> list[Lessons]:
    """What the accounts and their copies teach, in groups that hear each other."""
    return [lessons(each) for group in grouped(timelines, rng) for each in (group, *copies(group, made, rng))]


def weighed(gaps: Gaps, by: np.ndarray) -> Gaps:
    """The same gaps, a false alarm weighing `by` times as much."""
    return Gaps(gaps.log_gap, gaps.delay, gaps.false_alarm * by)


def leaned(more: np.ndarray, found: np.ndarray) -> np.ndarray:
    """What a false alarm weighs in each class, leaning against the class's rate; all together as heavy as before."""
    mean, level = found.mean(), np.exp(np.log(more).mean())
    against = np.clip(np.maximum(found, mean / 20) / mean, 0.1, 10.0) ** LEAN
    against /= np.exp(np.log(against).mean())
    return level * np.sqrt(more / level * against)


def fit_straight(
    terms: np.ndarray, gaps: Gaps, rate: float, classes: np.ndarray, start: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The straight part for one rate, and what a false alarm weighs in each class."""
    base, beta, more = np.zeros(len(terms)), start, np.full(CLASSES, 0.5 / rate)
    for blur, tries in ((0.6, 5), (0.4, 4), (0.3, 5)):
        for _ in range(tries):
            found = fit_line(terms, base, weighed(gaps, more[classes]), weight=1.0, blur=blur, ridge=1e-3, start=beta)
            rates = by_class(gaps, classes, terms @ found)
            more = leaned(more, rates) * np.clip(max(rates.mean(), rate / 20) / rate, 0.25, 4.0) ** 0.5
            if rates.mean() < 4 * rate:
                beta = found
    return beta, more


def fit_trees(
    habits: np.ndarray, base: np.ndarray, gaps: Gaps, classes: np.ndarray, more: np.ndarray
) -> list[lgb.Booster]:
    """Boosted trees on top of the straight part, by the gradient of the same loss.

    A false alarm weighs PATIENCE times what it weighs in the straight part: with less, the loss, which is not
    convex, gives up on some accounts (their alarms fall to nothing and are all false).
    """
    n, boosters, log_alarm = len(base), [], base.copy()
    for blur, rounds, pace in STAGES:
        edge_weight = PATIENCE * gaps.false_alarm * more[classes]

        def slopes(
            added: np.ndarray,
            _: lgb.Dataset,
            blur: float = blur,
            base: np.ndarray = log_alarm,
            edge_weight: np.ndarray = edge_weight,
        ) -> tuple:
            inside = 1 / (1 + np.exp(-np.clip((gaps.log_gap - base - added) / blur, -30, 30)))
            edge = edge_weight * inside * (1 - inside) / blur
            return n * (gaps.delay - edge), n * (0.5 * gaps.delay + 0.5 * edge / blur) + 1e-3

        booster = lgb.train(
            {
                "objective": slopes,
                "learning_rate": pace,
                "num_iterations": rounds,
                "verbose": -1,
                "num_threads": 2,
                "seed": 7,
                "deterministic": True,
                "force_row_wise": True,
                **TREES,
            },
            lgb.Dataset(habits, gaps.log_gap),
        )
        boosters.append(booster)
        log_alarm = log_alarm + booster.predict(habits)
        rates = by_class(gaps, classes, log_alarm)
        more = leaned(more, rates)
    return boosters


CLASSES = 6
LEAN = 1.0  # where a class has twice the mean's false alarms, each weighs up to twice as much
STAGES = ((0.3, 100, 0.07), (0.3, 100, 0.07), (0.2, 100, 0.06), (0.2, 80, 0.06))
TREES = {
    "num_leaves": 31,
    "min_data_in_leaf": 400,
    "min_sum_hessian_in_leaf": 1,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 20,
    "max_bin": 127,
}


def fit_model(lesson: Lessons, version: str, rates: Sequence[int] = range(GRID_PER_YEAR.size)) -> RhythmModel:
    """The model for some of GRID_PER_YEAR's rates (the others stay zero), its rates right out of sample."""
    halves = np.arange(lesson.n_accounts) % 2
    offset = np.zeros(GRID_PER_YEAR.size)
    log_alarm = np.empty((len(lesson.habits), len(rates)))
    for half in (0, 1):
        fitted = _fit(some_of(lesson, np.flatnonzero(halves != half)), version, rates, offset)
        rows = halves[lesson.account] == half
        log_alarm[rows] = fitted.log_alarms(lesson.habits[rows], np.array(rates))
    for column, rate in enumerate(rates):
        offset[rate] = shift_to_rate(log_alarm[:, column], lesson.gaps, float(GRID_PER_YEAR[rate]))
        had = by_class(lesson.gaps, classes_of(lesson), log_alarm[:, column] + offset[rate])
        print(f"{GRID_PER_YEAR[rate]:g} a year, on accounts not learnt from, by class: {had.round(2)}", file=sys.stderr)
    return _fit(lesson, version, rates, offset)


def _fit(lesson: Lessons, version: str, rates: Sequence[int], offset: np.ndarray) -> RhythmModel:
    terms = straight_terms(lesson.habits)
    centre, scale = terms.mean(0), terms.std(0) + 1e-9
    centre[0], scale[0] = 0.0, 1.0
    terms = (terms - centre) / scale
    slope, weight = np.zeros((GRID_PER_YEAR.size, N_STRAIGHT)), np.ones(GRID_PER_YEAR.size)
    forest: list[list[lgb.Booster]] = [[] for _ in GRID_PER_YEAR]
    start, classes = np.zeros(N_STRAIGHT), classes_of(lesson)
    start[0] = np.log(100 * 3600.0)
    third = np.arange(len(terms)) % 3 == 0  # plenty for a line
    g = lesson.gaps
    for rate in rates:
        budget = float(GRID_PER_YEAR[rate])
        fewer = Gaps(g.log_gap[third], 3 * g.delay[third], 3 * g.false_alarm[third])
        slope[rate], more = fit_straight(terms[third], fewer, budget, classes[third], start)
        forest[rate] = fit_trees(lesson.habits, terms @ slope[rate], g, classes, more)
        slope[rate, 0] += offset[rate]
        weight[rate] = np.exp(np.log(more).mean())
    return RhythmModel(version, centre, scale, slope, *_nodes(forest), weight)


def _nodes(forest: list[list[lgb.Booster]]) -> tuple[np.ndarray, ...]:
    """Trees as columns: breadth first, children side by side."""
    trees, roots, feature, threshold, child = [0], [], [-1], [0.0], [0]
    for boosters in forest:
        for booster in boosters:
            for tree in booster.dump_model()["tree_info"]:
                roots.append(len(feature))
                feature.append(0), threshold.append(0.0), child.append(0)
                queue = [(len(feature) - 1, tree["tree_structure"])]
                for at, node in queue:
                    if "leaf_value" in node:
                        feature[at], threshold[at] = -1, node["leaf_value"]
                        continue
                    feature[at], threshold[at], child[at] = node["split_feature"], node["threshold"], len(feature)
                    for side in ("left_child", "right_child"):
                        feature.append(0), threshold.append(0.0), child.append(0)
                        queue.append((len(feature) - 1, node[side]))
        trees.append(len(roots))
    return (
        np.array(trees, np.int64),
        np.array(roots, np.int64),
        np.array(feature, np.int16),
        np.array(threshold),
        np.array(child, np.int32),
    )
