"""Lists of persons from CSV, and what is said of broken ones."""

from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.linking import list_file
from vigil.sources.linking.list_file import read_list


def _written(tmp_path, data: bytes | str):
    path = tmp_path / "list.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_is_read_whatever_parts_its_columns(tmp_path, delimiter):
    """Commas, semicolons, tabs, and the mark that Excel puts first."""
    rows = [["id", "name"], ["7", "هبة"], ["8", "Omar"]]
    text = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)
    read = read_list(_written(tmp_path, text), id_column=None)
    assert (read.ids, read.id_column) == (("7", "8"), "id")
    assert read.rows[0]["name"] == "هبة"


def test_rows_without_an_identifier_are_numbered(tmp_path):
    """The first row below the header is 1."""
    assert read_list(_written(tmp_path, "name,age\nA,1\nB,2\n"), id_column=None).ids == ("1", "2")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "no rows"),
        ("id,name\n", "no rows"),
        ("id\n1\n", "one column only"),
        ("id,id\n1,2\n", "two columns have the name"),
        ("id,\n1,2\n", "column 2 has no name"),
        ("id,name\n1,Secret,3\n", "line 2: 3 columns, where the header has 2"),
        ("id,name\n1,Secret\n1,Other\n", "line 3: its id is there already"),
        ("id,name\n,Secret\n", "line 2: no id"),
        ('id,name\n1,"Secret\n', "line 2: not CSV"),
        ("id,name\n1,Secret\n".encode("utf-16"), "is not UTF-8"),
        ("id,name\n1,\xe9Secret\n".encode("latin-1"), "line 2 is not UTF-8"),
    ],
)
def test_a_broken_list_is_refused_with_its_line_and_without_what_stood_there(tmp_path, data, said):
    """The message names the line and the fault; never a person."""
    with pytest.raises(InvalidInput) as refused:
        read_list(_written(tmp_path, data), id_column="id")
    assert said in str(refused.value)
    assert "Secret" not in str(refused.value)


def test_an_identifier_that_is_not_there_is_refused(tmp_path):
    """--id names a column of the file."""
    with pytest.raises(InvalidInput, match="no column"):
        read_list(_written(tmp_path, "a,b\n1,2\n"), id_column="id")


def test_a_file_that_is_not_there_is_unavailable(tmp_path):
    """A wrong path is the world's absence."""
    with pytest.raises(Unavailable):
        read_list(tmp_path / "none.csv", id_column=None)


def test_a_folder_and_a_file_without_an_end_are_refused(tmp_path, monkeypatch):
    """A device has no size, and is read no further than a list can be long."""
    with pytest.raises(InvalidInput, match="a folder"):
        read_list(tmp_path, id_column=None)
    monkeypatch.setattr(list_file, "MOST_BYTES", 1 << 20)
    with pytest.raises(InvalidInput, match="no list of persons"):
        read_list(Path("/dev/zero"), id_column=None)
