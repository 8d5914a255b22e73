"""Killed at any moment of an import, a second run completes it to the same case."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from importing import contents, file_of, post

from vigil import bootstrap
from vigil.usecases.ports import Secrets

N_ROWS, N_KILLS = 6_000, 12

IMPORT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from vigil import bootstrap
from vigil.sources import lines, open_source
from vigil.usecases.import_posts import import_posts
from vigil.usecases.ports import Secrets
lines.BLOCK_BYTES = 4096  # many small transactions, so that a kill has something to fall between
print("begun", flush=True)
with bootstrap.case_writer(Path(sys.argv[1]), Secrets()) as case:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    import_posts([open_source(Path(sys.argv[2]))], case=case, clock=lambda: now, watch=True)
"""


def _start(case: Path, posts: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", IMPORT, str(case), str(posts)], stdout=subprocess.PIPE)


@pytest.mark.slow
def test_killed_at_any_moment_a_second_run_completes_to_the_same_case(tmp_path: Path) -> None:
    """SIGKILL at random moments, then one undisturbed run: the case is the one never disturbed."""
    chance = random.Random(20161213)  # noqa: S311
    rows = [post(index % 900, text=f"{index % 5}", account=f"a{index % 7}", place="aleppo") for index in range(N_ROWS)]
    rows[100:4000:300] = [{"account": ""}] * len(rows[100:4000:300])
    posts = file_of(tmp_path, rows)
    whole = tmp_path / "whole.vigil"
    bootstrap.create_case(whole, passphrase=None)
    begun = _start(whole, posts)
    assert begun.stdout is not None
    begun.stdout.readline()
    started = time.monotonic()
    assert begun.wait(timeout=120) == 0
    begun.stdout.close()
    usual_s = time.monotonic() - started
    case = tmp_path / "killed.vigil"
    bootstrap.create_case(case, passphrase=None)
    for _ in range(N_KILLS):
        process = _start(case, posts)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, usual_s))
        process.kill()
        process.wait(timeout=60)
        process.stdout.close()
    last = _start(case, posts)
    assert last.wait(timeout=120) == 0
    assert last.stdout is not None
    last.stdout.close()
    with bootstrap.case_reader(whole, Secrets()) as undisturbed, bootstrap.case_reader(case, Secrets()) as completed:
        assert contents(completed) == contents(undisturbed)
        assert undisturbed.info().n_quarantined > 0
