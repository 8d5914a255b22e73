"""Numbers of a fixed form that count nothing: dates, hours, telephones, coordinates, links, models, sums, scores."""

import re
from bisect import bisect_right
from typing import NamedTuple

from vigil.testimony.counts.mention import Kind


class Mask(NamedTuple):
    """[begin, end) of a number that is no count."""

    begin: int
    end: int
    kind: Kind


_ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|muharram|safar|rajab|shaban|sha'ban|ramadan|shawwal)\b\.?"
)
_ARABIC_MONTH = (
    r"(?:كانون (?:ال)?(?:ثاني|اول)|تشرين (?:ال)?(?:ثاني|اول)|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول"
    r"|يناير|فبراير|مارس|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر"
    r"|محرم|صفر|رجب|شعبان|رمضان|شوال|ذو القعده|ذي القعده|ذو الحجه|ذي الحجه|ربيع (?:ال)?(?:اول|ثاني|اخر)"
    r"|جمادي (?:ال)?(?:اولي|اخره|ثانيه))(?!\w)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?:1[89]|20|21)\d\d"
_HIJRI = r"(?:1[34]\d\d)"
_DASH = r"\s?(?:-|to|and|&)\s?"
_CURRENCY = (
    r"(?:usd|us dollars?|dollars?|euros?|eur|gbp|pounds? sterling|syrian pounds?|lebanese pounds?|egyptian pounds?"
    r"|sudanese pounds?|lira|liras|dinars?|rials?|riyals?|dirhams?|shekels?|rubles?|roubles?|cents?"
    r"|دولار(?:ات|ا)?|يورو|ليره|ليرات|دينار(?:ا)?|دنانير|ريال(?:ات|ا)?|درهم(?:ا)?|دراهم|شيكل|جنيه(?:ا|ات)?)"
)

_BEFORE = r"(?<!\w)"
_FIGURE = r"\d{1,15}(?:[.,]\d{1,9}){0,4}"
_SCALE = r"(?:k|m|bn|million|billion|thousand|hundred|trillion|مليون|ملايين|مليار|مليارات|الف|الاف)"
_YEAR_AR = rf"(?:من )?(?:عام |سنه |العام )?(?:{_YEAR}|{_HIJRI})(?!\w)"
_TH = r"(?:st|nd|rd|th)?"
_PERCENT = r"(?:%|percent\b|per cent\b|percentage\b|pct\b|(?:في|ب)? ?(?:ال)?(?:ميه|مايه|مياه)(?!\w)|بالميه|بالمايه|في المايه|في الميه)"  # noqa: E501
_POINT = r"[+-]?\d{1,3}\.\d{3,9}°?(?:\s?[nsew]\b)?"

_LABELLED: tuple[tuple[str, Kind], ...] = (
    (
        rf"{_ENGLISH_MONTH}(?: the)? {_DAY}{_TH}(?![\w.,:/-]\d|\w| ?%)(?:{_DASH}{_DAY}{_TH}(?!\w))?(?:,? {_YEAR}(?!\w))?",  # noqa: E501
        Kind.DATE,
    ),
    (rf"{_ENGLISH_MONTH}(?: of|,)? {_YEAR}(?!\w)", Kind.DATE),
    (rf"[وبلف]?{_ARABIC_MONTH}(?:/ ?{_ARABIC_MONTH})?,? {_YEAR_AR}", Kind.DATE),
    (r"(?:the )?(?:early |mid-?|late )?(?:1[89]|20)\d0'?s(?!\w)", Kind.DATE),
    (
        (
            rf"(?:in|since|until|till|by|from|during|of|early|late|mid|year) {_YEAR}"
            r"(?![\w,.]\d|\w| (?:people|civilians|persons|men|women|children|families))"
        ),
        Kind.DATE,
    ),
    (rf"[وبلف]?(?:عام|سنه|العام|السنه|عامي|منذ) (?:{_YEAR}|{_HIJRI})(?: ?[و-] ?{_YEAR})?(?!\w)", Kind.DATE),
    (r"(?:ال|لل|بال)?ساعه \d{1,2}(?:[:.]\d\d)?(?!\w)", Kind.TIME),
    (rf"{_POINT}(?:\s?,\s?{_POINT})?", Kind.COORDINATE),
    (r"\+\d[\d ()-]{6,18}\d(?!\w)", Kind.IDENTIFIER),
    (r"\(0\d{1,4}\)[ -]?\d{2,4}[ -]?\d{2,4}(?:[ -]\d{1,4})?(?!\w)", Kind.IDENTIFIER),
    (r"v(?:ersion)? ?\d{1,4}(?:\.\d{1,4}){0,4}(?!\w)", Kind.IDENTIFIER),
    # Models and roads: letters and digits grown together (M5, Mi-8, AK-47, G20).
    (r"[a-z]{1,8}-?\d{1,5}[a-z]{0,3}(?:-\d{1,4})?(?![\w.]\w|\w)", Kind.IDENTIFIER),
    (r"(?:covid|omicron|cop|euro|opec|apollo|boeing|airbus|channel|radio|fm|http)[ -]\d{1,4}(?!\w)", Kind.IDENTIFIER),
    (r"عيار(?:ات)? \d{1,3}(?:\.\d+)?", Kind.CALIBRE),
    (rf"(?:[$€£₪₺¥]|usd|eur|gbp|us\$)\s?{_FIGURE}(?:\s?{_SCALE}\b)?", Kind.SUM),
    (r"% ?\d{1,3}(?:\.\d+)?(?!\w)", Kind.PERCENTAGE),
    (r"(?:no|nr)\.? ?\d{1,12}(?!\w)|[#№]\s?\d{1,12}", Kind.IDENTIFIER),
)
"""Forms that begin with a word or a sign before their first digit."""

_FIGURED: tuple[tuple[str, Kind], ...] = (
    (r"\d\u0301*\u20e3", Kind.LISTING),
    (rf"{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?!\d)(?:t\d\d:\d\d(?::\d\d)?z?)?", Kind.DATE),
    (rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|{_HIJRI}|\d\d)ه?م?(?![\w/])", Kind.DATE),
    (
        rf"{_DAY}{_TH}(?:{_DASH}{_DAY}{_TH}){{0,3}}(?: of)?[ -]{_ENGLISH_MONTH}(?:[,/ -]{{0,2}}{_YEAR}(?!\w))?",
        Kind.DATE,
    ),
    (
        rf"{_DAY}(?: ?(?:-|و|الي|حتي) ?{_DAY})?(?: من)?(?: شهر)? [وبلف]?{_ARABIC_MONTH}(?:/ ?{_ARABIC_MONTH})?(?: {_YEAR_AR})?",  # noqa: E501
        Kind.DATE,
    ),
    (r"(?:1[89]|20)\d0'?s(?!\w)", Kind.DATE),
    (r"[1-9]0'?s(?!\w)", Kind.AGE),
    (r"9/11(?!\w)", Kind.DATE),
    (rf"{_YEAR} ?[-/] ?(?:{_YEAR}|\d\d)(?![\w-])", Kind.DATE),
    (r"\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?|hrs?\b|hours\b|gmt|utc|local time|o'clock)", Kind.TIME),
    (r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\w:])", Kind.TIME),
    (r"\d{1,2}[:.]\d\d ?[مص](?!\w)", Kind.TIME),
    (r"\d{1,2}(?: ?(?:-|to) ?\d{1,2})?\.? ?(?:[ap]\.?m\b\.?|o'clock\b)", Kind.TIME),
    (r"[0-2]\d[0-5]\d ?(?:hrs|hours|gmt|utc|z)\b", Kind.TIME),
    (r"[0-2]?\dh[0-5]\d\b", Kind.TIME),
    (r"24/7(?!\w)", Kind.TIME),
    (r"\d{1,3}\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′]\s?)?(?:\d{1,2}(?:\.\d+)?\s?[\"″]\s?)?[nsew]\b", Kind.COORDINATE),
    (rf"{_POINT}(?:\s?,\s?{_POINT})?(?!\d)", Kind.COORDINATE),
    (r"0\d{1,4}[ -]\d{2,4}[ -]\d{2,4}(?:[ -]\d{1,4})?(?!\w)", Kind.IDENTIFIER),
    (r"\d{3}-\d{3,4}-\d{3,4}(?![\w,])", Kind.IDENTIFIER),
    (r"0\d{5,}(?!\w)|\d{9,}(?!\w)", Kind.IDENTIFIER),
    (r"\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})*(?!\w)", Kind.IDENTIFIER),
    (r"\d{1,3}(?:\.\d+)?(?:x\d{2,3})? ?-?(?:mm|millimet(?:er|re)s?|calib(?:er|re)|cal)\b", Kind.CALIBRE),
    (r"\d{1,3}(?:\.\d+)? ?(?:ملم|مم|ميليمتر|مليمتر|ميلليمتر)(?!\w)", Kind.CALIBRE),
    (
        (
            rf"{_FIGURE}(?:\s?{_SCALE})?"
            rf"\s?(?:[$€£₪₺¥]|(?:us |american |syrian |turkish |iraqi |iranian )?{_CURRENCY}(?!\w))"
        ),
        Kind.SUM,
    ),
    (rf"\d{{1,9}}(?:\.\d{{1,9}})?(?: ?(?:-|to|and) ?\d{{1,9}}(?:\.\d{{1,9}})?)? ?{_PERCENT}", Kind.PERCENTAGE),
    (r"\d{1,3}/(?:\d{1,3}(?![\w/])|(?!\w))|\d{1,2}/(?=[^\W\d])|\d{1,2} \)(?=\s?[^\W\d])", Kind.LISTING),
    (r"\d{1,2}-0(?!\w)|0-\d{1,2}(?!\w)", Kind.SCORE),
    (r"\d+(?:st|nd|rd|th)(?!\w)", Kind.ORDINAL),
)
"""Forms that begin with their first digit."""


def _joined(forms: tuple[tuple[str, Kind], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<k{number}>{form})" for number, (form, _) in enumerate(forms)))


_LABEL, _FIGURE_FORM = _joined(_LABELLED), _joined(_FIGURED)

_APART = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|[@#]\w+")
"""Links, addresses and tags: what is in them is not said. A tag that is nothing but digits is a number with
its sign."""

_RUN = re.compile(r"\d+")
_OPENING = re.compile(r"(?<!\w)[^\W\d_]|[$€£₪₺¥%#№+(-]")
_FARTHEST = 26
"""Letters between the first word of a form and its first digit, at most: "early september the 12"."""

_LISTED = re.compile(r"\d{1,3}[.)](?=\s)")


def masks(plain_text: str) -> list[Mask]:
    """Every number of a fixed form, in order and apart from each other; links and tags too, of no kind of number."""
    found = _apart(plain_text)
    apart = Covered(found)
    own: list[Mask] = []
    free = 0
    for run in _RUN.finditer(plain_text):
        begin = run.start()
        if begin < free:
            continue
        if mask := apart.at(begin):
            free = mask.end
            continue
        if form := _form(plain_text, begin, free):
            own.append(form)
            free = form.end
    return sorted({*found, *own}) if found else own


def _apart(text: str) -> list[Mask]:
    if "@" not in text and "#" not in text and "://" not in text and "www." not in text:
        return []
    return [
        Mask(match.start(), match.end(), Kind.LINK)
        for match in _APART.finditer(text)
        if not match.group()[1:].isdigit()
    ]


def _form(text: str, digit: int, free: int) -> Mask | None:
    """The form that the number at `digit` is a part of, beginning no sooner than at `free`."""
    first = max(free, digit - _FARTHEST)
    for opening in _OPENING.finditer(text, first, digit):
        label = _LABEL.match(text, opening.start())
        if label and label.end() > digit:
            return Mask(label.start(), label.end(), _LABELLED[int((label.lastgroup or "k0")[1:])][1])
    if digit and (text[digit - 1].isalpha() or (text[digit - 1] in ".," and text[digit - 2 : digit - 1].isdigit())):
        return None
    if _LISTED.match(text, digit):
        line = text.rfind("\n", max(0, digit - 10), digit)
        if not text[line + 1 if line >= 0 else max(0, digit - 10) : digit].strip(" \t(") and (line >= 0 or digit < 10):
            return Mask(digit, _LISTED.match(text, digit).end(), Kind.LISTING)  # type: ignore[union-attr]
    if figure := _FIGURE_FORM.match(text, digit):
        return Mask(digit, figure.end(), _FIGURED[int((figure.lastgroup or "k0")[1:])][1])
    return None


class Covered:
    """Which mask a place of the text lies in."""

    def __init__(self, found: list[Mask]) -> None:
        self._found = found
        self.begins = [mask.begin for mask in found]

    def at(self, place: int) -> Mask | None:
        """The mask that covers the place."""
        if not self.begins:
            return None
        number = bisect_right(self.begins, place) - 1
        return self._found[number] if number >= 0 and place < self._found[number].end else None
