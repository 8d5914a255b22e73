"""The public preview, listened to: each channel asked in turn, and what is known of all written down now and then."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from vigil.model.heard import Filled, Gap, Heard, Pulse
from vigil.model.witness import WatchedAccount
from vigil.sources.live.rounds import Rounds
from vigil.sources.telegram.memory import Memory
from vigil.sources.telegram.site import Site
from vigil.usecases.listening.collecting import Item

REMEMBERED_EVERY = timedelta(seconds=60)
"""How often what is known is written down. After a fall, what came since is asked for and told again."""


class PreviewCollector:
    """The preview, channel by channel."""

    def __init__(self, site: Site, memory: Memory, rounds: Rounds) -> None:
        """It has not begun."""
        self._site, self._memory, self._rounds = site, memory, rounds

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Listen for these from now on, in place of those before."""
        self._memory.watch(accounts)
        self._rounds.watch(accounts)

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:
        """Everything heard. `once`: each channel is asked once."""
        remembering = Remembering(self._memory, once=once)
        async with self._site:
            said = cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._rounds.listen(once=once))
            async with aclosing(said):
                async for item in said:
                    yield remembering.noted(item)


class Remembering:
    """Writes down now and then what is known: as the cursor of a pulse of the source."""

    def __init__(self, memory: Memory, *, once: bool) -> None:
        """`once`: with every such pulse, since each may be the last."""
        self._memory, self._once = memory, once
        self._written_at: datetime | None = None

    def noted(self, item: Heard | Gap | Filled | Pulse) -> Item:
        """The item, with a cursor where it is time."""
        if not isinstance(item, Pulse) or item.account is not None:
            return item
        if self._once or self._written_at is None or item.at - self._written_at >= REMEMBERED_EVERY:
            self._written_at = item.at
            return replace(item, cursor=self._memory.cursor())
        return item
