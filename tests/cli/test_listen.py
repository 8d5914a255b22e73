"""`vigil listen`, as typed."""

import json
import os
import signal
import threading
import time

import pytest
from scripted_source import ScriptedKind, said
from timestamp_stand_ins import Authority, serving
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
    if arguments[0] == "listen":
        arguments = (*arguments, "--no-media")  # what is shown here is nowhere
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


def test_checkpoints_are_stamped_by_who_was_named(kind, tmp_path):
    """At the end of --once; away, they wait and it is said, and listening is none the worse."""
    authority = Authority(tmp_path / "tsa")
    with serving(authority.answer) as (address, seen):
        assert run("checkpoint", "stamp", "--authority", address, "--root", "tsa/ca.pem")[0] == 0
        n_before = len(seen)
        code, _, err = run("listen", "--once")
        assert (code, len(seen)) == (0, n_before + 1)
        assert "wait" not in err
    verified = CliRunner().invoke(app, ["verify", "aleppo"], catch_exceptions=False)
    assert (verified.exit_code, "0 wait for one" in verified.stdout) == (0, True)
    kind.messages += [said(n, "one") for n in range(30, 40)]
    code, _, err = run("listen", "--once")
    assert code == 0
    assert f"1 checkpoint waits for a timestamp: {address}: " in err


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


def test_files_put_in_a_folder_are_imported(kind, tmp_path, monkeypatch):
    """Each once, with its faulty rows in quarantine; a file that is none is told, and stops nothing."""
    from vigil.sources.folder import FolderKind

    monkeypatch.setattr(bootstrap, "source_kinds", lambda: {"spoken": kind, "folder": FolderKind()})
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    rows = "account,platform,published_at\na,x,2016-12-04T10:00:00Z\nb,x,2016-12-05T10:00:00\n"
    (inbox / "posts.csv").write_text(rows)
    (inbox / "broken.parquet").write_bytes(b"PAR1 and no more")
    run("sources", "add", "folder", f"path={inbox}", "every=1")
    code, _, err = run("listen", "--once", "--source", "folder")
    assert code == 0
    assert "1 observation new, 1 file imported, 1 row of it in quarantine" in err
    assert "broken.parquet" in err
    code, _, err = run("listen", "--once", "--source", "folder")
    assert "0 observations new" in err
    assert "no source hears" not in err


def test_media_that_cannot_be_had_stop_nothing(kind, monkeypatch):
    """They are tried, counted and told; what shows them is kept all the same."""
    from vigil.model.errors import Unavailable

    class Nowhere:
        async def __call__(self, url, *, most_bytes):
            raise Unavailable("the server does not answer")

    monkeypatch.setattr(bootstrap, "media_fetcher", lambda proxy=None: Nowhere())
    done = CliRunner().invoke(app, ["listen", "--once", "--case", "aleppo"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "spoken: 30 messages kept" in done.stderr
    assert "media: 0 kept (0.0 MB), 30 given up" in done.stderr
