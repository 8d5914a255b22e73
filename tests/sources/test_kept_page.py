"""A page named by hand is kept with everything that led to it."""

from datetime import UTC, datetime

from page_stand_in import Page, pages

from vigil.model.ids import AccountId, Platform
from vigil.model.witness import Account
from vigil.sources.kept_page import capture_of_picture, captures_of_page, is_address
from vigil.sources.live.fetching import Fetcher, FetchSettings

HERE = Fetcher(FetchSettings(loopback=True))
SAID_AT = datetime(2026, 1, 1, tzinfo=UTC)
ONE = Account(Platform("x"), AccountId("1"))


def test_each_answer_is_a_capture():
    """With status, headers and our clock; what whoever keeps it says is said of the page alone."""

    def answer(path, headers):
        return Page(b"", 301, {"Location": "/b"}) if path == "/a" else Page(b"words", 404, {"Last-Modified": "x"})

    with pages(answer) as (base, _):
        page = captures_of_page(f"{base}/a", fetcher=HERE, published_at=SAID_AT, account=ONE, post="7")
        dated = captures_of_page(f"{base}/a", fetcher=HERE, published_on="2026-01-01")
    first, last = page.captures
    assert page.missed is None
    assert (first.url, first.status, first.body, first.published_at) == (f"{base}/a", 301, b"", None)
    assert (last.url, last.status, last.body, last.published_at) == (f"{base}/b", 404, b"words", SAID_AT)
    assert [each.published_on for each in dated.captures] == [None, "2026-01-01"]
    assert ("Last-Modified", "x") in last.headers
    assert {capture.account for capture in page.captures} == {ONE}
    assert last.captured_at.tzinfo is not None


def test_what_led_to_nothing_is_kept_with_the_reason():
    """A redirect to a private network was answered, and is evidence too."""
    with pages(lambda path, headers: Page(b"", 302, {"Location": "http://10.0.0.1/"})) as (base, _):
        page = captures_of_page(f"{base}/a", fetcher=HERE, published_at=SAID_AT)
    assert [(capture.status, capture.published_at) for capture in page.captures] == [(302, None)]
    assert "private network" in str(page.missed)


def test_a_picture_is_ours_and_says_so():
    """Nobody takes it for something the server sent."""
    capture = capture_of_picture(b"\x89PNG", "https://a/", captured_at=SAID_AT, account=ONE, post="7")
    assert (capture.collector, capture.name, capture.headers, capture.status) == (
        "screenshot",
        "screenshot.png",
        (),
        None,
    )
    assert (capture.url, capture.account, capture.post) == ("https://a/", ONE, "7")


def test_a_file_is_no_address():
    """Whatever its name."""
    assert is_address("HTTPS://a/")
    assert not is_address("https")
    assert not is_address("page.html")
