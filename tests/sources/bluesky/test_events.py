"""What an event says of an account, and what becomes of one that is broken."""

import hashlib
from datetime import UTC, datetime, timedelta

import libipld
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import Malformed
from vigil.model.ids import Digest
from vigil.model.observation import AccountState, Kind, Origin
from vigil.sources.bluesky.events import (
    MOST_BLOBS,
    AccountEvent,
    IdentityEvent,
    RecordEvent,
    account_event,
    address_of,
    blobs_of,
    did_of,
    handle_of,
    identity_event,
    instant_of,
    key,
    made_at,
    observation,
    says_host_is_behind,
)

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
AT = datetime(2016, 12, 4, 18, 30, tzinfo=UTC)
ORIGIN = Origin(file=Digest("0" * 64), position="event")
PARENT = "at://did:web:example.org/app.bsky.feed.post/3l3qo2vuowo2b"


def record_event(action="create", record=None, collection="app.bsky.feed.post", revision="3l3qo2vutsw2b", **changed):
    """A post, unless the test says otherwise."""
    given = {"text": "we are here", "createdAt": "2016-12-04T18:29:00Z", "langs": ["en"]} if record is None else record
    fields = {"did": DID, "at": AT, "rkey": "3l3qo2vuowo2b", **changed}
    return RecordEvent(collection=collection, action=action, revision=revision, record=given, **fields)


def test_a_post_is_kept_with_its_address_and_when_the_platform_says_it_was_made():
    """The platform's time counts, not the posting program's: a phone with a wrong clock is still alive now."""
    seen = observation(record_event(), ORIGIN)
    assert (seen.kind, seen.text, seen.lang, seen.published_at) == (Kind.POST, "we are here", "en", AT)
    assert seen.post == f"at://{DID}/app.bsky.feed.post/3l3qo2vuowo2b"
    assert seen.url == f"https://bsky.app/profile/{DID}/post/3l3qo2vuowo2b"
    assert (seen.platform, seen.account, seen.origin) == ("bluesky", DID, ORIGIN)


def test_an_answer_is_a_reply():
    """What it answers is named."""
    reply = {"text": "yes", "reply": {"parent": {"uri": PARENT, "cid": "x"}, "root": {"uri": PARENT, "cid": "x"}}}
    seen = observation(record_event(record=reply), ORIGIN)
    assert (seen.kind, seen.reply_to) == (Kind.REPLY, PARENT)


@pytest.mark.parametrize(
    ("action", "kind", "text"), [("update", Kind.EDIT, "we are here"), ("delete", Kind.DELETE, None)]
)
def test_edits_and_deletions_name_the_post_concerned(action, kind, text):
    """A deletion carries no words, even if a server sends some."""
    seen = observation(record_event(action), ORIGIN)
    assert (seen.kind, seen.text, seen.post) == (kind, text, f"at://{DID}/app.bsky.feed.post/3l3qo2vuowo2b")


def test_a_repost_names_what_it_repeats():
    """A repost has no words of its own."""
    seen = observation(
        record_event(collection="app.bsky.feed.repost", record={"subject": {"uri": PARENT, "cid": "x"}, "text": "no"}),
        ORIGIN,
    )
    assert (seen.kind, seen.repost_of, seen.text, seen.url) == (Kind.REPOST, PARENT, None, None)


@pytest.mark.parametrize("collection", ["app.bsky.feed.like", "app.bsky.graph.follow", "app.bsky.feed.postgate"])
def test_what_is_neither_post_nor_repost_is_passed_over(collection):
    """A name that begins like ours is not ours."""
    assert observation(record_event(collection=collection), ORIGIN) is None


@pytest.mark.parametrize(
    ("active", "status", "state"),
    [
        (True, None, AccountState.ACTIVE),
        (False, "deactivated", AccountState.DEACTIVATED),
        (False, "suspended", AccountState.SUSPENDED),
        (False, "takendown", AccountState.TAKEN_DOWN),
        (False, "deleted", AccountState.DELETED),
    ],
)
def test_account_events_are_changes_of_state(active, status, state):
    """Each word of the platform has one of ours."""
    event = AccountEvent(did=DID, at=AT, active=active, status=status)
    seen = observation(event, ORIGIN)
    assert (seen.kind, seen.state, seen.published_at) == (Kind.ACCOUNT_STATE, state, AT)
    assert not says_host_is_behind(event)


@pytest.mark.parametrize(
    ("active", "status"), [(True, "desynchronized"), (False, "throttled"), (False, None), (False, "something new")]
)
def test_what_a_server_says_of_itself_is_no_state_of_the_account(active, status):
    """An account the server cannot hear is not deactivated: nothing may be claimed of it."""
    event = AccountEvent(did=DID, at=AT, active=active, status=status)
    assert observation(event, ORIGIN) is None
    assert says_host_is_behind(event)


def test_identical_posts_are_two_posts():
    """They share a cid: address and revision tell them apart. The same event twice is one."""
    assert key(record_event(rkey="a")) != key(record_event(rkey="b"))
    assert key(record_event(rkey="a")) == key(record_event(rkey="a", at=AT + timedelta(seconds=1)))
    assert len({key(record_event(action)) for action in ("create", "update", "delete")}) == 3
    assert key(record_event("update", revision="3l3qo2vutsw2b")) != key(
        record_event("update", revision="3l3qo2vutsw2c")
    )


def test_states_and_handles_are_told_apart_by_their_instant():
    """Going and coming back twice is four events."""
    gone = {"did": DID, "active": False, "status": "deactivated"}
    assert key(AccountEvent(at=AT, **gone)) != key(AccountEvent(at=AT + timedelta(seconds=1), **gone))
    assert key(IdentityEvent(did=DID, at=AT, handle="a.example")) != key(IdentityEvent(did=DID, at=AT, handle=None))


JUNK = [None, True, 7, 1.5, "", "\x00", "x" * 100_000, [], {}, [[]], {"uri": 3}, b"bytes"]


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: f"{type(junk).__name__}-{str(junk)[:5]!a}")
@pytest.mark.parametrize("field", ["text", "langs", "reply", "createdAt", "subject"])
@pytest.mark.parametrize("collection", ["app.bsky.feed.post", "app.bsky.feed.repost"])
def test_a_broken_record_is_still_a_sign_of_life(collection, field, junk):
    """Whatever a program writes into a record, that it was written is kept; what cannot be read is unknown."""
    seen = observation(record_event(record={"text": "words", field: junk}, collection=collection), ORIGIN)
    assert seen.kind in {Kind.POST, Kind.REPOST}
    assert seen.reply_to is None
    assert seen.repost_of is None
    assert seen.text is None or "\x00" not in seen.text


@pytest.mark.parametrize("junk", [*JUNK, "did:plc", "did:plc:", "DID:plc:a", "did:plc:a b", "did:plc:a/b", DID + "\n"])
def test_what_is_no_did_is_refused(junk):
    """An account is never made up, and the refusal does not repeat what it refused."""
    with pytest.raises(Malformed) as refused:
        did_of(junk)
    assert len(str(refused.value)) < 60


@pytest.mark.parametrize("field", ["did", "time", "active"])
@pytest.mark.parametrize("junk", [None, 3, [], {}, "2016-12-04", "2016-12-04T18:30:00", "9" * 5000])
def test_an_account_event_with_a_broken_field_is_malformed(field, junk):
    """No state without an account, an instant and the state itself."""
    whole = {"did": DID, "time": "2016-12-04T18:30:00Z", "active": True}
    assert account_event(whole) == AccountEvent(did=DID, at=AT, active=True, status=None)
    with pytest.raises(Malformed):
        account_event({**whole, field: junk})
    with pytest.raises(Malformed):
        account_event({name: value for name, value in whole.items() if name != field})


def test_an_identity_event_names_a_handle_or_none():
    """A handle that does not lead back to the account is said as none."""
    whole = {"did": DID, "time": "2016-12-04T18:30:00.000Z", "handle": "Witness.Example.org"}
    assert identity_event(whole).handle == "witness.example.org"
    assert identity_event({**whole, "handle": "handle.invalid"}).handle is None
    assert identity_event({**whole, "handle": "not a handle"}).handle is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59", "now"])
def test_an_instant_nobody_can_mean_is_malformed(text):
    """A zero is not a time, and an overflow is no crash."""
    with pytest.raises(Malformed):
        instant_of(text)


@pytest.mark.parametrize(
    ("collection", "rkey"), [("", "a"), (None, "a"), ("a.b.c", ".."), ("a.b.c", "a/b"), ("é", "a")]
)
def test_a_record_without_an_address_is_malformed(collection, rkey):
    """Two records may not fall together because a key was cut short."""
    with pytest.raises(Malformed):
        address_of(collection, rkey)


def test_the_archive_dates_a_record_by_what_it_says():
    """By createdAt, else by its key; never later than now, and by nothing where it says nothing."""
    later = AT + timedelta(days=1)
    assert made_at({"createdAt": "2016-12-04T18:30:00Z"}, "self", not_after=later) == AT
    assert made_at({"createdAt": "2999-12-04T18:30:00Z"}, "self", not_after=later) == later
    # 3l3qo2vuowo2b was made at 2024-09-09T19:46:02.102Z, says the example in Jetstream's own documentation.
    now = datetime(2026, 1, 1, tzinfo=UTC)
    dated = made_at({}, "3l3qo2vuowo2b", not_after=now)
    assert abs(dated - datetime(2024, 9, 9, 19, 46, 2, 102_000, tzinfo=UTC)) < timedelta(seconds=1)
    assert made_at({}, "self", not_after=now) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_nothing_in_a_record_stops_the_reading(anything):
    """Any JSON at all in any field gives an observation or `Malformed`, and nothing else."""
    record = anything if isinstance(anything, dict) else {"text": anything, "reply": anything, "langs": anything}
    assert observation(record_event(record=record), ORIGIN).kind in {Kind.POST, Kind.REPLY}
    assert handle_of(anything) is None or isinstance(anything, str)
    for reader in (did_of, instant_of):
        try:
            reader(anything)
        except Malformed:
            continue


CID = "bafkreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"
BLOB = {"$type": "blob", "ref": {"$link": CID}, "mimeType": "image/png", "size": 7}
IMAGES = {"$type": "app.bsky.embed.images", "images": [{"image": BLOB, "alt": ""}]}


@pytest.mark.parametrize(
    ("embed", "n_shown"),
    [
        (IMAGES, 1),
        ({"$type": "app.bsky.embed.video", "video": BLOB}, 1),
        ({"$type": "app.bsky.embed.recordWithMedia", "media": IMAGES, "record": {}}, 1),
        ({"$type": "app.bsky.embed.external", "external": {"uri": "https://example.org", "thumb": BLOB}}, 0),
        ({"images": [{"image": BLOB}] * 10_000}, MOST_BLOBS),
        (None, 0),
        ({"images": "many", "video": 7, "media": []}, 0),
        ({"images": [None, 7, {}, {"image": None}, {"image": {"ref": "x"}}, {"image": {"ref": {"$link": "../x"}}}]}, 0),
        ({"video": {"ref": {"$link": "b" * 10_000}}}, 0),
        ({"video": {"ref": b"x" * 36 * 10}}, 0),
    ],
)
def test_what_a_post_shows_is_named_and_nothing_else(embed, n_shown):
    """Its own pictures and video, not what it links to or quotes; whatever else stands there is no picture."""
    assert blobs_of(record_event(record={"text": "look", "embed": embed})) == (CID,) * n_shown


def test_a_picture_in_binary_is_the_same_picture():
    """The firehose writes a cid in 36 bytes, Jetstream as text."""
    digest = hashlib.sha256(b"a picture").digest()
    shown = blobs_of(record_event(record={"embed": {"video": {"ref": b"\x01\x55\x12\x20" + digest}}}))
    assert [libipld.decode_cid(cid)["hash"]["digest"] for cid in shown] == [digest]
    assert blobs_of(record_event(record={"embed": IMAGES}, collection="app.bsky.feed.repost")) == ()
    assert (
        blobs_of(
            RecordEvent(
                did=DID, at=AT, collection="app.bsky.feed.post", rkey="r", action="delete", revision="1", record=None
            )
        )
        == ()
    )
