"""One server asked: every way of not answering told apart, and no more asked than it allows."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from mastodon_stand_in import HASTY, LOGIN_PAGE, TOKEN, MastodonStandIn

from vigil.model.errors import InvalidInput
from vigil.model.heard import Deafness
from vigil.sources.live.rounds import Unanswered
from vigil.sources.mastodon.server import PAGES_IN_15_MIN, Server, token_of


def asked(*paths, token=None, at=None, prepare=None, **knobs):
    """What one server answers to several requests, one after the other, and what it saw."""

    async def running():
        async with MastodonStandIn(**knobs).running() as stand_in:
            if prepare:
                prepare(stand_in)
            clock = at or (lambda: datetime.now(UTC))
            async with Server(stand_in.base, clock=clock, token=token, patience=HASTY) as server:
                answers = []
                for path in paths:
                    try:
                        answers.append(await server.get(path))
                    except Unanswered as unanswered:
                        answers.append(unanswered)
                return answers, stand_in.asked, server

    return asyncio.run(running())


def in_a_while(seconds):
    """An instant as X-RateLimit-Reset has it."""
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("answer", "why", "everyone", "waits"),
    [
        ((429, {}, b""), Deafness.RATE_LIMITED, True, None),
        ((429, {"Retry-After": "7"}, b""), Deafness.RATE_LIMITED, True, 7),
        ((429, {"Retry-After": "99999"}, b""), Deafness.RATE_LIMITED, True, 900),
        ((429, {"X-RateLimit-Reset": "in 100 s"}, b""), Deafness.RATE_LIMITED, True, 100),
        ((429, {"X-RateLimit-Reset": "yesterday"}, b""), Deafness.RATE_LIMITED, True, None),
        ((503, {"Retry-After": "7"}, b""), Deafness.REFUSED, True, 7),
        ((500, {}, b""), Deafness.REFUSED, False, None),
        ((401, {}, b""), Deafness.LOGGED_OUT, True, None),
        ((403, {}, b""), Deafness.LOGGED_OUT, True, None),
        ((422, {}, b""), Deafness.LOGGED_OUT, True, None),
        ((200, {}, LOGIN_PAGE), Deafness.LOGGED_OUT, True, None),
        ((200, {}, b""), Deafness.LOGGED_OUT, True, None),
        ((302, {"Location": "/auth/sign_in"}, b""), Deafness.LOGGED_OUT, True, None),
        ((301, {"Location": "https://elsewhere.example"}, b""), Deafness.REFUSED, True, None),
    ],
)
def test_every_way_of_not_answering_is_told_apart(answer, why, everyone, waits):
    """Why, whether anybody else could be asked for, and how long to wait."""
    if answer[1].get("X-RateLimit-Reset") == "in 100 s":
        answer = (answer[0], {"X-RateLimit-Reset": in_a_while(100)}, answer[2])
    ((unanswered,), _, _) = asked("api/v1/instance", always=answer)
    assert (unanswered.why, unanswered.everyone) == (why, everyone)
    assert unanswered.retry_after_s == (None if waits is None else pytest.approx(waits, abs=30))


def test_nobody_there():
    """No connection."""

    async def running():
        async with Server("http://127.0.0.1:1", clock=lambda: datetime.now(UTC), patience=HASTY) as server:
            await server.get("api/v1/instance")

    with pytest.raises(Unanswered) as unanswered:
        asyncio.run(running())
    assert unanswered.value.why is Deafness.UNREACHABLE
    assert unanswered.value.__cause__ is None


def test_the_token_is_used_only_where_nothing_is_said_without_it():
    """An open server never sees it; a closed one is asked without it once."""
    _, seen, _ = asked("api/v1/instance", "api/v1/instance", token=TOKEN)
    assert [with_token for _, _, with_token in seen] == [False, False]
    answers, seen, _ = asked("api/v1/instance", "api/v1/instance", token=TOKEN, needs_token=True)
    assert [with_token for _, _, with_token in seen] == [False, True, True]
    assert [each.status for each in answers] == [200, 200]


def test_a_limit_that_is_used_up_is_not_run_against():
    """At 0 left, nothing is asked until the server said it is filled again."""
    answers, seen, _ = asked("api/v1/instance", "api/v1/instance", limit_left=0, reset=in_a_while(200))
    assert answers[0].status == 200
    assert (answers[1].why, answers[1].everyone) == (Deafness.SPENT, True)
    assert 100 < answers[1].retry_after_s <= 200
    assert len(seen) == 1
    epoch = str(int((datetime.now(UTC) + timedelta(seconds=200)).timestamp()))
    answers, _, _ = asked("api/v1/instance", "api/v1/instance", limit_left=0, reset=epoch)
    assert answers[1].why is Deafness.SPENT
    answers, _, server = asked("api/v1/instance", "api/v1/instance", limit_left=10, reset=in_a_while(200))
    assert [each.status for each in answers] == [200, 200]
    assert not server.has_room()


def test_reading_back_leaves_room_for_news():
    """Half of the pages a server allows in 15 minutes are for the past."""

    async def running():
        async with MastodonStandIn().running() as stand_in:
            now = [datetime.now(UTC)]
            async with Server(stand_in.base, clock=lambda: now[0], patience=HASTY) as server:
                for _ in range(PAGES_IN_15_MIN):
                    assert server.may_page()
                    await server.get("api/v1/instance", {"max_id": "1"})
                assert not server.may_page()
                now[0] += timedelta(minutes=16)
                return server.may_page()

    assert asyncio.run(running())


@pytest.mark.parametrize("text", ["", "short", "with space inside", "line\nbreak-token", "tökentökentöken", "a" * 600])
def test_what_is_no_token_is_refused_without_repeating_it(text):
    """It would go into a header."""
    with pytest.raises(InvalidInput) as refused:
        token_of(text)
    assert not text or text not in str(refused.value)
    assert token_of(f" {TOKEN}\n") == TOKEN
