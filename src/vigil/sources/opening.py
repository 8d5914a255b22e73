"""A file's format, told by its content: extensions lie."""

from pathlib import Path

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.json_cursor import BrokenJson, JsonCursor
from vigil.sources.lines import BAD_GZIP, unpacked
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.usecases.ports import Source

_DEFAULTS = ReadOptions()
_UTF8_BOM = b"\xef\xbb\xbf"
_GZIP_MAGIC = b"\x1f\x8b"
_DECIDING = {
    "orderedItems": b"[",
    "chats": b"{",
    "left_chats": b"{",
    "messages": b"[",
    "account": b'"0123456789',
    "published_at": b'"0123456789',
}
"""Keys by which a format is known, with how their values begin there."""


def open_source(path: Path, options: ReadOptions = _DEFAULTS) -> Source:
    """The file as a source of observations, whatever format it turns out to have.

    Raises:
        InvalidInput: It is in no format that is read, damaged beyond reading, or lacks what must be there.
        Unavailable: It is not there, or may not be read.
    """
    opened = OpenedFile.at(path)
    try:
        return _opened(opened, options)
    except OSError as error:
        raise Unavailable(f"{path}: {error.strerror or error}") from error


def _opened(opened: OpenedFile, options: ReadOptions) -> Source:
    with opened.path.open("rb") as stream:
        magic = stream.read(4)
    if magic == b"PAR1":
        from vigil.sources.parquet_file import ParquetSource

        return ParquetSource(opened, options)
    if magic[:2] == b"PK":
        from vigil.sources.x_archive import XArchiveSource

        return XArchiveSource(opened, options)
    beginning = _beginning(opened.path)
    _refuse_what_is_no_rows(beginning, opened.path)
    if beginning.startswith(b"{"):
        return _json(opened, options)
    from vigil.sources.csv_file import CsvSource

    return CsvSource(opened, options)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as stream:
        try:
            return unpacked(stream).read(1024).removeprefix(_UTF8_BOM).lstrip()
        except BAD_GZIP as error:
            raise InvalidInput(f"{path}: a gzip file cut off or damaged. Get it again") from error


def _refuse_what_is_no_rows(beginning: bytes, path: Path) -> None:
    """What people may well hold in place of what can be read, each with what to do."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidInput(f"{path}: the text is UTF-16: save it as UTF-8")
    if beginning.startswith(b"["):
        raise InvalidInput(f"{path}: a JSON array: write one object a line (JSON Lines)")
    if beginning.startswith(b"window.YTD."):
        raise InvalidInput(f"{path}: a part of an X archive: import the whole zip, which says whose posts these are")
    if beginning.startswith(b"PAR1"):
        raise InvalidInput(f"{path}: a Parquet file inside gzip: unpack it first")
    if beginning[257:262] == b"ustar":
        raise InvalidInput(f"{path}: a tar archive: unpack it and import outbox.json (Mastodon) by itself")
    if not beginning:
        raise InvalidInput(f"{path}: nothing but blanks")


def _json(opened: OpenedFile, options: ReadOptions) -> Source:
    """JSON Lines, or an archive that is one JSON object: told by the first object's keys."""
    match _deciding_key(opened.path):
        case "orderedItems":
            from vigil.sources.mastodon_outbox import MastodonOutboxSource

            return MastodonOutboxSource(opened, options)
        case "chats" | "left_chats" | "messages":
            from vigil.sources.telegram_export import TelegramExportSource

            return TelegramExportSource(opened, options)
        case _:
            from vigil.sources.jsonl_file import JsonlSource

            return JsonlSource(opened, options)


def _deciding_key(path: Path) -> str | None:
    """The first key of the first object by which a format is known; None where it has none or does not read."""
    with path.open("rb") as stream:
        beginning = stream.read(len(_UTF8_BOM)).removeprefix(_UTF8_BOM)
        if beginning.startswith(_GZIP_MAGIC):
            return None  # archives come unpacked, or as zip
        try:
            cursor = JsonCursor(stream, beginning)
            return next((key for key in cursor.members() if cursor.peek() in _DECIDING.get(key, b"-")), None)
        except BrokenJson:
            return None
