"""Who is asked for an account, and who is left alone."""

import asyncio

import pytest
from bluesky_service import HASTY_ASKING, BlueskyService, now
from stand_ins import ALICE, BOB, STRANGER

from vigil.model.errors import Unavailable
from vigil.sources.bluesky.homes import Homes, NoHome


def asked(run, **settings):
    """What comes of a run with homes, and the paths that were asked for."""
    service = BlueskyService()
    service.states = {ALICE: (True, None), BOB: (True, None)}

    async def whole(base):
        async with Homes(service.setup(base, **settings), clock=now) as homes:
            return await run(homes, service)

    with service.running() as (base, seen):
        return asyncio.run(whole(base)), seen


async def status(homes, did):
    """One question to whoever answers for an account."""
    async with homes.server_of(did, HASTY_ASKING) as server:
        answer = await server.get("xrpc/com.atproto.sync.getRepoStatus", {"did": did})
        if answer.status == 503:
            raise Unavailable("down")
        return answer.status


def test_an_account_is_asked_for_where_it_lives():
    """The directory is asked once; then only the server it names."""

    async def run(homes, service):
        assert homes.known(ALICE) is None
        found = [await status(homes, ALICE) for _ in range(3)]
        return found, homes.known(ALICE) == service.address

    (found, known), seen = asked(run)
    assert found == [200] * 3
    assert known
    assert [path.partition("?")[0] for path in seen].count(f"/{ALICE}") == 1


@pytest.mark.parametrize("who", ["did:web:someone.example.org", STRANGER])
def test_nobody_is_asked_for_whom_the_directory_does_not_know(who):
    """A did:web would have to be asked of its holder; an unknown one has no server."""

    async def run(homes, service):
        with pytest.raises(NoHome):
            await status(homes, who)

    _, seen = asked(run)
    assert not [path for path in seen if path.startswith("/xrpc")]


def test_none_is_nobody():
    """Not even the directory."""

    async def run(homes, service):
        assert not homes.answers
        with pytest.raises(NoHome):
            await status(homes, ALICE)

    assert asked(run, archive="none")[1] == []


def test_a_server_that_fails_is_left_alone_for_a_while():
    """Whoever's account is next: it is not asked again at once, and then it is."""

    async def run(homes, service):
        service.down = True
        await _fails(homes, ALICE)
        service.down = False
        await _fails(homes, BOB)
        homes._alone[service.address].until_s = 0.0
        return await status(homes, BOB)

    found, seen = asked(run)
    assert found == 200
    assert len([path for path in seen if path.startswith("/xrpc")]) == 2


async def _fails(homes, did):
    with pytest.raises(Unavailable):
        await status(homes, did)


def test_a_home_that_was_forgotten_is_looked_up_again():
    """Once: who was never looked up has nothing to forget."""

    async def run(homes, service):
        assert not homes.forget(ALICE)
        await status(homes, ALICE)
        assert homes.forget(ALICE)
        await status(homes, ALICE)

    _, seen = asked(run)
    assert seen.count(f"/{ALICE}") == 2


def test_a_picture_is_where_its_account_lives():
    """Once that was looked up; with one archive for all, there; with none, nowhere."""

    async def run(homes, service):
        before = homes.blob(ALICE, "bafy")
        await status(homes, ALICE)
        return before, homes.blob(ALICE, "bafy").removeprefix(service.address)

    assert asked(run)[0] == (None, f"/xrpc/com.atproto.sync.getBlob?did={ALICE}&cid=bafy")
    told = BlueskyService().setup("http://127.0.0.1:1", archive="https://archive.example.org")
    assert Homes(told, clock=now).blob("did:web:a%3Ab", "bafy").startswith("https://archive.example.org/xrpc/")
    assert "a%253Ab" in Homes(told, clock=now).blob("did:web:a%3Ab", "bafy")
    assert Homes(BlueskyService().setup("http://127.0.0.1:1", archive="none"), clock=now).blob(ALICE, "bafy") is None
