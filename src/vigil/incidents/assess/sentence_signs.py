"""What one sentence says of a violation: in which words, as done or not, of whom, by whom, and beside what else."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vigil.incidents.assess.roles import roles
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.words import VICTIM_CLASSES, VIOLATION_CLASSES, Hit

FLOOR = math.exp(-3)
"""What a document's sentences say together where none says anything."""
MOST = 20.0
"""No sentence says more, or less than its negative."""

_RANKS = ("plainest", "second", "third", "fourth")
_BESIDE = (
    "state",
    "armed",
    "sweeping",
    "unjust",
    "suspect",
    "misfortune",
    "past",
    "report",
    "law",
    "story",
    "say",
    "not",
    "may",
    "threat",
    "attack",
    "journalist",
    "defender",
    "unionist",
    "lawyer",
    "other victim",
    "kin",
    "official",
    "victim",
)
_CHARGED = frozenset(
    {
        "charged",
        "charge",
        "charges",
        "convicted",
        "accused",
        "guilty",
        "sentenced",
        "acquitted",
        "suspected",
        "suspicion",
        "wanted",
        "indicted",
        "alleged",
        "allegedly",
    }
)
"""Before the name of a crime, it is what somebody is held for."""
_CHARGED_BEFORE = 12
"""Tokens before a word in which a charge is looked for."""
_EARLY = 10
"""Sentences that are early ones, the title's among them."""


class SentenceSigns(NamedTuple):
    """Features of one sentence for one violation it has a word of."""

    sentence: int  # in Told.sentences
    violation: str
    signs: dict[str, float]


def sentence_signs(told: Told) -> Iterator[SentenceSigns]:
    """Every sentence with a word of a violation, for each such violation, in order."""
    parts = roles(told)
    hits: dict[int, list[Hit]] = {}
    for hit in told.hits:
        hits.setdefault(told.sentence_of[hit.first], []).append(hit)
    for sentence in sorted(hits):
        names = Counter(hit.name for hit in hits[sentence])
        beside = _beside(told, sentence, names)
        for violation, classes in VIOLATION_CLASSES.items():
            if not any(names[name] for name in classes):
                continue
            signs = {"any": 1.0, **beside}
            for rank, name in zip(_RANKS, classes, strict=False):
                if names[name]:
                    signs[rank] = 1.0
                if names[name] > 1:
                    signs[f"{rank} twice"] = 1.0
                for hit in hits[sentence]:
                    if hit.name == name:
                        signs.update(dict.fromkeys(_hit_signs(told, hit, rank), 1.0))
            signs.update(dict.fromkeys(_part_signs(told, sentence, parts, violation), 1.0))
            for other, (plainest, *_) in VIOLATION_CLASSES.items():
                if other != violation and names[plainest]:
                    signs[f"beside {other}"] = 1.0
            yield SentenceSigns(sentence, violation, signs)


def together(sentences: Iterable[float]) -> float:
    """What sentences of these log-odds say together: the logarithm of the sum of their odds, and FLOOR."""
    return math.log(FLOOR + sum(math.exp(max(-MOST, min(MOST, each))) for each in sentences))


def _beside(told: Told, sentence: int, names: Counter[str]) -> dict[str, float]:
    first, last = told.sentences[sentence]
    signs = {f"beside {name}": 1.0 for name in _BESIDE if names[name]}
    signs["title"] = float(told.in_title(first))
    signs["lead"] = float(told.in_lead(first))
    signs["early"] = float(sentence < _EARLY)
    signs["depth"] = sentence / len(told.sentences)
    signs["length"] = math.log1p(last - first) / 3
    return signs


def _hit_signs(told: Told, hit: Hit, rank: str) -> Iterator[str]:
    begin, _ = told.sentences[told.sentence_of[hit.first]]
    yield f"{rank} real" if told.is_real(hit) else f"{rank} unreal"
    if _CHARGED.intersection(told.words[max(begin, hit.first - _CHARGED_BEFORE) : hit.first]):
        yield f"{rank} charged"
    first, last = told.around(hit)
    near = told.classes_in(first, last)
    if near.intersection(VICTIM_CLASSES):
        yield "near victim"
    yield from (f"near {name}" for name in ("state", "armed") if name in near)
    entities = {token.entity for token in told.tokens[first:last]}
    yield from (f"near {name}" for name, entity in (("person", "PERSON"), ("number", "CARDINAL")) if entity in entities)


def _part_signs(told: Told, sentence: int, parts: list[set[str]], violation: str) -> Iterator[str]:
    for at in range(*told.sentences[sentence]):
        classes = told.classes.get(at, frozenset())
        if f"bears {violation}" in parts[at]:
            yield "bears"
            if "accused" in parts[at]:
                yield "bears accused"
            elif classes.intersection(VICTIM_CLASSES):
                yield "bears victim"
            if told.tokens[at].entity == "PERSON":
                yield "bears named"
        if f"does {violation}" in parts[at]:
            yield "does"
            yield from (f"does {name}" for name in ("state", "armed") if name in classes)
