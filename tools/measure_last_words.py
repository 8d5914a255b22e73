"""How often the rules of last words hit ordinary posts, and how quickly: hits per 1,000 posts, by class and grade.

    python tools/measure_last_words.py FILE...

Each FILE is Parquet or JSON Lines with a column `text` and, to group by, the first it has of `label`,
`information_type`, `labels`. Nearly every post in such collections is news, sympathy or daily life, so nearly every hit
is a false one: the figures bound the rate at which the board would be led astray. No text is printed. A FILE that is
not there is said to be missing, and the exit code is 3.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

from vigil.model.verdict import Grade
from vigil.watch.last_words import RULES_VERSION, gravity, read

_GROUPS = ("label", "information_type", "labels")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--rules", action="store_true", help="also hits by rule")
    options = parser.parse_args()
    missing = [path for path in options.files if not path.exists()]
    for path in options.files:
        if path in missing:
            print(f"SKIPPED, NOT THERE: {path}", file=sys.stderr)
        else:
            _measure(path, by_rule=options.rules)
    return 3 if missing else 0


def _measure(path: Path, *, by_rule: bool) -> None:
    posts = _posts(path)
    read("warm up: rules are compiled on the first text")
    graded: dict[str, Counter[Grade]] = defaultdict(Counter)
    rules: Counter[tuple[str, Grade]] = Counter()
    sizes = Counter(group for group, _ in posts)
    begun = time.perf_counter()
    for group, text in posts:
        hits = read(text)
        rules.update((hit.rule.name, hit.grade) for hit in hits)
        if hits:
            graded[group][min((hit.grade for hit in hits), key=gravity)] += 1
    took_s = time.perf_counter() - begun
    print(f"{path.name}: {len(posts):,} posts, {len(posts) / took_s:,.0f} posts/s, rules {RULES_VERSION}")
    print(f"  {'posts with a hit, per 1,000':<62}{'posts':>8}" + "".join(f"{grade.value:>10}" for grade in Grade))
    for group, n in [("ALL", len(posts)), *sizes.most_common()]:
        counts = sum(graded.values(), Counter()) if group == "ALL" else graded[group]
        print(f"  {group[:60]:<62}{n:>8}" + "".join(f"{1000 * counts[grade] / n:>10.1f}" for grade in Grade))
    if by_rule:
        for (rule, grade), n in rules.most_common():
            print(f"    {rule:<26}{grade.value:<10}{n:>6}")


def _posts(path: Path) -> list[tuple[str, str]]:
    if path.suffix == ".parquet":
        rows = pl.read_parquet(path).to_dicts()
    else:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    group = next((name for name in _GROUPS if rows and name in rows[0]), None)
    return [(str(row[group]) if group else "", str(row["text"] or "")) for row in rows]


if __name__ == "__main__":
    sys.exit(main())
