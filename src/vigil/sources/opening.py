"""A file's format, told by its content: extensions lie."""

from pathlib import Path

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.usecases.ports import Source

_DEFAULTS = ReadOptions()


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
        raise InvalidInput("zip")
    beginning = _beginning(opened.path)
    if beginning.startswith(b"{"):
        from vigil.sources.jsonl_file import JsonlSource

        return JsonlSource(opened, options)
    from vigil.sources.csv_file import CsvSource

    return CsvSource(opened, options)


def _beginning(path: Path) -> bytes:
    from vigil.sources.lines import unpacked

    with path.open("rb") as stream:
        try:
            return unpacked(stream).read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
        except EOFError as error:
            raise InvalidInput(f"{path}: the compressed file breaks off before its first line") from error
