"""What a server's JSON says, whatever stands in it, and that it agrees with an account's own archive."""

import json
from datetime import UTC, datetime

import polars as pl
import pytest
from files import read, write
from hypothesis import given, settings
from hypothesis import strategies as st
from mastodon_stand_in import MastodonStandIn

from vigil.model.errors import Malformed
from vigil.model.ids import CollectorName
from vigil.sources.mastodon.entities import person_of, post_of
from vigil.sources.mastodon.lives import Lives, Message
from vigil.usecases.ports import OBSERVATION_SCHEMA

SERVER = "http://127.0.0.1:1"


def someone(**what):
    """An account's JSON, and the stand-in it is of."""
    server = MastodonStandIn(port=1)
    return server.person("someone", **what), server


def shown(**what):
    """A post's JSON."""
    person, server = someone()
    return server._shown(server.post(person, **what))


@pytest.mark.parametrize(
    ("what", "uri"),
    [
        ({}, "http://127.0.0.1:1/users/someone"),
        ({"uri": "https://a.example/ap/users/7"}, "https://a.example/ap/users/7"),
        ({"uri": None}, "http://127.0.0.1:1/users/someone"),
        ({"uri": None, "url": "https://a.example/users/x"}, "https://a.example/users/x"),
        ({"uri": "javascript:alert(1)", "url": "https://a.example/@x"}, "https://a.example/users/x"),
    ],
)
def test_the_address_of_an_account(what, uri):
    """Said since 4.2; before, it follows from the page."""
    assert person_of({**someone()[0], **what}).uri == uri


@pytest.mark.parametrize(
    "what",
    [
        {"id": None},
        {"id": 7},
        {"id": "../../x"},
        {"username": None},
        {"username": "a/b"},
        {"acct": "a@b@c"},
        {"acct": ""},
        {"uri": None, "url": None},
        {"uri": None, "url": "https://a.example/accounts/x"},
        {"uri": "https://[", "url": "https://a.example/@x@y"},
    ],
)
def test_what_is_no_account_is_malformed(what):
    """Without an id, a name or an address it is nobody's."""
    with pytest.raises(Malformed):
        person_of({**someone()[0], **what})


def test_everything_else_of_an_account_may_be_missing():
    """Unknown, not refused."""
    odd = {"statuses_count": -1, "last_status_at": "soon", "moved": 7, "suspended": "yes", "limited": None}
    person = person_of({**someone()[0], **odd})
    assert (person.n_posts, person.last_post_on, person.moved_to, person.suspended, person.limited) == (
        None,
        None,
        None,
        False,
        False,
    )
    assert person_of({**someone()[0], "moved": {"url": 7}}).moved_to == ""
    assert str(person_of({**someone()[0], "last_status_at": "2019-11-17T00:02:23.693Z"}).last_post_on) == "2019-11-17"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<p>a &amp; b &lt;c&gt; &#x1F54A;</p>", "a & b <c> 🕊"),
        ('<p><span class="h-card"><a href="https://a.example/@x">@<span>x</span></a></span> hello</p>', "@x hello"),
        ('<p>see <a href="https://a.example/b"><span class="invisible">https://</span><span>a.example/b</span></a></p>',
         "see https://a.example/b"),
        ("<p>before</p><script>alert('x')</script><style>p{}</style><p>after</p>", "before\nafter"),
        ("<p>مرحبا<br/>بكم</p>", "مرحبا\nبكم"),
        ("", None),
        (None, None),
        (7, None),
    ],
)  # fmt: skip
def test_words_without_markup(content, text):
    """As they are read."""
    assert post_of({**shown(), "content": content}, server=SERVER).text == text


@pytest.mark.parametrize("name", ["id", "uri", "created_at", "visibility", "account"])
@pytest.mark.parametrize("value", [None, 7, [], {}, "", "\x00", "x" * 10_000])
def test_a_post_without_what_makes_it_one_is_malformed(name, value):
    """Missing, or of another kind. A visibility we do not know is none that is kept."""
    body = {**shown(), name: value}
    if name == "visibility" and isinstance(value, str):
        assert post_of(body, server=SERVER).visibility not in {"public", "unlisted"}
        return
    with pytest.raises(Malformed):
        post_of(body, server=SERVER)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(sorted(shown())), JSON, max_size=6))
def test_any_value_anywhere_is_read_or_malformed(odd):
    """Nothing else is ever raised, and the text is text."""
    try:
        post = post_of({**shown(), **odd}, server=SERVER)
    except Malformed:
        return
    assert post.text is None or isinstance(post.text, str)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(sorted(someone()[0])), JSON, max_size=6))
def test_any_value_in_an_account_is_read_or_malformed(odd):
    """The same of accounts."""
    try:
        person_of({**someone()[0], **odd})
    except Malformed:
        return


def test_a_live_post_is_the_row_its_archive_gives(tmp_path):
    """Post, reply to oneself, edit and boost: the same rows by the case's law of identity, whichever came first."""
    from vigil.store.identity import with_marks
    from vigil.store.words import KIND_NO

    person, server = someone()
    other = server.person("other")
    post = server.post(person, "one &amp;<br>two</p><p>three", spoiler_text="Careful", at=at(1))
    reply = server.post(person, in_reply_to_id=post["id"], in_reply_to_account_id=person["id"], at=at(2))
    edited = server.post(person, at=at(3))
    server.edit(edited, "anew", at=at(4))
    boost = server.post(person, reblog=server.boosted(server.post(other)), at=at(5))
    public = ["https://www.w3.org/ns/activitystreams#Public"]
    activities = []
    for status in (post, reply, edited):
        note = {
            "id": status["uri"],
            "type": "Note",
            "summary": status["spoiler_text"] or None,
            "inReplyTo": post["uri"] if status is reply else None,
            "published": seconds(status["created_at"]),
            "updated": seconds(status["edited_at"]) if status["edited_at"] else None,
            "url": status["url"],
            "content": status["content"],
            "contentMap": {"en": status["content"]},
        }
        activities.append({"type": "Create", "actor": person["uri"], "to": public, "object": note})
    activities.append(
        {
            "id": boost["uri"],
            "type": "Announce",
            "actor": person["uri"],
            "published": seconds(boost["created_at"]),
            "to": public,
            "object": boost["reblog"]["uri"],
        }
    )
    archived, rejected = read(write(tmp_path / "outbox.json", json.dumps({"orderedItems": activities, "id": "x"})))
    assert rejected == []
    lives = Lives(CollectorName("m"), SERVER, [_watched(person)])
    life = lives.whose(person_of(person))
    rows = []
    for status in (post, reply, edited, boost):
        message = Message(raw=b"", received_at=datetime.now(UTC), url="", headers={})
        for heard in lives.post(life, post_of(server._shown(status), server=SERVER), message):
            rows += [row(each) for each in heard.observations]
    live = pl.DataFrame(rows, schema=OBSERVATION_SCHEMA)

    def law(frame):
        numbered = frame.with_columns(pl.col("kind").replace_strict(KIND_NO_BY_TEXT(KIND_NO)).alias("kind_no"))
        return with_marks(numbered).select("platform", "account", "kind", "mark_id").rows()

    assert law(live) == law(archived)
    columns = ["platform", "account", "kind", "post", "text", "lang", "url", "reply_to", "repost_of"]
    assert live.drop("lang", "url").select([c for c in columns if c not in {"lang", "url"}]).rows() == (
        archived.select([c for c in columns if c not in {"lang", "url"}]).rows()
    )


def KIND_NO_BY_TEXT(numbers):  # noqa: N802 - a table
    """Numbers of kinds by their words."""
    return {str(kind.value): number for kind, number in numbers.items()}


def row(each):
    """An observation as a row."""
    return {
        "platform": each.platform,
        "account": each.account,
        "published_us": int(each.published_at.timestamp() * 1e6),
        "kind": each.kind.value,
        "post": each.post,
        "text": each.text,
        "reply_to": each.reply_to,
        "repost_of": each.repost_of,
        "position": 1,
    }


def at(minutes):
    """An instant with milliseconds."""
    return datetime(2026, 1, 2, 3, minutes, 5, 678_000, tzinfo=UTC)


def seconds(text):
    """An instant as Mastodon's archive has it: `iso8601` of Ruby, to the second."""
    return text[:19] + "Z"


def _watched(person):
    from mastodon_stand_in import watched

    return watched(person)
