"""Arabic nouns that are counted in testimony: singular, plurals, and duals, each by what it counts."""

from vigil.model.claim import Unit
from vigil.testimony.counts.mention import Kind
from vigil.testimony.counts.plain import plain

# Singular, then its broken or feminine plurals. A sound masculine plural is marked by +, and its -ين is no dual.
_PEOPLE = """
شخص أشخاص
رجل رجال
طفل أطفال
طفلة طفلات
امرأة نساء نسوة
سيدة سيدات
شاب شبان شباب
شابة شابات
فتى فتيان فتية
فتاة فتيات
رضيع رضع
رضيعة رضيعات
صبي صبية صبيان
قتيل قتلى
قتيلة قتيلات
جريح جرحى
جريحة جريحات
شهيد شهداء
شهيدة شهيدات
ضحية ضحايا
جثة جثث
جثمان جثامين
مدني+ مدنيين
مدنية مدنيات
مواطن+
مواطنة مواطنات
مصاب+
مصابة مصابات
إصابة إصابات
مسعف+
مسعفة مسعفات
طبيب أطباء
طبيبة طبيبات
ممرض+
ممرضة ممرضات
صحفي+
صحافي+
صحفية صحفيات
صحافية صحافيات
إعلامي+
مراسل+
مصور+
ناشط+ نشطاء
ناشطة ناشطات
متطوع+
متطوعة متطوعات
عامل عمال
معلم+
معلمة معلمات
مدرس+
مدرسة_ش
أستاذ أساتذة
طالب طلاب طلبة
طالبة طالبات
تلميذ تلاميذ
تلميذة تلميذات
مهندس+
مهندسة مهندسات
محام+
محامي+
سائق+
مزارع+
تاجر تجار
عنصر عناصر
جندي جنود
مقاتل+
مسلح+
ضابط ضباط
عسكري+
شرطي+
مجند+
قناص+ قناصة
قيادي+
أسير أسرى
أسيرة أسيرات
معتقل+
معتقلة معتقلات
مختطف+
مخطوف+
مفقود+
محتجز+
سجين سجناء
رهينة رهائن
نازح+
نازحة نازحات
لاجئ+
لاجئة لاجئات
مريض مرضى
مسن+
مسنة مسنات
شيخ شيوخ
عجوز عجائز
فرد أفراد
نسمة نسم
إنسان
موظف+
موظفة موظفات
متظاهر+
محتج+
مدنيا
أخ إخوة أشقاء
أخت أخوات
شقيق أشقاء
شقيقة شقيقات
ابن أبناء
ابنة بنات
بنت بنات
أب آباء
أم أمهات
زوج أزواج
زوجة زوجات
جد أجداد
جدة جدات
عم أعمام
خال أخوال
حفيد أحفاد
توأم توائم
وفاة وفيات
حالة_وفاة
شخصية شخصيات
عالق+
راكب ركاب
مسعفا
فلسطيني+
سوري+
لبناني+
عراقي+
يمني+
سوداني+
إسرائيلي+
إيراني+
روسي روس
مستوطن+
"""
_OTHERS = {
    Unit.FAMILIES: "عائلة عائلات عوائل عيلة عيل\nأسرة أسر\nبيت_عائلة",
    Unit.VEHICLES: (
        "سيارة سيارات\nحافلة حافلات\nباص باصات\nشاحنة شاحنات\nمركبة مركبات\nدبابة دبابات\nآلية آليات"
        "\nعربة عربات\nقارب قوارب"
        "\nطائرة طائرات\nمروحية مروحيات\nمسيرة مسيرات\nدراجة دراجات\nقافلة قوافل\nسفينة سفن\nصهريج صهاريج\nجرافة جرافات"
    ),
    Unit.BUILDINGS: (
        "منزل منازل\nمبنى مبان مباني\nبناية بنايات\nبناء أبنية\nبيت بيوت\nمستشفى مستشفيات مشافي"
        "\nمشفى مشاف مشافي\nمدرسة مدارس"
        "\nمسجد مساجد\nجامع جوامع\nكنيسة كنائس\nمحل محال محلات\nمتجر متاجر\nسوق أسواق\nمخبز مخابز"
        "\nفرن أفران\nعيادة عيادات"
        "\nشقة شقق\nبرج أبراج\nخيمة خيام\nمستودع مستودعات\nمنشأة منشآت\nجسر جسور\nمصنع مصانع"
        "\nصيدلية صيدليات\nجامعة جامعات"
        "\nعمارة عمارات\nوحدة_سكنية\nمحطة محطات\nمركز مراكز\nمخفر مخافر\nمقر مقار مقرات\nمستوصف مستوصفات"
        "\nمخزن مخازن\nمسكن مساكن\nدكان دكاكين\nفندق فنادق\nمعبد معابد\nكوخ أكواخ\nورشة ورش"
        "\nمعمل معامل\nصومعة صوامع\nمطحنة مطاحن\nمطعم مطاعم\nروضة رياض\nمكتبة مكتبات\nمنارة منارات"
    ),
    Unit.ATTACKS: (
        "غارة غارات\nضربة ضربات\nهجوم هجمات\nقصف\nانفجار انفجارات\nتفجير تفجيرات\nعملية عمليات"
        "\nاشتباك اشتباكات\nاعتداء اعتداءات"
        "\nمجزرة مجازر\nخرق خروقات\nانتهاك انتهاكات\nطلعة طلعات\nكمين كمائن\nاقتحام اقتحامات"
        "\nاستهداف استهدافات\nغارات_جوية"
    ),
    Unit.MUNITIONS: (
        "صاروخ صواريخ\nقذيفة قذائف\nبرميل براميل\nقنبلة قنابل\nلغم ألغام\nعبوة عبوات\nرصاصة رصاصات"
        "\nطلقة طلقات\nهاون\nذخيرة ذخائر"
    ),
}
_THINGS = """
قرية قرى
بلدة بلدات
مدينة مدن
دولة دول
حي أحياء
منطقة مناطق
محافظة محافظات
مصدر مصادر
تقرير تقارير
مرة مرات
نقطة نقاط
جهة جهات
طرف أطراف
فصيل فصائل
حاجز حواجز
شارع شوارع
مخيم مخيمات
بند بنود
شرط شروط
فريق فرق
مجموعة مجموعات
منظمة منظمات
صورة صور
مقطع مقاطع
طابق طوابق
مرحلة مراحل
جولة جولات
حالة حالات
سبب أسباب
طريقة طرق
ملف ملفات
"""
_MEASURES: dict[Kind, str] = {
    Kind.DURATION: (
        "يوم يوما أيام يومين يومان ساعة ساعات ساعتين ساعتان دقيقة دقائق دقيقتين ثانية ثوان ثواني أسبوع"
        " أسبوعا أسابيع أسبوعين أسبوعان"
        " شهر شهرا أشهر شهور شهرين شهران سنة سنوات سنين سنتين سنتان عام عاما أعوام عامين عامان ليلة ليال"
        " ليالي ليلتين عقد عقود عقدين"
        " قرن قرون"
    ),
    Kind.DISTANCE: (
        "كيلومتر كيلومترا كيلومترات كم كلم متر مترا أمتار مترين كيلومترين ميل ميلا أميال قدم أقدام سم"
        " سنتيمتر سنتمتر كيلو"
    ),
    Kind.MEASURE: (
        "طن طنا أطنان كيلوغرام كيلوغراما كغ كغم غرام غراما لتر لترا ليتر درجة درجات ميغاواط هكتار دونم"
        " دونما دونمات فدان فدانا"
    ),
    Kind.CALIBRE: "ملم مم ميليمتر مليمتر",
    Kind.PERCENTAGE: "% بالمئة بالمائة",
    Kind.SUM: (
        "دولار دولارا دولارات يورو ليرة ليرات دينار دينارا دنانير ريال ريالا ريالات درهم درهما دراهم"
        " شيكل شيكلا جنيه جنيها"
        " جنيهات"
    ),
}

MEASURES: dict[str, Kind] = {plain(word): kind for kind, words in _MEASURES.items() for word in words.split()}
"""Words behind a number that make it no count."""

_RELATIONS = (
    "شقيق", "شقيقة", "أخ", "أخو", "أخا", "أخت", "ابن", "ابنة", "والد", "والدة", "أب", "أبو", "أم", "زوج", "زوجة", "جد",
    "جدة", "عم", "عمة", "خال", "خالة", "حفيد", "حفيدة", "صديق", "جار", "طفل", "طفلة", "رضيع",
)  # fmt: skip
_OWNERS = ("ه", "ها", "هم", "هما", "هن", "ي", "نا", "ك", "كم")


def _owned(word: str) -> list[str]:
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    return [stem + owner for owner in _OWNERS]


def _duals(singular: str, *, sound: bool) -> list[str]:
    """Both of them. The dual in -ين of a noun with a plural in -ين cannot be told from it, and is left out."""
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular  # فتاه: فتاتان
    return [stem + "ان"] if sound else [stem + "ان", stem + "ين"]


def _read(rows: str) -> list[tuple[str, list[str], bool]]:
    found = []
    for row in rows.strip().splitlines():
        words = row.split()
        singular = words[0]
        if "_" in singular:
            continue
        sound = singular.endswith("+")
        found.append((plain(singular.rstrip("+")), [plain(each) for each in words[1:]], sound))
    return found


SINGULAR: dict[str, Unit] = {}
"""One of them, in the forms it takes without an article."""

PLURAL: dict[str, Unit | None] = {}
"""More of them, and the singular that follows numbers above ten; None for things that are no unit of a claim."""

DUAL: dict[str, Unit] = {}
"""Two of them in one word."""

OWNED: dict[str, Unit] = {}
"""Her brother, his mother: one person in one word."""


def _fill() -> None:  # noqa: PLR0912 - one rule after another
    units: list[tuple[Unit | None, str]] = [
        (None, _THINGS),
        (Unit.PEOPLE, _PEOPLE),
        *((u, t) for u, t in _OTHERS.items()),
    ]
    for unit, rows in units:
        for singular, plurals, sound in _read(rows):
            forms = [singular] if singular.endswith(("ه", "ا", "اء")) else [singular, singular + "ا"]
            more = [*plurals, *([singular + "ون", singular + "ين"] if sound else [])]
            for word in [*forms, *more]:
                PLURAL[word] = unit
            if unit is None:
                continue
            for word in forms:
                SINGULAR[word] = unit
            for word in _duals(singular, sound=sound):
                if word not in more:
                    DUAL[word] = unit
    for word, unit in (("امراتان", Unit.PEOPLE), ("امراتين", Unit.PEOPLE), ("مبنيان", Unit.BUILDINGS),
                       ("مبنيين", Unit.BUILDINGS), ("فتيان", None), ("فتاتان", Unit.PEOPLE), ("فتاتين", Unit.PEOPLE),
                       ("شقيقان", Unit.PEOPLE), ("مستشفيان", Unit.BUILDINGS),
                       ("مستشفيين", Unit.BUILDINGS)):  # fmt: skip
        DUAL.pop(word, None)
        if unit is not None:
            DUAL[word] = unit
    for word in _RELATIONS:
        for owned in _owned(plain(word)):
            if owned not in SINGULAR:  # طفله is his child, or a girl
                OWNED[owned] = Unit.PEOPLE
    # Words that are far more often something else than a dual or a plural of one of ours.
    for word in ("بيان", "عمان", "جدين", "خالين", "سوقين", "امين", "ابين", "اخين", "بنان", "زوجان", "زوجين", "جدان"):
        DUAL.pop(word, None)
    for word in ("زوجان", "زوجين"):
        DUAL[word] = Unit.PEOPLE
    for word in ("امي", "امك", "امنا", "ابي", "عمي", "جدي", "جدا", "خالي", "اخي", "عمك", "جارك", "جاري",
    "جدك", "جدنا", "عمها",
                 "اما", "امهم"):  # fmt: skip
        OWNED.pop(word, None)
    for word in ("ام", "عم", "جد", "خال", "اب", "اخ", "حي", "اما", "ابا", "جدا", "عما", "خالا", "اخا", "قصف", "قصفا",
                 "هاون", "هاونا", "زوج", "بناء", "عمليه", "حاله", "عنصر", "شباب", "فرد", "محل", "محلا", "سوق", "شيخ",
                 "عجوز", "جامع", "برج", "جامعه", "ابن", "مسيره", "اليه", "طلقه", "استهداف", "شخصيه", "انسان",
                 "نسمه", "اصابه", "اصابها", "وفاه"):  # fmt: skip
        SINGULAR.pop(word, None)


_fill()
