"""A file as the documents in it, its format told by its content: extensions lie.

PDF and HTML are read in a process of their own (`sources.apart`), with a bound on time and memory: neither reader was
made for files whose author means harm.
"""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from vigil.model.claim import Document
from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.apart import Apart
from vigil.sources.characters import decoded
from vigil.sources.documents.html_file import read_html
from vigil.sources.documents.jsonl_file import documents_or_refused
from vigil.sources.documents.pdf_file import read_pdf
from vigil.usecases.ports import Rejected

MOST_BYTES: Final = 100 * 2**20
"""Of a file that is read whole (not JSON Lines): the longest report is a twentieth of it."""

_HTML_SIGNS: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<?xml")


class Documents:
    """Reads files of documents, with one process beside ours for those that need it; close it at the end."""

    def __init__(self, *, within_s: float = 60.0, most_memory_bytes: int = 1_500_000_000) -> None:
        """Nothing is begun before a file needs it."""
        self._apart = Apart(within_s=within_s, most_memory_bytes=most_memory_bytes)

    def __enter__(self) -> "Documents":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process beside ours."""
        self._apart.close()

    def read(self, path: Path, *, published_on: date | None = None) -> Iterator[Document | Rejected]:
        """The documents of a file, in order; of JSON Lines also each line that is none.

        Args:
            path: Text, HTML, PDF, or JSON Lines with `text` in each line.
            published_on: When it was published, for files that do not say.
        Raises:
            InvalidInput: It is none of these, or broken: which file, where in it, and what is wrong.
            Unavailable: It is not there, or may not be read.
        """
        if path.is_dir():
            raise InvalidInput(f"{path}: a folder; name the files in it")
        try:
            with path.open("rb") as stream:
                beginning = stream.read(4096)
        except OSError as error:
            raise Unavailable(f"{path}: {error.strerror or error}") from error
        bare = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not bare:
            raise InvalidInput(f"{path}: nothing but blanks")
        if bare.startswith((b"{", b"\x1f\x8b")):
            yield from documents_or_refused(path)
            return
        if bare.startswith(b"["):
            raise InvalidInput(f"{path}: a JSON array: write one object a line (JSON Lines)")
        if bare.startswith(b"PK"):
            raise InvalidInput(f"{path}: a zip file, or a word processor's: save it as PDF or plain text")
        body = self._whole(path)
        yield self.unpack(body, name=path.name, where=str(path), published_on=published_on)

    def unpack(self, body: bytes, *, name: str, where: str, published_on: date | None = None) -> Document:
        """The document in the bytes of a file that is PDF, HTML or text.

        Raises:
            InvalidInput: No text can be read in it.
        """
        bare = body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
        lower = bare[:512].lower()
        try:
            if b"%PDF-" in body[:1024]:
                text, title, day = asyncio.run(self._apart.read(read_pdf, body))
            elif lower.startswith(_HTML_SIGNS) or b"<html" in lower:
                text, title, day = asyncio.run(self._apart.read(read_html, body))
            else:
                text, title, day = _plain(body), None, None
        except Malformed as error:
            raise Malformed(f"{where}: {error}") from error
        if not text.strip():
            raise Malformed(f"{where}: there is no text in it; a scanned page needs its text read first (OCR)")
        return Document(id=name, text=text, title=title, published_on=published_on or day)

    @staticmethod
    def _whole(path: Path) -> bytes:
        try:
            with path.open("rb") as stream:
                body = stream.read(MOST_BYTES + 1)  # a device has no size to ask for, and may have no end
        except OSError as error:
            raise Unavailable(f"{path}: {error.strerror or error}") from error
        if len(body) > MOST_BYTES:
            raise InvalidInput(f"{path}: longer than {MOST_BYTES // 2**20} MB: give it in parts")
        return body


def _plain(body: bytes) -> str:
    """Text as it stands. Line ends become line feeds, as everywhere."""
    if b"\0" in body[:4096] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Malformed("not text, HTML, PDF or JSON Lines")
    return decoded(body, "text/plain").replace("\r\n", "\n").replace("\r", "\n")
