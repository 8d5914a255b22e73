"""Who says what: words of saying with their source, what they cover, and how surely they say it."""

from collections.abc import Sequence
from dataclasses import replace

from vigil.model.claim import Certainty, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.according import according
from vigil.testimony.arabic.actors import force_at, supposed
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.handing_on import citing, reached, told_by
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.lookalikes import is_no_verb
from vigil.testimony.arabic.sources import (
    ASKING,
    BODIES,
    BY_DOING,
    OF_IT,
    SAW,
    is_object,
    is_witness,
    source_behind,
    subject_before,
)
from vigil.testimony.arabic.speech_words import ADDING, SpeechWord
from vigil.testimony.arabic.stances import accusation, stance
from vigil.testimony.arabic.turning import until_contrast
from vigil.testimony.arabic.words import plain_set

_QUOTED = plain_set(
    """
    منظمة وكالة مصدر مصادر مدير مديرة مديرية رئيس رئيسة وزير وزارة ناطق متحدث متحدثة دفاع مرصد أمم ناشطون ناشط ناشطة
    ناشطين شهود مسؤول شبكة صحيفة مراسل مراسلنا لجنة لجان مفوضية مكتب جيش مجلس خارجية هلال صليب يونيسف رويترز محافظ
    قائد قيادة أركان سكان أهالي طبيب أطباء صحة أونروا أوتشا هيئة مركز إعلام داخلية رئاسة كرملين بيت تنسيقية غرفة
    رابطة نقابة اتحاد جمعية مؤسسة بلدية حركة حزب جبهة تجمع ائتلاف حملة مرصدنا قناة موقع تلفزيون إذاعة إسعاف
    خوذ حكومة شرطة نيابة محكمة لواء فصيل فريق برنامج مصفوفة أمانة سفارة محامون حقوقيون نشطاء مسعفون ذوو عائلة
    مستشفى مشفى إدارة دائرة غرف
    """
)
"""What people and bodies that are quoted are called, without the article."""


_OUTLETS = plain_set("صفحة قناة وكالة جريدة صحيفة مراسل مراسلة موقع منصة راديو إذاعة تلفزيون شبكة")
_TO_OUTLETS = plain_set("لصفحتنا لمراسلنا لمراسلتنا لموقعنا لرويترز للجزيرة للعربية لإذاعتنا لقناتنا لشبكتنا لنا لي")
"""مدير المشفى لصفحتنا: to whom it was said."""
_SO_IT_IS = frozenset({"هيك", "هيچ", "هكذا", "هيج", "كدا", "كده", "هيكي"})
"""هيك حكالي ابن خالتي: what was told before is his."""
_DASHES = frozenset({"-", "–", "—", "|"})
_MOST_OF_NAME = 8


def frames(line: Line, before: Span | None) -> list[Frame]:
    """The sayings of a sentence, in the order of their cues.

    Args:
        before: The source that spoke last, for "he added that".
    """
    found: list[Frame] = []
    at = 0
    while at < len(line.items):
        frame = according(line, at) or _saying_noun(line, at, found) or _verb(line, at, found, before)
        if frame is None and at > 0 and line.plain(at) == ":" and not found:
            frame = _headline(line, at)
        if frame is None and line.plain(at) in _DASHES and not found:
            frame = _signed(line, at)
        if frame is not None:
            found.append(frame)
            found += [each for each in (told_by(line, frame), citing(line, frame)) if each is not None]
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
        last = until_contrast(line, frame, last)
        if frame.way == "see" and line.quoted[frame.at] and not line.quoted[last - 1]:
            last = next(k for k in range(frame.at, last) if not line.quoted[k])  # not what is said outside the marks
        bounded.append(replace(frame, first=first, last=max(last, first)))
    return bounded


_AND_WE = frozenset({"وكلنا", "ونحن", "واحنا", "ونحنا", "وانا", "وجميعنا"})


def _beside(line: Line, frame: Frame) -> bool:
    """It begins a clause of its own: joined by و or a comma, and no complement of what is said before."""
    begin = frame.begin
    if begin <= 0:
        return True
    joined = line.items[begin].sense.cut.conjunction == "و" or line.plain(begin).startswith("وال")  # والداخلية
    before = line.plain(begin - 1)
    if frame.trailing:
        return False
    if before in {"وكان", "وكانت", "وكانوا", "وقد"}:
        return True
    if joined and (frame.way != "see" or line.plain(begin) in _AND_WE):
        return True
    return before in {"لكن", "ولكن", "حين", "فيما", "بينما", ";"} or (before == "," and frame.begin == frame.at)


def _headline(line: Line, colon: int) -> Frame | None:
    """الدفاع المدني: مقتل ثلاثة."""
    begin = 0
    for at in range(colon):
        if line.items[at].word.kind in {"sign", "latin", "mention"} and line.plain(at) not in {'"', "(", ")"}:
            begin = at + 1
    if line.plain(begin) in {"من", "عن"}:
        begin += 1  # نداء من سكان الحي:
    told_to = next((k for k in range(begin + 1, colon) if line.prep(k) == "ل" and line.stem(k) in _OUTLETS), colon)
    told_to = next((k for k in range(begin + 1, told_to) if line.plain(k) in _TO_OUTLETS), told_to)
    first = line.items[begin] if begin < colon else None
    if first is None or colon - begin > 8 or first.text in {"عاجل", "تصحيح"}:
        return None
    if not _names_body(line, begin, colon):
        return None
    return Frame(
        colon,
        colon + 1,
        len(line.items),
        line.items[colon].word.span,
        "say",
        None,
        line.words(begin, told_to),
        begin=begin,
        end=colon + 1,
        direct=line.plain(colon + 1) == '"',
        firsthand=is_witness(line, begin, colon),
    )


def _signed(line: Line, dash: int) -> Frame | None:
    """مقتل ثلاثة – الدفاع المدني: who says it, behind a dash at the end."""
    end = dash + 1
    while line.is_word(end):
        end += 1
    if dash < 2 or not 0 < end - dash - 1 <= _MOST_OF_NAME or any(line.is_word(k) for k in range(end, len(line.items))):
        return None
    if not _names_body(line, dash + 1, end):
        return None
    return Frame(
        dash,
        0,
        dash,
        line.items[dash].word.span,
        "say",
        None,
        line.words(dash + 1, end),
        trailing=True,
        begin=dash,
        end=end,
        firsthand=is_witness(line, dash + 1, end),
    )


def _names_body(line: Line, first: int, last: int) -> bool:
    """Whether words [first, last) are the name of somebody who is quoted, and tell of nothing."""
    names = any(
        line.stem(at).removeprefix("ال") in _QUOTED
        or line.plain(at).removeprefix("ال") in _QUOTED
        or line.items[at].sense.actor
        for at in range(first, last)
    )
    told = [
        at
        for at in range(first, last)
        if (line.items[at].sense.noun or line.items[at].sense.verb)
        and not any(line.items[k].sense.place for k in range(max(first, at - 2), at))  # مستشفى كمال عدوان
    ]
    # مصفوفة تتبع النزوح: a body named for what it follows begins with its own noun.
    named_for = line.stem(first) in BODIES and all(at > first and not line.items[at].sense.verb for at in told)
    return names and (not told or named_for)


_NO_SPEAKERS_OF = plain_set("النيران النار الطاقة المياه الدخل الرزق التمويل القصف الغذاء الكهرباء")
"""مصادر النيران: where the fire came from."""


def _saying_noun(line: Line, at: int, found: Sequence[Frame]) -> Frame | None:
    """أنباء عن, تقارير تفيد بـ, اتهامات بـ."""
    item = line.items[at]
    if not item.sense.saying or item.sense.verb:
        return None
    if any(frame.at < at < frame.end for frame in found):
        return None
    if item.stem == "مصادر" and line.plain(at + 1) in _NO_SPEAKERS_OF:
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
    certainty: Certainty | None = (
        Certainty.UNVERIFIED if unsure else Certainty.ALLEGED if item.stem.startswith("اتهام") else Certainty.REPORTED
    )
    if item.stem.startswith("تقدير"):
        certainty = None
    if item.stem.startswith(("مزاعم", "ادعاء", "شايع", "اشاع")):
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


def _verb(line: Line, at: int, found: Sequence[Frame], before: Span | None) -> Frame | None:  # noqa: PLR0911 - one case after another reads best
    item = line.items[at]
    speech = item.sense.speech
    if speech is None or item.sense.small or item.word.kind != "word" or (item.sense.verb and speech.way != "retract"):
        return None
    if line.plain(at) in {"حكي", "كلام", "خبر"} and line.plain(at - 1).removeprefix("و") in _THERE_IS:
        end = at + 1  # في حكي إنو: people say
        return Frame(at, end, len(line.items), line.words(at, end), "say", None, unnamed=True, begin=at, end=end)
    if is_no_verb(line, at, speech):
        return None
    if any(frame.trailing and frame.at <= at < frame.end for frame in found) or _hedges_force(line, at):
        return None
    named = [frame for frame in found if frame.source is not None and not frame.unnamed]
    named = [frame for frame in named if line.plain(frame.at - 1) != "ما" or not frame.trailing] or named
    before = named[-1].source if named else before  # تنفي ما تداولته صفحات, وتؤكد: of whoever denies
    if speech.way == "say":
        return _say(line, at, speech, before)
    if speech.way == "see":
        return _see(line, at, speech, found)
    return accusation(line, at, before) if speech.way == "accuse" else stance(line, at, speech, before)


def _hedges_force(line: Line, at: int) -> bool:
    """طائرات يُعتقد أنها روسية: said of the force alone."""
    if supposed(line, at) is not None:
        return True
    if not line.plain(at + 1).startswith(("انه", "بانه")):
        return False
    if at + 2 < len(line.items) and (line.items[at + 2].sense.verb or line.plain(at + 2) in small.NOT):
        return False  # الجيش يزعم أنه قتل: of what it did
    return any(
        (force := force_at(line, k)) is not None and force.hedged and force.first < at < force.last
        for k in range(max(0, at - 8), at)
    )


def _say(  # noqa: PLR0911, PLR0912, PLR0915 - one case after another reads best
    line: Line, at: int, speech: SpeechWord, before: Span | None
) -> Frame | None:
    cue = line.words(at, at + 1)
    first_person = speech.form.person in {"1s", "1p"}
    source, end, unnamed = (None, at + 1, False) if first_person else source_behind(line, at + 1)
    if speech.lemma == "كتب" and speech.form.person == "3fs" and source is not None and _is_somebodys(line, at + 1):
        source, end, unnamed, first_person = None, at + 1, False, True  # كتبت أسماءهم: I did
    begin = at
    if speech.form.person == "3p" and source is not None and not line.items[at].sense.cut.conjunction:
        # ناس قالوا الجيش ضرب, فارون أخبروا الجيش بأن: a verb of many stands behind its subject
        start, subject, nobody = subject_before(line, at)
        if subject is not None and not nobody:
            begin, source, unnamed = start, subject, False
            end = end if _opens(line, end) and speech.lemma in _TELLING_WHOM else at + 1
            return _said(line, at, speech, begin, source, end)
    if (
        speech.form.object
        and (line.plain(at - 1) in small.RELATIVE or line.plain(at - 1) == "ما")
        and source is not None
    ):
        return Frame(
            at, 0, len(line.items), cue, "say", speech.certainty, source, unnamed, trailing=True, begin=at, end=end
        )
    if line.plain(at + 1) in OF_IT and source is not None and at > 2 and line.is_word(at - 1):
        # في رسالة كشفت عنها الصحيفة: the paper has it of whoever else speaks
        return Frame(
            at, 0, len(line.items), cue, "say", speech.certainty, source, unnamed, trailing=True, begin=at, end=end
        )
    if line.plain(at - 1) in _SO_IT_IS and source is not None and at > 2:
        saw = is_witness(line, at + 1, end) or any(line.plain(k) in SAW for k in range(at, end + 4))
        certainty = Certainty.WITNESSED if saw else speech.certainty
        return Frame(
            at, 0, at - 1, cue, "say", certainty, source, unnamed, trailing=True, begin=at - 1, end=end, firsthand=saw
        )
    if line.plain(at - 1) == "عم" and not first_person:
        start, subject, nobody = subject_before(line, at - 1)
        if subject is not None and not nobody and start == 0:
            return _said(line, at, speech, start, subject, at + 1)  # الصحة عم تقول شهيد واحد
    if speech.lemma == "وصل":
        return reached(line, at, cue)
    if speech.lemma == "سمع":
        heard_of, behind, _ = source_behind(line, at + 2) if line.plain(at + 1) == "من" else (None, at + 1, True)
        behind = behind if heard_of is not None else at + 1
        where = next((k for k in range(at + 3, behind) if line.plain(k) == "في"), None)
        if where is not None:  # سمعت من طبيب في حمص: where it was, as much as where he is
            heard_of = line.words(at + 2, where)
        return Frame(
            at,
            behind,
            len(line.items),
            cue,
            "say",
            Certainty.REPORTED,
            heard_of,
            unnamed=heard_of is None,
            begin=at,
            end=behind,
        )
    if _in_dialect(line, at, speech):
        start, subject, nobody = subject_before(line, at)
        if subject is not None and not nobody and line.plain(start).removeprefix("و") not in _PEOPLE:
            return _said(line, at, speech, start, subject, at + 1)  # الجيران بيحكوا إنو
        return Frame(
            at, at + 1, len(line.items), cue, "say", speech.certainty, None, unnamed=True, begin=at, end=at + 1
        )
    others = speech.lemma == "اكد" and (line.plain(end) in {"صحه", "ما"} or line.plain(end).startswith("صحه"))
    opens = others or _opens(line, end) or (speech.lemma == "تلقي" and _receives(line, end))
    if source is None and speech.lemma == "تداول" and line.plain(at - 1) == "ما":
        unnamed = True  # ما يُتداول عن
    if source is None and not unnamed and not first_person:
        start, source, unnamed = (at, None, False) if line.plain(at) in ADDING else subject_before(line, at)
        if source is not None or unnamed:
            begin = start
        elif _quotation_before(line, at):
            source = before
        elif (caller := _caller(line, at, speech)) is not None:
            source = caller
        elif (
            speech.form.person == "3p"
            or (speech.form.tense == "imperfect" and line.plain(at - 1) in {"عم", ""} and speech.form.person == "3p")
            or (line.plain(at) in {"يقال", "قيل", "ذكر", "افيد", "يحكي", "تردد"} and opens)
        ):
            unnamed = True
        elif (
            (opens or _speaks_of_event(line, end))
            and (line.items[at].sense.cut.conjunction or at == 0 or line.plain(at) in ADDING)
            and before is not None
        ):
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
    witness = source is not None and (is_witness(line, who, who + 3) or line.plain(at + 1) in SAW)
    certainty = Certainty.CONFIRMED if others else speech.certainty
    if unnamed and any(line.plain(k) == "غير" for k in range(at + 1, min(at + 4, end))):
        certainty = Certainty.UNVERIFIED
    if witness and certainty is None:
        certainty = Certainty.WITNESSED
    return Frame(
        at,
        first,
        last,
        cue,
        "say",
        certainty,
        source,
        unnamed,
        silent=first_person,
        trailing=trailing,
        direct=direct,
        firsthand=witness,
        begin=begin,
        end=end,
    )


def _caller(line: Line, at: int, speech: SpeechWord) -> Span | None:
    """اختي اتصلت من جبل سنجار كالت: who called says it."""
    for k in range(at - 1, max(-1, at - _CALLED), -1):
        if line.plain(k) in {".", ";", ":"} or line.items[k].sense.speech is not None:
            return None
        if line.plain(k).removeprefix("و") in _CALLS and line.plain(k).endswith("ت") == (speech.form.person == "3fs"):
            _, source, nobody = subject_before(line, k)
            return source if not nobody else None
    return None


_CALLED = 9
_CALLS = plain_set("اتصل اتصلت كلمني كلمتني كلمنا كلمتنا دق دقت رن رنت بعث بعثت بعت بعتت خابر خابرت خابرني خابرتني")

_PEOPLE = plain_set("الناس ناس العالم الكل كلهم هم هنن هني انتو في وفي اكو")
_TELLING_WHOM = frozenset({"اخبر", "ابلغ"})


def _said(  # noqa: PLR0917 - one case after another reads best
    line: Line, at: int, speech: SpeechWord, begin: int, source: Span, end: int
) -> Frame:
    witness = is_witness(line, begin, at)
    certainty = speech.certainty or (Certainty.WITNESSED if witness else None)
    cue = line.words(at, at + 1)
    return Frame(at, end, len(line.items), cue, "say", certainty, source, begin=begin, end=end, firsthand=witness)


def _in_dialect(line: Line, at: int, speech: SpeechWord) -> bool:
    """بيقولوا, عم يحكو: people say, whoever stands behind it."""
    if speech.form.person != "3p" or speech.form.tense != "imperfect" or speech.form.object:
        return False
    if line.plain(at).startswith(("يقول", "يگول")) and line.plain(at - 1) in {"", ",", "?", "."}:
        return not line.plain(at + 1).startswith("ال")  # يقولوا خمسة قتلى
    return line.plain(at).startswith(("بي", "بقول", "بحك", "بيح")) or line.plain(at - 1) == "عم"


def _receives(line: Line, at: int) -> bool:
    return any(line.items[k].sense.saying for k in range(at, min(at + 3, len(line.items))))


def _see(line: Line, at: int, speech: SpeechWord, found: Sequence[Frame]) -> Frame | None:
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
        begin=at - 1 if line.plain(at - 1) in _AND_WE else at,
        end=at + 1,
    )


def _opens(line: Line, at: int) -> bool:
    """What is said begins here."""
    word = line.plain(at)
    if word in small.COMPLEMENT or word in {":", '"'} or word in ASKING or word in SAW:
        return True
    if line.is_word(at) and at > 1 and is_object(line, at):
        return True  # أبدى الحزب موافقته على اتفاق
    if word in {"عن", "الي", "علي", "من", "قوله", "قولها", "قولهم", "قايلا", "قايله", "ب"}:
        return True
    return line.is_word(at) and (line.items[at].sense.cut.preposition == "ب" or word in BY_DOING)


def _speaks_of_event(line: Line, at: int) -> bool:
    """A noun of what happened is its object: أعلن مقتل; or a figure: أحصى ستين."""
    at += line.plain(at) in _THERE_IS
    for k in range(at, min(at + 3, len(line.items))):
        item = line.items[k]
        if (
            item.word.kind == "number"
            or item.sense.number
            or item.sense.noun
            or item.sense.person
            or item.sense.verb
            or item.sense.light
        ):
            return True
        if item.sense.small and item.text not in small.OTHERS:
            break
    return line.is_word(at) and line.stem(at) in _OF_EVENTS


_OF_EVENTS = plain_set("تسجيل توثيق سقوط وقوع خروج دخول انسحاب مسؤولية مسؤوليته وقف وقفا")


def _is_somebodys(line: Line, at: int) -> bool:
    return line.plain(at).endswith(("هم", "هن", "ها")) and not line.plain(at).startswith("ال")


_THERE_IS = frozenset({"في", "فيه", "اكو", "هناك", "هنالك"})


def _quotation_before(line: Line, at: int) -> bool:
    return line.plain(at - 1) == '"' or (line.plain(at - 1) == "," and line.plain(at - 2) == '"')


def _parenthesis(line: Line, at: int, end: int) -> bool:
    """..., تقول الشبكة."""
    return at > 2 and line.plain(at - 1) == "," and (end >= len(line.items) or line.plain(end) in {".", ",", "!"})
