"""Feeds as a kind of source: what is named is tried, and a collector hears it in turn."""

import asyncio
from datetime import UTC, datetime

import pytest
from feed_stand_in import HERE, Filled, Heard, Page, Pulse, feed
from page_stand_in import pages

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Deafness
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.rss import MANIFEST, RssSource
from vigil.usecases.listening.collecting import Given

KIND = RssSource(HERE)
ENTRY = ("1", "words", datetime(2026, 1, 1, tzinfo=UTC))


def given(*urls, **settings):
    accounts = tuple(WatchedAccount(account=Account(Platform("rss"), AccountId(url))) for url in urls)
    return Given(collector=CollectorName("ear"), accounts=accounts, clock=lambda: datetime.now(UTC), settings=settings)


def test_a_collector_looks_at_each_feed_and_says_how_it_hears():
    """One that is not there does not keep the others from being heard."""

    async def once(base):
        ear = KIND.collector(given(f"{base}/a", f"{base}/gone", f"{base}/b"))
        return [item async for item in ear.listen(once=True)]

    def answer(path, headers):
        return Page(status=404) if path == "/gone" else feed((path, "words", ENTRY[2]))

    with pages(answer) as (base, asked):
        found = asyncio.run(once(base))
    assert sorted(path for path, _ in asked) == ["/a", "/b", "/gone"]
    assert len([item for item in found if isinstance(item, Heard)]) == 2
    assert len([item for item in found if isinstance(item, Filled)]) == 2
    of_each = {item.account.id.removeprefix(base): item for item in found if isinstance(item, Pulse) and item.account}
    assert [of_each[path].hearing for path in ("/a", "/b")] == [Hearing.HEALTHY] * 2
    assert of_each["/gone"].why is Deafness.NOT_THERE


def test_what_is_watched_can_change():
    """Who is new is looked at, and who is not watched any more is forgotten in the cursor too."""

    async def twice(base):
        ear = KIND.collector(given(f"{base}/a"))
        _ = [item async for item in ear.listen(once=True)]
        ear.watch(given(f"{base}/b").accounts)
        return [item async for item in ear.listen(once=True) if isinstance(item, Heard)]

    with pages(lambda path, headers: feed((path, "words", None))) as (base, asked):
        (heard,) = asyncio.run(twice(base))
    assert heard.url.endswith("/b")
    assert "/a" not in heard.cursor
    assert len(asked) == 2


def test_a_feed_is_known_by_its_lasting_address():
    """Beyond redirects for good, and not beyond those for now."""

    def answer(path, headers):
        moves = {"/old": (301, "/new"), "/new": (302, "/now")}
        if path not in moves:
            return feed(ENTRY)
        status, onward = moves[path]
        return Page(status=status, headers={"Location": onward})

    with pages(answer) as (base, _):
        watched = asyncio.run(KIND.account(given(), f" {base}/old#x "))
    assert watched.account == Account(Platform("rss"), AccountId(f"{base}/new"))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (Page(b"<html>words</html>"), InvalidInput),
        (Page(status=404), InvalidInput),
        (Page(status=302, headers={"Location": "http://10.0.0.1/"}), InvalidInput),
        (Page(status=500), Unavailable),
        (Page(raw=b""), Unavailable),
    ],
)
def test_what_is_no_feed_is_not_taken(page, error):
    """It is said what to do, without the address."""
    with pages(lambda path, headers: page) as (base, _), pytest.raises(error) as said:
        asyncio.run(KIND.account(given(), f"{base}/secret"))
    assert "secret" not in str(said.value)


@pytest.mark.parametrize(
    "name", ["", "a b", "ftp://desk.example/", "https://u:p@desk.example/", "http://10.0.0.1/feed"]
)
def test_what_is_no_address_is_not_asked_for(name):
    """Nor what leads into a private network."""
    with pytest.raises(InvalidInput):
        asyncio.run(KIND.account(given(), name))


def test_a_trial_says_in_words_what_answers():
    """How many do, what the others say; and of none, that there is none."""

    def answer(path, headers):
        return {"/a": feed(ENTRY), "/b": Page(status=410), "/c": Page(b"<html>")}[path]

    with pages(answer) as (base, _):
        trial = asyncio.run(KIND.trial(given(f"{base}/a", f"{base}/b", f"{base}/c")))
        assert not trial.hears
        assert trial.says == (
            "1 of 3 addresses tried answered with a feed.",
            "1 did not: not there.",
            "1 did not: unreadable.",
        )
        assert asyncio.run(KIND.trial(given(f"{base}/a"))).hears
    assert not asyncio.run(KIND.trial(given())).hears
    assert "every" in asyncio.run(KIND.trial(given("https://a/", every="9"))).says[0]


@pytest.mark.parametrize(
    "settings", [{"every": "59"}, {"every": "1801"}, {"every": "x"}, {"every": "٩٠٠"}, {"proxy": "http://a:1"}]
)
def test_a_setting_that_cannot_be_is_refused(settings):
    """Before anything is asked."""
    with pytest.raises(InvalidInput):
        KIND.collector(given("https://desk.example/", **settings))


def test_it_promises_to_look_at_everyone_within_half_an_hour():
    """Whatever is set."""
    assert MANIFEST.asks_each
    assert MANIFEST.probe_every_s <= 1800
    assert {setting.name for setting in KIND.settings} == {"every", "proxy"}
