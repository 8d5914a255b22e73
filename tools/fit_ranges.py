"""Fit the weights by which the airwars codebook chooses a range, from narratives with their analysts' ranges.

    python tools/fit_ranges.py ../shared/data/testimony/casualty_ranges_dev.jsonl \
        --header HEADER --version 1 --out src/vigil/incidents/codebooks/weights.py

HEADER is the line under which the narratives list victims: each narrative is a lesson twice, whole and without its
list. What is written is a table of named features and weights; no word of a narrative is in it. docs/codebooks.md.
"""

import argparse
import sys
from pathlib import Path

from ranges_fitting import Weights, examples, fit, narratives

from vigil.incidents.codebooks.tolls import Harm

_HEAD = '''"""Weights by which the airwars codebook chooses among the ranges a narrative could mean.

Written by tools/fit_ranges.py: fitted to {n} narratives and the ranges analysts recorded for them. A feature is named
in `weighing`; what is absent weighs nothing. docs/codebooks.md says how well they do on narratives they were not fitted
to.
"""

from collections.abc import Mapping

from vigil.incidents.codebooks.tolls import Harm

VERSION = "{version}"

WEIGHTS: Mapping[Harm, Mapping[str, float]] = {{
'''


def main() -> int:
    """Fit, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--header", required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--out", required=True, type=Path)
    said = parser.parse_args()
    rows = narratives(said.data)
    weights = fit([*examples(rows), *examples(rows, said.header)])
    said.out.write_text(table(weights, len(rows), said.version), encoding="utf-8")
    print(f"{len(rows)} narratives, {sum(map(len, weights.values()))} weights", file=sys.stderr)
    return 0


def table(weights: Weights, n: int, version: str) -> str:
    """The module that holds the weights."""
    lines = [_HEAD.format(n=n, version=version).rstrip("\n")]
    for harm in Harm:
        lines.append(f"    Harm.{harm.name}: {{")
        lines += [f'        "{name}": {weight},' for name, weight in sorted(weights[harm].items())]
        lines.append("    },")
    return "\n".join([*lines, "}\n"])


if __name__ == "__main__":
    sys.exit(main())
