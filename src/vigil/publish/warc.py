"""Captures as records of a WARC file (WARC/1.1, ISO 28500:2017), and as lines of a CDXJ index over it.

What came over HTTP with a status is a `response`, with the headers it came with; anything else is a `resource`: a file
kept by hand, under a `urn:` where nobody said where it was had from. The bytes are those received. Where they are not
packed as the headers say, or no longer chunked, the header that would mislead a replay gets a name of its own
(`X-Archive-Orig-...`); the headers to the letter are in the description.
"""

import hashlib
import json
import mimetypes
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Protocol
from urllib.parse import quote, urlsplit
from uuid import UUID

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from vigil.model.capture import Description
from vigil.model.instants import rfc3339

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # of a header: RFC 9110, 5.6.2
_PACKED = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd", "deflate": b"\x78"}
_TYPES = mimetypes.MimeTypes(filenames=())
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record that was written, and where."""

    uri: str
    id: str
    offset: int
    length: int
    mime: str
    status: int | None


class Written(Protocol):
    """Something that can be written to."""

    def write(self, content: bytes, /) -> int:
        """Take these bytes."""
        ...


class WarcFile:
    """Writes records to a stream, each packed by itself, so that one can be read without the others."""

    def __init__(self, stream: Written, *, name: str, software: str, made_at: datetime) -> None:
        """Begin the file: its first record says what wrote it.

        Raises:
            OSError: The disk is full or refuses.
        """
        self._out = _Counted(stream)
        self._writer = WARCWriter(self._out, gzip=True, warc_version="1.1")
        info = "".join(
            f"{field}: {value}\r\n"
            for field, value in {
                "software": software,
                "format": "WARC File Format 1.1",
                "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
                "description": "captures with their bytes as received; proofs are beside this file, in vigil/",
            }.items()
        )
        headers = {"WARC-Record-ID": _id(name.encode(), info.encode()), "WARC-Date": rfc3339(made_at)}
        headers["WARC-Filename"] = name
        self._write("warcinfo", info.encode(), headers, content_type="application/warc-fields")

    def add(self, body: bytes, said: Description, *, entry: bytes) -> Record:
        """Write one capture.

        Args:
            entry: Of the log: no two are alike, so the record is named after it.
        Raises:
            OSError: The disk is full or refuses.
        """
        uri, begin = target(said), self._out.n_bytes
        headers = {
            "WARC-Record-ID": _id(entry),
            "WARC-Date": rfc3339(said.captured_at),
            "WARC-Payload-Digest": f"sha256:{said.digest}",
        }
        head = _head(said, body) if said.status is not None and uri.startswith(("http:", "https:")) else None
        given = next((value for name, value in said.headers if name.casefold() == "content-type"), None)
        mime = given or (_TYPES.guess_type(said.name)[0] if said.name else None) or _UNKNOWN
        kind, content_type = ("resource", _plain(mime)) if head is None else ("response", "")
        self._write(kind, body, headers, content_type=content_type, uri=uri, head=head)
        return Record(
            uri=uri,
            id=headers["WARC-Record-ID"],
            offset=begin,
            length=self._out.n_bytes - begin,
            mime=re.split(r"[;\s]", _plain(mime), maxsplit=1)[0] or _UNKNOWN,
            status=said.status if head is not None else None,
        )

    def _write(
        self,
        kind: str,
        body: bytes,
        headers: dict[str, str],
        *,
        content_type: str,
        uri: str = "",
        head: StatusAndHeaders | None = None,
    ) -> None:
        block = hashlib.sha256()
        if head is not None:
            head.compute_headers_buffer()
            block.update(head.headers_buff)
        block.update(body)
        headers = {**headers, "WARC-Block-Digest": f"sha256:{block.hexdigest()}"}
        record = self._writer.create_warc_record(
            uri,
            kind,
            payload=BytesIO(body),
            length=len(body),
            warc_content_type=content_type,
            warc_headers_dict=headers,
            http_headers=head,
        )
        self._writer.write_record(record)


def target(said: Description) -> str:
    """The address a capture is filed under: its own, as ASCII, or a `urn:` made of its digest."""
    url = said.url or ""
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url):
        return f"urn:sha256:{said.digest}"
    return quote(url, safe="%:/?#[]@!$&'()*+,;=~")


def index_line(record: Record, said: Description, *, file: str) -> bytes:
    """A record's line of a CDXJ index."""
    page: dict[str, str] = {"url": record.uri, "mime": record.mime}
    if record.status is not None:
        page["status"] = str(record.status)
    page |= {"digest": f"sha256:{said.digest}", "length": str(record.length), "offset": str(record.offset)}
    at = said.captured_at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    return f"{url_key(record.uri)} {at} {json.dumps({**page, 'filename': file})}\n".encode()


def url_key(url: str) -> str:
    """An address as indices sort it (SURT): the host backwards, in lower case, the query in order, no fragment."""
    try:
        split = urlsplit(url)
    except ValueError:
        return url
    if not split.hostname:
        return url
    host = re.sub(r"^www\d*\.", "", split.hostname.lower())
    key = ",".join(reversed(host.split(".")))
    try:
        port = split.port
    except ValueError:
        port = None
    if port is not None and (split.scheme.lower(), port) not in {("http", 80), ("https", 443)}:
        key += f":{port}"
    path = re.sub(r"/{2,}", "/", split.path).lower()
    query = "&".join(sorted(split.query.lower().split("&")))
    return f"{key}){path.rstrip('/') or '/'}{'?' + query if query else ''}"


def _head(said: Description, body: bytes) -> StatusAndHeaders:
    fields = []
    for name, value in said.headers:
        if _NAME.fullmatch(name):
            fields.append((_replayed(name, value, body), _plain(value)))
    return StatusAndHeaders(f"{said.status} ", fields, protocol="HTTP/1.1")


def _replayed(name: str, value: str, body: bytes) -> str:
    """A header's name; another where what it says is not so of these bytes any more."""
    known = name.casefold()
    misleading = known == "transfer-encoding" or (known == "content-length" and value.strip() != str(len(body)))
    if known == "content-encoding" and value.strip().casefold() not in {"", "identity"}:
        magic = _PACKED.get(value.strip().casefold())
        misleading = magic is None or not body.startswith(magic)
    return f"X-Archive-Orig-{name}" if misleading else name


def _plain(value: str) -> str:
    """A value that stays on its line."""
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f]+", " ", value).strip()


def _id(*what: bytes) -> str:
    digest = hashlib.sha256(b"vigil/warc-record/v1\0" + b"\0".join(what)).digest()
    return f"<urn:uuid:{UUID(bytes=digest[:16], version=5)}>"


class _Counted:
    """A stream that knows how far it is."""

    def __init__(self, stream: Written) -> None:
        self.n_bytes = 0
        self._stream = stream

    def write(self, content: bytes) -> int:
        self.n_bytes += len(content)
        return self._stream.write(content)

    def flush(self) -> None:
        """Nothing: it is flushed as a whole."""
