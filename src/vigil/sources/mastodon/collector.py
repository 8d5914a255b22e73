"""A Mastodon server, listened to in two ways at once: asked account by account, and heard on its stream.

What is heard rests on the asking: the stream leaves out replies, boosts and unlisted posts, and one that carries
nothing looks like one on which nobody spoke. So the pulses of the accounts are the rounds', and the pulse of the source
joins both: blind where the server does not answer, degraded where the stream that should be there is deaf, and behind
where asking found a public post that the stream had not brought.

Between the turns of few accounts a server could be gone for long. It is asked once a minute whether it still answers.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import cast

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Pulse
from vigil.model.witness import WatchedAccount
from vigil.sources.live.line import LineSettings
from vigil.sources.live.line import listen as listen_on_line
from vigil.sources.live.merged import merged
from vigil.sources.live.rounds import Rounds, Unanswered
from vigil.sources.mastodon.asker import Asker
from vigil.sources.mastodon.ear import MastodonEar
from vigil.sources.mastodon.lives import Lives
from vigil.sources.mastodon.memory import written
from vigil.sources.mastodon.server import Server
from vigil.usecases.listening.collecting import Item
from vigil.usecases.ports import Clock

REMEMBERED_EVERY = timedelta(minutes=5)
"""How often what is known is written down. After a fall, posts that came since and are gone are not missed."""


class MastodonCollector:
    """One server, listened to."""

    def __init__(
        self,
        server: Server,
        lives: Lives,
        asker: Asker,
        rounds: Rounds,
        ear: MastodonEar | None,
        *,
        line: LineSettings,
        probe_every_s: float,
        clock: Clock,
    ) -> None:
        """`ear`: None: no stream is listened to."""
        self._server, self._lives, self._asker, self._rounds, self._ear = server, lives, asker, rounds, ear
        self._line, self._probe_every_s, self._clock = line, probe_every_s, clock

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Listen for these from now on, in place of those before."""
        self._lives.watch(accounts)
        self._rounds.watch(accounts)

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:
        """Everything heard. `once`: each account is asked once, and no stream is listened to."""
        async with self._server:
            sources: list[AsyncGenerator[_Said, None]] = [self._asked(once=once)]
            if not once:
                sources.append(self._probed())
                if self._ear is not None:
                    sources += [self._streamed(self._ear), self._prompted(self._ear)]
            joined = _Joined(self._lives, self._clock, streams=len(sources) > 2)
            remembered_at: datetime | None = None
            async with aclosing(merged(sources)) as said:
                async for each in said:
                    for item in joined.take(each):
                        now = self._clock()
                        if isinstance(item, Pulse) and item.account is None and _is_time(remembered_at, now, once=once):
                            remembered_at = now
                            yield replace(item, cursor=written(self._lives))
                        else:
                            yield item

    async def _asked(self, *, once: bool) -> "AsyncGenerator[_Said, None]":
        rounds = cast("AsyncGenerator[Heard | Gap | Filled | Pulse, None]", self._rounds.listen(once=once))
        async with aclosing(rounds):
            async for item in rounds:
                yield item

    async def _streamed(self, ear: MastodonEar) -> "AsyncGenerator[_Said, None]":
        async with aclosing(heard_on(ear, self._line, clock=self._clock)) as items:
            async for item in items:
                if isinstance(item, Pulse):
                    yield _OfTheStream(item)
                elif isinstance(item, Heard):
                    yield item  # its gaps are none: the rounds close them

    async def _prompted(self, ear: MastodonEar) -> "AsyncGenerator[_Said, None]":
        """Accounts that post are asked for, that what came before is given before; then what the stream said."""
        while True:
            waiting = await ear.waiting.get()
            if ear.is_to_be_asked(waiting.life, waiting.message.received_at) and self._server.has_room():
                asking = cast("AsyncGenerator[Heard | Gap | Filled, None]", self._asker.ask(waiting.life.watched))
                try:
                    async with aclosing(asking):
                        async for item in asking:
                            yield item
                except Unanswered:
                    pass  # its turn comes, and says so; what the stream brought is not kept back for it
            for heard in ear.caught_up(waiting):
                yield heard

    async def _probed(self) -> "AsyncGenerator[_Said, None]":
        while True:
            await asyncio.sleep(self._probe_every_s)
            try:
                await self._server.probe()
            except Unanswered as unanswered:
                wait_s = unanswered.retry_after_s
                yield _OfTheProbe(
                    unanswered.why, self._clock() + timedelta(seconds=wait_s) if wait_s is not None else None
                )
            else:
                yield _OfTheProbe(None, None)


def heard_on(
    ear: MastodonEar, settings: LineSettings, *, clock: Clock = lambda: datetime.now(UTC)
) -> AsyncGenerator[Heard | Gap | Pulse, None]:
    """The stream alone, to be closed by whoever is done with it."""
    return cast("AsyncGenerator[Heard | Gap | Pulse, None]", listen_on_line(ear, settings, clock=clock))


def _is_time(before: datetime | None, now: datetime, *, once: bool) -> bool:
    """Whether to write down what is known."""
    return once or before is None or now - before >= REMEMBERED_EVERY


@dataclass(frozen=True, slots=True)
class _OfTheStream:
    """A pulse of the stream's."""

    pulse: Pulse


@dataclass(frozen=True, slots=True)
class _OfTheProbe:
    """Whether the server answers at all."""

    why: Deafness | None
    retry_at: datetime | None


_Said = Heard | Gap | Filled | Pulse | _OfTheStream | _OfTheProbe


class _Joined:
    """What both ways of listening say, as one source."""

    def __init__(self, lives: Lives, clock: Clock, *, streams: bool) -> None:
        self._lives, self._clock, self._streams = lives, clock, streams
        self._beat: Pulse | None = None  # the rounds' last, of the source
        self._stream: Pulse | None = None
        self._probe: _OfTheProbe | None = None  # the last that failed, until somebody is answered again
        self._answered_at: datetime | None = None  # by the last probe that was answered
        self._n_events = 0
        self._last_why: Deafness | None = Deafness.CONNECTING

    def take(self, said: "_Said") -> list[Item]:
        """What to pass on of it."""
        match said:
            case _OfTheStream(pulse=pulse):
                self._stream = pulse
                self._n_events += pulse.n_events
                if pulse.why is not None:
                    self._lives.stream_hears_since = None
                elif self._lives.stream_hears_since is None:
                    self._lives.stream_hears_since = pulse.at
                return self._if_changed()
            case _OfTheProbe():
                self._probe = said if said.why is not None else None
                self._answered_at = self._clock() if said.why is None else self._answered_at
                return self._if_changed()
            case Pulse(account=None):
                self._beat = said
                self._n_events += said.n_events
                return [self._pulse(said)]
            case Pulse():
                if said.why is None:
                    self._probe = None
                return [replace(said, n_malformed=self._n_malformed(said)), *self._if_changed()]
            case _:
                return [said]

    def _if_changed(self) -> list[Item]:
        if self._beat is None or self._hearing(self._beat)[1] == self._last_why:
            return []
        return [self._pulse(replace(self._beat, at=self._clock(), rate_per_s=0.0))]

    def _hearing(self, beat: Pulse) -> tuple[Hearing, Deafness | None]:
        if self._probe is not None:
            return Hearing.BLIND, self._probe.why
        if beat.why is not None or not self._streams:
            return beat.hearing, beat.why
        if self._stream is None or self._stream.why is not None:
            return Hearing.DEGRADED, Deafness.CONNECTING if self._stream is None else self._stream.why
        if self._lives.stream_is_behind:
            return Hearing.DEGRADED, Deafness.BEHIND
        return Hearing.HEALTHY, None

    def _pulse(self, beat: Pulse) -> Pulse:
        """A pulse of the source as a whole."""
        hearing, self._last_why = self._hearing(beat)
        n_events, self._n_events = self._n_events, 0
        stream = self._stream
        heard_until = max((at for at in (beat.heard_until, self._answered_at) if at is not None), default=None)
        return replace(
            beat,
            heard_until=heard_until,
            hearing=hearing,
            why=self._last_why,
            n_events=n_events,
            rate_per_s=beat.rate_per_s + (stream.rate_per_s if stream else 0.0),
            usual_rate_per_s=stream.usual_rate_per_s if stream else None,
            n_malformed=self._n_malformed(beat),
            n_repeated=beat.n_repeated + (stream.n_repeated if stream else 0),
            retry_at=self._probe.retry_at if self._probe is not None else beat.retry_at,
        )

    def _n_malformed(self, beat: Pulse) -> int:
        return beat.n_malformed + (self._stream.n_malformed if self._stream else 0)
