"""A second implementation of the tree, written from the text of RFC 9162 alone, as slowly and plainly as it reads.

Nothing here is shared with src/vigil/evidence: where the two agree, they agree for a reason.
"""

import hashlib


def sha256(data):
    return hashlib.sha256(data).digest()


def largest_power_of_two_below(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def mth(entries):
    """2.1.1: MTH(D_n)."""
    n = len(entries)
    if n == 0:
        return sha256(b"")
    if n == 1:
        return sha256(b"\x00" + entries[0])
    k = largest_power_of_two_below(n)
    return sha256(b"\x01" + mth(entries[:k]) + mth(entries[k:]))


def path(m, entries):
    """2.1.3.1: PATH(m, D_n)."""
    n = len(entries)
    if n == 1:
        return []
    k = largest_power_of_two_below(n)
    if m < k:
        return [*path(m, entries[:k]), mth(entries[k:])]
    return [*path(m - k, entries[k:]), mth(entries[:k])]


def proof(m, entries):
    """2.1.4.1: PROOF(m, D_n)."""
    return subproof(m, entries, known=True)


def subproof(m, entries, *, known):
    """2.1.4.1: SUBPROOF(m, D_n, b)."""
    n = len(entries)
    if m == n:
        return [] if known else [mth(entries)]
    k = largest_power_of_two_below(n)
    if m <= k:
        return [*subproof(m, entries[:k], known=known), mth(entries[k:])]
    return [*subproof(m - k, entries[k:], known=False), mth(entries[:k])]


def root_from_path(leaf, m, n, hashes):
    """The root a leaf and its path lead to, by the same recursion read backwards. None: the path does not fit."""
    if n == 1:
        return leaf if not hashes else None
    if not hashes:
        return None
    k = largest_power_of_two_below(n)
    left = m < k
    below = root_from_path(leaf, m if left else m - k, k if left else n - k, hashes[:-1])
    if below is None:
        return None
    return sha256(b"\x01" + below + hashes[-1]) if left else sha256(b"\x01" + hashes[-1] + below)
