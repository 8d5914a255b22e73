"""How fast rhythm is: scoring a million accounts, taking in one more post, replaying a history. On data it makes.

    .venv/bin/python tools/bench_rhythm.py [--replay TIMELINES.parquet]

Ratios are taken within one run on one core, so that they hold on another machine; the seconds hold on this one.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vigil import bootstrap
from vigil.model.timelines import Timelines
from vigil.watch.live import LiveAccounts

ONE_CORE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
SEED = 20161213
NOW_US = 1_482_000_000_000_000  # a Saturday in December 2016
DAY_S = 86400.0
ACCOUNTS = 1_000_000
LEARNT = 400  # accounts really followed; the million repeat them
VIGIL = (sys.executable, "-c", "from vigil.cli.main import main; main()")


def main() -> None:
    """Run the three benchmarks and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replay", type=Path, metavar="FILE", help="also replay this file of timelines")
    parser.add_argument("--rows", type=int, default=1_300_000, help="posts of the made-up file to replay")
    options = parser.parse_args()
    if any(os.environ.get(name) != "1" for name in ONE_CORE):  # read when the libraries load: hence begun anew
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | dict.fromkeys(ONE_CORE, "1"))  # noqa: S606
    rng = np.random.default_rng(SEED)
    bench_scoring(rng)
    bench_hearing(rng)
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "made-up.parquet"
        as_frame([made_up_posts(rng, days=1400.0) for _ in range(855)], options.rows).write_parquet(made)
        bench_replay("made up", made, Path(scratch))
        if options.replay:
            bench_replay(options.replay.name, options.replay, Path(scratch))


def bench_scoring(rng: np.random.Generator) -> None:
    """A million accounts at one moment, beside lifetimes' P(alive) of the same accounts."""
    print(f"\nScoring {ACCOUNTS:,} accounts at one moment, one core")
    posts = [made_up_posts(rng, days=200.0) for _ in range(LEARNT)]
    learnt = LiveAccounts.followed(as_timelines(posts), bootstrap.rhythm_model())
    which = rng.integers(0, LEARNT, ACCOUNTS)
    live = LiveAccounts(learnt.last_at_us[which], learnt.log_alarms[which])
    live.expected_per_year(NOW_US)  # compiled
    live.overdue(NOW_US, 4.0)
    scored_s = best(lambda: live.expected_per_year(NOW_US))
    overdue_s = best(lambda: live.overdue(NOW_US, 4.0))
    size_mb = (live.last_at_us.nbytes + live.log_alarms.nbytes) / 1e6
    print(f"  expected per year      {scored_s:8.3f} s   {size_mb:.0f} MB of columns")
    print(f"  overdue under a budget {overdue_s:8.3f} s")
    p_alive = lifetimes_p_alive(posts)
    columns = [column[which] for column in histories(posts)]
    peer_s = best(lambda: p_alive(*columns))
    print(f"  lifetimes' P(alive)    {peer_s:8.3f} s   ratio {peer_s / scored_s:.1f} : 1")


def bench_hearing(rng: np.random.Generator) -> None:
    """One more post, after histories of a thousand to a million."""
    print("\nOne more post of one account, one core")
    model = bootstrap.rhythm_model()
    first_us = None
    for n in (1_000, 10_000, 100_000, 1_000_000):
        gaps_s = rng.lognormal(5.5, 1.8, n + 2_000) + 1
        at_us = NOW_US + (np.cumsum(gaps_s) * 1e6).astype(np.int64)
        live = LiveAccounts.unheard(1, model)
        live.hear_in_order(0, at_us[:n])
        for at in at_us[n : n + 100]:  # compiled, and in the cache
            live.hear(0, int(at))
        began = time.perf_counter()
        for at in at_us[n + 100 :]:
            live.hear(0, int(at))
        each_us = (time.perf_counter() - began) / 1_900 * 1e6
        first_us = first_us or each_us
        state_kb = sum(part.nbytes for part in live.states[0]) / 1e3
        print(
            f"  after {n:>9,} posts {each_us:7.0f} us   {each_us / first_us:4.2f} x the first   {state_kb:.0f} kB kept"
        )


def bench_replay(what: str, file: Path, folder: Path) -> None:
    """`vigil replay` of a file at two budgets, as a process of its own, on all cores."""
    posts = pl.scan_parquet(file).select("account", "published_at")
    n_posts, n_times = (frame.select(pl.len()).collect().item() for frame in (posts, posts.unique()))
    alarms = folder / f"alarms-{file.stem}.parquet"
    command = [*VIGIL, "replay", str(file), "--budget", "4", "--budget", "1", "--out", str(alarms)]
    environment = {name: value for name, value in os.environ.items() if name not in ONE_CORE}
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    _, status, used = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{what}: vigil replay failed")
    cpu_s = used.ru_utime + used.ru_stime
    print(f"\nReplay, {what}: {n_posts:,} posts, {n_times:,} distinct times, budgets 4 and 1, {os.cpu_count()} cores")
    print(f"  {wall_s:.1f} s by the clock, {cpu_s:.1f} s of processor, peak {used.ru_maxrss / 1024:,.0f} MB")


def made_up_posts(rng: np.random.Generator, *, days: float) -> NDArray[np.float64]:
    """One account's posts, seconds before NOW_US: by day more than by night, in bursts, with days off."""
    a_day = rng.lognormal(0.0, 0.8)
    active = np.flatnonzero(rng.random(int(days)) < rng.beta(4, 6))
    n_sessions = 1 + rng.poisson(a_day / 4, active.size)
    begins_s = np.repeat(active, n_sessions) * DAY_S + (rng.normal(15, 4, n_sessions.sum()) % 24) * 3600
    n_posts = rng.geometric(1 / (1 + rng.exponential(1.6)), begins_s.size)
    posts_s = np.repeat(begins_s, n_posts) + rng.exponential(900, n_posts.sum())
    return np.unique(np.floor(posts_s[posts_s < days * DAY_S])) - days * DAY_S


def as_timelines(posts: list[NDArray[np.float64]]) -> Timelines:
    """The posts as columns."""
    return Timelines(
        names=[str(k) for k in range(len(posts))],
        starts=np.r_[0, np.cumsum([one.size for one in posts])].astype(np.int64),
        at_us=(NOW_US + np.concatenate(posts) * 1e6).astype(np.int64),
        place=np.full(len(posts), -1, np.int64),
    )


def as_frame(posts: list[NDArray[np.float64]], rows: int) -> pl.DataFrame:
    """The posts as a file of timelines: as many accounts as make `rows` of them, or all there are."""
    frame = pl.DataFrame(
        {
            "account": pl.Series([f"{k:04d}" for k, one in enumerate(posts) for _ in range(one.size)]),
            "published_at": pl.Series(NOW_US + np.concatenate(posts) * 1e6).cast(pl.Int64),
        }
    ).with_columns(pl.col("published_at").cast(pl.Datetime("us", "UTC")))
    return frame.head(rows)


def histories(posts: list[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """Repeat posts, time of the last and time of watching, in days since the first: what lifetimes asks for."""
    repeats = [one.size - 1.0 for one in posts]
    recency = [(one[-1] - one[0]) / DAY_S for one in posts]
    watched = [-one[0] / DAY_S for one in posts]
    return [np.array(column) for column in (repeats, recency, watched)]


def lifetimes_p_alive(posts: list[NDArray[np.float64]]) -> Callable[..., object]:
    """BG/NBD P(alive) of the `lifetimes` package, fitted to the same accounts."""
    from lifetimes import BetaGeoFitter

    fitter = BetaGeoFitter(penalizer_coef=0.01)
    fitter.fit(*histories(posts))
    return fitter.conditional_probability_alive


def best(what: Callable[[], object], times: int = 5) -> float:
    """The least seconds of several runs: what the work takes where nothing else is in the way."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        what()
        took.append(time.perf_counter() - began)
    return min(took)


if __name__ == "__main__":
    main()
