"""Small trees to prove things about."""

from vigil.evidence.merkle import Frontier, append, leaf_hash
from vigil.model.errors import IntegrityError


class MemoryNodes:
    """Stored nodes in a dict."""

    def __init__(self, nodes=()):
        self.hashes = {}
        self.n_read = 0
        self.add(nodes)

    def add(self, nodes):
        for node in nodes:
            assert node.id not in self.hashes, "a node is written once"
            self.hashes[node.id] = node.hash

    def read(self, wanted):
        self.n_read += len(wanted)
        try:
            return [self.hashes[place] for place in wanted]
        except KeyError as error:
            raise IntegrityError(f"no node {error}") from error


def texts(n):
    """n entries that are no entries: for the tree alone."""
    return [b"entry %d" % k for k in range(n)]


def grown(entries):
    """A log over these entries, and its stored nodes."""
    log = append(Frontier(), [leaf_hash(entry) for entry in entries])
    return log.frontier, MemoryNodes(log.nodes)
