"""Dates in digits alone: 13/12/2016, 2016-12-13."""

import re
from datetime import date

from vigil.testimony.times.calendar import day


def numeric_day(words: str) -> date | None:
    """The day: the year first where it has four digits, else the day before the month unless that is impossible.

    A year of two digits is one of this century up to 50, of the last from there on.
    """
    first, second, third = (int(each) for each in re.findall(r"\d+", words)[:3])
    if first > 31:
        return day(first, second, third)
    year = third if third > 99 else 2000 + third if third <= 50 else 1900 + third
    return day(year, second, first) or day(year, first, second)
