"""The streaming API: every public post the server comes to know, as it comes. It makes hearing prompt, no more.

The stream `public` carries posts of visibility `public` that answer nobody else and boost nothing, of accounts that are
not limited; edits and deletions of these. All else is found by asking, and so is what an interruption swallowed: the
stream has no cursor. So that posts come in their order, an account that posts is asked for before its post is given,
where something of it may have been missed: the reply before it, or the post while the stream was cut.

Whom we listen for is not said: all of it is taken, and what is others' is dropped unread. The token goes as the
subprotocol, as Mastodon's own pages send it, and never in the address (docs.joinmastodon.org/methods/streaming,
"Authorization styles").
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from vigil.model.errors import Malformed
from vigil.model.heard import Cursor, Deafness, Gap, Heard
from vigil.model.ids import CollectorName
from vigil.sources.live.address import stream
from vigil.sources.live.line import StreamEnded
from vigil.sources.mastodon.entities import PLATFORM, Post, id_of, person_of, post_of
from vigil.sources.mastodon.lives import Life, Lives, Message, kept_headers
from vigil.sources.mastodon.server import token_of

STREAMING = "/api/v1/streaming"

ASKED_LATELY = timedelta(seconds=10)
"""An account asked for so lately is not asked for again because it posts. Our choice: a bot may post every second."""

MOST_WAITING = 1_000
"""Events that wait until their account was asked for. Beyond it they are given as they come."""

_SUBSCRIBED_WITHIN = timedelta(seconds=1)  # the server subscribes us after it has said that we are connected

_POSTS = frozenset({"update", "status.update"})
_DENIED = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Waiting:
    """An account's post that waits until the account was asked for."""

    life: Life
    post: Post
    message: Message


class MastodonEar:
    """What a Mastodon stream has of its own."""

    platform = PLATFORM

    def __init__(self, address: str, lives: Lives, *, token: str | None = None) -> None:
        """Raises InvalidInput: the address or the token cannot be used."""
        self.collector: CollectorName = lives.collector
        self.subprotocols: Sequence[str] = () if token is None else (token_of(token),)
        self.n_repeated = 0
        self._url = stream(address) + STREAMING
        self._lives = lives
        self._headers: Mapping[str, str] = {}
        self._heard_at: datetime | None = None
        self._connected_at: datetime | None = None
        self.waiting: asyncio.Queue[Waiting] = asyncio.Queue(MOST_WAITING)

    @property
    def cursor(self) -> Cursor | None:
        """None: a Mastodon stream begins in the present."""
        return None

    @property
    def newest_at(self) -> datetime | None:
        """When the newest event came: a post from another server may have been days under way."""
        return self._heard_at

    def address(self) -> str:
        """Everyone's public posts."""
        return f"{self._url}?stream=public"

    def probe_address(self, at: datetime) -> str | None:  # noqa: ARG002 - it begins in the present whenever
        """The same: on a server that hears others, something comes within seconds."""
        return self.address()

    def hello(self) -> Sequence[str]:
        """Nothing: the address says it."""
        return ()

    def connected(self, headers: Mapping[str, str], at: datetime) -> Sequence[Gap]:
        """What came before is found by asking."""
        self._headers, self._connected_at = kept_headers(headers), at
        return ()

    def refused(self, body: bytes, at: datetime) -> Sequence[Gap]:  # noqa: ARG002 - nothing is lost by it
        """Nothing is lost: the rounds go on."""
        return ()

    def proved(self, at: datetime) -> None:
        """Nothing follows from it: there is no cursor to move."""

    def forget_cursor(self) -> None:
        """There is none."""

    def unread(self, raw: bytes, received_at: datetime) -> Sequence[Gap]:  # noqa: ARG002 - the rounds find it
        """Nothing is missing: whatever it was, asking shows it."""
        return ()

    def is_event(self, raw: bytes) -> bool:
        """Whether it is an event, and not an error."""
        try:
            frame = _opened(raw)
        except (Malformed, StreamEnded):
            return False
        return frame.get("event") in _POSTS or frame.get("event") == "delete"

    def read(self, raw: bytes, received_at: datetime) -> Sequence[Heard | Gap]:
        """What an event says of watched accounts.

        Raises:
            Malformed: It is no event, or a watched account's post that cannot be read.
            StreamEnded: The server says why it gives no stream.
        """
        frame = _opened(raw)
        event, payload = frame.get("event"), frame.get("payload")
        items: Sequence[Heard] = ()
        message = Message(raw=raw, received_at=received_at, url=self.address(), headers=self._headers, place="payload")
        if event == "delete":
            number = id_of(payload, "payload")
            if not self._lives.is_boost(number):  # a boost goes with what it boosts, whoever deleted that
                items = self._lives.deleted(number, message)
        elif event in _POSTS:
            items = self._post(payload, message, new=event == "update")
        elif not isinstance(event, str):
            raise Malformed("event: missing, or not text")
        self._heard_at = received_at
        return items

    def _post(self, payload: object, message: Message, *, new: bool) -> Sequence[Heard]:
        body = _loaded(payload) if isinstance(payload, str) else payload
        if not isinstance(body, dict):
            raise Malformed("payload: not an object")
        said = body.get("account")
        try:
            life = self._lives.whose(person_of(said))
        except Malformed:
            if isinstance(said, dict) and not self._lives.names(said):
                return ()  # of a stranger, from a server of another kind: no concern of ours
            raise
        if life is None:
            return ()
        post = post_of(body, server=self._lives.server)
        self._lives.stream_is_behind = False
        if (new or post.id not in life.posts) and self._waits(life, message.received_at):
            life.n_waiting += 1
            self.waiting.put_nowait(Waiting(life, post, message))
            return ()
        items = self._lives.post(life, post, message)
        self.n_repeated += not items
        return items

    def caught_up(self, waiting: Waiting) -> Sequence[Heard]:
        """What a post that waited says still, its account having been asked for or not."""
        waiting.life.n_waiting -= 1
        if not self._lives.watches(waiting.life):
            return ()
        return self._lives.post(waiting.life, waiting.post, waiting.message)

    def is_to_be_asked(self, life: Life, at: datetime) -> bool:
        """Whether something of an account may have come before what the stream brings, unheard."""
        if not self._lives.watches(life):
            return False
        since = at - ASKED_LATELY
        if self._connected_at is not None:
            since = max(since, self._connected_at + _SUBSCRIBED_WITHIN)
        return life.asked_at is None or life.asked_at < since

    def _waits(self, life: Life, at: datetime) -> bool:
        return not self.waiting.full() and (life.n_waiting > 0 or self.is_to_be_asked(life, at))


def _opened(raw: bytes) -> dict[str, object]:
    frame = _loaded(raw)
    if not isinstance(frame, dict):
        raise Malformed("frame: not an object")
    if "error" in frame and "event" not in frame:
        raise StreamEnded(Deafness.LOGGED_OUT if frame.get("status") in _DENIED else Deafness.REFUSED)
    return frame


def _loaded(text: str | bytes) -> object:
    try:
        said: object = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Malformed("frame: not JSON") from error
    return said
