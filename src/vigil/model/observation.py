"""What a collector saw of an account: posts, edits, deletions and changes of the account's state."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vigil.model.ids import AccountId, Digest, PlaceName, Platform


class Kind(StrEnum):
    """What was observed."""

    POST = "post"
    REPLY = "reply"
    EDIT = "edit"
    DELETE = "delete"
    REPOST = "repost"
    STORY = "story"
    ACCOUNT_STATE = "account_state"


SIGNS_OF_LIFE = frozenset({Kind.POST, Kind.REPLY, Kind.EDIT, Kind.DELETE, Kind.REPOST, Kind.STORY})
"""The kinds an account's holder does themselves. A change of account state may be the platform's doing."""


class AccountState(StrEnum):
    """What the platform says of an account."""

    ACTIVE = "active"
    DELETED = "deleted"
    DEACTIVATED = "deactivated"
    SUSPENDED = "suspended"
    TAKEN_DOWN = "taken_down"
    PRIVATE = "private"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a row came from: which file, by its digest, and where in it."""

    file: Digest
    position: str  # `line 17` for text files, `row 17` for columns, `tweets.js[17]` inside an archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing a collector saw. It never changes; what changed since is another observation."""

    platform: Platform
    account: AccountId
    published_at: datetime  # the platform's claim, UTC; for edit, delete and account_state, when that happened
    kind: Kind
    origin: Origin
    post: str | None = None  # the platform's id of the post; for edit and delete, of the post concerned
    handle: str | None = None
    text: str | None = None
    lang: str | None = None  # BCP 47, as the source gave it
    url: str | None = None
    place: PlaceName | None = None  # as the source gave it
    state: AccountState | None = None  # with kind account_state only
    client: str | None = None  # the program it was posted with, as the platform names it
    reply_to: str | None = None
    repost_of: str | None = None
