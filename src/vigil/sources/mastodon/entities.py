"""What a Mastodon server says of an account or a post, read from its JSON.

The entities Account and Status (docs.joinmastodon.org/entities). Every server may run another program or version, and
what people write in their profiles and posts is anything; so what makes an entity useless (no id, no address, no time)
raises `Malformed`, and whatever else cannot be read becomes unknown.

The stable id of an account is its ActivityPub address, of a post its own, as in the archive Mastodon gives: the ids in
the API are one server's own numbers. Servers before 4.2 do not say an account's address; it follows from its page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from vigil.model.errors import Malformed
from vigil.model.ids import AccountId, Platform
from vigil.model.witness import Account
from vigil.sources.html_words import words

PLATFORM = Platform("mastodon")

OPEN = frozenset({"public", "unlisted"})
"""The visibilities that are anyone's to read. Nothing else is kept, whoever's token shows it."""

MOST_MEDIA = 64
"""A post has four pictures on most servers; what is beyond this is no post's."""

MOST_TEXT = 1_000_000
"""Characters of HTML. Longer than any server lets anyone write, its words are unknown; its bytes are kept."""

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # as for imported files: before it, an instant is a unit mistaken
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")
_NAME = re.compile(r"[\w.-]{1,500}")
_DOMAIN = re.compile(r"[\w.-]{1,253}(:\d{1,5})?")
_PAGE = re.compile(r"(https?://[^/@\s]+)/(?:@|users/)([\w.-]{1,500})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An account as its server shows it."""

    id: str  # the server's own number
    uri: str  # its address in ActivityPub: the stable id
    name: str  # without its domain
    acct: str  # with its domain, where it is at home on another server
    suspended: bool
    limited: bool  # hidden from the public timelines
    memorial: bool  # its holder died, the server says
    moved_to: str | None  # the address of the account it says it moved to
    n_posts: int | None
    last_post_on: date | None

    @property
    def account(self) -> Account:
        """The account, on any server."""
        return Account(PLATFORM, AccountId(self.uri))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post, reply or boost."""

    id: str  # the server's own number
    uri: str
    author: Person
    made_at: datetime
    edited_at: datetime | None  # to the second, as Mastodon's archives tell it
    visibility: str
    text: str | None  # the content warning and the words
    lang: str | None
    url: str | None
    reply_to: str | None  # the address of what it answers
    to_another: bool  # it answers another person's post
    boosted_id: str | None
    boosted: str | None  # the address of what it boosts
    client: str | None
    media: tuple[str, ...]


def person_of(said: object) -> Person:
    """An Account.

    Raises:
        Malformed: It has no id, no name, or no address can be told.
    """
    body = _object(said, "account")
    name, acct = body.get("username"), body.get("acct")
    if not isinstance(name, str) or not _NAME.fullmatch(name) or not isinstance(acct, str) or not _acct(acct):
        raise Malformed("account.username, account.acct: missing, or no names")
    moved = body.get("moved")
    n_posts = body.get("statuses_count")
    return Person(
        id=id_of(body.get("id"), "account.id"),
        uri=_actor(body),
        name=name,
        acct=acct,
        suspended=body.get("suspended") is True,
        limited=body.get("limited") is True,
        memorial=body.get("memorial") is True,
        moved_to=_moved_to(moved) if isinstance(moved, dict) else None,
        n_posts=n_posts if isinstance(n_posts, int) and not isinstance(n_posts, bool) and n_posts >= 0 else None,
        last_post_on=_day(body.get("last_status_at")),
    )


def post_of(said: object, *, server: str) -> Post:
    """A Status.

    Args:
        said: As parsed from JSON.
        server: The address it was asked at, for naming what it answers where the server gives a number only.

    Raises:
        Malformed: It has no id, address, time, author or visibility.
    """
    body = _object(said, "status")
    author = person_of(body.get("account"))
    uri, visibility = body.get("uri"), body.get("visibility")
    if not _is_address(uri):
        raise Malformed("status.uri: missing, or no address")
    if not isinstance(visibility, str):
        raise Malformed("status.visibility: missing")
    made_at = _instant(body.get("created_at"))
    if made_at is None:
        raise Malformed("status.created_at: missing, or no instant with its zone")
    edited_at = _instant(body.get("edited_at"))
    boosted = body.get("reblog")
    boosted_id, boosted_uri = _boosted(boosted) if boosted is not None else (None, None)
    answered, answered_whose = body.get("in_reply_to_id"), body.get("in_reply_to_account_id")
    return Post(
        id=id_of(body.get("id"), "status.id"),
        uri=str(uri),
        author=author,
        made_at=made_at,
        edited_at=edited_at.replace(microsecond=0) if edited_at is not None else None,
        visibility=visibility,
        text=None if boosted_uri else _text(body),
        lang=_matching(_LANGUAGE, body.get("language")),
        url=str(body["url"]) if _is_address(body.get("url")) else None,
        reply_to=_answered(body, author, server) if _ID.fullmatch(str(answered)) and answered is not None else None,
        to_another=answered is not None and answered_whose != author.id,
        boosted_id=boosted_id,
        boosted=boosted_uri,
        client=_client(body.get("application")),
        media=_media(body.get("media_attachments")) if not boosted_uri else (),
    )


def id_of(value: object, name: str) -> str:
    """A server's own id. It goes into addresses, so it is held to its characters.

    Raises:
        Malformed: It is none.
    """
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    raise Malformed(f"{name}: missing, or no id")


def host_of(uri: str) -> str | None:
    """The host and port of an address in lower case, or None: it is none."""
    try:
        parts = urlsplit(uri)
        return parts.netloc.lower() if parts.scheme in {"https", "http"} and parts.hostname else None
    except ValueError:
        return None


def _object(said: object, name: str) -> Mapping[str, object]:
    if not isinstance(said, dict):
        raise Malformed(f"{name}: missing, or not an object")
    return said


def _acct(text: str) -> bool:
    name, at, domain = text.partition("@")
    return bool(_NAME.fullmatch(name)) and (not at or bool(_DOMAIN.fullmatch(domain)))


def _actor(body: Mapping[str, object]) -> str:
    """The account's address, said or derived: https://host/@name is the page of https://host/users/name."""
    uri, page = body.get("uri"), body.get("url")
    if _is_address(uri):
        return str(uri)
    matched = _PAGE.fullmatch(page) if isinstance(page, str) else None
    if matched is None:
        raise Malformed("account.uri, account.url: missing, or no address an account has")
    return f"{matched[1]}/users/{matched[2]}"


def _moved_to(body: Mapping[str, object]) -> str | None:
    try:
        return _actor(body)
    except Malformed:
        return ""  # it moved, and where to cannot be read


def _is_address(value: object) -> bool:
    if not isinstance(value, str) or not 10 <= len(value) <= 2048 or not value.isprintable() or " " in value:
        return False
    return host_of(value) is not None


def _boosted(said: object) -> tuple[str, str]:
    body = _object(said, "status.reblog")
    if not _is_address(body.get("uri")):
        raise Malformed("status.reblog.uri: missing, or no address")
    return id_of(body.get("id"), "status.reblog.id"), str(body["uri"])


def _answered(body: Mapping[str, object], author: Person, server: str) -> str:
    """The address of the post that is answered, as far as it can be told from its number here."""
    number, whose = body.get("in_reply_to_id"), body.get("in_reply_to_account_id")
    if whose == author.id and "/users/" in author.uri and host_of(author.uri) == host_of(server):
        return f"{author.uri}/statuses/{number}"
    mentions = body.get("mentions")
    for mention in mentions if isinstance(mentions, list) else ():
        if isinstance(mention, dict) and mention.get("id") == whose and mention.get("acct") == mention.get("username"):
            return f"{server}/users/{mention['username']}/statuses/{number}"
    return f"{server}/api/v1/statuses/{number}"


def _text(body: Mapping[str, object]) -> str | None:
    """The content warning, if any, and the words of the post: joined as the archive's reader does."""
    content = body.get("content")
    readable = isinstance(content, str) and len(content) <= MOST_TEXT
    parts = [body.get("spoiler_text"), words(str(content)) if readable else None]
    return "\n\n".join(part for part in parts if isinstance(part, str) and part) or None


def _client(said: object) -> str | None:
    name = said.get("name") if isinstance(said, dict) else None
    return name if isinstance(name, str) and 0 < len(name) <= 200 else None


def _media(said: object) -> tuple[str, ...]:
    """Where the pictures, videos and recordings lie: the server's own copy, or where they came from."""
    found: list[str] = []
    for each in said[:MOST_MEDIA] if isinstance(said, list) else ():
        if isinstance(each, dict):
            at = next((each[key] for key in ("url", "remote_url") if _is_address(each.get(key))), None)
            if at is not None:
                found.append(at)
    return tuple(found)


def _matching(pattern: re.Pattern[str], value: object) -> str | None:
    return value if isinstance(value, str) and pattern.fullmatch(value) else None


def _instant(value: object) -> datetime | None:
    """An instant with its zone, from 1990 on. None: it is none."""
    if not isinstance(value, str) or len(value) > 64:
        return None
    try:
        at = datetime.fromisoformat(value)
        if at.tzinfo is None or (at := at.astimezone(UTC)) < _EARLIEST:
            return None
    except (ValueError, OverflowError):
        return None
    return at


def _day(value: object) -> date | None:
    """The day of `last_status_at`: a day since 3.1, an instant before."""
    if not isinstance(value, str) or len(value) > 64:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
