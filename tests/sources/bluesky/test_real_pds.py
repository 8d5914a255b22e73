"""What people do on a real server is heard in order, once, across connections that are cut."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from real_pds import Wire, fed, running
from stand_ins import HASTY, EventsStandIn, JetstreamStandIn, heard, hearing, of

from vigil.model.errors import InvalidInput
from vigil.model.heard import Deafness, Gap, Heard, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.model.observation import AccountState, Kind
from vigil.sources.bluesky import jetstream
from vigil.sources.bluesky.backfill import backfill, state
from vigil.sources.bluesky.firehose import FirehoseEar
from vigil.sources.bluesky.jetstream import JetstreamEar
from vigil.sources.bluesky.resolve import account_of, home_of
from vigil.sources.live.asking import Patience, Service

pytestmark = pytest.mark.slow

EAR = CollectorName("ear")
UNHURRIED = replace(
    HASTY, prove_after_s=0.5, quiet_after_s=1.5, probe_within_s=5
)  # a busy machine's server takes a while
HERE = Patience(trust_system=False, attempts=2, first_wait_s=0.05)


@pytest.fixture(scope="module")
def pds():
    """One server for all tests; each test has people of its own."""
    with running() as server:
        yield server


async def joined(pds, name):
    """A new account, once the server has told everyone of it: it does so a moment after the answer."""
    person = await asyncio.to_thread(pds.join, name)
    ear = FirehoseEar(pds.stream, [person.did], collector=EAR, cursor="0:")
    await hearing(ear, lambda items: len(facts(items)) == 1)
    return person


async def now(pds, person):
    """A firehose's cursor after everything so far."""
    ear = FirehoseEar(pds.stream, [person.did], collector=EAR, cursor="0:")
    items = await hearing(
        ear, lambda items: isinstance(items[-1], Pulse) and len(heard(items)) > 0 and items[-1].n_events == 0
    )
    return items[-1].cursor


def facts(items):
    """What was observed, in order: whose, what, and of which post or state."""
    return [(seen.account, seen.kind, seen.state or seen.post) for item in heard(items) for seen in item.observations]


async def lives(pds, alice, bob, stranger, *, breaks):
    """Two lives of half a second, and what should be heard of them. `breaks` is awaited now and then."""

    def at_once(action, *what, **how):
        return asyncio.to_thread(action, *what, **how)

    expected = []
    first = await at_once(pds.post, alice, "we are here")
    expected.append((alice.did, Kind.POST, first["uri"]))
    answer = await at_once(pds.post, bob, "we hear you", answering=first)
    expected.append((bob.did, Kind.REPLY, answer["uri"]))
    await breaks()
    await at_once(pds.edit, alice, first, "we are still here")
    expected.append((alice.did, Kind.EDIT, first["uri"]))
    for _ in range(2):
        same = await at_once(pds.post, alice, "the same words")
        expected.append((alice.did, Kind.POST, same["uri"]))
    await at_once(pds.post, stranger, "not watched")
    repost = await at_once(pds.repost, bob, first)
    expected.append((bob.did, Kind.REPOST, repost["uri"]))
    await breaks()
    await at_once(pds.delete, alice, same)
    expected.append((alice.did, Kind.DELETE, same["uri"]))
    await at_once(pds.delete, bob, repost)
    expected.append((bob.did, Kind.DELETE, repost["uri"]))
    await at_once(pds.edit, alice, first, "we are here")  # as it was at first: its cid has been seen before
    expected.append((alice.did, Kind.EDIT, first["uri"]))
    await at_once(pds.deactivate, alice)
    expected.append((alice.did, Kind.ACCOUNT_STATE, AccountState.DEACTIVATED))
    await breaks()
    await at_once(pds.reactivate, alice)
    expected.append((alice.did, Kind.ACCOUNT_STATE, AccountState.ACTIVE))
    await at_once(pds.take_down, alice)
    expected.append((alice.did, Kind.ACCOUNT_STATE, AccountState.TAKEN_DOWN))
    await at_once(pds.take_down, alice, applied=False)
    expected.append((alice.did, Kind.ACCOUNT_STATE, AccountState.ACTIVE))
    last = await at_once(pds.post, alice, "back")
    expected.append((alice.did, Kind.POST, last["uri"]))
    return expected


async def until_heard(items, n):
    """Wait until so many observations are among the items."""
    async with asyncio.timeout(60):
        while len(facts(items)) < n:
            await asyncio.sleep(0.02)


def test_lives_are_heard_from_the_firehose_in_order_once_across_cuts(pds):
    """Posts, answers, edits, deletions, reposts, states and a deleted account, the wire cut three times between."""

    async def run():
        alice, bob, stranger = [await joined(pds, f"firehose-{name}") for name in ("alice", "bob", "stranger")]
        wire, told = Wire(pds.stream), []

        async def cut():
            await asyncio.sleep(0.1)
            wire.cut()

        async def live():
            await asyncio.sleep(0.5)
            told.extend(await lives(pds, alice, bob, stranger, breaks=cut))
            await asyncio.sleep(0.5)  # bob's earlier events go from the replay with him
            await asyncio.to_thread(pds.destroy, bob)
            told.append((bob.did, Kind.ACCOUNT_STATE, AccountState.DELETED))

        async with wire.strung() as address:
            ear = FirehoseEar(address, [alice.did, bob.did], collector=EAR, cursor=await now(pds, stranger))
            items = await hearing(ear, lambda items: told and len(facts(items)) == len(told) > 14, while_doing=live)
        assert facts(items) == told
        assert wire.n_cuts >= 3
        assert not of(items, Gap), "the server's own chain of revisions was whole"
        assert of(items, Pulse)[-1].n_malformed == 0
        numbers = [int(item.cursor.partition(":")[0]) for item in heard(items)]
        assert all(a < b for a, b in pairwise(numbers))
        words = [seen.text for item in heard(items) for seen in item.observations if seen.kind is Kind.EDIT]
        assert words == ["we are still here", "we are here"]
        times = [seen.published_at for item in heard(items) for seen in item.observations]
        assert all(timedelta() <= datetime.now(UTC) - at < timedelta(minutes=2) for at in times)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("stand_in", "wire"),
    [(JetstreamStandIn, jetstream.Wire.SUBSCRIBE), (EventsStandIn, jetstream.Wire.EVENTS)],
    ids=["subscribe", "subscribeEvents"],
)
def test_lives_are_heard_from_a_jetstream_in_order_once_across_cuts(pds, stand_in, wire):
    """The same, by way of a Jetstream on either of its wires that closes every few frames."""

    async def run():
        names = (f"{stand_in.__name__.lower()[:6]}-{name}" for name in ("alice", "bob", "stranger"))
        alice, bob, stranger = [await joined(pds, name) for name in names]
        server, told = stand_in(close_after=lambda connection: 6 if connection < 4 else None), []

        async def rest():
            await asyncio.sleep(0.2)

        async def live():
            while not server.asked:
                await asyncio.sleep(0.02)
            await asyncio.sleep(0.3)
            told.extend(await lives(pds, alice, bob, stranger, breaks=rest))
            while server.events[-1].did != alice.did or server.events[-1].record["text"] != "back":
                await asyncio.sleep(0.02)  # what bob did before goes from the replay with him
            await asyncio.to_thread(pds.destroy, bob)
            told.append((bob.did, Kind.ACCOUNT_STATE, AccountState.DELETED))

        async with fed(server, pds) as address:
            cursor = str(server.events[-1].micros + 1)
            ear = JetstreamEar(address + wire, [alice.did, bob.did], collector=EAR, cursor=cursor)
            items = await hearing(
                ear, lambda items: told and len(facts(items)) == len(told) > 14, while_doing=live, within_s=120
            )
        assert facts(items) == told
        assert len(server.asked) >= 3
        assert not [gap for gap in of(items, Gap) if gap.why is not Missing.CHAIN_BROKEN]

    asyncio.run(run())


def test_who_goes_in_the_dark_is_said_to_be_gone(pds):
    """A deletion takes what was posted meanwhile out of the replay: the post is not heard, the deletion is."""

    async def run():
        alice = await joined(pds, "gone-alice")
        wire = Wire(pds.stream)
        async with wire.strung() as address:
            ear = FirehoseEar(address, [alice.did], collector=EAR, cursor=await now(pds, alice))
            before = await hearing(
                ear,
                lambda items: len(facts(items)) == 1,
                while_doing=lambda: _later(pds.post, alice, "the last words that are heard"),
            )
        await asyncio.to_thread(pds.post, alice, "posted while nobody listens")
        await asyncio.to_thread(pds.destroy, alice)
        after = await hearing(
            FirehoseEar(pds.stream, [alice.did], collector=EAR, cursor=heard(before)[-1].cursor),
            lambda items: len(facts(items)) == 1,
        )
        assert facts(after) == [(alice.did, Kind.ACCOUNT_STATE, AccountState.DELETED)]

    asyncio.run(run())


async def _later(action, *what):
    await asyncio.sleep(0.5)
    await asyncio.to_thread(action, *what)


def test_a_change_of_handle_is_heard(pds):
    """And once, though reactivation says the handle again."""

    async def run():
        alice = await joined(pds, "name-alice")
        items = await hearing(
            FirehoseEar(pds.stream, [alice.did], collector=EAR, cursor=await now(pds, alice)),
            lambda items: any(item.handles for item in heard(items)),
            while_doing=lambda: _later(pds.rename, alice, "another-name.test"),
        )
        (seen,) = [seen for item in heard(items) for seen in item.handles]
        assert (seen.account.id, seen.handle) == (alice.did, "another-name.test")

    asyncio.run(run())


def test_a_cursor_of_another_server_is_a_gap_and_hearing_goes_on(pds):
    """The server says FutureCursor: what was in between is unknown, and what comes is heard."""
    then = datetime(2026, 1, 1, tzinfo=UTC)
    cursor = f"{10**12}:{int(then.timestamp() * 1_000_000)}"

    async def run():
        alice = await joined(pds, "future-alice")
        items = await hearing(
            FirehoseEar(pds.stream, [alice.did], collector=EAR, cursor=cursor),
            lambda items: any(kind is Kind.POST for _, kind, _ in facts(items)),
            while_doing=lambda: _later(pds.post, alice, "heard all the same"),
        )
        (gap,) = of(items, Gap)
        assert (gap.why, gap.begin, gap.account) == (Missing.CURSOR_UNKNOWN, then, None)
        assert of(items, Pulse)[-1].unbroken_since >= gap.end
        assert heard(items)[-1].observations[0].text == "heard all the same"

    asyncio.run(run())


def test_a_quiet_server_is_shown_to_hear(pds):
    """Nobody posts: a second connection hears the last event again, so the quiet is theirs and not ours."""

    async def run():
        alice = await joined(pds, "quiet-alice")
        items = await hearing(
            FirehoseEar(pds.stream, [alice.did], collector=EAR),
            lambda items: len(of(items, Pulse)) > 40,
            settings=UNHURRIED,
        )
        assert Deafness.QUIET not in {pulse.why for pulse in of(items, Pulse)}
        assert of(items, Pulse)[-1].why is None

    asyncio.run(run())


def test_the_archive_gives_what_was_missed(pds):
    """More than a page of posts, a reply and a repost, as they are now; the deleted is not there."""
    alice = pds.join("archive-alice")
    first = pds.post(alice, "number 0")
    uris = [first["uri"], *(pds.post(alice, f"number {k}")["uri"] for k in range(1, 103))]
    pds.edit(alice, first, "edited")
    gone = pds.post(alice, "taken back")
    pds.delete(alice, gone)
    uris.append(pds.post(alice, "an answer", answering=first)["uri"])
    repost = pds.repost(alice, first)

    async def run():
        async with Service(pds.url, HERE) as service:
            items = [item async for item in backfill(service, alice.did, collector=EAR)]
            recent = [item async for item in backfill(service, alice.did, collector=EAR, since=datetime.now(UTC))]
            (now,) = await state(service, alice.did, collector=EAR)
            with pytest.raises(InvalidInput):
                await state(service, "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", collector=EAR)
        assert all(isinstance(item, Heard) and item.backfilled for item in items)
        seen = [each for item in items for each in item.observations]
        assert [each.post for each in seen] == [*reversed(uris), repost["uri"]]
        assert {each.kind for each in seen} == {Kind.POST, Kind.REPLY, Kind.REPOST}
        assert next(each.text for each in seen if each.post == first["uri"]) == "edited"
        assert json.loads(items[0].raw)["records"][0]["uri"] == uris[-1]
        # Every record says it was made in 2016, so a second page is never asked for.
        assert len([each for item in recent for each in item.observations if each.kind is not Kind.REPOST]) == 100
        assert [each.state for each in now.observations] == [AccountState.ACTIVE]

    asyncio.run(run())


def test_a_handle_leads_to_its_account_and_the_account_to_its_server(pds):
    """The service that was named is asked; a server on loopback is given only to who asks for one."""
    alice = pds.join("found-alice")

    async def run():
        async with Service(pds.url, HERE) as service, Service(pds.directory, HERE) as directory:
            assert await account_of(service, "@Found-Alice.test ") == alice.did
            home = await home_of(directory, alice.did, on_this_machine=True)
            assert (home.handle, home.server) == ("found-alice.test", pds.url)
            assert (await home_of(directory, alice.did)).server is None
            with pytest.raises(InvalidInput) as unknown:
                await account_of(service, "nobody-here.test")
            assert "nobody-here" not in str(unknown.value)

    asyncio.run(run())
