"""What people do on a real server comes through the collector in order, once: heard, filled, and found by probes."""

import asyncio
import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from real_pds import Wire, fed, running, tid
from stand_ins import HASTY, STRANGER, JetstreamStandIn

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.ids import AccountId, CollectorName
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.bluesky.collector import BlueskyCollector, Manner
from vigil.sources.bluesky.events import PLATFORM
from vigil.sources.bluesky.probes import ProbeSettings
from vigil.sources.bluesky.setup import setup_of
from vigil.sources.live.asking import Patience
from vigil.sources.live.rounds import RoundSettings
from vigil.usecases.listening.collecting import Given

pytestmark = pytest.mark.slow

EAR = CollectorName("ear")
HERE = Patience(trust_system=False, attempts=2, first_wait_s=0.05, answer_within_s=20)
MANNER = Manner(
    line=replace(HASTY, prove_after_s=0.5, quiet_after_s=5.0, probe_within_s=5, connect_within_s=10),
    probes=ProbeSettings(every_s=30.0, unheard_after_s=3.0, clocks_s=0.0, state_within_s=1.0, patience=HERE),
    rounds=RoundSettings(every_s=1.0, least_apart_s=0.02, first_wait_s=0.2),
    filling=HERE,
    settle_s=0.5,
    settle_within_s=20.0,
    once_within_s=10.0,
)


@pytest.fixture(scope="module")
def pds():
    """One server for all tests; each test has people of its own."""
    with running() as server:
        yield server


def account(person):
    """As it is watched."""
    return WatchedAccount(account=Account(PLATFORM, AccountId(person.did)))


def collector(pds, service, people, *, manner=MANNER, settings=None, **what):
    """One that listens for these people."""
    told = {"service": service, "directory": pds.directory, "names": pds.url, **(settings or {})}
    given = Given(
        collector=EAR,
        accounts=tuple(account(person) for person in people),
        clock=lambda: datetime.now(UTC),
        settings=told,
        **what,
    )
    return BlueskyCollector(given, setup_of(told), manner)


@contextlib.asynccontextmanager
async def listening(ear, *, once=False):
    """The items heard so far, growing, and a way to wait for something among them."""
    items = []

    async def listen():
        async for item in ear.listen(once=once):
            items.append(item)  # noqa: PERF401 - it is looked at while it grows

    task = asyncio.create_task(listen())

    async def until(met, within_s=60.0):
        try:
            async with asyncio.timeout(within_s):
                while not met(items):
                    if task.done():
                        task.result()
                        assert once, "the listening ended"
                        return
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"not within {within_s} s: {facts(items)}, {others(items)}") from None

    try:
        yield items, until
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def facts(items):
    """What was observed, in order: of which post or state, and what."""
    return [(seen.state or seen.post, seen.kind) for item in of(items, Heard) for seen in item.observations]


def others(items):
    """Gaps, fillings, and pulses of one account."""
    return [
        item
        for item in items
        if isinstance(item, Gap | Filled) or (isinstance(item, Pulse) and item.account is not None)
    ]


def of(items, kind):
    """The items of a kind."""
    return [item for item in items if isinstance(item, kind)]


def fillings(items, person):
    """The stretches of one person that were filled."""
    return [item for item in of(items, Filled) if item.account.id == person.did]


async def done(action, *what, **how):
    """Something people do, while we listen."""
    return await asyncio.to_thread(action, *what, **how)


async def some_life(pds, person):
    """A post, an edit, a deletion, and a while away; what should be heard of it."""
    post = await done(pds.post, person, "we are here")
    await done(pds.edit, person, post, "we are still here")
    other = await done(pds.post, person, "not for long")
    await done(pds.delete, person, other)
    await done(pds.deactivate, person)
    await done(pds.reactivate, person)
    last = await done(pds.post, person, "back")
    return [
        (post["uri"], Kind.POST),
        (post["uri"], Kind.EDIT),
        (other["uri"], Kind.POST),
        (other["uri"], Kind.DELETE),
        (AccountState.DEACTIVATED, Kind.ACCOUNT_STATE),
        (AccountState.ACTIVE, Kind.ACCOUNT_STATE),
        (last["uri"], Kind.POST),
    ]


@pytest.mark.parametrize("through", ["jetstream", "firehose"])
def test_a_first_watch_is_filled_and_then_heard_live(pds, through):
    """What was there comes from the archive, what happens from the stream, across a cut, in order and once."""
    alice = pds.join(f"first-{through}")
    before = [pds.post(alice, f"before {k}")["uri"] for k in range(3)]

    async def run():
        server = JetstreamStandIn()
        feeding = fed(server, pds) if through == "jetstream" else contextlib.nullcontext(pds.stream)
        async with feeding as address:
            wire = Wire(address)
            async with wire.strung() as cut:
                cursor = str(server.events[-1].micros + 1) if server.events else None  # after alice joined
                ear = collector(pds, cut, [alice], settings={"wire": through}, cursor=cursor)
                async with listening(ear) as (items, until):
                    await until(lambda items: fillings(items, alice))
                    old = [uri for uri, kind in facts(items) if kind is Kind.POST]
                    assert sorted(old) == sorted(before), "from the archive, or replayed: once"
                    (filled,) = fillings(items, alice)
                    assert filled.begin is None
                    n = len(facts(items))
                    told = await some_life(pds, alice)
                    wire.cut()
                    told += [((await done(pds.post, alice, "after the cut"))["uri"], Kind.POST)]
                    await until(lambda items: told[-1] in facts(items))
                    await asyncio.sleep(2.5)  # probes and fillings that would say it again have had their time
                    lived = facts(items)[n:]
                    joined = lived[0][0] is AccountState.ACTIVE  # replayed where nothing had come before the cut
                    assert lived[joined:] == told
                    assert wire.n_cuts
                    assert not [p for p in of(items, Pulse) if p.why is Deafness.BEHIND]

    asyncio.run(run())


def test_who_joins_while_we_listen_is_heard(pds):
    """The new account is filled and heard; nothing of the other is lost or doubled at the change."""
    alice, bob = pds.join("joining-alice"), pds.join("joining-bob")
    old = pds.post(bob, "from before")["uri"]

    async def run():
        server, told = JetstreamStandIn(), []
        async with fed(server, pds) as address:
            ear = collector(pds, address, [alice])
            async with listening(ear) as (items, until):
                await until(lambda items: fillings(items, alice))
                for k in range(20):
                    told.append((await done(pds.post, alice, f"number {k}"))["uri"])
                    if k == 10:
                        ear.watch([account(alice), account(bob)])
                await until(lambda items: fillings(items, bob))
                new = (await done(pds.post, bob, "heard"))["uri"]
                ear.watch([account(bob)])
                await done(pds.post, alice, "no longer asked for")
                last = (await done(pds.post, bob, "heard too"))["uri"]
                await until(lambda items: (last, Kind.POST) in facts(items))
        posts = [what for what, kind in facts(items) if kind is Kind.POST]
        assert [told.index(uri) for uri in posts if alice.did in uri] == list(range(len(told)))
        assert [uri for uri in posts if bob.did in uri] == [old, new, last]
        assert Deafness.UNREACHABLE not in {pulse.why for pulse in of(items, Pulse)}

    asyncio.run(run())


class Forgetful(JetstreamStandIn):
    """A Jetstream that leaves one account out, and says nothing."""

    left_out: str | None = None

    async def filter(self, socket, asked):
        """Everyone else's events as usual."""
        wanted = await super().filter(socket, asked)
        return lambda event: wanted(event) and event.did != self.left_out


def test_an_account_the_stream_has_dropped_is_found_and_filled(pds):
    """A probe sees what never came: blind for this account, a gap, filled; until the stream brings them again."""
    alice, bob = pds.join("dropped-alice"), pds.join("dropped-bob")

    async def run():
        server = Forgetful()
        async with fed(server, pds) as address:
            ear = collector(pds, address, [alice, bob])
            async with listening(ear) as (items, until):
                await until(lambda items: fillings(items, alice) and fillings(items, bob))
                server.left_out = alice.did
                lost = (await done(pds.post, alice, "into the void"))["uri"]
                heard = (await done(pds.post, bob, "heard"))["uri"]
                await until(lambda items: any(p.why is Deafness.BEHIND for p in of(items, Pulse)))
                pulse = next(p for p in of(items, Pulse) if p.why is Deafness.BEHIND)
                assert (pulse.account.id, pulse.hearing) == (alice.did, Hearing.BLIND)
                await until(lambda items: (lost, Kind.POST) in facts(items))
                await until(lambda items: len(fillings(items, alice)) >= 2)
                (gap,) = of(items, Gap)
                assert (gap.account.id, gap.why) == (alice.did, Missing.CHAIN_BROKEN)
                assert fillings(items, alice)[1].begin <= gap.begin
                assert fillings(items, alice)[1].end >= gap.end
                again = (await done(pds.post, alice, "still not heard"))["uri"]
                await until(lambda items: (again, Kind.POST) in facts(items))
                server.left_out = None
                back = (await done(pds.post, alice, "heard again"))["uri"]
                await until(lambda items: (back, Kind.POST) in facts(items))
                await until(lambda items: of(others(items), Pulse)[-1].why is None)
                back_at = of(others(items), Pulse)[-1].at
                await asyncio.sleep(2.5)
        assert not [p for p in of(others(items), Pulse) if p.at > back_at]
        for uri in (lost, heard, again, back):
            assert facts(items).count((uri, Kind.POST)) == 1
        (raw,) = [i for i in of(items, Heard) if any(seen.post == lost for seen in i.observations)]
        assert raw.backfilled

    asyncio.run(run())


def test_a_cursor_too_old_is_a_gap_that_is_filled(pds):
    """A Jetstream keeps 36 hours: what was posted before is lost to it, and comes from the archive."""
    alice = pds.join("old-alice")
    then = datetime.now(UTC) - timedelta(days=3)
    later = then + timedelta(days=1)
    missed = pds.post(alice, "meanwhile", createdAt=later.isoformat(), rkey=tid(later))["uri"]

    async def run():
        # Kept by the real server only: this Jetstream begins now.
        server = JetstreamStandIn()
        server.did(STRANGER)  # somebody is heard
        async with server.running() as address:
            cursor = str(int(then.timestamp() * 1_000_000))
            at = Account(PLATFORM, AccountId(alice.did))
            wire = f"{address}/subscribe"
            ear = collector(pds, wire, [alice], cursor=cursor, heard_until={at: then})
            async with listening(ear) as (items, until):
                await until(lambda items: fillings(items, alice))
        (gap,) = of(items, Gap)
        assert (gap.why, gap.account) == (Missing.CURSOR_TOO_OLD, None)
        assert facts(items) == [(missed, Kind.POST)]
        (filled,) = fillings(items, alice)
        assert filled.begin <= gap.begin
        assert filled.end >= gap.end
        assert [type(item) for item in items if not isinstance(item, Pulse)] == [Gap, Heard, Filled]

    asyncio.run(run())


def test_catching_up_ends_in_the_present_and_goes_on_from_there(pds):
    """`once`, and again from its cursor: everything once, and each time it ends by itself."""
    alice = pds.join("once-alice")
    uris = [pds.post(alice, f"number {k}")["uri"] for k in range(3)]

    async def run():
        server = JetstreamStandIn()
        at = Account(PLATFORM, AccountId(alice.did))
        async with fed(server, pds) as address:

            async def caught_up(**what):
                ear = collector(pds, address, [alice], **what)
                async with asyncio.timeout(60):
                    return [item async for item in ear.listen(once=True)]

            first = await caught_up()
            cursor = [item.cursor for item in first if getattr(item, "cursor", None)]
            assert facts(first) == [(uri, Kind.POST) for uri in reversed(uris)]
            assert fillings(first, alice)
            await done(pds.edit, alice, {"uri": uris[0]}, "edited meanwhile")
            new = (await done(pds.post, alice, "meanwhile"))["uri"]
            while len([event for event in server.events if event.did == alice.did and event.kind == "commit"]) < 5:
                await asyncio.sleep(0.05)
            again = await caught_up(
                cursor=cursor[-1] if cursor else None, heard_until={at: fillings(first, alice)[0].end}
            )
            assert (new, Kind.POST) in facts(again)
            assert facts(again).count((new, Kind.POST)) == 1

    asyncio.run(run())


def test_catching_up_ends_where_nothing_can_be_heard(pds):
    """No stream: the archive gives what it has, and the listening ends."""
    alice = pds.join("deaf-alice")
    uri = pds.post(alice, "kept by the server")["uri"]

    async def run():
        ear = collector(
            pds, "ws://127.0.0.1:1", [alice], manner=replace(MANNER, once_within_s=1.0, settle_within_s=0.5)
        )
        async with asyncio.timeout(60):
            return [item async for item in ear.listen(once=True)]

    items = asyncio.run(run())
    assert facts(items) == [(uri, Kind.POST)]
    assert {pulse.hearing for pulse in of(items, Pulse)} == {Hearing.BLIND}


def test_a_state_the_stream_did_not_bring_is_found_by_a_probe(pds):
    """Deactivated, back, and deleted for good, at a server whose stream says nothing of it."""
    alice = pds.join("state-alice")

    async def run():
        server = JetstreamStandIn()
        server.did(STRANGER)
        async with server.running() as address:
            ear = collector(pds, address, [alice])
            async with listening(ear) as (items, until):
                await until(lambda items: fillings(items, alice))
                await asyncio.sleep(1.5)
                assert facts(items) == [], "active is not worth a word at first"
                await done(pds.deactivate, alice)
                await until(lambda items: len(facts(items)) == 1)
                await done(pds.reactivate, alice)
                await until(lambda items: len(facts(items)) == 2)
                await done(pds.destroy, alice)
                await until(lambda items: len(facts(items)) == 3)
                await asyncio.sleep(2.0)
                return items

    items = asyncio.run(run())
    assert [what for what, _ in facts(items)] == [
        AccountState.DEACTIVATED,
        AccountState.ACTIVE,
        AccountState.DELETED,
    ]


def test_an_archive_that_fails_is_asked_again_while_the_gap_stands(pds):
    """A server that cannot be reached at first: nothing is filled, nothing is called blind, then it is filled."""
    alice = pds.join("later-alice")
    uri = pds.post(alice, "there all the time")["uri"]

    async def run():
        server, archive = JetstreamStandIn(), Wire(pds.stream)
        async with server.running() as address, archive.strung() as reachable:
            archive._port, port = 1, archive._port
            settings = {"archive": reachable.replace("ws://", "http://")}
            ear = collector(pds, address, [alice], settings=settings)
            async with listening(ear) as (items, until):
                await until(lambda items: len(of(items, Pulse)) > 20)
                assert not others(items)
                archive._port = port
                await until(lambda items: fillings(items, alice))
                return items

    items = asyncio.run(run())
    assert facts(items) == [(uri, Kind.POST)]


@pytest.mark.parametrize("through", ["jetstream", "firehose"])
def test_pictures_are_named_where_they_can_be_fetched(pds, through):
    """As uploaded, from the account's own server: of posts from the archive, and of those heard live."""
    alice = pds.join(f"pictures-{through}")
    pictures = [f"\x89PNG picture {k} of {through}".encode() for k in range(3)]
    blobs = [pds.picture(alice, picture) for picture in pictures]

    def shown(*which):
        images = [{"alt": "", "image": blobs[k]} for k in which]
        return {"$type": "app.bsky.embed.images", "images": images}

    old = pds.post(alice, "shown before", embed=shown(0))["uri"]

    async def run():
        server = JetstreamStandIn()
        feeding = fed(server, pds) if through == "jetstream" else contextlib.nullcontext(pds.stream)
        async with feeding as address:
            ear = collector(pds, address, [alice], settings={"wire": through})
            async with listening(ear) as (items, until):
                await until(lambda items: fillings(items, alice))
                quoted = {"$type": "app.bsky.embed.record", "record": await done(pds.post, alice, "quoted")}
                embed = {"$type": "app.bsky.embed.recordWithMedia", "record": quoted, "media": shown(1, 2)}
                new = (await done(pds.post, alice, "shown now", embed=embed))["uri"]
                await until(lambda items: (new, Kind.POST) in facts(items))
        return new, [each for item in of(items, Heard) for each in item.media]

    new, media = asyncio.run(run())
    assert [each.post for each in media] == [old, new, new]
    assert {each.account.id for each in media} == {alice.did}
    got = [httpx.get(each.url, trust_env=False) for each in media]
    assert [answer.content for answer in got] == pictures
