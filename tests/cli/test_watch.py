"""`vigil watch`, as typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.errors import InvalidInput


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase=None)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["watch", *arguments, "--case", "aleppo"], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def listed() -> list[dict[str, object]]:
    return [json.loads(line) for line in run("list", "--json").splitlines()]


def test_add_move_list_and_remove() -> None:
    """A witness from the first day to the last."""
    options = ["--handle", "@h", "--place", "aleppo", "--basis", "consent", "--review-on", "2020-01-31"]
    assert run("add", "--account", "X:1", *options, "--budget", "3.6") == "watched: w-001\n"
    assert run("add", "w-001", "--place", "idlib", "--from", "2016-12-19") == "changed: w-001\n"
    assert run("add", "w-001", "--place", "idlib", "--from", "2016-12-19") == "unchanged: w-001\n"
    words = run("list")
    assert "OVERDUE since 2020-01-31" in words
    assert "x:1 (@h), aleppo until 2016-12-19T00:00:00Z; idlib from 2016-12-19T00:00:00Z" in words
    assert listed()[0]["budget_per_year"] == 3.6
    assert run("remove", "w-001") == "w-001: 1 no longer watched\n"
    assert run("remove", "w-001") == "w-001: was not watched\n"
    assert "not watched" in run("list")


def test_an_unstated_basis_is_shown() -> None:
    """It bars live listening and export, so the list says so."""
    run("add", "--account", "telegram:9")
    assert "basis unstated (bars live listening and export)" in run("list")


def test_a_platform_alone_is_not_watched_as_an_account() -> None:
    """`--account example` would watch nobody for ever."""
    for command in (("add", "w-050"), ("remove", "w-050")):
        with pytest.raises(InvalidInput, match="--account: write platform:id"):
            run(*command, "--account", "example")
    assert listed() == []


def test_every_fault_is_told_at_once() -> None:
    """One run, all that is wrong."""
    with pytest.raises(InvalidInput) as refusal:
        run("add", "--account", "x:", "--basis", "hunch", "--review-on", "soon", "--from", "then")
    assert [line.split(":")[0] for line in str(refusal.value).splitlines()] == [
        "--account",
        "--from",
        "--basis",
        "--review-on",
    ]


def test_import_is_all_or_none(tmp_path: Path) -> None:
    """A faulty list leaves nobody half watched."""
    (tmp_path / "list.csv").write_text("account,budget\n1,4\n2,4000\n")
    with pytest.raises(InvalidInput, match="line 3: budget"):
        run("import", "list.csv")
    assert listed() == []
    (tmp_path / "list.csv").write_text("account,budget\n1,4\n2,40\n")
    assert run("import", "list.csv") == "watched: w-001, w-002\n"
