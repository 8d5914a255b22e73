"""The stream's frames: what they say of watched accounts, and that none stops it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from mastodon_stand_in import TOKEN, MastodonStandIn, posts, watched

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Deafness
from vigil.model.ids import CollectorName
from vigil.sources.live.line import StreamEnded
from vigil.sources.mastodon.ear import MastodonEar
from vigil.sources.mastodon.lives import Lives

NOW = datetime.now(UTC)


def listening(*, asked_ago_s: float | None = 0.0, token=None):
    """A server, somebody watched there, and an ear that was connected a minute ago."""
    server = MastodonStandIn(port=1)
    someone, other = server.person("someone"), server.person("other")
    lives = Lives(CollectorName("m"), server.base, [watched(someone)])
    ear = MastodonEar(server.base, lives, token=token)
    ear.connected({"Sec-WebSocket-Protocol": TOKEN, "Date": "now"}, NOW - timedelta(minutes=1))
    if asked_ago_s is not None:
        lives.of(watched(someone).account).asked_at = NOW - timedelta(seconds=asked_ago_s)
    return server, someone, other, ear


def frame(event, payload):
    """A frame as the server sends it."""
    text = payload if isinstance(payload, str) else json.dumps(payload)
    return json.dumps({"stream": ["public"], "event": event, "payload": text}).encode()


def test_posts_edits_and_deletions_of_those_watched():
    """Each once; the bytes are the frame; strangers are passed over."""
    server, someone, other, ear = listening()
    made, theirs = server.post(someone, "first"), server.post(other)
    server.edit(made, "second")
    server.delete(made)
    server.delete(theirs)
    items = [item for event in server.events for item in ear.read(frame(*event), NOW)]
    assert [kind for kind, _ in posts(items)] == ["post", "edit", "delete"]
    assert items[0].raw == frame(*server.events[0])
    assert dict(items[0].headers) == {"Date": "now"}
    assert [item for event in server.events for item in ear.read(frame(*event), NOW)] == []
    assert ear.n_repeated == 2


def test_a_post_waits_where_something_may_have_come_before_it():
    """Asked for long ago, or before the stream was cut: its account is asked for first. An edit of it waits too."""
    for ago_s in (None, 30.0, 100.0):
        server, someone, _, ear = listening(asked_ago_s=ago_s)
        made = server.post(someone)
        server.edit(made, "anew")
        assert [item for event in server.events for item in ear.read(frame(*event), NOW)] == []
        items = [item for _ in server.events for item in ear.caught_up(ear.waiting.get_nowait())]
        assert [kind for kind, _ in posts(items)] == ["post", "edit"]


@pytest.mark.parametrize("visibility", ["private", "direct", "limited", "odd"])
def test_what_is_not_anyones_to_read_is_not_kept(visibility):
    """Should a stream ever carry it."""
    server, someone, _, ear = listening()
    made = server._shown(server.post(someone, visibility=visibility))
    assert list(ear.read(frame("update", made), NOW)) == []


def test_a_boost_that_is_gone_says_nothing_on_the_stream():
    """It goes with what it boosted, whoever deleted that."""
    server, someone, other, ear = listening()
    boost = server.post(someone, reblog=server.boosted(server.post(other)))
    assert len(ear.read(frame("update", server._shown(boost)), NOW)) == 1
    assert list(ear.read(frame("delete", boost["id"]), NOW)) == []


def test_errors_of_the_stream_end_it_with_their_meaning():
    """A token that is not enough, a stream that is not there."""
    _, _, _, ear = listening()
    for status, why in ((401, Deafness.LOGGED_OUT), (403, Deafness.LOGGED_OUT), (400, Deafness.REFUSED)):
        with pytest.raises(StreamEnded) as ended:
            ear.read(json.dumps({"error": "x", "status": status}).encode(), NOW)
        assert ended.value.why is why


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00",
        b"<html>log in</html>",
        b"[]",
        b"{}",
        b'{"event": 7}',
        b"[" * 100_000,
        b'{"event": "update"}',
        b'{"event": "update", "payload": "{"}',
        b'{"event": "update", "payload": "[]"}',
        b'{"event": "update", "payload": "{}"}',
        b'{"event": "delete"}',
        b'{"event": "delete", "payload": "../x"}',
        b'{"event": "update", "payload": "\\ud800"}',
        b'{"a": "' + b"x" * 10_000_000,
    ],
    ids=range(15),
)
def test_a_frame_that_cannot_be_read_is_malformed_and_never_a_post(raw):
    """The line counts it; what is missing by it, asking finds."""
    _, _, _, ear = listening()
    with pytest.raises(Malformed):
        ear.read(raw, NOW)
    assert not ear.is_event(raw) or raw.startswith((b'{"event": "update"', b'{"event": "delete"'))
    assert list(ear.unread(raw, NOW)) == []


@pytest.mark.parametrize("event", ["notification", "filters_changed", "announcement", "conversation", "later.kind"])
def test_other_events_are_passed_over(event):
    """Also those of kinds that came later than this was written."""
    _, _, _, ear = listening()
    assert list(ear.read(json.dumps({"event": event}).encode(), NOW)) == []


def test_a_strangers_account_of_an_odd_server_is_no_fault():
    """A watched account's is."""
    server, someone, other, ear = listening()
    ear.read(frame("update", server._shown(server.post(someone))), NOW)
    odd = {"username": "a/b", "uri": None, "url": None}
    theirs = server._shown(server.post(other))
    theirs["account"] = {**theirs["account"], **odd}
    assert list(ear.read(frame("update", theirs), NOW)) == []
    own = server._shown(server.post(someone))
    own["account"] = {**own["account"], **odd}
    with pytest.raises(Malformed):
        ear.read(frame("update", own), NOW)


@examples(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_malformed(raw):
    """Nothing else is ever raised."""
    _, _, _, ear = listening()
    try:
        ear.read(raw, NOW)
    except (Malformed, StreamEnded):
        return


def test_the_token_is_in_no_address():
    """It goes as the subprotocol."""
    _, _, _, ear = listening(token=TOKEN)
    assert TOKEN in ear.subprotocols
    assert TOKEN not in ear.address() + str(ear.probe_address(NOW)) + repr(ear)
    with pytest.raises(InvalidInput):
        listening(token="no token")
