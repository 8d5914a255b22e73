"""How well texts are read: the challenges of tests/testimony, slot by slot.

    measure_claims.py [--rules-only] [--errors] [--part PART]

read: the half of the first challenge the English rules were written with; second: its other half; third: the second
challenge; others: texts by other hands, in English and Arabic: of some sets the half that was read and the half of
which only totals were seen; some were read wholly, and some never.
"""

import argparse
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "testimony"
sys.path.insert(0, str(TESTS))

from challenge_score import ENGLISH, OTHERS, Score, items  # noqa: E402 - a helper of the tests

from vigil import bootstrap  # noqa: E402

PARTS = {"read": (ENGLISH, 1), "second": (ENGLISH, 0), "third": (TESTS / "challenge_english_unread.txt", None)}
HALF_READ = {"english news 2", "english news 4", "arabic news 4"}
NEVER_READ = {
    *("english news 3", "english news 5", "english sentences 5"),
    *("english posts 3", "english posts 5", "english posts 7"),
    *("arabic news 5", "arabic news 6", "arabic sentences 4", "arabic sentences 5"),
    *("arabic posts 3", "arabic posts 7", "arabic posts 9"),
}
HALVES = (("read", 1), ("unread", 0))


def _parts(name: str) -> tuple[tuple[str, int | None], ...]:
    """What was read of a set while the rules grew: odd texts, none, or all."""
    return HALVES if name in HALF_READ else ((("unread" if name in NEVER_READ else "read"), None),)


PARTS |= {
    f"others {name}, {part}": (path, rest)
    for path in OTHERS
    for name in [path.stem.removeprefix("challenge_others_").replace("_", " ")]
    for part, rest in _parts(name)
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
