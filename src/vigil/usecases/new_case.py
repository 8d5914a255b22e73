"""Make a case, and choose its alarm budget."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from vigil.model.budget import DEFAULT_BUDGET_PER_YEAR, checked_budget
from vigil.model.errors import InvalidInput
from vigil.usecases.ports import CaseReader, Clock, OpenCase, Secrets, Setting

BUDGET_SETTING = "budget_per_year"
"""False alarms per account and year the desk can bear; JSON number."""

_SHORT = 12
"""Characters under which a passphrase is called short: a copied case can be tried without limit."""


class MakeCase(Protocol):
    """Makes an empty case; gives its recovery key where asked for. Without a passphrase it is plain."""

    def __call__(self, case: Path, *, passphrase: str | None, recovery: bool) -> str | None:
        """Make it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What was made, and what its maker has to know."""

    path: Path
    encrypted: bool
    recovery_key: str | None = field(default=None, repr=False)  # shown once, kept nowhere
    warnings: tuple[str, ...] = ()


def new_case(
    path: Path,
    *,
    passphrase: str | None,
    recovery: bool,
    budget_per_year: float | None,
    make: MakeCase,
    open_case: OpenCase,
    clock: Clock,
) -> NewCase:
    """Make an empty case at a path, encrypted unless `passphrase` is None.

    Raises:
        InvalidInput: There is something at the path, the passphrase is empty, or the budget is out of range.
    """
    if passphrase is not None and not passphrase.strip():
        raise InvalidInput("the passphrase is empty: nothing was made")
    if budget_per_year is not None:
        checked_budget(budget_per_year)
    recovery_key = make(path, passphrase=passphrase, recovery=recovery)
    with open_case(path, Secrets(passphrase=passphrase)) as case, case.transaction():
        now = clock()
        case.log("case made", at=now, by=None, detail={})
        if budget_per_year is not None:
            case.put_setting(Setting(name=BUDGET_SETTING, value=f"{budget_per_year:g}", recorded_at=now))
    return NewCase(
        path=path,
        encrypted=passphrase is not None,
        recovery_key=recovery_key,
        warnings=_warnings(passphrase, recovery=recovery),
    )


_NOT_ENCRYPTED = (
    "this case is NOT encrypted: whoever gets the folder, a backup or the disk reads every name in it. "
    "`vigil case rekey` encrypts it"
)


def budget_of(case: CaseReader) -> float:
    """False alarms per account and year the case was made for, or the default."""
    kept = case.setting(BUDGET_SETTING)
    return float(json.loads(kept.value)) if kept else DEFAULT_BUDGET_PER_YEAR


def _warnings(passphrase: str | None, *, recovery: bool) -> tuple[str, ...]:
    if passphrase is None:
        return (_NOT_ENCRYPTED,)
    said = []
    if recovery:
        said.append("a lost passphrase is final unless you keep the recovery key: write it on paper, away from here")
    else:
        said.append(
            "a lost passphrase is final: nobody, we included, can open this case without it. "
            "There is no recovery key; `vigil case rekey --recovery-key` prints one"
        )
    if len(passphrase) < _SHORT:
        said.append(
            f"the passphrase is short (under {_SHORT} characters): someone who copies the case can try for years. "
            "Six random words are better; `vigil case rekey` sets another"
        )
    return tuple(said)
