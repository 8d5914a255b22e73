"""Telegram as a kind of source, through the public preview: settings, trial, finding a channel, listening."""

import asyncio
import threading
from contextlib import aclosing
from datetime import UTC, datetime

import pytest
from telegram_stand_in import EAR, Telegram

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Deafness, Heard, Pulse
from vigil.sources.live.asking import Patience
from vigil.sources.live.rounds import RoundSettings
from vigil.sources.telegram import TelegramSource
from vigil.usecases.listening.collecting import Given

QUICK = RoundSettings(
    every_s=0.3, least_apart_s=0.0, pulse_every_s=0.05, first_wait_s=0.05, probe_every_s=0.1, quiet_after_s=30.0
)


def now():
    return datetime.now(UTC)


@pytest.fixture
def site():
    with Telegram().running() as running:
        yield running


def told(site, *watched, cursor=None, heard_until=None, **settings):
    given = {each.name: each.default for each in TelegramSource.settings if each.default is not None}
    return Given(
        collector=EAR,
        accounts=watched,
        clock=now,
        settings={**given, "preview_address": site.address, **settings},
        cursor=cursor,
        heard_until=heard_until or {},
    )


def listened(given, *, once=True, enough=lambda items: False, rounds=QUICK, patience=None):
    async def listen():
        items = []
        collector = TelegramSource(rounds=rounds, patience=patience).collector(given)
        async with asyncio.timeout(60), aclosing(collector.listen(once=once)) as stream:
            async for item in stream:
                items.append(item)
                if enough(items):
                    break
        return items

    return asyncio.run(listen())


def texts(items):
    return [seen.text for item in items if isinstance(item, Heard) for seen in item.observations]


def pulses(items, account=None):
    return [item for item in items if isinstance(item, Pulse) and item.account == account]


def test_it_listens_and_goes_on_where_it_stopped(site):
    """Each channel once, with a pulse of each; then only what is new."""
    one, two = site.channel(), site.channel("other_news", 7)
    one.say("first")
    two.say("second")
    items = listened(told(site, one.watched(), two.watched()))
    assert sorted(texts(items)) == ["first", "second"]
    assert [pulse.hearing for pulse in pulses(items, one.watched().account)] == [Hearing.HEALTHY]
    last = pulses(items)[-1]
    assert (last.hearing, last.why) == (Hearing.HEALTHY, None)
    one.say("third")
    until = {channel.watched().account: now() for channel in (one, two)}
    again = listened(told(site, one.watched(), two.watched(), cursor=last.cursor, heard_until=until))
    assert texts(again) == ["third"]


def test_a_site_that_is_gone_shows_between_turns(site):
    """It is asked now and then whether it answers; what it is asked names nobody who is watched."""
    channel = site.channel()
    site.channel("telegram", 5)
    channel.say("one")
    rounds = RoundSettings(every_s=900.0, pulse_every_s=0.05, probe_every_s=0.1)

    def breaks(items):
        if pulses(items, channel.watched().account):
            site.broken = lambda path, asked: (503, {}, b"")
        return pulses(items)[-1:] and pulses(items)[-1].why is Deafness.REFUSED

    listened(told(site, channel.watched()), once=False, enough=breaks, rounds=rounds)
    assert site.seen[-1] == "/telegram"
    assert site.asked("swallow") == 1


def test_it_is_heard_again_when_the_site_is_back(site):
    """And says so."""
    channel = site.channel()
    channel.say("one")
    site.broken = lambda path, asked: (429, {"Retry-After": "1"}, b"")

    def mends(items):
        if pulses(items) and pulses(items)[-1].why is Deafness.RATE_LIMITED:
            site.broken = lambda path, asked: None
        return bool(texts(items)) and pulses(items)[-1].hearing is Hearing.HEALTHY

    items = listened(told(site, channel.watched()), once=False, enough=mends)
    limited = [pulse for pulse in pulses(items) if pulse.why is Deafness.RATE_LIMITED]
    assert limited[0].retry_at is not None


def test_a_site_that_takes_questions_and_answers_none_is_said(site):
    """As soon as an answer has been waited for."""
    channel = site.channel()
    answers = threading.Event()
    site.broken = lambda path, asked: (answers.wait(30), None)[1]
    try:
        patience = Patience(attempts=1, answer_within_s=0.3)
        items = listened(told(site, channel.watched()), patience=patience)
    finally:
        answers.set()
    assert pulses(items)[-1].why is Deafness.UNREACHABLE
    assert {pulse.hearing for pulse in pulses(items, channel.watched().account)} == {Hearing.BLIND}


def test_five_hundred_channels_have_their_turns(site):
    """Twenty posts each, in one round."""
    channels = [site.channel(f"swallow_{n}", 1500001 + n) for n in range(500)]
    for channel in channels:
        for n in range(20):
            channel.say(f"post {n}")
    items = listened(told(site, *(channel.watched() for channel in channels)))
    assert len(texts(items)) == 10_000
    assert {item.account for item in items if isinstance(item, Pulse) and item.account and item.why is None} == {
        channel.watched().account for channel in channels
    }
    assert len(pulses(items)[-1].cursor) < 500 * 1000


@pytest.mark.parametrize(
    "settings",
    [
        {"every": "0"},
        {"every": "16"},
        {"every": "x"},
        {"way": "smoke"},
        {"preview_address": "http://elsewhere.example"},
    ],
)
def test_a_setting_that_cannot_be_is_refused(site, settings):
    """When the source is added, and in a trial in words."""
    given = told(site, **settings)
    with pytest.raises(InvalidInput):
        TelegramSource().collector(given)
    assert not asyncio.run(TelegramSource().trial(given)).hears


def test_a_trial_says_what_is_heard(site):
    """Without a name of anybody."""
    one, closed, title = site.channel(), site.channel("other_news", 7, has_preview=False), site.channel("third_news", 8)
    site.channel("telegram", 5)
    one.say("first")
    trial = asyncio.run(TelegramSource().trial(told(site, one.watched())))
    assert trial.hears
    trial = asyncio.run(TelegramSource().trial(told(site, one.watched(), closed.watched(), title.watched("A Title"))))
    assert not trial.hears
    assert trial.says == (
        "The site answers.",
        "1 of 3 watched channels tried are shown, under the number and name they are known by.",
        "1 have no number or no public name: `vigil sources find` gives both.",
        "The others have no preview, another name now, or are closed: way=session may hear them.",
    )
    assert asyncio.run(TelegramSource().trial(told(site))).hears
    site.broken = lambda path, asked: (429, {}, b"")
    trial = asyncio.run(TelegramSource().trial(told(site, one.watched())))
    assert (trial.hears, trial.says) == (False, ("Telegram asks to be left alone for now.",))


@pytest.mark.parametrize("name", ["@swallow_news", "t.me/Swallow_News", "https://t.me/s/swallow_news"])
def test_a_channel_is_found_by_its_name(site, name):
    """With the number that stays when the name changes."""
    channel = site.channel()
    channel.say("one")
    assert asyncio.run(TelegramSource().account(told(site), name)) == channel.watched()


def test_what_is_no_public_channel_is_refused(site):
    """Each in its own words."""
    site.channel("no_preview", 2, has_preview=False)
    site.channel("a_group", 3, has_preview=False, kind="group")
    site.channel("a_person", 4, has_preview=False, kind="person")
    site.channel("no_posts", 6)
    for name, words in [
        ("@no_preview", "way=session"),
        ("@a_group", "group"),
        ("@a_person", "person"),
        ("@nobody_here", "nobody"),
        ("@no_posts", "no post yet"),
        ("t.me/+AbCdEf", "private"),
    ]:
        with pytest.raises(InvalidInput, match=words):
            asyncio.run(TelegramSource().account(told(site), name))
    site.broken = lambda path, asked: (503, {}, b"")
    with pytest.raises(Unavailable) as gone:
        asyncio.run(TelegramSource().account(told(site), "@swallow_news"))
    assert "swallow" not in str(gone.value)
