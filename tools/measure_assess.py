"""How well `vigil assess` names violations and victims: cross-validated over the articles, or on articles held back.

    python tools/measure_assess.py train.jsonl --cache /tmp/grammar
    python tools/measure_assess.py train.jsonl --held-back dev.jsonl --cache /tmp/grammar

F1 as bench/assess_score.py counts it, with the 5th and 95th percentile of 1,000 resamplings of the articles.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from assess_fitting import (
    KINDS,
    Labelled,
    f1,
    fit_victims,
    fit_violations,
    read_labelled,
    victim_counts,
    violation_counts,
)

FOLDS, ROUNDS = 10, 3
Counts = list[tuple[int, int, int]]


def main() -> None:
    """Print both figures, for several lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--held-back", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--bare", action="store_true", help="without grammar")
    said = parser.parse_args()
    articles = [one for path in said.articles for one in read_labelled(path, cache=said.cache, parsed=not said.bare)]
    if said.held_back:
        held = read_labelled(said.held_back, cache=said.cache, parsed=not said.bare)
        rounds = [_scored(articles, held)]
        print(f"fitted to {len(articles)}, measured on {len(held)} held back")
    else:
        rounds = [_crossed(articles, seed) for seed in range(ROUNDS)]
        held = articles
        print(f"{len(articles)} articles, {FOLDS} folds, {ROUNDS} times")
    for line in (0.28, 0.30, 0.32, 0.34, 0.36, 0.38):
        counts = [
            [violation_counts(one, row, line) for one, (row, _) in zip(held, each, strict=True)] for each in rounds
        ]
        print(f"violations, line {line:.2f}: {_figure(counts)}")
    for number, kind in enumerate(KINDS):
        counts = [[_one(one, row[number], kind) for one, (row, _) in zip(held, each, strict=True)] for each in rounds]
        print(f"  {kind}: {_figure(counts)}")
    for line in (0.16, 0.18, 0.20, 0.22, 0.25):
        counts = [
            [victim_counts(one, rows, line) for one, (_, rows) in zip(held, each, strict=True)] for each in rounds
        ]
        print(f"victims, line {line:.2f}: {_figure(counts)}")


def _one(one: Labelled, p: float, kind: str) -> tuple[int, int, int]:
    given, wanted = p > 0.36, kind in one.kinds
    return int(given and wanted), int(given), int(wanted)


def _scored(articles: Sequence[Labelled], held: Sequence[Labelled]) -> list[tuple[np.ndarray, np.ndarray]]:
    kinds, people = fit_violations(articles), fit_victims(articles)
    rows = kinds.scores(held)
    return [(row, people.scores(one.name_signs)) for one, row in zip(held, rows, strict=True)]


def _crossed(articles: Sequence[Labelled], seed: int) -> list[tuple[np.ndarray, np.ndarray]]:
    order = np.random.default_rng(seed).permutation(len(articles))
    found: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for fold in np.array_split(order, FOLDS):
        out = set(fold.tolist())
        rest = [one for number, one in enumerate(articles) if number not in out]
        found.update(zip(fold.tolist(), _scored(rest, [articles[number] for number in fold]), strict=True))
    return [found[number] for number in range(len(articles))]


def _figure(rounds: Sequence[Counts]) -> str:
    rng = np.random.default_rng(20161204)
    values = []
    for _ in range(1000):
        counts = np.array(rounds[int(rng.integers(len(rounds)))])
        values.append(f1(*(int(each) for each in counts[rng.integers(len(counts), size=len(counts))].sum(axis=0))))
    mean = np.mean([f1(*(int(each) for each in np.array(counts).sum(axis=0))) for counts in rounds])
    return f"F1 {mean:.3f} ({np.percentile(values, 5):.3f} to {np.percentile(values, 95):.3f})"


if __name__ == "__main__":
    main()
