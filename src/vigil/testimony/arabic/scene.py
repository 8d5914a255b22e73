"""Where: of the places of a sentence, that of a happening."""

from collections.abc import Sequence

from vigil.model.claim import ClaimedPlace, EventType, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.common_words import COMMON
from vigil.testimony.arabic.dictionary import look_up
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Item, Line
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import original_letters, plain_set

_FINE = plain_set(
    """
    حي أحياء مخيم مخيمات سجن مشفى مستشفى مطار معبر سوق طريق جسر دوار ساحة شارع ريف جبل بادية قاعدة فرع
    معسكر معسكرات مجمع منجم مصفاة منفذ
    حاجز ممر مركز صالة قسم بوابة محور مفرق مفترق كورنيش ميدان كبري نفق برج عمارة مجمع مسجد جامع كنيسة مدرسة
    جامعة ميناء مرفأ فوج محطة قبو بساتين بستان مزارع وادي غابة غابات سيطرة سهل ثكنة حارة مخفر كلية ملعب مقبرة
    شمال جنوب شرق غرب مدخل محيط
    """
)
"""Nouns that belong to a place's name; مدينة and قرية only say what kind of place it is."""

_KINDS = plain_set("مدينة بلدة قرية محافظة ناحية بلدتي قريتي مدينتي قضاء منطقة ولاية مديرية محلية قرى بلدات مدن")
_SIDES = plain_set(
    """
    الشرقي الشرقية الغربي الغربية الشمالي الشمالية الجنوبي الجنوبية القديمة القديم الأوسط المحاصر
    المحاصرة المركزي العسكري الدولي الكبرى الكبير للنازحين الشعبي
    """
)
_FAR = frozenset({"رييس", "مجلس", "محافظ", "مدير", "سفير", "وزير", "صحه", "شبكه", "وكاله", "باسم"})


def places(
    line: Line,
    named: Sequence[ClaimedPlace],
    frames: Sequence[Frame],
    forces: Sequence[Span],
    objects: frozenset[int] = frozenset(),
) -> list[ClaimedPlace]:
    """The places of a sentence where something may have happened, with the noun before a name that belongs to it.

    Args:
        objects: Words that stand where whatever was struck does: a name there is a place.
    """
    outside = [frame.source for frame in frames if frame.source is not None] + list(forces)
    outside += [
        Span(line.items[frame.at].word.begin, line.items[frame.end - 1].word.end)
        for frame in frames
        if not frame.trailing and frame.way != "ask" and frame.at < frame.end <= len(line.items)
    ]
    found: list[ClaimedPlace] = []
    mine = [each for each in named if line.span.begin <= each.span.begin < line.span.end]
    for each in mine:
        if any(span.begin <= each.span.begin < span.end for span in outside) or _is_party(line, each):
            continue
        if line.text[each.span.end - 2 : each.span.end] in {"اً", "ًا"}:
            continue  # جندياً أوكرانياً
        if each.name is None:
            continue  # what only a noun makes a place is looked at below, with what is known of the words
        found.append(_wider(line, each))
    for place in [*_branches(line), *_unnamed(line), *_bare_names(line, objects)]:
        if any(place.span.begin < other.span.end and other.span.begin < place.span.end for other in found):
            continue
        if any(span.begin < place.span.end and place.span.begin < span.end for span in outside):
            continue
        found.append(place)
    found = [
        each
        for each in found
        if not _is_sunset(line, each) and not _is_pretext(line, each) and not _is_origin(line, each)
    ]
    elsewhere = [each for each in found if not _is_where_they_went(line, each)]
    found = elsewhere or found
    return sorted(found, key=lambda each: each.span)


_BROUGHT = plain_set("ودوه ودوها ودوهم نقلوه نقلوها نقلوهم أسعفوه أسعفوها أخدوه أخدوها وصلوه وصلوها شالوه شالوها")


def _is_where_they_went(line: Line, place: ClaimedPlace) -> bool:
    """ودوها عدن, نقلوه على مشفى: where they were brought to."""
    at = line.index(place.span.begin)
    return any(line.plain(k).removeprefix("و") in _BROUGHT or line.plain(k) in _BROUGHT for k in (at - 1, at - 2))


def _is_origin(line: Line, place: ClaimedPlace) -> bool:
    """30 أسيراً من أبناء ذمار: where they come from."""
    at = line.index(place.span.begin)
    at -= line.stem(at - 1) in _KINDS
    return line.plain(at - 1) == "ابناء" and line.plain(at - 2) == "من"


def _is_pretext(line: Line, place: ClaimedPlace) -> bool:
    """بحجة أن التعليمات تغيرت: on the ground that, and not in Hajja."""
    at = line.index(place.span.begin)
    return line.plain(at) == "بحجه" and line.plain(at + 1) in {"ان", "انه", "انها", "انهم", "عدم", "وجود", "الامن"}


def _is_sunset(line: Line, place: ClaimedPlace) -> bool:
    """أمس وقت المغرب: the hour, and no country."""
    at = line.index(place.span.begin)
    if line.plain(at).removeprefix("ع") != "المغرب":
        return False
    return line.plain(at - 1) in _HOURS or (not line.prep(at) and line.items[at - 1].sense.time)


_HOURS = plain_set("وقت قبل بعد عند صلاة أذان قبيل بعيد ساعة ع")


def _is_party(line: Line, place: ClaimedPlace) -> bool:
    """A country that acts, not one where something happens: no preposition stands before it."""
    at = line.index(place.span.begin)
    if line.plain(at - 1) == "الخوذ":
        return True
    sense = line.items[at].sense
    return bool(sense.actor and sense.actor.bare) and not line.prep(at) and line.stem(at - 1) not in _FINE | _KINDS


def _wider(line: Line, place: ClaimedPlace) -> ClaimedPlace:
    """حي before الشعار belongs to its name, and so does الشرقية behind الغوطة."""
    first = line.index(place.span.begin)
    last = line.index(place.span.end - 1) + 1
    begin, end = place.span
    before = first - 1
    if before >= 0 and line.stem(before) in _FINE and line.is_word(before):
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
        text=text[span.begin : span.end],
        span=span,
        name=place.name,
        city=place.city,
        region=place.region,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        pcode=place.pcode,
        alternatives=place.alternatives,
    )


def _unnamed(line: Line) -> list[ClaimedPlace]:
    """Names no gazetteer has, behind حي or مدينة, or behind a preposition where nothing else is known of the word."""
    found: list[ClaimedPlace] = []
    at = 0
    while at < len(line.items) - 1:
        item = line.items[at]
        stem = line.stem(at)
        heading = item.sense.place and item.word.kind == "word" and (stem in _FINE or stem in _KINDS)
        if heading and stem == "حي" and line.plain(at - 1) in {"رصاص", "الرصاص", "رصاصا", "ذخيره"}:
            heading = False  # رصاص حي
        if heading and (
            (stem == "سيطره" and _is_power(line, at))
            or (stem == "مقبره" and _is_of_burial(line, at))
            or (stem == "سهل" and line.plain(at + 1).startswith("لل"))  # سهّل للفاسدين: made it easy
        ):
            heading = False
        if heading and stem == "سجن" and line.items[at + 1].sense.person and not line.items[at + 1].sense.cut.article:
            heading = False  # سجن صحفيين
        if heading and not item.sense.cut.article:
            police = line.plain(at + 1) in _OF_OFFICES and stem in _STATIONS
            last = _name_end(line, at + 1 + police, site=stem in _NAMED_SITES)
            last = at + 1 if police and last == at + 2 else last
            if last == at + 1 and _named_for_a_day(line, last):
                last += 2
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


def _is_power(line: Line, at: int) -> bool:
    """تحت سيطرة النظام, مناطق سيطرة المعارضة: whose power it is, and no checkpoint called سيطرة."""
    return line.plain(at - 1) in _HOLDING or line.items[at + 1].sense.actor is not None


def _is_of_burial(line: Line, at: int) -> bool:
    """شُيع إلى مثواه الأخير في مقبرة صبحان: where the dead are laid, and not where they died."""
    before = {line.plain(k).removeprefix("و") for k in range(max(0, at - _BURIED), at)}
    return not _BURIAL.isdisjoint(before) or not _BURIAL.isdisjoint({word.removeprefix("س") for word in before})


_BURIED = 14
_BURIAL = plain_set(
    "مثواه مثواها مثواهم تشييع شيع شيعت تشيع يشيع صلاة الصلاة يصلى صلي جنازة الجنازة دفن دفنت يدفن ووري دفنوا"
)
_HOLDING = plain_set("تحت خارج ضمن مناطق منطقة فرض بسط على فقدان استعادة رغم نقاط خطوط")
_STATIONS = frozenset({"قسم", "مركز", "مخفر", "نقطه"})
_OF_OFFICES = frozenset({"شرطه"})
_NAMED_SITES = plain_set("ساحة صالة ميدان دوار")
_ANY_PLACE = plain_set("المدينة القرية البلدة الحي المخيم المنطقة المحافظة البلد الناحية السوق الشارع المعركة القتال")
"""ساحة المجلس is a name, ساحة القرية is none."""


def _named_for_a_day(line: Line, at: int) -> bool:
    """حي 7 يوليو, شارع 17 نيسان."""
    return at + 1 < len(line.items) and line.items[at].word.kind == "number" and line.items[at + 1].sense.time


def _branches(line: Line) -> list[ClaimedPlace]:
    """الفرع 215."""
    found = []
    for at in range(len(line.items) - 1):
        if line.stem(at) == "فرع" and line.items[at + 1].word.kind == "number":
            span = line.words(at, at + 2)
            found.append(ClaimedPlace(text=line.text[span.begin : span.end], span=span))
    return found


def _bare_names(line: Line, objects: frozenset[int]) -> list[ClaimedPlace]:
    """A word no list has behind في, قرب or ب: in these sentences it is mostly a place."""
    found: list[ClaimedPlace] = []
    leaving = any(_leaves(item) for item in line.items)
    bound = not leaving and any(_is_kept_out(item) for item in line.items)
    for at in range(len(line.items)):
        item = line.items[at]
        if item.word.kind != "word":
            continue
        front = 0
        before = line.plain(at - 1)
        if before == "علي" and line.written_end(at - 1) == "ي" and item.text.startswith("ال"):
            before = ""  # علي الأسعد is a man
        whoever = before == "من" and item.text[:1] == "ي" and line.plain(at - 2) in {"كل", "علي", "ل"}  # كل من يتعاون
        if whoever or _ends_in_pronoun(item.text) or item.text.removeprefix("ب") in _MINE:
            continue
        if at in objects or _complement_of_strike(line, at):
            before = "في"
        if item.sense.known and not (
            before in _CLOSE and item.sense.verb and not item.sense.noun and item.text[:1] in "تي"
        ):
            continue
        if before not in _CLOSE and not (leaving and before == "من") and not (bound and _is_to(line, at - 1)):
            front = 0 if before in small.PREPOSITIONS else _written_on(item.text)
            if not front or (item.text[front : front + 1] in set("نيت") and line.plain(at + 1).startswith("ال")):
                continue  # بنصلي التراويح
        name = item.text[front:]
        bare = name.removeprefix("ال")
        own_word = front and name[:1] == "ا" and not name.startswith("ال")  # باصات, بابا
        if (
            own_word
            or (len(bare) < 3 and bare not in _HALVES)
            or bare in COMMON
            or item.text in COMMON
            or _has_tanwin(line, at)
        ):
            continue
        last = at + 1
        if line.is_word(last) and not line.items[last].sense.time and not line.items[last].sense.small:
            nxt = line.items[last]
            then = nxt.sense.cut.conjunction and nxt.sense.known  # في الباب وقتل 12
            if not then and (
                name in _HALVES
                or bare in _HALVES
                or (
                    nxt.text.startswith("ال")
                    and not name.startswith("ال")
                    and not nxt.sense.known
                    and nxt.text.removeprefix("ال") not in COMMON
                )
            ):
                last += 1
        begin = original_letters(line.text, item.word, front)
        span = Span(begin, line.items[last - 1].word.end)
        found.append(ClaimedPlace(text=line.text[span.begin : span.end], span=span))
    return found


_MINE = plain_set("عيني عيوني عينيا نفسي ايدي يدي أذني قلبي راسي رأسي لساني حالي ذاتي عمري حياتي صوتي اسمي")
"""بعيني, بنفسي: what is one's own is no place."""


def _ends_in_pronoun(text: str) -> bool:
    """جراحهم, قواتنا: a noun of somebody, no name."""
    if text.endswith("نا") and len(text) > 4 and look_up(text[:-2]).known:
        return True
    return text.endswith(("هم", "هما", "هن", "ها", "اته", "اتي")) and not text.startswith("ال") and len(text) > 4


def _is_to(line: Line, at: int) -> bool:
    """إلى, which is no إلي."""
    return line.plain(at) == "الي" and line.written_end(at) == "ى"


def _is_kept_out(item: Item) -> bool:
    """منعوا دخول القافلة إلى مضايا: where it was bound for."""
    known = item.sense.noun or item.sense.verb
    return known is not None and known.event is EventType.OBSTRUCTION


def _leaves(item: Item) -> bool:
    known = item.sense.noun or item.sense.verb
    return (known is not None and known.event in {EventType.DISPLACEMENT, EventType.EVACUATION}) or item.text in {
        "خرج",
        "خرجت",
        "خرجوا",
        "خروج",
    }


def _complement_of_strike(line: Line, at: int) -> bool:
    """حصار الزبداني: a noun without the article before one that has it; an adjective would agree."""
    noun = line.items[at - 1].sense if at else None
    verb = noun.verb if noun else None
    if (
        verb is not None
        and verb.event in {EventType.ATTACK, EventType.SIEGE}
        and verb.form
        and verb.form.tense == "imperfect"
        and not verb.form.object
    ):
        return not line.plain(at).startswith("ال")  # عم يقصف بنش
    if (
        noun is None
        or noun.noun is None
        or noun.cut.article
        or noun.noun.event not in {EventType.ATTACK, EventType.SIEGE}
    ):
        return False
    word = line.plain(at)
    if word in _HALVES:
        return True
    return word.startswith("ال") and len(word) > 4 and word[2:] not in small.TARGETS


_CLOSE = frozenset(
    {
        "في",
        "قرب",
        "قباله",
        "شرقي",
        "غربي",
        "شمالي",
        "جنوبي",
        "شرق",
        "غرب",
        "شمال",
        "جنوب",
        "محيط",
        "بمحيط",
        "داخل",
        "وسط",
        "جوار",
        "علي",
        "بريف",
        "يم",
    }
)


def _written_on(text: str) -> int:
    """Letters of a preposition of place written onto a word: بدوما, عالغوطة."""
    if text.startswith("عال") and len(text) > 5:
        return 1
    if text.startswith("ب") and (len(text) > 4 or text[1:] in _HALVES):
        return 1
    return 2 if text.startswith(("وب", "فب")) and len(text) > 5 else 0


def _has_tanwin(line: Line, at: int) -> bool:
    written = line.text[line.items[at].word.begin : line.items[at].word.end]
    return any(mark in written for mark in "\u064b\u064c\u064d")


def _owned(line: Line, at: int) -> bool:
    """سجن تديره: a verb with a pronoun, written with ه and not ة."""
    return line.plain(at)[:1] in {"ت", "ي"} and line.text[line.items[at].word.end - 1] == "ه"


def _goes_on(line: Line, at: int, last: int) -> bool:
    """حي بابا عمرو: two words without the article, neither of them known."""
    item = line.items[last]
    one = last == at + 1 and not line.items[at].sense.known and not line.plain(at).startswith("ال")
    return one and not item.sense.known and item.text[:1] not in set("وفبليتسا") and len(item.text) > 2


def _name_end(line: Line, at: int, *, site: bool = False) -> int:
    last = at
    while line.is_word(last) and last - at < 3:
        item = line.items[last]
        sense = item.sense
        text = item.text
        if last == at and text in _HALVES:
            last += 1  # باب الهوى, and no ب before a month
            continue
        if sense.small or (sense.cut.conjunction and sense.known) or sense.time:
            break
        if last == at and (_ends_in_pronoun(text) or sense.cut.preposition == "ل" or _owned(line, at)):
            break
        if last == at and text.removeprefix("ال") in COMMON and text not in _HALVES:
            return last + 1 if site and text.startswith("ال") and text not in _ANY_PLACE else last
        if last == at and (
            (sense.actor and not sense.person and not text.startswith("ال"))
            or (line.plain(at - 1) == "حاجز" and sense.actor)
        ):
            break
        if sense.cut.preposition and sense.place:
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
            and not (line.plain(last - 1) in _HALVES or line.stem(last - 1) in _FINE or _goes_on(line, at, last))
        ):
            break
        if last == at and ((sense.verb and not sense.noun and text[:1] not in "يتان") or sense.light):
            break
        before = line.plain(last - 1)
        if last > at and before.startswith("ال") and before not in _HALVES and text not in _SIDES:
            break
        last += 1
    return last


_HALVES = plain_set(
    """
    تل كفر بيت عين خان دير ام ابو راس جبل وادي خربه بير برج قلعه شيخ الشيخ عرب حوش صلاح بستان كرم باب
    جسر معره داره دارة نور عبد بني بنت عبدالله رأس ود بستان
    """
)


def place_of(
    line: Line, trigger: Trigger, people_end: int | None, found: Sequence[ClaimedPlace], bounds: tuple[int, int]
) -> ClaimedPlace | None:
    """The place of a happening: the first behind it in its clause, else the nearest in the sentence.

    A name that only its preposition makes a place gives way to one that a gazetteer or a noun before it knows,
    unless it stands right behind the people.
    """
    if not found:
        return None
    start = line.items[trigger.at].word.begin
    low = line.items[bounds[0]].word.begin
    high = line.items[bounds[1] - 1].word.end
    inside = [each for each in found if low <= each.span.begin < high]
    candidates = inside or list(found)
    if people_end is not None and people_end < len(line.items):
        near = [each for each in candidates if 0 <= line.index(each.span.begin) - people_end <= 1]
        if near:
            return near[0]
    behind = [each for each in candidates if each.span.begin >= start]
    ordered = behind or candidates[::-1]
    chosen = next((each for each in ordered if not _is_weak(line, each)), ordered[0])
    if trigger.event in _LEFT and (left := _left(line, candidates)) is not None:
        return left
    if not behind:
        chosen = _first_of_group(line, chosen, candidates)
    for other in behind:
        if _finer(other, chosen) and 0 <= other.span.begin - chosen.span.end < 12:
            chosen = other
    return chosen


_LEFT = frozenset({EventType.EVACUATION, EventType.DISPLACEMENT})


def _left(line: Line, found: Sequence[ClaimedPlace]) -> ClaimedPlace | None:
    """نقل الجرحى من زنجبار إلى عدن: the place they left, where both are told."""
    before = [(each, {line.plain(line.index(each.span.begin) - k) for k in (1, 2)}) for each in found]
    if not any(words & {"الي", "باتجاه", "نحو"} for _, words in before):
        return None
    return next((each for each, words in before if "من" in words), None)


def _first_of_group(line: Line, chosen: ClaimedPlace, candidates: Sequence[ClaimedPlace]) -> ClaimedPlace:
    """مسجد الإيمان بحي المزرعة في دمشق: each lies in the next, and the first is the place."""
    for other in reversed(candidates):
        between = line.text[other.span.end : chosen.span.begin].split()
        if other.span.end <= chosen.span.begin and len(between) <= 1 and between in ([], ["في"], ["بـ"], ["ب"]):
            chosen = other
    return chosen


def _is_weak(line: Line, place: ClaimedPlace) -> bool:
    if place.name is not None:
        return False
    at = line.index(place.span.begin)
    return line.stem(at) not in _FINE | {"فرع"} and line.stem(at - 1) not in _KINDS


_PRECISION = ("site", "neighbourhood", "city", "subdistrict", "district", "region", "country")


def _finer(one: ClaimedPlace, other: ClaimedPlace) -> bool:
    if one.precision is None or other.precision is None:
        return False
    return _PRECISION.index(one.precision) < _PRECISION.index(other.precision)
