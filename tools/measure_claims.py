"""How well English sentences are read: the challenges of tests/testimony, slot by slot.

    measure_claims.py [--rules-only] [--errors] [--part read|second|third]

read: the half of the first challenge the rules were written with; second: its other half; third: the second challenge.
"""

import argparse
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "testimony"
sys.path.insert(0, str(TESTS))

from challenge_score import ENGLISH, Score, items  # noqa: E402 - a helper of the tests

from vigil import bootstrap  # noqa: E402

PARTS = {"read": (ENGLISH, 1), "second": (ENGLISH, 0), "third": (TESTS / "challenge_english_unread.txt", None)}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rules-only", action="store_true")
    asked.add_argument("--errors", action="store_true")
    asked.add_argument("--part", choices=[*PARTS])
    given = asked.parse_args()
    read = bootstrap.claim_reader(rules_only=given.rules_only)
    print(read.version)
    for name, (path, rest) in PARTS.items():
        if given.part not in {None, name}:
            continue
        score = Score()
        for item in items(path):
            if rest is None or item.number % 2 == rest:
                score.add(item, list(read(item.document).claims))
        print(f"\n{name}: {score.table()}")
        if given.errors:
            print("\n".join(score.errors))


if __name__ == "__main__":
    main()
