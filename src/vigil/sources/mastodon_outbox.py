"""`outbox.json` of the archive Mastodon gives an account's holder.

An ActivityPub OrderedCollection whose `orderedItems` are `Create` (a post: `object` is the Note) and `Announce` (a
boost: `object` is the address of what was boosted), as written by github.com/mastodon/mastodon,
app/services/backup_service.rb. It holds posts to followers and direct messages beside the public ones. Only an
activity addressed to the public collection, in `to` (public) or `cc` (unlisted), is read: ActivityPub, section 5.6.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from vigil.model.observation import Kind
from vigil.sources.archive_rows import Gathered, NotAPost, entry
from vigil.sources.html_words import words
from vigil.sources.json_cursor import BrokenJson, JsonCursor
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.usecases.ports import ReadBatch

PLATFORM = "mastodon"

_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})


class MastodonOutboxSource:
    """One Mastodon outbox."""

    format = "mastodon-outbox"
    ignored_columns: tuple[str, ...] = ()

    def __init__(self, opened: OpenedFile, options: ReadOptions) -> None:
        """Nothing is read yet."""
        self.path, self.digest, self.size = opened.path, opened.digest, opened.size
        self._opened, self._options = opened, options

    def batches(self) -> Iterator[ReadBatch]:
        """The public activities in order."""
        return self._opened.watched(self._batches())

    def _batches(self) -> Iterator[ReadBatch]:
        gathered = Gathered(options=self._options)
        with self.path.open("rb") as stream:
            cursor = JsonCursor(stream)
            try:
                for key in cursor.members():
                    if key != "orderedItems":
                        continue
                    for position in cursor.elements():
                        _gather(cursor, position, gathered)
                        gathered.n_read = position
                        if gathered.full():
                            yield gathered.batch(bytes_read=cursor.n_bytes)
            except BrokenJson as fault:
                gathered.refuse_rest(fault)
            yield gathered.batch(bytes_read=cursor.n_bytes)


def _gather(cursor: JsonCursor, position: int, gathered: Gathered) -> None:
    try:
        activity = entry(cursor)
        if _is_public(activity):
            gathered.add(position, *_rows(activity))
        else:
            gathered.passed_over += 1
    except NotAPost as fault:
        gathered.refuse(position, str(fault))


def _is_public(activity: Mapping[str, Any]) -> bool:
    addressed: list[object] = []
    for key in ("to", "cc"):
        value = activity.get(key)
        addressed.extend(value if isinstance(value, list) else [value])
    return any(isinstance(address, str) and address in _PUBLIC for address in addressed)


def _rows(activity: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """The post or boost, and for an edited post its edit. The words before an edit are not in the file."""
    actor, subject = activity.get("actor"), activity.get("object")
    whose = {"platform": PLATFORM, "account": actor, "handle": _handle(actor)}
    match activity.get("type"):
        case "Announce":
            repeated = subject.get("id") if isinstance(subject, dict) else subject
            row = {"id": activity.get("id"), "kind": Kind.REPOST, "repost_of": repeated}
            yield {**whose, **row, "published_at": activity.get("published")}
        case "Create" if isinstance(subject, dict):
            answered = subject.get("inReplyTo")
            post = {
                "id": subject.get("id"),
                "url": subject.get("url"),
                "lang": _lang(subject.get("contentMap")),
            }
            kind = {"kind": Kind.REPLY, "reply_to": answered} if answered else {"kind": Kind.POST}
            text = _text(subject)
            published_at = subject.get("published") or activity.get("published")
            updated_at = subject.get("updated")
            yield {**whose, **post, **kind, "published_at": published_at, "text": None if updated_at else text}
            if updated_at:
                yield {**whose, **post, "published_at": updated_at, "kind": Kind.EDIT, "text": text}
        case _:
            raise NotAPost("type: neither Create with its Note, nor Announce")


def _handle(actor: object) -> str | None:
    """name@server, of https://server/users/name."""
    try:
        address = urlsplit(actor) if isinstance(actor, str) else None
    except ValueError:
        return None
    name = address.path.rstrip("/").rpartition("/")[2].removeprefix("@") if address else ""
    return f"{name}@{address.netloc}" if address and address.netloc and name else None


def _lang(content: object) -> str | None:
    return next((key for key in content if isinstance(key, str)), None) if isinstance(content, dict) else None


def _text(note: Mapping[str, Any]) -> str | None:
    """The content warning, if any, and the words of the post without their HTML."""
    parts = [note.get("summary"), _plain(note.get("content"))]
    return "\n\n".join(part for part in parts if isinstance(part, str) and part) or None


def _plain(content: object) -> str | None:
    return words(content) if isinstance(content, str) else None
