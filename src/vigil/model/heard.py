"""What a live collector gives: what came, where something is missing, and how well it hears.

One form for every platform. A collector is an asynchronous stream of `Heard`, `Gap` and `Pulse` in the order in which
they came about. Whoever listens keeps a `Heard` durably before it keeps its cursor, fills each `Gap` from the
platform's archive as far as that goes, and turns pulses into coverage.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from vigil.model.coverage import Hearing
from vigil.model.ids import CollectorName, Platform
from vigil.model.observation import Observation, Origin
from vigil.model.witness import Account

Cursor = NewType("Cursor", str)
"""Where a collector goes on after an interruption. Only the collector that wrote it can read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleSeen:
    """The platform said under which handle an account goes, now or from now on. None: under none that is valid."""

    account: Account
    handle: str | None
    said_at: datetime  # the platform's claim, UTC
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture, video, recording or document that a post shows, where it can be fetched from. It was not fetched."""

    url: str
    account: Account
    post: str | None = None  # the platform's id of the post that shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message of a platform that concerns watched accounts, as received and as understood."""

    collector: CollectorName
    raw: bytes  # exactly as received; the origin of each observation is the SHA-256 of this, and where in it
    received_at: datetime  # our clock, UTC; the platform's claim is `published_at` of each observation
    url: str  # what was asked, without the names of those we asked about
    headers: Mapping[str, str] = field(default_factory=dict)  # of the answer, or of the connection it came over
    cursor: Cursor | None = None  # to resume after it; None: it cannot be resumed from
    keys: tuple[str, ...] = ()  # what makes each thing in it the same thing when it comes again
    backfilled: bool = False  # from an archive: edits and deletions of that time were not seen
    observations: tuple[Observation, ...] = ()
    handles: tuple[HandleSeen, ...] = ()
    media: tuple[Media, ...] = ()
    account: Account | None = None  # whose page it is, where it is one account's and nothing new stands on it
    status: int | None = None  # that the server answered with, where it was asked


class Missing(StrEnum):
    """Why a stretch of time was not heard, and will not be by waiting."""

    CURSOR_TOO_OLD = "cursor_too_old"  # the platform no longer has what came after our cursor
    CURSOR_UNKNOWN = "cursor_unknown"  # the platform counts anew: our cursor means nothing to it
    TOO_BIG = "too_big"  # a message was larger than we take, or the platform left its content out
    CONTENT_ABSENT = "content_absent"  # it says that something was posted, without what
    UNREADABLE = "unreadable"  # a message that names the account is not what the platform's format says
    CHAIN_BROKEN = "chain_broken"  # by the account's own count of its changes, some did not come
    HOST_BEHIND = "host_behind"  # the platform says that it itself does not hear this account
    NUMBERS_SKIPPED = "numbers_skipped"  # by the numbers of an account's posts, some did not come
    TOO_OLD = "too_old"  # the archive does not go back far enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of time of which the stream has lost something. What can be had of it comes from the archive."""

    collector: CollectorName
    why: Missing
    begin: datetime | None  # None: from before this collector heard anything
    end: datetime | None  # None: until the platform says otherwise
    account: Account | None = None  # None: every account of the collector


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A stretch of time was filled from the platform's archive: its posts are known, edits and deletions are not.

    It comes after what it is about was given. A first watch is filled too, from the account's first post on.
    """

    collector: CollectorName
    begin: datetime | None  # None: from the account's beginning
    end: datetime
    account: Account | None = None  # None: every account of the collector


class Deafness(StrEnum):
    """Why a collector does not hear as well as it should, or not one of its accounts."""

    CONNECTING = "connecting"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"  # the server answered, but not with a stream
    RATE_LIMITED = "rate_limited"  # refused until `retry_at`
    CLOSED = "closed"
    QUIET = "quiet"  # connected, and nothing comes
    TOO_SLOW = "too_slow"  # the platform dropped us for not keeping up
    CATCHING_UP = "catching_up"  # what comes is old: the present is not heard yet
    RATE_FELL = "rate_fell"  # far less comes than usual
    LOGGED_OUT = "logged_out"  # a token expired, or a login page came in place of what was asked for
    NOT_THERE = "not_there"  # the platform does not know this account, or does not show it to us
    BEHIND = "behind"  # a probe found something of this account that the stream had not brought
    LATE = "late"  # this account's turn to be asked is overdue
    SPENT = "spent"  # the budget of requests or reads is used up


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How well a collector hears, as of an instant. One comes at every change, and in between at a steady interval.

    From `unbroken_since` to `heard_until` nothing is missing but what a `Gap` named: after an interruption the
    platform replayed it. Outside of it nobody may be called silent on this collector's word.

    With an `account` it speaks of that one alone. Where a platform is asked account by account (`Manifest.asks_each`),
    only those pulses say that somebody was heard; one without an account can only say that nobody was.
    """

    collector: CollectorName
    platform: Platform
    at: datetime
    hearing: Hearing
    why: Deafness | None  # None: it hears well
    unbroken_since: datetime | None  # None: it has heard nothing yet
    heard_until: datetime | None
    n_events: int = 0  # since the pulse before, of anyone
    rate_per_s: float = 0.0
    usual_rate_per_s: float | None = None  # None: not yet known
    lag_s: float | None = None  # how old the newest event was by the platform's clock when it came; None: none came yet
    n_malformed: int = 0  # since the collector began
    n_repeated: int = 0  # the same, of what came more than once and was given once
    cursor: Cursor | None = None
    retry_at: datetime | None = None
    account: Account | None = None  # None: of every account of the collector


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a source is, for those who decide whether to listen with it."""

    platform: Platform
    hears: tuple[str, ...]
    needs: tuple[str, ...]
    cannot_see: tuple[str, ...]
    most_accounts: int | None  # that one connection can be asked for; None: no limit
    deaf_within_s: float  # in how long at most going deaf shows in a pulse
    asks_each: bool = False  # it hears nobody but by asking for each account in turn
    probe_every_s: float | None = None  # how often each account is asked for; None: only the stream is listened to
