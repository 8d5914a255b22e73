"""An answer without end, read line by line as it comes over HTTP. Keep-alives are empty lines.

The lines are kept as they came, without their line ends. One that is too long is passed over and told as such; an
answer that goes quiet without closing ends as `Unanswered`. No redirect is followed and no compression asked for.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from vigil.model.heard import Deafness
from vigil.sources.live.address import web
from vigil.sources.live.asking import Answer
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.ports import Clock

MOST_REFUSAL_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSettings:
    """How patient to be with it."""

    connect_within_s: float = 15.0
    quiet_after_s: float = 60.0  # nothing came, not even a keep-alive
    most_bytes: int = 5_000_000  # of one line
    trust_system: bool = True  # the system's proxies and certificates


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, or that there was one."""

    raw: bytes  # without its line end; empty: a keep-alive, or too long
    received_at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)  # of the answer it is a line of
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """The answer began, and is what was asked for."""

    received_at: datetime


async def long_lines(
    address: str,
    path: str,
    asked: Mapping[str, str],
    *,
    headers: Mapping[str, str],
    settings: LongSettings,
    clock: Clock,
) -> AsyncIterator[Opened | Line | Answer]:
    """`Opened`, then each line; or one `Answer`, where the status is not 200.

    Raises:
        InvalidInput: The address cannot be used.
        Unanswered: UNREACHABLE where there is no answer, QUIET where nothing comes any more, CLOSED at its end.
    """
    for talkative in ("httpx", "httpcore"):  # they log the address of every request
        logging.getLogger(talkative).setLevel(logging.CRITICAL + 1)
    url = f"{web(address)}/{path}"
    client = httpx.AsyncClient(
        follow_redirects=False,
        timeout=httpx.Timeout(settings.connect_within_s, read=settings.quiet_after_s),
        trust_env=settings.trust_system,
        headers={"Accept-Encoding": "identity", "User-Agent": "vigil", **headers},
    )
    opened = False
    try:
        async with client, client.stream("GET", url, params=dict(asked)) as response:
            if response.status_code != 200:
                yield await _refusal(response, url, clock)
                return
            opened = True
            yield Opened(clock())
            cut = _Cut(settings.most_bytes)
            came = dict(response.headers.items())
            async for chunk in response.aiter_raw():
                now = clock()
                for raw in cut.lines(chunk):
                    yield Line(raw=raw or b"", received_at=now, headers=came, too_long=raw is None)
    except httpx.ReadTimeout:
        raise Unanswered(Deafness.QUIET if opened else Deafness.UNREACHABLE) from None
    except (httpx.TransportError, TimeoutError):
        raise Unanswered(Deafness.CLOSED if opened else Deafness.UNREACHABLE) from None
    raise Unanswered(Deafness.CLOSED)


async def _refusal(response: httpx.Response, url: str, clock: Clock) -> Answer:
    body = bytearray()
    async with asyncio.timeout(60):
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > MOST_REFUSAL_BYTES:
                break
    return Answer(
        status=response.status_code,
        body=bytes(body[:MOST_REFUSAL_BYTES]),
        headers=dict(response.headers.items()),
        received_at=clock(),
        url=url,
    )


class _Cut:
    """Chunks cut into lines. A line may come in many, and a chunk may hold many."""

    def __init__(self, most_bytes: int) -> None:
        self._most, self._begun, self._passing = most_bytes, bytearray(), False

    def lines(self, chunk: bytes) -> list[bytes | None]:
        """The lines that end in this chunk, without their ends; None for one that is too long."""
        *ended, rest = chunk.split(b"\n")
        done: list[bytes | None] = []
        for part in ended:
            self._add(part)
            done.append(None if self._passing else bytes(self._begun).removesuffix(b"\r"))
            self._begun.clear()
            self._passing = False
        self._add(rest)
        return done

    def _add(self, part: bytes) -> None:
        if self._passing or len(self._begun) + len(part) > self._most:
            self._passing = True
            self._begun.clear()
        else:
            self._begun += part
