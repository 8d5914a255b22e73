"""Verify a WACZ file of captures, with Python 3.9 or newer and nothing else: no Vigil, no network.

    python3 verify.py FILE.wacz                                   held against its own key
    python3 verify.py FILE.wacz --key KEY.key --checkpoint FILE   held against what was kept elsewhere

A copy of this program lies in every such file as vigil/verify.py, in one with what verifies a bag. Take it from another
place if the file may have been tampered with. FILE.wacz.sig has to lie beside the file: the signature over all of it.

Exit code 0: everything holds. 1: something does not, each with what it is. 2: this is no such file.
"""

import argparse
import hashlib
import json
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from vigil.publish.verify_bag import (
    Broken,
    Report,
    _check_outside,
    check_timestamp,
    consistent,
    lead_to_root,
    open_checkpoint,
    open_note,
    parse_key,
)

PIECE = 2**20
MOST_HEAD = 2**20
OWN_KEY = "vigil/verifier-key.txt"
PACKAGE = "datapackage.json"
PACKAGE_DIGEST = "datapackage-digest.json"
WARC = "archive/data.warc.gz"
INDEX = "indexes/index.cdx"
PAGES = "pages/pages.jsonl"
PROOFS = "vigil/proofs.jsonl"
CHECKPOINT = "vigil/checkpoint.txt"
EARLIER = "vigil/earlier.jsonl"
UNLISTED = {PACKAGE, PACKAGE_DIGEST}
NEEDED = {OWN_KEY, WARC, INDEX, PAGES, PROOFS, CHECKPOINT, EARLIER}
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


def verify_wacz(path: Path, outside: "list[bytes]", key_line: "str | None" = None) -> Report:
    """Check everything in a WACZ, and its signature beside it.

    Args:
        outside: Checkpoints kept elsewhere.
        key_line: The verifier key kept with them; None: the file's own.
    Raises:
        Broken: There is no file here.
    """
    if not path.is_file():
        raise Broken(f"{path} is no WACZ file: there is no file here")
    report = Report()
    check = Wacz(path, report)
    try:
        check.members()
        key = check.key(key_line)
        check.signature(key)
        if key is not None:  # else told already; by a key that was changed nothing can be held
            report.origin = key[0]
            check.log(key, outside)
    finally:
        check.close()
    return report


class Wacz:
    """One file under verification. What was found changed is told once, and nothing is held against it."""

    def __init__(self, path: Path, report: Report) -> None:
        self.path, self.report = path, report
        self.changed: set[str] = set()
        self.zip: zipfile.ZipFile | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self.zip is not None:
            self.zip.close()

    # --- the container: every file is there, is what is listed, and nothing else is

    def members(self) -> None:
        """Hold all files against the list of them, and the list against its digest."""
        try:
            self.zip = zipfile.ZipFile(self.path)
        except DAMAGE as error:
            self.doubt("file_changed", "", f"it does not open as a ZIP file ({error})")
            return
        names = self.zip.namelist()
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.doubt("file_added", name, "expected one file of this name, found more")
        listed = self.listed(set(names))
        if listed is None:
            for name in sorted(set(names) - self.changed):
                self.digest(name)  # by the container's own sums at least
            return
        for name in sorted((set(listed) | NEEDED) - set(names)):
            self.doubt("file_missing", name, "expected it, found none")
        for name in sorted(set(names) - set(listed) - UNLISTED):
            self.doubt("file_added", name, "expected nothing here, found a file that is not listed")
        for name in sorted(set(names) & set(listed)):
            self.report.n_files += 1
            digest, n_bytes = self.digest(name)
            if (f"sha256:{digest}", n_bytes) != listed[name] and name not in self.changed:
                self.doubt("file_changed", name, f"expected {listed[name][0]}, found sha256:{digest}")

    def listed(self, names: "set[str]") -> "dict[str, tuple[str, int]] | None":
        """What the data package says of each file. None: it cannot be relied on, and that was told."""
        for name in sorted(UNLISTED - names):
            self.doubt("file_missing", name, "expected it, found none")
        if not names >= UNLISTED:
            return None
        package, said = self.read(PACKAGE), self.read(PACKAGE_DIGEST)
        if package is None or said is None:
            return None
        found = hashlib.sha256(package).hexdigest()
        # In one spelling, so that whatever is changed in it is noticed.
        spelled = rb'\{\n "hash": "(sha256:[0-9a-f]{64})",\n "path": "datapackage.json"\n\}\n'
        says = re.fullmatch(spelled, said)
        if says is None:
            self.doubt("file_changed", PACKAGE_DIGEST, f"it does not say the SHA-256 of {PACKAGE}")
            return None
        expected = says.group(1).decode()
        if expected != f"sha256:{found}":
            self.doubt("file_changed", PACKAGE, f"expected {expected}, found sha256:{found}")
            return None
        self.report.n_files += 2
        try:
            rows = json.loads(package)["resources"]
            listed = {str(row["path"]): (str(row["hash"]), int(row["bytes"])) for row in rows}
        except (ValueError, KeyError, TypeError):
            listed = {}
        if not listed:
            self.doubt("file_changed", PACKAGE, "it lists no files")
            return None
        return listed

    def digest(self, name: str) -> "tuple[str, int]":
        """SHA-256 and length of one file of the container, as it unpacks."""
        digest, n_bytes = hashlib.sha256(), 0
        try:
            with self.open(name) as stream:
                while piece := stream.read(PIECE):
                    digest.update(piece)
                    n_bytes += len(piece)
        except DAMAGE as error:
            self.doubt("file_changed", name, f"it does not unpack ({error})")
        return digest.hexdigest(), n_bytes

    def open(self, name: str) -> "IO[bytes]":
        """One file of the container, to be read."""
        if self.zip is None:
            raise EOFError("not a ZIP file")
        if self.zip.getinfo(name).compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise zipfile.BadZipFile("packed in another way than a WACZ is")
        return self.zip.open(name)

    def read(self, name: str) -> "bytes | None":
        """One small file. None: it was found changed, now or before."""
        if self.zip is None or name in self.changed:
            return None
        try:
            with self.open(name) as stream:
                content = stream.read(64 * PIECE)
        except KeyError:
            return None
        except DAMAGE as error:
            self.doubt("file_changed", name, f"it does not unpack ({error})")
            return None
        return content

    def lines(self, name: str) -> "Iterator[bytes]":
        """One file's lines."""
        with self.open(name) as stream:
            yield from stream

    def doubt(self, kind: str, name: str, says: str) -> None:
        """Note a doubt about a file within, or about the whole."""
        self.changed.add(name)
        self.report.doubt(kind, f"{self.path.name}/{name}" if name else self.path.name, says)

    # --- the key, and the signature over every byte

    def key(self, key_line: "str | None") -> "tuple[str, bytes, bytes] | None":
        """The key to hold signatures against: the one kept elsewhere, where there is one."""
        own = self.read(OWN_KEY)
        if own is None and key_line is None:
            if not self.changed:
                self.doubt("file_missing", OWN_KEY, "expected it, found none")
            return None
        own_line = (own or b"").decode("utf-8", "replace").strip()
        try:
            key = parse_key(own_line if key_line is None else key_line.strip())
        except Broken as error:
            self.report.doubt("key_unreadable", f"{self.path.name}/{OWN_KEY}", str(error))
            return None
        if key_line is not None and own is not None and own_line != key_line.strip():
            says = "expected the key kept elsewhere, found another"
            self.report.doubt("key_differs", f"{self.path.name}/{OWN_KEY}", says)
        return key

    def signature(self, key: "tuple[str, bytes, bytes] | None") -> None:
        """Hold the whole file, to the last byte, against what was signed."""
        beside = self.path.with_name(self.path.name + ".sig")
        if not beside.is_file():
            self.report.doubt("file_missing", beside.name, "expected the signature over the whole file, found none")
            return
        if key is None:
            return
        try:
            signed = signed_digest(beside.read_bytes(), key)
        except Broken as error:
            self.report.doubt("signature_broken", beside.name, str(error))
            return
        digest = hashlib.sha256()
        with self.path.open("rb") as stream:
            while piece := stream.read(PIECE):
                digest.update(piece)
        if digest.hexdigest() != signed:
            says = f"expected SHA-256 {signed} as signed, found {digest.hexdigest()}"
            self.report.doubt("file_changed", self.path.name, says)

    # --- the log, and each record

    def log(self, key: "tuple[str, bytes, bytes]", outside: "list[bytes]") -> None:
        """Lead each record to the signed root, and hold index, pages and earlier checkpoints against them."""
        note = self.read(CHECKPOINT)
        if note is None:
            return
        try:
            size, root = open_checkpoint(note, key)
        except Broken as error:
            self.doubt("checkpoint_broken", CHECKPOINT, str(error))
            return
        self.report.n_entries = size
        self.report.n_checkpoints += 1
        roots = {size: root}
        self.earlier(key, roots, size)
        self.stamps(key, roots)
        if not self.changed & {WARC, PROOFS}:
            self.records(size, root)
        if self.report.n_captures == 0 and not self.report.doubts:
            self.report.doubt("nothing_checked", PROOFS, "expected at least one capture, found none")
        for at, kept in enumerate(outside):
            _check_outside(kept, f"outside checkpoint {at}", key, roots, self.report)

    def earlier(self, key: "tuple[str, bytes, bytes]", roots: "dict[int, bytes]", newest: int) -> None:
        """Earlier checkpoints: each signed, and each the beginning of the newest."""
        if EARLIER in self.changed:
            return
        for number, line in enumerate(self.lines(EARLIER), start=1):
            try:
                first, first_root = linked(json.loads(line), key, newest, roots[newest])
            except (Broken, ValueError, KeyError, TypeError, AttributeError) as error:
                says = str(error) or type(error).__name__
                self.report.doubt("checkpoint_broken", f"{self.path.name}/{EARLIER} line {number}", says)
            else:
                roots[first] = first_root
                self.report.n_checkpoints += 1

    def stamps(self, key: "tuple[str, bytes, bytes]", roots: "dict[int, bytes]") -> None:
        """Timestamps: each over a checkpoint of this log. Who signed one, OpenSSL says."""
        for name in sorted(self.zip.namelist() if self.zip is not None else []):
            found = re.fullmatch(r"(vigil/stamp-[0-9]+-)[0-9]+\.(tsr|ots)", name)
            if found is None:
                continue
            token, note = self.read(name), self.read(f"{found.group(1)}checkpoint.txt")
            if token is None or note is None:
                continue  # told already
            try:
                said = check_timestamp(name, token, note, key, roots)
            except Broken as error:
                self.report.doubt("timestamp_broken", f"{self.path.name}/{name}", str(error))
            else:
                self.report.timestamps.append(f"{name}: {said}")

    def records(self, size: int, root: bytes) -> None:
        """Every record of the archive, one after the other, with the proof that goes with it."""
        places: dict[str, str] = {}
        with self.open(WARC) as archive:
            at = len(first_member(archive))
            for number, line in enumerate(self.lines(PROOFS), start=1):
                where = f"{self.path.name}/{PROOFS} line {number}"
                try:
                    page = json.loads(line)
                    packed = next_member(archive, at, page["record"])
                    places[f"{at} {len(packed)}"] = proven(packed, page, size, root)
                    at += len(packed)
                except (Broken, ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
                    self.report.doubt("proof_broken", where, str(error) or type(error).__name__)
                    return
                self.report.n_captures += 1
            if archive.read(1):
                self.report.doubt("file_added", f"{self.path.name}/{WARC}", "it holds records without a proof")
        self.index(places)

    def index(self, places: "dict[str, str]") -> None:
        """Each line of the index leads to a record of its address, each record has one, and they are in order."""
        if INDEX in self.changed:
            return
        before = b""
        for number, line in enumerate(self.lines(INDEX), start=1):
            where = f"{self.path.name}/{INDEX} line {number}"
            try:
                page = json.loads(line.split(b" ", 2)[2])
                leads = places.pop(f"{page['offset']} {page['length']}", None) == page["url"]
            except (ValueError, KeyError, TypeError, IndexError):
                leads = False
            if not leads or line < before:
                says = "it leads to no record of its address, or is out of order"
                self.report.doubt("index_broken", where, says)
                return
            before = line
        if places:
            where = f"{self.path.name}/{INDEX}"
            self.report.doubt("index_broken", where, f"expected a line for each record, found {len(places)} without")


def signed_digest(note: bytes, key: "tuple[str, bytes, bytes]") -> str:
    """The SHA-256 of a WACZ that the key signed.

    Raises:
        Broken: It did not.
    """
    found = re.fullmatch("vigil-wacz/1\n[^\n]+\n([0-9a-f]{64})\n", open_note(note, key))
    if found is None:
        raise Broken("what was signed is no digest of a WACZ file")
    return found.group(1)


def linked(page: "dict[str, Any]", key: "tuple[str, bytes, bytes]", newest: int, root: bytes) -> "tuple[int, bytes]":
    """Size and root of an earlier checkpoint.

    Raises:
        Broken: It was not signed, or the newest log does not begin with its.
    """
    first, first_root = open_checkpoint(page["checkpoint"].encode(), key)
    steps = [bytes.fromhex(step) for step in page["consistency"]]
    if consistent(first, newest, first_root, steps) != (first_root, root):
        raise Broken("the newest log does not begin with that of this checkpoint")
    return first, first_root


def first_member(stream: "IO[bytes]") -> bytes:
    """The first packed record, which says what wrote the archive: to its end by the looks of it.

    Raises:
        Broken: There is none.
    """
    unpacking, packed = zlib.decompressobj(zlib.MAX_WBITS | 16), b""
    while not unpacking.eof:
        byte = stream.read(1)
        if not byte or len(packed) > MOST_HEAD:
            raise Broken("the archive does not begin with a record")
        unpacking.decompress(byte)
        packed += byte
    return packed


def next_member(stream: "IO[bytes]", at: int, said: "dict[str, Any]") -> bytes:
    """The next packed record, which begins at a place and is said to be so long.

    Raises:
        Broken: It is not.
    """
    if said["offset"] != at or not 0 < said["length"] < 2**32:
        raise Broken("its record is not the next of the archive")
    packed = stream.read(said["length"])
    if len(packed) != said["length"]:
        raise Broken("the archive ends before it")
    return packed


def proven(packed: bytes, page: "dict[str, Any]", size: int, root: bytes) -> str:
    """Lead one record to the root; gives its address.

    Raises:
        Broken: Some step does not lead to the next.
    """
    described = page["description"].encode()
    said = json.loads(described)
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    record = unpacking.decompress(packed, said["bytes"] + MOST_HEAD)
    if not unpacking.eof or unpacking.unused_data:
        raise Broken("its record is longer or shorter than it should be")
    head, _, block = record.partition(b"\r\n\r\n")
    version, *lines = head.decode("utf-8").split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines)
    if version != "WARC/1.1" or not block.endswith(b"\r\n\r\n"):
        raise Broken("its record is not one of WARC/1.1")
    block = block[:-4]
    if fields["WARC-Type"] == "response":
        if said["status"] is None or not block.startswith(f"HTTP/1.1 {said['status']} ".encode()):
            raise Broken("its record has another status than the description")
        block = block.partition(b"\r\n\r\n")[2]
    elif fields["WARC-Type"] != "resource":
        raise Broken("its record is of another type")
    if fields["WARC-Date"] != said["captured_at"] or fields["WARC-Record-ID"] != page["record"]["id"]:
        raise Broken("its record has another time or id than the description")
    lead_to_root(page, described, (hashlib.sha256(block).hexdigest(), len(block)), size, root)
    return fields["WARC-Target-URI"]


def main(words: "list[str]") -> int:
    """Check the file named; gives the exit code."""
    parser = argparse.ArgumentParser(description="Verify a WACZ of captures. Needs neither Vigil nor a network.")
    parser.add_argument("wacz", help="the file; its signature beside it as FILE.sig")
    parser.add_argument("--key", help="a file with the verifier key, kept elsewhere")
    parser.add_argument("--checkpoint", action="append", default=[], help="a checkpoint that was kept elsewhere")
    given = parser.parse_args(words)
    try:
        outside = [Path(name).read_bytes() for name in given.checkpoint]
        key = Path(given.key).read_text(encoding="utf-8") if given.key else None
        report = verify_wacz(Path(given.wacz), outside, key)
    except (Broken, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for kind, where, says in report.doubts:
        sys.stdout.write(f"DOUBT  {kind}: {where}: {says}\n")
    sys.stdout.write(
        f"{report.n_files} files, {report.n_captures} captures, {report.n_checkpoints} checkpoints of "
        f"{report.origin or 'an unknown log'} were checked; {len(report.doubts)} doubts.\n"
    )
    for line in report.timestamps:
        sys.stdout.write(f"timestamp  {line}. Who signed it, vigil/README.txt says how to verify.\n")
    if not given.key:
        sys.stdout.write("The key was taken from the file: whoever made it anew has made the key anew too.\n")
    if not report.n_outside:
        sys.stdout.write("No checkpoint kept elsewhere took part: a log made anew would not have been noticed.\n")
    sys.stdout.write("NOT VERIFIED\n" if report.doubts else "VERIFIED\n")
    return 1 if report.doubts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
