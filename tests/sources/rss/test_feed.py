"""What a feed says is read whatever it is like; what is none is told."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.errors import Malformed
from vigil.sources.rss.feed import MOST_ENTRIES, read_feed

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>A desk</title><language>ar</language>
<item><guid>two</guid><link>https://desk.example/2</link><title>Second</title>
<description>&lt;p&gt;They are &lt;b&gt;near&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description>
<pubDate>Sun, 04 Dec 2016 20:30:00 +0200</pubDate>
<enclosure url="https://desk.example/2.jpg" type="image/jpeg" length="1"/></item>
<item><guid>one</guid><title>First&#xA;</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><updated>2016-12-05T00:00:00Z</updated>
<entry><id>urn:1</id><link href="https://desk.example/1"/><title type="text">a &lt;b&gt; c</title>
<content type="html">&lt;p&gt;Words&lt;/p&gt;&lt;p&gt;more&lt;/p&gt;</content><summary>no</summary>
<published>2016-12-04T18:30:00Z</published><updated>2016-12-04T19:00:00Z</updated></entry></feed>""".encode("utf-16")


def test_rss_is_read():
    """Ids, words without markup, dates in UTC, language and pictures."""
    feed = read_feed(RSS)
    two, one = feed.entries
    assert (two.id, two.link, two.lang) == ("two", "https://desk.example/2", "ar")
    assert two.text == "Second\nThey are near."
    assert two.published == datetime(2016, 12, 4, 18, 30, tzinfo=UTC)
    assert two.media == ("https://desk.example/2.jpg",)
    assert (one.id, one.text, one.published, one.updated) == ("one", "First", None, None)


def test_atom_is_read_in_any_coding():
    """With both its dates."""
    (entry,) = read_feed(ATOM).entries
    assert (entry.id, entry.text) == ("urn:1", "a <b> c\nWords\nmore")
    assert entry.published == datetime(2016, 12, 4, 18, 30, tzinfo=UTC)
    assert entry.updated == datetime(2016, 12, 4, 19, tzinfo=UTC)


def item(inner):
    return read_feed(b'<rss version="2.0"><channel>' + inner + b"</channel></rss>").entries


def test_an_entry_without_an_id_goes_by_its_link_or_its_words():
    """And is the same entry the next time; a monstrous id goes by its digest."""
    (linked,) = item(b"<item><link>https://a/1</link><title>x</title></item>")
    assert linked.id == "https://a/1"
    (bare,) = item(b"<item><title>x</title></item>")
    assert bare.id == item(b"<item><title>x</title></item>")[0].id
    assert bare.id != item(b"<item><title>y</title></item>")[0].id
    (long,) = item(b"<item><guid>" + b"g" * 100_000 + b"</guid></item>")
    assert long.id.startswith("sha256:")


def test_of_two_entries_of_one_id_the_later_counts_in_either_order():
    """A feed that lists both does not make an entry change to and fro."""
    old = b"<item><guid>a</guid><title>old</title><pubDate>Sun, 04 Dec 2016 20:30:00 GMT</pubDate></item>"
    new = b"<item><guid>a</guid><title>new</title><pubDate>Sun, 04 Dec 2016 21:30:00 GMT</pubDate></item>"
    assert [entry.text for entry in item(old + new)] == ["new"]
    assert [entry.text for entry in item(new + old)] == ["new"]


@pytest.mark.parametrize("date", ["Mon, 01 Jan 0001 00:00:00 GMT", "yesterday", "1970-01-01T00:00:00Z"])
def test_a_date_no_clock_has_shown_is_none(date):
    """It is not taken for a time at which somebody wrote."""
    assert item(f"<item><guid>a</guid><pubDate>{date}</pubDate></item>".encode())[0].published is None


def test_a_short_post_is_not_said_twice():
    """Feeds of short posts repeat their words as the title."""
    (entry,) = item(
        b"<item><guid>a</guid><title>They are near ...</title><description>They are near us.</description></item>"
    )
    assert entry.text == "They are near us."


def test_zero_bytes_and_lying_codings_do_no_harm():
    """What can be read is; no text holds what none can."""
    lying = RSS.replace(b"utf-8", b"utf-16").replace(b"Second", "Sec\x00ondحلب".encode())
    for content_type in (None, "text/xml; charset=utf-16", "text/xml; charset=nonsense", "image/png", "\x00;;=;"):
        two, _ = read_feed(lying, content_type=content_type).entries
        assert two.text.startswith("Secondحلب")


def test_no_entity_is_expanded_and_no_file_read():
    """A billion laughs stay one word, and /etc/passwd where it is."""
    bomb = b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    (entry,) = read_feed(
        bomb + b'<rss version="2.0"><channel><item><guid>i</guid><title>&b;&f;x</title></item></channel></rss>'
    ).entries
    assert "root:" not in (entry.text or "")
    assert len(entry.text or "") < 40


def test_a_feed_of_everything_ever_written_is_cut_to_its_newest():
    """In any order."""
    many = b"".join(
        b"<item><guid>%d</guid><pubDate>%d Dec 20%02d 00:00:00 GMT</pubDate></item>" % (n, 1 + n % 28, n % 20)
        for n in range(MOST_ENTRIES + 500)
    )
    entries = item(many)
    assert len(entries) == MOST_ENTRIES
    assert min(entry.published.year for entry in entries) >= 2003


@pytest.mark.parametrize(
    "document",
    [b"", b"{}", b"<html><body>Sign in</body></html>", b"<html></rss>", RSS[:-30], RSS[: len(RSS) // 2], b"\0" * 1000],
)
def test_what_is_no_feed_or_not_whole_is_told(document):
    """An entry cut in its middle is not heard as if that were all of it."""
    with pytest.raises(Malformed):
        read_feed(document)


@given(st.binary(max_size=300), st.integers(0, len(RSS)), st.integers(0, 50))
@settings(max_examples=150, deadline=None)
def test_no_damage_is_more_than_malformed(junk, at, n):
    """Bytes put in, taken out, and written over."""
    try:
        feed = read_feed(RSS[:at] + junk + RSS[at + n :])
    except Malformed:
        return
    for entry in feed.entries:
        entry.id.encode()
        assert entry.text is None or entry.text
