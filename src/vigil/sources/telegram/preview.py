"""A page of the public preview, t.me/s/NAME: the last twenty or so messages of a channel, and what stands at its head.

Telegram does not describe these pages; what is read was taken from what others found in them (the programs tchan,
snscrape and RSSHub, and pages printed in public repositories). A message's block names its channel and number
(`data-post="name/123"`), and in `data-view`, base64 of JSON, the channel's own number with a minus before it (`c`). The
post's words stand in `tgme_widget_message_text`, its time in the `datetime` of the link with its date, and "edited"
before that.

Each message is kept by itself, in the very bytes it stands in: so what its author deletes does not live on in the bytes
of its neighbours.
"""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from lxml import etree, html

from vigil.model.errors import Malformed
from vigil.model.observation import Kind
from vigil.sources.telegram.post import Post

MOST_BYTES = 5_000_000
"""Of a page. Twenty posts of the longest, with their markup, are under 1 MB."""

MOST_MESSAGES = 200
"""A page with more is not what was asked for."""

MOST_BLOCK_BYTES = 1_000_000

_BEGIN = re.compile(rb'<div class="tgme_widget_message_wrap[ "]')
_MESSAGE = re.compile(rb'data-post=|class="tgme_widget_message[ "]')
_ENDS = (b"</section>", b"</main>", b"</body>")
_POST = re.compile(r"([A-Za-z0-9_]{1,64})/([1-9][0-9]{0,9})")
_LINK = re.compile(r"https?://t\.me/(?:s/)?([A-Za-z0-9_]{1,64}|c/[0-9]+)/([1-9][0-9]{0,9})(\?single)?(?:[?#&].*)?")
_BACKGROUND = re.compile(r"background-image:\s*url\(['\"]?(https://[^'\")\s]{1,2000})['\"]?\)")
_PASSWORD = re.compile(rb"type\s*=\s*[\"']?password\b|g-recaptcha|h-captcha|cf-turnstile|cf-challenge", re.IGNORECASE)
_EMPTY = b'class="tme_no_messages_found"'
_NO_POST = "post not found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page of a channel says.

    Attributes:
        name: The channel's public name, as its messages or its head say. None: neither does.
        number: The channel's number, as its messages say. None: there is none, or none says so.
        posts: In order of their numbers, each once.
        unreadable: The bytes of blocks that could not be read.
        n_repeated: Messages that stood there more than once.
        says_nothing_found: It says that there are no messages. Telegram also says so when it is asked too often.
        has_earlier: There are earlier messages.
        head: The bytes that name the channel, where they are not those of its messages.
    """

    name: str | None
    number: int | None
    posts: tuple[Post, ...]
    unreadable: tuple[bytes, ...] = ()
    n_repeated: int = 0
    says_nothing_found: bool = False
    has_earlier: bool = False
    head: bytes | None = None


def read_page(body: bytes) -> Page:
    """The page of a channel that these bytes are.

    Raises:
        Malformed: They are something else, or not whole.
    """
    if len(body) > MOST_BYTES:
        raise Malformed("page: larger than any page of a channel")
    if b"tgme_channel_history" not in body or b"</html>" not in body[-4096:]:
        raise Malformed("page: no page of a channel, or cut short")
    blocks = list(_blocks(body))
    if len(blocks) > MOST_MESSAGES:
        raise Malformed("page: more messages than a page has")
    says_nothing, unreadable = False, []
    names: dict[str, None] = {}
    numbers: set[int] = set()
    posts: dict[int, Post] = {}
    n_repeated = 0
    for raw in blocks:
        if _MESSAGE.search(raw) is None:  # a link to earlier messages, a date between them
            says_nothing = says_nothing or _EMPTY in raw
            continue
        try:
            name, number, post = _read_block(raw)
        except Malformed:
            unreadable.append(raw)
            continue
        names[name] = None
        numbers |= {number} if number is not None else set()
        n_repeated += post.id in posts
        posts[post.id] = post
    if len(names) > 1 or len(numbers) > 1:
        raise Malformed("page: messages of more than one channel")
    return Page(
        name=next(iter(names), None) or _named(body),
        number=next(iter(numbers), None),
        posts=tuple(_alone(posts[each], posts) for each in sorted(posts)),
        unreadable=tuple(unreadable),
        n_repeated=n_repeated,
        says_nothing_found=says_nothing,
        has_earlier=b"data-before=" in body,
    )


def asks_who_is_there(body: bytes) -> bool:
    """Whether a page asks for a password, or whether a person looks at it."""
    return _PASSWORD.search(body[:MOST_BYTES]) is not None


def says_post_is_gone(body: bytes) -> bool:
    """Whether the page of a single post (t.me/NAME/123?embed=1) says that there is no such post."""
    if len(body) > MOST_BYTES or b"tgme_widget_message_error" not in body or b"data-post=" in body:
        return False
    for each in _tree(body).iter("div"):
        if "tgme_widget_message_error" in (each.get("class") or "").split():
            return _NO_POST in " ".join(str(each.xpath("string()")).lower().split())
    return False


def shows_post(body: bytes) -> bool:
    """Whether the page of a single post shows one."""
    return len(body) <= MOST_BYTES and b"data-post=" in body and b"tgme_widget_message_error" not in body


def what_stands_there(body: bytes) -> str | None:
    """What a t.me/NAME page is about: "channel", "group" or "person". None: nobody goes by the name."""
    if len(body) > MOST_BYTES or b"tgme_page_title" not in body:
        return None
    for each in _tree(body).iter("div"):
        if "tgme_page_extra" in (each.get("class") or "").split():
            said = str(each.xpath("string()")).lower()
            if "subscriber" in said:
                return "channel"
            return "group" if "member" in said or "online" in said else "person"
    return "person"


def _blocks(body: bytes) -> Iterator[bytes]:
    """Each message's bytes as they came: from where its block begins to where the next does, or the list ends."""
    begins = [found.start() for found in _BEGIN.finditer(body)]
    for begin, following in zip(begins, [*begins[1:], None], strict=False):
        ends = [at for end in _ENDS if (at := body.find(end, begin)) >= 0] if following is None else []
        yield body[begin : following or min(ends, default=len(body))]


def _alone(post: Post, posts: Mapping[int, Post]) -> Post:
    """A post without parts that stand on the page by themselves."""
    return replace(post, parts=tuple(part for part in post.parts if part not in posts))


def _read_block(raw: bytes) -> tuple[str, int | None, Post]:
    if len(raw) > MOST_BLOCK_BYTES:
        raise Malformed("message: larger than any message")
    tree = _tree(raw)
    block = next((each for each in tree.iter("div") if each.get("data-post")), None)
    named = _POST.fullmatch(block.get("data-post")) if block is not None else None
    if block is None or named is None:
        raise Malformed("data-post: missing, or no name and number")
    name, number = named[1], int(named[2])
    classes = _classes(block)
    post = Post(
        id=number,
        raw=raw,
        published_at=_published_at(block),
        parts=_parts(block, name, number),
        text=_text(block),
        edited=_is_edited(block),
        client=_one(block, "tgme_widget_message_via_bot"),
        media=_media(block),
        service="service_message" in classes,
    )
    if post.service:
        created = (post.text or "").strip().lower() == "channel created"
        return name, _channel(block), replace(post, parts=(), created=created, media=(), edited=False)
    return name, _channel(block), _related(block, name, post)


def _tree(raw: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    text = raw.decode("utf-8", "replace").replace("\0", "\ufffd")
    try:
        return html.fromstring(f"<div>{text}</div>", parser=html.HTMLParser(encoding=None, huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise Malformed("page: cannot be read as HTML") from error


def _classes(element: Any) -> list[str]:  # noqa: ANN401
    return (element.get("class") or "").split()


def _having(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """Every element below that has a class."""
    for each in element.iter(etree.Element):
        if name in _classes(each):
            yield each


def _one(element: Any, name: str) -> str | None:  # noqa: ANN401
    found = next(_having(element, name), None)
    return None if found is None else str(found.xpath("string()")).strip() or None


def _channel(block: Any) -> int | None:  # noqa: ANN401
    """The channel's number in `data-view`."""
    coded = block.get("data-view") or ""
    try:
        said = json.loads(urlsafe_b64decode(coded + "=" * (-len(coded) % 4)))
        number = said["c"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return -number if type(number) is int and -(10**18) < number < 0 else None


def _published_at(block: Any) -> datetime:  # noqa: ANN401
    dated = [time for link in _having(block, "tgme_widget_message_date") for time in link.iter("time")]
    for time in [*dated, *block.iter("time")]:
        said = time.get("datetime")
        if said:
            try:
                at = datetime.fromisoformat(said)
                return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)
            except (ValueError, OverflowError) as error:
                raise Malformed("datetime: not an instant") from error
    raise Malformed("datetime: missing")


def _is_edited(block: Any) -> bool:  # noqa: ANN401
    return any((meta.text or "").strip().lower().startswith("edited") for meta in _having(block, _META))


_META = "tgme_widget_message_meta"


def _text(block: Any) -> str | None:  # noqa: ANN401
    """The words, as Telegram counts them: its marks of bold, links and emoji are no words."""
    for each in _having(block, "tgme_widget_message_text"):
        if "js-message_reply_text" in _classes(each) or _is_inside(each, "tgme_widget_message_reply"):
            continue
        return "".join(_words(each)).strip() or None
    return None


def _words(element: Any) -> Iterator[str]:  # noqa: ANN401
    for event, each in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if each.tag == "br":
                yield "\n"
            yield each.text or ""
        elif each is not element and each.tail:
            yield each.tail


def _is_inside(element: Any, name: str) -> bool:  # noqa: ANN401
    return any(name in _classes(above) for above in element.iterancestors())


def _parts(block: Any, name: str, number: int) -> tuple[int, ...]:  # noqa: ANN401
    """The other messages of an album: each of its pictures links to itself."""
    parts = set()
    for each in block.iter("a"):
        link = _LINK.fullmatch(each.get("href") or "")
        is_one = link is not None and (link[3] or "grouped_media_wrap" in _classes(each))
        if link is not None and is_one and link[1].lower() == name.lower():
            parts.add(int(link[2]))
    return tuple(sorted(part for part in parts - {number} if abs(part - number) < MOST_PARTS))


MOST_PARTS = 20
"""An album has ten pictures at most; the numbers of others may come between."""


def _related(block: Any, name: str, post: Post) -> Post:  # noqa: ANN401
    """With whose words it repeats, or answers: as Telegram Desktop's export tells them, the first goes before."""
    for each in _having(block, "tgme_widget_message_forwarded_from_name"):
        link = _LINK.fullmatch(each.get("href") or "")  # a person's name has no link to a post, and is left out
        return replace(post, kind=Kind.REPOST, repost_of=f"{link[1]}/{link[2]}" if link else None)
    if next(_having(block, "tgme_widget_message_forwarded_from"), None) is not None:
        return replace(post, kind=Kind.REPOST)
    for each in _having(block, "tgme_widget_message_reply"):
        link = _LINK.fullmatch(each.get("href") or "")
        if link is not None:
            own = link[1].lower() == name.lower()
            return replace(post, kind=Kind.REPLY, reply_to=link[2] if own else f"{link[1]}/{link[2]}")
    return post


def _media(block: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Pictures, videos and recordings, where they can be fetched from; not the channel's own picture."""
    found: dict[str, None] = {}
    for each in block.iter(etree.Element):
        if _is_inside(each, "tgme_widget_message_user") or _is_inside(each, "tgme_widget_message_reply"):
            continue
        classes = _classes(each)
        if each.tag in {"video", "audio"} and (each.get("src") or "").startswith("https://"):
            found[each.get("src")] = None
        if any(name in classes for name in ("tgme_widget_message_photo_wrap", "tgme_widget_message_video_thumb")):
            picture = _BACKGROUND.search(each.get("style") or "")
            if picture is not None:
                found[picture[1]] = None
    return tuple(found)[:MOST_PARTS]


def _named(body: bytes) -> str | None:
    """The public name at the head of a page."""
    found = re.search(rb'tgme_channel_info_header_username"[^>]{0,99}>\s*<a[^>]{0,200}>@([A-Za-z0-9_]{4,32})<', body)
    return found[1].decode() if found else None
