"""A whole collector against a server that misbehaves: heard in order, once; deafness shown; nothing secret said."""

import asyncio
import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
from mastodon_stand_in import (
    HASTY_ROUNDS,
    LOGIN_PAGE,
    TOKEN,
    MastodonStandIn,
    given,
    hearing,
    observations,
    of,
    posts,
    seen,
    source,
    states,
    watched,
    whys,
)

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Heard, Pulse
from vigil.sources.live.rounds import RoundSettings

SLOW_ROUNDS = RoundSettings(every_s=600, least_apart_s=0.01, pulse_every_s=0.05)
"""One turn, and then the stream alone."""


def run(scenario, **knobs):
    """A scenario with a server that runs."""

    async def running():
        async with MastodonStandIn(**knobs).running() as server:
            return await scenario(server)

    return asyncio.run(running())


def well(items):
    """Whether the newest pulse of the source says that it hears well."""
    pulses = [each for each in of(items, Pulse) if each.account is None]
    return bool(pulses) and pulses[-1].hearing is Hearing.HEALTHY


async def lives(server, someone, other):
    """Acts of one life, with what must be heard of them, in order; strangers speak meanwhile."""
    told = []
    for number in range(6):
        server.post(other, f"stranger {number}")
        made = server.post(someone, f"public {number}")
        told.append(("post", made["id"]))
        await asyncio.sleep(0.05)
    server.edit(made, "edited", at=datetime.now(UTC) + timedelta(seconds=5))
    await asyncio.sleep(0.3)
    server.delete(made)
    return [*told, ("edit", made["id"]), ("delete", made["id"])]


@pytest.mark.parametrize(
    "knobs",
    [
        {},
        {"close_after": 3},
        {"twice": True},
        {"close_after": 5, "twice": True},
        {"junk": [b"{", b"\xff\x00", "[]", '{"event": 7}', json.dumps({"event": "update", "payload": "<html>"})]},
        {"hang": True},
        {"hides_from_stream": True},
        {"refuse_stream": (503, {})},
    ],
    ids=["well", "closes", "twice", "closes and twice", "junk", "hangs", "deaf stream", "no stream"],
)
def test_a_life_is_heard_in_order_and_once(knobs):
    """Whatever the stream does, rounds and stream give every act, once, and in order."""

    async def scenario(server):
        someone, other = server.person("someone"), server.person("other")
        collector = source().collector(given(server, someone, token=TOKEN))
        expected = []

        async def living():
            await asyncio.sleep(0.2)
            expected.extend(await lives(server, someone, other))

        items = await hearing(
            collector, lambda items: bool(expected) and set(posts(items)) >= set(expected), while_doing=living
        )
        return items, expected

    items, expected = run(scenario, **knobs)
    given_posts = posts(items)
    assert sorted(given_posts) == sorted(expected)
    of_last = [kind for kind, number in given_posts if number == expected[-1][1]]
    assert of_last == ["post", "edit", "delete"]
    assert [each for each in given_posts if each[0] == "post"] == expected[:6]
    assert all(each.account.endswith("/users/someone") for each in observations(items))
    if "junk" in knobs:
        assert of(items, Pulse)[-1].n_malformed >= 5


def test_a_stream_that_reorders_loses_nothing():
    """An edit before its post, and a deletion before both: all three are given, and the deletion last."""

    async def scenario(server):
        someone = server.person("someone")
        collector = source(rounds=SLOW_ROUNDS).collector(given(server, someone, token=TOKEN))

        async def living():
            while not server.told:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            made = server.post(someone, "first words")
            server.edit(made, "second words")
            server.delete(made)

        return await hearing(
            collector, lambda items: {"post", "edit", "delete"} <= {k for k, _ in posts(items)}, while_doing=living
        )

    items = run(scenario, shuffled=True)
    # delete, status.update, update: that it is deleted is told as soon as anything of it is known
    assert [kind for kind, _ in posts(items)][:3] == ["post", "edit", "delete"]


def test_a_frame_of_10_mb_and_one_of_20_stop_nothing():
    """They are counted, and what follows is heard."""

    async def scenario(server):
        someone = server.person("someone")
        collector = source().collector(given(server, someone, token=TOKEN))

        async def living():
            while not server.told:
                await asyncio.sleep(0.01)
            server.junk = ["x" * 10_000_000]
            server.post(someone)
            await asyncio.sleep(0.5)
            server.junk = [b"y" * 20_000_000]
            server.post(someone)
            await asyncio.sleep(0.5)
            server.junk = []
            server.post(someone)

        def enough(items):
            return len(posts(items)) == 3 and of(items, Pulse)[-1].n_malformed >= 2

        return await hearing(collector, enough, while_doing=living)

    items = run(scenario)
    assert len(set(posts(items))) == 3


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((429, {}, b""), Deafness.RATE_LIMITED),
        ((429, {"Retry-After": "1"}, b"{}"), Deafness.RATE_LIMITED),
        ((503, {}, b"<html>"), Deafness.REFUSED),
        ((503, {"Retry-After": "1"}, b""), Deafness.REFUSED),
        ((401, {}, b'{"error":"The access token is invalid"}'), Deafness.LOGGED_OUT),
        ((200, {"Content-Type": "text/html"}, LOGIN_PAGE), Deafness.LOGGED_OUT),
        ((302, {"Location": "/auth/sign_in"}, b""), Deafness.LOGGED_OUT),
        ((302, {"Location": "https://elsewhere.example/"}, b""), Deafness.REFUSED),
    ],
    ids=["429", "429 wait", "503", "503 wait", "401", "login page", "to login", "redirect"],
)
def test_a_server_that_stops_answering_shows_and_so_does_its_return(answer, why):
    """Within a probe the source is blind and says why, though every account's turn is far off; then it hears again."""

    async def scenario(server):
        someone = server.person("someone")
        collector = source(rounds=SLOW_ROUNDS).collector(given(server, someone))
        stages = []

        def enough(items):
            if not stages and well(items):
                stages.append("heard")
                server.always = answer
            elif stages == ["heard"] and whys(items)[-1] is why:
                stages.append("blind")
                server.always = None
            return len(stages) == 2 and well(items)

        return await hearing(collector, enough)

    items = run(scenario)
    blind = [each for each in of(items, Pulse) if each.why is why]
    assert {each.hearing for each in blind} == {Hearing.BLIND}
    assert blind[0].account is None
    if "Retry-After" in answer[1]:
        assert blind[0].retry_at is not None


def test_a_server_that_is_gone_shows():
    """No connection: unreachable."""

    async def scenario(server):
        someone = server.person("someone")
        return given(server, someone)

    unreachable = run(scenario)
    items = asyncio.run(hearing(source().collector(unreachable), lambda items: Deafness.UNREACHABLE in whys(items)))
    assert Hearing.HEALTHY not in {each.hearing for each in of(items, Pulse)}


@pytest.mark.parametrize(
    ("knobs", "why"),
    [
        ({"refuse_stream": (401, {})}, Deafness.REFUSED),
        ({"refuse_stream": (429, {"Retry-After": "1"})}, Deafness.RATE_LIMITED),
        ({"refuse_stream": (200, {"Content-Type": "text/html"})}, Deafness.REFUSED),
        ({"hang": True}, Deafness.QUIET),
        ({"close_after": 0}, Deafness.CLOSED),
    ],
    ids=["expired token", "429", "login page", "hangs", "closes"],
)
def test_a_deaf_stream_shows_and_the_rounds_go_on(knobs, why):
    """Degraded, with the reason; each account is heard all the same."""

    async def scenario(server):
        someone, other = server.person("someone"), server.person("other")
        collector = source().collector(given(server, someone, token=TOKEN))
        made = []

        async def living():
            while True:
                server.post(other)
                await asyncio.sleep(0.05)
                if not made:
                    made.append(server.post(someone))

        def enough(items):
            return why in whys(items) and None in whys(items, of_accounts=True) and posts(items)

        return await hearing(collector, enough, while_doing=living)

    items = run(scenario, **knobs)
    deaf = [each for each in of(items, Pulse) if each.why is why and each.account is None]
    assert {each.hearing for each in deaf} == {Hearing.DEGRADED}
    assert len(posts(items)) == 1


def test_a_stream_that_leaves_out_a_watched_account_is_behind(monkeypatch):
    """Asking finds a public post the stream had not brought, while it brought others'."""
    monkeypatch.setattr("vigil.sources.mastodon.asker._STREAM_LATE", timedelta(seconds=0.1))

    async def scenario(server):
        someone, other = server.person("someone"), server.person("other")
        collector = source().collector(given(server, someone, token=TOKEN))

        async def living():
            while True:
                server.post(other)
                server.post(someone, tell=False)
                await asyncio.sleep(0.3)

        return await hearing(collector, lambda items: Deafness.BEHIND in whys(items), while_doing=living)

    items = run(scenario)
    assert [each.hearing for each in of(items, Pulse) if each.why is Deafness.BEHIND] == [Hearing.DEGRADED]


def test_who_is_watched_changes_while_listening():
    """A new account has the next turn, and its past is filled; who is gone is heard no more."""

    async def scenario(server):
        first, second = server.person("first"), server.person("second")
        server.post(second, "long before", at=datetime.now(UTC) - timedelta(days=9))
        server.post(first)
        collector = source().collector(given(server, first))
        stages = []

        def enough(items):
            if not stages and posts(items):
                stages.append("changed")
                collector.watch([watched(second)])
            return len(posts(items)) == 2

        return await hearing(collector, enough)

    items = run(scenario)
    assert [each.account.rpartition("/")[2] for each in observations(items)] == ["first", "second"]
    assert of(items, Heard)[-1].backfilled


@pytest.mark.parametrize("knobs", [{"needs_token": True}, {}], ids=["closed server", "open server"])
def test_the_token_is_nowhere(caplog, knobs):
    """Not in what is heard, its headers and addresses, in errors, logs or the way anything prints."""
    caplog.set_level(logging.DEBUG)

    async def scenario(server):
        someone = server.person("someone")
        told = given(server, someone, token=TOKEN)
        collector = source().collector(told)

        async def living():
            while not server.told:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            server.post(someone)
            await asyncio.sleep(0.3)
            server.tokens.clear()
            server.close_after = 0
            server.post(someone)

        def enough(items):
            wanted = Deafness.LOGGED_OUT if knobs else Deafness.REFUSED
            return len(posts(items)) and wanted in whys(items)

        items = await hearing(collector, enough, while_doing=living)
        return items, repr(told), repr(collector), repr(vars(collector)), server.told

    items, *rest = run(scenario, **knobs)
    assert TOKEN not in repr(items) + repr(rest) + caplog.text
    assert "someone" not in caplog.text


def test_a_stream_on_which_nobody_spoke_proves_nothing():
    """Where an account's turn was not answered, the stream's health does not make it heard."""

    async def scenario(server):
        someone, other = server.person("someone"), server.person("other")
        server.gone_accounts.add(someone["id"])
        collector = source().collector(given(server, someone, token=TOKEN))

        async def living():
            while True:
                server.post(other)
                await asyncio.sleep(0.05)

        def enough(items):
            return len(whys(items, of_accounts=True)) >= 2

        return await hearing(collector, enough, while_doing=living)

    items = run(scenario)
    assert set(whys(items, of_accounts=True)) == {Deafness.NOT_THERE}
    assert states(items) == []
    assert seen(items) == []


def test_a_round_and_no_more():
    """`once`: every account has its turn, and no stream is opened."""

    async def scenario(server):
        people = [server.person(f"person{number}") for number in range(5)]
        for each in people:
            server.post(each)
        items = await hearing(source(rounds=HASTY_ROUNDS).collector(given(server, *people, token=TOKEN)), once=True)
        return items, server.told

    items, told = run(scenario)
    assert told == []
    assert len(posts(items)) == 5
    assert whys(items, of_accounts=True) == [None] * 5


def test_what_the_stream_brings_is_given_though_the_server_answers_nothing_else():
    """The account cannot be asked for first; its post does not wait for that."""

    async def scenario(server):
        someone = server.person("someone")
        collector = source(rounds=SLOW_ROUNDS).collector(given(server, someone, token=TOKEN))
        made = []

        def enough(items):
            if not made and server.told and None in whys(items, of_accounts=True):
                server.always = (503, {}, b"")
                made.append(server.post(someone))
            return bool(posts(items))

        return await hearing(collector, enough)

    assert len(posts(run(scenario))) == 1


def test_an_account_that_is_watched_no_longer_is_not_asked_for_though_it_posts():
    """Nor is what waited of it given, and nothing breaks off."""

    async def scenario(server):
        someone, other = server.person("someone"), server.person("other")
        collector = source().collector(given(server, someone, other, token=TOKEN))
        stages = []

        def enough(items):
            if not stages and server.told and whys(items, of_accounts=True).count(None) >= 2:
                server.post(someone)
                collector.watch([watched(other)])
                server.post(other)
                stages.append("changed")
            return any(each.account == other["uri"] for each in observations(items))

        return await hearing(collector, enough)

    assert {each.account.rpartition("/")[2] for each in observations(run(scenario))} <= {"someone", "other"}
