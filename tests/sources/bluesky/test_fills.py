"""What the archive gives is given once, and asked for until it is had."""

import asyncio
from datetime import timedelta

import pytest
from bluesky_service import EAR, HASTY_ASKING, JUNK, BlueskyService, heard, now, seen, watched
from stand_ins import ALICE, BOB

from vigil.model.heard import Filled, Gap, Heard, Missing
from vigil.model.observation import Kind
from vigil.sources.bluesky import backfill as archive
from vigil.sources.bluesky import fills as module
from vigil.sources.bluesky.fills import Fills, Given
from vigil.sources.bluesky.homes import Homes

AT_ALICE, AT_BOB = watched(ALICE).account, watched(BOB).account


def test_a_post_is_given_once():
    """Of a page, only what is new; an edit, and a post in other words than before, are new."""
    given = Given(2)
    assert given.new(heard(seen("a"), seen("b"))).keys == ("0", "1")
    new = given.new(heard(seen("a"), seen("c"), seen("b")))
    assert [each.post for each in new.observations] == ["c"]
    assert new.keys == ("1",)
    assert given.new(heard(seen("a"))) is None
    assert given.new(heard(seen("a", "other words"))) is not None
    assert given.new(heard(seen("a", "third words", Kind.EDIT))) is not None
    assert given.new(heard(seen("a", "third words"))) is None
    assert given.new(heard(seen("a", None, Kind.DELETE))) is not None
    assert given.new(heard(seen("a", "third words"))) is not None, "made again after it was deleted"
    assert given.new(heard(seen("a", did=BOB))) is not None


def test_what_is_remembered_is_bounded():
    """The oldest is forgotten first, account by account."""
    given = Given(100_000)
    for k in range(60):
        given.new(heard(seen(str(k))))
    assert given.new(heard(seen("59"))) is None
    assert given.new(heard(seen("0"))) is not None


def filling(run, *, n_workers=1, once=False, archive="home", given=None, lag_s=0.0):
    """What comes of wanting something filled."""
    given = given or Given(2)
    service = BlueskyService()
    service.states = {ALICE: (True, None), BOB: (True, None)}
    items, told = [], []

    async def settled(did):
        return None

    async def put(item):
        items.append(item)

    async def whole(base):
        async with Homes(service.setup(base, archive=archive), clock=now) as homes:
            what = {"given": given, "settled": settled, "filled": told.append, "lag_s": lag_s, "clock": now}
            fills = Fills(EAR, homes, HASTY_ASKING, **what)
            tasks = [asyncio.create_task(fills.work(put, once=once)) for _ in range(n_workers)]
            try:
                async with asyncio.timeout(60):
                    await run(fills, service, homes)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    with service.running() as (base, _):
        asyncio.run(whole(base))
    assert told == [item for item in items if isinstance(item, Filled)]
    return items


async def until_idle(fills):
    """Wait until all is filled."""
    while not fills.idle:
        await asyncio.sleep(0.01)


def texts(items):
    """The words of everything."""
    return [each.text for item in items if isinstance(item, Heard) for each in item.observations]


def test_what_was_given_and_then_that_it_is_filled():
    """From the beginning, or from an instant on; what was given is not given again."""

    async def run(fills, service, homes):
        for k in range(3):
            service.post(ALICE, now() - timedelta(days=3 - k), f"number {k}")
        fills.want(AT_ALICE, None)
        fills.want(AT_ALICE, now())
        await until_idle(fills)
        service.post(ALICE, now(), "number 3")
        fills.want(AT_ALICE, now())
        await until_idle(fills)

    items = filling(run)
    assert texts(items) == ["number 2", "number 1", "number 0", "number 3"]
    assert [type(item) for item in items] == [Heard, Filled, Heard, Filled]
    assert items[1].begin is None
    assert items[3].begin is not None


def test_an_archive_that_fails_is_asked_again(monkeypatch):
    """Nothing is filled until it answers."""
    monkeypatch.setattr(module, "FIRST_WAIT_S", 0.05)

    async def run(fills, service, homes):
        service.post(ALICE, now(), "there all the time")
        service.down = True
        fills.want(AT_ALICE, None)
        while not homes._alone:
            await asyncio.sleep(0.01)
        service.down = False
        for alone in homes._alone.values():
            alone.until_s = 0.0
        await until_idle(fills)

    items = filling(run)
    assert texts(items) == ["there all the time"]
    assert isinstance(items[-1], Filled)


def test_once_an_archive_that_fails_is_given_up(monkeypatch):
    """So that catching up ends."""
    monkeypatch.setattr(module, "FIRST_WAIT_S", 0.05)

    async def run(fills, service, homes):
        service.down = True
        fills.want(AT_ALICE, None)
        await until_idle(fills)

    assert filling(run, once=True) == []


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_whatever_an_archive_answers_filling_goes_on(junk):
    """Broken, foreign and huge answers fill nothing and stop nothing."""

    async def run(fills, service, homes):
        service.junk = junk
        service.post(BOB, now(), "readable")
        fills.want(AT_ALICE, None)
        while fills.idle or fills._running:
            await asyncio.sleep(0.01)
            if not fills._jobs and not fills._running:
                break
        service.junk = None
        for alone in homes._alone.values():
            alone.until_s = 0.0
        fills._jobs.clear()
        fills.want(AT_BOB, None)
        await until_idle(fills)

    items = filling(run)
    assert texts(items) == ["readable"]


def test_what_is_too_much_is_a_gap_that_ends_where_the_rest_begins(monkeypatch):
    """The oldest post that was fetched bounds both the gap and what is filled."""
    pages = archive.backfill
    monkeypatch.setattr(module, "backfill", lambda *a, **how: pages(*a, **how, most_pages=1))

    async def run(fills, service, homes):
        for k in range(150):
            service.post(ALICE, now() - timedelta(hours=150 - k), f"number {k}")
        fills.want(AT_ALICE, None)
        await until_idle(fills)

    items = filling(run)
    (gap,) = [item for item in items if isinstance(item, Gap)]
    oldest = min(each.published_at for item in items if isinstance(item, Heard) for each in item.observations)
    assert gap.why is Missing.TOO_BIG
    assert gap.end == oldest == items[-1].begin
    assert len(texts(items)) == 100


def test_who_is_no_longer_watched_is_not_filled():
    """And an account its server does not know leaves nothing behind."""

    async def run(fills, service, homes):
        service.post(BOB, now(), "heard")
        fills.want(AT_ALICE, None)
        fills.want(AT_BOB, None)
        fills.keep([AT_BOB])
        await until_idle(fills)
        del service.states[BOB]
        fills.want(AT_BOB, None)
        await until_idle(fills)

    items = filling(run)
    assert texts(items) == ["heard"]
    assert len([item for item in items if isinstance(item, Filled)]) == 1


def test_where_nobody_may_be_asked_nothing_is_wanted():
    """The gap stands."""

    async def run(fills, service, homes):
        fills.want(AT_ALICE, None)
        assert fills.idle

    assert filling(run, archive="none") == []


def test_what_the_stream_is_bringing_now_is_left_to_it():
    """A post of this minute is held until the stream had time; what it brought meanwhile is not given again."""
    given = Given(2)

    async def run(fills, service, homes):
        service.post(ALICE, now() - timedelta(hours=1), "an hour old")
        fresh = service.post(ALICE, now(), "of this minute")
        fills.want(AT_ALICE, None)
        while not any("listRecords" in path for path in service.asked):
            await asyncio.sleep(0.01)
        given.new(heard(seen(fresh, "of this minute")))
        await until_idle(fills)

    assert texts(filling(run, given=given, lag_s=1.0)) == ["an hour old"]
