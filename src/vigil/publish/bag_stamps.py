"""The timestamps in a bag: files that `openssl ts -verify` and `ots` take, and the README's words on them."""

from collections.abc import Iterator, Sequence

from vigil.evidence.timestamps import TimestampKind
from vigil.usecases.timestamping.hand_over_timestamps import HandedStamp

FOLDER = "data/log/timestamps"


def stamp_files(stamps: Sequence[HandedStamp]) -> Iterator[tuple[str, bytes]]:
    """Path in the bag and content: a folder a checkpoint, numbered in it token, request and certificates."""
    numbers: dict[int, int] = {}
    for each in stamps:
        folder = f"{FOLDER}/{each.size:012}"
        number = numbers[each.size] = numbers.get(each.size, 0) + 1
        if number == 1:
            yield f"{folder}/checkpoint", each.checkpoint
        yield from token_files(each, f"{folder}/{number}")


def flat_files(stamps: Sequence[HandedStamp]) -> Iterator[tuple[str, bytes]]:
    """The same for a WACZ, whose validator knows no folders in folders: the folder's name stands before the file's."""
    for name, content in stamp_files(stamps):
        size, file = name.split("/")[-2:]
        yield f"vigil/stamp-{size}-{file if file != 'checkpoint' else 'checkpoint.txt'}", content


def token_files(stamp: HandedStamp, name: str) -> Iterator[tuple[str, bytes]]:
    """One timestamp's files, each the name with its suffix."""
    if stamp.kind is TimestampKind.OPENTIMESTAMPS:
        yield f"{name}.ots", stamp.token
        return
    yield f"{name}.tsr", stamp.token
    yield f"{name}.tsq", stamp.request
    if stamp.roots:
        yield f"{name}.pem", stamp.roots


def stamp_words(stamps: Sequence[HandedStamp]) -> str:
    """What the README says of them, from what each step shows to how to hold it."""
    if not stamps:
        return "No timestamp authority has vouched for any of these times."
    return _WORDS + "".join(f"    {line}\n" for line in _lines(stamps)).rstrip("\n")


def _lines(stamps: Sequence[HandedStamp]) -> Iterator[str]:
    numbers: dict[int, int] = {}
    for each in stamps:
        number = numbers[each.size] = numbers.get(each.size, 0) + 1
        suffix = "ots" if each.kind is TimestampKind.OPENTIMESTAMPS else "tsr"
        yield f"{each.size:012}/{number}.{suffix}   by {each.authority}"


_WORDS = """Others have vouched for the checkpoints below,
and with them for every entry whose "index" is less than the number the folder is named for.

TIMESTAMPS

data/log/timestamps/N/checkpoint is the checkpoint over N entries, to the byte as it was stamped. verify.py sees that it
is the beginning of the log here, and that each token is over it; it cannot see who signed a token. OpenSSL can:

    cd data/log/timestamps/N
    openssl ts -verify -data checkpoint -in 1.tsr -CAfile 1.pem
    openssl ts -reply -in 1.tsr -text

The second says when ("Time stamp"). After the authority's certificates have ended, add -attime and that time in seconds
since 1970 to the first. 1.pem is the certificate that was named for the authority: get it from the authority itself.
An .ots file is a proof of OpenTimestamps: `ots verify -f checkpoint 1.ots`.

"""
