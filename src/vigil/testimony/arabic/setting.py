"""A sentence with all that was found in it, and how far each word of happening reaches."""

from collections.abc import Sequence
from dataclasses import dataclass

from vigil.model.claim import Actor, Count, EventType, Polarity
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import Force
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.moods import mood
from vigil.testimony.arabic.people import People
from vigil.testimony.arabic.people_words import KIN_OF
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.counts.mention import CountMention


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
    at: int | None = None  # where it is told, if that is not at the trigger
    negated: bool = False


HARM = {EventType.KILLING, EventType.INJURY, EventType.PROPERTY_DESTRUCTION, EventType.DISPLACEMENT, EventType.OTHER}
"""What a strike may bring about."""

OF_PEOPLE = {
    EventType.KILLING,
    EventType.INJURY,
    EventType.ARBITRARY_DETENTION,
    EventType.KIDNAPPING,
    EventType.ENFORCED_DISAPPEARANCE,
    EventType.TORTURE,
    EventType.SEXUAL_VIOLENCE,
    EventType.DISPLACEMENT,
    EventType.EVACUATION,
    EventType.OTHER,
}
"""What befalls people."""


class Setting:
    """A sentence, the words of happening in it, and the people, figures and sayings around them.

    Attributes:
        taken: Heads of the phrases for people that belong to a happening already.
        forces: Who did it, by the number of the word of happening.
        plain_people: Nouns that name people here and tell of nothing more.
    """

    def __init__(
        self,
        line: Line,
        triggers: Sequence[Trigger],
        people: Sequence[People],
        counts: Sequence[CountMention],
        frames: Sequence[Frame],
    ) -> None:
        self.line, self.counts, self.frames = line, counts, frames
        self.triggers = list(triggers)
        self.sources = [
            (line.index(frame.source.begin), line.index(frame.source.end - 1))
            for frame in frames
            if frame.source is not None and line.span.begin <= frame.source.begin < line.span.end
        ]
        self.people = [each for each in people if not any(first <= each.head <= last for first, last in self.sources)]
        self.taken: set[int] = set()
        self.forces: dict[int, Force] = {}
        self.plain_people: set[int] = set()

    def figure_of(self, trigger: Trigger) -> People | None:
        """The phrase with a figure whose noun it is."""
        return next((each for each in self.people if each.head == trigger.at and each.count is not None), None)

    def limit(self, n: int) -> int:
        """Where what belongs to a trigger ends: the next that takes people of its own, a contrast, a saying."""
        trigger = self.triggers[n]
        for other in self.triggers[n + 1 :]:
            if other.role == "deed" and trigger.role != "deed":
                continue
            if other.role == "counted":
                phrase = self.figure_of(other)
                return phrase.first if phrase is not None else other.at
            return self.before(self.suffered_at(other) or other.at)
        return len(self.line.items)

    def suffered_at(self, trigger: Trigger) -> int | None:
        """The verb of وتعرض 12 منهم للضرب: those it befell stand between it and its noun."""
        if not self.line.prep(trigger.at).startswith("ل"):
            return None
        for at in range(trigger.at - 1, max(-1, trigger.at - 8), -1):
            light = self.line.items[at].sense.light
            if light is not None:
                return at if light.lemma == "تعرض" else None
        return None

    def before(self, at: int) -> int:
        """A word of happening, or the beginning of the saying it stands in."""
        for frame in self.frames:
            if frame.begin < at < frame.end and frame.begin > 0:
                return frame.begin
        return at

    def breaks(self, first: int, last: int) -> bool:
        """A new clause begins between two words."""
        for at in range(first, last):
            word = self.line.plain(at)
            if (word in small.CONTRAST and word != "حين") or word in {";", ":"}:
                return True
        return False

    def gap(self, first: int, last: int) -> int:
        """Words between two, an attribution between commas not counted: قتل جنود، وفق شهود، ثلاثين مزارعا."""
        asides = [
            frame.end - frame.begin + 2
            for frame in self.frames
            if frame.trailing
            and first <= frame.begin - 1 < frame.end < last
            and self.line.plain(frame.begin - 1) == ","
        ]
        return last - first - sum(asides)

    def is_joined(self, phrase: People) -> bool:
        """و stands before it."""
        line = self.line
        if line.plain(phrase.first - 1) == "و":
            return True
        item = line.items[phrase.first]
        if item.text in KIN_OF:
            return False  # والد الناشط
        return (
            item.sense.cut.conjunction == "و"
            or ((item.sense.number or not item.sense.known) and item.text.startswith("و"))
            or line.plain(phrase.first - 1).startswith("ونحو")
        )

    def apart(self, one: int, other: int) -> bool:
        """Another clause or another voice stands between two words."""
        first, last = min(one, other), max(one, other)
        if self.breaks(first, last):
            return True
        return any(
            (frame.first <= one < frame.last) != (frame.first <= other < frame.last)
            for frame in self.frames
            if not frame.trailing
        )


def negated(line: Line, trigger: Trigger) -> bool:
    """Whether it is said not to have happened."""
    return mood(line, trigger).polarity is Polarity.NOT_HAPPENED
