"""A page looked at again is asked for politely, and what its absence means is told apart."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from page_stand_in import Page, pages

from vigil.model.heard import Deafness
from vigil.sources.live.fetching import Fetcher, FetchSettings
from vigil.sources.live.rounds import Unanswered
from vigil.sources.live.visiting import Visitor, validators

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def visitor(clock=lambda: NOW):
    return Visitor(Fetcher(FetchSettings(loopback=True), clock=clock), clock=clock)


def test_what_has_not_changed_is_not_sent_again():
    """By ETag and date, each shown to nobody but who gave it."""

    def answer(path, headers):
        if path == "/a":
            return Page(b"", 302, {"Location": "/b"})
        if headers.get("if-none-match") == '"1"':
            return Page(raw=b"HTTP/1.1 304 Not Modified\r\n\r\n")
        return Page(b"x", 200, {"ETag": '"1"', "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"})

    async def twice(base):
        guest = visitor()
        hop = await guest.visit(f"{base}/a")
        return hop, await guest.visit(f"{base}/a", validators(hop))

    with pages(answer) as (base, asked):
        first, second = asyncio.run(twice(base))
    assert (first.body, second) == (b"x", None)
    assert "if-none-match" not in asked[2][1]
    assert asked[3][1]["if-modified-since"] == "Thu, 01 Jan 2026 00:00:00 GMT"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=404), Deafness.NOT_THERE),
        (Page(status=410), Deafness.NOT_THERE),
        (Page(status=401), Deafness.LOGGED_OUT),
        (Page(status=403), Deafness.REFUSED),
        (Page(status=304), Deafness.REFUSED),
        (Page(status=500), Deafness.REFUSED),
        (Page(status=503), Deafness.REFUSED),
        (Page(status=429), Deafness.RATE_LIMITED),
        (Page(status=503, headers={"Retry-After": "9"}), Deafness.RATE_LIMITED),
        (Page(b"xxx", cut_after=1), Deafness.UNREACHABLE),
        (Page(raw=b""), Deafness.UNREACHABLE),
        (Page(status=302, headers={"Location": "http://169.254.169.254/"}), Deafness.REFUSED),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), Deafness.REFUSED),
        (Page(status=302, headers={"Location": "/"}), Deafness.REFUSED),
        (Page(b"x" * 200_000), Deafness.REFUSED),
    ],
)
def test_what_an_absence_means_is_told(page, why):
    """Gone, logged out, refused, too many, or nobody there."""

    async def once(base):
        guest = Visitor(Fetcher(FetchSettings(loopback=True, most_bytes=100_000)), clock=lambda: NOW)
        with pytest.raises(Unanswered) as error:
            await guest.visit(f"{base}/secret")
        return error.value

    page.headers.setdefault("Content-Type", "text/plain")
    with pages(lambda path, headers: page) as (base, _):
        error = asyncio.run(once(base))
    assert error.why is why
    assert not error.everyone
    assert "secret" not in str(error)


def test_a_host_that_asks_to_be_left_alone_is():
    """With everything on it, until then; another host is asked meanwhile."""
    now = [NOW]

    async def run(busy, free):
        guest = visitor(lambda: now[0])
        for _ in range(3):
            with pytest.raises(Unanswered) as error:
                await guest.visit(f"{busy}/a")
            assert 0 < error.value.retry_after_s <= 120
            with pytest.raises(Unanswered):
                await guest.visit(f"{busy}/b")
            assert await guest.visit(f"{free}/a") is not None
            now[0] += timedelta(seconds=30)
        now[0] += timedelta(seconds=120)
        with pytest.raises(Unanswered):
            await guest.visit(f"{busy}/a")

    with (
        pages(lambda path, headers: Page(b"", 429, {"Retry-After": "120"})) as (busy, asked),
        pages(lambda path, headers: Page(b"x")) as (free, _),
    ):
        asyncio.run(run(busy, free))
    assert [path for path, _ in asked] == ["/a", "/a"]
