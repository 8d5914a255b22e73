"""Proofs, made and verified."""

from contextlib import nullcontext
from dataclasses import replace

import pytest
import rfc_tree
from ct_vectors import INPUTS, PUBLISHED_CONSISTENCY, PUBLISHED_INCLUSION, ROOTS
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from trees import MemoryNodes, grown, texts

from vigil.evidence.merkle import EMPTY_ROOT, Frontier, Node, NodeId, append, frontier_nodes, leaf_hash
from vigil.evidence.proofs import (
    ConsistencyProof,
    InclusionProof,
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)
from vigil.model.errors import IntegrityError, InvalidInput

SMALL = 41
HASH = st.binary(min_size=32, max_size=32)


def repr_of(number):
    """A name for a case; some numbers are too long to print."""
    return f"{number:#x}"[:12]


def as_path(texts_):
    return tuple(bytes.fromhex(text) for text in texts_)


@pytest.mark.parametrize(("index", "size", "path"), PUBLISHED_INCLUSION)
def test_published_inclusion_proofs(index, size, path):
    """The reference proofs are those we make, and they verify."""
    proof = inclusion_proof(grown(INPUTS)[1], index=index, size=size)
    assert proof.path == as_path(path)
    verify_inclusion(proof, leaf_hash=leaf_hash(INPUTS[index]), root=ROOTS[size - 1])


@pytest.mark.parametrize(("first", "second", "path"), PUBLISHED_CONSISTENCY)
def test_published_consistency_proofs(first, second, path):
    """The reference proofs are those we make, and they verify."""
    proof = consistency_proof(grown(INPUTS)[1], first=first, second=second)
    assert proof.path == as_path(path)
    verify_consistency(proof, first_root=ROOTS[first - 1], second_root=ROOTS[second - 1])


@pytest.mark.parametrize("size", range(1, SMALL))
def test_every_entry_is_shown_to_be_in_the_log(size):
    """From the nodes of a longer log, for every size and index: a second implementation's path, and it verifies."""
    entries = texts(size)
    nodes, root = grown(texts(SMALL))[1], rfc_tree.mth(entries)
    for index in range(size):
        proof = inclusion_proof(nodes, index=index, size=size)
        assert list(proof.path) == rfc_tree.path(index, entries)
        verify_inclusion(proof, leaf_hash=leaf_hash(entries[index]), root=root)
        leaf = rfc_tree.sha256(b"\x00" + entries[index])
        assert rfc_tree.root_from_path(leaf, index, size, list(proof.path)) == root


@pytest.mark.parametrize("second", range(1, SMALL))
def test_every_later_log_is_shown_to_begin_with_every_earlier_one(second):
    """For all m <= n: the proof of a second implementation, and it verifies."""
    entries = texts(second)
    nodes, root = grown(texts(SMALL))[1], rfc_tree.mth(entries)
    for first in range(1, second + 1):
        proof = consistency_proof(nodes, first=first, second=second)
        assert list(proof.path) == rfc_tree.proof(first, entries)
        verify_consistency(proof, first_root=rfc_tree.mth(entries[:first]), second_root=root)


@st.composite
def proven_inclusions(draw):
    size = draw(st.integers(1, SMALL - 1))
    index = draw(st.integers(0, size - 1))
    frontier, nodes = grown(texts(size))
    return inclusion_proof(nodes, index=index, size=size), leaf_hash(texts(size)[index]), frontier.root()


@st.composite
def proven_consistencies(draw):
    second = draw(st.integers(1, SMALL - 1))
    first = draw(st.integers(1, second))
    nodes = grown(texts(second))[1]
    roots = rfc_tree.mth(texts(first)), rfc_tree.mth(texts(second))
    return consistency_proof(nodes, first=first, second=second), *roots


def changed(data, hashes):
    """These hashes with one byte of them changed."""
    joined = bytearray(b"".join(hashes))
    joined[data.draw(st.integers(0, len(joined) - 1))] ^= data.draw(st.integers(1, 255))
    return [bytes(joined[k : k + 32]) for k in range(0, len(joined), 32)]


@given(proven_inclusions(), st.data())
@settings(max_examples=300)
def test_one_changed_byte_includes_nothing(proven, data):
    """In the leaf, the root or anywhere on the path."""
    proof, leaf, root = proven
    other_leaf, other_root, *path = changed(data, [leaf, root, *proof.path])
    with pytest.raises(IntegrityError):
        verify_inclusion(replace(proof, path=tuple(path)), leaf_hash=other_leaf, root=other_root)


@given(proven_consistencies(), st.data())
@settings(max_examples=300)
def test_one_changed_byte_is_inconsistent(proven, data):
    """In either root or anywhere on the path."""
    proof, first_root, second_root = proven
    one, two, *path = changed(data, [first_root, second_root, *proof.path])
    with pytest.raises(IntegrityError):
        verify_consistency(replace(proof, path=tuple(path)), first_root=one, second_root=two)


@given(proven_inclusions(), st.integers(-3, SMALL + 3), st.integers(-3, SMALL + 3))
def test_a_proof_holds_for_one_place_in_a_log(proven, index, size):
    """Of another index or size it shows something only where a second implementation agrees that it does."""
    proof, leaf, root = proven
    other = replace(proof, index=index, size=size)
    true = 0 <= index < size and rfc_tree.root_from_path(leaf, index, size, list(proof.path)) == root
    with nullcontext() if true else pytest.raises((IntegrityError, InvalidInput)):
        verify_inclusion(other, leaf_hash=leaf, root=root)


@given(proven_inclusions(), st.lists(HASH, min_size=1, max_size=3), st.data())
def test_a_longer_or_shorter_path_is_refused(proven, more, data):
    """Hashes added at either end or taken away: each said as a wrong number of hashes or another root."""
    proof, leaf, root = proven
    for path in ((*proof.path, *more), (*more, *proof.path), proof.path[:-1], proof.path[1:]):
        if path != proof.path:
            with pytest.raises(IntegrityError, match="expected"):
                verify_inclusion(replace(proof, path=path), leaf_hash=leaf, root=root)


@given(proven_consistencies(), st.lists(HASH, min_size=1, max_size=3))
def test_a_longer_or_shorter_consistency_path_is_refused(proven, more):
    """The number of hashes follows from the two sizes, and is held to."""
    proof, first_root, second_root = proven
    for path in ((*proof.path, *more), (*more, *proof.path), proof.path[:-1], proof.path[1:], ()):
        if path != proof.path:
            with pytest.raises(IntegrityError, match=rf"expected {len(proof.path)} hashes, found {len(path)}"):
                verify_consistency(replace(proof, path=path), first_root=first_root, second_root=second_root)


@given(st.integers(0, 2**64), st.integers(0, 2**64), st.lists(st.binary(max_size=40), max_size=70), HASH, HASH)
def test_noise_proves_nothing(one, two, path, leaf, root):
    """Whatever is put together at random is refused, by one of the two errors and no other."""
    assume(leaf != root)  # else it is the log of one entry, and true
    with pytest.raises((IntegrityError, InvalidInput)):
        verify_inclusion(InclusionProof(index=one, size=two, path=tuple(path)), leaf_hash=leaf, root=root)
    proof = ConsistencyProof(first=one, second=two, path=tuple(path))
    with pytest.raises((IntegrityError, InvalidInput)):
        verify_consistency(proof, first_root=leaf, second_root=root)


@pytest.mark.parametrize(
    ("index", "size"), [(0, 0), (1, 1), (-1, 5), (5, 5), (0, -1), (0, 2**63), (2**70, 10**5000)], ids=repr_of
)
def test_a_place_in_no_log_is_refused(index, size):
    """An empty log includes nothing, whatever the proof."""
    with pytest.raises(InvalidInput):
        verify_inclusion(InclusionProof(index=index, size=size, path=()), leaf_hash=EMPTY_ROOT, root=EMPTY_ROOT)
    with pytest.raises(InvalidInput):
        inclusion_proof(MemoryNodes(), index=index, size=size)


@pytest.mark.parametrize(("first", "second"), [(0, 0), (0, 5), (6, 5), (-1, 5), (1, 2**63), (1, 10**5000)], ids=repr_of)
def test_sizes_no_two_logs_have_are_refused(first, second):
    """The empty log is the beginning of every log: that must never read as consistent."""
    with pytest.raises(InvalidInput):
        verify_consistency(
            ConsistencyProof(first=first, second=second, path=()), first_root=EMPTY_ROOT, second_root=EMPTY_ROOT
        )
    with pytest.raises(InvalidInput):
        consistency_proof(MemoryNodes(), first=first, second=second)


@pytest.mark.parametrize("n", [0, 31, 33])
def test_a_hash_of_another_length_is_refused(n):
    """Truncated hashes in the path, the leaf or the root are damage, also where nothing else would look at them."""
    proof, leaf, root = InclusionProof(index=0, size=1, path=()), leaf_hash(b""), leaf_hash(b"")
    verify_inclusion(proof, leaf_hash=leaf, root=root)
    with pytest.raises(IntegrityError):
        verify_inclusion(proof, leaf_hash=bytes(n), root=bytes(n))
    with pytest.raises(IntegrityError):
        verify_inclusion(InclusionProof(index=0, size=2, path=(bytes(n),)), leaf_hash=leaf, root=root)
    same = ConsistencyProof(first=1, second=1, path=())
    with pytest.raises(IntegrityError):
        verify_consistency(same, first_root=bytes(n), second_root=bytes(n))


def test_each_mismatch_says_what_was_expected_and_found():
    """Whoever meets it can look both up."""
    _, nodes = grown(texts(5))
    root, other = rfc_tree.mth(texts(5)), leaf_hash(b"other")
    proof = inclusion_proof(nodes, index=4, size=5)
    with pytest.raises(IntegrityError, match=f"expected root {other.hex()}, found {root.hex()}"):
        verify_inclusion(proof, leaf_hash=leaf_hash(texts(5)[4]), root=other)
    consistency = consistency_proof(nodes, first=3, second=5)
    with pytest.raises(IntegrityError, match=f"first root: expected {other.hex()}, found"):
        verify_consistency(consistency, first_root=other, second_root=root)
    with pytest.raises(IntegrityError, match=f"second root: expected {other.hex()}, found {root.hex()}"):
        verify_consistency(consistency, first_root=rfc_tree.mth(texts(3)), second_root=other)


def test_a_rewritten_log_is_not_consistent():
    """Someone changes an early entry and makes all hashes anew: no proof leads from the old root to the new."""
    old, new = texts(20), [b"another", *texts(33)[1:]]
    proof = consistency_proof(grown(new)[1], first=20, second=33)
    with pytest.raises(IntegrityError):
        verify_consistency(proof, first_root=rfc_tree.mth(old), second_root=rfc_tree.mth(new))


class Sparse:
    """The nodes of a log so large that they are made up when read, from their place."""

    def __init__(self):
        self.n_read = 0

    def read(self, wanted):
        self.n_read += len(wanted)
        return [rfc_tree.sha256(repr(place).encode()) for place in wanted]


@pytest.mark.parametrize("size", [1_000_000, 2**40 - 1, 2**62 + 12345])
def test_a_proof_reads_few_nodes(size):
    """At most two for each level, however long the log is."""
    for index in (0, size // 3, size - 1):
        nodes = Sparse()
        assert len(inclusion_proof(nodes, index=index, size=size).path) <= size.bit_length()
        assert nodes.n_read <= 2 * size.bit_length()
        nodes = Sparse()
        consistency_proof(nodes, first=index + 1, second=size)
        assert nodes.n_read <= 2 * size.bit_length()


def test_a_proof_in_a_log_of_half_the_numbers_verifies():
    """Arithmetic on 63-bit sizes: a log known only by its frontier takes one leaf, and shows that it has it."""
    size = 2**62 + 2**40 + 6
    before = Frontier(size, tuple(leaf_hash(b"%d" % k) for k in range(size.bit_count())))
    log = append(before, [leaf_hash(b"the last")])
    nodes = MemoryNodes(Node(*place, known) for place, known in zip(frontier_nodes(size), before.hashes, strict=True))
    nodes.add(log.nodes)
    assert NodeId(0, size) in nodes.hashes
    inclusion = inclusion_proof(nodes, index=size, size=size + 1)
    verify_inclusion(inclusion, leaf_hash=leaf_hash(b"the last"), root=log.frontier.root())
    consistency = consistency_proof(nodes, first=size, second=size + 1)
    verify_consistency(consistency, first_root=before.root(), second_root=log.frontier.root())
