"""What the API's answers say: posts, what an account is, and what is not there.

Posts agree with those of the archives that X gives (sources/x_archive.py): a post goes by the id of its first version,
a later version is an edit of it, a retweet is a repost, an answer a reply, and a quote a post. Each post is cut out of
the answer as it stands there, so that one that is deleted later is held without its neighbours.
"""

import html
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.instants import parse_instant
from vigil.model.observation import AccountState, Kind
from vigil.sources.json_cursor import BrokenJson, JsonCursor, TooLarge
from vigil.sources.x.names import is_name, is_number, made_at

MOST_ENTRIES = 1000
"""A page has at most 100 posts. What has many more is none."""

_PROTECTED = "not-authorized-for-resource"
_NOT_FOUND = "resource-not-found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One version of a post."""

    raw: bytes
    id: str  # of this version
    first_id: str  # of its first version: by this the post goes
    author: str
    kind: Kind  # of the whole post: its later versions are edits of it
    at: datetime  # of this version
    text: str | None
    lang: str | None
    client: str | None
    reply_to: str | None
    repost_of: str | None
    media_keys: tuple[str, ...]

    @property
    def edited(self) -> bool:
        """Whether this is a later version."""
        return self.id != self.first_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that was asked for and is not given."""

    raw: bytes
    resource: str | None  # its id, as it was asked for
    of_person: bool
    state: AccountState | None  # what is said of an account: suspended, private
    not_found: bool  # there is none, or none any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What an account is."""

    number: str
    name: str
    protected: bool
    newest_id: str | None  # of its newest post, as X says


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer, taken apart."""

    entries: tuple[bytes, ...]  # each thing that was given, as it stands there
    media: Mapping[str, str] = field(default_factory=dict)  # addresses, by their keys
    media_keys: tuple[str, ...] = ()  # of all that were given, with an address or not
    faults: tuple[Fault, ...] = ()
    next_page: str | None = None


def page_of(body: bytes) -> Page:
    """An answer of the API, taken apart.

    Raises:
        Malformed: It is none, or breaks off.
    """
    entries: list[bytes] = []
    rest: dict[str, Any] = {}
    faults: list[bytes] = []
    cursor = JsonCursor(io.BytesIO(body))
    try:
        if cursor.peek() != b"{":
            raise Malformed("answer: not what the API answers")
        for key in cursor.members():
            if key == "data" and cursor.peek() == b"[":
                entries += _elements(cursor, len(body))
            elif key == "data":
                entries.append(cursor.raw(len(body)))
            elif key == "errors" and cursor.peek() == b"[":
                faults += _elements(cursor, len(body))
            elif key in {"includes", "meta"}:
                rest[key] = orjson.loads(cursor.raw(len(body)))
    except (BrokenJson, TooLarge, ValueError, RecursionError) as error:
        raise Malformed("answer: no JSON, or it breaks off") from error
    if not entries and not faults and "meta" not in rest:
        raise Malformed("answer: neither data nor errors")
    said = _dict(rest.get("includes")).get("media")
    media = [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []
    next_page = _dict(rest.get("meta")).get("next_token")
    return Page(
        entries=tuple(entries),
        media=_addresses(media),
        media_keys=tuple(str(each.get("media_key")) for each in media),
        faults=tuple(_fault(raw) for raw in faults),
        next_page=next_page if isinstance(next_page, str) and next_page else None,
    )


def post_of(raw: bytes) -> Post:
    """One version of a post.

    Raises:
        Malformed: It is none.
    """
    said = _object(raw)
    number, author = said.get("id"), said.get("author_id")
    if not is_number(number) or not is_number(author):
        raise Malformed("post: no id, or no author_id")
    number, author = str(number), str(author)
    versions = said.get("edit_history_tweet_ids")
    first = str(versions[0]) if isinstance(versions, list) and versions and is_number(versions[0]) else number
    referred = _referred(said.get("referenced_tweets"))
    text = _text(said)
    kind = Kind.REPLY if "replied_to" in referred else Kind.POST
    if "retweeted" in referred or (text or "").startswith("RT @"):  # by hand: the archive knows it by this alone
        kind = Kind.REPOST
    keys = _dict(said.get("attachments")).get("media_keys")
    return Post(
        raw=raw,
        id=number,
        first_id=first,
        author=author,
        kind=kind,
        at=_instant(said.get("created_at"), number),
        text=text,
        lang=_string(said.get("lang")),
        client=_string(said.get("source")),
        reply_to=referred.get("replied_to"),
        repost_of=referred.get("retweeted"),
        media_keys=tuple(each for each in keys if isinstance(each, str)) if isinstance(keys, list) else (),
    )


def person_of(raw: bytes) -> Person:
    """What an account is.

    Raises:
        Malformed: It is none.
    """
    said = _object(raw)
    number, name, protected = said.get("id"), said.get("username"), said.get("protected", False)
    newest = said.get("most_recent_tweet_id")
    if not is_number(number) or not is_name(name) or not isinstance(protected, bool):
        raise Malformed("account: no id or username")
    return Person(
        number=str(number),
        name=str(name),
        protected=protected,
        newest_id=str(newest) if is_number(newest) else None,
    )


def id_in(raw: bytes) -> str | None:
    """The id of something that was given, whatever else is wrong with it."""
    try:
        number = _object(raw).get("id")
    except Malformed:
        return None
    return str(number) if is_number(number) else None


def _elements(cursor: JsonCursor, limit: int) -> list[bytes]:
    found = []
    for number in cursor.elements():
        if number > MOST_ENTRIES:
            raise Malformed("answer: more than a page has")
        found.append(cursor.raw(limit))
    return found


def _fault(raw: bytes) -> Fault:
    try:
        said = _object(raw)
    except Malformed:
        return Fault(raw=raw, resource=None, of_person=False, state=None, not_found=False)
    kind, detail = _string(said.get("type")) or "", (_string(said.get("detail")) or "").lower()
    resource = _string(said.get("resource_id")) or _string(said.get("value"))
    of_person = said.get("resource_type") == "user"
    state = None
    if of_person and detail.startswith("user has been suspended"):
        state = AccountState.SUSPENDED
    elif of_person and kind.endswith(_PROTECTED):
        state = AccountState.PRIVATE
    return Fault(
        raw=raw,
        resource=resource,
        of_person=of_person,
        state=state,
        not_found=state is None and kind.endswith(_NOT_FOUND) and detail.startswith("could not find"),
    )


def _referred(said: object) -> dict[str, str]:
    """The post that is answered, repeated or quoted, each by its kind."""
    if said is None:
        return {}
    if not isinstance(said, list):
        raise Malformed("referenced_tweets: not a list")
    found = {}
    for each in said:
        if isinstance(each, dict) and isinstance(each.get("type"), str) and is_number(each.get("id")):
            found[each["type"]] = each["id"]
    return found


def _text(said: Mapping[str, Any]) -> str | None:
    """The whole words of a post: long ones stand apart. `&amp;` is the API's spelling."""
    long = _dict(said.get("note_tweet")).get("text")
    text = long if isinstance(long, str) else said.get("text")
    if not isinstance(text, str | None):
        raise Malformed("text: not a text")
    return html.unescape(text) if text is not None else None


def _instant(said: object, number: str) -> datetime:
    if said is None:
        at = made_at(number)
        if at is None:
            raise Malformed("created_at: missing")
        return at
    try:
        return parse_instant(said).astimezone(UTC) if isinstance(said, str) else _not_an_instant()
    except (InvalidInput, ValueError, OverflowError) as error:
        raise Malformed("created_at: not a time") from error


def _not_an_instant() -> datetime:
    raise Malformed("created_at: not a time")


def _addresses(media: list[dict[str, Any]]) -> dict[str, str]:
    """Where each picture or video is: of a video, its largest version."""
    found = {}
    for each in media:
        key, url = each.get("media_key"), each.get("url")
        variants = each.get("variants")
        if isinstance(variants, list):
            films = [one for one in variants if isinstance(one, dict) and isinstance(one.get("url"), str)]
            films = [one for one in films if isinstance(one.get("bit_rate"), int)]
            best = max(films, key=lambda one: int(one["bit_rate"]), default=None)
            url = best["url"] if best else url
        url = url if isinstance(url, str) else each.get("preview_image_url")
        if isinstance(key, str) and isinstance(url, str) and url.startswith("https://"):
            found[key] = url
    return found


def _object(raw: bytes) -> dict[str, Any]:
    try:
        said = orjson.loads(raw)
    except ValueError as error:
        raise Malformed("no JSON") from error
    if not isinstance(said, dict):
        raise Malformed("not an object")
    return said


def _dict(said: object) -> dict[str, Any]:
    return said if isinstance(said, dict) else {}


def _string(said: object) -> str | None:
    return said if isinstance(said, str) and said else None
