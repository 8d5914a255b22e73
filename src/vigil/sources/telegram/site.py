"""The public preview, asked page by page, with every way of not answering told apart."""

import math
import random
from collections.abc import Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from vigil.model.errors import Unavailable
from vigil.model.heard import Deafness
from vigil.sources.live.address import web
from vigil.sources.live.asking import Answer, Patience, Service
from vigil.sources.live.line import retry_after_s
from vigil.sources.live.rounds import Unanswered
from vigil.sources.telegram.preview import asks_who_is_there
from vigil.usecases.ports import Clock

ADDRESS = "https://t.me"

ANSWER_WITHIN_S = 30.0
"""A page is some 100 kB."""

LONGEST_WAIT_S = 3600.0

PROBED = "telegram"
"""Telegram's own news: a name that anyone might ask about."""

_SECRET_HEADERS = frozenset({"set-cookie"})
_ASKED = {"Accept-Language": "en"}
"""The words that say that a post is edited, or gone, come in the language that is asked for."""


class Site:
    """The preview. Use it as an asynchronous context."""

    def __init__(
        self,
        address: str,
        *,
        clock: Clock,
        patience: Patience | None = None,
        rng: random.Random | None = None,
    ) -> None:
        """Nothing is asked yet. Raises InvalidInput: the address cannot be used."""
        base = web(address if "://" in address else f"https://{address}")
        self.shown_as = f"{base}/s/-"
        patience = patience or Patience(attempts=1, answer_within_s=ANSWER_WITHIN_S)
        self._service = Service(base, patience, headers=_ASKED, clock=clock, rng=rng)

    async def __aenter__(self) -> Self:
        await self._service.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._service.__aexit__(kind, error, trace)

    async def page(self, name: str, before: int | None = None) -> Answer:
        """A page of a channel's messages: the newest, or those before a number. Its status is 200.

        Raises:
            Unanswered: There was none; NOT_THERE where the channel is not shown, or there is no such channel.
        """
        answer = _checked(await self._once(f"s/{name}", {} if before is None else {"before": str(before)}))
        if answer.status != 200:
            raise _sent_on(answer, name)
        if b"tgme_" not in answer.body:
            raise Unanswered(_in_place_of_a_page(answer.body), everyone=True)
        return answer

    async def post(self, name: str, number: int) -> Answer:
        """The page of a single post, or of there being none.

        Raises:
            Unanswered: There was no answer.
        """
        return _checked(await self._once(f"{name}/{number}", {"embed": "1", "mode": "tme"}))

    async def about(self, name: str) -> Answer:
        """The page that says what goes by a name.

        Raises:
            Unanswered: There was no answer.
        """
        return _checked(await self._once(name, {}))

    async def probe(self) -> None:
        """See whether the site answers at all, by the page of a name that is nobody watched.

        Raises:
            Unanswered: It does not, or something that is not Telegram's does.
        """
        answer = await self.about(PROBED)
        if answer.status != 200 or b"tgme_" not in answer.body:
            raise Unanswered(_in_place_of_a_page(answer.body), everyone=True)

    @staticmethod
    def kept(headers: Mapping[str, str]) -> dict[str, str]:
        """Headers without those that would let somebody in."""
        return {name: value for name, value in headers.items() if name.lower() not in _SECRET_HEADERS}

    async def _once(self, path: str, asked: Mapping[str, str]) -> Answer:
        try:
            return await self._service.once(path, asked)
        except Unavailable:
            raise Unanswered(Deafness.UNREACHABLE, everyone=True) from None


def _checked(answer: Answer) -> Answer:
    status = answer.status
    if status == 429:
        raise Unanswered(Deafness.RATE_LIMITED, retry_after_s=_wait_s(answer), everyone=True)
    if status in {401, 403}:
        raise Unanswered(Deafness.LOGGED_OUT, everyone=True)
    if status in {404, 410}:
        raise Unanswered(Deafness.NOT_THERE)
    if 300 <= status < 400:
        return answer
    if status != 200:
        everyone = status in {408, 425, 502, 503, 504}  # what else goes wrong may do so for one channel alone
        raise Unanswered(Deafness.REFUSED, retry_after_s=_wait_s(answer), everyone=everyone)
    return answer


def _sent_on(answer: Answer, name: str) -> Unanswered:
    """A channel without a preview is sent on to the page of its name, which says to open Telegram."""
    path = urlsplit(answer.headers.get("location", "")).path.lower()
    if path.strip("/").rpartition("/")[2] == name.lower():
        return Unanswered(Deafness.NOT_THERE)
    return Unanswered(Deafness.LOGGED_OUT if "login" in path else Deafness.REFUSED, everyone=True)


def _in_place_of_a_page(body: bytes) -> Deafness:
    """Why something came that is not Telegram's."""
    return Deafness.LOGGED_OUT if asks_who_is_there(body) else Deafness.REFUSED


def _wait_s(answer: Answer) -> float | None:
    """How long it asks to be left alone, or None: it does not say."""
    said_s = retry_after_s(answer.headers.get("retry-after"), answer.received_at)
    return None if said_s is None or math.isnan(said_s) else min(max(said_s, 1.0), LONGEST_WAIT_S)
