"""Events that only tell the cause of another: "shelling killed 12" is one claim, not two."""

from vigil.model.claim import EventType
from vigil.testimony.english.event import Event
from vigil.testimony.english.moods import _negated, is_presupposed
from vigil.testimony.english.scene import Scene

_EFFECTS = frozenset(
    {
        EventType.KILLING,
        EventType.INJURY,
        EventType.PROPERTY_DESTRUCTION,
        EventType.DISPLACEMENT,
        EventType.ENFORCED_DISAPPEARANCE,
        EventType.KIDNAPPING,
    }
)

_REPORTS = frozenset({"report", "claim", "allegation", "account", "rumour", "rumor"})
_SPEECH = frozenset({"accuse", "blame", "deny", "say", "claim", "call"})


def without_causes(view: Scene, told: list[Event]) -> list[Event]:
    """The events without attacks whose effect is told, and not denied, in their own clause or the one it hangs on."""
    kept = []
    for event in told:
        if event.type is EventType.ATTACK and any(
            other.type in _EFFECTS
            and _caused(view, event, other)
            and _negated(view, other) is None
            and not is_presupposed(view, other)
            for other in told
        ):
            continue
        if event.noun and _of_its_verb(view, event, told):
            continue
        if event.type is EventType.SIEGE and any(view.lower[c] == "since" for c in view.children(event.verb, "mark")):
            continue
        kept.append(event)
    return kept


def _of_its_verb(view: Scene, event: Event, told: list[Event]) -> bool:
    """ "Carried out 29 strikes", "94 strikes hit", "laid siege to": the noun and the verb are one event."""
    token = view.tokens[event.head]
    labels = {"dobj", "nsubj", "nsubjpass"} if event.type is EventType.ATTACK else {"dobj"}
    return token.dep in labels and any(
        other.type is event.type and other.head == token.head and not other.noun for other in told
    )


def _caused(view: Scene, cause: Event, effect: Event) -> bool:
    if view.tree.sentence[cause.head] != view.tree.sentence[effect.head] or cause.head == effect.head:
        return False
    if any(view.lower[child] in {"if", "unless"} for child in view.children(cause.verb, "mark")):
        return False
    # the cause hangs on the effect: "killed in an attack", "killed when shells hit"
    for head, child in view.ancestors(cause.head):
        if view.tokens[child].dep in {"ccomp", "parataxis"} or (
            view.tokens[child].dep == "conj" and view.is_verb(child)
        ):
            break
        if head in (effect.head, effect.verb):
            return True
    # the effect hangs on the cause: "shelled a school, killing eight", "a bomb exploded and killed two"
    for head, child in view.ancestors(effect.head):
        if view.tokens[child].dep in {"ccomp", "parataxis"} or view.lemma[child] in _SPEECH:
            break
        if view.lemma[child] in _REPORTS and not cause.noun:
            break  # "struck a shaft and is looking into a report that a mother was killed"
        if head == cause.head:
            return view.tokens[child].dep in {"advcl", "xcomp", "conj", "relcl", "acl", "dobj"}
        if head == cause.verb and cause.noun:
            return True
    return False


def without_repeats(view: Scene, told: list[Event]) -> list[Event]:
    """Of two coordinated words for one deed ("looted and burned the clinic"), the one that has its object."""
    dropped: set[int] = set()
    by_head = {event.head: event for event in told if not event.noun}
    for other in by_head.values():
        token = view.tokens[other.head]
        event = by_head.get(token.head)
        if token.dep in {"xcomp", "ccomp"} and event is not None and other.type is event.type is EventType.DISPLACEMENT:
            dropped.add(other.head if event.victims else event.head)  # "forced to leave their homes"
        if token.dep != "conj" or event is None or event is other or other.type is not event.type:
            continue
        alone = not view.children(other.head, "nsubj", "nsubjpass", "dobj", "auxpass", "aux")
        twice = view.lemma[other.head] == view.lemma[event.head]  # "arrested on Monday and arrested again on Friday"
        tortured = event.type is EventType.TORTURE and not twice  # "beaten with pipes and given electric shocks"
        if event.victims and event.victims == other.victims and (alone or tortured) and not twice:
            dropped.add(event.head if other.agents and not event.agents else other.head)
        elif not (event.victims or other.victims) and other.agents and not event.agents:
            dropped.add(event.head)  # "described being hung by the arms and burned by guards"
        elif not (event.victims and other.victims):
            dropped.add(event.head if not event.victims else other.head)
    dropped |= {
        event.head
        for event in told
        if _is_told_by_verb(view, event, told)
        or _are_taken_out(view, event, told)
        or _is_when_they_vanished(view, event, told)
    }
    for event in told:
        if view.lemma[event.head] not in _FOUND or event.type is not EventType.KILLING:
            continue
        whom = set(event.victims)
        if any(
            other is not event
            and other.type is EventType.KILLING
            and whom & set(other.victims)
            and other.head > event.head
            for other in told
        ):
            dropped.add(event.head)  # "buried 21 people killed in the strike"
    return [event for event in told if event.head not in dropped]


def _is_told_by_verb(view: Scene, event: Event, told: list[Event]) -> bool:
    """ "Condemned the abduction of X, who was bundled into a car", "left on 31 buses, beginning the evacuation"."""
    if not event.noun:
        return False
    above = {head for head, _ in view.ancestors(event.head)}
    return any(
        other.type is event.type
        and not other.noun
        and view.tree.sentence[other.head] == view.tree.sentence[event.head]
        and (
            (event.victims and set(event.victims) == set(other.victims))
            or (not event.victims and not event.agents and other.head in above and event.type is EventType.EVACUATION)
        )
        for other in told
    )


def _are_taken_out(view: Scene, event: Event, told: list[Event]) -> bool:
    """ "Up to 200 wounded will be taken out": of them it is told that they leave, and nobody is hurt in it."""
    bare = not view.children(event.head, "prep", "agent", "npadvmod", "advcl")  # not "12 wounded in the strike"
    if view.lower[event.head] not in {"wounded", "injured"} or not event.victims or not bare:
        return False
    return any(other.type is EventType.EVACUATION and set(event.victims) <= set(other.victims) for other in told)


_TAKINGS = frozenset({EventType.KIDNAPPING, EventType.ARBITRARY_DETENTION})


def _is_when_they_vanished(view: Scene, event: Event, told: list[Event]) -> bool:
    """ "Vanished after being taken to the base": one disappearance."""
    if event.type not in _TAKINGS or event.noun or event.agents:
        return False
    above = {head for head, _ in view.ancestors(event.head)}
    return any(
        other.type is EventType.ENFORCED_DISAPPEARANCE
        and other.head in above
        and set(event.victims) <= set(other.victims)
        for other in told
    )


_FOUND = frozenset({"bury", "recover", "find", "count", "receive", "collect", "pull", "retrieve", "identify"})
"""What is done for those who were killed."""
