"""The X API v2. What is asked is built by tweepy; it is sent, and its answer kept, as for every other source.

tweepy's own way of sending follows redirects, waits without end, reads answers of any length, and writes token and
answers to the log; its asynchronous half needs a further library. So of tweepy is used what it knows of the API: each
endpoint with its parameters. The answers are handed on as they came, and no model of tweepy's is made of them.
"""

import random
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

import orjson
import requests
import tweepy

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Deafness
from vigil.sources.live.address import web
from vigil.sources.live.asking import Answer, Patience, Service
from vigil.sources.live.long_lines import Line, LongSettings, Opened, long_lines
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.ports import Clock

ADDRESS = "https://api.x.com"

ANSWER_WITHIN_S = 30.0

POST_FIELDS = (
    "attachments",
    "author_id",
    "conversation_id",
    "created_at",
    "edit_controls",
    "edit_history_tweet_ids",
    "lang",
    "note_tweet",
    "referenced_tweets",
    "source",
)
USER_FIELDS = ("created_at", "most_recent_tweet_id", "protected", "username")
_MEDIA = {
    "expansions": ["attachments.media_keys"],
    "media_fields": ["media_key", "type", "url", "variants", "preview_image_url"],
}
"""No other post or person is asked for along with a post: each would be a read."""


_Asked = Mapping[str, object] | None
_Json = Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class _Question:
    """What tweepy would send."""

    method: str
    path: str
    asked: Mapping[str, str]
    content: Mapping[str, object] | None = None


class XApi:
    """The API, asked with a bearer token. Use it as an asynchronous context. It never prints the token."""

    def __init__(
        self,
        token: str,
        *,
        clock: Clock,
        address: str = ADDRESS,
        patience: Patience | None = None,
        long: LongSettings | None = None,
        rng: random.Random | None = None,
    ) -> None:
        """Nothing is asked yet.

        Raises:
            InvalidInput: The address cannot be used, or the token cannot stand in a header.
        """
        token = token.strip()
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            raise InvalidInput("token: missing, or no bearer token of the X API: it is one word, without spaces")
        self.base = web(address if "://" in address else f"https://{address}")
        self._headers = {"Authorization": f"Bearer {token}"}
        patience = patience or Patience(attempts=1, answer_within_s=ANSWER_WITHIN_S)
        self._service = Service(self.base, patience, headers=self._headers, clock=clock, rng=rng)
        self._clock, self._long = clock, long or LongSettings(trust_system=patience.trust_system)
        self._client, self._stream = _Client(), _Stream()

    async def __aenter__(self) -> Self:
        await self._service.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._service.__aexit__(kind, error, trace)

    async def timeline(
        self,
        number: str,
        *,
        most: int,
        since_id: str | None = None,
        begin: datetime | None = None,
        page: str | None = None,
        media: bool = True,
    ) -> Answer:
        """A page of an account's posts, the newest first: at most so many, 5 to 100. Each is a read, and so may be each
        of their `media`.

        Raises:
            Unanswered: There was no answer.
        """
        return await self._get(
            self._client.get_users_tweets(
                number,
                max_results=most,
                since_id=since_id,
                start_time=begin if since_id is None else None,
                pagination_token=page,
                tweet_fields=list(POST_FIELDS),
                **(_MEDIA if media else {}),
            )
        )

    async def person(self, number: str) -> Answer:
        """What an account is. It is a read, if there is one. Raises Unanswered."""
        return await self._get(self._client.get_users(ids=[number], user_fields=list(USER_FIELDS)))

    async def person_named(self, name: str) -> Answer:
        """Whose a name is. It is a read, if it is anyone's. Raises Unanswered."""
        return await self._get(self._client.get_user(username=name, user_fields=list(USER_FIELDS)))

    async def posts(self, numbers: Sequence[str]) -> Answer:
        """Whether posts are there: at most 100. Each that is there is a read. Raises Unanswered."""
        return await self._get(self._client.get_tweets(list(numbers), tweet_fields=["author_id"]))

    async def usage(self) -> Answer:
        """How many reads X counts of the whole project. It is no read. Raises Unanswered."""
        asked = {"usage.fields": "cap_reset_day,project_cap,project_usage"}
        return await self._get(self._client.request("GET", "/2/usage/tweets", params=asked))

    async def rules(self) -> Answer:
        """The rules of the stream. They are no reads. Raises Unanswered."""
        return await self._get(self._stream.get_rules())

    async def add_rules(self, rules: Sequence[tuple[str, str]]) -> Answer:
        """Add rules to the stream: value and tag. Raises Unanswered."""
        return await self._post(self._stream.add_rules([tweepy.StreamRule(value, tag) for value, tag in rules]))

    async def delete_rules(self, numbers: Sequence[str]) -> Answer:
        """Take rules out of the stream. Raises Unanswered."""
        return await self._post(self._stream.delete_rules(list(numbers)))

    def stream(self, *, media: bool = True) -> AsyncIterator[Opened | Line | Answer]:
        """The filtered stream: `Opened` and each line as it comes, or the answer that refuses it. A post is a read.

        Raises:
            Unanswered: It could not be had, or has ended.
        """
        self._stream.filter(tweet_fields=list(POST_FIELDS), **(_MEDIA if media else {}))
        question = self._stream.wanted
        return long_lines(
            self.base, question.path, question.asked, headers=self._headers, settings=self._long, clock=self._clock
        )

    async def _get(self, question: _Question) -> Answer:
        try:
            return await self._service.once(question.path, question.asked)
        except Unavailable:
            raise Unanswered(Deafness.UNREACHABLE, everyone=True) from None

    async def _post(self, question: _Question) -> Answer:
        try:
            return await self._service.post(
                question.path, orjson.dumps(question.content), headers={"Content-Type": "application/json"}
            )
        except Unavailable:
            raise Unanswered(Deafness.UNREACHABLE, everyone=True) from None


class _Client(tweepy.Client):  # type: ignore[misc]  # tweepy has no types
    """tweepy's client, which gives what it would ask."""

    def __init__(self) -> None:
        super().__init__(return_type=requests.Response)  # its word for: as it came

    def request(self, method: str, route: str, params: _Asked = None, json: _Json = None, **_: object) -> _Question:
        return _question(method, route, params, json)


class _Stream(tweepy.StreamingClient):  # type: ignore[misc]  # tweepy has no types
    """The same of its streaming client."""

    def __init__(self) -> None:
        super().__init__(None, return_type=requests.Response)
        self.wanted = _Question("GET", "", {})

    def request(self, method: str, route: str, params: _Asked = None, json: _Json = None, **_: object) -> _Question:
        return _question(method, route, params, json)

    def _connect(self, method: str, endpoint: str, params: _Asked = None, **_: object) -> None:
        self.wanted = _question(method, f"/2/tweets/{endpoint}/stream", params, None)


def _question(method: str, route: str, params: _Asked, content: _Json) -> _Question:
    return _Question(
        method, route.removeprefix("/"), {key: str(value) for key, value in (params or {}).items()}, content
    )
