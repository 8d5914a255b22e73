"""Words for those who may have done it: forces, groups, men with arms, aircraft, states."""

# ruff: noqa: E501  (lists of words run on over lines; Arabic letters count wider than they are)

from typing import NamedTuple

from vigil.testimony.arabic.words import fold_word, plain_set


class ActorWord(NamedTuple):
    """A noun that names a force, or begins a name of one.

    Attributes:
        state: Forces of a state: whom they take is detained, not kidnapped. None: it does not say.
        open: Its name goes on with words of any kind: حركة نور الدين.
        bare: A name of its own: داعش, موسكو.
    """

    state: bool | None = None
    open: bool = False
    bare: bool = False


_STATE = (
    "قوات قوة قواته قواتها قواتهم جيش شرطة أمن مخابرات استخبارات نظام سلطات سلطة حكومة حواجز حاجز مدفعية طيران طائرة طائرات مقاتلات مقاتلة مروحية مروحيات مسيرة مسيرات طيارة طيارات دبابة دبابات"
    " دعم زورق زوارق درك جندرما احتلال سجان سجانون سجانين محققون محققين محقق دورية دوريات عسكر جنود ضباط جندي ضابط شرطي شرطيون تحالف راجمات راجمة قناصة قناص قناصو قناصي بوارج"
)
_GROUPS = (
    "قراصنة مهربون مهربين عصابات ميليشيا ميليشيات مليشيا مليشيات ميليشياه فصائل فصيل تنظيم تنظيمات جماعة جماعات مجموعة مجموعات مسلح مسلحان مسلحون مسلحين مسلحو مسلحي ملثمون ملثمين ملثم مجهولون مجهولين مجهولان مجهول إرهابيون إرهابيين"
    " عصابة عصابات شبيحة مقاتلون مقاتلين مقاتلو مقاتلي مقاتل عناصر عنصر معارضة ثوار متمردون متمردين متطرفون متطرفين مرتزقة مستوطنون مستوطنين مستوطن إرهابي مهاجمون مهاجم خلايا انتحاري خاطفون خاطفين خاطف جهاديون جهاديين"
)
_OWN = "طائراته طائراتها طائراتهم طيرانه طيرانها مقاتلاته مقاتلاتها مدفعيته مدفعيتها مدفعيتهم جيشه جيشها زوارقه زوارقها دباباته دباباتها وحداته وحداتها مسيراته مسيراتها عناصره عناصرها عناصرهم مقاتلوه مقاتلوها مقاتلوهم جنوده جنودها جنودهم ضباطه ضباطها مسلحوه مسلحوها حراسه حراسها قناصته قناصتها"
_OPEN = "حركة جبهة لواء ألوية كتيبة كتائب فرقة حزب هيئة حرس سرايا فيلق فرع جناح تنظيم جماعة الحشد غرفة أنصار عصائب فوج حرس سلاح كارتل كارتيل"
_BARE = "جنجويد دعامة داعش حماس حوثة حوثيون حوثيين حوثي روسيا إسرائيل تركيا إيران طهران دمشق موسكو قسد نصرة جندرما بيشمركة قاعدة وايلام روس أتراك أمريكان شبيحة أسد طالبان فاطميون زينبيون فاغنر واشنطن أنقرة ناتو حشد"
_NATIONAL = "روسي روسية سوري سورية إسرائيلي إسرائيلية أمريكي أمريكية أميركي أميركية تركي تركية إيراني إيرانية سعودي سعودية عراقي عراقية إماراتي إماراتية أردني أردنية فرنسي فرنسية بريطاني بريطانية كردي كردية لبناني أسدي أسدية مصري مصرية إثيوبي إثيوبية"


def _actors() -> dict[str, ActorWord]:
    found: dict[str, ActorWord] = {}
    for words, known in (
        (_OPEN, ActorWord(open=True)),
        (_STATE, ActorWord(state=True)),
        (_GROUPS, ActorWord(state=False)),
        (_OWN, ActorWord()),
        (_BARE, ActorWord(bare=True)),
    ):
        for word in words.split():
            plain = fold_word(word)
            found.setdefault(plain, known)
            if not plain.endswith(("ه", "ون", "ين", "ات", "ا")):
                found.setdefault(f"{plain}ا", known)
    return found


ACTORS = _actors()
NATIONAL = frozenset(fold_word(word) for word in _NATIONAL.split())
"""Adjectives that say whose a strike was: غارة روسية."""

BACKING = plain_set(
    "تساندها يساندها تسانده يسانده تساندهم يساندهم تدعمه يدعمه تؤازرها يؤازرها مدعوم مدعومة مدعومين مدعومون ممول ممولة ممولين تدعمها يدعمها تدعمهم يدعمهم تمولها بدعم"
)
"""Words before a backer's name."""
