"""Who has a case open: any number together, or one alone.

The lock is SQLite's own file lock on small empty files beside the database, which works alike on Linux, macOS and
Windows and is dropped by the system when a process dies. The notes in `holders/` only serve to say who it is.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from sqlcipher3 import dbapi2

from vigil.model.errors import CaseHeld, Unavailable

WAIT_S = 10.0
"""How long to wait for one's turn (the issue's promise)."""

_HOLDERS = "holders"


@contextmanager
def held(folder: Path, *, purpose: str, alone: bool = False, wait_s: float = WAIT_S) -> Iterator[None]:
    """Keep a case open for a purpose, with others or alone.

    Raises:
        CaseHeld: It is held in a way that excludes this, and still was after `wait_s` seconds.
    """
    with _locked(folder, "open.lock", exclusive=alone, wait_s=wait_s), _noted(folder, purpose):
        yield


@contextmanager
def importing(folder: Path, *, wait_s: float = WAIT_S) -> Iterator[None]:
    """Keep other imports out: which of several equal rows of a file a row is depends on what this file gave before.

    Raises:
        CaseHeld: Another import is under way.
    """
    with _locked(folder, "import.lock", exclusive=True, wait_s=wait_s):
        yield


@contextmanager
def listening(folder: Path, *, wait_s: float = 1.0) -> Iterator[None]:
    """Keep other listeners out: two would each go on from where the other stopped.

    Raises:
        CaseHeld: Another process listens for this case.
    """
    with _locked(folder, "listen.lock", exclusive=True, wait_s=wait_s):
        yield


def holders(folder: Path) -> list[str]:
    """Who has the case open beside this very process, as far as notes tell: `pid 4711 (import, since 12:03 UTC)`."""
    found = []
    for note in sorted((folder / _HOLDERS).glob("*.json")):
        try:
            said = json.loads(note.read_text(encoding="utf-8"))
            pid, purpose, since = int(said["pid"]), str(said["purpose"]), float(said["since"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if _alive(pid):
            at = time.strftime("%H:%M", time.gmtime(since))
            found.append(f"pid {pid} ({purpose}, since {at} UTC)")
        else:
            with suppress(OSError):
                note.unlink()
    return found


def held_sentence(folder: Path, *, waited_s: float = WAIT_S) -> str:
    """What to tell someone whose turn did not come."""
    known = holders(folder)
    who = ", ".join(known) if known else "another process"
    return f"the case is held by {who}; waited {waited_s:g} s. Close it, or try again later; nothing was changed"


@contextmanager
def _locked(folder: Path, name: str, *, exclusive: bool, wait_s: float) -> Iterator[None]:
    try:
        connection = dbapi2.connect(str(folder / name), isolation_level=None, timeout=wait_s)
    except dbapi2.OperationalError as error:
        raise Unavailable(f"{folder} cannot be opened: is it there, and may you write in it?") from error
    try:
        with suppress(OSError):
            (folder / name).chmod(0o600)
        try:
            connection.execute("BEGIN EXCLUSIVE" if exclusive else "BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes the shared lock
        except dbapi2.OperationalError as error:
            if "locked" not in str(error):
                raise Unavailable(f"{folder} cannot be locked: may you write in it?") from error
            raise CaseHeld(held_sentence(folder, waited_s=wait_s)) from error
        yield
    finally:
        connection.close()


@contextmanager
def _noted(folder: Path, purpose: str) -> Iterator[None]:
    note = folder / _HOLDERS / f"{os.getpid()}-{uuid4().hex[:8]}.json"
    with suppress(OSError):  # a note is a courtesy: without one the case opens all the same
        note.parent.mkdir(mode=0o700, exist_ok=True)
        note.write_text(json.dumps({"pid": os.getpid(), "purpose": purpose, "since": time.time()}), encoding="utf-8")
    try:
        yield
    finally:
        with suppress(OSError):
            note.unlink()


def _alive(pid: int) -> bool:
    if os.name == "nt":  # there, asking with signal 0 would end the process
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
