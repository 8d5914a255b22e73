"""Whether it is said to have happened: negation, condition, plan, call, fear, doubt, in the words around it."""

from typing import NamedTuple

from vigil.model.claim import Certainty, EventType, Polarity, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.lookalikes import is_concern
from vigil.testimony.arabic.no_harm import brings, none_told_of
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set


class Mood(NamedTuple):
    """How a happening is spoken of.

    Attributes:
        polarity: None where it is said to have happened.
        certainty: What words about it, not about who says it, make of it; None where they say nothing.
        words: Those that say so.
        hedges: The words that make it uncertain, or None.
    """

    polarity: Polarity | None = None
    certainty: Certainty | None = None
    words: Span | None = None
    hedges: Span | None = None


_CALLS = plain_set("نطالب نناشد ندعو نريد بدنا يجب ينبغي ضرورة لازم نرجو نتمنى نطلب أطالب أناشد عايزين")
_FEARS = plain_set(
    """
    خايفين خايف خائفون خائف مخاوف خشية خشيتها خشيته خشيتهم تخوف نخاف أخاف نخشى أخشى المخاوف قلق يخاف
    """
)
_PLANS = plain_set(
    """
    سوف رح راح ستبدأ سيبدأ سيتم ستتم يستعد تستعد يستعدون ستقوم سيقوم يعتزمون يخططون تمهيدا استعدادا
    ستجري سيجري المتوقع المنتظر مقرر المقرر المزمع حنبلش
    """
)
_WILL_BEGIN = plain_set("بتبلش بتبدأ ستبدأ هتبدأ حتبدأ ستدخل هتدخل تبلش رح راح")
_LIGHT_BETWEEN = plain_set(
    """
    يسقط تسقط تسجل يسجل تقع يقع ترد يرد يكن تكن أي أية من حدا أحد احد وقوع سقوط تسجيل أن ان تكون يكون قد
    يتم تتم تنفذ تنفيذ هناك إصابة بأي تقم يقم بعمليات يجر حتى الآن عن أو وجود قواته قواتها قواتنا فيش حد فيه فيها
    """
)
_BEGINS = plain_set("تدخل يدخل تبدأ يبدأ تسر يسر")
"""What a truce does not do where there is none: لم تدخل الهدنة حيز التنفيذ."""
_MUST = plain_set("وقف إنهاء رفع فك السماح إدخال فتح الإفراج إطلاق بوقف لوقف")
_STOPS = plain_set("يتوقف تتوقف يتوقفوا يوقف وقف وقفت ينقطع تنقطع يهدأ تهدأ هدأ يسكت")
_NOTICES = plain_set("إخطار إخطارات إنذار إنذارات أمر أوامر قرار قرارات حكم أحكام إشعار إشعارات")
_REACH = 5
_TOLD_AS_DONE = frozenset({"سمح", "نجا"})
"""مش راضيين يدخلوها, لم ينجُ أحد: with the negation it is told as done."""


def mood(line: Line, trigger: Trigger) -> Mood:  # noqa: PLR0911 - one case after another reads best
    """What the words of its clause make of a happening."""
    at = trigger.at
    negation = _denied(line, at, trigger)
    if negation is not None and any(line.plain(k) in _STOPS for k in range(negation + 1, min(negation + 3, at + 4))):
        negation = None  # القصف لم يتوقف
    if negation is not None:
        return Mood(Polarity.NOT_HAPPENED, None, line.words(negation, negation + 1))
    condition = _conditional(line, at, trigger)
    if condition is not None:
        return Mood(Polarity.CONDITIONAL, None, line.words(condition, condition + 1))
    for k in range(at - 1, max(-1, at - 9), -1):
        word = line.plain(k)
        if word in {";", ":", "."} or word in small.CONTRAST or (word == "بعد" and line.plain(k + 1) in {"ان", "ما"}):
            break
        if word in {"ما", "كما"} and (word == "كما" or line.plain(k - 1) in {"متل", "مثل", "زي"}):
            break  # خايفين يعتقلوا الشباب، متل ما اعتقلوا شباب جوبر
        fears = word in _FEARS or line.stem(k) in {"مخاوف", "خشيه"} or _is_fear(line, k)
        if fears and not is_concern(line, k) and not _is_told_beside(line, k, at, trigger):
            return Mood(Polarity.FEARED, Certainty.FEARED, line.words(k, k + 1), line.words(k, k + 1))
        stem = word.removeprefix("و")
        if (word in _CALLS or stem in _CALLS) and at - k <= 6:
            return Mood(Polarity.ASKED_FOR, None, line.words(k, k + 1))
    if trigger.noun and line.stem(at - 1) in _NOTICES and line.prep(at) == "ب":
        return Mood(Polarity.PLANNED, None, line.words(at - 1, at))  # إخطارات بهدم ستة منازل
    future = _future(line, at, trigger)
    if future is not None:
        return Mood(Polarity.PLANNED, None, line.words(future, future + 1))
    doubt = _doubted(line, at)
    if doubt is not None:
        span = line.words(doubt, doubt + 1)
        return Mood(None, Certainty.SUSPECTED, span, span)
    return Mood()


def _denied(line: Line, at: int, trigger: Trigger) -> int | None:
    """Where it is negated, was nearly done, or brought nobody to harm."""
    if trigger.lemma in _TOLD_AS_DONE:
        return None
    known = brings(line, trigger) or is_known(line, trigger)
    negation = None if known else _negated(line, at, trigger)
    if negation is None:
        negation = _nearly(line, at)
    return none_told_of(line, trigger) if negation is None and trigger.noun else negation


def _is_fear(line: Line, at: int) -> bool:
    """في خوف كبير إنو: a fear that something happens, and no fear felt at what did."""
    behind = {line.plain(k) for k in range(at + 1, min(at + 5, len(line.items)))}
    return line.plain(at) in {"خوف", "الخوف"} and bool(behind & (small.COMPLEMENT | {"انو", "انه"}))


def _is_told_beside(line: Line, fear: int, at: int, trigger: Trigger) -> bool:
    """وسط مخاوف من المجاعة قتل القصف 12: a verb of the past behind what is feared, which no أن brings in."""
    if trigger.form is None or trigger.form.tense != "perfect" or line.plain(fear + 1) not in {"من", "علي"}:
        return False
    between = {line.plain(k) for k in range(fear + 1, at)}
    return at - fear > _FEARED_THING and between.isdisjoint(_BROUGHT_IN)


_FEARED_THING = 2
_BROUGHT_IN = small.COMPLEMENT | (small.RELATIVE - {"الي"}) | {"ما", "انو", "تكون", "يكون"}


def _negated(line: Line, at: int, trigger: Trigger) -> int | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    for k in range(at - 1, max(-1, at - _REACH - 1), -1):
        word = line.plain(k)
        item = line.items[k]
        bare = item.sense.cut.stem if item.sense.known else word.removeprefix("و")
        if word in small.NOT or bare in small.NOT:
            if _is_still(line, k) or (word == "غير" and line.plain(k + 1) == "ان"):
                return None
            if bare in {"ما", "لا", "لما", "بلا"} and not _negates(line, k, at, bare):
                return None
            if bare == "لما" and line.plain(k + 1) == line.plain(at) and _is_perfect(line, at):
                return None  # لما ضربت الطيارة: when
            if bare == "ليس" and line.plain(k + 1) in {"من", "فقط"} and at - k > 2:
                return None
            if bare in _WITHOUT and any(
                line.plain(n).removeprefix("و") in _NOT_AT_ALL for n in range(max(0, k - 4), k)
            ):
                return None  # لم تمر ليلة دون قصف
            if bare == "دون" and line.plain(k - 1) not in {"من", "", ","} and at - k > 4:
                return None
            return k
        if word in small.COMPLEMENT and at - k == 1:
            continue
        if word == "في" and k == at - 1 and line.plain(k - 1).removeprefix("و") == "ما":
            return k - 1  # ما في إصابات
        if word in _LIGHT_BETWEEN or item.sense.time or bare in _LIGHT_BETWEEN:
            continue
        if trigger.event is EventType.CEASEFIRE and word in _BEGINS:
            continue
        if (
            item.sense.saying
            or item.sense.actor
            or (item.sense.person and trigger.form is not None)
            or item.sense.light
        ):
            continue
        return None
    if any(
        line.plain(k) in {"احدا", "حدا", "احد"} and line.plain(k - 1) in {"لا", "ما"} for k in range(max(0, at - 3), at)
    ):
        return at - 1
    return None


def _is_perfect(line: Line, at: int) -> bool:
    verb = line.items[at].sense.verb
    return verb is not None and verb.form is not None and verb.form.tense == "perfect"


def _is_still(line: Line, k: int) -> bool:
    return line.plain(k + 1) in small.STILL or line.plain(k + 1) in {"يقل", "تقل"} or line.plain(k - 1) in small.STILL


def _negates(line: Line, k: int, at: int, word: str) -> bool:
    """ما and لا negate a verb or noun just behind them; else ما is "what", as in ما أدى إلى."""
    following = line.items[k + 1].sense if k + 1 < len(line.items) else None
    if word == "ما":
        if line.plain(k - 1) in {
            "كل",
            "بعد",
            "قبل",
            "حسب",
            "وفق",
            "علي",
            "اثر",
            "بحسب",
            "وهو",
            ",",
            "هذا",
            *("لحد", "لغايه", "لين", "مثل", "متل", "زي", "اول", "وقت", "يوم", "بدل", "مع"),
        } and line.plain(k + 1) not in {"حدا", "في"}:
            return False
        if line.plain(k + 1) in {"ادي", "اسفر", "بين", "يقارب", "يزيد", "خلف", "اوقع", "تسبب", "يصل", "لا"}:
            return False
        return k + 1 == at or line.plain(k + 1) in {"حدا", "في", "عم", "تم", "فيش", "فيه", "حد"}
    if word == "لا":
        return k + 1 == at or line.plain(k + 1) in {"احد", "يوجد", "توجد"} or bool(following and following.noun)
    return True


_CONDITIONS = frozenset(front + word for word in small.IF - {"ان"} for front in ("", "و", "ف", "وف"))


def _conditional(line: Line, at: int, trigger: Trigger) -> int | None:
    for k in range(at - 1, -1, -1):
        word = line.plain(k)
        if word in _CONDITIONS or (word == "حال" and line.plain(k - 1) in {"في", "وفي"}):
            if line.prep(k + 1) == "ب" and word.removeprefix("و").removeprefix("ف") == "اذا":
                return None  # وإذا بالقذيفة تقتل أختي: behold
            bare = word.removeprefix("و").removeprefix("ف")
            if any(line.plain(n) in _INDEED for n in range(k + 1, at)):
                return None  # قال لو ما طلعتم نقتلكم، وفعلاً قتل جارنا
            past = (
                trigger.form is not None
                and trigger.form.tense == "perfect"
                and at - k > 6
                and not line.plain(at).startswith("ف")
            )
            return None if past and bare != "لو" else k
        if word in {".", ";"}:
            break
    return None


def _is_negated_before(line: Line, at: int) -> bool:
    """لم تمر ليلة دون قصف: there was shelling each night."""
    return any(line.plain(n).removeprefix("و") in _NOT_AT_ALL for n in range(max(0, at - 4), at))


_WITHOUT = frozenset({"دون", "بدون", "بلا"})
_NOT_AT_ALL = frozenset({"لم", "لا", "ما", "لن"})
_NEARLY = plain_set("كاد كادت كادوا يكاد تكاد يكادون أوشك أوشكت أوشكوا")


def is_known(line: Line, trigger: Trigger) -> bool:
    """لم يكن القتلى مسلحين, غير القتلى: they are dead, whatever they were not."""
    definite = trigger.role == "counted" and line.items[trigger.at].sense.cut.article
    return definite and (
        line.plain(trigger.at - 1) in _WERE or line.plain(trigger.at - 1).removeprefix("و") in _OTHER_THAN
    )


_WERE = plain_set("يكن تكن يكونوا كان كانت ليس ليست ان أن إن")
_OTHER_THAN = frozenset({"غير", "عدا", "ليس", "ليست"})


def _nearly(line: Line, at: int) -> int | None:
    """كاد القناص يقتلني, أوشكوا على إطلاق النار; not ما كاد يصل حتى قتلوه."""
    for k in range(at - 1, max(-1, at - _REACH), -1):
        word = line.plain(k)
        if word in {",", ";", ":", ".", "حتي"} or word in small.CONTRAST:
            return None
        if word in _NEARLY and line.plain(k - 1).removeprefix("و") not in _NOT_AT_ALL:
            return k
    return None


_CUTS = frozenset({"بس", "لكن", "ولكن", "لكنهم", "لكنه", "لكنها", "بل"})
_INDEED = frozenset({"فعلا", "وفعلا", "بالفعل", "وبالفعل"})


def _future(line: Line, at: int, trigger: Trigger) -> int | None:
    if trigger.form is not None and trigger.form.tense == "future":
        return at
    if trigger.event is EventType.CEASEFIRE:  # الهدنة بتبلش الأحد
        begins = range(trigger.last, min(trigger.last + 3, len(line.items)))
        if (behind := next((k for k in begins if line.plain(k) in _WILL_BEGIN), None)) is not None:
            return behind
    for k in range(at - 1, max(-1, at - 5), -1):
        word = line.plain(k)
        if word in _CUTS:
            break
        if word in _PLANS or word.removeprefix("و") in _PLANS:
            return k
        if word in small.COMPLEMENT or word in {",", ":"}:
            break
    return None


def _doubted(line: Line, at: int) -> int | None:
    for k in range(at - 1, max(-1, at - 9), -1):
        word = line.plain(k)
        if word in {",", ";", ":", "."} or word in small.CONTRAST:
            return None
        if word in small.MAYBE or word.removeprefix("و") in small.MAYBE:
            return k
        if word == "قد" and (line.plain(k + 1)[:1] in "يت" and _imperfect(line, k + 1)):
            return k
    return None


def _imperfect(line: Line, at: int) -> bool:
    sense = line.items[at].sense
    known = sense.verb or sense.light
    if known is not None and known.form is not None:
        return known.form.tense == "imperfect"
    return line.plain(at) in {"يكون", "تكون", "يكونون", "يودي", "تودي", "يتم", "تتم"}
