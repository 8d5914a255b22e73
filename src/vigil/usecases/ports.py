"""What the use cases need from outside: small Protocols, and the shape of what passes through them.

Everything behind a port passes the same tests (tests/store, tests/sources), whatever engine it uses.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vigil.evidence.merkle import NodeId
from vigil.evidence.signed_note import VerifierKey
from vigil.evidence.timestamps import TimestampKind
from vigil.model.capture import Capture, Description
from vigil.model.coverage import CoverageSpan
from vigil.model.errors import IntegrityError
from vigil.model.fate import FateEntry, ProofOfLife
from vigil.model.held import HeldFor, Release
from vigil.model.ids import Digest, WitnessName
from vigil.model.media import MediaRecord
from vigil.model.observation import AccountState, Observation
from vigil.model.timelines import Timelines
from vigil.model.witness import Account, WatchedAccount, Watchlist, Witness
from vigil.usecases.listening.ports import ListeningReader, ListeningWriter
from vigil.usecases.testimony.ports import TestimonyReader, TestimonyWriter

Clock = Callable[[], datetime]
"""Now, in UTC. Given by bootstrap; tests give their own."""

OBSERVATION_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "platform": pl.String,  # never null: `unknown` where the file does not say
    "account": pl.String,  # never null or empty
    "published_us": pl.Int64,  # never null: microseconds since 1970, UTC
    "kind": pl.String,  # never null: a value of model.observation.Kind
    "post": pl.String,  # the platform's id of the post, or null
    "handle": pl.String,
    "text": pl.String,
    "lang": pl.String,
    "url": pl.String,
    "place": pl.String,
    "state": pl.String,  # a value of model.observation.AccountState, with kind account_state only
    "client": pl.String,
    "reply_to": pl.String,
    "repost_of": pl.String,
    "position": pl.Int64,  # never null: 1-based line or row within the file or member
}
"""A batch of observations as columns: the form in which a million rows travel from a file into a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that was refused, with everything needed to mend it."""

    position: int  # 1-based, as in OBSERVATION_SCHEMA
    reasons: tuple[str, ...]  # every fault found, each with its path: `published_at: no time zone`
    raw: str | None  # the row as it stood, cut at 4,096 characters; None for archives, which hold private matter
    member: str | None = None  # the file inside an archive
    n_rows: int = 1  # how many rows it stands for: more where a whole block of a file does not read


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBatch:
    """What a reader gives at a time: rows understood, rows refused, and how far in the file it is."""

    frame: pl.DataFrame  # columns as OBSERVATION_SCHEMA
    rejected: tuple[Rejected, ...] = ()
    member: str | None = None
    bytes_read: int = 0  # of the file so far, for a progress bar
    passed_over: int = 0  # entries of an archive that are not ours to read: private, or another's


class Source(Protocol):
    """One opened file of posts."""

    path: Path
    digest: Digest
    size: int  # bytes
    format: str  # csv, jsonl, parquet, x-archive, telegram-export, mastodon-outbox
    ignored_columns: tuple[str, ...]  # columns present that are not read

    def batches(self) -> Iterator[ReadBatch]:
        """The file's rows in order, in batches small enough that memory does not grow with the file."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What became of a batch."""

    added: int
    already_known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsOfLife:
    """Everything accounts did by themselves up to an instant, as columns beside `timelines.at_us`.

    `timelines` has one row a distinct (account, instant); where several observations share one, `kind` and `client`
    are those of the first in `Kind` order.
    """

    timelines: Timelines
    kind: NDArray[np.uint8]  # index into list(Kind)
    client: NDArray[np.int32]  # index into clients, -1 for unknown
    clients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """The platform said this of an account, then."""

    account: Account
    at: datetime
    state: AccountState


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPost:
    """One kept post with what its author did to it since."""

    row: int  # our row, for naming it where the platform gave no id
    observation: Observation
    deleted: bool  # its author deleted it, as far as we heard: held


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInfo:
    """What a case says of itself."""

    path: Path
    encrypted: bool
    schema_version: int
    created_at: datetime
    written_by: str  # the Vigil version that created or last upgraded it
    n_witnesses: int
    n_accounts: int
    n_observations: int
    n_quarantined: int
    n_files: int
    first_at: datetime | None
    last_at: datetime | None
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """A file whose rows are in the case."""

    digest: Digest
    name: str  # the file's name without its folders
    format: str
    imported_at: datetime
    complete: bool  # False where an import was cut short: importing it again completes it
    n_rows: int
    n_quarantined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A refused row that waits in the case."""

    digest: Digest  # of its file
    name: str  # the file's name without its folders
    format: str
    rejected: Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting that can change a finding, as it was from an instant on."""

    name: str
    value: str  # JSON
    recorded_at: datetime
    judged_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCheckpoint:
    """A checkpoint of the case's evidence log."""

    number: int  # of the checkpoint, from 1
    size: int  # entries it covers
    note: bytes  # signed, as given away
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTimestamp:
    """A timestamp on a checkpoint. None is ever removed: a fuller proof is another one.

    Without its token it did not open, so that nothing else said of it can be relied on either.
    """

    number: int  # from 1, without gaps
    checkpoint: int  # the number of the checkpoint it is on
    kind: TimestampKind
    authority: str  # the address that was asked
    token: bytes | None  # as evidence.timestamps or evidence.open_timestamps has it
    received_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCapture:
    """A capture that is on disk and in the log."""

    place: int  # of its entry in the log, from 0
    number: int  # of the capture, from 1
    digest: Digest  # of its bytes as received
    n_bytes: int
    known: bool  # the same bytes of the same witness were kept before: they are not stored twice


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMedia:
    """A capture of media, with what is known of it."""

    number: int  # of the capture
    said: Description
    record: MediaRecord
    held: bool  # its author deleted the post since, or their account


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredContent:
    """A file the vault should hold."""

    number: int
    key_no: int
    name: bytes
    n_bytes: int  # of the content, not the file


class Missing(IntegrityError):
    """A file of the vault is not there."""


class LeafFault(NamedTuple):
    """What is wrong with how an entry's content is kept."""

    kind: str  # a value of evidence.verify.DoubtKind
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLeaf:
    """An entry of the log, with what opens it as it is now."""

    place: int
    entry: bytes
    salt: bytes | None = None
    content: bytes | None = None
    said: Description | None = None  # of a capture
    number: int | None = None  # the capture's, from 1
    filed: StoredContent | None = None  # where a capture's bytes are
    must_open: bool = False  # nobody withdrew: content and salt have to be there
    withdrawn: bool = False  # its key was destroyed, and a withdrawal is on record
    fault: LeafFault | None = None


class HeldBack(Protocol):
    """What is held, as it stood when this was made."""

    def why(self, leaf: OpenedLeaf) -> HeldFor | None:
        """Why a capture may be in no export. None: it may, or it was released."""
        ...


class StoredTree(Protocol):
    """The log beneath the evidence."""

    def size(self) -> int: ...
    def key(self) -> VerifierKey: ...
    def read(self, wanted: Sequence[NodeId]) -> Sequence[bytes]: ...
    def add_checkpoint(self, made_at: datetime) -> KeptCheckpoint | None:
        """Sign the log as it stands; where the newest checkpoint covers it, give that. None: the log is empty."""
        ...

    def sign(self, text: str) -> bytes:
        """A text that cannot be taken for a checkpoint, as a note signed by the log's key."""
        ...


class EvidenceReader(Protocol):
    """What was captured and logged in a case, as it is kept now."""

    @property
    def log(self) -> StoredTree: ...
    def checkpoints(self) -> list[KeptCheckpoint]: ...
    def timestamps(self) -> list[KeptTimestamp]:
        """Every timestamp on a checkpoint, in the order they came."""
        ...

    def leaves(self) -> Iterator[OpenedLeaf]:
        """Every entry in order."""
        ...

    def contents(self) -> Iterator[StoredContent]: ...
    def n_contents(self) -> int: ...
    def read_content(self, content: StoredContent) -> bytes | None:
        """The bytes as received. None: their key was destroyed. Raises IntegrityError where the file is not so."""
        ...

    def held_back(self) -> HeldBack:
        """What is held as of now: made once for a pass over the captures."""
        ...

    def releases(self) -> list[Release]:
        """Every release, in the order they were made."""
        ...

    def ends_closed(self) -> bool:
        """Whether the last that was logged is that the case was closed."""
        ...

    def media(self) -> Iterator[KeptMedia]:
        """Every capture of media whose facts are known, in order; what was withdrawn is not among them."""
        ...

    def page_faults(self) -> list[str]: ...
    def n_not_logged(self) -> dict[str, int]: ...
    def nodes_at(self, level: int, first: int, last: int) -> list[bytes]: ...
    def n_nodes(self) -> int: ...
    def n_left_over(self) -> int: ...


class EvidenceWriter(EvidenceReader, Protocol):
    """The same, to be added to."""

    def add(self, captures: Sequence[Capture], *, recorded_at: datetime) -> list[KeptCapture]:
        """Keep captures, inside a transaction: all of them, or on an error none."""
        ...

    def add_media(self, capture_no: int, record: MediaRecord) -> None:
        """Say what is known of a capture of media, once, in the transaction that keeps it."""
        ...

    def add_timestamp(
        self, checkpoint: KeptCheckpoint, *, kind: TimestampKind, authority: str, token: bytes, received_at: datetime
    ) -> KeptTimestamp:
        """Keep a timestamp that was held against its checkpoint, inside a transaction."""
        ...

    def release(self, release: Release) -> None:
        """Let a held capture go into exports. It cannot be unmade."""
        ...


class CaseReader(Protocol):
    """A case, open for reading: any number of readers beside one writer, each seeing whole commits only."""

    @property
    def evidence(self) -> EvidenceReader: ...
    @property
    def listening(self) -> ListeningReader: ...
    @property
    def testimony(self) -> TestimonyReader: ...
    def info(self) -> CaseInfo: ...
    def watchlist(self) -> Watchlist: ...
    def files(self) -> list[ImportedFile]: ...
    def quarantine(self, *, files: Sequence[Digest], skip: int, limit: int) -> list[Quarantined]:
        """Refused rows of these files, in the order the files came and then as they stand there, `limit` at most."""
        ...

    def n_quarantined(self, files: Sequence[Digest]) -> int:
        """How many entries there are in all: one may stand for many rows."""
        ...

    def coverage(self, *, until: datetime) -> list[CoverageSpan]: ...
    def fates(self, witness: WitnessName | None = None) -> list[FateEntry]: ...
    def proofs_of_life(self) -> list[ProofOfLife]: ...
    def setting(self, name: str) -> Setting | None:
        """The newest value of a setting, or None where it was never set."""
        ...

    def accounts_with_posts(self) -> list[WatchedAccount]:
        """Every account any row was imported for, watched or not, with its newest handle and last place given."""
        ...

    def signs_of_life(self, accounts: Sequence[Account], *, until: datetime) -> SignsOfLife:
        """Signs of life of these accounts, in this order, published at or before `until`."""
        ...

    def state_changes(self, accounts: Sequence[Account], *, until: datetime) -> list[StateChange]: ...

    def posts(self, account: Account, *, since: datetime, until: datetime, limit: int) -> list[KeptPost]:
        """Posts, replies, edits and reposts of one account from the newest backwards, at most `limit`."""
        ...


class CaseWriter(CaseReader, Protocol):
    """A case, open for writing: one writer at a time; each write waits up to 10 s for its turn."""

    @property
    def evidence(self) -> EvidenceWriter: ...
    @property
    def listening(self) -> ListeningWriter: ...
    @property
    def testimony(self) -> TestimonyWriter: ...
    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside it are kept together or not at all."""
        ...

    def begin_file(self, source: Source, *, imported_at: datetime) -> ImportedFile | None:
        """Note that a file's import begins; gives the file's record where it is known already, else None."""
        ...

    def append(self, digest: Digest, batch: ReadBatch) -> Appended:
        """Add a batch's rows and keep its refused ones in quarantine, in one transaction. Safe to repeat."""
        ...

    def end_file(self, digest: Digest) -> None: ...
    def leave_file(self) -> None:
        """Give up a file that was begun, so that others may be imported; what was kept of it stays."""
        ...

    def put_witness(self, witness: Witness) -> None:
        """Add a witness, or replace the entry of the same name; accounts not named any more are unwatched."""
        ...

    def add_coverage(self, spans: Sequence[CoverageSpan]) -> int:
        """Add spans; gives how many were new."""
        ...

    def add_fate(self, entry: FateEntry) -> None: ...
    def add_proof_of_life(self, proof: ProofOfLife) -> None: ...
    def put_setting(self, setting: Setting) -> None: ...
    def log(self, event: str, *, at: datetime, by: str | None, detail: dict[str, str]) -> None:
        """Add to the case's own log (who saw held text and why, who restored a copy). Rows are never changed."""
        ...


class Progress(Protocol):
    """Told how far a use case is; the command line draws it, tests count it."""

    def __call__(self, done: int, total: int | None, note: str = "") -> None: ...


def no_progress(done: int, total: int | None, note: str = "") -> None:
    """Progress told to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """How a case is unlocked. It never prints itself."""

    passphrase: str | None = field(default=None, repr=False)  # None: an unencrypted case
    recovery_key: str | None = field(default=None, repr=False)


class ReadCase(Protocol):
    """Opens a case for reading."""

    def __call__(self, case: Path, secrets: Secrets) -> AbstractContextManager[CaseReader]: ...


class OpenCase(Protocol):
    """Opens a case for writing."""

    def __call__(self, case: Path, secrets: Secrets) -> AbstractContextManager[CaseWriter]: ...
