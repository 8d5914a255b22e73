"""What is new on a feed is heard once, what may have been missed is said, and whatever else comes in its place."""

import gzip
import json
from datetime import timedelta

import pytest
from feed_stand_in import HERE, Filled, Gap, Heard, Page, Site, at, feed, kinds, said

from vigil.model.heard import Cursor, Deafness, Missing
from vigil.sources.rss import RssSource

ONE, TWO, THREE = ("1", "one", at(-3)), ("2", "two", at(-2)), ("3", "three", at(0.1))


@pytest.fixture
def site():
    with Site(RssSource(HERE), "rss") as one:
        yield one


def test_a_first_look_fills_and_the_next_hear(site):
    """In the order in which they were written, each once; the bytes and their digest are the feed's."""
    site.page = feed(TWO, ONE)
    heard, filled = site.look()
    assert said([heard]) == [("post", "1", "one"), ("post", "2", "two")]
    assert (heard.backfilled, heard.raw, heard.status, heard.account) == (True, site.page.body, 200, site.account)
    assert [seen.origin.position for seen in heard.observations] == ["entries[1]", "entries[0]"]
    assert (filled.begin, filled.end) == (at(-3), at(0))
    site.page = feed(THREE, TWO, ONE)
    (heard,) = site.look()
    assert (said([heard]), heard.backfilled) == ([("post", "3", "three")], False)
    assert site.look() == []
    assert len(set(heard.keys)) == 1


def test_reordered_and_vanished_entries_are_nothing(site):
    """A feed is a window: what is not on it may only be old."""
    site.page = feed(ONE, TWO, THREE)
    site.look()
    for page in (feed(THREE, ONE, TWO), feed(THREE), feed(ONE, TWO, THREE)):
        site.page = page
        assert site.look() == []


def test_changed_words_are_an_edit_each_time(site):
    """To and fro as well, each with a key of its own that a repetition has again."""
    site.page = feed(ONE)
    site.look()
    keys = []
    for text in ("uno", "one", "uno"):
        site.page = feed(("1", text, at(-3)))
        (heard,) = site.look()
        assert said([heard]) == [("edit", "1", text)]
        assert heard.observations[0].published_at == heard.received_at
        keys += heard.keys
    assert len(set(keys)) == 3


def test_an_edit_is_dated_by_the_feed_where_it_says(site):
    """By `updated`, if that is since the last look."""
    entry = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>{}</title><updated>{}</updated></entry></feed>"
    site.page = Page(entry.format("a", "2025-12-31T23:00:00Z").encode())
    site.look()
    for text, updated, by_feed in (("b", "2026-01-01T00:05:00Z", True), ("c", "2025-01-01T00:00:00Z", False)):
        site.page = Page(entry.format(text, updated).encode())
        (heard,) = site.look()
        assert (heard.observations[0].published_at < heard.received_at) is by_feed


def test_a_window_that_moved_on_whole_is_a_gap(site):
    """From the last look on it was not heard; what the window does hold is filled."""
    site.page = feed(ONE, TWO)
    site.look()
    site.page = feed(("8", "eight", at(0.2)), ("9", "nine", at(0.24)))
    gap, heard, filled = site.look()
    assert (gap.why, gap.begin, gap.end, gap.account) == (Missing.NUMBERS_SKIPPED, at(0), at(0.25), site.account)
    assert heard.backfilled
    assert len(heard.observations) == 2
    assert (filled.begin, filled.end) == (at(0.2), at(0.25))


def test_a_restart_goes_on_from_the_cursor(site):
    """Nothing twice; the time between is filled, or a gap."""
    site.page = feed(ONE, TWO)
    site.look()
    site.now += timedelta(hours=5)
    site.page = feed(TWO, THREE)
    site.begin()
    heard, filled = site.look()
    assert (said([heard]), heard.backfilled) == ([("post", "3", "three")], True)
    assert (filled.begin, filled.end) == (at(0), at(5.25))
    site.now += timedelta(hours=5)
    site.page = feed(("9", "nine", None))
    site.begin()
    assert kinds(site.look()) == ["Gap", "Heard"]


@pytest.mark.parametrize(
    "cursor", ["", "x", "[]", "{}", '{"v":1}', '{"v":1,"of":[]}', '{"v":2,"of":{}}', "null", "[" * 100_000]
)
def test_a_cursor_that_is_not_ours_is_none(site, cursor):
    """The feed is read anew, and it is said what may be missing."""
    site.page = feed(("3", "three", at(-0.5)))
    site.cursor, site.heard_until = Cursor(cursor), {site.account: at(-1)}
    site.begin()
    assert kinds(site.look()) == ["Gap", "Heard", "Filled"]


@pytest.mark.parametrize(
    "state", [{"seen": 1}, {"seen": {"a": 1, "b": "x", "c": "12345678z"}}, {"seen": {}, "url": 1, "etag": []}]
)
def test_a_damaged_cursor_does_no_harm(site, state):
    """Its wrong parts are not taken."""
    site.page = feed(THREE)
    site.cursor = Cursor(json.dumps({"v": 1, "of": {site.account.id: state}}))
    site.begin()
    assert "Heard" in kinds(site.look())


def test_a_cursor_for_many_feeds_is_small(site):
    """Some twenty-five bytes an entry."""
    site.page = feed(*[(f"https://desk.example/posts/{n}", "words " * 50, at(-n)) for n in range(100)])
    site.look()
    assert len(site.cursor) < 3_500


def test_an_empty_feed_is_heard_and_what_comes_first_too(site):
    """But one that is empty all at once is not believed."""
    site.page = feed()
    assert site.look() == []
    site.page = feed(THREE)
    (heard,) = site.look()
    assert not heard.backfilled
    site.page = feed()
    assert site.look() is Deafness.NOT_THERE


def test_clocks_that_are_wrong_do_not_count(site):
    """The future is cut to the present; what says nothing is dated by the feed at first, and then by when it came."""
    site.page = feed(("1", "a", at(24 * 365)), ("2", "b", None), Last_Modified="Wed, 31 Dec 2025 12:00:00 GMT")
    heard, *_ = site.look()
    assert {seen.post: seen.published_at for seen in heard.observations} == {"1": heard.received_at, "2": at(-12)}
    site.page = feed(("1", "a", at(24 * 365)), ("2", "b", None), ("3", "c", None))
    (heard,) = site.look()
    assert heard.observations[0].published_at == heard.received_at


def test_what_has_not_changed_is_not_sent_again(site):
    """And the time since an earlier run is filled all the same."""

    def page(headers):
        same = headers.get("if-none-match") == '"a"'
        return Page(raw=b"HTTP/1.1 304 Not Modified\r\n\r\n") if same else feed(ONE, ETag='"a"')

    site.page = page
    site.look()
    assert site.look() == []
    site.now += timedelta(hours=9)
    site.begin()
    assert kinds(site.look()) == ["Filled"]
    assert [headers.get("if-none-match") for _, headers in site.asked] == [None, '"a"', '"a"']


def test_a_long_silence_of_the_server_is_filled_and_not_heard(site):
    """What comes after it may have been changed in between."""
    site.page = feed(ONE)
    site.look()
    site.page = Page(status=500)
    for _ in range(3):
        assert site.look() is Deafness.REFUSED
    site.page = feed(ONE, THREE)
    heard, filled = site.look()
    assert heard.backfilled
    assert (filled.begin, filled.end) == (at(0), at(1))


LOGIN = b"<html><form action=/login><input name=p type='password'></form></html>"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(LOGIN), Deafness.LOGGED_OUT),
        (Page(b"<title>Just a moment...</title>"), Deafness.LOGGED_OUT),
        (Page(status=302, headers={"Location": "/login"}), Deafness.REFUSED),
        (Page(b""), Deafness.REFUSED),
        (Page(b'{"error": 1}'), Deafness.REFUSED),
        (Page(feed(ONE, TWO).body[:-20]), Deafness.REFUSED),
        (Page(feed(ONE, TWO).body, cut_after=60), Deafness.UNREACHABLE),
        (Page(b"\0" * 10_000_000), Deafness.REFUSED),
        (Page(b"x" * 12_000_000), Deafness.REFUSED),
        (Page(b"\x1f\x8bx", headers={"Content-Encoding": "gzip"}), Deafness.REFUSED),
        (Page(status=410), Deafness.NOT_THERE),
        (Page(status=404), Deafness.NOT_THERE),
        (Page(status=429), Deafness.RATE_LIMITED),
        (Page(status=429, headers={"Retry-After": "7"}), Deafness.RATE_LIMITED),
        (Page(status=503, headers={"Retry-After": "7"}), Deafness.RATE_LIMITED),
        (Page(status=503), Deafness.REFUSED),
        (Page(status=302, headers={"Location": "http://10.0.0.1/feed"}), Deafness.REFUSED),
        (Page(status=302, headers={"Location": "http://169.254.169.254/"}), Deafness.REFUSED),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), Deafness.REFUSED),
        (Page(raw=b""), Deafness.UNREACHABLE),
    ],
)
def test_what_comes_in_place_of_a_feed_is_never_heard(site, page, why):
    """It is said why, and the feed goes on as before afterwards."""
    site.page = feed(ONE)
    site.look()
    site.page = page
    assert site.look() is why
    site.page = feed(ONE, TWO)
    assert said(site.look()) == [("post", "2", "two")]


def test_a_feed_that_is_compressed_all_the_same_is_kept_so(site):
    """The bytes as they came; what they say is read."""
    body = gzip.compress(feed(ONE).body)
    site.page = Page(body, headers={"Content-Encoding": "gzip"})
    heard, _ = site.look()
    assert heard.raw == body
    assert said([heard]) == [("post", "1", "one")]


def test_ten_megabytes_are_read_within_bounds(site):
    """Forty thousand entries: the newest are heard."""
    site.page = feed(*[(f"g{n}", "word " * 40, at(-n / 60)) for n in range(36_000)])
    assert 9_000_000 < len(site.page.body) < 11_000_000
    heard, *_ = site.look()
    assert isinstance(heard, Heard)
    assert len(heard.observations) == 2_000
    assert site.look() == []


def test_a_feed_may_move(site):
    """What is kept says where it was had from; who it is stays."""

    def page(headers):
        return feed(ONE) if site.asked[-1][0] == "/new" else Page(status=301, headers={"Location": "/new"})

    site.page = page
    heard, _ = site.look()
    assert heard.url == f"{site.base}/new"
    assert heard.observations[0].account == f"{site.base}/feed"
    assert isinstance(heard, Heard)
    assert not [item for item in site.look() if isinstance(item, (Gap, Filled))]
