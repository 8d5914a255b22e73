"""Where nobody was hurt, a verb away from its negation: لم ترصد المستشفيات أي إصابات, لم تسفر الغارة عن ضحايا."""

from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set

_OF_ITS_OWN = {
    form: prepositions
    for forms, prepositions in (
        ("يسفر تسفر يسفرا", {"عن"}),
        ("يؤد تؤد يؤدي تؤدي", {"الي", "ل"}),
        ("يتسبب تتسبب", {"في", "ب"}),
        ("يسمح تسمح نسمح", {"ب"}),
    )
    for form in plain_set(forms)
}
"""Verbs that bring what stands right behind their own preposition, and nothing else: لم تسفر غارة عن قتلى."""
_BRINGS = plain_set("يخلف تخلف يوقع توقع يوقعا يسبب تسبب يلحق تلحق")
_COMES_OF = plain_set("ينجم تنجم ينتج تنتج")
_HAPPENS = plain_set("تحدث يحدث")
_CAUSES = _BRINGS | _HAPPENS | _COMES_OF | frozenset(_OF_ITS_OWN)
_TELLS = plain_set(
    """
    يسجل تسجل نسجل يوثق توثق نوثق يرصد ترصد نرصد يعلن تعلن يبلغ تبلغ يذكر تذكر يرد ترد يفد تفد تتحدث يتحدث يشر
    تشر سجلنا سجلت رصدنا وثقنا
    """
)
_NO = frozenset({"لم", "ما", "لا", "لن"})
_SOME = plain_set("أي أية بأي لأي وقوع سقوط تسجيل حدوث أحد")
_APART = plain_set("رغم برغم بعد قبل منذ عقب إثر بسبب نتيجة جراء وسط مع حتى لأن أن إن إذا هل على")
"""Between the negation and what happened they open what is not denied: لم تسفر المحادثات عن شيء رغم مقتل 12."""
_ALIKE = plain_set("كهذه كهذا كتلك كذلك مثلها مثله")
"""لم تقع مجزرة كهذه: one there was."""
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
    begin = _first_listed(line, at)
    any_one = line.plain(begin - 1) in _SOME
    while line.plain(begin - 1) in _SOME:
        begin -= 1
    before = line.prep(begin) or ("ب" if line.plain(begin) == "باي" else line.plain(begin - 1))
    for k in range(at - 1, max(-1, at - _FARTHEST), -1):
        word = line.plain(k)
        if word in _SIGNS or word in small.CONTRAST or word in _NOT_WHETHER:
            return None
        if line.plain(k - 1).removeprefix("و").removeprefix("ف") in _NO:
            if word in _CAUSES:
                return k - 1 if _brought(line, trigger, word, before, k) else None
            if word in _TELLS:
                told = any_one or (trigger.role == "counted" and not _is_of_known(line, trigger))
                return k - 1 if told else None
        if word in _APART and (before not in _INTO or word in _CLAUSES):
            return None
        if word in small.RELATIVE and before not in _INTO:
            return None
        struck = word in _STRIKES and line.plain(k - 1) in small.RELATIVE
        sense = line.items[k].sense
        if sense.speech is not None and sense.cut.conjunction:
            return None
        if not struck and (sense.verb or sense.light or sense.number or line.items[k].word.kind == "number"):
            return None
    return None


_CLAUSES = plain_set("رغم برغم لأن أن إن إذا هل")


def _brought(line: Line, trigger: Trigger, verb: str, before: str, at: int) -> bool:
    """The عن of لم تسفر, the object of لم توقع; not the اعتقال of لم يؤد اعتقال الناشط إلى شيء."""
    own = _OF_ITS_OWN.get(verb)
    if own is not None:
        return before in own
    if verb in _COMES_OF:  # لم ينتج عن القصف ضحايا
        return before != "عن" and line.plain(at + 1).startswith("عن")
    if verb in _HAPPENS:
        return line.plain(trigger.last) not in _ALIKE
    return trigger.role != "deed" or at != trigger.at - 1


def _is_of_known(line: Line, trigger: Trigger) -> bool:
    """إصابات المدنيين, ضحايا القصف: of those known, who are left untold."""
    if not line.is_word(trigger.last):
        return False
    word, sense = line.plain(trigger.last), line.items[trigger.last].sense
    if sense.time or sense.cut.preposition:
        return False
    return sense.cut.article or word.endswith(("ها", "هم"))


def _first_listed(line: Line, at: int) -> int:
    """Where قتلى أو جرحى, of which one is denied with the other, begins."""
    first = at
    while first and (line.items[first].sense.cut.conjunction or line.plain(first - 1) == "او"):
        behind = first - 1 - (line.plain(first - 1) == "او")
        if behind < 0 or line.items[behind].sense.noun is None:
            break
        first = behind
    return first


def _is_listed(line: Line, at: int) -> bool:
    """قتلى وجرحى: joined to another such noun; not عن نتيجة، وقتل ثلاثة."""
    before = line.items[at - 1].sense.noun if at else None
    return before is not None and line.items[at].sense.verb is None


def brings(line: Line, trigger: Trigger) -> bool:
    """لم توقع الغارة ضحايا, لم تسفر غارة أمس عن ضحايا: the strike was; what it did not bring were those hurt."""
    at = trigger.at
    return (
        trigger.role == "deed"
        and line.plain(at - 1) in (_CAUSES if line.items[at].sense.cut.article else _CAUSES - _HAPPENS)
        and line.plain(at - 2).removeprefix("و").removeprefix("ف") in _NO
    )
