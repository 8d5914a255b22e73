"""X, listened to: each account asked in turn, and where it is wanted, the stream beside it.

What is heard rests on the asking: the pulses of the accounts are the rounds'. The pulse of the source joins both: blind
where X does not answer or no reads are left, degraded where the stream that should be there is deaf.

What comes on the stream is asked for first where its account was not asked for since the stream was connected, so that
what came before is given before. X charges once for what it gives twice in a day.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Pulse
from vigil.model.witness import WatchedAccount
from vigil.sources.live.merged import merged
from vigil.sources.live.rounds import Rounds, Unanswered
from vigil.sources.x.asker import Asker
from vigil.sources.x.memory import Memory
from vigil.sources.x.names import account_of
from vigil.sources.x.stream import Stream, Streamed, StreamState
from vigil.usecases.listening.collecting import Item

_Said = Heard | Gap | Filled | Pulse | StreamState

REMEMBERED_EVERY = timedelta(seconds=60)
"""How often what is known is written down, if nothing was spent. What was spent is at the next pulse."""


class XCollector:
    """One application's reads, listened with."""

    def __init__(
        self,
        api: AbstractAsyncContextManager[Any],
        memory: Memory,
        asker: Asker,
        rounds: Rounds,
        stream: Stream | None,
    ) -> None:
        """`stream`: None: none is listened to."""
        self._api, self._memory, self._telling = api, memory, asker.telling
        self._asker, self._rounds, self._stream = asker, rounds, stream
        self._beat: Pulse | None = None
        self._stream_why: Deafness | None = Deafness.CONNECTING
        self._last_why: Deafness | None = None
        self._written: tuple[datetime | None, int] = (None, -1)

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Listen for these from now on, in place of those before."""
        self._memory.watch(accounts)
        self._rounds.watch(accounts)
        if self._stream is not None:
            self._stream.changed()

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:
        """Everything heard. `once`: each account is asked once, and no stream is listened to."""
        async with self._api:
            sources: list[AsyncGenerator[_Said, None]] = [self._asked(once=once)]
            streams = self._stream is not None and not once
            if self._stream is not None and streams:
                sources.append(self._streamed(self._stream))
            async with aclosing(merged(sources)) as said:
                async for each in said:
                    for item in self._joined(each, streams=streams):
                        yield item

    async def _asked(self, *, once: bool) -> AsyncGenerator[_Said, None]:
        rounds = cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._rounds.listen(once=once))
        async with aclosing(rounds):
            async for item in rounds:
                # Now, not when it is taken: what is known now was given before it, and what comes later was not.
                yield self._remembering(item, once=once)

    async def _streamed(self, stream: Stream) -> AsyncGenerator[_Said, None]:
        async with aclosing(stream.listen()) as items:
            async for item in items:
                if isinstance(item, StreamState):
                    yield item
                    continue
                async with aclosing(self._in_order(item)) as given:
                    async for each in given:
                        yield each

    async def _in_order(self, item: Streamed) -> AsyncGenerator[_Said, None]:
        life = self._memory.find(account_of(item.post.author))
        if life is None:
            return
        if not life.here or life.asked_at is None or life.asked_at < item.connected_at:
            asking = cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._asker.ask(life.watched))
            try:
                async with aclosing(asking):
                    async for each in asking:
                        yield each
            except Unanswered:
                pass  # its turn comes, and says so; what the stream brought is not kept back for it
        async with life.asking:
            for heard in self._telling.post(life, item.post, item.came, raw=item.raw, media=item.page.media):
                yield heard

    def _joined(self, said: _Said, *, streams: bool) -> list[Item]:
        match said:
            case StreamState(why=why):
                self._stream_why = why
                return self._if_changed(streams=streams)
            case Pulse(account=None):
                self._beat = said
                return [self._pulse(said, streams=streams)]
            case Pulse():
                return [said, *self._if_changed(streams=streams)]
            case _:
                return [said]

    def _if_changed(self, *, streams: bool) -> list[Item]:
        if self._beat is None or self._hearing(self._beat, streams=streams)[1] == self._last_why:
            return []
        return [self._pulse(replace(self._beat, n_events=0, rate_per_s=0.0, cursor=None), streams=streams)]

    def _hearing(self, beat: Pulse, *, streams: bool) -> tuple[Hearing, Deafness | None]:
        if beat.why is not None or not streams:
            return beat.hearing, beat.why
        if self._stream_why is not None:
            return Hearing.DEGRADED, self._stream_why
        if self._memory.stream_is_behind:
            return Hearing.DEGRADED, Deafness.BEHIND
        return Hearing.HEALTHY, None

    def _pulse(self, beat: Pulse, *, streams: bool) -> Pulse:
        hearing, self._last_why = self._hearing(beat, streams=streams)
        n_malformed, n_repeated = self._telling.n_malformed, self._telling.n_repeated
        return replace(beat, hearing=hearing, why=self._last_why, n_malformed=n_malformed, n_repeated=n_repeated)

    def _remembering(self, item: _Said, *, once: bool) -> _Said:
        """A pulse of the source carries what is known and spent, when it is time."""
        if not isinstance(item, Pulse) or item.account is not None:
            return item
        written_at, spent = self._written
        due = written_at is None or item.at - written_at >= REMEMBERED_EVERY
        if not (once or due or spent != self._memory.budget.spent):
            return item
        self._written = (item.at, self._memory.budget.spent)
        return replace(item, cursor=self._memory.cursor())
