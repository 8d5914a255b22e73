"""Captures as a WACZ file (WACZ 1.1.1, specs.webrecorder.net): a web archive that replays, with proofs and a program.

Beside what every WACZ holds (archive/, indexes/, pages/, datapackage.json) lies vigil/: for each capture its
description and what leads from it to the signed root, and a program of one file that verifies all of it without Vigil.
It is written as it comes, to a file that takes its name when it is whole; from the same captures, the same bytes.
`NAME.sig` beside it is a signed note over its SHA-256. What it holds is in clear.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import IO, BinaryIO

from vigil import __version__
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.instants import rfc3339
from vigil.publish.bag_stamps import flat_files
from vigil.publish.private_file import private_file, write_private
from vigil.publish.sorted_lines import SortedLines, unnamed_file
from vigil.publish.warc import WarcFile, index_line
from vigil.usecases.export_bag import HandedLog, HandedOver

SUFFIX = ".wacz"
_WARC = "data.warc.gz"
_SOFTWARE = f"Vigil {__version__}"
_PIECE = 2**20
_JOINT = "# --- what is above is verify_bag.py; below is verify_wacz.py\n"


class WaczFile:
    """Fulfils Bag as a file."""

    def __init__(self, path: Path, *, made_at: datetime) -> None:
        """Begin a file that is to stand at `path`.

        Raises:
            InvalidInput: It is not named .wacz, or it or its signature is there already.
            Unavailable: It cannot be made there.
        """
        if path.suffix != SUFFIX:
            raise InvalidInput(f"{path}: a WACZ file is named {SUFFIX}, or nothing opens it")
        self._path, self._signature = path, signature_of(path)
        if self._signature.exists() or self._signature.is_symlink():
            raise InvalidInput(f"{self._signature} exists already: name another file")
        self._file, self._spilt = ExitStack(), ExitStack()
        self._listed: list[dict[str, object]] = []
        self._n = 0
        try:
            with self._told():
                self._begin(made_at)
        except BaseException:
            self.abandon()
            raise

    def add(self, capture: HandedOver) -> None:
        """Write one capture.

        Raises:
            Unavailable: The disk is full or refuses.
        """
        self._n += 1
        said = capture.said
        with self._told():
            record = self._warc.add(capture.content, said, entry=capture.entry)
            self._index.add(index_line(record, said, file=_WARC))
            if record.uri.startswith(("http:", "https:")):
                at = rfc3339(said.captured_at)
                page = {"id": f"{self._n:06}", "url": record.uri, "ts": at, "title": f"{record.uri}, {at}"}
                self._pages.write(_line(page))
            proof = {
                "description": capture.description.decode(),
                "entry": capture.entry.decode(),
                "index": capture.proof.index,
                "path": [step.hex() for step in capture.proof.path],
                "record": {"id": record.id, "length": record.length, "offset": record.offset},
                "salt": capture.salt.hex(),
                "size": capture.proof.size,
            }
            self._proofs.write(_line(proof))

    def finish(self, log: HandedLog) -> None:
        """Write what the proofs lead to, give the file its name, and sign it.

        Raises:
            InvalidInput: Somebody took the name meanwhile.
            Unavailable: The disk is full or refuses.
        """
        origin = log.verifier_key.partition("+")[0]
        with self._told():
            self._listed.append(self._archive.close())
            self._add("indexes/index.cdx", self._index)
            self._add("pages/pages.jsonl", _pieces(self._pages))
            self._add("vigil/proofs.jsonl", _pieces(self._proofs))
            self._add("vigil/checkpoint.txt", [log.checkpoint])
            earlier = [
                {"checkpoint": note.decode(), "consistency": [step.hex() for step in proof.path]}
                for note, proof in log.earlier
            ]
            self._add("vigil/earlier.jsonl", map(_line, earlier))
            for name, content in flat_files(log.stamps):
                self._add(name, [content])
            self._add("vigil/verifier-key.txt", [f"{log.verifier_key}\n".encode()])
            self._add("vigil/verify.py", [program()])
            self._add("vigil/README.txt", [_readme(log)])
            package = _json(_package(log, origin, self._n, self._listed))
            digest = f"sha256:{hashlib.sha256(package).hexdigest()}"
            self._add("datapackage.json", [package])
            self._add("datapackage-digest.json", [_json({"hash": digest, "path": "datapackage.json"})])
            self._zip.close()  # where the disk is full this says so; letting go would not
            self._file.close()
        self._spilt.close()
        try:
            with self._path.open("rb") as stream:
                whole = hashlib.file_digest(stream, "sha256").hexdigest()
            write_private(self._signature, log.sign(f"vigil-wacz/1\n{origin}\n{whole}\n").decode())
        except BaseException:
            self._path.unlink(missing_ok=True)
            raise

    def abandon(self) -> None:
        """Take away what was written, if it was not finished."""
        self._spilt.close()
        stop = _NotFinishedError()
        self._file.__exit__(_NotFinishedError, stop, None)

    def _begin(self, made_at: datetime) -> None:
        folder = self._path.parent
        self._zip = zipfile.ZipFile(self._file.enter_context(private_file(self._path)), "w")
        self._file.callback(self._let_go)
        self._index = SortedLines(folder)
        self._spilt.callback(self._index.close)
        self._pages = self._spilt.enter_context(unnamed_file(folder))
        self._proofs = self._spilt.enter_context(unnamed_file(folder))
        self._archive = _Member(self._zip, f"archive/{_WARC}", packed=False)
        self._warc = WarcFile(self._archive, name=_WARC, software=_SOFTWARE, made_at=made_at)
        self._pages.write(_line({"format": "json-pages-1.0", "id": "pages", "title": "Captures"}))

    def _let_go(self) -> None:
        """End the ZIP whatever state it is in: before the file is, which is removed if it was not finished."""
        with suppress(OSError, ValueError):
            self._archive.close()
        with suppress(OSError, ValueError):
            self._zip.close()

    def _add(self, name: str, pieces: Iterable[bytes]) -> None:
        member = _Member(self._zip, name, packed=True)
        for piece in pieces:
            member.write(piece)
        self._listed.append(member.close())

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise Unavailable(f"{self._path} cannot be written: {error.strerror or error}") from error


def signature_of(path: Path) -> Path:
    """Where the signed digest of a file that is handed over lies."""
    return path.with_name(path.name + ".sig")


def program() -> bytes:
    """The program that verifies a WACZ, as one file: what verifies a bag, and what a WACZ needs beyond it."""
    room = resources.files("vigil.publish")
    shared = room.joinpath("verify_bag.py").read_text(encoding="utf-8").partition("def main(")[0]
    own = room.joinpath("verify_wacz.py").read_text(encoding="utf-8")
    docstring, _, rest = own.partition("\nimport ")
    kept, _, imported = f"\nimport {rest}".partition("from vigil.publish.verify_bag import (")
    shared = shared.partition('"""\n\nimport ')[2]
    return f"{docstring}\nimport {shared}{_JOINT}{kept.lstrip()}{imported.partition(')')[2].lstrip()}".encode()


class _NotFinishedError(Exception):
    pass


class _Member:
    """One file within the ZIP, written as it comes, with the digest of what was written."""

    def __init__(self, archive: zipfile.ZipFile, name: str, *, packed: bool) -> None:
        info = zipfile.ZipInfo(name)  # with the first time a ZIP can say: the hour of writing is nobody's business
        info.external_attr = 0o600 << 16
        info.create_system = 3
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        self._name, self._n_bytes, self._digest = name, 0, hashlib.sha256()
        self._stream: IO[bytes] = archive.open(info, "w", force_zip64=not packed)

    def write(self, content: bytes) -> int:
        self._digest.update(content)
        self._n_bytes += len(content)
        return self._stream.write(content)

    def close(self) -> dict[str, object]:
        """What a data package says of it."""
        self._stream.close()
        return {
            "name": self._name.rpartition("/")[2].lower(),
            "path": self._name,
            "hash": f"sha256:{self._digest.hexdigest()}",
            "bytes": self._n_bytes,
        }


def _package(log: HandedLog, origin: str, n: int, listed: list[dict[str, object]]) -> dict[str, object]:
    at = log.exported_at.replace(microsecond=0)
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": f"{n} captures, handed over with proofs",
        "description": f"Captures with what leads from each to a signed root. Left out: {_words(log.left_out)}. "
        "See vigil/README.txt.",
        "created": rfc3339(at),
        "software": _SOFTWARE,
        "vigil": {"origin": origin, "captures": n, "left_out": dict(log.left_out)},
        "resources": listed,
    }


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while piece := stream.read(_PIECE):
        yield piece


def _line(page: Mapping[str, object]) -> bytes:
    return (json.dumps(page, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def _json(page: Mapping[str, object]) -> bytes:
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def _words(counts: Mapping[str, int]) -> str:
    return "; ".join(f"{n} {reason}" for reason, n in sorted(counts.items())) or "none"


def _readme(log: HandedLog) -> bytes:
    return _README.replace("LEFT_OUT", _words(log.left_out)).replace("STAMPED", _stamped(log)).encode()


def _stamped(log: HandedLog) -> str:
    return _STAMPED if log.stamps else "No timestamp authority has vouched for any of these times."


_README = """CAPTURES AS A WEB ARCHIVE, AND HOW TO VERIFY THEM

It opens in any player of WACZ files: ReplayWeb.page in a browser, or pywb. To verify it you need Python 3.9 or newer,
and neither Vigil nor a network:

    unzip -p NAME.wacz vigil/verify.py > verify.py
    python3 verify.py NAME.wacz
    python3 verify.py NAME.wacz --key KEPT.key --checkpoint KEPT

NAME.wacz.sig has to lie beside it: a signed note over the SHA-256 of the whole file. The first line of the three takes
the program from the file it verifies: take it from elsewhere if you do not trust this file (it is
src/vigil/publish/verify_bag.py and verify_wacz.py of the Vigil named in datapackage.json, one after the other). The
second holds everything against the key in it (vigil/verifier-key.txt), the third against a checkpoint and key that
were kept by somebody else since before there was a reason to change anything: whoever made the file anew made the key
in it anew too.

WHAT IS HERE

    archive/data.warc.gz     the captures: WARC/1.1, a record each, the bytes as they were received
    indexes/index.cdx        where each record is (CDXJ)
    pages/pages.jsonl        those that have an address of the web
    vigil/proofs.jsonl       a line a capture, in the order of the records: its description, its entry in the log, the
                             salt that opens it, what leads from it to the root, and where its record is
    vigil/checkpoint.txt     how many entries the log had, the root over them, and the signature
    vigil/earlier.jsonl      earlier checkpoints, each with what leads from it to that one
    vigil/stamp-*            what others signed over checkpoints, where there is any
    datapackage.json         SHA-256 of each file here, and datapackage-digest.json the SHA-256 of that

Left out: LEFT_OUT.

WHAT EACH STEP SHOWS

1. record -> description: the SHA-256 of the record's payload is the "sha256" in the description. In a response the
   headers are those of the description; where one would mislead a player (what came packed was unpacked before it was
   kept), its name begins with X-Archive-Orig- here. The reason after the status was not kept.
2. description -> entry: SHA-256 of "vigil/commitment/v1", a zero byte, the salt and the SHA-256 of the description (the
   text in "description", in UTF-8) is the "commitment" in the entry.
3. entry -> root: SHA-256 of a zero byte and the entry, joined with the hashes of "path" as RFC 9162 (2.1.3.2) says, is
   the root in the checkpoint.
4. checkpoint -> key: its first three lines were signed with Ed25519 by the key in verifier-key.txt.

Shown so: these bytes were in the log when the checkpoint was signed, and are what was logged. "recorded_at" in an
entry and "captured_at" in a description are the clock of the machine that recorded it; "published_at", "published_on"
and "url" are what a platform, or whoever kept the file, said. Not shown: that what was captured is true.

STAMPED
"""

_STAMPED = """Others have vouched for checkpoints, and with each for every entry whose "index" is less than the number
in the name.

vigil/stamp-N-checkpoint.txt is the checkpoint over N entries, to the byte as it was stamped. verify.py sees that it is
the beginning of the log here, and that each token is over it; it cannot see who signed a token. OpenSSL can, in vigil/:

    openssl ts -verify -data stamp-N-checkpoint.txt -in stamp-N-1.tsr -CAfile stamp-N-1.pem
    openssl ts -reply -in stamp-N-1.tsr -text

The second says when ("Time stamp"). After the authority's certificates have ended, add -attime and that time in seconds
since 1970 to the first. The .pem is the certificate that was named for the authority: get it from the authority itself.
An .ots file is a proof of OpenTimestamps: `ots verify -f stamp-N-checkpoint.txt stamp-N-1.ots`."""
