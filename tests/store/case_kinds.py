"""The three kinds of case every store test runs against, and small batches to put into them. All rows are made up."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from vigil.model.ids import AccountId, Digest, Platform
from vigil.model.witness import Account
from vigil.store.casefile import create_case, reading_case, writing_case
from vigil.store.keys import ScryptCost
from vigil.store.memory import memory_case
from vigil.usecases.ports import OBSERVATION_SCHEMA, CaseReader, CaseWriter, ReadBatch, Rejected, Secrets

CHEAP = ScryptCost(n=2**4)
PASSPHRASE = "six random words of a test"
SECRETS = Secrets(passphrase=PASSPHRASE)
NOW = datetime(2016, 12, 5, 7, tzinfo=UTC)
SOME_US = 1_480_876_200_000_000  # 2016-12-04T18:30:00Z


class Kept:
    """One case that can be opened again and again, whatever it is kept in."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind = kind
        self.folder = folder
        self.secrets = SECRETS if kind == "encrypted" else Secrets()
        self._in_memory = memory_case() if kind == "memory" else None
        if self._in_memory is None:
            new_case_at(folder, self.secrets.passphrase)

    def writer(self) -> AbstractContextManager[CaseWriter]:
        return self._memory() if self._in_memory else writing_case(self.folder, self.secrets)

    def reader(self) -> AbstractContextManager[CaseReader]:
        return self._memory() if self._in_memory else reading_case(self.folder, self.secrets)

    @contextmanager
    def _memory(self) -> Iterator[CaseWriter]:
        assert self._in_memory is not None
        yield self._in_memory


def new_case_at(folder: Path, passphrase: str | None = PASSPHRASE, **options: Any) -> str | None:
    return create_case(folder, passphrase=passphrase, created_at=NOW, written_by="test", cost=CHEAP, **options)


class FileOf:
    """As much of a Source as a case asks of one."""

    size = 1
    ignored_columns = ()

    def __init__(self, letter: str = "a", file_format: str = "csv") -> None:
        self.path = Path(f"/somewhere/{letter}.{file_format}")
        self.digest = Digest(letter * 64)
        self.format = file_format

    def batches(self) -> Iterator[ReadBatch]:
        raise NotImplementedError


def row(**values: Any) -> dict[str, Any]:
    blank: dict[str, Any] = dict.fromkeys(OBSERVATION_SCHEMA)
    return {**blank, "platform": "x", "account": "1", "published_us": SOME_US, "kind": "post", **values}


def frame(rows: list[dict[str, Any]], first: int = 1) -> pl.DataFrame:
    placed = [{**one, "position": first + at} for at, one in enumerate(rows)]
    return pl.DataFrame(placed, schema=OBSERVATION_SCHEMA)


def put(
    case: CaseWriter,
    rows: list[dict[str, Any]],
    *,
    file: FileOf | None = None,
    batch_rows: int = 1000,
    rejected: tuple[Rejected, ...] = (),
    end: bool = True,
) -> tuple[int, int]:
    """Import rows as one file; gives how many were added and how many known."""
    file = file or FileOf()
    case.begin_file(file, imported_at=NOW)
    added = known = 0
    for at in range(0, max(1, len(rows)), batch_rows):
        batch = ReadBatch(frame=frame(rows[at : at + batch_rows], at + 1), rejected=rejected if at == 0 else ())
        appended = case.append(file.digest, batch)
        added += appended.added
        known += appended.already_known
    if end:
        case.end_file(file.digest)
    return added, known


def account(name: str = "1", platform: str = "x") -> Account:
    return Account(Platform(platform), AccountId(name))


def everything(case: CaseReader) -> list[tuple[Any, ...]]:
    """All that a case says of every account's rows, whatever order they came in: without row numbers and origins."""
    database = case._database
    return sorted(
        database.rows(
            "SELECT a.platform, a.id, o.published_us, o.kind_no, o.mark, o.nth, d.text, d.url, d.state_no, "
            "(SELECT term FROM term WHERE term_no = o.handle_no), (SELECT term FROM term WHERE term_no = o.place_no), "
            "(SELECT term FROM term WHERE term_no = o.client_no) "
            "FROM observation AS o JOIN account AS a USING (account_no) LEFT JOIN detail AS d USING (row_no)"
        ),
        key=repr,
    )
