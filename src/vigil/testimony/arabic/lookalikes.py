"""Words written like a verb of saying, by which nobody says anything."""

from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.speech_words import ADDING, SpeechWord
from vigil.testimony.arabic.words import plain_set

_DRIVERS = plain_set("سايق سائق شوفير صاحب سواق صهريج")
_AND_LIES = plain_set("بكذب وافتراء وتلفيق وتضليل محض في وفبركة")
_NAMING = frozenset({"ذكر", "كشف", "الكشف", "نشر", "الافصاح", "البوح"})
_RESPONSIBILITY = 14
"""Words behind حمل in which whoever is held responsible is named."""


def is_no_verb(  # noqa: PLR0911 - one case after another reads best
    line: Line, at: int, speech: SpeechWord
) -> bool:
    """Whether the word, though written like a verb of saying, is none here."""
    word, following = line.plain(at), line.plain(at + 1)
    if (word == "شاهد" and following == "عيان") or (word == "تنكر" and line.stem(at - 1) in _DRIVERS):
        return True  # سايق تنكر: of a tanker
    if word.removeprefix("و") in {"يبلغ", "تبلغ"} and (
        following in _HOW_MUCH or line.items[min(at + 1, len(line.items) - 1)].word.kind == "number"
    ):
        return True  # يبلغ 40 عاماً: is so old
    if word in {"يظهر", "تظهر", "اظهر", "اظهرت"} and line.plain(at - 1) in small.COMPLEMENT and is_own(line, at - 1):
        return True  # شريط قيل إنه يُظهر قتلى: of the film
    if speech.lemma == "بدا" and "أ" in line.text[line.items[at].word.begin : line.items[at].word.end]:
        return True  # بدأ: began, and not seemed
    if speech.lemma == "اصدر" and line.plain(at - 1).removeprefix("و") == "لم" and following in {"عن", "اي", "بعد"}:
        return True  # لم يصدر عن الجيش أي تعليق
    if speech.lemma == "قلق" and is_concern(line, at):
        return True
    if word in {"قدرها", "قدره"}:
        return True  # فدية قدرها 50 ألفاً
    if speech.lemma == "نقل" and _is_carried(line, at + 1):
        return True
    if word == "كذب" and following in _AND_LIES:
        return True  # كذب بكذب
    if speech.form.object == "ه" and line.written_end(at) == "ة":
        return True  # طالبة is a student, and no طالبه
    if word == "نفيا" and any(line.plain(k).endswith(("نفي", "نفت")) for k in range(max(0, at - 7), at)):
        return True
    end = line.items[at].word.end
    if word not in ADDING and line.text[end - 2 : end] in {"اً", "ًا"}:
        return True  # نفى نفياً قاطعاً: how, and no second denial
    return _is_fixed_phrase(line, at, speech)


def _is_hurt(line: Line, at: int) -> bool:
    noun = line.items[at].sense.noun
    return noun is not None and noun.role == "counted" and not line.prep(at)


_MIGHT = plain_set("أن إن احتمال احتمالات إمكانية محتمل محتملة وشيك وشيكة مرتقب مرتقبة تكرار يحدث قد")


def is_concern(line: Line, at: int) -> bool:
    """أبدت قلقها من اعتقال ناشطين: felt at what happened; قلق من أن is a fear."""
    word = line.plain(at).removeprefix("و").removeprefix("ال")
    near = range(at + 1, min(at + _CONCERNED, len(line.items)))
    return word.startswith("قلق") and _MIGHT.isdisjoint({line.plain(k) for k in near})


_CONCERNED = 8


def _is_told(line: Line, at: int) -> bool:
    noun = line.items[at].sense.noun if at < len(line.items) else None
    return noun is not None and noun.role in {"masdar", "patient", "deed"}


def _is_carried(line: Line, at: int) -> bool:
    """نقل 86 جريحاً, نقل الجرحى: taken somewhere, and nothing that is told."""
    if at >= len(line.items):
        return False
    near = range(at + 1, min(at + 4, len(line.items)))
    told = any(
        line.plain(k) in {"عن", "ان", "لنا", ",", ":"} or _is_told(line, k) for k in (at, *near)
    )  # نقلت الوكالة مقتل 86 جريحاً
    if not told and any(_is_hurt(line, k) for k in near):
        return True  # نقل الإسعاف خمسة جرحى
    sense = line.items[at].sense
    return (
        line.items[at].word.kind == "number"
        or sense.number
        or (sense.noun is not None and sense.noun.role == "counted")
    )


def is_own(line: Line, at: int) -> bool:
    """إنه, أنها: with the pronoun of what was spoken of."""
    return line.plain(at).endswith(("ه", "ها", "هم"))


_HOW_MUCH = frozenset({"من", "عدد", "عددهم", "عددها", "نحو", "حوالي", "طوله", "ارتفاعه"})


def _is_fixed_phrase(line: Line, at: int, speech: SpeechWord) -> bool:
    """طلب عدم ذكر اسمه, يتم ..., حمل without a responsibility."""
    if speech.way == "ask" and line.plain(at + 1) == "عدم" and line.plain(at + 2) in _NAMING:
        return True
    if speech.form.object and line.plain(at - 1) in {"يتم", "تم", "جري", "يجري"}:
        return True
    if speech.form.object and line.stem(at - 1) in small.STATEMENTS:
        return True  # في بيان تداولته حسابات: of the statement
    if line.plain(at - 1) in {"كما", "مثلما"} and line.plain(at + 1) in {"سابقا", "انفا"}:
        return True  # كما ذُكر سابقاً
    behind = range(at, min(at + _RESPONSIBILITY, len(line.items)))
    return speech.lemma == "حمل" and not any(line.plain(k).removeprefix("ال").startswith("مسوولي") for k in behind)
