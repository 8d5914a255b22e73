"""A case open for writing."""

import hashlib
import json
import secrets as chance
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from vigil.model.coverage import CoverageSpan
from vigil.model.errors import InvalidInput
from vigil.model.fate import FateEntry, ProofOfLife
from vigil.model.ids import Digest
from vigil.model.instants import to_micros
from vigil.model.witness import WatchedAccount, Witness
from vigil.store.appending import Appender, Run
from vigil.store.captures import WritableEvidence
from vigil.store.database import Conflict, Database
from vigil.store.keys import Keyring
from vigil.store.listening import KeepOthersOut, WritableListening
from vigil.store.logged import FATES, LOG, PROOFS_OF_LIFE, SETTINGS
from vigil.store.reading import _FILES, StoredCase, _file
from vigil.store.terms import Numbers
from vigil.store.testimony import WritableTestimony
from vigil.store.vault import Vault
from vigil.usecases.ports import Appended, ImportedFile, ReadBatch, Rejected, Setting, Source

_RAW_CHARACTERS = 4096
_SALT_BYTES = 32


class WritableCase(StoredCase):
    """Fulfils CaseWriter on a database."""

    def __init__(
        self,
        database: Database,
        *,
        path: Path,
        encrypted: bool,
        keyring: Keyring,
        vault: Vault,
        keeps_unknown: bool = False,
        import_lock: KeepOthersOut = nullcontext,
        listen_lock: KeepOthersOut = nullcontext,
    ) -> None:
        super().__init__(database, path=path, encrypted=encrypted, keyring=keyring, vault=vault)
        self._writing = WritableEvidence(database, self._log, vault, keeps_unknown=keeps_unknown)
        self._numbers = Numbers(database)
        self._appender = Appender(database, self._numbers)
        self._ears = WritableListening(
            database,
            self._log,
            numbers=self._numbers,
            appender=self._appender,
            encrypted=encrypted,
            lock=listen_lock,
        )
        self._keyring = keyring
        self._import_lock = import_lock
        self._importing = ExitStack()

    @property
    def evidence(self) -> WritableEvidence:
        """What was captured and logged, to be added to."""
        return self._writing

    @property
    def listening(self) -> WritableListening:
        """The sources, and how far each has listened, to be added to."""
        return self._ears

    @property
    def testimony(self) -> WritableTestimony:
        """What was read and judged, to be added to."""
        return WritableTestimony(self._database, self._log)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside it are kept together or not at all."""
        try:
            with self._database.transaction():
                yield
        except BaseException:
            self._numbers.forget()
            if not self._database.in_transaction:
                self._writing.undone()
            raise
        if not self._database.in_transaction:
            self._writing.committed()

    def begin_file(self, source: Source, *, imported_at: datetime) -> ImportedFile | None:
        """Note that a run over a file begins; gives the file's record where it is known already, else None.

        Raises:
            CaseHeld: Another process is importing into this case.
        """
        self._keep_other_imports_out()
        with self.transaction():
            known = self._database.row(f"{_FILES} WHERE f.digest = ?", (source.digest,))
            self._database.run(
                "INSERT INTO file (digest, name, format, imported_us, run_no) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (digest) DO UPDATE SET run_no = excluded.run_no, n_rows = 0, "
                "complete = 0, imported_us = iif(complete, imported_us, excluded.imported_us)",
                (source.digest, source.path.name, source.format, to_micros(imported_at), self._next_run()),
            )
        return _file(known) if known else None

    def append(self, digest: Digest, batch: ReadBatch) -> Appended:
        """Add a batch's rows and keep its refused ones in quarantine, in one transaction. Safe to repeat."""
        with self.transaction():
            run_no = self._run_over(digest)
            run = Run(run_no=run_no, part_no=self._part(digest, batch.member))
            appended = self._appender.append(batch.frame, run)
            for rejected in batch.rejected:
                self._quarantine(digest, rejected, batch.member, run_no)
            self._database.run("UPDATE file SET n_rows = n_rows + ? WHERE digest = ?", (batch.frame.height, digest))
        return appended

    def end_file(self, digest: Digest) -> None:
        """Note that the file was read to its end: what only an earlier run refused is no longer in quarantine."""
        with self.transaction():
            run_no = self._run_over(digest)
            self._database.run(
                "DELETE FROM quarantine WHERE run_no < ? AND part_no IN "
                "(SELECT part_no FROM part JOIN file USING (file_no) WHERE digest = ?)",
                (run_no, digest),
            )
            self._database.run("UPDATE file SET complete = 1 WHERE digest = ?", (digest,))
        self._importing.close()

    def leave_file(self) -> None:
        """Give up a file that was begun, so that others may be imported; what was kept of it stays."""
        self._importing.close()

    def put_witness(self, witness: Witness) -> None:
        """Add a witness, or replace the entry of the same name; accounts not named any more are unwatched.

        Raises:
            InvalidInput: One of the accounts is watched under another witness.
        """
        with self.transaction():
            review_on = witness.review_on.isoformat() if witness.review_on else None
            self._database.run(
                "INSERT INTO witness (name, basis, review_on, budget_per_year, note) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET basis = excluded.basis, review_on = excluded.review_on, "
                "budget_per_year = excluded.budget_per_year, note = excluded.note",
                (witness.name, witness.basis, review_on, witness.budget_per_year, witness.note),
            )
            witness_no = self._witness_no(witness.name)
            self._give_key(witness_no)
            self._database.run("DELETE FROM watched_account WHERE witness_no = ?", (witness_no,))
            for ordinal, watched in enumerate(witness.accounts):
                self._watch(witness_no, ordinal, watched)

    def add_coverage(self, spans: Sequence[CoverageSpan]) -> int:
        """Add spans; gives how many were new."""
        with self.transaction():
            return sum(self._add_span(span) for span in spans)

    def add_fate(self, entry: FateEntry) -> None:
        """Add an entry to the register.

        Raises:
            InvalidInput: The case has no such witness.
        """
        with self.transaction():
            number = self._database.inserted(
                "INSERT INTO fate (witness_no, fate, claimed_by, evidence, judged_by, recorded_us, occurred, reason) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._witness_no(entry.witness),
                    entry.fate,
                    entry.claimed_by,
                    entry.evidence,
                    entry.judged_by,
                    to_micros(entry.recorded_at),
                    entry.occurred,
                    entry.reason,
                ),
            )
            self._log.log_row(FATES, number)

    def add_proof_of_life(self, proof: ProofOfLife) -> None:
        """Add a proof of life.

        Raises:
            InvalidInput: The case has no such witness.
        """
        with self.transaction():
            number = self._database.inserted(
                "INSERT INTO proof_of_life (witness_no, spoke_with, how, judged_by, recorded_us, confirmed_until_us) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    self._witness_no(proof.witness),
                    proof.spoke_with,
                    proof.how,
                    proof.judged_by,
                    to_micros(proof.recorded_at),
                    to_micros(proof.confirmed_until),
                ),
            )
            self._log.log_row(PROOFS_OF_LIFE, number)

    def put_setting(self, setting: Setting) -> None:
        """Add a setting's newest value; earlier ones stay."""
        with self.transaction():
            number = self._database.inserted(
                "INSERT INTO setting (name, value, recorded_us, judged_by) VALUES (?, ?, ?, ?)",
                (setting.name, setting.value, to_micros(setting.recorded_at), setting.judged_by),
            )
            self._log.log_row(SETTINGS, number)

    def log(self, event: str, *, at: datetime, by: str | None, detail: dict[str, str]) -> None:
        """Add to the case's own log. Each entry's link covers all before it; its leaf commits to a salted digest."""
        at_us = to_micros(at)
        said = json.dumps({"by": by, **{f"detail.{key}": value for key, value in detail.items()}}, sort_keys=True)
        salt = chance.token_bytes(_SALT_BYTES)
        leaf = log_leaf(at_us, event, said, salt)
        with self.transaction():
            before = self._database.row("SELECT link FROM log ORDER BY log_no DESC LIMIT 1")
            link = hashlib.sha256((before[0] if before else b"") + leaf).digest()
            number = self._database.inserted(
                "INSERT INTO log (at_us, event, said, salt, leaf, link) VALUES (?, ?, ?, ?, ?, ?)",
                (at_us, event, said, salt, leaf, link),
            )
            self._log.log_row(LOG, number)

    def close(self) -> None:
        """Let go of what an import still holds."""
        self._importing.close()

    def _keep_other_imports_out(self) -> None:
        self._importing.close()  # an import before this one may not have been ended
        self._importing.enter_context(self._import_lock())

    def _next_run(self) -> int:
        found = self._database.row("UPDATE case_record SET last_run = last_run + 1 RETURNING last_run")
        assert found is not None  # noqa: S101 - a case has its record from the start
        return int(found[0])

    def _run_over(self, digest: Digest) -> int:
        found = self._database.row("SELECT run_no FROM file WHERE digest = ? AND NOT complete", (digest,))
        if found is None:
            raise InvalidInput("append: begin_file comes first")
        return int(found[0])

    def _part(self, digest: Digest, member: str | None) -> int:
        self._database.run(
            "INSERT OR IGNORE INTO part (file_no, member) SELECT file_no, ? FROM file WHERE digest = ?",
            (member or "", digest),
        )
        found = self._database.row(
            "SELECT part_no FROM part JOIN file USING (file_no) WHERE digest = ? AND member = ?",
            (digest, member or ""),
        )
        assert found is not None  # noqa: S101 - inserted just before
        return int(found[0])

    def _quarantine(self, digest: Digest, rejected: Rejected, member: str | None, run_no: int) -> None:
        part_no = self._part(digest, rejected.member if rejected.member is not None else member)
        raw = rejected.raw[:_RAW_CHARACTERS] if rejected.raw is not None else None
        self._database.run(
            "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?, ?)",
            (part_no, rejected.position, run_no, rejected.n_rows, json.dumps(rejected.reasons), raw),
        )

    def _give_key(self, witness_no: int) -> None:
        self._database.run(
            "INSERT OR IGNORE INTO witness_key (witness_no, wrapped) VALUES (?, ?)",
            (witness_no, self._keyring.new_wrapped_key()),
        )

    def _watch(self, witness_no: int, ordinal: int, watched: WatchedAccount) -> None:
        number = self._numbers.account(watched.account.platform, watched.account.id)
        try:
            self._database.run(
                "INSERT INTO watched_account VALUES (?, ?, ?, ?)", (number, witness_no, ordinal, watched.handle)
            )
        except Conflict as error:
            raise InvalidInput(
                f"accounts[{ordinal}]: watched already, under another witness or named twice; take it off there first"
            ) from error
        for at, stay in enumerate(watched.stays):
            begin_us = to_micros(stay.begin) if stay.begin else None
            end_us = to_micros(stay.end) if stay.end else None
            self._database.run("INSERT INTO stay VALUES (?, ?, ?, ?, ?)", (number, at, stay.place, begin_us, end_us))

    def _add_span(self, span: CoverageSpan) -> int:
        begin_us, end_us = to_micros(span.begin), to_micros(span.end)
        if end_us <= begin_us:
            raise InvalidInput("coverage: a span's end must come after its begin")
        account = span.account
        return self._database.run(
            "INSERT OR IGNORE INTO coverage (collector, begin_us, end_us, hearing, platform, place, "
            "account_platform, account_id, shown_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                span.collector,
                begin_us,
                end_us,
                span.hearing,
                span.platform or "",
                span.place or "",
                account.platform if account else "",
                account.id if account else "",
                span.shown_by,
            ),
        )


def log_leaf(at_us: int, event: str, said: str, salt: bytes) -> bytes:
    """What the log commits to for one entry: without the salt nobody can try what it might have said."""
    return hashlib.sha256(salt + json.dumps([at_us, event, said]).encode()).digest()
