"""Where and when: of the places and times of a sentence, those of a happening."""

from collections.abc import Sequence

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.speech import Frame
from vigil.testimony.arabic.triggers import Trigger
from vigil.testimony.arabic.words import fold_word
from vigil.testimony.times.mention import TimeMention

_FINE = frozenset(
    fold_word(word)
    for word in "حي أحياء مخيم مخيمات سجن مشفى مستشفى مطار معبر سوق طريق جسر دوار ساحة شارع ريف جبل بادية قاعدة فرع حاجز ممر مركز صالة مسجد جامع كنيسة مدرسة جامعة ميناء فوج محطة قبو شمال جنوب شرق غرب مدخل محيط".split()
)
"""Nouns that belong to a place's name; مدينة and قرية only say what kind of place it is."""

_KINDS = frozenset(
    fold_word(word) for word in "مدينة بلدة قرية محافظة ناحية بلدتي قريتي مدينتي قضاء منطقة ولاية قرى بلدات مدن".split()
)
_SIDES = frozenset(
    fold_word(word)
    for word in "الشرقي الشرقية الغربي الغربية الشمالي الشمالية الجنوبي الجنوبية القديمة القديم الأوسط المحاصر المحاصرة المركزي العسكري الدولي الكبرى الكبير للنازحين الشعبي".split()
)
_FAR = frozenset({"رييس", "مجلس", "محافظ", "مدير", "سفير", "وزير", "صحه", "شبكه", "وكاله", "باسم"})


def places(
    line: Line, named: Sequence[ClaimedPlace], frames: Sequence[Frame], forces: Sequence[Span]
) -> list[ClaimedPlace]:
    """The places of a sentence where something may have happened, each with what kind of place it is before its name."""
    outside = [frame.source for frame in frames if frame.source is not None] + list(forces)
    found: list[ClaimedPlace] = []
    mine = [each for each in named if line.span.begin <= each.span.begin < line.span.end]
    for each in mine:
        if any(span.begin <= each.span.begin < span.end for span in outside):
            continue
        found.append(_wider(line, each))
    for place in _unnamed(line):
        if any(place.span.begin < other.span.end and other.span.begin < place.span.end for other in found):
            continue
        if any(span.begin < place.span.end and place.span.begin < span.end for span in outside):
            continue
        found.append(place)
    return sorted(found, key=lambda each: each.span)


def _wider(line: Line, place: ClaimedPlace) -> ClaimedPlace:
    """حي before الشعار belongs to its name, and so does الشرقية behind الغوطة."""
    first = line.index(place.span.begin)
    last = line.index(place.span.end - 1) + 1
    begin, end = place.span
    before = first - 1
    if 0 <= before and line.stem(before) in _FINE and line.is_word(before):
        begin = line.words(before, first).begin
        if line.stem(before - 1) in {"حي", "مخيم"}:
            begin = line.words(before - 1, first).begin
    while line.is_word(last) and line.plain(last) in _SIDES:
        end = line.items[last].word.end
        last += 1
    if (begin, end) == tuple(place.span):
        return place
    return _moved(place, Span(begin, end), line.text)


def _moved(place: ClaimedPlace, span: Span, text: str) -> ClaimedPlace:
    return ClaimedPlace(
        text=text[span.begin : span.end], span=span, name=place.name, city=place.city, region=place.region, country=place.country,
        lat=place.lat, lon=place.lon, precision=place.precision, pcode=place.pcode, alternatives=place.alternatives,
    )  # fmt: skip


def _unnamed(line: Line) -> list[ClaimedPlace]:
    """Names no gazetteer has, behind حي or مدينة, or behind a preposition where nothing else is known of the word."""
    found: list[ClaimedPlace] = []
    at = 0
    while at < len(line.items) - 1:
        item = line.items[at]
        stem = line.stem(at)
        heading = item.sense.place and item.word.kind == "word" and (stem in _FINE or stem in _KINDS)
        if heading and not item.sense.cut.article:
            last = _name_end(line, at + 1)
            if last > at + 1:
                first = at if stem in _FINE else at + 1
                if line.items[first].sense.place and line.stem(at + 1) in _FINE:
                    first = at
                span = line.words(first, last)
                found.append(ClaimedPlace(text=line.text[span.begin : span.end], span=span))
                at = last
                continue
        at += 1
    return found


def _name_end(line: Line, at: int) -> int:
    last = at
    while line.is_word(last) and last - at < 3:
        item = line.items[last]
        sense = item.sense
        text = item.text
        if sense.small or sense.cut.conjunction and sense.known or sense.time:
            break
        if (
            last > at
            and (sense.cut.preposition or sense.verb or sense.light or sense.speech or sense.noun or sense.person)
            and not text.startswith("ال")
        ):
            break
        if (
            last > at
            and not text.startswith("ال")
            and not (line.plain(last - 1) in _HALVES or line.stem(last - 1) in _FINE)
        ):
            break
        if last == at and (sense.verb and not sense.noun and text[:1] not in "يتا" or sense.light):
            break
        if last > at and line.plain(last - 1).startswith("ال") and text not in _SIDES:
            break
        last += 1
    return last


_HALVES = frozenset(
    "تل كفر بيت عين خان دير ام ابو راس جبل وادي خربه بير برج قلعه شيخ الشيخ عرب حوش صلاح بستان كرم باب جسر معره نور عبد بني بنت عبدالله رأس ود بستان".split()
)


def place_of(
    line: Line, trigger: Trigger, people_at: int | None, found: Sequence[ClaimedPlace], bounds: tuple[int, int]
) -> ClaimedPlace | None:
    """The place of a happening: the first behind it in its clause, else the nearest in the sentence."""
    if not found:
        return None
    start = line.items[max(trigger.at, people_at or 0)].word.begin
    low = line.items[bounds[0]].word.begin
    high = line.items[bounds[1] - 1].word.end
    inside = [each for each in found if low <= each.span.begin < high]
    candidates = inside or list(found)
    behind = [each for each in candidates if each.span.begin >= start]
    chosen = behind[0] if behind else candidates[-1]
    for other in behind[1:] if behind else []:
        if _finer(other, chosen) and other.span.begin - chosen.span.end < 12:
            chosen = other
    return chosen


_PRECISION = ("site", "neighbourhood", "city", "subdistrict", "district", "region", "country")


def _finer(one: ClaimedPlace, other: ClaimedPlace) -> bool:
    if one.precision is None or other.precision is None:
        return False
    return _PRECISION.index(one.precision) < _PRECISION.index(other.precision)


def time_of(
    line: Line, trigger: Trigger, times: Sequence[TimeMention], frames: Sequence[Frame], bounds: tuple[int, int]
) -> TimeMention | None:
    """The time of a happening. The day of a statement is not the day of what it states."""
    found = []
    for each in times:
        if not line.span.begin <= each.span.begin < line.span.end or each.edtf is None or each.of_saying:
            continue
        at = line.index(each.span.begin)
        if any(
            frame.begin <= at < frame.end and not frame.trailing
            for frame in frames
            if frame.way in {"say", "deny", "accuse", "ask"}
        ):
            continue
        found.append((at, each))
    if not found:
        return None
    inside = [pair for pair in found if bounds[0] <= pair[0] < bounds[1]]
    candidates = inside or found
    behind = [pair for pair in candidates if pair[0] >= trigger.at]
    return (behind[0] if behind else candidates[-1])[1]


def bounds(line: Line, trigger: Trigger, others: Sequence[int]) -> tuple[int, int]:
    """The words of a happening's own clause: from the break before it to the break behind it."""
    first, last = 0, len(line.items)
    for at in range(trigger.at - 1, 0, -1):
        if line.plain(at) in small.CONTRAST and line.plain(at) != "حين" or line.plain(at) == ";":
            first = at
            break
    for at in range(trigger.last, len(line.items)):
        if line.plain(at) in small.CONTRAST and line.plain(at) != "حين" or line.plain(at) == ";":
            last = at
            break
    del others
    return first, last
