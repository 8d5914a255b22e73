"""Pictures that look alike: PDQ hashes that differ in few bits.

That two look alike says that one may be made from the other, or both from a third. It does not say which came first.
Source: PDQ, Meta ThreatExchange, pdq/README.md, section Matching: hashes are taken to match at a Hamming distance of at
most 31 of 256, and hashes of a quality of at most 49 are better left out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vigil.model.errors import InvalidInput
from vigil.model.media import PDQ_BYTES, PictureHash

MOST_BITS_APART = 31
LEAST_QUALITY = 50

_WORDS = PDQ_BYTES // 8
_AT_ONCE = 65_536
"""Hashes compared in one go: what is written in between then stays in the processor's cache."""

Columns = NDArray[np.uint64]
"""Hashes as four columns of 64 bits, shape (4, n)."""


def can_be_told(picture: PictureHash) -> bool:
    """Whether there is enough in a picture for its hash to mean anything: black frames all look alike."""
    return picture.quality >= LEAST_QUALITY


def columns_of(hashes: Sequence[bytes]) -> Columns:
    """Hashes of 32 bytes each, to be searched.

    Raises:
        InvalidInput: One has another length.
    """
    if any(len(each) != PDQ_BYTES for each in hashes):
        raise InvalidInput("a PDQ hash has 32 bytes")
    flat = np.frombuffer(b"".join(hashes), dtype=np.uint64)
    return np.ascontiguousarray(flat.reshape(len(hashes), _WORDS).T)


def bits_apart(wanted: bytes, among: Columns) -> NDArray[np.uint16]:
    """In how many bits each hash differs from the wanted one: 0 to 256, shape (n,)."""
    (words,) = columns_of([wanted]).T
    apart = np.empty(among.shape[1], dtype=np.uint16)
    for begin in range(0, among.shape[1], _AT_ONCE):
        part = apart[begin : begin + _AT_ONCE]
        part[:] = 0
        for word, column in zip(words, among, strict=True):
            part += np.bitwise_count(column[begin : begin + _AT_ONCE] ^ word)
    return apart


def near(wanted: bytes, among: Columns, *, most: int = MOST_BITS_APART) -> list[tuple[int, int]]:
    """Places of the hashes that look like the wanted one and in how many bits they differ, the nearest first."""
    apart = bits_apart(wanted, among)
    found = np.flatnonzero(apart <= most)
    order = np.argsort(apart[found], kind="stable")
    return [(int(place), int(apart[place])) for place in found[order]]
