"""Read mutated, truncated, mixed-script, emoji, right-to-left-override and long inputs, and say what broke.

    fuzz_claims.py [--n 100000] [--seed 1] [--rules-only] [--texts FILE.txt]

Texts are sentences of our own (tests/testimony/challenge_english.txt; lines that begin with "= "), cut, joined,
doubled, reordered, with letters of other scripts, emoji, direction marks, surrogates and digits put in. For each: no
exception, every span in the text and not empty, every number of a claim written in it, the same reading twice.
"""

import argparse
import itertools
import random
import re
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from vigil import bootstrap
from vigil.model.claim import Claim, Document, Span
from vigil.testimony.counts.reading import read_counts

TEXTS = Path(__file__).parents[1] / "tests" / "testimony" / "challenge_english.txt"
ODD = [
    "\u202e", "\u200f", "\u200d", "\u0000", "\ud83d", "\udc00", "😢", "👨‍👩‍👧", "ق", "قتل 12 مدنيا", "убит", "死者",
    "１２", "٣٤",
    "½", "1e9", "0x10", "\n", "\n\n", "\t", "…", "“", "”", '"', "(", ")", "- ", "—", "#Aleppo", "@someone", "https://a.b/c?d=12",
    "NaN", "not ", "no ", "killed ", "said ", " of whom ", " including ", " and ", ", ", ". ",
]  # fmt: skip


def mutated(texts: list[str], chance: random.Random) -> str:
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 6)):
        match chance.randrange(8):
            case 0:
                text = text[: chance.randint(0, len(text))]
            case 1:
                text = text[chance.randint(0, len(text)) :]
            case 2:
                at = chance.randint(0, len(text))
                text = text[:at] + chance.choice(ODD) + text[at:]
            case 3:
                text += " " + chance.choice(texts)
            case 4:
                words = text.split(" ")
                chance.shuffle(words)
                text = " ".join(words)
            case 5:
                at = chance.randint(0, len(text))
                text = text[:at] + text[at:].replace(" ", "", 1)
            case 6:
                text = text.swapcase() if chance.random() < 0.5 else text.upper()
            case _:
                at = chance.randint(0, len(text))
                text = text[:at] + str(chance.randint(0, 10 ** chance.randint(1, 12))) + text[at:]
    return text[:20_000]


def spans_of(claim: Claim) -> list[Span]:
    found = [span for spans in claim.spans.values() for span in spans]
    found += [span for link in claim.chain for span in (link.speaker_span, link.cue) if span is not None]
    found += [one.span for one in (*claim.actors, *claim.named)]
    return found + [one.span for one in (claim.place, claim.count) if one is not None]


def faults(text: str, claims: tuple[Claim, ...]) -> list[str]:
    """What is wrong with a reading whatever the text is."""
    found = []
    lang = "ar" if re.search("[ء-ي]", text) else "en"
    numbers = {n for each in ("en", lang) for one in read_counts(text, lang=each) for n in (one.low, one.high)} | {
        1,
        0,
        None,
    }
    for index, claim in enumerate(claims):
        found += ["span" for span in spans_of(claim) if not 0 <= span.begin < span.end <= len(text)]
        found += ["words of place" for one in [claim.place] if one and text[one.span.begin : one.span.end] != one.text]
        found += ["words of actor" for one in claim.actors if text[one.span.begin : one.span.end] != one.text]
        if claim.subset_of is not None and not (0 <= claim.subset_of < len(claims) and claim.subset_of != index):
            found.append("subset")
        if claim.count is not None and not {claim.count.low, claim.count.high} <= numbers | shares(numbers):
            found.append("invented number")
        if not claim.chain:
            found.append("no speaker")
    return found


def shares(numbers: set[int | None]) -> set[int | None]:
    """Half, a third or a quarter of a number that is written is read from its words."""
    return (
        {number // part for number, part in itertools.product(numbers, (2, 3, 4, 5, 10)) if number}
        | {number * 2 // 3 for number in numbers if number}
        | {number * 3 // 4 for number in numbers if number}
    )


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--n", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--rules-only", action="store_true")
    asked.add_argument("--texts", type=Path, default=TEXTS)
    given = asked.parse_args()
    texts = [line[2:] for line in given.texts.read_text(encoding="utf-8").splitlines() if line.startswith("= ")]
    read = bootstrap.claim_reader(rules_only=given.rules_only)
    for text in texts[:20]:  # the gazetteer, the grammar and the lists are read with the first
        read(Document(id="x", text=text))
    chance = random.Random(given.seed)  # noqa: S311 - reproducible, not secret
    wrong: Counter[str] = Counter()
    began, slowest = time.monotonic(), 0.0
    for number in range(given.n):
        text = mutated(texts, chance)
        at = time.process_time()
        try:
            reading = read(Document(id="x", text=text, published_on=date(2016, 12, 14)))
            found = faults(text, reading.claims)
            if number % 50 == 0 and read(Document(id="x", text=text, published_on=date(2016, 12, 14))) != reading:
                found.append("read otherwise the second time")
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            found = [f"{type(error).__name__}: {error}"]
        taken = time.process_time() - at
        if not found and taken / max(len(text), 1000) * 100_000 > slowest:
            at = time.process_time()  # once more: a collection of all garbage falls on one text in some 20,000
            read(Document(id="x", text=text, published_on=date(2016, 12, 14)))
            slowest = max(slowest, min(taken, time.process_time() - at) / max(len(text), 1000) * 100_000)
        wrong.update(found)
        if found and sum(wrong.values()) <= 20:
            print(number, found, ascii(text[:300]), file=sys.stderr)
    print(
        f"{given.n} texts in {time.monotonic() - began:.0f} s, slowest {slowest:.1f} s per 100 kB,"
        f" faults: {dict(wrong)}"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
