"""`vigil listen`, as typed."""

import json
import os
import signal
import threading
import time

import pytest
from scripted_source import ScriptedKind, said
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.store.keys import ScryptCost


@pytest.fixture
def kind(tmp_path, monkeypatch):
    """An encrypted case that listens for one account of a scripted source."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIGIL_PASSPHRASE", "six random words of a test")
    given = bootstrap.Settings(cases=tmp_path, cost=ScryptCost(n=2**4))
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase="six random words of a test", given=given)
    kind = ScriptedKind([said(n, "one") for n in range(30)])
    monkeypatch.setattr(bootstrap, "source_kinds", lambda: {"spoken": kind})
    run("sources", "add", "spoken")
    run("watch", "add", "Swallow", "--account", "spoken:one", "--basis", "consent")
    return kind


def run(*arguments):
    done = CliRunner().invoke(app, [*arguments, "--case", "aleppo"], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_once_catches_up_and_stops(kind):
    """Exit 0, a line for each change, and what came of it; coverage and the case know."""
    code, _, err = run("listen", "--once")
    assert code == 0
    assert "spoken: 30 messages kept, 30 observations new" in err
    assert "spoken  healthy" in err
    code, out, _ = run("coverage")
    assert code == 0
    assert "spoken   1 account" in out
    verified = CliRunner().invoke(app, ["verify", "aleppo"], catch_exceptions=False)
    assert (verified.exit_code, "captures: 30" in verified.stdout) == (0, True)


def test_once_exits_1_where_it_could_not_hear(kind):
    """So that cron tells somebody."""
    kind.messages.insert(0, lambda _: OSError("gone"))
    code, out, err = run("listen", "--once", "--json")
    assert code == 1
    last = [json.loads(line) for line in out.splitlines()][-1]
    assert (last["ended"], last["hearing"], last["kept"]) == (True, "blind", 0)
    assert "gone" not in out + err


def test_it_stops_in_order_at_a_signal(kind):
    """What was heard is kept; the exit is a good one."""

    def end_it():
        time.sleep(1.0)
        os.kill(os.getpid(), signal.SIGTERM)

    ending = threading.Thread(target=end_it)
    ending.start()
    code, _, err = run("listen")
    ending.join()
    assert code == 0
    assert "spoken: 30 messages kept" in err


def test_coverage_can_be_read_by_a_script(kind):
    """Every span, with what showed it."""
    run("listen", "--once")
    (page,) = [json.loads(line) for line in run("coverage", "--json")[1].splitlines()]
    assert page["collector"] == "spoken"
    assert {span["shown_by"] for span in page["spans"]} >= {"pulse:not_listened_for"}
    assert page["accounts"][0]["witness"] == "Swallow"
