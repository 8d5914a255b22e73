"""Documents as JSON Lines: {"id", "title", "text", "published_at", "source", "lang", "url", "media"}, one a line.

`id` and `text` are needed. `published_at` is an instant with its zone, or a day; a time without a zone is taken for
UTC.
`media` is a list of SHA-256 digests of what the document shows.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from vigil.model.errors import Malformed
from vigil.model.ids import Digest
from vigil.model.incident import Publication, SourceName
from vigil.sources.documents.jsonl_file import lines_or_refused
from vigil.usecases.ports import Rejected

_DIGEST = re.compile("[0-9a-f]{64}")
_TEXTS = ("title", "source", "lang", "url")


def publications_or_refused(path: Path) -> Iterator[Publication | Rejected]:
    """Each line of a file that is not blank: its document, or why it is none.

    Raises:
        InvalidInput: It is a folder or holds nothing, or a gzip file is damaged.
        Unavailable: The file is not there, or cannot be read.
    """
    return lines_or_refused(path, lambda row, where, _: publication(row, where))


def publication(row: Mapping[str, object], where: str) -> Publication:
    """One document.

    Raises:
        Malformed: A value is missing, or not of its kind.
    """
    name, text = row.get("id"), row.get("text")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name.strip():
        raise Malformed(f"{where}: id: missing, or no text")
    if not isinstance(text, str):
        raise Malformed(f"{where}: text: missing, or no text")
    for key in _TEXTS:
        if not isinstance(row.get(key), str | None):
            raise Malformed(f"{where}: {key}: not a text")
    title, source, lang, url = (str(value) if (value := row.get(key)) else None for key in _TEXTS)
    return Publication(
        id=name,
        source=SourceName(source) if source else None,
        published_at=_instant(row.get("published_at"), where),
        lang=lang,
        title=title,
        url=url,
        text=text,
        text_digest=Digest(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()),
        media=_media(row.get("media"), where),
    )


def _instant(value: object, where: str) -> datetime | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Malformed(f"{where}: published_at: not a text such as 2016-12-13T10:30:00Z")
    try:
        if len(value.strip()) == len("2016-12-13"):
            return datetime.combine(date.fromisoformat(value.strip()), time.min, tzinfo=UTC)
        at = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise Malformed(f"{where}: published_at: not a time such as 2016-12-13T10:30:00Z or 2016-12-13") from error
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def _media(value: object, where: str) -> frozenset[Digest]:
    if value is None:
        return frozenset()
    if not isinstance(value, list) or not all(isinstance(each, str) and _DIGEST.fullmatch(each) for each in value):
        raise Malformed(f"{where}: media: not a list of SHA-256 digests in lower case")
    return frozenset(Digest(each) for each in value)
