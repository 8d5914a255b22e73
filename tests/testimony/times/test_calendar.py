"""Days, weeks, months counted from one date."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vigil.testimony.times import calendar

DATES = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@given(st.integers(0, 6), DATES)
def test_a_weekday_is_the_latest_on_or_before(weekday, published):
    """The day found has that name and lies within the week that ends with publication."""
    found = calendar.weekday_before(weekday, published)
    assert found.weekday() == weekday
    assert 0 <= (published - found).days < 7


@given(st.integers(0, 6), DATES)
def test_the_next_weekday_comes_after(weekday, published):
    """The day found has that name and lies within the week after publication."""
    found = calendar.weekday_after(weekday, published)
    assert found.weekday() == weekday
    assert 0 < (found - published).days <= 7


@given(DATES)
def test_last_week_is_monday_to_sunday(published):
    """The week before ends on the Sunday before this week's Monday."""
    first, last = (date.fromisoformat(each) for each in calendar.week(published, weeks=-1).split("/"))
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert 1 <= (published - last).days <= 7


@given(st.integers(1, 12), st.integers(1, 31), DATES)
def test_the_latest_day_is_past(month, number, published):
    """A day without a year is not more than a day ahead of publication."""
    found = calendar.latest_day(month, number, published)
    if found is not None:
        assert (found.month, found.day) == (month, number)
        assert (found - published).days <= 1


def test_dates_outside_the_calendar_are_none():
    """No error for the 31st of February, or for years before the first."""
    assert calendar.day(2016, 2, 31) is None
    assert calendar.later(date(1, 1, 1), days=-1) is None
    assert calendar.hijri_day(9999, 1, 1) is None


def test_hijri_days_as_published():
    """1 Ramadan 1438 was 27 May 2017 by the Umm al-Qura calendar (van Gent, Utrecht)."""
    assert calendar.hijri_day(1438, 9, 1) == date(2017, 5, 27)
