"""What keeping captures costs, and what a kill leaves: figures of docs/adr/0007-vault.md.

python tools/measure_keeping.py                 rates, and whether they are flat
python tools/measure_keeping.py --append        hashing and appending to the log beside plain SHA-256, by size
python tools/measure_keeping.py --kills 200     SIGKILL at random moments; about 3 minutes a hundred
"""

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from vigil.evidence.leaf import EntryKind
from vigil.model.capture import Capture
from vigil.model.ids import CollectorName
from vigil.store.casefile import create_case, reading_case, writing_case
from vigil.store.keys import ScryptCost
from vigil.store.log import NewEntry
from vigil.store.logged import About
from vigil.store.memory import memory_case
from vigil.store.writing import WritableCase
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import Secrets
from vigil.usecases.verify_case import verify_case

SECRETS = Secrets(passphrase="six random words of a tool")  # noqa: S106 - of a case that is thrown away
QUICK = ScryptCost(n=2**4)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--append", action="store_true")
    parser.add_argument("--captures", type=int, default=20_000)
    parser.add_argument("--keep-until-killed", metavar="CASE", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help="where the case is made; else a temporary folder")
    given = parser.parse_args()
    if given.keep_until_killed:
        keep_until_killed(Path(given.keep_until_killed))
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        case = Path(folder) / "case.vigil"
        create_case(case, passphrase=SECRETS.passphrase, created_at=now(), written_by="tool", cost=QUICK)
        if given.append:
            append_rates()
        elif given.kills:
            kill(case, given.kills)
        else:
            rates(case, given.captures)


def now() -> datetime:
    return datetime.now(UTC)


def capture(body: bytes) -> Capture:
    return Capture(body=body, captured_at=now(), collector=CollectorName("tool"), collector_version="1")


def rates(folder: Path, n: int) -> None:
    """Posts of 1 kB in groups of 256, in ten stretches; then a checkpoint and a verification."""
    stretch = n // 10
    with writing_case(folder, SECRETS) as case:
        for tenth in range(10):
            captures = [capture(os.urandom(1000)) for _ in range(stretch)]
            began, worked = time.perf_counter(), time.process_time()
            keep_captures(captures, case=case, clock=now)
            wall, cpu = time.perf_counter() - began, time.process_time() - worked
            print(
                f"{(tenth + 1) * stretch:8,} kept: {stretch / wall:8,.0f}/s by the clock, {1e6 * cpu / stretch:6.0f} us"
            )
        began = time.perf_counter()
        for _ in range(50):
            keep_captures([capture(os.urandom(1000))], case=case, clock=now)
        print(f"one at a time, each acknowledged: {(time.perf_counter() - began) / 50 * 1e3:.1f} ms")
        big = os.urandom(64 * 2**20)
        began = time.process_time()
        hashlib.sha256(big).digest()
        plain, began = time.process_time() - began, time.process_time()
        keep_captures([capture(big)], case=case, clock=now)
        share = plain / (time.process_time() - began)
        print(f"64 MiB: {share:.0%} of plain SHA-256's speed, sealing and writing included")
        make_checkpoint(case=case, clock=now)
    with reading_case(folder, SECRETS) as case:
        began = time.perf_counter()
        report = verify_case(case)
        took = time.perf_counter() - began
        print(
            f"verified={report.verified}: {report.log.size:,} entries and {report.n_contents:,} files in {took:.1f} s"
        )


POST_BYTES, PICTURE_BYTES, POSTS_A_PICTURE = 2_000, 300_000, 3
"""A case as it comes: every third post shows a picture. Sizes are a Bluesky post's JSON and a picture's."""


def append_rates() -> None:
    """Groups of 256, hashed and appended with their salts and rows, beside hashing alone; the best of five turns."""
    case = memory_case()
    for size in (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000):
        bodies = [os.urandom(size) for _ in range(256 if size < 1_000_000 else 32)]
        append_rate(case, bodies, f"{size:,} bytes")
    sizes = ([POST_BYTES] * POSTS_A_PICTURE + [PICTURE_BYTES]) * 64
    append_rate(case, [os.urandom(size) for size in sizes], "posts, every third with a picture")


def append_rate(case: WritableCase, bodies: list[bytes], what: str) -> None:
    """Print what share of plain hashing's rate hashing and appending have, for a group kept together."""
    plain, whole = [], []
    for _ in range(5):
        began = time.process_time()
        for body in bodies:
            hashlib.sha256(body).digest()
        plain.append(time.process_time() - began)
        began = time.process_time()
        entries, number = [], case._log.size()  # noqa: SLF001 - the log alone is measured
        with case.transaction():
            for body in bodies:
                entries.append(
                    NewEntry(
                        kind=EntryKind.CAPTURE,
                        about=About.CAPTURE,
                        about_no=number + len(entries) + 1,
                        digest=hashlib.sha256(body).digest(),
                        recorded_at=now(),
                    )
                )
            case._log.append(entries)  # noqa: SLF001 - the log alone is measured
        whole.append(time.process_time() - began)
    each = 1e6 / len(bodies)
    print(
        f"{what:>34}: {min(plain) * each:7.1f} us hashed, {min(whole) * each:7.1f} us hashed and appended: "
        f"{min(plain) / min(whole):.0%}"
    )


def keep_until_killed(folder: Path) -> None:
    with writing_case(folder, SECRETS) as case:
        while True:
            report = keep_captures([capture(os.urandom(300)) for _ in range(8)], case=case, clock=now)
            print(*(f"{kept.place}:{kept.digest}" for kept in report.kept), flush=True)


def kill(folder: Path, kills: int) -> None:
    chance = random.Random(kills)  # noqa: S311
    acknowledged: dict[int, str] = {}
    for n in range(kills):
        words = [sys.executable, __file__, "--keep-until-killed", str(folder)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - this very file
            printed = iter(process.stdout or ())
            first = next(printed)
            time.sleep(chance.uniform(0, 0.3))
            process.kill()
            lines = [first, *printed]
        for line in lines:
            if line.endswith("\n"):
                acknowledged.update(
                    (int(place), digest) for place, digest in (each.split(":") for each in line.split())
                )
        if n % 20 == 19 or n == kills - 1:
            with writing_case(folder, SECRETS) as case:
                make_checkpoint(case=case, clock=now)
                report = verify_case(case)
                there = {leaf.place: leaf.said.digest for leaf in case.evidence.leaves() if leaf.said}
            lost = sum(there.get(place) != digest for place, digest in acknowledged.items())
            print(f"{n + 1} kills: {len(acknowledged):,} acknowledged, {lost} lost; verified={report.verified}")
            if lost or not report.verified:
                sys.exit(1)


if __name__ == "__main__":
    main()
