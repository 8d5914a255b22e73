"""What is remembered from one run to the next, and that nothing rests on it that was not given."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from mastodon_stand_in import MastodonStandIn, given, hearing, observations, of, posts, source

from vigil.model.heard import Filled, Heard, Pulse
from vigil.sources.mastodon import asker as asker_module

NOW = datetime.now(UTC)


def runs(scenario):
    """A scenario of several runs against one server. Each goes on where the one before stopped."""

    async def running():
        async with MastodonStandIn().running() as server:
            told = {}

            async def run(*people, forget=False):
                before = given(server, *people)
                before = replace(before, **({} if forget else told))
                items = await hearing(source().collector(before), once=True)
                pulses = of(items, Pulse)
                told["cursor"] = next(each.cursor for each in reversed(pulses) if each.cursor is not None)
                told["heard_until"] = {each.account: each.heard_until for each in pulses if each.account is not None}
                return items

            return await scenario(server, run)

    return asyncio.run(running())


def test_a_post_known_yesterday_and_deleted_overnight_is_missed():
    """Also where each run is a process of its own; with its address, whatever form that has."""

    async def scenario(server, run):
        someone = server.person("someone")
        server.post(someone, uri="https://a.example/objects/7", at=NOW - timedelta(days=20))
        made = [server.post(someone, at=NOW - timedelta(days=9 - day)) for day in range(5)]
        first = await run(someone)
        server.delete(made[3])
        second = await run(someone)
        server.delete(server.posts[0])
        return made[3], first, second, await run(someone)

    made, first, second, third = runs(scenario)
    assert len(posts(first)) == 6
    assert posts(second) == [("delete", made["id"])]
    assert [each.post for each in observations(second)] == [made["uri"]]
    assert [each.post for each in observations(third)] == ["https://a.example/objects/7"]


def test_without_memory_nothing_is_called_deleted():
    """Nothing was known."""

    async def scenario(server, run):
        someone = server.person("someone")
        made = [server.post(someone) for _ in range(5)]
        await run(someone)
        server.delete(made[3])
        return await run(someone, forget=True)

    assert {kind for kind, _ in posts(runs(scenario))} == {"post"}


def test_a_past_not_read_to_its_end_is_read_on(monkeypatch):
    """Run by run; then it is said from when to when it was filled."""
    monkeypatch.setattr(asker_module, "PAGES_A_TURN", 1)

    async def scenario(server, run):
        someone = server.person("someone")
        for number in range(150):
            server.post(someone, at=NOW - timedelta(days=30) + timedelta(minutes=number))
        return [await run(someone) for _ in range(5)]

    found = runs(scenario)
    assert len({number for items in found for _, number in posts(items)}) == 150
    filled = [each for items in found for each in of(items, Filled) if each.begin is None]
    assert len(filled) == 1


def test_what_was_known_and_perhaps_not_given_is_given_again():
    """A fall between knowing and giving loses nothing: what lies after the last hearing is given whatever is known."""

    async def scenario(server, run):
        someone = server.person("someone")
        server.post(someone, at=NOW - timedelta(days=3))
        server.post(someone)
        return posts(await run(someone)), posts(await run(someone))

    first, second = runs(scenario)
    assert second == first[1:]


@examples(
    st.one_of(
        st.text(),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(), lambda each: st.lists(each, max_size=5)
        ).map(lambda body: _cursor({"posts": body, "past": None, "n": 1, "on": None, "newest": 1})),
        st.sampled_from(["posts", "past", "n", "on", "newest"]).flatmap(
            lambda name: st.one_of(st.integers(), st.text(), st.lists(st.integers(), max_size=6)).map(
                lambda value: _cursor({"posts": [], "past": None, "n": 1, "on": None, "newest": 1, name: value})
            )
        ),
    )
)
def test_any_cursor_can_be_taken(cursor):
    """What cannot be read is forgotten."""
    server = MastodonStandIn(port=1)
    someone = {"uri": "http://127.0.0.1:1/users/someone"}
    source().collector(given(server, someone, cursor=cursor))


def _cursor(body):
    import json

    return json.dumps({"mastodon": 1, "accounts": {"http://127.0.0.1:1/users/someone": body}})


@pytest.mark.parametrize("once", [True, False])
def test_the_cursor_comes_with_pulses_and_not_with_every_one(once):
    """It is long: now and then will do while listening."""

    async def scenario():
        async with MastodonStandIn().running() as server:
            someone = server.person("someone")
            server.post(someone)
            collector = source().collector(given(server, someone))
            return await hearing(collector, lambda items: len(of(items, Pulse)) > 9, once=once)

    items = asyncio.run(scenario())
    cursors = [each.cursor for each in of(items, Pulse) if each.account is None]
    assert all(cursors) if once else [bool(each) for each in cursors].count(True) == 1
    assert not [each for each in of(items, Heard) if each.cursor]
