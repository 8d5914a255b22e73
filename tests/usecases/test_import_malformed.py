"""Ten thousand malformed rows of every kind among good ones, and damaged files: nothing lost, nothing twice."""

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from importing import contents, imported

from vigil.model.errors import InvalidInput
from vigil.store.memory import memory_case

N_MALFORMED, N_GOOD = 10_000, 5_000

AT = "2016-12-04T18:30:00Z"
FAULTS: dict[str, Callable[[int], dict[str, object]]] = {
    "no account": lambda _: {"published_at": AT},
    "blank account": lambda _: {"account": "   ", "published_at": AT},
    "control character": lambda n: {"account": f"a\x07{n}", "published_at": AT},
    "overlong account": lambda n: {"account": "x" * 3000 + str(n), "published_at": AT},
    "no time": lambda n: {"account": f"m{n}"},
    "no zone": lambda n: {"account": f"m{n}", "published_at": "2016-12-04T18:30:00"},
    "date alone": lambda n: {"account": f"m{n}", "published_at": "2016-12-04"},
    "no such day": lambda n: {"account": f"m{n}", "published_at": "2016-02-30T10:00:00Z"},
    "words": lambda n: {"account": f"m{n}", "published_at": "yesterday"},
    "milliseconds": lambda n: {"account": f"m{n}", "published_at": str(1480876200000 + n)},
    "negative": lambda n: {"account": f"m{n}", "published_at": str(-n - 1)},
    "nan": lambda n: {"account": f"m{n}", "published_at": "NaN"},
    "infinite": lambda n: {"account": f"m{n}", "published_at": "1e400"},
    "year one": lambda n: {"account": f"m{n}", "published_at": "0001-01-01T00:00:00Z"},
    "year 10000": lambda n: {"account": f"m{n}", "published_at": "10000-01-01T00:00:00Z"},
    "unknown kind": lambda n: {"account": f"m{n}", "published_at": AT, "kind": "tweet"},
    "state without kind": lambda n: {"account": f"m{n}", "published_at": AT, "state": "deleted"},
    "kind without state": lambda n: {"account": f"m{n}", "published_at": AT, "kind": "account_state"},
    "unknown state": lambda n: {"account": f"m{n}", "published_at": AT, "kind": "account_state", "state": "gone"},
    "nul": lambda n: {"account": f"m{n}", "published_at": AT, "text": f"a\x00{n}"},
}
COLUMNS = ("account", "published_at", "id", "kind", "state", "text")
RAW_LINES = {
    "csv": [b"one,two", b'm,"never closed,,,,', b'm,"closed" twice,,,,', b"\xff\xfe,2016-12-04T18:30:00Z,,,,", b"\x00"],
    "jsonl": [b"{", b"[]", b"7", b'{"account": "\xff"}', b'{"account": 1} {"account": 2}', b"[" * 3000, b"\x00"],
}


def _rows() -> list[dict[str, object]]:
    """Good and malformed rows, shuffled the same way each time."""
    faults = list(FAULTS.values())
    malformed = [faults[index % len(faults)](index) for index in range(N_MALFORMED)]
    good = [
        {"account": f"g{n % 20}", "published_at": f"2016-12-{1 + n % 28:02}T{n % 24:02}:{n % 60:02}:00Z", "id": f"p{n}"}
        for n in range(N_GOOD)
    ]
    rows = malformed + good
    random.Random(82).shuffle(rows)  # noqa: S311
    return rows


def _csv_line(row: dict[str, object]) -> bytes:
    return ",".join(str(row.get(name) or "") for name in COLUMNS).encode()


def _text_file(path: Path, rows: list[dict[str, object]], format_: str) -> int:
    """Rows and lines that are no rows, as a text file; gives how many rows it has."""
    as_line = _csv_line if format_ == "csv" else lambda row: json.dumps(row).encode()
    lines = [as_line(row) for row in rows]
    broken = RAW_LINES[format_] * 200
    for index, line in enumerate(broken):
        lines.insert(13 * index, line)
    head = [",".join(COLUMNS).encode()] if format_ == "csv" else []
    path.write_bytes(b"\n".join(head + lines) + b"\n")
    return len(lines)


def _parquet_file(path: Path, rows: list[dict[str, object]]) -> int:
    pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.String)).write_parquet(path, row_group_size=1000)
    return len(rows)


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_ten_thousand_malformed_rows_cost_only_themselves(tmp_path: Path, format_: str) -> None:
    """Rows in are rows added plus quarantined, each with its reason; again, they are all known; mended, all there."""
    rows = _rows()
    path = tmp_path / f"posts.{format_}"
    n_rows = _parquet_file(path, rows) if format_ == "parquet" else _text_file(path, rows, format_)
    case = memory_case()
    (report,) = imported([path], case).files
    assert (report.added, report.already_known) == (N_GOOD, 0)
    assert report.added + report.quarantined == n_rows
    assert case.info().n_observations == N_GOOD
    assert case.info().n_quarantined == n_rows - N_GOOD
    expected = Counter(name for index in range(N_MALFORMED) for name in [list(FAULTS)[index % len(FAULTS)]])
    zoneless = next(reason for text, reason in report.reasons.items() if "no time zone" in text)
    assert zoneless.n_rows == expected["no zone"]
    before = contents(case)
    (again,) = imported([path], case).files
    assert (again.added, again.already_known, again.quarantined) == (0, N_GOOD, report.quarantined)
    assert contents(case) == before


DAMAGED = 334
"""Files cut off, of each of three formats. tests/sources/test_damaged_files.py reads a thousand of all formats."""


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_after_a_damaged_file_the_whole_one_completes_the_case(tmp_path: Path, format_: str) -> None:
    """A file cut off brings in nothing that the whole file would not; the whole file then brings the rest."""
    rows = [row for row in _rows() if "id" in row][:80]
    whole = tmp_path / f"whole.{format_}"
    if format_ == "parquet":
        _parquet_file(whole, rows)
    else:
        lines = [_csv_line(row) if format_ == "csv" else json.dumps(row).encode() for row in rows]
        head = [",".join(COLUMNS).encode()] if format_ == "csv" else []
        whole.write_bytes(b"\n".join(head + lines) + b"\n")
    undisturbed = memory_case()
    imported([whole], undisturbed)
    expected = contents(undisturbed)["posts"]
    chance = random.Random(13)  # noqa: S311
    content = whole.read_bytes()
    case = memory_case()
    for number in range(DAMAGED):
        cut = tmp_path / f"cut-{number}.{format_}"
        cut.write_bytes(content[: chance.randrange(1, len(content))])
        try:
            (report,) = imported([cut], case).files
        except InvalidInput:
            continue
        found = contents(case)["posts"]
        assert isinstance(found, list)
        assert isinstance(expected, list)
        assert {_said(one) for one in found} <= {_said(one) for one in expected}
        assert report.added is not None
    (report,) = imported([whole], case).files
    assert report.quarantined == 0
    assert sorted(map(_said, contents(case)["posts"])) == sorted(map(_said, expected))  # type: ignore[call-overload]


def _said(kept: tuple[object, bool]) -> str:
    observation = kept[0]
    return repr([getattr(observation, name) for name in ("account", "published_at", "kind", "post", "text")])
