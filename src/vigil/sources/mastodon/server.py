"""One Mastodon server, asked by its REST API: within its limits, and with every way of not answering told apart.

Asked without the token first: what anyone may read is all that is kept, and a person who has blocked the token's owner
would look silent to it. Only a server that answers nobody without a token (a closed one, or one that wants
authorization for every request) is asked with it from then on.

Its limits (docs.joinmastodon.org/api/rate-limits): 300 requests in 5 minutes for an address or a token; of those with
`min_id` or `max_id` 300 in 15 minutes. A server says what is left in X-RateLimit-Remaining, and when it is filled
again in X-RateLimit-Reset, which stands for Retry-After in its 429.
"""

import math
import random
import re
from collections import deque
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

import orjson

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Deafness
from vigil.sources.live.address import web
from vigil.sources.live.asking import Answer, Patience, Service
from vigil.sources.live.line import retry_after_s
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.ports import Clock

ANSWER_WITHIN_S = 20.0
"""A page of forty posts is some 150 kB."""

LONGEST_WAIT_S = 900.0
"""The longest of a server's limits is counted over 15 minutes; it is asked again then, whatever it says."""

PAGES_IN_15_MIN = 150
"""Half of what a server allows of them; the other half is for news."""

LEAST_LEFT = 60
"""Of 300: beneath it, what is left is for the turns."""

_PAGING = frozenset({"min_id", "max_id", "since_id"})
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{8,512}")
_DENIED = frozenset({401, 403, 422})
"""422: "This method requires an authenticated user", of servers whose public timeline is closed."""


def token_of(text: str) -> str:
    """A token as it can be sent.

    Raises:
        InvalidInput: It is none. The message does not hold it.
    """
    token = text.strip()
    if not _TOKEN.fullmatch(token):
        raise InvalidInput(
            "token: not an access token: copy it from Preferences, Development, Your application on the server"
        )
    return token


class Server:
    """One server. Use it as an asynchronous context."""

    def __init__(
        self,
        address: str,
        *,
        clock: Clock,
        token: str | None = None,
        patience: Patience | None = None,
        rng: random.Random | None = None,
    ) -> None:
        """Nothing is asked yet.

        Raises:
            InvalidInput: The address or the token cannot be used.
        """
        self.base = web(address)
        self._clock = clock
        patience = patience or Patience(attempts=1, answer_within_s=ANSWER_WITHIN_S)
        self._anyone = Service(address, patience, clock=clock, rng=rng)
        self._holder: Service | None = None
        if token is not None:
            headers = {"Authorization": f"Bearer {token_of(token)}"}
            self._holder = Service(address, patience, headers=headers, clock=clock, rng=rng)
        self._as_holder = False
        self._spent_until: datetime | None = None
        self._left: int | None = None  # of the limit that is closest, as the server said last
        self._probed: str | None = None
        self._pages_at: deque[datetime] = deque()
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self._open.enter_async_context(self._anyone)
        if self._holder is not None:
            await self._open.enter_async_context(self._holder)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    async def get(self, path: str, asked: Mapping[str, str] | None = None, *, as_holder: bool = False) -> Answer:
        """The answer: with status 200 it begins as JSON does, or it is 404 or 410, and JSON or not.

        Args:
            path: Of the API, without a slash at its beginning.
            asked: The query.
            as_holder: Ask with the token, where there is one.

        Raises:
            Unanswered: It did not answer, asked to be left alone, wants a token, or gave a page instead.
        """
        now = self._clock()
        if asked is not None and not asked.keys().isdisjoint(_PAGING):
            self._pages_at.append(now)
        if self._spent_until is not None and now < self._spent_until:
            wait_s = (self._spent_until - now).total_seconds()
            raise Unanswered(Deafness.SPENT, retry_after_s=wait_s, everyone=True)
        self._spent_until = None
        with_token = self._holder is not None and (self._as_holder or as_holder)
        answer = await self._once(path, asked, with_token=with_token)
        if answer.status in _DENIED and self._holder is not None and not with_token:
            answer = await self._once(path, asked, with_token=True)
            self._as_holder = self._as_holder or answer.status in {200, 404, 410}
        checked = _checked(answer)
        if checked.status == 200 and asked is None:
            self._probed = path
        return checked

    def may_page(self) -> bool:
        """Whether there is room to read on into the past, beside what has to be asked in any case."""
        since = self._clock() - timedelta(minutes=15)
        while self._pages_at and self._pages_at[0] < since:
            self._pages_at.popleft()
        return len(self._pages_at) < PAGES_IN_15_MIN

    def has_room(self) -> bool:
        """Whether there is room to ask for something out of turn."""
        return self._left is None or self._left >= LEAST_LEFT

    async def probe(self) -> None:
        """See whether the server still answers: what it answered last without a query, or else what it is.

        Raises:
            Unanswered: As `get` does.
        """
        answer = await self.get(self._probed or "api/v1/instance")
        if answer.status != 200:
            self._probed = None

    async def _once(self, path: str, asked: Mapping[str, str] | None, *, with_token: bool) -> Answer:
        service = self._holder if with_token and self._holder is not None else self._anyone
        try:
            answer = await service.once(path, asked)
        except Unavailable:
            raise Unanswered(Deafness.UNREACHABLE, everyone=True) from None
        left = answer.headers.get("x-ratelimit-remaining", "").strip()
        self._left = int(left) if left.isascii() and left.isdecimal() and len(left) < 10 else None
        if self._left == 0 and answer.status != 429:
            self._spent_until = _reset(answer)
        return answer


def _checked(answer: Answer) -> Answer:
    status = answer.status
    if status == 429:
        raise Unanswered(Deafness.RATE_LIMITED, retry_after_s=_wait_s(answer), everyone=True)
    if status in _DENIED:
        raise Unanswered(Deafness.LOGGED_OUT, everyone=True)
    if 300 <= status < 400:
        to_login = "sign_in" in answer.headers.get("location", "") or "login" in answer.headers.get("location", "")
        raise Unanswered(Deafness.LOGGED_OUT if to_login else Deafness.REFUSED, everyone=True)
    if status in {404, 410}:
        return answer
    if status != 200:
        everyone = status in {408, 425, 502, 503, 504}  # what else goes wrong may do so for one account alone
        raise Unanswered(Deafness.REFUSED, retry_after_s=_wait_s(answer), everyone=everyone)
    if answer.body.lstrip()[:1] not in {b"{", b"["}:  # a page for people: to log in, or of a proxy
        raise Unanswered(Deafness.LOGGED_OUT, everyone=True)
    return answer


def _wait_s(answer: Answer) -> float | None:
    """How long it asks to be left alone, or None: it does not say."""
    said_s = retry_after_s(answer.headers.get("retry-after"), answer.received_at)
    if said_s is None and answer.status == 429 and (reset := _reset(answer)) is not None:
        said_s = (reset - answer.received_at).total_seconds()
    return None if said_s is None or math.isnan(said_s) else min(max(said_s, 1.0), LONGEST_WAIT_S)


def _reset(answer: Answer) -> datetime | None:
    """When the server's limit is filled again, within what is waited at most: an instant, or seconds since 1970."""
    said = answer.headers.get("x-ratelimit-reset", "").strip()
    try:
        at = datetime.fromtimestamp(int(said), UTC) if said.isdecimal() else datetime.fromisoformat(said)
    except (ValueError, OverflowError, OSError):
        return None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    within_s = (at - answer.received_at).total_seconds()
    return at if 0 < within_s <= LONGEST_WAIT_S else None


def json_of(answer: Answer) -> object:
    """An answer's JSON, or None: it is none."""
    try:
        said: object = orjson.loads(answer.body)
    except orjson.JSONDecodeError:
        return None
    return said
