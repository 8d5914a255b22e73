"""A text file as blocks of whole lines, numbered from 1, with memory that does not grow with the file or a line."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vigil.model.errors import InvalidInput
from vigil.sources.rows import MAX_RAW_CHARS
from vigil.usecases.ports import Rejected

BLOCK_BYTES = 4 << 20
"""Lines come in blocks of about this size: large enough for columns to pay off."""

MAX_LINE_BYTES = 16 << 20
"""A longer line is refused: no post is; a file of one endless line must not fill the memory."""

KEPT_BYTES = 16_384
"""How much of an overlong line is kept: at most 4,096 characters of UTF-8."""

_TOO_LONG = f"line: longer than {MAX_LINE_BYTES >> 20} MiB"
_UTF8_BOM = b"\xef\xbb\xbf"
_GZIP_MAGIC = b"\x1f\x8b"

BAD_GZIP = (EOFError, zlib.error, gzip.BadGzipFile)
"""What unpacking raises where a file is cut off or damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlong:
    """A line longer than `MAX_LINE_BYTES`, by its number and how it begins."""

    line: int
    beginning: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Consecutive lines, without their line feeds."""

    first_line: int
    lines: list[bytes]
    overlong: tuple[Overlong, ...] = ()  # right before these lines
    ended: bool = True  # the last of these lines had its line feed
    last: bool = False


def unpacked(stream: BinaryIO) -> BinaryIO:
    """What an opened file holds, decompressed where it is gzip."""
    magic = stream.read(2)
    stream.seek(0)
    return gzip.GzipFile(fileobj=stream) if magic == _GZIP_MAGIC else stream  # type: ignore[return-value]


def refuse_damaged_gzip(path: Path) -> None:
    """Compare a gzip file with its own checksum, at its end, before a row of it is believed.

    A changed byte may surface as a break far behind rows it has silently altered, so what comes before a break is
    no better than what comes after.

    Raises:
        InvalidInput: It breaks off, or what it unpacks to is not what was packed.
    """
    try:
        with path.open("rb") as stream:
            text = unpacked(stream)
            while text is not stream and text.read(BLOCK_BYTES):
                pass
    except BAD_GZIP as error:
        raise InvalidInput(
            f"{path}: a gzip file cut off or damaged: it does not match its own checksum. Get it again"
        ) from error


def blocks(stream: BinaryIO) -> Iterator[Block]:
    """The lines of a stream in order, without a byte order mark, in blocks of about `BLOCK_BYTES`; the last says so."""
    line, unfinished = 1, b""
    too_long: bytes | None = None  # how the overlong line began whose end we look for
    for number, (read, last) in enumerate(_reads(stream)):
        data = read.removeprefix(_UTF8_BOM) if number == 0 else read
        overlong: tuple[Overlong, ...] = ()
        if too_long is not None:
            end = data.find(b"\n")
            if end < 0 and not last:
                continue
            overlong = (Overlong(line=line, beginning=too_long),)
            line, too_long, data = line + 1, None, data[end + 1 :] if end >= 0 else b""
        data = unfinished + data
        cut = len(data) if last else data.rfind(b"\n") + 1
        lines, unfinished = data[:cut].split(b"\n"), data[cut:]
        if not lines[-1]:
            lines.pop()
        if len(unfinished) > MAX_LINE_BYTES:
            too_long, unfinished = unfinished[:KEPT_BYTES], b""
        ended = not cut or data[cut - 1 : cut] == b"\n"
        yield Block(
            first_line=line,
            lines=lines,
            overlong=overlong,
            ended=ended,
            last=last,
        )
        line += len(lines)


def refused(line: int, beginning: bytes, *reasons: str) -> Rejected:
    """A refused line as it stood; what is not UTF-8 is shown as its bytes."""
    text = beginning[:KEPT_BYTES].decode("utf-8", errors="backslashreplace")
    return Rejected(position=line, reasons=reasons, raw=text.rstrip("\r\n")[:MAX_RAW_CHARS])


def refused_as_overlong(block: Block) -> list[Rejected]:
    """The overlong lines before a block's own."""
    return [refused(one.line, one.beginning, _TOO_LONG) for one in block.overlong]


def _reads(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """About `BLOCK_BYTES` at a time, and whether it is the last."""
    while data := stream.read(BLOCK_BYTES):
        yield data, False
    yield b"", True
