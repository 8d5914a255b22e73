"""A server of Telegram's protocol on loopback, for a real Telethon: the encrypted transport with a key both have.

Written from core.telegram.org/mtproto (description, transports, service_messages); Telethon's own TL layer writes the
server's side. The exchange of the key is left out: a session brings its key. It misbehaves on demand.
"""

import asyncio
import hashlib
import os
import struct
import time
import zlib
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from telethon.crypto import AES, AuthKey
from telethon.extensions import BinaryReader
from telethon.network.mtprotostate import MTProtoState
from telethon.sessions import StringSession
from telethon.tl import TLObject, functions, types
from telethon.tl.core import GzipPacked, MessageContainer

RPC_RESULT, VECTOR = 0xF35C6D01, 0x1CB5C415


def now():
    return datetime.now(UTC)


class Refused(Exception):
    """A question is answered with an error."""

    def __init__(self, code, words):
        super().__init__(words)
        self.error = types.RpcError(code, words)


class Server:
    """One account's server, with its channels (`telegram_session.Room`)."""

    def __init__(self, *rooms):
        self.rooms = {room.number: room for room in rooms}
        self.key = AuthKey(os.urandom(256))
        self.refuses: Refused | None = None
        self.mute = False  # it takes everything and answers nothing
        self.knows_key = True
        self.asked = []
        self._lines = set()
        self._pts = 1

    @asynccontextmanager
    async def running(self):
        """Gives the session that opens it."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        session = StringSession()
        session.set_dc(2, "127.0.0.1", server.sockets[0].getsockname()[1])
        session.auth_key = self.key
        try:
            yield session.save()
        finally:
            self.cut()
            server.close()
            with suppress(TimeoutError):
                await asyncio.wait_for(server.wait_closed(), 5)

    def cut(self):
        """Every connection breaks off."""
        for line in list(self._lines):
            line.writer.transport.abort()

    async def tell(self, room, *updates):
        """Tell everybody of something in a channel."""
        for update in updates:
            self._pts += 1
            update.pts, update.pts_count = self._pts, 1
        told = types.Updates(updates=list(updates), users=[], chats=[room.chat], date=now(), seq=0)
        for line in self._lines:
            await line.send(bytes(told))

    async def _serve(self, reader, writer):
        line = _Line(self, reader, writer)
        self._lines.add(line)
        try:
            await line.serve()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._lines.discard(line)
            writer.close()

    def answer(self, question):
        """What a question is answered with."""
        while isinstance(question, functions.InvokeWithLayerRequest | functions.InitConnectionRequest):
            question = question.query
        self.asked.append(type(question).__name__)
        if self.refuses is not None:
            raise self.refuses
        match question:
            case functions.help.GetConfigRequest():
                return types.NearestDc(country="", this_dc=2, nearest_dc=2)  # nobody reads what stands in it
            case functions.users.GetUsersRequest():
                return [types.User(id=1, is_self=True, access_hash=5, first_name="Nobody")]
            case functions.updates.GetStateRequest():
                return types.updates.State(pts=1, qts=0, date=now(), seq=0, unread_count=0)
            case functions.updates.GetDifferenceRequest():
                return types.updates.DifferenceEmpty(date=now(), seq=0)
            case functions.updates.GetChannelDifferenceRequest():
                return types.updates.ChannelDifferenceEmpty(pts=self._pts, final=True)
            case functions.contacts.ResolveUsernameRequest(username=name):
                for room in self.rooms.values():
                    if room.name == name:
                        peer = types.PeerChannel(room.number)
                        return types.contacts.ResolvedPeer(peer=peer, chats=[room.chat], users=[])
                raise Refused(400, "USERNAME_NOT_OCCUPIED")
            case functions.channels.GetChannelsRequest(id=[channel]):
                return types.messages.Chats([self._room(channel).chat])
            case functions.channels.GetMessagesRequest(channel=channel, id=wanted):
                return self._room(channel).answer([each.id for each in wanted])
            case functions.messages.GetHistoryRequest(peer=peer, offset_id=before, limit=limit):
                room = self._room(peer)
                numbers = sorted((n for n in room.messages if not before or n < before), reverse=True)[:limit]
                return room.answer(numbers)
        raise Refused(400, "METHOD_INVALID")

    def _room(self, channel):
        room = self.rooms.get(channel.channel_id)
        if room is None or room.access != channel.access_hash:
            raise Refused(400, "CHANNEL_PRIVATE")
        return room


class _Line:
    """One connection."""

    def __init__(self, server, reader, writer):
        self.server, self.reader, self.writer = server, reader, writer
        self.n_sent = self.last_id = self.sequence = 0
        self.session = self.salt = 0

    async def serve(self):
        while True:
            (length, _) = struct.unpack("<ii", await self.reader.readexactly(8))
            body = (await self.reader.readexactly(length - 8))[:-4]
            if not self.server.knows_key:
                await self._packet(struct.pack("<i", -404))
                return
            await self._take(*self._decrypted(body))

    def _decrypted(self, body):
        key, msg_key = self.server.key.key, body[8:24]
        aes_key, aes_iv = MTProtoState._calc_key(key, msg_key, True)
        plain = AES.decrypt_ige(body[24:], aes_key, aes_iv)
        assert hashlib.sha256(key[88:120] + plain).digest()[8:24] == msg_key
        self.salt, self.session, number, _, length = struct.unpack("<qqqii", plain[:32])
        return number, plain[32 : 32 + length]

    async def _take(self, number, data):
        thing = BinaryReader(data).tgread_object()
        await self._answer(number, thing)

    async def _answer(self, number, thing):
        if isinstance(thing, MessageContainer):
            for each in thing.messages:
                await self._answer(each.msg_id, each.obj)
        elif isinstance(thing, GzipPacked):
            await self._answer(number, BinaryReader(thing.data).tgread_object())
        elif self.server.mute or isinstance(thing, types.MsgsAck):
            return
        elif isinstance(thing, functions.PingRequest | functions.PingDelayDisconnectRequest):
            await self.send(bytes(types.Pong(msg_id=number, ping_id=thing.ping_id)))
        else:
            try:
                result = self.server.answer(thing)
            except Refused as refused:
                result = refused.error
            await self.send(struct.pack("<Iq", RPC_RESULT, number) + _written(result))

    async def send(self, data):
        """One message to the client."""
        number = max((int(time.time()) << 32) | 1, self.last_id + 4)
        self.last_id = number
        self.sequence += 2
        plain = struct.pack("<qqqii", self.salt, self.session, number, self.sequence - 1, len(data)) + data
        plain += os.urandom(-(len(plain) + 12) % 16 + 12)
        key = self.server.key.key
        msg_key = hashlib.sha256(key[96:128] + plain).digest()[8:24]
        aes_key, aes_iv = MTProtoState._calc_key(key, msg_key, False)
        head = struct.pack("<Q", self.server.key.key_id) + msg_key
        await self._packet(head + AES.encrypt_ige(plain, aes_key, aes_iv))

    async def _packet(self, data):
        data = struct.pack("<ii", len(data) + 12, self.n_sent) + data
        self.n_sent += 1
        self.writer.write(data + struct.pack("<I", zlib.crc32(data)))
        await self.writer.drain()


def _written(result) -> bytes:
    if isinstance(result, TLObject):
        return bytes(result)
    return struct.pack("<Ii", VECTOR, len(result)) + b"".join(bytes(each) for each in result)
