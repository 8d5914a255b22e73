"""When what a whole document tells happened, for a text about one thing: the mention of a time that most probably dates it.

Every mention is weighed by general features (how near a word of violence it stands, how early in the text, whether it
dates a statement, how precise it is, how long before publication, how often it comes back), with weights fitted as
docs/places-and-dates.md says.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import date

from vigil.model.claim import Span
from vigil.testimony.sentences import sentence_bounds
from vigil.testimony.times.calendar import first_day
from vigil.testimony.times.mention import TimeKind, TimeMention
from vigil.testimony.times.reading import read_times
from vigil.testimony.violence import violent_words

FEATURES = (
    "early", "first", "first_dated", "of_saying", "near", "same_sentence", "behind", "on", "since", "day", "month", "year", "long",
    "weekday", "date", "relative", "period", "after_publication", "publication", "week_before", "month_before",
    "year_before", "older", "repeated", "same_month", "no_past", "quoted", "lead", "born",
)  # fmt: skip
_WEIGHTS: Sequence[float] = (0.0,) * len(FEATURES)

_ON = re.compile(r"\b(?:on|in|of|during|at)\s+(?:the\s+)?(?:night|morning|evening|afternoon)?\s*$", re.IGNORECASE)
_BORN = re.compile(r"\b(?:born|founded|established|graduated|elected|came\s+to\s+power|since|independence|anniversary|act|law|report)\b", re.I)


def date_of_document(
    text: str,
    *,
    lang: str,
    published_on: date | None,
    title: str | None = None,
    events: Sequence[Span] = (),
    mentions: Sequence[TimeMention] | None = None,
) -> TimeMention | None:
    """The mention that most probably dates the document's matter; None where no time is mentioned.

    Args:
        events: Words of the events the document tells; without them, words of violence are looked for.
        mentions: The times of `text`, where they have been read already.
    """
    found = read_times(text, lang=lang, published_on=published_on) if mentions is None else mentions
    weighed = features(text, found, published_on=published_on, events=events)
    best = max(weighed, key=lambda each: score(each[1]), default=None)
    return None if best is None else best[0]


def score(vector: Sequence[float]) -> float:
    """How probable it is, on a scale of its own."""
    return sum(weight * value for weight, value in zip(_WEIGHTS, vector, strict=True))


def features(
    text: str, mentions: Sequence[TimeMention], *, published_on: date | None, events: Sequence[Span] = ()
) -> list[tuple[TimeMention, tuple[float, ...]]]:
    """Each mention that has days, with its features in the order of FEATURES."""
    dated = [each for each in mentions if each.edtf is not None and not each.edtf.startswith("..")]
    marks = sorted(span.begin for span in events) if events else violent_words(text)
    bounds = sentence_bounds(text)
    times = Counter(each.edtf for each in dated)
    months = Counter((each.edtf or "")[:7] for each in dated)
    found = []
    for number, each in enumerate(dated):
        at = bisect_left(bounds, each.span.begin + 1) - 1
        begin, end = bounds[at], bounds[at + 1]
        low, high = bisect_left(marks, begin), bisect_left(marks, end)
        near = min((abs(mark - each.span.begin) for mark in marks[low:high]), default=400)
        behind = any(mark < each.span.begin for mark in marks[low:high])
        first_dated = number == 0 or not any(not one.of_saying for one in dated[:number])
        found.append((each, _vector(text, each, number, at, near, behind, first_dated, times, months, published_on, begin)))
    return found


def _vector(
    text: str,
    mention: TimeMention,
    number: int,
    sentence: int,
    near: int,
    behind: bool,
    first_dated: bool,
    times: Counter[str | None],
    months: Counter[str],
    published_on: date | None,
    begin: int,
) -> tuple[float, ...]:
    edtf = mention.edtf or ""
    start = edtf.split("/")[0]
    long = "/" in edtf and len(start) == 10 and not _within_two_days(edtf)
    length = len(start)
    age = _age(start, published_on)
    before = text[max(0, mention.span.begin - 24) : mention.span.begin]
    quotes = text.count("“", begin, mention.span.begin) > text.count("”", begin, mention.span.begin)
    return (
        1.0 / (1.0 + mention.span.begin / 1000.0),
        float(number == 0),
        float(first_dated),
        float(mention.of_saying),
        math.exp(-near / 60.0),
        float(near < 400),
        float(behind),
        float(_ON.search(before) is not None),
        float(edtf.count("/") == 1 and published_on is not None and edtf.endswith(published_on.isoformat())),
        float(length == 10 and not long),
        float(length == 7),
        float(length == 4),
        float(long),
        float(mention.kind is TimeKind.WEEKDAY),
        float(mention.kind is TimeKind.DATE),
        float(mention.kind is TimeKind.RELATIVE),
        float(mention.kind is TimeKind.PERIOD),
        float(age is not None and age < 0),
        float(age == 0),
        float(age is not None and 0 < age <= 7),
        float(age is not None and 7 < age <= 31),
        float(age is not None and 31 < age <= 366),
        float(age is not None and age > 366),
        math.log1p(times[mention.edtf] - 1),
        math.log1p(months[edtf[:7]] - 1),
        float(age is None),
        float(quotes),
        float(sentence <= 2),
        float(_BORN.search(text, begin, mention.span.begin) is not None),
    )


def _within_two_days(edtf: str) -> bool:
    first, _, last = edtf.partition("/")
    one, other = first_day(first), first_day(last)
    return one is not None and other is not None and (other - one).days <= 2


def _age(start: str, published_on: date | None) -> int | None:
    """Days from the time to publication; of a month or year, from its middle, but 0 for that of publication itself."""
    if published_on is None:
        return None
    day = first_day(start)
    if day is not None:
        return (published_on - day).days
    if published_on.isoformat().startswith(start):
        return 3
    try:
        year = int(start[:4].replace("X", "5"))
        month = int(start[5:7]) if len(start) == 7 and int(start[5:7]) <= 12 else 7
    except ValueError:
        return None
    return (published_on - date(max(1, year), max(1, month), 15)).days
