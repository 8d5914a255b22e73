"""English words of time.

One pattern finds what may be a time, and says which kind; a rule for each kind then works out its days. What needs the
date of publication stays without days where there is none.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from vigil.model.claim import Span
from vigil.testimony.times import calendar
from vigil.testimony.times.calendar import SEASONS, interval, later, month_of
from vigil.testimony.times.english_forms import (
    AHEAD,
    ANY,
    BACK,
    DAYS,
    DIGIT,
    FROM_BEFORE,
    JOIN,
    LASTED,
    MONTHS,
    NUMBERS,
    SEASON_BEFORE,
    SENTENCE_END,
    SINCE_BEFORE,
    SINCE_IT_BEGAN,
    STARTS,
    TELLING,
    WORD,
    YEAR,
    YEAR_BEFORE,
    YEAR_NOT_AFTER,
)
from vigil.testimony.times.mention import TimeKind, TimeMention
from vigil.testimony.times.numeric import numeric_day
from vigil.testimony.times.saying import of_saying


class _Said(NamedTuple):
    """The words of a time: where they stand, and what they are in lower case with single blanks."""

    begin: int
    end: int
    words: str


_Result = tuple[str | None, TimeKind] | None
"""The days, and how they are named; None where the words are no time after all."""


def read_english(text: str, published_on: date | None) -> tuple[TimeMention, ...]:
    """The times an English text mentions, in its order."""
    words = WORD.findall(text.lower())
    if TELLING.isdisjoint(words) and DIGIT.search(text) is None:
        return ()
    return _English(text, published_on).read()


class _English:
    def __init__(self, text: str, published_on: date | None) -> None:
        self._text = text
        self._published = published_on
        self._found: list[TimeMention] = []
        self._anchor: date | None = None  # the last day mentioned, for "the next day"

    def read(self) -> tuple[TimeMention, ...]:
        end = 0
        for word in WORD.finditer(self._text):
            if word.start() < end or not (word.group()[0].isdigit() or word.group().lower() in STARTS):
                continue
            match = ANY.match(self._text, word.start())
            if match is None or match.lastgroup is None:
                continue
            said = _Said(match.start(), match.end(), " ".join(match.group().casefold().split()))
            result = _RULES[match.lastgroup](self, said)
            if result is not None:
                self._add(said.begin, said.end, *result)
                end = said.end
        return tuple(self._found)

    def _add(self, begin: int, end: int, edtf: str | None, kind: TimeKind) -> None:
        before = self._text[max(0, begin - 80) : begin]
        dates_saying = of_saying(self._text, begin, end)
        previous = self._found[-1] if self._found else None
        if previous is not None and edtf is not None and previous.edtf is not None:
            between = self._text[previous.span.end : begin]
            if len(between) < 12 and JOIN.fullmatch(between) and _may_join(previous.edtf, edtf):
                front = self._text[max(0, previous.span.begin - 30) : previous.span.begin]
                opening = FROM_BEFORE.search(front)
                if opening or between.strip() in {"-", "–", "—"}:
                    dated = _year_in(self._text[previous.span.begin : previous.span.end]) is not None
                    start = previous.edtf if dated else _with_year_of(previous.edtf, edtf)
                    shift = previous.span.begin - (len(front) - opening.start() if opening else 0)
                    self._found[-1] = TimeMention(
                        span=Span(shift, end),
                        edtf=_from_to(start if start <= edtf else previous.edtf, edtf),
                        kind=TimeKind.PERIOD,
                        of_saying=previous.of_saying,
                    )
                    return
            beside = previous.kind is TimeKind.WEEKDAY and len(between) < 4 and between.strip() in {"", ",", "("}
            if beside and kind is TimeKind.DATE:  # "Tuesday, 13 December": one mention, and the number counts
                self._found[-1] = TimeMention(
                    span=Span(previous.span.begin, end), edtf=edtf, kind=kind, of_saying=previous.of_saying
                )
                self._anchor = calendar.first_day(edtf) or self._anchor
                return
        since = SINCE_BEFORE.search(before) or SINCE_IT_BEGAN.search(before)
        if since is not None and edtf is not None:
            begin -= len(before) - since.start()
            start = edtf.split("/")[0]
            if self._published is not None and start != self._published.isoformat():  # "since this morning" is today
                edtf, kind = f"{start}/{self._published.isoformat()}", TimeKind.PERIOD
            elif self._published is not None:
                edtf = start
            else:
                edtf, kind = f"{start}/..", TimeKind.PERIOD
        elif edtf is not None:
            self._anchor = calendar.first_day(edtf) or self._anchor
        self._found.append(TimeMention(span=Span(begin, end), edtf=edtf, kind=kind, of_saying=dates_saying))

    def week_of_month(self, said: _Said) -> _Result:
        month, year = _month_in(said.words), self._year_of_month(said, _month_in(said.words))
        if year is None:
            return None, TimeKind.PERIOD
        which = next(at for at, name in enumerate(("first", "second", "third", "last")) if name in said.words)
        last = calendar.day(*calendar.months_later(year, month, 1), 1)
        first = later(last, days=-7) if which == 3 and last is not None else calendar.day(year, month, 1 + 7 * which)
        return interval(first, None if first is None else later(first, days=6)), TimeKind.PERIOD

    def that_month(self, _said: _Said) -> _Result:
        if self._anchor is None:
            return None
        return month_of(self._anchor.year, self._anchor.month), TimeKind.MONTH

    def since_event(self, _said: _Said) -> _Result:
        return (None if self._published is None else f"../{self._published.isoformat()}"), TimeKind.PERIOD

    # Days of the calendar.

    def iso(self, said: _Said) -> _Result:
        try:
            return date.fromisoformat(said.words).isoformat(), TimeKind.DATE
        except ValueError:
            return None

    def numeric(self, said: _Said) -> _Result:
        found = numeric_day(said.words)
        return None if found is None else (found.isoformat(), TimeKind.DATE)

    def day_of_month(self, said: _Said) -> _Result:
        month, number, year = _month_in(said.words), _numbers_in(said.words), _year_in(said.words)
        return self._one_day(said, year, month, number[0]), TimeKind.DATE

    def _one_day(self, said: _Said, year: int | None, month: int, number: int) -> str | None:
        if year is not None:
            found = calendar.day(year, month, number)
        elif self._published is None:
            return None
        else:
            found = calendar.latest_day(month, number, self._published)
            if self._ahead(said) and (coming := calendar.next_day(month, number, self._published)) is not None:
                found = coming if (coming - self._published).days < 200 else found
        return None if found is None else found.isoformat()

    def days_of_month(self, said: _Said) -> _Result:
        month, numbers, year = _month_in(said.words), _numbers_in(said.words), _year_in(said.words)
        last = self._one_day(said, year, month, numbers[1])
        if last is None:
            return None, TimeKind.PERIOD
        first = calendar.day(int(last[:4]), month, numbers[0])
        return interval(first, last), TimeKind.PERIOD

    def weekday_in_part(self, said: _Said) -> _Result:
        month, year = _month_in(said.words), self._year_of_month(said, _month_in(said.words))
        if year is None:
            return None, TimeKind.WEEKDAY
        return calendar.weekday_in_part(_weekday_in(said.words), _part_in(said.words), year, month), TimeKind.WEEKDAY

    def part_month(self, said: _Said) -> _Result:
        month, year = _month_in(said.words), self._year_of_month(said, _month_in(said.words))
        return (None if year is None else calendar.part_of_month(_part_in(said.words), year, month)), TimeKind.MONTH

    def month(self, said: _Said) -> _Result:
        month = _month_in(said.words)
        if said.words in {"may", "march", "mar", "sun", "jun", "dec", "sep", "jan", "oct"} and not self._is_month(said):
            return None
        year = self._year_of_month(said, month)
        return (None if year is None else month_of(year, month)), TimeKind.MONTH

    def _is_month(self, said: _Said) -> bool:
        """ "May" and "March" begin sentences and are names: alone they are months behind a word of time."""
        before = self._text[max(0, said.begin - 16) : said.begin]
        return (
            re.search(
                r"\b(?:in|since|until|by|of|during|through|from|to|before|after|and|for|late|early|between|mid)\s+$",
                before,
                re.IGNORECASE,
            )
            is not None
        )

    def _year_of_month(self, said: _Said, month: int) -> int | None:
        year = _year_in(said.words)
        if year is not None or self._published is None:
            return year
        if said.words.endswith("last year"):
            return self._published.year - 1
        if said.words.startswith("next"):
            return self._published.year + (month <= self._published.month)
        if said.words.startswith("last") and month == self._published.month:
            return self._published.year - 1
        latest = calendar.latest_month(month, self._published)
        return latest + 1 if latest < self._published.year and self._ahead(said) else latest

    # Against the date of publication.

    def _day(self, days: int) -> str | None:
        found = None if self._published is None else later(self._published, days=days)
        return None if found is None else found.isoformat()

    def weekday(self, said: _Said) -> _Result:
        weekday = _weekday_in(said.words)
        if said.words in {"sun", "sat", "mon", "wed", "fri", "thu", "tue"} and not re.search(
            r"\b(?:on|last|late|early)\s+$", self._text[max(0, said.begin - 12) : said.begin], re.IGNORECASE
        ):
            return None
        if self._published is None:
            return None, TimeKind.WEEKDAY
        first = said.words.split(" ", maxsplit=1)[0]
        if said.words.endswith("next week") or said.words.endswith("last week"):
            monday = later(
                self._published, days=-self._published.weekday() + (7 if said.words.endswith("next week") else -7)
            )
            found = None if monday is None else later(monday, days=weekday)
        elif first in {"next", "coming"} or (first not in {"last", "past"} and self._ahead(said)):
            found = calendar.weekday_after(weekday, self._published)
        elif first == "following" and self._anchor is not None:
            found = calendar.weekday_after(weekday, self._anchor)
        elif first == "previous":
            found = calendar.weekday_before(weekday, self._anchor or self._published, strictly=True)
        else:
            found = calendar.weekday_before(weekday, self._published, strictly=first == "last")
        return (None if found is None else found.isoformat()), TimeKind.WEEKDAY

    def _ahead(self, said: _Said) -> bool:
        """Whether the clause speaks of what is to come."""
        front = self._text[max(0, said.begin - 70) : said.begin]
        cut = [each.end() for each in SENTENCE_END.finditer(front)]
        front = front[cut[-1] :] if cut else front
        marks = list(AHEAD.finditer(front))
        if not marks:
            return False
        if marks[-1][0].lower() == "until" and LASTED.search(front, 0, marks[-1].start()) is not None:
            return False
        return BACK.search(front, marks[-1].end()) is None

    def overnight(self, said: _Said) -> _Result:
        if self._published is None:
            return None, TimeKind.RELATIVE
        named = [DAYS[each.strip(".")] for each in re.findall(r"[a-z]+", said.words) if each in DAYS]
        if named:
            last = calendar.weekday_before(named[-1], self._published)
            if last is None:
                return None, TimeKind.RELATIVE
            if len(named) == 2 or " into " in said.words:
                return interval(later(last, days=-1), last), TimeKind.RELATIVE
            return interval(last, later(last, days=1)), TimeKind.RELATIVE
        return interval(later(self._published, days=-1), self._published), TimeKind.RELATIVE

    def ago(self, said: _Said) -> _Result:
        number = _number_in(said.words)
        if self._published is None or number is None:
            return (
                "/".join(("..", self._published.isoformat())) if "hours" in said.words and self._published else None
            ), TimeKind.RELATIVE
        return _back(self._published, number, said.words), TimeKind.RELATIVE

    def past_n(self, said: _Said) -> _Result:
        number = _number_in(said.words)
        if self._published is None or number is None:
            return None, TimeKind.PERIOD
        if "hour" in said.words:
            start = later(self._published, days=-((number + 23) // 24))
            return interval(start, self._published), TimeKind.PERIOD
        start_edtf = _back(self._published, number, said.words)
        return interval(start_edtf, self._published), TimeKind.PERIOD

    def around(self, said: _Said) -> _Result:
        return self._day(-2 if "before" in said.words else 2), TimeKind.RELATIVE

    def recent(self, _said: _Said) -> _Result:
        return (None if self._published is None else f"../{self._published.isoformat()}"), TimeKind.PERIOD

    def _weekend(self, weeks: int) -> str | None:
        if self._published is None:
            return None
        saturday = calendar.weekday_before(5, self._published)
        saturday = None if saturday is None else later(saturday, days=7 * weeks)
        return interval(saturday, None if saturday is None else later(saturday, days=1))

    def spell(self, said: _Said) -> _Result:
        if self._published is None:
            return None, TimeKind.PERIOD
        published, words = self._published, said.words
        step = 1 if "next" in words or "coming" in words else 0 if "this" in words else -1
        up_to_now = words.startswith(("the past", "past", "the last"))
        if "weekend" in words:
            return self._weekend(1 if step == 1 else 0), TimeKind.PERIOD
        unit = "week" if "week" in words else "month" if "month" in words else "year"
        if up_to_now:
            days = {"week": "7 days", "month": "30 days", "year": "1 year"}[unit]
            return interval(_back(published, int(days.split()[0]), days), published), TimeKind.PERIOD
        if unit == "week":
            return self._week(said, step), TimeKind.PERIOD
        if unit == "month":
            return month_of(*calendar.months_later(published.year, published.month, step)), TimeKind.PERIOD
        return f"{published.year + step:04d}", TimeKind.YEAR

    def _week(self, said: _Said, step: int) -> str | None:
        """Last and next week are whole; this one ends, or begins, with publication."""
        published = self._published
        if published is None or step != 0:
            return None if published is None else calendar.week(published, weeks=step)
        monday = later(published, days=-published.weekday())
        if "later" in said.words or self._ahead(said):
            return interval(published, None if monday is None else later(monday, days=6))
        return interval(monday, published)

    # Against the date mentioned last.

    def beside(self, said: _Said) -> _Result:
        if self._anchor is None:
            return None, TimeKind.RELATIVE
        step = 1 if "next" in said.words or "following" in said.words or "after" in said.words.split()[-1:] else 0
        step = -1 if "previous" in said.words or said.words.endswith("before") else step
        found = later(self._anchor, days=step)
        return (None if found is None else found.isoformat()), TimeKind.RELATIVE

    def apart(self, said: _Said) -> _Result:
        number = _number_in(said.words)
        if self._anchor is None or number is None:
            return None, TimeKind.RELATIVE
        sign = -1 if "earlier" in said.words else 1
        return _back(self._anchor, -sign * number, said.words), TimeKind.RELATIVE

    # Seasons, feasts, years.

    def season(self, said: _Said) -> _Result:
        name = next(each for each in SEASONS if each in said.words)
        if said.words == name and not SEASON_BEFORE.search(self._text, max(0, said.begin - 12), said.begin):
            return None
        if name == "fall" and _year_in(said.words) is None and not said.words.startswith(("last", "this")):
            return None
        year, number = _year_in(said.words), SEASONS[name]
        if year is None:
            if self._published is None:
                return None, TimeKind.SEASON
            year = calendar.latest_season(number, self._published)
        return calendar.season(number, year), TimeKind.SEASON

    def feast(self, said: _Said) -> _Result:
        year, published = _year_in(said.words), self._published
        for name, month, number in (
            ("christmas eve", 12, 24),
            ("christmas", 12, 25),
            ("new year's day", 1, 1),
            ("new year's eve", 12, 31),
        ):
            if said.words.replace("’", "'").startswith(name):
                return self._one_day(said, year, month, number), TimeKind.DATE
        month = 9 if "ramadan" in said.words else 10 if "fitr" in said.words else 12
        number = 10 if "adha" in said.words else 1
        if year is None and published is None:
            return None, TimeKind.DATE
        hijri = calendar.latest_hijri_year(month, number, published if year is None else date(year, 12, 31))  # type: ignore[arg-type]
        if hijri is None:
            return None, TimeKind.DATE
        if month == 9:
            return calendar.hijri_month(hijri, month), TimeKind.MONTH
        found = calendar.hijri_day(hijri, month, number)
        return (None if found is None else found.isoformat()), TimeKind.DATE

    def decade(self, said: _Said) -> _Result:
        found = re.search(r"\d{3}", said.words)
        return None if found is None else (f"{found.group()}X", TimeKind.YEAR)

    def years(self, said: _Said) -> _Result:
        first, last = re.findall(r"\d+", said.words)[:2]
        last = first[:2] + last if len(last) == 2 else last
        if int(last) <= int(first):
            return None
        return f"{first}/{last}", TimeKind.PERIOD

    def year(self, said: _Said) -> _Result:
        before = self._text[max(0, said.begin - 12) : said.begin]
        if not YEAR_BEFORE.search(before) or YEAR_NOT_AFTER.match(self._text, said.end):
            return None
        if self._published is not None and int(said.words) > self._published.year + 30:
            return None
        return said.words, TimeKind.YEAR


_RULES: Mapping[str, Callable[[_English, _Said], _Result]] = {
    "iso": _English.iso,
    "numeric": _English.numeric,
    "weekday_in_part": _English.weekday_in_part,
    "days_month": _English.days_of_month,
    "month_days": _English.days_of_month,
    "day_month": _English.day_of_month,
    "month_day": _English.day_of_month,
    "part_month": _English.part_month,
    "month": _English.month,
    "week_of_month": _English.week_of_month,
    "that_month": _English.that_month,
    "since_event": _English.since_event,
    "part_year": lambda _, said: (str(_year_in(said.words)), TimeKind.YEAR),
    "season": _English.season,
    "ago": _English.ago,
    "past_n": _English.past_n,
    "around": _English.around,
    "beside": _English.beside,
    "apart": _English.apart,
    "spell": _English.spell,
    "recent": _English.recent,
    "overnight": _English.overnight,
    "today": lambda self, _: (self._day(0), TimeKind.RELATIVE),
    "yesterday": lambda self, _: (self._day(-1), TimeKind.RELATIVE),
    "tomorrow": lambda self, _: (self._day(1), TimeKind.RELATIVE),
    "weekday": _English.weekday,
    "weekend": lambda self, _: (self._weekend(0), TimeKind.PERIOD),
    "feast": _English.feast,
    "decade": _English.decade,
    "years": _English.years,
    "year": _English.year,
}
"""How each form is read."""


def _month_in(words: str) -> int:
    return next(MONTHS[each] for each in re.findall(r"[a-z]+", words) if each in MONTHS)


def _weekday_in(words: str) -> int:
    return next(DAYS[each] for each in re.findall(r"[a-z]+", words) if each in DAYS)


def _part_in(words: str) -> str:
    if "early" in words or "beginning" in words or "start" in words:
        return "early"
    return "mid" if "mid" in words else "late"


def _year_in(words: str) -> int | None:
    found = YEAR.search(words)
    return None if found is None else int(found.group())


def _numbers_in(words: str) -> list[int]:
    return [int(each) for each in re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)]


def _number_in(words: str) -> int | None:
    if found := re.search(r"\d{1,3}", words):
        return int(found.group())
    if "couple" in words:
        return 2
    return next((NUMBERS[each] for each in re.findall(r"[a-z]+", words) if each in NUMBERS), None)


def _back(start: date, number: int, words: str) -> str | None:
    """So many units before: days and weeks to the day, months and years to the month and year."""
    if "hour" in words:
        found = later(start, days=-(number // 24))
        return None if found is None else found.isoformat()
    if "day" in words or ("night" in words and "fortnight" not in words):
        found = later(start, days=-number)
        return None if found is None else found.isoformat()
    if "week" in words or "fortnight" in words:
        found = later(start, days=-(14 if "fortnight" in words else 7) * number)
        return None if found is None else found.isoformat()
    if "month" in words:
        year, month = calendar.months_later(start.year, start.month, -number)
        return month_of(year, month) if year > 0 else None
    return f"{start.year - number:04d}" if 0 < start.year - number < 10000 else None


def _may_join(one: str, other: str) -> bool:
    """Two days or months, or two parts of months: "late March to early April"; nothing that has no end."""
    return ".." not in one + other and ("/" in one) == ("/" in other)


def _from_to(one: str, other: str) -> str | None:
    return interval(one.split("/", maxsplit=1)[0], other.rsplit("/", maxsplit=1)[-1])


def _with_year_of(one: str, other: str) -> str:
    """ "From 4 December to 6 January 2017": where the first had no year of its own it takes one that comes before."""
    candidate = other[:4] + one[4:]
    return candidate if candidate <= other and len(one) > 4 else one
