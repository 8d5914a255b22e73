"""Which violations a document tells of: those whose score passes the line.

The score, in log-odds, is what the whole document says and what its sentences say together: the logarithm of a sum over
the sentences that have a word of the violation. One plain sentence is enough; ten vague ones add little.
"""

from collections.abc import Iterator, Mapping

from vigil.incidents.assess.assessment import Violation, Where
from vigil.incidents.assess.scoring import logistic, read_weights
from vigil.incidents.assess.sentence_signs import sentence_signs, together
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.violation_signs import violation_signs
from vigil.incidents.assess.violation_weights import (
    BARE,
    BARE_SENTENCES,
    LINE,
    PARSED,
    PARSED_SENTENCES,
)
from vigil.incidents.assess.words import VIOLATION_CLASSES
from vigil.model.claim import EventType, Polarity, Reading, Span

MOST_WORDS_SHOWN = 12
"""Places in the document that an answer is shown to rest on: in the sentences that say most."""

_PARSED = read_weights(PARSED), read_weights(PARSED_SENTENCES)
_BARE = read_weights(BARE), read_weights(BARE_SENTENCES)

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
    document, sentences = _PARSED if told.grammar else _BARE
    said: dict[str, dict[int, float]] = {kind: {} for kind in VIOLATION_CLASSES}
    for each in sentence_signs(told):
        said[each.violation][each.sentence] = sentences.log_odds(each.signs)[each.violation]
    for kind, total in document.log_odds(violation_signs(told)).items():
        probability = logistic(total + together(said[kind].values()))
        if probability > LINE:
            words = _words(told, kind, said[kind])
            if words:  # a slot without words to stand on is empty
                yield Violation(kind=kind, probability=round(probability, 3), words=words)


def _words(told: Told, kind: str, said: Mapping[int, float]) -> tuple[Where, ...]:
    """The plainest words in the sentences that say most, in the document's order."""
    plain = VIOLATION_CLASSES[kind][:2]
    hits = [hit for hit in told.hits if hit.name in plain]
    hits.sort(key=lambda hit: (-said[told.sentence_of[hit.first]], hit.first))
    shown = sorted({(hit.first, hit.last) for hit in hits[:MOST_WORDS_SHOWN]})
    return tuple(Where(told.span(first, last), told.in_title(first)) for first, last in shown)
