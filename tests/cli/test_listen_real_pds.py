"""The whole way, as typed: a real server, the command line as a process of its own, and the case it leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from real_pds import running
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Account
from vigil.store.casefile import reading_case
from vigil.store.keys import ScryptCost
from vigil.usecases.ports import Secrets

PASSPHRASE = "six random words of a test"
EVER = datetime(2100, 1, 1, tzinfo=UTC)
WORDS = ("the first from before", "the second from before", "said live", "an answer", "said while nobody ran")


@pytest.fixture(scope="module")
def pds():
    with running() as server:
        yield server


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIGIL_PASSPHRASE", PASSPHRASE)
    given = bootstrap.Settings(cases=tmp_path, cost=ScryptCost(n=2**4))
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase=PASSPHRASE, given=given)
    return tmp_path


def run(*arguments):
    done = CliRunner().invoke(app, [*arguments, "--case", "aleppo"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


class Listening:
    """`vigil listen`, running."""

    def __enter__(self):
        words = [sys.executable, "-m", "vigil", "listen", "--case", "aleppo", "--json"]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        for line in self.process.stdout:
            if json.loads(line)["hearing"] == "healthy":
                return self
        raise AssertionError(self.process.stderr.read())

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=120)
        assert self.process.returncode == 0, err
        self.last = json.loads(out.splitlines()[-1])


def kept(folder, account):
    """What the case has of an account, in the order it came: kind, words or state."""
    with reading_case(folder / "aleppo.vigil", Secrets(passphrase=PASSPHRASE)) as case:
        rows = case._database.rows(
            "SELECT o.kind_no, d.text, d.state_no FROM observation AS o JOIN account AS a USING (account_no) "
            "LEFT JOIN detail AS d USING (row_no) WHERE a.id = ? ORDER BY o.row_no",
            (account.id,),
        )
    kinds, states = list(Kind), list(AccountState)
    return [(kinds[kind], states[state] if state is not None else text) for kind, text, state in rows]


def until(folder, account, holds, within_s=90.0):
    ends = time.monotonic() + within_s
    while time.monotonic() < ends:
        there = kept(folder, account)
        if holds(there):
            return there
        time.sleep(0.3)
    raise AssertionError(there)


def test_a_life_is_heard_kept_and_verified(pds, folder):
    """Posts from before, live ones, an edit, a deletion, switched off and on again, and words while nobody ran."""
    amal = pds.join("amal")
    pds.post(amal, WORDS[0])
    pds.post(amal, WORDS[1])
    home = {"service": pds.stream, "wire": "firehose", "archive": pds.url, "directory": pds.directory}
    run("sources", "add", "bluesky", *(f"{name}={value}" for name, value in home.items()), f"names={pds.url}")
    account = run("sources", "find", "bluesky", "@amal.test").strip()
    assert account == f"bluesky:{amal.did}"
    run("watch", "add", "Swallow", "--account", account, "--basis", "consent")
    assert "hears" in run("sources", "test")
    whose = Account("bluesky", amal.did)
    with Listening() as session:
        until(folder, whose, lambda there: len(there) >= 2)
        post = pds.post(amal, WORDS[2])
        pds.post(amal, WORDS[3], answering=post)
        pds.edit(amal, post, "said live, and corrected")
        pds.delete(amal, post)
        pds.deactivate(amal)
        pds.reactivate(amal)
        until(folder, whose, lambda there: (Kind.ACCOUNT_STATE, AccountState.ACTIVE) in there)
    assert session.last["hearing"] == "healthy"
    pds.post(amal, WORDS[4])
    with Listening():
        there = until(folder, whose, lambda there: (Kind.POST, WORDS[4]) in there)
    assert sorted(there[:2]) == sorted((Kind.POST, word) for word in WORDS[:2])
    live = [said for said in there[2:] if said[0] is not Kind.ACCOUNT_STATE]
    assert live == [
        (Kind.POST, WORDS[2]),
        (Kind.REPLY, WORDS[3]),
        (Kind.EDIT, "said live, and corrected"),
        (Kind.DELETE, None),
        (Kind.POST, WORDS[4]),
    ]
    states = [said[1] for said in there if said[0] is Kind.ACCOUNT_STATE]
    assert states[-2:] == [AccountState.DEACTIVATED, AccountState.ACTIVE]
    verified = CliRunner().invoke(app, ["verify", "aleppo"], catch_exceptions=False)
    assert verified.exit_code == 0, verified.output
    (page,) = [json.loads(line) for line in run("coverage", "--json").splitlines()]
    shown = {span["shown_by"] for span in page["spans"]}
    assert {"pulse", "pulse:filled"} <= shown
    assert page["accounts"][0]["hearing"] == "healthy"
