"""Where what a saying covers ends before its sentence: at a turn to another voice, at what was done already."""

from collections.abc import Sequence
from dataclasses import replace

from vigil.model.claim import Certainty
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.words import plain_set

_TURNS = frozenset({"لكن", "ولكن", "بل", "لكنه", "لكنها", "بس"})
_ANSWERED = frozenset({Certainty.CLAIMED, Certainty.DENIED, Certainty.ALLEGED})


_OF_WHAT_IS_NOT_YET = frozenset({"ask", "threaten", "plan", "fear"})


def _tells(line: Line, at: int) -> bool:
    """طلب منهم الإخلاء، وبعد ساعة دمرت غارة مبنى: a verb of what was done, behind a comma and و."""
    if line.plain(at) != "," or not line.plain(at + 1).startswith("و"):
        return False
    for k in range(at + 1, min(at + 6, len(line.items))):
        verb = line.items[k].sense.verb
        if verb is not None and verb.form is not None and verb.form.tense == "perfect":
            return True
        if line.plain(k) == ",":
            return False
    return False


def _is_since(line: Line, at: int) -> bool:
    """تعتزم إخلاء المخيم بعد أن قُتل فيه حارس: what went before it."""
    word, following = line.plain(at), line.plain(at + 1)
    if word not in _SINCE and not (word in {"بعد", "منذ"} and following in {"ان", "ما"}):
        return False
    verb = at + 1 + (word not in _SINCE)
    verb += line.plain(verb) == "قد"
    return line.is_word(verb) and (_is_past(line, verb) or line.plain(verb)[:1] not in {"ي", "ت", "ن", "ا"})


def _is_done(line: Line, at: int) -> bool:
    """يخطط لقصف المخيم فقصفه التنظيم, مهاجمة القوات التي قتلت قائده: told of in the past, and no plan."""
    if is_who(line, at):
        return _is_past(line, at + 1)
    return line.plain(at).startswith("ف") and line.items[at].sense.cut.conjunction == "ف" and _is_past(line, at)


def is_who(line: Line, at: int) -> bool:
    """الذين, اللي, إلي; not إلى, "to", though it is written الي in plain letters."""
    return line.plain(at) in small.RELATIVE and line.written_end(at) != "ى"


def is_over(line: Line, frame: Frame, at: int) -> bool:
    """طالبت بمحاسبة الجنود الذين قتلوا 12, هدد بالرد بعد مقتل جنديين: done before it was asked, feared or planned."""
    if frame.way not in _OF_WHAT_IS_NOT_YET or at <= frame.at:
        return False
    before = line.plain(at - 1)
    if line.plain(at) in _LOSSES and (before in _BEHIND or (before in {"عن", "في"} and _is_looked_into(line, at))):
        return True
    if _is_past(line, at) and (is_who(line, at - 1) or _and_did(line, frame, at)):
        return True
    since = any(_is_since(line, k) for k in range(frame.at + 1, at))
    return since and (_is_past(line, at) or (line.items[at].sense.verb is None and line.plain(at - 1) in {"ان", "ما"}))


def _and_did(line: Line, frame: Frame, at: int) -> bool:
    """هددونا بالقتل وقتلوا ابني: the very same did, as وا or a ت says; not هددوا بقتل وخطف."""
    verb = line.items[at].sense.verb
    if verb is None or verb.form is None or line.items[at].sense.cut.conjunction not in {"و", "ف"}:
        return False
    return verb.form.person in {"3p", "3fs"} and not any(_brings_in(line, k) for k in range(frame.at + 1, at))


def _brings_in(line: Line, at: int) -> bool:
    """تخشى أن يكونوا عذبوه وقتلوه; not هددوا بأن يقتلوا الرهائن وأعدموا واحداً."""
    if line.plain(at).removeprefix("ب") not in small.COMPLEMENT:
        return False
    following = line.plain(at + 1)
    return following[:1] not in {"ي", "ت", "ن"} or following.startswith(("يكون", "تكون"))


_LOSSES = plain_set("مقتل استشهاد إصابة وفاة مصرع اختطاف خطف قتل اغتيال مجزرة تعذيب اغتصاب اعتقال")
_BEHIND = plain_set("بعد عقب إثر منذ")
_LOOKED_INTO = plain_set(
    """
    المسؤولين مسؤولين المسؤول المتورطين متورطين الضالعين ضالعين المتهمين التحقيق تحقيق بالتحقيق للتحقيق بتحقيق
    """
)


def _is_looked_into(line: Line, at: int) -> bool:
    """محاسبة المسؤولين عن مقتل, تحقيق مستقل في مقتل."""
    return any(line.plain(k) in _LOOKED_INTO for k in range(max(0, at - 5), at - 1))


def _is_past(line: Line, at: int) -> bool:
    verb = line.items[at].sense.verb if at < len(line.items) else None
    return verb is not None and verb.form is not None and verb.form.tense == "perfect"


_SINCE = frozenset({"بعدما", "عقبما"})


def until_contrast(line: Line, frame: Frame, last: int) -> int:
    """لكن after what is claimed or denied is the author's answer to it; حين and بينما always turn to another voice."""
    for at in range(frame.first, last):
        word = line.plain(at)
        if frame.way in _OF_WHAT_IS_NOT_YET and at > frame.at and _tells(line, at):
            return at
        if frame.way == "plan" and at > frame.at and (_is_since(line, at) or _is_done(line, at)):
            return at
        if at > frame.at and word in {"بينما", "فيما"} and line.plain(at - 1) in {",", ""}:
            return at
        if at > frame.at and word == "حين" and line.plain(at - 1) == "في" and line.plain(at - 2) == ",":
            return at - 1
        turns = word in _TURNS or (word in {"غير", "الا"} and line.plain(at + 1) == "ان")
        if turns and at > frame.at and frame.certainty in _ANSWERED:
            return at
    return last


def of_the_wrong(line: Line, frame: Frame, wrong: Sequence[int]) -> Frame:
    """قُتل 20، لا 200 كما زعمت القناة: of the figure that is taken back, and not of the one that stands."""
    if not frame.trailing or line.plain(frame.at) not in {"كما", "مثلما"}:
        return frame
    near = [at for at in wrong if 0 < frame.at - at <= _BESIDE]
    return replace(frame, first=near[-1]) if near else frame


_BESIDE = 2
