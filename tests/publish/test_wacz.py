"""A WACZ is what `wacz`, `warcio` and `cdxj-indexer` take for one, holds the bytes as received, and nothing half."""

import hashlib
import json
import random
import subprocess
import sys
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from captured import BEGUN_AT, N_CAPTURES, filled, ticking
from wacz_files import PAGES, wacz_at
from warcio.archiveiterator import ArchiveIterator

from vigil.model.errors import InvalidInput, Unavailable
from vigil.publish import sorted_lines
from vigil.publish.wacz import WaczFile
from vigil.usecases.export_bag import export_bag
from vigil.usecases.keep_captures import keep_captures


@pytest.fixture(scope="module")
def wacz(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wacz")
    return wacz_at(folder / "handed.wacz", filled("encrypted", folder / "a.vigil"))


@pytest.fixture(scope="module")
def inside(wacz):
    with zipfile.ZipFile(wacz) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines(content):
    return [json.loads(line) for line in content.splitlines()]


def records(warc):
    return [
        (record.rec_type, record.rec_headers, record.http_headers, record.raw_stream.read())
        for record in ArchiveIterator(BytesIO(warc), check_digests="raise")
    ]


def test_wacz_validate_takes_it(wacz, tmp_path):
    """The format's own program, in every check it has; and it refuses one that was changed."""
    run = "import sys; from wacz.main import main; sys.exit(main(['validate', '-f', sys.argv[1]]))"
    words = [sys.executable, "-W", "ignore", "-c", run]
    done = subprocess.run([*words, str(wacz)], capture_output=True, text=True, check=False)
    assert (done.returncode, "Validation succeeded" in done.stdout) == (0, True), done.stdout + done.stderr
    changed = tmp_path / "changed.wacz"
    with zipfile.ZipFile(wacz) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"x" if name == "indexes/index.cdx" else b""))
    assert subprocess.run([*words, str(changed)], capture_output=True, check=False).returncode != 0


def test_warcio_checks_every_record(inside, tmp_path):
    """Block and payload digests of each; the archive ends where it should."""
    path = tmp_path / "data.warc.gz"
    path.write_bytes(inside["archive/data.warc.gz"])
    words = [sys.executable, "-m", "warcio.cli", "check", "-v", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("digest pass") == 1 + N_CAPTURES + len(PAGES)


def test_records_hold_the_bytes_and_headers_as_received(inside):
    """Responses for what came over HTTP, resources for the rest; what would mislead a player has another name."""
    info, *found = records(inside["archive/data.warc.gz"])
    assert info[0] == "warcinfo"
    assert len(found) == N_CAPTURES + len(PAGES)
    for (_, headers, _, body), said in zip(found, lines(inside["vigil/proofs.jsonl"]), strict=True):
        description = json.loads(said["description"])
        assert hashlib.sha256(body).hexdigest() == description["sha256"]
        assert headers["WARC-Date"] == description["captured_at"]
        assert headers["WARC-Record-ID"] == said["record"]["id"]
    kinds = [kind for kind, *_ in found[N_CAPTURES:]]
    assert kinds == ["response"] * 4 + ["resource"] * 4
    first, packed, unpacked, gone, heard, file, page, shelf = found[N_CAPTURES:]
    assert first[2].get_statuscode() == "200"
    assert first[2].headers == [
        ("Content-Type", "text/html; charset=utf-8"),
        ("X-Archive-Orig-content-length", "99"),
        ("X-Archive-Orig-Transfer-Encoding", "chunked"),
        ("X-Odd", "a Set-Cookie: b"),
        ("ETag", "%22%D9%85%22"),
    ]
    assert packed[2]["content-encoding"] == unpacked[2]["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert gone[2].get_statuscode() == "404"
    assert heard[1]["WARC-Target-URI"] == "wss://jetstream.example.org/subscribe?x=1"
    assert file[1]["WARC-Target-URI"] == f"urn:sha256:{hashlib.sha256(b'%PDF-1.7').hexdigest()}"
    assert file[1]["Content-Type"] == "application/pdf"
    assert page[1]["WARC-Target-URI"] == "https://www.example.org:8443/%D8%A8%20%D8%AC?q=%0D%0AX:%20y"
    assert shelf[1]["WARC-Target-URI"].startswith("urn:sha256:")


def test_the_index_is_the_one_others_make(inside, tmp_path):
    """cdxj-indexer over the same archive: each address sorted alike, at the same place, of the same kind."""
    indexer = pytest.importorskip("cdxj_indexer.main")
    path = tmp_path / "data.warc.gz"
    path.write_bytes(inside["archive/data.warc.gz"])
    out = tmp_path / "index"
    indexer.CDXJIndexer(str(out), [str(path)], sort=True, records="response,resource").process_all()
    theirs = [line.split(" ", 2) for line in out.read_text().splitlines()]
    ours = [line.split(" ", 2) for line in inside["indexes/index.cdx"].decode().splitlines()]
    assert ours == sorted(ours)
    assert sorted(line[:2] for line in ours) == sorted(line[:2] for line in theirs)
    wanted = ("url", "mime", "status", "length", "offset", "filename", "digest")
    pages = [
        sorted(({key: json.loads(line[2]).get(key) for key in wanted} for line in side), key=str)
        for side in (ours, theirs)
    ]
    gone = "https://x.com/gone"  # without a type in its headers: theirs says nothing there
    assert [page for page in pages[0] if page["url"] != gone] == [page for page in pages[1] if page["url"] != gone]


def test_the_index_leads_a_player_to_each_record(inside):
    """As pywb and ReplayWeb.page do: from the line to the bytes at that place, and from there to the record."""
    warc = inside["archive/data.warc.gz"]
    seen = 0
    for line in inside["indexes/index.cdx"].decode().splitlines():
        page = json.loads(line.split(" ", 2)[2])
        piece = warc[int(page["offset"]) :][: int(page["length"])]
        [(kind, headers, _, body)] = records(piece)
        assert headers["WARC-Target-URI"] == page["url"]
        assert f"sha256:{hashlib.sha256(body).hexdigest()}" == page["digest"]
        assert (kind == "response") == ("status" in page)
        seen += 1
    assert seen == N_CAPTURES + len(PAGES)
    header, *pages = lines(inside["pages/pages.jsonl"])
    assert header["format"] == "json-pages-1.0"
    assert {page["url"] for page in pages} <= {
        json.loads(line.split(" ", 2)[2])["url"] for line in inside["indexes/index.cdx"].decode().splitlines()
    }
    assert all(page["url"].startswith("https://") and page["ts"] for page in pages)
    assert len(pages) == 6


def test_the_package_lists_every_file(inside):
    """With its length and SHA-256, and the SHA-256 of the list itself; what was left out is said."""
    package = json.loads(inside["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    listed = {row["path"]: (row["hash"], row["bytes"]) for row in package["resources"]}
    assert listed == {
        name: (f"sha256:{hashlib.sha256(content).hexdigest()}", len(content))
        for name, content in inside.items()
        if not name.startswith("datapackage")
    }
    digest = json.loads(inside["datapackage-digest.json"])
    assert digest == {
        "path": "datapackage.json",
        "hash": f"sha256:{hashlib.sha256(inside['datapackage.json']).hexdigest()}",
    }
    assert "Left out: none." in inside["vigil/README.txt"].decode()


def test_what_is_packed_already_is_stored_and_no_hour_is_told(wacz):
    """WACZ 1.1.1, Zip Compression: a player reads single records out of the archive as it lies there."""
    with zipfile.ZipFile(wacz) as archive:
        infos = {info.filename: info for info in archive.infolist()}
    assert infos["archive/data.warc.gz"].compress_type == zipfile.ZIP_STORED
    assert {info.date_time for info in infos.values()} == {(1980, 1, 1, 0, 0, 0)}
    assert wacz.stat().st_mode & 0o777 == 0o600


class Handed:
    """What one export handed over, to be handed over again."""

    def __init__(self):
        self.captures, self.log = [], None

    def add(self, capture):
        self.captures.append(capture)

    def finish(self, log):
        self.log = log


def test_the_same_captures_give_the_same_bytes(tmp_path, monkeypatch):
    """Whenever and wherever it is written, and however the index was sorted."""
    with filled("plain", tmp_path / "a.vigil").writer() as case:
        keep_captures(PAGES, case=case, clock=ticking())
        handed = Handed()
        export_bag(handed, case=case, clock=ticking(), by="N. Noor", reason="x")
        bodies = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            made = WaczFile(tmp_path / name / "a.wacz", made_at=BEGUN_AT + timedelta(days=1))
            made._index._at_once = 3 if name == "two" else sorted_lines.AT_ONCE
            for each in handed.captures:
                made.add(each)
            made.finish(handed.log)
            bodies.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert bodies[0] == bodies[1]
    assert len(bodies[0]) == 2


def test_nothing_is_written_over_and_nothing_half_is_left(tmp_path):
    """A file or signature that is there is refused; an export that stops leaves nothing, however far it came."""
    kept = filled("plain", tmp_path / "a.vigil")
    path = wacz_at(tmp_path / "a.wacz", kept)
    before = path.read_bytes()
    for taken in (path, tmp_path / "b.wacz"):
        (tmp_path / "b.wacz.sig").write_text("x")
        with pytest.raises(InvalidInput, match="exists already"):
            WaczFile(taken, made_at=BEGUN_AT)
    assert path.read_bytes() == before
    with pytest.raises(InvalidInput, match=r"named \.wacz"):
        WaczFile(tmp_path / "c.zip", made_at=BEGUN_AT)
    with pytest.raises(Unavailable):
        WaczFile(tmp_path / "no" / "such" / "place.wacz", made_at=BEGUN_AT)
    there = sorted(tmp_path.iterdir())
    made = WaczFile(tmp_path / "d.wacz", made_at=BEGUN_AT)
    with kept.writer() as case, pytest.raises(InvalidInput):
        export_bag(made, case=case, clock=ticking(), by="", reason="")
    made.abandon()
    assert sorted(tmp_path.iterdir()) == there


def test_a_signature_that_cannot_be_written_leaves_no_file_without_one(tmp_path):
    """What was handed over is signed, or not there."""
    kept = filled("plain", tmp_path / "a.vigil")
    made = WaczFile(tmp_path / "a.wacz", made_at=BEGUN_AT)
    (tmp_path / "a.wacz.sig").write_text("somebody was quicker")
    with kept.writer() as case, pytest.raises(InvalidInput):
        export_bag(made, case=case, clock=ticking(), by="N. Noor", reason="x")
    made.abandon()
    assert not (tmp_path / "a.wacz").exists()


def test_memory_does_not_grow_with_the_captures(tmp_path):
    """Ten times as many captures, in the room that one piece of a file takes while it is copied."""
    with filled("plain", tmp_path / "a.vigil").writer() as case:
        handed = Handed()
        export_bag(handed, case=case, clock=ticking(), by="N. Noor", reason="x")
        [first, *_] = handed.captures
        body, peaks = random.Random(4).randbytes(20_000), []  # noqa: S311
        for n in (50, 500):
            made = WaczFile(tmp_path / f"{n}.wacz", made_at=BEGUN_AT)
            made._index._at_once = 50
            tracemalloc.start()
            for _ in range(n):
                made.add(replace(first, content=body))
            made.finish(handed.log)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] - peaks[0] < 3 * 2**20 / 2, peaks
