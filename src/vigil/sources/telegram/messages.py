"""A message in Telegram's own form (TL, core.telegram.org/schema): what of it is kept, told as an export tells it.

The bytes are those of the message alone, written in TL again by the library that read them: one answer holds many
messages, and what one author deletes must not live on in the bytes of another's.
"""

from datetime import UTC, datetime
from typing import Any

from vigil.model.errors import Malformed
from vigil.model.observation import Kind
from vigil.sources.telegram.post import Post


def is_empty(message: Any) -> bool:  # noqa: ANN401 - Telegram's own form
    """Whether there is no message under the number that was asked for."""
    return type(message).__name__ == "MessageEmpty"


def post_of(message: Any) -> Post:  # noqa: ANN401
    """The message.

    Raises:
        Malformed: It is none, or has neither number nor time.
    """
    number, date = getattr(message, "id", None), getattr(message, "date", None)
    if type(number) is not int or number < 1 or not isinstance(date, datetime):
        raise Malformed("message: without a number or a time")
    raw = bytes_of(message)
    if getattr(message, "action", None) is not None:
        created = type(message.action).__name__ == "MessageActionChannelCreate"
        return Post(id=number, raw=raw, published_at=_utc(date), service=True, created=created)
    text = getattr(message, "message", None)
    edited_at = getattr(message, "edit_date", None)
    if getattr(message, "edit_hide", False) or not isinstance(edited_at, datetime):
        edited_at = None
    kind, reply_to, repost_of = _related(message)
    return Post(
        id=number,
        raw=raw,
        published_at=_utc(date),
        kind=kind,
        text=text if isinstance(text, str) and text else None,
        edited=edited_at is not None,
        edited_at=_utc(edited_at) if edited_at is not None else None,
        reply_to=reply_to,
        repost_of=repost_of,
    )


def bytes_of(thing: Any) -> bytes:  # noqa: ANN401
    """In TL.

    Raises:
        Malformed: It cannot be written.
    """
    try:
        return bytes(thing)
    except Exception as error:  # whatever the library finds wrong, there are no bytes to keep
        raise Malformed("message: cannot be written as TL") from error


def _related(message: Any) -> tuple[Kind, str | None, str | None]:  # noqa: ANN401
    forwarded = getattr(message, "fwd_from", None)
    if forwarded is not None:
        origin = getattr(getattr(forwarded, "from_id", None), "channel_id", None)  # a person's is left out
        return Kind.REPOST, None, f"channel{origin}" if type(origin) is int else None
    reply = getattr(message, "reply_to", None)
    answered = getattr(reply, "reply_to_msg_id", None)
    if type(answered) is int and getattr(reply, "reply_to_peer_id", None) is None:
        return Kind.REPLY, str(answered), None
    return Kind.POST, None, None


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)
