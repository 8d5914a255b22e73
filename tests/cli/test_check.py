"""`vigil check` and `vigil demo`, as typed, with the shipped model."""

import json
import os
import stat
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.errors import InvalidInput
from vigil.model.instants import from_micros, parse_instant, rfc3339

KEYS = [
    *("account", "platform", "witness", "place", "verdict", "witness_verdict", "last_post_at", "silence_s"),
    *("expected_once_in_days", "budget_per_year", "neighbours", "coverage", "last_words", "since", "reasons", "model"),
]
BEGIN = parse_instant("2016-06-01T00:00:00Z")
END = "2016-10-01T06:00:00Z"
SECOND_US, DAY_S = 1_000_000, 86_400


def run(*arguments, ok=0):
    done = CliRunner().invoke(app, [*arguments], catch_exceptions=False)
    assert done.exit_code == ok, done.stderr
    return done


def post(name, k, second, **columns):
    at = from_micros(int(BEGIN.timestamp() + second) * SECOND_US)
    return {
        "account": name,
        "published_at": rfc3339(at),
        "id": f"{name}-{k}",
        "platform": "x",
        "handle": f"handle_{name}",
        "place": "Ferdous",
        "text": "bread, water, and the road to the market",
        **columns,
    }


def posts(gone_days=6):
    """Five at one place; the first falls silent days before the end, after a goodbye it then deletes."""
    rows = []
    for number in range(5):
        rng = np.random.default_rng(number)
        at = np.unique(rng.integers(0, 122 * DAY_S, 122 * 20))
        at = at[(at % DAY_S > 6 * 3600) & (at % DAY_S < 21 * 3600)]
        if number == 0:
            at = at[at < (122 - gone_days) * DAY_S]
        rows += [post(f"planted_{number}", k, int(second)) for k, second in enumerate(at)]
    last = (122 - gone_days) * DAY_S + 60
    farewell = "They are at our door. This is my last message. planted words. Goodbye."
    rows.append(post("planted_0", "bye", last, text=farewell))
    rows.append(post("planted_0", "bye", last + 300, kind="delete", text=None))
    return rows


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder and every temp folder, to be searched afterwards."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("VIGIL_CASES", str(tmp_path))
    monkeypatch.setenv("VIGIL_PASSPHRASE", "a long enough passphrase for a test")
    return folder


@pytest.fixture
def case(tmp_path: Path, scratch: Path) -> str:
    """An encrypted case of five accounts, heard until the end."""
    file = tmp_path / "posts.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in posts()), encoding="utf-8")
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase=os.environ["VIGIL_PASSPHRASE"])
    run("import", str(file), "--case", "aleppo", "--watch", "--heard-until", END)
    file.unlink()
    return "aleppo"


def found(case, *options):
    lines = run("check", "--case", case, "--as-of", END, "--json", *options).stdout.splitlines()
    return {each["account"]: each for each in map(json.loads, lines)}


def test_check_says_who_is_dark_and_everything_it_rests_on(case, scratch):
    """From import to verdict: the JSON's keys, their order, and what they say."""
    accounts = found(case)
    gone = accounts["planted_0"]
    assert list(gone) == KEYS
    assert gone["verdict"] == gone["witness_verdict"] == "dark"
    assert gone["neighbours"] == {"speaking": 4, "of": 4}
    assert gone["coverage"] == {"healthy": 1.0, "degraded": 0.0, "blind": 0.0}
    assert gone["since"] == gone["last_post_at"]
    assert gone["silence_s"] > 5 * DAY_S
    assert gone["model"].startswith("rhythm-")
    assert gone["reasons"]
    assert {each["verdict"] for name, each in accounts.items() if name != "planted_0"} <= {
        "speaking",
        "quiet",
        "returned",
    }


def test_held_text_is_shown_to_a_named_person_alone(case, scratch):
    """Grade and rule on every face; the words with a reason, a name, and a line in the case's log."""
    held = found(case)["planted_0"]["last_words"]
    assert held
    assert all(word["held"] and set(word) == {"post", "grade", "rule", "span", "held"} for word in held)
    shown = run("check", "--case", case, "--as-of", END)
    assert "planted words" not in shown.stdout + shown.stderr
    with pytest.raises(InvalidInput):
        run("check", "--case", case, "--as-of", END, "--show-held")
    opened = run("check", "--case", case, "--as-of", END, "--show-held", "--reason", "family asks", "--by", "R. Desk")
    assert opened.stderr.count("planted words") == 1
    assert all(word["rule"] in opened.stderr for word in held)
    assert len(held) > 1
    assert "planted words" not in opened.stdout


def test_fail_on_makes_a_verdict_an_exit_code(case, scratch):
    """Exit 0 whatever is found; 1 only for what was asked about."""
    run("check", "--case", case, "--as-of", END)
    run("check", "--case", case, "--as-of", END, "--fail-on", "dark", ok=1)
    run("check", "--case", case, "--as-of", END, "--fail-on", "outage")


def test_nothing_planted_reaches_a_temp_folder(case, scratch, tmp_path):
    """Neither the board nor the JSON leaves a trace beside the encrypted case."""
    found(case)
    run("check", "--case", case, "--as-of", END, "--all", "--false-discovery", "0.2")
    for path in [*scratch.rglob("*"), *tmp_path.rglob("*")]:
        if path.is_file():
            assert b"planted" not in path.read_bytes(), path


def test_a_page_is_written_only_when_asked_for_and_says_that_it_is_unprotected(case, scratch):
    """Mode 0600, said on the page and on stderr; an existing file is not replaced unasked."""
    page = scratch / "board.html"
    said = run("check", "--case", case, "--as-of", END, "--html", str(page))
    assert "unprotected" in said.stderr
    assert "not encrypted" in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    with pytest.raises(InvalidInput, match="--overwrite"):
        run("check", "--case", case, "--as-of", END, "--html", str(page))
    with pytest.raises(InvalidInput, match="a folder"):
        run("check", "--case", case, "--as-of", END, "--html", ".")
    run("check", "--case", case, "--as-of", END, "--html", str(page), "--overwrite", "--lang", "ar")


def test_options_that_cannot_be_meant_are_refused(case, scratch):
    """Each by its name."""
    for options in (
        ("--as-of", "yesterday"),
        ("--as-of", "2999-01-01T00:00:00Z"),
        ("--as-of", "9999-12-31T23:59:59-01:00"),
        ("--as-of", "0001-01-01T00:00:00Z"),
        ("--as-of", "1989-12-31T23:59:59Z"),
        ("--call-after", "soon"),
        ("--budget", "0"),
        ("--false-discovery", "2"),
    ):
        with pytest.raises(InvalidInput, match=options[0]):
            run("check", "--case", case, *options)


def test_without_hearing_beyond_the_file_everyone_is_blind_now(case, scratch):
    """The file was heard until its end, years ago: as of now nobody listens."""
    done = run("check", "--case", case, "--json")
    assert {json.loads(line)["verdict"] for line in done.stdout.splitlines()} == {"blind"}
    assert f"last heard until {END}: `--as-of {END}` shows the board of that moment" in done.stderr
    assert "last heard until" not in run("check", "--case", case, "--as-of", END, "--json").stderr


def test_demo_tells_the_story_and_writes_a_page_that_says_it_is_simulated(scratch):
    """No data, no case; a page of an earlier demo is replaced, anybody else's file is not."""
    done = run("demo", "--as-of", "2016-12-05T05:00:00Z", "--html", "demo.html")
    assert "SIMULATED" in done.stderr
    assert "Swallow" in done.stdout
    assert "Everything on this board is simulated" in done.stdout
    assert "Everything on this board is simulated" in (scratch / "demo.html").read_text(encoding="utf-8")
    (scratch / "mine.html").write_text("<p>mine</p>", encoding="utf-8")
    with pytest.raises(InvalidInput):
        run("demo", "--html", "mine.html")
    assert list(scratch.glob("*.vigil")) == []
