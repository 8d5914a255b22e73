"""Whom it befell: phrases for people with their figure, kind and name, wherever they stand in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from vigil.model.claim import Count, Exactness, Span, Unit, Victim, VictimKind
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.people_words import KIN_OF, PersonWord
from vigil.testimony.arabic.words import fold_word, plain_set
from vigil.testimony.counts.mention import CountMention, Kind

_AID_GROUPS = plain_set("الدفاع الخوذ الهلال الصليب الإغاثة إغاثة اغاثي")
_MEDICAL = plain_set("الطبية طبية طبي الطبي طبيا طبيين الصحي صحي صحية صحيا صحيين صحيون الصحيين الصحية الإسعاف إسعاف")
_PRESS = plain_set("الصحفي صحفي الإعلامي صحافي")
_CIVIL = plain_set("مدني مدنيا مدنيين المدنيين مدنيون المدنيون مدنية")
_MOST_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class People:
    """A phrase for people, words [first, last) of its sentence.

    Attributes:
        head: The noun.
        count: Its figure; None where it has none.
        kinds: Of victims.
        part: Words make it a part of the figure before.
        share: What part of that: half.
        prep: The preposition before it, or "".
        armed: May as well be who did it.
        counted: The noun says itself what befell them: قتلى.
        named: Its names.
        bare: A noun without number or figure.
    """

    first: int
    last: int
    head: int
    count: Count | None
    kinds: frozenset[VictimKind]
    part: bool = False
    share: Fraction | None = None
    prep: str = ""
    armed: bool = False
    counted: bool = False
    named: tuple[Victim, ...] = ()
    bare: bool = False
    kin: bool = False


def people(line: Line, counts: Sequence[CountMention]) -> list[People]:
    """The phrases for people of a sentence, in order."""
    found: list[People] = []
    taken = -1
    starts = {line.index(mention.span.begin): mention for mention in counts if _counts_people(mention, line)}
    for at in range(len(line.items)):
        if at < taken:
            continue
        mention = starts.get(at)
        phrase = _with_figure(line, at, mention) if mention is not None else _of_them(line, at) or _without(line, at)
        if phrase is not None:
            found.append(phrase)
            taken = phrase.last
    return _of_age(line, _families(line, _pairs(line, found)), counts)


_ONE_OF_THEM = plain_set("أحدهم أحدهما إحداهما إحداهن إحداهم أحدهن")
_SOME_OF_THEM = plain_set("بعضهم بعضهن")
_HER = plain_set("إحداهما إحداهن أحدهن بعضهن")
_FREED = frozenset({"سراح", "عن", "علي"})


def _of_them(line: Line, at: int) -> People | None:
    """أصيب ممرضان، أحدهما بجروح بالغة; إن إحداهن ماتت; أفرجوا عن أحدهم. Not: قال أحدهم."""
    word = line.plain(at).removeprefix("و")
    if word not in _ONE_OF_THEM and word not in _SOME_OF_THEM:
        return None
    before, behind = (
        line.plain(at - 1).removeprefix("و"),
        line.items[at + 1].sense if at + 1 < len(line.items) else None,
    )
    if behind is not None and behind.speech is not None:
        return None
    listed = before == "," or line.plain(at).startswith("و") or _is_noun(line, at - 1)
    told = behind is not None and behind.verb is not None
    if not (listed or before in _FREED or (before in small.COMPLEMENT and told)):
        return None
    kind = frozenset({VictimKind.WOMEN} if word in _HER else ())
    span = line.words(at, at + 1)
    count = Count(low=1, high=1, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=span)
    if word in _SOME_OF_THEM:
        count = replace(count, low=None, high=None, exactness=Exactness.VAGUE)
    return People(at, at + 1, at, count, kind, part=listed and not told, prep=line.prep(at))


_TWO = plain_set("اثنين اثنان اثنتين اثنتان")


def _pairs(line: Line, found: Sequence[People]) -> list[People]:
    """متظاهرين اثنين, شرطيين اثنين: the number stands behind them, or says again that they are two."""
    kept: list[People] = []
    for phrase in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and (before.count is None or before.count.low == 2)
            and phrase.first == before.last
            and phrase.last == phrase.first + 1
            and line.plain(phrase.first) in _TWO
        ):
            kept[-1] = replace(before, count=phrase.count, last=phrase.last, bare=False)
        else:
            kept.append(phrase)
    return kept


_MORE = frozenset({"اكتر", "ازيد"})
"""Levantine for أكثر."""

_MEMBERS = frozenset({"افراد", "اشخاص", "فردا", "شخصا"})
_MADE_OF = plain_set("مؤلفة مكونة مؤلفه مكونه تضم قوامها")


def _families(line: Line, found: Sequence[People]) -> list[People]:
    """عائلة مؤلفة من خمسة أفراد is five people."""
    kept: list[People] = []
    for phrase in found:
        if (
            phrase.prep == "من"
            and not phrase.part
            and phrase.count is not None
            and phrase.count.unit is Unit.FAMILIES
            and kept
        ):
            continue  # ستة أطفال من عائلة واحدة
        if kept and kept[-1].count is not None and kept[-1].count.unit is Unit.FAMILIES and phrase.count is not None:
            between = {line.plain(at) for at in range(kept[-1].last, phrase.first)}
            of_members = phrase.prep == "من" and line.stem(phrase.head) in _MEMBERS and kept[-1].count.low == 1
            if (between & _MADE_OF or of_members) and phrase.first - kept[-1].last <= 3:
                kept[-1] = replace(kept[-1], count=phrase.count, last=phrase.last)
                continue
        kept.append(phrase)
    return kept


def _of_age(line: Line, found: Sequence[People], counts: Sequence[CountMention]) -> list[People]:
    """An age below 18 behind a person makes a child of them."""
    ages = [
        line.index(each.span.begin)
        for each in counts
        if each.kind is Kind.AGE and each.low is not None and each.low < 18
    ]
    young = {max((n for n, each in enumerate(found) if each.head < at <= each.head + 7), default=-1) for at in ages}
    return [
        replace(each, kinds=each.kinds | {VictimKind.CHILDREN}) if n in young and not each.armed else each
        for n, each in enumerate(found)
    ]


def _counts_people(mention: CountMention, line: Line) -> bool:
    if mention.kind is not Kind.COUNT or mention.single:
        return False
    if mention.unit in {Unit.PEOPLE, Unit.FAMILIES}:
        return True
    if mention.unit is not None:
        # قُتل أربعة بقصف: the strike is how, and not what is counted.
        at = line.index(mention.unit_word.begin) if mention.unit_word is not None else len(line.items)
        return at < len(line.items) and line.items[at].sense.cut.preposition == "ب"
    after = line.index(mention.span.end)
    sense = line.items[after].sense if after < len(line.items) else None
    if mention.unit_word is None:
        return sense is None or not (sense.place or line.stem(after) in small.TARGETS) or bool(sense.person)
    noun = line.items[min(line.index(mention.unit_word.begin), len(line.items) - 1)].sense
    return bool(noun.person or noun.kin or (noun.noun and noun.noun.role == "counted"))


def _with_figure(line: Line, at: int, mention: CountMention) -> People | None:
    last = min(line.index(mention.span.end - 1) + 1, len(line.items))
    head = last - 1
    counts_noun = mention.unit in {None, Unit.PEOPLE, Unit.FAMILIES}
    if counts_noun and mention.unit_word is not None and mention.unit_word.begin < line.span.end:
        head = line.index(mention.unit_word.begin)
        last = max(last, head + 1)
    elif last < len(line.items) and _is_noun(line, last):
        head, last = last, last + 1
    elif line.plain(last) == "من" and last + 1 < len(line.items) and _is_noun(line, last + 1):
        head, last = last + 1, last + 2
    at = min(at, head)
    sense = line.items[head].sense
    word = sense.person or sense.kin
    counted = bool(sense.noun and sense.noun.role == "counted")
    unit = (mention.unit if counts_noun else None) or (word.unit if word else Unit.PEOPLE)
    if unit is Unit.FAMILIES and _of_one_family(line, head):
        unit = Unit.PEOPLE
    count = mention.as_count(unit)
    prep = line.prep(at)
    if prep == "في" and last < len(line.items) and _tells_of_many(line, last):
        prep = ""  # في خمسة ماتوا: there are
    if line.plain(at - 1) == "من" and line.plain(at - 2).removeprefix("و") in _MORE:
        count = replace(
            count, high=None, exactness=Exactness.MORE_THAN, span=Span(line.words(at - 2, at).begin, count.span.end)
        )
        prep = ""
    if line.plain(last) in _OF_THEM and _is_noun(line, last + 1) and not line.items[last + 1].sense.number:
        word = word or line.items[last + 1].sense.person  # خمسة منهم أطفال
        last += 2
    last = _end(line, last)
    return People(
        at,
        last,
        head,
        None if mention.share is not None else count,
        kinds(line, head, last, word),
        part=mention.part_of is not None or mention.share is not None or _is_part(line, at),
        share=mention.share,
        prep=prep,
        armed=bool(word and word.armed),
        counted=counted,
    )


def _of_one_family(line: Line, head: int) -> bool:
    """ثمانية من عائلة واحدة, ستة من عائلة النجار: so many people of it, and not so many families."""
    return line.plain(head - 1) == "من" and line.plain(head) in _ONE_FAMILY


_ONE_FAMILY = plain_set("أسرة عائلة عيلة الأسرة العائلة أسرته أسرتها عائلته عائلتها")


def _tells_of_many(line: Line, at: int) -> bool:
    verb = line.items[at].sense.verb
    return verb is not None and verb.form is not None and verb.form.person == "3p"


_OF_THEM = frozenset({"منهم", "منهن", "منا"})


def _is_noun(line: Line, at: int) -> bool:
    if at >= len(line.items):
        return False
    sense = line.items[at].sense
    return bool(sense.person or sense.kin or (sense.noun and sense.noun.role == "counted"))


_MOTHER = PersonWord(frozenset({VictimKind.WOMEN}), "s", sex="female")


def _without(line: Line, at: int) -> People | None:
    """A noun without a figure: one in the singular, two in the dual."""
    item = line.items[at]
    sense = item.sense
    if item.word.kind != "word" or sense.small:
        return None
    counted = sense.noun if sense.noun and sense.noun.role == "counted" else None
    word = None if line.stem(at) in small.TARGETS else sense.person or sense.kin
    if (
        item.text == "ام"
        and line.is_word(at + 1)
        and line.items[at + 1].sense.kin
        and line.plain(at + 1).startswith("و")
    ):
        word = _MOTHER
    if word is not None and counted is None and (line.plain(at - 1) in _CLOTHES or _agrees(line, at)):
        return None  # يرتدون زياً عسكرياً
    if word is None and counted is None and item.text in KIN_OF and _is_of_somebody(line, at + 1):
        word = PersonWord(frozenset({VictimKind.WOMEN} if item.text in {"زوجه", "والده"} else ()), "s")
    if (word is None and counted is None) or line.plain(at - 1) == "ود":
        return None  # ود مدني is a town
    if word is not None and line.stem(at) in {"ولد", "ابن", "بنت"} and line.plain(at + 1).startswith(("عم", "خال")):
        word = word._replace(kinds=frozenset(), age=None)  # ولد عمي: a cousin, and no child
    number = counted.number if counted else word.number if word else "s"
    if counted is None and number == "s" and sense.cut.article and not (word and word.title) and _qualifies(line, at):
        household = word is not None and word.unit is Unit.FAMILIES and line.plain(at - 1).startswith("ال")
        if not household:  # قتل الجنود العائلة: no adjective of the soldiers
            return None
    last = _end(line, at + 1)
    span = line.words(at, at + 1)
    names: tuple[Victim, ...] = ()
    if word and number == "s" and (word.title or word.kin or (counted and sense.cut.article)):
        names, last = _names(line, at, last, word)
    titled = at + 1
    while sense.cut.article and line.is_word(titled) and titled < at + 3 and line.items[titled].sense.cut.article:
        other = line.items[titled].sense.person
        if word is None or other is None or not other.title:
            break
        word = word._replace(kinds=word.kinds | other.kinds)  # الزميل المصور
        titled += 1
    low = {"s": 1, "d": 2}.get(number)
    if number == "p" and (written := _DEFINITE.get(line.plain(last))) is not None:
        low, span = written, line.words(last, last + 1)
        last += 1
    unit = word.unit if word else Unit.PEOPLE
    count = None if low is None else Count(low=low, high=low, exactness=Exactness.EXACT, unit=unit, span=span)
    return People(
        at,
        last,
        at,
        count,
        kinds(line, at, last, word),
        part=_is_part(line, at),
        prep=line.prep(at),
        armed=bool(word and word.armed),
        counted=counted is not None,
        named=names,
        bare=low is None,
        kin=sense.person is None and sense.kin is not None,
    )


_CLOTHES = plain_set("زي زيا الزي بزي لباس لباسا بلباس ملابس بملابس ثياب بثياب")


_OF_THINGS = plain_set("مدنية مدني مدنيا عسكرية عسكري عسكريا")


def _agrees(line: Line, at: int) -> bool:
    """استهدف موقعاً عسكرياً: an adjective of the noun before it, and nobody."""
    before = line.items[at - 1] if at else None
    if before is None or line.items[at].sense.cut.conjunction or before.word.kind != "word":
        return False
    if line.plain(at) in _OF_THINGS and line.stem(at - 1) in small.TARGETS:
        return True  # شاحنة مدنية
    ends = [line.text[each.word.end - 2 : each.word.end] for each in (before, line.items[at])]
    known = before.sense
    noun = not (known.verb or known.person or known.kin or known.time or known.number or known.small or known.speech)
    return noun and all(end in {"اً", "ًا"} for end in ends)


def _is_of_somebody(line: Line, at: int) -> bool:
    """والد الناشط, زوجة الطبيب, شقيق رئيس البلدية: one person, told by whom that is kin to."""
    if not line.is_word(at):
        return False
    sense = line.items[at].sense
    return bool(sense.person or sense.kin) or line.plain(at).startswith(("احد", "ال"))


_DEFINITE = {
    fold_word(word): n
    for n, words in enumerate(
        (
            "الاثنين الاثنان الاتنين التنين الاثنتين الاثنتان",
            "الثلاثة الثلاث التلاتة",
            "الأربعة الأربع",
            "الخمسة الخمس",
            "الستة الست",
            "السبعة السبع",
            "الثمانية",
            "التسعة",
            "العشرة",
        ),
        2,
    )
    for word in words.split()
} | {
    fold_word(word): n * 10
    for n, words in enumerate(
        ("العشرين العشرون", "الثلاثين الثلاثون", "الأربعين الأربعون", "الخمسين الخمسون", "الستين الستون"), 2
    )
    for word in words.split()
}
"""A number behind its noun: أطفالهما الأربعة."""


def _qualifies(line: Line, at: int) -> bool:
    """With the article behind a noun it is an adjective: المطار العسكري."""
    before = line.items[at - 1] if at else None
    if before is None or before.word.kind != "word" or before.sense.verb or before.sense.small:
        return False
    if stands_alone(before.text):
        return False
    return not (before.sense.noun and before.sense.noun.role in {"patient", "masdar"}) and not before.sense.speech


def stands_alone(text: str) -> bool:
    """مسلحون: with ون and no article, a noun that no definite word belongs to: قتل مسلحون الصحفي."""
    return text.endswith("ون") and not text.startswith("ال") and len(text) > _SHORTEST


_SHORTEST = 4


def _end(line: Line, last: int) -> int:
    """Adjectives behind the noun, and groups it is a member of: متطوعين من الدفاع المدني."""
    while line.is_word(last) and (
        line.plain(last) in _CIVIL or line.plain(last) in _MEDICAL or line.plain(last) in _PRESS
    ):
        if stands_alone(line.plain(last - 1)) and line.plain(last).startswith("ال"):
            break
        last += 1
    return last


def _is_part(line: Line, at: int) -> bool:
    return line.plain(at - 1).removeprefix("و") in small.SUBSET


def kinds(line: Line, head: int, last: int, word: PersonWord | None) -> frozenset[VictimKind]:
    """The kinds of victims that a phrase names."""
    found = set(word.kinds if word else ())
    for at in range(head, min(last + 3, len(line.items))):
        text = line.plain(at)
        if at >= last and line.items[at].word.kind != "word":
            break
        if text in _CIVIL and at < last:
            found.add(VictimKind.CIVILIANS)
        if text in _MEDICAL and at <= last:
            found.add(VictimKind.MEDICS)
        if at > head and stands_alone(line.plain(at - 1)) and text.startswith("ال"):
            break
        if text in _PRESS and at <= last:
            found.add(VictimKind.JOURNALISTS)
        if text in _AID_GROUPS and word is not None and not word.armed:
            found.add(VictimKind.AID_WORKERS)
    return frozenset(found)


def _names(line: Line, at: int, last: int, word: PersonWord) -> tuple[tuple[Victim, ...], int]:
    """The name behind a title: الطبيب ياسر القدور."""
    while line.is_word(last) and (other := line.items[last].sense.person) is not None and other.title and last < at + 3:
        last += 1  # one title behind another
    end = last
    while end < len(line.items) and end - last < _MOST_NAME_WORDS and _may_be_name(line, end):
        end += 1
    if end == last:
        return (), last
    span = line.words(last, end, cut=False)
    kind = next(iter(word.kinds), None)
    name = Victim(name=line.text[span.begin : span.end], span=span, kind=kind, sex=word.sex, age_group=word.age)
    return (name,), end


def _may_be_name(line: Line, at: int) -> bool:
    item = line.items[at]
    if item.word.kind != "word" or item.sense.small or item.sense.time or item.sense.place:
        return False
    if item.text in {"عبد", "ابو", "ام", "بن", "ال"}:
        return True
    return (
        not item.sense.known and item.text not in small.TARGETS and not item.text.endswith("ا") and len(item.text) > 2
    )
