"""What somebody does: the events of which a sentence of its own may tell who did it."""

from typing import Final

from vigil.model.claim import EventType

DEEDS: Final = frozenset(
    {
        EventType.KILLING,
        EventType.INJURY,
        EventType.ATTACK,
        EventType.KIDNAPPING,
        EventType.ARBITRARY_DETENTION,
        EventType.PROPERTY_DESTRUCTION,
        EventType.DISPLACEMENT,
        EventType.TORTURE,
        EventType.SEXUAL_VIOLENCE,
    }
)
