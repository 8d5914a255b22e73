"""A case open for reading."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.fate import Fate, FateEntry, ProofOfLife
from vigil.model.ids import AccountId, CollectorName, Digest, PlaceName, Platform, WitnessName
from vigil.model.instants import from_micros, to_micros
from vigil.model.witness import Account, Basis, Stay, WatchedAccount, Watchlist, Witness
from vigil.store.captures import StoredEvidence
from vigil.store.database import Database
from vigil.store.keys import Keyring
from vigil.store.listening import StoredListening
from vigil.store.log import StoredLog
from vigil.store.migrate import schema_of
from vigil.store.posts import posts_of
from vigil.store.signs import signs_of
from vigil.store.terms import account_no
from vigil.store.testimony import StoredTestimony
from vigil.store.vault import Vault
from vigil.store.words import STATE_OF
from vigil.usecases.ports import (
    CaseInfo,
    ImportedFile,
    KeptPost,
    Quarantined,
    Rejected,
    Setting,
    SignsOfLife,
    StateChange,
)


class StoredCase:
    """Fulfils CaseReader on a database."""

    def __init__(self, database: Database, *, path: Path, encrypted: bool, keyring: Keyring, vault: Vault) -> None:
        self._database = database
        self._path = path
        self._encrypted = encrypted
        self._log = StoredLog(database, keyring)
        self._evidence = StoredEvidence(database, self._log, vault)

    @property
    def evidence(self) -> StoredEvidence:
        """What was captured and logged."""
        return self._evidence

    @property
    def listening(self) -> StoredListening:
        """The sources, and how far each has listened."""
        return StoredListening(self._database, self._log)

    @property
    def testimony(self) -> StoredTestimony:
        """The words of the case, what was read from them and judged of it."""
        return StoredTestimony(self._database, self._log)

    def info(self) -> CaseInfo:
        """What the case says of itself."""
        created_us, written_by = self._one("SELECT created_us, written_by FROM case_record")
        n_observations, first_us, last_us = self._one(
            "SELECT count(*), min(published_us), max(published_us) FROM observation"
        )
        return CaseInfo(
            path=self._path,
            encrypted=self._encrypted,
            schema_version=schema_of(self._database),
            created_at=from_micros(created_us),
            written_by=written_by,
            n_witnesses=self._count("witness"),
            n_accounts=self._count("account"),
            n_observations=n_observations,
            n_quarantined=self._one("SELECT coalesce(sum(n_rows), 0) FROM quarantine")[0],
            n_files=self._count("file"),
            first_at=_instant(first_us),
            last_at=_instant(last_us),
            size_bytes=_size(self._path) + self._one("SELECT coalesce(sum(n_bytes), 0) FROM content")[0],
        )

    def watchlist(self) -> Watchlist:
        """Everyone watched, in the order they were added."""
        stays: dict[int, list[Stay]] = {}
        for number, place, begin_us, end_us in self._database.rows(
            "SELECT account_no, place, begin_us, end_us FROM stay ORDER BY account_no, ordinal"
        ):
            stay = Stay(place=PlaceName(place), begin=_instant(begin_us), end=_instant(end_us))
            stays.setdefault(number, []).append(stay)
        accounts: dict[int, list[WatchedAccount]] = {}
        for witness_no, number, platform, name, handle in self._database.rows(
            "SELECT w.witness_no, a.account_no, a.platform, a.id, w.handle "
            "FROM watched_account AS w JOIN account AS a USING (account_no) ORDER BY w.witness_no, w.ordinal"
        ):
            account = Account(Platform(platform), AccountId(name))
            watched = WatchedAccount(account=account, handle=handle, stays=tuple(stays.get(number, ())))
            accounts.setdefault(witness_no, []).append(watched)
        witnesses = [
            Witness(
                name=WitnessName(name),
                accounts=tuple(accounts.get(witness_no, ())),
                basis=Basis(basis),
                review_on=date.fromisoformat(review_on) if review_on else None,
                budget_per_year=budget,
                note=note,
            )
            for witness_no, name, basis, review_on, budget, note in self._database.rows(
                "SELECT witness_no, name, basis, review_on, budget_per_year, note FROM witness ORDER BY witness_no"
            )
        ]
        return Watchlist(witnesses=tuple(witnesses))

    def files(self) -> list[ImportedFile]:
        """Every file whose import was begun, in that order."""
        return [_file(row) for row in self._database.rows(f"{_FILES} ORDER BY f.file_no")]

    def quarantine(self, *, files: Sequence[Digest], skip: int, limit: int) -> list[Quarantined]:
        """Refused rows of these files, in the order the files came and then as they stand there, `limit` at most."""
        rows = self._database.rows(
            "SELECT f.digest, f.name, f.format, p.member, q.position, q.n_rows, q.reasons, q.raw "
            "FROM file AS f JOIN part AS p USING (file_no) JOIN quarantine AS q USING (part_no) "
            "WHERE f.digest IN (SELECT value FROM json_each(?)) "
            "ORDER BY f.file_no, p.part_no, q.position LIMIT ? OFFSET ?",
            (json.dumps(files), limit, skip),
        )
        return [_quarantined(row) for row in rows]

    def n_quarantined(self, files: Sequence[Digest]) -> int:
        """How many entries there are in all: one may stand for many rows."""
        found = self._database.row(
            "SELECT count(*) FROM file AS f JOIN part AS p USING (file_no) JOIN quarantine AS q USING (part_no) "
            "WHERE f.digest IN (SELECT value FROM json_each(?))",
            (json.dumps(files),),
        )
        return int(found[0]) if found else 0

    def coverage(self, *, until: datetime) -> list[CoverageSpan]:
        """Spans begun before an instant, by their begin."""
        rows = self._database.rows(
            "SELECT collector, begin_us, end_us, hearing, platform, place, account_platform, account_id, shown_by "
            "FROM coverage WHERE begin_us < ? ORDER BY begin_us, coverage_no",
            (to_micros(until),),
        )
        return [_span(row) for row in rows]

    def fates(self, witness: WitnessName | None = None) -> list[FateEntry]:
        """Entries of the register, in the order they were made."""
        rows = self._database.rows(
            "SELECT w.name, f.fate, f.claimed_by, f.evidence, f.judged_by, f.recorded_us, f.occurred, f.reason "
            "FROM fate AS f JOIN witness AS w USING (witness_no) WHERE ? IS NULL OR w.name = ? ORDER BY f.fate_no",
            (witness, witness),
        )
        return [
            FateEntry(
                witness=WitnessName(name),
                fate=Fate(fate),
                claimed_by=claimed_by,
                evidence=evidence,
                judged_by=judged_by,
                recorded_at=from_micros(recorded_us),
                occurred=occurred,
                reason=reason,
            )
            for name, fate, claimed_by, evidence, judged_by, recorded_us, occurred, reason in rows
        ]

    def proofs_of_life(self) -> list[ProofOfLife]:
        """Every proof of life, in the order they were recorded."""
        rows = self._database.rows(
            "SELECT w.name, p.spoke_with, p.how, p.judged_by, p.recorded_us, p.confirmed_until_us "
            "FROM proof_of_life AS p JOIN witness AS w USING (witness_no) ORDER BY p.proof_no"
        )
        return [
            ProofOfLife(
                witness=WitnessName(name),
                spoke_with=spoke_with,
                how=how,
                judged_by=judged_by,
                recorded_at=from_micros(recorded_us),
                confirmed_until=from_micros(confirmed_us),
            )
            for name, spoke_with, how, judged_by, recorded_us, confirmed_us in rows
        ]

    def setting(self, name: str) -> Setting | None:
        """The newest value of a setting, or None where it was never set."""
        found = self._database.row(
            "SELECT value, recorded_us, judged_by FROM setting WHERE name = ? "
            "ORDER BY recorded_us DESC, setting_no DESC LIMIT 1",
            (name,),
        )
        if found is None:
            return None
        value, recorded_us, judged_by = found
        return Setting(name=name, value=value, recorded_at=from_micros(recorded_us), judged_by=judged_by)

    def accounts_with_posts(self) -> list[WatchedAccount]:
        """Every account any row was imported for, with its newest handle and the last place given."""
        rows = self._database.rows(
            "SELECT a.platform, a.id, "
            "(SELECT t.term FROM account_handle AS h JOIN term AS t ON t.term_no = h.handle_no "
            " WHERE h.account_no = a.account_no ORDER BY h.last_us DESC, h.first_us DESC, t.term LIMIT 1), "
            "(SELECT t.term FROM account_place AS p JOIN term AS t ON t.term_no = p.place_no "
            " WHERE p.account_no = a.account_no ORDER BY p.last_us DESC, p.first_us DESC, t.term LIMIT 1) "
            "FROM account AS a WHERE EXISTS (SELECT 1 FROM observation AS o WHERE o.account_no = a.account_no) "
            "ORDER BY a.platform, a.id"
        )
        return [
            WatchedAccount(
                account=Account(Platform(platform), AccountId(name)),
                handle=handle,
                stays=(Stay(place=PlaceName(place)),) if place is not None else (),
            )
            for platform, name, handle, place in rows
        ]

    def signs_of_life(self, accounts: Sequence[Account], *, until: datetime) -> SignsOfLife:
        """Signs of life of these accounts, in this order, published at or before `until`."""
        return signs_of(self._database, accounts, until_us=to_micros(until))

    def state_changes(self, accounts: Sequence[Account], *, until: datetime) -> list[StateChange]:
        """What the platform said of these accounts up to `until`, by account as given, then by instant."""
        changes = []
        for account in accounts:
            rows = self._database.rows(
                "SELECT o.published_us, d.state_no FROM observation AS o JOIN detail AS d USING (row_no) "
                "WHERE o.account_no = ? AND o.kind_no = 6 AND o.published_us <= ? AND d.state_no IS NOT NULL "
                "ORDER BY o.published_us, o.row_no",
                (account_no(self._database, account), to_micros(until)),
            )
            changes += [StateChange(account=account, at=from_micros(us), state=STATE_OF[state]) for us, state in rows]
        return changes

    def posts(self, account: Account, *, since: datetime, until: datetime, limit: int) -> list[KeptPost]:
        """Posts, replies, edits and reposts of one account from the newest backwards, at most `limit`."""
        return posts_of(self._database, account, since_us=to_micros(since), until_us=to_micros(until), limit=limit)

    def _witness_no(self, name: WitnessName) -> int:
        found = self._database.row("SELECT witness_no FROM witness WHERE name = ?", (name,))
        if found is None:
            raise InvalidInput("no witness of this name is in the case: `vigil watch list` shows who is")
        return int(found[0])

    def _count(self, table: str) -> int:
        return int(self._one(f"SELECT count(*) FROM {table}")[0])  # noqa: S608 - our own word

    def _one(self, statement: str) -> tuple[Any, ...]:
        found = self._database.row(statement)
        if found is None:
            raise IntegrityError("the case lacks its own record: restore it from a backup")
        return found


_FILES = """
SELECT f.digest, f.name, f.format, f.imported_us, f.complete, f.n_rows,
    (SELECT coalesce(sum(q.n_rows), 0) FROM quarantine AS q JOIN part AS p USING (part_no) WHERE p.file_no = f.file_no)
FROM file AS f
"""


def _file(row: tuple[Any, ...]) -> ImportedFile:
    digest, name, file_format, imported_us, complete, n_rows, n_quarantined = row
    return ImportedFile(
        digest=Digest(digest),
        name=name,
        format=file_format,
        imported_at=from_micros(imported_us),
        complete=bool(complete),
        n_rows=n_rows,
        n_quarantined=n_quarantined,
    )


def _quarantined(row: tuple[Any, ...]) -> Quarantined:
    digest, name, file_format, member, position, n_rows, reasons, raw = row
    rejected = Rejected(
        position=position, reasons=tuple(json.loads(reasons)), raw=raw, member=member or None, n_rows=n_rows
    )
    return Quarantined(digest=Digest(digest), name=name, format=file_format, rejected=rejected)


def _span(row: tuple[Any, ...]) -> CoverageSpan:
    collector, begin_us, end_us, hearing, platform, place, account_platform, account_id, shown_by = row
    return CoverageSpan(
        collector=CollectorName(collector),
        begin=from_micros(begin_us),
        end=from_micros(end_us),
        hearing=Hearing(hearing),
        platform=Platform(platform) if platform else None,
        place=PlaceName(place) if place else None,
        account=Account(Platform(account_platform), AccountId(account_id)) if account_id else None,
        shown_by=shown_by,
    )


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*") if file.is_file()) if folder.is_dir() else 0
