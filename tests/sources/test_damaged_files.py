"""A thousand files cut off, changed or with holes: each refused or quarantined with its reason, never a traceback."""

import json
import random
from pathlib import Path

import pytest
from files import (
    activity,
    csv_bytes,
    gzipped,
    jsonl_bytes,
    outbox,
    parquet_bytes,
    posts,
    read_batches,
    telegram_export,
    telegram_message,
    tweet,
    write,
    x_archive_bytes,
)

from vigil.model.errors import InvalidInput

N_ROWS = 60
CHANNELS = frozenset({"Example Channel"})

INTACT = {
    "csv": csv_bytes(posts(N_ROWS), ["id", "account", "published_at", "kind", "text"]),
    "csv.gz": gzipped(csv_bytes(posts(N_ROWS))),
    "jsonl": jsonl_bytes(posts(N_ROWS)),
    "jsonl.gz": gzipped(jsonl_bytes(posts(N_ROWS))),
    "parquet": parquet_bytes(posts(N_ROWS), row_group_size=20),
    "zip": x_archive_bytes([tweet(number) for number in range(N_ROWS)]),
    "telegram.json": json.dumps(telegram_export([telegram_message(n) for n in range(1, N_ROWS)]), indent=1).encode(),
    "outbox.json": json.dumps(outbox([activity(number) for number in range(N_ROWS)])).encode(),
}
HAS_CHECKSUM = {"csv.gz", "jsonl.gz", "zip"}


def cut(content: bytes, chance: random.Random) -> bytes:
    """The beginning of a file."""
    return content[: chance.randrange(len(content))]


def changed(content: bytes, chance: random.Random) -> bytes:
    """A file with up to eight of its bytes changed."""
    bytes_ = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        bytes_[chance.randrange(len(bytes_))] ^= chance.randint(1, 255)
    return bytes(bytes_)


def garbled(content: bytes, chance: random.Random) -> bytes:
    """A file with a stretch of it overwritten, as by a bad disk block."""
    at = chance.randrange(len(content))
    length = chance.randint(1, 512)
    return content[:at] + chance.choice([b"\x00" * length, chance.randbytes(length)]) + content[at + length :]


def holed(content: bytes, chance: random.Random) -> bytes:
    """A file that lacks a stretch of its middle: what came after stands where nothing says it does."""
    at = chance.randrange(1, len(content) - 1)
    length = min(chance.choice([1, 16, 512, len(content) // 3]), len(content) - at - 1)
    return content[:at] + content[at + length :]


def damaged_files(n_files: int) -> list[tuple[str, str, bytes]]:
    """Format, damage and content of so many damaged files, the same ones each time."""
    chance = random.Random(1979)  # noqa: S311
    made = []
    for index in range(n_files):
        name = list(INTACT)[index % len(INTACT)]
        damage = (cut, changed, garbled, holed)[index // len(INTACT) % 4]
        content = damage(INTACT[name], chance)
        if content != INTACT[name]:
            made.append((name, damage.__name__, content))
    return made


def ids(path: Path) -> tuple[list[str], int]:
    """The ids of posts read, and how many rows were refused."""
    batches = read_batches(path, channels=CHANNELS)
    for batch in batches:
        for refused in batch.rejected:
            assert refused.position >= 1
            assert refused.reasons
            assert all(": " in reason for reason in refused.reasons)
    refused = sum(one.n_rows for batch in batches for one in batch.rejected)
    return [row for batch in batches for row in batch.frame.filter(kind="post").get_column("post").to_list()], refused


@pytest.mark.parametrize("name", INTACT)
def test_intact_files_are_read_whole(tmp_path: Path, name: str) -> None:
    """What is damaged below is sound before."""
    found, refused = ids(write(tmp_path / name, INTACT[name]))
    assert refused == 0
    assert len(set(found)) == len(found) == (N_ROWS - 1 if name == "telegram.json" else N_ROWS)


def test_a_thousand_damaged_files_never_pass_unnoticed(tmp_path: Path) -> None:
    """Each is refused whole, or gives some rows and says which it could not read; none is a traceback."""
    outcomes = {"refused whole": 0, "read in part": 0, "read, nothing amiss to see": 0}
    for name, damage, content in damaged_files(1000):
        path = write(tmp_path / name, content)
        try:
            found, refused = ids(path)
        except InvalidInput:
            outcomes["refused whole"] += 1
            continue
        if damage == "cut" and not refused:
            # The one thing that cannot be told from a whole file: a cut right behind a quote that closes a text.
            whole_lines = content.endswith((b"\n", b'"')) or INTACT[name].startswith(content + b"\n")
            assert name in ("csv", "jsonl"), f"{name} cut at {len(content)} passed for whole"
            assert whole_lines, f"{name} cut inside a line at {len(content)} passed for whole"
        if damage == "cut":
            intact, _ = ids(write(tmp_path / name, INTACT[name]))
            assert found == intact[: len(found)], f"{name} cut at {len(content)}"
        if name in HAS_CHECKSUM:  # a zip may be damaged where we do not look
            assert found == ids(write(tmp_path / name, INTACT[name]))[0], f"{name} with other bytes was believed"
        outcomes["read in part" if refused else "read, nothing amiss to see"] += 1
    assert outcomes["refused whole"] > 200
    assert outcomes["read in part"] > 200
