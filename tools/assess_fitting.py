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
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from vigil.incidents.assess.names import persons
from vigil.incidents.assess.told import Told, told
from vigil.incidents.assess.victim_signs import victim_signs
from vigil.incidents.assess.violation_signs import violation_signs
from vigil.incidents.assess.words import VIOLATION_CLASSES
from vigil.sources.grammar.english import english_grammar
from vigil.testimony.parsed import Parsed, Token

KINDS = tuple(VIOLATION_CLASSES)
LEAST_DOCUMENTS, LEAST_PERSONS = 15, 60
"""A feature seen in fewer is left out."""
VIOLATION_C, VICTIM_C = 0.01, 0.01
"""How freely weights may grow; by cross-validation over documents."""
_SHARED = (" of all", " title", " named", " suspect")
_SHARED_CLASSES = {"state", "armed", "law", "story", "report", "length"}

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with what a reader noted of it, and its features."""

    kinds: frozenset[str]
    victims: frozenset[str]  # names, case-folded
    signs: Signs
    names: tuple[str, ...]
    name_signs: tuple[Signs, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by feature; a column a thing that is scored."""

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]

    def scores(self, signs: Sequence[Signs]) -> np.ndarray:
        """Probabilities, shape (len(signs), len(columns))."""
        names = [name for name in self.rows if name != "(intercept)"]
        weights = np.array([self.rows[name] for name in names]).reshape(len(names), len(self.columns))
        values = matrix(signs, names)
        return np.asarray(1 / (1 + np.exp(-(values @ weights + np.array(self.rows["(intercept)"])))))


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
        names=tuple(each.name.casefold() for each in people),
        name_signs=tuple(victim_signs(view, people)),
    )


def matrix(signs: Sequence[Signs], names: Sequence[str]) -> np.ndarray:
    """Features as numbers, shape (len(signs), len(names))."""
    return np.array([[each.get(name, 0.0) for name in names] for each in signs]).reshape(len(signs), len(names))


def fit_violations(articles: Sequence[Labelled]) -> Fitted:
    """One model a violation, over its own words, what the title says, and who acts."""
    signs = [each.signs for each in articles]
    names = _frequent(signs, LEAST_DOCUMENTS)
    rows = {name: [0.0] * len(KINDS) for name in ["(intercept)", *names]}
    for column, kind in enumerate(KINDS):
        own = [name for name in names if _is_own(name, kind)]
        labels = np.array([kind in each.kinds for each in articles])
        for name, weight in _fit(matrix(signs, own), labels, own, VIOLATION_C).items():
            rows[name][column] = weight
    return Fitted(KINDS, {name: tuple(row) for name, row in rows.items() if any(row)})


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
