"""What two words apart say together: ألقت الشرطة القبض على, أفرجت السلطات عن, فارق المصاب الحياة, لم ينجُ أحد."""

from vigil.model.claim import EventType
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.conjugation import Form
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set

_THREW = plain_set("ألقى ألقت ألقوا ألقيا يلقي تلقي يلقون ستلقي سيلقي")
_FREED = plain_set("أفرج أفرجت أفرجوا يفرج تفرج يفرجون ستفرج سيفرج سيفرجون")
_PARTED = plain_set("فارق فارقت فارقوا يفارق يفارقون فقد فقدوا فقدت")
_LIFE = plain_set("الحياة حياته حياتها حياتهم حياتهن حياتهما")
_OF_ANOTHER = {"3fs": "حياته", "3ms": "حياتها"}
"""Whose life it is not: فقدت امرأة بيتها وابنها حياته."""
_FELLED = plain_set(
    "أردى أرداه أرداها أرداهم أردته أردتها أردتهم أردوا أردوه أردوها أردوهم أردت يردي تردي أردياه أرديا"
)
_SLAIN = plain_set("قتيلا قتيلة قتلى قتيلين صريعا صريعة صرعى صريعين")
_COMPELLED = plain_set("اضطر اضطرت اضطروا يضطر تضطر يضطرون اضطرار لاضطرار سيضطر ستضطر")
_MADE_TO = plain_set("دفع دفعت دفعوا يدفع تدفع أرغم أرغمت أجبر أجبرت")
_LEAVING = plain_set("النزوح نزوح الفرار الهرب الهروب الرحيل للنزوح للفرار للهرب للهروب للرحيل")
_LEAVING_WHAT = plain_set("مغادرة ترك هجر إخلاء لمغادرة لترك لإخلاء لهجر")
_WHERE_THEY_LIVE = plain_set(
    """
    منازل منازلهم منازلها منزله منزلها منزلهم بيوت بيوتهم بيوتها بيته بيتها بيتهم قراهم قراها قريتهم قريتها بلدتهم
    بلداتهم بلدتها مدينتهم مدينتها ديارهم مخيمهم مساكنهم مساكنها أحيائهم حيهم القرية البلدة المدينة المخيم الحي البلاد
    خيامهم أماكن مناطقهم
    """
)
_SURVIVES = plain_set("ينج ينجو تنج تنجو")
_NOBODY = plain_set("أحد أحدا أي أيا")
_HOUSEHOLD = plain_set(
    """
    أفراد أفرادها أسرة الأسرة أسرته أسرتها عائلة العائلة عائلته عائلتها ركاب الركاب ركابها طاقم الطاقم سكان سكانه سكانها
    السكان العائلات العمال الجنود المصلين الطلاب المقاتلين الموجودين قاطني قاطنيه منهم منهن
    """
)
_SIGNS = frozenset({",", ":", ".", "(", "؟", "?"})
_GAP = 7
"""Words at most between the two, where the subject stands."""

_SHOT = plain_set("أطلق أطلقت أطلقوا يطلق تطلق يطلقون فتح فتحت فتحوا إطلاق")
_FIRE = plain_set("النار النيران نار نيران الرصاص رصاصة رصاص نيرانه نيرانها نيرانهم رصاصات رصاصهم")
_AT = frozenset({"علي", "عليه", "عليها", "عليهم", "علينا", "باتجاه", "صوب", "نحو"})
_ON = {"عليه": "ه", "عليها": "ها", "عليهم": "هم", "علينا": "نا", "علي": ""}
_REFUSED = plain_set("رفض رفضت رفضوا يرفض ترفض يرفضون")
_LETTING = plain_set("السماح إدخال دخول مرور عبور منح")
_PASSING = plain_set(
    """
    بالوصول بوصول بدخول بالدخول بمرور بالمرور بعبور بالعبور بإدخال بخروج بالخروج بإيصال بإجلاء إدخال
    دخول مرور عبور تصاريح تصريح
    """
)
_CARRIED = plain_set("نقل نقلت نقلوا تنقل ينقل ستنقل سينقل")
_EXCHANGED = plain_set("تبادل تبادلت تبادلا تبادلوا")
_CAPTIVES = plain_set("أسير أسيرا أسرى الأسرى معتقل معتقلا معتقلين محتجزا محتجزين سجينا سجناء")
STARTS = (
    frozenset({"مصير"})
    | _CARRIED
    | _EXCHANGED
    | _REFUSED
    | _SHOT
    | _THREW
    | _FREED
    | _PARTED
    | _FELLED
    | _COMPELLED
    | _MADE_TO
    | _SURVIVES
)


def set_phrase(line: Line, at: int) -> Trigger | None:
    """What a word tells of together with another some words behind it."""
    words = {line.plain(at), line.stem(at)}
    if words.isdisjoint(STARTS) and not line.items[at].sense.known and line.plain(at)[:1] in {"و", "ف"}:
        words.add(line.plain(at)[1:])
    if words.isdisjoint(STARTS):
        return None
    return (
        _shot(line, at, words)
        or _barred(line, at, words)
        or _carried(line, at, words)
        or _exchanged(line, at, words)
        or _captured(line, at, words)
        or _released(line, at, words)
        or _died(line, at, words)
        or _felled(line, at, words)
        or _left(line, at, words)
        or _perished(line, at)
        or _vanished(line, at)
    )


def _behind(line: Line, at: int, wanted: frozenset[str], gap: int = _GAP) -> int | None:
    """The first of the wanted words behind one, in its clause."""
    for k in range(at + 1, min(at + gap + 2, len(line.items))):
        if line.plain(k) in wanted:
            return k
        if line.plain(k) in _SIGNS:
            return None
    return None


def _shot(line: Line, at: int, words: set[str]) -> Trigger | None:
    """أطلق قناصة النار على سيارة, أطلقت عليه النار: whoever shoots, or at whom, between."""
    if words.isdisjoint(_SHOT) or line.plain(at + 1) in _FIRE or line.plain(at - 1) in {"وقف", "بوقف", "لوقف"}:
        return None
    fire = _behind(line, at, _FIRE, 4)
    if fire is None or line.plain(fire + 1) == "الرحمه" or line.plain(fire - 1).startswith(_SET_ALIGHT):
        return None
    if any(line.items[k].sense.number or _tells_more(line, k) for k in range(at + 1, fire)):
        return None  # فتحوا الباب وأطلقوا النار, أطلقت صواريخ أشعلت النار
    known = line.items[at].sense.light or line.items[at].sense.verb
    form = known.form if known is not None and known.form is not None else _form(line, at)
    noun = line.stem(at) == "اطلاق"
    if line.plain(at + 1) in _ON and line.plain(at + 1) != "علي":
        form = form._replace(object=_ON[line.plain(at + 1)])
        return Trigger(at, fire + 1, EventType.INJURY, "fire", "اطلق", form=form, noun=noun)
    if _behind(line, fire - 1, _AT, 3) is None:
        return None
    return Trigger(at, at + 1, EventType.INJURY, "fire", "اطلق", form=None if noun else form, noun=noun)


_SET_ALIGHT = ("اشعل", "اضرم", "يشعل", "تشعل")


def _tells_more(line: Line, at: int) -> bool:
    """Another verb, of which what stands behind it is told."""
    sense = line.items[at].sense
    return (sense.verb or sense.light) is not None and not sense.cut.article and sense.actor is None


def _barred(line: Line, at: int, words: set[str]) -> Trigger | None:
    """رفضت السلطات السماح لقافلة بدخول المخيم: whoever refuses, between."""
    if words.isdisjoint(_REFUSED):
        return None
    let = _behind(line, at, _LETTING, 4)
    if let is None or let == at + 1 or (let + 1 < len(line.items) and line.items[let + 1].sense.actor is not None):
        return None  # رفض الأهالي دخول القوات
    through = range(let, min(let + 8, len(line.items)))
    if not any(line.plain(k) in _PASSING for k in through):
        return None
    return Trigger(at, at + 1, EventType.OBSTRUCTION, "object", "سمح", form=_form(line, at))


def _carried(  # noqa: PLR0911 - one case after another reads best
    line: Line, at: int, words: set[str]
) -> Trigger | None:
    """نقل 86 جريحاً من زنجبار إلى عدن: out of a place; to a hospital alone is no evacuation."""
    if words.isdisjoint(_CARRIED):
        return None
    near = range(at + 1, min(at + 6, len(line.items)))
    whom = next((k for k in near if line.items[k].sense.person or _is_hurt(line, k)), None)
    if whom is None or any(line.plain(k) in _SIGNS for k in range(at, whom)):
        return None
    out = _behind(line, whom, frozenset({"من"}), 3)
    if out is None or (into := _behind(line, out, _INTO, 5)) is None or line.items[out + 1].sense.person:
        return None
    if any(_is_dead(line, k) or _is_taken(line, k) for k in range(at + 1, into)):
        return None  # نقل الأهالي قتلى القصف, نقلوا خمسة من المخطوفين
    if any(line.plain(k) in _HELD for k in range(whom, whom + 2)):
        return Trigger(at, at + 1, EventType.OTHER, "object", "نقل", form=_form(line, at), noun=line.stem(at) == "نقل")
    if line.stem(at) == "نقل":
        return Trigger(at, at + 1, EventType.EVACUATION, "patient", "نقل", noun=True)
    return Trigger(at, at + 1, EventType.EVACUATION, "object", "نقل", form=_form(line, at))


_INTO = frozenset({"الي", "نحو", "خارج"})
_HELD = plain_set(
    """
    سجين سجينا سجناء السجناء سجينة سجينات أسير أسيرا أسرى الأسرى معتقل معتقلا معتقلين المعتقلين معتقلة معتقلات محتجز
    مخطوفة مخطوفات المخطوفات مختطفات المختطفات سبايا السبايا رهائن الرهائن
    محتجزا محتجزين المحتجزين موقوف موقوفا موقوفين الموقوفين
    """
)
"""Who is taken from one prison to another, and brought to no safety."""


def _is_dead(line: Line, at: int) -> bool:
    noun = line.items[at].sense.noun
    return noun is not None and noun.event is EventType.KILLING


def _is_taken(line: Line, at: int) -> bool:
    """The المخطوفين of خمسة من المخطوفين: a noun that tells of their taking."""
    noun = line.items[at].sense.noun
    taken = noun is not None and noun.role == "counted" and noun.event in _TAKING
    return taken and line.plain(at) not in _HELD


def _is_hurt(line: Line, at: int) -> bool:
    noun = line.items[at].sense.noun
    return noun is not None and noun.role == "counted" and noun.event is EventType.INJURY


def _exchanged(line: Line, at: int, words: set[str]) -> Trigger | None:
    """تبادل 40 أسيراً: each side lets go."""
    if words.isdisjoint(_EXCHANGED) or _behind(line, at, _CAPTIVES, 4) is None:
        return None
    return Trigger(at, at + 1, EventType.OTHER, "release", "سراح", noun=True)


def _captured(line: Line, at: int, words: set[str]) -> Trigger | None:
    """ألقت الشرطة العسكرية القبض على ستة شبان; not ألقى كلمة."""
    if words.isdisjoint(_THREW) or line.plain(at + 1) == "القبض":
        return None
    capture = _behind(line, at, frozenset({"القبض"}))
    if capture is None or line.plain(capture + 1) not in {"علي", "عليه", "عليهم", "عليها"}:
        return None
    return Trigger(at, at + 1, EventType.ARBITRARY_DETENTION, "object", "قبض", form=_form(line, at))


def _released(line: Line, at: int, words: set[str]) -> Trigger | None:
    """أفرجت السلطات أمس عن 30 معتقلاً: the subject stands before عن."""
    if words.isdisjoint(_FREED) or line.plain(at + 1) in {"عن", "عنه", "عنهم", "عنها"}:
        return None
    whom = _behind(line, at, frozenset({"عن", "عنه", "عنهم", "عنها"}))
    if whom is None or line.plain(whom + 1) in _THINGS_FREED:
        return None
    return Trigger(at, at + 1, EventType.OTHER, "release", "افرج", form=_form(line, at))


_THINGS_FREED = plain_set(
    "فيديو مقطع صور صورة تسجيل تسجيلات أسماء قائمة أموال الأموال أرصدة شحنة دفعة الدفعة شحنات مساعدات وثائق الوثائق"
)


def _died(line: Line, at: int, words: set[str]) -> Trigger | None:
    """فارق خمسة مصابين الحياة."""
    if words.isdisjoint(_PARTED) or line.plain(at + 1) in _LIFE:
        return None
    life = _behind(line, at, _LIFE)
    form = _form(line, at)
    if life is None or any(line.plain(k).removeprefix("و") in _PARTED for k in range(at + 1, life)):
        return None
    if line.plain(life) == _OF_ANOTHER.get(form.person):
        return None
    return Trigger(at, at + 1, EventType.KILLING, "subject", "فارق", form=form)


def _felled(line: Line, at: int, words: set[str]) -> Trigger | None:
    """أردى قناص امرأة, أردته الشرطة قتيلاً; not أردت أن أقول, and no "getting worse"."""
    if words.isdisjoint(_FELLED):
        return None
    slain = _behind(line, at, _SLAIN) is not None
    word = line.plain(at).removeprefix("و").removeprefix("ف")
    if not slain and word in {"اردت", "يردي", "تردي"}:
        return None
    near = range(at + 1, min(at + 6, len(line.items)))
    owned = word.endswith(("ه", "ها", "هم"))
    whom = any(line.items[k].sense.person or line.items[k].sense.kin for k in near)
    if not slain and not whom and not (owned and any(line.items[k].sense.actor for k in near)):
        return None
    return Trigger(at, at + 1, EventType.KILLING, "object", "اردي", form=_form(line, at))


def is_felled(line: Line, at: int) -> bool:
    """The قتيلاً of أردى قناص شاباً قتيلاً: it tells of nothing more."""
    return line.plain(at) in _SLAIN and any(
        not _FELLED.isdisjoint({line.plain(k), line.stem(k)}) for k in range(max(0, at - _GAP - 1), at)
    )


def _left(line: Line, at: int, words: set[str]) -> Trigger | None:
    """اضطرت مئات العائلات إلى ترك منازلها; not اضطر الوزير إلى مغادرة الجلسة."""
    compelled = not words.isdisjoint(_COMPELLED)
    if not compelled and words.isdisjoint(_MADE_TO):
        return None
    if compelled and at + 1 < len(line.items) and line.items[at + 1].sense.actor is not None:
        return None  # اضطر الجيش إلى مغادرة القرية: forces that draw back
    for k in range(at + 2, min(at + 13, len(line.items))):
        if line.plain(k) in _SIGNS or line.plain(k) == "مما" or not words.isdisjoint({line.plain(k)}):
            return None
        to = line.plain(k - 1) == "الي" or line.plain(k - 1) == "علي" or line.plain(k).startswith("ل")
        if not to or not (line.plain(k) in _LEAVING or (line.plain(k) in _LEAVING_WHAT and _is_home(line, k + 1))):
            continue
        role = "subject" if compelled else "object"
        form = Form("perfect", "3p") if compelled else _form(line, at)
        return Trigger(at, at + 1, EventType.DISPLACEMENT, role, "اضطر", form=form)
    return None


def _is_home(line: Line, at: int) -> bool:
    """منازلهم, قرى الغاب, بلدة كذا: where people live."""
    if line.plain(at) in _WHERE_THEY_LIVE:
        return True
    return line.stem(at) in _DWELLINGS and not line.items[at].sense.cut.preposition


_DWELLINGS = plain_set("حي أحياء مدينة مدن بلدة بلدات قرية قرى مخيم مخيمات منطقة مناطق محافظة")


def _perished(line: Line, at: int) -> Trigger | None:
    """لم ينجُ أحد من ركاب الحافلة: all of them died; with سوى or إلا it does not say who."""
    if line.plain(at) not in _SURVIVES or line.plain(at - 1).removeprefix("و").removeprefix("ف") not in {"لم", "ما"}:
        return None
    if line.plain(at + 1) in _NOBODY:
        behind = at + 2 + (line.plain(at + 2) == "من")
    elif line.plain(at + 1) == "من" and _behind(line, at + 1, _NOBODY) is not None:
        behind = at + 2
    else:
        return None
    if line.plain(behind) not in _HOUSEHOLD and line.stem(behind) not in _HOUSEHOLD:
        return None
    return Trigger(at, at + 2, EventType.KILLING, "patient", "نجا", form=None, noun=True)


def _vanished(line: Line, at: int) -> Trigger | None:
    """لا يزال مصير الصحفي مجهولاً منذ اعتقاله: taken, by a noun that tells of nothing more, and not known where."""
    if line.plain(at) not in _FATE:
        return None
    if line.stem(at + 1).removeprefix("ال") in small.TARGETS or line.plain(at + 1) in _NOBODYS:
        return None
    unknown = _behind(line, at, _UNKNOWN, 18)
    if unknown is None or not any(line.plain(k) in _SINCE_TAKEN for k in range(at, min(unknown + 5, len(line.items)))):
        return None
    if any((verb := line.items[k].sense.verb) is not None and verb.event in _TAKING for k in range(at, unknown)):
        return None  # مصير رجال اعتقلهم الأمن: told by the verb
    return Trigger(at, at + 1, EventType.ENFORCED_DISAPPEARANCE, "patient", "مصير", noun=True)


_FATE = frozenset({"مصير"})
_NOBODYS = plain_set(
    "السفينة الناقلة الهدنة الاتفاق المفاوضات المحادثات الصفقة البلاد المدينة الزورق الطائرة المساعدات"
)
"""مصير السفينة, مصير الهدنة: of things."""
_UNKNOWN = plain_set("مجهولا مجهول غامضا غامض")
_SINCE_TAKEN = plain_set(
    "اعتقاله اعتقالها اعتقالهم احتجازه احتجازها احتجازهم خطفه خطفها خطفهم اختطافه اختطافها اختطافهم"
)
_TAKING = frozenset({EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING, EventType.ENFORCED_DISAPPEARANCE})


def _form(line: Line, at: int) -> Form:
    """The form of the verb, by its first and last letters where no list has it."""
    word = line.plain(at).removeprefix("و").removeprefix("ف")
    pronoun = next((each for each in ("هم", "ها", "ه") if word.endswith(each) and len(word) > len(each) + 3), "")
    bare = word.removesuffix(pronoun)
    tense = "future" if bare[:2] in {"سي", "ست"} else "imperfect" if bare[:1] in "يت" else "perfect"
    if bare.endswith(("وا", "ون")) or (pronoun and bare.endswith("و")):
        return Form(tense, "3p", pronoun)
    feminine = bare.removeprefix("س")[:1] == "ت" if tense != "perfect" else bare.endswith("ت")
    return Form(tense, "3fs" if feminine else "3ms", pronoun)
