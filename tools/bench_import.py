"""How fast posts go from Parquet into an encrypted case, and whether memory stays flat. Makes its own data.

    .venv/bin/python tools/bench_import.py [--rows 1300000] [--with-text]

Each import is a process of its own: the wall-clock covers `vigil import` from start to end, memory is its peak.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import polars as pl

SEED = 20161213
ACCOUNTS = 855  # as many as the public timelines have that this was first measured on
VIGIL = (sys.executable, "-c", "from vigil.cli.main import main; main()")


def main() -> None:
    """Import a small file, a large one, and the large one again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_300_000)
    parser.add_argument("--with-text", action="store_true", help="posts with ids, handles and text, by time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for what, rows in (("a quarter", options.rows // 4), ("all", options.rows)):
            file, case = folder / f"{rows}.parquet", str(folder / f"of-{rows}")
            # In a process of its own: a command begins as a copy of this one, and would be charged its memory.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere:
                elsewhere.submit(write, rows, file, with_text=options.with_text).result()
            run("new", case)
            report(what, rows, *timed("import", str(file), "--case", case))
        report("all again", rows, *timed("import", str(file), "--case", case))


def write(rows: int, file: Path, *, with_text: bool) -> None:
    """So many posts as a file."""
    made_up(rows, with_text=with_text).write_parquet(file)


def made_up(rows: int, *, with_text: bool) -> pl.DataFrame:
    """Posts at random over four years, to the minute, so that many share one instant."""
    rng = np.random.default_rng(SEED)
    minutes = rng.integers(0, 4 * 365 * 24 * 60, rows)
    posts = pl.DataFrame(
        {
            "account": [f"{number:012x}" for number in rng.integers(0, ACCOUNTS, rows)],
            "published_at": pl.Series(1_400_000_000 + minutes * 60).cast(pl.Int64) * 1_000_000,
        }
    ).with_columns(pl.col("published_at").cast(pl.Datetime("us", "UTC")))
    if not with_text:
        return posts.sort("account", "published_at")
    return posts.sort("published_at").with_columns(
        id=pl.int_range(pl.len()).cast(pl.String),
        handle="account",
        text=pl.format(
            "post number {} of a made-up siege, about as long as posts are, قصف حلب", pl.int_range(pl.len())
        ),
    )


def timed(*words: str) -> tuple[float, float]:
    """Seconds a command took, and its own peak memory in MB."""
    began = time.perf_counter()
    peak_mb = run(*words)
    return time.perf_counter() - began, peak_mb


def run(*words: str) -> float:
    """Run `vigil` with these words; gives its own peak memory in MB."""
    environment = {**os.environ, "VIGIL_PASSPHRASE": "six random words of a benchmark"}
    begun = subprocess.Popen(  # noqa: S603 - our own command
        [*VIGIL, *words], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(begun.pid, 0)
    begun.returncode = os.waitstatus_to_exitcode(status)
    if begun.returncode:
        raise SystemExit(f"vigil {words[0]} ended with {begun.returncode}")
    return usage.ru_maxrss / 1024


def report(what: str, rows: int, took_s: float, peak_mb: float) -> None:
    """One line of the result."""
    print(f"{what:10} {rows:>9,} rows  {took_s:6.2f} s  {rows / took_s:>9,.0f} rows/s  peak {peak_mb:,.0f} MB")


if __name__ == "__main__":
    main()
