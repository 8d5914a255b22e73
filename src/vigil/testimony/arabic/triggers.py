"""Words of a sentence that say what happened, with what they are in it."""

from vigil.model.claim import EventType, Unit
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import force_at
from vigil.testimony.arabic.conjugation import Form
from vigil.testimony.arabic.idioms import is_faded, of_a_field
from vigil.testimony.arabic.line import Line, is_part_of_name
from vigil.testimony.arabic.set_phrases import STARTS as SET_PHRASES
from vigil.testimony.arabic.set_phrases import is_felled, set_phrase
from vigil.testimony.arabic.settling import settled
from vigil.testimony.arabic.telling import (
    DOING,
    DRONES,
    ENTERS,
    HEAPED,
    LEAVE,
    LIMBLESS,
    REACHING,
    REFUSE,
    UNWILLING,
    armed_behind,
    before_armed,
    cannot_reach,
    displaced_behind,
    does_so,
    doing_to,
    gets_out,
    heaped_up,
    is_besieged,
    is_launched,
    is_only_tried,
    is_suffered,
    leaves_home,
    lets_go,
    lets_nobody,
    loses_limb,
    nothing_enters,
    of_families,
)
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set

_PASSIVE = plain_set(
    """
    أصيب أصيبت أصيبوا اغتيل اغتيلت اقتيد اقتيدوا أجلي أجليت أخلي أخليت حوصر حوصرت هوجم هوجمت انقتل
    انقتلت انقتلوا انضرب انضربت انضربوا انصاب انصابت انخطف انمسك انجرح انذبح انقصف أفرج
    """
)
_FIRE = plain_set("النار النيران نار نيران الرصاص رصاص")
_SHOOT = plain_set("أطلق أطلقت أطلقوا يطلق تطلق يطلقون يطلقوا فتح فتحت فتحوا إطلاق بإطلاق وإطلاق أطلقو")
_CHARGE = plain_set("ألقت ألقى ألقوا إلقاء قبض قبضت قبضوا تقبض يقبض قبضو")
_CARRIERS = plain_set("باصات الباصات حافلات سيارات سيارة قافلة حافلة باص نقل غرف غرفة قسم أسماء")
_GOT = plain_set("اتقبض انقبض اتقبضت اتقبضوا انقبضوا")
_CAPTURE = plain_set("القبض")
_RELEASE = plain_set("أفرج أفرجت أفرجوا إفراج الإفراج بالإفراج سراح بإفراج للإفراج والإفراج بالافراج")
_MOVING = plain_set("دخول خروج وصول مرور إدخال إخراج عبور الدخول الخروج الوصول عودة توزيع نقل")
_GO_OUT = plain_set("خرج خرجت خرجوا تخرج يخرج غادر غادرت غادروا")
_GOING = plain_set("دفعة الدفعة مهجري المهجرين مدنيين المدنيين قافلة القافلة حافلات الحافلات جرحى الجرحى مهجرين")
_ARRIVE = plain_set(
    "ووصل ووصلت واستقبل واستقبلت وصل وصلت وصلوا يصل تصل استقبل استقبلت تستقبل يستقبل استقبلوا لجأ لجأت لجؤوا"
)
_OF_GUNS = plain_set("مدفعي صاروخي عشوائي عنيف كثيف بالمدفعية بالهاون بالدانات")
"""Behind تدوين, which is shelling in Sudan and writing elsewhere."""
_TAKE_OUT = plain_set("إخراج بإخراج لإخراج وإخراج ولإخراج وبإخراج")
_GET_OUT = plain_set("طلعوا طلعو يطلعون يطلعوا يطلعو بيطلعوا نطلع طلعنا مطلعين يطلع بيطلع نطلعهم")
_DEAD_ONES = plain_set("ميت ميتة ميتين ميتون")
_FOUND = plain_set(
    """
    لقينا لقوا لقيت لقيناهم لقيوا وجدنا وجدوا وجدت طلعنا طلعوا طلعو سحبنا سحبوا انتشلنا انتشلوا شفنا شفت
    رجعوا رجع وصلوا وصل
    """
)
_FORCE = plain_set("أجبر أجبرت أجبروا أرغم أرغمت أرغموا تجبر يجبر تجبرهم أجبرتهم أجبروهم")
_USE = plain_set("استخدام استخدم استخدمت استخدموا يستخدم تستخدم يستخدمون استعمال استعمل استعملت")
_BANNED = plain_set("غاز غازات الكلور كلور السارين سارين كيماوي كيميائي كيميائية كيماوية عنقودية فوسفور فسفور نابالم")
_BLOW_UP = plain_set("فجر فجرت فجروا تفجير يفجر يفجرون")
_HOMES = plain_set("منزل منازل بيت بيوت منزلا بيتا دار دور مبنى مباني عمارة عمارات")
_CLOSE = plain_set(
    """
    أغلق أغلقت أغلقوا يغلق تغلق إغلاق سكر سكرت سكروا مسكرين قفل قفلت قفلوا قطع قطعت قطعوا يقطعوا بيقطعوا
    يقطعون نقطع يسكروا بيسكروا سد سدوا سدت
    """
)
_HALT = plain_set("وقف وقفت وقفوا أوقف أوقفت أوقفوا يوقف توقف رجع رجعت رجعوا حجز حجزت حجزوا")
_WAYS = plain_set("معبر طريق ممر جسر حدود منفذ طرق معابر ممرات كوريدور مدخل مداخل طرقات أوتوستراد")
_LEAVING = plain_set("مغادرة المغادرة نزوح النزوح الرحيل ترك الفرار إخلاء النزوح")
_KINDLE = plain_set("أضرم أضرمت أضرموا يضرمون أشعل أشعلت أشعلوا يشعلون")
_ENTER = plain_set("يفوت يفوتوا يفوتو فات فاتوا فاتو تفوت")
_HINDER = plain_set("منع منعت منعوا تمنع يمنع عرقلت عرقل تعرقل يعرقل عرقلة لمنع بمنع")
_EXPLODE = plain_set("انفجر انفجرت ينفجر تنفجر انفجرو انفجروا تفجر تفجرت")
_EXPLOSIVES = plain_set("لغم ألغام عبوة عبوتين قنبلة قذيفة صاروخ مفخخة سيارة دراجة حزام جسم مسيرة درون برميل")
_THROW = plain_set("رمى رمت رموا رمو يرمون يرموا ضربوا ضربو يضربون زخوا زخت فتحوا فتحت")
STARTS = (
    _ENTER
    | _GO_OUT
    | _SHOOT
    | _CHARGE
    | _GOT
    | _FORCE
    | _CLOSE
    | _USE
    | _BLOW_UP
    | _ARRIVE
    | _TAKE_OUT
    | _KINDLE
    | _EXPLODE
    | _THROW
    | HEAPED
    | LIMBLESS
    | REACHING
    | ENTERS
    | _DEAD_ONES
    | _GET_OUT
    | _HALT
    | LEAVE
    | UNWILLING
    | frozenset(DOING)
    | SET_PHRASES
    | _RELEASE
    | plain_set(
        """
        تدوين خروج فارق فارقت فارقوا فقد فقدت راح راحت أودى أودت ذمة رحمة النار نار سراح القبض أفرج إفراج السماح
        سماح الإفراج وقف إطلاق
        """
    )
)
"""First words of what several words tell of."""

_LETTING = plain_set("السماح سماح بالسماح")
_WITH_PRONOUN = plain_set(
    """
    اعتقاله اعتقالها اعتقالهم احتجازهم اختطافه اختطافهم خطفهم مقتله مقتلها مقتلهم وفاته وفاتها
    """
)
_STOP = plain_set("وقف لوقف بوقف ووقف وقفا إنهاء لإنهاء وقفوا")
_LIFT = plain_set("فك رفع كسر إنهاء فكوا برفع بفك لفك لرفع")
_CEASE = plain_set("إطلاق لإطلاق")
_LEGAL = plain_set("قاض قاضي القاضي محكمة المحكمة حكم قانون القانون قضاء القضاء")


def triggers(line: Line) -> list[Trigger]:
    """What a sentence says happened, in the order of its words."""
    found: list[Trigger] = []
    at = len(line.items) if of_a_field(line) else 0
    while at < len(line.items):
        trigger = _phrase(line, at) or set_phrase(line, at) or _word(line, at)
        if trigger is not None:
            found.append(trigger)
            at = max(trigger.last, at + 1)
        else:
            at += 1
    return settled(line, found)


def _phrase(line: Line, at: int) -> Trigger | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    """Triggers of several words."""
    word, stem = line.plain(at), line.stem(at)
    if not line.items[at].sense.known and word[:1] in {"و", "ف"} and word not in STARTS:
        stem = word[1:]  # وأضرمت: no list has it
    following = line.plain(at + 1)
    if word in _STOP or stem in _STOP:
        if _CEASE & {following, line.stem(at + 1), line.plain(at + 2)} and any(
            line.plain(k) in _FIRE for k in (at + 2, at + 3)
        ):
            return Trigger(at, min(at + 3, len(line.items)), EventType.CEASEFIRE, "deed", "وقف", noun=True)
        if (
            at + 1 < len(line.items)
            and (noun := line.items[at + 1].sense.noun)
            and noun.event in {EventType.ATTACK, EventType.KILLING, EventType.SIEGE}
        ):
            return Trigger(at, at + 2, EventType.OTHER, "end", "وقف", noun=True)
    if stem in _LIFT and _noun(line, at + 1) == "حصار":
        return Trigger(at, at + 2, EventType.OTHER, "end", "حصار", noun=True)
    if (word in _SHOOT or stem in _SHOOT) and following in _FIRE:
        return Trigger(at, at + 2, EventType.INJURY, "fire", "اطلق", form=_form(line, at), noun=stem == "اطلاق")
    if (word in _SHOOT or stem in _SHOOT) and following in {"سراح", "سراحه", "سراحهم"}:
        return Trigger(at, at + 2, EventType.OTHER, "release", "سراح", form=_form(line, at))
    if stem in _CHARGE and (following in _CAPTURE or following == "علي"):
        return Trigger(at, at + 2, EventType.ARBITRARY_DETENTION, "object", "قبض", form=_form(line, at))
    if word in _GOT and following == "علي":
        return Trigger(
            at, at + 2, EventType.ARBITRARY_DETENTION, "object", "قبض", form=Form("perfect", "3ms"), passive=True
        )
    if (
        word in _ENTER
        and following.startswith(("عال", "علي"))
        and any(line.items[k].sense.actor for k in range(max(0, at - 3), at))
    ):
        return Trigger(at, at + 1, EventType.ATTACK, "object", "فات", form=Form("imperfect", "3ms"))
    if (
        (word in {"خروج", "بخروج"} or stem == "خروج")
        and line.stem(at - 1) not in _HINDER
        and line.plain(at - 1) not in _MOVING
    ) and any(line.items[k].sense.person for k in range(at + 1, min(at + 4, len(line.items)))):
        return Trigger(at, at + 1, EventType.EVACUATION, "patient", "خروج", noun=True)
    if stem in _RELEASE or word in _RELEASE:
        if following in {"عن", "عنه", "عنهم"} or (following.startswith("الفور") and line.plain(at + 2) == "عن"):
            return Trigger(at, at + 2, EventType.OTHER, "release", "افرج", passive=True)
        return None
    if (stem in _LETTING or word in _LETTING) and line.stem(at - 1) in REFUSE | {"رفض", "رفضت"}:
        return Trigger(at - 1, at + 1, EventType.OBSTRUCTION, "object", "سمح", form=_form(line, at - 1))
    if stem in _GO_OUT and any(
        line.stem(k) in _GOING or _armed(line, k) for k in range(at + 1, min(at + 4, len(line.items)))
    ):
        return Trigger(at, at + 1, EventType.EVACUATION, "subject", "خرج", form=_guessed(stem))
    if stem == "تدوين" and line.stem(at + 1) in _OF_GUNS:
        return Trigger(at, at + 1, EventType.ATTACK, "deed", "تدوين", unit=Unit.ATTACKS, noun=True)
    if stem in _ARRIVE and displaced_behind(line, at):
        return Trigger(at, at + 1, EventType.DISPLACEMENT, "subject", "وصل", form=Form("perfect", "3p"))
    if (stem in _TAKE_OUT or word in _TAKE_OUT) and any(
        line.stem(k) in _GOING and not line.items[k].sense.cut.conjunction
        for k in range(at + 1, min(at + 5, len(line.items)))
    ):
        return Trigger(at, at + 1, EventType.EVACUATION, "patient", "اخراج", noun=True)
    if (stem in _USE or word in _USE) and any(
        _BANNED & {line.stem(k), line.plain(k)} for k in range(at + 1, min(at + 6, len(line.items)))
    ):
        return Trigger(at, at + 1, EventType.ATTACK, "deed", "استخدام", noun=True)
    if stem in _BLOW_UP and any(line.stem(k) in _HOMES for k in range(at + 1, min(at + 4, len(line.items)))):
        return Trigger(at, at + 1, EventType.PROPERTY_DESTRUCTION, "object", "فجر", form=_guessed(stem))
    if stem in _HALT and any(
        small.TARGETS.get(line.stem(k)) is Unit.VEHICLES for k in range(at + 1, min(at + 4, len(line.items)))
    ):
        return Trigger(at, at + 1, EventType.OBSTRUCTION, "object", "وقف", form=_guessed(stem))
    if stem in _CLOSE and any(line.stem(k) in _WAYS for k in range(at + 1, min(at + 5, len(line.items)))):
        return Trigger(at, at + 1, EventType.OBSTRUCTION, "way", "اغلق", form=_guessed(stem))
    if stem in _FORCE and any(
        {line.stem(k), line.plain(k)} & _LEAVING for k in range(at + 1, min(at + 9, len(line.items)))
    ):
        return Trigger(
            at,
            at + 1,
            EventType.DISPLACEMENT,
            "object",
            "اجبر",
            form=Form("perfect", "3p" if stem.endswith("وا") else "3ms"),
        )
    if stem in _KINDLE and following in _FIRE:
        return Trigger(
            at,
            at + 2,
            EventType.PROPERTY_DESTRUCTION,
            "object",
            "اضرم",
            form=Form("perfect", "3p" if stem.endswith("وا") else "3ms"),
        )
    if (word == "ذمه" and following == "الله") or (
        word == "رحمه" and following == "الله" and line.plain(at - 1) == "الي"
    ):
        return Trigger(at, at + 2, EventType.KILLING, "subject", "توفي", form=Form("perfect", "3ms"))
    if word in _DEAD_ONES and _found_so(line, at):
        return Trigger(at, at + 1, EventType.KILLING, "subject", "مات", form=Form("perfect", "3p"))
    if (stem in _GET_OUT or word in _GET_OUT) and gets_out(line, at):
        return Trigger(at, at + 1, EventType.EVACUATION, "object", "طلع", form=Form("imperfect", "3p"))
    if (word in _EXPLODE or stem in _EXPLODE) and any(
        line.stem(k) in _EXPLOSIVES for k in range(max(0, at - 4), min(at + 3, len(line.items))) if k != at
    ):
        return Trigger(at, at + 1, EventType.ATTACK, "deed", "انفجار", unit=Unit.ATTACKS, noun=True)
    if (word in _THROW or stem in _THROW) and any(
        line.plain(k) in _FIRE for k in range(at + 1, min(at + 4, len(line.items)))
    ):
        return Trigger(at, at + 1, EventType.ATTACK, "object", "رمي", form=_guessed(stem))
    if heaped_up(line, at):
        return Trigger(at, at + 1, EventType.PROPERTY_DESTRUCTION, "subject", "تدمر", form=Form("perfect", "3ms"))
    if lost := loses_limb(line, at):
        return Trigger(at, lost, EventType.INJURY, "subject", "انصاب", form=Form("perfect", "3ms"))
    if cannot_reach(line, at):
        return Trigger(at, at + 1, EventType.OBSTRUCTION, "object", "سمح", form=Form("perfect", "3p"))
    if nothing_enters(line, at):
        return Trigger(at, at + 1, EventType.OBSTRUCTION, "object", "سمح", form=Form("perfect", "3p"))
    if (word in _SHOOT or stem in _SHOOT or stem == "اطلاق") and lets_go(line, at):
        return Trigger(at, at + 1, EventType.OTHER, "release", "سراح", form=_form(line, at), passive=stem == "اطلاق")
    if lets_nobody(line, at):
        return Trigger(at, at + 1, EventType.OBSTRUCTION, "object", "سمح", form=Form("perfect", "3p"))
    if word in DOING and does_so(line, at):
        return Trigger(at, at + 1, DOING[word], "object", word, form=Form("imperfect", "3p", doing_to(word)))
    if stem in LEAVE and leaves_home(line, at):
        return Trigger(at, at + 1, EventType.DISPLACEMENT, "subject", "ترك", form=Form("perfect", "3p"))
    if stem in {"اودي", "اودت", "يودي", "تودي"} and following.startswith("بحيا"):
        return Trigger(at, at + 2, EventType.KILLING, "patient", "اودي")
    if stem in {"راح", "راحت"} and following.startswith("ضحي"):
        return Trigger(at, at + 2, EventType.KILLING, "patient", "راح")
    if stem in {"فارق", "فارقت", "فارقوا", "فقد", "فقدت", "فقدوا"} and following.startswith(("الحياه", "حيات")):
        return Trigger(at, at + 2, EventType.KILLING, "subject", "فارق", form=_guessed(word))
    return None


def _found_so(line: Line, at: int) -> bool:
    """طلعوا من تحت الردم أربع ولاد ميتين: found dead, and neither a number nor dying of something."""
    if line.items[at].sense.cut.article or line.plain(at + 1) == "من" or line.prep(at):
        return False
    counts = line.plain(at) == "ميتين" and at + 1 < len(line.items) and bool(line.items[at + 1].sense.person)
    return not counts and any(line.plain(k).removeprefix("و") in _FOUND for k in range(max(0, at - 9), at))


def _armed(line: Line, at: int) -> bool:
    person = line.items[at].sense.person
    return person is not None and person.armed


def _guessed(word: str) -> Form:
    """The form of a verb no list has, by its ending."""
    return Form("perfect", "3p" if word.endswith("وا") else "3fs" if word.endswith("ت") else "3ms")


def _form(line: Line, at: int) -> Form | None:
    sense = line.items[at].sense
    known = sense.verb or sense.light or sense.speech
    return known.form if known else None


def _noun(line: Line, at: int) -> str:
    sense = line.items[at].sense if at < len(line.items) else None
    return sense.noun.lemma if sense and sense.noun else ""


def _word(line: Line, at: int) -> Trigger | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    item = line.items[at]
    sense = item.sense
    if item.word.kind != "word" or (sense.small and not sense.noun):
        return None
    verb, noun = sense.verb, sense.noun
    before = line.plain(at - 1)
    if line.plain(at).removeprefix("و").removeprefix("ال") in {"كهربا", "كهرباء"}:
        return None  # there is none, and nobody is tortured with it
    if verb is not None and verb.form is not None and verb.form.object == "ه" and line.written_end(at) == "ة":
        verb = None  # وقفة, إصابة: a noun, and no pronoun
    if item.stem in DRONES and is_launched(line, at):
        return Trigger(at, at + 1, EventType.ATTACK, "deed", "مسيره", unit=Unit.MUNITIONS, number="p", noun=True)
    if (
        verb is not None
        and (sense.person or sense.actor or sense.time)
        and not noun
        and verb.form
        and verb.form.person == "3ms"
    ):
        return None
    if verb is not None and at and verb.form and verb.form.person == "1p" and _heads_place(line, at - 1):
        return None  # معبر نصيب
    if verb is not None and before in small.PLACING and verb.form and verb.form.tense == "imperfect":
        return None  # قرب تدمر
    if verb is not None and noun is not None and (sense.cut.preposition or before in small.PREPOSITIONS):
        verb = None
    if verb is not None and verb.form is not None:
        if verb.lemma == "فقد" and not item.word.passive:
            return None
        if line.plain(at) == "فجرا" and not _blew_up(line, at):
            return None  # at dawn
        if verb.lemma == "لقي" and not any(
            line.plain(n).startswith(("مصرع", "حتف", "حتوف")) for n in range(at + 1, min(at + 8, len(line.items)))
        ):
            return None  # لقينا شوية حطب
        if verb.lemma in {"اصاب", "اصيب"} and line.plain(at + 1) == "بها" and before in _WOUNDS:
            return None  # متأثراً بجراح أصيب بها
        if of_families(line, at) or is_faded(line, at, verb.lemma, verb.event, verb.form):
            return None
        if verb.lemma == "اسر" and verb.form.tense == "imperfect" and verb.form.person == "3ms":
            return None  # ياسر is a name
        if verb.lemma in {
            "قضي",
            "اخذ",
            "اخد",
            "خد",
            "ساق",
            "سوي",
            "رحل",
            "وقف",
            "اوقف",
            "حرق",
            "طرد",
            "شال",
            "اسر",
        } and not _means_it(line, at, verb.lemma):
            return None
        role = verb.role
        if verb.lemma == "قضي" and before_armed(line, at):
            role = "object"  # قضى الجيش على عشرين مسلحاً
        passive = item.word.passive or item.text in _PASSIVE or sense.cut.stem in _PASSIVE
        return Trigger(at, at + 1, verb.event, role, verb.lemma, verb.form, passive=passive, noun=noun is not None)
    if noun is None or is_part_of_name(line, at):
        return None
    if noun.role == "counted" and sense.person and not _counts_itself(line, at):
        return None
    if noun.role == "counted" and noun.event is EventType.INJURY and at and not sense.cut.conjunction:
        deed = line.items[at - 1].sense.noun
        if deed is not None and deed.role == "masdar":
            return None  # اعتقال جرحى: whom it befell, hurt before
        if before in _CARRIERS:
            return None  # باصات الجرحى
        if before in {"الي", "لنقل", "نقل", "اسعاف", "لاسعاف", "علاج", "لعلاج"} and sense.cut.preposition == "":
            return None  # مُنعت سيارات الإسعاف من الوصول إلى جرحى
    if (
        not is_suffered(line, at)
        and noun.lemma in {"محاصره", "حظر", "منع", "ضرب", "اسر", "جرح", "سجن", "هجره"}
        and (sense.cut.article or not _means_noun(line, at, noun.lemma))
    ):
        return None
    if is_faded(line, at, noun.lemma, noun.event, None) or is_felled(line, at):
        return None
    if noun.lemma == "تحييد" and not armed_behind(line, at + 1):
        return None
    if noun.lemma == "هدنه" and before in {"رغم", "خلال", "منذ", "قبل", "بعد", "اثناء", "خرق", "بخرق"}:
        return None
    if noun.lemma == "موت" and (sense.cut.article or before == "حتي"):
        return None
    if (
        noun.role == "counted"
        and noun.number == "s"
        and not sense.cut.article
        and "بين" in {before, line.plain(at - 2)} | ({line.plain(at - 3)} if sense.cut.conjunction else set())
    ):
        return Trigger(at, at + 1, noun.event, noun.role, noun.lemma, number="p", noun=True)  # بين قتيل وجريح
    if noun.lemma == "مصرع" and any(
        (known := line.items[n].sense.verb) is not None and known.lemma == "لقي" for n in range(max(0, at - 7), at)
    ):
        return None  # لقي عامل إغاثة مصرعه: told by the verb
    if noun.lemma in _WITH_PRONOUN and before in {
        *("من", "بعد", "قبل", "منذ", "عقب", "خلال", "اثناء", "شهاده", "خبر", "نبا", "ذكري", "ظروف", "سبب", "ملابسات")
    }:
        return None  # بعد سنوات من اعتقاله: known already
    if noun.lemma == "ضربه" and line.written_end(at) == "ه" and sense.cut.preposition:
        return Trigger(at, at + 1, EventType.TORTURE, "masdar", "ضرب", noun=True)  # بضربه حتى الموت
    if noun.lemma == "فرار" and is_only_tried(line, at):
        return None
    if noun.lemma == "ضحايا" and line.plain(at - 1).startswith("اقارب"):
        return None
    return Trigger(
        at,
        at + 1,
        noun.event,
        noun.role,
        noun.lemma,
        unit=noun.unit,
        number=noun.number,
        noun=True,
        passive=before in {"تم", "يتم", "جري", "يجري", "سيتم"},
    )


def _blew_up(line: Line, at: int) -> bool:
    """فجرا نفسيهما, فجرا المنزل ثم انسحبا: two men did; and no dawn."""
    if line.plain(at + 1).startswith(("نفس", "حزام", "عبو", "سيار")):
        return True
    return at == 0 and line.stem(at + 1).removeprefix("ال") in small.TARGETS


_WOUNDS = plain_set("بجراح جراح بجروح جروح بجراحه جراحه بإصابة إصابة")


def _heads_place(line: Line, at: int) -> bool:
    sense = line.items[at].sense
    return sense.place and not sense.cut.article and line.items[at].word.kind == "word"


def _means_it(line: Line, at: int, lemma: str) -> bool:  # noqa: PLR0911 - one case after another reads best
    """A verb of many meanings has this one where people stand beside it."""
    form = _form(line, at)
    if lemma == "قضي":
        if before_armed(line, at):
            return True
        if (line.plain(at + 1) in {"علي", "ب", "في"} and form and form.person == "3ms") or any(
            line.stem(n) in _LEGAL for n in range(at, min(at + 4, len(line.items)))
        ):
            return False
        return (line.plain(at - 1) == "من" and line.plain(at - 2) in {"عدد", "اعداد", "جميع", "كل"}) or any(
            line.items[n].sense.person
            or line.items[n].sense.kin
            or line.items[n].word.kind == "number"
            or line.plain(n) in {"تحت", "نحبه", "برصاص"}
            for n in range(max(0, at - 4), min(at + 4, len(line.items)))
        )
    if (
        form is not None
        and form.object in {"ه", "هم", "ها", "ني", "نا"}
        and form.object
        and lemma in {"اخذ", "اخد", "خد", "ساق", "طرد", "شال"}
    ):
        taker = force_at(line, at + 1) if form.person == "3ms" else None  # أخذهم الحوثيون
        return form.person in {"3p", "3fs"} or form.object in {"ني", "نا"} or taker is not None
    if lemma in {"اخذ", "اخد", "خد"} and line.plain(at).endswith("و") and line.plain(at - 1) == "عم":
        return any(line.items[k].sense.actor for k in range(max(0, at - 4), at))  # شاف الأمن عم ياخدو
    if lemma in {"وقف", "اوقف"} and form is not None and form.object in {"ه", "هم", "ها"}:
        behind = line.items[at + 1].sense if at + 1 < len(line.items) else None
        return behind is not None and behind.actor is not None  # أوقفته شرطة مكافحة الشغب
    comma = next((n for n in range(at + 1, len(line.items)) if line.items[n].word.kind == "sign"), len(line.items))
    span = range(at + 1, min(at + 6, comma))
    near = any(
        line.items[n].sense.person or line.items[n].sense.kin for n in span if not line.items[n].sense.cut.preposition
    )
    if lemma in {"حرق", "سوي"}:
        return any(line.stem(n) in small.TARGETS for n in range(at + 1, min(at + 7, len(line.items))))
    return near


def _means_noun(line: Line, at: int, lemma: str) -> bool:
    span = range(at + 1, min(at + 4, len(line.items)))
    if lemma in {"منع", "حظر"}:
        return (
            any(line.plain(n) in _MOVING or line.stem(n) in _MOVING for n in span)
            or line.plain(at + 1) == "استمر"
            or line.plain(at + 1) == "من"
        )
    if lemma == "محاصره":
        if is_besieged(line, at):
            return True
        return line.plain(at + 1) in small.PLACING or (
            at + 1 < len(line.items) and bool(line.items[at + 1].sense.actor or line.items[at + 1].sense.place)
        )
    if lemma in {"اسر", "سجن"}:
        if (line.items[at - 1].word.kind == "number" if at else False) or of_families(line, at):
            return False
        return any(line.items[n].sense.person or line.items[n].word.kind == "number" for n in span) and line.plain(
            at - 1
        ) not in small.PREPOSITIONS - {"ب"}
    return any(line.items[n].sense.person or line.items[n].word.kind == "number" for n in span)


def _counts_itself(line: Line, at: int) -> bool:
    return not line.items[at].sense.cut.article or line.items[at - 1].word.kind == "number"
