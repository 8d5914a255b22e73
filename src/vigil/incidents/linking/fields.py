"""The values of records made comparable: dates, years, sexes, places, and whatever else must simply agree."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vigil.incidents.linking.skeletons import parts


class Role(StrEnum):
    """What a column holds, as far as linking goes."""

    GIVEN = "given"  # given names
    NAME = "name"  # full names
    FAMILY = "family"
    DATE = "date"
    YEAR = "year"
    AGE = "age"
    SEX = "sex"
    PLACE = "place"
    OTHER = "other"  # must agree


NAMES = (Role.GIVEN, Role.NAME, Role.FAMILY)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that both lists have, and what it holds."""

    name: str
    role: Role


_HEADERS: tuple[tuple[str, Role], ...] = (
    (r"sex|gender|جنس|الجنس|النوع", Role.SEX),
    (r"age|age_?years|years_old|العمر|عمر|السن", Role.AGE),
    (r".*(birth|died|death|date|dob|dod|killed_on|day_of).*|.*تاريخ.*", Role.DATE),
    (r"(birth_?)?year|yob|by|سنة.*|عام.*", Role.YEAR),
    (
        (
            r".*(place|city|town|village|governorate|district|region|province|location|neighbou?rhood|country).*"
            r"|.*(مكان|مدينة|المحافظة|محافظة|بلدة|قرية|الحي|المنطقة|منطقة).*"
        ),
        Role.PLACE,
    ),
    (r"(first|given|fore|f)_?name.*|prenom|vorname|fname.*|الاسم_?الاول|الاسم الأول", Role.GIVEN),
    (
        r"(last|family|sur|second|l)_?name.*|surname|nom|nachname|lname.*|العائلة|اسم_?العائلة|الكنية|النسبة|اللقب",
        Role.FAMILY,
    ),
    (r"(full_?|arabic_?|english_?|victim_?|person_?)?name(_?(ar|en|arabic|english|latin))?|الاسم.*|اسم.*", Role.NAME),
)

_YEAR = re.compile(r"(1[6-9]|20)\d\d")
_DATES = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[t ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
)
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "jan january يناير كانون_الثاني", "feb february فبراير شباط", "mar march مارس اذار",
            "apr april ابريل نيسان",
            "may مايو ايار", "jun june يونيو حزيران", "jul july يوليو تموز", "aug august اغسطس اب",
            "sep sept september سبتمبر ايلول", "oct october اكتوبر تشرين_الاول", "nov november نوفمبر تشرين_الثاني",
            "dec december ديسمبر كانون_الاول",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip
_SEXES = {
    **dict.fromkeys(("m", "male", "man", "boy", "ذكر", "رجل", "مذكر", "ذ", "masculine", "h"), "m"),
    **dict.fromkeys(
        ("f", "female", "woman", "girl", "انثي", "أنثى", "انثى", "امرأة", "مؤنث", "ا", "feminine", "w"), "f"
    ),
}

_EXONYMS = {
    "aleppo": "حلب", "halab": "حلب", "damascus": "دمشق", "homs": "حمص", "hims": "حمص", "hama": "حماة",
    "cairo": "القاهرة",
    "alexandria": "الاسكندرية", "jerusalem": "القدس", "bethlehem": "بيت لحم", "hebron": "الخليل", "nablus": "نابلس",
    "jericho": "أريحا", "jaffa": "يافا", "acre": "عكا", "beirut": "بيروت", "tyre": "صور", "sidon": "صيدا",
    "tripoli": "طرابلس", "baghdad": "بغداد", "mosul": "الموصل", "basra": "البصرة", "aden": "عدن", "khartoum": "الخرطوم",
    "rural damascus": "ريف دمشق", "rif dimashq": "ريف دمشق", "damascus suburbs": "ريف دمشق", "gaza": "غزة",
    "rafah": "رفح", "daraa": "درعا", "deraa": "درعا", "raqqa": "الرقة", "latakia": "اللاذقية", "tartus": "طرطوس",
    "palmyra": "تدمر", "egypt": "مصر", "syria": "سوريا", "lebanon": "لبنان", "jordan": "الأردن", "iraq": "العراق",
}  # fmt: skip


def roles(names: Sequence[str], samples: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """What each column holds, by its name, and by what is in it where the name does not say."""
    return tuple(Column(name, _role(name, values)) for name, values in zip(names, samples, strict=True))


def _role(name: str, values: Sequence[str]) -> Role:  # noqa: PLR0911 - one rule after another
    header = re.sub(r"[\s-]+", "_", name.strip().casefold())
    filled = [value.strip() for value in values if value.strip()]
    by_name = next((role for pattern, role in _HEADERS if re.fullmatch(pattern, header)), None)
    if by_name in NAMES and _letters(filled) < 0.5:
        by_name = None
    if by_name is Role.DATE and filled and all(_YEAR.fullmatch(value) for value in filled):
        return Role.YEAR
    if by_name is Role.DATE and sum(parsed_date(value) is not None for value in filled) * 2 < len(filled):
        by_name = None
    if by_name is Role.YEAR and not _mostly(_YEAR, filled):
        by_name = None
    if by_name is not None or not filled:
        return by_name or Role.OTHER
    if _mostly(_YEAR, filled) and len(set(filled)) > 5:
        return Role.YEAR
    if sum(parsed_date(value) is not None for value in filled) * 10 >= 9 * len(filled):
        return Role.DATE
    if {sex(value) for value in set(filled)} == {"m", "f"} and len(set(filled)) <= 4:
        return Role.SEX
    if _letters(filled) > 0.9 and len(set(filled)) > max(20, len(filled) / 5):
        return Role.NAME
    return Role.OTHER


def _letters(values: Sequence[str]) -> float:
    return sum(any(each.isalpha() for each in value) for value in values) / max(1, len(values))


def _mostly(pattern: re.Pattern[str], values: Sequence[str]) -> bool:
    return bool(values) and sum(bool(pattern.fullmatch(value)) for value in values) * 10 >= 9 * len(values)


def plain_value(value: str) -> str:
    """A value in plain letters and Western digits, for comparing whether two are the same."""
    text = unicodedata.normalize("NFKC", value).casefold()
    text = "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in text)
    return " ".join(text.split())


def sex(value: str) -> str:
    """m, f, or the value itself where it says neither."""
    text = plain_value(value)
    return _SEXES.get(text, text)


def parsed_date(value: str) -> date | None:
    """A day, however it is written; day before month where that is open."""
    text = plain_value(value).replace(",", " ")
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            return _day(int(found["y"]), int(found["m"]), int(found["d"]))
    words = (
        text.replace("أ", "ا")
        .replace("إ", "ا")
        .replace("آ", "ا")
        .replace("كانون ", "كانون_")
        .replace("تشرين ", "تشرين_")
    )
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    months = [_MONTHS[word] for word in re.findall(r"[^\W\d]+", words) if word in _MONTHS]
    if len(months) == 1 and len(numbers) == 2:
        day, year = sorted(numbers)
        return _day(year, months[0], day)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        try:
            return date(year, day, month)
        except ValueError:
            return None


def number(value: str) -> int | None:
    """The whole number that a year or an age is."""
    found = re.search(r"\d+", plain_value(value))
    return int(found.group()) if found and len(found.group()) <= 4 else None


def place(value: str) -> str:
    """A place by its consonants, the same from Arabic and Latin letters, and by its Arabic name where it has two."""
    text = plain_value(value)
    return " ".join(part.bones for part in parts(_EXONYMS.get(text, text)) if part.bones) or text
