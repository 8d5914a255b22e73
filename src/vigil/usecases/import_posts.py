"""Posts from files into a case: every row added, known already, or in quarantine with its reason.

It may be repeated, and killed at any moment: a file counts as heard, and its accounts as watched, only with its last
row, and a second run completes it to the same case.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, CollectorName, Digest, PlaceName, Platform, WitnessName
from vigil.model.instants import from_micros, to_micros
from vigil.model.witness import Account, Stay, WatchedAccount, Witness
from vigil.usecases.ports import CaseWriter, Clock, Progress, ReadBatch, Source, no_progress
from vigil.usecases.refusals import Reason, Refusals
from vigil.usecases.watch_witnesses import new_names


@dataclass(slots=True, kw_only=True)
class FileReport:
    """What became of one file's rows: added, known already, or quarantined. A dry run does not tell the first two."""

    path: Path
    digest: Digest
    format: str
    refusals: Refusals
    added: int | None = 0
    already_known: int | None = 0
    passed_over: int = 0  # entries of an archive that are not ours to read
    ignored_columns: tuple[str, ...] = ()
    first_at: datetime | None = None
    last_at: datetime | None = None
    n_accounts: int = 0
    newly_watched: tuple[WitnessName, ...] = ()
    n_read: int = 0  # rows understood

    def note(self, batch: ReadBatch) -> None:
        """Count a batch in, and say where its refused rows stand."""
        self.n_read += len(batch.frame)
        self.passed_over += batch.passed_over
        self.refusals.note(batch)

    @property
    def quarantined(self) -> int:
        """Rows refused."""
        return self.refusals.n_rows

    @property
    def reasons(self) -> dict[str, Reason]:
        """Why, with where."""
        return self.refusals.reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of every file."""

    files: tuple[FileReport, ...]

    @property
    def quarantined(self) -> int:
        """Rows refused, in all files."""
        return sum(file.quarantined for file in self.files)


def import_posts(
    sources: Sequence[Source],
    *,
    case: CaseWriter | None,
    clock: Clock,
    progress: Progress = no_progress,
    watch: bool = False,
    heard_until: datetime | None = None,
) -> ImportReport:
    """Read every file to its end.

    Args:
        sources: The files, opened.
        case: Where to; None for a dry run, which reads everything and keeps nothing.
        clock: Now.
        progress: Told how many bytes of how many are read.
        watch: Put every account of the files on the watchlist, each as a witness of its own, with the file's places.
        heard_until: Until when the files are known to hold everything; else until each account's last row.
    Raises:
        InvalidInput: `heard_until` is yet to come.
        Unavailable: A file or the case cannot be read or written on. What was kept so far stays, and is completed by
            importing again.
    """
    if heard_until is not None and heard_until > clock():
        raise InvalidInput("--heard-until: yet to come; nobody has heard it")
    total = sum(source.size for source in sources)
    done = 0
    reports = []
    for source in sources:
        so_far = partial(_told, progress, done=done, total=total, name=source.path.name)
        reports.append(
            _import_file(source, case=case, now=clock(), progress=so_far, watch=watch, heard_until=heard_until)
        )
        done += source.size
        progress(done, total, source.path.name)
    return ImportReport(files=tuple(reports))


def _told(progress: Progress, n_bytes: int, *, done: int, total: int, name: str) -> None:
    progress(done + n_bytes, total, name)


def _import_file(
    source: Source,
    *,
    case: CaseWriter | None,
    now: datetime,
    progress: Callable[[int], None],
    watch: bool,
    heard_until: datetime | None,
) -> FileReport:
    report = FileReport(
        path=source.path,
        digest=source.digest,
        format=source.format,
        refusals=Refusals(path=source.path, format=source.format),
    )
    heard = _Heard()
    if case is not None:
        known = case.begin_file(source, imported_at=now)
        now = known.imported_at if known is not None and known.complete else now
    kept: Counter[str] = Counter()
    for batch in source.batches():
        if case is not None:
            appended = case.append(source.digest, batch)
            kept.update(added=appended.added, already_known=appended.already_known)
        report.note(batch)
        heard.note(batch.frame)
        progress(batch.bytes_read)
    report.added, report.already_known = (None, None) if case is None else (kept["added"], kept["already_known"])
    report.ignored_columns = source.ignored_columns
    report.first_at, report.last_at, report.n_accounts = heard.extent()
    if case is not None:
        with case.transaction():
            case.add_coverage(heard.spans(source.digest, now=now, heard_until=heard_until))
            report.newly_watched = _watch(heard, case) if watch else ()
            case.end_file(source.digest)
    return report


_ACCOUNT = ("platform", "account")


class _Heard:
    """From when to when each account of a file is heard, its newest handle, and where it is said to be."""

    def __init__(self) -> None:
        self._accounts = pl.DataFrame(
            schema={
                "platform": pl.String,
                "account": pl.String,
                "first_us": pl.Int64,
                "last_us": pl.Int64,
                "handle": pl.String,
                "handle_us": pl.Int64,
            }
        )
        self._places = pl.DataFrame(
            schema={"platform": pl.String, "account": pl.String, "place": pl.String, "first_us": pl.Int64}
        )

    def note(self, frame: pl.DataFrame) -> None:
        """Take a batch's rows in; what is kept grows with the accounts, not with the rows."""
        published = pl.col("published_us")
        named = pl.col("handle").is_not_null()
        accounts = frame.group_by(_ACCOUNT).agg(
            published.min().alias("first_us"),
            published.max().alias("last_us"),
            pl.col("handle").filter(named).sort_by(published.filter(named)).last(),
            published.filter(named).max().alias("handle_us"),
        )
        self._accounts = (
            pl.concat([self._accounts, accounts])
            .group_by(_ACCOUNT)
            .agg(
                pl.col("first_us").min(),
                pl.col("last_us").max(),
                pl.col("handle").sort_by("handle_us", nulls_last=False).last(),
                pl.col("handle_us").max(),
            )
        )
        if frame.get_column("place").null_count() < len(frame):
            places = frame.filter(pl.col("place").is_not_null()).select(*_ACCOUNT, "place", first_us="published_us")
            self._places = pl.concat([self._places, places]).group_by(*_ACCOUNT, "place").agg(pl.col("first_us").min())

    def extent(self) -> tuple[datetime | None, datetime | None, int]:
        """The first and last instant of the file, and how many accounts it has."""
        if self._accounts.is_empty():
            return None, None, 0
        first_us, last_us = self._accounts.select(pl.col("first_us").min(), pl.col("last_us").max()).row(0)
        return from_micros(first_us), from_micros(last_us), len(self._accounts)

    def spans(self, digest: Digest, *, now: datetime, heard_until: datetime | None) -> list[CoverageSpan]:
        """Healthy hearing of each account, from its first row to its last or `heard_until`, and never past now.

        A single row heard at one instant is no span.
        """
        until_us = to_micros(heard_until) if heard_until is not None else None
        spans = []
        for platform, account, first_us, last_us in self._rows("first_us", "last_us"):
            end_us = max(min(last_us, to_micros(now)), until_us or first_us)
            if end_us > first_us:
                spans.append(
                    CoverageSpan(
                        collector=CollectorName(f"file:{digest[:12]}"),
                        begin=from_micros(first_us),
                        end=from_micros(end_us),
                        hearing=Hearing.HEALTHY,
                        account=Account(Platform(platform), AccountId(account)),
                        shown_by=digest,
                    )
                )
        return spans

    def watched(self) -> list[WatchedAccount]:
        """Every account with its handle and where it was: at each place from its first row there to the next place."""
        stays: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for platform, account, place, first_us in self._places.sort(*_ACCOUNT, "first_us", "place").iter_rows():
            stays.setdefault((platform, account), []).append((place, first_us))
        return [
            WatchedAccount(
                account=Account(Platform(platform), AccountId(account)),
                handle=handle,
                stays=_stays(stays.get((platform, account), [])),
            )
            for platform, account, handle in self._rows("handle")
        ]

    def _rows(self, *columns: str) -> list[tuple[Any, ...]]:
        return self._accounts.sort(_ACCOUNT).select(*_ACCOUNT, *columns).rows()


def _stays(places: Sequence[tuple[str, int]]) -> tuple[Stay, ...]:
    """One place holds for good; of several, the first from ever, each until the next begins, the last for good."""
    later = [from_micros(first_us) for _, first_us in places[1:]]
    begins, ends = [None, *later], [*later, None]
    return tuple(
        Stay(place=PlaceName(place), begin=begin, end=end)
        for (place, _), begin, end in zip(places, begins, ends, strict=False)  # no place, no stay
        if begin is None or begin != end
    )


def _watch(heard: _Heard, case: CaseWriter) -> tuple[WitnessName, ...]:
    """Put accounts not watched yet on the watchlist, each as a witness under a new pseudonym."""
    watchlist = case.watchlist()
    already = {watched.account for _, watched in watchlist.accounts()}
    unwatched = [watched for watched in heard.watched() if watched.account not in already]
    names = new_names(watchlist, len(unwatched))
    for name, watched in zip(names, unwatched, strict=True):
        case.put_witness(Witness(name=name, accounts=(watched,)))
    return tuple(names)
