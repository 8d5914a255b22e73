"""What is asked of X: the questions as they arrive, over the house's own way of asking."""

import asyncio
import logging
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from answers import answering

from vigil.model.errors import InvalidInput
from vigil.sources.live.asking import Patience
from vigil.sources.live.rounds import Unanswered
from vigil.sources.live.x_api import XApi

TOKEN = "AAAAmadeUp%3Dtoken"
AT = datetime(2026, 3, 1, 12, 30, 5, 999, tzinfo=UTC)
PATIENCE = Patience(attempts=1, answer_within_s=30.0, trust_system=False)


def asked(question, answer=(200, {}, b"{}")):
    """What arrives, and what comes back."""
    with answering(lambda path, query: answer) as (address, seen):

        async def ask():
            async with XApi(TOKEN, clock=lambda: AT, address=address, patience=PATIENCE) as api:
                return await question(api)

        came = asyncio.run(ask())
    parts = [urlsplit(each) for each in seen]
    return [(each.path, {k: v[0] for k, v in parse_qs(each.query).items()}) for each in parts], came


def test_a_timeline_is_asked_for_what_is_newer_with_what_is_needed():
    """No other post or person comes along: each would be a read."""
    ((path, query),), answer = asked(lambda api: api.timeline("5", most=7, since_id="9", page="7140dib"))
    assert path == "/2/users/5/tweets"
    assert (query["max_results"], query["since_id"], query["pagination_token"]) == ("7", "9", "7140dib")
    assert {"created_at", "edit_history_tweet_ids", "referenced_tweets", "note_tweet", "author_id"} <= set(
        query["tweet.fields"].split(",")
    )
    assert query["expansions"] == "attachments.media_keys"
    assert answer.body == b"{}"


def test_a_timeline_from_an_instant_and_without_media():
    """To the second, as X takes it."""
    ((_, query),), _ = asked(lambda api: api.timeline("5", most=100, begin=AT, media=False))
    assert query["start_time"] == "2026-03-01T12:30:05Z"
    assert not {"expansions", "since_id", "media.fields"} & query.keys()


def test_the_other_questions():
    """Each at its address."""
    assert asked(lambda api: api.person("5"))[0][0][0] == "/2/users"
    assert asked(lambda api: api.person_named("made_up"))[0][0][0] == "/2/users/by/username/made_up"
    assert asked(lambda api: api.posts(["1", "2"]))[0][0][1]["ids"] == "1,2"
    assert asked(lambda api: api.usage())[0][0][0] == "/2/usage/tweets"
    assert asked(lambda api: api.rules())[0][0][0] == "/2/tweets/search/stream/rules"


def test_any_answer_is_handed_on_as_it_came():
    """Also such as tweepy makes errors of, or breaks at."""
    for answer in [(429, {"x-rate-limit-reset": "soon"}, b"[]"), (401, {}, b"no"), (302, {"Location": "/x"}, b"")]:
        seen, came = asked(lambda api: api.usage(), answer)
        assert (came.status, came.body) == (answer[0], answer[2])
        assert len(seen) == 1


def test_what_cannot_be_reached_is_unanswered():
    """Nobody listens there."""

    async def ask():
        async with XApi(TOKEN, clock=lambda: AT, address="http://127.0.0.1:9", patience=PATIENCE) as api:
            await api.usage()

    with pytest.raises(Unanswered):
        asyncio.run(ask())


def test_the_token_is_in_no_log_and_no_repr(caplog):
    """tweepy itself would log it."""
    caplog.set_level(logging.DEBUG)
    asked(lambda api: api.person("31337"))
    api = XApi(TOKEN, clock=lambda: AT)
    assert "madeUp" not in caplog.text + repr(api) + str(api)
    assert "31337" not in caplog.text


@pytest.mark.parametrize("token", ["", "  ", "a b", "a\nb", "ключ"])
def test_what_is_no_token_is_refused_without_being_said(token):
    """It could not stand in a header."""
    with pytest.raises(InvalidInput) as refused:
        XApi(token, clock=lambda: AT)
    assert not token.strip() or token not in str(refused.value)


def test_unencrypted_only_on_this_machine():
    """The token goes nowhere else."""
    with pytest.raises(InvalidInput):
        XApi(TOKEN, clock=lambda: AT, address="http://api.x.com")
