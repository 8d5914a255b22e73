"""The evidence log in the database: its key, its entries with what opens them, and the nodes of its tree.

Appending reads back the frontier, about log2(n) rows, and writes one row an entry and two hashes: the same however
large the case is. It happens in the transaction of whatever is logged.
"""

import secrets as chance
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vigil.evidence.checkpoint import LOG_ID_BYTES, checkpoint_of, log_origin, sign_checkpoint
from vigil.evidence.digests import SALT_BYTES, commitment_to, sha256
from vigil.evidence.leaf import EntryKind, LogEntry, entry_bytes
from vigil.evidence.merkle import Frontier, NodeId, append, leaf_hash, read_frontier
from vigil.evidence.signed_note import (
    KEY_BYTES,
    SigningKey,
    VerifierKey,
    encode_verifier_key,
    parse_verifier_key,
    sign_note,
)
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.instants import from_micros, to_micros
from vigil.store.database import Database
from vigil.store.keys import OF_THE_CASE, OF_THE_LOG, Keyring
from vigil.store.logged import TABLES, About, LoggedTable, logged_rows
from vigil.store.sealing import Sealer
from vigil.usecases.ports import KeptCheckpoint

CASE_KEY = 0
"""The number of the case's own key, for what is of nobody on the watchlist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What is to be logged."""

    kind: EntryKind
    about: About
    about_no: int
    digest: bytes  # SHA-256 of the content, 32 bytes
    recorded_at: datetime
    key_no: int = CASE_KEY


class StoredLog:
    """The log of one case. Writing methods belong in a transaction."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._sealers: dict[int, Sealer | None] = {}

    def size(self) -> int:
        """How many entries there are."""
        found = self._database.row("SELECT max(entry_no) FROM log_entry")
        return 0 if found is None or found[0] is None else int(found[0]) + 1

    def key(self) -> VerifierKey:
        """The key the case says its checkpoints are signed with.

        Raises:
            IntegrityError: The log's own record is missing or damaged.
        """
        return parse_verifier_key(self._own("verifier_key").decode())

    def signing_key(self) -> SigningKey:
        """The key that signs, opened.

        Raises:
            IntegrityError: It does not open, or is not the one the case says.
        """
        seed = self._keyring.unwrap(self._own("seed"), OF_THE_LOG)
        if len(seed) != KEY_BYTES:
            raise IntegrityError("the log's signing key is damaged: restore the case from a backup")
        signing = SigningKey(self._own("origin").decode(), seed)
        if signing.verifier() != self.key():
            raise IntegrityError("the log's signing key is not the one its checkpoints were signed with")
        return signing

    def sealer(self, key_no: int) -> Sealer | None:
        """Seals under a witness's key, or the case's own. None: that key was destroyed.

        Raises:
            IntegrityError: There never was such a key, or it does not open.
        """
        if key_no not in self._sealers:
            self._sealers[key_no] = self._opened(key_no)
        return self._sealers[key_no]

    def append(self, entries: Sequence[NewEntry]) -> int:
        """Log entries, in order; gives the place of the first.

        Raises:
            IntegrityError: A witness's key they belong under was destroyed or does not open.
        """
        begin = size = self.size()
        rows, hashes = [], []
        for entry in entries:
            sealer = self.sealer(entry.key_no)
            if sealer is None:
                raise IntegrityError("this witness has withdrawn: nothing of theirs can be logged any more")
            salt = chance.token_bytes(SALT_BYTES)
            logged = entry_bytes(
                LogEntry(
                    kind=entry.kind,
                    commitment=commitment_to(entry.digest, salt=salt),
                    recorded_at=entry.recorded_at,
                )
            )
            sealed = sealer.seal_text(salt, where=salt_place(size))
            rows.append((size, logged, entry.key_no, sealed, entry.about, entry.about_no))
            hashes.append(leaf_hash(logged))
            size += 1
        grown = append(read_frontier(self, begin), hashes)
        self._database.run_many("INSERT INTO log_entry VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._database.run_many("INSERT INTO log_node VALUES (?, ?, ?)", grown.nodes)
        return begin

    def log_row(self, table: LoggedTable, number: int) -> None:
        """Log a row that was just written."""
        self._append_rows([(table, number)])

    def read(self, wanted: Sequence[NodeId]) -> Sequence[bytes]:
        """The hashes of stored nodes (fulfils NodeReader).

        Raises:
            IntegrityError: One is not there.
        """
        hashes = []
        for level, nth in wanted:
            found = self._database.row("SELECT hash FROM log_node WHERE level = ? AND nth = ?", (level, nth))
            if found is None:
                raise IntegrityError(f"the log's tree lacks node {nth} of level {level}: `vigil verify` tells more")
            hashes.append(bytes(found[0]))
        return hashes

    def frontier(self) -> Frontier:
        """The log as far as it has grown."""
        return read_frontier(self, self.size())

    def add_checkpoint(self, made_at: datetime) -> KeptCheckpoint | None:
        """Sign the log as it stands; where the newest checkpoint covers it, give that. None: the log is empty."""
        newest = self._database.row(
            "SELECT checkpoint_no, size, note, made_us FROM checkpoint ORDER BY checkpoint_no DESC LIMIT 1"
        )
        size = self.size()
        if size == 0:
            return None
        if newest is not None and newest[1] == size:
            number, _, note, made_us = newest
            return KeptCheckpoint(number=number, size=size, note=bytes(note), made_at=from_micros(made_us))
        signing = self.signing_key()
        note = sign_checkpoint(checkpoint_of(self.frontier(), origin=signing.name), signing)
        number = self._database.inserted(
            "INSERT INTO checkpoint (size, note, made_us) VALUES (?, ?, ?)", (size, note, to_micros(made_at))
        )
        return KeptCheckpoint(number=number, size=size, note=note, made_at=made_at)

    def sign(self, text: str) -> bytes:
        """A text that cannot be taken for a checkpoint, as a note signed by the log's key.

        Raises:
            InvalidInput: It begins as a checkpoint of this log does.
        """
        signing = self.signing_key()
        if text.startswith(signing.name):
            raise InvalidInput("only the log itself signs what begins with its origin")
        return sign_note(text, [signing])

    def begin(self) -> None:
        """Begin the log if it has not begun: draw its name and keys, and take in what was recorded before.

        What is taken in keeps the times it was recorded at; that it was so then, only the first checkpoint can vouch
        for, from the moment it is made.
        """
        if self._database.row("SELECT 1 FROM evidence_log"):
            return
        signing = SigningKey(log_origin(chance.token_bytes(LOG_ID_BYTES)), chance.token_bytes(KEY_BYTES))
        self._database.run(
            "INSERT INTO evidence_log VALUES (1, ?, ?, ?, ?)",
            (
                signing.name,
                encode_verifier_key(signing.verifier()),
                self._keyring.wrap(signing.seed, OF_THE_LOG),
                self._keyring.wrap(chance.token_bytes(KEY_BYTES), OF_THE_CASE),
            ),
        )
        earlier = [
            (row.recorded_us, table.about, row.number, table)
            for table in TABLES
            for row in logged_rows(self._database, table)
            if self.sealer(row.key_no) is not None
        ]
        earlier.sort(key=lambda each: each[:3])
        self._append_rows([(table, number) for _, _, number, table in earlier])

    def _append_rows(self, rows: Sequence[tuple[LoggedTable, int]]) -> None:
        entries = []
        for table, number in rows:
            [row] = logged_rows(self._database, table, f"t.{table.number} = ?", number)
            entries.append(
                NewEntry(
                    kind=row.kind,
                    about=table.about,
                    about_no=number,
                    digest=sha256(row.content),
                    recorded_at=from_micros(row.recorded_us),
                    key_no=row.key_no,
                )
            )
        self.append(entries)

    def _own(self, column: str) -> bytes:
        found = self._database.row(f"SELECT CAST({column} AS BLOB) FROM evidence_log")  # noqa: S608 - our own word
        if found is None:
            raise IntegrityError("the case lacks its evidence log's record: restore it from a backup")
        return bytes(found[0])

    def _opened(self, key_no: int) -> Sealer | None:
        if key_no == CASE_KEY:
            return Sealer(self._keyring.unwrap(self._own("case_key"), OF_THE_CASE))
        found = self._database.row("SELECT wrapped FROM witness_key WHERE witness_no = ?", (key_no,))
        if found is None:
            raise IntegrityError("a witness's key is missing from the case: restore it from a backup")
        return None if found[0] is None else Sealer(self._keyring.unwrap(bytes(found[0])))


def capture_place(capture_no: int) -> bytes:
    """Where a description is kept: it opens nowhere else."""
    return b"description of capture %d" % capture_no


def salt_place(entry_no: int) -> bytes:
    """Where a salt is kept: it opens nowhere else."""
    return b"salt of entry %d" % entry_no


def wrap_anew(database: Database, old: Keyring, fresh: Keyring) -> None:
    """Wrap every key kept in the case under another master key."""
    with database.transaction():
        kept = database.rows("SELECT witness_no, wrapped FROM witness_key WHERE wrapped IS NOT NULL")
        database.run_many(
            "UPDATE witness_key SET wrapped = ? WHERE witness_no = ?",
            [(fresh.wrap(old.unwrap(wrapped)), witness_no) for witness_no, wrapped in kept],
        )
        own = database.rows("SELECT seed, case_key FROM evidence_log") if _has_log(database) else []
        for seed, case_key in own:
            database.run(
                "UPDATE evidence_log SET seed = ?, case_key = ?",
                (
                    fresh.wrap(old.unwrap(seed, OF_THE_LOG), OF_THE_LOG),
                    fresh.wrap(old.unwrap(case_key, OF_THE_CASE), OF_THE_CASE),
                ),
            )


def _has_log(database: Database) -> bool:
    """Whether the schema has an evidence log: a rekey also serves a case of schema 1."""
    found = database.row("SELECT count(*) FROM sqlite_master WHERE name = 'evidence_log'")
    return bool(found and found[0])
