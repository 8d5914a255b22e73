"""A real Telethon against a server of the real protocol on loopback: asked, told, cut off, refused."""

import asyncio
import contextlib
import os
from datetime import UTC, datetime

import pytest
from mtproto_stand_in import Refused, Server
from telegram_session import Room
from telethon.tl import types

from vigil.model.errors import InvalidInput
from vigil.model.heard import Deafness
from vigil.sources.live.mtproto import Mtproto
from vigil.sources.live.rounds import Unanswered

API = ("12345", "0123456789abcdef0123456789abcdef")


def now():
    return datetime.now(UTC)


def against(server, play, *, within_s=20.0):
    """What is done with a session on a server."""

    async def run():
        async with server.running() as session:
            client = Mtproto(session, *API, clock=now, answer_within_s=within_s)
            try:
                async with asyncio.timeout(60):
                    return await play(client)
            finally:
                await client.close()

    return asyncio.run(run())


def talking():
    room = Room()
    for n in range(5):
        room.say(f"post {n}")
    return room


def test_a_channel_is_found_and_read():
    """By name, by number; its messages from the newest; and what is not under a number."""
    room = talking()

    async def play(client):
        chat = await client.named("swallow_news")
        assert (chat.id, chat.access_hash, chat.username) == (room.number, room.access, room.name)
        assert (await client.channel(room.number, room.access)).id == room.number
        newest = await client.history(room.number, room.access, before=None, limit=3)
        before = await client.history(room.number, room.access, before=3, limit=3)
        some = await client.messages(room.number, room.access, [2, 9])
        await client.ping()
        return [each.id for each in newest], [each.message for each in before], some.messages

    newest, before, (there, gone) = against(Server(room), play)
    assert newest == [5, 4, 3]
    assert before == ["post 1", "post 0"]
    assert bytes(there) == bytes(room.messages[2])
    assert type(gone).__name__ == "MessageEmpty"


def test_what_is_new_edited_and_deleted_is_told():
    """As Telegram tells it."""
    room, server = talking(), Server(talking())

    async def play(client):
        await client.ping()
        assert client.hears_since is not None
        said = room.say("new")
        await server.tell(room, types.UpdateNewChannelMessage(said, 0, 0))
        await server.tell(room, types.UpdateEditChannelMessage(said, 0, 0))
        await server.tell(room, types.UpdateDeleteChannelMessages(room.number, [1, 2], 0, 0))
        return [await client.updates.get() for _ in range(3)]

    new, edited, deleted = against(server, play)
    assert new.message.message == edited.message.message == "new"
    assert (deleted.channel_id, deleted.messages) == (room.number, [1, 2])


def test_cut_off_it_connects_again():
    """With the next question, or by itself before."""
    server = Server(talking())

    async def play(client):
        await client.ping()
        server.cut()
        for _ in range(50):
            with contextlib.suppress(Unanswered):
                await client.ping()
                return client.hears_since
            await asyncio.sleep(0.1)
        return None

    assert against(server, play) is not None


@pytest.mark.parametrize(
    "packet", [b"", os.urandom(100), os.urandom(10_000_000), b"\0" * 1000], ids=["0", "100", "10 MB", "nul"]
)
def test_what_is_no_message_of_the_protocol_stops_nothing(packet):
    """It is passed over, or the connection made anew; then questions are answered as before."""
    server = Server(talking())

    async def play(client):
        await client.ping()
        for line in list(server._lines):
            await line._packet(packet)
        for _ in range(100):
            with contextlib.suppress(Unanswered):
                await client.ping()
                return (await client.named("swallow_news")).id
            await asyncio.sleep(0.1)
        return None

    assert against(server, play) == 1500001


@pytest.mark.parametrize(
    ("code", "words", "why", "everyone", "wait_s"),
    [
        (420, "FLOOD_WAIT_30", Deafness.RATE_LIMITED, True, 30.0),
        (401, "SESSION_REVOKED", Deafness.LOGGED_OUT, True, None),
        (401, "AUTH_KEY_UNREGISTERED", Deafness.LOGGED_OUT, True, None),
        (400, "CHANNEL_PRIVATE", Deafness.NOT_THERE, False, None),
        (400, "CHANNEL_INVALID", Deafness.NOT_THERE, False, None),
        (400, "SOMETHING_NEW", Deafness.REFUSED, False, None),
        (500, "RPC_CALL_FAIL", Deafness.REFUSED, True, None),
    ],
)
def test_every_refusal_is_told_apart(code, words, why, everyone, wait_s):
    """And none of them names whom we asked about."""
    server = Server(talking())

    async def play(client):
        await client.ping()
        server.refuses = Refused(code, words)
        with pytest.raises(Unanswered) as refused:
            await client.named("swallow_news")
        return refused.value

    unanswered = against(server, play)
    assert (unanswered.why, unanswered.everyone, unanswered.retry_after_s) == (why, everyone, wait_s)
    assert "swallow" not in str(unanswered)
    assert unanswered.__cause__ is None


def test_a_session_that_is_not_valid_any_more_is_said_at_once():
    """Whether the account ended it, or the server does not know its key."""
    revoked, forgotten = Server(talking()), Server(talking())
    revoked.refuses = Refused(401, "SESSION_REVOKED")
    forgotten.knows_key = False

    async def play(client):
        with pytest.raises(Unanswered) as refused:
            await client.ping()
        return refused.value.why

    assert against(revoked, play) is Deafness.LOGGED_OUT
    assert against(forgotten, play) is Deafness.LOGGED_OUT


def test_a_server_that_takes_all_and_answers_nothing_is_not_waited_for():
    """Longer than is said."""
    server = Server(talking())
    server.mute = True

    async def play(client):
        with pytest.raises(Unanswered) as refused:
            await client.ping()
        return refused.value.why

    assert against(server, play, within_s=1.0) is Deafness.UNREACHABLE


def test_nobody_there():
    """Is unreachable."""

    async def run():
        async with Server().running() as session:
            pass
        client = Mtproto(session, *API, clock=now, answer_within_s=10.0)
        with pytest.raises(Unanswered) as refused:
            await client.ping()
        return refused.value.why

    assert asyncio.run(run()) is Deafness.UNREACHABLE


@pytest.mark.parametrize(
    ("session", "number", "digest", "says"),
    [
        ("nonsense", *API, "session"),
        ("", *API, "session"),
        ("1" + "A" * 351, *API, "session"),
        ("1x", "abc", API[1], "api_id"),
        ("1x", "1" * 30, API[1], "api_id"),
        ("1x", API[0], "secretsecret", "api_hash"),
    ],
)
def test_a_secret_that_is_none_is_refused(session, number, digest, says):
    """In words that do not hold it."""
    with pytest.raises(InvalidInput, match=says) as refused:
        Mtproto(session, number, digest, clock=now)
    assert "secretsecret" not in str(refused.value)
    assert "nonsense" not in str(refused.value)
