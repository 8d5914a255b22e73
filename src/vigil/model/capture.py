"""A capture: bytes as they were received, with everything said beside them. It never changes.

What stands in the evidence log for a capture is its description: one canonical line of JSON that holds the SHA-256 of
the bytes. So the log commits to the bytes and to what was said of them (where from, when, by which collector) at once.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from vigil.model.edtf import parse_day
from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, CollectorName, Digest, Platform
from vigil.model.instants import parse_instant, rfc3339
from vigil.model.witness import Account

DESCRIPTION_FORMAT = "vigil-capture/1"

MOST_BYTES = 256 * 2**20
"""One capture is held in memory, twice, while it is sealed."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One observation of something, as it came.

    Attributes:
        body: Exactly as received.
        captured_at: When we received it, by our clock.
        published_at: When it was published, as the platform or whoever keeps it says. None: neither did.
        published_on: The day it was published, in EDTF, as whoever keeps it says, where they say no time of day.
        collector: Which of our ears received it.
        collector_version: And which version of it.
        url: Where it was received from. None: from no address, such as a file kept by hand.
        name: A file's name without its folders, where it was a file.
        headers: What came beside the body, such as HTTP headers, in order.
        status: The status the server answered with.
        account: Whose it is. None: of no account.
        post: The platform's id of the post it holds, so that a later deletion by its author finds it.
    """

    body: bytes
    captured_at: datetime
    collector: CollectorName
    collector_version: str
    published_at: datetime | None = None
    published_on: str | None = None
    url: str | None = None
    name: str | None = None
    headers: Headers = ()
    status: int | None = None
    account: Account | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of a capture, with its bytes' digest in their place. Attributes as `Capture` has them."""

    digest: Digest
    n_bytes: int
    captured_at: datetime
    collector: CollectorName
    collector_version: str
    published_at: datetime | None = None
    published_on: str | None = None
    url: str | None = None
    name: str | None = None
    headers: Headers = ()
    status: int | None = None
    account: Account | None = None
    post: str | None = None


def describe(capture: Capture) -> Description:
    """What is said of a capture."""
    return Description(
        digest=Digest(hashlib.sha256(capture.body).hexdigest()),
        n_bytes=len(capture.body),
        captured_at=capture.captured_at,
        collector=capture.collector,
        collector_version=capture.collector_version,
        published_at=capture.published_at,
        published_on=capture.published_on,
        url=capture.url,
        name=capture.name,
        headers=capture.headers,
        status=capture.status,
        account=capture.account,
        post=capture.post,
    )


def description_bytes(said: Description) -> bytes:
    """The description as the log commits to it: canonical JSON (RFC 8785), one line without a line end.

    Raises:
        InvalidInput: An instant has no zone, or a text is none (a lone surrogate).
    """
    if said.captured_at.tzinfo is None or (said.published_at is not None and said.published_at.tzinfo is None):
        raise InvalidInput("capture: an instant needs a time zone, for example 2016-12-04T18:30:00Z")
    by_hand = {} if said.published_on is None else {"published_on": said.published_on}
    return canonical_json(
        {
            **by_hand,
            "account": said.account.id if said.account else None,
            "bytes": said.n_bytes,
            "captured_at": rfc3339(said.captured_at),
            "collector": said.collector,
            "collector_version": said.collector_version,
            "format": DESCRIPTION_FORMAT,
            "headers": [list(header) for header in said.headers],
            "name": said.name,
            "platform": said.account.platform if said.account else None,
            "post": said.post,
            "published_at": rfc3339(said.published_at) if said.published_at else None,
            "sha256": said.digest,
            "status": said.status,
            "url": said.url,
        }
    )


def parse_description(stored: bytes) -> Description:
    """The description these bytes are.

    Raises:
        InvalidInput: They are not a description in its one spelling.
    """
    try:
        page = json.loads(stored)
        _check_numbers(page["bytes"], page["status"])
        said = Description(
            digest=Digest(page["sha256"]),
            n_bytes=page["bytes"],
            captured_at=parse_instant(page["captured_at"]),
            collector=CollectorName(page["collector"]),
            collector_version=page["collector_version"],
            published_at=parse_instant(page["published_at"]) if page["published_at"] else None,
            published_on=_day(page.get("published_on")),
            url=page["url"],
            name=page["name"],
            headers=tuple((name, value) for name, value in page["headers"]),
            status=page["status"],
            account=Account(Platform(page["platform"]), AccountId(page["account"])) if page["account"] else None,
            post=page["post"],
        )
        spelled = description_bytes(said)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidInput("description of a capture: not of the form vigil-capture/1") from error
    if spelled != stored:
        raise InvalidInput("description of a capture: not in its one spelling")
    return said


def _check_numbers(n_bytes: object, status: object) -> None:
    """Raise where they are no whole numbers: JSON spells 14.0 and true as well."""
    if type(n_bytes) is not int or type(status) not in {int, type(None)}:
        raise TypeError


def _day(published_on: object) -> str | None:
    """The day as it is written. Raises where it is none."""
    if published_on is None:
        return None
    if not isinstance(published_on, str):
        raise TypeError
    parse_day(published_on)
    return published_on


def canonical_json(page: dict[str, object]) -> bytes:
    """A page of texts, whole numbers, null and lists of them as RFC 8785 writes it. Its names are ASCII.

    Raises:
        InvalidInput: A text holds a lone surrogate.
    """
    try:
        return json.dumps(page, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise InvalidInput("a text holds half a character (a lone surrogate), so it cannot be logged") from error
