"""Who had it from whom: نقلت وكالة عن طبيب, قال نقلاً عن الناجين, إذاعة نقلت عن السائق, وصلني من ابن خالتي."""

from dataclasses import replace

from vigil.model.claim import Certainty, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.sources import is_witness, source_behind

_TELLERS = frozenset({"نقل", "روي"})
_QUALIFIED = 2
"""Words at most that say more of an agency before of whom it has it."""


def told_by(line: Line, frame: Frame) -> Frame | None:
    """نقلت وكالة عن طبيب قوله: the second speaker."""
    if frame.source is None:
        return None
    if frame.trailing:
        return _had_from(line, frame)
    if not any(_hands_on(line, k) for k in range(frame.at, min(frame.at + 3, len(line.items)))):
        return None
    at = _behind_qualified(line, line.index(frame.source.end))
    if line.plain(at) != "عن":
        return None
    source, end, unnamed = source_behind(line, at + 1)
    if source is None:
        return None
    first = line.index(source.begin)
    return Frame(
        at,
        end,
        len(line.items),
        line.words(at, at + 1),
        "say",
        None,
        source,
        unnamed,
        begin=at,
        end=end,
        firsthand=is_witness(line, first, end),
    )


def _hands_on(line: Line, at: int) -> bool:
    speech = line.items[at].sense.speech
    return speech is not None and speech.lemma in _TELLERS


def _behind_qualified(line: Line, at: int) -> int:
    """وكالة «شمسان واير» الناطقة بالإنجليزية عن المرصد: where عن may stand, behind an agency."""
    for _ in range(_QUALIFIED):
        if line.plain(at) != "عن" and (line.plain(at).startswith(("ال", "بال")) or line.plain(at) == '"'):
            at += 1
    return at


def _had_from(line: Line, frame: Frame) -> Frame | None:
    """بحسب إذاعة محلية نقلت عن السائق, وفق ما نقلته وكالة عن المرصد: of whom the one behind it has it."""
    at = line.index(frame.source.end) if frame.source is not None else len(line.items)
    at += line.plain(at) in small.RELATIVE
    told = any(_hands_on(line, k) for k in range(frame.at, min(frame.at + 3, at)))
    if told:
        at = _behind_qualified(line, at) - 1
    if at + 1 >= len(line.items) or line.plain(at) == "نقلا" or line.plain(at + 1) != "عن":
        return None
    if not told and not _hands_on(line, at):
        return None
    source, end, unnamed = source_behind(line, at + 2, trailing=True)
    if source is None:
        return None
    first = line.index(source.begin)
    return replace(
        frame,
        at=at,
        cue=line.words(at + told, at + 2),
        source=source,
        unnamed=unnamed,
        certainty=None,
        cited=True,
        begin=at,
        end=end,
        firsthand=is_witness(line, first, end),
    )


def citing(line: Line, frame: Frame) -> Frame | None:
    """قال المدير، نقلاً عن الناجين، إن: of whom the speaker has it."""
    if frame.way != "say" or frame.trailing or frame.source is None:
        return None
    for at in range(frame.at + 1, frame.end - 2):
        if line.plain(at) == "نقلا" and line.plain(at + 1) == "عن":
            source, _, unnamed = source_behind(line, at + 2)
            if source is None:
                return None
            first = line.index(source.begin)
            seen = is_witness(line, first, first + 2)
            return Frame(
                at,
                frame.end,
                len(line.items),
                line.words(at, at + 2),
                "say",
                Certainty.WITNESSED if seen else None,
                source,
                unnamed,
                begin=frame.begin,
                end=frame.end,
                firsthand=seen,
            )
    return None


def reached(line: Line, at: int, cue: Span) -> Frame | None:
    """وصلني من ابن خالتي يقول: what reached whoever writes is his who sent it."""
    if line.plain(at + 1) != "من":
        return None
    source, end, unnamed = source_behind(line, at + 2)
    if source is None or line.items[at + 2].sense.place:
        return None
    for k in range(at + 3, min(end + 4, len(line.items))):
        if (saying := line.items[k].sense.speech) is not None and saying.way == "say":
            if line.index(source.end - 1) >= k:
                source = line.words(at + 2, k)
            end = k + 1
            break
    return Frame(at, end, len(line.items), cue, "say", None, source, unnamed, begin=at, end=end)
