"""Documents as JSON Lines: {"id", "title", "text", "published_at", "source", "lang"}, one a line; gzip is unpacked.

`text` is needed; a line without `id` goes by its number.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import orjson

from vigil.model.claim import Document
from vigil.model.errors import InvalidInput, Malformed
from vigil.sources.lines import blocks, refuse_damaged_gzip, unpacked


def documents_of_lines(path: Path) -> Iterator[Document]:
    """The documents of one file, in order; memory does not grow with the file.

    Raises:
        InvalidInput: A line is no document: which line, and what is wrong with it.
    """
    refuse_damaged_gzip(path)
    n_found = 0
    with path.open("rb") as stream:
        for block in blocks(unpacked(stream)):
            if block.overlong:
                raise Malformed(f"{path}: a line is too long to be a document")
            for number, line in enumerate(block.lines, start=block.first_line):
                if line.strip():
                    n_found += 1
                    yield document_of(_row(line, f"{path}, line {number}"), f"{path}, line {number}", number)
    if not n_found:
        raise InvalidInput(f"{path}: nothing but blanks")


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


def parsed_line(line: bytes) -> object:
    """The JSON of a line; half of a surrogate pair, as broken emoji leave it, is taken as it stands.

    Raises:
        ValueError: It is none; the words say why.
    """
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


def _row(line: bytes, where: str) -> Mapping[str, object]:
    try:
        row = parsed_line(line)
    except ValueError as error:
        raise Malformed(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise Malformed(f"{where}: not a JSON object")
    return row
