"""What the rest of a sentence makes of its words of happening: a death of want, a blow that is a strike, a storm."""

from collections.abc import Sequence, Set

from vigil.model.claim import EventType, Unit
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.telling import REFUSE, nothing_known
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set

_DEATHS = plain_set("توفي فارق مات موت وفاة قضى وفاته وفاتها استشهد")
_NOBODY_AT_ALL = plain_set("أحد حدا حد ماحدا محدا محدش")
_LAWS = plain_set("القانون قانون المادة مادة المشروع القوانين الدستور الاتفاقية الاتفاقيات النظام الأساسي")
_THROWN = plain_set("دخانيات رصاص قنابل غاز صواريخ قذائف مسيل هاون براميل")
_DEED_NOUNS = plain_set(
    "غارة غارات ضربة قذيفة صاروخ دانة طيران مدفعية برميل راجمة مسيرة دبابة دبابات مدافع راجمات هاون قناصة رشاشات"
)
_PROVIDES = plain_set("يحظر تحظر يحرم تحرم يجرم تجرم محظور محرم ينص تنص يعاقب تعاقب نص عقوبة العقوبة عقوبته")
_KNOWS = plain_set("يعرف بيعرف تعرف نعرف منعرف يدري داري دارية بيدري عارف عارفة عرف عرفان يعلم خبر بعرف")
_VIOLENT = plain_set(
    """
    قصف القصف رصاص برصاص غارة غارات جراح بجراح بجراحه بجراحهم بجراحها بجروح تعذيب التعذيب انفجار بانفجار
    لغم ألغام قذيفة صاروخ معتقل معتقلين سجن السجن فرع معتقلا طلق هجوم الهجوم سجين سجناء السجناء معتقلون
    المعتقلين القذيفة الاشتباكات بالاشتباكات بقصف بقذيفة اختناقا قنص قناص بالرصاص الرصاص تحت
    أنقاض الأنقاض اشتباك اشتباكات الطيران
    """
)
_SNIPERS = plain_set("قناص القناص قناصة القناصة قناصه بالرصاص برصاص رصاصة برصاصة")
_WANT = plain_set(
    """
    جوع الجوع جوعا البرد برد بردا نقص لنقص مرض المرض بمرض الحصبة كوليرا الكوليرا فيروس كورونا عطش عطشا
    الدواء غرق غرقا حادث مجاعة سوء دوائي كوفيد حالات صقيع الصقيع التجمد الحاضنات الحضانات الأكسجين الأوكسجين
    الأنسولين الغسيل
    """
)
_BREACH = plain_set("خرق خرقت خرقوا انتهك انتهكت يخرق تخرق بخرق خروقات انتهاك")
_HEARS = plain_set("تعرف نعرف يعرف اعرف يعرفوا تسمع نسمع يسمع اسمع يعلم نعلم تعلم")
_ANYTHING = plain_set("شيئا شيا شي خبرا خبر أي")
_WE_DO_NOT_KNOW = plain_set(
    "ماندري مندري ماادري مدري مانعرف مانعرفش منعرفش مابنعرف معرفش معرفناش ماعرفنا محدش مانعلم مابعرف"
)
_FATE = plain_set("مصير مصيره مصيرهم مصيرها")
_WEAPONS = plain_set(
    """
    بالكلور بالكيماوي بالكيميائي بالمدفعية بالصواريخ بالبراميل بالهاون بالطيران بالقذائف بقذائف بصواريخ
    ببراميل بالغاز بغاز
    """
)
_WHERE = plain_set("وين وينه وينو وينها وينن وينهم مكانه مكانها مكانهم أين فين فينه")


def settled(  # noqa: PLR0912, PLR0915 - one case after another reads best
    line: Line, found: Sequence[Trigger]
) -> list[Trigger]:
    """Types that only the rest of the sentence decides."""
    settled: list[Trigger] = []
    near = {line.plain(n) for n in range(len(line.items))} | {line.stem(n) for n in range(len(line.items))}
    if near & _PROVIDES and near & _LAWS:
        return settled  # ينص القانون على السجن: of what is to be punished
    for trigger in found:
        event = trigger.event
        if trigger.lemma in _DEATHS and trigger.lemma != "استشهد" and event is EventType.KILLING:
            violent = bool(near & _VIOLENT)
            if (near & _WANT and not violent) or (not violent and trigger.lemma != "قضي" and _peaceful(found)):
                event = EventType.OTHER
        if event in {EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING} and _fate_withheld(near):
            event = EventType.ENFORCED_DISAPPEARANCE
        if trigger.lemma in {"ارتقي", "قضي"} and any(
            each.role == "counted" and each.event is EventType.KILLING and 0 < each.at - trigger.at <= 5
            for each in found
        ):
            continue  # ارتقى صباح اليوم شهيدان: they are counted
        if trigger.role == "counted" and line.items[trigger.at].sense.cut.article and _prayed_for(line, trigger.at):
            continue
        if (
            trigger.noun
            and _taught(line, trigger.at)
            and line.items[trigger.at].sense.cut.article
            and trigger.role in {"masdar", "patient"}
        ):
            continue  # دورة حول توثيق جرائم التعذيب
        if trigger.noun and (
            _charged_with(line, trigger.at, settled) or (settled and line.plain(trigger.at - 1) in _CALLED)
        ):
            continue
        if _are_those_killed(line, trigger, settled):
            continue
        if trigger.lemma == "كمين" and any(each.event in _TAKINGS for each in found):
            continue  # اتاخد من كمين الدائري: a checkpoint
        if trigger.lemma == "سجن" and line.stem(trigger.at - 1) in _BESIDE_A_PRISON:
            continue  # عند باب سجن أوكريستينا
        if trigger.lemma in {"احتجاز", "اعتقال"} and line.stem(trigger.at - 1) in _KEPT_AT:
            continue  # مركز الاحتجاز
        if trigger.lemma in {"احتجاز", "اعتقال"} and _still_held(line, found, trigger):
            continue  # اعتقل 147 ما زال 133 منهم رهن الاحتجاز
        if _of_weather(line, trigger) or (trigger.role in {"counted", "patient"} and nothing_known(line, trigger.at)):
            continue
        if event in _TAKINGS and _is_of_vehicles(line, trigger):
            event = EventType.OBSTRUCTION
        if settled and _goes_on(line, settled[-1], trigger):
            continue
        if trigger.role == "fire" and _fires_at_thing(line, trigger):
            event = EventType.ATTACK
        if trigger.lemma == "ضرب" and trigger.form is not None and _strikes(line, trigger.at):
            event = EventType.ATTACK
        elif trigger.lemma == "ضرب" and trigger.form is not None and near & _SNIPERS:
            event = EventType.INJURY
        if trigger.lemma == "اصاب" and not trigger.passive and _hits_thing(line, trigger):
            if any(each.role == "deed" and 0 < trigger.at - each.at <= 2 for each in found):
                continue  # غارة أصابت مخبزاً: of the strike itself
            event = EventType.ATTACK
        if event is EventType.INJURY and _is_felt(line, trigger, near):
            continue  # أصيب بخيبة
        if event is EventType.INJURY and near & _DISEASES and not near & _VIOLENT:
            continue
        if (
            trigger.role == "patient"
            and event is EventType.DISPLACEMENT
            and any(each.lemma in {"اجبر", "اضطر"} and 0 < trigger.at - each.at < 13 for each in found)
        ):
            continue
        if (
            trigger.role == "fire"
            and trigger.noun
            and any(each.event in {EventType.KILLING, EventType.INJURY} and each is not trigger for each in found)
        ):
            continue
        if event is EventType.CEASEFIRE and any(
            line.stem(k) in _BREACH for k in range(max(0, trigger.at - 3), trigger.at)
        ):
            continue
        if trigger.lemma in {"مجزره", "مجازر"} and any(
            each.event is EventType.KILLING and each is not trigger for each in found
        ):
            continue
        if trigger.lemma in {"احرق", "حرق"}:
            event = EventType.PROPERTY_DESTRUCTION
        settled.append(_replaced(trigger, event))
    return settled


_TAKINGS = frozenset({EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING})
_PASSED = plain_set("انتقل انتقلت انتقلوا")  # إلى رحمة الله
_PRAYED = plain_set("يتقبل تقبل يرحم ارحم رحم الرحمة رحمة المجد يشفي شافي يشافي اللهم نترحم لأرواح أرواح")


def _prayed_for(line: Line, at: int) -> bool:
    """نسأل الله أن يتقبل الشهداء: nobody is told to have died."""
    told = range(at + 1, min(at + 4, len(line.items)))
    if any(
        line.items[k].word.kind == "number" or line.items[k].sense.number or line.plain(k) in small.RELATIVE
        for k in told
    ):
        return False  # الشهداء الثلاثة الذين ارتقوا اليوم
    before = [line.plain(k).removeprefix("و") for k in range(max(0, at - 5), at)]
    return not _PRAYED.isdisjoint(before[-3:]) and _PASSED.isdisjoint(before)


_IN_STATE = plain_set("رهن قيد")


def _still_held(line: Line, found: Sequence[Trigger], trigger: Trigger) -> bool:
    """Whether it says of those whose taking was told that they are held still."""
    return line.stem(trigger.at - 1) in _IN_STATE and any(
        each.event in _TAKINGS and each.at < trigger.at for each in found
    )


_CALLED = frozenset({"بانه", "بانها", "بكونه", "بكونها"})
"""وصفت مقتلهم بأنه إعدام: the same again, by another name."""
_CHARGES = plain_set("بتهمة بتهم تهمة تهم")
_HAND_IN = plain_set("التورط الضلوع المشاركة التخطيط التحريض بالتورط بالضلوع بالمشاركة")


def _charged_with(line: Line, at: int, settled: Sequence[Trigger]) -> bool:
    """أعدموا بتهمة التورط في اغتيال: what those taken or killed were charged with.

    Not of armed men, nor where it is the charge that is told: يواجه ضباط تهمة المشاركة في قتل المتظاهرين.
    """
    before = [line.plain(k) for k in range(max(0, at - 4), at)]
    if _CHARGES.isdisjoint(before) or _HAND_IN.isdisjoint(before):
        return False
    punished = [each for each in settled if each.event in _TAKINGS or each.event is EventType.KILLING]
    if not punished:
        return not _PREPARED.isdisjoint(before)
    return not any(
        (person := line.items[k].sense.person) is not None and person.armed for k in range(punished[-1].last, at)
    )


_PREPARED = plain_set("التخطيط التحريض")


def _are_those_killed(line: Line, trigger: Trigger, settled: Sequence[Trigger]) -> bool:
    """عُثر على جثث يُرجح أنها من ضحايا التنظيم: of those told of before; not هم من ضحايا القصف alone."""
    at = trigger.at
    if trigger.role != "counted" or line.plain(at - 1) != "من" or line.plain(at - 2) not in _THEY_ARE:
        return False
    return any(each.event is trigger.event for each in settled) or line.stem(trigger.last) in _OUTLIVED


_OUTLIVED = frozenset({"تعذيب", "اغتصاب", "اعتقال", "خطف", "اختطاف"})
_THEY_ARE = frozenset({"انهم", "انها", "انه", "هم", "كانوا"})


def _taught(line: Line, at: int) -> bool:
    """دورة حول توثيق جرائم التعذيب: what a course is about."""
    before = [line.plain(k).removeprefix("و") for k in range(max(0, at - 12), at)]
    course = next((k for k, word in enumerate(before) if word in _COURSES), None)
    return course is not None and not _ABOUT.isdisjoint(before[course + 1 :])


_ABOUT = plain_set("حول عن توثيق لتوثيق مناهضة لمناهضة منع لمنع مكافحة لمكافحة رصد لرصد")
_COURSES = plain_set("دورة ورشة الورشة تدريب تدريبية ندوة الندوة")
_BESIDE_A_PRISON = plain_set(
    "نزلاء سجناء معتقلي معتقلو حراس جدران زنازين باب بوابة مدخل محيط أسوار أمام قرب خارج قبالة مدير إدارة"
)
_KEPT_AT = plain_set("مركز مراكز مكان أماكن مقر مقرات معسكر غرفة غرف زنزانة قاعة")
_DISEASES = plain_set(
    """
    فيروس بفيروس كورونا بكورونا كوفيد اللاعب بالكوليرا الكوليرا بالمرض بمرض بالحصبة الحصبة بالملاريا بحمى الضنك بالضنك
    بالسل بالعدوى بالسرطان باللشمانيا بالجرب بالتسمم
    """
)
_FELT = plain_set(
    """
    بخيبة بالخيبة بالإحباط بإحباط بالذعر بذعر بالصدمة بصدمة بالهلع بهلع بالدهشة بدهشة بالذهول بذهول بالأرق بالملل باليأس
    """
)
"""What strikes the mind alone."""


def _is_felt(line: Line, trigger: Trigger, near: Set[str]) -> bool:
    """أصيب بخيبة, أصيب الأهالي بالذعر; not أصيب طفلان بالذعر وآخران بشظايا."""
    felt = any(line.plain(k) in _FELT for k in range(trigger.last, min(trigger.last + 3, len(line.items))))
    return felt and near.isdisjoint(_WOUNDING)


_WOUNDING = plain_set("بجروح بجراح بشظايا بشظية برصاص برصاصة بكسور بحروق بطلق بطلقة جروح حروق")
_WEATHER = plain_set(
    """
    عاصفة عواصف موجة موجات أمطار مطر رياح ريح زلزال زلازل هزة هزات سيول سيل فيضان فيضانات غبار ثلوج ثلج إعصار
    أعاصير حر برد صقيع حرارة منخفض وباء كوليرا جفاف كساد تضخم أزمة
    """
)


def _of_weather(line: Line, trigger: Trigger) -> bool:
    """تضرب عاصفة المدن: no army does that."""
    if trigger.form is None or trigger.event not in {EventType.ATTACK, EventType.TORTURE, EventType.SIEGE}:
        return False
    return any(
        line.stem(n) in _WEATHER or line.plain(n) in _WEATHER
        for n in range(max(0, trigger.at - 2), min(trigger.last + 2, len(line.items)))
    )


def _is_of_vehicles(line: Line, trigger: Trigger) -> bool:
    """سبع شاحنات أوقفها مسلحون: what was held are the lorries before the verb."""
    if trigger.form is None or trigger.form.object != "ها":
        return False
    for n in range(trigger.at - 1, max(-1, trigger.at - 5), -1):
        if line.items[n].sense.person or line.items[n].sense.kin or not line.is_word(n):
            return False
        if small.TARGETS.get(line.stem(n)) is Unit.VEHICLES:
            return True
    return False


def _goes_on(line: Line, before: Trigger, trigger: Trigger) -> bool:
    """أوقفوا الشاحنات ومنعوها من العبور: the same vehicles, stopped once."""
    return (
        before.event is trigger.event is EventType.OBSTRUCTION
        and trigger.form is not None
        and trigger.form.object in {"ها", "هم"}
        and line.items[trigger.at].sense.cut.conjunction == "و"
        and before.form is not None
        and before.form.tense == trigger.form.tense
        and before.lemma != trigger.lemma
        and any(small.TARGETS.get(line.stem(n)) is Unit.VEHICLES for n in range(max(0, before.at - 4), trigger.at))
    )


_AT = frozenset({"علي", "باتجاه", "صوب", "نحو"})


def _fires_at_thing(line: Line, trigger: Trigger) -> bool:
    """أطلق الجنود النار على سيارة إسعاف, باتجاه المنازل: a thing, and nobody in it."""
    for n in range(trigger.at + 1, min(trigger.at + 10, len(line.items) - 1)):
        if line.plain(n) not in _AT:
            continue
        aim = line.items[n + 1].sense
        bare = line.stem(n + 1).removeprefix("ال")
        if aim.person and bare not in _SCHOOLS:
            return False
        return bare in small.TARGETS or aim.place or bare in _SCHOOLS
    return False


def _hits_thing(line: Line, trigger: Trigger) -> bool:
    """أصابت القذيفة مخبزاً: what is hit is a building, a vehicle or a place, and nobody stands nearer."""
    for n in range(trigger.last, min(trigger.last + 4, len(line.items))):
        sense = line.items[n].sense
        bare = line.stem(n).removeprefix("ال")
        if bare in _SCHOOLS and not line.items[n].sense.cut.preposition and not _is_shot_at(line, trigger.last, n):
            return True  # a school, and no teacher, where a shell hit it
        if sense.person or sense.kin or line.items[n].word.kind == "number" or trigger.form is None:
            return False
        if not sense.cut.preposition and (bare in small.TARGETS or bare.removesuffix("ا") in small.TARGETS):
            return True
        if line.plain(n) in {"حفل", "حفلا", "خيمه", "تجمعا", "موكبا", "جنازه", "عرسا", "طابورا", "موكب", "طابور"}:
            return True
    return False


_SCHOOLS = frozenset({"مدرسه", "مدارس"})


def _is_shot_at(line: Line, first: int, last: int) -> bool:
    """أصاب قناص مدرّسة, أصابت الرصاصة مدرّسة: a teacher, whom one bullet hit."""
    return any(line.stem(k).removeprefix("ال") in _BULLETS for k in range(first, last))


_BULLETS = frozenset({"رصاصه", "رصاصات", "رصاص", "قناص", "قناصه", "طلقه", "جندي", "مسلح", "شرطي"})


def _replaced(trigger: Trigger, event: EventType) -> Trigger:
    if event is trigger.event:
        return trigger
    return Trigger(
        trigger.at,
        trigger.last,
        event,
        trigger.role,
        trigger.lemma,
        trigger.form,
        trigger.passive,
        trigger.unit,
        trigger.number,
        trigger.noun,
    )


def _peaceful(found: Sequence[Trigger]) -> bool:
    return not any(
        each.event in {EventType.ATTACK, EventType.INJURY, EventType.ARBITRARY_DETENTION, EventType.TORTURE}
        for each in found
    )


def _fate_withheld(near: set[str]) -> bool:  # noqa: PLR0911 - one case after another reads best
    if near & _FATE and near & {"مجهول", "مجهولا", "تفصح", "يكشف", "تكشف", "يعرف", "معروف", "يفصح"}:
        return True
    if near & REFUSE and near & {"الافصاح", "الكشف"} and near & {"مكان", "مصير", *_WHERE, *_FATE}:
        return True  # ترفض الإفصاح عن مكان احتجازه
    if near & {"معروف", "معلوم"} and near & _WHERE and near & {"ما", "وما", "غير", "مو", "مش"}:
        return True  # وما معروف ودوهم وين
    if near & _NOBODY_AT_ALL and near & _KNOWS and near & _WHERE:
        return True  # ولا حدا بيعرف وين أخدوه
    if near & {"عنه", "عنها", "عنهم"} and near & _HEARS and near & {"لم", "ولم", "ما", "وما"} and near & _ANYTHING:
        return True  # ولم تعرف عنه شيئاً
    if near & {"يكشفوا", "يكشف", "تكشف", "يفصحوا"} and near & {"لم", "ولم"} and near & {"مكان", *_FATE}:
        return True  # ولم يكشفوا عن مكان احتجازه
    if near & _WE_DO_NOT_KNOW and near & _WHERE:
        return True  # ماندري وين ودوه
    return bool(near & {"قسريا", "قسرا", "القسري"} and near & {"مخفي", "مخفيا", "اختفاء", "الاختفاء", "مخفيين"})


def _strikes(line: Line, at: int) -> bool:
    first = at if line.items[at].sense.cut.conjunction else max(0, at - 3)  # نهبوا السوق وضربوا الناس
    around = [n for n in range(first, min(at + 4, len(line.items))) if not line.prep(n)]
    if any((noun := line.items[n].sense.noun) is not None and noun.unit is Unit.MUNITIONS for n in around):
        return True
    if any(line.plain(n) in _WEAPONS for n in range(at, min(at + 5, len(line.items)))):
        return True
    if any(line.plain(n) in _THROWN for n in range(at + 1, min(at + 3, len(line.items)))):
        return True  # ضربونا دخانيات
    if any(line.stem(n) in _DEED_NOUNS for n in range(max(0, at - 4), at)):
        return True
    return any(
        line.stem(n) in small.TARGETS
        or line.items[n].sense.place
        or line.stem(n) in {"طياره", "طايره", "طيران", "طايرات", "بنايه"}
        for n in around
    )
