"""Words for people whom something befalls, in singular, dual and plural, and for their kin."""

# ruff: noqa: E501  (lists of words run on over lines; Arabic letters count wider than they are)

from typing import NamedTuple

from vigil.model.claim import Unit, VictimKind
from vigil.testimony.arabic.words import fold_word


class PersonWord(NamedTuple):
    """What a noun says of those it names.

    Attributes:
        kinds: Of victims.
        number: `s`, `d`, `p`.
        armed: May as well be those who did it: soldiers, gunmen.
        sex: `female`, `male` or None.
        age: `child`, `adult`, `older` or None.
        unit: People or families.
        kin: "my brother", "our neighbour": with the pronoun of whoever speaks.
        title: Stands before a name: doctor, journalist, martyr.
    """

    kinds: frozenset[VictimKind]
    number: str
    armed: bool = False
    sex: str | None = None
    age: str | None = None
    unit: Unit = Unit.PEOPLE
    kin: bool = False
    title: bool = False


_CIVILIANS, _WOMEN, _CHILDREN = VictimKind.CIVILIANS, VictimKind.WOMEN, VictimKind.CHILDREN
_MEDICS, _AID, _PRESS, _ARMED = VictimKind.MEDICS, VictimKind.AID_WORKERS, VictimKind.JOURNALISTS, VictimKind.COMBATANTS

_REGULAR = {
    # Sound plurals: given is the singular; dual and plural, feminine too, are made from it.
    (): "نازح مهاجر معتقل مواطن مختطف مشيع متظاهر محتج مدرس معلم موظف محام مهندس مزارع راكب مسافر سجين مصل حاج قروي كردي ناشط محتجز بائع سائق مشارك لاجئ أسير متسوق موقوف مفقود منشق مطلوب تركماني مسيحي علوي درزي سني شيعي يزيدي فلسطيني سوري عراقي سوداني يمني لبناني مصاب راع قيادي مسؤول محتشد مصطاف معتصم ملاح صياد خباز",
    (_CIVILIANS,): "مدني",
    (_MEDICS,): "مسعف ممرض صيدلاني مخدر",
    (_AID,): "متطوع منقذ إغاثي",
    (_PRESS,): "صحفي صحافي إعلامي مراسل مصور",
    (_ARMED,): "مقاتل مسلح عسكري إرهابي جهادي متمرد ميليشياوي مجند انغماسي داعشي",
}
_IRREGULAR = {
    # By kinds: the singular, the dual and the plural, between slashes.
    (): (
        "شخص/شخصان شخصين/أشخاص|رجل/رجلان رجلين/رجال|شاب شب/شابان شابين/شبان شباب شبانا|عامل/عاملان عاملين/عمال|طالب/طالبان طالبين/طلاب طلبة|مسن/مسنان مسنين/مسنين مسنون"
        "|راهب راهبة/راهبان راهبين راهبتين/رهبان راهبات|راع راعي/راعيان راعيين/رعاة|سجين/سجينان سجينين/سجناء|مريض مريضة/مريضان مريضين/مرضى|أسير/أسيران أسيرين/أسرى|ناج/ناجيان/ناجون ناجين"
        "|فرد/فردان فردين/أفراد|نسمة//|ساكن//سكان أهالي الأهالي|إنسان//ناس بشر|زلمة//زلم|تاجر/تاجران/تجار|فلاح/فلاحان/فلاحين فلاحون|صياد/صيادان/صيادين صيادون"
        "|قروي/قرويان/قرويين قرويون|حاج//حجاج|مصل/مصليان/مصلين مصلون|زائر//زوار|لاجئ/لاجئان/لاجئين لاجئون|آخرى/آخران آخرين/آخرون آخرين أخريات|راكب/راكبان راكبين/ركاب|نفر//أنفار"
        "|محام محامي/محاميان محاميين/محامين محامون|//حالات|بائع/بائعان/باعة|سائق/سائقان/سائقين سائقون|جار/جاران/جيران|ثالث//|كادر//كوادر|شخصا//|راكبا//|كردي/كرديان كرديين/أكراد كرديا|صديق//أصدقاء|زميل/زميلان/زملاء|قائد//قادة|مدير/مديران/مدراء|رئيس//رؤساء|وزير//وزراء|إمام//أئمة|خطيب//|قاض قاضي/قاضيان/قضاة|محافظ//|نائب//نواب|سفير//|كاهن//كهنة|قس//|أستاذ/أستاذان أستاذين/أساتذة|شيخ/شيخان شيخين/شيوخ مشايخ|مطران/مطرانان مطرانين/|عضو/عضوان عضوين/أعضاء"
    ),
    (
        _WOMEN,
    ): "امرأة مرأة سيدة مرا حرمة/امرأتان امرأتين سيدتان سيدتين/نساء نسوان سيدات نسوة|معتقلة ناشطة نازحة مسنة/معتقلتان معتقلتين/معتقلات ناشطات نازحات مسنات|مختطفة مخطوفة//مختطفات مخطوفات|طالبة/طالبتان طالبتين/طالبات|متظاهرة//متظاهرات",
    (_CHILDREN,): (
        "طفل ولد صبي فتى رضيع/طفلان طفلين ولدان ولدين صبيان صبيين رضيعان رضيعين فتيان فتيين/أطفال ولاد أولاد جهال فتية رضع صبية قاصرين قاصرون تلاميذ"
        "|طفلة رضيعة/طفلتان طفلتين رضيعتان رضيعتين طفلتيه/طفلات رضيعات|تلميذ تلميذة/تلميذان تلميذين/تلاميذ|يتيم//أيتام"
    ),
    (_MEDICS,): "طبيب طبيبة دكتور دكتورة حكيم/طبيبان طبيبين طبيبتان طبيبتين/أطباء طبيبات دكاترة|ممرضة//ممرضات",
    (_PRESS,): "صحفية صحافية إعلامية مراسلة//صحفيات",
    (
        _ARMED,
    ): "جندي/جنديان جنديين/جنود|عنصر/عنصران عنصرين/عناصر|ضابط/ضابطان ضابطين/ضباط|مجاهد//مجاهدين مجاهدون|شرطي/شرطيان شرطيين/|طيار/طياران طيارين/طيارين|عميد عقيد ملازم نقيب رائد لواء//|قناص//",
}
_FEMALE = "امرأة سيدة طفلة رضيعة فتاة بنت طالبة ممرضة طبيبة صحفية شهيدة أم جدة"
_NO_ENDING = {"s": ("ه", "ا"), "p": ("ه", "ون", "ين", "ات", "ا", "ي", "ء")}
_FAMILIES = "عائلة/عائلتان عائلتين/عائلات عوائل|عيلة/عيلتين/عيل|أسرة/أسرتان أسرتين/أسر"
_KIN = "أخ أخو أخا أب أبو أم ابن إبن بنت أخت عم خال عمة خالة زوج زوجة مرة جد جدة جار جارة زميلة صديقة رفيقة شقيقة قريبة خطيب خطيبة صديق ابنة والد والدة شقيق شقيقة ولد طفل طفلة قريب رفيق زميل رضيع"
_KIN_PLURAL = "أخوة إخوة أخوات أولاد ولاد بنات أبناء أطفال عيال أقارب جيران أهل أصدقاء زملاء أشقاء شباب رجال"
_KIN_DUAL = "طفل طفلة ولد ابن ابنة بنت شقيق شقيقة أخت أخو والد رضيع رضيعة صديق زميل جار قريب حفيد حفيدة زوجة"
_PRONOUNS = ("ي", "يا", "نا", "ه", "ها", "هم", "هما", "و", "ك", "كم", "ن", "هن", "ون", "كن")
_OF_BOTH = frozenset({"ه", "ها", "هم", "هما", "هن"})
"""Pronouns behind a dual: behind its ي or ا the others would make other words."""
_KIN_KINDS = {"عيال": _CHILDREN, "طفل": _CHILDREN, "طفلة": _CHILDREN, "أطفال": _CHILDREN, "رضيع": _CHILDREN, "رضيعة": _CHILDREN, "أم": _WOMEN, "زوجة": _WOMEN, "والدة": _WOMEN,
              "جدة": _WOMEN}  # fmt: skip
_TITLES = "طبيب دكتور دكتورة طبيبة صحفي صحفية صحافي إعلامي ناشط ناشطة مسعف ممرض شهيد شهيدة طفل طفلة شاب محام محامي مهندس معلم قائد مصور شيخ عميد عقيد ملازم متطوع سيدة مراسل رضيع فتى حاج أستاذ"


def _people() -> dict[str, PersonWord]:
    found: dict[str, PersonWord] = {}

    def add(words: str, kinds: tuple[VictimKind, ...], number: str, *, unit: Unit = Unit.PEOPLE) -> None:
        for word in words.split():
            plain = fold_word(word)
            known = PersonWord(
                frozenset(kinds),
                number,
                armed=_ARMED in kinds,
                sex="female" if plain in female else None,
                age="child" if _CHILDREN in kinds else None,
                unit=unit,
                title=plain in titles,
            )
            for written in (
                (plain, f"{plain}ا") if number != "d" and not plain.endswith(_NO_ENDING[number]) else (plain,)
            ):
                found.setdefault(written, known)

    female = {fold_word(word) for word in _FEMALE.split()}
    titles = {fold_word(word) for word in _TITLES.split()}
    for kinds, rows in _IRREGULAR.items():
        for row in rows.split("|"):
            for words, number in zip(row.split("/"), "sdp", strict=True):
                add(words, kinds, number)
    for kinds, singulars in _REGULAR.items():
        for one in singulars.split():
            add(one, kinds, "s")
            add(f"{one}ان {one}تان {one}تين", kinds, "d")
            add(f"{one}ون {one}ين {one}و {one}ي", kinds, "p")
            women = kinds or (_WOMEN,)
            add(f"{one}ة", kinds, "s")
            add(f"{one}ات", women, "p")
    for kinds, words in _OWN_MEN.items():
        add(words, kinds, "p")
    add("صاحبه صاحبها صاحبهم سائقه سائقها حارسه حارسها", (), "s")
    for row in _FAMILIES.split("|"):
        for words, number in zip(row.split("/"), "sdp", strict=True):
            add(words, (), number, unit=Unit.FAMILIES)
    return found


_OWN_MEN = {
    (_ARMED,): "مقاتليه مقاتليها مقاتليهم مقاتلوه مقاتلوها عناصره عناصرها عناصرهم جنوده جنودها جنودهم مسلحيه مسلحيها ضباطه ضباطها",
    (_MEDICS,): "مسعفيه مسعفيها مسعفينا أطبائه أطبائها طواقمه طواقمها ممرضيه ممرضيها",
    (_AID,): "متطوعيه متطوعيها متطوعينا متطوعاتها",
    (_PRESS,): "مراسليه مراسليها صحفييه صحفييها صحافييها مصوريه مصوريها",
    (): "حراسه حراسها مرافقيه مرافقيها ركابه موظفيه موظفيها موظفيهم كوادره كوادرها عمالها عماله أفراده أفرادها أعضائه أعضائها طلابه طلابها ركابها",
}  # fmt: skip
"""Those of a force or body spoken of: خمسة من مقاتليه."""


def _kin() -> dict[str, PersonWord]:
    found: dict[str, PersonWord] = {}
    for words, number in ((_KIN, "s"), (_KIN_PLURAL, "p"), (_KIN_DUAL, "d")):
        for word in words.split():
            plain = fold_word(word)
            stem = f"{plain[:-1]}ت" if plain.endswith("ه") else plain
            kinds = frozenset({_KIN_KINDS[word]} if word in _KIN_KINDS else ())
            for pronoun in _PRONOUNS:
                if number != "d":
                    found.setdefault(stem + pronoun, PersonWord(kinds, number, kin=True))
                elif pronoun in _OF_BOTH:  # طفلتيها, شقيقاه
                    found.setdefault(f"{stem}ي{pronoun}", PersonWord(kinds, number, kin=True))
                    found.setdefault(f"{stem}ا{pronoun}", PersonWord(kinds, number, kin=True))
    return found


KIN_OF = frozenset(
    fold_word(word) for word in ["والد", "والدة", "شقيق", "شقيقة", "نجل", "زوجة", "ابنة", "حفيد", "حفيدة"]
)
"""Kin of whoever is named behind it."""
PEOPLE = _people()
KIN = _kin()
