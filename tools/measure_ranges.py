"""How often the airwars codebook arrives at the analysts' own range, beside the floors of the scorer.

    python tools/measure_ranges.py ../shared/data/testimony/casualty_ranges_dev.jsonl \
        --scorer ../shared/bench/assess_score.py --header HEADER

For each way of reading (whole narratives, and without the list of victims under HEADER) and each harm it prints:

- cross-validated, on all: weights fitted without the narrative measured, ten folds;
- held back: the narratives whose errors nobody read, by weights fitted to the others alone;
- as shipped, on all: by the weights in the package, which were fitted to these very narratives: no estimate.

In brackets 95 of 100 bootstrap samples of documents. "ranges" are narratives whose analysts gave a low below the high.
No text is printed. Where the data are not there it says so, with exit code 3.
"""

import argparse
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
from ranges_fitting import Ends, Example, answer, cross_validated, examples, fit, narratives, was_read

from vigil.incidents.codebooks import airwars, weights
from vigil.incidents.codebooks.tolls import Harm

_SAMPLES = 2_000


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--scorer", type=Path, help="bench/assess_score.py, for its floors")
    parser.add_argument("--header", required=True, help="the line above a list of victims")
    said = parser.parse_args()
    if not said.data.exists():
        print(f"SKIPPED, NOT THERE: {said.data}", file=sys.stderr)
        return 3
    rows = narratives(said.data)
    held = [row for row in rows if not was_read(row["incident_code"])]
    print(f"{airwars.VERSION}; {len(rows)} narratives, {len(held)} held back")
    ways = {"whole": examples(rows), "prose": examples(rows, said.header)}
    apart = fit(each for data in ways.values() for each in data if was_read(each.document))
    shipped = {harm: dict(weights.WEIGHTS[harm]) for harm in Harm}
    for way, data in ways.items():
        beside = ways["prose" if way == "whole" else "whole"]
        kept = [each for each in data if not was_read(each.document)]
        _say(way, "cross-validated, on all", data, cross_validated(data, beside))
        _say(way, "held back", kept, [answer(each, apart) for each in kept])
        _say(way, "as shipped, on all", data, [answer(each, shipped) for each in data])
    if said.scorer is not None:
        _floors(_module(said.scorer), rows)
    return 0


def _say(way: str, what: str, data: Sequence[Example], answers: Sequence[Ends]) -> None:
    for harm in Harm:
        mine = [(each.gold, given) for each, given in zip(data, answers, strict=True) if each.harm is harm]
        known = [(gold, given) for gold, given in mine if gold[0] is not None]
        ranges = [(gold, given) for gold, given in known if gold[0] != gold[1]]
        none = [given for gold, given in mine if gold[0] is None]
        answered = sum(given != (None, None) for given in none)
        print(
            f"{way:5}  {harm:7}  {what:24} exact {_share(known, lambda a, b: a == b)}  n {len(known)}"
            f"  low {_share(known, lambda a, b: a[0] == b[0])}  high {_share(known, lambda a, b: a[1] == b[1])}"
            f"  ranges {_share(ranges, lambda a, b: a == b)}  n {len(ranges)}"
            f"  answered where analysts have none {answered}/{len(none)}"
        )


def _share(pairs: Sequence[tuple[Ends, Ends]], is_hit: Callable[[Ends, Ends], bool]) -> str:
    if not pairs:
        return "-"
    hits = np.array([is_hit(gold, given) for gold, given in pairs], dtype=float)
    rng = np.random.default_rng(20231007)
    means = rng.choice(hits, size=(_SAMPLES, len(hits))).mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return f"{hits.mean():.3f} [{low:.2f}, {high:.2f}]"


def _floors(scorer: ModuleType, rows: Sequence[dict]) -> None:
    scored = scorer.score_ranges(rows, {})
    for harm in Harm:
        floors = {name: value for name, value in scored[harm].items() if name.startswith("floor")}
        print(
            f"floors, {harm}: " + ", ".join(f"{name.removeprefix('floor_')} {value}" for name, value in floors.items())
        )


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: cannot be read as a module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
