"""`vigil fate` and `vigil confirm-return`, as typed."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from vigil import bootstrap
from vigil.cli.main import app
from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate
from vigil.model.ids import WitnessName
from vigil.model.witness import Witness
from vigil.usecases.ports import Secrets

SET = [
    "fate", "set", "hawk", "detained", "--claimed-by", "a cousin", "--evidence", "note 14", "--judged-by", "Rana K.",
    "--occurred", "2016-12-19~", "--reason", "called twice", "--case", "aleppo",
]  # fmt: skip
CONFIRM = [
    "confirm-return", "hawk", "--spoke-with", "Dr Salma", "--how", "video call", "--judged-by", "Rana K.",
    "--case", "aleppo",
]  # fmt: skip
WITHDRAW = ["fate", "withdraw", "hawk", "1", "--reason", "meant another", "--judged-by", "Rana K.", "--case", "aleppo"]


@pytest.fixture
def case(tmp_path, monkeypatch):
    monkeypatch.setenv("VIGIL_CASES", str(tmp_path))
    path = bootstrap.case_path("aleppo")
    bootstrap.create_case(path, passphrase=None)
    with bootstrap.case_writer(path, Secrets()) as opened:
        opened.put_witness(Witness(name=WitnessName("hawk")))
    return path


def run(*arguments):
    return CliRunner().invoke(app, list(arguments), catch_exceptions=False)


def shown(*arguments):
    return [
        json.loads(line) for line in run("fate", "show", *arguments, "--case", "aleppo", "--json").stdout.splitlines()
    ]


def test_an_entry_set_is_shown_with_everything_it_rests_on(case):
    """What was entered can be read back, for people and for machines."""
    assert "entry 1, detained: added" in run(*SET).stderr
    (line,) = shown()
    assert line.pop("recorded_at").endswith("Z")
    assert line == {
        "witness": "hawk",
        "number": 1,
        "fate": "detained",
        "claimed_by": "a cousin",
        "evidence": "note 14",
        "judged_by": "Rana K.",
        "occurred": "2016-12-19~",
        "reason": "called twice",
        "withdrawn_by": None,
    }
    text = run("fate", "show", "hawk", "--case", "aleppo").stdout
    for word in ("hawk 1. detained, occurred 2016-12-19~", "a cousin", "note 14", "Rana K.", "because called twice"):
        assert word in text


def test_setting_twice_adds_once_and_a_dry_run_nothing(case):
    """Safe to repeat, and to try."""
    assert "would be added" in run(*SET, "--dry-run").stderr
    assert shown() == []
    run(*SET)
    assert "nothing was added" in run(*SET).stderr
    assert len(shown()) == 1


def test_a_withdrawn_entry_is_shown_as_withdrawn(case):
    """An error is taken back in the open."""
    run(*SET)
    assert "would be added" in run(*WITHDRAW, "--dry-run").stderr
    assert "entry 2, withdrawn: added" in run(*WITHDRAW).stderr
    assert [line["withdrawn_by"] for line in shown("hawk")] == [2, None]
    text = run("fate", "show", "--case", "aleppo").stdout
    assert "[withdrawn by entry 2]" in text
    assert "withdraws entry 1" in text
    assert shown("--as-of", "2016-01-01T00:00:00Z") == []


def test_not_to_be_watched_is_said_to_end_the_watching(case):
    """Whoever enters it reads what it does."""
    result = run(*["not_to_be_watched" if word == "detained" else word for word in SET])
    assert "ends the watching" in result.stderr


def test_an_empty_register_says_so(case):
    """Empty is said, not left blank."""
    result = run("fate", "show", "--case", "aleppo")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "no entry" in result.stderr


def test_a_proof_of_life_is_recorded_and_can_be_repeated(case):
    """The word of a named person, kept in the case."""
    at = ["--spoken-at", "2016-12-19T10:00:00Z"]
    assert "would be recorded" in run(*CONFIRM, *at, "--dry-run").stderr
    assert "until 2016-12-19T10:00:00Z for 0 accounts: recorded" in run(*CONFIRM, *at).stderr
    assert "nothing was added" in run(*CONFIRM, *at).stderr
    with bootstrap.case_reader(case, Secrets()) as opened:
        (proof,) = opened.proofs_of_life()
    assert (proof.spoke_with, proof.how, proof.judged_by) == ("Dr Salma", "video call", "Rana K.")


@pytest.mark.parametrize("command", [SET, CONFIRM, WITHDRAW], ids=["set", "confirm-return", "withdraw"])
def test_nobody_cannot_judge(case, command):
    """A judgement without a person is refused on every command that records one."""
    run(*SET)
    with pytest.raises(InvalidInput, match="judged by"):
        run(*["unknown" if word == "Rana K." else word for word in command])


def test_a_fate_no_register_knows_is_refused(case):
    """The vocabulary is closed, and a withdrawal is not a fate to set."""
    for fate in ("vanished", Fate.WITHDRAWN.value):
        with pytest.raises(InvalidInput, match="in_hiding"):
            run(*[fate if word == "detained" else word for word in SET])


def test_text_that_would_drive_the_terminal_is_shown_without_what_drives_it(case):
    """What someone typed, or was given to type, cannot forge a line."""
    run(*["a \x1b[2Jcousin\nhawk  9. safe" if word == "a cousin" else word for word in SET])
    text = run("fate", "show", "--case", "aleppo").stdout
    assert "\x1b" not in text
    assert "\nhawk  9" not in text


def test_an_unknown_witness_leaves_with_exit_code_two(case, tmp_path):
    """The installed command says how to list witnesses, and names none."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from vigil.cli.main import main; main()",
            "fate",
            "show",
            "kestrel",
            "--case",
            "aleppo",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "vigil watch list" in done.stderr
    assert "kestrel" not in done.stderr
