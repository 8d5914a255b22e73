"""What a strike brought about shares who struck; a strike named only as a cause makes no claim of its own."""

from vigil.model.claim import EventType, Unit
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.setting import HARM, Happening, Setting
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.turning import is_over
from vigil.testimony.arabic.words import plain_set

_OF_WHICH = plain_set("تحت جراء نتيجة بسبب إثر من بفعل أثناء")


_PLANNED = frozenset(
    {EventType.KILLING, EventType.ATTACK, EventType.PROPERTY_DESTRUCTION, EventType.DISPLACEMENT, EventType.SIEGE}
)
"""What a force that plans it will have done itself."""


class Causes:
    """Relates the happenings of a sentence."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def share(self, found: list[Happening]) -> None:
        """Whoever is accused, or struck, did what came of it."""
        for happening in found:
            frames = [
                each for each in self._setting.frames if each.accused and each.first <= happening.trigger.at < each.last
            ]
            if frames and is_over(self._setting.line, frames[-1], happening.trigger.at):
                continue
            if frames and frames[-1].way == "plan":
                happening.actors = happening.actors or (
                    frames[-1].accused if happening.trigger.event in _PLANNED else ()
                )
                continue
            if frames:
                happening.actors = frames[-1].accused
                continue
            if happening.actors or happening.trigger.event not in HARM | {EventType.ATTACK}:
                continue
            at = happening.trigger.at
            others = [
                each
                for each in found
                if each.actors
                and each.trigger.event is EventType.ATTACK
                and not self._setting.apart(each.trigger.at, at)
            ]
            others += [each for each in found if self._same_hand(each, happening)]
            if others:
                nearest = min(others, key=lambda each: abs(each.trigger.at - at))
                happening.actors, happening.state = nearest.actors, nearest.state

    def _gives_munitions(self, deed: Happening, found: list[Happening]) -> bool:
        """قصفوا الحي بعشرات الصواريخ: the figure of the munitions is that of the attack."""
        if deed.count is None or deed.trigger.unit is not Unit.MUNITIONS:
            return False
        verb = next(
            (each for each in found if each.trigger.role == "object" and each.trigger.event is EventType.ATTACK), None
        )
        if verb is None or verb.trigger.at > deed.trigger.at:
            return False
        verb.count = verb.count or deed.count
        return True

    def _same_hand(self, one: Happening, other: Happening) -> bool:
        """Killed by somebody, and what is joined to that by و, or named as its cause."""
        if not one.actors or one.trigger.event not in {EventType.KILLING, EventType.INJURY}:
            return False
        first, last = one.trigger.at, other.trigger.at
        joined = self._setting.line.items[max(first, last)].sense.cut.conjunction == "و"
        return (joined or other.trigger.role == "deed") and not self._setting.apart(first, last)

    def _restates(self, trigger: Trigger) -> bool:
        """غارة استهدفت سوقاً: the verb goes on about the noun before it."""
        before = range(max(0, trigger.at - 3), trigger.at)
        return any(
            self._setting.line.plain(k) in small.RELATIVE
            or ((noun := self._setting.line.items[k].sense.noun) is not None and noun.role == "deed")
            for k in before
        )

    def _is_of_death(self, trigger: Trigger, found: list[Happening]) -> bool:
        """توفي تحت التعذيب: how he died, told in the clause of his death."""
        before = self._setting.line.plain(trigger.at - 1)
        return (
            trigger.form is None
            and (before in _OF_WHICH or (trigger.at > 0 and self._setting.line.prep(trigger.at) == "ب"))
            and any(
                each.trigger.event is EventType.KILLING
                and each.trigger.at < trigger.at
                and not each.negated
                and not self._setting.apart(each.trigger.at, trigger.at)
                for each in found
            )
        )

    def _falls(self, trigger: Trigger, effects: list[Happening]) -> bool:
        """طاح صاروخ على الحوش وماتت الحاجة: a shell that falls, and in a clause of its own whoever died of it."""
        line = self._setting.line
        beside = range(max(0, trigger.at - 2), min(trigger.last + 2, len(line.items)))
        own = trigger.lemma == "انفجار" and trigger.noun and line.plain(trigger.at) not in small.BY_FIRE
        own = own or any(
            (light := line.items[k].sense.light) is not None and light.lemma in {"سقط", "نزل", "وقع", "طاح"}
            for k in beside
        )
        if not own or any(
            line.plain(k) in small.RELATIVE for k in range(trigger.at, min(trigger.last + 3, len(line.items)))
        ):
            return False
        return all(
            each.trigger.form is not None
            and each.trigger.at > trigger.at
            and any(
                line.items[k].sense.cut.conjunction or line.plain(k) == ","
                for k in range(trigger.last, each.trigger.at + 1)
            )
            for each in effects
        )

    def mark(self, found: list[Happening]) -> None:
        """A noun for a strike beside its effect only says how that came about."""
        for happening in found:
            trigger = happening.trigger
            if trigger.event is EventType.TORTURE and self._is_of_death(trigger, found):
                happening.cause = True
            if trigger.event is not EventType.ATTACK:
                continue
            effects = [
                each
                for each in found
                if not each.negated
                and each.trigger.event in HARM | {EventType.PROPERTY_DESTRUCTION}
                and each is not happening
                and not self._setting.apart(each.trigger.at, trigger.at)
            ]
            if trigger.role == "deed" and effects:
                happening.cause = not self._falls(trigger, effects)
            elif trigger.role == "deed" and any(
                each.trigger.event is EventType.ATTACK
                and each is not happening
                and each.trigger.role == "object"
                and not self._setting.apart(each.trigger.at, trigger.at)
                for each in found
            ):
                happening.cause = happening.count is None or self._gives_munitions(happening, found)
            elif trigger.noun and trigger.form is not None and effects and happening.people is None:
                happening.cause = True  # قصف مدفعي يودي بحياة ...
            elif trigger.form is not None and effects and self._restates(trigger):
                happening.cause = True
        deeds = [
            each
            for each in found
            if each.trigger.role == "deed" and each.trigger.event is EventType.ATTACK and not each.cause
        ]
        for happening in found:
            if (
                happening.trigger.form is not None
                and happening.trigger.event is EventType.ATTACK
                and self._restates(happening.trigger)
            ):
                noun = next((each for each in deeds if 0 < happening.trigger.at - each.trigger.at <= 3), None)
                if noun is not None:
                    happening.cause = True
                    noun.actors, noun.state = noun.actors or happening.actors, noun.state or happening.state
                    noun.count, noun.people = noun.count or happening.count, noun.people or happening.people
        for n, happening in enumerate(deeds):
            if happening.count is None and any(
                not self._setting.apart(each.trigger.at, happening.trigger.at)
                for each in deeds[:n] + [d for d in deeds[n + 1 :] if d.count is not None]
            ):
                happening.cause = True
