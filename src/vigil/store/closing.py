"""A closed case: the SHA-256 of every file of its folder, and the log's signature over the list.

A checkpoint covers the entries of the log; closing covers the folder to the last byte: pages of the database that no
entry speaks of, the header, rows that are not evidence. The list is one `sha256sum -c` reads. What is there only while
somebody has the case open (locks, notes of holders) is not in it. The case's own log says last that it was closed, so
that the list cannot be taken away unnoticed; whatever is logged afterwards opens the case again, and takes it away.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from vigil.evidence.signed_note import encode_verifier_key, open_note, parse_verifier_key, sign_note
from vigil.evidence.verify import Doubt, DoubtKind
from vigil.model.errors import IntegrityError, InvalidInput, Unavailable
from vigil.store.casefile import CLOSED_LIST, current_header, database_of, folder_there
from vigil.store.holding import held
from vigil.store.keys import Keyring, open_key
from vigil.store.migrate import SHIPPED
from vigil.store.syncing import sync_folder
from vigil.store.vault import FolderVault
from vigil.store.writing import WritableCase
from vigil.usecases.close_case import CASE_CLOSED, Closed, Closing
from vigil.usecases.ports import Progress, Secrets, no_progress

LIST, SIGNATURE = CLOSED_LIST, f"{CLOSED_LIST}.sig"
_OWN = {LIST, SIGNATURE}
_PASSING = re.compile(r"(open|import|listen)\.lock(-journal)?|holders/.*|case-\d+\.db-shm")
_ENTRY = re.compile(rb"([0-9a-f]{64})  ([A-Za-z0-9._/-]+)")


def close_folder(folder: Path, secrets: Secrets, *, by: str, reason: str, at: datetime) -> Closed:
    """Log that the case is closed, sign the log, and then list and sign every file, with nobody else in the case.

    Raises:
        CaseHeld: Somebody has the case open.
        WrongPassphrase: The secret does not open it.
        Unavailable: The disk is full or refuses: the case is as if it had been opened again.
    """
    with held(folder_there(folder), purpose="close", alone=True):
        header = current_header(folder, SHIPPED)
        key = open_key(header, secrets)
        keyring, vault = Keyring(key), FolderVault(folder)
        with database_of(folder, header, key) as database:
            case = WritableCase(database, path=folder, encrypted=header.encrypted, keyring=keyring, vault=vault)
            with case.transaction():
                case.log(CASE_CLOSED, at=at, by=by, detail={"reason": reason})
                made = case.evidence.log.add_checkpoint(at)
            signing = case.evidence.log.signing_key()
            database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        assert made is not None  # noqa: S101 - an entry was just logged
        digests = list(_digests(folder))
        listed = b"".join(b"%s  %s\n" % (digest.encode(), name.encode()) for name, digest in digests)
        own = encode_verifier_key(signing.verifier())
        text = f"vigil-closed/1\n{signing.name}\n{hashlib.sha256(listed).hexdigest()}\n{own}\n"
        _write(folder / LIST, listed)
        _write(folder / SIGNATURE, sign_note(text, [signing]))
        sync_folder(folder)
    return Closed(n_files=len(digests), n_entries=made.size, list=folder / LIST, signature=folder / SIGNATURE)


def closing_of(folder: Path, *, progress: Progress = no_progress) -> Closing | None:
    """What the files of a closed case say without anything being opened. None: there is no list and no signature."""
    missing = sorted(name for name in _OWN if not (folder / name).is_file())
    if len(missing) == len(_OWN):
        return None
    if missing:
        says = "expected it, found none"
        return Closing(doubts=tuple(_doubt(DoubtKind.FILE_MISSING, name, says) for name in missing))
    try:
        signed, verifier_key = _signed((folder / SIGNATURE).read_bytes())
    except (InvalidInput, IntegrityError) as error:
        return Closing(doubts=(_doubt(DoubtKind.SIGNATURE_BROKEN, SIGNATURE, str(error)),))
    content = (folder / LIST).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    listed = dict(_listed(content))
    if found != signed or not listed:
        says = f"expected SHA-256 {signed} as signed, found {found}"
        return Closing(doubts=(_doubt(DoubtKind.FILE_CHANGED, LIST, says),), verifier_key=verifier_key)
    changed = tuple(_compared(folder, listed, progress))
    return Closing(changed=changed, n_files=len(listed), verifier_key=verifier_key)


def _compared(folder: Path, listed: dict[str, str], progress: Progress) -> Iterator[Doubt]:
    there = {}
    for done, (name, digest) in enumerate(_digests(folder), start=1):
        there[name] = digest
        progress(done, len(listed), "files")
    for name in sorted(set(listed) - set(there)):
        yield _doubt(DoubtKind.FILE_MISSING, name, "expected it, found none")
    for name in sorted(set(there) - set(listed)):
        yield _doubt(DoubtKind.FILE_ADDED, name, "expected nothing here, found a file that is not listed")
    for name in sorted(set(there) & set(listed)):
        if there[name] != listed[name]:
            yield _doubt(DoubtKind.FILE_CHANGED, name, f"expected SHA-256 {listed[name]}, found {there[name]}")


def _signed(note: bytes) -> tuple[str, str]:
    """The digest that was signed, and the key that signed it as the note says: whose that is, the log has to say."""
    text = note.decode("utf-8", "replace").partition("\n\n")[0]
    match text.split("\n"):
        case ["vigil-closed/1", str(), digest, own] if re.fullmatch("[0-9a-f]{64}", digest):
            open_note(note, [parse_verifier_key(own)])
            return digest, own
    raise InvalidInput("not the signature of a closed case")


def _listed(content: bytes) -> Iterator[tuple[str, str]]:
    for line in content.split(b"\n")[:-1]:
        found = _ENTRY.fullmatch(line)
        if found is not None:
            yield found.group(2).decode(), found.group(1).decode()


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of the folder that stays, by name. An empty log of writes says nothing, and comes with reading."""
    paths = sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    for path in paths:
        name = path.relative_to(folder).as_posix()
        empty_log = name.endswith(".db-wal") and path.is_file() and path.stat().st_size == 0
        if name not in _OWN and not _PASSING.fullmatch(name) and not empty_log:
            yield name, _digest(path)


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return "no file"
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _doubt(kind: DoubtKind, name: str, says: str) -> Doubt:
    return Doubt(kind, None, f"{name}: {says}")


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(path)
    except OSError as error:
        raise Unavailable(f"{path} cannot be written ({error.strerror}): close the case again") from error
