"""Telegram's own protocol, through Telethon and a session of the user's own: channels read, and told of what is new.

The session holds the address of the server it was made with, and its key; nothing else lets anybody in, and neither is
in an error or a log. Telethon connects to that address, and where Telegram says that the account lives elsewhere, to
the server it names. Nothing is sent but questions: no message, no reading mark, no joining.

Every way of not answering is an `Unanswered`. What Telegram asks to be waited for is waited for by whoever asks.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from vigil.model.errors import InvalidInput
from vigil.model.heard import Deafness
from vigil.sources.live.rounds import Unanswered
from vigil.usecases.ports import Clock

ANSWER_WITHIN_S = 30.0

MOST_UPDATES = 10_000
"""That wait to be taken. What comes beyond is found when the channel's turn comes."""

_SILENT = logging.getLogger("vigil.silent.telethon")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False
_SILENT.setLevel(logging.CRITICAL + 1)


class Mtproto:
    """One session. It connects with the first question, and again when it was cut off."""

    def __init__(
        self, session: str, api_id: str, api_hash: str, *, clock: Clock, answer_within_s: float = ANSWER_WITHIN_S
    ) -> None:
        """Nothing is connected to yet.

        Raises:
            InvalidInput: A secret is not what it has to be. The words do not hold it.
        """
        from telethon.sessions import StringSession

        if not api_id.strip().isdecimal() or not 1 <= int(api_id.strip()[:12]) < 2**31:
            raise InvalidInput("api_id: a number, from my.telegram.org, API development tools")
        if not api_hash.strip().isalnum() or len(api_hash.strip()) != 32:
            raise InvalidInput("api_hash: 32 letters and digits, from my.telegram.org, API development tools")
        key = None
        with contextlib.suppress(Exception):  # whatever the library makes of it, it is none; its words may hold the key
            key = StringSession(session.strip()).auth_key
        if key is None:
            raise InvalidInput("session: not a session of Telethon's: make one with telethon.sessions.StringSession")
        self.updates: asyncio.Queue[Any] = asyncio.Queue(MOST_UPDATES)
        self.hears_since: datetime | None = None  # None: it is not connected
        self._session, self._api_id, self._api_hash = session.strip(), int(api_id.strip()), api_hash.strip()
        self._clock, self._within_s = clock, answer_within_s
        self._client: Any = None
        self._opening = asyncio.Lock()

    async def close(self) -> None:
        """Hang up."""
        client, self._client, self.hears_since = self._client, None, None
        if client is not None:
            with contextlib.suppress(Exception):  # it is gone in any case
                await client.disconnect()
            with contextlib.suppress(Exception):  # why it was cut off: looked at, or else it would be logged
                async with asyncio.timeout(1):
                    await client.disconnected

    async def named(self, name: str) -> Any | None:  # noqa: ANN401 - Telegram's own form of a channel
        """The channel or group that goes by a name, or None: a person does, or nobody."""
        from telethon.tl import functions, types

        found = await self._ask(lambda: functions.contacts.ResolveUsernameRequest(name))
        return next((chat for chat in found.chats if isinstance(chat, types.Channel)), None)

    async def channel(self, number: int, access: int) -> Any | None:  # noqa: ANN401
        """A channel as it is now, or None: it is not open to us any more."""
        from telethon.tl import functions, types

        found = await self._ask(lambda: functions.channels.GetChannelsRequest([types.InputChannel(number, access)]))
        return next((chat for chat in found.chats if isinstance(chat, types.Channel)), None)

    async def history(self, number: int, access: int, *, before: int | None, limit: int) -> list[Any]:
        """A channel's messages, the newest first, or those before a number."""
        from telethon.tl import functions, types

        found = await self._ask(
            lambda: functions.messages.GetHistoryRequest(
                peer=types.InputPeerChannel(number, access),
                offset_id=before or 0,
                offset_date=None,
                add_offset=0,
                limit=limit,
                max_id=0,
                min_id=0,
                hash=0,
            )
        )
        return list(getattr(found, "messages", []))

    async def messages(self, number: int, access: int, ids: Sequence[int]) -> Any:  # noqa: ANN401
        """What Telegram answers when it is asked for messages by their numbers."""
        from telethon.tl import functions, types

        wanted = [types.InputMessageID(each) for each in ids]
        return await self._ask(
            lambda: functions.channels.GetMessagesRequest(types.InputChannel(number, access), wanted)
        )

    async def ping(self) -> None:
        """See whether Telegram answers this session at all."""
        from telethon.tl import functions

        await self._ask(functions.updates.GetStateRequest)

    async def _ask(self, question: Callable[[], Any]) -> Any:  # noqa: ANN401
        try:
            async with asyncio.timeout(self._within_s):
                client = await self._connected()
                return await client(question())
        except Unanswered:
            raise
        except Exception as error:  # noqa: BLE001 - Telethon's errors have no one root; their words may name a channel
            unanswered = _unanswered(error)
            if unanswered.why in {Deafness.UNREACHABLE, Deafness.LOGGED_OUT}:
                await self.close()
            raise unanswered from None

    async def _connected(self) -> Any:  # noqa: ANN401
        async with self._opening:
            if self._client is not None and self._client.is_connected():
                return self._client
            await self.close()
            self._client = self._made()
            await self._client.connect()
            if not await self._client.is_user_authorized():
                raise Unanswered(Deafness.LOGGED_OUT, everyone=True)
            self.hears_since = self._clock()
            return self._client

    def _made(self) -> Any:  # noqa: ANN401
        from telethon import TelegramClient, events
        from telethon.sessions import StringSession
        from telethon.tl import types

        client = TelegramClient(
            StringSession(self._session),
            self._api_id,
            self._api_hash,
            base_logger=_SILENT,
            flood_sleep_threshold=0,
            request_retries=1,
            connection_retries=1,
            raise_last_call_error=True,
            timeout=int(max(1, self._within_s / 3)),
            device_model="vigil",
            system_version="1",
            app_version="1",
        )
        told = [types.UpdateNewChannelMessage, types.UpdateEditChannelMessage, types.UpdateDeleteChannelMessages]
        client.add_event_handler(self._told, events.Raw(types=told))
        return client

    async def _told(self, update: Any) -> None:  # noqa: ANN401
        with contextlib.suppress(asyncio.QueueFull):
            self.updates.put_nowait(update)


def _unanswered(error: Exception) -> Unanswered:
    from telethon import errors

    if isinstance(error, errors.FloodWaitError):
        return Unanswered(Deafness.RATE_LIMITED, retry_after_s=float(error.seconds), everyone=True)
    if isinstance(error, errors.UnauthorizedError | errors.AuthKeyError | errors.AuthKeyNotFound):
        return Unanswered(Deafness.LOGGED_OUT, everyone=True)
    nobody = (
        errors.ChannelPrivateError,
        errors.ChannelInvalidError,
        errors.UsernameInvalidError,
        errors.UsernameNotOccupiedError,
        errors.ChannelPublicGroupNaError,
    )
    if isinstance(error, nobody):
        return Unanswered(Deafness.NOT_THERE)
    if isinstance(error, errors.RPCError):
        return Unanswered(Deafness.REFUSED, everyone=isinstance(error, errors.ServerError | errors.TimedOutError))
    if isinstance(error, OSError | TimeoutError | asyncio.IncompleteReadError):
        return Unanswered(Deafness.UNREACHABLE, everyone=True)
    return Unanswered(Deafness.REFUSED, everyone=True)
