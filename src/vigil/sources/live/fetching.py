"""A page, picture or feed at an address that a stranger wrote, fetched without coming to harm.

Only http and https, only hosts of the public network at every redirect (`pinned`), at most so many redirects, bytes and
seconds. No cookies, no user in the address, no proxy but the one that is given. No compression is asked for, and what
is compressed all the same is kept as it came: `readable` opens it, within a bound. Every answer on the way is kept.

What it does not shield from: whoever runs the server learns our address (unless through a proxy) and that somebody
looked; this machine's own public address is a public address; and an answer that gives no length may have been cut
short without a sign. Messages of errors name no address.
"""

import asyncio
import logging
import re
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore
import httpx

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.live.pinned import Fault, NotConnected, PinnedBackend, Resolve, resolve_by_system
from vigil.usecases.ports import Clock

_REDIRECTS = frozenset({301, 302, 303, 307, 308})

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name in ASCII (IDNA), or a number of version 4 or 6 without a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """What is fetched at most, and how."""

    most_bytes: int = 32_000_000  # of one answer, as it comes over the wire
    most_redirects: int = 5
    connect_within_s: float = 15.0
    quiet_at_most_s: float = 30.0  # between two pieces of an answer
    within_s: float = 180.0  # the whole, redirects and all
    plain_http: bool = True  # also unencrypted: `Hop.encrypted` says which it was
    loopback: bool = False  # also this machine: for tests, and for a service of one's own
    proxy: str | None = None  # socks5h://host:port: it resolves the names, and we do not see to what
    agent: str = "Mozilla/5.0 (compatible)"  # not our name: a link may be bait, and its server somebody's enemy


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One answer on the way, as it came. The last is what was asked for."""

    url: str  # what was asked for, without a fragment
    status: int
    headers: tuple[tuple[str, str], ...]  # in order; bytes beyond ASCII as Latin-1 (RFC 9110, section 5.5)
    body: bytes  # without the framing of the transfer, and otherwise as it came
    received_at: datetime  # when its last byte was here, by our clock, UTC
    encrypted: bool
    address: str | None  # it was had from; None: through the proxy, which did not say

    def header(self, name: str) -> str | None:
        """The first header of a name, in any case. None: there is none."""
        return next((value for each, value in self.headers if each.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Everything that came of one address, whatever its status says."""

    hops: tuple[Hop, ...]  # one at least

    @property
    def last(self) -> Hop:
        """The answer that was no redirect."""
        return self.hops[-1]


class NotFetched(Unavailable):
    """It could not be had; `hops` are the redirects that were answered until then."""

    def __init__(self, why: Fault, hops: tuple[Hop, ...] = ()) -> None:
        """With why, in words for the person who asked."""
        super().__init__(_IN_WORDS[why])
        self.why, self.hops = why, hops


class Fetcher:
    """Fetches, one address at a time or many at once. It keeps nothing between two."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        clock: Clock = lambda: datetime.now(UTC),
        resolve: Resolve = resolve_by_system,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`tls`: whom to trust in place of the authorities browsers trust.

        Raises:
            InvalidInput: The proxy is none.
        """
        self._settings, self._clock, self._resolve = settings or FetchSettings(), clock, resolve
        self._proxy = proxy_of(self._settings.proxy) if self._settings.proxy else None
        self._tls = tls
        for talkative in ("httpx", "httpcore"):  # they log the address of every request
            logging.getLogger(talkative).setLevel(logging.CRITICAL + 1)

    async def fetch(
        self,
        url: str,
        *,
        headers: Mapping[str, Mapping[str, str]] | None = None,
        most_bytes: int | None = None,
    ) -> Fetched:
        """What is at an address, with every answer on the way. Any status is an answer.

        Args:
            url: As a stranger wrote it.
            headers: What to send besides, by the address it is for: nobody else is sent it.
            most_bytes: In place of the settings'.
        Raises:
            NotFetched: It was not to be had, or not to be asked for.
        """
        hops: list[Hop] = []
        try:
            async with asyncio.timeout(self._settings.within_s):
                await self._follow(_parsed(url), hops, headers or {}, most_bytes or self._settings.most_bytes)
        except (NotFetched, NotConnected) as error:
            raise NotFetched(error.why, tuple(hops)) from error
        except InvalidInput as error:
            raise NotFetched(Fault.BAD_ADDRESS, tuple(hops)) from error
        except (TimeoutError, httpcore.TimeoutException) as error:
            raise NotFetched(Fault.TOO_SLOW, tuple(hops)) from error
        return Fetched(hops=tuple(hops))

    async def _follow(
        self, at: httpx.URL, hops: list[Hop], headers: Mapping[str, Mapping[str, str]], most_bytes: int
    ) -> None:
        """Add answer after answer, until one is no redirect."""
        while True:
            hop = await self._once(at, headers.get(str(at)), most_bytes)
            hops.append(hop)
            onward = hop.header("location")
            if hop.status not in _REDIRECTS or onward is None:
                return
            if len(hops) > self._settings.most_redirects:
                raise NotFetched(Fault.TOO_MANY_REDIRECTS)
            at = _onward(at, onward)

    async def _once(self, at: httpx.URL, headers: Mapping[str, str] | None, most_bytes: int) -> Hop:
        encrypted = at.scheme == "https"
        if not (encrypted or self._settings.plain_http):
            raise NotFetched(Fault.UNTRUSTED)
        wire = PinnedBackend(loopback=self._settings.loopback, resolve=self._resolve, proxy=self._proxy)
        sent = {
            "Host": at.netloc.decode("ascii"),
            "User-Agent": self._settings.agent,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
            **(headers or {}),
        }
        try:
            async with (
                httpcore.AsyncConnectionPool(ssl_context=self._trusted(), network_backend=wire) as pool,
                pool.stream(
                    "GET",
                    httpcore.URL(scheme=at.raw_scheme, host=at.raw_host, port=at.port, target=at.raw_path),
                    headers=list(sent.items()),
                    extensions={"timeout": self._timeouts()},
                ) as response,
            ):
                body = await _body(response, most_bytes)
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise NotFetched(_fault(error, begun=wire.begun)) from error
        return Hop(
            url=str(at),
            status=response.status,
            headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers),
            body=body,
            received_at=self._clock(),
            encrypted=encrypted,
            address=wire.connected_to,
        )

    def _trusted(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls

    def _timeouts(self) -> dict[str, float]:
        quiet_s = self._settings.quiet_at_most_s
        return {"connect": self._settings.connect_within_s, "read": quiet_s, "write": quiet_s, "pool": quiet_s}


def web_address(text: str) -> str:
    """An address as it will be asked for: its host in ASCII and lower case, without a fragment.

    Raises:
        InvalidInput: It is not http or https, names a user, or is no address.
    """
    return str(_parsed(text))


def proxy_of(text: str) -> tuple[str, int]:
    """Host and port of a proxy written socks5h://host:port.

    Raises:
        InvalidInput: It is none, or of a kind that would have us resolve the names.
    """
    try:
        url = httpx.URL(text.strip())
    except httpx.InvalidURL as error:
        raise InvalidInput("the proxy is not an address: write it like socks5h://127.0.0.1:9050") from error
    if url.scheme != "socks5h" or not url.host or url.port is None or url.userinfo or url.raw_path not in {b"", b"/"}:
        raise InvalidInput("the proxy must be written like socks5h://127.0.0.1:9050, where names are resolved by it")
    return url.host, url.port


def readable(hop: Hop, *, most_bytes: int = 64_000_000) -> bytes:
    """The body with the compression undone that nobody asked for.

    Raises:
        Malformed: It does not open, opens to more than that, or is compressed in a way we do not read.
    """
    coding = (hop.header("content-encoding") or "identity").strip().lower()
    if coding in {"identity", ""} or not hop.body:
        return hop.body
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise Malformed("the answer is compressed in a way that was not asked for")
    opener = zlib.decompressobj(47)  # gzip or zlib, told apart by their first bytes
    try:
        body = opener.decompress(hop.body, most_bytes)
    except zlib.error as error:
        raise Malformed("the answer says that it is compressed, and is not") from error
    if opener.unconsumed_tail or not opener.eof:
        raise Malformed("the answer, uncompressed, is too large or not whole")
    return body


def _parsed(text: str) -> httpx.URL:
    written = text.strip()
    try:
        url = httpx.URL(written)
        url.netloc.decode("ascii")
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise InvalidInput("not the address of a page: write it like https://host/path") from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise InvalidInput("not the address of a page: it begins with https:// or http://, and names a host")
    if not _HOST.fullmatch(url.raw_host.decode("ascii")):
        raise InvalidInput("not the address of a page: its host is none")
    if url.userinfo:
        raise InvalidInput("the address holds a user or password: they would be kept as evidence, so leave them out")
    return url.copy_with(fragment=None)


def _onward(at: httpx.URL, location: str) -> httpx.URL:
    try:
        # A header is bytes: what a server wrote in UTF-8 came as Latin-1.
        location = location.encode("latin-1").decode("utf-8", "replace")
        return _parsed(str(at.join(location)))
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise InvalidInput("a redirect leads to no address") from error


async def _body(response: httpcore.Response, most_bytes: int) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_stream():
        body += chunk
        if len(body) > most_bytes:
            raise NotFetched(Fault.TOO_BIG)
    return bytes(body)


def _fault(error: Exception, *, begun: bool) -> Fault:
    if isinstance(error.__cause__, ssl.SSLError):
        return Fault.UNTRUSTED
    if isinstance(error, httpcore.ConnectError):
        return Fault.UNTRUSTED if begun else Fault.UNREACHABLE  # connected, and then no TLS
    if isinstance(error, httpcore.LocalProtocolError):
        return Fault.BAD_ADDRESS
    if isinstance(error, httpcore.RemoteProtocolError):
        said = str(error).lower()
        cut = "peer closed" in said or "disconnected" in said or "complete message" in said
        return Fault.CUT if cut else Fault.NOT_HTTP
    return Fault.CUT


_IN_WORDS = {
    Fault.BAD_ADDRESS: "this is not the address of a page, or is redirected to what is none: only http and https are",
    Fault.FORBIDDEN: "the address leads to this machine or a private network, and is not asked for anything",
    Fault.NO_SUCH_NAME: "there is no host of this name",
    Fault.UNREACHABLE: "the host does not answer",
    Fault.UNTRUSTED: "the connection is not encrypted as it has to be, or nobody we trust vouches for the host",
    Fault.TOO_SLOW: "the answer did not come in time",
    Fault.TOO_BIG: "the answer is larger than is taken",
    Fault.CUT: "the connection ended before the answer did: what came of it is not kept",
    Fault.NOT_HTTP: "what answers is not a web server",
    Fault.TOO_MANY_REDIRECTS: "it is redirected too many times",
}
