"""When we were listening, as files say it: the good rows kept, the others told, and safe to repeat."""

from pathlib import Path

import pytest

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.sources import ReadOptions
from vigil.sources.coverage_file import read_coverage
from vigil.store.memory import memory_case
from vigil.usecases.import_coverage import import_coverage

EVER = parse_instant("9000-01-01T00:00:00Z")
HEAD = "collector,platform,place,begin,end,state\n"
GOOD = "ear-1,X,aleppo,2016-12-04T10:00:00Z,2016-12-04T12:00:00Z,Healthy\n"
OVERLAPS = "ear-1,,,2016-12-04T11:00:00Z,2016-12-04T13:00:00Z,degraded\n"


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "hearing.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_one_column_is_not_called_columns(tmp_path: Path) -> None:
    """A row that is not one is told in a sentence that agrees with itself."""
    (refused,) = read_coverage(_file(tmp_path, HEAD + "alone\n"), ReadOptions()).refused
    assert refused.reasons == ("line: 1 column, where the header has 6",)


def test_spans_are_added_once_and_may_overlap(tmp_path: Path) -> None:
    """Two collectors, or one at odds with itself, may speak of the same hours."""
    case = memory_case()
    rows = read_coverage(_file(tmp_path, HEAD + GOOD + OVERLAPS), ReadOptions())
    first, again = import_coverage(rows, case=case), import_coverage(rows, case=case)
    assert (first.added, first.already_known, again.added, again.already_known) == (2, 0, 0, 2)
    healthy, degraded = case.coverage(until=EVER)
    assert (healthy.platform, healthy.place, healthy.hearing, healthy.shown_by) == (
        "x",
        "aleppo",
        Hearing.HEALTHY,
        rows.digest,
    )
    assert (degraded.platform, degraded.place, degraded.account) == (None, None, None)


def test_rows_that_cannot_stand_are_told_with_their_line_and_every_reason(tmp_path: Path) -> None:
    """Reversed, unknown, unsaid: refused alone, the rest is kept."""
    text = (
        HEAD
        + "ear,,,2016-12-04T12:00:00Z,2016-12-04T10:00:00Z,healthy\n"
        + GOOD
        + ",,,2016-12-04T12:00:00,,deaf\n"
        + "ear,too,few\n"
    )
    rows = read_coverage(_file(tmp_path, text), ReadOptions())
    assert len(rows.spans) == 1
    assert [(one.position, [reason.split(" (")[0] for reason in one.reasons]) for one in rows.refused] == [
        (2, ["end: not after begin"]),
        (
            4,
            [
                "collector: missing",
                "state: not one of healthy, degraded, blind",
                "begin: no time zone",
                "end: missing",
            ],
        ),
        (5, ["line: 3 columns, where the header has 6"]),
    ]


def test_a_file_without_its_columns_is_refused(tmp_path: Path) -> None:
    """Nothing is guessed."""
    with pytest.raises(InvalidInput, match="no column begin or end"):
        read_coverage(_file(tmp_path, "collector,state\na,healthy\n"), ReadOptions())
