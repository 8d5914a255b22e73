"""Verify a bag of captures, with Python 3.9 or newer and nothing else: no Vigil, no network.

    python3 verify.py                                   this folder, held against its own key
    python3 verify.py --key KEY.key --checkpoint FILE   held against what was kept elsewhere

A copy of this file lies in every bag as verify.py. Take it from another place than the bag if the bag may have been
tampered with: whoever changes a bag can change the program in it. README.txt says what each step shows.

Exit code 0: everything holds. 1: something does not, each with what it is. 2: this is no such bag.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

SIGNATURE = "tagmanifest-sha256.txt.sig"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DASH = "\u2014 "
Key = tuple[str, bytes, bytes]
UNLISTED = {"tagmanifest-sha256.txt", SIGNATURE}
ENTRY = re.compile(
    rb'\{"commitment":"([0-9a-f]{64})","format":"vigil-log-entry/1","kind":"([a-z]{1,16})",'
    rb'"recorded_at":"([0-9T:.-]{19,26})Z"\}'
)


class Broken(Exception):
    """Something does not hold."""


def sha256(content: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(content).digest()


class Report:
    """What was checked, and what is in doubt."""

    def __init__(self) -> None:
        self.doubts: list[tuple[str, str, str]] = []
        self.n_files = 0
        self.n_captures = 0
        self.n_checkpoints = 0
        self.n_outside = 0
        self.n_entries = 0
        self.timestamps: list[str] = []
        self.origin = ""

    def doubt(self, kind: str, where: str, says: str) -> None:
        """Note a doubt: its kind, the file it is about, what was expected and found."""
        self.doubts.append((kind, where, says))


def verify_bag(folder: Path, outside: "list[bytes]", key_line: "str | None" = None) -> Report:
    """Check everything in a bag.

    Args:
        folder: The bag.
        outside: Checkpoints kept elsewhere.
        key_line: The verifier key kept with them; None: the bag's own.
    Raises:
        Broken: It is no bag of this kind.
    """
    report = Report()
    if not (folder / "bagit.txt").is_file() and not (folder / "manifest-sha256.txt").is_file():
        raise Broken(f"{folder} is no bag: it has neither bagit.txt nor manifest-sha256.txt")
    key, key_fault = _key(folder, key_line)
    signed, signature_fault = _signed(folder, key)
    tags = _read(folder, "tagmanifest-sha256.txt")
    # Where the signature holds over other digests than these, they were changed, and say nothing of any other file.
    digests_changed = signed is not None and tags is not None and not _signs(signed, tags)
    changed = _check_files(folder, report, digests_changed=digests_changed)
    if digests_changed:
        found = hashlib.sha256(tags or b"").hexdigest()
        report.doubt("file_changed", "tagmanifest-sha256.txt", f"expected the SHA-256 that was signed, found {found}")
    own_key_changed = "verifier-key.txt" in changed
    if key_fault and not own_key_changed:
        report.doubt(*key_fault)
    if key is None or (own_key_changed and key_line is None):
        return report  # told already; by a key that was changed nothing can be held
    report.origin = key[0]
    if signature_fault:
        report.doubt(*signature_fault)
    _check_log(folder, changed, key, outside, report)
    return report


# --- the bag: every file is there, is what its manifest says, and nothing else is (RFC 8493)


def _check_files(folder: Path, report: Report, *, digests_changed: bool) -> "set[str]":
    """Hold all files against the manifests; gives those that do not hold."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink()}
    changed: set[str] = set()
    if _read(folder, "bagit.txt") != DECLARATION:
        changed.add("bagit.txt")
        kind = "file_changed" if "bagit.txt" in there else "file_missing"
        report.doubt(kind, "bagit.txt", "expected the declaration of BagIt 1.0")
    if not digests_changed:
        tags = _manifest(folder, "tagmanifest-sha256.txt", changed, report)
        _compare(folder, tags, {name for name in there if not name.startswith("data/")} - UNLISTED, changed, report)
    if "manifest-sha256.txt" not in changed:
        payload = _manifest(folder, "manifest-sha256.txt", changed, report)
        _compare(folder, payload, {name for name in there if name.startswith("data/")}, changed, report)
    return changed


def _manifest(folder: Path, name: str, changed: "set[str]", report: Report) -> "dict[str, str] | None":
    listed: dict[str, str] = {}
    content = _read(folder, name)
    if content is None:
        changed.add(name)
        report.doubt("file_missing", name, "expected it, found none")
        return None
    lines = content.split(b"\n")
    for number, line in enumerate(lines[:-1], start=1):
        found = re.fullmatch(rb"([0-9a-f]{64})  ([A-Za-z0-9._/-]+)", line)
        if found is None or found.group(2).decode() in listed or b".." in found.group(2):
            lines.append(b"spoiled")
            report.doubt("file_changed", name, f"line {number} is not a digest and a path")
            break
        listed[found.group(2).decode()] = found.group(1).decode()
    if lines[-1]:
        changed.add(name)
        if lines[-1] != b"spoiled":
            report.doubt("file_changed", name, "it does not end in a line end")
        return None
    return listed


def _compare(
    folder: Path, listed: "dict[str, str] | None", there: "set[str]", changed: "set[str]", report: Report
) -> None:
    if listed is None:
        return
    for name in sorted(set(listed) - there - changed):
        changed.add(name)
        report.doubt("file_missing", name, "expected it, found none")
    for name in sorted(there - set(listed)):
        changed.add(name)
        report.doubt("file_added", name, "expected nothing here, found a file that no manifest names")
    for name in sorted(there & set(listed)):
        report.n_files += 1
        found = _file_digest(folder / name)
        if found != listed[name] and name not in changed:
            changed.add(name)
            report.doubt("file_changed", name, f"expected SHA-256 {listed[name]}, found {found}")


def _file_digest(path: Path) -> str:
    if path.is_symlink():
        return "a link"
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(2**20):
            digest.update(piece)
    return digest.hexdigest()


def _read(folder: Path, name: str) -> "bytes | None":
    path = folder / name
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


# --- signatures: signed notes as C2SP has them, Ed25519 as RFC 8032 has it


def _key(folder: Path, key_line: "str | None") -> "tuple[tuple[str, bytes, bytes] | None, tuple[str, str, str] | None]":
    """The key to hold signatures against, and what is wrong with it."""
    own = (_read(folder, "verifier-key.txt") or b"").decode("utf-8", "replace")
    try:
        key = parse_key((own if key_line is None else key_line).strip())
    except Broken as error:
        return None, ("key_unreadable", "verifier-key.txt", str(error))
    if key_line is not None and own.strip() != key_line.strip():
        return key, ("key_differs", "verifier-key.txt", "expected the key kept elsewhere, found another")
    return key, None


def _signed(folder: Path, key: "tuple[str, bytes, bytes] | None") -> "tuple[str | None, tuple[str, str, str] | None]":
    """The text that was signed for the tag manifest, which names every other file; and what is wrong with it."""
    note = _read(folder, SIGNATURE)
    if note is None:
        return None, ("file_missing", SIGNATURE, "expected it, found none")
    if key is None:
        return None, None
    try:
        return open_note(note, key), None
    except Broken as error:
        return None, ("signature_broken", SIGNATURE, str(error))


def _signs(text: str, tags: bytes) -> bool:
    return text.split("\n")[2:] == [hashlib.sha256(tags).hexdigest(), ""] and text.startswith("vigil-bag/1\n")


def parse_key(line: str) -> "tuple[str, bytes, bytes]":
    """Name, id and public key of a line name+id+base64.

    Raises:
        Broken: It is no such line, or its id is another key's.
    """
    name, _, rest = line.partition("+")
    key_id, _, encoded = rest.partition("+")
    try:
        content = base64.b64decode(encoded, validate=True)
    except ValueError:
        content = b""
    if len(content) != 33 or content[:1] != b"\x01" or base64.b64encode(content).decode() != encoded:
        raise Broken("expected name+id+base64 of an Ed25519 key, found something else")
    if sha256(name.encode() + b"\n" + content)[:4].hex() != key_id:
        raise Broken("expected a key with the id it says, found another")
    return name, bytes.fromhex(key_id), content[1:]


def open_note(note: bytes, key: "tuple[str, bytes, bytes]") -> str:
    """The text of a signed note, once the key's signature was found to hold.

    Raises:
        Broken: It is no signed note, or the key did not sign it so.
    """
    try:
        text, separator, signatures = note.decode().rpartition("\n\n")
    except UnicodeDecodeError:
        raise Broken("not UTF-8") from None
    text += "\n"
    if not separator or not signatures.endswith("\n"):
        raise Broken("not a signed note: expected a text, an empty line and signatures")
    signed = False
    for line in signatures[:-1].split("\n"):
        name, _, encoded = line[len(DASH) :].partition(" ")
        try:
            content = base64.b64decode(encoded, validate=True)
        except ValueError:
            content = b""
        if not line.startswith(DASH) or len(content) < 5 or base64.b64encode(content).decode() != encoded:
            raise Broken("not a signed note: a signature line is not one")
        if name == key[0] and content[:4] == key[1]:
            if not ed25519_holds(key[2], content[4:], text.encode()):
                raise Broken("the signature does not hold")
            signed = True
    if not signed:
        raise Broken("not signed by this key")
    return text


P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def ed25519_holds(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether an Ed25519 signature holds (RFC 8032, 5.1.7)."""
    if len(signature) != 64:
        return False
    key, r = _point(public), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    left, right = _times(s, _base()), _add(r, _times(h, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def _base() -> "tuple[int, int, int, int]":
    base = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    assert base is not None  # noqa: S101 - the standard's own point
    return base


def _point(encoded: bytes) -> "tuple[int, int, int, int] | None":
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def _add(p: "tuple[int, int, int, int]", q: "tuple[int, int, int, int]") -> "tuple[int, int, int, int]":
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n: int, p: "tuple[int, int, int, int]") -> "tuple[int, int, int, int]":
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = _add(q, p)
        p, n = _add(p, p), n >> 1
    return q


# --- the log: each capture leads to a root, and the root was signed (RFC 9162, C2SP checkpoints)


def open_checkpoint(note: bytes, key: "tuple[str, bytes, bytes]") -> "tuple[int, bytes]":
    """Size and root of a signed checkpoint of the key's log.

    Raises:
        Broken: It is none.
    """
    lines = open_note(note, key).split("\n")
    if len(lines) < 4 or lines[0] != key[0] or not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]):
        raise Broken("not a checkpoint of this log")
    try:
        root = base64.b64decode(lines[2], validate=True)
    except ValueError:
        root = b""
    if len(root) != 32:
        raise Broken("not a checkpoint: its third line is no root")
    return int(lines[1]), root


def included(entry: bytes, index: int, size: int, path: "list[bytes]") -> bytes:
    """The root that an entry at a place leads to (RFC 9162, 2.1.3.2).

    Raises:
        Broken: The proof is of another length or place.
    """
    if not 0 <= index < size:
        raise Broken("the proof is of no place in the log")
    fn, sn, root = index, size - 1, sha256(b"\0" + entry)
    for step in path:
        if sn == 0:
            raise Broken("the proof is too long")
        if fn & 1 or fn == sn:
            root = sha256(b"\1" + step + root)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = sha256(b"\1" + root + step)
        fn, sn = fn >> 1, sn >> 1
    if sn:
        raise Broken("the proof is too short")
    return bytes(root)


def consistent(first: int, second: int, first_root: bytes, path: "list[bytes]") -> "tuple[bytes, bytes]":
    """The earlier and later roots that a consistency proof leads to (RFC 9162, 2.1.4.2).

    Raises:
        Broken: The proof is of another length.
    """
    if not 0 < first <= second:
        raise Broken("the proof is of no two sizes")
    if first == second:
        return first_root, first_root
    steps = list(path) if first & (first - 1) else [first_root, *path]
    if not steps:
        raise Broken("the proof is too short")
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if sn == 0:
            raise Broken("the proof is too long")
        if fn & 1 or fn == sn:
            old, new = sha256(b"\1" + step + old), sha256(b"\1" + step + new)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            new = sha256(b"\1" + new + step)
        fn, sn = fn >> 1, sn >> 1
    if sn:
        raise Broken("the proof is too short")
    return bytes(old), bytes(new)


def _check_log(
    folder: Path, changed: "set[str]", key: "tuple[str, bytes, bytes]", outside: "list[bytes]", report: Report
) -> None:
    if "data/log/checkpoint" in changed:
        return
    try:
        size, root = open_checkpoint(_read(folder, "data/log/checkpoint") or b"", key)
    except Broken as error:
        report.doubt("checkpoint_broken", "data/log/checkpoint", str(error))
        return
    report.n_entries = size
    report.n_checkpoints += 1
    roots = {size: root}
    _check_earlier(folder, changed, key, roots, report)
    for capture in sorted((folder / "data" / "captures").glob("*")):
        where = capture.relative_to(folder).as_posix()
        if any(name == where or name.startswith(where + "/") for name in changed):
            continue  # told already, as what it is
        try:
            _check_capture(capture, size, root)
        except (Broken, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            report.doubt("proof_broken", where, str(error) or type(error).__name__)
        else:
            report.n_captures += 1
    if report.n_captures == 0 and not report.doubts:
        report.doubt("nothing_checked", "data/captures", "expected at least one capture, found none")
    _check_timestamps(folder, changed, key, roots, report)
    for at, note in enumerate(outside):
        _check_outside(note, f"outside checkpoint {at}", key, roots, report)


def _check_earlier(
    folder: Path, changed: "set[str]", key: "tuple[str, bytes, bytes]", roots: "dict[int, bytes]", report: Report
) -> None:
    """Earlier checkpoints: each signed, and each the beginning of the newest."""
    newest = max(roots)
    for path in sorted((folder / "data" / "log" / "earlier").glob("*.json")):
        where = path.relative_to(folder).as_posix()
        if where in changed:
            continue
        try:
            page = json.loads(path.read_bytes())
            first, first_root = open_checkpoint(page["checkpoint"].encode(), key)
            steps = [bytes.fromhex(step) for step in page["consistency"]]
            led = consistent(first, newest, first_root, steps)
        except (Broken, ValueError, KeyError, TypeError, AttributeError) as error:
            report.doubt("checkpoint_broken", where, str(error) or type(error).__name__)
            continue
        if led != (first_root, roots[newest]):
            report.doubt("checkpoint_broken", where, "the newest log does not begin with that of this checkpoint")
        else:
            roots[first] = first_root
            report.n_checkpoints += 1


def _check_capture(capture: Path, size: int, root: bytes) -> None:
    page = json.loads((capture / "proof.json").read_bytes())
    content = capture / page["content"]
    if content.parent != capture:
        raise Broken("the proof names a content elsewhere")
    found = (_file_digest(content), content.stat().st_size)
    lead_to_root(page, (capture / "description.json").read_bytes(), found, size, root)


def lead_to_root(page: "dict[str, Any]", described: bytes, found: "tuple[str, int]", size: int, root: bytes) -> None:
    """Lead one capture, found to have this SHA-256 and length, to the root.

    Raises:
        Broken: Some step does not lead to the next.
    """
    said = json.loads(described)
    if (said["sha256"], said["bytes"]) != found:
        raise Broken("the content is not the one its description is of")
    entry = page["entry"].encode("ascii")
    logged = ENTRY.fullmatch(entry)
    if logged is None or logged.group(2) != b"capture":
        raise Broken("its entry is not one of a capture")
    opened = sha256(b"vigil/commitment/v1\0" + bytes.fromhex(page["salt"]) + sha256(described))
    if opened.hex().encode() != logged.group(1):
        raise Broken("description and salt do not open the entry's commitment")
    steps = [bytes.fromhex(step) for step in page["path"]]
    if page["size"] != size or included(entry, page["index"], size, steps) != root:
        raise Broken("its proof does not lead to the checkpoint's root")


def _check_outside(
    note: bytes, where: str, key: "tuple[str, bytes, bytes]", roots: "dict[int, bytes]", report: Report
) -> None:
    try:
        size, root = open_checkpoint(note, key)
    except Broken as error:
        report.doubt("outside_unsigned", where, str(error))
        return
    newest = max(roots)
    if size == 0:
        report.doubt("outside_empty", where, "it covers nothing, and so shows nothing")
    elif size > newest:
        report.doubt("rolled_back", where, f"expected at least {size} entries, found a log of {newest}")
    elif size not in roots:
        says = f"this bag holds no proof from {size} entries on: have it exported again with --checkpoint"
        report.doubt("outside_not_linked", where, says)
    elif roots[size] != root:
        report.doubt("forked", where, f"expected root {root.hex()} at {size} entries, found {roots[size].hex()}")
    else:
        report.n_outside += 1


# --- timestamps: each is over a checkpoint of this log. Who signed it OpenSSL says: README.txt has the line

OTS_MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01\x08"
SHA256_OID = bytes.fromhex("608648016503040201")


def _check_timestamps(folder: Path, changed: "set[str]", key: Key, roots: "dict[int, bytes]", report: Report) -> None:
    for path in sorted((folder / "data" / "log" / "timestamps").glob("*/*")):
        where = path.relative_to(folder).as_posix()
        stamped = f"{where.rpartition('/')[0]}/checkpoint"
        if path.suffix not in {".tsr", ".ots"} or where in changed or stamped in changed:
            continue
        try:
            said = check_timestamp(path.name, path.read_bytes(), _read(folder, stamped) or b"", key, roots)
        except (Broken, OSError) as error:
            report.doubt("timestamp_broken", where, str(error))
        else:
            report.timestamps.append(f"{where}: {said}")


def check_timestamp(name: str, token: bytes, note: bytes, key: Key, roots: "dict[int, bytes]") -> str:
    """What a timestamp, .tsr or .ots, says of a checkpoint of the log with these roots. Raises Broken: nothing."""
    size, root = open_checkpoint(note, key)
    if roots.get(size) != root:
        raise Broken("the checkpoint it is over is not one of this log")
    if name.endswith(".tsr"):
        return f"over the checkpoint of {size} entries, says {stamped_at(token, sha256(note))}"
    if not token.startswith(OTS_MAGIC + sha256(note)):
        raise Broken("it does not begin at the SHA-256 of the checkpoint beside it")
    return f"over the checkpoint of {size} entries, a proof of OpenTimestamps"


def stamped_at(token: bytes, digest: bytes) -> str:
    """The time in an RFC 3161 answer over this SHA-256, as the token has it. Its signature is not looked at.

    Raises:
        Broken: It is no such answer, or over something else.
    """
    try:
        status, content = der(der(token)[0][1])[:2]
        signed = der(der(der(content[1])[1][1])[0][1])
        info = der(der(der(der(signed[2][1])[1][1])[0][1])[0][1])
        algorithm, imprint = der(info[2][1])
        by_sha256 = der(algorithm[1])[0] == (0x06, SHA256_OID)
        granted = der(status[1])[0] == (0x02, b"\x00")
        at = info[4][1].decode("ascii")
    except (IndexError, ValueError):
        raise Broken("not an answer of a timestamp authority") from None
    if not granted or not by_sha256 or imprint != (0x04, digest):
        raise Broken("it is not over the SHA-256 of the checkpoint beside it")
    if not re.fullmatch(r"[0-9]{14}(\.[0-9]{1,9})?Z", at):
        raise Broken("its time is not one in UTC")
    return f"{at[:4]}-{at[4:6]}-{at[6:8]}T{at[8:10]}:{at[10:12]}:{at[12:]}"


def der(content: bytes) -> "list[tuple[int, bytes]]":
    """Tags and contents of the values that stand one after the other (X.690, DER).

    Raises:
        ValueError: One is longer than what is there.
    """
    values = []
    while content:
        begin, length = 2, content[1]
        if length & 0x80:
            begin, length = 2 + (length & 0x7F), int.from_bytes(content[2 : 2 + (length & 0x7F)], "big")
        if begin + length > len(content):
            raise ValueError("cut short")
        values.append((content[0], content[begin : begin + length]))
        content = content[begin + length :]
    return values


def main(words: "list[str]") -> int:
    """Check the bag named, or the one this file lies in; gives the exit code."""
    parser = argparse.ArgumentParser(description="Verify a bag of captures. Needs neither Vigil nor a network.")
    parser.add_argument(
        "bag", nargs="?", default=str(Path(__file__).resolve().parent), help="the bag; else this folder"
    )
    parser.add_argument("--key", help="a file with the verifier key, kept elsewhere")
    parser.add_argument("--checkpoint", action="append", default=[], help="a checkpoint that was kept elsewhere")
    given = parser.parse_args(words)
    try:
        outside = [Path(name).read_bytes() for name in given.checkpoint]
        key = Path(given.key).read_text(encoding="utf-8") if given.key else None
        report = verify_bag(Path(given.bag), outside, key)
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
        sys.stdout.write(f"timestamp  {line}. Who signed it, README.txt says how to verify.\n")
    if not given.key:
        sys.stdout.write("The key was taken from the bag: whoever made the bag anew has made the key anew too.\n")
    if not report.n_outside:
        sys.stdout.write("No checkpoint kept elsewhere took part: a log made anew would not have been noticed.\n")
    sys.stdout.write("NOT VERIFIED\n" if report.doubts else "VERIFIED\n")
    return 1 if report.doubts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
