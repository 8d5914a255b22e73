"""Refused rows, counted by reason and placed."""

from pathlib import Path

from vigil.sources.rows import no_observations
from vigil.usecases.ports import ReadBatch, Rejected
from vigil.usecases.refusals import FIRST_PLACES, Refusals, place_of


def batch(*rejected: Rejected, member: str | None = None) -> ReadBatch:
    return ReadBatch(frame=no_observations(), rejected=rejected, member=member)


def test_every_place_is_kept_and_the_first_are_told() -> None:
    """Nothing is lost between the file and who mends it."""
    refusals = Refusals(path=Path("posts.csv"), format="csv")
    for position in range(2, 32):
        refusals.note(batch(Rejected(position=position, reasons=("account: missing",), raw=None)))
    (reason,) = refusals.reasons.values()
    assert (refusals.n_rows, reason.n_rows) == (30, 30)
    assert list(reason.places()) == [f"line {position}" for position in range(2, 32)]
    assert reason.first == list(reason.places())[:FIRST_PLACES]


def test_a_row_with_two_faults_counts_under_both_and_once() -> None:
    """Reasons overlap; rows are rows. The most frequent reason comes first."""
    refusals = Refusals(path=Path("posts.csv"), format="csv")
    refusals.note(batch(Rejected(position=2, reasons=("a: x", "b: y"), raw=None)))
    refusals.note(batch(Rejected(position=3, reasons=("b: y",), raw=None)))
    assert refusals.n_rows == 2
    assert [(text, reason.n_rows) for text, reason in refusals.by_count()] == [("b: y", 2), ("a: x", 1)]


def test_a_place_is_named_as_it_is_looked_up() -> None:
    """A line of text, a row of a table, an entry of an archive's member."""
    assert place_of(4, member=None, file_format="jsonl") == "line 4"
    assert place_of(4, member=None, file_format="parquet") == "row 4"
    assert place_of(4, member="data/tweets.js", file_format="x-archive") == "data/tweets.js[4]"


def test_a_refusal_may_stand_for_many_rows() -> None:
    """A block that does not read is one place and all its rows."""
    refusals = Refusals(path=Path("posts.parquet"), format="parquet")
    refusals.note(batch(Rejected(position=1, reasons=("row group: damaged",), raw=None, n_rows=500)))
    (reason,) = refusals.reasons.values()
    assert (refusals.n_rows, reason.n_rows, reason.first) == (500, 500, ["row 1"])
