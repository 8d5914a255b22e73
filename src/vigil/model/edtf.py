"""When something happened, as far as anyone says: dates in EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

Read are the forms a register needs: a year, month or day, a day with a time and zone, digits left open with X, the
qualifiers ? (uncertain), ~ (approximate) and % (both) behind the whole date, and intervals with an open or unknown end.
Seasons, sets, years beyond four digits and qualified parts (levels 1 and 2) are refused.
Source: Library of Congress, EDTF specification (2019), levels 0 and 1.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from vigil.model.errors import InvalidInput

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}T", re.ASCII)
_OPEN = ("..", "")
_QUALIFIERS = ("?", "~", "%")
_FORMS = "2016, 2016-12, 2016-12-04, 2016-12-XX, 2016-12?, 2016-12-04/2016-12-16, ../2016-12-13"


@dataclass(frozen=True, slots=True)
class Occurred:
    """The days something may have happened on: from `first` to `last`, None where nobody says."""

    text: str  # as written
    first: date | None
    last: date | None


def parse_edtf(text: str) -> Occurred:
    """An EDTF date or interval, with the days it may mean.

    Raises:
        InvalidInput: It is none of the forms read, a day no calendar has, or an interval that ends before it begins.
    """
    written = text.strip()
    begin, slash, end = written.partition("/")
    if not slash:
        return Occurred(written, *_days(begin, written))
    if begin in _OPEN and end in _OPEN:
        raise _refused(written, "an interval needs a begin or an end")
    first = None if begin in _OPEN else _days(begin, written)[0]
    last = None if end in _OPEN else _days(end, written)[1]
    if first is not None and last is not None and last < first:
        raise _refused(written, "it ends before it begins")
    return Occurred(written, first, last)


def parse_day(text: str) -> date:
    """The one day an EDTF date means: 2016-12-04, with ?, ~ or % behind it where whoever says it is not sure.

    Raises:
        InvalidInput: It is none, or leaves open which day.
    """
    written = text.strip()
    match = _DATE.fullmatch(written)
    if match is None or match.group(3) in (None, "XX"):
        raise InvalidInput(f"not a day such as 2016-12-04: {written!r}")
    return _days(written, written)[0]


def qualifier_of(text: str) -> str:
    """`?`, `~` or `%` behind a date; "" where whoever says it is sure."""
    return text[-1:] if text[-1:] in _QUALIFIERS else ""


def qualified(text: str, by: str) -> str:
    """A date or an interval that is no surer than what it was counted from: `by` behind each end that is one."""
    return "/".join(end if end in _OPEN else _with_qualifier(end, by) for end in text.split("/"))


def _with_qualifier(written: str, by: str) -> str:
    own = qualifier_of(written)
    if not by or own == by:
        return written
    return written.removesuffix(own) + ("%" if own else by)


def _days(text: str, written: str) -> tuple[date, date]:
    if "T" in text:
        return _instant(text, written)
    match = _DATE.fullmatch(text)
    if match is None:
        raise _refused(written, "not a date it can mean")
    year, month, day, _ = match.groups()
    if month == "XX" and day not in (None, "XX"):
        raise _refused(written, "a day of an unknown month")
    if "X" in year and month not in (None, "XX"):
        raise _refused(written, "a month of an unknown year")
    return _bounds(year, month or "XX", day or "XX", written)


def _bounds(year: str, month: str, day: str, written: str) -> tuple[date, date]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first_month, last_month = (1, 12) if month == "XX" else (int(month), int(month))
    try:
        first = date(first_year, first_month, 1 if day == "XX" else int(day))
        longest = calendar.monthrange(last_year, last_month)[1] if day == "XX" else int(day)
        return first, date(last_year, last_month, longest)
    except ValueError as error:  # calendar's own error for a month is one of these
        raise _refused(written, "no calendar has that day") from error


def _instant(text: str, written: str) -> tuple[date, date]:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise _refused(written, "not a day with a time") from error
    if at.tzinfo is None or not _DAY.match(text):
        raise _refused(written, "a time needs its zone, and its day as 2016-12-04")
    day = at.astimezone(UTC).date()
    return day, day


def _refused(written: str, why: str) -> InvalidInput:
    return InvalidInput(f"occurred: {why}: {written!r}; write it in EDTF, for example {_FORMS}")
