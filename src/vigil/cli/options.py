"""Options that many commands share, and the case they open with them."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from vigil import bootstrap
from vigil.model.errors import InvalidInput
from vigil.usecases.ports import CaseReader, CaseWriter, Secrets

Case = Annotated[
    str, typer.Option("--case", envvar="VIGIL_CASE", help="The case, by name or path, with or without .vigil.")
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help="A file holding the passphrase. Otherwise VIGIL_PASSPHRASE, otherwise you are asked.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Give JSON on stdout, for machines.")]
Timezone = Annotated[
    str | None,
    typer.Option("--timezone", help="The zone of times written without one, such as Asia/Damascus or UTC."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


_UNITS = {"h": 3600.0, "d": 86_400.0, "m": 60.0, "min": 60.0}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(h|d|m|min)?", re.IGNORECASE)


def length(option: str, text: str) -> timedelta:
    """A length of time such as 24h, 90m or 2d.

    Raises:
        InvalidInput: It is none.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise InvalidInput(f"{option}: a length of time such as 24h, 90m or 2d")
    return timedelta(seconds=float(match.group(1)) * _UNITS[(match.group(2) or "h").lower()])


def zone(name: str | None) -> ZoneInfo | None:
    """The zone named with --timezone.

    Raises:
        InvalidInput: There is none of this name.
    """
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput(f"--timezone: no zone {name}; give one such as Asia/Damascus") from error


@contextmanager
def reader(case: str, passphrase_file: Path | None) -> Iterator[CaseReader]:
    """The case a command was given, open for reading."""
    path = bootstrap.case_path(case)
    with bootstrap.case_reader(path, secrets(path, passphrase_file)) as opened:
        yield opened


@contextmanager
def writer(case: str, passphrase_file: Path | None) -> Iterator[CaseWriter]:
    """The case a command was given, open for writing."""
    path = bootstrap.case_path(case)
    with bootstrap.case_writer(path, secrets(path, passphrase_file)) as opened:
        yield opened


def secrets(case: Path, passphrase_file: Path | None, *, any_schema: bool = False) -> Secrets:
    """What opens a case, asked for at the terminal where neither file nor environment gives it."""
    return bootstrap.secrets(case, passphrase_file=passphrase_file, ask=asker(), any_schema=any_schema)


def asker() -> bootstrap.Ask | None:
    """How to ask for something unseen; None where there is no terminal."""
    return _ask if sys.stdin is not None and sys.stdin.isatty() else None


def asker_twice() -> bootstrap.Ask | None:
    """How to ask for something unseen that is set for good: typed twice, alike."""
    return _ask_twice if asker() else None


def _ask(prompt: str) -> str:
    return str(typer.prompt(prompt, hide_input=True, err=True))


def _ask_twice(prompt: str) -> str:
    return str(typer.prompt(prompt, hide_input=True, confirmation_prompt="Once more, to be sure", err=True))
