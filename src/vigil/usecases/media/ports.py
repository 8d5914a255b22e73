"""What keeping media needs from outside: something that fetches, and something that says what bytes are."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from vigil.model.media import MediaFacts


class Answer(Protocol):
    """What a server answered at last, after redirects."""

    @property
    def url(self) -> str: ...
    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def body(self) -> bytes: ...
    @property
    def received_at(self) -> datetime: ...


class Fetch(Protocol):
    """Gets what is at an address, without coming to harm: the address was written by a stranger."""

    async def __call__(self, url: str, *, most_bytes: int) -> Answer:
        """The answer, whatever its status.

        Raises:
            InvalidInput: It will never be had: the address is none.
            Unavailable: It was not to be had now.
        """
        ...


Examine = Callable[[bytes], Awaitable[MediaFacts]]
"""Gives the facts of a file, without coming to harm. Raises Unavailable: it cannot now."""
