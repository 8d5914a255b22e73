"""Deleted posts are found in other bytes, however they stand there, and chance alone finds nothing."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.held import DeletedPosts
from vigil.model.ids import AccountId, Platform
from vigil.model.witness import Account

ONE, TWO = (Account(Platform("x"), AccountId(name)) for name in "12")
WORDS = 'They took the "old" bakery & shelled\nthe street behind the hospital, <pray> for us'
ARABIC = "قصفوا الفرن القديم خلف المستشفى ولم يبق أحد في الشارع"
POST = "at://did:plc:abc/app.bsky.feed.post/3kabcdefg22"


@pytest.fixture
def sought():
    posts = DeletedPosts()
    posts.add(ONE, POST, [WORDS, ARABIC])
    posts.add(ONE, "17", [])
    return posts


@pytest.mark.parametrize("text", [WORDS, ARABIC])
@pytest.mark.parametrize(
    "written",
    [
        lambda text: json.dumps({"a": ["more", {"text": text}]}).encode(),
        lambda text: json.dumps({"text": text}, ensure_ascii=False).encode(),
        lambda text: f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>".encode(),
        lambda text: json.dumps({"content": "<p>" + text.replace(" ", "<br>") + "</p>"}).encode(),
        lambda text: b"\xa2dtextx" + text.encode() + b"gcreated",
        lambda text: text.replace(" ", "\n   ").encode(),
        lambda text: gzip.compress(json.dumps([text]).encode()),
    ],
    ids=["json", "json in utf-8", "html", "html in json", "binary", "broken over lines", "packed"],
)
def test_words_are_found_however_they_are_written(sought, text, written):
    """On a page of anyone's, whatever else is on it."""
    assert sought.in_body(written(text), account=None, post=None)
    assert sought.in_body(written(text), account=TWO, post="99")
    assert not sought.in_body(written("Bread is sold again in the street behind the hospital."), account=ONE, post=None)


def test_an_id_is_found_on_a_page_and_not_taken_for_a_mention(sought):
    """A page that lists the post is held; another post's own capture that answers it is not, without its words."""
    page = json.dumps({"posts": [{"uri": POST}, {"uri": POST + "x"}]}).replace("/", "\\/").encode()
    assert sought.in_body(page, account=None, post=None)
    assert not sought.in_body(page, account=TWO, post="99")
    assert not sought.in_body(json.dumps([POST + "x"]).encode(), account=None, post=None)


def test_a_running_number_counts_on_its_own_account_s_pages_only(sought):
    """`17` stands on any page."""
    assert sought.in_body(b'<div data-post="channel/17">', account=ONE, post=None)
    assert not sought.in_body(b'<div data-post="channel/17">', account=TWO, post=None)
    assert not sought.in_body(b"17", account=None, post=None)
    assert not sought.in_body(b'<div data-post="channel/172">', account=ONE, post=None)


def test_a_few_words_are_anyone_s():
    """Short texts are looked for by their id alone."""
    posts = DeletedPosts()
    assert not posts
    posts.add(ONE, POST, ["Pray for us.", ""])
    assert posts
    assert not posts.in_body(b"Pray for us.", account=ONE, post=None)


@given(st.binary(max_size=2000))
def test_any_bytes_can_be_searched(body):
    """Nothing raises, and nothing is found by chance."""
    posts = DeletedPosts()
    posts.add(ONE, POST, [WORDS])
    assert not posts.in_body(body, account=ONE, post=None)
