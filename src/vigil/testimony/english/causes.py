"""Events that only tell the cause of another: "shelling killed 12" is one claim, not two."""

from vigil.model.claim import EventType
from vigil.testimony.english.finding import Event
from vigil.testimony.english.moods import _negated
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


def without_causes(view: Scene, told: list[Event]) -> list[Event]:
    """The events without attacks whose effect is told, and not denied, in their own clause or the one it hangs on."""
    kept = []
    for event in told:
        if event.type is EventType.ATTACK and any(
            other.type in _EFFECTS and _caused(view, event, other) and _negated(view, other) is None for other in told
        ):
            continue
        kept.append(event)
    return kept


def _caused(view: Scene, cause: Event, effect: Event) -> bool:
    if view.tree.sentence[cause.head] != view.tree.sentence[effect.head] or cause.head == effect.head:
        return False
    # the cause hangs on the effect: "killed in an attack", "killed when shells hit"
    here = cause.head
    for head, child in view.ancestors(cause.head):
        if head == effect.head or head == effect.verb:
            return view.tokens[child].dep not in {"ccomp", "conj"} or cause.noun
        here = head
    # the effect hangs on the cause: "shelled a school, killing eight", "a bomb exploded and killed two"
    for head, child in view.ancestors(effect.head):
        if head == cause.head:
            return view.tokens[child].dep in {"advcl", "xcomp", "conj", "relcl", "acl", "dobj"}
    del here
    return False
