"""How fast pictures that look alike are found, and what reading a file apart costs.

    .venv/bin/python tools/bench_media.py [--hashes 1000000]

The ratio is to counting the same bits in a plain Python loop, in the same run on one core. A search looks at every
hash, so that it costs the same whatever they are; those here are of chance.
"""

import argparse
import io
import time
from collections.abc import Callable

import numpy as np
from PIL import Image

from vigil.evidence.alike import MOST_BITS_APART, columns_of, near
from vigil.sources.media.examining import Examiner
from vigil.sources.media.facts import facts_of

SEED = 20161213
IN_A_LOOP = 100_000  # hashes that the plain loop is given: it is slow, and costs the same for each
RUNS = 5


def main() -> None:
    """Run the benchmarks and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hashes", type=int, default=1_000_000, help="how many to search")
    options = parser.parse_args()
    bench_near(options.hashes)
    bench_examining()


def bench_near(n: int) -> None:
    """One search of all of them, beside a loop."""
    rng = np.random.default_rng(SEED)
    hashes = [rng.bytes(32) for _ in range(n)]
    columns = columns_of(hashes)
    wanted = hashes[n // 2]
    found = near(wanted, columns)
    if found[0] != (n // 2, 0):
        raise SystemExit("the search does not find what was put there")
    search_s = best_of(lambda: near(wanted, columns))
    some = hashes[: min(n, IN_A_LOOP)]
    loop_s = best_of(lambda: plain(wanted, some)) * n / len(some)
    print(
        f"near {n:,} hashes   {search_s * 1e3:6.1f} ms   a plain loop {loop_s * 1e3:8,.0f} ms"
        f"   {loop_s / search_s:.0f} x"
    )


def plain(wanted: bytes, among: list[bytes]) -> list[int]:
    """The same, one after the other."""
    one = int.from_bytes(wanted, "big")
    return [
        place
        for place, other in enumerate(among)
        if (one ^ int.from_bytes(other, "big")).bit_count() <= MOST_BITS_APART
    ]


def bench_examining() -> None:
    """A picture of 2 megapixels, read here and in a process of its own."""
    rng = np.random.default_rng(SEED)
    image = Image.fromarray(rng.integers(0, 255, (30, 40, 3), dtype=np.uint8)).resize((1600, 1200))
    stream = io.BytesIO()
    image.save(stream, "JPEG")
    body, examiner = stream.getvalue(), Examiner()
    here_s, apart_s = best_of(lambda: facts_of(body)), best_of(lambda: examiner.examine(body))
    print(f"a picture read here {here_s * 1e3:6.1f} ms   in a process of its own {apart_s * 1e3:6.1f} ms")


def best_of(work: Callable[[], object]) -> float:
    """The shortest of some runs, seconds of the clock: what else the machine does only adds."""
    took = []
    for _ in range(RUNS):
        began_s = time.perf_counter()
        work()
        took.append(time.perf_counter() - began_s)
    return min(took)


if __name__ == "__main__":
    main()
