"""JSON Lines of findings: the keys other programs rely on."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from boards import finding, last_word

from vigil.model.verdict import Danger, Grade, Verdict
from vigil.publish.findings_jsonl import findings_jsonl

KEYS = [
    "account",
    "platform",
    "witness",
    "place",
    "verdict",
    "witness_verdict",
    "last_post_at",
    "silence_s",
    "expected_once_in_days",
    "budget_per_year",
    "neighbours",
    "coverage",
    "last_words",
    "since",
    "reasons",
    "model",
]


def read(*findings):
    return [json.loads(line) for line in findings_jsonl(findings)]


def test_an_object_has_the_promised_keys_in_the_promised_order():
    """Programs that read `check --json` find the same keys in the same order, always."""
    (found,) = read(finding("Heron", Verdict.DARK))
    assert list(found) == KEYS
    assert list(found["neighbours"]) == ["speaking", "of"]
    assert list(found["coverage"]) == ["healthy", "degraded", "blind"]


def test_every_key_is_documented():
    """Whoever reads the lines finds each key in docs/board.md."""
    documented = (Path(__file__).parents[2] / "docs" / "board.md").read_text(encoding="utf-8")
    within = ["speaking", "of", "healthy", "degraded", "blind", "post", "grade", "rule", "span", "held"]
    assert [key for key in KEYS + within if f"`{key}`" not in documented] == []


def test_times_are_rfc_3339_in_utc():
    """A time is never written in a local zone."""
    (found,) = read(
        replace(finding("Heron", Verdict.DARK), last_post_at=datetime.fromisoformat("2016-12-04T20:30:00+02:00"))
    )
    assert found["last_post_at"] == "2016-12-04T18:30:00Z"


def test_unknown_is_null_and_never_zero():
    """An account never heard has no silence; a rarity that cannot be told, or is not finite, is null."""
    never = replace(
        finding("Heron", Verdict.BLIND), last_post_at=None, silence_s=None, expected_once_in_days=float("inf")
    )
    (found,) = read(never)
    assert found["last_post_at"] is found["silence_s"] is found["expected_once_in_days"] is None


def test_no_text_of_a_post_is_in_it_held_or_not():
    """Last words are a post, a grade, a rule and a span: what was said stays in the case."""
    words = (
        last_word(Danger.FAREWELL, Grade.CRITICAL, held=True),
        last_word(Danger.CAPTURE, Grade.SERIOUS, text="they are at the door"),
    )
    (found,) = read(finding("Heron", Verdict.DARK, last_words=words))
    assert [list(word) for word in found["last_words"]] == [["post", "grade", "rule", "span", "held"]] * 2
    assert "at the door" not in json.dumps(found)


def test_a_line_is_one_line_whatever_a_reason_holds():
    """A line break inside a sentence cannot begin a forged finding."""
    (line,) = findings_jsonl([finding("Heron", Verdict.DARK, reasons=('first\n{"account":"x"}\u2028second',))])
    assert "\n" not in line
    assert json.loads(line)["reasons"] == ['first\n{"account":"x"}\u2028second']


def test_numbers_of_numpy_are_written_as_numbers():
    """A silence computed in columns is written like any other."""
    (found,) = read(replace(finding("Heron", Verdict.DARK), silence_s=np.float64(60.5)))
    assert found["silence_s"] == 60.5


def test_as_of_does_not_change_a_line():
    """The same finding gives the same bytes."""
    one = finding("Heron", Verdict.DARK)
    assert list(findings_jsonl([one])) == list(findings_jsonl([replace(one, as_of=datetime.now(UTC))]))
