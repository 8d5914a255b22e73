"""Killed while listening: what was acknowledged is there, the log holds, and listening goes on from there."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from case_kinds import CHEAP, SECRETS
from scripted_source import SPOKEN

from vigil.model.ids import AccountId, CollectorName, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.store.casefile import create_case, writing_case
from vigil.usecases.listening.ports import AddedSource
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.verify_case import verify_case

KILLS = 6
ONE = Account(SPOKEN, AccountId("one"))

LISTENING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from case_kinds import SECRETS
from scripted_source import ScriptedKind, said
from vigil.store.casefile import writing_case
from vigil.usecases.listening.listen import ListenSettings, listen

class Endless:  # messages without end, each made when it is asked for
    def __len__(self): return 10**9
    def __getitem__(self, number): return said(number, "one")

kind = ScriptedKind()
kind.messages = Endless()
n = 0
def tell(status):
    global n
    if status.sources[0].kept.n_captures != n:
        n = status.sources[0].kept.n_captures
        print(n, flush=True)
with writing_case(Path(sys.argv[1]), SECRETS) as case:
    settings = ListenSettings(tell_every_s=0.0, checkpoint_every_s=0.5)
    listen(case, {"spoken": kind}, version="1", clock=lambda: datetime.now(UTC), settings=settings, tell=tell)
"""


def test_nothing_acknowledged_is_lost(tmp_path):
    """SIGKILL at random moments, then everything that was told to be kept is there, once and in order."""
    folder, chance = tmp_path / "aleppo.vigil", random.Random(7)  # noqa: S311
    now = datetime.now(UTC)
    create_case(folder, passphrase=SECRETS.passphrase, created_at=now, written_by="test", cost=CHEAP)
    with writing_case(folder, SECRETS) as case:
        accounts = (WatchedAccount(account=ONE),)
        case.put_witness(Witness(name=WitnessName("Swallow"), accounts=accounts, basis=Basis.CONSENT))
        case.listening.add_source(
            AddedSource(collector=CollectorName("spoken"), kind="spoken", settings={}, secrets={}, added_at=now)
        )
    acknowledged = 0
    for _ in range(KILLS):
        acknowledged += _killed(folder, chance)
    with writing_case(folder, SECRETS) as case:
        make_checkpoint(case=case, clock=lambda: datetime.now(UTC))
        posts = [leaf.said.post for leaf in case.evidence.leaves() if leaf.said]
        assert posts == [str(number) for number in range(len(posts))]
        assert len(posts) >= acknowledged > 0
        assert case.info().n_observations == len(posts)
        assert verify_case(case).verified


def _killed(folder: Path, chance: random.Random) -> int:
    """Listen until killed; gives how many were told to be kept in this session."""
    paths = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "store"), os.environ.get("PYTHONPATH", "")]
    words = [sys.executable, "-c", LISTENING, str(folder)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        printed = iter(process.stdout or ())
        lines = [next(printed)]
        time.sleep(chance.uniform(0, 0.4))
        process.kill()
        lines += [line for line in printed if line.endswith("\n")]
    return max(int(line) for line in lines)
