"""Dates as people know them: EDTF."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.edtf import parse_day, parse_edtf, qualified, qualifier_of
from vigil.model.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-XX", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-12-04", date(2016, 12, 4), date(2016, 12, 4)),
        ("2016-12-XX", date(2016, 12, 1), date(2016, 12, 31)),
        ("2016-12-04?", date(2016, 12, 4), date(2016, 12, 4)),
        ("2016-12~", date(2016, 12, 1), date(2016, 12, 31)),
        ("2016%", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-12-04T23:30:00-02:00", date(2016, 12, 5), date(2016, 12, 5)),
        ("2016-12-04/2016-12-16", date(2016, 12, 4), date(2016, 12, 16)),
        ("2016-12-04?/2016-12~", date(2016, 12, 4), date(2016, 12, 31)),
        ("../2016-12-13", None, date(2016, 12, 13)),
        ("/2016-12-13", None, date(2016, 12, 13)),
        ("2016-12/..", date(2016, 12, 1), None),
        ("2016-12/", date(2016, 12, 1), None),
    ],
)
def test_a_date_means_the_days_it_may_mean(text, first, last):
    """Levels 0 and 1, as the specification gives them, by their first and last day."""
    occurred = parse_edtf(text)
    assert (occurred.first, occurred.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "../..", "/", "16", "2016-1", "2016-13", "2016-00", "2016-02-30", "2015-02-29", "04.12.2016",
        "2016/12/04", "2016-XX-04", "20XX-12", "2016-12-04??", "?2016", "2016-12-16/2016-12-04", "December 2016",
        "2016-12-04 ?", "2016-21", "2016-12-04T10:00:00", "20161204T100000Z", "0000", "٢٠١٦", "2016-12-04/..x",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_examples(text):
    """A date that cannot be meant is refused, and the message shows how to write one."""
    with pytest.raises(InvalidInput, match="2016-12-04"):
        parse_edtf(text)


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_every_day_and_every_ordered_interval_is_read(one, other):
    """Any calendar day, and any two in order."""
    first, last = sorted((one, other))
    occurred = parse_edtf(f"{first.isoformat()}/{last.isoformat()}")
    assert (occurred.first, occurred.last) == (first, last)


@settings(deadline=None)
@given(st.text(max_size=24))
def test_nonsense_is_refused_and_nothing_else_happens(text):
    """Any text is either read or refused by the one error meant for it."""
    with suppress(InvalidInput):
        parse_edtf(text)


@pytest.mark.parametrize("written", ["2016-12-04", " 2016-12-04 ", "2016-12-04?", "2016-12-04~", "2016-12-04%"])
def test_one_day_is_one(written):
    """However sure they are who say so."""
    assert parse_day(written) == date(2016, 12, 4)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2016",
        "2016-12",
        "2016-12-XX",
        "2016-XX-XX",
        "2016-12-32",
        "2016-12-04/2016-12-04",
        "2016-12-04T10:00Z",
        "x",
    ],
)
def test_what_leaves_open_which_day_is_none(written):
    """A month, an interval, a day with a time."""
    with pytest.raises(InvalidInput):
        parse_day(written)


@pytest.mark.parametrize(
    ("text", "by", "found"),
    [
        ("2016-12-13", "?", "2016-12-13?"),
        ("2016-12-13", "", "2016-12-13"),
        ("2016-12-13~", "?", "2016-12-13%"),
        ("2016-12-13?", "?", "2016-12-13?"),
        ("2016-12-13?", "", "2016-12-13?"),
        ("2016-12/2016-12-14", "~", "2016-12~/2016-12-14~"),
        ("../2016-12-14", "?", "../2016-12-14?"),
        ("2016-12-14/", "%", "2016-12-14%/"),
    ],
)
def test_a_date_is_no_surer_than_what_it_was_counted_from(text, by, found):
    """Each end that is a date; uncertain and approximate together are %."""
    assert qualified(text, by) == found
    assert (parse_edtf(found).first, parse_edtf(found).last) == (parse_edtf(text).first, parse_edtf(text).last)


def test_the_qualifier_of_a_date():
    """An instant and a sure day have none."""
    assert [
        qualifier_of(text) for text in ("2016-12-14?", "2016-12-14~", "2016-12-14", "2016-12-14T18:00:00Z", "")
    ] == [
        "?",
        "~",
        "",
        "",
        "",
    ]
