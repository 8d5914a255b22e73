"""What happened to whom by whom: words of happening joined to the people, things and forces around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vigil.model.claim import Actor, ActorRole, Count, EventType, Exactness, Span, Unit
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import Force, agent, deed_force, force_at
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.people import People
from vigil.testimony.arabic.speech import Frame
from vigil.testimony.arabic.triggers import Trigger
from vigil.testimony.counts.mention import CountMention, Kind


@dataclass(slots=True)
class Happening:
    """One event with one figure or none.

    Attributes:
        part_of: The happening whose figure contains this one.
        withdrawn: A figure that is said to be wrong: "and not 19".
        own: The people are the speaker: "I was hit".
        cause: It only says how another came about.
    """

    trigger: Trigger
    people: People | None = None
    count: Count | None = None
    actors: tuple[Actor, ...] = ()
    state: bool | None = None
    part_of: "Happening | None" = None
    withdrawn: bool = False
    own: bool = False
    cause: bool = False
    joined: list["Happening"] = field(default_factory=list)


_HARM = {EventType.KILLING, EventType.INJURY, EventType.PROPERTY_DESTRUCTION, EventType.DISPLACEMENT, EventType.OTHER}
_OF_PEOPLE = {
    EventType.KILLING, EventType.INJURY, EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING, EventType.ENFORCED_DISAPPEARANCE,
    EventType.TORTURE, EventType.SEXUAL_VIOLENCE, EventType.DISPLACEMENT, EventType.EVACUATION, EventType.OTHER,
}  # fmt: skip
_ACTED = {
    EventType.ATTACK, EventType.SIEGE, EventType.OBSTRUCTION, EventType.PROPERTY_DESTRUCTION, EventType.ARBITRARY_DETENTION,
    EventType.KIDNAPPING, EventType.TORTURE,
}  # fmt: skip
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
_RESULT = frozenset({"ادي", "اسفر", "اسفرت", "ادت", "خلف", "خلفت", "اوقع", "اوقعت", "ممن", "مما"})
_MOST_GAP = 7


def happenings(
    line: Line,
    triggers: Sequence[Trigger],
    people: Sequence[People],
    counts: Sequence[CountMention],
    frames: Sequence[Frame],
) -> list[Happening]:
    """The happenings of a sentence, in the order of its words; a part follows its whole."""
    return _Reader(line, triggers, people, counts, frames).read()


class _Reader:
    def __init__(
        self,
        line: Line,
        triggers: Sequence[Trigger],
        people: Sequence[People],
        counts: Sequence[CountMention],
        frames: Sequence[Frame],
    ) -> None:
        self._line, self._counts, self._frames = line, counts, frames
        self._triggers = list(triggers)
        self._sources = [(line.index(frame.source.begin), line.index(frame.source.end - 1)) for frame in frames
                         if frame.source is not None and line.span.begin <= frame.source.begin < line.span.end]  # fmt: skip
        self._people = [each for each in people if not any(first <= each.head <= last for first, last in self._sources)]
        self._taken: set[int] = set()
        self._forces: dict[int, Force] = {}

    def read(self) -> list[Happening]:
        self._drop_doubled()
        forces = [self._force(n) for n in range(len(self._triggers))]
        found: list[Happening] = []
        for n, trigger in enumerate(self._triggers):
            force = forces[n]
            for happening in self._of(n, trigger, force):
                if force is not None:
                    happening.actors, happening.state = force.actors, force.state
                found.append(happening)
        self._share_forces(found)
        self._causes(found)
        return found

    # Which words count.

    def _drop_doubled(self) -> None:
        """عدد القتلى ... 65 قتيلاً: the first only names what the second counts."""
        kept = []
        for n, trigger in enumerate(self._triggers):
            following = self._triggers[n + 1 :]
            if trigger.role == "counted" and trigger.number == "p" and self._figure_of(trigger) is None:
                other = next((each for each in following if each.role != "deed"), None)
                if (
                    other is not None
                    and other.event is trigger.event
                    and other.role == "counted"
                    and other.at - trigger.at < 12
                ):
                    continue
            kept.append(trigger)
        self._triggers = kept

    def _figure_of(self, trigger: Trigger) -> People | None:
        return next((each for each in self._people if each.head == trigger.at and each.count is not None), None)

    def _limit(self, n: int) -> int:
        """Where what belongs to a trigger ends: the next that takes people of its own, a contrast, a saying."""
        trigger = self._triggers[n]
        for other in self._triggers[n + 1 :]:
            if other.role == "deed" and trigger.role != "deed":
                continue
            if other.role == "counted":
                phrase = self._figure_of(other)
                return phrase.first if phrase is not None else other.at
            return self._before(other.at)
        return len(self._line.items)

    def _before(self, at: int) -> int:
        for frame in self._frames:
            if frame.begin < at < frame.end and frame.begin > 0:
                return frame.begin
        return at

    def _breaks(self, first: int, last: int) -> bool:
        """A new clause begins between two words."""
        for at in range(first, last):
            word = self._line.plain(at)
            if word in small.CONTRAST and word not in {"حين"} or word in {";", ":"}:
                return True
        return False

    # Whom it befell.

    def _of(self, n: int, trigger: Trigger, force: Force | None) -> list[Happening]:
        if trigger.role == "deed":
            return self._deed(n, trigger)
        if trigger.role == "end":
            return [Happening(trigger)]
        if trigger.event in {EventType.ATTACK, EventType.OBSTRUCTION, EventType.PROPERTY_DESTRUCTION}:
            return self._of_things(n, trigger, force)
        main = self._whom(n, trigger, force)
        if not main:
            return [self._unnamed(trigger)]
        return self._with_parts(trigger, main)

    def _unnamed(self, trigger: Trigger) -> Happening:
        """The pronoun on the verb, or its subject, is whom it befell."""
        form = trigger.form
        own = form is not None and (
            form.object in {"ني", "نا"}
            or (
                form.person in {"1s", "1p"}
                and (trigger.role == "subject" or trigger.passive or trigger.lemma == "اصاب")
            )
        )
        single = form is not None and (form.object in {"ه", "ها", "ني"} or (own and form.person == "1s"))
        if form is not None and trigger.role == "subject" and form.person in {"3ms", "3fs"} and form.tense == "perfect":
            single = True
        count = None
        if single and trigger.event in _OF_PEOPLE:
            count = Count(
                low=1,
                high=1,
                exactness=Exactness.EXACT,
                unit=Unit.PEOPLE,
                span=self._line.words(trigger.at, trigger.last),
            )
        elif trigger.role == "counted" and trigger.number in {"s", "d"}:
            low = 1 if trigger.number == "s" else 2
            count = Count(
                low=low,
                high=low,
                exactness=Exactness.EXACT,
                unit=Unit.PEOPLE,
                span=self._line.words(trigger.at, trigger.last),
            )
        return Happening(trigger, count=count, own=own)

    def _whom(self, n: int, trigger: Trigger, force: Force | None) -> list[People]:
        """The first phrase for people that belongs to a trigger, and those joined to it."""
        limit = self._limit(n)
        if trigger.role == "counted":
            own = self._figure_of(trigger)
            if own is None:
                after = [
                    each
                    for each in self._people
                    if trigger.last <= each.first < limit and self._free(each) and (each.count is not None)
                ]
                after = [
                    each
                    for each in after
                    if not self._breaks(trigger.last, each.first) and each.first - trigger.at < 14
                ]
                if after and (
                    self._line.items[trigger.at].sense.cut.article
                    or self._tolls(trigger.at)
                    or after[0].first - trigger.last > 2
                ):
                    main = [after[0]]
                    main += [
                        each
                        for each in after[1:]
                        if self._line.plain(each.first - 1) in {"وليس", "ليس", "لا", "ولا", "وليسوا"}
                    ]
                    return self._joined(main, limit) if len(main) == 1 else main
                bare = next((each for each in self._people if each.head == trigger.at), None)
                return self._joined([bare], limit) if bare is not None else []
            return self._joined([own], limit)
        after = [each for each in self._people if trigger.last <= each.first < limit and self._free(each)]
        within = [
            each
            for each in self._people
            if each.first <= trigger.at < each.last and self._free(each) and not trigger.form
        ]
        verb = trigger.form is not None and not trigger.noun
        plural = verb and trigger.form is not None and trigger.form.person in {"3p", "3d"} and not trigger.form.object
        chosen: list[People] = []
        for phrase in after:
            if self._takes(trigger, phrase, force):
                chosen = [phrase]
                break
            if phrase.first - trigger.last > _MOST_GAP:
                break
        before = self._people_before(n, trigger, force)
        if trigger.role == "subject" and plural and before:
            return self._joined(before, limit, extend=False)
        if chosen and not (
            plural and trigger.role == "object" and before and force is None and chosen[0].first - trigger.last > 1
        ):
            return self._joined(chosen, limit)
        if before and (verb or trigger.noun or trigger.role in {"masdar"}):
            return self._joined(before, limit, extend=False)
        return within

    def _tolls(self, at: int) -> bool:
        return any(self._line.stem(k) in _TOLL or self._line.plain(k) in _TOLL for k in range(max(0, at - 2), at))

    def _free(self, phrase: People) -> bool:
        return (
            phrase.head not in self._taken
            and not any(
                force.first <= phrase.head < force.last and phrase.count is None for force in self._forces.values()
            )
            and not phrase.counted
        )

    def _takes(self, trigger: Trigger, phrase: People, force: Force | None) -> bool:
        line = self._line
        gap = range(trigger.last, phrase.first)
        if phrase.first - trigger.last > _MOST_GAP + (
            force.last - force.first if force and force.first >= trigger.last else 0
        ):
            return False
        if self._breaks(trigger.last, phrase.first) or any(line.items[k].word.kind == "line" for k in gap):
            return False
        if phrase.part:
            return False
        if phrase.prep and not self._may_follow(trigger, phrase):
            return False
        blocked = any(line.plain(k) in small.RELATIVE for k in gap)
        return not blocked

    def _may_follow(self, trigger: Trigger, phrase: People) -> bool:
        if trigger.event in {EventType.SIEGE, EventType.ATTACK, EventType.INJURY} and phrase.prep in {"علي"}:
            return True
        if trigger.role == "release" and phrase.prep == "عن":
            return True
        if trigger.lemma == "قبض" and phrase.prep == "علي":
            return True
        return trigger.role in {"masdar", "patient"} and phrase.prep in {"نحو", "ل"} and phrase.first == trigger.last

    def _people_before(self, n: int, trigger: Trigger, force: Force | None) -> list[People]:
        floor = 0
        for other in self._triggers[:n]:
            if other.role != "deed":
                floor = other.last
        for frame in self._frames:
            if not frame.trailing and floor < frame.end <= trigger.at:
                floor = frame.end
        found = [
            each
            for each in self._people
            if floor <= each.first < trigger.at
            and each.head not in self._taken
            and not each.counted
            and not (force and force.first <= each.head < force.last)
        ]
        found = [each for each in found if not each.prep and not self._breaks(each.last, trigger.at)]
        if not found or trigger.at - found[-1].last > _MOST_GAP:
            return []
        whole = [each for each in found if not each.part]
        if not whole:
            return []
        chain = [whole[-1]]
        for each in reversed(whole[:-1]):
            if self._is_joined(chain[0]):
                chain.insert(0, each)
            else:
                break
        return chain

    def _is_joined(self, phrase: People) -> bool:
        """و stands before it."""
        line = self._line
        if line.plain(phrase.first - 1) == "و":
            return True
        item = line.items[phrase.first]
        return (
            item.sense.cut.conjunction == "و"
            or (not item.sense.known and item.text.startswith("و"))
            or line.plain(phrase.first - 1).startswith("ونحو")
        )

    def _joined(self, main: list[People], limit: int, *, extend: bool = True) -> list[People]:
        """Phrases joined by و to the first, with those that are parts of them."""
        found = list(main)
        last = main[-1]
        for phrase in self._people:
            if phrase.first < last.last or phrase.first >= limit or phrase.head in self._taken or phrase in found:
                continue
            if self._breaks(last.last, phrase.first):
                break
            if phrase.part or (
                found and found[-1].part and self._is_joined(phrase) and phrase.first - found[-1].last <= 2
            ):
                found.append(phrase if phrase.part else phrase._replace(part=True))
                last = phrase
                continue
            listed = phrase.first - last.last <= 5 and not phrase.counted and not phrase.prep
            if extend and listed and self._is_joined(phrase) and not (phrase.bare and phrase.first - last.last > 1):
                found.append(phrase)
                last = phrase
        return found

    def _with_parts(self, trigger: Trigger, main: list[People]) -> list[Happening]:
        found: list[Happening] = []
        whole: Happening | None = None
        for phrase in main:
            self._taken.add(phrase.head)
            if phrase.part and whole is not None:
                count = self._part_count(phrase, whole)
                if count is not None:
                    found.append(Happening(trigger, people=phrase, count=count, part_of=whole))
                continue
            withdrawn = self._line.plain(phrase.first - 1) in {"وليس", "ليس", "ولا", "وليسوا"} or self._line.plain(
                phrase.first
            ) in {"وليس"}
            count = phrase.count
            if count is not None and self._is_total(trigger, phrase):
                count = replace(count, cumulative=True)
            happening = Happening(trigger, people=phrase, count=count, withdrawn=withdrawn)
            found.append(happening)
            whole = whole or happening if phrase.part else happening
        return found

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
                    span=self._line.words(phrase.first, phrase.last),
                )
        return phrase.count

    def _is_total(self, trigger: Trigger, phrase: People) -> bool:
        first = max(0, min(trigger.at, phrase.first) - 5)
        words = [self._line.plain(k) for k in range(first, phrase.first)]
        return any(word.startswith(_RISING) for word in words) and trigger.role == "counted"

    # What was hit, stopped or destroyed.

    def _deed(self, n: int, trigger: Trigger) -> list[Happening]:
        for mention in self._counts:
            if mention.kind is not Kind.COUNT or mention.single:
                continue
            first = self._line.index(mention.span.begin)
            last = self._line.index(mention.span.end - 1) + 1
            noun = self._line.index(mention.unit_word.begin) if mention.unit_word is not None else last
            if (
                noun == trigger.at
                or (last == trigger.at)
                or first == trigger.at
                or noun == trigger.at - 1
                and last == trigger.at
            ):
                unit = mention.unit if mention.unit in {Unit.ATTACKS, Unit.MUNITIONS} else trigger.unit or Unit.ATTACKS
                return [Happening(trigger, count=_count(mention, unit))]
        if trigger.number == "d":
            span = self._line.words(trigger.at, trigger.last)
            return [
                Happening(
                    trigger,
                    count=Count(low=2, high=2, exactness=Exactness.EXACT, unit=trigger.unit or Unit.ATTACKS, span=span),
                )
            ]
        return [Happening(trigger)]

    def _of_things(self, n: int, trigger: Trigger, force: Force | None) -> list[Happening]:
        """Buildings and vehicles hit, munitions used; else people."""
        limit = self._limit(n)
        line = self._line
        wanted = {EventType.PROPERTY_DESTRUCTION: {Unit.BUILDINGS, Unit.VEHICLES}, EventType.OBSTRUCTION: {Unit.VEHICLES, Unit.PEOPLE, Unit.FAMILIES}}.get(
            trigger.event, {Unit.BUILDINGS, Unit.VEHICLES, Unit.ATTACKS, Unit.MUNITIONS})  # fmt: skip
        for mention in self._counts:
            first = line.index(mention.span.begin)
            if mention.kind is not Kind.COUNT or mention.single or not trigger.last <= first < limit:
                continue
            last = line.index(mention.span.end - 1) + 1
            unit = mention.unit or next(
                (small.TARGETS[line.stem(k)] for k in (last - 1, last, last + 1) if line.stem(k) in small.TARGETS), None
            )
            if unit in wanted and first - trigger.last < 9:
                return [Happening(trigger, count=_count(mention, unit))]
        for k in range(trigger.last, min(trigger.last + 6, limit)):
            stem = line.stem(k) if line.stem(k) in small.TARGETS else line.plain(k)
            if (
                stem in small.TARGETS
                and small.TARGETS[stem] in wanted
                and stem.endswith(("ين", "ان"))
                and not stem.endswith("دين")
                and len(stem) > 4
            ):
                span = line.words(k, k + 1)
                if stem not in {"مكان"}:
                    return [
                        Happening(
                            trigger,
                            count=Count(low=2, high=2, exactness=Exactness.EXACT, unit=small.TARGETS[stem], span=span),
                        )
                    ]
        if trigger.event is not EventType.PROPERTY_DESTRUCTION:
            main = self._whom(n, trigger, force)
            main = [
                each
                for each in main
                if each.count is None or each.count.exactness is not Exactness.EXACT or not each.bare
            ]
            if main:
                return self._with_parts(trigger, main)
        own = trigger.form is not None and trigger.form.object in {"نا", "ني"}
        return [
            Happening(
                trigger,
                own=own
                or any(
                    line.plain(k) in {"بيتنا", "بيتي", "بيوتنا", "منزلي", "حارتنا", "منزلنا"}
                    for k in range(trigger.last, min(trigger.last + 4, len(line.items)))
                ),
            )
        ]

    # Who did it.

    def _force(self, n: int) -> Force | None:
        trigger = self._triggers[n]
        found = self._find_force(n, trigger)
        if found is not None:
            self._forces[n] = found
        return found

    def _find_force(self, n: int, trigger: Trigger) -> Force | None:
        line, limit = self._line, self._limit(n)
        for at in range(trigger.last, min(limit, trigger.last + 18)):
            if line.plain(at) in small.CONTRAST and line.plain(at) != "حين":
                break
            if (found := agent(line, at)) is not None:
                return found
        if trigger.role == "deed":
            return self._lit(n, trigger) or deed_force(line, trigger.at)
        if trigger.role in {"counted", "patient", "end", "subject", "release"}:
            return None
        after = force_at(line, trigger.last)
        if after is not None and not trigger.passive and self._acts(trigger, after, limit):
            return after
        if trigger.passive and trigger.form is not None:
            return None
        before = self._force_before(n, trigger)
        if before is not None:
            return before
        if trigger.form is not None and n and line.items[trigger.at].sense.cut.conjunction in {"و", "ف"}:
            other = self._triggers[n - 1]
            if other.form is not None and n - 1 in self._forces and _same_subject(other, trigger):
                return self._forces[n - 1]
        return None

    def _lit(self, n: int, trigger: Trigger) -> Force | None:
        """Who struck, by a verb before or behind the noun: شنت الطائرات غارة, الهجوم نفذته القوات."""
        line = self._line
        for at in range(max(0, trigger.at - 7), min(len(line.items), trigger.at + 7)):
            light = line.items[at].sense.light
            if light is None or light.lemma in {
                "تعرض",
                "سقط",
                "طال",
                "وقع",
                "ادي",
                "اسفر",
                "شهد",
                "قع",
                "خلف",
                "تسبب",
                "اوقع",
            }:
                continue
            if at > trigger.at and not (light.form and light.form.object):
                continue
            found = force_at(line, at + 1)
            if found is not None and (at > trigger.at or found.last <= trigger.at):
                return found
            found = self._ending_at(at)
            if found is not None:
                return found
        return None

    def _ending_at(self, at: int) -> Force | None:
        """A force whose name ends before a word, particles between."""
        line = self._line
        end = at
        while end > 0 and line.plain(end - 1) in {
            "قد",
            "لم",
            "لن",
            "لا",
            "ما",
            "عم",
            "رح",
            "راح",
            "كانت",
            "كان",
            "كانوا",
            "سوف",
            "لقد",
            "التي",
            "الذي",
            "الذين",
            "يلي",
            "اللي",
            "هو",
            "هي",
            "هم",
            "من",
            "كيف",
            "تكون",
            "يكون",
        }:
            end -= 1
        for begin in range(max(0, end - 9), end):
            if line.items[begin].sense.actor is None and line.stem(begin) not in {"ناس", "رجال", "شبان", "اشخاص"}:
                continue
            if any(first <= begin <= last for first, last in self._sources):
                continue
            found = force_at(line, begin)
            if (
                found is not None
                and found.last >= end - 1
                and found.last <= at
                and not (line.prep(begin) and line.plain(begin - 1) not in {"من"})
            ):
                if found.last < end and not line.plain(end - 1).startswith("ال"):
                    continue
                return found
        return None

    def _force_before(self, n: int, trigger: Trigger) -> Force | None:
        if trigger.form is None:
            return None
        found = self._ending_at(trigger.at)
        if found is None:
            # Other verbs of the same subject may stand between: مسلحون أوقفوا حافلة وخطفوا ركاباً.
            if self._line.items[trigger.at].sense.cut.conjunction not in {"و", "ف"}:
                return None
            for at in range(trigger.at - 1, max(0, trigger.at - 10), -1):
                item = self._line.items[at]
                if item.text in small.CONTRAST or item.text in small.COMPLEMENT or item.text == ":":
                    break
                if (
                    item.sense.actor
                    and not self._line.prep(at)
                    and not any(first <= at <= last for first, last in self._sources)
                ):
                    begin = at
                    while begin > 0 and (wider := force_at(self._line, begin - 1)) is not None and wider.last > begin:
                        begin -= 1
                    candidate = force_at(self._line, begin)
                    if candidate is not None and not self._line.prep(begin) and candidate.last <= trigger.at:
                        return candidate
            return None
        armed = self._line.items[found.first].sense.person
        if armed and armed.armed and trigger.event in _OF_PEOPLE and trigger.form.person in {"3p", "3d", "3ms"}:
            has_object = any(trigger.last <= each.first <= trigger.last + 4 and not each.prep for each in self._people)
            if not has_object and not trigger.form.object:
                return None
        return found

    def _acts(self, trigger: Trigger, force: Force, limit: int) -> bool:
        """The force behind a verb did it, rather than suffered it."""
        head = self._line.items[force.first].sense
        if not (head.person and head.person.armed):
            return True
        if trigger.form is not None and trigger.form.object:
            return True
        objects = [
            each
            for each in self._people
            if force.last <= each.first < limit
            and not each.prep
            and not each.part
            and each.first - force.last <= 3
            and not self._is_joined(each)
        ]
        if objects:
            return True
        if trigger.event in {EventType.ATTACK, EventType.OBSTRUCTION, EventType.SIEGE, EventType.PROPERTY_DESTRUCTION}:
            k = force.last
            return (
                k < len(self._line.items)
                and (
                    self._line.items[k].sense.place
                    or self._line.stem(k) in small.TARGETS
                    or not self._line.plain(k).startswith("ال")
                )
                and self._line.is_word(k)
            )
        return False

    def _share_forces(self, found: list[Happening]) -> None:
        """Whoever is accused, or struck, did what came of it."""
        for happening in found:
            frames = [each for each in self._frames if each.accused and each.first <= happening.trigger.at < each.last]
            if frames:
                happening.actors = frames[-1].accused
                continue
            if happening.actors or happening.trigger.event not in _HARM | {EventType.ATTACK}:
                continue
            at = happening.trigger.at
            others = [
                each
                for each in found
                if each.actors and each.trigger.event is EventType.ATTACK and not self._apart(each.trigger.at, at)
            ]
            others += [each for each in found if each.actors and each.trigger.event in {EventType.KILLING, EventType.INJURY} and not self._apart(each.trigger.at, at)
                       and (self._line.items[max(at, each.trigger.at)].sense.cut.conjunction == "و" or happening.trigger.role == "deed") and happening.trigger.event in _HARM | {EventType.ATTACK}]  # fmt: skip
            if others:
                nearest = min(others, key=lambda each: abs(each.trigger.at - at))
                happening.actors, happening.state = nearest.actors, nearest.state

    def _apart(self, one: int, other: int) -> bool:
        first, last = min(one, other), max(one, other)
        if self._breaks(first, last):
            return True
        return any(
            (frame.first <= one < frame.last) != (frame.first <= other < frame.last)
            for frame in self._frames
            if not frame.trailing
        )

    def _causes(self, found: list[Happening]) -> None:
        """A noun for a strike beside its effect only says how that came about."""
        for happening in found:
            trigger = happening.trigger
            if trigger.event is not EventType.ATTACK:
                continue
            effects = [
                each
                for each in found
                if each.trigger.event in _HARM | {EventType.PROPERTY_DESTRUCTION}
                and each is not happening
                and not self._apart(each.trigger.at, trigger.at)
            ]
            if trigger.role == "deed" and effects:
                happening.cause = True
            elif trigger.role == "deed" and any(
                each.trigger.event is EventType.ATTACK
                and each is not happening
                and each.trigger.role == "object"
                and not self._apart(each.trigger.at, trigger.at)
                for each in found
            ):
                happening.cause = happening.count is None
            elif trigger.form is not None and self._line.plain(trigger.at - 1) in small.RELATIVE and effects:
                happening.cause = True
        deeds = [
            each
            for each in found
            if each.trigger.role == "deed" and each.trigger.event is EventType.ATTACK and not each.cause
        ]
        for n, happening in enumerate(deeds):
            if happening.count is None and any(
                not self._apart(each.trigger.at, happening.trigger.at)
                for each in deeds[:n] + [d for d in deeds[n + 1 :] if d.count is not None]
            ):
                happening.cause = True


def _same_subject(one: Trigger, other: Trigger) -> bool:
    return one.form is not None and other.form is not None and one.form.person == other.form.person


def _count(mention: CountMention, unit: Unit) -> Count:
    return Count(
        low=mention.low,
        high=mention.high,
        exactness=mention.exactness,
        unit=unit,
        span=mention.span,
        cumulative=mention.cumulative,
    )


def roles(actors: Sequence[Actor]) -> tuple[Span, ...]:
    """Where the names of forces stand, those who did it first."""
    return tuple(each.span for each in sorted(actors, key=lambda each: each.role is ActorRole.BACKER))
