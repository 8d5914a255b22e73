"""A watchlist from a file: all of it or none, every fault told."""

import json
from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.model.witness import Basis, Stay
from vigil.sources.watchlist_file import COLUMNS, read_watchlist
from vigil.store.memory import memory_case
from vigil.usecases.import_watchlist import import_watchlist

ROWS = [
    {
        "account": "1",
        "platform": "X",
        "witness": "hawk",
        "handle": "@h",
        "place": "aleppo",
        "until": "2016-12-19",
        "budget": "3.6",
        "basis": "Consent",
        "review_on": "2027-01-31",
        "note": "call first, in Arabic",
    },
    {"account": "1", "platform": "x", "witness": "hawk", "place": "idlib", "from": "2016-12-19T00:00:00Z"},
    {"account": "9", "platform": "telegram", "witness": "hawk"},
    {"account": "2"},
]


def _csv(tmp_path: Path, rows: list[dict[str, str]]) -> Path:
    lines = [",".join(COLUMNS)]
    lines += [",".join(f'"{row.get(name, "")}"' for name in COLUMNS) for row in rows]
    path = tmp_path / "watchlist.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _jsonl(tmp_path: Path, rows: list[dict[str, str]]) -> Path:
    path = tmp_path / "watchlist.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("write", [_csv, _jsonl], ids=["csv", "jsonl"])
def test_rows_become_witnesses_with_accounts_and_stays(tmp_path: Path, write: object) -> None:
    """Rows of one witness come together; whoever has no name is given one; again, nothing changes."""
    assert callable(write)
    case = memory_case()
    read = read_watchlist(write(tmp_path, ROWS))
    assert import_watchlist(*read, case=case).added == ("hawk", "w-001")
    assert import_watchlist(*read, case=case).unchanged == ("hawk", "w-001")
    hawk = case.watchlist().witnesses[0]
    assert (hawk.basis, hawk.budget_per_year, hawk.note) == (Basis.CONSENT, 3.6, "call first, in Arabic")
    left = parse_instant("2016-12-19T00:00:00Z")
    assert [one.account.platform for one in hawk.accounts] == ["x", "telegram"]
    assert hawk.accounts[0].stays == (Stay(place="aleppo", end=left), Stay(place="idlib", begin=left))  # type: ignore[arg-type]


def test_one_fault_refuses_the_file_and_every_fault_is_told(tmp_path: Path) -> None:
    """Half a watchlist would leave someone unwatched and nobody the wiser."""
    rows = [*ROWS, {"account": "", "budget": "many", "basis": "hunch"}, {"account": "3", "from": "soon", "place": "p"}]
    case = memory_case()
    entries, refused = read_watchlist(_csv(tmp_path, rows))
    with pytest.raises(InvalidInput) as refusal:
        import_watchlist(entries, refused, case=case)
    assert [line.split(": ")[:2] for line in str(refusal.value).splitlines()] == [
        ["line 6", "account"],
        ["line 6", "budget"],
        ["line 6", "basis"],
        ["line 7", "from"],
    ]
    assert case.watchlist().witnesses == ()
