"""Show the quarantine: every refused row as it was kept, with where it stands and why it was refused.

A row leaves it when its file, mended, is imported again. Rows of people's own archives are kept without their words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vigil.model.errors import InvalidInput
from vigil.model.ids import Digest
from vigil.usecases.ports import CaseReader, Quarantined

PAGE = 10_000
"""Read from the case at a time, so that memory does not grow with the quarantine."""

_LEAST_OF_DIGEST = 8
"""Letters by which a file may be named: fewer could be a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Part of a quarantine."""

    n_entries: int  # in all; an entry may stand for many rows
    entries: Iterator[Quarantined]  # read as they are asked for, while the case is open


def show_quarantine(case: CaseReader, *, file: str | None = None, skip: int = 0, limit: int | None = None) -> Shown:
    """Refused rows in the order their files came, and as they stand there.

    Args:
        case: The case.
        file: Only of the file with this name, or whose digest begins so.
        skip: So many from the beginning are left out.
        limit: At most so many; None is all.
    Raises:
        InvalidInput: No imported file is called so.
    """
    digests = _digests(case, file)
    n_entries = case.n_quarantined(digests)
    end = n_entries if limit is None else min(skip + limit, n_entries)
    return Shown(n_entries=n_entries, entries=_pages(case, digests, skip, end))


def _pages(case: CaseReader, digests: list[Digest], skip: int, end: int) -> Iterator[Quarantined]:
    for at in range(skip, end, PAGE):
        yield from case.quarantine(files=digests, skip=at, limit=min(PAGE, end - at))


def _digests(case: CaseReader, named: str | None) -> list[Digest]:
    files = case.files()
    if named is None:
        return [file.digest for file in files]
    prefix = named.lower().removeprefix("sha256:")
    found = [
        file.digest
        for file in files
        if file.name == named or (len(prefix) >= _LEAST_OF_DIGEST and file.digest.startswith(prefix))
    ]
    if not found:
        raise InvalidInput("--file: no imported file has this name or digest; `vigil import --json` tells both")
    return found
