"""What is known of each channel goes through the cursor unharmed, and what is no cursor of ours says nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram_stand_in import Channel

from vigil.model.heard import Cursor
from vigil.sources.telegram.memory import MOST_POSTS, Memory, Past

WATCHED = Channel("swallow_news", 1500001).watched()
AT = datetime(2026, 1, 5, 7, tzinfo=UTC)


def filled(n=3):
    memory = Memory([WATCHED], None)
    channel = memory.of(WATCHED.account)
    for number in range(1, n + 1):
        channel.remember(number, f"told{number}")
    channel.asked_at = channel.newest_at = AT
    channel.past = Past(before=2, end=AT, n_pages=3, oldest_at=AT)
    channel.access, channel.name = -17, "swallow_two"
    return memory


def test_it_comes_back_as_it_was():
    """Posts, the newest, the name, and how far the past was read."""
    again = Memory([WATCHED], filled().cursor()).of(WATCHED.account)
    before = filled().of(WATCHED.account)
    for what in ("posts", "newest", "newest_at", "asked_at", "past", "access", "name"):
        assert getattr(again, what) == getattr(before, what), what
    assert not again.here


def test_it_is_bounded():
    """Some kilobytes a channel, of however many posts."""
    memory = filled(5000)
    assert len(memory.of(WATCHED.account).posts) <= 2 * MOST_POSTS
    assert len(memory.cursor()) < 3000
    assert memory.of(WATCHED.account).newest == 5000


def test_who_is_not_watched_any_more_is_forgotten():
    """And who is new begins without anything known."""
    memory = filled()
    other = Channel("other_news", 7).watched()
    memory.watch([other])
    assert [channel.account for channel in memory.all()] == [other.account]
    assert memory.of(other.account).posts == {}
    assert "swallow" not in memory.cursor()


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "[]", "{}", '{"v":2,"of":{}}', '{"v":1}', '{"v":1,"of":[]}', '{"v":1,"of":{"1500001":[]}}', "[" * 100_000]
    + [
        '{"v":1,"of":{"1500001":' + state + "}}"
        for state in ('{"k":1}', '{"k":{},"n":"x"}', '{"k":{"x":1},"n":1,"t":1e300,"u":5,"p":[1]}', "null")
    ],
)
def test_what_is_no_cursor_says_nothing(cursor):
    """Then everything is as on a first watch."""
    assert Memory([WATCHED], Cursor(cursor)).of(WATCHED.account).posts == {}


@given(st.text(max_size=200))
def test_any_text_is_no_harm(text):
    """As a cursor."""
    Memory([WATCHED], Cursor(text)).cursor()
