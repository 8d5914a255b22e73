"""The filtered stream: posts within seconds, where asking in turns would take minutes.

What is watched stands at X as rules of the application the token belongs to, tagged as ours. The stream gives what any
of its rules lets through, and each post is a read: where there are rules of somebody else's, it is not opened.

A keep-alive comes every 20 seconds; where nothing comes for a minute the stream is deaf and is made anew. Waits
between attempts grow as X asks (docs.x.com/x-api/fundamentals/handling-disconnections). A stream that is closed loses
what was posted meanwhile: it is asked for, account by account, so the stream has no gaps of its own.
"""

import asyncio
import random
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import orjson

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness
from vigil.sources.live.asking import Answer
from vigil.sources.live.long_lines import Line, Opened
from vigil.sources.live.rounds import Unanswered
from vigil.sources.x.answers import SECRET_HEADERS, check, page_in
from vigil.sources.x.api import Api
from vigil.sources.x.budget import ids_of
from vigil.sources.x.memory import Memory
from vigil.sources.x.names import is_number
from vigil.sources.x.post import Page, Post, id_in, page_of, post_of
from vigil.sources.x.telling import Came, Telling
from vigil.usecases.ports import Clock

TAG = "vigil"
MOST_RULE = 512
"""Characters of a rule; X allows 512 to 1,024 by what is paid for."""

MARGIN = 100
"""Reads kept back while the stream is open: what is on its way cannot be called back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamSettings:
    """How patient to be with the stream."""

    closed_step_s: float = 0.25  # more at each attempt after the connection closed,
    closed_most_s: float = 16.0  # up to this
    refused_first_s: float = 5.0  # doubling at each refusal,
    refused_most_s: float = 320.0  # up to this
    limited_first_s: float = 60.0  # after a 429 that does not say how long
    look_again_s: float = 60.0  # whether there are reads again
    media: bool = True


@dataclass(frozen=True, slots=True)
class StreamState:
    """How the stream hears, as of now."""

    why: Deafness | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamed:
    """A post that came on the stream, with what it came in."""

    post: Post
    page: Page
    raw: bytes
    came: Came
    connected_at: datetime


class Stream:
    """The stream of one application."""

    def __init__(
        self,
        api: Api,
        memory: Memory,
        telling: Telling,
        settings: StreamSettings,
        *,
        clock: Clock,
        rng: random.Random | None = None,
    ) -> None:
        """Nothing is asked yet."""
        self._api, self._memory, self._telling, self._settings = api, memory, telling, settings
        self._clock, self._rng = clock, rng or random.SystemRandom()
        self._anew = asyncio.Event()
        self._n_closed = self._n_refused = 0

    def changed(self) -> None:
        """Others are watched from now on."""
        self._anew.set()

    async def listen(self) -> AsyncGenerator[StreamState | Streamed, None]:
        """Everything that comes, without end, and how it hears at each change."""
        while True:
            self._anew.clear()
            try:
                async with aclosing(self._connection()) as items:
                    async for item in items:
                        yield item
                why, wait_s = Deafness.CONNECTING, 0.0  # others are watched: made anew
            except Unanswered as unanswered:
                why, wait_s = unanswered.why, self._wait_s(unanswered)
            self._memory.stream_hears_since = None
            yield StreamState(why)
            await asyncio.sleep(wait_s)

    async def _connection(self) -> AsyncGenerator[StreamState | Streamed, None]:
        """One connection, until it ends with a reason, or others are watched."""
        budget = self._memory.budget
        margin = MARGIN * (5 if self._settings.media else 1)
        margin = min(margin, budget.per_month // 10)
        held = budget.hold(margin, self._clock())
        try:
            if held < margin or not margin:
                raise Unanswered(Deafness.SPENT, retry_after_s=self._settings.look_again_s)
            await self._keep_rules()
            stream = cast("AsyncGenerator[Opened | Line | Answer, None]", self._api.stream(media=self._settings.media))
            connected_at = self._clock()
            async with aclosing(stream):
                async for item in stream:
                    if isinstance(item, Answer):
                        check(item)
                        raise Unanswered(Deafness.REFUSED)
                    if isinstance(item, Opened):
                        connected_at = item.received_at
                        self._memory.stream_hears_since, self._memory.stream_is_behind = connected_at, False
                        yield StreamState(None)
                        continue
                    self._n_closed = self._n_refused = 0
                    for streamed in self._line(item, connected_at):
                        yield streamed
                    if self._anew.is_set():
                        return
                    if budget.left(self._clock()) <= 0:
                        raise Unanswered(Deafness.SPENT, retry_after_s=self._settings.look_again_s)
        finally:
            budget.settle(held, (), self._clock())

    def _line(self, line: Line, connected_at: datetime) -> list[Streamed]:
        """What a line says. Raises Unanswered: that the stream ends."""
        if line.too_long:
            self._telling.n_malformed += 1
            return []
        if not line.raw.strip():
            return []
        if b"connection_issue" in line.raw[:4096] and b'"data"' not in line.raw[:4096]:
            raise Unanswered(Deafness.REFUSED)  # of connections there are too many
        try:
            page = page_of(line.raw)
        except Malformed:
            self._telling.n_malformed += 1
            return []
        ids = [id_in(raw) or f"?{line.received_at.isoformat()}" for raw in page.entries]
        self._memory.budget.settle(0, ids_of("p", ids) + ids_of("m", page.media_keys), self._clock())
        if not page.entries:
            raise Unanswered(Deafness.CLOSED)  # an error: it says that it ends, and why
        came = Came(
            received_at=line.received_at,
            url=f"{self._api.base}/2/tweets/search/stream",
            headers={name: value for name, value in line.headers.items() if name.lower() not in SECRET_HEADERS},
            status=200,
        )
        found = []
        for raw in page.entries:
            try:
                post = post_of(raw)
            except Malformed:
                self._telling.n_malformed += 1
                continue
            found.append(Streamed(post=post, page=page, raw=line.raw, came=came, connected_at=connected_at))
        return found

    async def _keep_rules(self) -> None:
        """See to it that the rules at X let through who is watched, and nobody else."""
        wanted = rules_for([each.account.id for each in self._memory.all()])
        if not wanted:
            raise Unanswered(Deafness.REFUSED)
        own, others = await rules_there(self._api)
        if others:
            raise Unanswered(Deafness.REFUSED)
        old = [number for number, value in own.items() if value not in wanted]
        new = [value for value in wanted if value not in own.values()]
        if old:
            check(await self._api.delete_rules(old))
        if new:
            made = page_in(await self._api.add_rules([(value, TAG) for value in new]))
            if made.faults:
                raise Unanswered(Deafness.REFUSED)

    def _wait_s(self, unanswered: Unanswered) -> float:
        """As X asks for it, cut at random a little, so that many do not come back as one."""
        settings, chance = self._settings, self._rng.uniform(0.75, 1.0)
        if unanswered.retry_after_s is not None:
            return unanswered.retry_after_s
        if unanswered.why in {Deafness.CLOSED, Deafness.QUIET, Deafness.UNREACHABLE}:
            wait_s = min(self._n_closed * settings.closed_step_s, settings.closed_most_s)
            self._n_closed += 1
            return wait_s * chance
        first_s = settings.refused_first_s
        if unanswered.why is Deafness.RATE_LIMITED:
            first_s = settings.limited_first_s
        wait_s = min(first_s * 2.0 ** min(self._n_refused, 20), settings.refused_most_s)
        self._n_refused += 1
        return wait_s * chance


def rules_for(numbers: Sequence[str]) -> list[str]:
    """Rules that let these accounts through, as few as there can be."""
    rules: list[str] = []
    for number in sorted((each for each in numbers if is_number(each)), key=int):
        part = f"from:{number}"
        if rules and len(rules[-1]) + len(" OR ") + len(part) <= MOST_RULE:
            rules[-1] += f" OR {part}"
        else:
            rules.append(part)
    return rules


async def rules_there(api: Api) -> tuple[dict[str, str], int]:
    """Our rules at X by their ids, and how many there are of others.

    Raises:
        Unanswered: They could not be had.
    """
    own: dict[str, str] = {}
    others = 0
    for raw in page_in(await api.rules()).entries:
        said = orjson.loads(raw)
        number, value = (said.get("id"), said.get("value")) if isinstance(said, dict) else (None, None)
        if isinstance(number, str) and isinstance(value, str) and said.get("tag") == TAG:
            own[number] = value
        else:
            others += 1
    return own, others
