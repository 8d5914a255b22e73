"""What a probe makes of an account's server: what never came, what changed, and what proves nothing."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from bluesky_service import EAR, HASTY_ASKING, JUNK, BlueskyService, heard, now, seen, tid, watched
from stand_ins import ALICE

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing
from vigil.model.observation import AccountState
from vigil.sources.bluesky.homes import Homes
from vigil.sources.bluesky.probes import MOST_BROUGHT, Prober, ProbeSettings
from vigil.sources.live.rounds import Unanswered

AT_ALICE = watched(ALICE).account
SETTINGS = ProbeSettings(every_s=0.0, state_within_s=0.05, patience=HASTY_ASKING)
HOUR = timedelta(hours=1)


def probing(run, *, settings=SETTINGS, archive="home"):
    """What comes of probing an account that has been listened to for two hours, up to now."""
    service = BlueskyService()
    service.states = {ALICE: (True, None)}
    wanted = []

    async def whole(base):
        async with Homes(service.setup(base, archive=archive), clock=now) as homes:
            prober = Prober(EAR, homes, settings, fill=lambda *what: wanted.append(what), clock=now)
            prober.watch({AT_ALICE: now() - 2 * HOUR})
            prober.heard_until = now()
            async with asyncio.timeout(60):
                return await run(prober, service, homes)

    with service.running() as (base, _):
        return asyncio.run(whole(base)), wanted


async def asked(prober):
    """What one probe gives."""
    return [item async for item in prober.ask(watched(ALICE))]


def test_what_never_came_makes_the_account_deaf_until_something_comes():
    """A gap from what was whole; then it is filled at each probe; then the stream brings something."""

    async def run(prober, service, homes):
        assert await asked(prober) == []
        assert prober.after(AT_ALICE, answered=True) == []
        service.post(ALICE, now() - timedelta(minutes=30))
        prober._accounts[AT_ALICE].mark = now() - HOUR
        found = await asked(prober)
        pulses = prober.after(AT_ALICE, answered=True)
        again = await asked(prober)
        prober.filled(Filled(collector=EAR, begin=None, end=now(), account=AT_ALICE))
        back = prober.heard(heard(seen("at://x")))
        return found, pulses, again, back, await asked(prober), prober.after(AT_ALICE, answered=True)

    ((gap,), (pulse,), again, (back,), clean, quiet), wanted = probing(run)
    assert (gap.why, gap.account) == (Missing.CHAIN_BROKEN, AT_ALICE)
    assert gap.begin < gap.end
    assert (pulse.hearing, pulse.why, pulse.account) == (Hearing.BLIND, Deafness.BEHIND, AT_ALICE)
    assert pulse.heard_until == gap.begin
    assert again == clean == quiet == []
    assert (back.hearing, back.why, back.account) == (Hearing.HEALTHY, None, AT_ALICE)
    assert [account for account, _ in wanted] == [AT_ALICE] * 3


@pytest.mark.parametrize(
    "made",
    [
        {"at": timedelta(seconds=30)},  # it may yet come
        {"at": 3 * HOUR},  # from before we listened
        {"at": -HOUR},  # by a clock that is wrong
        {"at": HOUR, "rkey": "self"},  # of no time
        {"at": HOUR, "rkey": "zzzzzzzzzzzzz"},
    ],
    ids=["fresh", "old", "future", "word", "no-tid"],
)
def test_what_proves_nothing_is_passed_over(made):
    """Only what is minutes old, and was made while we listened, should have come."""

    async def run(prober, service, homes):
        service.post(ALICE, now() - made.pop("at"), **made)
        return await asked(prober), prober.after(AT_ALICE, answered=True)

    assert probing(run)[0] == ([], [])


def test_what_came_is_not_missed():
    """Neither at the first probe nor at the next, when it is known to have been looked through."""

    async def run(prober, service, homes):
        post = service.post(ALICE, now() - HOUR)
        prober.heard(heard(seen(post)))
        first = await asked(prober)
        for k in range(MOST_BROUGHT + 5):
            prober.heard(heard(seen(f"at://{ALICE}/app.bsky.feed.post/{tid(now() - HOUR)}{k}")))
        assert len(prober._accounts[AT_ALICE].brought) == MOST_BROUGHT
        return first, await asked(prober)

    assert probing(run)[0] == ([], [])


@pytest.mark.parametrize("heard_for", [None, 90 * 60])
def test_a_stream_that_does_not_hear_is_held_to_nothing(heard_for):
    """What was made after the stream fell silent is its own gap, for all accounts."""

    async def run(prober, service, homes):
        prober.heard_until = heard_for and now() - timedelta(seconds=heard_for)
        service.post(ALICE, now() - HOUR)
        return await asked(prober)

    assert probing(run)[0] == []


def test_what_a_gap_has_swallowed_is_not_found_again():
    """The stream has said so itself, and it is being filled."""

    async def run(prober, service, homes):
        service.post(ALICE, now() - HOUR)
        begin, end = now() - 2 * HOUR, now() - HOUR / 2
        prober.lost(Gap(collector=EAR, why=Missing.CURSOR_TOO_OLD, begin=begin, end=end))
        return await asked(prober), prober.whole_until(AT_ALICE) >= end

    assert probing(run)[0] == ([], True)


def test_changes_of_state_are_told_once():
    """Active at first is no change; what the stream brings first is not told again."""

    async def run(prober, service, homes):
        told = [await asked(prober)]
        service.states[ALICE] = (False, "deactivated")
        told += [await asked(prober), await asked(prober)]
        service.states[ALICE] = (True, None)
        asking = asyncio.create_task(asked(prober))
        while prober._accounts[AT_ALICE].state is not AccountState.ACTIVE:
            prober.heard(heard(replace(seen(None, None), state=AccountState.ACTIVE)))
            await asyncio.sleep(0)
        told += [await asking]
        del service.states[ALICE]
        homes._homes.clear()
        return told, await asked(prober)

    (told, gone), _ = probing(run)
    assert [len(items) for items in told] == [0, 1, 0, 0]
    (message,) = told[1]
    assert [each.state for each in message.observations] == [AccountState.DEACTIVATED]
    assert gone == [], "the directory does not know it either: nothing is claimed"


def test_an_account_its_own_server_does_not_know_is_deleted():
    """The directory still names the server, which says that there is no such account: its words are kept."""

    async def run(prober, service, homes):
        first = await asked(prober)
        document = service._document
        words = document(ALICE)
        del service.states[ALICE]
        service._document = lambda did: words
        return first, await asked(prober), await asked(prober)

    (first, (gone,), again), _ = probing(run)
    assert first == again == []
    assert isinstance(gone, Heard)
    assert b"RepoNotFound" in gone.raw
    assert [each.state for each in gone.observations] == [AccountState.DELETED]


def test_an_archive_for_all_that_does_not_know_somebody_proves_nothing():
    """It may never have had the account."""

    async def run(prober, service, homes):
        del service.states[ALICE]
        return await asked(prober)

    service = BlueskyService()
    with service.running() as (base, _):
        assert probing(run, archive=base)[0] == []


def test_a_server_that_does_not_answer_makes_its_accounts_late():
    """Not deaf: the stream may well hear them. When it answers, they are no longer late."""

    async def run(prober, service, homes):
        service.down = True
        with pytest.raises(Unanswered):
            await asked(prober)
        late = prober.after(AT_ALICE, answered=False)
        service.down = False
        homes._alone.clear()
        await asked(prober)
        return late, prober.after(AT_ALICE, answered=True)

    ((late,), (well,)), _ = probing(run)
    assert (late.hearing, late.why) == (Hearing.DEGRADED, Deafness.LATE)
    assert (well.hearing, well.why) == (Hearing.HEALTHY, None)


def test_not_late_before_its_time():
    """One probe that fails says nothing."""

    async def run(prober, service, homes):
        return prober.after(AT_ALICE, answered=False)

    assert probing(run, settings=replace(SETTINGS, every_s=60.0))[0] == []


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_whatever_a_server_answers_a_probe_proves_nothing_by_it(junk):
    """Broken, foreign and huge answers are as good as none."""

    async def run(prober, service, homes):
        service.junk = junk
        with pytest.raises(Unanswered):
            await asked(prober)
        return prober._accounts[AT_ALICE].behind

    assert probing(run)[0] is False


def test_a_stranger_is_neither_probed_nor_remembered():
    """Who was taken off the list while asked for."""

    async def run(prober, service, homes):
        prober.watch({})
        return await asked(prober), prober.heard(heard(seen("at://x"))), prober.after(AT_ALICE, answered=True)

    assert probing(run)[0] == ([], [], [])
