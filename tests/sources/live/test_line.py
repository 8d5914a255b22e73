"""A stream goes on whatever the server does, loses and doubles nothing, and says when it does not hear."""

import asyncio
import logging
import time
from datetime import UTC, datetime, timedelta

import pytest
from stand_ins import (
    ALICE,
    BOB,
    HASTY,
    SENTINEL,
    STRANGER,
    EventsStandIn,
    FirehoseStandIn,
    JetstreamStandIn,
    firehose_error,
    heard,
    hearing,
    of,
    posts,
)

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Gap, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.sources.bluesky.firehose import FirehoseEar
from vigil.sources.bluesky.jetstream import JetstreamEar, Wire
from vigil.sources.live.line import MAX_TAKEN_BYTES, retry_after_s

EAR = CollectorName("ear")


def firehose(base, cursor=None):
    """A firehose's ear."""
    return FirehoseEar(base, [ALICE, BOB], collector=EAR, cursor=cursor)


def subscribe(base, cursor=None):
    """A Jetstream's ear on the older wire."""
    return JetstreamEar(base + Wire.SUBSCRIBE, [ALICE, BOB], collector=EAR, sentinels=[SENTINEL], cursor=cursor)


def events(base, cursor=None):
    """A Jetstream's ear on the newer wire."""
    return JetstreamEar(base + Wire.EVENTS, [ALICE, BOB], collector=EAR, sentinels=[SENTINEL], cursor=cursor)


KINDS = pytest.mark.parametrize(
    ("stand_in", "ear"),
    [(FirehoseStandIn, firehose), (JetstreamStandIn, subscribe), (EventsStandIn, events)],
    ids=["firehose", "subscribe", "subscribeEvents"],
)


async def talk(server, n, *, every_s=0.004):
    """Two watched accounts and a stranger post in turn, once somebody listens."""
    while not server.asked:
        await asyncio.sleep(0.01)
    for k in range(n):
        server.did((ALICE, STRANGER, BOB)[k % 3])
        await asyncio.sleep(every_s)


def watched(server):
    """What should be heard, in order."""
    return [f"at://{event.did}/{event.collection}/{event.rkey}" for event in server.events if event.did in {ALICE, BOB}]


def whys(items):
    """What the pulses said, without repetition."""
    said = [pulse.why for pulse in of(items, Pulse)]
    return [why for k, why in enumerate(said) if k == 0 or said[k - 1] != why]


@KINDS
def test_what_is_said_is_heard_in_order_once(stand_in, ear):
    """A server that behaves."""

    async def run():
        server = stand_in()
        async with server.running() as base:
            items = await hearing(
                ear(base), lambda items: len(heard(items)) == 20, while_doing=lambda: talk(server, 30)
            )
            assert posts(items) == watched(server)
            last = heard(items)[-1]
            assert last.raw == (
                frame if isinstance(frame := server.frame(server.events[-1]), bytes) else frame.encode()
            )
            assert not of(items, Gap)

    asyncio.run(run())


@KINDS
def test_a_server_that_closes_every_few_frames_loses_and_doubles_nothing(stand_in, ear):
    """1006 again and again, often before anything new: the replay joins the live stream all the same."""

    async def run():
        server = stand_in(close_after=lambda connection: 4 + connection % 5)
        async with server.running() as base:
            items = await hearing(
                ear(base),
                lambda items: len(posts(items)) == 80,
                while_doing=lambda: talk(server, 120),
                within_s=60,
            )
            assert posts(items) == watched(server)
            assert len(server.asked) > 5
            assert Deafness.CLOSED in whys(items)
            assert of(items, Pulse)[-1].n_repeated > 0
            assert not of(items, Gap)

    asyncio.run(run())


@KINDS
def test_a_server_that_says_everything_twice_and_out_of_order_is_heard_once(stand_in, ear):
    """Order among accounts may change; nothing is lost or doubled."""

    async def run():
        server = stand_in(twice=True, shuffled=True, close_after=lambda connection: 30 if connection < 3 else None)
        async with server.running() as base:
            items = await hearing(
                ear(base), lambda items: len(posts(items)) == 40, while_doing=lambda: talk(server, 60), within_s=60
            )
            await asyncio.sleep(0.2)
            assert sorted(posts(items)) == sorted(watched(server))

    asyncio.run(run())


@KINDS
def test_going_on_from_a_cursor_kept_is_exact(stand_in, ear):
    """The next process begins after what was kept: nothing again, nothing left out."""

    async def run():
        server = stand_in()
        at = datetime.now(UTC)
        async with server.running() as base:
            first = await hearing(
                ear(base), lambda items: len(posts(items)) == 10, while_doing=lambda: talk(server, 15)
            )
            server.did(ALICE)
            server.did(BOB, at=server.events[-1].at)  # two at one instant
            kept = heard(first)[-1].cursor
            second = await hearing(ear(base, kept), lambda items: len(posts(items)) == 2)
            assert posts(first) + posts(second) == watched(server)
            third = await hearing(
                ear(base, heard(second)[0].cursor), lambda items: len(posts(items)) == 1 and len(items) > 5
            )
            assert posts(third) == posts(second)[1:]
            assert of(third, Pulse)[-1].unbroken_since >= at - timedelta(seconds=1)

    asyncio.run(run())


@KINDS
def test_a_server_that_goes_quiet_without_closing_is_found_out(stand_in, ear):
    """It answers pings and sends nothing, to anyone: blind in bounded time, and heard again when it speaks."""

    async def run():
        hung = {"until": 10**9}
        server = stand_in(hang_after=lambda connection: 3 if connection < hung["until"] else None)
        for did in (ALICE, BOB, ALICE, BOB, ALICE):
            server.did(did)
        server.hang_after = lambda connection: (3 if connection == 1 else 0) if connection < hung["until"] else None
        async with server.running() as base:
            begun = time.monotonic()
            took = []

            def until(items):
                pulse = items[-1]
                if not took and isinstance(pulse, Pulse) and pulse.why is Deafness.QUIET:
                    assert pulse.hearing is Hearing.BLIND
                    took.append(time.monotonic() - begun)
                    hung["until"] = 0
                return len(posts(items)) == 5 and of(items, Pulse)[-1].why is None

            stream = ear(base)
            if ear is not firehose:
                stream.forget_cursor()
                stream._since_us = server.events[0].micros
            else:
                stream._seq = 0
            items = await hearing(stream, until)
            assert took[0] < HASTY.quiet_after_s + HASTY.probe_within_s + 1
            assert posts(items) == watched(server)
            assert [why for why in whys(items) if why][:2] == [Deafness.CONNECTING, Deafness.QUIET]

    asyncio.run(run())


@pytest.mark.parametrize(
    ("stand_in", "ear"), [(JetstreamStandIn, subscribe), (EventsStandIn, events)], ids=["subscribe", "subscribeEvents"]
)
def test_a_quiet_hour_of_the_watched_is_no_deafness(stand_in, ear):
    """Others are heard over a second connection: the stream hears. The first is made anew all the same."""

    async def run():
        server = stand_in()

        async def strangers():
            while True:
                server.did(STRANGER)
                await asyncio.sleep(0.05)

        async with server.running() as base:
            items = await hearing(ear(base), lambda items: len(server.asked) > 6, while_doing=strangers)
            pulses = of(items, Pulse)
            assert not posts(items)
            assert whys(items) == [Deafness.CONNECTING, None]
            assert pulses[-1].heard_until > pulses[-1].at - timedelta(seconds=2)
            server.did(ALICE)
            later = await hearing(ear(base, pulses[-1].cursor), lambda items: len(posts(items)) == 1)
            assert posts(later) == watched(server)

    asyncio.run(run())


@KINDS
def test_one_connection_that_hangs_by_itself_loses_nothing(stand_in, ear):
    """The server goes on for others: the hung connection is left, and what it held back comes over the next."""

    async def run():
        server = stand_in(hang_after=lambda connection: 2 if connection == 1 else None)
        async with server.running() as base:

            async def many():
                await asyncio.sleep(0.1)
                await talk(server, 30)
                while True:
                    server.did(STRANGER)
                    await asyncio.sleep(0.05)

            items = await hearing(ear(base), lambda items: len(posts(items)) == 20, while_doing=many)
            assert posts(items) == watched(server)

    asyncio.run(run())


JUNK = [b"", b"\x00", b"{", b"[]", b'"text"', b"\xff" * 50, b"{}", b'{"$type":"message"}', b"\xa1" * 3000, b"[" * 3000]


@KINDS
def test_what_cannot_be_read_is_counted_and_stops_nothing(stand_in, ear):
    """Malformed frames between the others, as text and as bytes, and some that name a watched account."""

    async def run():
        naming = f'{{"did":"{ALICE}","time_us":"x","kind":3}}'
        server = stand_in(junk=lambda number: [*JUNK, "[" * 3000, "no", naming])
        async with server.running() as base:
            items = await hearing(
                ear(base),
                lambda items: len(posts(items)) == 4 and isinstance(items[-1], Pulse),
                while_doing=lambda: talk(server, 6),
            )
            assert posts(items) == watched(server)
            assert items[-1].n_malformed >= 4 * (len(JUNK) + 3)
            gaps = of(items, Gap)
            assert {gap.why for gap in gaps} == {Missing.UNREADABLE}
            assert {gap.account.id for gap in gaps} == {ALICE}

    asyncio.run(run())


@KINDS
def test_a_server_that_only_talks_nonsense_is_not_heard(stand_in, ear):
    """A login page as every message, to everyone: blind in bounded time, and heard again when it makes sense."""

    async def run():
        server = stand_in()
        sense, server.frame = server.frame, lambda event: "<html>log in</html>"
        told = []

        async def talking():
            while not server.asked:
                await asyncio.sleep(0.01)
            while True:
                server.did(SENTINEL)
                await asyncio.sleep(0.05)
                if told and server.frame is not sense:
                    server.frame = sense
                    told.append(server.did(ALICE).rkey)

        def until(items):
            if not told and isinstance(items[-1], Pulse) and items[-1].why is Deafness.QUIET:
                assert items[-1].hearing is Hearing.BLIND
                assert items[-1].n_malformed > 0
                told.append("deaf")
            return any(post.endswith(told[-1]) for post in posts(items)) if told else False

        async with server.running() as base:
            items = await hearing(ear(base), until, while_doing=talking)
        assert whys(items)[:2] == [Deafness.CONNECTING, Deafness.QUIET]

    asyncio.run(run())


@KINDS
@pytest.mark.parametrize("size", [10_000_000, MAX_TAKEN_BYTES + 1], ids=["10 MB", "over the limit"])
def test_a_giant_frame_is_a_gap_and_stops_nothing(stand_in, ear, size):
    """One that comes again on every connection does not hold the stream up for ever."""

    async def run():
        server = stand_in(junk=lambda number: [b"x" * size] if number == 4 else [])
        async with server.running() as base:
            server.did(SENTINEL)

            async def many():
                await asyncio.sleep(0.1)
                for did in (ALICE, BOB, ALICE):
                    server.did(did)
                while len(server.asked) < (1 if size == 10_000_000 else 3):
                    await asyncio.sleep(0.05)
                await asyncio.sleep(0.3)
                server.did(BOB)

            items = await hearing(
                ear(base),
                lambda items: posts(items)[-1:] == watched(server)[-1:] and len(server.events) == 5,
                while_doing=many,
                within_s=60,
            )
            gaps = of(items, Gap)
            assert {gap.why for gap in gaps} == {Missing.TOO_BIG}
            assert gaps[0].account is None
            assert of(items, Pulse)[-1].n_malformed + (1 if size == 10_000_000 else 0) >= 1
            heard_of = posts(items)
            assert len(heard_of) == len(set(heard_of))
            assert set(heard_of) >= (
                {*watched(server)} if size == 10_000_000 else {*watched(server)} - {watched(server)[2]}
            )

    asyncio.run(run())


@KINDS
@pytest.mark.parametrize(
    ("status", "headers", "why"),
    [
        (429, {"Retry-After": "1"}, Deafness.RATE_LIMITED),
        (429, {}, Deafness.RATE_LIMITED),
        (503, {"Retry-After": "1"}, Deafness.REFUSED),
        (503, {}, Deafness.REFUSED),
        (200, {}, Deafness.REFUSED),
        (302, {"Location": "ws://127.0.0.1:1/elsewhere"}, Deafness.REFUSED),
        (404, {}, Deafness.REFUSED),
    ],
    ids=str,
)
def test_a_refusal_is_told_and_waited_out(stand_in, ear, status, headers, why):
    """The server's Retry-After is kept to; a redirect is never followed; nothing is lost."""

    async def run():
        server = stand_in()
        async with server.running() as base:
            before = await hearing(ear(base), lambda items: len(posts(items)) == 1, while_doing=lambda: talk(server, 1))
            server.did(BOB)
            server.refusals = [(status, headers)] * 2
            begun = time.monotonic()
            items = await hearing(ear(base, heard(before)[-1].cursor), lambda items: len(posts(items)) == 1)
            assert why in whys(items)
            assert all(pulse.hearing is Hearing.BLIND for pulse in of(items, Pulse) if pulse.why is why)
            if "Retry-After" in headers:
                assert time.monotonic() - begun >= 2
                assert any(pulse.retry_at for pulse in of(items, Pulse))
            assert posts(items) == watched(server)[1:]

    asyncio.run(run())


@KINDS
def test_no_log_says_who_was_heard_or_what(stand_in, ear, caplog):
    """Not even at its most talkative, and not of a failure either."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("websockets.server").setLevel(logging.CRITICAL)  # the stand-in's own

    async def run():
        server = stand_in(
            close_after=lambda connection: 3, junk=lambda number: [f"{ALICE} junk"] if number == 2 else []
        )
        async with server.running() as base:
            await hearing(ear(base), lambda items: len(posts(items)) == 2, while_doing=lambda: talk(server, 3))

    asyncio.run(run())
    assert ALICE not in caplog.text
    assert "number 1" not in caplog.text


@KINDS
def test_a_server_that_is_not_there_is_said_at_once_and_found_when_it_comes(stand_in, ear):
    """Nobody listens on the port; later somebody does."""

    async def run():
        server = stand_in()
        async with server.running() as base:
            pass  # its port is free again

        async def come():
            await asyncio.sleep(0.5)
            async with server.running():
                await asyncio.sleep(0.5)
                server.did(ALICE)
                await asyncio.sleep(5)

        items = await hearing(ear(base), lambda items: len(posts(items)) == 1, while_doing=come)
        assert whys(items)[:2] == [Deafness.CONNECTING, Deafness.UNREACHABLE]

    asyncio.run(run())


def test_a_slow_consumer_is_told_so_and_catches_up():
    """The server drops us for being slow: nothing is lost, and the pulse says what it was."""

    async def run():
        server = FirehoseStandIn()
        for did in (ALICE, BOB, ALICE):
            server.did(did)
        words = iter([[firehose_error("ConsumerTooSlow")]])
        server.first_word = lambda asked: next(words, [])
        async with server.running() as base:
            items = await hearing(firehose(base, "0:"), lambda items: len(posts(items)) == 3)
            assert Deafness.TOO_SLOW in whys(items)
            assert posts(items) == watched(server)

    asyncio.run(run())


def test_old_events_are_not_the_present():
    """While what comes is an hour old, hearing is degraded and reaches only to where the replay is."""

    async def run():
        server = FirehoseStandIn()
        past = datetime.now(UTC) - timedelta(hours=1)
        for k in range(3):
            server.did(ALICE, at=past + timedelta(seconds=k))
        async with server.running() as base:
            items = await hearing(
                firehose(base, "0:"), lambda items: len(posts(items)) == 3 and isinstance(items[-1], Pulse)
            )
            pulse = items[-1]
            assert (pulse.why, pulse.hearing) == (Deafness.CATCHING_UP, Hearing.DEGRADED)
            assert pulse.heard_until == past + timedelta(seconds=2)
            assert pulse.lag_s > 3000

    asyncio.run(run())


def test_memory_is_bounded_while_nobody_takes_what_comes():
    """A listener that stands still for a while makes the socket wait, and hears everything afterwards."""
    from vigil.sources.live import line

    async def run():
        server = FirehoseStandIn(junk=lambda number: [b"x" * 100_000])
        for _ in range(60):
            server.did(ALICE)
        async with server.running() as base:
            stream = line.listen(firehose(base, "0:"), HASTY)
            items = []
            async for item in stream:
                items.append(item)
                if len(posts(items)) == 1:
                    await asyncio.sleep(0.3)
                    (connection,) = [each for each in asyncio.all_tasks() if "_receive" in repr(each)]
                    owner = connection.get_coro().cr_frame.f_locals["self"]
                    assert owner._n_bytes <= line.MAX_WAITING_BYTES + 100_001
                if len(posts(items)) == 60:
                    break
            await stream.aclose()
            assert posts(items) == watched(server)

    whole, line.MAX_WAITING_BYTES = line.MAX_WAITING_BYTES, 1_000_000
    try:
        asyncio.run(run())
    finally:
        line.MAX_WAITING_BYTES = whole


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 29.0),
        ("Fri, 31 Dec 1999 23:59:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_retry_after_is_read_in_both_its_forms(value, seconds):
    """RFC 9110, section 10.2.3; the date is the RFC's own example."""
    assert retry_after_s(value, datetime(1999, 12, 31, 23, 59, 30, tzinfo=UTC)) == seconds


@KINDS
def test_whom_it_listens_for_changes_while_it_runs(stand_in, ear):
    """Nothing of those before is lost or doubled, nobody is called deaf, and who is new is heard within seconds."""

    async def run():
        server, anew = stand_in(), asyncio.Event()
        async with server.running() as base:
            listening = ear(base)

            async def live():
                await talk(server, 60)
                if listening.watch([ALICE, BOB, STRANGER]):
                    anew.set()
                await talk(server, 60)
                while not listening.asks_for(STRANGER):
                    await asyncio.sleep(0.01)
                server.did(STRANGER, rkey="new")

            def enough(items):
                return f"at://{STRANGER}/app.bsky.feed.post/new" in posts(items)

            items = await hearing(listening, enough, while_doing=live, anew=anew)
        of_ours = [event.rkey for event in server.events if event.did in {ALICE, BOB}]
        assert [post.rpartition("/")[2] for post in posts(items) if STRANGER not in post] == of_ours
        strange = [post for post in posts(items) if STRANGER in post]
        assert len(strange) == len(set(strange))
        assert not of(items, Gap)
        assert len({pulse.why for pulse in of(items, Pulse)} - {Deafness.CONNECTING, None}) == 0
        assert not anew.is_set()

    asyncio.run(run())
