"""Whom it befell: the phrases for people that belong to a word of happening, with their parts and totals."""

from dataclasses import replace

from vigil.model.claim import Count, EventType, Exactness, Unit, VictimKind
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import Force
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.people import People
from vigil.testimony.arabic.setting import OF_PEOPLE, Happening, Setting
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.words import plain_set

_TOLL = frozenset({"حصيله", "عدد", "الحصيله", "العدد", "اعداد", "مجموع"})
_RISING = (
    "ارتفع",
    "ارتفاع",
    "يرتفع",
    "ترتفع",
    "ارتفعت",
    "وارتفع",
    "لترتفع",
    "ليرتفع",
    "بلغ",
    "اجمالي",
    "الاجماليه",
    "وصل",
)
_BEING = plain_set("كان كانوا كانت بات باتوا أصبح أصبحوا ظل ظلوا بقي بقوا لسا لساتن لساتهم")
_MANY = tuple(plain_set("سكانه سكانها أهله أهلها أهاليها أهاليه قاطنوه قاطنوها أبناؤه أبناؤها"))
_MOST_GAP = 7
"""Words between what happened and whom it befell."""


_OF_THEM = plain_set("منهم منهن منا منها")


def _are_of_them(line: Line, trigger: Trigger, phrase: People, force: Force | None) -> bool:
    """مقتل أربعة منهم, قتل الجيش أربعة منهم: of those told of before, and right behind what befell them."""
    behind = force.last if force is not None and force.first == trigger.last else trigger.last
    return phrase.first == behind and phrase.share is None and line.plain(phrase.last) in _OF_THEM


_TOLD_APART = frozenset({VictimKind.WOMEN, VictimKind.CHILDREN, VictimKind.MEDICS, VictimKind.JOURNALISTS})
"""Most of them of one of these kinds are a part of their own; that most were civilians says of what kind all were."""


def _are_most(line: Line, first: int) -> bool:
    """معظمهم أطفال: most of those before it."""
    return line.plain(first - 1).removeprefix("و") in small.MOSTLY


def _is_family(phrase: People) -> bool:
    return phrase.count is not None and phrase.count.unit is Unit.FAMILIES


def _length(force: Force | None, trigger: Trigger) -> int:
    """Words of whoever did it, where they stand behind the verb."""
    return force.last - force.first if force and force.first >= trigger.last else 0


_ROUNDS = plain_set("رصاصة رصاص رصاصات طلقة طلقات نيران قذيفة قذائف صاروخ قنبلة")
"""Whose they were stands behind them, and whom they hit does not."""


_HIT_BY = ("بطلق", "برصاص", "بشظ", "بجرو", "بكسر", "بكسور", "بحرو", "بقذيف")


class Befallen:
    """Finds whom a happening befell."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def unnamed(self, trigger: Trigger) -> Happening:
        """The pronoun on the verb, or its subject, is whom it befell."""
        form = trigger.form
        own = form is not None and (
            form.object in {"ني", "نا"}
            or (
                form.person in {"1s", "1p"}
                and (trigger.role == "subject" or trigger.passive or trigger.lemma == "اصاب")
                and self._setting.line.plain(trigger.at).removeprefix("و") != "اصيب"
            )
        )
        single = form is not None and (form.object in {"ه", "ها", "ني"} or (own and form.person == "1s"))
        if form is not None and trigger.role == "subject" and form.person in {"3ms", "3fs"} and form.tense == "perfect":
            single = trigger.event is not EventType.EVACUATION and not self._has_unknown_subject(trigger)
        single = single or self._is_hit_alone(trigger)
        count = None
        if single and trigger.event in OF_PEOPLE:
            count = Count(
                low=1,
                high=1,
                exactness=Exactness.EXACT,
                unit=Unit.PEOPLE,
                span=self._setting.line.words(trigger.at, trigger.last),
            )
        elif trigger.role == "counted" and trigger.number in {"s", "d"}:
            low = 1 if trigger.number == "s" else 2
            count = Count(
                low=low,
                high=low,
                exactness=Exactness.EXACT,
                unit=Unit.PEOPLE,
                span=self._setting.line.words(trigger.at, trigger.last),
            )
        return Happening(trigger, count=count, own=own)

    def _is_hit_alone(self, trigger: Trigger) -> bool:
        """أصيب بطلق ناري في صدره: one, who is in the verb, with what hit him right behind it."""
        line = self._setting.line
        if line.plain(trigger.at).removeprefix("و").removeprefix("ف") not in {"اصيب", "اصيبت"}:
            return False
        return line.plain(trigger.last) == "في" or line.plain(trigger.last).startswith(_HIT_BY)

    def _has_unknown_subject(self, trigger: Trigger) -> bool:
        """فرّ سكانها: a noun behind the verb that is of many, whatever form the verb before it has."""
        line = self._setting.line
        return line.is_word(trigger.last) and line.plain(trigger.last).startswith(_MANY)

    def whom(self, n: int, trigger: Trigger, force: Force | None) -> list[People]:  # noqa: PLR0911, PLR0912 - one case after another reads best
        """The first phrase for people that belongs to a trigger, and those joined to it."""
        if trigger.form is not None and trigger.form.object == "ني":
            return []  # ضربوني, وثلاثة من زنزانتي: those are others
        if trigger.role == "way":
            return []  # أغلقوا معبر أبو الزندين: nobody of its name
        limit = self._setting.limit(n)
        if trigger.role == "counted":
            own = self._setting.figure_of(trigger)
            if own is None and self._is_predicate(trigger.at) and (before := self._people_before(n, trigger, force)):
                return self._joined(before, limit, extend=False)
            if own is None:
                after = [
                    each
                    for each in self._setting.people
                    if trigger.last <= each.first < limit and self._free(each) and (each.count is not None)
                ]
                after = [
                    each
                    for each in after
                    if not self._setting.breaks(trigger.last, each.first) and each.first - trigger.at < 14
                ]
                if after and (
                    self._setting.line.items[trigger.at].sense.cut.article
                    or self._tolls(trigger.at)
                    or trigger.lemma in {"جثث", "جثامين", "رفات"}
                    or after[0].first - trigger.last > 2
                ):
                    main = [after[0]]
                    main += [
                        each
                        for each in after[1:]
                        if self._setting.line.plain(each.first - 1) in {"وليس", "ليس", "لا", "ولا", "وليسوا"}
                    ]
                    return self._joined(main, limit) if len(main) == 1 else main
                bare = next((each for each in self._setting.people if each.head == trigger.at), None)
                said_of = next((each for each in self._setting.people if each.first == trigger.last), None)
                if bare is not None and said_of is not None and said_of.bare and not said_of.prep:
                    self._setting.taken.add(said_of.head)
                    bare = replace(bare, kinds=bare.kinds | said_of.kinds, last=said_of.last)  # القتلى مدنيون
                return self._joined([bare], limit) if bare is not None else []
            return self._joined([own], limit)
        after = [each for each in self._setting.people if trigger.last <= each.first < limit and self._free(each)]
        within = [
            each
            for each in self._setting.people
            if each.first <= trigger.at < each.last and self._free(each) and not trigger.form
        ]
        verb = trigger.form is not None and not trigger.noun
        plural = verb and trigger.form is not None and trigger.form.person in {"3p", "3d"} and not trigger.form.object
        chosen: list[People] = []
        for phrase in after:
            if self._takes(trigger, phrase, force):
                chosen = [phrase]
                break
            if self._setting.gap(trigger.last, phrase.first) > _MOST_GAP + _length(force, trigger):
                break
        before = self._people_before(n, trigger, force)
        if trigger.form is not None and trigger.form.object == "ه":
            before = [
                each for each in before if not each.bare and not _is_family(each)
            ]  # خطفوه: of one, and not of the gunmen before it
        if trigger.form is not None and trigger.form.object and before and self._is_doer(chosen, force):
            chosen = []  # 13 موظفاً اقتادتهم جماعة مسلحة: the pronoun points back
        if trigger.role == "subject" and plural and before:
            return self._joined(before, limit, extend=False)
        if before and self._is_of_one_before(trigger, before[-1]):
            return self._joined(before, limit, extend=False)
        if chosen and not (
            plural and trigger.role == "object" and before and force is None and chosen[0].first - trigger.last > 1
        ):
            return self._joined(chosen, limit)
        if before and (verb or trigger.noun or trigger.role == "masdar"):
            return self._joined(before, limit, extend=False)
        return within

    def _is_of_one_before(self, trigger: Trigger, before: People) -> bool:
        """أن ابنته أصيبت بشظية: a passive of one, right behind her."""
        line, form = self._setting.line, trigger.form
        if form is None or not trigger.passive or form.person not in {"3ms", "3fs"} or before.last != trigger.at:
            return False
        opens = line.plain(before.first - 1).removeprefix("و") in small.COMPLEMENT
        return opens and before.count is not None and before.count.low == before.count.high == 1

    @staticmethod
    def _is_doer(chosen: list[People], force: Force | None) -> bool:
        return force is not None and bool(chosen) and force.first <= chosen[0].head < force.last

    def _is_predicate(self, at: int) -> bool:
        """مئة شخص ما زالوا محاصرين: said of whoever stands before it."""
        line = self._setting.line
        return not line.items[at].sense.cut.article and any(
            line.plain(k).removeprefix("و") in small.STILL | _BEING for k in range(max(0, at - 3), at)
        )

    def _tolls(self, at: int) -> bool:
        return any(
            self._setting.line.stem(k) in _TOLL or self._setting.line.plain(k) in _TOLL
            for k in range(max(0, at - 2), at)
        )

    def _free(self, phrase: People) -> bool:
        return (
            phrase.head not in self._setting.taken
            and not any(
                force.first <= phrase.head < force.last and phrase.count is None
                for force in self._setting.forces.values()
            )
            and (not phrase.counted or phrase.head in self._setting.plain_people)
        )

    def _takes(self, trigger: Trigger, phrase: People, force: Force | None) -> bool:
        line = self._setting.line
        gap = range(trigger.last, phrase.first)
        if self._setting.gap(trigger.last, phrase.first) > _MOST_GAP + _length(force, trigger):
            return False
        if self._setting.breaks(trigger.last, phrase.first) or any(line.items[k].word.kind == "line" for k in gap):
            return False
        if phrase.part and not _are_of_them(line, trigger, phrase, force):
            return False
        if self._is_doers(trigger, phrase, force) or (phrase.prep and not self._may_follow(trigger, phrase)):
            return False
        if trigger.lemma == "افرج" and any(line.plain(k) == "عن" for k in range(phrase.last, phrase.last + _MOST_GAP)):
            return False  # أفرج المسلحون عن الطبيب: whom stands behind عن
        # إلى, "to", is no إلي, "who", though both are written الي in plain letters.
        blocked = any(line.plain(k) in small.RELATIVE and line.written_end(k) != "ى" for k in gap)
        return not blocked

    def _is_doers(self, trigger: Trigger, phrase: People, force: Force | None) -> bool:
        """قتله الشرطي, أردته رصاصة قناص: whom it befell is in the pronoun, and who did it stands behind."""
        line, before = self._setting.line, phrase.first - 1
        if phrase.armed and line.plain(before)[:1] == "ب" and line.plain(before)[1:] in _ROUNDS:
            return True  # أصيبت برصاصة قناص
        if trigger.form is None or not trigger.form.object:
            return False
        rounds = phrase.armed and line.plain(before) in _ROUNDS
        return rounds or (force is not None and force.first <= phrase.head < force.last)

    def _may_follow(self, trigger: Trigger, phrase: People) -> bool:
        if trigger.event in {EventType.SIEGE, EventType.ATTACK, EventType.INJURY} and phrase.prep == "علي":
            return True
        if trigger.role == "release" and phrase.prep == "عن":
            return True
        if trigger.lemma in {"قبض", "قضي"} and phrase.prep == "علي":
            return True
        return trigger.role in {"masdar", "patient"} and phrase.prep in {"نحو", "ل"} and phrase.first == trigger.last

    def _people_before(self, n: int, trigger: Trigger, force: Force | None) -> list[People]:
        floor = 0
        for other in self._setting.triggers[:n]:
            if other.role != "deed":
                floor = other.last
        for frame in self._setting.frames:
            if not frame.trailing and floor < frame.end <= trigger.at:
                floor = frame.end
        suffered = self._setting.suffered_at(trigger)
        anchor = trigger.at
        if suffered is not None and any(suffered < each.first < trigger.at for each in self._setting.people):
            floor = max(floor, suffered)
        elif suffered is not None:
            anchor = suffered  # ثلاث متطوعات تعرضن للاغتصاب
        found = [
            each
            for each in self._setting.people
            if floor <= each.first < anchor
            and each.head not in self._setting.taken
            and (not each.counted or each.head in self._setting.plain_people)
            and not (force and force.first <= each.head < force.last)
        ]
        found = [each for each in found if not each.prep and not self._setting.breaks(each.last, anchor)]
        single = trigger.form is not None and trigger.form.person in {"3ms", "3fs"} and trigger.role == "subject"
        if not found or anchor - found[-1].last > (3 if single else _MOST_GAP):
            return []
        if single and any(self._setting.line.plain(k) == "," for k in range(found[-1].last, trigger.at)):
            return []
        whole = [each for each in found if not each.part]
        if not whole:
            return found[-1:] if self._setting.suffered_at(trigger) is not None else []
        chain = [whole[-1]]
        for each in reversed(whole[:-1]):
            if self._setting.is_joined(chain[0]):
                chain.insert(0, each)
            else:
                break
        return chain

    def _joined(self, main: list[People], limit: int, *, extend: bool = True) -> list[People]:
        """Phrases joined by و to the first, with those that are parts of them."""
        found = list(main)
        last = main[-1]
        for phrase in self._setting.people:
            if (
                phrase.first < last.last
                or phrase.first >= limit
                or phrase.head in self._setting.taken
                or phrase in found
            ):
                continue
            if self._setting.breaks(last.last, phrase.first) or self._is_anothers(phrase):
                break
            if phrase.part or (
                found and found[-1].part and self._setting.is_joined(phrase) and phrase.first - found[-1].last <= 2
            ):
                found.append(phrase if phrase.part else replace(phrase, part=True))
                last = phrase
                continue
            listed = phrase.first - last.last <= 5 and not phrase.counted and not phrase.prep
            if (
                extend
                and listed
                and self._setting.is_joined(phrase)
                and not (phrase.bare and phrase.first - last.last > 1)
            ):
                found.append(phrase)
                last = phrase
        return found

    def _is_anothers(self, phrase: People) -> bool:
        """و14 إصابة: the 14 are hurt, whatever befell those before them."""
        return any(other.at == phrase.head and other.role != "counted" for other in self._setting.triggers)

    def with_parts(self, trigger: Trigger, main: list[People]) -> list[Happening]:
        """A happening for each phrase for people, parts pointing at their wholes."""
        found: list[Happening] = []
        whole: Happening | None = None
        for phrase in main:
            self._setting.taken.add(phrase.head)
            if phrase.part and whole is not None and whole.people is not None and self._is_all(phrase):
                whole.people = replace(whole.people, kinds=whole.people.kinds | phrase.kinds)
                continue
            if phrase.part and whole is not None:
                count = self._part_count(phrase, whole)
                if count is not None:
                    if (
                        not phrase.kinds and whole.people is not None and not self._is_of_things(phrase)
                    ):  # of the same kind as all of them
                        phrase = replace(phrase, kinds=whole.people.kinds)  # noqa: PLW2901
                    found.append(Happening(trigger, people=phrase, count=count, part_of=whole))
                continue
            withdrawn = (
                self._setting.line.plain(phrase.first - 1)
                in {
                    "وليس",
                    "ليس",
                    "ولا",
                    "وليسوا",
                }
                or self._setting.line.plain(phrase.first) == "وليس"
            )
            count = phrase.count
            withdrawn = withdrawn and count is not None and count.low is not None  # ولا قتلى takes nothing back
            if count is not None and self._is_total(trigger, phrase):
                count = replace(count, cumulative=True)
            happening = Happening(trigger, people=phrase, count=count, withdrawn=withdrawn)
            found.append(happening)
            whole = whole or happening if phrase.part else happening
        return found

    def _is_of_things(self, phrase: People) -> bool:
        """خمسة بلاغات منها: of reports, and not of those whom they are about."""
        return any(self._setting.line.plain(k) == "منها" for k in range(phrase.first - 1, phrase.last + 1))

    def _is_all(self, phrase: People) -> bool:
        """جميعهم من المدنيين says of what kind they were, and is no part of them."""
        near = range(max(0, phrase.first - 2), phrase.head)
        return phrase.share == 1 or any(self._setting.line.plain(k) in small.WHOLE for k in near)

    def _part_count(self, phrase: People, whole: Happening) -> Count | None:
        if (
            phrase.share is not None
            and whole.count is not None
            and whole.count.low is not None
            and whole.count.low == whole.count.high
        ):
            amount = whole.count.low * phrase.share
            if amount.denominator == 1:
                low = int(amount)
                return Count(
                    low=low,
                    high=low,
                    exactness=whole.count.exactness,
                    unit=whole.count.unit,
                    span=self._setting.line.words(phrase.first, phrase.last),
                )
        if phrase.bare and phrase.kinds & _TOLD_APART and _are_most(self._setting.line, phrase.first):
            span = self._setting.line.words(phrase.first - 1, phrase.first)
            return Count(low=None, high=None, exactness=Exactness.VAGUE, unit=Unit.PEOPLE, span=span)
        return phrase.count

    def _is_total(self, trigger: Trigger, phrase: People) -> bool:
        first = max(0, min(trigger.at, phrase.first) - 5)
        words = [self._setting.line.plain(k) for k in range(first, phrase.first)]
        return any(word.startswith(_RISING) for word in words) and trigger.role == "counted"
