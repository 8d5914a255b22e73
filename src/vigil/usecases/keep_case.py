"""Keep a case: copies, going back, another passphrase, a newer schema, what it says of itself."""

from pathlib import Path
from typing import Protocol

from vigil.model.errors import InvalidInput
from vigil.usecases.ports import CaseInfo, Clock, OpenCase, ReadCase, Secrets


class CaseKeeper(Protocol):
    """What can be done to a case as a whole. Each either succeeds or leaves the case as it was."""

    def backup(self, to: Path) -> None:
        """Make a verified copy, opened by the same secrets, while others go on reading and writing."""
        ...

    def restore(self, backup: Path, secrets: Secrets) -> bool:
        """Put a backup in the case's place, keeping what is there for an undo; whether it is of our schema."""
        ...

    def undo(self, what: str) -> None:
        """Go back to what was there before the last `restore` or `upgrade`."""
        ...

    def rekey(self, passphrase: str, *, recovery: bool) -> str | None:
        """Encrypt everything anew; gives a fresh recovery key where asked for."""
        ...

    def upgrade(self) -> tuple[int, int]:
        """Bring the case to this Vigil's schema; gives the schema before and after."""
        ...


def case_info(path: Path, secrets: Secrets, *, open_case: ReadCase) -> CaseInfo:
    """What a case says of itself."""
    with open_case(path, secrets) as case:
        return case.info()


def backup_case(
    path: Path, secrets: Secrets, to: Path, *, keeper: CaseKeeper, open_case: OpenCase, clock: Clock
) -> CaseInfo:
    """Make a verified copy; gives what the copy says of itself."""
    keeper.backup(to)
    _log(path, secrets, "backup made", open_case=open_case, clock=clock)
    return case_info(to, secrets, open_case=open_case)


def restore_case(
    path: Path, backup: Path, secrets: Secrets, *, keeper: CaseKeeper, open_case: OpenCase, clock: Clock
) -> bool:
    """Put a backup in a case's place; whether it opens as it is, or needs `upgrade` first.

    From then on the backup's passphrase opens the case.
    """
    current = keeper.restore(backup, secrets)
    if current:
        _log(path, secrets, "restored from a backup", open_case=open_case, clock=clock)
    return current


def rekey_case(
    path: Path, passphrase: str, *, recovery: bool, keeper: CaseKeeper, open_case: OpenCase, clock: Clock
) -> str | None:
    """Encrypt a case anew under another passphrase; gives the fresh recovery key where asked for.

    Raises:
        InvalidInput: The new passphrase is empty.
    """
    if not passphrase.strip():
        raise InvalidInput("the new passphrase is empty: nothing was changed")
    recovery_key = keeper.rekey(passphrase, recovery=recovery)
    _log(path, Secrets(passphrase=passphrase), "rekeyed", open_case=open_case, clock=clock)
    return recovery_key


def upgrade_case(
    path: Path, secrets: Secrets, *, keeper: CaseKeeper, open_case: OpenCase, clock: Clock
) -> tuple[int, int]:
    """Bring a case to this Vigil's schema; gives the schema before and after."""
    before, after = keeper.upgrade()
    if before != after:
        _log(path, secrets, f"upgraded from schema {before} to {after}", open_case=open_case, clock=clock)
    return before, after


def _log(path: Path, secrets: Secrets, event: str, *, open_case: OpenCase, clock: Clock) -> None:
    with open_case(path, secrets) as case:
        case.log(event, at=clock(), by=None, detail={})
