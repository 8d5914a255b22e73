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
from vigil.testimony.times.mention import TimeKind, TimeMention
from vigil.testimony.times.numeric import numeric_day
from vigil.testimony.times.saying import of_saying
from vigil.testimony.word_lists import in_order, listed

_FULL_MONTHS = in_order("january february march april may june july august september october november december")
_MONTHS = {name: at for at, name in enumerate(_FULL_MONTHS, 1)} | {
    **{name[:3]: at for at, name in enumerate(_FULL_MONTHS, 1)},
    "sept": 9,
}
_FULL_DAYS = in_order("monday tuesday wednesday thursday friday saturday sunday")
_DAYS = {name: at for at, name in enumerate(_FULL_DAYS)} | {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_NUMBERS = {
    name: at
    for at, name in enumerate(
        in_order("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "twenty": 20, "thirty": 30}

# Short months and days only with a capital, and May and March too: "may" and "march" are verbs, "sun" and "sat" are not
# days. (?-i:...) keeps the case where the rest of the pattern does not.
_MONTH = (
    r"(?:(?-i:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)|(?-i:March|May)"
    r"|january|february|april|june|july|(?-i:August)|september|october|november|december"
    r"|(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?-i:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
)
_D = r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?)"
_Y = r"(?:(?:19|20)\d\d(?!\d))"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till|through|or)\s+)"
_N = (
    r"(?:\d{1,3}|a\ couple\ of|couple\ of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|twenty|thirty)"
)
_UNIT = r"(?:hours?|days?|nights?|weeks?|months?|years?)"
_PART = r"(?:early|mid|middle|late|beginning|start|end)"
_DAYTIME = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))?"

_FORMS: Mapping[str, str] = {
    "iso": rf"{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "numeric": r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/.]*\d)|(?:19|20)\d\d[/.]\d{1,2}[/.]\d{1,2}(?!\d)",
    "weekday_in_part": rf"{_WEEKDAY}\s+(?:in|of)\s+{_PART}[\s-]+{_MONTH}(?:,?\s+{_Y})?",
    "days_month": rf"(?:the\s+)?{_D}{_TO}(?:the\s+)?{_D}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_Y})?",
    "month_days": rf"{_MONTH}\s+(?:the\s+)?{_D}{_TO}(?:the\s+)?{_D}(?!\s+{_MONTH}|[:\d])(?:,?\s+{_Y})?",
    "day_month": rf"(?:the\s+)?{_D}(?:\s+day)?(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_Y})?",
    "month_day": rf"{_MONTH}\s+(?:the\s+)?{_D}(?![:\d]|\s?[ap]\.?m\b)(?:,?\s+{_Y})?",
    "part_month": rf"(?:the\s+)?{_PART}(?:[\s-]+|\s+(?:of|in)\s+){_MONTH}(?:,?\s+(?:of\s+)?{_Y})?",
    "month": rf"(?:(?:last|this|next)\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{_Y}|\s+last\s+year)?",
    "season": rf"(?:(?:last|this|next|early|late)\s+)?(?:the\s+)?(?:spring|summer|autumn|fall|winter)\b"
    rf"(?:\s+(?:of\s+)?{_Y})?",
    "ago": rf"(?:(?:about|around|some|over|nearly|almost)\s+)?(?:{_N}\s+{_UNIT}|(?:a\s+few|several|many)\s+{_UNIT}"
    rf"|hours|days|weeks|months|years)\s+ago",
    "past_n": rf"(?:the\s+|these\s+)?(?:last|past|previous)\s+{_N}\s+{_UNIT}",
    "around": r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)",
    "beside": r"(?:(?:the\s+)?(?:very\s+)?(?:next|following|previous|same)\s+(?:day|night|morning|evening|afternoon)"
    r"|that\s+(?:same\s+)?(?:day|night|morning|evening|afternoon)|the\s+day\s+(?:before|after))\b",
    "apart": rf"{_N}\s+(?:days?|weeks?|months?|years?)\s+(?:later|earlier|afterwards)",
    "spell": r"(?:(?:earlier|later|late|early)\s+)?(?:last|this|next|past|the\s+past|the\s+last|the\s+coming)\s+"
    r"(?:week|month|year|weekend)(?:\s+of)?\b",
    "recent": r"(?:the\s+)?(?:recent|last\s+few|past\s+few|past\s+several)\s+"
    r"(?:hours|days|weeks|months|years)",
    "overnight": rf"overnight(?:\s+(?:on|into|from)?\s*{_WEEKDAY}(?:{_TO}{_WEEKDAY})?)?"
    rf"|the\s+night\s+of\s+{_WEEKDAY}{_TO}{_WEEKDAY}|the\s+night\s+between\s+{_WEEKDAY}{_TO}{_WEEKDAY}|last\s+night",
    "today": r"today|tonight|this\s+(?:morning|afternoon|evening)|(?:earlier|later)\s+today"
    r"|(?<=since\ )(?:early\s+)?(?:dawn|sunrise|morning|noon|midday)(?!\s+(?:yesterday|of|on))",
    "yesterday": rf"yesterday{_DAYTIME}|last\s+evening",
    "tomorrow": rf"tomorrow{_DAYTIME}",
    "weekday": rf"(?:(?:last|this|next|past|coming|following)\s+)?{_WEEKDAY}{_DAYTIME}(?:\s+(?:last|next)\s+week\b)?",
    "weekend": r"the\s+weekend",
    "feast": rf"(?:christmas(?:\s+(?:day|eve))?|new\s+year['’]s\s+(?:day|eve)|eid\s+[ae]l[-\s](?:fitr|adha)|ramadan)\b"
    rf"(?:,?\s+{_Y})?",
    "decade": r"(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:19|20)\d0['’]?s",
    "years": rf"{_Y}\s?[-–—/]\s?(?:{_Y}|\d\d(?!\d))|(?<=from\ ){_Y}\s+to\s+{_Y}|(?<=between\ ){_Y}\s+and\s+{_Y}",
    "year": rf"{_Y}(?![-–/.,]?\d)",
}
_ANY = re.compile(
    rf"(?<![\w.,/:-])(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())})(?!\w)", re.IGNORECASE
)
_YEAR = re.compile(_Y)

_WORD = re.compile(r"[^\W_]+")
_STARTS = frozenset([*_MONTHS, *_DAYS, *SEASONS]) | listed(
    "a an couple one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen twenty thirty the early mid middle late beginning start end last this next about around"
    " some over nearly almost several many hours days weeks months years these past previous following"
    " same very that earlier later recent overnight today tonight yesterday tomorrow coming christmas"
    " new eid ramadan dawn sunrise morning noon midday"
)
"""The words that a time begins with, besides numbers: elsewhere the pattern is not tried."""

_TELLING = frozenset([*_MONTHS, *_DAYS, *SEASONS]) | listed(
    "hours days weeks months years hour day week month year night nights morning afternoon evening"
    " weekend ago recent overnight today tonight yesterday tomorrow christmas eid ramadan dawn sunrise noon midday"
)
"""One of these, or a digit, is in every time: most short texts need no more than this."""
_DIGIT = re.compile(r"\d")

_SINCE_BEFORE = re.compile(
    r"\b(?:since|starting(?:\s+from)?|ever\s+since)\s+(?:at\s+least\s+|about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE
)
_SEASON_BEFORE = re.compile(r"\b(?:in|of|since|during|until|by|through|for)\s+$", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:[-–—]|to|and|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|during|the|by|from|until|till|before|after|early|late|mid|year|through|throughout|around|about"
    r"|to|and|between|for|every|a|its|his|her|their|our)[\s-]+$|\($",
    re.IGNORECASE,
)
_YEAR_NOT_AFTER = re.compile(
    r"\s+(?:people|civilians|children|women|men|families|persons|families|dead|killed|wounded|injured|homes|houses|km|miles"
    r"|meters|metres|m\b|dollars|euros|troops|soldiers|fighters|others|times|cases|members|homes|residents|refugees"
    r"|displaced|victims|prisoners|detainees|hours|days|years|tons|tonnes|kg)|\s?%",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|['’]ll|scheduled|plans?|planned|planning|due|expected|is\s+set\s+to|are\s+set\s+to|upcoming"
    r"|intends?|is\s+to|are\s+to|ahead\s+of|expires?|deadline|by\s+next|until|begins?|starts?\s+on|hearing\s+is"
    r"|appear\s+in\s+court\s+on|going\s+to|threaten(?:s|ed)?\s+to)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:was|were|had|has|have|did|killed|arrested|died|hit|struck|shot|fired|found)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?\n…]+(?:[\"'”’)\]]*\s|$)|\n|[;]")


class _Said(NamedTuple):
    """The words of a time: where they stand, and what they are in lower case with single blanks."""

    begin: int
    end: int
    words: str


_Result = tuple[str | None, TimeKind] | None
"""The days, and how they are named; None where the words are no time after all."""


def read_english(text: str, published_on: date | None) -> tuple[TimeMention, ...]:
    """The times an English text mentions, in its order."""
    words = _WORD.findall(text.lower())
    if _TELLING.isdisjoint(words) and _DIGIT.search(text) is None:
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
        for word in _WORD.finditer(self._text):
            if word.start() < end or not (word.group()[0].isdigit() or word.group().lower() in _STARTS):
                continue
            match = _ANY.match(self._text, word.start())
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
            if len(between) < 12 and _JOIN.fullmatch(between) and "/" not in edtf + previous.edtf:
                front = self._text[max(0, previous.span.begin - 30) : previous.span.begin]
                opening = _FROM_BEFORE.search(front)
                if opening or between.strip() in {"-", "–", "—"}:
                    start = _with_year_of(previous.edtf, edtf)
                    shift = previous.span.begin - (len(front) - opening.start() if opening else 0)
                    self._found[-1] = TimeMention(
                        span=Span(shift, end),
                        edtf=interval(start, edtf) if start <= edtf else interval(previous.edtf, edtf),
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
        since = _SINCE_BEFORE.search(before)
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
                r"\b(?:in|since|until|by|of|during|through|from|to|before|after|and|for|late|early)\s+$",
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
        else:
            found = calendar.weekday_before(weekday, self._published, strictly=first == "last")
        return (None if found is None else found.isoformat()), TimeKind.WEEKDAY

    def _ahead(self, said: _Said) -> bool:
        """Whether the clause speaks of what is to come."""
        front = self._text[max(0, said.begin - 70) : said.begin]
        cut = [each.end() for each in _SENTENCE_END.finditer(front)]
        front = front[cut[-1] :] if cut else front
        marks = list(_AHEAD.finditer(front))
        if not marks:
            return False
        return _BACK.search(front, marks[-1].end()) is None

    def overnight(self, said: _Said) -> _Result:
        if self._published is None:
            return None, TimeKind.RELATIVE
        named = [_DAYS[each.strip(".")] for each in re.findall(r"[a-z]+", said.words) if each in _DAYS]
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
        if said.words == name and not _SEASON_BEFORE.search(self._text, max(0, said.begin - 12), said.begin):
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
        if not _YEAR_BEFORE.search(before) or _YEAR_NOT_AFTER.match(self._text, said.end):
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
    return next(_MONTHS[each] for each in re.findall(r"[a-z]+", words) if each in _MONTHS)


def _weekday_in(words: str) -> int:
    return next(_DAYS[each] for each in re.findall(r"[a-z]+", words) if each in _DAYS)


def _part_in(words: str) -> str:
    if "early" in words or "beginning" in words or "start" in words:
        return "early"
    return "mid" if "mid" in words else "late"


def _year_in(words: str) -> int | None:
    found = _YEAR.search(words)
    return None if found is None else int(found.group())


def _numbers_in(words: str) -> list[int]:
    return [int(each) for each in re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)]


def _number_in(words: str) -> int | None:
    if found := re.search(r"\d{1,3}", words):
        return int(found.group())
    if "couple" in words:
        return 2
    return next((_NUMBERS[each] for each in re.findall(r"[a-z]+", words) if each in _NUMBERS), None)


def _back(start: date, number: int, words: str) -> str | None:
    """So many units before: days and weeks to the day, months and years to the month and year."""
    if "hour" in words:
        found = later(start, days=-(number // 24))
        return None if found is None else found.isoformat()
    if "day" in words or "night" in words:
        found = later(start, days=-number)
        return None if found is None else found.isoformat()
    if "week" in words:
        found = later(start, days=-7 * number)
        return None if found is None else found.isoformat()
    if "month" in words:
        year, month = calendar.months_later(start.year, start.month, -number)
        return month_of(year, month) if year > 0 else None
    return f"{start.year - number:04d}" if 0 < start.year - number < 10000 else None


def _with_year_of(one: str, other: str) -> str:
    """ "From 4 December to 6 January 2017": where the first had no year of its own it takes one that comes before."""
    candidate = other[:4] + one[4:]
    return candidate if candidate <= other and len(one) > 4 else one
