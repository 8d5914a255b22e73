"""`vigil sources`, as typed."""

import gzip
import json
import zipfile

import pytest
from scripted_source import ScriptedKind, said
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.errors import InvalidInput, Unavailable
from vigil.store.keys import ScryptCost

SECRET = "a-token-of-this-test-77aa"


@pytest.fixture
def kind(tmp_path, monkeypatch):
    """A folder to work in, with an encrypted case, and one kind of source."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIGIL_PASSPHRASE", "six random words of a test")
    given = bootstrap.Settings(cases=tmp_path, cost=ScryptCost(n=2**4))
    bootstrap.create_case(bootstrap.case_path("aleppo"), passphrase="six random words of a test", given=given)
    kind = ScriptedKind()
    monkeypatch.setattr(bootstrap, "source_kinds", lambda: {"spoken": kind})
    return kind


def run(*arguments, case=True):
    done = CliRunner().invoke(app, [*arguments, *(["--case", "aleppo"] if case else [])], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_a_source_is_added_listed_tried_and_removed(kind, tmp_path):
    """Its secret is read from a file, named where it is listed, and shown nowhere."""
    (tmp_path / "token.txt").write_text(f"{SECRET}\n")
    code, out, err = run("sources", "add", "spoken", "server=https://a.example", "token=@token.txt")
    assert (code, "spoken: added" in out) == (0, True)
    code, listed, _ = run("sources", "list")
    assert "server=https://a.example" in listed
    assert "sealed: token" in listed
    code, as_json, _ = run("sources", "list", "--json")
    assert json.loads(as_json)["sealed"] == ["token"]
    code, tried, _ = run("sources", "test")
    assert (code, tried.splitlines()) == (0, ["spoken: hears", "  https://a.example was asked."])
    kind.hears = False
    assert run("sources", "test", "spoken", "--json")[0] == 1
    assert run("sources", "remove", "spoken")[0] == 0
    assert "no source was added yet" in run("sources", "list")[2]
    for said in (out, err, listed, as_json, tried):
        assert SECRET not in said


def test_a_secret_is_in_no_export_and_no_copy(kind, tmp_path):
    """Nor in any file of the case's folder: it is searched for, byte by byte."""
    (tmp_path / "token.txt").write_text(SECRET)
    run("sources", "add", "spoken", "token=@token.txt")
    (tmp_path / "token.txt").unlink()
    kind.messages.append(said(0, "one"))
    run("watch", "add", "Swallow", "--account", "spoken:one", "--basis", "consent")
    assert run("listen", "--once", "--no-media")[0] == 0
    who = ("--by", "N. N.", "--reason", "a test")
    assert run("export", "bag", "handed", *who)[0] == 0
    assert run("export", "wacz", "handed.wacz", *who)[0] == 0
    assert run("case", "backup", "copy")[0] == 0
    n_files = 0
    for file in tmp_path.rglob("*"):
        if file.is_file():
            n_files += 1
            assert SECRET.encode() not in file.read_bytes(), file.name
    assert n_files > 20
    with zipfile.ZipFile(tmp_path / "handed.wacz") as archive:
        for name in archive.namelist():
            body = archive.read(name)
            assert SECRET.encode() not in (gzip.decompress(body) if name.endswith(".gz") else body)


def test_a_secret_is_refused_on_the_command_line(kind):
    """Others on the machine would see it; so is what is no setting, and nothing is repeated in the error."""
    with pytest.raises(InvalidInput, match="seen by others") as refused:
        run("sources", "add", "spoken", f"token={SECRET}")
    assert SECRET not in str(refused.value)
    for faulty, words in (("server", "NAME=VALUE"), ("colour=red", "no setting colour")):
        with pytest.raises(InvalidInput, match=words):
            run("sources", "add", "spoken", faulty)
    with pytest.raises(InvalidInput, match="twice"):
        run("sources", "add", "spoken", "server=a", "server=b")
    with pytest.raises(Unavailable, match="cannot be read"):
        run("sources", "add", "spoken", "token=@nothing.txt")


def test_an_account_is_found(kind):
    """As what `vigil watch add` takes."""
    run("sources", "add", "spoken")
    code, out, err = run("sources", "find", "spoken", "@amal")
    assert (code, out.strip()) == (0, "spoken:AMAL")
    assert "vigil watch add --account spoken:AMAL --handle amal" in err
    assert json.loads(run("sources", "find", "spoken", "@amal", "--json")[1])["id"] == "AMAL"


def test_kinds_say_what_they_cannot_see(kind):
    """And what they need."""
    code, out, _ = run("sources", "kinds", case=False)
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("  ") and line.endswith(":")] == [
        "  hears:",
        "  needs:",
        "  cannot see:",
        "  settings:",
    ]
    assert "token (secret): What lets us in." in out
