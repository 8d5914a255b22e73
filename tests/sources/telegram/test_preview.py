"""A page of t.me/s: what stands in it, and that nothing else is taken for one."""

import contextlib
import json
import random
import time
from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram_stand_in import Channel, about, block, embedded, page

from vigil.model.errors import Malformed
from vigil.model.observation import Kind
from vigil.sources.telegram.preview import (
    MOST_BYTES,
    asks_who_is_there,
    read_page,
    says_post_is_gone,
    shows_post,
    what_stands_there,
)


def channel():
    return Channel("swallow_news", 1500001)


def one(**said):
    shown = channel()
    shown.say(**said)
    (post,) = read_page(page(shown)).posts
    return post


def test_a_page_says_whose_it_is():
    """The name, and the number that Telegram Desktop's exports have too."""
    shown = channel()
    shown.say("one")
    read = read_page(page(shown))
    assert (read.name, read.number, read.has_earlier) == ("swallow_news", 1500001, False)
    assert read_page(page(channel())).name == "swallow_news"
    assert read_page(page(channel())).number is None


def test_a_post_has_its_words_and_its_time():
    """As they were typed: breaks are line feeds, characters are characters, marks are no words."""
    post = one(text="a <b> & c\nd", at=datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC))
    assert (post.id, post.text, post.kind, post.edited) == (1, "a <b> & c\nd", Kind.POST, False)
    assert post.published_at == datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    marked = block(channel(), channel().say("WORDS")).replace(
        "WORDS",
        '<b>loud</b> <i class="emoji" style="x"><b>🌾</b></i><br>'
        '<a href="https://a.example">here</a><!-- not this --> end',
    )
    assert read_page(_around(marked)).posts[0].text == "loud 🌾\nhere end"


def test_bytes_are_those_of_the_page():
    """Each message's own, and all of them."""
    shown = channel()
    for n in range(5):
        shown.say(f"post {n} 🌾")
    body = page(shown)
    posts = read_page(body).posts
    assert all(post.raw in body for post in posts)
    assert b"".join(post.raw for post in posts) in body


def test_an_edit_shows():
    """By the mark before its date, not by the word in a text."""
    assert one(text="one", edited=True).edited
    assert not one(text="edited by nobody").edited
    assert one(text="one", edited=True).told != one(text="one").told


def test_what_was_forwarded_and_what_was_answered():
    """A person's name is left out; a forwarded answer is forwarded."""
    forwarded = one(text="x", forwarded="https://t.me/other_news/77", reply=5)
    assert (forwarded.kind, forwarded.repost_of, forwarded.reply_to) == (Kind.REPOST, "other_news/77", None)
    of_a_person = one(text="x", forwarded="")
    assert (of_a_person.kind, of_a_person.repost_of) == (Kind.REPOST, None)
    answer = one(text="mine", reply=5)
    assert (answer.kind, answer.reply_to, answer.text) == (Kind.REPLY, "5", "mine")


def test_pictures_are_named_and_faces_are_not():
    """Where a post's media can be fetched."""
    assert one(text=None, photo="https://cdn.example/a.jpg").media == ("https://cdn.example/a.jpg",)
    assert one(text="x").media == ()
    assert one(text="x", photo="javascript:alert(1)").media == ()


def test_an_album_has_parts_and_swallows_no_post():
    """The numbers its pictures link to; not one that stands there by itself."""
    shown = channel()
    shown.say("pictures", album=(2, 3))
    assert read_page(page(shown)).posts[0].parts == (2, 3)
    plain = page(shown).replace(b"?single", b"")
    assert read_page(plain).posts[0].parts == (2, 3)
    other = block(shown, shown.say("by itself", number=3)).encode()
    album, alone = read_page(plain.replace(b"</section>", other + b"</section>")).posts
    assert (album.parts, alone.text) == ((2,), "by itself")


def test_what_stands_between_messages_is_none():
    """A link to earlier ones, a date."""
    shown = channel()
    for n in range(30):
        shown.say(f"post {n}")
    read = read_page(page(shown))
    assert (len(read.posts), read.unreadable, read.has_earlier) == (20, (), True)


def test_who_posted_it_through_a_bot():
    """Is the program it was posted with."""
    assert one(text="x", via="@somebot").client == "@somebot"


def test_what_telegram_says_itself_is_nobodys_post():
    """And that a channel was created is told apart."""
    assert one(text="Channel created", service=True).created
    renamed = one(text="Channel name was changed", service=True)
    assert renamed.service
    assert not renamed.created


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0" * 1000,
        b"{}",
        b"<html><body>sign in</body></html>",
        page(channel())[:-200],
        b"tgme_channel_history</html>" * 400_000,
        b"x" * (MOST_BYTES + 1),
        page(channel()).replace(b"</section>", block(channel(), channel().say("x")).encode() * 300 + b"</section>"),
    ],
    ids=["nothing", "nul", "json", "login", "cut", "10 MB", "too long", "too many"],
)
def test_what_is_no_page_is_refused(body):
    """Whatever else comes in its place, in words that hold none of it."""
    with pytest.raises(Malformed) as refused:
        read_page(body)
    assert "sign in" not in str(refused.value)


def test_two_channels_on_one_page_are_refused():
    """Nobody's words are taken for another's."""
    other = Channel("other_news", 7)
    shown = channel()
    shown.say("one")
    with pytest.raises(Malformed):
        read_page(page(shown).replace(b"</section>", block(other, other.say("two")).encode() + b"</section>"))


@pytest.mark.parametrize(
    "view",
    ["", "%%%", "e30", urlsafe_b64encode(b'{"c": "x"}').decode(), urlsafe_b64encode(b'{"c": 5}').decode(), "W10", "_w"],
)
def test_a_number_that_is_none_is_none(view):
    """It is not guessed."""
    shown = channel()
    right = urlsafe_b64encode(json.dumps({"c": -shown.number, "p": 1}).encode()).decode().rstrip("=")
    shown.say("one")
    assert read_page(page(shown).replace(right.encode(), view.encode())).number is None


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_broken_pages_are_read_or_refused(seed):
    """Bytes changed, taken out, doubled: never anything but a page or a refusal."""
    rng = random.Random(seed)  # noqa: S311 - to break pages with
    shown = channel()
    for n in range(4):
        shown.say(f"post {n}", photo="https://cdn.example/a.jpg", forwarded="https://t.me/a_b_c/1")
    body = bytearray(page(shown))
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(body))
        change = rng.randrange(4)
        if change == 0:
            body[at] = rng.randrange(256)
        elif change == 1:
            del body[at : at + rng.randrange(200)]
        elif change == 2:
            body[at:at] = body[at : at + rng.randrange(300)]
        else:
            body[at:at] = rng.choice([b"\0", b"<", b'"', b"<!--", b"<![CDATA[", b"&#xd800;", b"<script>", b"\xff\xfe"])
    try:
        read = read_page(bytes(body))
    except Malformed:
        return
    assert all(post.published_at.tzinfo for post in read.posts)


def test_a_post_made_to_keep_us_busy_does_not():
    """Megabytes of open tags in one block are read, or refused, in seconds."""
    shown = channel()
    shown.say("WORDS")
    begun = time.monotonic()
    for filling in (b"<div>" * 150_000, b"<a " * 250_000, b"<b><i>" * 100_000, b"&" * 900_000, b"<!--" * 200_000):
        with contextlib.suppress(Malformed):
            read_page(page(shown).replace(b"WORDS", filling))
    assert time.monotonic() - begun < 60


def test_the_page_of_a_post_says_whether_it_is_there():
    """Only Telegram's own words that it was not found count; a post that quotes them does not."""
    shown = channel()
    shown.say("Post not found tgme_widget_message_error")
    assert says_post_is_gone(embedded(shown, 9))
    assert not says_post_is_gone(embedded(shown, 1))
    assert not shows_post(embedded(shown, 9))
    said = '<div class="tgme_widget_message_error">Channel with username <b>@x</b> not found</div>'
    assert not says_post_is_gone(said.encode())
    assert not says_post_is_gone(b"")
    shown.say("two")
    assert shows_post(embedded(shown, 2))


def test_what_goes_by_a_name():
    """A channel, a group, a person, or nobody."""
    kinds = {
        kind: what_stands_there(about(Channel("a_b_c", 1, kind=kind), "a_b_c"))
        for kind in ("channel", "group", "person")
    }
    assert kinds == {"channel": "channel", "group": "group", "person": "person"}
    assert what_stands_there(about(None, "a_b_c")) is None


def test_a_page_that_asks_who_is_there_is_known():
    """A password, or a puzzle."""
    assert asks_who_is_there(b'<input type="password">')
    assert asks_who_is_there(b'<div class="g-recaptcha">')
    assert not asks_who_is_there(page(channel()))


def _around(message: str) -> bytes:
    return f'<section class="tgme_channel_history">{message}</section></html>'.encode()
