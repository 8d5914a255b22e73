"""Captures as a bag (BagIt 1.0, RFC 8493) that a stranger can verify: bytes, descriptions, proofs, a program to check.

It is made beside its place and put there at once, whole, when everything is on disk. What it holds is in clear.
"""

import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Mapping
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import Any

from vigil import __version__
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.instants import rfc3339
from vigil.publish.bag_stamps import stamp_files, stamp_words
from vigil.usecases.export_bag import HandedLog, HandedOver

_KEPT_SUFFIXES = frozenset({".gif", ".htm", ".html", ".jpeg", ".jpg", ".json", ".mp3", ".mp4", ".pdf", ".png", ".txt"})
"""Suffixes of names that a content keeps, so that it opens with a click; others become .bin."""


class BagFolder:
    """Fulfils Bag as a folder."""

    def __init__(self, folder: Path) -> None:
        """Begin a bag beside `folder`.

        Raises:
            InvalidInput: There is something at this path already.
            Unavailable: It cannot be made there.
        """
        if folder.exists() or folder.is_symlink():
            raise InvalidInput(f"{folder} is there already: name another folder")
        self._folder = folder
        self._part = folder.with_name(f".{folder.name}.part")
        self._digests: dict[str, str] = {}
        self._n_bytes = 0
        self._rows: list[dict[str, Any]] = []
        shutil.rmtree(self._part, ignore_errors=True)
        try:
            self._part.mkdir(mode=0o700)
        except OSError as error:
            raise Unavailable(f"{folder} cannot be made: {error.strerror}") from error

    def add(self, capture: HandedOver) -> None:
        """Write one capture.

        Raises:
            Unavailable: The disk is full or refuses.
        """
        number = len(self._rows) + 1
        place = f"data/captures/{number:06}"
        content = f"content{_suffix(capture)}"
        self._write(f"{place}/{content}", capture.content)
        self._write(f"{place}/description.json", capture.description)
        proof = {
            "content": content,
            "entry": capture.entry.decode(),
            "index": capture.proof.index,
            "path": [step.hex() for step in capture.proof.path],
            "salt": capture.salt.hex(),
            "size": capture.proof.size,
        }
        self._write(f"{place}/proof.json", _json(proof))
        said = capture.said
        self._rows.append(
            {
                "number": number,
                "entry": capture.proof.index,
                "sha256": said.digest,
                "bytes": said.n_bytes,
                "captured_at": rfc3339(said.captured_at),
                "recorded_at": rfc3339(capture.recorded_at),
                "published_at": rfc3339(said.published_at) if said.published_at else None,
                "published_on": said.published_on,
                "platform": said.account.platform if said.account else None,
                "account": said.account.id if said.account else None,
                "post": said.post,
                "url": said.url,
                "name": said.name,
                "status": said.status,
                "collector": said.collector,
                "collector_version": said.collector_version,
                "content": f"{place}/{content}",
            }
        )

    def finish(self, log: HandedLog) -> None:
        """Write what the proofs lead to, seal the bag, and put it in its place.

        Raises:
            Unavailable: The disk is full or refuses.
        """
        self._write("data/captures.json", _json(self._rows))
        self._write("data/captures.csv", _csv(self._rows))
        self._write("data/log/checkpoint", log.checkpoint)
        for note, proof in log.earlier:
            page = {"checkpoint": note.decode(), "consistency": [step.hex() for step in proof.path]}
            self._write(f"data/log/earlier/{proof.first:012}.json", _json(page))
        for name, content in stamp_files(log.stamps):
            self._write(name, content)
        payload = dict(self._digests)
        n_bytes = self._n_bytes
        self._write("manifest-sha256.txt", _manifest(payload))
        self._write("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        self._write("bag-info.txt", _info(log, len(self._rows), f"{n_bytes}.{len(payload)}"))
        self._write("verifier-key.txt", f"{log.verifier_key}\n".encode())
        self._write("verify.py", resources.files("vigil.publish").joinpath("verify_bag.py").read_bytes())
        self._write("README.txt", _readme(log))
        tags = {name: digest for name, digest in self._digests.items() if name not in payload}
        tagmanifest = _manifest(tags)
        self._write("tagmanifest-sha256.txt", tagmanifest)
        origin = log.verifier_key.partition("+")[0]
        signed = log.sign(f"vigil-bag/1\n{origin}\n{hashlib.sha256(tagmanifest).hexdigest()}\n")
        self._write("tagmanifest-sha256.txt.sig", signed)
        try:
            self._part.rename(self._folder)
        except OSError as error:
            raise Unavailable(f"{self._folder} cannot be made: {error.strerror}") from error

    def abandon(self) -> None:
        """Take away what was written, if it was not finished."""
        shutil.rmtree(self._part, ignore_errors=True)

    def _write(self, name: str, content: bytes) -> None:
        path = self._part / PurePosixPath(name)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise Unavailable(f"the bag cannot be written ({error.strerror}): nothing is at {self._folder}") from error
        self._digests[name] = hashlib.sha256(content).hexdigest()
        self._n_bytes += len(content)


def _suffix(capture: HandedOver) -> str:
    suffix = PurePosixPath(capture.said.name or "").suffix.lower()
    return suffix if suffix in _KEPT_SUFFIXES else ".bin"


def _json(page: object) -> bytes:
    return (json.dumps(page, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")  # spreadsheets take Arabic for Latin without the mark


def _cell(value: object) -> object:
    """A value no spreadsheet takes for a formula. The exact text is in captures.json."""
    if isinstance(value, str) and value.lstrip("\t\r\n ")[:1] in {"=", "+", "-", "@"}:
        return f"'{value}"
    return value


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def _info(log: HandedLog, n_captures: int, oxum: str) -> bytes:
    lines = [
        f"Bag-Software-Agent: Vigil {__version__}",
        f"Bagging-Date: {log.exported_at.date().isoformat()}",
        f"Payload-Oxum: {oxum}",
        f"External-Description: {n_captures} captures with proofs; left out: {_left_out(log.left_out)}",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _left_out(counts: Mapping[str, int]) -> str:
    return "; ".join(f"{n} {reason}" for reason, n in sorted(counts.items())) or "none"


def _readme(log: HandedLog) -> bytes:
    return _README.replace("LEFT_OUT", _left_out(log.left_out)).replace("STAMPED", stamp_words(log.stamps)).encode()


_README = """CAPTURES, AND HOW TO VERIFY THEM

You need Python 3.9 or newer. You need neither Vigil nor a network.

    python3 verify.py
    python3 verify.py --key KEPT.key --checkpoint KEPT

The first holds everything in this folder against the key in it (verifier-key.txt). That shows the folder is whole and
says what its maker signed. Whoever made the whole folder anew would have made the key anew too: so use the second,
with a checkpoint and key that were kept by somebody else since before there was a reason to change anything.
Take verify.py itself from elsewhere if you do not trust this folder: it is the file src/vigil/publish/verify_bag.py of
the Vigil named in bag-info.txt.

WHAT IS HERE

    data/captures/N/content.*         bytes as they were received
    data/captures/N/description.json  SHA-256 of those bytes, where from, when, by which collector
    data/captures/N/proof.json        the log entry for it, the salt that opens it, and what leads from it to the root
    data/captures.json, .csv          the same as a table (in the CSV a ' stands before what a spreadsheet would run)
    data/log/checkpoint               how many entries the log had, the root over them, and the signature
    data/log/earlier/                 earlier checkpoints, each with what leads from it to that one
    data/log/timestamps/              what others signed over checkpoints, where there is any
    manifest-sha256.txt               SHA-256 of each file under data/      (sha256sum -c manifest-sha256.txt)
    tagmanifest-sha256.txt            SHA-256 of each other file, and its signature beside it (.sig)

Left out of this bag: LEFT_OUT.

WHAT EACH STEP SHOWS

1. content -> description: the SHA-256 of the content is the "sha256" in the description.
2. description -> entry: SHA-256 of "vigil/commitment/v1", a zero byte, the salt and the SHA-256 of description.json is
   the "commitment" in the entry.
3. entry -> root: SHA-256 of a zero byte and the entry, joined with the hashes of "path" as RFC 9162 (2.1.3.2) says, is
   the root in the checkpoint.
4. checkpoint -> key: its first three lines were signed with Ed25519 by the key in verifier-key.txt. With OpenSSL 3:

    cut -d + -f 3- verifier-key.txt | base64 -d | tail -c 32 > /tmp/public
    { printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; cat /tmp/public; } > /tmp/public.der
    head -n 3 data/log/checkpoint > /tmp/text
    tail -n 1 data/log/checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c 64 > /tmp/signature
    openssl pkeyutl -verify -pubin -keyform DER -inkey /tmp/public.der -rawin -in /tmp/text -sigfile /tmp/signature

Shown so: these bytes were in the log when the checkpoint was signed, and are what was logged. "recorded_at" in an
entry and "captured_at" in a description are the clock of the machine that recorded it; "published_at", "published_on"
and "url" are what a platform, or whoever kept the file, said. Not shown: that what was captured is true.

STAMPED
"""
