"""Which claims are worth comparing: those that share a place and a week, a figure and a month, a name, or their words.

To compare all with all would take 5,000,000,000 comparisons for 100,000 claims. Claims are sorted under each thing they
could share, and each is compared with the next few under it: linear in the number of claims, however many share one.
"""

from collections.abc import Iterator

import numpy as np

from vigil.incidents.footprints import NO_DAY, Footprints, Ints
from vigil.incidents.scoring import FEW
from vigil.incidents.wording import BANDS, SKETCH

WINDOW = 24
"""Claims each one is compared with under one key. Beyond it, the order under the key has put the likelier first."""

LEAST_FIGURE = 5
"""Smaller figures are too common to find anything by."""

_WEEK = 4  # days in one bucket: an event told of within three days is found in the same or the next
_MOST_BUCKETS = 12  # a claim of a whole year is found by its figure, its names or its words
_MONTH = 30


def candidates(of: Footprints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs (left[k], right[k]) worth comparing, left before right, in pieces. A pair may come up more than once."""
    n = len(of.family)
    if n <= FEW:
        left, right = np.triu_indices(n, 1)
        yield left.astype(np.int64), right.astype(np.int64)
        return
    for entries in (_documents, _places, _figures, _victims, _words, _voices):
        kinds = list(entries(of))
        if not kinds:
            continue
        keys, claims, then = (np.concatenate(column) for column in zip(*kinds, strict=True))
        order = np.lexsort((claims, then, keys))
        keys, claims = keys[order], claims[order]
        for offset in range(1, min(WINDOW, len(keys) - 1) + 1):
            under_one = keys[offset:] == keys[:-offset]
            if not under_one.any():
                break
            met = np.flatnonzero(under_one & (claims[offset:] != claims[:-offset]))
            one, other = claims[met], claims[met + offset]
            yield np.minimum(one, other), np.maximum(one, other)


Entries = Iterator[tuple[Ints, Ints, Ints]]
"""Keys, the claims that stand under them, and by what those under one key are sorted."""


def _documents(of: Footprints) -> Entries:
    every = np.arange(len(of.family), dtype=np.int64)
    yield of.document, every, every


def _places(of: Footprints) -> Entries:
    begin, end = (of.first - 1) // _WEEK, (of.last + 1) // _WEEK
    timed = (of.first != NO_DAY) & (end - begin < _MOST_BUCKETS)
    tokens = [*(of.place[:, at] for at in range(of.place.shape[1])), of.within[:, 0]]
    for token in tokens:
        for step in range(_MOST_BUCKETS):
            there = np.flatnonzero((token != 0) & timed & (begin + step <= end))
            if len(there):
                yield _mixed(token[there], begin[there] + step, of.family[there]), there, of.number[there]
        lost = np.flatnonzero((token != 0) & (of.first == NO_DAY))
        yield _mixed(token[lost], of.family[lost]), lost, of.number[lost]


def _figures(of: Footprints) -> Entries:
    there = np.flatnonzero(of.number >= LEAST_FIGURE)
    for shift in (0, 1):  # one month and the next
        key = _mixed(of.number[there], of.last[there] // _MONTH + shift, of.family[there])
        yield key, there, of.last[there]


def _victims(of: Footprints) -> Entries:
    for at in range(of.names.shape[1]):
        there = np.flatnonzero(of.names[:, at] != 0)
        yield of.names[there, at], there, of.last[there]


def _words(of: Footprints) -> Entries:
    per_band = SKETCH // BANDS
    for band in range(BANDS):
        hashes = of.sketches[:, band * per_band : (band + 1) * per_band].astype(np.int64)
        there = np.flatnonzero(hashes[:, 0][of.document] != 0)
        yield _mixed(np.full(len(hashes), band), *hashes.T)[of.document][there], there, of.number[there]


def _voices(of: Footprints) -> Entries:
    for token in (of.source, *(of.cited[:, at] for at in range(of.cited.shape[1]))):
        there = np.flatnonzero((token != 0) & (of.published != NO_DAY))
        for shift in (0, 1):
            yield _mixed(token[there], of.published[there] // _MONTH + shift), there, of.published[there]


def _mixed(*parts: Ints) -> Ints:
    """Several keys as one. Two that differ are the same by chance once in 2**63."""
    mixed = np.zeros(len(parts[0]), dtype=np.uint64)
    for part in parts:
        mixed = (mixed ^ part.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed.astype(np.int64)
