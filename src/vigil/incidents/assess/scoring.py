"""Logistic scores from a table of weights: a line a feature, with a weight for each thing that is scored."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

INTERCEPT = "(intercept)"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of each column."""

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]

    def probabilities(self, signs: Mapping[str, float]) -> dict[str, float]:
        """For each column how probable it is; features without a weight say nothing."""
        return {name: logistic(total) for name, total in self.log_odds(signs).items()}

    def log_odds(self, signs: Mapping[str, float]) -> dict[str, float]:
        """The sum of each column, natural logarithm of the odds."""
        totals = list(self.rows.get(INTERCEPT, (0.0,) * len(self.columns)))
        for name, row in self.rows.items():  # in the table's order: a sum is the same whatever order signs came in
            value = signs.get(name, 0.0)
            if value and name != INTERCEPT:
                for number, weight in enumerate(row):
                    totals[number] += weight * value
        return dict(zip(self.columns, totals, strict=True))


def read_weights(table: str) -> Weights:
    """A table as text: columns in the first line behind "feature", then a line a feature, its weights last."""
    lines = [line for line in table.splitlines() if line.strip()]
    columns = tuple(lines[0].split()[1:])
    rows = {}
    for line in lines[1:]:
        parts = line.rsplit(maxsplit=len(columns))
        rows[parts[0].strip()] = tuple(float(part) for part in parts[1:])
    return Weights(columns, rows)


def logistic(total: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
