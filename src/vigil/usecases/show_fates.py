"""The register of fates as it can be read: every entry with its number, and which are withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from vigil.model.fate import FateEntry, withdrawn_numbers
from vigil.model.ids import WitnessName
from vigil.usecases.ports import CaseReader
from vigil.usecases.record_fate import entries_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One entry with its place in the register."""

    number: int  # of this witness's entries, from 1
    entry: FateEntry
    withdrawn_by: int | None = None  # the number of the entry that takes it back


def show_fates(
    case: CaseReader, *, witness: WitnessName | None = None, as_of: datetime | None = None
) -> list[RegisterLine]:
    """The register, or one witness's part of it, by witness and then as recorded; as it stood at an instant if given.

    Raises:
        InvalidInput: The witness is not in the case.
    """
    entries = case.fates() if witness is None else entries_of(witness, case)
    known = [entry for entry in entries if as_of is None or entry.recorded_at <= as_of]
    by_witness = groupby(sorted(known, key=lambda entry: entry.witness), key=lambda entry: entry.witness)
    return [line for _, theirs in by_witness for line in _lines(list(theirs))]


def _lines(entries: Sequence[FateEntry]) -> list[RegisterLine]:
    withdrawn = withdrawn_numbers(entries)
    return [
        RegisterLine(number=number, entry=entry, withdrawn_by=withdrawn.get(number))
        for number, entry in enumerate(entries, 1)
    ]
