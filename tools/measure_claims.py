"""How well texts are read: the challenges of tests/testimony, slot by slot.

    measure_claims.py [--rules-only] [--errors] [--part PART]

read: the half of the first challenge the English rules were written with; second: its other half; third: the second
challenge; others: texts by other hands, in English and Arabic: of most sets the half that was read and the half that
was not; of those called 3 none was ever read, and all of those called dev.
"""

import argparse
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "testimony"
sys.path.insert(0, str(TESTS))

from challenge_score import ENGLISH, OTHERS, Score, items  # noqa: E402 - a helper of the tests

from vigil import bootstrap  # noqa: E402

PARTS = {"read": (ENGLISH, 1), "second": (ENGLISH, 0), "third": (TESTS / "challenge_english_unread.txt", None)}
HALVES = {"3": (("unread", None),), "dev": (("read", None),)}
PARTS |= {
    f"others {path.stem.removeprefix('challenge_others_').replace('_', ' ')}, {name}": (path, rest)
    for path in OTHERS
    for name, rest in HALVES.get(path.stem.rsplit("_", 1)[-1], (("read", 1), ("unread", 0)))
}


def main() -> None:
    """Read every part and print how many claims wanted were found with each slot right."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rules-only", action="store_true")
    asked.add_argument("--errors", action="store_true")
    asked.add_argument("--part", choices=["read", "second", "third", "others"])
    given = asked.parse_args()
    read = bootstrap.claim_reader(rules_only=given.rules_only)
    print(read.version)
    for name, (path, rest) in PARTS.items():
        if given.part is not None and name.split()[0] != given.part:
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
