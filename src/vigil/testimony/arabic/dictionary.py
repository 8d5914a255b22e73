"""A word looked up in every word list at once, taken apart as little as that needs."""

from functools import lru_cache
from typing import NamedTuple

from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actor_words import ACTORS, ActorWord
from vigil.testimony.arabic.event_words import EVENT_NOUNS, EVENT_VERBS, LIGHT_VERBS, EventWord
from vigil.testimony.arabic.people_words import KIN, PEOPLE, PersonWord
from vigil.testimony.arabic.speech_words import SAYING_NOUNS, SPEECH_VERBS, SpeechWord
from vigil.testimony.arabic.words import Cut, cuts
from vigil.testimony.counts.arabic_numbers import STARTS as NUMBERS


class Sense(NamedTuple):
    """What the word lists know of a word, and how it is taken apart for that."""

    cut: Cut
    verb: EventWord | None = None
    noun: EventWord | None = None
    light: EventWord | None = None
    speech: SpeechWord | None = None
    person: PersonWord | None = None
    kin: PersonWord | None = None
    actor: ActorWord | None = None
    saying: bool = False
    small: bool = False  # a function word
    place: bool = False  # a noun before a place's name
    time: bool = False
    number: bool = False  # a number word, or a vague one

    @property
    def known(self) -> bool:
        """Whether any list has it."""
        return bool(
            self.small
            or self.verb
            or self.noun
            or self.light
            or self.speech
            or self.person
            or self.kin
            or self.actor
            or self.saying
            or self.place
            or self.time
            or self.number
        )


_SMALL = frozenset().union(
    small.PREPOSITIONS,
    small.COMPLEMENT,
    small.RELATIVE,
    small.CONTRAST,
    small.SUBSET,
    small.NOT,
    small.STILL,
    small.IF,
    small.MAYBE,
    small.FUTURE,
    small.NOBODY,
    small.OTHERS,
)
_NEVER_CUT = frozenset(
    [
        "ان",
        "الي",
        "على",
        "علي",
        "الا",
        "او",
        "ما",
        "لا",
        "لم",
        "لن",
        "في",
        "فيها",
        "فيه",
        "كان",
        "كانت",
        "كما",
        "وهي",
        "وهو",
    ]
)


_LEAST_VERB = 5


@lru_cache(maxsize=65_536)
def look_up(word: str) -> Sense:
    """What is known of a plain word. The least cut that any list knows is taken."""
    ways = cuts(word)
    if word == "واحد":
        return Sense(ways[0], number=True)  # and not "and one"
    if word in small.BY_FIRE and len(ways) > 1:
        return _sense(ways[-1], small_word=False)
    if word in _SMALL or word in _NEVER_CUT:
        return _sense(ways[0], small_word=True)
    for cut in ways:
        sense = _sense(cut, small_word=cut.stem in _SMALL and not cut.article and not cut.preposition)
        if sense.known:
            return sense
    if word.endswith("وهو") and len(word) > _LEAST_VERB and (sudanese := look_up(word[:-1])).verb:
        return sudanese  # ضربوهو
    return Sense(ways[0], number=word in NUMBERS)


def _sense(cut: Cut, *, small_word: bool) -> Sense:
    stem = cut.stem
    nominal = cut.article or bool(cut.preposition)
    return Sense(
        cut,
        verb=None if nominal else EVENT_VERBS.get(stem),
        noun=EVENT_NOUNS.get(stem),
        light=None if nominal else LIGHT_VERBS.get(stem),
        speech=None if nominal else SPEECH_VERBS.get(stem),
        person=PEOPLE.get(stem),
        kin=None if cut.article else KIN.get(stem),
        actor=ACTORS.get(stem),
        saying=stem in SAYING_NOUNS,
        small=small_word,
        place=stem in small.PLACE_HEADS,
        time=(stem in small.TIMES and not cut.article) or (cut.article and f"ال{stem}" in small.TIMES),
    )
