"""What sources hear, kept: bytes in the vault and the log, observations as rows, hearing as coverage, and how far.

A batch is kept whole or not at all, and its cursors with it. So whatever goes wrong in between, listening goes on from
what was kept: nothing is lost, and what comes again is known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import polars as pl

from vigil.model.capture import Capture
from vigil.model.coverage import Hearing
from vigil.model.errors import IntegrityError, Unavailable
from vigil.model.heard import Cursor, Filled, Gap, Heard, Manifest, Media, Pulse
from vigil.model.ids import CollectorName
from vigil.model.instants import to_micros
from vigil.model.observation import SIGNS_OF_LIFE, AccountState, Kind, Observation
from vigil.model.witness import Account, WatchedAccount
from vigil.usecases.listening.collecting import Dropped, Item
from vigil.usecases.listening.ports import ListenedFor, Reached
from vigil.usecases.listening.pulses import PulseBook, Stretch
from vigil.usecases.ports import OBSERVATION_SCHEMA, CaseWriter, Clock


@dataclass(slots=True, kw_only=True)
class Kept:
    """What became of one source's items in this session."""

    n_captures: int = 0
    n_observations: int = 0  # new to the case
    n_refused: int = 0  # captures that could not be kept: too large, or of a witness who withdrew
    last_sign_at: datetime | None = None  # when the newest sign of life among them was published
    pulse: Pulse | None = None  # the newest of the whole source
    n_gaps: int = 0
    n_files: int = 0  # dropped and imported
    n_rows_refused: int = 0  # of those files: in quarantine
    faulty_file: str | None = None  # why the newest that could not be imported could not be
    blind_accounts: dict[Account, Pulse] = field(default_factory=dict)  # the newest of each that was not heard


class SourceKeeper:
    """Keeps what one collector gives."""

    def __init__(
        self, collector: CollectorName, manifest: Manifest, case: CaseWriter, *, version: str, clock: Clock
    ) -> None:
        """Go on from where an earlier session stopped."""
        self.collector, self.manifest = collector, manifest
        self.kept = Kept()
        self._case, self._version, self._clock = case, version, clock
        self._reached = case.listening.reached(collector)
        self._before = self._reached.n_malformed if self._reached else 0
        self._listened = case.listening.listened_for(collector)
        self._book = PulseBook(
            manifest,
            until=self._reached.heard_until if self._reached else None,
            of_accounts={account: said.heard_until for account, said in self._listened.items() if said.heard_until},
        )
        self._watched: frozenset[Account] = frozenset(
            account for account, said in self._listened.items() if said.left_at is None
        )

    @property
    def cursor(self) -> Cursor | None:
        """Where to go on."""
        return self._reached.cursor if self._reached else None

    @property
    def n_malformed(self) -> int:
        """Messages that could not be read, since the source was added."""
        return self._reached.n_malformed if self._reached else 0

    def heard_until(self) -> dict[Account, datetime]:
        """To when each account was heard. Those that are not in it are to be filled from the archive.

        Nor is an account of which a stream lost something that was never filled: a session that ended before it was
        would else leave it so for ever.
        """
        reached = self._reached.heard_until if self._reached and not self.manifest.asks_each else None
        return {
            account: max(said.heard_until, reached) if reached else said.heard_until
            for account, said in self._listened.items()
            if said.heard_until is not None and said.left_at is None and said.missing_since is None
        }

    def watch(self, accounts: Iterable[WatchedAccount]) -> None:
        """Note who is listened for from now on. On an error nobody is noted, and it can be tried again."""
        now, wanted = self._clock(), frozenset(watched.account for watched in accounts)
        if wanted == self._watched:
            return
        joined: dict[Account, ListenedFor] = {}
        stretches: list[Stretch] = []
        for account in sorted(wanted - self._watched):
            before = self._listened.get(account)
            joined[account] = ListenedFor(joined_at=before.joined_at if before else now)
            stretches += self._book.joined(account, now, again=before is not None)
        for account in sorted(self._watched - wanted):
            joined[account] = replace(self._listened[account], left_at=now)
            stretches += self._book.left(account, now)
        with self._case.transaction():
            for account, said in joined.items():
                self._case.listening.join(self.collector, account, said)
            self._case.listening.say(self.collector, self.manifest.platform, stretches)
        self._listened |= joined
        for account in self._watched - wanted:
            self.kept.blind_accounts.pop(account, None)
        self._watched = wanted

    def begin(self) -> None:
        """A session begins."""
        self._case.listening.begin(self.collector, at=self._clock())

    def interrupted(self) -> None:
        """The collector broke off and is begun anew: it counts from nothing again."""
        self._before = self.n_malformed
        self._book.interrupted()

    def taken(self, items: Sequence[Item]) -> "Batch":
        """Items that are to be kept, in their order. Each is taken once, however often it is tried to write them."""
        return Batch(items=tuple(items), stretches=self._stretches(items))

    def _stretches(self, items: Sequence[Item]) -> tuple[Stretch, ...]:
        return tuple(said for item in items if not isinstance(item, Dropped) for said in self._book.take(item))

    def write(self, batch: "Batch") -> None:
        """Write a batch, inside a transaction; once that has ended, `done` follows.

        Raises:
            Unavailable: The disk is full or refuses.
        """
        batch.begin()
        self._keep_heard(batch)
        listening = self._case.listening
        listening.say(self.collector, self.manifest.platform, batch.stretches)
        self._note_lost(batch)
        for account in self._filled(batch.items):
            said = batch.joined.get(account, self._listened[account])
            batch.joined[account] = replace(said, heard_until=self._until_of(account), missing_since=None)
        for account, said in batch.joined.items():
            listening.join(self.collector, account, said)
        batch.reached = self._further(batch.items)
        if batch.reached is not None:
            listening.reach(self.collector, batch.reached)

    def done(self, batch: "Batch") -> list[Media]:
        """Note that a batch is on disk; gives what media its posts show."""
        self._listened |= batch.joined
        self._reached = batch.reached or self._reached
        self.kept.n_refused += len(batch.refused)
        self.kept.n_captures += batch.n_kept
        self.kept.n_observations += batch.n_new
        for item in batch.items:
            self._note(item)
        return [media for one in batch.heard if one not in batch.refused for media in one.media]

    def _note(self, item: Item) -> None:
        kept = self.kept
        match item:
            case Heard():
                at = [seen.published_at for seen in item.observations if seen.kind in SIGNS_OF_LIFE]
                kept.last_sign_at = max([*at, *([kept.last_sign_at] if kept.last_sign_at else [])], default=None)
            case Gap():
                kept.n_gaps += 1
            case Pulse(account=None):
                kept.pulse = item
            case Pulse():
                assert item.account is not None  # noqa: S101 - the case before had the others
                if item.hearing is Hearing.HEALTHY:
                    kept.blind_accounts.pop(item.account, None)
                else:
                    kept.blind_accounts[item.account] = item
            case Filled() | Dropped():
                pass

    def _keep_heard(self, batch: "Batch") -> None:
        try:
            with self._case.transaction():
                self._add(batch, batch.heard)
        except (Unavailable, IntegrityError):
            raise
        except Exception:  # noqa: BLE001 - one of them cannot be kept, for whatever reason: the others are
            batch.begin()
            for one in batch.heard:
                try:
                    with self._case.transaction():
                        self._add(batch, [one])
                except (Unavailable, IntegrityError):
                    raise
                except Exception:  # noqa: BLE001 - it is counted, and the listener goes on
                    batch.refused.append(one)

    def _add(self, batch: "Batch", heard: Sequence[Heard]) -> None:
        if not heard:
            return
        kept = self._case.evidence.add([self._capture(one) for one in heard], recorded_at=self._clock())
        rows = [
            _row(seen, position=capture.number)
            for one, capture in zip(heard, kept, strict=True)
            for seen in one.observations
            if not self._is_as_before(seen, one, batch)
        ]
        n_new = 0
        if rows:
            n_new = self._case.listening.add_rows(self.collector, pl.DataFrame(rows, schema=OBSERVATION_SCHEMA))
        for one in heard:
            for seen in one.handles:
                if seen.handle:
                    self._case.listening.note_handle(seen.account, seen.handle, at=seen.said_at)
        batch.n_kept += len(kept)
        batch.n_new += n_new

    def _is_as_before(self, seen: Observation, heard: Heard, batch: "Batch") -> bool:
        """Whether it is an account's state as it was known: no news, however often it is asked for."""
        if seen.kind is not Kind.ACCOUNT_STATE or seen.state is None:
            return False
        account = Account(seen.platform, seen.account)
        before = batch.states.get(account)
        if before is None and heard.backfilled:
            known = self._case.state_changes([account], until=seen.published_at)
            before = known[-1].state if known else None
        batch.states[account] = seen.state
        return heard.backfilled and before is seen.state

    def _capture(self, heard: Heard) -> Capture:
        accounts = {Account(seen.platform, seen.account) for seen in heard.observations}
        accounts |= {seen.account for seen in heard.handles}
        accounts |= {heard.account} if heard.account else set()
        posts = {seen.post for seen in heard.observations if seen.post is not None}
        published = {seen.published_at for seen in heard.observations}
        return Capture(
            body=heard.raw,
            captured_at=heard.received_at,
            collector=self.collector,
            collector_version=self._version,
            published_at=published.pop() if len(published) == 1 else None,
            url=heard.url,
            headers=tuple((str(name), str(value)) for name, value in heard.headers.items()),
            status=heard.status,
            account=accounts.pop() if len(accounts) == 1 else None,
            post=posts.pop() if len(posts) == 1 else None,
        )

    def _filled(self, items: Sequence[Item]) -> list[Account]:
        """Whose archive was read to its end, or, asked for in turn, who was heard."""
        filled = {item.account for item in items if isinstance(item, Filled) and item.account is not None}
        if self.manifest.asks_each:
            filled |= {
                item.account
                for item in items
                if isinstance(item, Pulse) and item.account is not None and item.hearing is not Hearing.BLIND
            }
        return sorted(account for account in filled if account in self._listened)

    def _note_lost(self, batch: "Batch") -> None:
        """Of whom a stream lost something: until it is filled, they are to be filled again."""
        if self.manifest.asks_each:
            return  # their cursor knows what is still to be read
        for item in batch.items:
            if isinstance(item, Gap):
                whose, since = item.account, item.begin or item.end or self._clock()
            elif isinstance(item, Pulse) and item.account is not None and item.hearing is Hearing.BLIND:
                whose, since = item.account, item.heard_until or item.at
            else:
                continue
            for account in self._watched if whose is None else {whose} & self._watched:
                said = batch.joined.get(account, self._listened[account])
                earliest = min(since, said.missing_since or since)
                batch.joined[account] = replace(said, missing_since=earliest)

    def _until_of(self, account: Account) -> datetime:
        own = self._book.heard_until(account) if self.manifest.asks_each else self._book.heard_until()
        return own or self._clock()

    def _further(self, items: Sequence[Item]) -> Reached | None:
        """How far it has come with these; None: no further."""
        cursor, n_malformed = self.cursor, self.n_malformed
        until = self._book.heard_until() or (self._reached.heard_until if self._reached else None)
        for item in items:
            if isinstance(item, Heard | Pulse) and item.cursor is not None:
                cursor = item.cursor
            if isinstance(item, Pulse):
                n_malformed = max(n_malformed, self._before + item.n_malformed)
            if isinstance(item, Heard) and until is None:
                until = item.received_at
        if until is None:
            return None
        reached = Reached(heard_until=until, cursor=cursor, n_malformed=n_malformed)
        return None if reached == self._reached else reached


@dataclass(slots=True)
class Batch:
    """Items on their way to the disk, and what becomes of them there."""

    items: tuple[Item, ...]
    stretches: tuple[Stretch, ...]
    n_kept: int = 0
    n_new: int = 0
    refused: list[Heard] = field(default_factory=list)
    joined: dict[Account, ListenedFor] = field(default_factory=dict)
    reached: Reached | None = None
    states: dict[Account, AccountState] = field(default_factory=dict)  # the newest of each in it

    @property
    def heard(self) -> list[Heard]:
        """What is to be kept as captures."""
        return [item for item in self.items if isinstance(item, Heard)]

    def begin(self) -> None:
        """Nothing of it is written."""
        self.n_kept = self.n_new = 0
        self.refused, self.joined, self.reached, self.states = [], {}, None, {}


def _row(seen: Observation, *, position: int) -> dict[str, Any]:
    return {
        "platform": seen.platform,
        "account": seen.account,
        "published_us": to_micros(seen.published_at),
        "kind": seen.kind.value,
        "post": seen.post,
        "handle": seen.handle,
        "text": seen.text,
        "lang": seen.lang,
        "url": seen.url,
        "place": seen.place,
        "state": seen.state.value if seen.state else None,
        "client": seen.client,
        "reply_to": seen.reply_to,
        "repost_of": seen.repost_of,
        "position": position,
    }
