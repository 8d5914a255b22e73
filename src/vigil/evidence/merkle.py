"""The Merkle tree of RFC 6962: hashes of leaves and nodes, and growing a log a leaf at a time.

    leaf(entry)       = SHA-256( 0x00 || entry )
    node(left, right) = SHA-256( 0x01 || left || right )
    root of no leaves = SHA-256( "" )
    root of n leaves  = node(root of the first k, root of the rest), k the largest power of two below n

A complete subtree never changes again once its last leaf is in. So a log stores the hash of every complete subtree,
once, by its place (`NodeId`), and what it needs in order to grow is its frontier: the complete subtrees, at most one a
level, that lie side by side under the leaves so far (a compact range). Appending costs two hashes a leaf on average,
however long the log is. Proofs are read from the same stored hashes (`proofs`).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, Protocol

from vigil.evidence.digests import HASH_BYTES
from vigil.model.errors import IntegrityError, InvalidInput

EMPTY_ROOT = hashlib.sha256(b"").digest()
"""RFC 9162, 2.1.1: the root of a log without entries."""

MOST_LEAVES = 2**63 - 1
"""What a signed 64-bit column holds, and Go's log tools with it."""

_AT_ONCE = 4096  # leaves whose nodes are held in memory while only the root is wanted

_sha256 = hashlib.sha256


class NodeId(NamedTuple):
    """The place of a complete subtree: the nth of its level, from 0, over 2**level leaves from nth * 2**level on."""

    level: int
    nth: int


class Node(NamedTuple):
    """A complete subtree's place and its hash, 32 bytes: a row to store, which is never written again."""

    level: int
    nth: int
    hash: bytes

    @property
    def id(self) -> NodeId:
        """Its place."""
        return NodeId(self.level, self.nth)


class NodeReader(Protocol):
    """Stored hashes of complete subtrees, leaves (level 0) included."""

    def read(self, wanted: Sequence[NodeId]) -> Sequence[bytes]:
        """The hashes of these nodes, in this order.

        Raises:
            IntegrityError: One of them is not there.
        """
        ...


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 || entry)."""
    return _sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right)."""
    return _sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """A log as far as it has grown: all that is needed to append to it and to tell its root.

    Attributes:
        size: How many leaves there are, from 0 to `MOST_LEAVES`.
        hashes: Those of the complete subtrees side by side under them, the largest first: one for each 1 in the binary
            digits of `size`.
    Raises:
        InvalidInput: The size is out of range.
        IntegrityError: There are more or fewer hashes than the size asks for, or one is not 32 bytes long.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        check_size(self.size)
        if len(self.hashes) != self.size.bit_count():
            raise IntegrityError(
                f"frontier of {self.size} leaves: expected {self.size.bit_count()} hashes, found {len(self.hashes)}"
            )
        check_hashes("frontier", self.hashes)

    def root(self) -> bytes:
        """The root of the tree over all leaves; of no leaves, `EMPTY_ROOT`."""
        return fold(self.hashes) if self.hashes else EMPTY_ROOT


@dataclass(frozen=True, slots=True)
class Grown:
    """A log after leaves were appended: its frontier, and the nodes to store, children before their parents."""

    frontier: Frontier
    nodes: tuple[Node, ...]


def append(frontier: Frontier, leaf_hashes: Iterable[bytes]) -> Grown:
    """The log with these leaves at its end.

    Args:
        leaf_hashes: As `leaf_hash` gives them. None at all leaves the log as it was.
    Raises:
        InvalidInput: A leaf hash is not 32 bytes long, or the log would grow beyond `MOST_LEAVES`.
    """
    peaks = list(frontier.hashes)
    size = frontier.size
    nodes: list[Node] = []
    for leaf in leaf_hashes:
        if len(leaf) != HASH_BYTES:
            raise InvalidInput(f"leaf hash {size}: expected {HASH_BYTES} bytes, found {len(leaf)}")
        nodes.append(Node(0, size, leaf))
        peaks.append(leaf)
        level, nth = 0, size
        while nth & 1:  # a right child: its subtree is complete with it
            right = peaks.pop()
            peaks[-1] = _sha256(b"\x01" + peaks[-1] + right).digest()
            level += 1
            nth >>= 1
            nodes.append(Node(level, nth, peaks[-1]))
        size += 1
    check_size(size)
    return Grown(Frontier(size, tuple(peaks)), tuple(nodes))


def frontier_nodes(size: int, *, begin: int = 0) -> list[NodeId]:
    """Where the complete subtrees lie under `size` leaves from leaf `begin` on, the largest first.

    Args:
        begin: A multiple of the largest of them, as every left edge within a tree is.
    """
    places = []
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            places.append(NodeId(level, begin >> level))
            begin += 1 << level
    return places


def read_frontier(nodes: NodeReader, size: int) -> Frontier:
    """Take up a stored log where it stood at `size` leaves, from its stored nodes.

    Raises:
        InvalidInput: The size is out of range.
        IntegrityError: A stored node is missing or not 32 bytes long.
    """
    check_size(size)
    return Frontier(size, tuple(read_nodes(nodes, frontier_nodes(size))))


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over these leaves at once; nothing is stored.

    Raises:
        InvalidInput: A leaf hash is not 32 bytes long.
    """
    frontier, left = Frontier(), iter(leaf_hashes)
    while some := list(islice(left, _AT_ONCE)):
        frontier = append(frontier, some).frontier
    return frontier.root()


def fold(hashes: Sequence[bytes]) -> bytes:
    """One hash from those of subtrees side by side, the largest first: joined from the right. At least one."""
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = node_hash(left, root)
    return root


def read_nodes(nodes: NodeReader, wanted: Sequence[NodeId]) -> list[bytes]:
    """Stored hashes, held to their number and length.

    Raises:
        IntegrityError: One is missing, or not 32 bytes long.
    """
    hashes = list(nodes.read(wanted)) if wanted else []
    if len(hashes) != len(wanted):
        raise IntegrityError(f"stored nodes: expected {len(wanted)} hashes, found {len(hashes)}")
    check_hashes("stored nodes", hashes)
    return hashes


def check_size(size: int) -> None:
    """Refuse a number of leaves no log has.

    Raises:
        InvalidInput: It is below 0 or above `MOST_LEAVES`.
    """
    if not 0 <= size <= MOST_LEAVES:
        raise InvalidInput(f"a log has from 0 to 2**63 - 1 entries, not {_short(size)}")


def check_hashes(what: str, hashes: Sequence[bytes]) -> None:
    """Refuse what cannot be SHA-256 hashes.

    Raises:
        IntegrityError: One is not 32 bytes long.
    """
    for k, found in enumerate(hashes):
        if len(found) != HASH_BYTES:
            raise IntegrityError(f"{what}, hash {k}: expected {HASH_BYTES} bytes, found {len(found)}")


def _short(number: int) -> str:
    return str(number) if number.bit_length() <= 128 else f"a number of {number.bit_length()} bits"
