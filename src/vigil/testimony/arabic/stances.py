"""Stances: accusations, denials, threats, plans, calls, fears, guesses and withdrawals, with whom they name."""

from vigil.model.claim import Actor, Certainty, Polarity, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import force_at
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.sources import BODIES, source_behind, subject_before
from vigil.testimony.arabic.speech_words import ADDING, SpeechWord
from vigil.testimony.arabic.words import plain_set

_AND_THEIRS = plain_set("وحلفاءه وحلفاءها وحلفائه وحلفاؤه وميليشياته ومليشياته وميليشياتها وأعوانه وأنصاره")
"""Whoever is accused, and theirs: الجيش وحلفاءه."""


def accusation(  # noqa: PLR0912 - one case after another reads best
    line: Line, at: int, before: Span | None
) -> Frame | None:
    """اتهم فلان فلاناً بقتل; حمّل فلان فلاناً مسؤولية قتل; إن فلاناً اتهم فلاناً بقتل.

    Args:
        before: Who spoke last: "and accused the army" is of them.
    """
    stop = at + 1
    while stop < len(line.items) and not _ends_accused(line, stop):
        stop += 1
    start = None
    alone = stop - 1 if line.plain(stop - 1) in _AND_THEIRS else stop
    for k in range(stop - 1, at, -1):
        force = force_at(line, k)
        if force is not None and force.last <= stop and _starts_phrase(line, at, k):
            start = k
            break
    begin = at
    subject: Span | None = None
    if start is None and _is_one_force(line, at + 1, stop):
        begin, subject, _ = subject_before(line, at)
        if subject is None and line.items[at].sense.cut.conjunction:
            subject = before
        start = at + 1 if subject is not None else None
    if (
        start is None
        and stop - at > 2
        and (last_force := force_at(line, alone - 1)) is not None
        and last_force.last in {alone, stop}
    ):
        start = alone - 1  # تتهم بغداد التنظيم بخطف
    accused: tuple[Actor, ...] = ()
    source_end = stop
    speech = line.items[at].sense.speech
    if start is None and before is not None and speech is not None and speech.form.object in {"ه", "ها", "هم"}:
        accused = (Actor(text=line.text[before.begin : before.end], span=before),)  # فيما اتهمه ناشطون بقتل
    if start is not None:
        force = force_at(line, start)
        accused = force.actors if force else ()
        source_end = start
    while source_end > at + 1 and line.plain(source_end - 1) in {'"', "«", ",", "و"}:
        source_end -= 1
    source = line.words(at + 1, source_end) if source_end > at + 1 else subject
    if line.plain(at) in ADDING:  # متهماً الجيش بقتلهم: so does whoever spoke before
        force = force_at(line, at + 1)
        source, accused = before, accused or (force.actors if force is not None else ())
    if source is None and _of_the_accused(line, at):
        return None
    if source is None:
        begin, source, _ = subject_before(line, at)
    if source is None and line.items[at].sense.cut.conjunction == "و":
        source = before  # نفى المصدر، واتهم «مجموعات إرهابية»
    return Frame(
        at,
        stop,
        len(line.items),
        line.words(at, at + 1),
        "accuse",
        Certainty.ALLEGED,
        source,
        unnamed=source is None,
        accused=accused,
        begin=begin,
        end=stop,
    )


def _is_one_force(line: Line, first: int, last: int) -> bool:
    """Whether words [first, last) name one force and nobody beside it: its object, where its subject stands before."""
    force = force_at(line, first) if first < last else None
    return force is not None and force.last >= last


def _of_the_accused(line: Line, at: int) -> bool:
    """رجال اتهموهم بمساعدة: said in passing of the men before it, who accuse nobody."""
    speech, before = line.items[at].sense.speech, line.items[at - 1].sense if at else None
    if speech is None or not speech.form.object or before is None or before.person is None:
        return False
    return not before.cut.article and not before.person.armed


def _ends_accused(line: Line, at: int) -> bool:
    item = line.items[at]
    if item.sense.cut.preposition == "ب" and (item.sense.noun or not item.sense.actor):
        return True
    if not item.sense.known and item.text.startswith("ب") and len(item.text) > 4 and line.plain(at - 1) != "من":
        return True
    return item.text in {"بان", "مسووليه", "المسووليه", "ب", "."} or item.text in small.COMPLEMENT


def _starts_phrase(line: Line, at: int, k: int) -> bool:
    """It begins a phrase: no complement of the word before, and behind no preposition."""
    if k == at + 1:
        return False
    before = line.items[k - 1]
    if before.text in small.PREPOSITIONS or line.items[k].sense.cut.preposition:
        return False
    if before.word.kind != "word":
        return True
    if before.text.endswith(("ون", "ين")) and before.sense.actor is None:
        return True  # اتهم ناشطون الدعم السريع: with its ن it has no complement
    if line.items[k].sense.cut.article and not before.text.startswith("ال"):
        return False
    # The word before begins a name of a force that this one goes on with.
    return not any(
        (force := force_at(line, j)) is not None and force.last > k
        for j in range(max(at + 1, k - 4), k)
        if j > at + 1 or j == k - 1
    )


def stance(line: Line, at: int, speech: SpeechWord, before: Span | None) -> Frame | None:
    """Denials, threats, plans, calls, fears, guesses, withdrawals."""
    if speech.way == "suppose" and line.plain(at) == "توقع" and line.plain(at + 1) not in small.COMPLEMENT:
        return None  # غارات توقع ثمانية شهداء
    if speech.lemma == "كذب" and not line.is_word(at + 1):
        return None  # المعبر كذب: it is a lie, and nobody denies what comes behind the comma
    if speech.lemma in {"سحب", "عدل"} and not any(
        line.stem(k) in _WORDS_TAKEN_BACK for k in range(at + 1, min(at + 4, len(line.items)))
    ):
        return None  # سحبوا 13 جثة
    polarity = {
        "deny": Polarity.NOT_HAPPENED,
        "threaten": Polarity.THREATENED,
        "plan": Polarity.PLANNED,
        "ask": Polarity.ASKED_FOR,
        "fear": Polarity.FEARED,
    }.get(speech.way)
    first_person = speech.form.person in {"1s", "1p"}
    source, end, unnamed = (None, at + 1, False) if first_person else source_behind(line, at + 1)
    if speech.way == "threaten" and speech.form.person == "3p" and source is not None and line.items[at + 1].sense.kin:
        source, end = None, at + 1  # هددوا أخي: their object, for they are in the verb
    if speech.lemma == "حذر" and (against := _warned_of(line, at, end)) is not None:
        source, end, unnamed = line.words(at + 1, against), against, False
    if speech.way == "ask" and source is not None:
        source = _before_addressee(line, source)
    if speech.way == "retract" and source is not None and line.stem(line.index(source.begin)) in _WORDS_TAKEN_BACK:
        source, end = None, at + 1  # ليصحح حصيلته: whoever corrects stands before it
    if speech.way == "adopt" and source is not None:
        source, end = _before_deed(line, source, end)
    begin = at
    impersonal = source is None and not unnamed and not first_person
    if impersonal and not (speech.way == "suppose" and at and line.items[at - 1].sense.noun):  # غارة يُعتقد أن
        begin, source, unnamed = subject_before(line, at)
        impersonal = source is None and not unnamed
    goes_on = speech.way == "fear" and line.items[at].sense.cut.conjunction == "و"  # ويحذر من مجزرة
    if impersonal and (speech.way in {"deny", "threaten"} or goes_on) and before is not None:
        source = before
    silent = first_person or (impersonal and source is None) or speech.way == "plan"
    planner = force_at(line, at + 1) if speech.way == "plan" else None
    if speech.way == "plan":
        source = None
    if (
        speech.way == "fear"
        and speech.lemma == "حذر"
        and not any(line.plain(n) in {"من", "ان"} for n in range(end, end + 2))
    ):
        return None
    return Frame(
        at,
        end,
        len(line.items),
        line.words(at, at + 1),
        speech.way,
        speech.certainty,
        source,
        unnamed,
        silent=silent,
        accused=planner.actors if planner is not None else (),
        polarity=polarity,
        begin=begin,
        end=end,
    )


def _before_deed(line: Line, source: Span, end: int) -> tuple[Span, int]:
    """تبنى التنظيم الهجوم الذي: who owns up to it, and where the deed begins."""
    first, last = line.index(source.begin), line.index(source.end - 1) + 1
    for at in range(first + 1, last):
        noun = line.items[at].sense.noun
        if noun is not None and noun.role in {"deed", "masdar"} and line.items[at].sense.cut.article:
            return Span(source.begin, line.items[at - 1].word.end), at
    return source, end


def _warned_of(line: Line, at: int, end: int) -> int | None:
    """The من of حذر فلان من وقوع مجزرة, where it was taken for a word of who warns."""
    found = [k for k in range(at + 2, end) if line.plain(k) == "من"]
    return found[-1] if found else None


_WORDS_TAKEN_BACK = plain_set(
    """
    تصريح تصريحات تصريحه تصريحاته تصريحاتها كلام كلامه كلامي بيان بيانه بيانها اتهام اتهامه اتهامها رواية روايته روايتها
    شهادة شهادته شهادتها اعتراف اعترافه أقواله أقوالها حصيلة حصيلته حصيلتها رقم عدد خبر منشور
    """
)
_ADDRESSED = plain_set(
    """
    المجتمع المنظمات السلطات الحكومة الأطراف الدول العالم الأمم الصليب الهلال الهيئات الفصائل النظام جميع كل
    المانحين الجهات مجلس الأونروا اليونيسف الوسطاء الضامنين
    """
)


def _before_addressee(line: Line, source: Span) -> Span:
    """ناشد الأهالي المنظمات: who calls, without those called upon."""
    first, last = line.index(source.begin), line.index(source.end - 1) + 1
    for at in range(first + 1, last):
        if line.plain(at) == "من" and line.items[at + 1].sense.person is not None:
            return Span(source.begin, line.items[at - 1].word.end)  # طلب الناطق من سكان البلدة
        of_it = line.stem(at - 1) in BODIES and not line.plain(at - 1).startswith("ال")  # منظمة الهلال
        if line.plain(at) in _ADDRESSED and line.plain(at - 1) not in small.PREPOSITIONS and not of_it:
            return Span(source.begin, line.items[at - 1].word.end)
    return source
