"""Measure the rhythm model by cross-validation: over accounts, and blocked by calendar quarter.

    python tools/measure_rhythm.py posts.parquet --beside chat.parquet --thinned posts.parquet --overlaid chat.parquet
    python tools/measure_rhythm.py posts.parquet --beside chat.parquet --unseen      (the first file not learnt from)

Each account's alarms come from a model that has not seen that account, and with `--blocked` no gap either that begins
in the same half of the calendar quarters (even or odd ones). The accounts of a fold hear each other only, and are
corrected to their own past as replay does it. Written for each fold: timelines and alarms, in the columns of `vigil
replay`, for any scorer; printed: false alarms and geometric-mean delay, apart for short and thin histories; for the
same accounts in random places of five, which alarms wait for; and with their rhythm broken by power cuts.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import polars as pl
from rhythm_fitting import (
    Lessons,
    all_lessons,
    chosen,
    files_asked,
    fit_model,
    how_copied,
    read_timelines,
    together,
)

from vigil.model.timelines import Timelines
from vigil.usecases.replay import false_alarms_of
from vigil.watch.fitting import Gaps
from vigil.watch.reading import CAP_S, GRID_PER_YEAR
from vigil.watch.replay import replay_timelines
from vigil.watch.rhythm_model import RhythmModel

SEED = 20161213
BUDGETS = np.array([4.0, 1.0])
RATES = [int(np.flatnonzero(b == GRID_PER_YEAR)[0]) for b in sorted(BUDGETS)]
DAY_US = 86_400_000_000


def main() -> int:
    """Cross-validate, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--beside", type=Path, nargs="*", default=[], help="further files, only learnt from")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--only", type=int, nargs="*", help="some of the folds, by number from 0")
    parser.add_argument("--unseen", action="store_true", help="learn from the files beside only")
    parser.add_argument("--blocked", action="store_true", help="never from the calendar quarters measured on either")
    files_asked(parser)
    parser.add_argument("--out", type=Path, help="a folder for the folds' timelines and alarms")
    parser.add_argument("--scorer", type=Path, help="a program run on each fold as SCORER TIMELINES ALARMS")
    said = parser.parse_args()
    for path in (said.timelines, *said.beside):
        if not path.is_file():
            print(f"skipped: {path} is not here", file=sys.stderr)
            return 0
    if said.blocked and how_copied(said.timelines, said) == "overlaid":
        parser.error("weeks laid on one are of no quarter: --blocked cannot go with --overlaid of the same file")
    with tempfile.TemporaryDirectory() as scratch:
        cross_validate(said, said.out or Path(scratch))
    return 0


def cross_validate(said: argparse.Namespace, folder: Path) -> None:
    """Measure fold by fold, each written into the folder, and all together where they are scored."""
    measured = read_timelines(said.timelines)
    fold = np.random.default_rng(SEED).permutation(measured.n_accounts) % said.folds  # whatever is learnt from beside
    rng = np.random.default_rng(SEED + 1)
    beside = [
        lesson for path in said.beside for lesson in all_lessons(read_timelines(path), how_copied(path, said), rng)
    ]
    unseen: RhythmModel | None = None  # the same for every fold
    if said.unseen and not said.blocked:
        unseen = fit_model(together(beside), "unseen", RATES)
    asked = said.only if said.only is not None else list(range(said.folds))
    for k in asked:
        tested = chosen(measured, np.flatnonzero(fold == k).tolist())
        learnt: list[Lessons] = []
        if not said.unseen:
            rest = chosen(measured, np.flatnonzero(fold != k).tolist())
            learnt = all_lessons(rest, how_copied(said.timelines, said), rng)
        kinds = {
            f"fold {k}": tested,
            f"fold {k}, in places of five": in_places(tested, rng),
            f"fold {k}, broken by power cuts": power_cuts(tested, rng),
        }
        alarms = {name: np.full((each.at_us.size, BUDGETS.size), np.nan) for name, each in kinds.items()}
        for half in (0, 1) if said.blocked else (None,):
            others = learnt if half is None else [of_half(each, 1 - half) for each in learnt]
            model = unseen or fit_model(together([*beside, *others]), f"fold {k}", RATES)
            for name, each in kinds.items():
                rows = slice(None) if half is None else quarter(each.at_us) % 2 == half
                alarms[name][rows] = replay_timelines(each, model, BUDGETS).alarms_s[rows]
        for name, each in kinds.items():
            report(name, each, alarms[name])
        written = write(folder, k, tested, alarms[f"fold {k}"])
        if said.scorer:
            subprocess.run([sys.executable, said.scorer, *written], check=True)  # noqa: S603
    if said.scorer and len(asked) > 1:
        print("these folds together:")
        subprocess.run([sys.executable, said.scorer, *folds_together(folder, asked)], check=True)  # noqa: S603


def in_places(timelines: Timelines, rng: np.random.Generator) -> Timelines:
    """The same accounts, each in a random place of five."""
    place = (rng.permutation(timelines.n_accounts) // 5).astype(np.int64)
    return Timelines(names=timelines.names, starts=timelines.starts, at_us=timelines.at_us, place=place)


def power_cuts(timelines: Timelines, rng: np.random.Generator) -> Timelines:
    """The same accounts with power for some hours only: cuts of two to eight hours, two a day, a schedule a district.

    Half of the posts that fall into a cut are lost; ten districts, every account in one.
    """
    first, last = int(timelines.at_us.min()), int(timelines.at_us.max())
    n_days = (last - first) // DAY_US + 2
    parts = []
    schedules = [(rng.uniform(0, 1, (n_days, 2)), rng.uniform(2 / 24, 8 / 24, (n_days, 2))) for _ in range(10)]
    for k in range(timelines.n_accounts):
        at_us = timelines.of(k)
        begins, lengths = schedules[int(rng.integers(10))]
        day = (at_us - first) // DAY_US
        time = ((at_us - first) % DAY_US) / DAY_US
        dark = ((time[:, None] - begins[day]) % 1 < lengths[day]).any(axis=1)
        parts.append(at_us[~dark | (rng.random(at_us.size) < 0.5)])
    return Timelines(
        names=timelines.names,
        starts=np.r_[0, np.cumsum([part.size for part in parts])].astype(np.int64),
        at_us=np.concatenate(parts),
        place=timelines.place,
    )


def quarter(at_us: np.ndarray) -> np.ndarray:
    """Calendar quarters since 1970."""
    return at_us.astype("datetime64[us]").astype("datetime64[M]").astype(np.int64) // 3


def of_half(all_of: Lessons, half: int) -> Lessons:
    """What the even or the odd quarters teach; their habits may look back into the others, their gaps do not."""
    rows = quarter(all_of.begin_us) % 2 == half
    g = all_of.gaps
    share = g.delay.sum() / g.delay[rows].sum()
    gaps = Gaps(g.log_gap[rows], g.delay[rows] * share, g.false_alarm[rows] * share)
    kept, account = np.unique(all_of.account[rows], return_inverse=True)
    return Lessons(all_of.habits[rows], gaps, kept.size, account, all_of.begin_us[rows])


def report(name: str, tested: Timelines, alarms: np.ndarray) -> None:
    """False alarms and delay, over all and apart."""
    kinds = {
        "all": lambda at: at.size > 0,
        "short (under 200 days)": lambda at: at[-1] - at[0] < 200 * DAY_US,
        "thin (under 3 days in 10)": lambda at: np.unique(at // DAY_US).size < 0.3 * (at[-1] - at[0]) / DAY_US,
    }
    for j, budget in enumerate(BUDGETS):
        had = false_alarms_of(tested, alarms[:, j])
        for kind, is_kind in kinds.items():
            rates, delays = [], []
            for k, (rate, years) in enumerate(had):
                at_us = tested.of(k)
                if years <= 0 or not is_kind(at_us):
                    continue
                rates.append(rate)
                mine = np.clip(alarms[tested.starts[k] : tested.starts[k + 1], j], 60, CAP_S)[50:-1]
                day = at_us[50:-1] // DAY_US
                _, which, n = np.unique(day, return_inverse=True, return_counts=True)
                delays.append((np.log(mine / 3600) / n[which]).sum() / n.size)
            if rates:
                print(
                    json.dumps(
                        {
                            "of": name,
                            "budget": budget,
                            "accounts": kind,
                            "n": len(rates),
                            "false_alarms": round(float(np.mean(rates)), 3),
                            "above_5x": round(float(np.mean(np.array(rates) > 5 * budget)), 4),
                            "delay_geo_h": round(float(np.exp(np.mean(delays))), 1),
                        }
                    ),
                    flush=True,
                )


def write(folder: Path, k: int, tested: Timelines, alarms: np.ndarray) -> tuple[Path, Path]:
    """A fold's timelines and alarms as Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    names = pl.Series(list(tested.names), dtype=pl.String).gather(
        np.repeat(np.arange(tested.n_accounts), np.diff(tested.starts))
    )
    at = pl.from_epoch(pl.Series(tested.at_us), time_unit="us").dt.replace_time_zone("UTC")
    timelines, raised = folder / f"timelines-{k}.parquet", folder / f"alarms-{k}.parquet"
    pl.DataFrame({"account": names, "published_at": at}).write_parquet(timelines)
    pl.concat(
        [
            pl.DataFrame(
                {
                    "account": names,
                    "last_post_at": at,
                    "budget_per_year": np.full(len(at), budget),
                    "alarm_after_s": np.where(alarms[:, j] < CAP_S, alarms[:, j], np.nan),
                }
            ).with_columns(pl.col("alarm_after_s").fill_nan(None))
            for j, budget in enumerate(BUDGETS)
        ]
    ).write_parquet(raised)
    return timelines, raised


def folds_together(folder: Path, folds: list[int]) -> tuple[Path, Path]:
    """The folds' timelines and alarms, each as one file."""
    found = folder / "timelines-all.parquet", folder / "alarms-all.parquet"
    for path, kind in zip(found, ("timelines", "alarms"), strict=True):
        pl.concat([pl.read_parquet(folder / f"{kind}-{k}.parquet") for k in folds]).write_parquet(path)
    return found


if __name__ == "__main__":
    sys.exit(main())
