"""The speaker that only an event's own grammar shows: who calls for a truce, puts a toll, confirms a killing."""

from typing import Final

from vigil.model.claim import UNNAMED, Certainty, EventType, Link, Polarity
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.english.event import Event
from vigil.testimony.english.lexicon import ENDINGS, FIGURES, word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.moods import Mood
from vigil.testimony.english.scene import Scene

_OF_OBJECTS: Final = word_set(
    """report confirm verify document record count register announce list acknowledge admit estimate put corroborate
    witness see collect compile recall recount describe remember"""
)
_RECALLS: Final = word_set("recall recount describe remember")
ACCUSES: Final = word_set("accuse suspect charge blame")
_COUNTS_DEAD: Final = frozenset({"count", "see"})
_PROMISES: Final = word_set("promise warn pledge vow threaten announce propose predict maintain claim allege")
_SETS_FIGURES: Final = word_set("put raise lower revise")
_WITHIN_PHRASES: Final = word_set("dobj pobj prep conj list pcomp acl amod compound nsubjpass nsubj appos")
REPORTS: Final = word_set(
    """report claim rumour rumor allegation accusation story statement news charge account suggestion reporting post
    tweet"""
)


def own_speaker(  # noqa: PLR0911, PLR0912 - one case after another reads best
    view: Scene, event: Event, how: Mood
) -> Link | None:
    """The speaker that only the event's own grammar shows."""
    if how.polarity is Polarity.ASKED_FOR and how.word is not None:
        ends = view.lemma[how.word] in ENDINGS  # "the army must stop firing": the army asks for nothing
        return None if ends else _spoken_by(view, how.word, Certainty.ASSERTED)
    if view.lemma[event.head] in _COUNTS_DEAD and event.type is EventType.KILLING and not view.passive(event.head):
        seen = view.lemma[event.head] == "see"
        return _spoken_by(view, event.head, Certainty.WITNESSED if seen else Certainty.ASSERTED)
    child = event.head
    for steps, (head, below) in enumerate(view.ancestors(event.head)):
        dep = view.tokens[below].dep
        lemma = view.lemma[head]
        if lemma in ACCUSES and dep in {"prep", "dobj", "xcomp", "pobj", "pcomp"}:
            return _spoken_by(view, head, of_lemma(lemma))
        if lemma in _SETS_FIGURES and view.is_verb(head) and head != event.head and _a_figure(view, head):
            return _spoken_by(view, head, Certainty.ASSERTED)
        if lemma == "speak" and dep == "prep" and view.lower[below] == "of":
            return _spoken_by(view, head, Certainty.ASSERTED)  # "witnesses spoke of 300 dead"
        if lemma in REPORTS and dep == "acl" and view.children(head, "poss"):
            return _spoken_by(view, head, of_lemma(lemma))  # "the army's claim to have killed 30"
        if lemma in _PROMISES and (dep == "ccomp" or (dep == "xcomp" and lemma == "threaten")):
            return _spoken_by(view, head, of_lemma(lemma))
        if (
            lemma in _OF_OBJECTS
            and view.is_verb(head)
            and dep in {"dobj", "nsubjpass", "ccomp", "oprd"}
            and head != event.head
        ):
            if lemma in _RECALLS and view.passive(head):
                return None
            if lemma == "put" and "toll" not in view.lemma[event.head] and "number" not in view.own_words(head):
                return None
            return _spoken_by(view, head, of_lemma(lemma))
        if dep not in _WITHIN_PHRASES or steps > 6:
            return None
        if (
            view.is_verb(head)
            and dep in {"nsubj", "nsubjpass", "prep", "dobj"}
            and head != event.verb
            and dep != "prep"
        ):
            return None
        child = head
    del child
    return None


def _a_figure(view: Scene, verb: int) -> bool:
    return any(view.lemma[one] in FIGURES for one in view.objects(verb))


def _spoken_by(view: Scene, verb: int, certainty: Certainty) -> Link | None:
    subjects = view.agents(verb) if view.passive(verb) else view.subjects(verb) if view.is_verb(verb) else []
    if not subjects:
        subjects = [_whose(view, one, verb) for one in view.children(verb, "poss")]
    if not subjects:
        if view.passive(verb):
            return Link(speaker=UNNAMED, certainty=certainty, cue=view.span(verb, verb))
        return None
    return link_of(view, subjects[0], verb, certainty)


def _whose(view: Scene, poss: int, noun: int) -> int:
    """Whose appeal it is: in "the envoy repeated his appeal" the envoy's."""
    if view.lower[poss] not in {"his", "her", "their", "its"}:
        return poss
    verb = view.tokens[noun].head
    subjects = view.subjects(verb) if view.tokens[noun].dep == "dobj" and view.is_verb(verb) else []
    return subjects[0] if subjects else poss
