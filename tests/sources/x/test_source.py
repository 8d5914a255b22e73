"""X as a kind of source: settings, what it will cost, and who goes by a name."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from x_stand_in import LOGIN, TOKEN, X, given, source

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import AccountId
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.x import MANIFEST, XSource
from vigil.sources.x.memory import Memory
from vigil.sources.x.names import PLATFORM

AT = datetime(2026, 3, 11, tzinfo=UTC)


@pytest.fixture
def site():
    """The API."""
    with X().running() as running:
        yield running


def tried(site, told):
    """What comes of a trial, on the 11th of March."""
    return asyncio.run(source(site).trial(told))


def told(*people, **more):
    """At that instant."""
    return given(*people, clock=lambda: AT, **more)


def test_a_trial_says_what_it_will_cost_and_spends_nothing(site):
    """By a guess, before anything is known."""
    people = [site.person(f"p{n}", str(1000 + n)) for n in range(4)]
    for each in people:
        site.post(each)
    trial = tried(site, told(*people, reads="10000"))
    assert trial.hears
    said = " ".join(trial.says)
    assert "about 40 reads a day, at a guess of 10 posts of each account, of 10,000 a month" in said
    assert "0 were spent this month, and 10,000 are left until 2026-04-01" in said
    assert "4 accounts that are new cost up to 2,504 reads" in said
    assert "X counts 120 of 10,000 posts for the whole project this month" in said
    assert site.given == []
    assert not any(each.name in said or each.number in said for each in people)


def test_a_budget_that_will_not_last_is_said_with_its_day(site):
    """And that a first watch is more than there is."""
    people = [site.person(f"p{n}", str(1000 + n)) for n in range(50)]
    said = " ".join(tried(site, told(*people, reads="1000")).says)
    assert "used up on 2026-03-13: nothing is heard from then until 2026-04-01" in said
    assert "more than is left" in said


def test_half_is_said_and_nothing_left_is_no_hearing(site):
    """By what the cursor knows to be spent."""
    someone = site.person()
    memory = Memory([someone.watched()], None, 1000, 1)
    memory.budget.settle(0, [f"p{n}" for n in range(600)], AT)
    trial = tried(site, told(someone, reads="1000", cursor=memory.cursor()))
    assert trial.hears
    assert any("More than half" in each for each in trial.says)
    memory.budget.settle(0, [f"q{n}" for n in range(400)], AT)
    trial = tried(site, told(someone, reads="1000", cursor=memory.cursor()))
    assert not trial.hears
    assert "used up" in trial.says[-1]


def test_another_day_and_a_lower_cap_at_x_are_said(site):
    """What X counts by is what counts."""
    site.usage = {"project_usage": 5, "project_cap": "100", "cap_reset_day": 9}
    said = " ".join(tried(site, told(site.person(), reads="1000")).says)
    assert "less than reads_per_month allows" in said
    assert "renews_on=9" in said


def test_a_trial_of_the_stream_says_how_it_is(site):
    """Rules of others keep it closed."""
    said = " ".join(tried(site, told(site.person(), way="both")).says)
    assert "The stream can be listened to, with 1 rules" in said
    site.rules["16"] = "cats"
    said = " ".join(tried(site, told(site.person(), way="both")).says)
    assert "not Vigil's" in said


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((401, {}, b"{}"), "token"),
        ((200, {}, LOGIN), "token"),
        ((429, {}, b""), "left alone"),
        ((503, {}, b""), "not what was asked"),
        ((402, {}, b""), "no more reads"),
        ((200, {}, b"["), "not what was asked"),
    ],
)
def test_a_trial_that_fails_says_why(site, answer, words):
    """In plain words, without the token."""
    site.broken = lambda path, asked: answer
    trial = tried(site, told(site.person()))
    assert not trial.hears
    assert words in trial.says[-1]
    assert TOKEN not in repr(trial)


def test_where_usage_is_not_told_it_is_heard_all_the_same(site):
    """X tells it not to everyone."""
    site.broken = lambda path, asked: (403, {}, b'{"title":"Forbidden"}')
    assert tried(site, told(site.person())).hears


@pytest.mark.parametrize(
    "wrong",
    [
        {"reads": ""},
        {"reads": "0"},
        {"reads": "many"},
        {"reads": "1e5"},
        {"reads": "-5"},
        {"reads": "９"},
        {"token": ""},
        {"token": "two words"},
        {"token": "line\nbreak"},
        {"way": "telepathy"},
        {"every": "0"},
        {"every": "31"},
        {"renews_on": "29"},
        {"media": "perhaps"},
        {"look_after": "11"},
    ],
)
def test_settings_that_are_none_are_refused(site, wrong):
    """By name, and in a trial in words."""
    with pytest.raises(InvalidInput):
        source(site).collector(told(site.person(), **wrong))
    trial = tried(site, told(site.person(), **wrong))
    assert not trial.hears
    assert "two words" not in repr(trial)


def test_an_account_that_is_no_number_is_refused(site):
    """Handles change hands; numbers do not."""
    named = WatchedAccount(account=Account(PLATFORM, AccountId("swallow")), handle="swallow")
    with pytest.raises(InvalidInput, match="vigil sources find"):
        source(site).collector(told(named))


@pytest.mark.parametrize("name", ["@Swallow", "swallow", "x.com/swallow", "https://twitter.com/swallow/status/1"])
def test_an_account_is_found_by_its_name(site, name):
    """With its number, for one read."""
    someone = site.person()
    assert asyncio.run(source(site).account(told(), name)) == someone.watched()
    assert len(site.given) == 1


@pytest.mark.parametrize(("flaw", "words"), [("protected", "private"), ("suspended", "suspended"), ("gone", "nobody")])
def test_who_cannot_be_listened_to_is_refused(site, flaw, words):
    """Private, suspended, or nobody."""
    setattr(site.person(), flaw, True)
    with pytest.raises(InvalidInput, match=words) as refused:
        asyncio.run(source(site).account(told(), "@swallow"))
    assert "swallow" not in str(refused.value)


def test_an_api_that_does_not_answer_is_unavailable(site):
    """Which is not that nobody goes by the name."""
    site.broken = lambda path, asked: (503, {}, b"")
    with pytest.raises(Unavailable):
        asyncio.run(source(site).account(told(), "@swallow"))


def test_the_manifest_keeps_within_what_is_promised():
    """500 accounts in half an hour, and going deaf within three minutes."""
    assert MANIFEST.asks_each
    assert MANIFEST.probe_every_s <= 1800
    assert MANIFEST.most_accounts == 500
    assert MANIFEST.deaf_within_s <= 180
    kind = XSource()
    assert {each.name for each in kind.settings if each.required} == {"token", "reads_per_month"}
    assert [each.name for each in kind.settings if each.secret] == ["token"]


def test_who_is_known_already_costs_nothing_to_begin_with(site):
    """It was heard before."""
    someone = site.person()
    trial = tried(site, told(someone, heard_until={someone.account: AT - timedelta(hours=1)}))
    assert not any("To begin with" in each for each in trial.says)
