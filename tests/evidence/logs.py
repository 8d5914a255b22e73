"""Small logs to prove things about."""

from datetime import UTC, datetime, timedelta

from vigil.evidence.checkpoint import checkpoint_of, log_origin, sign_checkpoint
from vigil.evidence.digests import commitment_to, sha256
from vigil.evidence.leaf import EntryKind, LogEntry, entry_bytes
from vigil.evidence.merkle import Frontier, append, leaf_hash
from vigil.evidence.signed_note import SigningKey
from vigil.evidence.verify import Leaf

ORIGIN = log_origin(bytes(range(16)))
KEY = SigningKey(ORIGIN, bytes(32))
OTHER_KEY = SigningKey(ORIGIN, bytes([1]) * 32)
BEGUN_AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)


def leaves(n, *, opened=True):
    """n entries with what opens them."""
    made = []
    for k in range(n):
        digest, salt = sha256(b"capture %d" % k), sha256(b"salt %d" % k)
        at = BEGUN_AT + timedelta(minutes=k)
        entry = LogEntry(kind=EntryKind.CAPTURE, commitment=commitment_to(digest, salt=salt), recorded_at=at)
        made.append(Leaf(entry_bytes(entry), digest, salt) if opened else Leaf(entry_bytes(entry)))
    return made


def signed(some, key=KEY):
    """A checkpoint over these leaves."""
    frontier = append(Frontier(), [leaf_hash(leaf.entry) for leaf in some]).frontier
    return sign_checkpoint(checkpoint_of(frontier, origin=key.name), key)
