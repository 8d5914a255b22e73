"""What happened to whom by whom: words of happening joined to the people, things and forces around them."""

from collections.abc import Sequence
from dataclasses import replace

from vigil.model.claim import Count, EventType, Exactness, Unit
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import Force
from vigil.testimony.arabic.befallen import Befallen
from vigil.testimony.arabic.causes import Causes
from vigil.testimony.arabic.doers import Doers
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.people import People
from vigil.testimony.arabic.setting import HARM, Happening, Setting, negated
from vigil.testimony.arabic.sources import BODIES
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.counts.mention import CountMention, Kind


def happenings(
    line: Line,
    triggers: Sequence[Trigger],
    people: Sequence[People],
    counts: Sequence[CountMention],
    frames: Sequence[Frame],
) -> list[Happening]:
    """The happenings of a sentence, in the order of its words; a part follows its whole."""
    return _Reader(Setting(line, triggers, people, counts, frames)).read()


class _Reader:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._befallen = Befallen(setting)
        self._doers = Doers(setting)
        self._causes = Causes(setting)

    def read(self) -> list[Happening]:
        self._drop_named()
        self._drop_doubled()
        forces = [self._doers.force(n) for n in range(len(self._setting.triggers))]
        found: list[Happening] = []
        for n, trigger in enumerate(self._setting.triggers):
            force = forces[n]
            for happening in self._of(n, trigger, force):
                happening.negated = negated(self._setting.line, trigger)
                if force is not None:
                    happening.actors, happening.state = force.actors, force.state
                found.append(happening)
        found += self._corrected(found)
        self._of_those_before(found)
        self._causes.share(found)
        self._causes.mark(found)
        return found

    def _of_those_before(self, found: Sequence[Happening]) -> None:
        """احتجزوا 30 رجلاً، مات ثلاثة منهم: those of the other event."""
        line = self._setting.line
        for n, each in enumerate(found):
            who = each.people
            if who is None or each.part_of is not None or each.count is None or each.count.low is None:
                continue
            if not any(line.plain(k) in _OF_THEM for k in (who.last - 1, who.last)):
                continue
            whole = next((other for other in found[:n] if other.people is not None and self._holds(other, each)), None)
            each.part_of = whole

    @staticmethod
    def _holds(one: Happening, other: Happening) -> bool:
        """As many or more, told of people."""
        if one.count is None or other.count is None or one.count.low is None or one.part_of is not None:
            return False
        return one.trigger is not other.trigger and one.count.low > (other.count.low or 0) and not one.withdrawn

    def _corrected(self, found: Sequence[Happening]) -> list[Happening]:
        """تراجعت عن ... 30، وقالت إن العدد هو 13: the figure that stands instead."""
        old = next(
            (
                each
                for each in found
                if each.count is not None
                and any(
                    frame.way == "retract" and frame.first <= each.trigger.at < frame.last
                    for frame in self._setting.frames
                )
            ),
            None,
        )
        if (wrong := self._not_so_many(found)) is not None:
            return [wrong]
        if old is None and (wrong := self._wrong_behind(found)) is not None:
            return [wrong]
        if old is None and (old := self._set_right(found)) is not None:
            old.withdrawn = True
        if old is None or old.count is None:
            return []
        for phrase in self._setting.people:
            words = {self._setting.line.plain(k) for k in range(max(0, phrase.first - 5), phrase.first)}
            if (
                phrase.head not in self._setting.taken
                and phrase.count is not None
                and phrase.first > old.trigger.at
                and words & {"العدد", "الرقم", "الحصيله", "عددهم", *RIGHT}
            ):
                return [Happening(old.trigger, people=phrase, count=phrase.count, at=phrase.first)]
        return []

    def _set_right(self, found: Sequence[Happening]) -> Happening | None:
        """خلّفت 19 قتيلاً، والصحيح 16: the last figure before what is right."""
        line = self._setting.line
        at = next((k for k in range(1, len(line.items)) if line.plain(k) in RIGHT or self._turned_out(k)), None)
        if at is None or not any(
            line.items[k].word.kind == "number" or line.items[k].sense.number
            for k in range(at, min(at + 5, len(line.items)))
        ):
            return None
        counted = [each for each in found if each.count is not None and each.trigger.at < at and each.part_of is None]
        return counted[-1] if counted else None

    def _not_so_many(self, found: Sequence[Happening]) -> Happening | None:
        """ستة قتلى في الغارة، لا 11: another figure of the same, which was told before."""
        line = self._setting.line
        for mention in self._setting.counts:
            at = line.index(mention.span.begin)
            if mention.kind is not Kind.COUNT or mention.single or line.plain(at - 1) not in _NOT_SO_MANY:
                continue
            last = line.index(mention.span.end - 1) + 1
            ends = last >= len(line.items) or line.plain(last) in {",", ".", "كما", "مثلما", "حسبما", "وفق", "بحسب"}
            if mention.unit is not None or not ends:
                continue
            told = [each for each in found if each.count is not None and each.count.low and each.trigger.at < at]
            right = told[-1] if told else None
            if right is None or right.count is None or right.count.low == mention.low or mention.low is None:
                return None
            if any(each.count is not None and each.count.span == mention.span for each in found):
                return None
            return replace(
                right, count=mention.as_count(right.count.unit), people=None, part_of=None, withdrawn=True, at=at
            )
        return None

    def _wrong_behind(self, found: Sequence[Happening]) -> Happening | None:
        """شهداء القصف 6 مش 16: the figure that was told before."""
        line = self._setting.line
        for at in range(1, len(line.items) - 1):
            if line.plain(at) not in _RATHER_THAN or {line.items[k].word.kind for k in (at - 1, at + 1)} != {"number"}:
                continue
            digits = line.plain(at + 1)
            right = next((each for each in found if each.count is not None and each.trigger.at < at), None)
            if right is None or right.count is None or not digits.isdecimal() or right.count.low == int(digits):
                return None
            number = int(digits)
            told = next((each for each in found if each.count is not None and each.count.low == number), None)
            if told is not None:
                told.withdrawn = True  # it was read as a figure of its own
                return None
            count = replace(
                right.count, low=number, high=number, exactness=Exactness.EXACT, span=line.words(at + 1, at + 2)
            )
            return replace(right, count=count, people=None, part_of=None, withdrawn=True, at=at + 1)
        return None

    def _turned_out(self, at: int) -> bool:
        """طلع العدد أحد عشر: another than was told."""
        line = self._setting.line
        return line.plain(at).removeprefix("و") in _TURNED_OUT and any(
            line.plain(k) in {"العدد", "الرقم", "عددهم", "الحصيله"} for k in range(at + 1, min(at + 4, len(line.items)))
        )

    def _drop_named(self) -> None:
        """رابطة أمهات المخطوفين: what a speaker's name tells of did not happen here."""
        sources = self._setting.sources
        if not sources:
            return
        self._setting.triggers = [
            each
            for each in self._setting.triggers
            if each.form is not None
            or not (self._setting.line.items[each.at].sense.cut.article or each.role == "counted")
            or not any(first < each.at <= last and self._setting.line.stem(first) in BODIES for first, last in sources)
        ]

    def _drop_doubled(self) -> None:
        """عدد القتلى ... 65 قتيلاً: the first only names what the second counts."""
        kept: list[Trigger] = []
        for n, trigger in enumerate(self._setting.triggers):
            previous = self._setting.triggers[n - 1] if n else None
            if (
                previous is not None
                and previous.form is trigger.form is None
                and previous.event is trigger.event is EventType.TORTURE
                and trigger.at == previous.last
            ):
                continue  # للضرب والصعق
            if trigger.role == "counted" and (self._counts_for(previous, trigger) or self._dies_of(previous, n)):
                self._setting.plain_people.add(trigger.at)
                continue
            following = self._setting.triggers[n + 1 :]
            if trigger.role == "counted" and trigger.number == "p" and self._setting.figure_of(trigger) is None:
                other = next((each for each in following if each.role != "deed"), None)
                if (
                    other is not None
                    and other.event is trigger.event
                    and other.role == "counted"
                    and other.at - trigger.at < 12
                ):
                    continue
            kept.append(trigger)
        self._setting.triggers = kept

    def _counts_for(self, previous: Trigger | None, trigger: Trigger) -> bool:
        """أُفرج عن 36 مختطفة; ارتقاء الشهيد: the noun names them, and tells of nothing more."""
        after = self._setting.triggers[self._setting.triggers.index(trigger) + 1 :]
        if (
            self._setting.line.items[trigger.at].sense.cut.article
            and self._setting.line.plain(trigger.at - 1) == "من"
            and after
            and after[0].role == "subject"
        ):
            return True  # اثنان من الجرحى توفيا
        if previous is None:
            return False
        if previous.event is EventType.EVACUATION and trigger.at - previous.last <= 5:
            return True
        if previous.role == "release" and trigger.at - previous.last <= 5:
            return True
        one = self._setting.line.items[trigger.at].sense.cut.article and trigger.number == "s"
        figure = self._setting.figure_of(trigger)
        begins = trigger.at if figure is None else figure.first  # ارتقاء 6 شهداء
        return (
            previous.event is trigger.event
            and previous.role in {"patient", "subject"}
            and (one or begins == previous.last)
        )

    def _dies_of(self, previous: Trigger | None, n: int) -> bool:
        """فارق خمسة مصابين الحياة, 40 جريحاً قُتلوا, جثث ستة رجال أُعدموا: a verb beside them tells what befell."""
        line, trigger = self._setting.line, self._setting.triggers[n]
        if (
            previous is not None
            and previous.event is EventType.KILLING
            and previous.role in {"subject", "object"}
            and previous.form is not None
            and trigger.event is EventType.INJURY
            and self._begins(trigger) - previous.last <= 2
            and not any(
                line.plain(k) == "," or line.plain(k).startswith("و") for k in range(previous.last, trigger.at + 1)
            )
        ):
            return True
        verb = next(iter(self._setting.triggers[n + 1 :]), None)
        if verb is None or verb.form is None or verb.form.object or verb.event not in _FATAL:
            return False
        if verb.form.person not in {"3p", "3d"}:
            return False
        bodies = trigger.lemma in _BODIES
        wounded = trigger.event is EventType.INJURY or trigger.lemma in _TAKEN_BEFORE
        gap = range(trigger.last, verb.at)
        near = len(gap) <= (4 if bodies else 1)
        between = all(
            line.plain(k) in _AUXILIARY or line.items[k].sense.number or line.items[k].word.kind == "number"
            or bool(line.items[k].sense.person)
            for k in gap
        )  # fmt: skip
        own = not line.items[verb.at].sense.cut.conjunction
        return (bodies or wounded) and near and between and own and self._suffers(verb)

    def _begins(self, trigger: Trigger) -> int:
        """Where the figure of a noun begins, or the noun: ثلاثة من الجرحى."""
        figure = self._setting.figure_of(trigger)
        return trigger.at if figure is None else figure.first

    def _suffers(self, verb: Trigger) -> bool:
        """الجرحى قُتلوا, الجرحى ماتوا; not الجرحى قتلوا حارساً: no object follows a verb that takes one."""
        if verb.role == "subject" or verb.passive:
            return True
        return not any(0 <= each.first - verb.last <= 1 and not each.prep for each in self._setting.people)

    def _of(self, n: int, trigger: Trigger, force: Force | None) -> list[Happening]:
        if trigger.role == "deed":
            return self._deed(trigger)
        if trigger.role == "end":
            return [Happening(trigger)]
        if trigger.event in {EventType.ATTACK, EventType.OBSTRUCTION, EventType.PROPERTY_DESTRUCTION}:
            return self._of_things(n, trigger, force)
        main = self._befallen.whom(n, trigger, force)
        if not main:
            happening = self._befallen.unnamed(trigger)
            happening.count = happening.count or self._cases(trigger)
            return [happening]
        return self._befallen.with_parts(trigger, main)

    def _cases(self, trigger: Trigger) -> Count | None:
        """312 حالة اعتقال: each case is of one, or of one more than the text says."""
        line = self._setting.line
        if trigger.form is not None or trigger.role not in {"masdar", "patient"}:
            return None
        if line.stem(trigger.at - 1) not in _CASES:
            return None
        for mention in self._setting.counts:
            if mention.kind is Kind.COUNT and line.index(mention.span.end - 1) in {trigger.at - 2, trigger.at - 1}:
                return mention.as_count(Unit.PEOPLE)
        return None

    def _deed(self, trigger: Trigger) -> list[Happening]:
        for mention in self._setting.counts:
            if mention.kind is not Kind.COUNT or mention.single:
                continue
            first = self._setting.line.index(mention.span.begin)
            last = self._setting.line.index(mention.span.end - 1) + 1
            noun = self._setting.line.index(mention.unit_word.begin) if mention.unit_word is not None else last
            if trigger.at in (noun, last, first) or (noun == trigger.at - 1 and last == trigger.at):
                unit = mention.unit if mention.unit in {Unit.ATTACKS, Unit.MUNITIONS} else trigger.unit or Unit.ATTACKS
                return [Happening(trigger, count=mention.as_count(unit))]
        if trigger.number == "d" and trigger.unit is not None:
            span = self._setting.line.words(trigger.at, trigger.last)
            return [
                Happening(
                    trigger,
                    count=Count(low=2, high=2, exactness=Exactness.EXACT, unit=trigger.unit or Unit.ATTACKS, span=span),
                )
            ]
        return [Happening(trigger, count=self._hit(trigger) or self._twice(trigger))]

    def _twice(self, trigger: Trigger) -> Count | None:
        """انضرب مرتين اليوم."""
        line = self._setting.line
        for k in range(trigger.last, min(trigger.last + 4, len(line.items))):
            if line.plain(k) == "مرتين" and trigger.event is EventType.ATTACK:
                return Count(low=2, high=2, exactness=Exactness.EXACT, unit=Unit.ATTACKS, span=line.words(k, k + 1))
        return None

    def _hit(self, trigger: Trigger) -> Count | None:
        """How many buildings or vehicles a strike hit: تعرضت ثلاثة مستشفيات لغارات."""
        line = self._setting.line
        if any(each.event in HARM for each in self._setting.triggers):
            return None
        for mention in self._setting.counts:
            first, last = line.index(mention.span.begin), line.index(mention.span.end - 1) + 1
            unit = mention.unit or next(
                (small.TARGETS[line.stem(k)] for k in (last - 1, last) if line.stem(k) in small.TARGETS), None
            )
            if (
                mention.kind is Kind.COUNT
                and not mention.single
                and unit in {Unit.BUILDINGS, Unit.VEHICLES}
                and abs(first - trigger.at) < 9
            ):
                return mention.as_count(unit)
        for k in range(max(0, trigger.at - 8), min(len(line.items), trigger.at + 6)):
            if (unit := _dual(line, k)) is not None and not self._setting.breaks(
                min(k, trigger.at), max(k, trigger.at)
            ):
                return Count(low=2, high=2, exactness=Exactness.EXACT, unit=unit, span=line.words(k, k + 1))
        return None

    def _of_things(self, n: int, trigger: Trigger, force: Force | None) -> list[Happening]:
        """Buildings and vehicles hit, munitions used; else people."""
        limit = self._setting.limit(n)
        line = self._setting.line
        wanted = {
            EventType.PROPERTY_DESTRUCTION: {Unit.BUILDINGS, Unit.VEHICLES},
            EventType.OBSTRUCTION: {Unit.VEHICLES, Unit.PEOPLE, Unit.FAMILIES},
        }.get(trigger.event, {Unit.BUILDINGS, Unit.VEHICLES, Unit.ATTACKS, Unit.MUNITIONS})
        things: list[Happening] = []
        end = trigger.last
        for mention in self._setting.counts:
            first = line.index(mention.span.begin)
            if mention.kind is not Kind.COUNT or mention.single or not trigger.last <= first < limit:
                continue
            last = line.index(mention.span.end - 1) + 1
            unit = mention.unit or next(
                (small.TARGETS[line.stem(k)] for k in (last - 1, last, last + 1) if line.stem(k) in small.TARGETS), None
            )
            near = first - trigger.last < 9 if not things else first - end <= 4 and self._adds(first)
            if unit in wanted and near:
                things.append(Happening(trigger, count=mention.as_count(unit)))
                end = last
        if things or (things := self._things_before(trigger, wanted)):
            return things
        for k in range(trigger.last, min(trigger.last + 6, limit)):
            if (pair := _dual(line, k)) is not None and pair in wanted:
                return [
                    Happening(
                        trigger,
                        count=Count(low=2, high=2, exactness=Exactness.EXACT, unit=pair, span=line.words(k, k + 1)),
                    )
                ]
        if trigger.event is not EventType.PROPERTY_DESTRUCTION:
            main = self._befallen.whom(n, trigger, force)
            main = [
                each
                for each in main
                if each.count is None or each.count.exactness is not Exactness.EXACT or not each.bare
            ]
            if main:
                return self._befallen.with_parts(trigger, main)
        own = trigger.form is not None and trigger.form.object in {"نا", "ني"}
        return [
            Happening(
                trigger,
                count=self._twice(trigger),
                own=own
                or any(
                    line.plain(k) in {"بيتنا", "بيتي", "بيوتنا", "منزلي", "حارتنا", "منزلنا"}
                    for k in range(trigger.last, min(trigger.last + 4, len(line.items)))
                ),
            )
        ]

    def _things_before(self, trigger: Trigger, wanted: set[Unit]) -> list[Happening]:
        """سبع شاحنات أوقفها مسلحون, ثلاثة منازل دمرتها الغارات: the pronoun on the verb points back."""
        line = self._setting.line
        burns = trigger.lemma in _BY_ITSELF
        if trigger.form is None or (trigger.form.object != "ها" and not burns):
            return []
        for mention in reversed(self._setting.counts):
            first, last = line.index(mention.span.begin), line.index(mention.span.end - 1) + 1
            unit = mention.unit or next(
                (small.TARGETS[line.stem(k)] for k in (last - 1, last) if line.stem(k) in small.TARGETS), None
            )
            if last > trigger.at or mention.kind is not Kind.COUNT or mention.single:
                continue
            if (
                unit not in wanted
                or unit in {Unit.PEOPLE, Unit.FAMILIES}
                or trigger.at - last > (1 if burns else _BEFORE_ITS_VERB)
            ):
                return []
            near = all(
                line.items[k].word.kind != "sign" and not line.items[k].sense.verb for k in range(first, trigger.at)
            )
            return [Happening(trigger, count=mention.as_count(unit))] if near else []
        return []

    def _adds(self, first: int) -> bool:
        """و joins a figure to the one before: سبعة منازل وثلاثة متاجر."""
        line = self._setting.line
        return line.plain(first - 1) == "و" or line.plain(first).startswith("و")


_RATHER_THAN = frozenset({"ما", "مش", "مو", "موش", "مب", "لا"})
_BEFORE_ITS_VERB = 4
"""Words between what is counted and the verb whose pronoun points back at it."""
_OF_THEM = frozenset({"منهم", "منهن", "منا"})
_BY_ITSELF = frozenset({"احترق", "انحرق", "تدمر", "اتدمر", "تهدم", "انهدم", "اتهدم", "اتحرق"})
_NOT_SO_MANY = frozenset({"لا", "وليس", "ليس", "ولا", "وليسوا"})
RIGHT = frozenset({"الصحيح", "والصحيح", "والصح", "الصح", "والصواب", "الصواب"})
_TURNED_OUT = frozenset({"طلع", "تبين", "اتضح", "ظهر", "صار", "طلعت"})
_FATAL = frozenset({EventType.KILLING, EventType.OTHER})
_BODIES = frozenset({"جثه", "جثث", "جثامين", "جثمان"})
_TAKEN_BEFORE = frozenset({"مختطفين", "مختطفون", "مخطوفين", "مخطوفون", "محاصرين", "محاصرون"})
_AUXILIARY = frozenset({"قد", "لقد", "كانوا", "ممن", "الذين", "من"})
_CASES = frozenset({"حاله", "حالات", "حالتي", "حالتا"})
_SINGULAR_AN = frozenset({"فران", "افران"})


def _dual(line: Line, at: int) -> Unit | None:
    """What two of a thing are: مشفيين."""
    stem = line.stem(at) if line.stem(at) in small.TARGETS else line.plain(at)
    if stem in small.TARGETS and stem.endswith(("ين", "ان")) and stem not in _SINGULAR_AN and len(stem) > 4:
        return small.TARGETS[stem]
    return None
