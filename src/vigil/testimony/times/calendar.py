"""Days, weeks, months and seasons counted from one date, and how EDTF writes them.

EDTF is the Library of Congress's Extended Date/Time Format, part of ISO 8601-2:2019; level 1 is all that is used.
"""

import calendar
from datetime import date, timedelta

from hijridate import Hijri

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF's numbers, written where the month stands."""

_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
"""Days that the beginning, middle and end of a month stand for: its thirds."""


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def later(start: date, *, days: int) -> date | None:
    """So many days after, or before; None outside the years of the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def interval(first: date | str | None, last: date | str | None) -> str | None:
    """From one to the other; an unknown bound gives None."""
    if first is None or last is None:
        return None
    one, other = (each.isoformat() if isinstance(each, date) else each for each in (first, last))
    return one if one == other else f"{one}/{other}"


def month_of(year: int, month: int) -> str:
    """A month: `2016-12`."""
    return f"{year:04d}-{month:02d}"


def months_later(year: int, month: int, months: int) -> tuple[int, int]:
    """The month so many after, or before."""
    whole = year * 12 + month - 1 + months
    return whole // 12, whole % 12 + 1


def week(start: date, *, weeks: int = 0) -> str | None:
    """Monday to Sunday of the week so many after that of `start`."""
    monday = later(start, days=-start.weekday() + 7 * weeks)
    return interval(monday, None if monday is None else later(monday, days=6))


def weekday_before(weekday: int, published: date, *, strictly: bool = False) -> date | None:
    """The latest such day on or before publication; `strictly`, before it."""
    back = (published.weekday() - weekday) % 7
    return later(published, days=-(back or 7) if strictly else -back)


def weekday_after(weekday: int, published: date) -> date | None:
    """The next such day after publication."""
    return later(published, days=(weekday - published.weekday() - 1) % 7 + 1)


def part_of_month(part: str, year: int, month: int) -> str | None:
    """The first, second or last third of a month as an interval."""
    first, last = _THIRDS[part]
    return interval(day(year, month, first), day(year, month, min(last, calendar.monthrange(year, month)[1])))


def weekday_in_part(weekday: int, part: str, year: int, month: int) -> str | None:
    """ "Wednesday in mid-December": that weekday nearest to the middle of that third of the month."""
    first, last = _THIRDS[part]
    last = min(last, calendar.monthrange(year, month)[1])
    days = [date(year, month, each) for each in range(first, last + 1)]
    fitting = [each for each in days if each.weekday() == weekday]
    return min(fitting, key=lambda each: (abs(2 * each.day - first - last), each)).isoformat() if fitting else None


def latest_month(month: int, published: date) -> int:
    """The year of the latest such month that had begun at publication."""
    return published.year if month <= published.month else published.year - 1


def latest_day(month: int, number: int, published: date) -> date | None:
    """The latest such day on or before the day after publication: a text may be dated by a clock further west."""
    limit = later(published, days=1) or published
    for year in range(limit.year, limit.year - 9, -1):
        found = day(year, month, number)
        if found is not None and found <= limit:
            return found
    return None


def next_day(month: int, number: int, published: date) -> date | None:
    """The next such day on or after publication."""
    for year in range(published.year, min(published.year + 9, 9999)):
        found = day(year, month, number)
        if found is not None and found >= published:
            return found
    return None


def hijri_day(year: int, month: int, number: int) -> date | None:
    """A day of the Umm al-Qura calendar. A local sighting of the moon may differ from it by a day."""
    try:
        return Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> str | None:
    """A month of the Umm al-Qura calendar, first day to last."""
    first = hijri_day(year, month, 1)
    last = hijri_day(year, month, 30) or hijri_day(year, month, 29)
    return interval(first, last)


def latest_hijri_year(month: int, number: int, published: date) -> int | None:
    """The year of the latest such day or month that had begun at publication."""
    start = int((published.year - 622) * 33 / 32) + 2
    for year in range(start, start - 5, -1):
        found = hijri_day(year, month, number)
        if found is not None and found <= published:
            return year
    return None


def season(number: int, year: int) -> str:
    """A season by EDTF's number: `2016-24`, a winter."""
    return f"{year:04d}-{number}"


def latest_season(number: int, published: date) -> int:
    """The year of the latest such season that had begun at publication."""
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    return published.year if published.month >= begins else published.year - 1


def first_day(edtf: str) -> date | None:
    """The day of a mention of one day, or the first of an interval of days; None for months and years."""
    try:
        return date.fromisoformat(edtf.split("/", maxsplit=1)[0])
    except ValueError:
        return None


def last_day(edtf: str) -> date | None:
    """The day of a mention of one day, or the last of an interval of days; None for months and years."""
    try:
        return date.fromisoformat(edtf.rsplit("/", maxsplit=1)[-1])
    except ValueError:
        return None
