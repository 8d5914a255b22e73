"""Words that say what happened: verbs with their forms, verbal nouns, and nouns that count its victims.

| role | who it befell | who did it |
|---|---|---|
| `object` | the object, or the subject of the passive: قتل الجنود امرأة، قُتلت امرأة | the subject |
| `subject` | the subject: استشهد، نزح | nobody it names |
| `masdar` | the next noun, or the one after the doer: اعتقال الأمن طبيباً | the doer before it |
| `patient` | the next noun: مقتل، إصابة | nobody it names |
| `counted` | the word itself: قتلى، جرحى | nobody it names |
| `deed` | what it was aimed at: قصف، غارة | the noun or adjective behind it |
| `light` | says that a deed took place, and who did or suffered it: شن، نفذ، تعرض ل | |
"""

# ruff: noqa: E501  (lists of words run on over lines; Arabic letters count wider than they are)

from typing import NamedTuple

from vigil.model.claim import EventType, Unit
from vigil.testimony.arabic.conjugation import Form, forms
from vigil.testimony.arabic.words import fold_word


class EventWord(NamedTuple):
    """What a word says happened.

    Attributes:
        event: The type.
        role: Where whom it befell stands.
        lemma: The verb or noun, in plain letters.
        form: For a verb, which form of it.
        unit: What a figure with this very word counts, other than people.
        number: Of a noun: `s`, `d`, `p`.
    """

    event: EventType
    role: str
    lemma: str
    form: Form | None = None
    unit: Unit | None = None
    number: str = "s"


_VERBS = {
    (EventType.KILLING, "object"): (
        "قتل قتل|كتل كتل|گتل گتل|أعدم عدم|ذبح ذبح|اغتال غتال|أباد بيد|انقتل نقتل|قنص قنص|دبح دبح|اندبح ندبح|اغتيل|شنق شنق|حيّد حيد"
    ),
    (EventType.KILLING, "subject"): (
        "استشهد ستشهد|قضى قضي|توفي توفى|مات موت مت|ارتقى رتقي|تصفى تصفى|لقي لقى|انذبح نذبح|اتوفى توفى|اتقتل تقتل|اتكتل تكتل|انكتل نكتل|اتذبح تذبح|اتصفى تصفى|انعدم نعدم|اتعدم تعدم"
    ),
    (EventType.INJURY, "object"): "جرح جرح|أصاب صيب أصب|أصيب صاب|انجرح نجرح|انصاب نصاب|تصاوب تصاوب|يصب|طخ طخ",
    (EventType.INJURY, "subject"): "اختنق ختنق|اتصاب تصاب|تصوب تصوب|اتجرح تجرح|انطخ نطخ",
    (EventType.ARBITRARY_DETENTION, "object"): (
        "اعتقل عتقل|أخذ أخذ|أخد اخد|خد اخد|خذ اخذ|ساق سوق|شال شيل|احتجز حتجز|سجن سجن|اقتاد قتاد|اقتيد|حبس حبس|أوقف وقف|وقّف وقف|انمسك نمسك|أسر أسر"
    ),
    (EventType.ARBITRARY_DETENTION, "subject"): "انحبس نحبس|اتحبس تحبس|اتمسك تمسك|اتاخد تاخد|اتاخذ تاخذ|اتسجن تسجن",
    (EventType.KIDNAPPING, "subject"): "اتخطف تخطف",
    (EventType.KIDNAPPING, "object"): "اختطف ختطف|خطف خطف|انخطف نخطف",
    (EventType.ENFORCED_DISAPPEARANCE, "subject"): "اختفى ختفي|فقد فقد",
    (EventType.ENFORCED_DISAPPEARANCE, "object"): "أخفى خفي|غيّب غيب",
    (EventType.TORTURE, "object"): "عذب عذب|ضرب ضرب|جلد جلد|صعق صعق|كهرب كهرب|اتعذب تعذب",
    (EventType.SEXUAL_VIOLENCE, "object"): "اغتصب غتصب|اغتصبن",
    (EventType.ATTACK, "object"): (
        "قصف قصف|استهدف ستهدف|هاجم هاجم|اقتحم قتحم|أغار غير|فجر فجر|انقصف نقصف|انضرب نضرب|هوجم هاجم|باغت باغت|دك دك|هجم هجم"
    ),
    (EventType.SIEGE, "object"): "حاصر حاصر|طوق طوق|حوصر حاصر|حاوط حاوط|انحاصر نحاصر|اتحاصر تحاصر",
    (EventType.OBSTRUCTION, "object"): "منع منع|عرقل عرقل|أعاق عيق|عطل عطل|حظر حظر",
    (EventType.DISPLACEMENT, "object"): "هجر هجر|شرد شرد|رحل رحل|طرد طرد",
    (EventType.DISPLACEMENT, "subject"): "نزح نزح|فر فر|هرب هرب|تشرد تشرد|تهجر تهجر|انهجر نهجر|اتهجر تهجر|اتشرد تشرد",
    (EventType.PROPERTY_DESTRUCTION, "object"): (
        "دمر دمر|هدم هدم|هد هد|هدوا|أحرق حرق|حرق حرق|جرف جرف|سوى سوي|تدمر تدمر|تهدم تهدم|نسف نسف|نهب نهب|احترق حترق|انهدم نهدم|اتهدم تهدم|اتدمر تدمر|انحرق نحرق|اتحرق تحرق"
    ),
    (EventType.EVACUATION, "object"): "أجلى جلي|أخلى خلي|أجلي|أخلي",
}
"""Perfect, imperfect, first person, for each verb of a type and role."""

_NOUNS = {
    (
        EventType.KILLING,
        "patient",
    ): "مقتل استشهاد مصرع ارتقاء وفاة موت مجزرة مجازر مقتلهم مقتله مقتلها استشهادهم وفاته وفاتها",
    (EventType.KILLING, "masdar"): "قتل إعدام إعدامات اغتيال ذبح تصفية قنص إبادة قتلهم قتله إعدامهم تحييد",
    (EventType.INJURY, "patient"): "إصابة جرح",
    (
        EventType.ARBITRARY_DETENTION,
        "masdar",
    ): "اعتقال احتجاز اعتقالات توقيف سجن أسر اعتقاله اعتقالها اعتقالهم احتجازهم",
    (EventType.KIDNAPPING, "masdar"): "اختطاف خطف اختطافه اختطافهم خطفهم",
    (EventType.ENFORCED_DISAPPEARANCE, "patient"): "اختفاء إخفاء فقدان",
    (EventType.TORTURE, "masdar"): "تعذيب ضرب صعق جلد تعذيبهم تعذيبه",
    (EventType.SEXUAL_VIOLENCE, "masdar"): "اغتصاب اغتصابات",
    (EventType.SIEGE, "masdar"): "حصار محاصرة تطويق",
    (EventType.OBSTRUCTION, "masdar"): "منع عرقلة إعاقة حظر",
    (EventType.DISPLACEMENT, "patient"): "نزوح تهجير تشريد فرار تشرد هجرة ترحيل",
    (EventType.PROPERTY_DESTRUCTION, "masdar"): "تدمير دمار هدم إحراق حرق تجريف نسف نهب احتراق تدميرها",
    (EventType.EVACUATION, "masdar"): "إجلاء إخلاء إجلائهم",
    (EventType.CEASEFIRE, "deed"): "هدنة هدن",
}

_COUNTED = {
    (EventType.KILLING, "s"): "قتيل شهيد شهيدة قتيلة ضحية جثة جثمان",
    (EventType.KILLING, "d"): "قتيلان قتيلين شهيدان شهيدين ضحيتان ضحيتين جثتان جثتين جثتي جثتا",
    (EventType.KILLING, "p"): "قتلى شهداء شهدا ضحايا جثث جثامين رفات",
    (EventType.INJURY, "s"): "جريح جريحة مصاب مصابة",
    (EventType.INJURY, "d"): "جريحان جريحين مصابان إصابتان إصابتين",
    (EventType.INJURY, "p"): "جرحى مصابين مصابون إصابات",
    (EventType.KIDNAPPING, "p"): "مختطفين مختطفون مخطوفين مخطوفون",
    (EventType.KIDNAPPING, "s"): "مختطف مختطفة مخطوف مخطوفة",
    (EventType.ENFORCED_DISAPPEARANCE, "p"): "مختفين مختفون مغيبين مغيبون",
    (EventType.ENFORCED_DISAPPEARANCE, "s"): "مختف مختفية مغيب مغيبة",
    (EventType.SIEGE, "p"): "محاصرين محاصرون",
    (EventType.OTHER, "p"): "مفقودين مفقودون",
    (EventType.OTHER, "s"): "مفقود مفقودة",
}

_DEEDS = {
    (
        Unit.ATTACKS,
        "s",
    ): "قصف غارة هجوم هجمة ضربة استهداف تفجير انفجار كمين اقتحام عدوان تفجيرات قصفها قصفه استهدافه استهدافها",
    (Unit.ATTACKS, "d"): "غارتان غارتين غارتي هجومان هجومين ضربتان ضربتين تفجيران تفجيرين انفجاران انفجارين",
    (Unit.ATTACKS, "p"): "غارات هجمات ضربات تفجيرات انفجارات اعتداءات",
    (Unit.MUNITIONS, "s"): "قذيفة صاروخ برميل قنبلة دانة",
    (Unit.MUNITIONS, "d"): "قذيفتان قذيفتين صاروخان صاروخين برميلان برميلين قنبلتان قنبلتين",
    (Unit.MUNITIONS, "p"): "قذائف صواريخ براميل قنابل دانات قذايف",
}

_LIGHT = (
    "شن شن|نفذ نفذ|تعرض تعرض|ارتكب رتكب|ألقى لقي|أسقط سقط|أطلق طلق|سقط سقط|وقع قع|أوقع وقع|طال طال|أسفر سفر|أدى ؤدي|فرض فرض"
    "|خلف خلف|تسبب تسبب|استخدم ستخدم|شهد شهد|رمى رمي|نزل نزل|رشق رشق|طاح طيح|واصل واصل|شدد شدد|كثف كثف|جدد جدد"
)
"""Verbs that leave what happened to a noun: شن غارة, تعرض لقصف, أسفر عن مقتل."""


def _verbs() -> dict[str, EventWord]:
    found: dict[str, EventWord] = {}
    for (event, role), rows in _VERBS.items():
        for row in rows.split("|"):
            perfect, imperfect, first = (*row.split(), "", "")[:3]
            for written, form in forms(perfect, imperfect, first).items():
                found.setdefault(written, EventWord(event, role, fold_word(perfect), form))
    return found


def _nouns() -> dict[str, EventWord]:
    found: dict[str, EventWord] = {}
    for (event, role), row in _NOUNS.items():
        for word in row.split():
            plain = fold_word(word)
            for written in (plain, f"{plain}ا"):
                found.setdefault(written, EventWord(event, role, plain))
    for (event, number), row in _COUNTED.items():
        for word in row.split():
            plain = fold_word(word)
            for written in (plain, f"{plain}ا") if number == "s" else (plain,):
                found.setdefault(written, EventWord(event, "counted", plain, number=number))
    for (unit, number), row in _DEEDS.items():
        for word in row.split():
            plain = fold_word(word)
            for written in (plain, f"{plain}ا") if number == "s" else (plain,):
                found.setdefault(written, EventWord(EventType.ATTACK, "deed", plain, unit=unit, number=number))
    return found


def _light() -> dict[str, EventWord]:
    found: dict[str, EventWord] = {}
    for row in _LIGHT.split("|"):
        perfect, imperfect = row.split()
        for written, form in forms(perfect, imperfect).items():
            found.setdefault(written, EventWord(EventType.OTHER, "light", fold_word(perfect), form))
    return found


EVENT_VERBS = _verbs()
EVENT_NOUNS = _nouns()
LIGHT_VERBS = _light()
