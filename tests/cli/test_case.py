"""`vigil new` and `vigil case` as they are typed, without a terminal."""

import json
import os
from pathlib import Path

import pytest

from vigil.cli.main import main

PASSPHRASE = "six random words of a test"


@pytest.fixture
def vigil(tmp_path, monkeypatch, capsys):
    """Runs a command in an empty folder without a terminal; gives its exit code, stdout and stderr."""

    def run(*words, passphrase=PASSPHRASE, **environment):
        with monkeypatch.context() as patch, Path(os.devnull).open() as nothing:
            for name in ("VIGIL_PASSPHRASE", "VIGIL_NEW_PASSPHRASE", "VIGIL_CASE", "VIGIL_CASES"):
                patch.delenv(name, raising=False)
            if passphrase is not None:
                patch.setenv("VIGIL_PASSPHRASE", passphrase)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.chdir(tmp_path)
            patch.setattr("sys.stdin", nothing)
            patch.setattr("sys.argv", ["vigil", *words])
            with pytest.raises(SystemExit) as left:
                main()
        out, said = capsys.readouterr()
        assert PASSPHRASE not in out + said
        return left.value.code, out, said

    return run


def test_a_case_is_made_copied_restored_and_rekeyed(vigil, tmp_path):
    """The whole life of a case, each step with its exit code and its words on stderr."""
    code, out, said = vigil("new", "aleppo", "--budget", "3.6", "--recovery-key")
    assert code == 0
    assert "a lost passphrase is final" in said
    recovery_key = out.strip()
    assert len(recovery_key.split("-")) == 9
    (tmp_path / "paper.txt").write_text(recovery_key + "\n")

    code, out, _ = vigil("case", "info", "--case", "aleppo.vigil", "--json")
    assert code == 0
    info = json.loads(out)
    assert (info["encrypted"], info["observations"], info["schema_version"]) == (True, 0, 4)
    assert vigil("case", "backup", "copy", "--case", "aleppo")[0] == 0
    assert vigil("case", "restore", "copy", "--case", "aleppo")[0] == 0
    assert vigil("case", "restore", "--undo", "--case", "aleppo")[0] == 0
    assert vigil("case", "upgrade", "--case", "aleppo")[0] == 0

    code, _, said = vigil(
        "case", "rekey", "--case", "aleppo", "--recovery-key-file", "paper.txt", VIGIL_NEW_PASSPHRASE="other words"
    )
    assert code == 0
    assert "still open with the old passphrase" in said
    assert vigil("case", "info", "--case", "aleppo")[0] == 2
    assert vigil("case", "info", "--case", "aleppo", passphrase="other words")[0] == 0


def test_a_passphrase_comes_from_a_file_first(vigil, tmp_path):
    """--passphrase-file goes before VIGIL_PASSPHRASE, and only its line ending is not part of it."""
    (tmp_path / "secret").write_bytes(b" words with spaces \r\n")
    assert vigil("new", "a", "--passphrase-file", "secret")[0] == 0
    assert vigil("case", "info", "--case", "a")[0] == 2
    assert vigil("case", "info", "--case", "a", passphrase=" words with spaces ")[0] == 0
    assert vigil("case", "info", "--case", "a", "--passphrase-file", "none")[0] == 3


def test_without_a_terminal_a_missing_passphrase_is_explained(vigil, tmp_path):
    """No command waits for an answer that cannot come."""
    code, out, said = vigil("new", "a", passphrase=None)
    assert (code, out) == (2, "")
    assert "--passphrase-file" in said
    assert "VIGIL_PASSPHRASE" in said
    assert not (tmp_path / "a.vigil").exists()


def test_a_plain_case_asks_for_nothing_and_says_what_it_is(vigil):
    """--unencrypted is the only way to a readable case."""
    code, _, said = vigil("new", "a", "--unencrypted", passphrase=None)
    assert code == 0
    assert "NOT encrypted" in said
    assert vigil("case", "info", "--case", "a", passphrase=None)[0] == 0
    assert vigil("new", "b", "--unencrypted", "--recovery-key")[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ("new", ""),
        ("new", "a", "--budget", "0"),
        ("case", "info", "--case", "nowhere"),
        ("case", "restore", "--case", "nowhere"),
        ("case", "restore", "nowhere", "--case", "nowhere"),
        ("case", "info"),
    ],
)
def test_misuse_ends_with_two_and_a_sentence(vigil, words):
    """What cannot be done is said in words, and nothing is made."""
    code, out, said = vigil(*words)
    assert (code, out) == (2, "")
    assert said.strip()


def test_a_dry_run_changes_nothing(vigil, tmp_path):
    """--dry-run says what would be done."""
    vigil("new", "a")
    vigil("case", "backup", "copy", "--case", "a")
    before = {path: path.read_bytes() for path in (tmp_path / "a.vigil").iterdir() if path.is_file()}
    for words in (
        ("backup", "other"),
        ("rekey",),
        ("upgrade",),
        ("restore", "--undo"),
        ("restore", "copy"),
    ):
        code, out, said = vigil("case", *words, "--case", "a", "--dry-run", VIGIL_NEW_PASSPHRASE="x")
        assert (code, out) == (0, "")
        assert "would" in said
    assert {path: path.read_bytes() for path in (tmp_path / "a.vigil").iterdir() if path.is_file()} == before
    code, out, said = vigil("new", "b", "--budget", "3.6", "--dry-run", passphrase=None)
    assert (code, out) == (0, "")
    assert "would make b.vigil, encrypted" in said
    assert vigil("new", "a", "--dry-run")[0] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.vigil", "copy.vigil"]


@pytest.mark.parametrize(
    ("words", "asked_for"),
    [(("new", ""), "NAME"), (("new", "b", "--budget", "-1"), "--budget"), (("new", "a"), "already")],
)
def test_a_passphrase_is_asked_for_only_where_the_rest_can_be_meant(vigil, words, asked_for):
    """Nobody makes up six words for a command that is refused anyway; what is wrong is called as it was typed."""
    vigil("new", "a")
    code, _, said = vigil(*words, passphrase=None)
    assert code == 2
    assert asked_for in said
    assert "passphrase" not in said
    assert "--case" not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a",), "the same"),
        (("nope",), "no backup at nope.vigil"),
        (("copy", "--undo"), "not both"),
        ((), "or --undo"),
    ],
)
def test_what_cannot_be_restored_is_said_before_a_passphrase_is_asked_for(vigil, words, said):
    """Each mistake has its own sentence."""
    vigil("new", "a")
    vigil("case", "backup", "copy", "--case", "a")
    code, _, told = vigil("case", "restore", *words, "--case", "a", passphrase=None)
    assert code == 2
    assert said in told
    assert "vigil new" not in told


def test_an_undo_is_promised_only_where_there_is_something_to_go_back_to(vigil):
    """A restore to a new name replaces nothing."""
    vigil("new", "a")
    vigil("case", "backup", "copy", "--case", "a")
    assert "--undo" not in vigil("case", "restore", "copy", "--case", "fresh", "--dry-run")[2]
    code, _, said = vigil("case", "restore", "copy", "--case", "fresh")
    assert (code, "--undo" in said) == (0, False)
    assert "--undo" in vigil("case", "restore", "copy", "--case", "fresh")[2]


def test_a_rekey_says_what_earlier_copies_are(vigil):
    """Copies of a plain case have no old passphrase: they are readable as they are."""
    vigil("new", "a", "--unencrypted", passphrase=None)
    code, _, said = vigil("case", "rekey", "--case", "a", passphrase=None, VIGIL_NEW_PASSPHRASE=PASSPHRASE)
    assert code == 0
    assert "old passphrase" not in said
    assert "NOT encrypted" in said


def test_a_case_may_be_named_or_given_as_a_path(vigil, tmp_path):
    """By name, with and without .vigil, by path, and in the folder VIGIL_CASES names."""
    (tmp_path / "cases").mkdir()
    assert vigil("new", "a", VIGIL_CASES="cases")[0] == 0
    for name in ("cases/a", "cases/a.vigil", str(tmp_path / "cases" / "a")):
        assert vigil("case", "info", "--case", name)[0] == 0
    assert vigil("case", "info", VIGIL_CASE="a", VIGIL_CASES="cases")[0] == 0
    assert vigil("case", "info", VIGIL_CASE="a", VIGIL_CASES="none")[0] == 2
