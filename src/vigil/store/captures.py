"""Captures in a case: their bytes in the vault, what is said of them in the database, both in the log.

The order is the promise: bytes sealed and on disk first, then description, entry and nodes in one transaction. A
witness's captures are sealed under their own key; those of nobody on the watchlist under the case's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from vigil.evidence.digests import digest_bytes, sha256
from vigil.evidence.leaf import EntryKind
from vigil.evidence.timestamps import TimestampKind
from vigil.model.capture import MOST_BYTES, Capture, Description, describe, description_bytes, parse_description
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.held import Release
from vigil.model.instants import from_micros, to_micros
from vigil.model.media import MediaRecord
from vigil.model.witness import Account
from vigil.store import stamps
from vigil.store.database import Database
from vigil.store.held import HeldCaptures, releases
from vigil.store.log import CASE_KEY, NewEntry, StoredLog, capture_place, salt_place
from vigil.store.logged import RELEASES, TABLES, About, logged_rows
from vigil.store.media import add_media, stored_media
from vigil.store.sealing import Sealer
from vigil.store.vault import Vault
from vigil.usecases.close_case import CASE_CLOSED
from vigil.usecases.ports import (
    KeptCapture,
    KeptCheckpoint,
    KeptMedia,
    KeptTimestamp,
    LeafFault,
    OpenedLeaf,
    StoredContent,
)

_ENTRIES_AT_ONCE = 1000

_ANOTHER_FILE = "expected the file of the digest in its description, found another's or none"
_ANOTHER_TIME = "expected the time in its description, found another in its row"

_LEAVES = """
SELECT e.entry_no, e.entry, e.key_no, e.salt, e.about, e.about_no,
    c.capture_no, c.sealed, c.captured_us, v.content_no, v.key_no, v.name, v.n_bytes
FROM log_entry AS e
LEFT JOIN capture AS c ON e.about = 1 AND c.capture_no = e.about_no
LEFT JOIN content AS v ON v.content_no = c.content_no
WHERE e.entry_no > ? ORDER BY e.entry_no LIMIT ?
"""


class StoredEvidence:
    """Fulfils EvidenceReader on a database and a vault."""

    def __init__(self, database: Database, log: StoredLog, vault: Vault) -> None:
        self._database = database
        self._log = log
        self._vault = vault

    @property
    def log(self) -> StoredLog:
        """The log beneath: its size, its key, its nodes."""
        return self._log

    def checkpoints(self) -> list[KeptCheckpoint]:
        """Every checkpoint made, oldest first."""
        return [
            KeptCheckpoint(number=number, size=size, note=bytes(note), made_at=from_micros(made_us))
            for number, size, note, made_us in self._database.rows(
                "SELECT checkpoint_no, size, note, made_us FROM checkpoint ORDER BY checkpoint_no"
            )
        ]

    def timestamps(self) -> list[KeptTimestamp]:
        """Every timestamp on a checkpoint, in the order they came."""
        return stamps.timestamps(self._database, self._log)

    def leaves(self) -> Iterator[OpenedLeaf]:
        """Every entry in order, with what opens it as it is now."""
        rows = self._rows_content()
        last = -1
        while found := self._database.rows(_LEAVES, (last, _ENTRIES_AT_ONCE)):
            for row in found:
                yield self._leaf(row, rows)
            last = found[-1][0]

    def contents(self) -> Iterator[StoredContent]:
        """Every content the vault should hold."""
        last = 0
        while found := self._database.rows(
            "SELECT content_no, key_no, name, n_bytes FROM content WHERE content_no > ? ORDER BY content_no LIMIT ?",
            (last, _ENTRIES_AT_ONCE),
        ):
            for content_no, key_no, name, n_bytes in found:
                yield StoredContent(number=content_no, key_no=key_no, name=bytes(name), n_bytes=n_bytes)
            last = found[-1][0]

    def n_contents(self) -> int:
        """How many contents there should be."""
        return int(self._one("SELECT count(*) FROM content"))

    def read_content(self, content: StoredContent) -> bytes | None:
        """The bytes as received, held against the digest they are filed under. None: their key was destroyed.

        Raises:
            Missing: Their file is not there.
            IntegrityError: Their file is not what was kept.
        """
        sealer = self._log.sealer(content.key_no)
        if sealer is None:
            return None
        body = sealer.open_content(self._vault.read(content.name), name=content.name)
        if sealer.name_of(sha256(body)) != content.name or len(body) != content.n_bytes:
            raise IntegrityError("a file of the vault opens to another content than it is filed under")
        return body

    def held_back(self) -> HeldCaptures:
        """What is held as of now: made once for a pass over the captures."""
        return HeldCaptures(self._database, read=self.read_content)

    def releases(self) -> list[Release]:
        """Every release, in the order they were made."""
        return releases(self._database)

    def ends_closed(self) -> bool:
        """Whether the last that was logged is that the case was closed."""
        found = self._database.row(
            "SELECT l.event FROM log_entry AS e LEFT JOIN log AS l ON e.about = 5 AND l.log_no = e.about_no "
            "ORDER BY e.entry_no DESC LIMIT 1"
        )
        return found is not None and found[0] == CASE_CLOSED

    def media(self) -> Iterator[KeptMedia]:
        """Every capture of media whose facts are known, in order; what was withdrawn is not among them."""
        held = self.held_back()
        for number, said, record in stored_media(self._database, self._log):
            leaf = OpenedLeaf(place=0, entry=b"", said=said, number=number)  # its words are not sought in a picture
            yield KeptMedia(number=number, said=said, record=record, held=held.why(leaf) is not None)

    def page_faults(self) -> list[str]:
        """What the engine finds wrong with the database's pages, in its words without values."""
        sealed = len(self._database.rows("PRAGMA cipher_integrity_check"))
        faults = [f"{sealed} pages do not bear out their seal"] if sealed else []
        if self._database.rows("PRAGMA integrity_check(1)") != [("ok",)]:
            faults.append("the tables or their indices do not hold together")
        if not faults and self._database.rows("PRAGMA foreign_key_check"):  # what does not read refers to nothing
            faults.append("rows refer to rows that are not there")
        return faults

    def n_not_logged(self) -> dict[str, int]:
        """Rows that should be logged and are not, by table."""
        counts = {
            table.table: self._one(
                f"SELECT count(*) FROM {table.table} AS t WHERE NOT EXISTS "  # noqa: S608 - our own words
                f"(SELECT 1 FROM log_entry WHERE about = {table.about} AND about_no = t.{table.number})"
            )
            for table in TABLES
        }
        counts["capture"] = self._one(
            "SELECT count(*) FROM capture AS t WHERE NOT EXISTS "
            "(SELECT 1 FROM log_entry WHERE about = 1 AND about_no = t.capture_no)"
        )
        return {table: int(n) for table, n in counts.items() if n}

    def nodes_at(self, level: int, first: int, last: int) -> list[bytes]:
        """Stored hashes of a level from one place to another, both included, in order."""
        return [
            bytes(found)
            for (found,) in self._database.rows(
                "SELECT hash FROM log_node WHERE level = ? AND nth BETWEEN ? AND ? ORDER BY nth", (level, first, last)
            )
        ]

    def n_nodes(self) -> int:
        """How many hashes of the tree are stored."""
        return int(self._one("SELECT count(*) FROM log_node"))

    def n_left_over(self) -> int:
        """Files of the vault that no row speaks of: left by a writer that was cut short, and harmless."""
        return sum(not self._filed(name) for name in self._vault.names())

    def _leaf(self, row: tuple[Any, ...], rows: dict[tuple[int, int], bytes]) -> OpenedLeaf:
        place, entry, key_no, sealed_salt, about, about_no, *capture = row
        leaf = OpenedLeaf(place=place, entry=bytes(entry), must_open=True)
        try:
            sealer = self._log.sealer(key_no)
            if sealer is None:
                return replace(leaf, must_open=False, withdrawn=self._withdrew(key_no))
            if sealed_salt is not None:
                leaf = replace(leaf, salt=sealer.open_text(bytes(sealed_salt), where=salt_place(place)))
        except IntegrityError as error:
            return replace(leaf, fault=LeafFault("seal_broken", f"its salt: {error}"))
        if about != About.CAPTURE:
            return replace(leaf, content=rows.get((about, about_no)))
        return self._with_capture(leaf, sealer, *capture)

    def _with_capture(
        self,
        leaf: OpenedLeaf,
        sealer: Sealer,
        capture_no: int | None,
        sealed: bytes | None,
        captured_us: int,
        *content: Any,  # noqa: ANN401 - a row of content, or nothing in its place
    ) -> OpenedLeaf:
        if capture_no is None or sealed is None:
            return leaf
        try:
            described = sealer.open_text(bytes(sealed), where=capture_place(capture_no))
            said = parse_description(described)
        except (IntegrityError, InvalidInput) as error:
            return replace(leaf, fault=LeafFault("seal_broken", f"its description: {error}"))
        leaf = replace(leaf, content=described, said=said, number=capture_no)
        content_no, key_no, name, n_bytes = content
        filing = None if content_no is None else self._log.sealer(key_no)
        if filing is None or filing.name_of(digest_bytes(said.digest)) != name or n_bytes != said.n_bytes:
            return replace(leaf, fault=LeafFault("content_changed", _ANOTHER_FILE))
        if captured_us != to_micros(said.captured_at):
            return replace(leaf, fault=LeafFault("content_changed", _ANOTHER_TIME))
        return replace(leaf, filed=StoredContent(number=content_no, key_no=key_no, name=bytes(name), n_bytes=n_bytes))

    def _rows_content(self) -> dict[tuple[int, int], bytes]:
        return {
            (table.about, row.number): row.content for table in TABLES for row in logged_rows(self._database, table)
        }

    def _withdrew(self, key_no: int) -> bool:
        return self._database.row("SELECT 1 FROM withdrawal WHERE witness_no = ?", (key_no,)) is not None

    def _filed(self, name: bytes) -> bool:
        return self._database.row("SELECT 1 FROM content WHERE name = ?", (name,)) is not None

    def _one(self, statement: str) -> int:
        found = self._database.row(statement)
        return int(found[0]) if found else 0


class WritableEvidence(StoredEvidence):
    """Fulfils EvidenceWriter."""

    def __init__(self, database: Database, log: StoredLog, vault: Vault, *, keeps_unknown: bool = False) -> None:
        super().__init__(database, log, vault)
        self._keeps_unknown = keeps_unknown
        self._writing = False

    def add(self, captures: Sequence[Capture], *, recorded_at: datetime) -> list[KeptCapture]:
        """Keep captures. Belongs in a transaction; once that has ended, they are on disk.

        Raises:
            InvalidInput: One is too large, or of a witness who has withdrawn.
            Unavailable: The disk is full or refuses; none is kept.
        """
        self._begin()
        kept: list[KeptCapture] = []
        described: list[tuple[int, Description, Sealer]] = []
        names: dict[bytes, tuple[int, int, bytes]] = {}
        key_nos: dict[Account | None, int] = {}
        for capture in captures:
            said = _described(capture)
            if capture.account not in key_nos:
                key_nos[capture.account] = self._key_no(capture.account)
            key_no = key_nos[capture.account]
            sealer = self._log.sealer(key_no)
            if sealer is None:
                raise InvalidInput("a witness of these captures has withdrawn: nothing of theirs is kept any more")
            name = sealer.name_of(digest_bytes(said.digest))
            known = name in names or self._filed(name)
            if not known:
                names[name] = (key_no, said.n_bytes, sealer.seal_content(capture.body, name=name))
            described.append((key_no, said, sealer))
            kept.append(KeptCapture(place=0, number=0, digest=said.digest, n_bytes=said.n_bytes, known=known))
        self._vault.put([(name, sealed) for name, (_, _, sealed) in names.items()])
        self._database.run_many(
            "INSERT INTO content (key_no, name, n_bytes) VALUES (?, ?, ?)",
            [(key_no, name, n_bytes) for name, (key_no, n_bytes, _) in names.items()],
        )
        return self._log_captures(kept, described, recorded_at)

    def add_media(self, capture_no: int, record: MediaRecord) -> None:
        """Say what is known of a capture of media, once, sealed under the key the capture is sealed under.

        Raises:
            InvalidInput: There is no such capture, its witness has withdrawn, or it is said already.
        """
        add_media(self._database, self._log, capture_no, record)

    def add_timestamp(
        self, checkpoint: KeptCheckpoint, *, kind: TimestampKind, authority: str, token: bytes, received_at: datetime
    ) -> KeptTimestamp:
        """Keep a timestamp that was held against its checkpoint. Belongs in a transaction."""
        kept = KeptTimestamp(
            number=stamps.next_number(self._database),
            checkpoint=checkpoint.number,
            kind=kind,
            authority=authority,
            token=token,
            received_at=received_at,
        )
        stamps.add(self._database, self._log, kept)
        return kept

    def release(self, release: Release) -> None:
        """Let a held capture go into exports, with an entry of the log. It cannot be unmade."""
        with self._database.transaction():
            number = self._database.inserted(
                "INSERT INTO release (capture_no, judged_by, reason, recorded_us) VALUES (?, ?, ?, ?)",
                (release.capture, release.judged_by, release.reason, to_micros(release.recorded_at)),
            )
            self._log.log_row(RELEASES, number)

    def committed(self) -> None:
        """Note that the transaction has ended, and that everything written has its row."""
        if self._writing:
            self._vault.end()
            self._writing = False

    def undone(self) -> None:
        """Note that the transaction was undone: the next one takes away what was written in it."""
        self._writing = False

    def _log_captures(
        self, kept: list[KeptCapture], described: list[tuple[int, Description, Sealer]], recorded_at: datetime
    ) -> list[KeptCapture]:
        number = self._one("SELECT coalesce(max(capture_no), 0) FROM capture")
        rows, entries = [], []
        for key_no, said, sealer in described:
            number += 1
            content = description_bytes(said)
            sealed = sealer.seal_text(content, where=capture_place(number))
            name = sealer.name_of(digest_bytes(said.digest))
            rows.append((number, key_no, name, to_micros(said.captured_at), sealed))
            entries.append(
                NewEntry(
                    kind=EntryKind.CAPTURE,
                    about=About.CAPTURE,
                    about_no=number,
                    digest=sha256(content),
                    recorded_at=recorded_at,
                    key_no=key_no,
                )
            )
        self._database.run_many(
            "INSERT INTO capture VALUES (?, ?, (SELECT content_no FROM content WHERE name = ?), ?, ?)", rows
        )
        place = self._log.append(entries)
        first = number - len(rows) + 1
        return [
            KeptCapture(place=place + at, number=first + at, digest=one.digest, n_bytes=one.n_bytes, known=one.known)
            for at, one in enumerate(kept)
        ]

    def _begin(self) -> None:
        """Before the first file of a transaction: take away what a writer before this one left."""
        if self._writing:
            return
        self._writing = True
        if self._vault.begin():
            unknown = [] if self._keeps_unknown else [name for name in self._vault.names() if not self._filed(name)]
            self._vault.remove(unknown)

    def _key_no(self, account: Account | None) -> int:
        if account is None:
            return CASE_KEY
        found = self._database.row(
            "SELECT witness_no FROM watched_account JOIN account USING (account_no) WHERE platform = ? AND id = ?",
            (account.platform, account.id),
        )
        return int(found[0]) if found else CASE_KEY


def _described(capture: Capture) -> Description:
    if len(capture.body) > MOST_BYTES:
        raise InvalidInput(f"a capture holds at most {MOST_BYTES // 2**20} MiB; this has {len(capture.body):,} bytes")
    return describe(capture)
