"""`vigil replay` and `vigil calibrate`, as typed."""

import json
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from typer.testing import CliRunner

sys.path.append(str(Path(__file__).parents[1] / "watch"))  # made-up people

from people import people

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.errors import InvalidInput, Unavailable


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a file of posts and a plain case."""
    monkeypatch.chdir(tmp_path)
    crowd = people(6, days=150)
    pl.DataFrame(
        {"account": np.repeat(np.array(crowd.names), np.diff(crowd.starts)), "published_at": crowd.at_us // 10**6}
    ).write_csv("posts.csv")
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase=None)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def test_replay_writes_alarms_and_says_what_they_cost(folder):
    """The file is written, and the rate really had is said on stderr, data on stdout."""
    done = run("replay", "posts.csv", "--budget", "4", "--budget", "1", "--out", "alarms.parquet", "--json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["accounts"] == 6
    assert "false alarms" in done.stderr
    assert set(pl.read_parquet("alarms.parquet")["budget_per_year"]) == {4.0, 1.0}


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (("posts.csv", "--out", "no/such/folder/a.parquet"), Unavailable, "no/such/folder"),
        (("absent.csv", "--out", "a.parquet"), Unavailable, "absent.csv"),
        (("posts.csv", "--out", "a.parquet", "--timezone", "Nowhere/Atall"), InvalidInput, "--timezone"),
        (("posts.csv", "--out", "a.parquet", "--budget", "0"), InvalidInput, "--budget"),
    ],
)
def test_what_cannot_be_replayed_is_said(folder, arguments, error, said):
    """A clear error names what is wrong."""
    with pytest.raises(error, match=said):
        run("replay", *arguments)


def test_calibrate_reports_and_resets(folder):
    """Calibrate says the rate and whom it is of; --reset undoes it."""
    assert run("import", "posts.csv", "--watch", "--case", "aleppo").exit_code == 0
    done = run("calibrate", "--case", "aleppo", "--json")
    found = json.loads(done.stdout)

    assert done.exit_code == 0
    assert found["accounts"] == 6
    assert found["interval_95"][0] <= found["false_alarms_per_year"] <= found["interval_95"][1]
    assert "shipped" in run("calibrate", "--case", "aleppo", "--reset").stderr
