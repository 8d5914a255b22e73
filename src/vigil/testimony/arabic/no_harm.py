"""Where nobody was hurt, a verb away from its negation: لم ترصد المستشفيات أي إصابات, لم تسفر الغارة عن ضحايا."""

from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set

_CAUSES = plain_set(
    """
    يسفر تسفر يخلف تخلف يوقع توقع يتسبب تتسبب يؤد تؤد يؤدي تؤدي يسبب تسبب يسمح تسمح نسمح ينجم تنجم ينتج يلحق
    تلحق يوقعا يسفرا تحدث يحدث
    """
)
_TELLS = plain_set(
    """
    يسجل تسجل نسجل يوثق توثق نوثق يرصد ترصد نرصد يعلن تعلن يبلغ تبلغ يذكر تذكر يرد ترد يفد تفد تتحدث يتحدث يشر
    تشر سجلنا سجلت رصدنا وثقنا
    """
)
_NO = frozenset({"لم", "ما", "لا", "لن"})
_SOME = plain_set("أي أية بأي لأي وقوع سقوط تسجيل حدوث أحد")
_INTO = frozenset({"عن", "الي", "في", "ب", "من"})
_SIGNS = frozenset({",", ";", ":", "."})
_NOT_WHETHER = plain_set(
    """
    عدد العدد حصيلة هوية هويات أسماء تفاصيل مصير جنسية سبب أسباب ظروف ملابسات مسؤولية مسؤوليته مسؤوليتها عدا سوى إلا فقط
    """
)
"""لم تعلن عدد القتلى, لم تسجل سوى ثلاثة: of how many or who, and not that there were none."""
_STRIKES = plain_set("استهدف استهدفت طال طالت ضرب ضربت هز هزت وقع وقعت سقط سقطت شنه شنتها شنها شنته أصاب أصابت")
_FARTHEST = 12


def none_told_of(line: Line, trigger: Trigger) -> int | None:  # noqa: PLR0911 - one case after another reads best
    """The negation, with the subject of its verb between: لم يسفر القصف العنيف عن أي إصابات.

    Of a verb of telling only where what it tells is of nobody known: لم يعلن الجيش مقتل القائد denies nothing.
    """
    at = trigger.at
    if line.items[at].sense.cut.article or (line.items[at].sense.cut.conjunction and not _is_listed(line, at)):
        return None
    any_one = line.plain(at - 1) in _SOME
    governed = line.plain(at - 1 - any_one) in _INTO or line.prep(at) == "ب"
    for k in range(at - 1, max(-1, at - _FARTHEST), -1):
        word = line.plain(k)
        if word in _SIGNS or word in small.CONTRAST or word in _NOT_WHETHER:
            return None
        if line.plain(k - 1).removeprefix("و").removeprefix("ف") in _NO:
            if word in _CAUSES:
                return k - 1
            if word in _TELLS:
                return k - 1 if any_one or trigger.role == "counted" else None
        if word in small.RELATIVE and not governed:
            return None
        struck = word in _STRIKES and line.plain(k - 1) in small.RELATIVE
        sense = line.items[k].sense
        if sense.speech is not None and sense.cut.conjunction:
            return None
        if not struck and (sense.verb or sense.light or sense.number or line.items[k].word.kind == "number"):
            return None
    return None


def _is_listed(line: Line, at: int) -> bool:
    """قتلى وجرحى: joined to another such noun; not عن نتيجة، وقتل ثلاثة."""
    before = line.items[at - 1].sense.noun if at else None
    return before is not None and line.items[at].sense.verb is None


def brings(line: Line, trigger: Trigger) -> bool:
    """لم توقع الغارة ضحايا: the strike was; what it did not bring were those hurt."""
    at = trigger.at
    return (
        trigger.role == "deed"
        and line.items[at].sense.cut.article
        and line.plain(at - 1) in _CAUSES
        and line.plain(at - 2).removeprefix("و").removeprefix("ف") in _NO
    )
