"""Who did it: the subject before or behind a verb, the agent, whoever a strike is said to be of."""

from vigil.model.claim import Actor, EventType, Unit
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import OWN_FORCES, Force, actors_end, agent, deed_force, force_at, supposed
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.same_subject import goes_on
from vigil.testimony.arabic.setting import OF_PEOPLE, Setting
from vigil.testimony.arabic.trigger import Trigger


class Doers:
    """Finds who did what a sentence says happened."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def force(self, n: int) -> Force | None:
        """Who did what the word of happening of that number says."""
        trigger = self._setting.triggers[n]
        found = self._find_force(n, trigger)
        if found is not None:
            self._setting.forces[n] = found
        return found

    def _find_force(self, n: int, trigger: Trigger) -> Force | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
        line, limit = self._setting.line, self._setting.limit(n)
        for at in range(trigger.last, min(limit, trigger.last + 18)):
            if line.plain(at) in small.CONTRAST and line.plain(at) != "حين":
                break
            if (found := agent(line, at)) is not None:
                return found
        for at in range(max(0, trigger.at - 7), trigger.at):
            if line.plain(at + 1) not in {"ان", "بان"}:
                continue
            if (found := supposed(line, at)) is not None and found.last <= trigger.at:
                return found  # مسيّرة يُرجّح أن الجيش أطلقها استهدفت عربة
        if trigger.role in {"deed", "masdar"} and (lit := self._lit(trigger)) is not None:
            return lit
        if trigger.role == "deed":
            return deed_force(line, trigger.at)
        if trigger.lemma == "محاصره" and line.plain(trigger.last) == "من":
            return force_at(line, trigger.last + 1)  # المدينة محاصرة من الجيش
        if (guilty := self._committed(trigger)) is not None:
            return guilty
        if trigger.role in {"counted", "patient", "end", "subject", "release"}:
            return None
        if trigger.form is None and (involved := self._involved(trigger)) is not None:
            return involved
        if (counted := self._counted_force(trigger)) is not None:
            return counted
        after = force_at(line, trigger.last)
        if (
            after is not None
            and trigger.form is not None
            and (
                _accusative(line, trigger.last)
                or self._is_oblique(trigger)
                or _is_other_gender(line, trigger)
                or self._they_did(trigger)
            )
        ):
            after = None  # its object
        if after is not None and not trigger.passive and self._acts(trigger, after, limit):
            return after
        if trigger.passive and trigger.form is not None:
            return None
        if (
            line.plain(trigger.at - 1) in {"وهم", "وهو", "وهي"}
            and (seen := self._ending_at(trigger.at - 1)) is not None
        ):
            return seen
        before = self._force_before(trigger)
        if before is not None:
            return goes_on(line, trigger, before)
        if (named := self._named_behind(n, trigger)) is not None:
            return named
        if trigger.form is not None and n and line.items[trigger.at].sense.cut.conjunction in {"و", "ف"}:
            other = self._setting.triggers[n - 1]
            if other.form is not None and n - 1 in self._setting.forces and _same_subject(other, trigger):
                return self._setting.forces[n - 1]
        return None

    def _named_behind(self, n: int, trigger: Trigger) -> Force | None:
        """خطفوا المسعفة يوم السبت، ناس ملثمين بسيارة: those of the verb, named behind the last comma."""
        line = self._setting.line
        form = trigger.form
        if form is None or form.person != "3p" or trigger.passive or trigger.role != "object":
            return None
        if n + 1 < len(self._setting.triggers):
            return None
        for at in range(trigger.last, len(line.items) - 1):
            if line.plain(at) == "," and not line.items[at + 1].sense.cut.conjunction:
                found = force_at(line, at + 1)
                if found is not None and found.state is not True:
                    return found
        return None

    def _they_did(self, trigger: Trigger) -> bool:
        """مسلحون هاجموا دورية: with وا behind its subject a verb has none to come."""
        if trigger.form is None or trigger.form.person != "3p" or trigger.form.tense != "perfect":
            return False
        seen = self._ending_at(trigger.at)
        return seen is not None and seen.last == trigger.at and not self._setting.line.prep(seen.first)

    def _is_oblique(self, trigger: Trigger) -> bool:
        """خطفت شرطيين: ين is of no subject, but in dialect, where another object follows: خطف مسلحين الشاب."""
        line, at = self._setting.line, trigger.last
        if trigger.form is None or trigger.form.person not in {"3fs", "3ms"} or not line.plain(at).endswith("ين"):
            return False
        person = line.items[at].sense.person
        return person is not None and not any(
            at < each.first <= at + 4 and not each.prep for each in self._setting.people
        )

    def _counted_force(self, trigger: Trigger) -> Force | None:
        """اغتصب ثلاثة جنود امرأة: armed men with a figure, then whom it befell."""
        if trigger.form is None or trigger.passive or trigger.role != "object":
            return None
        first = next(
            (
                each
                for each in self._setting.people
                if each.first == trigger.last and each.armed and each.count is not None
            ),
            None,
        )
        if first is None or not any(
            each.first == first.last and not each.prep and not self._setting.is_joined(each)
            for each in self._setting.people
        ):
            return None
        span = self._setting.line.words(first.first, first.last)
        self._setting.taken.add(first.head)
        return Force(
            first.first, first.last, (Actor(text=self._setting.line.text[span.begin : span.end], span=span),), None
        )

    def _involved(self, trigger: Trigger) -> Force | None:
        """تورط أي من كتائبه في قتل: whose part in it is told or denied."""
        line = self._setting.line
        for at in range(max(0, trigger.at - 8), trigger.at):
            if line.stem(at) not in _PART:
                continue
            begin = at + 1
            while line.plain(begin) in {"اي", "من"}:
                begin += 1
            found = force_at(line, begin) if begin < trigger.at else None
            if found is not None and found.last <= trigger.at:
                return found
        return None

    def _committed(self, trigger: Trigger) -> Force | None:
        """ارتكبت الميليشيا مجزرة, ارتكاب الميليشيا مجازر, إقدام الميليشيا على ارتكاب مجازر."""
        line = self._setting.line
        for at in range(max(0, trigger.at - 8), trigger.at):
            light = line.items[at].sense.light
            goes = {line.plain(at), line.stem(at)} & _GOES_SO_FAR and "علي" in {
                line.plain(trigger.at - 1),
                line.prep(trigger.at),
            }
            if not goes and line.stem(at) != "ارتكاب" and not (light is not None and light.lemma == "ارتكب"):
                continue
            behind = force_at(line, at + 1)
            if behind is not None and behind.last <= trigger.at:
                return behind
            before = at - 1 if line.plain(at - 1) in {"علي", "ب", "في"} else at
            return self._ending_at(before)
        return None

    def _lit(self, trigger: Trigger) -> Force | None:  # noqa: PLR0912 - one case after another reads best
        """Who struck, by a verb before or behind the noun: شنت الطائرات غارة, الهجوم نفذته القوات."""
        line = self._setting.line
        for at in range(max(0, trigger.at - 12), trigger.at):
            if trigger.form is None and line.plain(at) in {"وهم", "وهو", "وهي"}:
                break
            if (
                line.stem(at) in _LAUNCHING
                and (found := force_at(line, at + 1)) is not None
                and found.last <= trigger.at
            ):
                return found  # إلقاء المروحيات براميل
            if line.stem(at) == "قيام" and (found := force_at(line, at + 1)) is not None and found.last == trigger.at:
                return found
            if (
                line.plain(at) in {"شارك", "شاركت", "شاركوا", "يشاركون", "تشارك", "يشارك"}
                and (found := self._ending_at(at)) is not None
                and trigger.at - at < 4
            ):
                return found
        reach = 14 if trigger.unit is Unit.MUNITIONS else 7  # أطلقت القوات 40 قذيفة هاون و12 صاروخاً
        for at in range(max(0, trigger.at - _LONGEST), min(len(line.items), trigger.at + 7)):
            light = line.items[at].sense.light
            if light is not None and at < trigger.at - 7 and self._setting.apart(at, trigger.at):
                continue
            if light is not None and at < trigger.at - reach:
                far = force_at(line, at + 1)
                if far is None or far.last < trigger.at - reach:
                    continue  # only a long name may stand between
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
        line = self._setting.line
        end = at
        while end > 0 and line.plain(end - 1) in {
            '"',
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
            if any(first <= begin <= last for first, last in self._setting.sources) or _is_counted_thing(line, begin):
                continue
            found = force_at(line, begin)
            if (
                found is not None
                and found.last >= end - 1
                and found.last <= at
                and not (line.prep(begin) and line.plain(begin - 1) != "من")
            ):
                if found.last < end and not line.plain(end - 1).startswith("ال"):
                    continue
                return found
        return None

    def _force_before(self, trigger: Trigger) -> Force | None:
        if trigger.form is None:
            return None
        found = self._ending_at(trigger.at)
        if found is None:
            # Other verbs of the same subject may stand between: مسلحون أوقفوا حافلة وخطفوا ركاباً.
            if self._setting.line.items[trigger.at].sense.cut.conjunction not in {"و", "ف"}:
                return None
            for at in range(trigger.at - 1, max(-1, trigger.at - 10), -1):
                item = self._setting.line.items[at]
                if item.text in small.CONTRAST or item.text in small.COMPLEMENT or item.text == ":":
                    break
                if item.text.startswith("تعرض"):
                    break  # جنوده تعرضوا لكمين وقتلوا
                if (
                    item.sense.actor
                    and not _is_counted_thing(self._setting.line, at)
                    and not self._setting.line.prep(at)
                    and not any(first <= at <= last for first, last in self._setting.sources)
                ):
                    begin = at
                    while (
                        begin > 0
                        and (wider := force_at(self._setting.line, begin - 1)) is not None
                        and wider.last > begin
                    ):
                        begin -= 1
                    candidate = force_at(self._setting.line, begin)
                    if candidate is not None and not self._setting.line.prep(begin) and candidate.last <= trigger.at:
                        told = [each for each in self._setting.forces.values() if each.first == candidate.first]
                        return told[0] if told else candidate  # with its hedge
            return None
        armed = self._setting.line.items[found.first].sense.person
        if (
            armed
            and armed.armed
            and trigger.role != "fire"
            and trigger.lemma not in _ACTIVE
            and trigger.event in OF_PEOPLE
            and trigger.form.person in {"3p", "3d", "3ms"}
        ):
            has_object = any(
                trigger.last <= each.first <= trigger.last + 4 and not each.prep for each in self._setting.people
            )
            if not has_object and not trigger.form.object and trigger.form.tense != "imperfect":
                return None
        return found

    def _acts(self, trigger: Trigger, force: Force, limit: int) -> bool:
        """The force behind a verb did it, rather than suffered it."""
        head = self._setting.line.items[force.first].sense
        if not (head.person and head.person.armed) or trigger.role == "fire" or trigger.lemma == "سمح":
            return True
        if trigger.form is not None and trigger.form.object:
            return True
        objects = [
            each
            for each in self._setting.people
            if force.last <= each.first < limit
            and not each.prep
            and not each.part
            and self._setting.gap(force.last, each.first) <= 3
            and not self._setting.is_joined(each)
        ]
        objects += [
            each
            for each in self._setting.people
            if trigger.lemma == "قبض" and each.prep == "علي" and 0 < each.first - force.last <= 3
        ]
        if objects or self._has_others_behind(force):
            return True
        if trigger.event in {EventType.ATTACK, EventType.OBSTRUCTION, EventType.SIEGE, EventType.PROPERTY_DESTRUCTION}:
            k = force.last
            return (
                k < len(self._setting.line.items)
                and (
                    self._setting.line.items[k].sense.place
                    or self._setting.line.stem(k) in small.TARGETS
                    or not self._setting.line.plain(k).startswith("ال")
                )
                and self._setting.line.is_word(k)
            )
        return False

    def _has_others_behind(self, force: Force) -> bool:
        """قتل مسلحون إيزيديين: with ون the one, with ين the others, whom no list has."""
        line, at = self._setting.line, force.last
        if not line.is_word(at) or line.items[at].sense.known or not line.plain(force.last - 1).endswith("ون"):
            return False
        return line.plain(at).endswith("ين") and not line.plain(at).startswith(("ال", "ب", "ل"))


_ACTIVE = frozenset({"اقتاد", "اغتال"})
"""Of these the passive is written otherwise: جنود اقتادوا العمدة took him, whoever he is."""
_GOES_SO_FAR = frozenset({"اقدم", "اقدمت", "اقدموا", "اقدام", "يقدم", "تقدم"})
_LONGEST = 18
"""Words at most between the verb of a strike and its noun, with a long name of a force between."""
_PART = frozenset({"ضلوع", "تورط", "مشاركه", "وقوف"})
_LAUNCHING = frozenset({"القاء", "اسقاط", "شن", "تنفيذ", "اطلاق", "رمي"})


_VEHICLES = frozenset({"دبابه", "مدرعه", "اليه", "طايره", "مروحيه", "عربه", "زورق", "مدفعيه", "دوريه"})


def _is_counted_thing(line: Line, at: int) -> bool:
    """دمرت 12 دبابة وقتلت: what was hit, so many of it, and nobody who did anything."""
    before = line.items[at - 1] if at else None
    counted = before is not None and (before.word.kind == "number" or before.sense.number)
    if line.items[at].sense.cut.conjunction:
        return False  # قتل الجيش 12 والميليشيا 40
    end = actors_end(line, at)
    behind = next((k for k in (at + 1, end) if line.is_word(k) and line.plain(k).startswith("ال")), None)
    if behind is not None and not line.prep(behind) and line.items[behind].sense.verb is None:
        return False  # قصفت ثلاث طائرات المشفى
    hit = any(line.items[k].sense.verb is not None for k in range(max(0, at - 3), at - 1))
    counted = counted or line.stem(at) in _VEHICLES
    return counted and hit and line.items[at].sense.person is None


def _accusative(line: Line, at: int) -> bool:
    return line.text[line.items[at].word.end - 2 : line.items[at].word.end] in {"اً", "ًا"}


def _is_other_gender(line: Line, trigger: Trigger) -> bool:
    """استهدف طائراتها: the verb is of a man or of one thing, and its own aircraft are what was struck."""
    word = line.plain(trigger.last)
    return (
        word in OWN_FORCES
        and trigger.form is not None
        and trigger.form.person == "3ms"
        and word.endswith(("اته", "اتها", "اتهم", "يته", "يتها"))
    )


def _same_subject(one: Trigger, other: Trigger) -> bool:
    return one.form is not None and other.form is not None and one.form.person == other.form.person
