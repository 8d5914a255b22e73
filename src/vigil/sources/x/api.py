"""The API as this source asks it, each way of not answering told apart, and none of its limits asked beyond."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from vigil.model.heard import Deafness
from vigil.sources.live.asking import Answer
from vigil.sources.live.long_lines import Line, Opened
from vigil.sources.live.rounds import Unanswered
from vigil.sources.x.answers import kept_headers, page_in, says_why, used_up_s, wait_s
from vigil.sources.x.post import Page
from vigil.sources.x.telling import Came
from vigil.usecases.ports import Clock


class Api(Protocol):
    """What is asked of X. `sources/live/x_api.py` asks it; its words there."""

    base: str

    async def timeline(
        self, number: str, *, most: int, since_id: str | None, begin: datetime | None, page: str | None, media: bool
    ) -> Answer:
        """A page of an account's posts."""
        ...

    async def person(self, number: str) -> Answer:
        """What an account is."""
        ...

    async def person_named(self, name: str) -> Answer:
        """Whose a name is."""
        ...

    async def posts(self, numbers: Sequence[str]) -> Answer:
        """Whether posts are there."""
        ...

    async def usage(self) -> Answer:
        """How many reads X counts."""
        ...

    async def rules(self) -> Answer:
        """The rules of the stream."""
        ...

    async def add_rules(self, rules: Sequence[tuple[str, str]]) -> Answer:
        """Add rules to the stream."""
        ...

    async def delete_rules(self, numbers: Sequence[str]) -> Answer:
        """Take rules out of the stream."""
        ...

    def stream(self, *, media: bool) -> AsyncIterator[Opened | Line | Answer]:
        """The filtered stream."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer, taken apart, and how it came."""

    page: Page
    answer: Answer
    came: Came


class Patient:
    """The API, asked with an eye on its limits: what it says is used up is not asked for until it counts anew."""

    def __init__(self, api: Api, *, clock: Clock) -> None:
        """Nothing is asked yet."""
        self.api, self.base = api, api.base
        self._clock = clock
        self._not_before: dict[str, datetime] = {}

    async def timeline(
        self,
        number: str,
        *,
        most: int,
        since_id: str | None,
        begin: datetime | None,
        page: str | None,
        media: bool,
    ) -> Asked:
        """A page of an account's posts. Raises Unanswered."""
        return await self._ask(
            "2/users/-/tweets",
            lambda: self.api.timeline(number, most=most, since_id=since_id, begin=begin, page=page, media=media),
        )

    async def person(self, number: str) -> Asked:
        """What an account is. Raises Unanswered."""
        return await self._ask("2/users", lambda: self.api.person(number))

    async def posts(self, numbers: Sequence[str]) -> Asked:
        """Whether posts are there. Raises Unanswered."""
        return await self._ask("2/tweets", lambda: self.api.posts(numbers))

    async def probe(self) -> None:
        """See whether the API answers at all, by a question that is no read. Raises Unanswered."""
        answer = await self.api.usage()
        if answer.status in {403, 404} and says_why(answer.body):
            return  # it answers; who pays in another way is not told what was used
        page_in(answer)

    async def _ask(self, path: str, asking: "Callable[[], Awaitable[Answer]]") -> Asked:
        until = self._not_before.get(path)
        now = self._clock()
        if until is not None and now < until:
            raise Unanswered(Deafness.RATE_LIMITED, retry_after_s=(until - now).total_seconds(), everyone=True)
        answer = await asking()
        used_up = wait_s(answer) if answer.status == 429 else used_up_s(answer)
        if used_up is not None:
            self._not_before[path] = answer.received_at + timedelta(seconds=used_up)
        page = page_in(answer)
        came = Came(
            received_at=answer.received_at,
            url=f"{self.api.base}/{path}",
            headers=kept_headers(answer),
            status=answer.status,
        )
        return Asked(page, answer, came)
