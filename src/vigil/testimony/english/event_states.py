"""States that tell of an event: "twelve dead", "the wounded", "is missing"."""

from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.english.event import Event, is_somebody, spread
from vigil.testimony.english.lexicon import ADJECTIVES, Sense
from vigil.testimony.english.scene import Scene

_STANDING: Final = frozenset({"dead", "wounded", "injured", "missing"})


def of_adjective(view: Scene, at: int) -> Event | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    """The event whose outcome an adjective or participle gives, if any."""
    sense = ADJECTIVES.get(view.lower[at])
    if sense is None:
        return None
    token = view.tokens[at]
    if view.lower[at] == "dead" and at and (view.lemma[at - 1] in {"shoot", "gun"} or view.turned_up_alive(at)):
        return None
    if view.lower[at] in _STANDING and token.dep in {"pobj", "nsubj"} and _figure_of(view, at):
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    if view.lower[at] in _STANDING and token.dep == "dobj" and view.lemma[token.head] == "put":
        return Event(sense.event, at, (at,), token.head, sense, noun=True)  # "put the dead at 31"
    if token.dep == "amod" and view.lower[at] in _HURT and _is_treated(view, token.head):
        return Event(sense.event, at, (at,), view.tokens[token.head].head, sense, spread(view, [token.head]))
    if token.dep == "amod" and view.lower[at] in _STANDING and view.lemma[token.head] == "number":
        return Event(sense.event, at, (at,), token.head, sense, noun=True)
    if token.dep == "amod" and view.tokens[token.head].tag == "CD" and token.head < at:
        return Event(sense.event, at, (at,), view.clause(at), sense, (token.head,))
    if view.lower[at] in {"injured", "wounded", "displaced", "besieged"} and token.tag.startswith("VB"):
        return _numbered(view, at, sense)
    if token.dep == "amod" and token.head < at and view.lower[at - 1] == "all" and is_somebody(view, token.head):
        return Event(sense.event, at, (at,), view.clause(at), sense, spread(view, [token.head]))  # "a woman, all dead"
    if token.dep in {"amod", "compound"}:
        return None
    head = token.head
    if view.lower[at] == "dead" and _is_among(view, at):
        return _among(view, at, sense)
    if token.dep == "oprd" and view.is_verb(head) and view.lemma[head] == "shoot":
        return None  # shot dead: the verb has it
    if view.child(at, "nummod") is not None:
        return Event(sense.event, at, (at,), view.clause(at), sense, (at,))
    victims = view.children(at, "nsubj")
    if not victims and token.dep in {"acomp", "oprd", "xcomp", "ccomp", "attr"}:
        verb = head
        victims = view.objects(verb) if view.lemma[verb] == "leave" else view.subjects(verb)
    if not victims and token.dep in {"amod", "acl"}:
        victims = [head]
    counted_dead = [one for one in victims if _has_state(view, one)]
    if counted_dead and victims == counted_dead and view.child(at, "advmod") is not None:
        return Event(sense.event, at, (at,), view.clause(at), sense)  # "20 dead, many more wounded": not those 20
    victims = [one for one in spread(view, victims) if is_somebody(view, one)]
    if not victims or (sense.event is EventType.OTHER and view.lower[at] == "missing" and token.dep == "amod"):
        return None
    return Event(sense.event, at, (at,), view.clause(at), sense, spread(view, victims))


_HURT: Final = frozenset({"wounded", "injured"})
TREATS: Final = frozenset({"receive", "treat", "admit", "operate", "hospitalise", "hospitalize"})
"""What is done for the wounded."""


def _is_treated(view: Scene, whom: int) -> bool:
    """ "Had received 160 wounded people": so many were wounded."""
    token = view.tokens[whom]
    verb = view.tokens[token.head].head if token.dep == "pobj" else token.head
    counted = view.child(whom, "nummod") is not None and is_somebody(view, whom)
    return counted and view.lemma[verb] in TREATS and token.dep in {"dobj", "nsubjpass", "pobj"}


def _has_state(view: Scene, at: int) -> bool:
    """Whether a figure has its own state beside it: "20 dead"."""
    return view.tokens[at].tag == "CD" and any(view.lower[one] in _STANDING for one in view.children(at, "amod"))


def _is_among(view: Scene, at: int) -> bool:
    return view.tokens[at].dep == "pobj" and view.lower[view.tokens[at].head] == "among"


def _among(view: Scene, at: int, sense: Sense) -> Event | None:
    """ "Two medics were among the dead", "among the injured were four children"."""
    clause = view.clause(view.tokens[at].head)
    whom = [one for one in (*view.subjects(clause), *view.children(clause, "attr")) if is_somebody(view, one)]
    return Event(sense.event, at, (at,), clause, sense, spread(view, whom[:1])) if whom else None


def _figure_of(view: Scene, at: int) -> bool:
    """ "The number of dead is 14", "the dead number 14"."""
    head = view.tokens[at].head
    if view.tokens[at].dep == "nsubj":
        return view.lemma[head] in {"number", "total"}
    return view.lower[head] == "of" and view.lemma[view.tokens[head].head] in {"number", "total", "count", "figure"}


def dead_as_noun(view: Scene, at: int) -> Event | None:
    """ "Twelve dead in a raid": a headline."""
    sense = ADJECTIVES.get(view.lower[at])
    if sense is None:
        return None
    if view.lower[at] in _STANDING and view.tokens[at].dep in {"pobj", "nsubj"} and _figure_of(view, at):
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    if view.child(at, "nummod") is None:
        return None
    return Event(sense.event, at, (at,), view.clause(at), sense, (at,))


def _numbered(view: Scene, at: int, sense: Sense) -> Event | None:
    """ "The number of displaced"."""
    head = view.tokens[at].head
    if view.tokens[at].dep == "pobj" and view.lemma[view.tokens[head].head] in {"number", "total", "count"}:
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    return None


def refers_back(view: Scene, at: int) -> bool:
    """ "Four of those injured in the market died": the injured were told of before."""
    token = view.tokens[at]
    those = token.head
    prep = view.tokens[those].head
    return (
        token.dep == "acl"
        and view.lower[those] == "those"
        and view.tokens[those].dep == "pobj"
        and view.lower[prep] == "of"
        and view.tokens[view.tokens[prep].head].tag == "CD"
    )


def dead_by_participle(view: Scene, at: int) -> Event | None:
    """Participles as nouns: "nine wounded", "the number of displaced"."""
    among = _is_among(view, at)
    sense = ADJECTIVES.get("dead" if among and view.lower[at] == "killed" else view.lower[at])
    if sense is not None and among:
        return _among(view, at, sense)
    if sense is not None and (view.child(at, "nummod") is not None or view.is_counted_participle(at)):
        whom = at if view.child(at, "nummod") is not None else at - 1  # "treated 40 wounded and left"
        return Event(sense.event, at, (at,), view.clause(view.tokens[at].head), sense, (whom,))
    return None
