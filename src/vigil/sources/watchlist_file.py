"""A watchlist as CSV or JSON Lines: one row an account, or a stay of one."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from vigil.model.errors import InvalidInput
from vigil.model.ids import UNKNOWN_PLATFORM, AccountId, PlaceName, Platform, WitnessName
from vigil.model.instants import parse_instant
from vigil.model.witness import Account, Basis
from vigil.sources.opened import OpenedFile
from vigil.sources.small_tables import TableRow, csv_rows, jsonl_rows
from vigil.usecases.ports import Rejected
from vigil.usecases.watch_witnesses import WatchEntry, entry_faults

REQUIRED = ("account",)
COLUMNS = (
    *REQUIRED,
    "platform",
    "witness",
    "handle",
    "place",
    "from",
    "until",
    "budget",
    "basis",
    "review_on",
    "note",
)

Read = TypeVar("Read")


def read_watchlist(path: Path) -> tuple[list[WatchEntry], list[Rejected]]:
    """Every entry the file holds, and every row that is none.

    Raises:
        InvalidInput: It is empty, the column account is missing or one is there twice, or it is not UTF-8.
        Unavailable: It cannot be read.
    """
    OpenedFile.at(path)
    with path.open("rb") as stream:
        is_json = stream.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    entries: list[WatchEntry] = []
    refused: list[Rejected] = []
    for row in jsonl_rows(path, COLUMNS) if is_json else csv_rows(path, REQUIRED, COLUMNS):
        read = row if isinstance(row, Rejected) else _entry(row)
        if isinstance(read, WatchEntry):
            entries.append(read)
        else:
            refused.append(read)
    if not entries and not refused:
        raise InvalidInput(f"{path}: a header and no rows")
    return entries, refused


def parse_day_or_instant(text: str) -> datetime:
    """A day, from its first moment in UTC, or an instant with its zone.

    Raises:
        InvalidInput: It is neither.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return parse_instant(text)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def parse_account(text: str) -> Account:
    """An account written platform:id.

    Raises:
        InvalidInput: The platform or the id is missing: an id alone is as likely a platform, or a handle.
    """
    platform, colon, account = text.strip().partition(":")
    if not colon and platform:
        alone = f"{UNKNOWN_PLATFORM}:{platform}"
        raise InvalidInput(f"write platform:id, for example x:123; or {alone} if the platform is really not known")
    if not platform.strip() or not account.strip():
        raise InvalidInput("write platform:id, for example x:123")
    return Account(Platform(platform.strip().lower()), AccountId(account.strip()))


def parse_basis(text: str) -> Basis:
    """Why an account may be watched.

    Raises:
        InvalidInput: It is no basis we know.
    """
    if text.strip().lower() not in list(Basis):
        raise InvalidInput(f"not one of {', '.join(Basis)}")
    return Basis(text.strip().lower())


def parse_day(text: str) -> date:
    """A day.

    Raises:
        InvalidInput: It is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInput("not a day such as 2027-01-31") from error


def parse_budget(text: str) -> float:
    """A number of false alarms.

    Raises:
        InvalidInput: It is no number.
    """
    try:
        budget = float(text)
    except ValueError as error:
        raise InvalidInput("not a number") from error
    if not math.isfinite(budget):
        raise InvalidInput("not a number")
    return budget


def _entry(row: TableRow) -> WatchEntry | Rejected:
    faults: list[str] = []

    def read(name: str, parse: Callable[[str], Read]) -> Read | None:
        value = row.values.get(name)
        try:
            return parse(value) if value is not None else None
        except InvalidInput as fault:
            faults.append(f"{name}: {fault}")
            return None

    if row.values.get("account") is None:
        faults.append("account: missing")
    entry = WatchEntry(
        path=f"line {row.position}",
        witness=read("witness", WitnessName),
        account=Account(
            Platform((row.values.get("platform") or UNKNOWN_PLATFORM).lower()),
            AccountId(row.values.get("account") or ""),
        ),
        handle=read("handle", str),
        place=read("place", PlaceName),
        begin=read("from", parse_day_or_instant),
        end=read("until", parse_day_or_instant),
        budget_per_year=read("budget", parse_budget),
        basis=read("basis", parse_basis),
        review_on=read("review_on", parse_day),
        note=read("note", str),
    )
    faults += entry_faults(entry)
    return row.refusal(faults) if faults else entry
