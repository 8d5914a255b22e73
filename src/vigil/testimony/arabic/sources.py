"""Sources: the words before or behind a verb of saying that name who says it."""

from vigil.model.claim import Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line, is_part_of_name
from vigil.testimony.arabic.telling import of_families
from vigil.testimony.arabic.words import plain_set

_WITNESSES = plain_set("شاهد شاهدة شهود عيان ناجون ناجين ناج ناجية ناجيات الناجون الناجين الشهود")
_ADDRESS = plain_set(
    """
    لي لنا له لها لهم سابقا آنفا مؤخرا
    الشهر الأسبوع العام الماضي الماضية
    الصبح الضهر الظهر العصر المغرب الفجر امبارح مبارح هلق الحين
    اليوم أمس أيضا الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الاثنين الإثنين مساء صباح صباحا أول
    """
)
_SOURCE_END = plain_set(
    """
    ضلوع تورط صلة
    ضلوعه ضلوعها ضلوعهم تورطه تورطها علاقته علاقتها صلته صلتها وقوفه وقوفها قيامه قيامها استهدافه استهدافها
    قوله قولها قولهم قائلا قائلة قائلين مؤكدا مؤكدة مشيرا مشيرة مضيفا مضيفة موضحا لافتا مقتل
    سقوط وقوع ارتكاب استخدام استهداف قصف
    انتشال العثور إحباط ضبط توثيق تسجيل إخماد مصرع
    وجود تنفيذ أي الحديث الاتهامات الأنباء التقارير مسؤولية مسؤوليته مسؤوليتها
    ضلوع تورط وقوف بضلوع بتورط بوقوف رغم برغم أمام ضد إن أن وهو وهي بأنها بأنه وذلك عدم وقفا وقف عن خلال عبر بشأن حول
    تخصيص فرض لوكالة لقناة لصحيفة لإذاعة بيان المسؤولية باللوم
    """
)
ASKING = plain_set("كيف كيفية شلون إزاي ازاى ليش لماذا أين وين متى")
"""حكى لنا كيف: what is said begins here."""
_CLAUSE_STARTS = small.COMPLEMENT | small.CONTRAST | frozenset({",", ":", ".", '"', ";", "حين"})


_MEDIA = plain_set("صحيفة جريدة موقع قناة وكالة شبكة منصة إذاعة راديو مجلة تلفزيون")
"""صحيفة ساحل اليوم: what is called "today" is a paper."""


BODIES = plain_set(
    """
    رابطة روابط لجنة لجان هيئة مركز نادي منظمة منظمات شبكة جمعية جمعيات مؤسسة مؤسسات مكتب وزارة وزير تجمع اتحاد
    إدارة قيادة وزارة مرصد مجلس مبادرة حملة تنسيقية تحالف ائتلاف مجموعة فريق صندوق برنامج وحدة مصفوفة مديرية دائرة أهالي
    عائلات عوائل أسر ذوي ذوو
    أمهات آباء زوجات أقارب
    """
)
"""What may be named for what its people suffered or look into."""


_BY_MEANS = plain_set(
    """
    بمكبرات بالميكروفون بالمكبرات بالجوامع بالمنشورات بمنشورات بالهاتف بالتلفون بالموبايل بفيديو بتسجيل برسالة
    ببيان بتغريدة بمكالمة بتصريح بمنشور بمؤتمر بمقابلة
    """
)
"""هدد بمكبرات الصوت: how it was said, and not by whom."""


BY_DOING = plain_set(
    """
    بسقوط بوقوع بقيام بتعرض بوجود بوصول بتوثيق بانتشال بسماع بتنفيذ بشن بدخول بخروج بارتفاع بتسجيل بتجدد
    بتوقف باستمرار بارتكاب بتكرار
    """
)
"""أفاد بسقوط: what is said begins with it."""


_TOLD = plain_set("اتهام اتهامات خبر أخبار أنباء تقرير تقارير ادعاء ادعاءات مزاعم رواية روايات معلومات كلام تهمة تهم")
"""نفى هذه الأنباء: what is denied, and nobody who denies."""


OF_IT = frozenset({"عنه", "عنها", "به", "بها"})
"""كشف عنه المحامي: what was told of stands before it."""


def is_witness(line: Line, first: int, last: int) -> bool:
    """Whether words [first, last) say that they saw it."""
    return any(
        line.plain(k) in _WITNESSES or line.stem(k) in _WITNESSES for k in range(first, min(last, len(line.items)))
    )


def source_behind(line: Line, begin: int, *, trailing: bool = False) -> tuple[Span | None, int, bool]:
    """The subject behind a verb of saying: its words, where it ends, and whether it names nobody."""
    at = begin
    while line.is_word(at) and (
        line.plain(at) in _ADDRESS or line.plain(at) in OF_IT or line.plain(at) in {"كذلك", "بدوره", "بدورها", "ايضا"}
    ):
        at += 1
    first = at
    while at < len(line.items) and at - first < 14:
        item = line.items[at]
        if item.word.kind != "word":
            if item.text in {"(", ")", "-"} and at > first:
                at += 1
                continue
            closing = line.name_in_quotes(at)
            if closing is not None and not _tells(line, at + 1) and (at > first or _is_named(line, at, closing)):
                at = closing
                continue
            break
        if _ends_source(line, at, first, trailing=trailing):
            break
        at += 1
    end = at
    while (
        end > first
        and not _is_called_today(line, end - 1, first)
        and (
            line.plain(end - 1) in _ADDRESS
            or line.items[end - 1].sense.time
            or line.plain(end - 1) in small.RELATIVE
            or line.plain(end - 1) in {"(", "-", "في", "من", "يوم", "عن", "ل", "عند", "امام", "قرب"}
        )
    ):
        end -= 1
    after = _skip_aside(line, at)
    if end == first:
        return None, after, False
    if line.plain(first) == '"' and line.name_in_quotes(first) == end:
        return line.words(first + 1, end - 1), after, False  # بحسب «الشرق الأوسط»
    if line.items[first].sense.saying and line.stem(first) != "شهادات":
        ours = end > first + 1 and line.plain(first + 1).endswith("نا")  # بحسب تقديرات متطوعينا
        if ours:
            return line.words(first + 1, end), after, False
        qualified = line.stem(first) == "مصادر" and end > first + 1
        return line.words(first, end), after, not qualified
    return line.words(first, end), after, False


_NAME_WORDS = 6


def _is_named(line: Line, opening: int, closing: int) -> bool:
    """بحسب «مرصد الشمال»: a few words, and no sentence."""
    inside = [line.items[at].sense for at in range(opening + 1, closing - 1)]
    return 0 < len(inside) <= _NAME_WORDS and not any(sense.verb or sense.speech or sense.light for sense in inside)


def _tells(line: Line, at: int) -> bool:
    """أعلن الجيش «تحييد» ستة: in marks of doubt, and no name."""
    sense = line.items[at].sense
    return sense.noun is not None and sense.noun.role != "counted" and not sense.cut.article


def subject_before(line: Line, at: int) -> tuple[int, Span | None, bool]:
    """The subject before a verb: المرصد أفاد."""
    begin = at
    if line.items[at].sense.cut.conjunction and line.items[at].sense.speech:
        return at, None, False  # وقالوا: of whoever was spoken of
    if line.plain(at - 1) in small.RELATIVE:
        return _antecedent(line, at)
    while begin > 0 and at - begin < 10:
        before = line.items[begin - 1]
        if before.text == '"' and (opened := _opening_of(line, begin - 1)) is not None:
            begin = opened  # قناة "برقة الآن" تقول
            continue
        if before.text in _CLAUSE_STARTS or before.word.kind != "word":
            break
        if (
            (before.sense.verb or before.sense.light or before.sense.speech)
            and not before.sense.cut.article
            and not before.sense.person
        ):
            break
        begin -= 1
        if before.sense.cut.conjunction == "و":
            break
    while begin < at and (
        line.plain(begin).removeprefix("و")
        in {"عاد", "عادت", "سارع", "سارعت", "قد", "عم", "لقد", "كان", "كانت", "كانوا", "كنت", "كنا", "ما", "لم", "لا"}
        or line.items[begin].sense.time
    ):
        begin += 1
    end = at
    while end > begin and line.plain(end - 1) in {"قد", "عم", "كان", "كانوا", "كانت", "لم", "لا", "ما", "لن"}:
        end -= 1
    if begin >= end:
        return at, None, False
    first = line.items[begin]
    if (first.sense.noun and not first.sense.person) or first.text in small.PREPOSITIONS or first.text in small.NOT:
        return at, None, False
    if first.sense.saying and not (first.stem == "مصادر" and end - begin > 1):
        return begin, line.words(begin, end), True
    return begin, line.words(begin, end), False


def _antecedent(line: Line, at: int) -> tuple[int, Span | None, bool]:
    """رواية لجنة الأطباء التي تحدثت عن: the committee."""
    begin = at - 1
    while begin > 0 and at - begin < _NAME_WORDS + 2 and line.is_word(begin - 1):
        if line.plain(begin - 1) in small.PREPOSITIONS or line.items[begin - 1].sense.verb is not None:
            break
        begin -= 1
    if begin < at - 1 and (line.items[begin].sense.saying or line.stem(begin) in small.STATEMENTS | _TOLD):
        begin += 1
    return (begin, line.words(begin, at - 1), False) if begin < at - 1 else (at, None, False)


def _opening_of(line: Line, closing: int) -> int | None:
    """The mark that opens a name of a few words which a mark at this word closes, behind the noun it names."""
    for k in range(closing - 2, max(0, closing - 6), -1):
        if line.plain(k) == '"':
            return k if line.name_in_quotes(k) == closing + 1 and line.is_word(k - 1) else None
    return None


def _is_called_today(line: Line, at: int, first: int) -> bool:
    """The last word of صحيفة ساحل اليوم, and not the day of قالت صحيفة الساحل اليوم."""
    return (
        line.plain(at) == "اليوم"
        and at - first == 2
        and line.plain(first) in _MEDIA
        and not line.plain(at - 1).startswith("ال")
    )


def _skip_aside(line: Line, at: int) -> int:
    """Words between a source and what it says: في بيان, لوكالة رويترز, يوم الخميس, and an apposition between commas."""
    if is_address(line, at):
        at += 1
        while line.is_word(at) and line.plain(at).startswith("ال") and not line.items[at].sense.time:
            at += 1  # لباحثي المركز
    k = at
    if line.plain(at) == "في" and line.stem(at + 1) in small.STATEMENTS:
        # وثقت الشبكة في تقريرها الشهري مقتل: what is told begins behind
        for n in range(at + 2, min(at + 6, len(line.items))):
            if (noun := line.items[n].sense.noun) is not None and noun.role != "counted":
                return n
            if line.plain(n) in small.COMPLEMENT or not line.is_word(n):
                break
    told = line.items[at].sense.noun if at < len(line.items) else None
    if told is not None and told.role != "counted" and not line.items[at].sense.cut.article:
        return at  # أعلنت الوزارة إجلاء 140 مدنياً, وقالت إن: the second إن is of the second verb
    for _ in range(24):
        if line.plain(k) in small.COMPLEMENT or line.plain(k) in {":", '"', "كيف", "كيفيه"}:
            return k
        k += 1
        if (
            k >= len(line.items)
            or line.items[k].sense.verb
            or _speaks_on(line, k)
            or (line.items[k].sense.noun and k - at < 1)
        ):
            break
        if line.items[k].sense.noun and line.plain(k - 1) not in small.PREPOSITIONS:
            break
    return at


def _speaks_on(line: Line, at: int) -> bool:
    """وقالت إن: the إن is of this verb."""
    sense = line.items[at].sense
    return sense.speech is not None and sense.cut.conjunction == "و"


_ASKED_FOR = plain_set("بوقف بفتح برفع بفك بإدخال بالإفراج بإجلاء بإخلاء بتأمين بحماية بإطلاق بالكشف بمحاسبة بالتحقيق")
_GOING_OUT = plain_set("خروج دخول انسحاب")
SAW = plain_set("شاف شافت شافوا")
_WITH_US = plain_set("عنا عندنا عندي عنده عندها عندهم عني عنكم")
"""خلص عنا الدوا: where, and nobody who says it."""
_SEES = SAW | plain_set("سمع سمعت سمعوا")


_OBJECTS = plain_set(
    "مقطعا مقطعي تسجيلا تسجيلات شريطا فيديو مشاهد لقطات صورا بيانا تقريرا حصيلته حصيلتها بيانه بيانها روايته روايتها"
)
"""What somebody publishes or takes back."""


def is_object(line: Line, at: int) -> bool:
    """أبدى الحزب موافقته على, بث موقع تسجيلاً, عدلت البلدية بيانها: what is said or shown, and nobody who says it."""
    word, before = line.plain(at), line.items[at - 1]
    if word in _OBJECTS:
        return True
    end = line.items[at].word.end
    if line.text[end - 2 : end] in {"اً", "ًا"}:
        begin = before.word.end - 2
        return line.text[begin : before.word.end] not in {"اً", "ًا"}  # إن ناشطاً حقوقياً قال: both are of him
    known = line.items[at].sense
    if known.person or known.kin or known.cut.conjunction or known.cut.preposition or word.startswith(("ال", "و", "ب")):
        return False
    owned = len(word) > _SHORT_WORD and (
        word.endswith(("تها", "تهم", "ها", "هم")) or (word.endswith("ه") and line.written_end(at) == "ه")
    )
    return (
        owned and before.text.startswith("ال") and (line.plain(at + 1) in _GOVERNED or line.plain(at + 1) in {",", "."})
    )


def _is_saying(line: Line, at: int) -> bool:
    """اللجنة التي ذكرت أن: a saying of its own."""
    speech = line.items[at].sense.speech if at < len(line.items) else None
    return speech is not None and speech.way == "say" and not speech.form.object


_SHORT_WORD = 4
_GOVERNED = frozenset({"علي", "عن", "من", "ل", "ب", "ازاء", "بشان", "حيال", "تجاه", "ان"})
"""Behind موافقته, قلقها, رفضه: what it is of."""

_ADDRESSED = plain_set(
    """
    وكالتنا صحيفتنا قناتنا مراسلنا موقعنا لباحثي لباحثين للباحثين لمحققي لمحققين للمحققين لموظفي لمراسلي لمراسل
    لمراسلنا لمراسلتنا لوكالة لوكالتنا
    لوكالات لصحيفة
    لصحيفتنا لقناة لقناتنا لموقع لموقعنا لإذاعة لإذاعتنا لراديو لتلفزيون لرويترز للجزيرة للعربية للأناضول لفرانس
    لأسوشيتد
    للصحفيين للصحافيين للإعلام للبعثة لبعثة لمنظمة لمنظمتنا للمنظمة لهيومن لفريق لفريقنا للفريق لشبكة لشبكتنا
    لبرنامج لنا لباحثينا لباحثنا لمحققينا لمراسلينا
    """
)


def is_address(line: Line, at: int) -> bool:
    """روى سجين لباحثي المركز, قال طبيب لوكالتنا: to whom it was said."""
    return line.plain(at) in _ADDRESSED


def _says_of_self(line: Line, at: int) -> bool:
    """موظف رفض ذكر اسمه, لاجئ يبلغ 40 عاماً: said of the speaker in passing."""
    word, following = line.plain(at), line.plain(at + 1)
    if word in {"طلب", "طلبت", "طلبوا", "فضل", "فضلت", "رفض", "رفضت", "اشترط", "اشترطت", "رفضوا", "فضلوا"}:
        return following in {"عدم", "الكشف", "ذكر", "كشف", "حجب", "الافصاح", "اخفاء", "التعريف"}
    if word in {"يبلغ", "تبلغ"}:
        return following == "من" or line.items[min(at + 1, len(line.items) - 1)].word.kind == "number"
    return word in {"فان", "فانه", "فانها", "فانهم"}


def _ends_source(line: Line, at: int, first: int, *, trailing: bool) -> bool:  # noqa: PLR0911, PLR0912 - one case after another reads best
    item = line.items[at]
    text, sense = item.text, item.sense
    if at == first and (text in _BY_MEANS or text in _WITH_US or text in {"فيه", "اكو", "ماكو", "هناك"}):
        return True
    if text in ASKING or (at == first and sense.speech and sense.speech.form.person in {"1s", "1p"}):
        return True
    if (
        text in small.COMPLEMENT
        or text in _SOURCE_END
        or text in small.CONTRAST
        or (text in small.RELATIVE and (at == first or _is_saying(line, at + 1)))
    ):
        return True
    if text == "في" or sense.cut.preposition == "في":
        following = line.items[at + 1] if at + 1 < len(line.items) else None
        return following is None or following.stem in small.STATEMENTS or following.sense.time or at == first
    if text in _SEES and (at == first or line.plain(at + 1) in {"ب", "بعينه", "بعينها", "بعيونه", "من"}):
        return True  # صاحبي بيقول شاف بعينه, سمعت من واحد سمع من
    if at > first and text in _ASKED_FOR:
        return True  # طالبت اللجنة بوقف
    if at > first and line.stem(at) in _GOING_OUT and not sense.cut.article:
        return True  # تدعي الصفحات خروج المسلحين
    if text == "ذلك" or (text in {"هذا", "هذه"} and (at > first or line.stem(at + 1) in _TOLD)):
        return True
    if text == "صحه" and line.plain(at + 1) in {
        "الانباء",
        "التقارير",
        "ما",
        "المعلومات",
        "الاتهامات",
        "هذه",
        "الاخبار",
    }:
        return True
    if text in {"الي", "علي"} or (text == "من" and at == first):
        return True
    if text == "بلا" and line.plain(at + 1) in {"حدود", "قيود"}:
        return False  # أطباء بلا حدود
    if text in small.NOT or text in small.IF:
        return True
    if sense.time and not sense.place:
        return not _is_called_today(line, at, first)
    if at > first and (sense.person or sense.actor) and line.text[item.word.end - 2 : item.word.end] in {"اً", "ًا"}:
        return True  # أظهر مقطع جنوداً: its object
    if sense.saying and at > first and not sense.cut.article and not trailing:
        return True
    if at > first and (is_object(line, at) or is_address(line, at) or _says_of_self(line, at)):
        return True
    if at > first and of_families(line, at):
        return False
    if is_part_of_name(line, at):
        return False
    if sense.noun and sense.noun.role != "counted" and not (sense.cut.article and at > first):
        return not (trailing and at == first)
    if (sense.verb or sense.light) and not sense.actor and not sense.person and at > first:
        return True
    if at == first and (sense.verb or sense.light) and not sense.actor and not sense.person:
        return True
    if sense.cut.preposition == "ب" and (sense.noun or not sense.place):
        return True
    if text in BY_DOING:
        return True
    if sense.cut.preposition == "ل" and at == first:
        return not trailing
    if not sense.known and text.startswith("ب") and at > first and len(text) > 4 and text[1:3] == "ال":
        return True
    if (
        sense.speech
        and not sense.cut.article
        and at > first
        and sense.speech.form.tense == "perfect"
        and text not in {"بين", "حمل"}
        and not sense.person
    ):
        return sense.speech.form.person != "3ms" or line.plain(at + 1) in small.COMPLEMENT
    return False
