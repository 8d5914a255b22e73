"""Channels through a session: told and asked, each post is heard once; a stream that leaves one out is found behind."""

import asyncio
from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram_session import Room, Session, now
from telegram_stand_in import EAR
from telethon.tl import types

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.ids import AccountId
from vigil.model.observation import Kind
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.live.rounds import RoundSettings, Unanswered
from vigil.sources.telegram import TelegramSource
from vigil.sources.telegram.names import PLATFORM
from vigil.usecases.listening.collecting import Given

SLOW = RoundSettings(every_s=900.0, least_apart_s=0.0, pulse_every_s=0.05, first_wait_s=0.05, probe_every_s=0.2)
QUICK = replace(SLOW, every_s=0.3)


def watched(room, name="swallow_news"):
    return WatchedAccount(account=Account(PLATFORM, AccountId(str(room.number))), handle=name)


def given(*accounts, cursor=None, heard_until=None):
    return Given(
        collector=EAR,
        accounts=accounts,
        clock=now,
        settings={"way": "session", "every": "15"},
        secrets={"session": "s", "api_id": "1", "api_hash": "h"},
        cursor=cursor,
        heard_until=heard_until or {},
    )


class Listening:
    """A collector beside which things happen."""

    def __init__(self, session, *accounts, rounds=SLOW, once=False, **more):
        self.session, self.items = session, []
        self.source = TelegramSource(rounds=rounds, make_client=lambda _: session)
        self.collector, self.once = self.source.collector(given(*accounts, **more)), once

    async def __aenter__(self):
        self.task = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *error):
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task

    async def _listen(self):
        async with aclosing(self.collector.listen(once=self.once)) as stream:
            async for item in stream:
                self.items.append(item)

    async def until(self, holds):
        async with asyncio.timeout(60):
            while not holds():
                if self.task.done():
                    self.task.result()
                await asyncio.sleep(0.01)

    @property
    def seen(self):
        return [
            (each.kind, each.post, each.text)
            for item in self.items
            if isinstance(item, Heard)
            for each in item.observations
        ]

    def pulses(self, account=None):
        return [item for item in self.items if isinstance(item, Pulse) and item.account == account]

    async def until_asked(self, account):
        await self.until(lambda: self.pulses(account))


def test_what_is_told_is_heard_at_once():
    """New, edited and deleted, in order; the bytes are those of the message."""

    async def play():
        room = Room()
        room.say("one")
        async with Listening(session := Session(room), watched(room)) as listening:
            await listening.until_asked(watched(room).account)
            session.told(room, room.say("two", at=now()))
            await listening.until(lambda: len(listening.seen) == 2)
            edited = room.say("two, corrected", number=2, at=room.messages[2].date, edit_date=now())
            session.told(room, edited, edited=True)
            session.told(room, deleted=[1])
            session.told(Room(number=9), Room(number=9).say("of nobody who is watched"))
            session.told(room, room.say("three", at=now()))
            await listening.until(lambda: len(listening.seen) == 5)
            assert listening.seen == [
                (Kind.POST, "1", "one"),
                (Kind.POST, "2", "two"),
                (Kind.EDIT, "2", "two, corrected"),
                (Kind.DELETE, "1", None),
                (Kind.POST, "3", "three"),
            ]
            heard = [item for item in listening.items if isinstance(item, Heard)]
            assert heard[-1].raw == bytes(room.messages[3])
            assert not heard[-1].backfilled
            assert session.asked.count("history") == 1
        assert session.closed

    asyncio.run(play())


def test_what_comes_after_something_that_did_not_is_asked_for():
    """The channel is asked at once, and all comes in order."""

    async def play():
        room = Room()
        room.say("one")
        async with Listening(session := Session(room), watched(room)) as listening:
            await listening.until_asked(watched(room).account)
            room.say("two", at=now())
            session.told(room, room.say("three", at=now()))
            await listening.until(lambda: len(listening.seen) == 3)
            assert [post for _, post, _ in listening.seen] == ["1", "2", "3"]

    asyncio.run(play())


def test_a_stream_that_leaves_a_channel_out_is_found_behind():
    """When its turn comes: blind until then, and then what was missed."""

    async def play():
        room = Room()
        room.say("one", at=now() - timedelta(hours=2))
        session = Session(room)
        async with Listening(session, watched(room), rounds=QUICK) as listening:
            account = watched(room).account
            await listening.until_asked(account)
            session.hears_since = now() - timedelta(minutes=30)
            room.say("two", at=now() - timedelta(minutes=10))
            await listening.until(lambda: len(listening.seen) == 2)
            behind = [pulse for pulse in listening.pulses(account) if pulse.why is Deafness.BEHIND]
            assert [pulse.hearing for pulse in behind] == [Hearing.BLIND]
            await listening.until(lambda: listening.pulses(account)[-1].hearing is Hearing.HEALTHY)

    asyncio.run(play())


def test_a_channel_that_is_not_followed_is_behind_nothing():
    """Nobody promised to tell of it."""

    async def play():
        room = Room(joined=False)
        room.say("one", at=now() - timedelta(hours=2))
        session = Session(room)
        async with Listening(session, watched(room), rounds=QUICK) as listening:
            await listening.until_asked(watched(room).account)
            room.say("two", at=now() - timedelta(minutes=10))
            await listening.until(lambda: len(listening.seen) == 2)
            assert all(pulse.why is None for pulse in listening.pulses(watched(room).account))

    asyncio.run(play())


def test_what_is_told_of_a_channel_that_closed_is_not_heard():
    """The account may still be in it: nobody else is, and its words are not public any more."""

    async def play():
        room = Room()
        room.say("one")
        session = Session(room)
        async with Listening(session, watched(room), rounds=QUICK) as listening:
            account = watched(room).account
            await listening.until_asked(account)
            room.name = None
            await listening.until(lambda: listening.pulses(account)[-1].why is Deafness.NOT_THERE)
            session.told(room, room.say("among ourselves"))
            await listening.until(session.updates.empty)
            n_pulses = len(listening.pulses(account))
            await listening.until(lambda: len(listening.pulses(account)) > n_pulses)
            assert [text for _, _, text in listening.seen] == ["one"]
            room.name = "swallow_news"
            await listening.until(lambda: listening.pulses(account)[-1].hearing is Hearing.HEALTHY)

    asyncio.run(play())


def once(session, *accounts, **more):
    async def play():
        listening = Listening(session, *accounts, once=True, **more)
        async with asyncio.timeout(60):
            await listening._listen()
        return listening

    return asyncio.run(play())


def test_a_first_watch_and_a_restart():
    """All of it, once; then what is new, and what is gone; a renamed channel is still known by its number."""
    room = Room()
    room.notice(types.MessageActionChannelCreate(title="A title"))
    for n in range(250):
        room.say(f"post {n}")
    first = once(Session(room), watched(room))
    assert len(first.seen) == 251
    assert [item.begin for item in first.items if isinstance(item, Filled)] == [None]
    room.name = "swallow_two"
    room.say("new", number=252)
    del room.messages[200]
    until = {watched(room).account: now()}
    session = Session(room)
    second = once(session, watched(room), cursor=first.pulses()[-1].cursor, heard_until=until)
    assert second.seen == [(Kind.POST, "252", "new"), (Kind.DELETE, "200", None)]
    assert [each.handle for item in second.items if isinstance(item, Heard) for each in item.handles] == ["swallow_two"]
    assert "named" not in session.asked


def test_numbers_that_are_skipped_are_a_gap():
    """What is between two posts was deleted before it was seen, or never shown."""
    room = Room()
    room.say("one")
    first = once(Session(room), watched(room))
    room.say("four", number=4)
    second = once(Session(room), watched(room), cursor=first.pulses()[-1].cursor)
    assert [item.why for item in second.items if isinstance(item, Gap)] == [Missing.NUMBERS_SKIPPED]


@pytest.mark.parametrize("change", [{"name": None}, {"megagroup": True}, {"access": 5}, {"number": 8}])
def test_what_is_not_public_is_not_read(change):
    """Private, a group, closed to us, or somebody else's: not a message is asked for."""
    room = Room()
    room.say("one")
    first = once(Session(room), watched(room))
    session = Session(replace(room, **change))
    second = once(session, watched(room), cursor=first.pulses()[-1].cursor)
    assert second.seen == []
    assert [pulse.why for pulse in second.pulses(watched(room).account)] == [Deafness.NOT_THERE]
    assert "history" not in session.asked


@pytest.mark.parametrize(
    "why",
    [Unanswered(Deafness.LOGGED_OUT, everyone=True), Unanswered(Deafness.RATE_LIMITED, retry_after_s=9, everyone=True)],
)
def test_a_session_that_is_refused_shows_at_once(why):
    """Revoked, or asked to wait: of the whole source."""
    room = Room()
    session = Session(room)
    session.broken = why
    listening = once(session, watched(room))
    assert listening.pulses()[-1].why is why.why
    assert (listening.pulses()[-1].retry_at is not None) or why.why is Deafness.LOGGED_OUT


def test_an_update_that_cannot_be_read_stops_nothing():
    """It is counted."""

    async def play():
        room = Room()
        room.say("one")
        async with Listening(session := Session(room), watched(room), rounds=QUICK) as listening:
            await listening.until_asked(watched(room).account)
            broken = room.say("two")
            broken.date = None
            session.updates.put_nowait(types.UpdateNewChannelMessage(broken, pts=1, pts_count=1))
            session.updates.put_nowait(object())
            del room.messages[2]
            session.told(room, room.say("two", number=2))
            await listening.until(lambda: len(listening.seen) == 2)
            await listening.until(lambda: listening.pulses()[-1].n_malformed == 1)

    asyncio.run(play())


def test_finding_and_trying():
    """By name, with the number; groups, people and nobody are refused."""
    room = Room()
    room.say("one")
    group = Room(number=3, name="a_group", megagroup=True)
    session = Session(room, group)
    source = TelegramSource(make_client=lambda _: session)
    assert asyncio.run(source.account(given(), "t.me/swallow_news")) == watched(room)
    for name, words in (("@a_group", "group"), ("@somebody", "person")):
        with pytest.raises(InvalidInput, match=words):
            asyncio.run(source.account(given(), name))
    assert asyncio.run(source.trial(given(watched(room)))).hears
    assert not asyncio.run(source.trial(given(watched(room), watched(group, "a_group")))).hears
    session.broken = Unanswered(Deafness.LOGGED_OUT, everyone=True)
    trial = asyncio.run(source.trial(given(watched(room))))
    assert not trial.hears
    assert "session is not valid" in trial.says[-1]
    with pytest.raises(Unavailable):
        asyncio.run(source.account(given(), "@swallow_news"))


def test_without_its_secrets_it_is_refused():
    """In words that say what is missing, and hold none of them."""
    with pytest.raises(InvalidInput, match="session"):
        TelegramSource().collector(replace(given(), secrets={}))
    with pytest.raises(InvalidInput, match="api_hash") as refused:
        TelegramSource().collector(
            replace(given(), secrets={"session": "1secret", "api_id": "1", "api_hash": "topsecret"})
        )
    assert "topsecret" not in str(refused.value)
