r"""`result.json`, as Telegram Desktop exports it: all of a person's chats, or a single one.

It holds private chats, contacts with their numbers, and sessions with their addresses. Only channels the user names
are read, and only public ones; everything else is passed over without being parsed.

Layout: `{"chats": {"list": [{"name", "type", "id", "messages": [...]}]}, "left_chats": ...}`, or one such chat alone,
as written by github.com/telegramdesktop/tdesktop, Telegram/SourceFiles/export/output/export_output_json.cpp, and
described at core.telegram.org/import-export. From there too: a chat's type comes before its messages; `date` and
`edited` are local times of whoever exported, `date_unixtime` and `edited_unixtime` are not; `text` is a string or a
list of strings and objects with their text; a control character is written `\x0B`, which is no JSON. The export holds
a message as last edited; its words before are not in the file.

A public channel's posts are its own. In a public supergroup only what was said in the group's own name is read: the
others who speak there were not named.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from vigil.model.errors import InvalidInput
from vigil.model.observation import AccountState, Kind
from vigil.sources.archive_rows import MAX_ENTRY_BYTES, Gathered, NotAPost
from vigil.sources.json_cursor import BrokenJson, JsonCursor, TooLarge
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.usecases.ports import ReadBatch

PLATFORM = "telegram"
PUBLIC = frozenset({"public_channel", "public_supergroup"})

_MAX_FIELD_BYTES = 64 * 1024
_BYTE_ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """What stands at the head of a chat."""

    id: str
    type: str
    name: str | None

    def is_named_by(self, channels: frozenset[str]) -> bool:
        """Whether the user asked for it: by id, with or without Telegram's own prefix -100, or by name."""
        wanted = {channel.strip().removeprefix("@").casefold() for channel in channels}
        return bool(wanted & {self.id, f"-100{self.id}", (self.name or "").casefold()} - {""})


class TelegramExportSource:
    """The public channels a user names of one export."""

    format = "telegram-export"
    ignored_columns: tuple[str, ...] = ()

    def __init__(self, opened: OpenedFile, options: ReadOptions) -> None:
        """Look at the head of every chat, and at no message.

        Raises:
            InvalidInput: No channel was named, one named is not there, is private, or is named like another.
        """
        self.path, self.digest, self.size = opened.path, opened.digest, opened.size
        self._opened, self._options = opened, options
        _refuse_unless_public(self._heads(), options.channels, opened)

    def batches(self) -> Iterator[ReadBatch]:
        """The messages of the channels named, in order."""
        return self._opened.watched(self._batches())

    def _heads(self) -> list[Chat]:
        heads: list[Chat] = []
        with self.path.open("rb") as stream:
            try:
                heads.extend(_chats(JsonCursor(stream)))
            except BrokenJson as fault:
                if not heads:
                    raise InvalidInput(f"{self.path}: a Telegram export that does not read: {fault}") from fault
        return heads

    def _batches(self) -> Iterator[ReadBatch]:
        gathered = Gathered(options=self._options)
        with self.path.open("rb") as stream:
            cursor = JsonCursor(stream)
            try:
                for chat in _chats(cursor):
                    if chat.type in PUBLIC and chat.is_named_by(self._options.channels):
                        gathered.member = f"channel {chat.id}"
                        yield from _messages(cursor, chat, gathered)
            except BrokenJson as fault:
                gathered.refuse_rest(fault)
            yield gathered.batch(bytes_read=cursor.n_bytes)


def _chats(cursor: JsonCursor) -> Iterator[Chat]:
    """The chat at the cursor, or those in its lists; at each the cursor stands at its messages."""
    head: dict[str, object] = {}
    for key in cursor.members():
        if key in ("name", "type", "id"):
            head[key] = _field(cursor)
        elif key == "messages":
            name = head.get("name")
            yield Chat(
                id=str(head.get("id", "")),
                type=str(head.get("type", "")),
                name=name if isinstance(name, str) else None,
            )
        elif key in ("chats", "left_chats"):
            for part in cursor.members():
                if part == "list":
                    for _ in cursor.elements():
                        yield from _chats(cursor)


def _field(cursor: JsonCursor) -> object:
    try:
        return _loads(cursor.raw(_MAX_FIELD_BYTES))
    except (TooLarge, orjson.JSONDecodeError):
        return None


def _refuse_unless_public(heads: list[Chat], channels: frozenset[str], opened: OpenedFile) -> None:
    public = ", ".join(f"{chat.name or 'no name'} ({chat.id})" for chat in heads if chat.type in PUBLIC)
    if not channels:
        raise InvalidInput(
            f"{opened.path}: name the channels to read with --channel; nothing else of a Telegram export is read. "
            f"Public in this file: {public or 'none'}"
        )
    for channel in sorted(channels):
        named = [chat for chat in heads if chat.is_named_by(frozenset({channel}))]
        if not named:
            raise InvalidInput(
                f"{opened.path}: no channel {channel} in this file. Public in this file: {public or 'none'}"
            )
        if any(chat.type not in PUBLIC for chat in named):
            raise InvalidInput(f"{opened.path}: {channel} is private: only public channels are read")
        if len({chat.id for chat in named}) > 1:
            raise InvalidInput(f"{opened.path}: several channels are named {channel}: give its id instead")


def _messages(cursor: JsonCursor, chat: Chat, gathered: Gathered) -> Iterator[ReadBatch]:
    gathered.n_read = 0
    for position in cursor.elements():
        try:
            rows = _rows(_message(cursor), chat)
            gathered.add(position, *rows)
            gathered.passed_over += not rows
        except NotAPost as fault:
            gathered.refuse(position, str(fault))
        gathered.n_read = position
        if gathered.full():
            yield gathered.batch(bytes_read=cursor.n_bytes)
    yield gathered.batch(bytes_read=cursor.n_bytes)


def _message(cursor: JsonCursor) -> Mapping[str, Any]:
    try:
        message = _loads(cursor.raw(MAX_ENTRY_BYTES))
    except TooLarge as error:
        raise NotAPost(f"entry: {error}") from error
    except orjson.JSONDecodeError as error:
        raise NotAPost(f"entry: not JSON ({error.msg})") from error
    if not isinstance(message, dict):
        raise NotAPost("entry: not an object")
    return message


def _loads(raw: bytes) -> object:
    """JSON, or what Telegram Desktop writes for it."""
    try:
        value: object = orjson.loads(raw)
    except orjson.JSONDecodeError:
        mended = _BYTE_ESCAPE.sub(rb"\1\\u00\2", raw)
        if mended == raw:
            raise
        value = orjson.loads(mended)
    return value


def _rows(message: Mapping[str, Any], chat: Chat) -> list[dict[str, object]]:
    """The post, and where it was edited its last edit; nothing where it is not the channel's own word."""
    whose: dict[str, object] = {"platform": PLATFORM, "account": chat.id, "handle": chat.name}
    match message.get("type"):
        case "service" if message.get("action") == "create_channel":
            made_at = _at(message, "date")
            return [{**whose, "published_at": made_at, "kind": Kind.ACCOUNT_STATE, "state": AccountState.ACTIVE}]
        case "service":
            return []
        case "message":
            pass
        case "unsupported":
            raise NotAPost("type: unsupported by the Telegram that exported it, so without a time")
        case _:
            raise NotAPost("type: neither message nor service")
    if chat.type != "public_channel" and message.get("from_id") != f"channel{chat.id}":
        return []
    post = {**whose, "id": message.get("id"), "client": message.get("via_bot")}
    text, edited_at = _text(message.get("text")), _edited_at(message)
    rows = [{**post, **_kind(message), "published_at": _at(message, "date"), "text": None if edited_at else text}]
    if edited_at is not None:
        rows.append({**post, "published_at": edited_at, "kind": Kind.EDIT, "text": text})
    return rows


def _kind(message: Mapping[str, Any]) -> dict[str, object]:
    if "forwarded_from" in message:
        origin = message.get("forwarded_from_id")  # a person's is left out, as is every name forwarded from
        is_channel = isinstance(origin, str) and origin.startswith("channel")
        return {"kind": Kind.REPOST, "repost_of": origin if is_channel else None}
    answered = message.get("reply_to_message_id")
    return {"kind": Kind.REPLY, "reply_to": answered} if answered is not None else {"kind": Kind.POST}


def _at(message: Mapping[str, Any], name: str) -> object:
    """The instant, or a local time for the user's time zone to say which."""
    seconds = message.get(f"{name}_unixtime")
    if seconds is None:
        return message.get(name)
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise NotAPost(f"{name}_unixtime: not a time") from error


def _edited_at(message: Mapping[str, Any]) -> object:
    """When it was last edited; None where it never was, which older exports write as the start of 1970."""
    never = message.get("edited_unixtime") in (None, "0", 0) and str(message.get("edited", "19")).startswith("19")
    return None if never else _at(message, "edited")


def _text(text: object) -> object:
    """The words, without what marks links, names and numbers among them."""
    if not isinstance(text, list):
        return text
    parts = [part.get("text") if isinstance(part, dict) else part for part in text]
    if not all(isinstance(part, str) for part in parts):
        raise NotAPost("text: neither text nor a list of texts")
    return "".join(part for part in parts if isinstance(part, str))
