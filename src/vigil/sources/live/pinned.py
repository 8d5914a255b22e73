"""Connections to the very address that was looked at: a name is resolved once, and nobody resolves it again.

A name may stand for a public address when it is checked and for this machine when it is connected to. So what connects
is what resolves: each address is checked, then connected to as a number, and who is at the other end is compared with
it. The name goes on to TLS and to the Host header as it was.

Through a proxy (Tor), the name is resolved at its far end. Where it leads is then not checked here, and is the far
end's network, not ours; only addresses written as numbers are.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from enum import StrEnum
from ipaddress import ip_address
from typing import Any

import httpcore

from vigil.sources.live.reachable import is_public, literal

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses a host's name stands for, as numbers. Raises OSError where it stands for none."""


class Fault(StrEnum):
    """Why something was not fetched."""

    BAD_ADDRESS = "bad_address"  # not http or https, or with a user, or no address at all
    FORBIDDEN = "forbidden"  # it leads to this machine, a private network, or no single host
    NO_SUCH_NAME = "no_such_name"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"  # no TLS, or a certificate that nobody we trust vouches for
    TOO_SLOW = "too_slow"
    TOO_BIG = "too_big"
    CUT = "cut"  # the connection ended before the answer did
    NOT_HTTP = "not_http"
    TOO_MANY_REDIRECTS = "too_many_redirects"


class NotConnected(Exception):
    """No connection was made."""

    def __init__(self, why: Fault) -> None:
        """With its reason alone: no name, no address."""
        super().__init__(why)
        self.why = why


async def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says, in its order."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class PinnedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only, each resolved once."""

    def __init__(self, *, loopback: bool, resolve: Resolve, proxy: tuple[str, int] | None) -> None:
        """`proxy`: host and port of a SOCKS5 proxy that resolves names; None: connect directly."""
        self.connected_to: str | None = None  # the address of the newest connection; None: through the proxy
        self.begun = False  # whether there was a connection at all
        self._loopback, self._resolve, self._proxy = loopback, resolve, proxy
        self._wire = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - the same
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - the same
    ) -> httpcore.AsyncNetworkStream:
        """A connection to a host.

        Raises:
            NotConnected: It is not one we connect to, or does not answer.
        """
        self.connected_to = None
        if self._proxy is not None:
            return await self._through_proxy(self._proxy, host, port, timeout)
        allowed = await self._allowed(host, port)
        for address in allowed:
            try:
                stream = await self._wire.connect_tcp(
                    address, port, None if timeout is None else timeout / len(allowed)
                )
            except (httpcore.NetworkError, httpcore.TimeoutException):
                continue
            peer = stream.get_extra_info("server_addr")
            if ip_address(str(peer[0])) != ip_address(address):
                await stream.aclose()
                raise NotConnected(Fault.FORBIDDEN)
            self.connected_to, self.begun = address, True
            return stream
        raise NotConnected(Fault.UNREACHABLE)

    async def connect_unix_socket(
        self,
        path: str,  # noqa: ARG002 - a file of this machine is never connected to
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """Never."""
        raise NotConnected(Fault.FORBIDDEN)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def _allowed(self, host: str, port: int) -> list[str]:
        if host.rstrip(".").lower().endswith(".onion"):
            raise NotConnected(Fault.NO_SUCH_NAME)  # asking a resolver for it would tell its operator (RFC 7686)
        try:
            found = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise NotConnected(Fault.NO_SUCH_NAME) from error
        addresses = [(text, literal(text)) for text in found]
        allowed = [text for text, ip in addresses if ip is not None and is_public(ip, loopback=self._loopback)]
        if not allowed:
            raise NotConnected(Fault.FORBIDDEN if found else Fault.NO_SUCH_NAME)
        return allowed[:_MOST_ADDRESSES]

    async def _through_proxy(
        self, proxy: tuple[str, int], host: str, port: int, within_s: float | None
    ) -> httpcore.AsyncNetworkStream:
        """SOCKS 5 with the name left to the proxy (RFC 1928)."""
        number = literal(host)
        if (number is not None and not is_public(number)) or _names_this_machine(host):
            raise NotConnected(Fault.FORBIDDEN)
        name = host.encode("ascii")
        if not 0 < len(name) < 256:
            raise NotConnected(Fault.BAD_ADDRESS)
        try:
            stream = await self._wire.connect_tcp(*proxy, within_s)
            await stream.write(b"\x05\x01\x00", within_s)
            if await _exactly(stream, 2, within_s) != b"\x05\x00":
                raise NotConnected(Fault.UNREACHABLE)
            wanted = b"\x05\x01\x00\x03" + bytes([len(name)]) + name + port.to_bytes(2, "big")
            await stream.write(wanted, within_s)
            version, reply, _, kind = await _exactly(stream, 4, within_s)
            if (version, reply) != (5, 0) or kind not in {1, 3, 4}:
                raise NotConnected(Fault.UNREACHABLE)
            length = {1: 4, 4: 16}.get(kind) or (await _exactly(stream, 1, within_s))[0]
            await _exactly(stream, length + 2, within_s)
        except (httpcore.NetworkError, httpcore.TimeoutException) as error:
            raise NotConnected(Fault.UNREACHABLE) from error
        self.begun = True
        return stream


_MOST_ADDRESSES = 6
"""A name may stand for any number; each costs its share of the time."""


def _names_this_machine(host: str) -> bool:
    """Whether a name can only be a machine near the proxy. Numbers in any other spelling are one too: 127.1, 0x7f1."""
    last = host.rstrip(".").lower().rpartition(".")[2]
    return last in {"localhost", "local", "internal", "lan", "home", "corp"} or last.isdecimal() or last[:2] == "0x"


async def _exactly(stream: httpcore.AsyncNetworkStream, n_bytes: int, within_s: float | None) -> bytes:
    taken = b""
    while len(taken) < n_bytes:
        some = await stream.read(n_bytes - len(taken), within_s)
        if not some:
            raise NotConnected(Fault.UNREACHABLE)
        taken += some
    return taken
