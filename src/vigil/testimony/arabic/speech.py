"""Who says what: words of saying with their source, what they cover, and how surely they say it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vigil.model.claim import Actor, Certainty, Polarity, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import force_at
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.speech_words import ACCORDING, SpeechWord
from vigil.testimony.arabic.words import fold_word


@dataclass(frozen=True, slots=True)
class Frame:
    """One saying, and the words of its sentence [first, last) that it covers.

    Attributes:
        at: The word of the cue: frames stand inside one another in this order.
        certainty: None where it is neutral.
        source: None where the author or nobody named speaks.
        unnamed: "Reports", "it is said": somebody nobody names.
        silent: It adds no speaker of its own: it only says how surely its speaker has it.
        polarity: The mood it puts what it covers in.
        accused: Whom it makes responsible.
        trailing: It stands behind what it covers, and outside everything in it.
        back: It covers what came before as well.
        adopts: The speaker owns up to it.
    """

    at: int
    first: int
    last: int
    cue: Span
    way: str
    certainty: Certainty | None = None
    source: Span | None = None
    unnamed: bool = False
    silent: bool = False
    polarity: Polarity | None = None
    accused: tuple[Actor, ...] = ()
    trailing: bool = False
    direct: bool = False
    firsthand: bool = False
    back: bool = False
    begin: int = -1  # where the frame itself begins, source included
    end: int = -1  # where the content of a leading frame begins


_ACCORDING = tuple(sorted((tuple(each.split()) for each in ACCORDING), key=len, reverse=True))
_WITNESSES = frozenset(
    fold_word(word) for word in "شاهد شاهدة شهود عيان ناجون ناجين ناج ناجية ناجيات الناجون الناجين الشهود".split()
)
_HEADLINE_SOURCES = frozenset(
    fold_word(word)
    for word in (
        "منظمة وكالة مصدر مصادر مدير رئيس وزير وزارة ناطق متحدث المتحدث الناطق الدفاع المرصد الأمم ناشطون ناشط شهود مسؤول شبكة صحيفة مراسل مراسلنا لجنة اللجنة المفوضية مكتب"
        " الجيش مجلس الخارجية الهلال الصليب يونيسف اليونيسف رويترز الشبكة محافظ قائد سكان أهالي طبيب الصحة الأونروا أوتشا هيئة مركز المركز الإعلام إعلام الداخلية الرئاسة الكرملين البيت"
    ).split()
)
_ADDRESS = frozenset(
    fold_word(word)
    for word in "اليوم أمس أيضا الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الاثنين الإثنين مساء صباح صباحا أول".split()
)
_SOURCE_END = frozenset(
    fold_word(word)
    for word in (
        "قوله قولها قولهم قائلا قائلة قائلين مقتل صحة وجود تنفيذ أي الحديث الاتهامات الأنباء التقارير مسؤولية مسؤوليته مسؤوليتها ضد إن أن وهو وهي بأنها بأنه وذلك عدم وقفا وقف عن خلال عبر بشأن حول"
        " تخصيص فرض لوكالة لقناة لصحيفة لإذاعة بيان المسؤولية باللوم"
    ).split()
)
_BY_REPORT = frozenset(fold_word(word) for word in ("وفق", "وفقا", "حسب", "بحسب"))


def frames(line: Line, before: Span | None) -> list[Frame]:
    """The sayings of a sentence, in the order of their cues.

    Args:
        before: The source that spoke last, for "he added that".
    """
    found: list[Frame] = []
    at = 0
    while at < len(line.items):
        frame = _according(line, at) or _saying_noun(line, at, found) or _verb(line, at, found, before)
        if frame is None and at > 0 and line.plain(at) == ":" and not found:
            frame = _headline(line, at)
        if frame is not None:
            found.append(frame)
            at = max(at + 1, frame.end if frame.end > at and not frame.trailing else at + 1)
        else:
            at += 1
    return _bounded(line, found)


def _bounded(line: Line, found: Sequence[Frame]) -> list[Frame]:
    """What a frame covers ends where another begins that stands beside it, not in it."""
    bounded: list[Frame] = []
    for n, frame in enumerate(found):
        last, first = frame.last, frame.first
        for other in found[n + 1 :]:
            if _beside(line, other) and other.begin > frame.at:
                last = min(last, other.begin)
                break
        if frame.back or frame.trailing:
            for other in reversed(found[:n]):
                if _beside(line, other) and other.begin > 0 and not other.trailing:
                    first = max(first, other.begin)
                    break
        last = _until_contrast(line, frame, last)
        bounded.append(_with(frame, first=first, last=max(last, first)))
    return bounded


def _until_contrast(line: Line, frame: Frame, last: int) -> int:
    """لكن after what is claimed or denied is the author's answer to it; حين and بينما always turn to another voice."""
    for at in range(frame.first, last):
        word = line.plain(at)
        if at > frame.at and word in {"بينما", "فيما"} and line.plain(at - 1) in {",", ""}:
            return at
        if at > frame.at and word == "حين" and line.plain(at - 1) == "في" and line.plain(at - 2) == ",":
            return at - 1
        if at > frame.at and frame.certainty in {Certainty.CLAIMED, Certainty.DENIED, Certainty.ALLEGED}:
            if word in {"لكن", "ولكن", "بل", "لكنه", "لكنها", "بس"} or (
                word in {"غير", "الا"} and line.plain(at + 1) == "ان"
            ):
                return at
    return last


def _beside(line: Line, frame: Frame) -> bool:
    """It begins a clause of its own: joined by و or a comma, and no complement of what is said before."""
    begin = frame.begin
    if begin <= 0:
        return True
    conjunction = line.items[begin].sense.cut.conjunction
    before = line.plain(begin - 1)
    if frame.trailing:
        return False
    if conjunction == "و" and frame.way != "see":
        return True
    return before in {"لكن", "ولكن", "حين", "فيما", "بينما", ";"} or (before == "," and frame.begin == frame.at)


def _with(frame: Frame, **changes: object) -> Frame:
    values = {name: getattr(frame, name) for name in Frame.__slots__} | changes
    return Frame(**values)  # type: ignore[arg-type]


def _according(line: Line, at: int) -> Frame | None:
    """بحسب ناشطين, كما قال محام, نقلاً عن طبيب."""
    for phrase in _ACCORDING:
        if all(
            line.plain(at + n) == word or (n == 0 and line.plain(at) == f"و{word}") for n, word in enumerate(phrase)
        ):
            break
    else:
        return None
    begin = at + len(phrase)
    clause = phrase[-1] in {"ما", "لما", "حسبما", "وفقما", "كما"}
    certainty: Certainty | None = None
    if clause:
        speech = line.items[begin].sense.speech if begin < len(line.items) else None
        if speech is None or speech.way not in {"say", "see"}:
            return None
        certainty = speech.certainty
        begin += 1
    elif line.is_word(begin) and (
        line.items[begin].sense.verb or line.items[begin].sense.light or line.items[begin].sense.speech
    ):
        return None
    source, end, unnamed = _source(line, begin, trailing=True)
    if source is None and not unnamed:
        return None
    leading = at == 0 or line.plain(at - 1) in {",", ":"} and at < 3
    comma = line.plain(end) == ","
    nested = phrase[:2] == ("نقلا", "عن") and line.plain(end) in small.COMPLEMENT
    if leading and (comma or nested) or nested:
        return Frame(at, end, len(line.items), line.words(at, at + len(phrase)), "say", certainty, source, unnamed, begin=at, end=end,
                     firsthand=_is_witness(line, begin, end))  # fmt: skip
    return Frame(
        at, 0, len(line.items), line.words(at, at + len(phrase)), "say", certainty, source, unnamed,
        trailing=True, begin=at, end=end, firsthand=_is_witness(line, begin, end),
    )  # fmt: skip


def _headline(line: Line, colon: int) -> Frame | None:
    """الدفاع المدني: مقتل ثلاثة."""
    begin = 0
    for at in range(colon):
        if line.items[at].word.kind in {"sign", "latin", "mention"} and line.plain(at) not in {'"', "(", ")"}:
            begin = at + 1
    first = line.items[begin] if begin < colon else None
    if first is None or colon - begin > 8 or first.text in {"عاجل", "تصحيح"}:
        return None
    known = any(
        line.stem(at) in _HEADLINE_SOURCES or line.plain(at) in _HEADLINE_SOURCES or line.items[at].sense.actor
        for at in range(begin, colon)
    )
    if not known or any(line.items[at].sense.noun or line.items[at].sense.verb for at in range(begin, colon)):
        return None
    return Frame(colon, colon + 1, len(line.items), line.items[colon].word.span, "say", None, line.words(begin, colon), begin=begin,
                 end=colon + 1, direct=line.plain(colon + 1) == '"', firsthand=_is_witness(line, begin, colon))  # fmt: skip


def _saying_noun(line: Line, at: int, found: Sequence[Frame]) -> Frame | None:
    """أنباء عن, تقارير تفيد بـ, اتهامات بـ."""
    item = line.items[at]
    if not item.sense.saying or item.sense.verb:
        return None
    if any(frame.at < at < frame.end for frame in found):
        return None
    end = at + 1
    unsure = False
    while line.is_word(end) and end < at + 8:
        text = line.plain(end)
        if text == "غير" and line.plain(end + 1).startswith(("موكد", "موثق", "مثبت")):
            unsure = True
            end += 2
            continue
        if (
            text in {"عن", "بان", "ان", "بانها", "بانه", "بشان", "حول"}
            or line.items[end].sense.noun
            or line.items[end].sense.verb
        ):
            break
        if line.items[end].sense.small and text not in small.RELATIVE:
            return None
        end += 1
    else:
        return None
    certainty = (
        Certainty.UNVERIFIED if unsure else Certainty.ALLEGED if item.stem.startswith("اتهام") else Certainty.REPORTED
    )
    if item.stem.startswith("تقدير"):
        certainty = None  # type: ignore[assignment]
    if item.stem.startswith(("مزاعم", "ادعاء")):
        certainty = Certainty.CLAIMED
    return Frame(
        at,
        end,
        len(line.items),
        line.words(at, at + 1),
        "say",
        certainty,
        line.words(at, at + 1),
        unnamed=True,
        begin=at,
        end=end,
    )


def _verb(line: Line, at: int, found: Sequence[Frame], before: Span | None) -> Frame | None:
    item = line.items[at]
    speech = item.sense.speech
    if speech is None or item.sense.small or item.word.kind != "word" or (item.sense.verb and speech.way != "retract"):
        return None
    if speech.lemma == "حمل" and not any(
        line.stem(n).startswith("مسوولي") for n in range(at, min(at + 14, len(line.items)))
    ):
        return None
    if any(frame.trailing and frame.at <= at < frame.end for frame in found):
        return None
    handler = {"say": _say, "see": _see, "accuse": _accuse}.get(speech.way, _mood)
    return handler(line, at, speech, found, before)


def _say(line: Line, at: int, speech: SpeechWord, found: Sequence[Frame], before: Span | None) -> Frame | None:
    cue = line.words(at, at + 1)
    first_person = speech.form.person in {"1s", "1p"}
    source, end, unnamed = (None, at + 1, False) if first_person else _source(line, at + 1)
    begin = at
    opens = _opens(line, end)
    if source is None and not unnamed and not first_person:
        start, source, unnamed = _subject_before(line, at)
        if source is not None or unnamed:
            begin = start
        elif _quotation_before(line, at):
            source = before
        elif speech.form.person == "3p" or (
            speech.form.tense == "imperfect" and line.plain(at - 1) in {"عم", ""} and speech.form.person == "3p"
        ):
            unnamed = True
        elif line.plain(at) in {"يقال", "قيل", "ذكر", "افيد", "يحكي", "تردد"} and opens:
            unnamed = True
        elif opens and (line.items[at].sense.cut.conjunction or at == 0) and before is not None:
            source = before
        elif not opens:
            return None
        else:
            unnamed = speech.form.tense == "imperfect"
    if (
        not opens
        and not _speaks_of_event(line, end)
        and not _quotation_before(line, at)
        and not _parenthesis(line, at, end)
    ):
        return None
    quoted = _quotation_before(line, at)
    trailing = quoted or _parenthesis(line, at, end)
    first, last = (0, at) if trailing else (end, len(line.items))
    direct = quoted or any(line.plain(n) == '"' for n in range(end, min(end + 3, len(line.items))))
    who = line.index(source.begin) if source is not None and line.span.begin <= source.begin else 0
    witness = source is not None and _is_witness(line, who, who + 3)
    certainty = speech.certainty
    if witness and certainty is None:
        certainty = Certainty.WITNESSED
    return Frame(at, first, last, cue, "say", certainty, source, unnamed, silent=first_person, trailing=trailing,
                 direct=direct, firsthand=witness, begin=begin, end=end)  # fmt: skip


def _see(line: Line, at: int, speech: SpeechWord, found: Sequence[Frame], before: Span | None) -> Frame | None:
    """رأيت, شفت: the speaker was there."""
    inside = any(frame.first <= at < frame.last and not frame.silent for frame in found)
    if speech.form.person not in {"1s", "1p"} and not (inside and speech.form.tense == "perfect"):
        return None
    return Frame(
        at,
        at + 1,
        len(line.items),
        line.words(at, at + 1),
        "see",
        Certainty.WITNESSED,
        silent=True,
        firsthand=True,
        begin=at,
        end=at + 1,
    )


def _accuse(line: Line, at: int, speech: SpeechWord, found: Sequence[Frame], before: Span | None) -> Frame | None:
    """اتهم فلان فلاناً بقتل; حمّل فلان فلاناً مسؤولية قتل."""
    stop = at + 1
    while stop < len(line.items) and not _ends_accused(line, stop):
        stop += 1
    start = None
    for k in range(stop - 1, at, -1):
        force = force_at(line, k)
        if force is not None and force.last <= stop and _starts_phrase(line, at, k):
            start = k
            break
    accused: tuple[Actor, ...] = ()
    source_end = stop
    if start is not None:
        force = force_at(line, start)
        accused = force.actors if force else ()
        source_end = start
    while source_end > at + 1 and line.plain(source_end - 1) in {'"', "«", ",", "و"}:
        source_end -= 1
    source = line.words(at + 1, source_end) if source_end > at + 1 else None
    begin = at
    if source is None:
        begin, source, _ = _subject_before(line, at)
    return Frame(at, stop, len(line.items), line.words(at, at + 1), "accuse", Certainty.ALLEGED, source, unnamed=source is None,
                 accused=accused, begin=begin, end=stop)  # fmt: skip


def _ends_accused(line: Line, at: int) -> bool:
    item = line.items[at]
    if item.sense.cut.preposition == "ب" and (item.sense.noun or not item.sense.actor):
        return True
    if not item.sense.known and item.text.startswith("ب") and len(item.text) > 4 and line.plain(at - 1) != "من":
        return True
    return item.text in {"بان", "مسووليه", "ب", "."} or item.text in small.COMPLEMENT


def _starts_phrase(line: Line, at: int, k: int) -> bool:
    """It begins a phrase: no complement of the word before, and behind no preposition."""
    if k == at + 1:
        return False
    before = line.items[k - 1]
    if before.text in small.PREPOSITIONS or line.items[k].sense.cut.preposition:
        return False
    if before.word.kind != "word":
        return True
    if line.items[k].sense.cut.article and not before.text.startswith("ال"):
        return False
    # The word before begins a name of a force that this one goes on with.
    return not any(
        (force := force_at(line, j)) is not None and force.last > k
        for j in range(max(at + 1, k - 4), k)
        if j > at + 1 or j == k - 1
    )


def _mood(line: Line, at: int, speech: SpeechWord, found: Sequence[Frame], before: Span | None) -> Frame | None:
    """Denials, threats, plans, calls, fears, guesses, withdrawals."""
    polarity = {
        "deny": Polarity.NOT_HAPPENED, "threaten": Polarity.THREATENED, "plan": Polarity.PLANNED, "ask": Polarity.ASKED_FOR,
        "fear": Polarity.FEARED,
    }.get(speech.way)  # fmt: skip
    first_person = speech.form.person in {"1s", "1p"}
    source, end, unnamed = (None, at + 1, False) if first_person else _source(line, at + 1)
    begin = at
    impersonal = source is None and not unnamed and not first_person
    if impersonal:
        begin, source, unnamed = _subject_before(line, at)
        impersonal = source is None and not unnamed
    if impersonal and speech.way in {"deny", "threaten"} and before is not None:
        source = before
    silent = first_person or (impersonal and source is None) or speech.way == "plan"
    if speech.way == "plan":
        source = None
    if (
        speech.way == "fear"
        and speech.lemma == "حذر"
        and not any(line.plain(n) in {"من", "ان"} for n in range(end, end + 2))
    ):
        return None
    return Frame(at, end, len(line.items), line.words(at, at + 1), speech.way, speech.certainty, source, unnamed, silent=silent,
                 polarity=polarity, begin=begin, end=end)  # fmt: skip


def _opens(line: Line, at: int) -> bool:
    """What is said begins here."""
    word = line.plain(at)
    if word in small.COMPLEMENT or word in {":", '"'}:
        return True
    if word in {"عن", "الي", "علي", "من", "قوله", "قولها", "قولهم", "قايلا", "قايله", "ب"}:
        return True
    return line.is_word(at) and line.items[at].sense.cut.preposition == "ب"


def _speaks_of_event(line: Line, at: int) -> bool:
    """A noun of what happened is its object: أعلن مقتل; or a figure: أحصى ستين."""
    for k in range(at, min(at + 3, len(line.items))):
        item = line.items[k]
        if item.word.kind == "number" or item.sense.noun or item.sense.person or item.sense.verb or item.sense.light:
            return True
        if item.sense.small and item.text not in small.OTHERS:
            break
    return line.is_word(at) and line.stem(at) in {"سقوط", "وقوع", "مسووليه", "مسووليته", "وقف", "وقفا"}


def _quotation_before(line: Line, at: int) -> bool:
    return line.plain(at - 1) == '"' or (line.plain(at - 1) == "," and line.plain(at - 2) == '"')


def _parenthesis(line: Line, at: int, end: int) -> bool:
    """..., تقول الشبكة."""
    return at > 2 and line.plain(at - 1) == "," and (end >= len(line.items) or line.plain(end) in {".", ",", "!"})


def _is_witness(line: Line, first: int, last: int) -> bool:
    return any(
        line.plain(k) in _WITNESSES or line.stem(k) in _WITNESSES for k in range(first, min(last, len(line.items)))
    )


def _source(line: Line, begin: int, *, trailing: bool = False) -> tuple[Span | None, int, bool]:
    """The subject behind a verb of saying: its words, where it ends, and whether it names nobody."""
    at = begin
    while line.is_word(at) and (line.plain(at) in _ADDRESS or line.plain(at) in {"كذلك", "بدوره", "بدورها", "ايضا"}):
        at += 1
    first = at
    quote = False
    while at < len(line.items) and at - first < 14:
        item = line.items[at]
        if item.word.kind != "word":
            if (
                item.text in {"(", ")", "-"}
                and at > first
                or item.word.kind == "number"
                and trailing is False
                and at > first
                and False
            ):
                at += 1
                continue
            break
        if _ends_source(line, at, first, trailing=trailing):
            break
        at += 1
    end = at
    while end > first and (
        line.plain(end - 1) in _ADDRESS
        or line.items[end - 1].sense.time
        or line.plain(end - 1) in {"(", "-", "في", "من", "يوم", "عن"}
    ):
        end -= 1
    after = _skip_aside(line, at)
    if end == first or quote:
        return None, after, False
    if line.items[first].sense.saying and line.stem(first) not in {"شهادات"}:
        qualified = line.stem(first) == "مصادر" and end > first + 1
        return line.words(first, end), after, not qualified
    return line.words(first, end), after, False


def _skip_aside(line: Line, at: int) -> int:
    """Words between a source and what it says: في بيان, لوكالة رويترز, يوم الخميس, and an apposition between commas."""
    k = at
    for _ in range(24):
        if line.plain(k) in small.COMPLEMENT or line.plain(k) in {":", '"'}:
            return k
        k += 1
        if k >= len(line.items) or line.items[k].sense.verb or (line.items[k].sense.noun and k - at < 1):
            break
        if line.items[k].sense.noun and line.plain(k - 1) not in small.PREPOSITIONS:
            break
    return at


def _ends_source(line: Line, at: int, first: int, *, trailing: bool) -> bool:
    item = line.items[at]
    text, sense = item.text, item.sense
    if (
        text in small.COMPLEMENT
        or text in _SOURCE_END
        or text in small.CONTRAST
        or text in small.RELATIVE
        and at == first
    ):
        return True
    if text == "في" or sense.cut.preposition == "في":
        following = line.items[at + 1] if at + 1 < len(line.items) else None
        return following is None or following.stem in small.STATEMENTS or following.sense.time or at == first
    if text in {"الي", "علي"} or (text == "من" and at == first):
        return True
    if text in small.NOT or text in small.IF:
        return True
    if sense.time and not sense.place:
        return True
    if sense.noun and sense.noun.role != "counted" and not (sense.cut.article and at > first):
        return not (trailing and at == first)
    if (sense.verb or sense.light) and not sense.actor and not sense.person and at > first:
        return True
    if at == first and (sense.verb or sense.light) and not sense.actor and not sense.person:
        return True
    if sense.cut.preposition == "ب" and (sense.noun or not sense.place):
        return True
    if sense.cut.preposition == "ل" and at == first:
        return not trailing
    if not sense.known and text.startswith("ب") and at > first and len(text) > 4 and text[1:3] == "ال":
        return True
    if (
        sense.speech
        and not sense.cut.article
        and at > first
        and sense.speech.form.tense == "perfect"
        and text not in {"بين", "حمل"}
        and not sense.person
    ):
        return sense.speech.form.person != "3ms" or line.plain(at + 1) in small.COMPLEMENT
    return False


_CLAUSE_STARTS = small.COMPLEMENT | small.CONTRAST | frozenset({",", ":", ".", '"', ";", "حين"})


def _subject_before(line: Line, at: int) -> tuple[int, Span | None, bool]:
    """The subject before a verb: المرصد أفاد."""
    begin = at
    while begin > 0 and at - begin < 10:
        before = line.items[begin - 1]
        if before.text in _CLAUSE_STARTS or before.word.kind not in {"word"}:
            break
        if (
            (before.sense.verb or before.sense.light or before.sense.speech)
            and not before.sense.cut.article
            and not before.sense.person
        ):
            break
        begin -= 1
        if before.sense.cut.conjunction == "و":
            break
    while begin < at and (
        line.plain(begin) in {"قد", "عم", "لقد", "كان", "ما", "لم", "لا", "وقد"} or line.items[begin].sense.time
    ):
        begin += 1
    end = at
    while end > begin and line.plain(end - 1) in {"قد", "عم", "كان", "كانوا", "كانت", "لم", "لا", "ما", "لن"}:
        end -= 1
    if begin >= end:
        return at, None, False
    first = line.items[begin]
    if first.sense.noun and not first.sense.person or first.text in small.PREPOSITIONS or first.text in small.NOT:
        return at, None, False
    if first.sense.saying and not (first.stem == "مصادر" and end - begin > 1):
        return begin, line.words(begin, end), True
    return begin, line.words(begin, end), False
