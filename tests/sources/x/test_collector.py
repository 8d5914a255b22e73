"""X, listened to: everything in order, once, and every way to be deaf in the pulses."""

import asyncio
import json
import random
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from x_stand_in import LOGIN, QUICK_ROUNDS, X, given, now, source

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.observation import AccountState, Kind

WITHIN_S = 60.0
DAY = timedelta(days=1)


@pytest.fixture
def site():
    """The API."""
    with X().running() as running:
        yield running


def listened(kind, told, *, until=None, once=False, act=None):
    """Everything heard until a condition on it holds. `act` goes on beside it."""

    async def hear():
        items = []
        collector = kind.collector(told)
        async with asyncio.timeout(WITHIN_S), aclosing(collector.listen(once=once)) as stream:
            acting = asyncio.create_task(act(collector, items)) if act else None
            async for item in stream:
                items.append(item)
                if until is not None and until(items) and (acting is None or acting.done()):
                    break
            if acting is not None:
                await acting
        return items

    return asyncio.run(hear())


def seen(items, *, of=None):
    """The observations, each once as `listen` keeps them."""
    keys, found = set(), []
    for item in items:
        if isinstance(item, Heard):
            for key, each in zip(item.keys, item.observations, strict=True):
                if key not in keys and (of is None or each.account == of.number):
                    keys.add(key)
                    found.append(each)
    return found


def texts(items, *, of=None):
    """Kinds and words, in order."""
    return [(str(each.kind), each.text) for each in seen(items, of=of)]


def whys(items, *, account=None):
    """Why it did not hear, in order."""
    return [item.why for item in items if isinstance(item, Pulse) and item.account == account]


def cursor(items):
    """The last that was given."""
    return [item.cursor for item in items if isinstance(item, Pulse | Heard) and item.cursor][-1]


def n_of_account(items, person):
    """How often an account was answered."""
    return sum(isinstance(item, Pulse) and item.account == person.account and item.why is None for item in items)


def test_a_first_watch_is_filled_in_order(site):
    """Two pages of the past, the oldest first, and that they fill the time."""
    someone = site.person()
    for n in range(150):
        site.post(someone, f"line {n}", at=now() - timedelta(hours=200 - n))
    items = listened(source(site), given(someone), once=True)
    assert texts(items) == [("post", f"line {n}") for n in range(150)]
    assert [item.begin for item in items if isinstance(item, Filled)] == [None]
    assert not [item for item in items if isinstance(item, Gap)]
    assert all(item.backfilled for item in items if isinstance(item, Heard) and item.observations)


def test_what_is_kept_is_what_came(site):
    """The bytes of a post are those of the answer, with its status, headers and time, and no cookie or name."""
    someone = site.person()
    site.post(someone, "ümlaut & more", media=2)
    bodies = []
    site.cut = lambda body: bodies.append(body) or body
    items = listened(source(site), given(someone), once=True)
    (one,) = [item for item in items if isinstance(item, Heard) and item.observations]
    assert any(one.raw in body for body in bodies)
    assert one.status == 200
    assert "set-cookie" not in one.headers
    assert someone.number not in one.url
    assert [each.post for each in one.media] == [one.observations[0].post] * 2


def test_kinds_and_ids_agree_with_the_archive(site):
    """Reposts, replies, quotes, and an edit by the first version's id."""
    someone = site.person()
    base = now() - timedelta(hours=5)

    def of(kind):
        return {"referenced_tweets": [{"type": kind, "id": "99"}]}

    first = site.post(someone, "first", at=base)
    site.post(someone, "RT @other: so", at=base + timedelta(minutes=1), **of("retweeted"))
    site.post(someone, "answer", at=base + timedelta(minutes=2), **of("replied_to"))
    site.post(someone, "quote &amp; more", at=base + timedelta(minutes=3), **of("quoted"))
    kind = source(site)
    items = listened(kind, given(someone), once=True)
    assert [(each.kind, each.text) for each in seen(items)] == [
        (Kind.POST, "first"),
        (Kind.REPOST, "RT @other: so"),
        (Kind.REPLY, "answer"),
        (Kind.POST, "quote & more"),
    ]
    edited = site.edit(someone, first, "second", at=base + timedelta(minutes=20))
    items = listened(kind, given(someone, cursor=cursor(items)), once=True)
    assert [(each.kind, each.post, each.text) for each in seen(items)] == [(Kind.EDIT, first["id"], "second")]
    site.edit(someone, edited, "third")
    items = listened(kind, given(someone, cursor=cursor(items)), once=True)
    assert [(each.kind, each.post, each.text) for each in seen(items)] == [(Kind.EDIT, first["id"], "third")]


def test_an_edit_first_seen_later_gives_the_post_without_words(site):
    """What a post said before is not known; that it was posted is."""
    someone = site.person()
    first = site.post(someone, "before", at=now() - timedelta(minutes=40))
    site.edit(someone, first, "after", at=now() - timedelta(minutes=20))
    items = listened(source(site), given(someone), once=True)
    assert texts(items) == [("post", None), ("edit", "after")]
    assert {each.post for each in seen(items)} == {first["id"]}
    assert seen(items)[0].published_at < seen(items)[1].published_at


def test_run_after_run_nothing_is_asked_for_or_given_twice(site):
    """After a restart the timeline is asked for what is newer alone."""
    someone = site.person()
    kind, later = source(site, look_after=0), None
    for n in range(4):
        site.post(someone, f"line {n}", at=now() - timedelta(minutes=40 - n))
        items = listened(kind, given(someone, cursor=later), once=True)
        later = cursor(items)
        assert texts(items) == [("post", f"line {n}")]
    assert len(site.given) == len(set(site.given))


def test_posts_edits_renames_and_returns_are_heard_in_order(site):
    """A life, in turns."""
    someone = site.person()
    kind, later, all_items = source(site), None, []

    def turn(act, clock=now):
        nonlocal later
        act()
        items = listened(kind, given(someone, cursor=later, clock=clock), once=True)
        later = cursor(items)
        all_items.extend(items)
        return items

    turn(lambda: site.post(someone, "one"))
    turn(lambda: setattr(someone, "suspended", True))
    turn(lambda: None)
    turn(lambda: setattr(someone, "suspended", False))
    turn(lambda: setattr(someone, "protected", True))
    private = turn(lambda: None)
    turn(lambda: setattr(someone, "protected", False))
    turn(lambda: setattr(someone, "name", "swallow_new"), clock=lambda: now() + 2 * DAY)
    states = [each.state for each in seen(all_items) if each.kind is Kind.ACCOUNT_STATE]
    assert states == [AccountState.SUSPENDED, AccountState.ACTIVE, AccountState.PRIVATE, AccountState.ACTIVE]
    assert Deafness.NOT_THERE in whys(private, account=someone.account)
    handles = [each.handle for item in all_items if isinstance(item, Heard) for each in item.handles]
    assert handles == ["swallow_new"]


def test_an_account_that_is_gone_for_a_while_is_said_so(site):
    """One answer that it is not found is not believed; one never heard is nobody."""
    someone, nobody = site.person(), site.person("nobody", "77")
    site.post(someone, "one")
    nobody.gone = True

    async def act(_collector, items):
        while not n_of_account(items, someone):
            await asyncio.sleep(0.01)
        someone.gone = True

    items = listened(source(site), given(someone, nobody), act=act, until=lambda items: len(seen(items)) == 2)
    assert seen(items)[-1].state is AccountState.DEACTIVATED
    assert Deafness.NOT_THERE in whys(items, account=someone.account)
    assert set(whys(items, account=nobody.account)) == {Deafness.NOT_THERE}


def test_deleted_posts_are_looked_for(site):
    """A newest post that is gone, by what X says when asked for it; the others stay."""
    someone = site.person()
    posts = [site.post(someone, f"line {n}", at=now() - timedelta(minutes=40 - n)) for n in range(4)]
    kind = source(site)
    first = listened(kind, given(someone), once=True)
    site.delete(someone, posts[2])
    later = listened(kind, given(someone, cursor=cursor(first), clock=lambda: now() + DAY), once=True)
    assert [(each.kind, each.post) for each in seen(later)] == [(Kind.DELETE, posts[2]["id"])]


@pytest.mark.parametrize("flaw", ["backwards", "twice"])
def test_pages_out_of_order_or_twice_are_given_in_order_once(site, flaw):
    """However the entries of a page come."""
    someone = site.person()
    setattr(site, flaw, True)
    for n in range(30):
        site.post(someone, f"line {n}", at=now() - timedelta(hours=40 - n))
    items = listened(source(site), given(someone), once=True)
    assert [each for item in items if isinstance(item, Heard) for each in item.observations] == seen(items)
    assert texts(items) == [("post", f"line {n}") for n in range(30)]


@pytest.mark.parametrize(
    ("status", "headers", "body", "why"),
    [
        (401, {}, b'{"title":"Unauthorized"}', Deafness.LOGGED_OUT),
        (200, {"Content-Type": "text/html"}, LOGIN, Deafness.LOGGED_OUT),
        (302, {"Location": "https://x.com/i/flow/login"}, b"", Deafness.REFUSED),
        (403, {}, b'{"title":"Client Forbidden","reason":"client-not-enrolled"}', Deafness.REFUSED),
        (503, {}, b"Over capacity", Deafness.REFUSED),
        (503, {"Retry-After": "1"}, b"", Deafness.REFUSED),
        (429, {"Retry-After": "1"}, b"{}", Deafness.RATE_LIMITED),
        (429, {}, b"{}", Deafness.RATE_LIMITED),
        (429, {"x-rate-limit-remaining": "0", "x-rate-limit-reset": "99999999999999999"}, b"", Deafness.RATE_LIMITED),
        (429, {}, b'{"title":"UsageCapExceeded","type":"https://api.x.com/2/problems/usage-capped"}', Deafness.SPENT),
        (402, {}, b'{"title":"CreditsDepleted"}', Deafness.SPENT),
    ],
)
def test_every_refusal_is_in_the_pulses_of_the_source_and_the_account(site, status, headers, body, why):
    """Whatever keeps us from hearing is said of both."""
    someone = site.person()
    site.post(someone)
    site.broken = lambda path, asked: (status, headers, body)
    items = listened(source(site), given(someone), until=lambda items: why in whys(items, account=someone.account))
    assert why in whys(items)
    assert not seen(items)
    assert all(p.hearing is Hearing.BLIND for p in items if isinstance(p, Pulse) and p.account is not None)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\x00" * 100, b'{"data":[{"id":', b'{"a":' * 9999])
def test_answers_that_do_not_read_are_no_silence(site, body):
    """What is no answer of the API's is a refusal; when it reads again, nothing was lost."""
    someone = site.person()
    site.post(someone, "kept")
    site.broken = lambda path, asked: (200, {}, body) if path.endswith("/tweets") else None
    kind = source(site)

    async def act(_collector, items):
        while Deafness.REFUSED not in whys(items, account=someone.account):
            await asyncio.sleep(0.01)
        site.broken = lambda path, asked: None

    items = listened(kind, given(someone), act=act, until=lambda items: n_of_account(items, someone))
    assert texts(items) == [("post", "kept")]


def test_an_entry_that_does_not_read_is_counted_and_the_others_are_heard(site):
    """One broken entry among others: a gap of its account, once."""
    someone = site.person()
    site.post(someone, "one")
    site.post(someone, "broken", created_at="yesterday")
    site.post(someone, "foreign", author_id="4")
    site.post(someone, "three")
    items = listened(source(site), given(someone), until=lambda items: n_of_account(items, someone) > 2)
    assert texts(items) == [("post", "one"), ("post", "three")]
    gaps = [item.why for item in items if isinstance(item, Gap)]
    assert gaps == [Missing.UNREADABLE] * 2
    assert [item.n_malformed for item in items if isinstance(item, Pulse)][-1] == 2


def test_a_server_that_cannot_be_reached_is_said_within_moments(site):
    """Nobody listens there any more."""
    someone = site.person()
    kind = source(site)
    kind._address = "http://127.0.0.1:9"
    items = listened(
        kind, given(someone), until=lambda items: Deafness.UNREACHABLE in whys(items, account=someone.account)
    )
    assert Deafness.UNREACHABLE in whys(items)


def test_a_limit_that_is_used_up_is_not_asked_beyond(site):
    """After remaining: 0 nothing is asked until the limit counts anew."""
    someone, other = site.person(), site.person("other", "2")
    at = [now()]
    reset = str(int(now().timestamp()) + 600)
    site.broken = lambda path, asked: (
        (200, {"x-rate-limit-remaining": "0", "x-rate-limit-reset": reset}, b'{"meta":{"result_count":0}}')
        if path.endswith("/tweets") and "usage" not in path
        else None
    )
    items = listened(
        source(site),
        given(someone, other),
        until=lambda items: Deafness.RATE_LIMITED in whys(items, account=other.account),
    )
    assert sum("/users/" in path and "/tweets" in path for path in site.seen) == 1
    (retry_at,) = {p.retry_at for p in items if isinstance(p, Pulse) and p.why is Deafness.RATE_LIMITED and p.account}
    assert retry_at > at[0] + timedelta(seconds=500)


def test_an_account_whose_newest_post_is_not_shown_is_not_heard_well(site):
    """X speaks of a post that the timeline leaves out."""
    someone = site.person()
    site.post(someone, "one", at=now() - timedelta(hours=3))
    hidden = site.post(someone, "two", at=now() - timedelta(hours=2))
    someone.hidden.add(hidden["id"])
    items = listened(source(site), given(someone), once=True)
    assert Missing.CONTENT_ABSENT in [item.why for item in items if isinstance(item, Gap)]
    assert Deafness.BEHIND in whys(items, account=someone.account)


# What it costs.


@pytest.mark.parametrize("seed", range(12))
def test_never_more_than_the_budget_is_read(site, seed):
    """Whatever is posted, looked up and restarted: what X gave is within the budget, and all of it is counted."""
    rng = random.Random(seed)  # noqa: S311 - chance, not a secret
    reads = rng.choice([3, 7, 40, 120, 400])
    media = rng.random() < 0.5
    people = [site.person(f"p{n}", str(1000 + n)) for n in range(rng.randint(1, 4))]
    for each in people:
        for n in range(rng.choice([0, 3, 150])):
            site.post(each, f"{n}", at=now() - timedelta(hours=300 - n), media=rng.choice([0, 0, 1, 4]))
    later, when = None, [now().replace(day=3)]
    for _ in range(5):
        told = given(*people, cursor=later, reads=str(reads), clock=lambda: when[0])
        items = listened(source(site, media=media), told, once=True)
        later = cursor(items)
        for each in people:
            for n in range(rng.choice([0, 1, 20])):
                site.post(each, f"new {n}", at=now(), media=rng.choice([0, 4]))
        when[0] += timedelta(hours=rng.choice([1, 30]))
    assert len(set(site.given)) <= json.loads(later)["budget"]["spent"] <= reads
    when[0] = when[0].replace(day=1) + timedelta(days=40)  # another month
    told = given(*people, cursor=later, reads=str(reads), clock=lambda: when[0])
    listened(source(site, media=media), told, once=True)
    assert len(set(site.given)) <= 2 * reads


def test_when_the_reads_are_used_up_it_is_blind_until_they_renew(site):
    """Blind and why, for the source and the account; nothing is asked; in the next month all that was missed comes."""
    someone = site.person()
    at = [datetime(2026, 3, 20, tzinfo=UTC)]
    for n in range(4):
        site.post(someone, f"line {n}", at=at[0] - timedelta(minutes=10 - n))
    kind = source(site, media=False, look_after=0)
    first = listened(kind, given(someone, reads="9", clock=lambda: at[0]), once=True)
    for n in range(4, 8):
        site.post(someone, f"line {n}", at=at[0] + timedelta(minutes=n))
    n_asked = len(site.seen)
    spent = listened(
        kind,
        given(someone, reads="9", clock=lambda: at[0], cursor=cursor(first)),
        until=lambda items: Deafness.SPENT in whys(items, account=someone.account),
    )
    assert not [path for path in site.seen[n_asked:] if "usage" not in path]
    assert Deafness.SPENT in whys(spent)
    at[0] = datetime(2026, 4, 1, 0, 1, tzinfo=UTC)
    then = listened(kind, given(someone, reads="100", clock=lambda: at[0], cursor=cursor(first)), once=True)
    assert texts(first + then) == [("post", f"line {n}") for n in range(8)]


def test_no_token_is_in_anything_that_is_given_or_said(site, caplog):
    """Not in an item, an error, a log or how things print."""
    someone = site.person()
    site.post(someone)
    site.broken = lambda path, asked: (500, {"X": "y"}, b"no") if "/tweets" in path else None
    caplog.set_level(0)
    kind = source(site)
    told = given(someone)
    items = listened(kind, told, until=lambda items: Deafness.REFUSED in whys(items, account=someone.account))
    trial = asyncio.run(kind.trial(told))
    said = repr(items) + repr(trial) + repr(told) + repr(kind.collector(told)) + repr(vars(kind)) + caplog.text
    assert "madeUpToken" not in said
    assert someone.number not in caplog.text


def test_accounts_that_cannot_be_asked_in_time_are_late(site):
    """A server too slow for the interval."""
    people = [site.person(f"p{n}", str(1000 + n)) for n in range(3)]
    rounds = replace(QUICK_ROUNDS, every_s=0.05, least_apart_s=0.3)
    items = listened(
        source(site, rounds=rounds),
        given(*people),
        until=lambda items: any(Deafness.LATE in whys(items, account=each.account) for each in people),
    )
    assert items


# The stream.


def streaming(kind, told, site, act, until):
    """Listen with the stream, and act once it is open."""

    async def acting(collector, items):
        while not (site.n_streams and all(n_of_account(items, each) for each in site.people.values())):
            await asyncio.sleep(0.01)
        await act(collector, items)

    return listened(kind, told, act=acting, until=until)


SLOW = replace(QUICK_ROUNDS, every_s=3600.0)
"""No turn of anyone comes but the first, and what the stream asks for."""


def test_the_stream_brings_posts_and_edits_within_moments_in_order_once(site):
    """Between two turns, with the bytes of the whole line."""
    someone, other = site.person(), site.person("other", "2")

    async def act(_collector, items):
        for n in range(5):
            site.post(someone, f"line {n}", media=n % 2)
            site.post(other, f"other {n}")
        while len(seen(items)) < 10:
            await asyncio.sleep(0.01)
        site.edit(someone, someone.posts[-1], "edited")

    items = streaming(
        source(site, rounds=SLOW), given(someone, other, way="both"), site, act, lambda items: len(seen(items)) == 11
    )
    assert texts(items, of=someone) == [*(("post", f"line {n}") for n in range(5)), ("edit", "edited")]
    assert texts(items, of=other) == [("post", f"other {n}") for n in range(5)]
    assert any(b"matching_rules" in item.raw for item in items if isinstance(item, Heard) and item.observations)
    assert [len(item.media) for item in items if isinstance(item, Heard) and item.media] == [1, 1]
    assert sorted(site.rules.values()) == ["from:2 OR from:1500001"]


def test_what_was_posted_while_the_stream_was_cut_comes_before_what_comes_after(site):
    """Cut in the middle of a line; replayed; reordered; junk, and lines of 6 MB between: all heard, in order, once."""
    someone = site.person()
    n_lines = 12
    rng = random.Random(3)  # noqa: S311 - chance, not a secret

    async def act(_collector, items):
        for n in range(n_lines):
            opened = site.n_streams
            said = site.post(someone, f"line {n}")
            flaw = n % 6
            if flaw == 0:
                site.write(site.line(said)[: rng.randint(1, 40)])
                site.hang_up()
            elif flaw == 1:
                site.write(site.line(said) * 2)
            elif flaw == 2:
                site.write(b'{"data": {"id": 7}}\r\n\x00\xff\r\n[]\r\n<html>\r\n')
            elif flaw == 3:
                site.write(b'{"data":"' + b"x" * 6_000_000 + b'"}\r\n')
            elif flaw == 4:
                site.write(site.line(someone.posts[0]))
            else:
                site.write(b'{"errors":[{"title":"operational-disconnect","type":"about:blank"}]}\r\n')
            while len(seen(items)) <= n or (flaw == 0 and opened and not site.n_streams):
                await asyncio.sleep(0.01)

    items = streaming(source(site), given(someone, way="both"), site, act, lambda items: len(seen(items)) == n_lines)
    assert texts(items) == [("post", f"line {n}") for n in range(n_lines)]
    assert [item.n_malformed for item in items if isinstance(item, Pulse)][-1] >= 5


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        ((429, {"Retry-After": "1"}, b'{"connection_issue":"TooManyConnections"}'), Deafness.RATE_LIMITED),
        ((403, {}, b'{"title":"Client Forbidden"}'), Deafness.REFUSED),
        ((401, {}, b"{}"), Deafness.LOGGED_OUT),
        ((200, {}, LOGIN), Deafness.CLOSED),
        ((302, {"Location": "https://x.com/login"}, b""), Deafness.REFUSED),
    ],
)
def test_a_stream_that_is_refused_makes_the_source_degraded_and_accounts_are_heard_in_turn(site, refusal, why):
    """What is new comes all the same, at the account's turn."""
    someone = site.person()
    site.refuse_stream = lambda: refusal

    async def act(_collector, items):
        while why not in whys(items):
            await asyncio.sleep(0.01)
        site.post(someone, "in turn")

    items = listened(source(site), given(someone, way="both"), act=act, until=lambda items: len(seen(items)) == 1)
    (hearing,) = {p.hearing for p in items if isinstance(p, Pulse) and p.account is None and p.why is why}
    assert hearing is Hearing.DEGRADED
    assert texts(items) == [("post", "in turn")]


def test_a_stream_that_goes_quiet_without_closing_is_deaf_and_made_anew(site):
    """Not even keep-alives come."""
    someone = site.person()

    async def act(_collector, items):
        site.mute = True
        while Deafness.QUIET not in whys(items):
            await asyncio.sleep(0.01)
        site.mute = False
        while whys(items)[-1] is not None:
            await asyncio.sleep(0.01)
        site.post(someone, "heard again")

    items = streaming(
        source(site, quiet_after_s=1.0), given(someone, way="both"), site, act, lambda items: len(seen(items)) == 1
    )
    assert texts(items) == [("post", "heard again")]


def test_rules_of_others_keep_the_stream_closed(site):
    """What they let through would be paid from this budget; they are not touched."""
    someone = site.person()
    site.rules["160000"] = "cats has:images"
    site.rules["160001"] = "from:999"
    items = listened(source(site), given(someone, way="both"), until=lambda items: Deafness.REFUSED in whys(items))
    assert items
    assert site.rules == {"160000": "cats has:images", "160001": "from:999"}
    assert not site.asked("search/stream?")


def test_who_is_watched_from_now_on_stands_in_the_rules(site):
    """Others in place of those before: old rules of ours go, new ones come."""
    someone, other = site.person(), site.person("other", "2")

    async def act(collector, items):
        collector.watch([other.watched()])
        while list(site.rules.values()) != ["from:2"] or not n_of_account(items, other):
            await asyncio.sleep(0.01)
        while site.asked("search/stream?") < 2 or whys(items)[-1] is not None:
            await asyncio.sleep(0.01)
        site.post(someone, "not any more")
        site.post(other, "heard")

    async def begun(collector, items):
        while list(site.rules.values()) != ["from:1500001"]:
            await asyncio.sleep(0.01)
        await act(collector, items)

    items = listened(
        source(site, rounds=SLOW), given(someone, way="both"), act=begun, until=lambda items: len(seen(items)) == 1
    )
    assert texts(items) == [("post", "heard")]


def test_a_stream_that_leaves_posts_out_is_found_behind(site):
    """Asking finds a post of a time when the stream was open."""
    someone = site.person()
    ahead = [timedelta(0)]

    async def act(_collector, items):
        site.mute = True
        ahead[0] = timedelta(hours=2)
        site.post(someone, "left out", at=now() + timedelta(hours=1))
        while Deafness.BEHIND not in whys(items):
            await asyncio.sleep(0.01)

    items = streaming(
        source(site), given(someone, way="both", clock=lambda: now() + ahead[0]), site, act, lambda items: True
    )
    assert texts(items) == [("post", "left out")]


def test_the_stream_is_closed_before_the_reads_are_used_up(site):
    """It ends with some to spare, since what is on its way cannot be called back; and says so."""
    someone = site.person()

    async def act(_collector, items):
        for n in range(200):
            if Deafness.SPENT in whys(items):
                break
            site.post(someone, f"line {n}")
            await asyncio.sleep(0.02)

    items = streaming(
        source(site, media=False),
        given(someone, way="both", reads="60"),
        site,
        act,
        lambda items: Deafness.SPENT in whys(items),
    )
    assert items
    assert len({each.post for each in seen(items)}) <= 60


@pytest.mark.parametrize("way", ["timelines", "both"])
@pytest.mark.parametrize("seed", range(4))
def test_stopped_at_any_moment_nothing_is_lost(site, way, seed):
    """What was given is kept, with the last cursor among it: from there all the rest comes, whatever was queued."""
    rng = random.Random(seed)  # noqa: S311 - chance, not a secret
    people = [site.person(f"p{n}", str(1000 + n)) for n in range(3)]
    expected = {each.number: [] for each in people}
    kept, later, kind, heard_until = [], None, source(site), {}
    for run in range(12):
        for _ in range(rng.randint(0, 6)):
            someone = rng.choice(people)
            text = f"{run} {len(expected[someone.number])}"
            site.post(someone, text)
            expected[someone.number].append(text)
        n_items = rng.randint(1, 25)
        items = listened(
            kind,
            given(*people, cursor=later, way=way, heard_until=heard_until),
            until=lambda items, n=n_items: len(items) >= n,
        )
        kept += items
        later = ([item.cursor for item in items if isinstance(item, Pulse) and item.cursor] or [later])[-1]
    kept += listened(kind, given(*people, cursor=later, heard_until=heard_until), once=True)
    for someone in people:
        assert [text for _, text in texts(kept, of=someone)] == expected[someone.number]
