"""How many sentences that annotators found uncertain are found so: measure_hedges.py testimony/hedges_dev.jsonl

A sentence counts as found where any of its words stands in a chain that is not plainly asserted, confirmed or
witnessed: a hedge, a suspicion, a report of nobody named. Needs the extra `english`.
"""

import argparse
import json
import sys
from pathlib import Path

from vigil.model.claim import UNNAMED, Certainty, Span
from vigil.sources.grammar.english import english_grammar
from vigil.testimony.attribution.chains import certainty_of, chains

SURE = {Certainty.ASSERTED, Certainty.CONFIRMED, Certainty.WITNESSED, Certainty.DENIED}


def main() -> int:
    """Count, and say precision, recall and F1 of `uncertain`."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path)
    rows = [json.loads(line) for line in asked.parse_args().gold.read_text(encoding="utf-8").splitlines()]
    parse = english_grammar()
    if parse is None:
        sys.stderr.write("the extra `english` is not installed\n")
        return 3
    right = found = wanted = 0
    for row in rows:
        parsed = parse(row["text"])
        said = chains(row["text"], parsed=parsed)
        uncertain = False
        for token in parsed.tokens:
            chain = said.of(Span(token.begin, token.end))
            unnamed = any(link.speaker == UNNAMED for link in chain)
            uncertain = uncertain or unnamed or certainty_of(chain) not in SURE
        right += uncertain and row["label"] == "uncertain"
        found += uncertain
        wanted += row["label"] == "uncertain"
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    sys.stdout.write(f"{len(rows)} sentences, {wanted} uncertain: {precision:.3f} {recall:.3f} {f1:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
