"""Events told in a text: which words tell of one, and of what kind."""

from dataclasses import replace
from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.english.event import Event, phrase_words
from vigil.testimony.english.event_nouns import of_noun
from vigil.testimony.english.event_states import dead_as_noun, dead_by_participle, of_adjective, refers_back
from vigil.testimony.english.event_verbs import of_verb
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.scene import Scene

_JAILED: Final = word_set("prison jail custody charge interrogation checkpoint branch cell arrest bars")


def events(view: Scene) -> list[Event]:
    """Every event of a text, by the place of its word."""
    found: list[Event] = []
    for at, token in enumerate(view.tokens):
        one = None
        if token.tag.startswith("VB"):
            if refers_back(view, at):
                continue
            one = dead_by_participle(view, at) or of_verb(view, at) or of_adjective(view, at)
        elif token.tag.startswith("NN"):
            one = of_noun(view, at) or dead_as_noun(view, at)
        elif token.tag.startswith("JJ") or token.pos == "ADJ":
            one = of_adjective(view, at)
        if one is not None:
            kinded = _kinded(view, one)
            found.append(replace(kinded, type=_as_before(view, kinded, found)))
    return found


def _as_before(view: Scene, one: Event, found: list[Event]) -> EventType:
    """ "Taken by Air Force Intelligence. They deny holding him": what it was before."""
    if one.type is not EventType.KIDNAPPING:
        return one.type
    if not one.agents and not _some_of_them(view, one):
        return one.type
    if not all(view.lower[agent] in {"they", "he", "she", "it"} for agent in one.agents):
        return one.type
    sentence = view.tree.sentence[one.head]
    before = [each for each in found if 0 <= sentence - view.tree.sentence[each.head] <= 1]
    takings = [each.type for each in before if each.type in {EventType.KIDNAPPING, EventType.ARBITRARY_DETENTION}]
    return takings[-1] if takings else one.type


def _some_of_them(view: Scene, one: Event) -> bool:
    """ "Detained nine, two of whom are still being held": held by whoever detained the nine."""
    return any(
        view.lower[at] == "of" and view.lower[at + 1] in {"whom", "them", "those"}
        for victim in one.victims
        for at in view.children(victim, "prep")
    )


def _kinded(view: Scene, one: Event) -> Event:
    """Detention, kidnapping or disappearance, by who took them; torture where a beating happened in custody."""
    if one.type in {EventType.KIDNAPPING, EventType.ARBITRARY_DETENTION}:
        return replace(one, type=_taking(view, one))
    return one


def _taking(view: Scene, one: Event) -> EventType:  # noqa: PLR0911 - one case after another reads best
    takers = {word for agent in one.agents for word in phrase_words(view, agent)}
    lemma = view.lemma[one.head]
    words = view.own_words(one.verb)
    if "incommunicado" in words:
        return EventType.ENFORCED_DISAPPEARANCE
    armed = takers & ARMED and not (
        takers & {"state", "intelligence", "security", "police", "army"}
        and not takers & {"unidentified", "unknown", "masked"}
    )
    if armed:
        return EventType.KIDNAPPING
    if takers & STATE or any(view.tokens[agent].entity in {"GPE", "NORP"} for agent in one.agents):
        return EventType.ARBITRARY_DETENTION
    if "force" in takers or "forces" in takers:
        return EventType.ARBITRARY_DETENTION
    if lemma in {"kidnap", "abduct", "snatch", "kidnapping", "abduction", "hostage-taking"} or "hostage" in words:
        return EventType.KIDNAPPING
    if lemma in {
        "arrest",
        "nab",
        "remand",
        "custody",
        "detain",
        "imprison",
        "jail",
        "incarcerate",
        "intern",
        "detention",
        "imprisonment",
        "incarceration",
        "internment",
    }:
        return EventType.ARBITRARY_DETENTION
    if words & _JAILED and not takers:
        return EventType.ARBITRARY_DETENTION
    return EventType.KIDNAPPING
