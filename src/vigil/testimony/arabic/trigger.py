"""Words of a sentence that say what happened, with what they are in it."""

from dataclasses import dataclass

from vigil.model.claim import EventType, Unit
from vigil.testimony.arabic.conjugation import Form


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words [at, last) of a sentence that say what happened.

    Attributes:
        role: As in event_words; of several words also `fire`, `release`, `end`, and `way` for a road that is closed.
        form: Of a verb.
        passive: It is marked as one: by a vowel sign, by تم, or by its form.
        unit: What a figure with it counts, other than people.
        number: Of a noun: `s`, `d`, `p`.
        noun: It is a noun, or may be one.
    """

    at: int
    last: int
    event: EventType
    role: str
    lemma: str
    form: Form | None = None
    passive: bool = False
    unit: Unit | None = None
    number: str = "s"
    noun: bool = False
