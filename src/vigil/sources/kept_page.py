"""A page or post kept by hand from its address: every answer on the way to it, and what it looks like, as captures.

The server's own clock (`Date`) and what it says of the page's age (`Last-Modified`) are its claims of when it answered
and when its file changed. Neither says when something was published, so they stay among the headers.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from vigil import __version__
from vigil.model.capture import MOST_BYTES, Capture
from vigil.model.errors import Unavailable
from vigil.model.ids import CollectorName
from vigil.model.witness import Account
from vigil.sources.kept_file import COLLECTOR
from vigil.sources.live.fetching import Fetcher, FetchSettings, Hop, NotFetched

SETTINGS = FetchSettings(most_bytes=MOST_BYTES, within_s=900.0)
"""For what a person names: up to what a capture holds, and as long as a slow line needs for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """What came of an address."""

    captures: tuple[Capture, ...]  # each answer, redirects first
    missed: Unavailable | None = None  # why the last of them is not what was asked for


def is_address(text: str) -> bool:
    """Whether this is the address of a page rather than a file."""
    return text.strip().lower().startswith(("http://", "https://"))


def captures_of_page(
    url: str,
    *,
    fetcher: Fetcher,
    published_at: datetime | None = None,
    published_on: str | None = None,
    account: Account | None = None,
    post: str | None = None,
) -> KeptPage:
    """What is at an address, whatever the status says, and the redirects that led there.

    Args:
        url: Where to ask; its user or password, if it has one, is refused.
        fetcher: Asks.
        published_at: When it was published, as whoever keeps it says.
        published_on: The day instead, in EDTF, where they say no time.
        account: Whose it is.
        post: The platform's id of the post it holds.
    """
    missed: NotFetched | None = None
    try:
        hops = asyncio.run(fetcher.fetch(url)).hops
    except NotFetched as error:
        hops, missed = error.hops, error

    def capture(hop: Hop, *, last: bool) -> Capture:
        return Capture(
            body=hop.body,
            captured_at=hop.received_at,
            collector=COLLECTOR,
            collector_version=__version__,
            published_at=published_at if last else None,  # it is said of the page, not of what led there
            published_on=published_on if last else None,
            url=hop.url,
            headers=hop.headers,
            status=hop.status,
            account=account,
            post=post,
        )

    led = len(hops) - (missed is None)
    return KeptPage(captures=tuple(capture(hop, last=n == led) for n, hop in enumerate(hops)), missed=missed)


SCREENSHOT = CollectorName("screenshot")


def capture_of_picture(
    png: bytes, url: str, *, captured_at: datetime, account: Account | None = None, post: str | None = None
) -> Capture:
    """What a page looked like in a browser of ours: our picture of it, and nothing that its server sent."""
    return Capture(
        body=png,
        captured_at=captured_at,
        collector=SCREENSHOT,
        collector_version=__version__,
        url=url,
        name="screenshot.png",
        account=account,
        post=post,
    )
