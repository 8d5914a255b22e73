"""Arabic words of time: Levantine, Egyptian, Maghrebi and Hijri months, weekdays, and words like "yesterday".

Patterns are written for plain letters (testimony/plain.py): no vowel signs, one form of alef, ه for ة and ي for ى.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vigil.testimony.plain import plain
from vigil.testimony.times import calendar
from vigil.testimony.times.calendar import interval, later, month_of
from vigil.testimony.times.mention import TimeKind, TimeMention
from vigil.testimony.times.numeric import numeric_day
from vigil.testimony.times.saying import of_arabic_saying
from vigil.testimony.word_lists import listed

_MONTHS: Mapping[str, int] = {
    # Levant and Iraq
    "كانون الثاني": 1, "شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6, "تموز": 7, "اب": 8, "ايلول": 9,
    "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12,
    # Egypt, Sudan, the Gulf
    "يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يونيه": 6, "يوليو": 7, "يوليه": 7,
    "اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
    # Algeria, Tunisia, Morocco
    "جانفي": 1, "فيفري": 2, "افريل": 4, "ماي": 5, "جوان": 6, "جويليه": 7, "يوليوز": 7, "اوت": 8, "غشت": 8,
    "شتنبر": 9, "نونبر": 11, "دجنبر": 12,
}  # fmt: skip
_HIJRI: Mapping[str, int] = {
    "محرم": 1, "صفر": 2, "ربيع الاول": 3, "ربيع الاخر": 4, "ربيع الثاني": 4, "جمادي الاولي": 5, "جمادي الاول": 5,
    "جمادي الاخره": 6, "جمادي الثانيه": 6, "جمادي الثاني": 6, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10,
    "ذو القعده": 11, "ذي القعده": 11, "ذو الحجه": 12, "ذي الحجه": 12,
}  # fmt: skip
_NAMES_TOO = frozenset({"اب", "ماي", "جوان", "اوت", "محرم", "صفر", "رجب", "شعبان", "رمضان", "شوال", "نيسان", "مارس"})
"""Months whose names are also words or people: alone they need "month" or "in" before them, or a year behind."""

_WEEKDAYS: Mapping[str, int] = {
    "الاثنين": 0, "الاتنين": 0, "الثلاثاء": 1, "التلات": 1, "الثلاثا": 1, "الاربعاء": 2, "الاربعا": 2, "الخميس": 3,
    "الجمعه": 4, "السبت": 5, "الاحد": 6,
}  # fmt: skip
_NUMBERS: Mapping[str, int] = {
    "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6, "سبع": 7, "سبعه": 7,
    "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10, "عشره": 10,
}  # fmt: skip
_TENTHS = ("الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
_ORDINALS: Mapping[str, int] = {
    "الاول": 1, "العاشر": 10, "العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30,
    **{word: at for at, word in enumerate(_TENTHS[1:], start=2)},
    **{f"{word} عشر": 10 + at for at, word in enumerate(_TENTHS, start=1)},
    **{f"{word} والعشرين": 20 + at for at, word in enumerate(_TENTHS, start=1)},
    "الحادي والثلاثين": 31,
}  # fmt: skip
"""Days in words: السابع من أكتوبر."""
_UNITS: Mapping[str, tuple[str, int]] = {
    "ساعه": ("hour", 1), "ساعتين": ("hour", 2), "ساعات": ("hour", 0),
    "يوم": ("day", 1), "يومين": ("day", 2), "ايام": ("day", 0), "يوما": ("day", 0),
    "اسبوع": ("week", 1), "اسبوعين": ("week", 2), "اسابيع": ("week", 0),
    "شهر": ("month", 1), "شهرين": ("month", 2), "اشهر": ("month", 0), "شهور": ("month", 0), "شهرا": ("month", 0),
    "سنه": ("year", 1), "عام": ("year", 1), "سنتين": ("year", 2), "عامين": ("year", 2), "سنوات": ("year", 0),
    "اعوام": ("year", 0), "سنين": ("year", 0), "عاما": ("year", 0),
}  # fmt: skip


def _any(words: Mapping[str, object] | tuple[str, ...]) -> str:
    return (
        "(?:" + "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in sorted(words, key=len, reverse=True)) + ")"
    )


_M = rf"(?:{_any(_MONTHS)}(?:\s*[/(]\s*{_any(_MONTHS)}\)?)?)"
_H = _any(_HIJRI)
_W = _any(_WEEKDAYS)
_D = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_Y = r"(?:19|20)\d\d(?!\d)"
_HY = r"1[345]\d\d(?!\d)"
_N = rf"(?:\d{{1,3}}|{_any(_NUMBERS)})"
_YEAR_WORD = r"(?:(?:من\s+)?(?:ال)?(?:عام|سنه)\s+)?"
_PASSED = r"(?:الماضي|الماضيه|المنصرم|المنصرمه|الفائت|الفائته|السابق|السابقه)"
_COMING = r"(?:المقبل|المقبله|القادم|القادمه|الجاي|الجايه)"
_CURRENT = r"(?:الجاري|الجاريه|الحالي|الحاليه)"
_TIME_OF_DAY = r"(?:فجر|صباح|ظهر|عصر|مساء|ليل|ليله|عشيه|ظهيره|منتصف\s+ليل)"

_FORMS: Mapping[str, str] = {
    "iso": r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "numeric": r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/.]*\d)|(?:19|20)\d\d[/.]\d{1,2}[/.]\d{1,2}(?!\d)",
    "hijri": rf"(?:{_D}\s+(?:من\s+)?(?:شهر\s+)?)?{_H}(?:\s+{_YEAR_WORD}{_HY}(?:\s*ه(?!\w))?)?",
    "days_month": rf"{_D}\s*(?:-|–|الي|حتي|و)\s*{_D}\s+(?:من\s+)?(?:شهر\s+)?{_M}(?:[\s,]+{_YEAR_WORD}{_Y})?",
    "day_month": rf"{_D}\s*(?:من\s+)?(?:شهر\s+)?{_M}(?:\s+{_PASSED}|\s+{_CURRENT}|[\s,]+{_YEAR_WORD}{_Y})?",
    "ordinal_month": rf"{_any(_ORDINALS)}\s+من\s+(?:شهر\s+)?{_M}(?:\s+{_PASSED}|\s+{_CURRENT}|[\s,]+{_YEAR_WORD}{_Y})?",
    "part_month": rf"(?:اوائل|مطلع|بدايه|منتصف|اواسط|اواخر|نهايه)\s+(?:شهر\s+)?{_M}(?:[\s,]+{_YEAR_WORD}{_Y})?",
    "month": rf"(?:شهر\s+)?{_M}(?:\s+{_PASSED}|\s+{_CURRENT}|\s+{_COMING}|[\s,]+{_YEAR_WORD}{_Y})?",
    "since_year": rf"منذ\s+(?:ال)?(?:عام|سنه)\s+{_Y}",
    "ago": rf"(?:قبل|من)\s+(?:نحو\s+|حوالي\s+)?(?:{_N}\s+)?{_any(_UNITS)}",
    "for_n": rf"منذ\s+(?:نحو\s+|حوالي\s+|اكثر\s+من\s+)?(?:{_N}\s+)?{_any(_UNITS)}(?!\s+(?:{_M}|{_W}))",
    "before_yesterday": r"اول\s+(?:من\s+)?امس|امس\s+الاول|اول\s+امبارح",
    "night": rf"(?:ال)?ليل[هت]?\s+(?:ال)?(?:{_PASSED}|امس|البارحه)|البارحه\s+ليلا",
    "yesterday": r"(?:يوم\s+)?(?:امس|البارحه|البارح|امبارح|مبارح)",
    "tomorrow": r"(?:يوم\s+)?(?:غدا|الغد|بكره|بكرا|باچر|باكر|غدوه)",
    "today": rf"(?:{_TIME_OF_DAY}\s+)?(?:هذا\s+)?اليوم|(?:هذا|هذه)\s+(?:الصباح|المساء|الليله)|الليله"
    r"|(?:قبل|من)\s+شوي[ه]?",
    "next_day": r"(?:في\s+)?اليوم\s+(?:التالي|الذي\s+يليه)|في\s+ذلك\s+اليوم|في\s+اليوم\s+(?:ذاته|نفسه)",
    "spell": rf"(?:هذا\s+)?(?:الاسبوع|الشهر|العام|السنه)\s+(?:{_PASSED}|{_COMING}|{_CURRENT})"
    r"|هذا\s+(?:الاسبوع|الشهر|العام)|هذه\s+السنه",
    "recent": rf"(?:في\s+|خلال\s+)?(?:الايام|الساعات|الاسابيع)\s+(?:القليله\s+)?(?:{_PASSED}|الاخيره)",
    "weekday": rf"(?:(?:يوم\s+)?{_W}|يوم\s+الحد)(?:\s+(?:{_PASSED}|{_COMING}))?",
    "year": rf"(?:ال)?(?:عام|سنه)\s+{_Y}",
}
_ANY = re.compile(
    rf"(?<![\w.,/:-])[وف]?[بلك]?(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())})(?!\w)"
)
_WORD = re.compile(r"[^\W_]+")
_STARTS = frozenset([*_WEEKDAYS, *(name.split()[0] for name in (*_MONTHS, *_HIJRI, *_ORDINALS))]) | listed(
    "اوائل مطلع بدايه منتصف اواسط اواخر نهايه شهر قبل من منذ اول امس ليل ليله ليلت الليل الليله"
    " البارحه البارح امبارح مبارح يوم غدا الغد بكره بكرا باچر باكر غدوه"
    " فجر صباح ظهر عصر مساء عشيه ظهيره هذا هذه اليوم في"
    " الاسبوع الشهر العام السنه الايام الساعات الاسابيع خلال عام سنه"
)
"""The words that a time begins with, besides numbers: elsewhere the pattern is not tried."""


@lru_cache(maxsize=16_384)
def _opens(word: str) -> bool:
    """Whether a time may begin with this word, or behind what is written onto it."""
    if word[0].isdigit() or word in _STARTS:
        return True
    bare = word[1:] if word[0] in "وف" else word
    return (bare in _STARTS or bare[:1].isdigit()) or (
        bare[:1] in ("ب", "ل", "ك") and (bare[1:] in _STARTS or bare[1:2].isdigit())
    )


_SINCE_BEFORE = re.compile(r"(?:منذ|ابتداء\s+من)\s+(?:يوم\s+|شهر\s+)?$")
_BETWEEN_BEFORE = re.compile(r"(?:بين|من)\s+(?:يوم\s+|يومي\s+)?$")
_JOIN = re.compile(r"\s*(?:[-–]|و|الي|حتي)\s*(?:يوم\s+)?")
_MONTH_BEFORE = re.compile(r"(?:في|شهر|خلال|منذ|حتي)\s+$")
_NO_FUTURE = (
    r"(?!يار|ياد|ياس|ياح|ياق|يطر|يدات?\b|يده|يول|يناء|ينما|يره|تين|ته\b|تون|تار|توديو|نوات|نوي|نوني|نجار|نار\b|نغال|نغاف"
    r"|نتين|نتان|يدي\b|يبير)"
)
"""Nouns that begin like a verb of the future: cars, rule, policy, context, lady, floods, sixty, curtain, Sinjar."""
_MORE_THAN = re.compile(r"(?:اكثر|اقل|ازيد|اكتر)\s+$")
_AHEAD = re.compile(
    rf"(?:\bس{_NO_FUTURE}[يتن]\w{{2,}}|سوف|من\s+المقرر|من\s+المتوقع|يعتزم|تعتزم|مقرر|المزمع"
    rf"|\b[يت](?:بدا|سري|دخل\s+حيز\s+التنفيذ)\s+(?:من\s+|يوم\s+|اعتبارا\s+من\s+|{_TIME_OF_DAY}\s+)*$|\bعلي\s+ان\s+[يت]\w+"
    rf"|\b(?:رح|راح|حا|هت|هي|حي|بت|بي)\s?(?:بد|بلش)|\b(?:رح|راح)\s+[يتن]\w{{2,}}|\b[هح](?:ي|ت){_NO_FUTURE}\w{{3,}})"
)


_IBB = re.compile(r"(?<!\w)[وبل]?إب(?!\w)")
"""A town of Yemen, which differs from August by a hamza that plain letters have not."""


def read_arabic(text: str, published_on: date | None) -> tuple[TimeMention, ...]:
    """The times an Arabic text mentions, in its order."""
    folded = plain(text)
    reader = _Arabic(folded.letters, published_on)
    return tuple(
        TimeMention(span=folded.span(begin, end), edtf=edtf, kind=kind, of_saying=of_saying)
        for begin, end, edtf, kind, of_saying in reader.read()
        if not _IBB.search(text[slice(*folded.span(begin, end))])
    )


class _Said(NamedTuple):
    """The words of a time in plain letters: where they stand, and what they are, with single blanks."""

    begin: int
    end: int
    words: str


_Found = tuple[int, int, str | None, TimeKind, bool]
_Result = tuple[str | None, TimeKind] | None


class _Arabic:
    def __init__(self, letters: str, published_on: date | None) -> None:
        self._text = letters
        self._published = published_on
        self._found: list[_Found] = []
        self._anchor: date | None = None

    def read(self) -> list[_Found]:
        end = 0
        for word in _WORD.finditer(self._text):
            if word.start() < end or not _opens(word.group()):
                continue
            match = _ANY.match(self._text, word.start())
            kind = None if match is None else next(name for name in _RULES if match.group(name) is not None)
            if match is None or kind is None:
                continue
            said = _Said(match.start(kind), match.end(kind), " ".join(match.group(kind).split()))
            result = _RULES[kind](self, said)
            if result is not None:
                self._add(said.begin, said.end, *result)
                end = said.end
        return self._found

    def _add(self, begin: int, end: int, edtf: str | None, kind: TimeKind) -> None:
        before = self._text[max(0, begin - 70) : begin]
        of_saying = of_arabic_saying(self._text, begin)
        if self._found and edtf is not None:
            first, last, previous, sort, saying = self._found[-1]
            between = self._text[last:begin]
            if previous is not None and len(between) < 8 and "/" not in edtf + previous:
                if sort is TimeKind.WEEKDAY and kind is TimeKind.DATE and between.strip() in {"", ",", "("}:
                    self._found[-1] = first, end, edtf, kind, saying
                    self._anchor = calendar.first_day(edtf) or self._anchor
                    return
                front = self._text[max(0, first - 20) : first]
                opening = _BETWEEN_BEFORE.search(front)
                if _JOIN.fullmatch(between) and opening is not None and previous <= edtf:
                    shift = first - (len(front) - opening.start())
                    self._found[-1] = shift, end, interval(previous, edtf), TimeKind.PERIOD, saying
                    return
        since = _SINCE_BEFORE.search(before)
        if since is not None and edtf is not None:
            begin -= len(before) - since.start()
            until = ".." if self._published is None else self._published.isoformat()
            start = edtf.split("/")[0]
            edtf, kind = (start, kind) if start == until else (f"{start}/{until}", TimeKind.PERIOD)
        elif edtf is not None:
            self._anchor = calendar.first_day(edtf) or self._anchor
        self._found.append((begin, end, edtf, kind, of_saying))

    def iso(self, said: _Said) -> _Result:
        try:
            return date.fromisoformat(said.words).isoformat(), TimeKind.DATE
        except ValueError:
            return None

    def numeric(self, said: _Said) -> _Result:
        found = numeric_day(said.words)
        return None if found is None else (found.isoformat(), TimeKind.DATE)

    def hijri(self, said: _Said) -> _Result:
        month = next(at for name, at in _by_length(_HIJRI) if name in said.words)
        year, number = _year_in(said.words, _HY), re.match(r"\d+", said.words)
        if number is None and year is None and not self._behind_month_word(said.begin):
            return None
        if year is None:
            if self._published is None:
                return None, TimeKind.DATE if number else TimeKind.MONTH
            latest = calendar.latest_hijri_year(month, int(number.group()) if number else 1, self._published)
            if latest is None:
                return None
        else:
            latest = int(year)
        if number is None:
            return calendar.hijri_month(latest, month), TimeKind.MONTH
        found = calendar.hijri_day(latest, month, int(number.group()))
        return (None if found is None else found.isoformat()), TimeKind.DATE

    def _behind_month_word(self, begin: int) -> bool:
        return _MONTH_BEFORE.search(self._text[max(0, begin - 12) : begin]) is not None

    def day_month(self, said: _Said) -> _Result:
        number = re.match(r"\d+", said.words)
        return (None, TimeKind.DATE) if number is None else (self._one_day(said, int(number.group())), TimeKind.DATE)

    def ordinal_month(self, said: _Said) -> _Result:
        day = said.words.split(" من ")[0]
        return self._one_day(said._replace(words=said.words.removeprefix(day)), _ORDINALS[day]), TimeKind.DATE

    def _one_day(self, said: _Said, number: int) -> str | None:
        month, year = _month_in(said.words), _year_in(said.words, _Y)
        if year is not None:
            found = calendar.day(int(year), month, number)
        elif self._published is None:
            return None
        elif self._ahead(said.begin):
            found = calendar.next_day(month, number, self._published)
        else:
            found = calendar.latest_day(month, number, self._published)
        return None if found is None else found.isoformat()

    def days_month(self, said: _Said) -> _Result:
        one, other = re.findall(r"\d+", said.words)[:2]
        last = self._one_day(said, int(other))
        if last is None:
            return None, TimeKind.PERIOD
        return interval(calendar.day(int(last[:4]), int(last[5:7]), int(one)), last), TimeKind.PERIOD

    def _month_year(self, words: str) -> tuple[int, int] | None:
        month, year = _month_in(words), _year_in(words, _Y)
        if year is not None:
            return int(year), month
        if self._published is None:
            return None
        latest = calendar.latest_month(month, self._published)
        if re.search(_COMING, words):
            latest += 1 if latest < self._published.year or month == self._published.month else 0
        elif re.search(_PASSED, words) and month == self._published.month:
            latest -= 1
        return latest, month

    def part_month(self, said: _Said) -> _Result:
        found = self._month_year(said.words)
        part = "early" if said.words.startswith(("اوائل", "مطلع", "بدايه")) else "mid"
        part = "late" if said.words.startswith(("اواخر", "نهايه")) else part
        return (None if found is None else calendar.part_of_month(part, *found)), TimeKind.MONTH

    def month(self, said: _Said) -> _Result:
        if said.words in _NAMES_TOO and not self._behind_month_word(said.begin):
            return None
        found = self._month_year(said.words)
        return (None if found is None else month_of(*found)), TimeKind.MONTH

    def ago(self, said: _Said) -> _Result:
        if _MORE_THAN.search(self._text[max(0, said.begin - 12) : said.begin]):
            return None, TimeKind.RELATIVE  # لأكثر من ساعتين: how long, and not since when
        unit, number = next(_UNITS[each] for each in reversed(said.words.split()) if each in _UNITS)
        digits = re.search(r"\d+", said.words)
        spelt = next((_NUMBERS[each] for each in said.words.split() if each in _NUMBERS), None)
        number = int(digits.group()) if digits else spelt or number
        if not number or self._published is None:
            return None, TimeKind.RELATIVE
        return _back(self._published, number, unit), TimeKind.RELATIVE

    def _day(self, days: int) -> str | None:
        found = None if self._published is None else later(self._published, days=days)
        return None if found is None else found.isoformat()

    def night(self, _said: _Said) -> _Result:
        return interval(self._day(-1), self._day(0)), TimeKind.RELATIVE

    def next_day(self, said: _Said) -> _Result:
        if self._anchor is None:
            return None, TimeKind.RELATIVE
        found = later(self._anchor, days=1 if "التالي" in said.words or "يليه" in said.words else 0)
        return (None if found is None else found.isoformat()), TimeKind.RELATIVE

    def spell(self, said: _Said) -> _Result:
        if self._published is None:
            return None, TimeKind.PERIOD
        step = -1 if re.search(_PASSED, said.words) else 1 if re.search(_COMING, said.words) else 0
        if "الاسبوع" in said.words:
            if step == 0:
                return interval(self._day(-self._published.weekday()), self._published), TimeKind.PERIOD
            return calendar.week(self._published, weeks=step), TimeKind.PERIOD
        if "الشهر" in said.words:
            return month_of(*calendar.months_later(self._published.year, self._published.month, step)), TimeKind.PERIOD
        return f"{self._published.year + step:04d}", TimeKind.YEAR

    def recent(self, _said: _Said) -> _Result:
        return (None if self._published is None else f"../{self._published.isoformat()}"), TimeKind.PERIOD

    def weekday(self, said: _Said) -> _Result:
        sunday = 6  # يوم الحد
        weekday = next((at for name, at in _by_length(_WEEKDAYS) if name in said.words), sunday)
        if self._published is None:
            return None, TimeKind.WEEKDAY
        if re.search(_COMING, said.words) or self._ahead(said.begin):
            found = calendar.weekday_after(weekday, self._published)
        else:
            found = calendar.weekday_before(
                weekday, self._published, strictly=re.search(_PASSED, said.words) is not None
            )
        return (None if found is None else found.isoformat()), TimeKind.WEEKDAY

    def _ahead(self, begin: int) -> bool:
        first = max(0, begin - 60, *(self._text.rfind(stop, 0, begin) + 1 for stop in ".!?\n"))
        return _AHEAD.search(self._text, first, begin) is not None  # and not in the middle of a word

    def since_year(self, said: _Said) -> _Result:
        year = _year_in(said.words, _Y)
        until = ".." if self._published is None else self._published.isoformat()
        return f"{year}/{until}", TimeKind.PERIOD


_RULES: Mapping[str, Callable[[_Arabic, _Said], _Result]] = {
    "iso": _Arabic.iso,
    "numeric": _Arabic.numeric,
    "hijri": _Arabic.hijri,
    "days_month": _Arabic.days_month,
    "day_month": _Arabic.day_month,
    "ordinal_month": _Arabic.ordinal_month,
    "part_month": _Arabic.part_month,
    "month": _Arabic.month,
    "ago": _Arabic.ago,
    "for_n": _Arabic.ago,
    "before_yesterday": lambda self, _: (self._day(-2), TimeKind.RELATIVE),
    "night": _Arabic.night,
    "yesterday": lambda self, _: (self._day(-1), TimeKind.RELATIVE),
    "tomorrow": lambda self, _: (self._day(1), TimeKind.RELATIVE),
    "today": lambda self, _: (self._day(0), TimeKind.RELATIVE),
    "next_day": _Arabic.next_day,
    "spell": _Arabic.spell,
    "recent": _Arabic.recent,
    "weekday": _Arabic.weekday,
    "since_year": _Arabic.since_year,
    "year": lambda _, said: (_year_in(said.words, _Y), TimeKind.YEAR),
}
"""How each form is read."""


def _by_length(names: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda each: -len(each[0]))


_MONTH_IN = re.compile(_any(_MONTHS))


def _month_in(words: str) -> int:
    found = [" ".join(each.split()) for each in _MONTH_IN.findall(words)]
    return _MONTHS[found[0]]


def _year_in(words: str, pattern: str) -> str | None:
    found = re.search(rf"(?<!\d){pattern}", words)
    return None if found is None else found.group()


def _back(start: date, number: int, unit: str) -> str | None:
    days = {"hour": number // 24, "day": number, "week": 7 * number}.get(unit)
    if days is not None:
        found = later(start, days=-days)
        return None if found is None else found.isoformat()
    if unit == "month":
        year, month = calendar.months_later(start.year, start.month, -number)
        return month_of(year, month) if year > 0 else None
    return f"{start.year - number:04d}" if number < start.year else None
