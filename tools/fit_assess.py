"""Fit the two tables of weights that `vigil assess` ships with, from labelled articles.

    python tools/fit_assess.py ../shared/data/testimony/hrdsattack_train.jsonl --cache /tmp/grammar

docs/assessing.md says on what they were fitted, and how well they do.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

from assess_fitting import Fitted, fit_victims, fit_violations, read_labelled

ROOM = Path(__file__).parents[1] / "src" / "vigil" / "incidents" / "assess"


def main() -> None:
    """Fit with grammar and without, and write both modules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--violation-line", type=float, default=0.36)
    parser.add_argument("--victim-line", type=float, default=0.23)
    said = parser.parse_args()
    violations: dict[str, Fitted] = {}
    victims: dict[str, Fitted] = {}
    for name, parsed in (("PARSED", True), ("BARE", False)):
        articles = [one for path in said.articles for one in read_labelled(path, cache=said.cache, parsed=parsed)]
        fitted = fit_violations(articles)
        violations |= {name: fitted.document, f"{name}_SENTENCES": fitted.sentences}
        victims[name] = fit_victims(articles)
    _write("violation", said.violation_line, violations)
    _write("victim", said.victim_line, victims)


def _write(kind: str, line: float, tables: Mapping[str, Fitted]) -> None:
    text = f'"""Weights of {kind} signs, by tools/fit_assess.py; docs/assessing.md is their card."""\n\n'
    text += f'LINE = {line}\n"""A probability above it is an answer: where F1 was best in cross-validation."""\n'
    for name, fitted in tables.items():
        text += f'\n{name} = """\n{_table(fitted)}"""\n'
    (ROOM / f"{kind}_weights.py").write_text(text, encoding="utf-8")


def _table(fitted: Fitted) -> str:
    head = " ".join(["feature", *fitted.columns])
    lines = [f"{name} " + " ".join(f"{weight:.3g}" for weight in row) for name, row in fitted.rows.items()]
    return "\n".join([head, *lines]) + "\n"


if __name__ == "__main__":
    main()
