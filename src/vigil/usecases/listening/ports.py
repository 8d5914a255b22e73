"""What listening needs of a case: its sources, how far each has come, and where what was heard is kept."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import polars as pl

from vigil.model.heard import Cursor
from vigil.model.ids import CollectorName, Platform
from vigil.model.witness import Account
from vigil.usecases.listening.pulses import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedSource:
    """A source that a case listens with."""

    collector: CollectorName
    kind: str
    settings: Mapping[str, str]  # those that are no secret, as given
    secrets: Mapping[str, str] = field(repr=False)
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far a collector has come."""

    heard_until: datetime
    cursor: Cursor | None
    n_malformed: int = 0  # messages that could not be read, since it was added


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenedFor:
    """Since when a collector listens for an account."""

    joined_at: datetime
    left_at: datetime | None = None  # it does not any more
    heard_until: datetime | None = None  # None: its first watch is not filled from the archive yet
    missing_since: datetime | None = None  # something since then was lost, and is not filled yet


class ListeningReader(Protocol):
    """The sources of a case, and how far each has listened."""

    def sources(self) -> list[AddedSource]:
        """Every source, in the order they were added."""
        ...

    def reached(self, collector: CollectorName) -> Reached | None: ...
    def listened_for(self, collector: CollectorName) -> dict[Account, ListenedFor]: ...
    def listeners(self) -> dict[Account, dict[CollectorName, ListenedFor]]:
        """For every account, which collectors ever listened for it."""
        ...


class ListeningWriter(ListeningReader, Protocol):
    """The same, to be added to."""

    def add_source(self, source: AddedSource) -> None:
        """Raises InvalidInput: there is one of this name, or a secret would lie open in a plain case."""
        ...

    def remove_source(self, collector: CollectorName) -> bool:
        """Forget a source and its secrets; what it heard, and when, stays. False: there is none."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Keeps other listeners out. Raises CaseHeld: one listens."""
        ...

    def begin(self, collector: CollectorName, *, at: datetime) -> None:
        """A session of listening begins."""
        ...

    def reach(self, collector: CollectorName, reached: Reached) -> None: ...
    def join(self, collector: CollectorName, account: Account, said: ListenedFor) -> None: ...
    def add_rows(self, collector: CollectorName, frame: pl.DataFrame) -> int:
        """Observations as columns of OBSERVATION_SCHEMA, `position` being the number of the capture they are of; gives
        how many were new."""
        ...

    def note_handle(self, account: Account, handle: str, *, at: datetime) -> None: ...
    def say(self, collector: CollectorName, platform: Platform, stretches: Sequence[Stretch]) -> None:
        """Write stretches of hearing, in order, over what was said of the same time before."""
        ...


def since_when(
    listeners: Mapping[CollectorName, ListenedFor],
) -> dict[CollectorName, tuple[datetime, datetime | None]]:
    """Since when, and until when, each collector listens for an account."""
    return {collector: (said.joined_at, said.left_at) for collector, said in listeners.items()}
