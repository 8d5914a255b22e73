"""Who is said to have done it: the extent of a force's name, who backs it, and whether words hedge that it was them."""

from typing import NamedTuple

from vigil.model.claim import Actor, ActorRole, Certainty
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actor_words import BACKING, NATIONAL
from vigil.testimony.arabic.line import Item, Line
from vigil.testimony.arabic.people_words import KIN_OF
from vigil.testimony.arabic.words import plain_set

_ADJECTIVES = plain_set(
    """
    عسكري سياسي جوي جنائي حربي حربية مروحي مروحية مجهول مجهولة مجهولون مجهولين مجهولان
    ملثم ملثمة ملثمون ملثمين ملثمان مسلح
    مسلحة مسلحون مسلحين مشترك مشتركة حكومي حكومية محلي محلية موالية موالي عراقيين أجانب أفغان لبنانيين
    إيرانيين روس أتراك شيعية كردية متشددة متشددين متطرفة جهادية إرهابية نظامية أجنبية عراقية حدودية جوية
    انتحاري انفصالية مسيرة خاصة عسكرية أمنية
    """
)
_GROUP_OF = plain_set("ناس رجال أشخاص شبان شباب شخصان رجلان شخص")
_UNKNOWN_MEN = plain_set("ملثمين ملثمون ملثم مسلحين مسلحون مسلح مجهولين مجهولون مجهول مسلحان ملثمان مجهولان")
_BELONGING = plain_set("ينتمون ينتمي تنتمي ينتميان تابعون تابعين تابعة تابع محسوبين محسوبون يتبعون تتبع يتبع")
_SIDING = plain_set("موالية موالي موالون موالين تابعة تابع تابعين تابعون مؤيدة معارضة مناهضة حليفة متحالفة")
_MOST_WORDS = 8


class Force(NamedTuple):
    """A name of a force, words [first, last) of its sentence, with whoever stands with or behind it."""

    first: int
    last: int
    actors: tuple[Actor, ...]
    state: bool | None
    hedged: bool = False


def force_at(line: Line, at: int, *, joined: bool = True) -> Force | None:
    """The name of a force that begins at a word.

    Args:
        joined: Others joined to it by و belong to it.
    """
    if not line.is_word(at) or line.plain(at - 1) == "يا" or _is_target(line, at):
        return None
    sense = line.items[at].sense
    if sense.cut.stem == "دعم" or line.plain(at).endswith("الدعم"):
        if line.plain(at + 1) == "السريع":
            return Force(at, at + 2, (_actor(line, at, at + 2),), state=False)
        return None
    if sense.actor is None and not (line.stem(at) in _GROUP_OF and _are_of_force(line, at + 1)):
        return None
    if sense.verb is not None and sense.verb.form and sense.verb.form.tense != "perfect":
        return None
    state = sense.actor.state if sense.actor else False
    last = _end(line, at)
    named = [word.state for n in range(at, last) if (word := line.items[n].sense.actor) is not None]
    if True in named:
        state = True
    actors = [_actor(line, at, last)]
    last, hedged = _hedge(line, last)
    if not hedged and line.plain(last) == "," and (aside := _hedge(line, last + 1))[1]:
        last, hedged = aside[0] + (line.plain(aside[0]) == ","), True  # مقاتلات، يُعتقد أنها روسية،
    last, backer = _backer(line, last)
    last = _past_dress(line, at, last)
    if hedged:
        actors[0] = _actor(line, at, actors_end(line, at), hedged=True)
    if backer is not None:
        actors.append(_hedged(backer, hedged=hedged))
    while joined and last < len(line.items) and _joins(line, last):
        beside = line.plain(last) in _BESIDE
        other = force_at(line, last + beside, joined=False)
        if other is None:
            break
        actors += other.actors
        last = other.last
    return Force(at, last, tuple(actors), state, hedged)


_BESIDE = plain_set("برفقة بمشاركة بمعية بمؤازرة بمساندة")
"""Before those who did it too: جنود برفقة مرتزقة."""


def _joins(line: Line, at: int) -> bool:
    return line.items[at].sense.cut.conjunction == "و" or line.plain(at) in _BESIDE


def _are_of_force(line: Line, at: int) -> bool:
    """رجال ملثمون, رجال الشرطة: men who are armed, by the word behind them."""
    if line.plain(at) in _UNKNOWN_MEN:
        return True
    sense = line.items[at].sense if at < len(line.items) else None
    return sense is not None and sense.actor is not None and sense.cut.article and not sense.cut.preposition


_DRESS = plain_set("بزي بلباس بملابس بثياب بأزياء")
_WEAR = plain_set("يرتدون يلبسون مرتدين يرتديان يستقلون يستقلان يركبون يحملون يقودون")
_WORN = plain_set(
    """
    زي زيا الزي ملابس الملابس لباس لباسا ثياب ثيابا أقنعة سيارة سيارات سيارتين دراجات دراجة دراجتين دراجتي أسلحة بنادق
    شاحنة شاحنات عربات آليات حافلة
    """
)
_LOOKS = plain_set(
    """
    عسكري عسكريا العسكري مدني مدنيا المدني عسكرية العسكرية مدنية المدنية سوداء بيضاء نارية رسمي رسميا رشاشة الشرطة الجيش
    الأمن موحد موحدا رباعية الدفع
    """
)


def _past_dress(line: Line, at: int, last: int) -> int:
    """مسلحون يرتدون زي الشرطة, ملثمين بلباس مدني: what they wore or drove, of which the name says nothing."""
    head = line.items[at].sense
    if head.person is None and line.stem(at) not in _GROUP_OF and not (head.actor and head.actor.state is False):
        return last
    if line.plain(last) in _DRESS:
        end = last + 1
    elif line.plain(last) in _WEAR and line.plain(last + 1) in _WORN:
        end = last + 2
    else:
        return last
    worn = end
    while end - worn < _MOST_LOOKS and line.plain(end) in _LOOKS:
        end += 1
    if end == worn and end < len(line.items) and line.items[end].sense.actor is not None:
        return _end(line, end)
    return end


_MOST_LOOKS = 3
_STRIKES = plain_set("استهدف استهدفت يستهدف تستهدف طال طالت أصاب أصابت ضرب ضربت هز هزت")
_STRIKING = plain_set(
    """
    هجوم الهجوم هجمات كمين الكمين انفجار الانفجار انفجارات تفجير التفجير قصف القصف غارة غارات الغارة الغارات ضربة ضربات
    صاروخ صواريخ قذيفة قذائف عبوة لغم مسيرة مفخخة
    """
)
_UP_TO = 5


def _is_target(line: Line, at: int) -> bool:
    """كمين استهدف دورية, أصابت قذيفة حاجزا للجيش: what a strike hit, and not who struck."""
    if at < 1:
        return False
    if line.items[at - 1].sense.actor is not None and _is_target(line, at - 1):
        return True  # قوات النظام
    return _is_struck(line, at) or _is_struck_behind(line, at)


def _is_struck(line: Line, at: int) -> bool:
    """كمين استهدف دورية: the strike stands before the verb."""
    if line.plain(at - 1).removeprefix("و") not in _STRIKES:
        return False
    for k in range(at - 2, max(-1, at - 1 - _UP_TO), -1):
        if not line.is_word(k) or line.items[k].sense.actor is not None:
            return False
        if _is_strike(line, k):
            return True
    return False


def _is_struck_behind(line: Line, at: int) -> bool:
    """أصابت قذيفة حاجزا للجيش: the strike stands behind the verb, and what it hit behind the strike."""
    for k in range(max(0, at - _UP_TO), at - 1):
        if line.plain(k).removeprefix("و") in _STRIKES and _is_strike(line, k + 1):
            hit = at if at == k + 2 else at - 1
            return hit > k + 1 and all(line.is_word(n) for n in range(k + 2, at)) and _is_object(line, hit)
    return False


def _is_strike(line: Line, at: int) -> bool:
    return line.stem(at) in _STRIKING or line.plain(at) in _STRIKING


def _is_object(line: Line, at: int) -> bool:
    """حاجزا, رتلا: written as an object."""
    return line.written_end(at) == "ا" and not line.plain(at).startswith("ال")


def actors_end(line: Line, at: int) -> int:
    """Where a force's name ends, whatever follows it."""
    return _end(line, at)


def _hedged(actor: Actor, *, hedged: bool) -> Actor:
    return Actor(text=actor.text, span=actor.span, role=actor.role, hedged=hedged)


def _actor(
    line: Line, first: int, last: int, role: ActorRole = ActorRole.PERPETRATOR, *, hedged: bool = False
) -> Actor:
    span = line.words(first, last)
    return Actor(text=line.text[span.begin : span.end], span=span, role=role, hedged=hedged)


def _end(line: Line, at: int) -> int:  # noqa: PLR0912, PLR0915 - one case after another reads best
    """Where the name ends: complements and adjectives that agree in being definite or not."""
    head = line.items[at].sense
    definite = head.cut.article
    is_open = bool(head.actor and head.actor.open)
    if head.actor and head.actor.bare and not definite:
        k = at + 1
        return k + 1 if line.plain(k).startswith("ال") and line.stem(k) in _ADJECTIVES | NATIONAL else k
    k = line.name_in_quotes(at + 1) or at + 1
    if k > at + 1:
        return k  # جماعة «أبناء الجبل»
    while line.is_word(k) and k - at < _MOST_WORDS:
        item = line.items[k]
        sense, text = item.sense, item.text
        if text == "من" and _joins_of(line, at, k):
            k += 1
            k = _end(line, k)
            break
        if (
            text in _ENDS
            or text in OWN_FORCES
            or _are_others(line, at, k)
            or (text.startswith("بال") and not sense.known)
            or text in KIN_OF
        ):
            break  # ألقت الشرطة القبض, اقتاد مسلحون والد الناشط
        if text in _BELONGING:
            inner = k + 1 if line.items[k + 1 :] and line.plain(k + 1) not in {"الي", "ل"} else k + 2
            if inner < len(line.items):
                k = _end(line, inner)
            break
        if text in _SIDING and _sides_with(line, k):
            k += 2
            while (
                line.is_word(k)
                and line.plain(k).startswith("ال")
                and line.items[k].sense.cut.stem in _ADJECTIVES | NATIONAL
            ):
                k += 1
            break
        if (
            sense.small
            or sense.number
            or sense.time
            or sense.cut.conjunction
            or text.removeprefix("ال") in BACKING
            or _looks_like_verb(item)
        ):
            break
        if text == "الهويه":
            k += 1
            continue
        adjective = sense.cut.stem if sense.cut.article else text
        if adjective in NATIONAL or adjective in _ADJECTIVES:
            if definite and not text.startswith("ال"):
                break
            k += 1
            continue
        if (
            sense.cut.preposition
            or (sense.verb and not sense.actor)
            or sense.light
            or sense.speech
            or (sense.noun and not is_open)
        ):
            break
        if k == at + 1 and head.person and head.person.armed and not definite and _are_so(line, k):
            k += 1  # جنود تشاديون
            continue
        article = text.startswith("ال")
        if head.cut.article and not article and k == at + 1 and (sense.actor or text in small.TARGETS):
            break  # استهدف التنظيم دورية, هاجمت الحركة حاجز الجيش
        if not article and _has_tanwin(line, k) and not _has_tanwin(line, at):
            break  # قتل مقاتلون من الحركة جندياً
        if head.cut.article and article and sense.actor is not None and not sense.actor.bare and k == at + 1:
            break  # اتهم الجيش الدعم السريع: two of them
        if sense.place and not ((is_open or _is_of_post(line, at, k)) and k == at + 1):
            break
        if (sense.person or sense.kin) and not sense.actor and not (article and not definite):
            break
        if definite and not article and not is_open:
            break
        if not definite and not article and not sense.actor and not is_open and k > at + 1:
            break
        if not article and (text in small.TARGETS or (text[0] == "ب" and not sense.known and not is_open)):
            break
        if not article and not is_open and text.endswith("ا") and not sense.actor and len(text) > 3 and text != "سوريا":
            break
        definite = definite or article or sense.actor is None
        is_open = is_open or bool(sense.actor and sense.actor.open)
        k += 1
    return k


_ENDS = plain_set("السماح القبض النار الرصاص مسؤولية المسؤولية كامل اللوم بالوقوف باللوم طاقم طواقم مهاجمة اقتحام قصف")
"""ألقت الشرطة القبض, حمّل التنظيم المسؤولية: the object or the charge behind the name."""


def _has_tanwin(line: Line, at: int) -> bool:
    end = line.items[at].word.end
    return line.text[end - 2 : end] in {"اً", "ًا"}


def _are_others(line: Line, at: int, k: int) -> bool:
    """هاجم مسلحون جنود الحاجز, قتل مسلحون إيزيديين: with its ون a name has no complement, and no adjective in ين."""
    if not line.plain(at).endswith("ون") or line.plain(at).startswith("ال"):
        return False
    text, sense = line.plain(k), line.items[k].sense
    if sense.cut.article and sense.actor is None and not line.prep(k):
        return True  # قتل مسلحون مجهولون الصحفي
    if k != at + 1:
        return False
    if text in _ADJECTIVES or text in NATIONAL or text.endswith("ون"):
        return False
    return sense.actor is not None or (not sense.known and text.endswith("ين") and len(text) > _SHORTEST_OF_MANY)


def _are_so(line: Line, k: int) -> bool:
    """تشاديون, نيجريين: an adjective of many, which no list has."""
    text = line.plain(k)
    return not line.items[k].sense.known and len(text) > _SHORTEST_OF_MANY and text.endswith(("ون", "ين"))


_SHORTEST_OF_MANY = 4


def _is_of_post(line: Line, at: int, k: int) -> bool:
    """عناصر الحاجز: men of a checkpoint, which is theirs and no place beside them."""
    head, post = line.items[at].sense, line.items[k].sense
    manned = head.person is not None and head.person.armed and not head.cut.article
    return manned and post.actor is not None and post.cut.article and not post.cut.preposition


def _sides_with(line: Line, k: int) -> bool:
    following = line.plain(k + 1)
    return following.startswith("ل") and line.is_word(k + 1)


def _looks_like_verb(item: Item) -> bool:
    """A verb no list has: يستقلان, أخذوا."""
    text = item.text
    if item.sense.known or len(text) < 4:
        return False
    return text.endswith("وا") or (text[0] in "يت" and text.endswith(("ان", "ون")) and not text.endswith("يون"))


_OFFICES = plain_set("مديرية جهاز شعبة إدارة قسم دائرة مكتب قيادة وحدة")
"""عناصر من جهاز المخابرات: what stands before the force that those men are of."""


def _joins_of(line: Line, at: int, k: int) -> bool:
    """عناصر من الجيش: members of a force."""
    office = line.plain(k + 1) in _OFFICES
    following = line.items[k + 1 + office].sense if k + 1 + office < len(line.items) else None
    person = line.items[at].sense.person
    plural = bool(person and person.armed) or line.stem(at) in {
        "كتيبه",
        "مجموعه",
        "دوريه",
        "ميليشيات",
        "وحدات",
        "وحده",
        "قوه",
        "قوات",
        "رتل",
    }
    return bool(following and following.actor and (plural or line.stem(at) in _GROUP_OF)) and k - at <= 2


def _hedge(line: Line, last: int) -> tuple[int, bool]:
    """طائرات يُعتقد أنها روسية: the words of the hedge, and what they hedge."""
    if not line.is_word(last):
        return last, False
    speech = line.items[last].sense.speech
    doubted = speech is not None and speech.form.tense == "imperfect" and (
        speech.way == "suppose" or speech.certainty is Certainty.CLAIMED or line.plain(last) == "يقال"
    )  # fmt: skip
    doubted = doubted or line.plain(last) in {"قيل", "يقال", "يبدو", "يفترض", "يشتبه", "يزعم"}
    if doubted and line.plain(last + 1) in {"انها", "انهم", "انه", "بانها", "بانهم", "بانه", "انهما", "في"}:
        end = last + 2
        if (belongs := _belongs_to(line, end)) is not None:
            return belongs, True
        while (
            line.is_word(end)
            and (line.plain(end) in NATIONAL or line.plain(end) in _ADJECTIVES or line.plain(end) == "تابعه")
            and end < last + 4
        ):
            end += 1
        return end, True
    return last, False


def _belongs_to(line: Line, at: int) -> int | None:
    """مسلحون يُعتقد أنهم من لواء الفتح: where the name of what they belong to ends."""
    if line.plain(at) == "من":
        inner = at + 1
    elif line.plain(at) in _BELONGING:
        inner = at + 2 if line.plain(at + 1) in {"الي", "ل"} else at + 1
    else:
        return None
    if inner >= len(line.items) or line.items[inner].sense.actor is None:
        return None
    return _end(line, inner)


def _backer(line: Line, last: int) -> tuple[int, Actor | None]:
    """مدعومة من إيران."""
    if line.plain(last) == "," and line.plain(last + 1) in BACKING and line.plain(last + 1)[:1] in {"ت", "ي"}:
        last += 1  # قوات الحكومة، تؤازرها عشائر
    if not line.is_word(last):
        return last, None
    text = (
        line.items[last].sense.cut.stem if line.items[last].sense.cut.article else line.plain(last).removeprefix("ال")
    )
    if text not in BACKING:
        return last, None
    begin = last + 1
    if line.plain(begin) == "من" and line.plain(begin + 1) in {"قبل", "جانب", "طرف"}:
        begin += 1
    if line.plain(begin) in {"من", "قبل", "جانب", "طرف"}:
        begin += 1
    end = begin
    while line.is_word(end) and end - begin < 4:
        sense = line.items[end].sense
        if end > begin and not line.plain(end).startswith("ال"):
            break
        if sense.small or sense.verb or sense.light or (sense.place and end > begin) or sense.speech:
            break
        end += 1
    return (end, _actor(line, begin, end, ActorRole.BACKER)) if end > begin else (last, None)


def agent(line: Line, at: int) -> Force | None:
    """Whoever did it behind على يد, من قبل, برصاص at a word."""
    two = (line.plain(at), line.plain(at + 1))
    if two in small.AGENT:
        found = force_at(line, at + 2)
        if found is None and line.is_word(at + 2):
            end = at + 3
            while line.is_word(end) and line.plain(end).startswith("ال") and end < at + 6:
                end += 1
            if two[0] == "علي" or line.items[at + 2].sense.person:
                found = Force(at + 2, end, (_actor(line, at + 2, end),), None)
        return found
    if line.plain(at) in small.BY_FIRE:
        return deed_force(line, at)
    if line.stem(at) in _DRONE and line.prep(at) == "ب":
        behind = at + 1 + (line.stem(at + 1) in _DRONE)
        if behind < len(line.items) and line.items[behind].sense.cut.preposition == "ل":
            return force_at(line, behind)  # بمسيّرة للواء السهول
    return supposed(line, at)


_DRONE = plain_set("مسيرة طائرة درون مروحية")


def supposed(line: Line, at: int) -> Force | None:
    """قصف يُعتقد أنه من طيران روسي; غارة يُرجح أن الجيش نفذها."""
    speech = line.items[at].sense.speech if at < len(line.items) else None
    if speech is None or speech.way != "suppose" or speech.form.tense != "imperfect":
        return None
    begin = at + 2
    if line.plain(at + 1) in {"انه", "انها", "انهم", "بانه", "بانها", "انو", "انن"} and line.plain(begin) in {
        "من",
        "ل",
    }:
        begin += 1
    elif line.plain(at + 1) not in {"ان", "بان"}:
        return None
    found = force_at(line, begin) if begin < len(line.items) else None
    if found is None:
        return None
    carried = line.items[found.last].sense if found.last < len(line.items) else None
    known = None if carried is None else carried.light or carried.verb
    if begin == at + 2 and not (known and known.form and known.form.object in {"ها", "ه"}):
        return None
    return found._replace(actors=tuple(_hedged(each, hedged=True) for each in found.actors), hedged=True)


def _has_aim(line: Line, at: int) -> bool:
    """قصف قواته للمدينة."""
    return at < len(line.items) and line.items[at].sense.cut.preposition == "ل"


OWN_FORCES = plain_set(
    """
    قواته قواتها قواتهم جنوده جنودها جنودهم عناصره عناصرها عناصرهم مقاتليه مقاتليها مقاتليهم مواقعه مواقعها مواقعهم
    آلياته آلياتها طائراته طائراتها طائراتهم مدفعيته مدفعيتها زوارقه زوارقها دباباته دباباتها وحداته وحداتها
    مقراته مقراتها مقاره مقارها
    """
)
"""What is their own, and is no more than struck."""


def _is_no_complement(line: Line, at: int, k: int) -> bool:
    """القصف دبابة: with its article the strike is of no tank."""
    actor = line.items[k].sense.actor
    plain = actor is not None and not actor.bare and not actor.open and line.plain(k) not in NATIONAL
    return line.items[at].sense.cut.article and plain and not line.plain(k).startswith("ال") and not line.prep(k)


def deed_force(line: Line, at: int) -> Force | None:
    """Whose strike it was: قصف قوات النظام, قصف مدفعي لقوات النظام, غارة روسية. Not استهداف قواته: they were struck."""
    national: Force | None = None
    for k in range(at + 1, min(at + 7, len(line.items))):
        item = line.items[k]
        if item.word.kind != "word":
            break
        sense = item.sense
        if sense.number or (k == at + 1 and _is_no_complement(line, at, k)):
            break  # دمرت الغارة سبع دبابات, دمر القصف دبابة
        bare = sense.cut.stem if sense.cut.article else item.text
        if k == at + 1 and line.plain(k) in OWN_FORCES and not _has_aim(line, k + 1):
            continue
        if sense.actor and (k == at + 1 or sense.cut.preposition == "ل") and bare not in NATIONAL:
            return force_at(line, k)
        if sense.actor and not sense.cut.preposition and k <= at + 2 and bare not in _ADJECTIVES:
            return force_at(line, k)
        if bare in NATIONAL:
            national = Force(k, k + 1, (_actor(line, k, k + 1),), state=True)
            continue
        if (line.plain(k), line.plain(k + 1)) in small.AGENT:
            return agent(line, k)
        if item.text == "من" and (found := force_at(line, k + 1)) is not None:
            return found  # قصف مدفعي من قوات النظام
        if sense.small or sense.verb or sense.light or sense.place or sense.person or sense.speech:
            break
    return national
