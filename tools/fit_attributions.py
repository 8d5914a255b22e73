"""Fit the weights of vigil.testimony.attribution to annotated documents, and measure them across documents.

    python tools/fit_attributions.py ../shared/data/testimony/attribution_dev.jsonl [--write] [--held-back]

Prints F1 of content, cue and source, cross-validated by document (documents that share a paragraph stay together),
over several divisions. --held-back fits to four fifths and measures the fifth that was never looked into. --write fits
to all documents and rewrites weights.py. Needs scikit-learn and the extra `english`.
"""

import argparse
import hashlib
import json
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from vigil.sources.grammar.english import english_grammar
from vigil.testimony.attribution.extent import quoted
from vigil.testimony.attribution.features import features
from vigil.testimony.attribution.found import Found, spelled_out
from vigil.testimony.attribution.quotes import quotations
from vigil.testimony.attribution.reading import chosen
from vigil.testimony.attribution.tree import grow
from vigil.testimony.parsed import Parse

WEIGHTS = Path(__file__).parents[1] / "src" / "vigil" / "testimony" / "attribution" / "weights.py"
SEEN_LEAST = 4  # candidates a feature has to be seen with
STRENGTH = 0.2  # inverse of the L2 penalty
DIVISIONS, PARTS = 5, 5

Characters = frozenset[int]


class Article:
    """A document with its candidates, their features, and what annotators marked."""

    def __init__(self, row: dict[str, Any], parse: Parse) -> None:
        text = row["text"]
        self.text = text
        self.name = row["doc"]
        self.gold = [
            tuple(_characters(_spans(one.get(role))) for role in ("content", "cue", "source"))
            for one in row["attributions"]
        ]
        self.gold = [one for one in self.gold if one[0]]
        tree = grow(parse(text))
        quotes = quotations(text)
        marks = quoted(text, quotes)
        self.found = spelled_out(tree, quotes)
        self.features = [dict.fromkeys(features(tree, one, marks), 1.0) for one in self.found]
        marked = frozenset().union(*(content for content, _, _ in self.gold)) if self.gold else frozenset()
        self.labels: list[bool | None] = []
        for one in self.found:
            label: bool | None = _is_marked(one, self.gold)
            if not label and marked & _characters([one.cue]):
                label = None  # inside what somebody says annotators marked nothing: nobody knows
            self.labels.append(label)


def _spans(parts: list[dict[str, Any]] | None) -> list[tuple[int, int]]:
    return [tuple(span) for part in parts or [] for span in part["spans"]]


def _characters(spans: Sequence[Sequence[int]]) -> Characters:
    return frozenset(at for begin, end in spans for at in range(begin, end))


def _is_marked(one: Found, gold: list[Any]) -> bool:
    content, cue = _characters(one.content), _characters([one.cue])
    source = _characters([one.source]) if one.source else frozenset()
    return any(
        cue & marked_cue
        and 2 * len(content & marked) >= min(len(content), len(marked))
        and (bool(source & by) or not (source or by))
        for marked, marked_cue, by in gold
    )


def _fit(articles: Sequence[Article]) -> tuple[DictVectorizer, LogisticRegression]:
    seen = Counter(name for article in articles for one in article.features for name in one)
    rows, labels = [], []
    for article in articles:
        for row, label in zip(article.features, article.labels, strict=True):
            if label is not None:
                rows.append({name: 1.0 for name in row if seen[name] >= SEEN_LEAST})
                labels.append(label)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear", random_state=0)
    model.fit(matrix, labels)
    return vectors, model


def _read(article: Article, fitted: tuple[DictVectorizer, LogisticRegression]) -> list[Found]:
    vectors, model = fitted
    if not article.found:
        return []
    weights = model.predict_proba(vectors.transform(article.features))[:, 1]
    return [one for one, parent in chosen(article.found, [float(p) for p in weights]) if parent is None]


def score(articles: Sequence[Article], read: dict[str, list[Found]]) -> dict[str, float]:
    """F1 as bench/attribution_score.py counts it."""
    right = Counter[str]()
    n_gold = n_read = 0
    for article in articles:
        made = [
            (_characters(one.content), _characters([one.cue]), _characters([one.source]) if one.source else frozenset())
            for one in read[article.name]
        ]
        n_gold, n_read = n_gold + len(article.gold), n_read + len(made)
        pairs = sorted(
            (
                (len(gold[0] & mine[0]) / min(len(gold[0]), len(mine[0])), i, j)
                for i, gold in enumerate(article.gold)
                for j, mine in enumerate(made)
                if gold[0] & mine[0]
            ),
            reverse=True,
        )
        used, taken = set(), set()
        for share, i, j in pairs:
            if share < 0.5 or i in used or j in taken:
                continue
            used.add(i)
            taken.add(j)
            right["content"] += 1
            if article.gold[i][1] & made[j][1]:
                right["cue"] += 1
                by, mine = article.gold[i][2], made[j][2]
                right["source"] += bool(by & mine) or not (by or mine)
    return {name: 2 * right[name] / max(1, n_gold + n_read) for name in ("content", "cue", "source")}


def _families(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Of each document the first of those it shares a paragraph with."""
    of: dict[str, str] = {}
    owner: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: str(row["doc"])):
        shared = [owner[part] for part in row["text"].split("\n") if len(part) > 80 and part in owner]
        family = of[row["doc"]] = min(shared, default=str(row["doc"]))
        for part in row["text"].split("\n"):
            owner.setdefault(part, family)
    return of


def _part(name: str, division: str, parts: int) -> int:
    return int(hashlib.sha256((name + division).encode()).hexdigest(), 16) % parts


def _write(fitted: tuple[DictVectorizer, LogisticRegression]) -> None:
    vectors, model = fitted
    named = sorted(zip(vectors.feature_names_, np.round(model.coef_[0], 2), strict=True))
    entries = [f"{name} {weight:g};" for name, weight in named if abs(weight) >= 0.02]
    lines, line = [], ""
    for entry in entries:
        if len(line) + len(entry) > 118:
            lines.append(line.rstrip())
            line = ""
        line += entry + " "
    table = "\n".join([*lines, line.rstrip()])
    head, _, rest = WEIGHTS.read_text(encoding="utf-8").partition("BIAS: Final = ")
    tail = rest[rest.index("WEIGHTS: Final") :]
    body = f'{head}BIAS: Final = {model.intercept_[0]:.3f}\n\n_TABLE: Final = """\n{table}\n"""\n\n{tail}'
    WEIGHTS.write_text(body, encoding="utf-8")


def main() -> int:
    """Measure, and write where that is asked for."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    wanted.add_argument("gold", type=Path)
    wanted.add_argument("--write", action="store_true")
    wanted.add_argument("--held-back", action="store_true")
    asked = wanted.parse_args()
    parse = english_grammar()
    if parse is None:
        sys.stderr.write("the extra `english` is not installed\n")
        return 3
    rows = [json.loads(line) for line in asked.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    families = _families(rows)
    articles = [Article(row, parse) for row in rows]
    back = [article for article in articles if _part(families[article.name], "", 5) == 0]
    front = [article for article in articles if _part(families[article.name], "", 5) != 0]
    told: dict[str, list[float]] = {"content": [], "cue": [], "source": []}
    for division in range(DIVISIONS):
        read = {}
        for part in range(PARTS):
            rest = [one for one in front if _part(families[one.name], str(division), PARTS) != part]
            fitted = _fit(rest)
            for one in front:
                if _part(families[one.name], str(division), PARTS) == part:
                    read[one.name] = _read(one, fitted)
        for name, value in score(front, read).items():
            told[name].append(value)
    out = {name: [round(statistics.mean(v), 3), round(min(v), 3), round(max(v), 3)] for name, v in told.items()}
    sys.stdout.write(f"cross-validated, {len(front)} documents (mean, least, most): {json.dumps(out)}\n")
    if asked.held_back:
        fitted = _fit(front)
        held = {name: round(v, 3) for name, v in score(back, {one.name: _read(one, fitted) for one in back}).items()}
        sys.stdout.write(f"held back, {len(back)} documents: {json.dumps(held)}\n")
    if asked.write:
        _write(_fit(articles))
    return 0


if __name__ == "__main__":
    sys.exit(main())
