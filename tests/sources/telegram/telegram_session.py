"""What a session is answered, in Telegram's own form, made by the library that speaks it; and misbehaving on demand.

All names and words are made up.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from telethon.tl import types

from vigil.sources.live.rounds import Unanswered

BEGAN = datetime(2026, 1, 5, 7, tzinfo=UTC)


def now():
    return datetime.now(UTC)


@dataclass
class Room:
    """One channel as Telegram has it."""

    number: int = 1500001
    name: str | None = "swallow_news"
    access: int = -77
    joined: bool = True
    megagroup: bool = False
    messages: dict[int, object] = field(default_factory=dict)

    @property
    def chat(self):
        return types.Channel(
            id=self.number,
            title="A title",
            photo=types.ChatPhotoEmpty(),
            date=BEGAN,
            broadcast=not self.megagroup,
            megagroup=self.megagroup,
            left=not self.joined,
            access_hash=self.access,
            username=self.name,
        )

    def say(self, text="words", number=None, at=None, **more):
        number = number or max(self.messages, default=0) + 1
        when = (at or BEGAN + timedelta(minutes=number)).replace(microsecond=0)  # Telegram counts seconds
        said = types.Message(id=number, peer_id=types.PeerChannel(self.number), date=when, message=text, **more)
        self.messages[number] = said
        return said

    def notice(self, action, number=None):
        number = number or max(self.messages, default=0) + 1
        self.messages[number] = types.MessageService(
            id=number, peer_id=types.PeerChannel(self.number), date=BEGAN, action=action
        )

    def answer(self, wanted):
        """What is answered to who asks for messages by number."""
        found = [self.messages.get(number) or types.MessageEmpty(id=number, peer_id=None) for number in wanted]
        return types.messages.ChannelMessages(
            pts=1, count=len(found), messages=found, topics=[], chats=[self.chat], users=[]
        )


class Session:
    """A session on the far side of `session.Client`."""

    def __init__(self, *rooms):
        self.rooms = {room.number: room for room in rooms}
        self.updates = asyncio.Queue()
        self.hears_since = None
        self.broken: Unanswered | None = None
        self.asked = []
        self.closed = False

    def room(self, number, access):
        room = self.rooms.get(number)
        return room if room is not None and room.access == access else None

    def told(self, room, said=None, *, edited=False, deleted=()):
        """Tell the session of something."""
        if deleted:
            for number in deleted:
                room.messages.pop(number, None)
            update = types.UpdateDeleteChannelMessages(room.number, list(deleted), pts=1, pts_count=1)
        else:
            kind = types.UpdateEditChannelMessage if edited else types.UpdateNewChannelMessage
            update = kind(said, pts=1, pts_count=1)
        self.updates.put_nowait(update)

    async def close(self):
        self.closed = True

    async def named(self, name):
        self._ask("named")
        return next((room.chat for room in self.rooms.values() if (room.name or "").lower() == name.lower()), None)

    async def channel(self, number, access):
        self._ask("channel")
        room = self.room(number, access)
        return room.chat if room else None

    async def history(self, number, access, *, before, limit):
        self._ask("history")
        room = self.room(number, access)
        numbers = sorted((n for n in room.messages if before is None or n < before), reverse=True)[:limit]
        return [room.messages[n] for n in numbers]

    async def messages(self, number, access, ids):
        self._ask("messages")
        return self.room(number, access).answer(ids)

    async def ping(self):
        self._ask("ping")

    def _ask(self, what):
        self.asked.append(what)
        if self.broken is not None:
            raise self.broken
        self.hears_since = self.hears_since or now() - timedelta(hours=1)
