"""A message in Telegram's own form is told as an export tells it."""

from datetime import UTC, datetime

import pytest
from telegram_session import BEGAN, Room
from telethon.extensions import BinaryReader
from telethon.tl import types

from vigil.model.errors import Malformed
from vigil.model.observation import Kind
from vigil.sources.telegram.messages import is_empty, post_of

LATER = datetime(2026, 1, 6, tzinfo=UTC)


def test_words_and_time():
    """And the bytes read back as the same message."""
    said = Room().say("the water is back 🌾")
    post = post_of(said)
    assert (post.id, post.text, post.kind, post.edited, post.published_at) == (
        1,
        "the water is back 🌾",
        Kind.POST,
        False,
        said.date,
    )
    again = BinaryReader(post.raw).tgread_object()
    assert (again.id, again.message, again.date) == (said.id, said.message, said.date)


def test_an_edit_has_its_time_and_a_hidden_one_is_none():
    """Telegram marks some changes, such as of a count, as not to be shown."""
    assert post_of(Room().say(edit_date=LATER)).edited_at == LATER
    assert post_of(Room().say(edit_date=LATER, edit_hide=True)).edited_at is None


def test_forwarded_and_answered():
    """As in an export: a channel by its number, a person left out."""
    header = types.MessageFwdHeader(date=BEGAN, from_id=types.PeerChannel(99), channel_post=5)
    assert (post_of(Room().say(fwd_from=header)).kind, post_of(Room().say(fwd_from=header)).repost_of) == (
        Kind.REPOST,
        "channel99",
    )
    of_a_person = types.MessageFwdHeader(date=BEGAN, from_id=types.PeerUser(5), from_name="Somebody")
    assert post_of(Room().say(fwd_from=of_a_person)).repost_of is None
    answer = post_of(Room().say(reply_to=types.MessageReplyHeader(reply_to_msg_id=4)))
    assert (answer.kind, answer.reply_to) == (Kind.REPLY, "4")
    elsewhere = types.MessageReplyHeader(reply_to_msg_id=4, reply_to_peer_id=types.PeerChannel(9))
    assert post_of(Room().say(reply_to=elsewhere)).kind is Kind.POST


def test_what_telegram_says_itself():
    """Is nobody's post; that a channel was made is told apart."""
    room = Room()
    room.notice(types.MessageActionChannelCreate(title="A title"))
    room.notice(types.MessageActionChatEditTitle(title="Another"))
    assert [(post_of(each).service, post_of(each).created) for each in room.messages.values()] == [
        (True, True),
        (True, False),
    ]
    assert is_empty(types.MessageEmpty(id=1, peer_id=None))


@pytest.mark.parametrize(
    "thing", [None, 5, types.MessageEmpty(id=1, peer_id=None), types.PeerUser(1), Room().say(number=-1)]
)
def test_what_is_no_message_is_refused(thing):
    """Without number or time."""
    with pytest.raises(Malformed):
        post_of(thing)


def test_what_cannot_be_written_is_refused():
    """There would be no bytes to keep."""
    said = Room().say()
    said.message = object()
    with pytest.raises(Malformed):
        post_of(said)
