"""A page's words are heard when they are others, and whatever comes in its place is not taken for them."""

from datetime import timedelta

import pytest
from feed_stand_in import HERE, Page, Site, at, kinds, said

from vigil.model.heard import Deafness
from vigil.sources.web import WebSource

WORDS = "They are near the old mill, and the road to the east is closed since the morning. " * 8


def page(text, **headers):
    body = f"<html><body><article><h1>A desk</h1><p>{WORDS}</p><p>{text}</p></article></body></html>"
    return Page(body.encode(), headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def site():
    with Site(WebSource(HERE), "web") as one:
        yield one


def texts(found):
    return [(kind, text.splitlines()[-1]) for kind, _, text in said(found)]


def test_other_words_are_heard_once(site):
    """First as a post, then as edits; the bytes are the page's, its id its address."""
    site.page = page("First")
    (heard,) = site.look()
    assert texts([heard]) == [("post", "First")]
    assert (heard.backfilled, heard.raw, heard.observations[0].post) == (True, site.page.body, site.account.id)
    assert site.look() == []
    keys = [*heard.keys]
    for text in ("Second", "First", "Second"):
        site.page = page(text)
        (heard,) = site.look()
        assert (texts([heard]), heard.backfilled) == ([("edit", text)], False)
        assert heard.observations[0].published_at == heard.received_at
        keys += heard.keys
        assert site.look() == []
    assert len(set(keys)) == 4


def test_markup_that_changes_alone_is_nothing(site):
    """Pages carry tokens that are others at each look."""
    site.page = page("First")
    site.look()
    site.page = Page(site.page.body.replace(b"<html>", b"<html><!-- 73 --><script>var token = 9</script>"))
    assert site.look() == []


def test_figures_that_change_are_kept_and_no_sign_of_life(site):
    """A counter may do that; so may a hand that counts the dead, and then it is in the case."""
    site.page = page("12 dead")
    site.look()
    site.page = page("13 dead")
    (heard,) = site.look()
    assert (heard.observations, heard.keys, heard.account, heard.raw) == ((), (), site.account, site.page.body)
    assert site.look() == []


def test_a_change_is_dated_by_the_server_where_it_says(site):
    """Where its date is since the last look and not in the future."""
    site.page = page("First", Last_Modified="Wed, 31 Dec 2025 12:00:00 GMT")
    (heard,) = site.look()
    assert heard.observations[0].published_at == at(-12)
    for text, changed, by_server in (
        ("Second", "Thu, 01 Jan 2026 00:10:00 GMT", True),
        ("Third", "Wed, 31 Dec 2025 12:00:00 GMT", False),
        ("Fourth", "Thu, 01 Jan 2037 00:00:00 GMT", False),
        ("Fifth", "never", False),
    ):
        site.page = page(text, Last_Modified=changed)
        (heard,) = site.look()
        assert (heard.observations[0].published_at < heard.received_at) is by_server


def test_a_restart_goes_on_from_the_cursor(site):
    """The time between is filled, and a change in it is not called heard."""
    site.page = page("First")
    site.look()
    site.now += timedelta(hours=5)
    site.begin()
    assert kinds(site.look()) == ["Filled"]
    site.now += timedelta(hours=5)
    site.page = page("Second")
    site.begin()
    heard, filled = site.look()
    assert (texts([heard]), heard.backfilled) == ([("edit", "Second")], True)
    assert (filled.begin, filled.end) == (at(5.25), at(10.5))


def test_what_has_not_changed_is_not_sent_again(site):
    """By the server's own mark."""

    def answer(headers):
        same = headers.get("if-none-match") == '"a"'
        return Page(raw=b"HTTP/1.1 304 Not Modified\r\n\r\n") if same else page("First", ETag='"a"')

    site.page = answer
    site.look()
    assert site.look() == []
    assert site.asked[-1][1]["if-none-match"] == '"a"'


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Page(b"<form><input type=password></form>"), Deafness.LOGGED_OUT),
        (Page(b"<div class='h-captcha'></div>"), Deafness.LOGGED_OUT),
        (Page(b""), Deafness.NOT_THERE),
        (Page(b"<html></html>"), Deafness.NOT_THERE),
        (Page(b"\x89PNG", headers={"Content-Type": "image/png"}), Deafness.REFUSED),
        (Page(b"x" * 12_000_000), Deafness.REFUSED),
        (Page(b"words" * 100, cut_after=9), Deafness.UNREACHABLE),
        (Page(status=404), Deafness.NOT_THERE),
        (Page(status=410), Deafness.NOT_THERE),
        (Page(status=401), Deafness.LOGGED_OUT),
        (Page(status=429), Deafness.RATE_LIMITED),
        (Page(status=503, headers={"Retry-After": "9"}), Deafness.RATE_LIMITED),
        (Page(status=503), Deafness.REFUSED),
        (Page(status=302, headers={"Location": "http://127.0.0.1.nip.example/"}), Deafness.UNREACHABLE),
        (Page(status=302, headers={"Location": "http://192.168.1.1/"}), Deafness.REFUSED),
    ],
)
def test_what_comes_in_place_of_a_page_is_never_heard(site, other, why):
    """It is said why, and the page goes on as before afterwards."""
    site.page = page("First")
    site.look()
    site.page = other
    assert site.look() is why
    site.page = page("First")
    assert site.look() == []


def test_ten_megabytes_and_zero_bytes_do_no_harm(site):
    """They are read within bounds, or said to be refused."""
    site.page = page("First")
    site.look()
    for body in (b"\0" * 9_000_000, b"<p>" + b"word " * 1_900_000 + b"</p>", b"<div>" * 1_500_000):
        site.page = Page(body)
        found = site.look()
        assert isinstance(found, list) or found in {Deafness.REFUSED, Deafness.NOT_THERE}
