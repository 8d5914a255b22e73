"""One service, asked over HTTP: patiently, within bounds, and no host but the one that was named.

The answer is kept as it came off the wire, so no compression is asked for. A redirect is not followed: what is asked
names a watched account. Messages of errors name neither the account nor the address.
"""

import asyncio
import logging
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import httpx

from vigil.model.errors import Unavailable
from vigil.sources.live.address import web
from vigil.sources.live.line import retry_after_s
from vigil.usecases.ports import Clock

MAX_ANSWER_BYTES = 32_000_000
"""Beyond this an answer is not read on. Our choice: a hundred posts of the usual length are some 100 kB."""

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a service answered, as it came."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    received_at: datetime
    url: str  # without what was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a service is waited for."""

    attempts: int = 6
    first_wait_s: float = 0.5
    longest_wait_s: float = 30.0
    longest_retry_after_s: float = 900.0  # a server that wants more time is asked another day
    answer_within_s: float = 60.0
    trust_system: bool = True  # the system's proxies and certificates


class Service:
    """One service. Use it as an asynchronous context."""

    def __init__(
        self,
        address: str,
        patience: Patience | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        clock: Clock = lambda: datetime.now(UTC),
        rng: random.Random | None = None,
    ) -> None:
        """Nothing is asked yet. `headers` go with every request, such as a token; they are in no error.

        Raises:
            InvalidInput: The address cannot be used.
        """
        self._base = web(address)
        self._patience = patience or Patience()
        self._headers = {"Accept-Encoding": "identity", "User-Agent": "vigil", **(headers or {})}
        self._clock, self._rng = clock, rng or random.SystemRandom()
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        for talkative in ("httpx", "httpcore"):  # they log the address of every request: whom we ask about
            logging.getLogger(talkative).setLevel(logging.CRITICAL + 1)
        self._client = httpx.AsyncClient(
            follow_redirects=False,
            timeout=self._patience.answer_within_s,
            trust_env=self._patience.trust_system,
            headers=self._headers,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.aclose()

    async def get(self, path: str, asked: Mapping[str, str] | None = None) -> Answer:
        """The answer, after as many attempts as patience allows. Any status but "ask again" is an answer.

        Raises:
            Unavailable: There was none, or it was too long.
        """
        return await self._patiently(_Question("GET", path, asked or {}))

    async def post(
        self, path: str, content: bytes, *, headers: Mapping[str, str] | None = None, most_bytes: int = MAX_ANSWER_BYTES
    ) -> Answer:
        """The answer to some bytes, as for `get`. Only what may safely be given twice is given so: an attempt that was
        heard and not answered is made again.

        Args:
            path: Below the service's address; empty: the address itself.
            headers: What kind of bytes they are, and what kind is wanted.
            most_bytes: A longer answer is not read on.
        Raises:
            Unavailable: There was none, or it was too long.
        """
        return await self._patiently(_Question("POST", path, {}, content, headers or {}, most_bytes))

    async def _patiently(self, question: "_Question") -> Answer:
        for attempt in range(self._patience.attempts):
            try:
                async with asyncio.timeout(self._patience.answer_within_s):
                    answer = await self._once(question)
            except (httpx.TransportError, TimeoutError):
                wait_s = None
            else:
                if answer.status not in _AGAIN:
                    return answer
                wait_s = retry_after_s(answer.headers.get("retry-after"), answer.received_at)
            if attempt + 1 < self._patience.attempts:
                await asyncio.sleep(self._wait_s(attempt, wait_s))
        raise Unavailable("the service does not answer, or only that it is to be asked later")

    async def once(self, path: str, asked: Mapping[str, str] | None = None) -> Answer:
        """The answer to one attempt, whatever its status, for those who ask again by their own measure.

        Raises:
            Unavailable: There was none, or it was too long.
        """
        try:
            async with asyncio.timeout(self._patience.answer_within_s):
                return await self._once(_Question("GET", path, asked or {}))
        except (httpx.TransportError, TimeoutError):
            raise Unavailable("the service does not answer") from None  # the cause holds what was asked

    def _wait_s(self, attempt: int, asked_s: float | None) -> float:
        if asked_s is not None:
            if asked_s > self._patience.longest_retry_after_s:
                raise Unavailable("the service asks to be left alone for longer than is waited")
            return asked_s
        return min(self._patience.first_wait_s * 2.0**attempt, self._patience.longest_wait_s) * self._rng.uniform(
            0.5, 1
        )

    async def _once(self, question: "_Question") -> Answer:
        if self._client is None:
            raise RuntimeError("a Service is used as an asynchronous context")
        url = f"{self._base}/{question.path}" if question.path else self._base
        most = min(question.most_bytes, MAX_ANSWER_BYTES)
        async with self._client.stream(
            question.method,
            url,
            params=dict(question.asked),
            content=question.content,
            headers=dict(question.headers),
        ) as response:
            body = bytearray()
            async for chunk in response.aiter_raw():
                body += chunk
                if len(body) > most:
                    raise Unavailable(f"the service's answer is longer than {most:,} bytes")
            return Answer(
                status=response.status_code,
                body=bytes(body),
                headers=dict(response.headers.items()),
                received_at=self._clock(),
                url=url,
            )


@dataclass(frozen=True, slots=True)
class _Question:
    """What a service is asked."""

    method: str
    path: str
    asked: Mapping[str, str]
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    most_bytes: int = MAX_ANSWER_BYTES
