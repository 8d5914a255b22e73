"""The one place that reads configuration and chooses what stands behind each port."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from vigil import __version__
from vigil.model.errors import InvalidInput, Unavailable
from vigil.store import casefile, header
from vigil.store.keys import CAREFUL, ScryptCost
from vigil.store.migrate import SHIPPED
from vigil.usecases.ports import CaseReader, CaseWriter, Secrets

SUFFIX = ".vigil"

Ask = Callable[[str], str]
"""Asks the person at the terminal for something that is not shown, and gives the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment sets. A setting that can change a finding is kept in the case, not here."""

    cases: Path  # where a case given by its name is looked for and made: VIGIL_CASES, else the current folder
    passphrase: str | None = field(default=None, repr=False)  # VIGIL_PASSPHRASE
    cost: ScryptCost = CAREFUL  # of one guess at a passphrase set from now on


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment gives them.

    Raises:
        InvalidInput: VIGIL_CASES is no folder.
    """
    cases = Path(environment.get("VIGIL_CASES") or ".")
    if not cases.is_dir():
        raise InvalidInput("VIGIL_CASES: no such folder")
    return Settings(cases=cases, passphrase=environment.get("VIGIL_PASSPHRASE"))


def clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def case_path(name: str, given: Settings | None = None) -> Path:
    """The folder of a case given by its name or path, with or without `.vigil`.

    Raises:
        InvalidInput: The name is empty.
    """
    if not name.strip() or Path(name).name in {"", ".."}:
        raise InvalidInput("--case: give the case's name or path, for example aleppo")
    path = Path(name).expanduser()
    if path.suffix != SUFFIX and not (path / header.HEADER_NAME).is_file():
        path = path.with_name(path.name + SUFFIX)
    return path if path.is_absolute() else (given or settings()).cases / path


def secrets(
    case: Path,
    *,
    passphrase_file: Path | None = None,
    ask: Ask | None = None,
    given: Settings | None = None,
) -> Secrets:
    """What opens this case: from --passphrase-file, else VIGIL_PASSPHRASE, else asked for. A plain case needs none.

    Raises:
        InvalidInput: There is no case, it is a newer Vigil's, or it is encrypted and nobody can be asked.
        Unavailable: The passphrase file cannot be read.
    """
    page = casefile.current_header(case, SHIPPED)
    if not page.encrypted:
        return Secrets()
    return Secrets(passphrase=passphrase(passphrase_file, ask=ask, prompt="Passphrase of the case", given=given))


def passphrase(passphrase_file: Path | None, *, ask: Ask | None, prompt: str, given: Settings | None = None) -> str:
    """A passphrase from --passphrase-file, else VIGIL_PASSPHRASE, else asked for.

    Raises:
        InvalidInput: It is empty, or there is no terminal to ask at.
        Unavailable: The file cannot be read.
    """
    found = _read_secret(passphrase_file) if passphrase_file else (given or settings()).passphrase
    if found is None and ask is not None:
        found = ask(prompt)
    if found is None:
        raise InvalidInput(
            "this needs a passphrase and there is no terminal to ask at: give --passphrase-file FILE, "
            "or set VIGIL_PASSPHRASE"
        )
    if not found:
        raise InvalidInput("the passphrase is empty")
    return found


def create_case(
    case: Path,
    *,
    passphrase: str | None,
    recovery: bool = False,
    now: datetime | None = None,
    given: Settings | None = None,
) -> str | None:
    """Make an empty case; gives its recovery key where asked for. Without a passphrase it is plain."""
    return casefile.create_case(
        case,
        passphrase=passphrase,
        created_at=now or clock(),
        written_by=__version__,
        recovery=recovery,
        cost=(given or settings()).cost,
    )


def case_reader(case: Path, secrets: Secrets) -> AbstractContextManager[CaseReader]:
    """A case open for reading."""
    return casefile.reading_case(case, secrets)


def case_writer(case: Path, secrets: Secrets) -> AbstractContextManager[CaseWriter]:
    """A case open for writing."""
    return casefile.writing_case(case, secrets)


def _read_secret(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise Unavailable(f"the passphrase file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InvalidInput("the passphrase file is not UTF-8 text") from error
    return text.removesuffix("\n").removesuffix("\r")
