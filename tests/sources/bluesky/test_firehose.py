"""Frames of a firehose: what is signed is read, what is broken is refused, and what is missing is said."""

import contextlib
import hashlib
from datetime import UTC, datetime, timedelta

import libipld
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stand_ins import ALICE, BOB, STRANGER, Event, firehose_error, firehose_frame

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Deafness, Gap, Heard, Missing
from vigil.model.ids import CollectorName
from vigil.model.observation import Kind
from vigil.sources.bluesky.firehose import REWOUND_EVENTS, FirehoseEar
from vigil.sources.live.line import StreamEnded

AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)
NOW = AT + timedelta(seconds=1)


def ear(cursor=None, watched=(ALICE, BOB)):
    """A new one."""
    return FirehoseEar("wss://relay.example", watched, collector=CollectorName("ear"), cursor=cursor)


def event(number=7, did=ALICE, **what):
    """A post, unless the test says otherwise."""
    record = {"$type": "app.bsky.feed.post", "text": "we are here", "createdAt": "2016-12-04T18:29:00Z"}
    return Event(number=number, did=did, at=AT, rkey=f"r{number}", record=record, **what)


def changed(frame, **fields):
    """A frame with other fields; a field of `...` is left out."""
    header, body = libipld.decode_dag_cbor_multi(frame)
    body = {name: value for name, value in {**body, **fields}.items() if value is not ...}
    return libipld.encode_dag_cbor(header) + libipld.encode_dag_cbor(body)


def test_a_frame_is_kept_as_it_came_and_each_observation_names_it():
    """The origin is the digest of the bytes, and where in them; what was asked names nobody."""
    frame = firehose_frame(event())
    (heard,) = ear().read(frame, NOW)
    (seen,) = heard.observations
    assert heard.raw == frame
    assert (seen.origin.file, seen.origin.position) == (hashlib.sha256(frame).hexdigest(), "ops[0]")
    assert (seen.kind, seen.text, seen.published_at, heard.received_at) == (Kind.POST, "we are here", AT, NOW)
    assert heard.url == "wss://relay.example/xrpc/com.atproto.sync.subscribeRepos"
    assert not heard.backfilled


def test_others_are_passed_over_and_move_the_cursor():
    """A relay tells of everyone."""
    listening = ear()
    assert not listening.read(firehose_frame(event(did=STRANGER, number=41)), NOW)
    assert listening.cursor.startswith("41:")
    assert listening.address().endswith("?cursor=41")
    listening.connected({}, NOW)
    listening._seq = 1000
    assert listening.address().endswith(f"?cursor={1000 - REWOUND_EVENTS}")


JUNK = [..., None, True, -1, 1.5, "x", "", [], {}, [7], {"path": 7}, b"", b"\x00" * 40, "9" * 3000]


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: f"{type(junk).__name__}-{str(junk)[:6]!a}")
@pytest.mark.parametrize("field", ["seq", "repo", "rev", "time", "ops", "blocks", "since", "tooBig", "commit"])
def test_a_frame_with_any_field_missing_or_wrong_never_stops_the_reading(field, junk):
    """It is malformed, or it is read without that field; it never becomes something it does not say."""
    listening = ear()
    try:
        items, words = listening.read(changed(firehose_frame(event()), **{field: junk}), NOW), ""
    except Malformed as refused:
        items, words = (), str(refused)
    assert ALICE not in words
    for item in items:
        if isinstance(item, Heard):
            assert [seen.post for seen in item.observations] == [f"at://{ALICE}/app.bsky.feed.post/r7"]
    (heard,) = [item for item in listening.read(firehose_frame(event(8)), NOW) if isinstance(item, Heard)]
    assert heard.observations[0].text == "we are here"


@settings(max_examples=300)
@given(st.integers(0, 400), st.integers(0, 255), st.binary(max_size=3))
def test_no_changed_byte_puts_words_into_a_mouth(place, byte, inserted):
    """One byte changed, or some inserted: the words are as signed, or there are none."""
    frame = firehose_frame(event())
    at = place % len(frame)
    broken = frame[:at] + inserted + bytes([byte]) + frame[at + 1 :]
    try:
        items = ear().read(broken, NOW)
    except (Malformed, StreamEnded):
        return
    words = [seen.text for item in items if isinstance(item, Heard) for seen in item.observations]
    assert set(words) <= {"we are here", None}


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_noise_is_malformed(noise):
    """Any bytes at all."""
    listening = ear()
    with contextlib.suppress(Malformed, StreamEnded):
        assert not listening.read(noise, NOW)
    assert not listening.unread(noise, NOW)


def test_a_post_without_its_words_is_kept_and_a_gap_says_so():
    """Content whose digest does not match is not shown as the author's."""
    frame = firehose_frame(event())
    heard, gap = ear().read(frame.replace(b"we are here", b"we are gone"), NOW)
    assert (heard.observations[0].kind, heard.observations[0].text) == (Kind.POST, None)
    assert (gap.why, gap.account.id) == (Missing.CONTENT_ABSENT, ALICE)


def test_a_hole_in_an_accounts_own_chain_is_a_gap():
    """Each commit names the one before: one that names another we never had tells of what did not come."""
    listening = ear()
    first, second, third = (event(number) for number in (1, 2, 3))
    (heard,) = listening.read(firehose_frame(first), NOW)
    gap, heard = listening.read(firehose_frame(third, after=second.rev), NOW)
    assert (gap.why, gap.account.id) == (Missing.CHAIN_BROKEN, ALICE)
    (late,) = listening.read(firehose_frame(second, after=first.rev), NOW)
    assert [item.observations[0].post[-2:] for item in (heard, late)] == ["r3", "r2"]


def test_a_sync_is_a_gap_only_if_it_names_what_never_came():
    """A reactivation sends one with the revision we have."""
    listening = ear()
    listening.read(firehose_frame(event(5)), NOW)
    assert not listening.read(firehose_frame(event(6, kind="sync", revision=event(5).rev)), NOW)
    (gap,) = listening.read(firehose_frame(event(9, kind="sync")), NOW)
    assert gap.why is Missing.CHAIN_BROKEN


def test_a_commit_too_big_for_the_stream_is_a_gap():
    """The server leaves its content out and says so."""
    gap, _ = ear().read(changed(firehose_frame(event()), tooBig=True), NOW)
    assert (gap.why, gap.begin) == (Missing.TOO_BIG, AT)


def test_an_outdated_cursor_is_a_gap_for_everyone():
    """What lies between is gone from the server."""
    info = libipld.encode_dag_cbor({"op": 1, "t": "#info"}) + libipld.encode_dag_cbor({"name": "OutdatedCursor"})
    (gap,) = ear("5:1480876200000000").read(info, NOW)
    assert gap == Gap(
        collector="ear", why=Missing.CURSOR_TOO_OLD, begin=datetime(2016, 12, 4, 18, 30, tzinfo=UTC), end=NOW
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [("ConsumerTooSlow", Deafness.TOO_SLOW), ("FutureCursor", Deafness.REFUSED), ("Another", Deafness.REFUSED)],
)
def test_an_error_ends_the_stream(name, why):
    """After FutureCursor the cursor is not used again: the server would refuse it for ever."""
    listening = ear("5:1480876200000000")
    with pytest.raises(StreamEnded) as ended:
        listening.read(firehose_error(name), NOW)
    assert ended.value.why is why
    assert ("cursor" in listening.address()) == (name != "FutureCursor")
    assert len(listening.connected({}, NOW)) == (name == "FutureCursor")


def test_a_kind_from_the_future_is_passed_over():
    """The protocol may grow."""
    frame = libipld.encode_dag_cbor({"op": 1, "t": "#new"}) + libipld.encode_dag_cbor(
        {"seq": 3, "did": ALICE, "time": "2016-12-04T18:30:00Z"}
    )
    assert not ear().read(frame, NOW)


@pytest.mark.parametrize("cursor", ["x", "-1:5", "5:x", "", "1733336000000000:abc"])
def test_a_cursor_of_another_collector_is_refused(cursor):
    """Going on from a number that means something else would lose everything in between."""
    with pytest.raises(InvalidInput):
        ear(cursor)


@pytest.mark.parametrize("did", ["alice.example", "did:plc:", "", None])
def test_only_accounts_can_be_watched(did):
    """A handle is not one: it may be another's tomorrow."""
    with pytest.raises(InvalidInput):
        ear(watched=[did])


def test_whom_it_listens_for_can_change_on_one_connection():
    """Everyone's events come anyway, so no new one is needed."""
    listening = ear(watched=[ALICE])
    assert not listening.read(firehose_frame(event(did=BOB)), NOW)
    assert not listening.watch([BOB])
    assert listening.asks_for(BOB)
    assert listening.read(firehose_frame(event(did=BOB, number=8)), NOW)
    assert not listening.read(firehose_frame(event(number=9)), NOW)
    with pytest.raises(InvalidInput):
        listening.watch(["no did"])
    assert listening.asks_for(BOB)
