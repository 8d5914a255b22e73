"""Which violations a document tells of: those whose score, over what the whole document says, passes the line."""

from collections.abc import Iterator, Mapping

from vigil.incidents.assess.assessment import Violation, Where
from vigil.incidents.assess.scoring import read_weights
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.violation_signs import violation_signs
from vigil.incidents.assess.violation_weights import BARE, LINE, PARSED
from vigil.incidents.assess.words import VIOLATION_CLASSES
from vigil.model.claim import EventType, Polarity, Reading, Span

MOST_WORDS_SHOWN = 12
"""Places in the document that an answer is shown to rest on; the earliest."""

_PARSED, _BARE = read_weights(PARSED), read_weights(BARE)

_BESIDE: Mapping[str, EventType] = {
    event.value: event
    for event in (
        EventType.INJURY,
        EventType.SEXUAL_VIOLENCE,
        EventType.ATTACK,
        EventType.SIEGE,
        EventType.OBSTRUCTION,
        EventType.DISPLACEMENT,
        EventType.PROPERTY_DESTRUCTION,
    )
}
"""Violations for which no score was fitted: they are named where a claim that it happened is made."""


def violations(told: Told, reading: Reading | None) -> tuple[Violation, ...]:
    """Of an English document, in the order of EventType."""
    found = [*_scored(told), *(each for each in claimed(reading) if each.kind in _BESIDE)]
    order = [event.value for event in EventType]
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def claimed(reading: Reading | None) -> Iterator[Violation]:
    """What claims say has happened, each kind once."""
    words: dict[str, list[Where]] = {}
    for claim in () if reading is None else reading.claims:
        if claim.polarity is Polarity.HAPPENED and claim.event not in (EventType.EVACUATION, EventType.CEASEFIRE):
            spans = claim.spans.get("event", ())
            words.setdefault(claim.event.value, []).extend(Where(Span(*span)) for span in spans)
    for kind, places in words.items():
        yield Violation(kind=kind, probability=None, words=tuple(places[:MOST_WORDS_SHOWN]))


def _scored(told: Told) -> Iterator[Violation]:
    weights = _PARSED if told.grammar else _BARE
    for kind, probability in weights.probabilities(violation_signs(told)).items():
        if probability > LINE:
            words = tuple(_words(told, VIOLATION_CLASSES[kind]))
            if words:  # a slot without words to stand on is empty
                yield Violation(kind=kind, probability=round(probability, 3), words=words)


def _words(told: Told, classes: tuple[str, ...]) -> Iterator[Where]:
    shown = 0
    for name in classes[:2]:
        for hit in told.hits:
            if hit.name == name and shown < MOST_WORDS_SHOWN:
                shown += 1
                yield Where(told.span(hit.first, hit.last), told.in_title(hit.first))
