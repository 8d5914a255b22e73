"""What is found of an event before it is asked who says so, and whom a phrase speaks of."""

from dataclasses import dataclass
from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.english.lexicon import PARTS_OF_NATURE, PLACES_OF_BUILDING, WEAPONS, Sense, word_set
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.english.scene import MOST_STEPS, Scene

AMOUNTS: Final = word_set("dozen score hundred thousand number lot case instance act incident half third most some")
"""Words that count what stands behind their "of"."""


@dataclass(frozen=True, slots=True)
class Event:
    """Words that tell of something happening, before it is asked who says so.

    Attributes:
        head: The token that carries it.
        words: Tokens that make it this kind of event.
        verb: The verb of its clause: where its mood and its circumstances are.
        victims: Heads of the phrases of whom, or what, it befell.
        agents: Heads of the phrases of who did it.
        cause: Tokens of what it was done by: an airstrike, a shell.
    """

    type: EventType
    head: int
    words: tuple[int, ...]
    verb: int
    sense: Sense
    victims: tuple[int, ...] = ()
    agents: tuple[int, ...] = ()
    causes: tuple[int, ...] = ()
    noun: bool = False


_ONE_OF_A_TRADE: Final = ("man", "woman")
LONG_ENOUGH: Final = 6


def is_somebody(view: Scene, at: int) -> bool:
    """Whether a phrase speaks of persons."""
    inner = view.innermost(at)
    lemma, lower = view.lemma[inner], view.lower[inner]
    token = view.tokens[inner]
    if lemma in PERSONS or lower in PERSONS or token.entity == "PERSON":
        return True
    if token.entity == "NORP" and token.tag != "JJ":
        return True
    if (
        token.tag == "NNP"
        and token.entity in {"", "GPE"}
        and view.tokens[at].dep in {"dobj", "nsubjpass"}
        and not any(view.tokens[child].dep == "det" for child in view.tree.children[at])
        and lemma not in WEAPONS | PLACES_OF_BUILDING
    ):
        return any(view.tokens[child].dep == "compound" for child in view.tree.children[at])
    if lower.endswith(("men", "women", "ists", "ers", "ians", "ees")) and token.tag in {"NNS", "NNPS"}:
        return lemma not in WEAPONS and lemma not in PLACES_OF_BUILDING and lemma not in PARTS_OF_NATURE
    if lower.endswith(_ONE_OF_A_TRADE) and len(lower) > LONG_ENOUGH and token.tag == "NN":
        return lemma not in WEAPONS | PLACES_OF_BUILDING | PARTS_OF_NATURE  # a storeman, a ferrywoman
    return token.tag == "CD" and inner == at


def is_nothing_that_acts(view: Scene, at: int) -> bool:
    """Whether a phrase names a weapon, a blow, a hunger: not somebody."""
    lemma = view.lemma[at]
    return (
        lemma in WEAPONS or view.lower[at] in WEAPONS or lemma in PARTS_OF_NATURE or view.lower[at] in PARTS_OF_NATURE
    )


def spread(view: Scene, heads: list[int]) -> tuple[int, ...]:
    """Phrases with those coordinated with them."""
    found: list[int] = []
    for head in heads:
        found += [one for one in view.conjuncts(head) if one not in found]
    return tuple(found)


def phrase_words(view: Scene, at: int) -> set[str]:
    """The words, and lemmas, of a noun phrase."""
    first, last = view.core(at)
    found: set[str] = set()
    for one in range(first, min(last, first + 3 * MOST_STEPS) + 1):
        found.update((view.lemma[one], view.lower[one]))
    return found


def by_further_on(view: Scene, at: int) -> list[int]:
    """ "The arrest of a student in Aleppo by the police", "92 cases of detention by": "by" hangs on another noun."""
    top = at
    token = view.tokens[at]
    if token.dep == "pobj" and view.lower[token.head] == "of" and view.lemma[view.tokens[token.head].head] in AMOUNTS:
        top = view.tokens[token.head].head
    first, last = view.stretch(top)
    for one in range(at + 1, min(last, at + 3 * MOST_STEPS) + 1):
        if view.is_verb(one):
            break
        if view.lower[one] == "by" and first <= one:
            named = view.children(one, "pobj")
            return [who for who in named if not is_nothing_that_acts(view, who) and not view.is_how_or_where(who)]
    return []
