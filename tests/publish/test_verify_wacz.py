"""The program for a WACZ: it stands alone, and says of whatever was changed what it is."""

import hashlib
import json
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from captured import BEGUN_AT, N_CAPTURES, N_ENTRIES, filled, ticking
from test_verify_timestamps import stamp
from timestamp_stand_ins import Authority, openssl_verifies
from wacz_files import PAGES, wacz_at

from vigil.evidence.signed_note import SigningKey, sign_note
from vigil.publish.verify_bag import Broken
from vigil.publish.verify_wacz import verify_wacz
from vigil.publish.wacz import program, signature_of
from vigil.usecases.make_checkpoint import export_checkpoint


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A file, the checkpoint that was given away before it, and its key."""
    folder = tmp_path_factory.mktemp("wacz")
    kept = filled("plain", folder / "a.vigil")
    with kept.writer() as case:
        outside = export_checkpoint(case=case, clock=ticking())
        signing = case.evidence.log.signing_key()
    return wacz_at(folder / "handed.wacz", kept), outside.checkpoint.note, outside.verifier_key, signing


@pytest.fixture
def wacz(made, tmp_path):
    shutil.copy(signature_of(made[0]), tmp_path)
    return Path(shutil.copy(made[0], tmp_path))


def doubts(path, outside=(), key=None):
    return [(kind, where) for kind, where, _ in verify_wacz(path, list(outside), key).doubts]


def test_an_untouched_file_is_verified(made):
    """Every file in it, every record, every checkpoint; with the one kept elsewhere and its key as well."""
    path, note, key, _ = made
    report = verify_wacz(path, [note], key)
    assert report.doubts == []
    assert (report.n_captures, report.n_entries) == (N_CAPTURES + len(PAGES), N_ENTRIES + len(PAGES) + 1)
    assert (report.n_checkpoints, report.n_outside, report.n_files) == (2, 1, 11)


def test_it_runs_alone(made, tmp_path):
    """As one file out of the archive, with nothing of ours to be found."""
    path, note, key, _ = made
    with zipfile.ZipFile(path) as archive:
        (tmp_path / "verify.py").write_bytes(archive.read("vigil/verify.py"))
    assert (tmp_path / "verify.py").read_bytes() == program()
    words = [sys.executable, "-I", "-S", str(tmp_path / "verify.py")]
    done = subprocess.run([*words, str(path)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "VERIFIED"), done.stdout + done.stderr
    assert "No checkpoint kept elsewhere took part" in done.stdout
    (tmp_path / "kept").write_bytes(note)
    (tmp_path / "kept.key").write_text(key)
    more = [*words, str(path), "--key", "kept.key", "--checkpoint", "kept"]
    done = subprocess.run(more, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0
    assert "took part" not in done.stdout
    alone = shutil.copy(path, tmp_path / "alone.wacz")
    done = subprocess.run([*words, str(alone)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "NOT VERIFIED")
    assert "DOUBT  file_missing: alone.wacz.sig" in done.stdout
    assert subprocess.run([*words, str(tmp_path)], capture_output=True, check=False).returncode == 2


def test_any_changed_byte_is_noticed_as_what_it_is(wacz):
    """Changes, cuts and additions anywhere in the file are about the file; in the signature, about that."""
    chance = random.Random(20161204)  # noqa: S311
    body, beside = wacz.read_bytes(), signature_of(wacz)
    for _ in range(300):
        at = chance.randrange(len(body))
        kind = chance.randrange(4)
        changed = body[:at] + bytes([body[at] ^ chance.randrange(1, 256)]) + body[at + 1 :]
        changed = [changed, body[:at], body[:at] + body[at + 1 :], body[:at] + b"x" + body[at:]][kind]
        wacz.write_bytes(changed)
        found = doubts(wacz)
        assert found
        assert {kind for kind, _ in found} <= {"file_changed", "file_missing", "file_added"}, found
        assert all(where.startswith("handed.wacz") and where != beside.name for _, where in found)
    wacz.write_bytes(body)
    note = beside.read_bytes()
    for at in range(len(note)):
        beside.write_bytes(note[:at] + bytes([note[at] ^ 1]) + note[at + 1 :])
        assert doubts(wacz) == [("signature_broken", beside.name)], at
    beside.write_bytes(b"")
    assert doubts(wacz) == [("signature_broken", beside.name)]
    beside.unlink()
    assert doubts(wacz) == [("file_missing", beside.name)]


def rebuilt(wacz, signing, **changes):
    """The archive made anew with other files in it, its lists with it, signed as whoever holds the case could."""
    with zipfile.ZipFile(wacz) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        files[name] = change(files[name])
    package = json.loads(files["datapackage.json"])
    for row in package["resources"]:
        row["hash"] = f"sha256:{hashlib.sha256(files[row['path']]).hexdigest()}"
        row["bytes"] = len(files[row["path"]])
    files["datapackage.json"] = json.dumps(package).encode()
    digest = f"sha256:{hashlib.sha256(files['datapackage.json']).hexdigest()}"
    files["datapackage-digest.json"] = (
        json.dumps({"hash": digest, "path": "datapackage.json"}, indent=1) + "\n"
    ).encode()
    with zipfile.ZipFile(wacz, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    whole = hashlib.sha256(wacz.read_bytes()).hexdigest()
    signature_of(wacz).write_bytes(sign_note(f"vigil-wacz/1\n{signing.name}\n{whole}\n", [signing]))


def swapped(content):
    first, second, *rest = content.splitlines(keepends=True)
    return b"".join([second, first, *rest])


def other(key, value):
    def change(content):
        first, *rest = content.splitlines(keepends=True)
        page = json.loads(first)
        page[key] = value(page[key])
        return b"".join([json.dumps(page).encode() + b"\n", *rest])

    return change


MADE_ANEW = {
    "a record": ("archive/data.warc.gz", lambda warc: warc[:-1] + b"\1", "proof_broken"),
    "a record cut off": ("archive/data.warc.gz", lambda warc: warc[:-1], "proof_broken"),
    "a record too many": ("archive/data.warc.gz", lambda warc: warc + warc[:500], "file_added"),
    "proofs exchanged": ("vigil/proofs.jsonl", swapped, "proof_broken"),
    "a salt": ("vigil/proofs.jsonl", other("salt", lambda _: "00" * 32), "proof_broken"),
    "a path": ("vigil/proofs.jsonl", other("path", lambda path: path[:-1]), "proof_broken"),
    "an entry": ("vigil/proofs.jsonl", other("entry", lambda entry: entry.replace("2016", "2015")), "proof_broken"),
    "a description": (
        "vigil/proofs.jsonl",
        other("description", lambda said: said.replace("test", "rest")),
        "proof_broken",
    ),
    "a length": ("vigil/proofs.jsonl", other("record", lambda at: {**at, "length": "x"}), "proof_broken"),
    "an id": ("vigil/proofs.jsonl", other("record", lambda at: {**at, "id": "<urn:x>"}), "proof_broken"),
    "a line that is none": ("vigil/proofs.jsonl", lambda lines: b"[]\n" + lines, "proof_broken"),
    "a place in the index": (
        "indexes/index.cdx",
        lambda lines: lines.replace(b'"offset": "', b'"offset": "1', 1),
        "index_broken",
    ),
    "an address in the index": (
        "indexes/index.cdx",
        lambda lines: lines.replace(b"https", b"httpx", 1),
        "index_broken",
    ),
    "the index out of order": ("indexes/index.cdx", swapped, "index_broken"),
    "a line of the index gone": ("indexes/index.cdx", lambda lines: lines.partition(b"\n")[2], "index_broken"),
    "an earlier checkpoint": (
        "vigil/earlier.jsonl",
        lambda lines: lines.replace(b"\\n10\\n", b"\\n11\\n", 1),
        "checkpoint_broken",
    ),
    "the checkpoint": ("vigil/checkpoint.txt", lambda note: note.replace(b"\n19\n", b"\n18\n", 1), "checkpoint_broken"),
    "nothing in it": ("vigil/proofs.jsonl", lambda _: b"", "file_added"),
}


@pytest.mark.parametrize("what", MADE_ANEW)
def test_a_file_made_anew_with_all_its_digests_and_its_signature_does_not_lead_to_the_log(made, wacz, what):
    """By somebody with the case's own key even: what is not what was logged has no proof."""
    name, change, kind = MADE_ANEW[what]
    rebuilt(wacz, made[3], **{name: change})
    found = doubts(wacz)
    assert kind in {said for said, _ in found}, found
    assert "file_changed" not in {said for said, _ in found}


def test_made_anew_with_nothing_changed_it_holds(made, wacz):
    """The test above changes what it means to change, and nothing else."""
    rebuilt(wacz, made[3])
    assert doubts(wacz) == []


def test_files_slipped_in_or_doubled_are_noticed(made, wacz):
    """Beside what is listed, there is nothing."""
    with zipfile.ZipFile(wacz, "a") as archive:
        archive.writestr("pages/more.jsonl", "x")
    assert ("file_added", "handed.wacz/pages/more.jsonl") in doubts(wacz)


def test_the_key_kept_elsewhere_tells_a_file_made_anew(made, tmp_path):
    """Another case's file is in order by itself; one of an older log does not reach a later checkpoint."""
    _, note, key, _ = made
    kept = filled("plain", tmp_path / "b.vigil")
    path = wacz_at(tmp_path / "other.wacz", kept)
    assert doubts(path) == []
    assert {"key_differs", "signature_broken", "checkpoint_broken"} <= {kind for kind, _ in doubts(path, [note], key)}
    assert [kind for kind, _ in doubts(path, [note])] == ["outside_unsigned"]
    with kept.writer() as case:
        case.log("one", at=BEGUN_AT, by=None, detail={})
        later = export_checkpoint(case=case, clock=ticking()).checkpoint.note
    assert [kind for kind, _ in doubts(path, [later])] == ["rolled_back"]


def test_a_signature_over_something_else_is_none(made, wacz):
    """A checkpoint, or a bag's digest, signed by the same key."""
    signature_of(wacz).write_bytes(made[1])
    assert doubts(wacz) == [("signature_broken", "handed.wacz.sig")]
    signing: SigningKey = made[3]
    signature_of(wacz).write_bytes(sign_note(f"vigil-bag/1\n{signing.name}\n{'0' * 64}\n", [signing]))
    assert doubts(wacz) == [("signature_broken", "handed.wacz.sig")]


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>log in</html>", b"\0" * 1000])
def test_what_is_no_wacz_is_said_not_to_open(tmp_path, content):
    """Not verified, and no traceback."""
    (tmp_path / "a.wacz").write_bytes(content)
    assert {kind for kind, _ in doubts(tmp_path / "a.wacz")} <= {"file_changed", "file_missing"}
    with pytest.raises(Broken):
        verify_wacz(tmp_path / "none.wacz", [])


@pytest.fixture(scope="module")
def stamped(tmp_path_factory):
    """A file with two stamped checkpoints in it, and what holds the key of its log."""
    folder = tmp_path_factory.mktemp("stamped")
    kept = filled("plain", folder / "a.vigil")
    with kept.writer() as case:
        stamp(case, Authority(folder / "tsa"))
        signing = case.evidence.log.signing_key()
    return wacz_at(folder / "handed.wacz", kept), signing


def test_timestamps_are_held_and_openssl_says_who_signed(stamped, tmp_path):
    """With the lines the README gives, out of the file as it is; and the format's own program still takes it."""
    report = verify_wacz(stamped[0], [])
    assert report.doubts == []
    assert report.timestamps
    assert all("over the checkpoint of" in line and "says 20" in line for line in report.timestamps)
    with zipfile.ZipFile(stamped[0]) as archive:
        archive.extractall(tmp_path)
    inside = tmp_path / "vigil"
    assert "-in stamp-N-1.tsr" in (inside / "README.txt").read_text()
    tokens = sorted(inside.glob("*.tsr"))
    assert len(tokens) == len(report.timestamps)
    for token in tokens:
        note = f"{token.stem.rpartition('-')[0]}-checkpoint.txt"
        assert openssl_verifies(inside, "-data", note, "-in", token.name, "-CAfile", f"{token.stem}.pem")
    run = "import sys; from wacz.main import main; sys.exit(main(['validate', '-f', sys.argv[1]]))"
    words = [sys.executable, "-W", "ignore", "-c", run, str(stamped[0])]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_a_timestamp_over_something_else_is_doubted(stamped, tmp_path):
    """Exchanged by somebody who has the key even."""
    path = Path(shutil.copy(stamped[0], tmp_path))
    with zipfile.ZipFile(path) as archive:
        [name, *_] = sorted(name for name in archive.namelist() if name.endswith(".tsr"))
    rebuilt(path, stamped[1], **{name: lambda token: token[:-1]})
    assert doubts(path) == [("timestamp_broken", f"handed.wacz/{name}")]
    rebuilt(path, stamped[1], **{f"{name.rpartition('-')[0]}-checkpoint.txt": lambda _: b"x"})
    assert ("timestamp_broken", f"handed.wacz/{name}") in doubts(path)
