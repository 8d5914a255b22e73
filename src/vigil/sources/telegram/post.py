"""A message of a channel, whichever way it came: what of it is kept."""

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from vigil.model.observation import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One message of a channel as it stands now.

    Attributes:
        id: Its number in the channel.
        parts: The numbers of the other messages of its album, where it is one: they are shown as one post.
        raw: The very bytes it stands in.
        position: Where in those bytes.
        published_at: The platform's claim, UTC.
        edited: It says that it was edited.
        edited_at: When, where it says so.
        service: The platform's own word, such as that a picture was changed: nobody's post.
        created: Of those, that the channel was made.
    """

    id: int
    raw: bytes
    published_at: datetime
    position: str = "message"
    parts: tuple[int, ...] = ()
    kind: Kind = Kind.POST
    text: str | None = None
    edited: bool = False
    edited_at: datetime | None = None
    client: str | None = None
    reply_to: str | None = None
    repost_of: str | None = None
    media: tuple[str, ...] = ()
    service: bool = False
    created: bool = False

    @property
    def told(self) -> str:
        """The same for the same words and the same mark of an edit: 48 bits."""
        whole = "\0".join((self.text or "", "edited" if self.edited else ""))
        return urlsafe_b64encode(hashlib.sha256(whole.encode("utf-8", "replace")).digest()[:6]).decode()
