"""What `listen` needs of a live source, whichever platform it hears: small Protocols, and what passes through them."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from vigil.model.heard import Cursor, Filled, Gap, Heard, Manifest, Pulse
from vigil.model.ids import CollectorName
from vigil.model.witness import Account, WatchedAccount
from vigil.usecases.ports import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A file was put where a collector looks, in one of the formats of `vigil import`. It is imported."""

    collector: CollectorName
    path: Path


Item = Heard | Gap | Filled | Pulse | Dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSetting:
    """One thing a source is told when it is added: `vigil sources add KIND NAME=VALUE`."""

    name: str  # as written there
    says: str  # what it is, and where to get it: one line of help
    secret: bool = False  # a session or token: asked for unseen, sealed in the case, never shown again
    required: bool = False
    default: str | None = None  # what stands where nothing is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Everything one collector is given to begin with. It never prints its secrets."""

    collector: CollectorName
    accounts: tuple[WatchedAccount, ...]  # of its platform only
    clock: Clock
    settings: Mapping[str, str] = field(default_factory=dict)  # by `SourceSetting.name`, defaults filled in
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    cursor: Cursor | None = None  # where it went on to when it last listened; None: it never did
    heard_until: Mapping[Account, datetime] = field(default_factory=dict)  # absent: never, so it is filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Whether a source can hear now, in plain words."""

    hears: bool
    says: tuple[str, ...]  # what was tried and what came of it, one sentence each; names no watched account


class Collector(Protocol):
    """One source that listens."""

    def listen(self, *, once: bool) -> AsyncIterator[Item]:
        """Everything heard, until closed. `once`: it ends when the present is reached, or cannot be.

        It raises nothing of the network's: whatever goes wrong out there is in the pulses. It fills gaps by itself as
        far as the platform's archive goes, giving `Gap`, then what was found, then `Filled`.
        """
        ...

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Listen for these from now on, in place of those before. What is new is filled from the archive."""
        ...


class SourceKind(Protocol):
    """One kind of source: what `vigil sources add KIND` makes."""

    @property
    def name(self) -> str:
        """Bluesky, mastodon, telegram, x, rss, web, folder: in small letters."""
        ...

    @property
    def manifest(self) -> Manifest:
        """What it hears, what it needs, what it cannot see."""
        ...

    @property
    def settings(self) -> tuple[SourceSetting, ...]:
        """What it is told when it is added."""
        ...

    def collector(self, given: Given) -> Collector:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        ...

    async def trial(self, given: Given) -> Trial:
        """Whether we can hear now. It raises nothing of the network's."""
        ...

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The account that goes by a name or handle, with its stable id, as the platform says.

        Raises:
            InvalidInput: It is no name, nobody goes by it, or it is private.
            Unavailable: The platform does not answer.
        """
        ...
