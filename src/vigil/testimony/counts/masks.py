"""Numbers of a fixed form that count nothing: dates, hours, telephones, coordinates, links, models, sums, scores."""

import re
from bisect import bisect_right
from typing import NamedTuple

from vigil.testimony.counts.mention import Kind
from vigil.testimony.counts.plain import MARK


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

_FORMS: tuple[tuple[str, Kind], ...] = (
    (r"(?:https?://|www\.)[^\s]+", Kind.IDENTIFIER),
    (r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}", Kind.IDENTIFIER),
    (r"[@#]\w*\d\w*", Kind.IDENTIFIER),
    (rf"(?<!\w)\d{MARK}*\u20e3", Kind.LISTING),
    # Dates
    (rf"(?<![\w.])(?:{_YEAR})[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?!\w)(?:t\d\d:\d\d(?::\d\d)?z?)?", Kind.DATE),
    (rf"(?<![\w./])\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|{_HIJRI}|\d\d)(?![\w/])", Kind.DATE),
    (
        rf"(?<!\w){_DAY}(?:st|nd|rd|th)?(?:(?:{_DASH}){_DAY}(?:st|nd|rd|th)?){{0,3}}(?: of)?[ -]{_ENGLISH_MONTH}"
        rf"(?:[,/ -]{{0,2}}{_YEAR}(?!\w))?",
        Kind.DATE,
    ),
    (
        rf"(?<!\w){_ENGLISH_MONTH}(?: the)? {_DAY}(?:st|nd|rd|th)?(?![\w.,:/-]\d|\w| ?%)(?:(?:{_DASH}){_DAY}(?:st|nd|rd|th)?(?!\w))?"
        rf"(?:,? {_YEAR}(?!\w))?",
        Kind.DATE,
    ),
    (rf"(?<!\w){_ENGLISH_MONTH}(?: of|,)? {_YEAR}(?!\w)", Kind.DATE),
    (
        rf"(?<!\w){_DAY}(?: ?(?:-|و|الي|حتي) ?{_DAY})?(?: من)?(?: شهر)? (?:[وبلف]?){_ARABIC_MONTH}"
        rf"(?:/ ?{_ARABIC_MONTH})?(?: (?:من )?(?:عام |سنه |العام )?(?:{_YEAR}|{_HIJRI})(?!\w))?",
        Kind.DATE,
    ),
    (rf"{_ARABIC_MONTH}(?:/ ?{_ARABIC_MONTH})?,? (?:من )?(?:عام |سنه |العام )?(?:{_YEAR}|{_HIJRI})(?!\w)", Kind.DATE),
    (r"(?<!\w)(?:the )?(?:early |mid-?|late )?(?:1[89]|20)\d0'?s(?!\w)", Kind.DATE),
    (r"(?<!\w)9/11(?!\w)", Kind.DATE),
    (rf"(?<!\w){_YEAR} ?[-/] ?(?:{_YEAR}|\d\d)(?![\w-])", Kind.DATE),
    (
        rf"(?<!\w)(?:in|since|until|till|by|from|during|of|early|late|mid|year) {_YEAR}(?![\w,.]\d|\w| (?:people|civilians))",
        Kind.DATE,
    ),
    (rf"(?:عام|سنه|العام|السنه|عامي|منذ|بعام|لعام) (?:{_YEAR}|{_HIJRI})(?: ?[و-] ?{_YEAR})?(?!\w)", Kind.DATE),
    # Hours
    (r"(?<!\w)\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?|hrs?\b|hours\b|gmt|utc|local time|o'clock)", Kind.TIME),
    (r"(?<![\w:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\w:])", Kind.TIME),
    (r"(?<!\w)\d{1,2}(?: ?(?:-|to) ?\d{1,2})? ?(?:[ap]\.?m\b\.?|o'clock\b)", Kind.TIME),
    (r"(?<!\w)[0-2]\d[0-5]\d ?(?:hrs|hours|gmt|utc|z)\b", Kind.TIME),
    (r"(?<!\w)[0-2]?\dh[0-5]\d\b", Kind.TIME),
    (r"(?:الساعه|ساعه|بالساعه|للساعه) \d{1,2}(?:[:.]\d\d)?(?!\w)", Kind.TIME),
    # Places, telephones, machines
    (
        r"(?<![\w.])[+-]?\d{1,3}\.\d{3,}°?(?:\s?[nsew]\b)?(?:\s?,\s?[+-]?\d{1,3}\.\d{3,}°?(?:\s?[nsew]\b)?)?",
        Kind.COORDINATE,
    ),
    (r"\d{1,3}\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′]\s?)?(?:\d{1,2}(?:\.\d+)?\s?[\"″]\s?)?[nsew]\b", Kind.COORDINATE),
    (r"(?<![\w,.])\+\d[\d ()-]{6,18}\d(?!\w)", Kind.IDENTIFIER),
    (r"(?<![\w,.-])\(?0\d{1,4}\)?[ -]\d{2,4}[ -]\d{2,4}(?:[ -]\d{1,4})?(?![\w,])", Kind.IDENTIFIER),
    (r"(?<![\w,.-])\d{3}-\d{3,4}-\d{3,4}(?![\w,])", Kind.IDENTIFIER),
    (r"(?<![\w.,])0\d{5,}(?!\w)|(?<![\w.,])\d{9,}(?!\w)", Kind.IDENTIFIER),
    (r"(?<![\w.])v?\d+\.\d+\.\d+(?:\.\d+)*(?!\w)", Kind.IDENTIFIER),
    (r"(?<!\w)v(?:ersion)? ?\d+(?:\.\d+)?(?!\w)", Kind.IDENTIFIER),
    # Models and roads: letters and digits grown together (M5, Mi-8, AK-47, G20, H1N1, 120mm is a measure)
    (r"(?<![\w-])[a-z]{1,8}-?\d{1,5}[a-z]{0,3}(?:-\d+)?(?![\w.]\w|\w)", Kind.IDENTIFIER),
    (
        r"(?<!\w)(?:covid|omicron|cop|euro|opec|apollo|boeing|airbus|channel|radio|fm|http)[ -]\d{1,4}(?!\w)",
        Kind.IDENTIFIER,
    ),
    # Calibres and sums
    (r"(?<!\w)\d{1,3}(?:\.\d+)?(?:x\d{2,3})? ?-?(?:mm|millimet(?:er|re)s?|calib(?:er|re)|cal)\b", Kind.CALIBRE),
    (
        r"(?<!\w)\d{1,3}(?:\.\d+)? ?(?:ملم|مم|ميليمتر|مليمتر|ميلليمتر)(?!\w)|(?:عيار|عيارات) \d{1,3}(?:\.\d+)?",
        Kind.CALIBRE,
    ),
    (
        r"(?:[$€£₪₺¥]|(?<!\w)(?:usd|eur|gbp|us\$))\s?\d{1,15}(?:[.,]\d{1,9}){0,4}(?:\s?(?:k|m|bn|million|billion|thousand|trillion)\b)?",
        Kind.SUM,
    ),
    (
        r"(?<!\w)\d{1,15}(?:[.,]\d{1,9}){0,4}(?:\s?(?:k|m|bn|million|billion|thousand|hundred|trillion|مليون|ملايين|مليار|الف|الاف|مليارات))?"
        rf"\s?(?:[$€£₪₺¥]|(?:us |american |syrian |turkish |iraqi |iranian )?{_CURRENCY}(?!\w))",
        Kind.SUM,
    ),
    # Shares, scores, lists
    (
        r"(?<!\w)\d+(?:\.\d+)?(?: ?(?:-|to|and) ?\d+(?:\.\d+)?)? ?(?:%|percent\b|per cent\b|percentage\b|pct\b|في المي?اه|بالمي?ايه|بالميه|في الميه|في المايه|بالمايه)",
        Kind.PERCENTAGE,
    ),
    (r"(?<!\w)% ?\d+(?:\.\d+)?(?!\w)", Kind.PERCENTAGE),
    (r"(?<!\w)24/7(?!\w)", Kind.TIME),
    (r"(?<![\w/])\d{1,3}/(?:\d{1,3}(?![\w/])|(?!\w))", Kind.LISTING),
    (r"(?:^|(?<=\n))[^\S\n]{0,8}\(?\d{1,3}[.)](?=\s)", Kind.LISTING),
    (r"(?<![\w,.])\d{1,2}-0(?!\w)|(?<![\w,.])0-\d{1,2}(?!\w)", Kind.SCORE),
    (r"(?<!\w)(?:no|nr)\.? ?\d+(?!\w)|(?<!\w)no\. ?\d+|#\s?\d+|№\s?\d+", Kind.IDENTIFIER),
    (r"(?<!\w)\d+(?:st|nd|rd|th)(?!\w)", Kind.ORDINAL),
)

_FORM = re.compile("|".join(f"(?P<k{number}>{form})" for number, (form, _) in enumerate(_FORMS)))
_KINDS = {f"k{number}": kind for number, (_, kind) in enumerate(_FORMS)}


def masks(plain_text: str) -> list[Mask]:
    """Every number of a fixed form, in order and apart from each other."""
    return [
        Mask(match.start(), match.end(), _KINDS[match.lastgroup or ""])
        for match in _FORM.finditer(plain_text)
        if any(each.isdigit() for each in match.group())
    ]


class Covered:
    """Which mask a place of the text lies in."""

    def __init__(self, found: list[Mask]) -> None:
        self._found = found
        self._begins = [mask.begin for mask in found]

    def at(self, place: int) -> Mask | None:
        """The mask that covers the place."""
        number = bisect_right(self._begins, place) - 1
        return self._found[number] if number >= 0 and place < self._found[number].end else None
