"""Words that tell of an event only beside others: lorries and families that arrive, drones, families of the missing."""

from vigil.model.claim import EventType
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.words import plain_set

DRONES = plain_set("مسيرة مسيرات طائرة طائرات درون درونات")

REFUSE = plain_set("رفض رفضت رفضوا عدم وعدم ترفض يرفض رفضها ورفضت ورفض")
_DISPLACED = plain_set("نازح مهجر لاجئ مشرد فار")

_BEREFT = plain_set(
    "معتقل أسير سجين محتجز مفقود مخطوف مختطف مخفي مختف مغيب نازح لاجئ مهجر عالق شهيد قتيل جريح مصاب ضحية"
)

_STAYS = plain_set("لا ما زالت تزال باتت بات أصبحت ظلت بقيت لسا صارت كلها بالكامل تماما")

_WHILE = plain_set("منذ من بالكامل تماما حاليا الآن اليوم كليا بشكل بلا بدون وسط لليوم و")


UNWILLING = plain_set(
    """
    راضيين راضي راضية رضيوا رضي رضوا يرضوا يرضون بيرضوا يخلوا يخلونا بيخلوا يخلون خلونا خلوا مخليين يسمحوا يسمحون
    بيسمحوا سمحوا سمحولنا يسمحولنا سامحين سمح سمحت يسمح تسمح قابلين يقبلوا رافضين يرفضون رفضوا رفضت رفض ترفض يرفض
    """
)
"""Whoever is not willing, or refuses, to let somebody pass."""

_REFUSING = plain_set("رافضين يرفضون رفضوا رفضت رفض ترفض يرفض")
_DENYING = plain_set("مش مو ما لم لا لن مب موش مهوب وما ولم ولا محدش عم")
_PASSING = plain_set(
    """
    يدخل تدخل يدخلوا يدخلون ندخل يدخلوها يدخلوهم ندخلها دخول بدخول الدخول إدخال بإدخال دخولها يطلع تطلع نطلع يطلعوا
    نخرج يخرج تخرج يخرجوا خروج بخروج الخروج بالخروج بالدخول نمر يمر تمر نعبر يعبر تعبر عبور بعبور العبور بالعبور مرور
    بمرور المرور بالمرور يفتحوا يمرقوا نمرق تمرق يعدوا نعدي يعدي تعدي وصول بوصول يوصل توصل يفوت يفوتوا تفوت نفوت
    """
)

_DOING = {
    EventType.OBSTRUCTION: "مانعين مانع مانعة مانعينا مانعينهم مانعيننا قاطعين مسكرين",
    EventType.SIEGE: "محاصرنا محاصرينا محاصريننا محاصرينهم محاصرينها حاصرينا مطوقينا مطوقين",
    EventType.KIDNAPPING: "خاطفين خاطفينه خاطفينها خاطفينهم",
    EventType.ARBITRARY_DETENTION: (
        "حابسين حابسينه حابسينها حابسينهم ماخدينه ماخدينها ماخدينهم ماخذينه ماخذينهم معتقلينه معتقلينهم"
        " واخد واخده واخدها واخدهم واخدينه واخدينها واخدينهم"
    ),
}
DOING = {word: event for event, words in _DOING.items() for word in plain_set(words)}
"""Participles that tell in the dialects what somebody does: الحوثة مانعين دخول الدقيق."""


def doing_to(word: str) -> str:
    """The pronoun on such a participle, or ""."""
    return next(
        (each for each in ("نا", "هم", "ها") if word.endswith(each)), "ه" if word.endswith(("ينه", "خده")) else ""
    )


def does_so(line: Line, at: int) -> bool:
    """مانعين دخول, خاطفين شب: what is kept out, or who is taken, stands behind it or is its pronoun."""
    word = line.plain(at)
    if line.items[at].sense.cut.article or line.prep(at):
        return False
    if doing_to(word):
        return True
    span = range(at + 1, min(at + 5, len(line.items)))
    if DOING[word] is EventType.OBSTRUCTION:
        return any(line.plain(k) in _PASSING or line.stem(k) in _ROADS for k in span)
    return any(line.items[k].sense.person or line.items[k].sense.kin or line.items[k].sense.place for k in span)


_ROADS = plain_set("طريق طرق معبر جسر شارع ممر مدخل مداخل مي ماء مياه كهرباء كهربا نت إنترنت اتصالات")

LEAVE = plain_set(
    """
    مرق مرقو مرقوا مرقت مرقنا تركنا تركوا تركو سبنا سابوا سيبنا طلعنا طلعوا طلعو هجينا هجوا فلينا فلوا خلينا
    """
)
_HOMES = plain_set(
    """
    بيوتنا بيوتهم بيتنا بيتهم بيوتن الحلة حلتنا حلتهم منازلنا منازلهم البلد البلدة القرية قريتنا قريتهم المدينة
    مدينتنا حارتنا حارتهم الحارة ديارنا ديارهم المخيم الحي ضيعتنا الضيعة بلدنا بلدتنا
    """
)

_RUBBLE = plain_set("الردم الأنقاض الركام أنقاض ركام الهدم الرماد")
_HURT = plain_set(
    """
    جرحى الجرحى جريح مصابين المصابين مرضى المرضى عالقين العالقين محاصرين المحاصرين المدنيين مدنيين العوائل
    العائلات
    """
)


_KNOWLEDGE = plain_set("معلومات تفاصيل حصيلة أرقام إحصائية إحصائيات معلومة بيانات")


def nothing_known(line: Line, at: int) -> bool:
    """ولا معلومات مؤكدة عن الضحايا: nobody is said to be one."""
    for k in range(at - 1, max(-1, at - 8), -1):
        if line.stem(k) in _KNOWLEDGE:
            return any(line.plain(n).removeprefix("و") in small.NOT for n in range(max(0, k - 3), k))
        if line.plain(k) in {",", ":", "."}:
            return False
    return False


def gets_out(line: Line, at: int) -> bool:
    """راح يطلعون الجرحى: out of a place, and not from under rubble."""
    span = range(at + 1, min(at + 6, len(line.items)))
    return any(line.plain(k) in _HURT for k in span[:3]) and not any(line.plain(k) in _RUBBLE for k in span)


def lets_nobody(line: Line, at: int) -> bool:
    """مش راضيين يدخلوها, ما سمحوا بدخول, رافضين إدخال."""
    word = line.plain(at)
    bare = word.removeprefix("و")
    denied = any(line.plain(k).removeprefix("و") in _DENYING for k in (at - 1, at - 2))
    if bare not in UNWILLING or denied == (bare in _REFUSING):
        return False
    for k in range(at + 1, min(at + 4, len(line.items))):
        if line.plain(k) in _PASSING:
            forces = k + 1 < len(line.items) and line.items[k + 1].sense.actor is not None
            return not (forces and line.items[k + 1].sense.cut.article)  # رفضوا دخول القوات
        if not line.is_word(k):
            break
    return False


REACHING = plain_set(
    "توصل يوصل يوصلوا يوصلون تصل يصل يصلوا الوصول للوصول تعدي يعدي يعدوا تدخل يدخل يدخلوا تفوت يفوت تمرق يمرق توصلنا"
)
_RESCUE = plain_set("إسعاف الإسعاف إسعافات مسعف مسعفين المسعفين مسعفون إنقاذ الإنقاذ إطفاء الإطفاء دكتور أطباء الأطباء")
_ABLE = plain_set(
    """
    قدر قدرت قدروا قدرتش قدرش قدرتوا قادر قادرة قادرين عارف عارفة عارفين تقدر يقدر يقدروا يقدرون تمكن تمكنت تمكنوا
    تتمكن يتمكن يتمكنوا تستطيع يستطيع استطاع استطاعت عاجز عاجزة عاجزين عم
    """
)


def cannot_reach(line: Line, at: int) -> bool:
    """الإسعاف ما قدرت توصل, فرق الإنقاذ لم تتمكن من الوصول: whoever comes to help is kept from it."""
    if line.plain(at) not in REACHING:
        return False
    span = range(max(0, at - 4), at)
    able = next((k for k in span if line.plain(k) in _ABLE), None)
    if able is None:
        return False
    unable = line.plain(able).startswith("عاجز") or line.plain(able).endswith("ش")
    denied = unable or any(line.plain(k).removeprefix("و") in _DENYING for k in (able - 1, able - 2))
    return denied and any(line.plain(k).removeprefix("و") in _RESCUE for k in range(max(0, able - 5), able))


HEAPED = plain_set("كومة كوم ركام ركاما أنقاض أنقاضا رماد رمادا خراب خرابا حطام حطاما")
_BECOMES = plain_set("صار صارت صاروا صارو أصبح أصبحت أصبحوا تحول تحولت تحولوا غدا غدت بات باتت سواه سووه")


def heaped_up(line: Line, at: int) -> bool:
    """أربع طوابق صارت كومة حجار, تحول المنزل إلى ركام."""
    if line.plain(at).removeprefix("ل").removeprefix("ا") not in HEAPED and line.plain(at) not in HEAPED:
        return False
    if not any(line.plain(k).removeprefix("و") in _BECOMES for k in range(max(0, at - 5), at)):
        return False
    return any(
        line.stem(k) in small.TARGETS or line.plain(k) in {"طوابق", "طابق", "الدار", "دارنا", "بيتنا"}
        for k in range(max(0, at - 9), at)
    )


LIMBLESS = plain_set("انقطعت انقطع مقطوعة مقطوع بترت بتر انبترت مبتورة طارت راحت")
_LIMBS = plain_set(
    """
    رجله رجلها رجلي إيده إيدها ايدي يده يدها يدو رجلو ساقه ساقها قدمه قدمها عينه عينها ذراعه ذراعها أصابعه أصابعها
    """
)


_BARE_LIMBS = plain_set("ساق ساقا قدم قدما يد يدا رجل رجلا ذراع ذراعا")


def loses_limb(line: Line, at: int) -> int:
    """Where it ends that somebody loses a limb: رجله انقطعت, بُترت ساقها, بترت ساق الطفلة; 0 where nobody does."""
    word = line.plain(at).removeprefix("و")
    if word not in LIMBLESS:
        return 0
    if any(line.plain(k).removeprefix("و") in _LIMBS for k in (at - 1, at + 1) if 0 <= k < len(line.items)):
        return at + 1
    cut_off = word.startswith(("بتر", "انبتر")) and line.plain(at + 1) in _BARE_LIMBS
    return at + 2 if cut_off else 0


ENTERS = plain_set("تدخل يدخل دخلت دخل تعبر عبرت تصل وصلت")
_LOADS = plain_set("شاحنة شاحنات مساعدات المساعدات قافلة قوافل طحين وقود مازوت حليب أدوية")


def nothing_enters(line: Line, at: int) -> bool:
    """لم تدخل شاحنة واحدة: kept out, by whomever."""
    denied = line.plain(at - 1).removeprefix("و") in {"لم", "ما", "لا"}
    if line.plain(at) not in ENTERS or not denied or line.plain(at - 2).removeprefix("و") in small.IF:
        return False
    return any({line.plain(k), line.stem(k)} & _LOADS for k in range(at + 1, min(at + 4, len(line.items))))


_CAPTIVES = plain_set(
    "أسير أسيرا أسرى الأسرى معتقل معتقلين محتجز محتجزا محتجزين سجين سجناء رهينة رهائن الرهائن مختطف مختطفين"
)


def lets_go(line: Line, at: int) -> bool:
    """أطلقت السلطات سراح ألف محتجز, إطلاق نحو 900 أسير: and no shot."""
    span = range(at + 1, min(at + 6, len(line.items)))
    if any(line.plain(k) in {"النار", "نار", "الرصاص", "رصاص", "النيران"} for k in span):
        return False
    freed = any(line.plain(k) in {"سراح", "سراحه", "سراحهم", "سراحها"} for k in span)
    return freed or any({line.plain(k), line.stem(k)} & _CAPTIVES for k in span)


def leaves_home(line: Line, at: int) -> bool:
    """كلهم مرقو من الحلة, تركنا بيوتنا: those who live there."""
    behind = at + 2 if line.plain(at + 1) == "من" else at + 1
    return line.plain(behind) in _HOMES and not line.plain(behind).startswith("للبيت")


def displaced_behind(line: Line, at: int) -> bool:
    """وصلت إلى المدينة 300 أسرة نازحة: so many, and displaced."""
    span = range(at + 1, min(at + 12, len(line.items)))
    figure = next((k for k in span if line.items[k].sense.number or line.items[k].word.kind == "number"), None)
    return figure is not None and any(
        line.stem(k).removesuffix("ه").removesuffix("ا").removesuffix("ين").removesuffix("ون") in _DISPLACED
        for k in range(figure + 1, min(figure + 4, len(line.items)))
        if not line.items[k].sense.cut.article and not line.prep(k)
    )


_TRIED = plain_set(
    """
    حاول حاولت حاولوا حاولا يحاول تحاول يحاولون يحاولوا محاولة محاولته محاولتها محاولتهم لمحاولة بمحاولة محاولين محاولا
    تهمة بتهمة تهم بتهم جريمة بجريمة خشية لمنع منع منعهم
    """
)


def is_only_tried(line: Line, at: int) -> bool:
    """حاولوا الفرار, بتهمة الفرار من الجبهة: nobody is told to have got away."""
    return any(line.plain(k) in _TRIED for k in range(max(0, at - 3), at))


def is_suffered(line: Line, at: int) -> bool:
    """تعرض ستة منهم للضرب."""
    return line.prep(at) == "ل" and any(
        (light := line.items[k].sense.light) is not None and light.lemma == "تعرض" for k in range(max(0, at - 7), at)
    )


def is_launched(line: Line, at: int) -> bool:
    """أطلقت 31 طائرة مسيّرة: so many of them, and sent to strike."""
    if not any(line.items[k].sense.number or line.items[k].word.kind == "number" for k in range(max(0, at - 2), at)):
        return False
    for k in range(at - 1, max(-1, at - 14), -1):
        light = line.items[k].sense.light
        if light is not None and light.lemma in {"اطلق", "استخدم"}:
            return True
        if line.plain(k) in small.CONTRAST or line.plain(k) in {":", ";"}:
            return False
    return False


def before_armed(line: Line, at: int) -> bool:
    """قضينا على تسعة مسلحين, قضى الجيش على المهاجمين."""
    on = next((k for k in range(at + 1, min(at + 5, len(line.items))) if line.plain(k) == "علي"), None)
    return on is not None and armed_behind(line, on + 1)


def armed_behind(line: Line, at: int) -> bool:
    """عشرين مسلحاً: fighters, with or without their figure."""
    for n in range(at, min(at + 7, len(line.items))):
        person = line.items[n].sense.person
        if person is not None:
            return person.armed
        if line.items[n].sense.known and not line.items[n].sense.number and not line.items[n].sense.small:
            return False
    return False


def is_besieged(line: Line, at: int) -> bool:
    """المدينة محاصرة منذ شهر: said of the place before it; no place follows."""
    before = at - 1
    while before >= 0 and (line.items[before].sense.small or line.plain(before).removeprefix("و") in _STAYS):
        before -= 1
    if before < 0 or not line.is_word(before) or line.prep(before):
        return False
    place = line.items[before].sense.place and line.items[before].sense.cut.article
    ends = at + 1 >= len(line.items) or not line.is_word(at + 1) or line.plain(at + 1) in _WHILE
    return place and ends


def of_families(line: Line, at: int) -> bool:
    """أسر المفقودين: families, where those behind it were taken or lost already."""
    if line.stem(at) != "اسر" or not line.plain(at + 1).startswith("ال"):
        return False
    following = line.items[at + 1].sense
    stem = line.stem(at + 1)
    counted = following.noun is not None and following.noun.role == "counted"
    return counted or any(stem.removesuffix(end) in _BEREFT for end in ("ين", "ات", "ون", "ي"))
