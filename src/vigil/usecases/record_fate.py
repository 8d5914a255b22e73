"""Enter in the register what became of a witness. Entries are added, never overwritten; an error is withdrawn.

The register is a judgement: somebody claims it, it rests on something, and a named person answers for the entry.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from vigil.model.counted import counted
from vigil.model.edtf import parse_edtf
from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate, FateEntry, entry_reference, standing, withdrawn_numbers
from vigil.model.ids import WitnessName
from vigil.usecases.ports import CaseReader, CaseWriter

_NOBODY = frozenset(
    {"unknown", "unnamed", "anonymous", "anon", "nobody", "someone", "somebody", "none", "null", "n/a", "na", "tbd"}
    | {"todo", "me", "user", "admin", "test", "مجهول", "غير معروف", "لا أحد", "لا احد", "شخص"}
)

_LEAST_LETTERS = 2
"""Of a name; one letter could be anyone's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What became of an entry."""

    entry: FateEntry
    number: int  # of this witness's entries, from 1
    added: bool  # False on a dry run, and where the same entry stands already
    already_stands: bool = False


def record_fate(entry: FateEntry, *, case: CaseWriter, dry_run: bool = False) -> Recorded:
    """Add an entry to the register; where the same one stands already, leave the register as it is.

    Raises:
        InvalidInput: The witness is not in the case, or the entry cannot stand; every fault is named.
    """
    _refuse(_faults(entry))
    with case.transaction():
        entries = entries_of(entry.witness, case)
        same = next((number for number, each in enumerate(entries, 1) if _says_the_same(each, entry, entries)), None)
        if same is not None:
            return Recorded(entry=entries[same - 1], number=same, added=False, already_stands=True)
        if not dry_run:
            case.add_fate(entry)
    return Recorded(entry=entry, number=len(entries) + 1, added=not dry_run)


def withdraw_fate(
    witness: WitnessName,
    number: int,
    *,
    judged_by: str,
    reason: str,
    now: datetime,
    case: CaseWriter,
    dry_run: bool = False,
) -> Recorded:
    """Take back an entry made in error, by a new entry that says so. The first stays to be read.

    Raises:
        InvalidInput: There is no such witness or entry, it is withdrawn already or a withdrawal, or nobody answers.
    """
    _refuse([*unnamed("judged by", judged_by), *_empty("reason", reason)])
    with case.transaction():
        entries = entries_of(witness, case)
        if not 1 <= number <= len(entries):
            has = counted(len(entries), "entry", "entries")
            raise InvalidInput(f"this witness has {has} and none numbered {number}")
        if entries[number - 1].fate is Fate.WITHDRAWN:
            raise InvalidInput(f"entry {number} is a withdrawal itself: enter the fate anew instead")
        if (by := withdrawn_numbers(entries).get(number)) is not None:
            return Recorded(entry=entries[by - 1], number=by, added=False, already_stands=True)
        withdrawal = FateEntry(
            witness=witness,
            fate=Fate.WITHDRAWN,
            claimed_by=judged_by.strip(),
            evidence=entry_reference(number),
            judged_by=judged_by.strip(),
            recorded_at=now,
            reason=reason.strip(),
        )
        if not dry_run:
            case.add_fate(withdrawal)
    return Recorded(entry=withdrawal, number=len(entries) + 1, added=not dry_run)


def entries_of(witness: WitnessName, case: CaseReader) -> list[FateEntry]:
    """A witness's entries in the order they were made.

    Raises:
        InvalidInput: The witness is not in the case.
    """
    if all(each.name != witness for each in case.watchlist().witnesses):
        raise InvalidInput("no such witness in this case: `vigil watch list --case CASE` lists their names")
    return case.fates(witness)


def unnamed(what: str, name: str) -> list[str]:
    """The fault of a name that names nobody, if it is one: a judgement is answered for by a person."""
    plain = " ".join(name.split()).casefold()
    if not plain:
        return [f"{what}: a name is needed of someone who answers for it"]
    if sum(letter.isalpha() for letter in plain) < _LEAST_LETTERS:
        return [f"{what}: too short for a name: at least {_LEAST_LETTERS} letters, of someone who answers for it"]
    if plain in _NOBODY:
        return [f"{what}: this names nobody; give the name of someone who answers for it"]
    return []


def _faults(entry: FateEntry) -> list[str]:
    faults = [
        *unnamed("judged by", entry.judged_by),
        *unnamed("claimed by", entry.claimed_by),
        *_empty("evidence", entry.evidence),
    ]
    if entry.fate is Fate.WITHDRAWN:
        faults.append("fate: withdraw an entry by its number, with `vigil fate withdraw`")
    if entry.occurred is not None:
        faults += _occurred_faults(entry.occurred, entry.recorded_at)
    return faults


def _occurred_faults(occurred: str, recorded_at: datetime) -> list[str]:
    try:
        first = parse_edtf(occurred).first
    except InvalidInput as error:
        return [str(error)]
    # A day ahead of UTC is today somewhere.
    if first is not None and first > (recorded_at + timedelta(days=1)).date():
        return [f"occurred: {occurred!r} lies in the future"]
    return []


def _empty(what: str, text: str) -> list[str]:
    return [] if text.strip() else [f"{what}: nothing is given"]


def _refuse(faults: list[str]) -> None:
    if faults:
        raise InvalidInput("; ".join(faults))


def _says_the_same(one: FateEntry, other: FateEntry, entries: list[FateEntry]) -> bool:
    """Whether an entry stands and says what another does, but for when and by whom it was entered."""
    said = (one.fate, one.claimed_by, one.evidence, one.occurred, one.reason)
    return one in standing(entries) and said == (
        other.fate,
        other.claimed_by,
        other.evidence,
        other.occurred,
        other.reason,
    )
