"""One account's turn: what is new, edited, gone, hidden and past, and what cannot be told."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from mastodon_stand_in import (
    HASTY,
    TOKEN,
    MastodonStandIn,
    gaps,
    observations,
    of,
    posts,
    states,
    watched,
)

from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing
from vigil.model.ids import CollectorName
from vigil.sources.live.rounds import Unanswered
from vigil.sources.mastodon import asker as asker_module
from vigil.sources.mastodon.asker import Asker
from vigil.sources.mastodon.lives import Lives
from vigil.sources.mastodon.server import Server

NOW = datetime.now(UTC)
AGO = timedelta(days=30)


def clock():
    """Now."""
    return datetime.now(UTC)


def turns(scenario, *, token=None, **knobs):
    """What a scenario makes of a server and of a way to ask it for an account."""

    async def running():
        async with contextlib.AsyncExitStack() as open_ones:
            server = await open_ones.enter_async_context(MastodonStandIn(**knobs).running())
            asked = await open_ones.enter_async_context(Server(server.base, clock=clock, token=token, patience=HASTY))
            askers = {}

            async def ask(person, *, heard_until=None, handle=None):
                who = watched(person, handle=handle)
                if person["uri"] not in askers:
                    lives = Lives(CollectorName("m"), server.base, [who])
                    until = {} if heard_until is None else {who.account: heard_until}
                    askers[person["uri"]] = Asker(asked, lives, until, clock=clock, rest=timedelta(0))
                items = []
                with contextlib.suppress(StopAsyncIteration):
                    asking = askers[person["uri"]].ask(who)
                    while True:
                        try:
                            items.append(await anext(asking))
                        except Unanswered as unanswered:
                            items.append(unanswered)
                return items

            return await scenario(server, ask)

    return asyncio.run(running())


def test_a_first_watch_brings_everything_public_and_nothing_else():
    """All kinds, in order, as backfilled; what is to followers or direct is not even in the bytes, token or not."""

    async def scenario(server, ask):
        someone, other = server.person("someone"), server.person("other")
        theirs = server.post(other, "theirs")
        made = [
            server.post(someone, "first &amp; last<br>line", spoiler_text="Careful", language="ar"),
            server.post(someone, "quiet", visibility="unlisted"),
            server.post(someone, "SECRET", visibility="private"),
            server.post(someone, "SECRET", visibility="direct"),
            server.post(someone, "answer", in_reply_to_id=theirs["id"], in_reply_to_account_id=other["id"]),
            server.post(someone, reblog=server.boosted(theirs)),
        ]
        server.posts[-2]["mentions"] = [{"id": other["id"], "username": "other", "acct": "other", "url": "x"}]
        return made, theirs, await ask(someone), server.base

    for knobs in ({}, {"needs_token": True}):
        made, theirs, items, base = turns(scenario, token=TOKEN, **knobs)
        heard = observations(items)
        assert [(str(each.kind), each.post) for each in heard] == [
            ("post", made[0]["uri"]),
            ("post", made[1]["uri"]),
            ("reply", made[4]["uri"]),
            ("repost", made[5]["uri"]),
        ]
        assert heard[0].text == "Careful\n\nfirst & last\nline"
        assert (heard[0].lang, heard[0].client) == ("ar", "Web")
        assert heard[2].reply_to == theirs["uri"]
        assert (heard[3].repost_of, heard[3].text) == (theirs["uri"], None)
        assert b"SECRET" not in b"".join(each.raw for each in of(items, Heard))
        assert all(each.backfilled for each in of(items, Heard)[1:])
        assert [(each.begin, each.account is not None) for each in of(items, Filled)] == [(None, True)]
        assert states(items) == [("active", None)]
        assert {each.url for each in of(items, Heard)} == {
            f"{base}/api/v1/accounts/-",
            f"{base}/api/v1/accounts/-/statuses",
        }


def test_the_same_account_and_posts_as_in_its_archive():
    """Ids of account, posts and boosts are those the archive's reader gives; an edit has its instant to the second."""

    async def scenario(server, ask):
        someone, other = server.person("someone"), server.person("other")
        post = server.post(someone, at=NOW - AGO)
        server.edit(post, "anew", at=datetime(2026, 1, 2, 3, 4, 5, 678_000, tzinfo=UTC))
        server.post(someone, reblog=server.boosted(server.post(other)))
        return await ask(someone), server.base

    items, base = turns(scenario)
    heard = observations(items)
    assert {each.account for each in heard} == {f"{base}/users/someone"}
    assert [str(each.kind) for each in heard] == ["post", "edit", "repost"]
    assert heard[0].text is None
    assert (heard[1].text, heard[1].published_at.isoformat()) == ("anew", "2026-01-02T03:04:05+00:00")
    assert heard[2].post.endswith("/activity")


@pytest.mark.parametrize("says_uri", [True, False], ids=["since 4.2", "before 4.2"])
def test_what_is_new_is_given_once(says_uri):
    """Turn after turn: only the new, in order; nothing twice."""

    async def scenario(server, ask):
        someone = server.person("someone")
        server.post(someone)
        found = [posts(await ask(someone))]
        found.append(posts(await ask(someone)))
        made = [server.post(someone)["id"] for _ in range(3)]
        found.append(posts(await ask(someone)))
        found.append(posts(await ask(someone)))
        return found, made

    found, made = turns(scenario, says_uri=says_uri)
    assert [len(each) for each in found] == [1, 0, 3, 0]
    assert [number for _, number in found[2]] == made


def test_more_than_a_page_of_news_is_read_on_in_order():
    """Between two turns 130 posts came: none is missing, none comes twice, the oldest first."""

    async def scenario(server, ask):
        someone = server.person("someone")
        server.post(someone)
        await ask(someone)
        made = [server.post(someone, tell=False)["id"] for _ in range(130)]
        return made, await ask(someone), [asked for path, asked, _ in server.asked if "min_id" in asked]

    made, items, paged = turns(scenario)
    assert [number for _, number in posts(items)] == made
    assert len(paged) >= 3
    assert gaps(items) == []


def test_a_long_past_is_read_in_pieces(monkeypatch):
    """Some pages a turn, then it is said from when to when it was filled; what is beyond the bound is a gap."""
    monkeypatch.setattr(asker_module, "PAGES_A_TURN", 2)
    monkeypatch.setattr(asker_module, "MOST_PAGES", 6)

    async def scenario(server, ask):
        someone, talker = server.person("someone"), server.person("talker")
        for number in range(200):
            server.post(someone, at=NOW - AGO + timedelta(minutes=number))
        for number in range(300):
            server.post(talker, at=NOW - AGO + timedelta(minutes=number))
        return [await ask(someone) for _ in range(4)], [await ask(talker) for _ in range(5)]

    found, talked = turns(scenario)
    assert [len(posts(each)) for each in found] == [120, 80, 0, 0]
    assert len({number for each in found for _, number in posts(each)}) == 200
    assert [bool(of(each, Filled)) for each in found] == [False, False, True, False]
    everything = [item for each in talked for item in each]
    assert gaps(everything) == [Missing.TOO_OLD]
    assert len(posts(everything)) == 240
    assert of(everything, Filled)[0].begin == of(everything, Gap)[0].end


def test_after_an_interruption_only_what_is_missing_is_given():
    """What was posted or edited since, and a little before; then from when to when that filled."""

    async def scenario(server, ask):
        someone = server.person("someone")
        for hours in (900, 800, 700, 60, 50, 40, 3, 1):
            server.post(someone, at=NOW - timedelta(hours=hours))
        server.edit(server.posts[1], "edited meanwhile", at=NOW - timedelta(hours=5))
        server.edit(server.posts[0], "edited long before", at=NOW - timedelta(hours=800))
        items = await ask(someone, heard_until=NOW - timedelta(hours=48))
        server.delete(server.posts[2])
        return items, await ask(someone)

    items, then = turns(scenario)
    assert [kind for kind, _ in posts(items)] == ["post", "edit", "post", "post", "post"]
    assert of(items, Filled)[0].begin == NOW - timedelta(hours=48)
    assert [kind for kind, _ in posts(then)] == ["delete"]


def test_a_post_that_is_gone_is_deleted_and_dated_by_our_clock():
    """Confirmed at its own address, with that answer as the bytes; given once."""

    async def scenario(server, ask):
        someone = server.person("someone")
        made = [server.post(someone, at=NOW - AGO) for _ in range(5)]
        await ask(someone)
        server.delete(made[2])
        begun = clock()
        return made[2], begun, await ask(someone), await ask(someone)

    made, begun, items, again = turns(scenario)
    (deleted,) = observations(items)
    assert (str(deleted.kind), deleted.post) == ("delete", made["uri"])
    assert begun <= deleted.published_at <= clock()
    (heard,) = of(items, Heard)
    assert heard.status == 404
    assert b"Record not found" in heard.raw
    assert posts(again) == []


@pytest.mark.parametrize(
    "answer",
    [(404, {}, b"<html>not here</html>"), (200, {}, b"{}"), (404, {}, b"[]")],
    ids=["a proxy's 404", "still there", "404 of another kind"],
)
def test_what_is_not_surely_deleted_is_not_called_so(answer):
    """A page without it does not do, nor any other 404 than the server's own word."""

    async def scenario(server, ask):
        someone = server.person("someone")
        made = [server.post(someone) for _ in range(3)]
        await ask(someone)
        server.delete(made[1])
        server.only_for, server.always = f"/statuses/{made[1]['id']}", answer
        return await ask(someone)

    assert posts(turns(scenario)) == []


def test_a_boost_that_went_with_what_it_boosted_is_no_act_of_its_booster():
    """Somebody else deleted it. A boost taken back is one."""

    async def scenario(server, ask):
        someone, other = server.person("someone"), server.person("other")
        server.post(someone, at=NOW - AGO)
        kept, lost = server.post(other), server.post(other)
        back, _ = (server.post(someone, reblog=server.boosted(each)) for each in (kept, lost))
        server.post(someone)
        await ask(someone)
        server.delete(lost)
        first = await ask(someone)
        server.delete(back)
        return posts(first), posts(await ask(someone))

    first, second = turns(scenario)
    assert first == []
    assert [kind for kind, _ in second] == ["delete"]


def test_an_account_that_shows_nothing_of_what_it_had_may_only_be_hidden_from_us():
    """A holder of the token who was blocked sees an empty page: the account is not heard, and nothing was deleted."""

    async def scenario(server, ask):
        someone = server.person("someone")
        for _ in range(3):
            server.post(someone)
        await ask(someone)
        server.only_for, server.always = "/statuses", (200, {}, b"[]")
        hidden = await ask(someone)
        server.always = None
        shown = await ask(someone)
        for each in list(server.posts):
            server.delete(each)
        return hidden, shown, await ask(someone)

    hidden, shown, deleted = turns(scenario)
    assert [each.why for each in of(hidden, Unanswered)] == [Deafness.NOT_THERE]
    assert posts(hidden) == posts(shown) == []
    assert [kind for kind, _ in posts(deleted)] == ["delete"] * 3


def test_states_of_an_account():
    """Moved, limited, suspended and back, each once and dated by our clock; a new handle."""

    async def scenario(server, ask):
        someone, later = server.person("someone"), server.person("later", at="other.example")
        server.post(someone)
        found = [await ask(someone)]
        for change in (
            {"moved": later},
            {"limited": True, "moved": None},
            {"limited": None},
            {"suspended": True},
            {"suspended": None},
        ):
            someone.update(change)
            found += [await ask(someone), await ask(someone)]
        someone.update(acct="renamed", username="renamed")
        found.append(await ask(someone))
        return found

    found = turns(scenario)
    assert [state for items in found for state in states(items)] == [
        ("active", None),
        ("moved", "moved to https://other.example/users/later"),
        ("active", "limited"),
        ("active", None),
        ("suspended", None),
        ("active", None),
    ]
    assert [
        each.handle.partition("@")[0] for items in found for heard in of(items, Heard) for each in heard.handles
    ] == [
        "someone",
        "renamed",
    ]
    assert len(posts([item for items in found for item in items])) == 1


def test_a_suspended_account_of_an_old_server():
    """Up to 3.3 it answered 410."""

    async def scenario(server, ask):
        someone = server.person("someone")
        await ask(someone)
        server.only_for, server.always = f"/accounts/{someone['id']}", (410, {}, b"")
        return await ask(someone)

    assert states(turns(scenario)) == [("suspended", None)]


def test_an_account_that_is_not_found_is_not_heard_and_not_called_deleted():
    """404 is said of accounts that never were, and of deleted ones alike."""

    async def scenario(server, ask):
        someone, nobody = server.person("someone"), {"uri": f"{server.base}/users/nobody"}
        server.post(someone)
        await ask(someone)
        server.gone_accounts.add(someone["id"])
        return await ask(someone), await ask(nobody), await ask({"uri": "not an address"})

    for items in turns(scenario):
        assert [each.why for each in of(items, Unanswered)] == [Deafness.NOT_THERE]
        assert len(items) == 1


def test_whoever_has_the_name_now_is_not_taken_for_who_had_it():
    """The address decides, not the handle."""

    async def scenario(server, ask):
        someone = server.person("someone")
        server.post(someone)
        return await ask({"uri": f"{server.base}/users/elder"}, handle="@someone")

    items = turns(scenario)
    assert [each.why for each in of(items, Unanswered)] == [Deafness.NOT_THERE]
    assert posts(items) == []


def test_of_an_account_at_home_elsewhere_posts_are_kept_and_silence_is_not_believed():
    """Nor is a post that is gone called deleted: a server drops its copies."""

    async def scenario(server, ask):
        distant = server.person("distant", at="other.example")
        made = [server.post(distant) for _ in range(3)]
        first = await ask(distant)
        server.delete(made[1])
        return first, await ask(distant)

    first, second = turns(scenario)
    assert len(posts(first)) == 3
    assert posts(second) == []
    assert [each.why for items in (first, second) for each in of(items, Unanswered)] == [Deafness.NOT_THERE] * 2


def test_a_day_with_a_post_that_is_not_shown_is_a_gap():
    """`last_status_at` tells of posts to followers, or deleted since: the day is not called silent. It is said once."""

    async def scenario(server, ask):
        someone = server.person("someone")
        server.post(someone, at=NOW - AGO)
        found = [await ask(someone)]
        server.post(someone, visibility="private")
        found += [await ask(someone), await ask(someone)]
        return found

    first, second, third = turns(scenario)
    assert gaps(first) == gaps(third) == []
    (gap,) = of(second, Gap)
    assert gap.why is Missing.CONTENT_ABSENT
    assert gap.begin.date() == gap.end.date()


@pytest.mark.parametrize(
    "broken",
    [
        {"id": 7},
        {"uri": None},
        {"created_at": "yesterday"},
        {"visibility": None},
        {"account": None},
        {"account": []},
        {"reblog": "x"},
    ],
    ids=str,
)
def test_an_entry_that_cannot_be_read_is_counted_once_and_a_gap(broken):
    """The others of its page are given."""

    async def scenario(server, ask):
        import json

        someone = server.person("someone")
        server.post(someone, "before")
        entries = [server._shown(server.post(someone, "after")), {**server._shown(server.posts[0]), **broken}]
        server.only_for, server.always = "/statuses", (200, {}, json.dumps(entries).encode())
        return await ask(someone), await ask(someone)

    first, second = turns(scenario)
    assert len(posts(first)) == 1
    assert gaps(first) == [Missing.UNREADABLE]
    assert gaps(second) == []


@pytest.mark.parametrize(
    "body", [b"{}", b"[", b"[1,", b'["x"]]', b"[[[", b'[{"a":"' + b"x" * 1000, b"[" * 5000, b"[1" + b",1" * 99 + b"]"]
)
def test_a_page_that_is_none_is_refused_without_a_post(body):
    """Broken, cut off, or of another shape."""

    async def scenario(server, ask):
        someone = server.person("someone")
        server.post(someone)
        server.only_for, server.always = "/statuses", (200, {}, body)
        return await ask(someone)

    items = turns(scenario)
    assert posts(items) == []
    assert [each.why for each in of(items, Unanswered)] == [Deafness.REFUSED] or gaps(items)[:1] == [Missing.UNREADABLE]


def test_media_are_named_and_not_fetched():
    """Where each picture lies, with its post."""

    async def scenario(server, ask):
        someone = server.person("someone")
        pictures = [
            {"id": "1", "type": "image", "url": "https://files.example/a.png", "remote_url": None},
            {"id": "2", "type": "image", "url": None, "remote_url": "https://other.example/b.png"},
            {"id": "3", "type": "image", "url": "javascript:x"},
            7,
        ]
        made = server.post(someone, media_attachments=pictures)
        return made, await ask(someone), server.asked

    made, items, asked = turns(scenario)
    media = [each for heard in of(items, Heard) for each in heard.media]
    assert [each.url for each in media] == ["https://files.example/a.png", "https://other.example/b.png"]
    assert {each.post for each in media} == {made["uri"]}
    assert not [path for path, _, _ in asked if "files" in path]
