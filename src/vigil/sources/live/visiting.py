"""A page or feed that is looked at again and again: politely, and telling apart what its absence means.

What has not changed is not sent again (ETag, If-Modified-Since). A host that asks to be left alone is left alone, with
everything else that is on it; others are asked meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from vigil.model.heard import Deafness
from vigil.sources.live.fetching import Fetcher, Hop, NotFetched
from vigil.sources.live.line import MAX_RETRY_AFTER_S, retry_after_s
from vigil.sources.live.pinned import Fault
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.ports import Clock

_MEANS = {
    401: Deafness.LOGGED_OUT,
    404: Deafness.NOT_THERE,
    407: Deafness.UNREACHABLE,
    408: Deafness.UNREACHABLE,
    410: Deafness.NOT_THERE,
    429: Deafness.RATE_LIMITED,
    451: Deafness.NOT_THERE,
    502: Deafness.UNREACHABLE,
    504: Deafness.UNREACHABLE,
}

_NEVER_ANSWERED = frozenset({Fault.NO_SUCH_NAME, Fault.UNREACHABLE, Fault.UNTRUSTED, Fault.TOO_SLOW, Fault.CUT})

MOST_VALIDATOR = 1024
"""Characters of an ETag or date that are remembered; what is longer is for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """By what a server tells whether something has changed since."""

    url: str  # that they are of: nobody else is shown them
    etag: str | None = None
    modified: str | None = None


class Visitor:
    """Looks at addresses for one collector."""

    def __init__(self, fetcher: Fetcher, *, clock: Clock) -> None:
        """Nothing is asked yet."""
        self._fetcher, self._clock = fetcher, clock
        self._not_before: dict[str, datetime] = {}

    async def visit(self, url: str, since: Validators | None = None) -> Hop | None:
        """What is there, at the end of all redirects, with status 200. None: it has not changed.

        Raises:
            Unanswered: It was not to be had, and what that means.
        """
        host = urlsplit(url).netloc
        left_alone_until = self._not_before.get(host)
        if left_alone_until is not None:
            left_s = (left_alone_until - self._clock()).total_seconds()
            if left_s > 0:
                raise Unanswered(Deafness.RATE_LIMITED, retry_after_s=left_s)
            del self._not_before[host]
        try:
            hop = (await self._fetcher.fetch(url, headers=_conditions(since))).last
        except NotFetched as error:
            why = Deafness.UNREACHABLE if error.why in _NEVER_ANSWERED else Deafness.REFUSED
            raise Unanswered(why) from error
        if hop.status == 304 and since is not None:
            return None
        if hop.status == 200:
            return hop
        raise self._unanswered(hop, host)

    def _unanswered(self, hop: Hop, host: str) -> Unanswered:
        why = _MEANS.get(hop.status, Deafness.REFUSED)
        wait_s = retry_after_s(hop.header("retry-after"), hop.received_at)
        if wait_s is None or hop.status not in {429, 503}:
            return Unanswered(why)
        wait_s = min(wait_s, MAX_RETRY_AFTER_S)
        self._not_before[host] = self._clock() + timedelta(seconds=wait_s)
        return Unanswered(Deafness.RATE_LIMITED, retry_after_s=wait_s)


def validators(hop: Hop) -> Validators | None:
    """What an answer gave to ask by the next time. None: nothing."""
    etag, modified = hop.header("etag"), hop.header("last-modified")
    etag = etag if etag and len(etag) <= MOST_VALIDATOR else None
    modified = modified if modified and len(modified) <= MOST_VALIDATOR else None
    return Validators(url=hop.url, etag=etag, modified=modified) if etag or modified else None


def _conditions(since: Validators | None) -> Mapping[str, Mapping[str, str]]:
    if since is None:
        return {}
    given = {"If-None-Match": since.etag, "If-Modified-Since": since.modified}
    return {since.url: {name: value for name, value in given.items() if value is not None}}
