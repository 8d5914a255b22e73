"""The documents in what was kept of no account: pages, reports, and files of many documents as JSON Lines.

What a server or a name calls the bytes is not asked. Pictures, videos and recordings hold none.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from urllib.parse import urlsplit

from vigil.model.capture import Description
from vigil.model.edtf import parse_day
from vigil.model.errors import InvalidInput
from vigil.model.incident import Publication, SourceName
from vigil.model.instants import rfc3339
from vigil.sources.documents.jsonl_file import line_or_refused
from vigil.sources.documents.opening import Documents
from vigil.sources.kept_file import COLLECTOR
from vigil.sources.media.kinds import kind_of
from vigil.sources.publications_file import publication
from vigil.usecases.ports import Rejected

_NO_WORDS = ("image/", "video/", "audio/")

_VERSION = 1
"""To be raised with whatever changes which documents are found, or how they read."""


class Unpacker:
    """Finds the documents in what was kept, by `publications_kept`."""

    def __init__(self, documents: Documents) -> None:
        """`documents` reads PDF and HTML."""
        self._documents = documents
        self._version = f"documents {_VERSION} (pypdf {version('pypdf')}, trafilatura {version('trafilatura')})"

    @property
    def version(self) -> str:
        """Ours, and those of what reads PDF and HTML."""
        return self._version

    def __call__(self, said: Description, body: bytes, /) -> list[Publication | Rejected]:
        """The documents of a capture, and lines that are none."""
        return publications_kept(said, body, documents=self._documents)


def publications_kept(said: Description, body: bytes, *, documents: Documents) -> list[Publication | Rejected]:
    """The documents of a capture, in order, and of JSON Lines each line that is none; nothing of a picture.

    Args:
        said: What is said of it: where it is from stands in for what a page does not say of itself. When it was
            published stands before what a page says, and in for what a line of JSON does not.
        body: As it was received.
        documents: Reads PDF and HTML.
    Raises:
        InvalidInput: No text can be read in it.
        Unavailable: What reads it did not end in time.
    """
    kind = kind_of(body)
    if kind is not None and kind.startswith(_NO_WORDS):
        return []
    if body[:3].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return _of_lines(said, body)
    document = documents.unpack(body, name="capture", where="a capture")
    day, host = document.published_on, urlsplit(said.url).hostname if said.url else None
    source = document.source or host
    at, keepers = _said_beside(said)
    if at is None and day is not None:
        at = _beginning(day)
    return [
        Publication(
            id=document.id,
            source=SourceName(source) if source else None,
            published_at=at,
            lang=document.lang,
            title=document.title,
            url=said.url,
            text=document.text,
            keepers_date=keepers,
        )
    ]


def _said_beside(said: Description) -> tuple[datetime | None, str | None]:
    """When it was published by the capture's description, and in the words of whoever kept it, where they say so."""
    if said.published_on is not None:
        return _beginning(parse_day(said.published_on)), said.published_on
    if said.published_at is not None and said.collector == COLLECTOR:
        return said.published_at, rfc3339(said.published_at)
    return said.published_at, None


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)


def _of_lines(said: Description, body: bytes) -> list[Publication | Rejected]:
    lines = enumerate(body.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
    found = [
        line_or_refused(line, number, lambda row, where, _: publication(row, where))
        for number, line in lines
        if line.strip()
    ]
    if all(isinstance(each, Rejected) for each in found):
        raise InvalidInput("no line of it is a document")
    at, keepers = _said_beside(said)
    return [
        replace(each, published_at=at, keepers_date=keepers)
        if isinstance(each, Publication) and each.published_at is None
        else each
        for each in found
    ]
