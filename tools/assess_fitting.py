"""Labelled news articles to features, and the fit of both models: shared by fit_assess.py and measure_assess.py.

The labels' form is HRDsAttack's (`sample`, `merged_sample`). Only figures over general features are learnt: how often,
how early and in what part of a sentence words of our own lexicon stand. No word of an article is kept.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from vigil.incidents.assess.names import persons
from vigil.incidents.assess.sentence_signs import FLOOR, MOST, SentenceSigns, sentence_signs
from vigil.incidents.assess.told import Told, told
from vigil.incidents.assess.victim_signs import victim_signs
from vigil.incidents.assess.violation_signs import violation_signs
from vigil.incidents.assess.words import VIOLATION_CLASSES
from vigil.sources.grammar.english import english_grammar
from vigil.testimony.parsed import Parsed, Token

KINDS = tuple(VIOLATION_CLASSES)
LEAST_DOCUMENTS, LEAST_SENTENCES, LEAST_PERSONS = 15, 10, 60
"""A feature seen in fewer is left out."""
VICTIM_C = 0.01
"""How freely weights may grow; by cross-validation over documents."""
DOCUMENT_RIDGE, SHARED_RIDGE, OWN_RIDGE = 150.0, 3.0, 6.0
"""What a squared weight costs, in nats: of the document, standardised; of a sentence, for all violations; for one."""
_SHARED = (" of all", " title", " named", " suspect")
_SHARED_CLASSES = {
    "state",
    "armed",
    "law",
    "story",
    "report",
    "length",
    "sweeping",
    "unjust",
    "suspect",
    "misfortune",
}

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with what a reader noted of it, and its features."""

    kinds: frozenset[str]
    victims: frozenset[str]  # names, case-folded
    signs: Signs
    sentences: tuple[SentenceSigns, ...]
    names: tuple[str, ...]
    name_signs: tuple[Signs, ...]


@dataclass(frozen=True, slots=True)
class FittedViolations:
    """Weights of the document and of its sentences."""

    document: "Fitted"
    sentences: "Fitted"

    def scores(self, articles: Sequence[Labelled]) -> np.ndarray:
        """Probabilities, shape (len(articles), len(KINDS))."""
        rows = self.sentences.rows
        cells, values = _sentence_matrix(articles, list(rows))
        said = np.zeros(values.shape[0])
        for kind in range(len(KINDS)):
            own = cells % len(KINDS) == kind
            said[own] = values[own] @ np.array([row[kind] for row in rows.values()])
        odds = np.bincount(cells, np.exp(np.clip(said, -MOST, MOST)), minlength=len(articles) * len(KINDS)) + FLOOR
        return expit(self.document.log_odds([one.signs for one in articles]) + np.log(odds).reshape(-1, len(KINDS)))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by feature; a column a thing that is scored."""

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]

    def scores(self, signs: Sequence[Signs]) -> np.ndarray:
        """Probabilities, shape (len(signs), len(columns))."""
        return expit(self.log_odds(signs))

    def log_odds(self, signs: Sequence[Signs]) -> np.ndarray:
        """Natural logarithm of the odds, shape (len(signs), len(columns))."""
        names = [name for name in self.rows if name != "(intercept)"]
        weights = np.array([self.rows[name] for name in names]).reshape(len(names), len(self.columns))
        values = matrix(signs, names)
        return np.asarray(values @ weights + np.array(self.rows["(intercept)"]))


def read_labelled(path: Path, *, cache: Path | None, parsed: bool) -> list[Labelled]:
    """The articles of a file. Their grammar is kept in `cache`, if one is named."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_labelled(row, view) for row, view in zip(rows, _views(path, rows, cache, parsed=parsed), strict=True)]


def article(row: Mapping[str, Mapping[str, str]]) -> tuple[str, str]:
    """Title and text."""
    paragraphs = row["sample"]["Input.article_interface"].replace("</p>", "\n\n")
    return row["sample"]["Input.title"] or "", html.unescape(re.sub(r"<[^>]+>", "", paragraphs)).strip()


def _views(
    path: Path, rows: Sequence[Mapping[str, Mapping[str, str]]], cache: Path | None, *, parsed: bool
) -> list[Told]:
    if not parsed:
        return [told(text, title=title, parsed=None, parsed_title=None) for title, text in map(article, rows)]
    kept = cache / f"{path.stem}.json" if cache else None
    if kept is not None and kept.exists():
        pages = json.loads(kept.read_text(encoding="utf-8"))
    else:
        grammar = english_grammar()
        if grammar is None:
            raise SystemExit("the extra `english` is not installed")
        pages = [[[each.tokens, each.sentences] for each in map(grammar, article(row))] for row in rows]
        if kept is not None:
            cache.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(pages), encoding="utf-8")
    found = []
    for row, page in zip(rows, pages, strict=True):
        title, text = article(row)
        whole, head = (_parsed(part, *each) for part, each in zip((text, title), reversed(page), strict=True))
        found.append(told(text, title=title, parsed=whole, parsed_title=head))
    return found


def _parsed(text: str, tokens: Sequence[Sequence[object]], sentences: Sequence[Sequence[int]]) -> Parsed:
    return Parsed(text, tuple(Token(*each) for each in tokens), tuple((each[0], each[1]) for each in sentences))


def _labelled(row: Mapping[str, Mapping[str, object]], view: Told) -> Labelled:
    gold = row["merged_sample"]
    people = persons(view)
    return Labelled(
        kinds=frozenset(str(each).replace(" ", "_") for each in gold["violation_types"]) & set(KINDS),
        victims=frozenset(each["victim_name"].strip().casefold() for each in gold["victims"] if each["victim_name"])
        - {"none", "unknown"},
        signs=violation_signs(view),
        sentences=tuple(sentence_signs(view)),
        names=tuple(each.name.casefold() for each in people),
        name_signs=tuple(victim_signs(view, people)),
    )


def matrix(signs: Sequence[Signs], names: Sequence[str]) -> np.ndarray:
    """Features as numbers, shape (len(signs), len(names))."""
    return np.array([[each.get(name, 0.0) for name in names] for each in signs]).reshape(len(signs), len(names))


def fit_violations(articles: Sequence[Labelled]) -> FittedViolations:
    """All violations at once: what the document says, over the violation's own words, and what its sentences say.

    The weight of a sentence's sign is one shared by all violations and one of the violation's own, both held small, so
    that what is rare (an enforced disappearance) leans on what is common.
    """
    names = _frequent([one.signs for one in articles], LEAST_DOCUMENTS)
    scaler = StandardScaler().fit(matrix([one.signs for one in articles], names))
    document = scaler.transform(matrix([one.signs for one in articles], names))
    own = np.array([[_is_own(name, kind) for name in names] for kind in KINDS])
    counts = Counter(name for one in articles for each in one.sentences for name, value in each.signs.items() if value)
    signs = sorted(name for name, count in counts.items() if count >= LEAST_SENTENCES)
    cells, values = _sentence_matrix(articles, signs)
    labels = np.array([[kind in one.kinds for kind in KINDS] for one in articles], dtype=float)
    n_kinds, n_names, n_signs = len(KINDS), len(names), len(signs)
    rows_of = [np.flatnonzero(cells % n_kinds == kind) for kind in range(n_kinds)]
    values_of = [values[rows] for rows in rows_of]

    def parts(flat: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        intercepts, rest = flat[:n_kinds], flat[n_kinds:]
        weights = rest[: n_kinds * n_names].reshape(n_kinds, n_names) * own
        return intercepts, weights, rest[n_kinds * n_names :].reshape(1 + n_kinds, n_signs)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        intercepts, weights, said = parts(flat)
        odds = np.zeros(len(cells))
        for kind, rows in enumerate(rows_of):
            odds[rows] = np.exp(np.clip(values_of[kind] @ (said[0] + said[1 + kind]), -MOST, MOST))
        sums = np.bincount(cells, odds, minlength=labels.size) + FLOOR
        scores = intercepts + document @ weights.T + np.log(sums).reshape(labels.shape)
        off = expit(scores) - labels
        ridge = np.array([SHARED_RIDGE] + [OWN_RIDGE] * n_kinds)[:, None]
        by_sentence = odds * (off.ravel() / sums)[cells]
        slopes = [values_of[kind].T @ by_sentence[rows] for kind, rows in enumerate(rows_of)]
        gradient = [
            off.sum(axis=0),
            ((off.T @ document + 2 * DOCUMENT_RIDGE * weights) * own).ravel(),
            (np.array([np.sum(slopes, axis=0), *slopes]) + 2 * ridge * said).ravel(),
        ]
        cost = (np.logaddexp(0, scores) - labels * scores).sum()
        return cost + DOCUMENT_RIDGE * (weights**2).sum() + (ridge * said**2).sum(), np.concatenate(gradient)

    start = np.zeros(n_kinds + n_kinds * n_names + (1 + n_kinds) * n_signs)
    intercepts, weights, said = parts(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x)
    weights = weights / scaler.scale_
    intercepts = intercepts - weights @ scaler.mean_
    table = {"(intercept)": tuple(intercepts.tolist())}
    table |= {name: tuple(row) for name, row in zip(names, weights.T.tolist(), strict=True) if any(row)}
    return FittedViolations(
        Fitted(KINDS, table),
        Fitted(KINDS, dict(zip(signs, map(tuple, (said[0] + said[1:]).T.tolist()), strict=True))),
    )


def _sentence_matrix(articles: Sequence[Labelled], names: Sequence[str]) -> tuple[np.ndarray, csr_matrix]:
    """For each sentence and violation its cell, article x len(KINDS) + violation; and its signs by name."""
    column = {name: number for number, name in enumerate(names)}
    cells: list[int] = []
    entries: list[tuple[int, int, float]] = []
    for number, one in enumerate(articles):
        for each in one.sentences:
            entries += [(len(cells), column[name], value) for name, value in each.signs.items() if name in column]
            cells.append(number * len(KINDS) + KINDS.index(each.violation))
    rows, columns, values = (np.array(each) for each in zip(*entries, strict=True)) if entries else ([], [], [])
    return np.array(cells, dtype=int), csr_matrix((values, (rows, columns)), shape=(len(cells), len(names)))


def _is_own(name: str, kind: str) -> bool:
    head = name.rsplit(" ", 1)[0]
    shared = name.endswith(_SHARED) or head in _SHARED_CLASSES or name in _SHARED_CLASSES
    return shared or name.startswith((f"{kind} ", *(f"{each} " for each in VIOLATION_CLASSES[kind])))


def fit_victims(articles: Sequence[Labelled]) -> Fitted:
    """One model for persons."""
    signs = [each for one in articles for each in one.name_signs]
    labels = np.array([name in one.victims for one in articles for name in one.names])
    names = _frequent(signs, LEAST_PERSONS)
    fitted = _fit(matrix(signs, names), labels, names, VICTIM_C)
    return Fitted(("victim",), {name: (weight,) for name, weight in fitted.items()})


def _frequent(signs: Sequence[Signs], least: int) -> list[str]:
    counts = Counter(name for each in signs for name, value in each.items() if value)
    return sorted(name for name, count in counts.items() if count >= least)


def _fit(values: np.ndarray, labels: np.ndarray, names: Sequence[str], strength: float) -> dict[str, float]:
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=strength, max_iter=1000).fit(scaler.transform(values), labels)
    weights = model.coef_[0] / scaler.scale_
    intercept = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return {"(intercept)": intercept, **{name: float(weight) for name, weight in zip(names, weights, strict=True)}}


def f1(right: int, given: int, wanted: int) -> float:
    """Twice the right ones over those given and wanted."""
    return 2 * right / max(1, given + wanted)


def violation_counts(one: Labelled, row: np.ndarray, line: float) -> tuple[int, int, int]:
    """Right, given, wanted of one article."""
    given = {kind for kind, p in zip(KINDS, row, strict=True) if p > line}
    return len(given & one.kinds), len(given), len(one.kinds)


def victim_counts(one: Labelled, rows: np.ndarray, line: float) -> tuple[int, int, int]:
    """Right, given, wanted of one article."""
    given = {name for name, row in zip(one.names, rows, strict=True) if row[0] > line}
    return len(given & one.victims), len(given), len(one.victims)
