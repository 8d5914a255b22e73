"""JSON Lines of documents for a command that must lose nothing: a broken line is given back with its number, and the
rest is read on.
"""

from collections.abc import Iterator
from pathlib import Path

from vigil.model.claim import Document
from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.documents.jsonl_file import document_of, parsed_line
from vigil.sources.lines import blocks, refuse_damaged_gzip, refused, refused_as_overlong, unpacked
from vigil.usecases.ports import Rejected


def documents_or_refused(path: Path) -> Iterator[Document | Rejected]:
    """Each line that is not blank: its document, or why it is none. Gzip is unpacked.

    Raises:
        InvalidInput: There is not one line, or a gzip file is damaged.
        Unavailable: The file cannot be read.
    """
    empty = True
    try:
        refuse_damaged_gzip(path)
        with path.open("rb") as stream:
            for block in blocks(unpacked(stream)):
                for one in refused_as_overlong(block):
                    empty = False
                    yield one
                for number, line in enumerate(block.lines, start=block.first_line):
                    if line.strip():
                        empty = False
                        yield _read(line, number)
    except OSError as error:
        raise Unavailable(f"{path}: {error.strerror or error}") from error
    if empty:
        raise InvalidInput(f"{path}: nothing but blanks")


def _read(line: bytes, number: int) -> Document | Rejected:
    try:
        row = parsed_line(line)
    except ValueError:
        return refused(number, line, "not JSON")
    if not isinstance(row, dict):
        return refused(number, line, "not a JSON object")
    try:
        return document_of(row, f"line {number}", number)
    except Malformed as error:
        return refused(number, line, str(error).removeprefix(f"line {number}: "))
