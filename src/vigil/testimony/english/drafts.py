"""A claim in the making: what the rooms of this reader pass on until it is whole."""

from dataclasses import dataclass, field

from vigil.model.claim import (
    Actor,
    Certainty,
    Claim,
    ClaimedPlace,
    Count,
    EventType,
    Link,
    Polarity,
    Span,
    Victim,
    VictimKind,
)
from vigil.testimony.attribution.certainty import certainty_of


@dataclass(slots=True, kw_only=True)
class Draft:
    """A claim that can still be changed. `part_of` is the draft whose figure contains this one's."""

    event: EventType
    words: tuple[Span, ...]
    polarity: Polarity
    chain: tuple[Link, ...]
    sentence: Span
    at: int  # where its word stands: claims are given in this order
    certainty: Certainty | None = None  # None: as the chain has it
    polarity_words: tuple[Span, ...] = ()
    certainty_words: tuple[Span, ...] = ()
    count: Count | None = None
    actors: tuple[Actor, ...] = ()
    victims: set[VictimKind] = field(default_factory=set)
    victim_words: tuple[Span, ...] = ()
    named: tuple[Victim, ...] = ()
    place: ClaimedPlace | None = None
    occurred: str | None = None
    time_words: tuple[Span, ...] = ()
    part_of: "Draft | None" = None
    noun: bool = False
    token: int = -1

    def claim(self, order: dict[int, int]) -> Claim:
        """The claim. `order`: the index each draft has, by its identity."""
        certainty = self.certainty or certainty_of(self.chain)
        spans: dict[str, tuple[Span, ...]] = {"event": self.words}
        spans["polarity"] = self.polarity_words or self.words
        cues = tuple(link.cue for link in self.chain if link.cue is not None)
        spans["certainty"] = self.certainty_words or cues or self.words
        spans["speakers"] = tuple(link.speaker_span for link in self.chain if link.speaker_span is not None) or cues
        if self.count is not None:
            spans["count"] = (self.count.span,)
        if self.actors:
            spans["actors"] = tuple(one.span for one in self.actors)
        if self.victims or self.named:
            spans["victims"] = (*self.victim_words, *(one.span for one in self.named))
        if self.place is not None:
            spans["place"] = (self.place.span,)
        if self.occurred is not None:
            spans["date"] = self.time_words
        return Claim(
            event=self.event,
            polarity=self.polarity,
            certainty=certainty,
            chain=self.chain,
            count=self.count,
            actors=self.actors,
            victims=frozenset(self.victims),
            named=self.named,
            place=self.place,
            occurred=self.occurred,
            subset_of=order.get(id(self.part_of)) if self.part_of is not None else None,
            sentence=self.sentence,
            spans={slot: words for slot, words in spans.items() if words},
        )
