"""How fast evidence is: hashing and appending beside plain SHA-256, a proof in a long log, verifying all of it.

    .venv/bin/python tools/bench_evidence.py [--entries 1000000]

Ratios are taken within one run on one core, so that they hold on another machine; the seconds, of processor time, hold
on this one. Bodies and salts are made beforehand; writing to disk is measured with the store.
"""

import argparse
import hashlib
import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from vigil.evidence.checkpoint import checkpoint_of, log_origin, sign_checkpoint
from vigil.evidence.digests import SALT_BYTES, commitment_to, sha256
from vigil.evidence.leaf import EntryKind, LogEntry, entry_bytes
from vigil.evidence.merkle import Frontier, NodeId, append, leaf_hash
from vigil.evidence.proofs import consistency_proof, inclusion_proof, verify_consistency, verify_inclusion
from vigil.evidence.signed_note import SigningKey
from vigil.evidence.verify import Leaf, verify_log

SEED = 20161213
BEGUN_AT = datetime(2016, 12, 4, tzinfo=UTC)
BATCH = 1000  # captures a group commit would hold
SIZES = (
    1_000,
    4_000,
    16_000,
    64_000,
    256_000,
)  # bytes: a post as JSON, a page of posts, a page, a small picture, a picture
AT_SIZE_BYTES = 64_000_000
POST_BYTES, PICTURE_BYTES = 1_000, 100_000
KEY = SigningKey(log_origin(bytes(16)), bytes(32))


def main() -> None:
    """Run the benchmarks and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1_000_000, help="length of the long log")
    options = parser.parse_args()
    rng = random.Random(SEED)  # noqa: S311 (bytes to hash, not secrets)
    bench_append(rng)
    bench_long_log(rng, options.entries)
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def bench_append(rng: random.Random) -> None:
    """Everything a capture costs before it is stored, beside SHA-256 of its bytes, at several sizes."""
    print("Hash and append, beside plain SHA-256 of the same bytes")
    for size in SIZES:
        bodies = [rng.randbytes(size) for _ in range(max(AT_SIZE_BYTES // size, BATCH))]
        compare(f"{size:,} bytes", rng, bodies)
    posts = [rng.randbytes(PICTURE_BYTES if k % 5 == 0 else POST_BYTES) for k in range(4 * BATCH)]
    compare("posts, 1 in 5 a picture", rng, posts)


def compare(what: str, rng: random.Random, bodies: list[bytes]) -> None:
    """One line of `bench_append`."""
    salts = [rng.randbytes(SALT_BYTES) for _ in bodies]
    plain_s, ours_s = best_of_each(lambda: plain(bodies), lambda: captured(bodies, salts))
    n, n_bytes = len(bodies), sum(map(len, bodies))
    print(
        f"  {what:<24} {n / ours_s:>8,.0f} captures/s {n_bytes / ours_s / 1e6:>6,.0f} MB/s"
        f"   adds {(ours_s - plain_s) / n * 1e6:4.1f} us   {plain_s / ours_s:6.1%} of plain SHA-256"
    )


def bench_long_log(rng: random.Random, n: int) -> None:
    """Growing a log to n entries, proofs in it, verifying it."""
    print(f"\nA log of {n:,} entries")
    digests = [rng.randbytes(32) for _ in range(n)]
    salts = [rng.randbytes(SALT_BYTES) for _ in range(n)]
    entries = [entry_of(k, digest, salt) for k, (digest, salt) in enumerate(zip(digests, salts, strict=True))]
    frontier, nodes, rates = Frontier(), {}, []
    for begin in range(0, n, BATCH):
        started = time.process_time()
        log = append(frontier, [leaf_hash(entry) for entry in entries[begin : begin + BATCH]])
        rates.append(BATCH / (time.process_time() - started))
        frontier = log.frontier
        nodes.update((node.id, node.hash) for node in log.nodes)
    tenth = max(len(rates) // 10, 1)
    first, last = sorted(rates[:tenth])[tenth // 2], sorted(rates[-tenth:])[tenth // 2]
    print(
        f"  appending, first tenth {first:>10,.0f} leaves/s   last tenth {last:>10,.0f} leaves/s   {last / first:.2f}"
    )
    bench_proofs(rng, StoredNodes(nodes), entries, frontier)
    checkpoint = sign_checkpoint(checkpoint_of(frontier, origin=KEY.name), KEY)
    leaves: Iterator[Leaf] = map(Leaf, entries, digests, salts)
    started = time.process_time()
    report = verify_log(leaves, checkpoints=[checkpoint], keys=[KEY.verifier()], outside=[checkpoint])
    verified_s = time.process_time() - started
    if not (report.verified and report.n_opened == n):
        raise SystemExit(f"the log does not verify: {report.doubts[:3]}")
    print(f"  verifying, each entry parsed, opened and hashed  {verified_s:6.1f} s   {n / verified_s:>9,.0f} entries/s")


def bench_proofs(rng: random.Random, nodes: "StoredNodes", entries: list[bytes], frontier: Frontier) -> None:
    """Making and verifying proofs, from nodes in memory."""
    n = frontier.size
    root = frontier.root()
    made, checked, reads = [], [], []
    for _ in range(2_000):
        index, before = rng.randrange(n), nodes.n_read
        started = time.process_time()
        proof = inclusion_proof(nodes, index=index, size=n)
        made.append(time.process_time() - started)
        reads.append(nodes.n_read - before)
        started = time.process_time()
        verify_inclusion(proof, leaf_hash=leaf_hash(entries[index]), root=root)
        checked.append(time.process_time() - started)
    said("inclusion proof", made, checked, reads)
    half = n // 2 - 1
    first_root = append(Frontier(), [leaf_hash(entry) for entry in entries[:half]]).frontier.root()
    made, checked, reads = [], [], []
    for _ in range(2_000):
        before, started = nodes.n_read, time.process_time()
        consistency = consistency_proof(nodes, first=half, second=n)
        made.append(time.process_time() - started)
        reads.append(nodes.n_read - before)
        started = time.process_time()
        verify_consistency(consistency, first_root=first_root, second_root=root)
        checked.append(time.process_time() - started)
    said("consistency proof", made, checked, reads)


def said(what: str, made: list[float], checked: list[float], reads: list[int]) -> None:
    """One line: the median and the worst."""
    print(
        f"  {what:<18} made in {sorted(made)[len(made) // 2] * 1e3:.3f} ms, worst {max(made) * 1e3:.3f} ms; "
        f"verified in {sorted(checked)[len(checked) // 2] * 1e3:.3f} ms; at most {max(reads)} nodes read"
    )


class StoredNodes:
    """Nodes in memory, counting what is read."""

    def __init__(self, hashes: dict[NodeId, bytes]) -> None:
        self._hashes = hashes
        self.n_read = 0

    def read(self, wanted: list[NodeId]) -> list[bytes]:
        self.n_read += len(wanted)
        return [self._hashes[place] for place in wanted]


def plain(bodies: list[bytes]) -> None:
    """SHA-256 of each body, and nothing else."""
    for body in bodies:
        hashlib.sha256(body).digest()


def captured(bodies: list[bytes], salts: list[bytes]) -> None:
    """Each body's digest, commitment, entry and leaf, appended to a log in batches."""
    frontier = Frontier()
    for begin in range(0, len(bodies), BATCH):
        hashes = [
            leaf_hash(entry_of(begin + k, sha256(body), salt))
            for k, (body, salt) in enumerate(
                zip(bodies[begin : begin + BATCH], salts[begin : begin + BATCH], strict=True)
            )
        ]
        frontier = append(frontier, hashes).frontier


def entry_of(k: int, digest: bytes, salt: bytes) -> bytes:
    """The bytes of the kth entry."""
    at = BEGUN_AT + timedelta(microseconds=1_234_567 * k)
    return entry_bytes(LogEntry(kind=EntryKind.CAPTURE, commitment=commitment_to(digest, salt=salt), recorded_at=at))


def best_of_each(one: Callable[[], None], other: Callable[[], None]) -> tuple[float, float]:
    """The best of five runs of each, taken in turns so that both meet the same machine."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(5):
        for run, times in zip((one, other), taken, strict=True):
            started = time.process_time()
            run()
            times.append(time.process_time() - started)
    return min(taken[0]), min(taken[1])


if __name__ == "__main__":
    main()
