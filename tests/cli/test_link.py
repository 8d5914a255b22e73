"""`vigil link` from the command line."""

import csv
import json

import pytest
from made_up_lists import two_lists

from vigil.cli.main import app
from vigil.model.errors import InvalidInput


def _write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def _read(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@pytest.fixture
def lists(tmp_path):
    """Two small lists of made-up people."""
    return [_write(tmp_path / f"{n}.csv", rows) for n, rows in enumerate(two_lists(120, seed=31))]


def test_two_lists_give_a_table_of_pairs(lists, tmp_path, capsys):
    """id_a, id_b, p, the most probable first; stdout holds what was compared, and no name."""
    out = tmp_path / "pairs.csv"
    app(["link", *lists, "--out", str(out), "--ignore", "person", "--json"], standalone_mode=False)
    told = json.loads(capsys.readouterr().out)
    rows = _read(out)
    assert list(rows[0]) == ["id_a", "id_b", "p"]
    assert [float(row["p"]) for row in rows] == sorted((float(row["p"]) for row in rows), reverse=True)
    assert told["pairs"] == len(rows)
    assert told["compared"]["name"] == "name"
    assert out.stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.csv", "1.csv", "pairs.csv"]


def test_one_list_is_searched_for_people_who_are_there_twice(tmp_path, capsys):
    """A list against itself."""
    rows = [{k: v for k, v in row.items() if k != "person"} for row in two_lists(150, seed=32)[1]]
    twice = _write(tmp_path / "one.csv", [*rows, *({**row, "id": f"again-{row['id']}"} for row in rows[:10])])
    out = tmp_path / "pairs.csv"
    app(["link", twice, "--out", str(out)], standalone_mode=False)
    likely = {(row["id_a"], row["id_b"]) for row in _read(out) if float(row["p"]) > 0.5}
    assert sum(f"again-{one}" == other or f"again-{other}" == one for one, other in likely) >= 9
    assert "one half or above" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--id", "nope"], ["--ignore", "nope"]])
def test_a_column_that_is_not_there_is_refused(lists, tmp_path, arguments):
    """Before anything is written."""
    with pytest.raises(InvalidInput, match=r"no .*column"):
        app(["link", *lists, "--out", str(tmp_path / "o.csv"), *arguments], standalone_mode=False)
    assert not (tmp_path / "o.csv").exists()


def test_a_list_is_never_written_over(lists):
    """--out may not be one of the lists."""
    with pytest.raises(InvalidInput, match="read from"):
        app(["link", *lists, "--out", lists[0], "--overwrite"], standalone_mode=False)
