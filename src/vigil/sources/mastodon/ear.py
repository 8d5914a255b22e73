"""The streaming API: every public post the server comes to know, as it comes. It makes hearing prompt, no more.

The stream `public` carries posts of visibility `public` that answer nobody else and boost nothing, of accounts that are
not limited; edits and deletions of these. All else is found by asking, and so is what an interruption swallowed: the
stream has no cursor. Whom we listen for is not said: all of it is taken, and what is others' is dropped unread.

The token goes as the subprotocol, as Mastodon's own pages send it, and never in the address
(docs.joinmastodon.org/methods/streaming, "Authorization styles").
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import orjson

from vigil.model.errors import Malformed
from vigil.model.heard import Cursor, Deafness, Gap, Heard
from vigil.model.ids import CollectorName
from vigil.sources.live.address import stream
from vigil.sources.live.line import StreamEnded
from vigil.sources.mastodon.entities import PLATFORM, id_of, person_of, post_of
from vigil.sources.mastodon.lives import Lives, Message, kept_headers
from vigil.sources.mastodon.server import token_of

STREAMING = "/api/v1/streaming"

_POSTS = frozenset({"update", "status.update"})
_DENIED = frozenset({401, 403})


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

    def connected(self, headers: Mapping[str, str], at: datetime) -> Sequence[Gap]:  # noqa: ARG002 - no cursor
        """What came before is found by asking."""
        self._headers = kept_headers(headers)
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
            items = self._post(payload, message)
        elif not isinstance(event, str):
            raise Malformed("event: missing, or not text")
        self._heard_at = received_at
        return items

    def _post(self, payload: object, message: Message) -> Sequence[Heard]:
        body = _loaded(payload) if isinstance(payload, str) else payload
        if not isinstance(body, dict):
            raise Malformed("payload: not an object")
        life = self._lives.whose(person_of(body.get("account")))
        if life is None:
            return ()
        items = self._lives.post(life, post_of(body, server=self._lives.server), message)
        self._lives.stream_is_behind = False
        self.n_repeated += not items
        return items


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
