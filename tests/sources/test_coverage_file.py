"""Coverage as files: every span, and every row that is none, with its faults."""

from datetime import UTC, datetime

import pytest

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput
from vigil.sources import ReadOptions
from vigil.sources.coverage_file import read_coverage


def read(tmp_path, *lines, header="collector,platform,place,begin,end,state"):
    path = tmp_path / "hearing.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return read_coverage(path, ReadOptions())


def test_a_row_is_a_span_shown_by_its_file(tmp_path):
    """Scope, hearing and times as written; what shows it is the file's digest."""
    rows = read(tmp_path, "ear,Bluesky,,2016-12-04T00:00:00Z,2016-12-04T03:00:00+00:00,Degraded")
    (span,) = rows.spans
    assert (span.collector, span.platform, span.place) == ("ear", "bluesky", None)
    assert (span.begin, span.end) == (datetime(2016, 12, 4, tzinfo=UTC), datetime(2016, 12, 4, 3, tzinfo=UTC))
    assert span.hearing is Hearing.DEGRADED
    assert span.shown_by == rows.digest


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        (",,,2016-12-04T00:00:00,later,deaf", ["state", "begin", "end", "collector"]),
        ("ear,,,2016-12-05T00:00:00Z,2016-12-04T00:00:00Z,blind", ["end"]),
        ("ear,,,2016-12-04T00:00:00Z,2016-12-04T00:00:00Z,blind", ["end"]),
        ("ear,,,2016-12-04T00:00:00Z,2016-12-05T00:00:00Z,", ["state"]),
    ],
)
def test_a_row_that_is_no_span_is_refused_with_every_fault(tmp_path, line, columns):
    """An hour that was heard is never made up: a row either stands or is told."""
    good = "ear,,,2016-12-04T00:00:00Z,2016-12-05T00:00:00Z,blind"
    rows = read(tmp_path, line, good)
    assert len(rows.spans) == 1
    assert sorted(reason.split(":")[0] for reason in rows.refused[0].reasons) == sorted(columns)


def test_a_file_without_its_columns_is_refused_whole(tmp_path):
    """What is missing is said before any row is read."""
    with pytest.raises(InvalidInput, match="state"):
        read(tmp_path, "ear,2016-12-04T00:00:00Z,2016-12-05T00:00:00Z", header="collector,begin,end")
