"""Of the times of a sentence, that of a happening, and the clause in which its time and place stand."""

from collections.abc import Sequence

from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set
from vigil.testimony.times.mention import TimeMention


def time_of(
    line: Line, trigger: Trigger, times: Sequence[TimeMention], frames: Sequence[Frame], bounds: tuple[int, int]
) -> TimeMention | None:
    """The time of a happening. The day of a statement is not the day of what it states."""
    found = []
    for each in times:
        if not line.span.begin <= each.span.begin < line.span.end or each.edtf is None or each.of_saying:
            continue
        at = line.index(each.span.begin)
        if _in_name(line, at):
            continue
        if any(
            frame.begin <= at < frame.end and not frame.trailing
            for frame in frames
            if frame.way in {"say", "deny", "accuse", "ask"}
        ):
            continue
        found.append((at, each))
    if not found:
        return None
    others = [frame.begin for frame in frames if not frame.trailing and not frame.silent and frame.begin > trigger.at]
    beside = [begin for begin in others if begin >= bounds[1] or line.items[begin].sense.cut.conjunction == "و"]
    end = min(beside, default=len(line.items))  # بينما تقول زوجته إنه أُخذ الخميس: not of what was denied before it
    inside = [pair for pair in found if bounds[0] <= pair[0] < min(bounds[1], end)]
    candidates = inside or [pair for pair in found if pair[0] < end and not _of_a_total(line, trigger.at, pair[0])]
    if not candidates:
        return None
    behind = [pair for pair in candidates if pair[0] >= trigger.at]
    return (behind[0] if behind else candidates[-1])[1]


def _rises(line: Line, at: int) -> bool:
    """ليرتفع عدد القتلى إلى: a total, with a time of its own, comes behind what it is brought up by."""
    return line.plain(at - 1) == "," and line.plain(at).removeprefix("و") in _RISING


def _of_a_total(line: Line, told: int, at: int) -> bool:
    """A total stands between what is told and a time."""
    return any(_rises(line, k) for k in range(told, at))


_RISING = plain_set("ليرتفع لترتفع ليصل لتصل ليبلغ لتبلغ ليصبح يرتفع ترتفع ارتفع ارتفعت بذلك")


def _in_name(line: Line, at: int) -> bool:
    """حركة «12 أبريل», حي 7 نيسان: a day that something is named for."""
    opening = next((k for k in range(at - 1, max(-1, at - 4), -1) if line.plain(k) == '"'), None)
    if opening is not None and (end := line.name_in_quotes(opening)) is not None and opening < at < end:
        return True
    first = at - 1 if line.items[at - 1].word.kind == "word" else at - 2
    return first >= 0 and line.stem(first) in _NAMED_FOR_DAYS and not line.items[first].sense.cut.article


_NAMED_FOR_DAYS = plain_set(
    "حي شارع ساحة ميدان جسر مدرسة مدينة جامعة مشفى مستشفى حركة كتيبة لواء كتائب ائتلاف ثورة ملعب حديقة دوار مخيم"
)


def of_total(line: Line, trigger: Trigger, window: tuple[int, int]) -> tuple[int, int]:
    """ارتفعت الحصيلة إلى 203 بعد استشهاد خمسة في غارة على دير البلح: the total is not of that town."""
    first, last = window
    behind = (at for at in range(trigger.last, last) if line.plain(at) in {"بعد", "اثر", "عقب", "عقبها"})
    return first, next(behind, last)


_BREAKS = small.CONTRAST - {"حين"} | {";"}


def bounds(line: Line, trigger: Trigger) -> tuple[int, int]:
    """The words of a happening's own clause: from the break before it to the break behind it."""
    first, last = 0, len(line.items)
    for at in range(trigger.at - 1, 0, -1):
        if line.plain(at) in _BREAKS:
            first = at
            break
    for at in range(trigger.last, len(line.items)):
        if line.plain(at) in _BREAKS or _rises(line, at):
            last = at
            break
    return first, last
