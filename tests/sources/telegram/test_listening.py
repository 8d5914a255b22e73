"""Telegram and a whole case: what is heard either way, and what was imported, is one timeline; deafness shows."""

import asyncio
import contextlib
import json
import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from case_kinds import Kept
from files import telegram_export, telegram_message, write
from mtproto_stand_in import Server
from telegram_session import Room
from telegram_stand_in import Channel, Telegram

from vigil.model.coverage import Hearing
from vigil.model.ids import CollectorName, WitnessName
from vigil.model.witness import Basis, Witness
from vigil.sources import ReadOptions, open_source
from vigil.sources.live.rounds import RoundSettings
from vigil.sources.telegram import TelegramSource
from vigil.usecases.import_posts import import_posts
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.ports import AddedSource

API = {"api_id": "12345", "api_hash": "0123456789abcdef0123456789abcdef"}
QUICK = {"look_every_s": 0.05, "tell_every_s": 0.02, "first_wait_s": 0.02, "longest_wait_s": 0.1}
ROUNDS = RoundSettings(every_s=0.5, least_apart_s=0.0, pulse_every_s=0.05, first_wait_s=0.05, probe_every_s=0.2)
NOW = datetime.now(UTC).replace(microsecond=0)


def now():
    return datetime.now(UTC)


@pytest.fixture
def kept(tmp_path):
    return Kept("encrypted", tmp_path / "aleppo.vigil")


@pytest.fixture
def site():
    with Telegram().running() as running:
        yield running


@contextlib.contextmanager
def serving(*rooms):
    """A server of the protocol on a thread of its own, and the session that opens it."""
    server, stop, given = Server(*rooms), threading.Event(), []
    ready = threading.Event()

    async def serve():
        async with server.running() as session:
            given.append(session)
            ready.set()
            while not stop.is_set():
                await asyncio.sleep(0.01)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(60)
    try:
        yield server, given[0]
    finally:
        stop.set()
        thread.join(60)


def begin(case, *people):
    for number, watched in enumerate(people):
        case.put_witness(Witness(name=WitnessName(f"Swallow{number}"), accounts=(watched,), basis=Basis.CONSENT))


def add(case, name, *, secrets=None, **settings):
    source = AddedSource(
        collector=CollectorName(name), kind="telegram", settings=settings, secrets=secrets or {}, added_at=NOW
    )
    case.listening.add_source(source)


def run(case, **more):
    settings = more.pop("settings", ListenSettings(once=True, **QUICK))
    return listen(case, {"telegram": TelegramSource(rounds=ROUNDS)}, version="1", clock=now, settings=settings, **more)


def texts(case, account):
    since, until = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    posts = case.posts(account, since=since, until=until, limit=1000)
    return [(str(each.observation.kind), each.observation.text, each.deleted) for each in reversed(posts)]


def test_an_export_the_preview_and_a_session_are_one_timeline(kept, site, tmp_path):
    """Each post once; a deletion between two runs is heard, and the post held."""
    channel, room = site.channel(), Room()
    for n in range(1, 5):
        at = NOW - timedelta(days=5 - n)
        channel.say(f"line {n}", at=at)
        room.say(f"line {n}", at=at)
    account = channel.watched().account
    messages = [
        telegram_message(n, text=f"line {n}", date_unixtime=str(int(channel.messages[n].when.timestamp())))
        for n in (1, 2)
    ]
    export = telegram_export(messages)
    export["chats"]["list"][1]["id"] = channel.number
    path = write(tmp_path / "result.json", json.dumps(export))
    with serving(room) as (_, session), kept.writer() as case:
        import_posts([open_source(path, ReadOptions(channels=frozenset({str(channel.number)})))], case=case, clock=now)
        assert len(texts(case, account)) == 2
        begin(case, channel.watched())
        add(case, "preview", preview_address=site.address, way="preview", every="15")
        add(case, "session", way="session", every="15", secrets={"session": session, **API})
        run(case)
        assert texts(case, account) == [("post", f"line {n}", False) for n in range(1, 5)]
        del channel.messages[3], room.messages[3]
        run(case)
        assert texts(case, account) == [("post", f"line {n}", n == 3) for n in range(1, 5)]


def test_coverage_rests_on_each_channels_turn(kept, site):
    """A channel that answers is heard; one that has no preview is not."""
    heard, gone = site.channel(), site.channel("other_news", 7, has_preview=False)
    site.channel("telegram", 5)
    heard.say("line 1")
    with kept.writer() as case:
        begin(case, heard.watched(), gone.watched())
        add(case, "preview", preview_address=site.address, way="preview", every="15")
        stop, seen = threading.Event(), []

        def tell(status):
            seen.append(status)
            if status.sources[0].pulse is not None and status.at - seen[0].began_at > timedelta(seconds=3):
                stop.set()

        run(case, settings=ListenSettings(**QUICK), stop=stop, tell=tell)
        spans = case.coverage(until=datetime(2100, 1, 1, tzinfo=UTC))
    middle = seen[0].began_at + timedelta(seconds=1.5)
    at = {each.account: each.hearing for each in spans if each.begin <= middle < each.end}
    assert at[heard.watched().account] is Hearing.HEALTHY
    assert at.get(gone.watched().account) in {Hearing.BLIND, None}
    assert seen[-1].sources[0].n_blind_accounts == 1


def test_secrets_are_in_no_log_and_no_error(kept, caplog):
    """Nor is whom we ask about."""
    room = Room()
    room.say("line 1")
    caplog.set_level(logging.DEBUG)
    with serving(room) as (server, session), kept.writer() as case:
        begin(case, Channel(room.name, room.number).watched())
        add(case, "session", way="session", every="15", secrets={"session": session, **API})
        status = run(case)
        server.cut()
        server.knows_key = False
        again = run(case)
    said = caplog.text + repr(status) + repr(again)
    for secret in (session, session[20:80], API["api_hash"], "swallow_news"):
        assert secret not in caplog.text
        assert secret not in str(again.sources[0].trouble)
    assert API["api_hash"] not in said
    assert session not in said
