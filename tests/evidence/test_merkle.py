"""The tree, and a log that grows."""

import pytest
import rfc_tree
from ct_vectors import INPUTS, ROOTS
from hypothesis import given
from hypothesis import strategies as st
from trees import MemoryNodes, grown, texts

from vigil.evidence.merkle import (
    EMPTY_ROOT,
    MOST_LEAVES,
    Frontier,
    NodeId,
    append,
    frontier_nodes,
    leaf_hash,
    node_hash,
    read_frontier,
    root_of,
)
from vigil.model.errors import IntegrityError, InvalidInput


@pytest.mark.parametrize("n", range(1, 9))
def test_published_roots(n):
    """The reference inputs of Certificate Transparency have the roots it publishes."""
    assert root_of(leaf_hash(entry) for entry in INPUTS[:n]) == ROOTS[n - 1]


def test_published_empty_root():
    """SHA-256 of nothing, as in transparency-dev/merkle (sha256EmptyTreeHash)."""
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert root_of([]) == Frontier().root() == EMPTY_ROOT


@pytest.mark.parametrize("n", range(70))
def test_a_second_implementation_agrees(n):
    """The recursion of RFC 9162, 2.1.1, written apart, gives the same root."""
    assert root_of(leaf_hash(entry) for entry in texts(n)) == rfc_tree.mth(texts(n))


@given(st.lists(st.integers(0, 40), max_size=8))
def test_how_a_log_grew_does_not_show(batches):
    """One by one, in batches or all at once: the same frontier, the same nodes, the same root."""
    entries = texts(sum(batches))
    hashes = [leaf_hash(entry) for entry in entries]
    frontier, nodes, done = Frontier(), MemoryNodes(), 0
    for n in batches:
        log = append(frontier, hashes[done : done + n])
        nodes.add(log.nodes)
        frontier, done = log.frontier, done + n
    at_once, all_nodes = grown(entries)
    assert frontier == at_once
    assert nodes.hashes == all_nodes.hashes
    assert frontier.root() == rfc_tree.mth(entries)


@pytest.mark.parametrize("size", range(40))
def test_a_log_is_taken_up_where_it_stood(size):
    """From the stored nodes, at any earlier size, and goes on from there to the same root."""
    frontier, nodes = grown(texts(40))
    earlier = read_frontier(nodes, size)
    assert earlier.root() == rfc_tree.mth(texts(size))
    rest = append(earlier, [leaf_hash(entry) for entry in texts(40)[size:]])
    assert rest.frontier == frontier
    assert {node.id: node.hash for node in rest.nodes}.items() <= nodes.hashes.items()


def test_every_complete_subtree_is_stored_once():
    """n leaves have 2n - (ones in n) complete subtrees: what storing and appending cost."""
    for n in range(60):
        assert len(grown(texts(n))[1].hashes) == 2 * n - n.bit_count()


def test_where_subtrees_lie():
    """Thirteen leaves are 8 + 4 + 1."""
    assert frontier_nodes(13) == [NodeId(3, 0), NodeId(2, 2), NodeId(0, 12)]
    assert frontier_nodes(3, begin=8) == [NodeId(1, 4), NodeId(0, 10)]
    assert frontier_nodes(0) == []


@given(st.integers(1, 40), st.data())
def test_one_changed_byte_in_an_entry_changes_the_root(n, data):
    """And so do two entries exchanged, and one left out."""
    entries = texts(n)
    root = root_of(leaf_hash(entry) for entry in entries)
    k = data.draw(st.integers(0, n - 1))
    changed = bytearray(entries[k])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    without = entries[:k] + entries[k + 1 :]
    for other in ([*entries[:k], bytes(changed), *entries[k + 1 :]], without, [*without, entries[k]]):
        if other != entries:
            assert root_of(leaf_hash(entry) for entry in other) != root


def test_a_leaf_is_never_taken_for_a_node():
    """RFC 6962, 2.1: the prefixes keep an entry made of two hashes from standing for the node above them."""
    one, two = leaf_hash(b"1"), leaf_hash(b"2")
    assert leaf_hash(one + two) != node_hash(one, two)
    assert leaf_hash(b"\x01" + one + two) != node_hash(one, two)


@pytest.mark.parametrize("size", [-1, -(2**70), MOST_LEAVES + 1, 10**6000], ids=int.bit_length)
def test_a_size_no_log_has_is_refused(size):
    """Negative and huge sizes, in numbers too long to print as well."""
    with pytest.raises(InvalidInput):
        Frontier(size)
    with pytest.raises(InvalidInput):
        read_frontier(MemoryNodes(), size)


def test_a_log_does_not_outgrow_its_numbers():
    """The last leaf there is room for is taken; one more is not."""
    full = Frontier(MOST_LEAVES - 1, (bytes(32),) * (MOST_LEAVES - 1).bit_count())
    assert append(full, [bytes(32)]).frontier.size == MOST_LEAVES
    with pytest.raises(InvalidInput):
        append(full, [bytes(32)] * 2)


@pytest.mark.parametrize("hashes", [(), (bytes(32),), (bytes(32),) * 3, (bytes(32), bytes(31))], ids=len)
def test_a_frontier_that_contradicts_itself_is_refused(hashes):
    """Three leaves have two subtrees: fewer, more or shorter hashes are damage."""
    with pytest.raises(IntegrityError):
        Frontier(3, hashes)


@pytest.mark.parametrize("n", [0, 31, 33])
def test_a_leaf_hash_of_another_length_is_refused(n):
    """What is no SHA-256 is no leaf."""
    with pytest.raises(InvalidInput):
        append(Frontier(), [bytes(32), bytes(n)])


class Cut:
    """Stored nodes of which some are gone, without a word."""

    def read(self, wanted):
        return [bytes(32)] * (len(wanted) - 1)


class Torn:
    """Stored nodes cut short."""

    def read(self, wanted):
        return [bytes(16)] * len(wanted)


@pytest.mark.parametrize("nodes", [Cut(), Torn(), MemoryNodes()], ids=["fewer", "shorter", "none"])
def test_damaged_nodes_are_noticed(nodes):
    """A log is not taken up from what is not there."""
    with pytest.raises(IntegrityError):
        read_frontier(nodes, 5)
