"""A bag is what BagIt and sha256sum take for one, is whole or not there, and runs nothing in a spreadsheet."""

import csv
import json
import shutil
import subprocess
import sys

import pytest
from captured import N_CAPTURES, capture, filled, ticking

from vigil.model.errors import InvalidInput, Unavailable
from vigil.publish.bag import BagFolder
from vigil.usecases.export_bag import export_bag
from vigil.usecases.keep_captures import keep_captures


def bag_at(folder, kept):
    with kept.writer() as case:
        made = BagFolder(folder)
        export_bag(made, case=case, clock=ticking(), by="N. Noor", reason="to the court")
        made.abandon()
    return folder


def table(bag):
    with (bag / "data" / "captures.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def bag(tmp_path):
    return bag_at(tmp_path / "bag", filled("encrypted", tmp_path / "a.vigil"))


def test_bagit_takes_it_for_valid(bag):
    """The Library of Congress's own program, in every digest."""
    found = subprocess.run([sys.executable, "-m", "bagit", "--version"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("the bag was NOT validated by bagit: it is not installed")
    words = [sys.executable, "-m", "bagit", "--quiet", "--validate", str(bag)]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 0
    (bag / "data" / "captures" / "000001" / "content.bin").write_bytes(b"else")
    assert subprocess.run(words, capture_output=True, check=False).returncode != 0


def test_sha256sum_checks_it(bag):
    """The manifests are what sha256sum reads."""
    if shutil.which("sha256sum") is None:
        pytest.skip("the bag was NOT checked by sha256sum: it is not here")
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        words = ["sha256sum", "--strict", "--check", manifest]
        assert subprocess.run(words, cwd=bag, capture_output=True, check=False).returncode == 0
    (bag / "data" / "captures.csv").write_text("else")
    words = ["sha256sum", "--strict", "--check", "manifest-sha256.txt"]
    assert subprocess.run(words, cwd=bag, capture_output=True, check=False).returncode != 0


def test_it_holds_the_bytes_and_says_what_they_are(bag):
    """As received, under a suffix that opens; the table in JSON and CSV says the same."""
    pages = json.loads((bag / "data" / "captures.json").read_text(encoding="utf-8"))
    assert len(pages) == N_CAPTURES
    assert (bag / pages[0]["content"]).read_bytes() == b"They are here."
    assert pages[4]["content"].endswith("content.jpg")
    rows = table(bag)
    assert [row["sha256"] for row in rows] == [page["sha256"] for page in pages]
    assert "Left out of this bag: none." in (bag / "README.txt").read_text()
    assert bag.stat().st_mode & 0o777 == 0o700
    assert (bag / "README.txt").stat().st_mode & 0o777 == 0o600


def test_a_name_from_outside_leads_nowhere_and_runs_nothing(tmp_path):
    """Paths in names are not used; a cell that begins a formula is text."""
    kept = filled("plain", tmp_path / "a.vigil")
    evil = '=HYPERLINK("x")/../../../etc/a.py'
    with kept.writer() as case:
        keep_captures([capture(b"x", name=evil, url="@SUM(1)")], case=case, clock=ticking())
    bag = bag_at(tmp_path / "bag", kept)
    row = table(bag)[-1]
    assert row["name"] == "'" + evil
    assert row["url"] == "'@SUM(1)"
    assert row["content"].endswith("/content.bin")
    assert json.loads((bag / "data" / "captures.json").read_text())[-1]["name"] == evil


def test_nothing_is_written_over_and_nothing_half_is_left(tmp_path):
    """A folder that is there is refused; an export that stops leaves nothing."""
    kept = filled("plain", tmp_path / "a.vigil")
    bag = bag_at(tmp_path / "bag", kept)
    before = {path: path.read_bytes() for path in bag.rglob("*") if path.is_file()}
    with pytest.raises(InvalidInput, match="already"):
        BagFolder(bag)
    assert before == {path: path.read_bytes() for path in bag.rglob("*") if path.is_file()}
    made = BagFolder(tmp_path / "other")
    assert len(list(tmp_path.glob(".other*"))) == 1
    made.abandon()
    assert not list(tmp_path.glob("*other*"))
    with pytest.raises(Unavailable):
        BagFolder(tmp_path / "no" / "such" / "place")
