"""Narratives with their analysts' ranges: how they are read, divided, and what is learnt from them.

Learnt are weights of general features (what is known of a pair of figures, `weighing`), by a conditional logit: of all
pairs of figures in a narrative, the analysts' should weigh most. No word, name or number of a narrative is in them.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from vigil.incidents.codebooks.airwars import CONVENTIONS
from vigil.incidents.codebooks.narrative import read_narrative
from vigil.incidents.codebooks.tolls import Harm
from vigil.incidents.codebooks.weighing import Pair, heaviest, pairs

PENALTY = 0.3
"""Of squared weights. Between 0.1 and 2 the cross-validated figures differ by less than their spread."""

SMALLEST = 0.03
"""Weights below are left out of the table."""

FOLDS = 10

Ends = tuple[int | None, int | None]
Weights = dict[Harm, dict[str, float]]


@dataclass(frozen=True)
class Example:
    """One harm of one narrative: the pairs that could be its range, and the analysts' range."""

    document: str
    harm: Harm
    gold: Ends
    pairs: Sequence[Pair]


def narratives(path: Path) -> list[dict]:
    """The rows of the data set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def was_read(document: str) -> bool:
    """Whether a narrative was among those whose errors were read while the rules were written; the rest were not."""
    return _hash(document) % 100 < 60 or _hash("second" + document) % 100 < 50


def _hash(said: str) -> int:
    return int(hashlib.sha256(said.encode()).hexdigest(), 16)


def without_list(text: str, header: str) -> str:
    """A narrative with its list of victims cut off, as the scorer's `inputs --prose` does it."""
    return text.split(header, maxsplit=1)[0].rstrip()


def examples(rows: Iterable[dict], header: str | None = None) -> list[Example]:
    """Both harms of every narrative; with a `header`, of its prose alone."""
    found = []
    for row in rows:
        text = row["assessment_text"]
        tolls = read_narrative(text if header is None else without_list(text, header))
        for harm in Harm:
            candidates = pairs([toll for toll in tolls if toll.harm is harm], CONVENTIONS)
            gold = (row[f"{harm}_min"], row[f"{harm}_max"])
            found.append(Example(row["incident_code"], harm, gold, candidates))
    return found


def fit(lessons: Iterable[Example]) -> Weights:
    """Weights for each harm."""
    lessons = list(lessons)
    return {harm: _fit([each for each in lessons if each.harm is harm]) for harm in Harm}


def _fit(lessons: Sequence[Example]) -> dict[str, float]:
    names = sorted({name for each in lessons for pair in each.pairs for name in pair.features})
    place = {name: i for i, name in enumerate(names)}
    tables = []
    for each in lessons:
        right = [i for i, pair in enumerate(each.pairs) if (pair.low.value, pair.high.value) == each.gold]
        if right:
            table = np.zeros((len(each.pairs), len(names)))
            for i, pair in enumerate(each.pairs):
                for name, value in pair.features.items():
                    table[i, place[name]] = value
            tables.append((table, right))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = PENALTY * weights @ weights, 2 * PENALTY * weights
        for table, right in tables:
            score = table @ weights
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            wanted = np.zeros(len(chance))
            wanted[right] = chance[right] / chance[right].sum()
            total -= np.log(chance[right].sum())
            slope -= table.T @ (wanted - chance)
        return float(total), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True) if abs(weight) >= SMALLEST}


def answer(each: Example, weights: Weights) -> Ends:
    """The range that weighs most."""
    found = heaviest(each.pairs, weights[each.harm])
    return (None, None) if found is None else (found.low.value, found.high.value)


def cross_validated(data: Sequence[Example], beside: Sequence[Example]) -> list[Ends]:
    """An answer to each, by weights fitted without its narrative; `beside` are further lessons from the same ones."""
    answers: list[Ends] = [(None, None)] * len(data)
    for fold in range(FOLDS):
        weights = fit(each for each in [*data, *beside] if _hash("fold" + each.document) % FOLDS != fold)
        for i, each in enumerate(data):
            if _hash("fold" + each.document) % FOLDS == fold:
                answers[i] = answer(each, weights)
    return answers
