"""Close a case: when it is verified, vouch for its folder to the last byte; and hold a closed one against that.

Closed is not locked: whatever is written afterwards opens the case again, and it can be closed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from vigil.evidence.signed_note import VerifierKey, encode_verifier_key
from vigil.evidence.verify import Doubt, DoubtKind
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.usecases.ports import CaseReader, Clock, Progress, ReadCase, Secrets, no_progress
from vigil.usecases.record_fate import unnamed
from vigil.usecases.verify_case import CaseReport, verify_case

CASE_CLOSED = "case closed"
"""The event that stands last in the log of a closed case."""

_NOT_YET = frozenset({DoubtKind.UNCOVERED, DoubtKind.NO_CHECKPOINT, DoubtKind.NO_ENTRIES})
"""What closing itself mends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A case that was closed."""

    n_files: int
    n_entries: int  # in the log
    list: Path  # SHA-256 of every file
    signature: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What the files of a closed case say by themselves, before anything is opened.

    Attributes:
        changed: Files that are not as the signed list says.
        doubts: What is wrong with the list or its signature: then nothing was held against it.
        verifier_key: That the list was signed with, as its signature says. None: that does not hold.
    """

    changed: tuple[Doubt, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    n_files: int = 0
    verifier_key: str | None = None


class CloseFolder(Protocol):
    """Closes the folder of a case, with nobody else in it."""

    def __call__(self, case: Path, secrets: Secrets, *, by: str, reason: str, at: datetime) -> Closed:
        """Log that it is closed, sign the log, list and sign every file."""
        ...


def close_case(
    path: Path,
    secrets: Secrets,
    *,
    by: str,
    reason: str,
    read: ReadCase,
    close: CloseFolder,
    clock: Clock,
    progress: Progress = no_progress,
) -> Closed:
    """Verify a case, and close it.

    Raises:
        InvalidInput: Nobody answers for it, or no reason is given.
        IntegrityError: It is in doubt: what is closed has to be whole.
    """
    faults = [*unnamed("by", by), *([] if reason.strip() else ["reason: nothing is given"])]
    if faults:
        raise InvalidInput("; ".join(faults))
    with read(path, secrets) as case:
        doubts = [doubt for doubt in verify_case(case, progress=progress).doubts if doubt.kind not in _NOT_YET]
    if doubts:
        raise IntegrityError(f"the case is in doubt ({doubts[0].kind}): `vigil verify` tells more. It was not closed")
    return close(path, secrets, by=by.strip(), reason=reason.strip(), at=clock())


def verify_closed(
    case: CaseReader,
    closing: Closing | None,
    *,
    outside: Sequence[bytes] = (),
    outside_key: VerifierKey | None = None,
    block_headers: Sequence[bytes] = (),
    progress: Progress = no_progress,
) -> CaseReport:
    """Verify a case and, where its log says last that it was closed, that it is.

    Raises:
        IntegrityError: The log's own record is missing: nothing can be verified.
        Unavailable: A file cannot be read.
    """
    try:
        report = verify_case(
            case, outside=outside, outside_key=outside_key, block_headers=block_headers, progress=progress
        )
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise IntegrityError(
            "the case's database holds something where it cannot stand: it was damaged or changed by other hands. "
            "`vigil case restore` goes back to a backup"
        ) from error
    if not case.evidence.ends_closed():
        return report
    doubts: tuple[Doubt, ...] = closing.doubts if closing else ()
    if closing is None:
        says = "the case was closed: expected the list of its files, found none. It was taken away, or this is a copy"
        doubts = (Doubt(DoubtKind.FILE_MISSING, None, says),)
    elif closing.verifier_key is not None and closing.verifier_key != encode_verifier_key(case.evidence.log.key()):
        says = "the list of the closed case's files: expected the log's key under it, found another"
        doubts = (*doubts, Doubt(DoubtKind.KEY_DIFFERS, None, says))
    n_closed = closing.n_files if closing is not None and not doubts else None
    return replace(report, doubts=(*doubts, *report.doubts), n_closed=n_closed)
