"""What a feed says: RSS 0.9 to 2.0 and Atom, as `feedparser` reads them, from bytes alone.

It runs in a process of its own (`sources.apart`): a short document can keep feedparser busy for hours. Nothing is
fetched, no entity is expanded beyond a character, and no date is believed that no clock has shown.
"""

import calendar
import hashlib
import io
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from vigil.model.errors import Malformed
from vigil.sources.characters import decoded
from vigil.sources.html_words import words

MOST_ENTRIES = 2_000
"""Of one feed; of a longer one, the newest. Feeds that hold everything ever written have some hundreds."""

MOST_CHARACTERS = 100_000
"""Of an entry's words: a book's chapter."""

MOST_ID = 512
"""Characters of an entry's id; a longer one is known by its digest."""

_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)  # before there were feeds: a clock that was never set

_BEGIN = re.compile(r"<(?:[a-z]{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_END = re.compile(r"</\s{0,9}(?:rss|feed|channel|[a-z]{0,20}:?rdf)\s{0,9}>", re.IGNORECASE)

_DECLARATION = re.compile(r"\s{0,99}<\?xml[^>]{0,999}>")
"""It names the coding the document came in; it is read in ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. Instants are the feed's claims."""

    id: str
    position: int  # in the document, from 0
    published: datetime | None
    updated: datetime | None
    text: str | None  # title and words, without markup
    link: str | None
    lang: str | None
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed holds now: a window on what was written last."""

    entries: tuple[Entry, ...]  # each id once
    updated: datetime | None
    n_repeated: int  # entries whose id stood there before


def read_feed(document: bytes, *, content_type: str | None = None, url: str = "") -> Feed:
    """The feed that a document is.

    Args:
        document: As it came, uncompressed.
        content_type: As the server said; it may name the characters' coding, rightly or not.
        url: Where it came from, for addresses that are relative to it.
    Raises:
        Malformed: It is no feed, or not whole.
    """
    import feedparser

    text = decoded(document, content_type)
    if not _BEGIN.search(text[:100_000]):
        raise Malformed("it is no feed: what begins one is missing")
    if not _END.search(text[-4096:]):
        raise Malformed("it is no feed, or was cut short: what ends a feed is missing")
    parsed = feedparser.parse(
        io.BytesIO(_without_declaration(text).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version"):
        raise Malformed("it is no feed that is known")
    feed, lang = parsed["feed"], _said(parsed["feed"], "language")
    found = [_entry(entry, position, lang, url) for position, entry in enumerate(parsed["entries"])]
    once: dict[str, Entry] = {}
    for entry in found:
        before = once.get(entry.id)
        if before is None or _newer(entry, before):
            once[entry.id] = entry
    entries = sorted(once.values(), key=lambda entry: entry.position)
    if len(entries) > MOST_ENTRIES:
        newest = sorted(entries, key=lambda entry: entry.published or _EARLIEST, reverse=True)
        entries = sorted(newest[:MOST_ENTRIES], key=lambda entry: entry.position)
    return Feed(
        entries=tuple(entries),
        updated=_instant(feed, "updated_parsed") or _instant(feed, "published_parsed"),
        n_repeated=len(found) - len(once),
    )


def _without_declaration(text: str) -> str:
    declared = _DECLARATION.match(text)
    return text[declared.end() :] if declared else text


def _newer(entry: Entry, than: Entry) -> bool:
    """Of two that claim one id: the one changed last, told without regard to their order."""
    return _rank(entry) > _rank(than)


def _rank(entry: Entry) -> tuple[datetime, str]:
    return entry.updated or entry.published or _EARLIEST, entry.text or ""


def _entry(said: Mapping[str, object], position: int, lang: str | None, url: str) -> Entry:
    text, link, published = _text(said), _said(said, "link"), _instant(said, "published_parsed")
    # An id made of what stands there serves to know it again as long as it stands there unchanged.
    made = hashlib.sha256("\0".join((text or "", str(published))).encode()).hexdigest()
    named = _said(said, "id") or link or f"sha256:{made}"
    if len(named) > MOST_ID:
        named = f"sha256:{hashlib.sha256(named.encode()).hexdigest()}"
    return Entry(
        id=named,
        position=position,
        published=published,
        updated=_instant(said, "updated_parsed"),
        text=text,
        link=_absolute(url, link) if link and link != named else _absolute("", named),
        lang=_language(said) or lang,
        media=_media(said, url),
    )


def _text(said: Mapping[str, object]) -> str | None:
    """Title and words; the title alone where the words repeat it, as feeds of short posts do."""
    title, body = _words(_get(said, "title_detail")), ""
    contents = _get(said, "content")
    for content in contents if isinstance(contents, list) else []:
        body = body or _words(content)
    body = body or _words(_get(said, "summary_detail"))
    begins = title.rstrip("….").strip()
    both = body if begins and body.startswith(begins) else "\n".join(part for part in (title, body) if part)
    return both[:MOST_CHARACTERS] or None


def _words(detail: object) -> str:
    if not isinstance(detail, Mapping):
        return ""
    value = _said(detail, "value") or ""
    return words(value) if "html" in str(_get(detail, "type")) else value.strip()


def _media(said: Mapping[str, object], url: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name, key in (("links", "href"), ("media_content", "url")):
        several = _get(said, name)
        for one in several[:100] if isinstance(several, list) else []:
            if name == "links" and _said(one, "rel") != "enclosure":
                continue
            address = _absolute(url, _said(one, key) or "")
            if address is not None:
                found[address] = None
    return tuple(found)


def _absolute(url: str, address: str) -> str | None:
    """The address of a page, made whole by where the feed was had from. None: it is none."""
    try:
        whole = urljoin(url, address)
    except ValueError:
        return None
    return whole if address and whole.startswith(("https://", "http://")) else None


def _language(said: Mapping[str, object]) -> str | None:
    for name in ("title_detail", "summary_detail"):
        detail = _get(said, name)
        if isinstance(detail, Mapping) and (lang := _said(detail, "language")):
            return lang
    return None


def _said(said: Mapping[str, object], name: str) -> str | None:
    """A text, without what no text holds: zero bytes and halves of characters."""
    value = _get(said, name)
    if not isinstance(value, str):
        return None
    return value.replace("\0", "").encode("utf-8", "replace").decode().strip() or None


def _instant(said: Mapping[str, object], name: str) -> datetime | None:
    """A date as feedparser understood it; one without a zone is taken to be in UTC."""
    value = _get(said, name)
    if not isinstance(value, time.struct_time):
        return None
    try:
        at = datetime.fromtimestamp(calendar.timegm(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return at if at >= _EARLIEST else None


def _get(said: Mapping[str, object], name: str) -> object:
    """What stands there under this very name: feedparser's own look-up gives one date in place of another."""
    return dict.get(said, name) if isinstance(said, dict) else None
