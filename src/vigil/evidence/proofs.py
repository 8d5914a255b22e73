"""Proofs: that an entry is in a log, and that a later log begins with an earlier one. Making them, and verifying them.

A proof is made from stored nodes, about log2(n) of them, in one reading. It is verified from the proof and the roots
alone, as RFC 9162 says it: nothing stored is trusted. A verification that returns has succeeded; every other outcome is
an error with what was expected and what was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vigil.evidence.digests import HASH_BYTES
from vigil.evidence.merkle import NodeReader, check_hashes, check_size, fold, frontier_nodes, node_hash, read_nodes
from vigil.model.errors import IntegrityError, InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class InclusionProof:
    """What leads from a leaf to the root of a log.

    Attributes:
        index: Of the leaf, from 0; below `size`.
        size: How many leaves the log has, at least one.
        path: 32 bytes each, the leaf's sibling first, the root's child last.
    """

    index: int
    size: int
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyProof:
    """What leads from the root of a log's first leaves to its root over all of them.

    Attributes:
        first: How many leaves the earlier log has, at least one.
        second: How many the later one has, at least as many.
        path: 32 bytes each, in the order of RFC 9162, 2.1.4.1. Empty where both are of one size.
    """

    first: int
    second: int
    path: tuple[bytes, ...]


def inclusion_proof(nodes: NodeReader, *, index: int, size: int) -> InclusionProof:
    """That the leaf at `index` is in the log as it was at `size` leaves.

    Raises:
        InvalidInput: There is no such leaf.
        IntegrityError: A stored node is missing or not 32 bytes long. A stored node that is wrong gives a proof that
            does not verify: verify before handing one out.
    Source:
        RFC 9162, 2.1.3.1.
    """
    _check_index(index, size)
    return InclusionProof(index=index, size=size, path=_read_spans(nodes, _inclusion_spans(index, size)))


def consistency_proof(nodes: NodeReader, *, first: int, second: int) -> ConsistencyProof:
    """That the log at `second` leaves begins with the log at `first`.

    Raises:
        InvalidInput: `first` is 0 (an empty log is the beginning of every log: it shows nothing), or beyond `second`.
        IntegrityError: As for `inclusion_proof`.
    Source:
        RFC 9162, 2.1.4.1.
    """
    _check_order(first, second)
    return ConsistencyProof(first=first, second=second, path=_read_spans(nodes, _consistency_spans(first, second)))


def verify_inclusion(proof: InclusionProof, *, leaf_hash: bytes, root: bytes) -> None:
    """Hold a leaf against a log's root.

    Args:
        leaf_hash: As `merkle.leaf_hash` gives it of the entry in hand.
        root: From a checkpoint of `proof.size` entries that was verified.
    Raises:
        InvalidInput: The proof names no leaf of any log: an empty log includes nothing.
        IntegrityError: The proof is too short or too long, holds what is no hash, or leads to another root.
    Source:
        RFC 9162, 2.1.3.2.
    """
    _check_index(proof.index, proof.size)
    _check_given(proof.path, {"leaf hash": leaf_hash, "root": root})
    _check_length("inclusion proof", proof.path, len(_inclusion_spans(proof.index, proof.size)))
    fn, sn = proof.index, proof.size - 1
    found = leaf_hash
    for step in proof.path:
        if fn & 1 or fn == sn:
            found = node_hash(step, found)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            found = node_hash(found, step)
        fn, sn = fn >> 1, sn >> 1
    if found != root:
        raise IntegrityError(
            f"inclusion of entry {proof.index} in a log of {proof.size}: expected root {root.hex()}, "
            f"found {found.hex()}: the entry, its place or the proof is not what was logged"
        )


def verify_consistency(proof: ConsistencyProof, *, first_root: bytes, second_root: bytes) -> None:
    """Hold a later log's root against an earlier one's.

    Args:
        first_root: From a verified checkpoint of `proof.first` entries.
        second_root: From a verified checkpoint of `proof.second` entries.
    Raises:
        InvalidInput: The earlier log is empty, which shows nothing, or is the longer one.
        IntegrityError: The proof is too short or too long, holds what is no hash, or leads to another root: the later
            log does not begin with the earlier one.
    Source:
        RFC 9162, 2.1.4.2; for logs of one size, equality of their roots.
    """
    _check_order(proof.first, proof.second)
    _check_given(proof.path, {"first root": first_root, "second root": second_root})
    _check_length("consistency proof", proof.path, len(_consistency_spans(proof.first, proof.second)))
    if proof.first == proof.second:
        _check_root(proof, "second", expected=first_root, found=second_root)
        return
    power_of_two = proof.first & (proof.first - 1) == 0
    path = (first_root, *proof.path) if power_of_two else proof.path
    fn, sn = proof.first - 1, proof.second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first_found = second_found = path[0]
    for step in path[1:]:
        if fn & 1 or fn == sn:
            first_found, second_found = node_hash(step, first_found), node_hash(step, second_found)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            second_found = node_hash(second_found, step)
        fn, sn = fn >> 1, sn >> 1
    _check_root(proof, "first", expected=first_root, found=first_found)
    _check_root(proof, "second", expected=second_root, found=second_found)


Span = tuple[int, int]
"""The leaves from the first to the second, the second excluded."""


def _inclusion_spans(index: int, size: int) -> list[Span]:
    """The subtrees beside the way from a leaf to the root, the leaf's sibling first."""
    spans, begin, end = [], 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((begin, middle))
            begin = middle
    return spans[::-1]


def _consistency_spans(first: int, second: int) -> list[Span]:
    """The subtrees from which both roots are made, in the order of SUBPROOF (RFC 9162, 2.1.4.1)."""
    spans, begin, end = [], 0, second
    while end != first:
        middle = begin + _split(end - begin)
        if first <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((begin, middle))
            begin = middle
    if begin > 0:  # else it is the earlier log as a whole, whose root the verifier has
        spans.append((begin, end))
    return spans[::-1]


def _split(n: int) -> int:
    """The largest power of two below n, n > 1."""
    return 1 << (n - 1).bit_length() - 1


def _read_spans(nodes: NodeReader, spans: Sequence[Span]) -> tuple[bytes, ...]:
    """Each subtree's hash, all of their nodes read at once. Only one at the log's right edge is of several."""
    places = [frontier_nodes(end - begin, begin=begin) for begin, end in spans]
    hashes = iter(read_nodes(nodes, [place for each in places for place in each]))
    return tuple(fold([next(hashes) for _ in each]) for each in places)


def _check_index(index: int, size: int) -> None:
    check_size(size)
    if size == 0:
        raise InvalidInput("a log without entries includes nothing")
    if not 0 <= index < size:
        raise InvalidInput(f"a log of {size} entries has them at 0 to {size - 1}, not where this proof says")


def _check_order(first: int, second: int) -> None:
    check_size(first)
    check_size(second)
    if first == 0:
        raise InvalidInput("every log begins with the empty log: consistency with it shows nothing")
    if first > second:
        raise InvalidInput(f"a log of {second} entries cannot begin with one of {first}")


def _check_given(path: Sequence[bytes], given: dict[str, bytes]) -> None:
    check_hashes("proof", path)
    for what, found in given.items():
        if len(found) != HASH_BYTES:
            raise IntegrityError(f"{what}: expected {HASH_BYTES} bytes, found {len(found)}")


def _check_root(proof: ConsistencyProof, which: str, *, expected: bytes, found: bytes) -> None:
    if found != expected:
        raise IntegrityError(
            f"consistency of {proof.first} with {proof.second} entries, {which} root: expected {expected.hex()}, "
            f"found {found.hex()}: the later log does not begin with the earlier one"
        )


def _check_length(what: str, path: Sequence[bytes], expected: int) -> None:
    """The number of hashes follows from the numbers of leaves; the RFC's own tests of `sn` come to the same."""
    if len(path) != expected:
        raise IntegrityError(f"{what}: expected {expected} hashes, found {len(path)}")
