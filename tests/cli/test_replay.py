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


def test_replay_tells_what_it_refused_and_exits_1(folder):
    """Reasons with their places on stderr and, every one, in --json; the alarms of the other rows are written."""
    with Path("posts.csv").open("a") as file:
        file.writelines("someone,2016-12-04 10:00\n" for _ in range(7))
    rows = len(Path("posts.csv").read_text().splitlines())
    done = run("replay", "posts.csv", "--out", "alarms.parquet", "--json")

    assert done.exit_code == 1
    assert "posts.csv: 7 x published_at: no time zone" in done.stderr
    assert f"line {rows - 6}, " in done.stderr
    (refused,) = json.loads(done.stdout)["refused"]
    assert (refused["file"], refused["rows"]) == ("posts.csv", 7)
    assert refused["reasons"][0]["places"] == [f"line {line}" for line in range(rows - 6, rows + 1)]
    assert pl.read_parquet("alarms.parquet")["account"].n_unique() == 6


def test_an_empty_replay_says_so(folder):
    """A file of alarms without a row is not left to be wondered at."""
    Path("none.csv").write_text("account,published_at\na,soon\n")
    done = run("replay", "none.csv", "--out", "alarms.parquet")

    assert done.exit_code == 1
    assert "0 posts of 0 accounts read, 1 row refused" in done.stderr
    assert "no sign of life was read" in done.stderr
    assert pl.read_parquet("alarms.parquet").columns[0] == "account"


def test_ids_of_more_than_one_platform_are_said_to_be_written_with_it(folder):
    """Who joins the alarms to their own rows learns which names differ."""
    Path("two.csv").write_text("account,platform,published_at\n" + "a,x,2016-12-04T10:00Z\na,rss,2016-12-04T11:00Z\n")
    done = run("replay", "two.csv", "--out", "alarms.parquet")

    assert done.exit_code == 0
    assert "1 id occurs on more than one platform" in done.stderr
    assert set(pl.read_parquet("alarms.parquet")["account"]) == {"x:a", "rss:a"}


def test_replay_never_writes_over_what_it_reads(folder, monkeypatch):
    """Not by its name, a link or another link to the same bytes, not even with --overwrite; and it is known at once."""
    monkeypatch.setattr(bootstrap, "rhythm_model", lambda: pytest.fail("computed first"))
    before = Path("posts.csv").read_bytes()
    Path("link.csv").symlink_to("posts.csv")
    Path("twin.csv").hardlink_to("posts.csv")
    for out in ("posts.csv", "./posts.csv", "link.csv", "twin.csv"):
        with pytest.raises(InvalidInput, match="read from"):
            run("replay", "posts.csv", "--out", out, "--overwrite")
    with pytest.raises(InvalidInput, match="read from"):
        run("replay", "link.csv", "--out", "posts.csv")
    assert Path("posts.csv").read_bytes() == before


def test_replay_replaces_a_file_only_when_asked_and_for_its_owner_alone(folder):
    """An existing file stays without --overwrite; what is written nobody else can read, and nothing is left beside."""
    Path("alarms.parquet").write_text("mine")
    with pytest.raises(InvalidInput, match="--overwrite"):
        run("replay", "posts.csv", "--out", "alarms.parquet")
    assert Path("alarms.parquet").read_text() == "mine"
    assert run("replay", "posts.csv", "--out", "alarms.parquet", "--overwrite").exit_code == 0
    assert Path("alarms.parquet").stat().st_mode & 0o777 == 0o600
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (("posts.csv", "--out", "no/such/folder/a.parquet"), Unavailable, "no/such/folder"),
        (("posts.csv", "--out", "."), InvalidInput, "a folder"),
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
