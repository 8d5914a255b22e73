"""When what a whole document tells happened, for a text about one thing: the mention of a time most likely to date it.

Every mention is weighed by general features (how near a word of violence it stands, how early in the text, whether it
dates a statement, how precise it is, how long before publication, how often it comes back), with weights fitted as
docs/places-and-dates.md says.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from vigil.model.claim import Span
from vigil.testimony.sentences import sentence_bounds
from vigil.testimony.times.calendar import first_day
from vigil.testimony.times.mention import TimeKind, TimeMention
from vigil.testimony.times.reading import read_times
from vigil.testimony.violence import violent_words

WEIGHTS: Mapping[str, float] = {
    "early": 1.54,
    "first_dated": 1.29,
    "of_saying": -0.06,
    "near": 1.25,
    "same_sentence": 0.6,
    "on": 0.57,
    "day": 0.22,
    "month": 0.06,
    "year": -0.28,
    "long": -0.19,
    "weekday": -0.22,
    "date": 0.81,
    "relative": -1.46,
    "period": -0.29,
    "after_publication": -0.74,
    "publication": -0.06,
    "week_before": -0.87,
    "month_before": -0.16,
    "year_before": -0.2,
    "older": 0.91,
    "repeated": 0.14,
    "same_month": -0.1,
    "quoted": 0.66,
    "lead": -0.67,
    "born": 0.19,
    "dateline": -0.55,
    "time_after": -1.27,
    "court": -0.9,
}
_SHARPNESS = 0.7
"""How much of the difference between two scores counts when probabilities of mentions of one month are added up."""

_ON = re.compile(r"\b(?:on|in|of|during|at)\s+(?:the\s+)?(?:night|morning|evening|afternoon)?\s*$", re.IGNORECASE)
_LATER = re.compile(r"\s+(?:after|before|until|for\s+a\s+hearing)\b", re.IGNORECASE)
_COURT = re.compile(
    r"\b(?:court|hearing|trial|sentenced|convicted|charged|verdict|appeal|released|freed|judge|ruling|pleaded)\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born|founded|established|graduated|elected|came\s+to\s+power|since|independence|anniversary|act|law|report)\b",
    re.IGNORECASE,
)


def date_of_document(
    text: str,
    *,
    lang: str,
    published_on: date | None,
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
    return decided(weighed, WEIGHTS)


def decided(weighed: Sequence[tuple[TimeMention, Sequence[float]]], weights: Mapping[str, float]) -> TimeMention | None:
    """The likeliest mention of the likeliest day of the likeliest month.

    Mentions of one month speak for it together, mentions of one day for that. A year alone gives way to months.
    """
    if not weighed:
        return None
    scores = [
        _SHARPNESS * sum(weight * value for weight, value in zip(weights.values(), vector, strict=True))
        for _, vector in weighed
    ]
    highest = max(scores)
    voices = [
        (mention, mention.edtf or "", math.exp(score - highest))
        for (mention, _), score in zip(weighed, scores, strict=True)
    ]
    for letters in (7, 10):
        together: dict[str, float] = {}
        for _, edtf, loud in voices:
            start = edtf.split("/")[0]
            if len(start) >= letters:
                together[start[:letters]] = together.get(start[:letters], 0.0) + loud
        if together:
            likeliest = max(together, key=lambda each: together[each])
            voices = [each for each in voices if each[1].startswith(likeliest)]
    return max(voices, key=lambda each: each[2])[0]


def features(
    text: str,
    mentions: Sequence[TimeMention],
    *,
    published_on: date | None,
    events: Sequence[Span] = (),
) -> list[tuple[TimeMention, tuple[float, ...]]]:
    """Each mention that has days, with its features in the order of WEIGHTS."""
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
        first_dated = number == 0 or not any(not one.of_saying for one in dated[:number])
        vector = _vector(
            text,
            each,
            sentence=at,
            near=near,
            first_dated=first_dated,
            times=times,
            months=months,
            published_on=published_on,
            begin=begin,
        )
        clause = text[max(begin, each.span.begin - 120) : min(end, each.span.end + 60)]
        extra = (
            float(each.span.begin < 80),
            float(_LATER.match(text, each.span.end) is not None),
            float(_COURT.search(clause) is not None),
        )
        found.append((each, vector + extra))
    return found


def _vector(
    text: str,
    mention: TimeMention,
    *,
    sentence: int,
    near: int,
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
        float(first_dated),
        float(mention.of_saying),
        math.exp(-near / 60.0),
        float(near < 400),
        float(_ON.search(before) is not None),
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
