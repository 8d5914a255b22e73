"""One channel after the other through the preview: what is new is heard once and in order, whatever the site does."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram_stand_in import EAR, HTML, PAGE, Telegram

from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing
from vigil.model.observation import AccountState, Kind
from vigil.sources.live.rounds import Unanswered
from vigil.sources.telegram.asker import MOST_PAGES, Asker
from vigil.sources.telegram.memory import Memory
from vigil.sources.telegram.pages import PreviewPages
from vigil.sources.telegram.site import Site
from vigil.sources.telegram.telling import Telling


def now():
    return datetime.now(UTC)


class Turns:
    """Turns of some channels, one after the other."""

    def __init__(self, site, *watched, cursor=None, heard_until=None, clock=now):
        self.site, self.watched = site, watched
        self.memory, self.telling = Memory(watched, cursor), Telling(EAR)
        self.heard_until, self.clock = heard_until or {}, clock
        self.asker = None

    def turn(self, watched=None):
        """What an asking brings, and why it ended, if it did not end well."""

        async def ask():
            async with Site(self.site.address, clock=self.clock) as site:
                pages = PreviewPages(site, self.telling)
                if self.asker is None:
                    self.asker = Asker(pages, self.memory, self.telling, self.heard_until, clock=self.clock)
                self.asker._pages = pages
                items = []
                try:
                    async for item in self.asker.ask(watched or self.watched[0]):
                        items.append(item)  # noqa: PERF401 - what came before it broke off counts
                except Unanswered as unanswered:
                    return items, unanswered
                return items, None

        return asyncio.run(ask())

    def heard(self):
        items, unanswered = self.turn()
        assert unanswered is None
        return items


@pytest.fixture
def site():
    with Telegram().running() as running:
        yield running


def seen(items):
    return [
        (each.kind, each.post, each.text) for item in items if isinstance(item, Heard) for each in item.observations
    ]


def posts(items):
    return [int(post) for kind, post, _ in seen(items) if kind is Kind.POST]


def gaps(items):
    return [item for item in items if isinstance(item, Gap)]


def fillings(items):
    return [item for item in items if isinstance(item, Filled)]


def test_a_first_turn_gives_what_there_is(site):
    """The newest page, filled from the beginning; each post in its own bytes and nobody else's."""
    channel = site.channel()
    channel.say(service=True, text="Channel created")
    channel.say("the water is back")
    channel.say("two lines\nof <words> & signs")
    turns = Turns(site, channel.watched())
    items = turns.heard()
    assert seen(items) == [
        (Kind.ACCOUNT_STATE, None, None),
        (Kind.POST, "2", "the water is back"),
        (Kind.POST, "3", "two lines\nof <words> & signs"),
    ]
    first, second, third = [item for item in items if isinstance(item, Heard)]
    assert first.observations[0].state is AccountState.ACTIVE
    assert b"the water is back" in second.raw
    assert b"two lines" not in second.raw
    assert second.backfilled
    assert second.observations[0].published_at == channel.messages[2].when
    assert second.observations[0].url == "https://t.me/swallow_news/2"
    assert "swallow" not in third.url
    assert "set-cookie" not in third.headers
    assert third.status == 200
    (filled,) = fillings(items)
    assert (filled.begin, filled.account) == (None, channel.watched().account)


def test_what_is_new_is_given_once_and_in_order(site):
    """Turn after turn, whatever order a page has it in, and however often."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    assert turns.heard() == []
    channel.say("two")
    channel.say("three")
    channel.repeat = channel.backwards = True
    items = turns.heard()
    assert posts(items) == [2, 3]
    assert not any(item.backfilled for item in items)
    assert turns.heard() == []
    assert turns.asker.n_repeated > 0


def test_more_than_a_page_is_read_back_to_what_is_known(site):
    """Nothing between is lost, and there is no gap."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    for n in range(2, 5 * PAGE):
        channel.say(f"post {n}")
    items = turns.heard()
    assert posts(items) == list(range(2, 5 * PAGE))
    assert gaps(items) == []


def test_a_first_watch_reads_the_past_some_pages_a_turn(site):
    """And says that it is filled when it is."""
    channel = site.channel()
    for n in range(1, 9 * PAGE):
        channel.say(f"post {n}")
    turns = Turns(site, channel.watched())
    first = turns.heard()
    assert fillings(first) == []
    second = turns.heard()
    assert [(each.begin, each.end < now()) for each in fillings(second)] == [(None, True)]
    assert sorted(posts(first + second)) == list(range(1, 9 * PAGE))
    assert turns.heard() == []


def test_what_is_too_far_back_is_a_gap(site):
    """More than is read for one channel."""
    channel = site.channel()
    for n in range(1, (MOST_PAGES + 3) * PAGE):
        channel.say(f"post {n}")
    turns = Turns(site, channel.watched())
    items = [item for _ in range(MOST_PAGES // 5 + 2) for item in turns.heard()]
    (gap,) = gaps(items)
    assert (gap.why, gap.begin) == (Missing.TOO_OLD, None)
    assert [each.begin for each in fillings(items)] == [gap.end]


def test_an_edit_is_heard(site):
    """By its words, or by the mark alone; dated by our clock, and once."""
    channel = site.channel()
    channel.say("bread at nine")
    channel.say("a picture", photo="https://cdn.example/a.jpg")
    turns = Turns(site, channel.watched())
    turns.heard()
    channel.messages[1].text, channel.messages[1].edited = "bread at ten", True
    channel.messages[2].edited = True
    before = now()
    items = turns.heard()
    assert seen(items) == [(Kind.EDIT, "1", "bread at ten"), (Kind.EDIT, "2", "a picture")]
    assert items[0].observations[0].published_at >= before
    assert turns.heard() == []
    channel.messages[1].text = "bread at nine"
    assert seen(turns.heard()) == [(Kind.EDIT, "1", "bread at nine")]


def test_a_post_that_is_gone_is_a_deletion(site):
    """Where its own page says so; even the newest. The bytes are that page's."""
    channel = site.channel()
    for n in range(1, 6):
        channel.say(f"post {n}")
    turns = Turns(site, channel.watched())
    turns.heard()
    del channel.messages[3], channel.messages[5]
    before = now()
    items = turns.heard()
    assert seen(items) == [(Kind.DELETE, "3", None), (Kind.DELETE, "5", None)]
    assert b"Post not found" in items[0].raw
    assert before <= items[0].observations[0].published_at <= now()
    assert turns.heard() == []


def test_an_old_copy_of_a_page_deletes_nothing(site):
    """A page that leaves out what is there is not believed, and not asked after again and again."""
    channel = site.channel()
    for n in range(1, 6):
        channel.say(f"post {n}")
    turns = Turns(site, channel.watched())
    turns.heard()
    channel.hidden = {2, 5}
    assert turns.heard() == []
    asked = len(site.seen)
    assert turns.heard() == []
    assert len(site.seen) == asked + 1
    channel.hidden = set()
    assert turns.heard() == []


def test_numbers_that_are_skipped_are_looked_for_and_then_a_gap(site):
    """What shows on a second look is given; what does not is a stretch that was not heard, between the posts around."""
    channel = site.channel()
    channel.say("one", at=now() - timedelta(hours=1))
    turns = Turns(site, channel.watched())
    turns.heard()
    channel.say("two", at=now())
    channel.say("five", number=5, at=now() + timedelta(milliseconds=300))
    items = turns.heard()
    assert posts(items) == [2, 5]
    (gap,) = gaps(items)
    assert gap.why is Missing.NUMBERS_SKIPPED
    assert (gap.begin, gap.end) == (channel.messages[2].at, channel.messages[5].at)
    assert turns.heard() == []

    def left_out_of_the_newest(path, asked):
        channel.hidden = set() if "before" in asked else {6}

    channel.say("six")
    channel.say("seven")
    site.broken = left_out_of_the_newest
    items = turns.heard()
    assert (posts(items), gaps(items)) == ([6, 7], [])


def test_what_telegram_says_itself_skips_no_number_and_is_no_post(site):
    """Nor do the other pictures of an album."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    channel.say("Channel photo updated", service=True)
    channel.say("three pictures", album=(4, 5))
    channel.say("six", number=6)
    items = turns.heard()
    assert (posts(items), gaps(items)) == ([3, 6], [])
    assert [media.url for item in items for media in item.media] == [f"https://cdn.example/{n}.jpg" for n in (3, 4, 5)]
    del channel.messages[2]
    assert turns.heard() == []


def test_an_album_that_loses_its_first_picture_is_no_new_post(site):
    """It is shown under the number of the second."""
    channel = site.channel()
    channel.say("pictures", album=(2, 3))
    turns = Turns(site, channel.watched())
    turns.heard()
    del channel.messages[1]
    channel.say("pictures", number=2, album=(3,))
    assert seen(turns.heard()) == [(Kind.DELETE, "1", None)]


def test_after_a_restart_nothing_is_given_twice_and_nothing_lost(site):
    """From the cursor: new, edited and deleted; the time between is filled."""
    channel = site.channel()
    for n in range(1, 8):
        channel.say(f"post {n}")
    first = Turns(site, channel.watched())
    first.heard()
    stopped = now()
    channel.say("post 8")
    channel.messages[6].text = "changed"
    del channel.messages[7]
    second = Turns(
        site, channel.watched(), cursor=first.memory.cursor(), heard_until={channel.watched().account: stopped}
    )
    items = second.heard()
    assert seen(items) == [
        (Kind.EDIT, "6", "changed"),
        (Kind.POST, "8", "post 8"),
        (Kind.DELETE, "7", None),
    ]
    assert [(each.begin, each.account) for each in fillings(items)] == [(stopped, channel.watched().account)]
    assert second.heard() == []


def test_where_the_cursor_is_lost_it_is_read_back_to_what_was_heard(site):
    """Some comes again; nothing is missed."""
    channel = site.channel()
    for n in range(1, 5 * PAGE):
        channel.say(f"post {n}")
    until = channel.messages[2 * PAGE].when
    turns = Turns(site, channel.watched(), heard_until={channel.watched().account: until})
    items = turns.heard()
    assert set(posts(items)) >= set(range(2 * PAGE, 5 * PAGE))
    assert [each.begin for each in fillings(items)] == [until]


def test_a_new_name_is_told(site):
    """Where the old one still leads to the channel; from then on it is asked for by the new one."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    site.rename(channel, "swallow_two")
    (heard,) = turns.heard()
    assert [each.handle for each in heard.handles] == ["swallow_two"]
    assert heard.account == channel.watched().account
    assert turns.heard() == []
    assert "/s/swallow_two" in site.seen[-1]


def test_another_channel_under_the_name_is_not_heard(site):
    """Not a word of it is anybody's who is watched."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    other = site.channel(number=1500002)
    other.say("words of a stranger")
    items, unanswered = turns.turn()
    assert (items, unanswered.why, unanswered.everyone) == ([], Deafness.NOT_THERE, False)


@pytest.mark.parametrize("change", ["deleted", "no preview", "emptied", "no number"])
def test_a_channel_that_is_not_shown_is_not_heard(site, change):
    """And nothing of it is called deleted."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    match change:
        case "deleted":
            site.channels.clear()
        case "no preview":
            channel.has_preview = False
        case "emptied":
            channel.messages.clear()
        case "no number":
            channel.with_number = False
    items, unanswered = turns.turn()
    assert items == []
    assert unanswered.why is (Deafness.REFUSED if change == "no number" else Deafness.NOT_THERE)
    assert not unanswered.everyone


def test_an_empty_channel_is_heard_and_then_speaks(site):
    """That it says nothing is known."""
    channel = site.channel()
    turns = Turns(site, channel.watched())
    assert len(fillings(turns.heard())) == 1
    channel.say("first words", number=2)
    assert posts(turns.heard()) == [2]


def test_nothing_found_is_what_it_says_to_those_who_ask_too_often(site):
    """So it is no silence."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    empty = replace(channel, messages={})
    site.broken = lambda path, asked: (200, HTML, nothing(empty))
    items, unanswered = turns.turn()
    assert (items, unanswered.why) == ([], Deafness.RATE_LIMITED)


def nothing(channel):
    from telegram_stand_in import page

    return page(channel, before=1)


LOGIN = b"<html><body><form><input type='password' name='p'></form></body></html>"
CAPTCHA = b"<html><body><div class='g-recaptcha'></div></body></html>"


@pytest.mark.parametrize(
    ("answer", "why", "everyone", "wait_s"),
    [
        ((429, {"Retry-After": "120"}, b""), Deafness.RATE_LIMITED, True, 120.0),
        ((429, {}, b""), Deafness.RATE_LIMITED, True, None),
        ((503, {"Retry-After": "7"}, b""), Deafness.REFUSED, True, 7.0),
        ((503, {}, b""), Deafness.REFUSED, True, None),
        ((500, {}, b""), Deafness.REFUSED, False, None),
        ((404, {}, b""), Deafness.NOT_THERE, False, None),
        ((403, {}, b""), Deafness.LOGGED_OUT, True, None),
        ((200, HTML, LOGIN), Deafness.LOGGED_OUT, True, None),
        ((200, HTML, CAPTCHA), Deafness.LOGGED_OUT, True, None),
        ((302, {"Location": "https://wall.example/login"}, b""), Deafness.LOGGED_OUT, True, None),
        ((302, {"Location": "https://wall.example/"}, b""), Deafness.REFUSED, True, None),
        ((200, HTML, b""), Deafness.REFUSED, True, None),
        ((200, {}, b'{"posts": []}'), Deafness.REFUSED, True, None),
        ((200, HTML, b"tgme_channel_history" + b"<div>" * 2_000_000 + b"</html>"), Deafness.REFUSED, False, None),
    ],
)
def test_every_way_of_not_answering_is_told_apart(site, answer, why, everyone, wait_s):
    """And none is silence, or stops anything."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    site.broken = lambda path, asked: answer
    items, unanswered = turns.turn()
    assert items == []
    assert (unanswered.why, unanswered.everyone, unanswered.retry_after_s) == (why, everyone, wait_s)
    site.broken = lambda path, asked: None
    channel.say("two")
    assert posts(turns.heard()) == [2]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_page_cut_short_says_nothing(site, share):
    """No edit, no deletion."""
    channel = site.channel()
    for n in range(1, 30):
        channel.say(f"post {n} " + "word " * 50)
    turns = Turns(site, channel.watched())
    turns.heard()
    site.cut = lambda body: body[: int(len(body) * share)]
    items, unanswered = turns.turn()
    assert (items, unanswered.why) == ([], Deafness.REFUSED)
    assert turns.asker.n_malformed == 1


def test_a_message_that_cannot_be_read_is_a_gap_once(site):
    """The others are heard."""
    channel = site.channel()
    channel.say("one")
    turns = Turns(site, channel.watched())
    turns.heard()
    channel.say("two")
    channel.say("three")
    when = channel.messages[2].when.isoformat().encode()
    site.cut = lambda body: body.replace(when, b"yesterday")
    items = turns.heard()
    assert posts(items) == [3]
    assert [gap.why for gap in gaps(items)] == [Missing.UNREADABLE]
    assert turns.heard() == []
    assert turns.asker.n_malformed == 1


def test_a_name_or_number_that_is_none_is_said(site):
    """Without asking anyone."""
    channel = site.channel()
    for wrong in (replace(channel.watched(), handle="A Title With Blanks"), replace(channel.watched(), handle=None)):
        assert Turns(site, wrong).turn()[1].why is Deafness.NOT_THERE
    assert site.seen == []
