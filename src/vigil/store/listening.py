"""Sources, how far each has listened, what it heard as rows, and when it heard as spans of coverage.

All of it belongs in the transaction that keeps the captures it rests on: a cursor never gets ahead of what was kept.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import pairwise
from typing import Any

import polars as pl

from vigil.model.coverage import PULSE, Hearing
from vigil.model.errors import InvalidInput
from vigil.model.heard import Cursor
from vigil.model.ids import AccountId, CollectorName, Digest, Platform
from vigil.model.instants import from_micros, to_micros
from vigil.model.witness import Account
from vigil.store.appending import Appender, Run
from vigil.store.database import Conflict, Database
from vigil.store.log import CASE_KEY, StoredLog
from vigil.store.terms import Numbers
from vigil.usecases.listening.ports import AddedSource, ListenedFor, Reached
from vigil.usecases.listening.pulses import Stretch

KeepOthersOut = Callable[[], AbstractContextManager[None]]
"""Holds what only one process at a time may hold."""

LIVE_FORMAT = "live"
"""The format of the `file` row under which a collector's observations are kept."""


class StoredListening:
    """Fulfils ListeningReader on a database."""

    def __init__(self, database: Database, log: StoredLog) -> None:
        self._database = database
        self._log = log

    def sources(self) -> list[AddedSource]:
        """Every source, in the order they were added."""
        return [
            AddedSource(
                collector=CollectorName(collector),
                kind=kind,
                settings=json.loads(settings),
                secrets={} if sealed is None else json.loads(self._opened(collector, bytes(sealed))),
                added_at=from_micros(added_us),
            )
            for collector, kind, settings, sealed, added_us in self._database.rows(
                "SELECT collector, kind, settings, sealed, added_us FROM source ORDER BY source_no"
            )
        ]

    def reached(self, collector: CollectorName) -> Reached | None:
        """How far a collector has come; None: it never listened."""
        found = self._database.row("SELECT at_us, cursor, n_malformed FROM reached WHERE collector = ?", (collector,))
        if found is None:
            return None
        at_us, cursor, n_malformed = found
        return Reached(
            heard_until=from_micros(at_us),
            cursor=None if cursor is None else Cursor(cursor),
            n_malformed=n_malformed,
        )

    def listened_for(self, collector: CollectorName) -> dict[Account, ListenedFor]:
        """Every account it ever listened for."""
        return {account: said for name, account, said in self._listened() if name == collector}

    def listeners(self) -> dict[Account, dict[CollectorName, ListenedFor]]:
        """For every account, which collectors ever listened for it."""
        found: dict[Account, dict[CollectorName, ListenedFor]] = {}
        for name, account, said in self._listened():
            found.setdefault(account, {})[name] = said
        return found

    def _listened(self) -> list[tuple[CollectorName, Account, ListenedFor]]:
        rows = self._database.rows(
            "SELECT collector, platform, id, joined_us, left_us, heard_until_us, missing_since_us "
            "FROM listened_for JOIN account USING (account_no)"
        )
        return [
            (
                CollectorName(collector),
                Account(Platform(platform), AccountId(name)),
                ListenedFor(
                    joined_at=from_micros(joined_us),
                    left_at=_instant(left_us),
                    heard_until=_instant(until_us),
                    missing_since=_instant(missing_us),
                ),
            )
            for collector, platform, name, joined_us, left_us, until_us, missing_us in rows
        ]

    def _opened(self, collector: str, sealed: bytes) -> bytes:
        sealer = self._log.sealer(CASE_KEY)
        assert sealer is not None  # noqa: S101 - the case's own key is never destroyed
        return sealer.open_text(sealed, where=_place_of_secrets(collector))


class WritableListening(StoredListening):
    """Fulfils ListeningWriter."""

    def __init__(
        self,
        database: Database,
        log: StoredLog,
        *,
        numbers: Numbers,
        appender: Appender,
        encrypted: bool,
        lock: KeepOthersOut,
    ) -> None:
        super().__init__(database, log)
        self._numbers = numbers
        self._appender = appender
        self._encrypted = encrypted
        self._lock = lock

    def alone(self) -> AbstractContextManager[None]:
        """Keeps other listeners out. Raises CaseHeld: one listens."""
        return self._lock()

    def add_source(self, source: AddedSource) -> None:
        """Add a source, its secrets sealed.

        Raises:
            InvalidInput: There is one of this name, or a secret would lie open in a plain case.
        """
        if source.secrets and not self._encrypted:
            raise InvalidInput(
                "a session or token is kept in an encrypted case only: `vigil new` makes one unless told --plain"
            )
        sealer = self._log.sealer(CASE_KEY)
        assert sealer is not None  # noqa: S101 - the case's own key is never destroyed
        sealed = None
        if source.secrets:
            text = json.dumps(dict(source.secrets)).encode()
            sealed = sealer.seal_text(text, where=_place_of_secrets(source.collector))
        try:
            self._database.run(
                "INSERT INTO source (collector, kind, settings, sealed, added_us) VALUES (?, ?, ?, ?, ?)",
                (
                    source.collector,
                    source.kind,
                    json.dumps(dict(source.settings), ensure_ascii=False),
                    sealed,
                    to_micros(source.added_at),
                ),
            )
        except Conflict as error:
            raise InvalidInput("there is a source of this name already: choose another with --name") from error

    def remove_source(self, collector: CollectorName) -> bool:
        """Forget a source and its secrets; what it heard, and when, stays. False: there is none."""
        return self._database.run("DELETE FROM source WHERE collector = ?", (collector,)) > 0

    def begin(self, collector: CollectorName, *, at: datetime) -> None:
        """A session begins: what an earlier one gave is known, and no second of the same."""
        with self._database.transaction():
            found = self._database.row("UPDATE case_record SET last_run = last_run + 1 RETURNING last_run")
            assert found is not None  # noqa: S101 - a case has its record from the start
            self._database.run(
                "INSERT INTO file (digest, name, format, imported_us, run_no, complete) VALUES (?, ?, ?, ?, ?, 1) "
                "ON CONFLICT (digest) DO UPDATE SET run_no = excluded.run_no",
                (live_digest(collector), collector, LIVE_FORMAT, to_micros(at), found[0]),
            )
            self._database.run(
                "INSERT OR IGNORE INTO part (file_no, member) SELECT file_no, '' FROM file WHERE digest = ?",
                (live_digest(collector),),
            )

    def reach(self, collector: CollectorName, reached: Reached) -> None:
        """How far it has come now."""
        self._database.run(
            "INSERT INTO reached VALUES (?, ?, ?, ?) ON CONFLICT (collector) DO UPDATE SET "
            "cursor = excluded.cursor, at_us = excluded.at_us, n_malformed = excluded.n_malformed",
            (collector, reached.cursor, to_micros(reached.heard_until), reached.n_malformed),
        )

    def join(self, collector: CollectorName, account: Account, said: ListenedFor) -> None:
        """What is known of one account's place among those listened for."""
        self._database.run(
            "INSERT OR REPLACE INTO listened_for (collector, account_no, joined_us, left_us, heard_until_us, "
            "missing_since_us) VALUES (?, ?, ?, ?, ?, ?)",
            (
                collector,
                self._numbers.account(account.platform, account.id),
                to_micros(said.joined_at),
                _micros(said.left_at),
                _micros(said.heard_until),
                _micros(said.missing_since),
            ),
        )

    def add_rows(self, collector: CollectorName, frame: pl.DataFrame) -> int:
        """Observations, as rows of this collector's own file; gives how many were new."""
        digest = live_digest(collector)
        found = self._database.row(
            "SELECT run_no, part_no FROM file JOIN part USING (file_no) WHERE digest = ?", (digest,)
        )
        if found is None:
            raise InvalidInput("add_rows: begin comes first")
        with self._database.transaction():
            appended = self._appender.append(frame, Run(run_no=found[0], part_no=found[1]))
            self._database.run("UPDATE file SET n_rows = n_rows + ? WHERE digest = ?", (appended.added, digest))
        return appended.added

    def note_handle(self, account: Account, handle: str, *, at: datetime) -> None:
        """The platform said under which handle an account goes."""
        number, handle_no = self._numbers.account(account.platform, account.id), self._numbers.term(handle)
        self._database.run(
            "INSERT INTO account_handle VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "first_us = min(first_us, excluded.first_us), last_us = max(last_us, excluded.last_us)",
            (number, handle_no, to_micros(at), to_micros(at)),
        )

    def say(self, collector: CollectorName, platform: Platform, stretches: Sequence[Stretch]) -> None:
        """Write stretches of hearing, in order, over what was said of the same time before."""
        with self._database.transaction():
            for stretch in stretches:
                scope = _Scope(self._database, collector, platform, stretch.account)
                begin_us, end_us = to_micros(stretch.begin), to_micros(stretch.end)
                shown_by = PULSE if stretch.why is None else f"{PULSE}:{stretch.why}"
                parts: Sequence[tuple[int, int]] = [(begin_us, end_us)]
                if stretch.fills:
                    parts = scope.parts(begin_us, end_us, heard=False)
                elif stretch.lowers:
                    parts = scope.parts(begin_us, end_us, heard=True)
                for a, b in parts:
                    scope.put(a, b, None if stretch.hearing is None else stretch.hearing.value, shown_by)


class _Scope:
    """One collector's spans of one account, or of all its platform."""

    def __init__(
        self, database: Database, collector: CollectorName, platform: Platform, account: Account | None
    ) -> None:
        self._database = database
        self._platform, self._account = platform, account
        self._of_all = (collector, "", "")
        self._key = self._of_all if account is None else (collector, account.platform, account.id)

    def put(self, begin_us: int, end_us: int, hearing: str | None, shown_by: str) -> None:
        """Say this of a time, or nothing. What touches it and says the same becomes one span with it."""
        if end_us <= begin_us:
            return
        new = (begin_us, end_us)
        for number, a, b, heard, shown in self._meeting(self._key, begin_us, end_us):
            if (heard, shown) == (hearing, shown_by):
                new = (min(new[0], a), max(new[1], b))
                self._remove(number)
            elif a < end_us and b > begin_us:
                self._remove(number)
                if a < begin_us:
                    self._add(a, begin_us, heard, shown)
                if b > end_us:
                    self._add(end_us, b, heard, shown)
        if hearing is not None:
            self._add(*new, hearing, shown_by)

    def parts(self, begin_us: int, end_us: int, *, heard: bool) -> Sequence[tuple[int, int]]:
        """The parts of a time in which it was heard well, or not at all.

        What is said of one goes before what is said of all.
        """
        edges = {begin_us, end_us}
        said: list[tuple[int, int, str, bool]] = []
        for key in {self._key, self._of_all}:
            for _, begin, end, hearing, _ in self._meeting(key, begin_us, end_us):
                a, b = max(begin, begin_us), min(end, end_us)
                if a < b:
                    said.append((a, b, hearing, key == self._key))
                    edges |= {a, b}
        parts: list[tuple[int, int]] = []
        for a, b in pairwise(sorted(edges)):
            over = [(own, hearing) for begin, end, hearing, own in said if begin <= a and b <= end]
            own = [hearing for is_own, hearing in over if is_own]
            counts = own or [hearing for _, hearing in over]
            wanted = set(counts) == {Hearing.HEALTHY} if heard else not counts or Hearing.BLIND in counts
            if wanted and parts and parts[-1][1] == a:
                parts[-1] = (parts[-1][0], b)
            elif wanted:
                parts.append((a, b))
        return parts

    def _meeting(self, key: tuple[str, str, str], begin_us: int, end_us: int) -> list[tuple[Any, ...]]:
        return self._database.rows(
            "SELECT coverage_no, begin_us, end_us, hearing, shown_by FROM coverage "
            "WHERE collector = ? AND account_platform = ? AND account_id = ? AND end_us >= ? AND begin_us <= ? "
            "AND place = '' ORDER BY begin_us",
            (*key, begin_us, end_us),
        )

    def _remove(self, number: int) -> None:
        self._database.run("DELETE FROM coverage WHERE coverage_no = ?", (number,))

    def _add(self, begin_us: int, end_us: int, hearing: str, shown_by: str | None) -> None:
        collector, account_platform, account_id = self._key
        platform = self._platform if self._account is None else ""
        self._database.run(
            "INSERT OR REPLACE INTO coverage (collector, begin_us, end_us, hearing, platform, place, account_platform, "
            "account_id, shown_by) VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)",
            (collector, begin_us, end_us, hearing, platform, account_platform, account_id, shown_by),
        )


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _micros(instant: datetime | None) -> int | None:
    return None if instant is None else to_micros(instant)


def live_digest(collector: CollectorName) -> Digest:
    """What stands in the place of a file's digest for what a collector heard: it has no end."""
    return Digest(hashlib.sha256(b"vigil live collector\n" + collector.encode()).hexdigest())


def _place_of_secrets(collector: str) -> bytes:
    """Where a source's secrets are kept: they open nowhere else."""
    return b"secrets of source " + collector.encode()
