"""Documents as JSON Lines: {"id", "title", "text", "published_at", "source", "lang"}, one a line; gzip is unpacked.

`text` is needed; a line without `id` goes by its number. A broken line is given back with its number, and the rest is
read on.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import orjson

from vigil.model.claim import Document
from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.lines import blocks, refuse_damaged_gzip, refused, refused_as_overlong, unpacked
from vigil.usecases.ports import Rejected

_T = TypeVar("_T")


def documents_or_refused(path: Path) -> Iterator[Document | Rejected]:
    """Each line that is not blank: its document, or why it is none; memory does not grow with the file.

    Raises:
        InvalidInput: It is a folder, there is not one line, or a gzip file is damaged.
        Unavailable: The file cannot be read.
    """
    return lines_or_refused(path, document_of)


def lines_or_refused(path: Path, of: Callable[[Mapping[str, object], str, int], _T]) -> Iterator[_T | Rejected]:
    """What `of` makes of each line that is not blank, or why it makes nothing.

    Args:
        of: Of an object, words for where it stands, and its number. Raises Malformed, its reason behind those words.
    Raises:
        InvalidInput: It is a folder, there is not one line, or a gzip file is damaged.
        Unavailable: The file cannot be read.
    """
    if path.is_dir():
        raise InvalidInput(f"{path}: a folder; name the files in it")
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
                        yield line_or_refused(line, number, of)
    except OSError as error:
        raise Unavailable(f"{path}: {error.strerror or 'cannot be read twice; save it as a file first'}") from error
    if empty:
        raise InvalidInput(f"{path}: nothing but blanks")


def line_or_refused(line: bytes, number: int, of: Callable[[Mapping[str, object], str, int], _T]) -> _T | Rejected:
    """What `of` makes of one line, or why it makes nothing."""
    try:
        return of(object_of_line(line, "line"), "line", number)
    except Malformed as error:
        return refused(number, line, str(error).removeprefix("line: "))


def document_of(row: Mapping[str, object], where: str, number: int) -> Document:
    """One document.

    Raises:
        Malformed: A value is missing, or not of its kind.
    """
    text = row.get("text")
    if not isinstance(text, str):
        raise Malformed(f"{where}: text: missing, or no text")
    name = row.get("id", number)
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise Malformed(f"{where}: id: neither text nor number")
    for key in ("title", "source", "lang"):
        if not isinstance(row.get(key), str | None):
            raise Malformed(f"{where}: {key}: not a text")
    return Document(
        id=str(name),
        text=text,
        title=_text(row, "title"),
        published_on=_day(row.get("published_at"), where),
        source=_text(row, "source"),
        lang=_text(row, "lang"),
    )


def _text(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _day(value: object, where: str) -> date | None:
    """The day by the document's own calendar: what the text's "yesterday" is counted from."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError as error:
        raise Malformed(f"{where}: published_at: not a day or an instant such as 2016-12-13T10:30:00Z") from error


def object_of_line(line: bytes, where: str) -> Mapping[str, object]:
    """The object of JSON in a line; half of a surrogate pair, as broken emoji leave it, is taken as it stands.

    Raises:
        Malformed: There is none; `where` begins what is said.
    """
    try:
        row = _parsed(line)
    except orjson.JSONDecodeError as error:
        raise Malformed(f"{where}: not JSON ({error.msg})") from error
    if not isinstance(row, dict):
        raise Malformed(f"{where}: not a JSON object")
    return row


def _parsed(line: bytes) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        if b"\\ud" not in line.lower():
            raise
        try:
            found: object = json.loads(line)
        except (ValueError, RecursionError):
            raise error from None
        return found
