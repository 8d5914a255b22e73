"""Words of violence that speak of none: prices that slaughter us, dying of laughter, killing time."""

import re

from vigil.model.claim import EventType
from vigil.testimony.arabic.conjugation import Form
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.words import plain_set

_DEAD = plain_set("قتل كتل گتل ذبح دبح موت مات أعدم شنق اغتال قضى قصف ضرب جلد عذب هلك")
_DYING = plain_set("موت مات هلك")
_OF_WHAT = plain_set(
    """
    الضحك ضحك الملل ملل الحب حب الغيرة الحر حرا الخجل الخوف القهر قهر الفرح الشوق الزهق التعب الحسد الكسف
    """
)
"""Behind من: what nobody dies of."""
_OBJECTS = plain_set(
    """
    الوقت وقت فرحة الفرح فرحتنا فرحتهم البسمة بسمة الملل الطموح الحلم الأحلام الأمل آمال الفرحة الروتين
    الإبداع الذوق الموهبة الشغف عمرنا عمري أعمارنا عمره جيوبنا جيوب
    """
)
_MANNER = plain_set(
    """
    البطيء بالبطيء معنوي معنويا بالكلام كلاميا بالبوستات بالكلمات بالأسئلة بالامتحان بالواجبات بالدوام
    بالحكي لفظي لفظيا بالتقسيط بالأسعار بالفواتير بالغلاء بالضرائب بالرسوم لجيوب لجيوبنا
    """
)
_KILLERS = plain_set(
    """
    البرد الحر الجوع العطش الغلاء الفقر الأسعار الوعود الانتظار الصمت الشوق الحنين الملل الروتين الفراغ الخوف
    القهر الحزن الزحام الفواتير الإيجارات الدولار الديون الظلم الفساد الذكريات الهموم الأحزان الأشواق الحب الغربة
    """
)
"""What is said to kill us all, and kills nobody."""
_SPORT = plain_set(
    """
    الأهلي الزمالك الزمالكاوية الأهلاوية برشلونة مدريد ليفربول المنتخب منتخب مباراة المباراة ماتش الماتش الدوري دوري
    كأس هدف هدفين أهداف الحارس حارسهم الهداف جول جون أجوان جمهور الجمهور ملعب الملعب مدرب المدرب حارس هاتريك
    بالتلاتة بالتلاته بلايستيشن لعبة الشوط شوط القون قون المريخ هلالنا ببجي نلعبو نلعبوا التشيكن
    """
)
"""Two of these in a sentence, and it is a match."""
_MATCH = plain_set(
    """
    الشوط شوط القون قون هاتريك ببجي أجوان التشيكن المريخ هلالنا الزمالك الأهلي برشلونة مدريد ليفربول
    نلعبو نلعبوا البطولة
    """
)
"""Two of these, and even a bombardment is one of the goal."""
_FILM = plain_set(
    """
    فيلم الفيلم مسلسل المسلسل تمثيل التمثيل تفرجت البطل المخرج
    السينما المهرجان مشاهده مشاهد الرقابة الحلقة حلقة رواية الرواية
    """
)
_HALLS = plain_set("مبنى المبنى صالة الصالة قاعة القاعة دار سقوط استشهاد مقتل جنود الجنود مسرب المسرب مصور مصورا")
"""What is hit while a film runs; and films that soldiers shot."""
_FIELDS = (
    plain_set("امتحان الامتحان الامتحانات المادة الدفعة الكورس الفاينل العلامات الواجب المحاضرة"),
    _FILM,
    plain_set("الحر حر المبردة المكيف درجة بالمكيف مروحة"),
    plain_set("الشوق الحنين الحب قلبي القلب روحي عيونك عيونها الذكريات حبيبي حبيبتي الغرام العشق الفراق"),
)
"""Two of these in a sentence, and it is of an exam, a film, the heat or love."""
_IN_EARNEST = plain_set(
    """
    قصف القصف رصاص الرصاص بالرصاص غارة غارات صاروخ صواريخ قذيفة قذائف قناص القناص الجيش الطيران انفجار الانفجار قوات
    القوات شهداء جرحى مسلحون مسلحين المسلحين حاجز الحاجز
    """
) - plain_set("شهداء صواريخ")
_STOLEN = plain_set("الراتب راتب راتبي نص نصف الأنظار الأضواء القلوب قلبي قلوبنا الفوز النقاط العقول عقلي")
_CAMPAIGNS = plain_set("حملة تلقيح تطعيم لقاح لقاحات توعية تدريب تدريبات ورشة ورش دورة مساعدات منحة استبيان دراسة حصبة")
_DEAR = plain_set("الغلاء الأسعار الفواتير الديون الإيجارات")
_THINGS = plain_set("الراتب راتبي المعاش الموبايل البطارية النت الباقة الشحن الجوال الرصيد الدوام الضمير")
_ARMS = frozenset({EventType.KILLING, EventType.TORTURE})


def is_faded(  # noqa: PLR0911, PLR0912 - one case after another reads best
    line: Line, at: int, lemma: str, event: EventType, form: Form | None
) -> bool:
    """Whether a word of violence is only a manner of speaking.

    Nobody tells of their own killing: قتلتني, done and over, is always one. Of "us", it is one where no force did it.
    """
    behind = [line.plain(k) for k in range(at + 1, min(at + 4, len(line.items)))]
    if lemma == "استهدف":
        return _serves(line, at, form)
    if event is EventType.SIEGE:
        told = {line.plain(k).removeprefix("و") for k in range(max(0, at - 5), at)}  # موجة الغلاء تحاصر الأسر
        return (bool(told & _DEAR) and not _by_force(line, at)) or (
            bool(behind) and (behind[0] in _KILLERS or behind[0] in _OBJECTS)
        )
    if form is not None and line.plain(at - 1).removeprefix("و") in _THINGS and event is EventType.KILLING:
        return True  # والراتب يستشهد قبل نص الشهر
    if lemma not in _DEAD and event not in _ARMS and lemma != "خطف":
        return False
    if behind and (behind[0] in _MANNER or behind[0] in _OBJECTS):
        return True
    if any(word in _MANNER for word in behind) and not any(
        line.items[k].sense.person for k in range(at + 1, min(at + 4, len(line.items)))
    ):
        return True
    if len(behind) > 1 and behind[0] == "من" and behind[1] in _OF_WHAT:
        return True
    if lemma in _DYING and form is not None and form.tense == "perfect" and form.person in {"1s", "1p"}:
        return True  # متنا من البرد: whoever says it lives
    doing = at - 1 - (line.plain(at - 1) in {"عم", "راح", "رح"})
    if lemma == "خطف" and behind and behind[0] in _STOLEN:
        return True  # خطفت نص الراتب
    if (
        form is not None
        and line.plain(doing).removeprefix("و") in _KILLERS
        and (form.person == "1p" or form.object == "نا")
    ):
        return True  # الحر قتلنا
    if at and any(line.plain(k).removeprefix("و") in _KILLERS for k in (at - 2, at - 3)):
        again = line.items[at - 1].sense.verb
        if line.plain(at - 1).startswith(lemma[:3]) or (again is not None and again.lemma[:2] == lemma[:2]):
            return True  # الحر قتلنا قتل
    if form is not None and form.person == "1p" and behind and behind[0] in _KILLERS:
        return True  # قتلنا الغلاء: "killed us", written like "we killed"
    if form is None or event is not EventType.KILLING or form.tense != "perfect":
        return False
    if form.object == "ني":
        return True
    return form.object == "نا" and form.person in {"3ms", "3fs"} and not _by_force(line, at)


_ABOUT_A_WORK = re.compile(
    r"كتاب الأسبوع|يروي المؤلف|تروي الرواية|السيناريو (?:ضعيف|قوي|جميل)"
    r"|(?:فيلم|مسلسل|رواية|كتاب|مطعم|الأكل|الطعام|تقييمي)\b.*[\d٠-٩]+ (?:من|/) ?(?:10|١٠)[.!\s]*$"
)
_SHORT = 500


def is_about_a_work(text: str) -> bool:
    """Whether a whole post is about a book or a film, whatever it tells of."""
    return len(text) <= _SHORT and _ABOUT_A_WORK.search(re.sub("[\u064b-\u0652]", "", text)) is not None


def of_a_field(line: Line) -> bool:
    """Whether a sentence is of a match, an exam, a film or the heat: الزمالك دبح الأهلي في الدوري."""
    words = [word for k in range(len(line.items)) for word in {line.stem(k), line.plain(k)}]
    if sum(word in _MATCH for word in words) > 1:
        return True  # the bombardment of a goal
    if sum(word in _FILM for word in words) > 2 and _HALLS.isdisjoint(words):
        return True  # the sniper of a film, and no hall that was shelled while it ran
    if not _IN_EARNEST.isdisjoint(words):
        return False
    return any(sum(word in field for word in words) > 1 for field in (_SPORT, *_FIELDS))


def _serves(line: Line, at: int, form: Form | None) -> bool:
    """حملة التلقيح استهدفت 1200 طفل. Not: قافلة المساعدات استهدفت قرب حلب, استهدفتها الطائرات بعد التلقيح."""
    before = [line.plain(k).removeprefix("و").removeprefix("ال") for k in range(max(0, at - 8), at)]
    if _CAMPAIGNS.isdisjoint(before) or (form is not None and form.object) or _by_force(line, at):
        return False
    behind = [line.items[k] for k in range(at + 1, min(at + 3, len(line.items)))]
    return any(one.word.kind == "number" or one.sense.number or one.sense.person for one in behind)


def _by_force(line: Line, at: int) -> bool:
    around = range(max(0, at - 6), min(at + 7, len(line.items)))
    return any(line.items[k].sense.actor and line.plain(k - 1) != "يا" for k in around)
