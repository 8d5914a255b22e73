"""How much of one text's wording is another's: runs of words they share, exactly for two and by sketch for many.

Source: shingles and MinHash, Broder (1997), On the resemblance and containment of documents.
"""

import hashlib
import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vigil.watch.lexicon.words import fold

RUN = 3
"""Words in one run. Two reporters share runs of two by chance; of three seldom."""

SKETCH = 16
"""Hashes kept of a text: its resemblance to another is known to within about 1/4."""

BANDS = 4
"""Of the sketch: texts are compared if all hashes of one band agree. Finds 0.75 alike with 79 %, 0.9 with 98 %."""

MOST_CHARACTERS = 20_000
"""Of a text: what a report repeats stands at its front."""

Runs = frozenset[int]

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def runs(text: str) -> Runs:
    """The text's runs of words, hashed: alike wherever it is computed. Empty where it has fewer than a run."""
    words = _WORD.findall(fold(text[:MOST_CHARACTERS]))
    return frozenset(number(" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1))


def shared(one: Runs, other: Runs) -> float:
    """What part of the shorter text's runs the other has: 0 to 1. 0 where one has too few to say."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= _LEAST_RUNS else 0.0


_LEAST_RUNS = 5


def sketch(text: str) -> NDArray[np.uint64]:
    """MinHash of a text, shape (SKETCH,): equal hashes in two sketches tell what part of their runs is common."""
    found = runs(text)
    if len(found) < _LEAST_RUNS:
        return np.zeros(SKETCH, dtype=np.uint64)
    numbers = np.fromiter(found, dtype=np.uint64, count=len(found))
    times, plus = _mix()
    return np.asarray((numbers[:, None] * times + plus).min(axis=0))


@lru_cache(maxsize=262_144)
def number(word: str) -> int:
    """A word as a number of 63 bits, the same in every process. Never 0."""
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 1) | 1


@lru_cache(maxsize=1)
def _mix() -> NDArray[np.uint64]:
    """Odd multipliers, and what is added to their products: as good as chance, and always the same."""
    return np.array([[number(f"{what} {at}") for at in range(SKETCH)] for what in ("times", "plus")], dtype=np.uint64)
