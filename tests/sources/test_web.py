"""Web pages as a kind of source."""

import asyncio
from datetime import UTC, datetime

import pytest
from feed_stand_in import HERE, Heard, Page
from page_stand_in import pages

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.web import MANIFEST, WebSource
from vigil.usecases.listening.collecting import Given

KIND = WebSource(HERE)
WORDS = Page(b"<html><body><article><p>" + b"They are near the mill. " * 40 + b"</p></article></body></html>")


def given(*urls, **settings):
    accounts = tuple(WatchedAccount(account=Account(Platform("web"), AccountId(url))) for url in urls)
    return Given(collector=CollectorName("ear"), accounts=accounts, clock=lambda: datetime.now(UTC), settings=settings)


def test_a_collector_looks_at_each_page():
    """And hears what stands there."""

    async def once(base):
        return [item async for item in KIND.collector(given(f"{base}/a", f"{base}/b")).listen(once=True)]

    with pages(lambda path, headers: WORDS) as (base, _):
        found = asyncio.run(once(base))
    heard = [item for item in found if isinstance(item, Heard)]
    assert sorted(item.url.removeprefix(base) for item in heard) == ["/a", "/b"]


def test_a_page_is_known_by_its_address():
    """In its one spelling."""
    with pages(lambda path, headers: WORDS) as (base, _):
        watched = asyncio.run(KIND.account(given(), f"{base}/a#part"))
    assert watched.account == Account(Platform("web"), AccountId(f"{base}/a"))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (Page(b"<form><input type=password></form>"), InvalidInput),
        (Page(b"x", headers={"Content-Type": "image/png"}), InvalidInput),
        (Page(status=410), InvalidInput),
        (Page(status=403), Unavailable),
    ],
)
def test_what_not_everyone_can_see_is_not_watched(page, error):
    """Nor what is no page."""
    with pages(lambda path, headers: page) as (base, _), pytest.raises(error):
        asyncio.run(KIND.account(given(), f"{base}/a"))


def test_a_trial_says_in_words_what_answers():
    """A page to sign in to is no answer."""
    login = Page(b"<form><input type=password></form>")
    with pages(lambda path, headers: WORDS if path == "/a" else login) as (base, _):
        trial = asyncio.run(KIND.trial(given(f"{base}/a", f"{base}/b")))
    assert (trial.hears, trial.says[1]) == (False, "1 did not: logged out.")


def test_it_promises_to_look_at_everyone_within_half_an_hour():
    """Whatever is set."""
    assert MANIFEST.asks_each
    assert MANIFEST.probe_every_s <= 1800
