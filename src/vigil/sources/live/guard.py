"""A proxy on this machine through which a browser reaches the public network, and nothing near us.

A browser follows whatever a page refers to. So all it asks for goes through here, where each name is resolved, looked
at and connected to as in `pinned`. What it asks for over TLS passes unread.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from urllib.parse import SplitResult, urlsplit

import httpcore

from vigil.sources.live.pinned import NotConnected, PinnedBackend, Resolve, resolve_by_system

_MOST_HEAD_BYTES = 65_536
_CONNECT_WITHIN_S = 15.0
_QUIET_AT_MOST_S = 60.0

_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Allowance:
    """How many bytes a browser may still receive: a page can ask for more without end."""

    def __init__(self, n_bytes: int) -> None:
        """So many in all."""
        self.left = n_bytes


@contextlib.asynccontextmanager
async def guarded(
    *,
    most_bytes: int,
    proxy: tuple[str, int] | None = None,
    loopback: bool = False,
    resolve: Resolve = resolve_by_system,
    wanted: Callable[[str], bool] = lambda host: True,  # noqa: ARG005 - a name is looked at only where one asks to
) -> AsyncIterator[int]:
    """The port of a proxy on loopback, while the context lasts.

    Args:
        most_bytes: That pass it towards the browser, in all.
        proxy: A SOCKS5 proxy to go on through; it resolves the names.
        loopback: Also let this machine be reached: for tests.
        resolve: Resolves names.
        wanted: Whether a host may be asked for at all.
    """
    allowance = Allowance(most_bytes)
    open_now: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            open_now.add(task)
            task.add_done_callback(open_now.discard)
        wire = PinnedBackend(loopback=loopback, resolve=resolve, proxy=proxy)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await _passed_on(reader, writer, wire, allowance, wanted)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=_MOST_HEAD_BYTES)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in list(open_now):
            task.cancel()
        await asyncio.gather(*open_now, return_exceptions=True)


async def _passed_on(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    wire: PinnedBackend,
    allowance: Allowance,
    wanted: Callable[[str], bool],
) -> None:
    """One request of the browser's, and its answer."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        tunnel, host, at = _asked(head, wanted)
        stream = await wire.connect_tcp(host, at.port or 80, _CONNECT_WITHIN_S)
    except (ValueError, asyncio.LimitOverrunError, NotConnected):
        writer.write(_REFUSED)
        await writer.drain()
        return
    try:
        if tunnel:
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            await writer.drain()
        else:
            await stream.write(_for_the_host(head, at.path, at.query))
        await _both_ways(reader, writer, stream, allowance)
    finally:
        await stream.aclose()


def _asked(head: bytes, wanted: Callable[[str], bool]) -> tuple[bool, str, SplitResult]:
    """Whether a tunnel is asked for, and where to. Raises ValueError: to nowhere that is wanted."""
    method, target, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ")
    tunnel = method == "CONNECT"
    at = urlsplit(f"//{target}" if tunnel else target)
    host = (at.hostname or "").rstrip(".")
    if not host or (not tunnel and at.scheme != "http") or not wanted(host):
        raise ValueError(method)
    return tunnel, host, at


def _for_the_host(head: bytes, path: str, query: str) -> bytes:
    """A request as a host reads it: its path alone, for one answer, without what was meant for a proxy."""
    first, *lines = head.rstrip(b"\r\n").split(b"\r\n")
    method, _, version = first.split(b" ")
    target = f"{path or '/'}{'?' + query if query else ''}".encode("ascii")
    ours = (b"proxy-", b"connection:", b"keep-alive:")
    kept = [line for line in lines if not line.lower().startswith(ours)]
    return b"\r\n".join([b" ".join((method, target, version)), *kept, b"Connection: close", b"", b""])


async def _both_ways(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    stream: httpcore.AsyncNetworkStream,
    allowance: Allowance,
) -> None:
    async def out() -> None:
        while some := await reader.read(65_536):
            await stream.write(some, _QUIET_AT_MOST_S)

    async def back() -> None:
        while some := await stream.read(65_536, _QUIET_AT_MOST_S):
            allowance.left -= len(some)
            if allowance.left < 0:
                return
            writer.write(some)
            await writer.drain()

    there = asyncio.create_task(out())
    try:
        await back()
    except (httpcore.NetworkError, httpcore.TimeoutException):
        return
    finally:
        there.cancel()
        await asyncio.gather(there, return_exceptions=True)
