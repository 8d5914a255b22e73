"""Frames of a Jetstream on both its wires, what it is asked, and where it goes on."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stand_ins import ALICE, BOB, SENTINEL, STRANGER, Event, events_frame, subscribe_frame

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Deafness, Heard, Missing
from vigil.model.ids import CollectorName
from vigil.model.observation import AccountState, Kind
from vigil.sources.bluesky.jetstream import MOST_ACCOUNTS, MOST_IN_ADDRESS, JetstreamEar, Wire
from vigil.sources.live.line import StreamEnded

AT = datetime(2016, 12, 4, 18, 30, 0, 123456, tzinfo=UTC)
NOW = AT + timedelta(seconds=1)
BOTH = pytest.mark.parametrize("frame", [subscribe_frame, events_frame], ids=["subscribe", "subscribeEvents"])

SAID = json.loads("""{"did": "did:plc:eygmaihciaxprqvxpfvl6flk", "time_us": 1725911162329308, "cursor": 12345,
"kind": "commit", "commit": {"rev": "3l3qo2vutsw2b", "operation": "create", "collection": "app.bsky.feed.repost",
"rkey": "3l3qo2vuowo2b", "cid": "bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi",
"record": {"$type": "app.bsky.feed.repost", "createdAt": "2024-09-09T19:46:02.102Z",
"subject": {"cid": "bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4",
"uri": "at://did:plc:wa7b35aakoll7hugkrjtf3xf/app.bsky.feed.post/3l3pte3p2e325"}}}}""")
"""The example in Jetstream's documentation (docs/README.md, section 5.1), its like made a repost."""


def ear(cursor=None, watched=(ALICE, BOB), sentinels=(), service="wss://jetstream.example"):
    """A new one."""
    return JetstreamEar(service, watched, collector=CollectorName("ear"), sentinels=sentinels, cursor=cursor)


def event(number=7, did=ALICE, at=AT, **what):
    """A post, unless the test says otherwise."""
    return Event(number=number, did=did, at=at, rkey=f"r{number}", record={"text": "we are here"}, **what)


def asked(address):
    """What stands in an address."""
    return parse_qs(urlsplit(address).query)


def test_the_documentations_own_example_is_read():
    """Field by field as published."""
    (heard,) = ear(watched=[SAID["did"]]).read(json.dumps(SAID).encode(), NOW)
    (seen,) = heard.observations
    assert (seen.kind, seen.repost_of) == (Kind.REPOST, SAID["commit"]["record"]["subject"]["uri"])
    assert seen.published_at == datetime(2024, 9, 9, 19, 46, 2, 329308, tzinfo=UTC)
    assert heard.cursor.startswith("1725911162329308:")


@BOTH
def test_posts_states_and_handles_are_read_alike_on_both_wires(frame):
    """One stream of events in two forms."""
    listening = ear()
    raw = frame(event()).encode()
    (post,) = listening.read(raw, NOW)
    assert (post.raw, post.observations[0].text, post.observations[0].published_at) == (raw, "we are here", AT)
    assert ALICE not in post.url
    (gone,) = listening.read(frame(event(8, kind="account", status="deactivated")).encode(), NOW)
    assert gone.observations[0].state is AccountState.DEACTIVATED
    (named,) = listening.read(frame(event(9, kind="identity", handle="a.example")).encode(), NOW)
    assert [seen.handle for seen in named.handles] == ["a.example"]
    (deleted,) = listening.read(frame(event(10, action="delete")).encode(), NOW)
    assert (deleted.observations[0].kind, deleted.observations[0].text) == (Kind.DELETE, None)
    assert not listening.read(frame(event(11, did=STRANGER)).encode(), NOW)
    assert not listening.read(frame(event(12, collection="app.bsky.feed.like")).encode(), NOW)


JUNK = [..., None, True, -1, 10**30, 1.5, "x", "", [], {}, [7], "9" * 5000, {"uri": 3}]


@BOTH
@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: f"{type(junk).__name__}-{str(junk)[:6]!a}")
@pytest.mark.parametrize(
    "field",
    [
        "did",
        "time_us",
        "kind",
        "commit",
        "payload",
        "$type",
        "time",
        "rev",
        "operation",
        "collection",
        "rkey",
        "record",
    ],
)
def test_a_frame_with_any_field_missing_or_wrong_never_stops_the_reading(frame, field, junk):
    """It is malformed, passed over, or read without that field; the next one is read as ever."""
    said = json.loads(frame(event()))

    def put(value):
        if isinstance(value, dict):
            kept = {name: put(inner) for name, inner in value.items() if name != field or junk is not ...}
            return {name: junk if name == field else inner for name, inner in kept.items()}
        return value

    listening = ear()
    try:
        items, words = listening.read(json.dumps(put(said)).encode(), NOW), ""
    except (Malformed, StreamEnded) as refused:
        items, words = (), str(refused)
    assert ALICE not in words
    for item in items:
        if isinstance(item, Heard):
            assert [seen.account for seen in item.observations] == [ALICE]
    later = event(8, at=AT + timedelta(seconds=9))
    assert [seen.text for item in listening.read(frame(later).encode(), NOW) for seen in item.observations] == [
        "we are here"
    ]


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda s: (
            st.lists(s)
            | st.dictionaries(st.sampled_from(["did", "kind", "commit", "time_us", "$type", "payload", "account"]), s)
        ),
    )
)
def test_any_json_is_read_or_malformed(anything):
    """No shape of it is a crash."""
    raw = json.dumps(anything).encode()
    listening = ear()
    try:
        assert not listening.read(raw, NOW)
    except (Malformed, StreamEnded):
        assert not listening.is_event(raw)


def test_a_list_too_long_for_an_address_is_sent_as_a_message():
    """The server is told to wait for it, so nothing unasked comes first."""
    few, many = ear(), ear(watched=[f"did:plc:{k:024d}" for k in range(MOST_IN_ADDRESS + 1)])
    assert (few.wire, many.wire) == (Wire.EVENTS, Wire.SUBSCRIBE)
    assert sorted(asked(few.address())["dids"]) == sorted([ALICE, BOB])
    assert not few.hello()
    assert asked(many.address()) == {"requireHello": ["true"]}
    (words,) = many.hello()
    said = json.loads(words)
    assert said["type"] == "options_update"
    assert len(said["payload"]["wantedDids"]) == MOST_IN_ADDRESS + 1
    assert len(many.address()) < 200


@pytest.mark.parametrize("n", [0, MOST_ACCOUNTS + 1])
def test_nobody_and_too_many_are_refused(n):
    """An empty list means everyone to a Jetstream; a longer one is refused by it."""
    with pytest.raises(InvalidInput):
        ear(watched=[f"did:plc:{k:024d}" for k in range(n)])


def test_sentinels_are_asked_for_and_not_given():
    """They move the cursor, which is what they are for."""
    listening = ear(sentinels=[SENTINEL])
    assert SENTINEL in asked(listening.address())["dids"]
    assert not listening.read(events_frame(event(did=SENTINEL)).encode(), NOW)
    assert listening.newest_at == AT


def test_subscribe_says_nothing_of_a_cursor_too_old_so_we_do():
    """It begins at the oldest it has, 36 hours back, without a word."""
    old = str(int((AT - timedelta(hours=50)).timestamp() * 1_000_000))
    listening = ear(old, service="wss://jetstream.example/subscribe")
    (gap,) = listening.connected({}, AT)
    assert (gap.why, gap.end) == (Missing.CURSOR_TOO_OLD, AT - timedelta(hours=36))
    recent = str(int((AT - timedelta(hours=30)).timestamp() * 1_000_000))
    assert not ear(recent, service="wss://jetstream.example/subscribe").connected({}, AT)


@pytest.mark.parametrize(
    ("name", "why"), [("OutdatedCursor", Missing.CURSOR_TOO_OLD), ("FutureCursor", Missing.CURSOR_UNKNOWN)]
)
def test_the_newer_wire_says_itself_what_is_lost(name, why):
    """A notice without an instant, as the first frame."""
    payload = {"$type": "network.bsky.jetstream.subscribeEvents#info", "name": name, "message": "in words"}
    (gap,) = ear().read(json.dumps({"$type": "message", "payload": payload}).encode(), NOW)
    assert (gap.why, gap.account) == (why, None)


def test_a_refused_cursor_is_not_sent_again():
    """400 CursorTooOld before the stream begins: what lies between is lost, and hearing goes on from now."""
    listening = ear("1480876200000000")
    (gap,) = listening.refused(b'{"error":"CursorTooOld","message":"floor 5"}', NOW)
    assert (gap.why, gap.begin) == (Missing.CURSOR_TOO_OLD, datetime(2016, 12, 4, 18, 30, tzinfo=UTC))
    assert "cursor" not in asked(listening.address())
    assert not listening.refused(b"<html>busy</html>", NOW)


@pytest.mark.parametrize(("name", "why"), [("ConsumerTooSlow", Deafness.TOO_SLOW), ("Other", Deafness.REFUSED)])
def test_an_error_frame_ends_the_stream(name, why):
    """It is the last frame."""
    with pytest.raises(StreamEnded) as ended:
        ear().read(json.dumps({"$type": "error", "error": name}).encode(), NOW)
    assert ended.value.why is why


def test_in_a_long_quiet_the_cursor_moves_only_over_what_was_asked_for_twice():
    """One connection may hang all by itself; that two did, each shown to be alive, is not assumed."""
    listening = ear("1480876200000000")
    hour = timedelta(hours=1)
    kept = []
    for k in range(4):
        kept.append(int(asked(listening.address())["cursor"][0]))
        listening.connected({}, AT + k * hour)
        listening.proved(AT + k * hour + timedelta(minutes=30))
    shown = [int((AT + k * hour + timedelta(minutes=29)).timestamp() * 1_000_000) for k in range(2)]
    assert kept[0] == kept[1] == 1480876200000000
    assert kept[2:] == shown
    assert int(listening.cursor) == int((AT + 2 * hour + timedelta(minutes=29)).timestamp() * 1_000_000)


@pytest.mark.parametrize("cursor", ["x", "5", "12345:1480876200000000", "-1480876200000000", ""])
def test_a_cursor_of_another_collector_is_refused(cursor):
    """A firehose's number is no instant."""
    with pytest.raises(InvalidInput):
        ear(cursor)


def test_whom_it_asks_for_can_change():
    """A new connection is needed, on the wire the longer list wants; until it is made, nobody new is heard."""
    listening = ear(watched=[ALICE])
    assert asked(listening.address())["dids"] == [ALICE]
    listening.connected({}, NOW)
    assert listening.asks_for(ALICE)
    assert not listening.watch([ALICE])
    many = [f"did:plc:{k:024d}".replace("0", "a").replace("1", "b") for k in range(MOST_IN_ADDRESS)]
    assert listening.watch([ALICE, BOB, *many])
    assert not listening.asks_for(BOB)
    assert listening.wire is Wire.SUBSCRIBE
    assert BOB in listening.hello()[0]
    listening.address()
    listening.connected({}, NOW)
    assert listening.asks_for(BOB)
    assert listening.read(subscribe_frame(event(did=BOB)).encode(), NOW)
    for nobody in ((), ["no did"]):
        with pytest.raises(InvalidInput):
            listening.watch(nobody)
    assert listening.asks_for(BOB)
    assert BOB in listening.hello()[0]


def test_what_is_too_old_is_said_once():
    """A server that closes before anything came is not told to have lost the same again."""
    listening = ear(str(int(AT.timestamp() * 1_000_000)), service="wss://jetstream.example/subscribe")
    (first,) = listening.connected({}, AT + timedelta(days=3))
    (second,) = listening.connected({}, AT + timedelta(days=3, seconds=5))
    assert (first.begin, first.end) == (AT, AT + timedelta(hours=36))
    assert (second.begin, second.end) == (first.end, first.end + timedelta(seconds=5))
