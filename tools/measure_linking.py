"""Measure record linkage: on lists given, or on made-up lists in Arabic against lists in Latin letters.

    measure_linking.py --made-up 2000 [--seed 1]
    measure_linking.py A.csv [B.csv] --id COLUMN --truth COLUMN [--no-neighbours]

Printed are precision, recall and F of the pairs at p >= 0.5, the best F at any p, seconds and memory. The truth column
is taken out of the lists before they are linked. Made-up lists are those of tests/incidents/linking/made_up_lists.py:
common names put together at random, brothers and sisters who die together, every habit of transliteration, a share of
dates, ages and places that differ or are missing; six in ten people are in both lists.
"""

import argparse
import csv
import json
import sys
import time
from collections import Counter
from pathlib import Path

from vigil.sources.linking.splink_pairs import splink_pairs
from vigil.usecases.link_records import link_records

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "incidents" / "linking"))

FIELDS = (
    ("name", "sex", "age", "date", "place"),
    ("name", "date"),
    ("name", "place"),
    ("name", "age", "sex"),
    ("name",),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="*", type=Path)
    parser.add_argument("--id", dest="id_column", default="id")
    parser.add_argument("--truth", default="person")
    parser.add_argument("--made-up", type=int, default=0, metavar="PEOPLE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-neighbours", action="store_true")
    options = parser.parse_args()
    if options.made_up:
        from made_up_lists import two_lists

        for at, fields in enumerate(FIELDS):
            lists = two_lists(options.made_up, seed=options.seed + at)
            kept = [[{name: row[name] for name in ("id", *fields, "person")} for row in rows] for rows in lists]
            print(json.dumps({"compared": fields, **measured(kept, "id", "person", neighbours=True)}))
        return
    lists = [list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())) for path in options.lists]
    print(json.dumps(measured(lists, options.id_column, options.truth, neighbours=not options.no_neighbours)))


def measured(lists: list[list[dict[str, str]]], id_column: str, truth: str, *, neighbours: bool) -> dict[str, float]:
    persons = [[row.pop(truth) for row in rows] for rows in lists]
    begun = time.perf_counter()
    linked = link_records(
        lists[0],
        lists[1] if len(lists) > 1 else None,
        skipped=frozenset({id_column}),
        find=splink_pairs,
        neighbours=neighbours,
    )
    seconds = time.perf_counter() - begun
    first, second = persons[0], persons[-1]
    there = _pairs_there(first, None if len(lists) == 1 else second)
    hits = likely_hits = likely = 0
    best_f = 0.0
    for at, pair in enumerate(linked.pairs, start=1):
        hits += first[pair.left] == second[pair.right]
        best_f = max(best_f, 2 * hits / (at + there))
        if pair.p >= 0.5:
            likely, likely_hits = at, hits
    return {
        "precision": round(likely_hits / max(1, likely), 3),
        "recall": round(likely_hits / max(1, there), 3),
        "f": round(2 * likely_hits / max(1, likely + there), 3),
        "best_f": round(best_f, 3),
        "pairs": there,
        "seconds": round(seconds, 1),
    }


def _pairs_there(first: list[str], second: list[str] | None) -> int:
    if second is None:
        return sum(n * (n - 1) // 2 for n in Counter(first).values())
    others = Counter(second)
    return sum(others[each] for each in first)


if __name__ == "__main__":
    main()
