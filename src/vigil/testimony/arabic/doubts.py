"""Words that say a thing could not be verified, has no evidence, or is not so: لم يتسن التحقق, لا صحة ل."""

from typing import NamedTuple

from vigil.model.claim import Span
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.words import plain_set


class Doubt(NamedTuple):
    """A doubt about words [first, last) of a sentence.

    Attributes:
        words: The words of doubt.
        source: Who could not verify it, if anybody is named.
        evidence: It is evidence that is missing.
        denies: It says that it is not so.
        back: It speaks of what came before it.
    """

    first: int
    last: int
    words: Span
    source: Span | None = None
    evidence: bool = False
    denies: bool = False
    back: bool = False


_VERIFY = plain_set("التحقق التأكد التثبت تأكيد تأكيدات تأكيده التأكيد تحقق بالتحقق توكيد نتأكد")
_SURE = plain_set("تأكدنا مأكد مؤكد مؤكدة نتأكد تأكد متأكدين مأكدة موثقة موثوقة مثبتة")
_FAILS = plain_set(
    """
    يستطيع تستطيع نستطيع يمكنه يمكنها يتسن يتسنى تتمكن يتمكن نتمكن تستطع يستطع نستطع يمكن
    يتم تتم يكن ترد يرد تعذر يتعذر تعذرت استطاعت
    تصدر يصدر
    """
)
_EVIDENCE = plain_set("دليل أدلة الدليل دلائل إثبات")
_NOT = plain_set("لم لا ما تعذر يتعذر دون بدون غير مو مش لن وما ولم ولا ليس لعدم")
_FIGURES = plain_set("عدد أعداد رقم أرقام حصيلة بدقة")
_THIS = plain_set(
    """
    ذلك هذا هذه منه منها الخبر الأمر المعلومات الرقم الأرقام الحصيلة الرواية الأنباء صحتها صحته المزاعم
    الحادثة ذلك.
    """
)


def doubts(line: Line) -> list[Doubt]:
    """The doubts of a sentence."""
    found: list[Doubt] = []
    for at in range(len(line.items)):
        unknown = _not_known(line, at)
        if unknown is not None:
            found.append(unknown)
            continue
        word = line.plain(at)
        bare = word.removeprefix("و")
        if bare not in _NOT and word not in _NOT:
            continue
        doubt = _verify(line, at) or _evidence(line, at) or _not_so(line, at) or _not_sure(line, at)
        if doubt is not None:
            found.append(doubt)
    return found


def _not_known(line: Line, at: int) -> Doubt | None:
    """مانعرفش صح ولا لا, مدري صحيح: of what was told before."""
    word = line.plain(at).removeprefix("و")
    end = at + 1 + (word in _NOT and line.plain(at + 1) in _KNOW)
    if word not in _UNKNOWN and end == at + 1:
        return None
    true = next((k for k in range(end, min(end + 4, len(line.items))) if line.plain(k) in _TRUE), None)
    return Doubt(0, at, line.words(at, true + 1), back=at == 0) if true is not None else None


_UNKNOWN = plain_set("مانعرفش معرفش مدري ماعرف مابعرف مادري ماندري ماأدري منعرفش مبعرفش")
_KNOW = plain_set("نعرف بعرف أعرف أدري ندري منعرف بنعرف تعرف نعلم أعلم بتعرف")
_TRUE = plain_set("صح صحيح الصحيح صحيحة مظبوط مضبوط دقيق دقيقة أكيد صدق صحته صحتها حقيقة الحقيقة صادق")


def _verify(line: Line, at: int) -> Doubt | None:
    """لم يتسن لرويترز التحقق من ..."""
    for k in range(at + 1, min(at + 9, len(line.items))):
        if line.plain(k) in _VERIFY:
            if (
                k > at + 1
                and not any(line.plain(n) in _FAILS for n in range(at, k))
                and line.plain(at) not in {"دون", "بدون"}
            ):
                return None
            break
        if line.plain(k) in {".", ",", ":"}:
            return None
    else:
        return None
    if any(line.stem(n) in _FIGURES for n in range(k + 1, min(k + 4, len(line.items)))):
        return None  # لم نتمكن من التحقق من العدد: of how many, and not of whether
    source = _source(line, at, k)
    cue = Span(line.words(at, at + 1).begin, line.items[k].word.end)
    last = len(line.items)
    tells = any(item.sense.noun or item.sense.verb for item in line.items[k + 1 :])
    if not tells:
        return Doubt(0, at, cue, source, back=True)
    return Doubt(k, last, cue, source)


def _source(line: Line, at: int, verify: int) -> Span | None:
    begin, end = None, verify
    for k in range(at + 1, verify):
        if line.plain(k) in _FAILS:
            begin = k + 1
        elif line.plain(k) in {"من", "بشكل", "بصوره", "رسميه", "رسمي", "فوري", "علي"}:
            end = min(end, k)
    if begin is None or begin >= end or line.plain(begin) in {"لنا", "لي"}:
        return None
    span = line.words(begin, end)
    if line.plain(begin).startswith("ل") and not line.items[begin].sense.known:
        span = Span(span.begin + 1, span.end)
    return span if line.plain(begin) not in _VERIFY else None


_FINDS = plain_set(
    "يوجد توجد يملك تملك نملك يعثر تعثر نعثر يعثروا يجد تجد نجد يجدوا يتوصل تتوصل يقدم تقدم يتوفر تتوفر يظهر تظهر"
)
_SHOWS = plain_set("يثبت يؤكد يدل يشير يوحي يدعم")
_SEEKS = 7
"""Words behind "did not find" in which the evidence is named."""


def _not_found(line: Line, at: int) -> Doubt | None:
    """لم تعثر اللجنة على دليل على, لم يجد المحققون ما يثبت: whoever looked for it may stand between."""
    if line.plain(at + 1) not in _FINDS:
        return None
    for k in range(at + 2, min(at + 2 + _SEEKS, len(line.items))):
        word = line.plain(k)
        if word in {",", ":", "."} or line.items[k].sense.verb:
            return None
        if word in _EVIDENCE or (word == "ما" and line.plain(k + 1) in _SHOWS):
            cue = Span(line.words(at, at + 1).begin, line.items[k].word.end)
            return Doubt(k + 1, _until_another(line, k + 1), cue, evidence=True)
    return None


def _evidence(line: Line, at: int) -> Doubt | None:
    if (found := _not_found(line, at)) is not None:
        return found
    for k in range(at + 1, min(at + 4, len(line.items))):
        if line.plain(k) in _EVIDENCE:
            if line.plain(k + 1) in {
                "علي",
                "يثبت",
                "يوكد",
                "يشير",
                "حتي",
                "لحد",
                "انو",
                "ان",
                "انه",
                "انها",
                "بان",
                "بانو",
            }:
                cue = Span(line.words(at, at + 1).begin, line.items[k].word.end)
                return Doubt(k + 1, _until_another(line, k + 1), cue, evidence=True)
            return None
        if line.plain(k) not in {"يوجد", "توجد", "اي", "هناك", "يتوفر", "تتوفر", "وجود", "من", "في"}:
            return None
    return None


def _until_another(line: Line, at: int) -> int:
    """Where another voice begins: لا دليل على اختطافهم, في حين يقول الأهالي."""
    for k in range(at + 1, len(line.items)):
        turns = line.plain(k) in {"بينما", "فيما"} or (line.plain(k) == "حين" and line.plain(k - 1) == "في")
        if turns and any(line.items[n].sense.speech is not None for n in range(k + 1, min(k + 4, len(line.items)))):
            return k
    return len(line.items)


def _not_so(line: Line, at: int) -> Doubt | None:
    """لا صحة لما يتداول عن ..."""
    if line.plain(at).removeprefix("و") not in {"لا", "ليس", "غير", "مو", "مش"}:
        return None
    if line.plain(at + 1) in {"صحيح", "صحيحه"} and line.plain(at + 2) in {",", ".", "!", ""}:
        return None  # لا مش صحيح، ماتوا أربعة: of what was told before
    if line.plain(at + 1) in {"صحه", "صحيحا", "صحيح", "اساس", "صحيحه"}:
        cue = line.words(at, at + 2)
        tells = len(line.items) - at > 4 or any(item.sense.noun or item.sense.verb for item in line.items[at + 2 :])
        return Doubt(at + 2, len(line.items), cue, denies=True) if tells else None
    return None


def _not_sure(line: Line, at: int) -> Doubt | None:
    """بس ما تأكدنا, غير مؤكدة, ما فيه شي مؤكد."""
    behind = at + 1 + (line.plain(at + 1) in {"في", "فيه", "هناك", "يوجد"})
    if line.plain(behind) in {"شي", "شيء", "شييا", "حاجه", "خبر"} and line.plain(behind + 1) in {
        "موكد",
        "اكيد",
        "موكده",
        "اكيده",
    }:
        return Doubt(0, at, line.words(at, behind + 2), back=at == 0)
    if line.plain(at + 1) in _SURE or line.plain(at + 1).startswith("متاكد"):
        if (
            line.plain(at).removeprefix("و") == "غير"
            and at + 3 < len(line.items)
            and line.items[max(0, at - 1)].sense.saying
        ):
            return None  # the noun of saying has it
        return Doubt(0, at, line.words(at, at + 2))
    return None
