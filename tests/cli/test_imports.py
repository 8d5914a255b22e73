"""`vigil import` and `vigil coverage import`, as typed."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.errors import InvalidInput, Unavailable
from vigil.usecases.ports import Secrets

sys.path.append(str(Path(__file__).parents[1] / "sources"))  # the synthetic archives

from files import (
    PLANTED,
    activity,
    outbox,
    telegram_export,
    telegram_message,
    tweet,
    x_archive_bytes,
)

ROWS = "account,published_at,place\na,2016-12-04T10:00:00Z,aleppo\na,2016-12-05T10:00:00Z,aleppo\n"
FAULTY = ROWS + "b,2016-12-05T10:00:00,aleppo\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a plain case."""
    monkeypatch.chdir(tmp_path)
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase=None)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*arguments, "--case", "aleppo"], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_import_says_what_was_read_and_exits_0(folder: Path) -> None:
    """Clean files are done."""
    (folder / "posts.csv").write_text(ROWS)
    code, out, _ = run("import", "posts.csv")
    assert code == 0
    assert "2 rows added, 0 known already, 0 quarantined" in out


def test_quarantined_rows_exit_1_with_line_and_reason(folder: Path) -> None:
    """Checked, and not satisfied."""
    (folder / "posts.csv").write_text(FAULTY)
    code, out, _ = run("import", "posts.csv", "--json")
    assert code == 1
    (line,) = [json.loads(line) for line in out.splitlines()]
    assert (line["added"], line["quarantined"], line["accounts"]) == (2, 1, 1)
    assert line["reasons"][0]["places"] == ["line 4"]
    code, out, _ = run("import", "posts.csv", "--timezone", "Asia/Damascus")
    assert code == 0
    assert "1 row added, 2 known already" in out


def test_a_file_that_cannot_be_read_stops_all_before_anything_is_kept(folder: Path) -> None:
    """Every fault of every file is told at once."""
    (folder / "posts.csv").write_text(ROWS)
    (folder / "empty.csv").write_text("")
    with pytest.raises(InvalidInput, match="empty") as refusal:
        run("import", "posts.csv", "empty.csv", "nowhere.csv")
    assert "nowhere.csv" in str(refusal.value)
    with pytest.raises(Unavailable):
        run("import", "nowhere.csv")
    with bootstrap.case_reader(bootstrap.case_path("aleppo"), Secrets()) as case:
        assert case.info().n_observations == 0


def test_a_dry_run_keeps_nothing(folder: Path) -> None:
    """It reads, and tells."""
    (folder / "posts.csv").write_text(FAULTY)
    code, out, _ = run("import", "posts.csv", "--dry-run", "--watch")
    assert code == 1
    assert "2 rows would be read, 1 quarantined" in out
    with bootstrap.case_reader(bootstrap.case_path("aleppo"), Secrets()) as case:
        assert (case.info().n_files, case.watchlist().witnesses) == (0, ())


def test_import_watch_says_that_no_basis_is_stated(folder: Path) -> None:
    """Watching somebody has a reason; the desk is asked for it."""
    (folder / "posts.csv").write_text(ROWS)
    _, out, words = run("import", "posts.csv", "--watch")
    assert "now watched: 1" in out
    assert "no basis stated" in words


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [("--timezone", "Aleppo/Citadel", "--timezone"), ("--heard-until", "tomorrow", "--heard-until")],
)
def test_an_option_that_does_not_read_is_named(folder: Path, option: str, value: str, says: str) -> None:
    """The sentence names the option."""
    (folder / "posts.csv").write_text(ROWS)
    with pytest.raises(InvalidInput, match=says):
        run("import", "posts.csv", option, value)


def test_of_people_s_own_archives_nothing_private_reaches_the_case(folder: Path) -> None:
    """Direct messages, numbers, addresses, e-mail and private chats are nowhere in the case's bytes."""
    private = activity(2, to=["https://example.social/users/friend"], cc=[])
    private["object"] = {**private["object"], "content": PLANTED["direct message"]}  # type: ignore[dict-item]
    faulty = tweet(2, created_at=PLANTED["direct message"], full_text=PLANTED["private chat"])
    (folder / "x.zip").write_bytes(x_archive_bytes([tweet(1), faulty]))
    (folder / "result.json").write_text(json.dumps(telegram_export([telegram_message(1)])))
    (folder / "outbox.json").write_text(json.dumps(outbox([activity(1), private])))
    code, out, words = run("import", "x.zip", "result.json", "outbox.json", "--channel", "1009", "--watch", "--json")
    assert code == 1
    assert [json.loads(line)["added"] for line in out.splitlines()] == [2, 1, 1]
    case = folder / "aleppo.vigil"
    kept = b"".join(file.read_bytes() for file in case.rglob("*") if file.is_file()) + out.encode() + words.encode()
    assert b"bread & water" in kept  # the public posts are there to be found
    for what, said in PLANTED.items():
        assert said.encode() not in kept, what


def test_coverage_import_tells_refused_rows_and_exits_1(folder: Path) -> None:
    """Good rows are kept, the others told on stderr."""
    (folder / "hearing.csv").write_text(
        "collector,begin,end,state\near,2016-12-04T10:00:00Z,2016-12-04T12:00:00Z,healthy\near,x,y,deaf\n"
    )
    code, out, words = run("coverage", "import", "hearing.csv")
    assert (code, out.strip()) == (1, "1 span added, 0 known already, 1 refused")
    assert words.startswith("line 3: ")
    code, out, _ = run("coverage", "import", "hearing.csv", "--dry-run", "--json")
    told = json.loads(out)
    assert (told["read"], told["added"], len(told["refused"])) == (2, None, 1)


def test_the_quarantine_can_be_read(folder: Path) -> None:
    """Each refused row with its file, place, reasons and itself as kept, safe to look at; by file, and in parts."""
    (folder / "posts.csv").write_text(ROWS + "b,2016-12-05T10:00:00,\x1b[2J\u202eزهرة\n" * 3)
    (folder / "other.csv").write_text("account,published_at\n,soon\n")
    code, _, words = run("import", "posts.csv", "other.csv", "--timezone", "UTC")
    assert (code, "`vigil quarantine`" in words) == (1, True)

    code, out, words = run("quarantine")
    assert (code, words) == (0, "4 of 4 entries in quarantine shown\n")
    assert "posts.csv (" in out
    assert "line 4: place: holds a control character" in out
    assert "b,2016-12-05T10:00:00,\\x1b[2J\\u202eزهرة" in out
    assert "\x1b" not in out
    assert "\u202e" not in out

    _, out, words = run("quarantine", "--limit", "1", "--skip", "1")
    assert "line 5" in out
    assert words.endswith("--skip 2 goes on\n")
    _, out, _ = run("quarantine", "--file", "other.csv", "--json")
    (one,) = [json.loads(line) for line in out.splitlines()]
    assert (one["file"], one["position"], one["raw"]) == ("other.csv", 2, ",soon")
    assert one["reasons"][0] == "account: missing"
    _, again, _ = run("quarantine", "--file", one["digest"][:12], "--json")
    assert again == out
    with pytest.raises(InvalidInput, match="--file"):
        run("quarantine", "--file", "nowhere.csv")


def test_an_empty_quarantine_says_so(folder: Path) -> None:
    """Nothing refused is an answer too."""
    assert run("quarantine") == (0, "", "nothing is in quarantine\n")


def test_of_a_refused_entry_of_an_archive_no_words_are_shown(folder: Path) -> None:
    """They were never kept."""
    (folder / "x.zip").write_bytes(x_archive_bytes([tweet(1), tweet(2, created_at="never")]))
    run("import", "x.zip")
    _, out, _ = run("quarantine")
    assert "data/tweets-part1.js[1]: published_at: " in out
    assert "(its words are not kept)" in out


def test_import_tells_five_places_to_people_and_all_to_machines(folder: Path) -> None:
    """A script that mends the file must know every row."""
    (folder / "posts.csv").write_text(ROWS + "b,2016-12-05T10:00:00,aleppo\n" * 8)
    _, out, _ = run("import", "posts.csv", "--json")
    (reason,) = json.loads(out)["reasons"]
    assert reason["places"] == [f"line {line}" for line in range(4, 12)]
    _, out, _ = run("import", "posts.csv")
    assert "line 8, ..." in out
    assert "line 9" not in out
