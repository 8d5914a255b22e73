"""`vigil checkpoint stamp` as it is typed, up to a bag whose tokens plain `openssl ts -verify` accepts."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands
from timestamp_stand_ins import BLOCK, Authority, Calendar, openssl_verifies, serving

from vigil.sources.timestamps import authority as authorities
from vigil.sources.timestamps import calendar as calendars

PAGE = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _hasty(monkeypatch):
    """Loopback is not behind a proxy, and nobody waits for who is not there."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    hasty = authorities.Patience(trust_system=False, attempts=1, answer_within_s=60)
    for service in (authorities.AuthorityService, calendars.CalendarService):
        monkeypatch.setitem(service.__init__.__kwdefaults__, "patience", hasty)


@pytest.fixture
def case(vigil, tmp_path):  # noqa: F811
    """A case with one file kept by hand."""
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8 a photo")
    assert vigil("new", "aleppo")[0] == 0
    assert vigil("keep", "photo.jpg", "--case", "aleppo")[0] == 0
    return tmp_path / "aleppo.vigil"


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path / "tsa")


def test_nobody_is_asked_unless_named(vigil, case):  # noqa: F811
    """Without a name there is nothing to do, and it says how to name one."""
    code, _, said = vigil("checkpoint", "stamp", "--case", "aleppo")
    assert code == 2
    assert "--authority URL" in said
    assert "no checkpoint is timestamped yet: 1 checkpoint waits" in vigil("verify", "aleppo")[1]


def test_who_is_named_is_asked_again_and_what_waits_is_said(vigil, case, authority):  # noqa: F811
    """Named once; away, everything since waits and the exit code is 3; back, it is stamped."""
    with serving(authority.answer) as (address, seen):
        port = address.rpartition(":")[2]
        named = ("--authority", address, "--root", "tsa/ca.pem", "--case", "aleppo")
        code, out, _ = vigil("checkpoint", "stamp", *named)
        assert code == 0, out
        assert out.startswith("2 timestamps received")
        assert len(seen) == 2
        assert vigil("checkpoint", "stamp", "--case", "aleppo")[0] == 0
        assert len(seen) == 2
    assert vigil("keep", "photo.jpg", "--case", "aleppo")[0] == 0
    code, out, _ = vigil("checkpoint", "stamp", "--case", "aleppo")
    assert code == 3
    assert f"1 checkpoint waits for a timestamp: http://127.0.0.1:{port}: the service does not answer" in out
    code, out, _ = vigil("checkpoint", "stamp", "--json", "--case", "aleppo")
    assert (code, json.loads(out)["waiting"][0]["checkpoints"]) == (3, 1)
    code, out, _ = vigil("verify", "aleppo")
    assert code == 0
    assert "timestamps that hold: on 2 of 3 checkpoints; 1 waits for one" in out
    assert re.search(
        r"entries were there at 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ: http://127.0.0.1:\d+ \(CN=TSA made up\)", out
    )
    assert json.loads(vigil("verify", "aleppo", "--json")[1])["timestamps"]["timed"] == 2


def test_a_bag_s_tokens_verify_with_plain_openssl(vigil, case, authority, tmp_path):  # noqa: F811
    """By the line that docs/evidence.md and the bag's README give, and not over anything changed."""
    [line] = re.findall(r"^    openssl ts -verify -data checkpoint -in (\S+) -CAfile (\S+)$", PAGE, re.MULTILINE)
    with serving(authority.answer) as (address, _):
        words = ("--authority", address, "--root", "tsa/ca.pem", "--case", "aleppo")
        assert vigil("checkpoint", "stamp", *words)[0] == 0
    code, _, said = vigil("export", "bag", "bag", "--by", "N. Noor", "--reason", "the court", "--case", "aleppo")
    assert code == 0, said
    assert "2 timestamps by others" in said
    folders = sorted((tmp_path / "bag" / "data" / "log" / "timestamps").iterdir())
    assert len(folders) == 2
    readme = (tmp_path / "bag" / "README.txt").read_text()
    assert f"openssl ts -verify -data checkpoint -in {line[0]} -CAfile {line[1]}" in readme
    assert address in readme
    for folder in folders:
        assert openssl_verifies(folder, "-data", "checkpoint", "-in", line[0], "-CAfile", line[1])
        assert openssl_verifies(folder, "-queryfile", "1.tsq", "-in", line[0], "-CAfile", line[1])
        assert not openssl_verifies(folder, "-data", "1.tsq", "-in", line[0], "-CAfile", line[1])
        assert (folder / line[1]).read_bytes() == authority.pem
    code, out, _ = vigil("verify", "bag")
    assert (code, out.count("timestamp  data/log/timestamps/")) == (0, 2)
    alone = [sys.executable, "-I", "-S", str(tmp_path / "bag" / "verify.py")]
    done = subprocess.run(alone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("over the checkpoint of")) == (0, 2)


def test_a_checkpoint_that_is_given_away_takes_its_token_along(vigil, case, authority, tmp_path):  # noqa: F811
    """Beside it, for the same line."""
    with serving(authority.answer) as (address, _):
        words = ("--authority", address, "--root", "tsa/ca.pem", "--case", "aleppo")
        assert vigil("checkpoint", "stamp", *words)[0] == 0
    code, _, said = vigil("checkpoint", "export", "kept", "--case", "aleppo")
    assert code == 0
    assert "not timestamped" not in said
    assert openssl_verifies(tmp_path, "-data", "kept", "-in", "kept.1.tsr", "-CAfile", "kept.1.pem")


def test_a_calendar_promises_and_a_block_s_header_dates(vigil, case, tmp_path):  # noqa: F811
    """Said as what it is at each step."""
    calendar = Calendar()
    with serving(calendar.answer) as (address, _):
        code, out, _ = vigil("checkpoint", "stamp", "--calendar", address, "--case", "aleppo")
        assert code == 0
        assert "2 timestamps promised by a calendar" in out
        assert "promised by the calendar, not there yet" in vigil("verify", "aleppo")[1]
        calendar.mined = True
        code, out, _ = vigil("checkpoint", "stamp", "--case", "aleppo")
        assert "2 redeemed" in out
    assert f"attests to block {BLOCK}; needs the block header" in vigil("verify", "aleppo")[1]
    header = calendar.header(datetime(2016, 12, 13, 8, tzinfo=UTC))
    (tmp_path / "header").write_text(header.hex())
    code, out, _ = vigil("verify", "aleppo", "--block-header", "header")
    assert code == 0
    assert f"2016-12-13T08:00:00Z: {address} (block {BLOCK}, by its header)" in out
    assert vigil("verify", "aleppo", "--block-header", "photo.jpg")[0] == 2
    assert vigil("verify", "aleppo", "--block-header", "nothing")[0] == 2
    assert vigil("export", "bag", "bag", "--by", "N. Noor", "--reason", "x", "--case", "aleppo")[0] == 0
    assert len(list((tmp_path / "bag" / "data" / "log" / "timestamps").glob("*/1.ots"))) == 2
    assert vigil("verify", "bag")[1].count("a proof of OpenTimestamps") == 2


def test_who_is_forgotten_is_not_asked(vigil, case, authority):  # noqa: F811
    """And what it gave stands."""
    with serving(authority.answer) as (address, seen):
        words = ("--authority", address, "--root", "tsa/ca.pem", "--case", "aleppo")
        assert vigil("checkpoint", "stamp", *words)[0] == 0
        n_asked = len(seen)
        code, _, said = vigil("checkpoint", "stamp", "--forget", address, "--case", "aleppo")
        assert code == 0
        assert "asked no more" in said
        assert vigil("checkpoint", "stamp", "--case", "aleppo")[0] == 2
        assert len(seen) == n_asked
    assert "timestamps that hold: on 2 of 3" in vigil("verify", "aleppo")[1]


def test_a_dry_run_asks_nobody(vigil, case, authority):  # noqa: F811
    """And names nobody."""
    before = vigil("verify", "aleppo", "--json")[1]
    with serving(authority.answer) as (address, seen):
        words = ("checkpoint", "stamp", "--authority", address, "--dry-run", "--case", "aleppo")
        code, _, said = vigil(*words)
        assert (code, seen) == (0, [])
    assert f"ask {address} about 1 checkpoint" in said
    assert vigil("verify", "aleppo", "--json")[1] == before


def test_what_cannot_be_is_misused(vigil, case):  # noqa: F811
    """Exit code 2 and a sentence; nobody is named by it."""
    for words in (
        ("--authority", "http://tsa.example"),
        ("--authority", ""),
        ("--calendar", "https://name:word@calendar.example"),
        ("--root", "photo.jpg"),
        ("--authority", "https://tsa.example", "--root", "photo.jpg"),
        ("--authority", "https://tsa.example", "--root", "nothing.pem"),
        ("--forget", "https://tsa.example"),
    ):
        code, _, said = vigil("checkpoint", "stamp", *words, "--case", "aleppo")
        assert code == 2, words
        assert said.startswith("vigil: ")
    assert "--authority URL" in vigil("checkpoint", "stamp", "--case", "aleppo")[2]
