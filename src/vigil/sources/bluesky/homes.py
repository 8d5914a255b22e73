"""Who answers for an account: its own server, as the directory names it, or the one archive that was named for all.

An account's own server has its posts as they are, and nobody in between. It learns that somebody asks for this account;
whoever runs a server of their own learns from where. Where that is too much, one archive is named, or none.

A server that did not answer is left alone for a while, whoever's account is next, so that one that hangs does not make
all the others late.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import AccountId
from vigil.sources.bluesky.resolve import home_of
from vigil.sources.bluesky.setup import HOME, NOBODY, Setup
from vigil.sources.live.asking import Patience, Service
from vigil.usecases.ports import Clock

GET_BLOB = "xrpc/com.atproto.sync.getBlob"

AT_HOME_S = 86_400.0
"""How long an account is taken to live where the directory said. People move seldom, and are looked up anew then."""

FIRST_ALONE_S, LONGEST_ALONE_S = 10.0, 600.0
"""How long a server that did not answer is left alone: doubling, well within the time in which accounts are probed."""


class NoHome(InvalidInput):
    """Nobody can be asked for this account: it has no server in the directory, or none is to be asked."""


@dataclass(slots=True)
class _Alone:
    until_s: float
    n_failed: int


class Homes:
    """The servers of many accounts. Use it as an asynchronous context."""

    def __init__(self, setup: Setup, *, clock: Clock) -> None:
        """Nobody is asked yet."""
        self._setup, self._clock = setup, clock
        self._stack = AsyncExitStack()
        self._services: dict[tuple[str, Patience], Service] = {}
        self._homes: dict[str, tuple[str | None, float]] = {}
        self._alone: dict[str, _Alone] = {}

    async def __aenter__(self) -> Self:
        self._stack = AsyncExitStack()
        self._services = {}
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    @property
    def answers(self) -> bool:
        """Whether anybody may be asked at all."""
        return self._setup.archive != NOBODY

    def known(self, did: str) -> str | None:
        """The address of an account's own server, if it was looked up before."""
        return self._homes.get(did, (None, 0.0))[0]

    def blob(self, did: str, cid: str) -> str | None:
        """Where a picture or video is, as it was uploaded. None: where the account lives was not looked up yet."""
        server = self._setup.archive if self._setup.archive != HOME else self.known(did)
        if server is None or not self.answers:
            return None
        return f"{server}/{GET_BLOB}?{urlencode({'did': did, 'cid': cid}, safe=':')}"

    def forget(self, did: str) -> bool:
        """Look up anew where an account lives. Whether there is another to look up."""
        return self._homes.pop(did, None) is not None

    @asynccontextmanager
    async def server_of(self, did: str, patience: Patience) -> AsyncIterator[Service]:
        """The server that answers for an account.

        Raises:
            NoHome: There is none that may be asked.
            Unavailable: It, or the directory, does not answer, or did not a moment ago.
        """
        address = self._setup.archive if self._setup.archive != HOME else await self._home(did, patience)
        if address is None or not self.answers:
            raise NoHome("this account has no server that may be asked")
        async with self._asking(address, patience) as service:
            yield service

    @asynccontextmanager
    async def _asking(self, address: str, patience: Patience) -> AsyncIterator[Service]:
        alone = self._alone.get(address)
        if alone is not None and alone.until_s > _now():
            raise Unavailable("the server did not answer a moment ago")
        service = self._services.get((address, patience))
        if service is None:
            service = await self._stack.enter_async_context(Service(address, patience, clock=self._clock))
            self._services[address, patience] = service
        try:
            yield service
        except Unavailable:
            n_failed = alone.n_failed + 1 if alone else 1
            wait_s = min(FIRST_ALONE_S * 2.0 ** min(n_failed - 1, 20), LONGEST_ALONE_S)
            self._alone[address] = _Alone(_now() + wait_s, n_failed)
            raise
        except InvalidInput:
            self._alone.pop(address, None)  # it answered
            raise
        self._alone.pop(address, None)

    async def _home(self, did: str, patience: Patience) -> str | None:
        found = self._homes.get(did)
        if found is not None and found[1] > _now():
            return found[0]
        if not did.startswith("did:plc:"):
            return None  # its holder's own domain would have to be asked, and would learn that somebody looks
        async with self._asking(self._setup.directory, patience) as directory:
            try:
                home = await home_of(directory, AccountId(did), on_this_machine=self._setup.on_this_machine)
            except Unavailable:
                raise
            except InvalidInput:
                server = None
            else:
                server = home.server
        self._homes[did] = (server, _now() + AT_HOME_S)
        return server


def _now() -> float:
    return asyncio.get_running_loop().time()
