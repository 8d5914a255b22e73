"""Who is watched: witnesses under a pseudonym, their accounts, where they are and from when, and on what basis.

Adding merges: what is said is added or replaces what was said before, what is not said stays. A new place begins
where the last ends. Repeating an entry changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from vigil.model.budget import BUDGET_RANGE, LEAST_BUDGET, MOST_BUDGET
from vigil.model.errors import InvalidInput
from vigil.model.ids import PlaceName, WitnessName
from vigil.model.witness import Account, Basis, Stay, WatchedAccount, Watchlist, Witness
from vigil.usecases.ports import CaseReader, CaseWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchEntry:
    """What a user says of a witness, an account, or both. None is not said."""

    path: str = ""  # where it was said, to name a fault by: `line 3`
    witness: WitnessName | None = None
    account: Account | None = None
    handle: str | None = None
    place: PlaceName | None = None
    begin: datetime | None = None
    end: datetime | None = None
    basis: Basis | None = None
    review_on: date | None = None
    budget_per_year: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchReport:
    """What entries changed."""

    added: tuple[WitnessName, ...]
    changed: tuple[WitnessName, ...]
    unchanged: tuple[WitnessName, ...]


def watch(entries: Sequence[WatchEntry], *, case: CaseWriter, dry_run: bool = False) -> WatchReport:
    """Put entries on the watchlist: all of them, or none.

    Raises:
        InvalidInput: Some cannot stand; every fault is named with its path.
    """
    with case.transaction():
        before = case.watchlist()
        merged = _merged(before, entries)
        known = {witness.name: witness for witness in before.witnesses}
        changed = [witness for witness in merged if known.get(witness.name) != witness]
        if not dry_run:
            for witness in changed:
                case.put_witness(witness)
    return WatchReport(
        added=tuple(witness.name for witness in changed if witness.name not in known),
        changed=tuple(witness.name for witness in changed if witness.name in known),
        unchanged=tuple(witness.name for witness in merged if witness not in changed),
    )


def watch_accounts(
    accounts: Sequence[Account], said: WatchEntry, *, case: CaseWriter, dry_run: bool = False
) -> WatchReport:
    """Put several accounts of one witness on the watchlist, with the same said of each.

    Without a witness's name it is whoever one of the accounts belongs to, else a new pseudonym.

    Raises:
        InvalidInput: They cannot stand; every fault is named.
    """
    with case.transaction():
        watchlist = case.watchlist()
        watchers = _watchers(watchlist)
        found = next((watchers[account] for account in accounts if account in watchers), None)
        name = said.witness or found or new_names(watchlist, 1)[0]
        entries = [
            replace(said, witness=name, account=account, path=f"{account.platform}:{account.id}")
            for account in accounts
        ]
        return watch(entries or [replace(said, witness=name)], case=case, dry_run=dry_run)


def watched(case: CaseReader) -> Watchlist:
    """Everyone on the watchlist."""
    return case.watchlist()


def unwatch(
    name: WitnessName, *, case: CaseWriter, account: Account | None = None, dry_run: bool = False
) -> tuple[Account, ...]:
    """Take a witness's accounts, or one of them, off the watchlist; gives those taken off.

    What was imported, and the witness's own entry with its register, stay. Repeating it changes nothing.

    Raises:
        InvalidInput: There is no such witness, or the account is another's.
    """
    with case.transaction():
        witness = next((one for one in case.watchlist().witnesses if one.name == name), None)
        if witness is None:
            raise InvalidInput(f"{name}: no witness of this name; `vigil watch list` shows who is watched")
        if account is not None and account in _watchers(case.watchlist()) and account not in _accounts(witness):
            raise InvalidInput(f"{account.platform}:{account.id}: watched under another witness")
        gone = tuple(one for one in _accounts(witness) if account in (None, one))
        if gone and not dry_run:
            left = tuple(one for one in witness.accounts if one.account not in gone)
            case.put_witness(replace(witness, accounts=left))
    return gone


def new_names(watchlist: Watchlist, count: int, taken: Iterable[str] = ()) -> list[WitnessName]:
    """So many pseudonyms not used yet: w-001 and on."""
    used = {witness.name for witness in watchlist.witnesses} | set(taken)
    names: list[WitnessName] = []
    number = 0
    while len(names) < count:
        number += 1
        name = WitnessName(f"w-{number:03}")
        if name not in used:
            names.append(name)
    return names


def _merged(before: Watchlist, entries: Sequence[WatchEntry]) -> list[Witness]:
    """The witnesses the entries speak of, as they come to stand."""
    witnesses = {witness.name: witness for witness in before.witnesses}
    watchers = _watchers(before)
    touched: dict[WitnessName, None] = {}
    faults: list[str] = []
    for entry in entries:
        own_faults = _faults(entry)
        name = entry.witness or (watchers.get(entry.account) if entry.account else None)
        if name is None:
            name = new_names(before, 1, taken=witnesses)[0]
        if entry.account and watchers.get(entry.account, name) != name:
            own_faults.append("account: watched under another witness; take it off there first")
        if entry.account is None and name not in witnesses:
            own_faults.append("account: missing, and there is no witness of this name yet")
        witness = witnesses.get(name, Witness(name=name))
        if not own_faults:
            try:
                witnesses[name] = _with(witness, entry)
            except InvalidInput as fault:
                own_faults.append(str(fault))
            touched[name] = None
            if entry.account:
                watchers[entry.account] = name
        faults += [f"{entry.path}: {fault}" if entry.path else fault for fault in own_faults]
    if faults:
        raise InvalidInput("\n".join(faults))
    return [witnesses[name] for name in touched]


def _faults(entry: WatchEntry) -> list[str]:
    """What is wrong with an entry by itself."""
    faults = []
    names = {name.removeprefix("@").casefold() for name in (entry.handle, entry.account and entry.account.id) if name}
    if entry.witness is not None and entry.witness.removeprefix("@").casefold() in names:
        faults.append("witness: a pseudonym must not be the handle or the account's id; leave it out to be given one")
    if entry.budget_per_year is not None and not LEAST_BUDGET <= entry.budget_per_year <= MOST_BUDGET:
        faults.append(f"budget: must lie {BUDGET_RANGE}")
    if entry.place is None and (entry.begin or entry.end):
        faults.append("from, until: given without a place")
    if entry.begin and entry.end and entry.end <= entry.begin:
        faults.append("until: not after from")
    if entry.handle is not None and entry.account is None:
        faults.append("handle: given without an account")
    return faults


def _with(witness: Witness, entry: WatchEntry) -> Witness:
    """The witness as the entry leaves them."""
    accounts = list(witness.accounts)
    if entry.account is not None and entry.account not in _accounts(witness):
        accounts.append(WatchedAccount(account=entry.account))
    if entry.place is not None:
        stay = Stay(place=entry.place, begin=entry.begin, end=entry.end)
        accounts = [
            replace(one, stays=_with_stay(one.stays, stay)) if entry.account in (None, one.account) else one
            for one in accounts
        ]
    if entry.handle is not None:
        accounts = [replace(one, handle=entry.handle) if one.account == entry.account else one for one in accounts]
    return replace(
        witness,
        accounts=tuple(accounts),
        basis=entry.basis or witness.basis,
        review_on=entry.review_on or witness.review_on,
        budget_per_year=witness.budget_per_year if entry.budget_per_year is None else entry.budget_per_year,
        note=entry.note or witness.note,
    )


def _with_stay(stays: Sequence[Stay], stay: Stay) -> tuple[Stay, ...]:
    """The stays with one more: an open stay elsewhere ends where the new one begins.

    Raises:
        InvalidInput: They are somewhere already, and it is not said from when they are here.
    """
    if any(_same_stay(one, stay) for one in stays):
        return tuple(stays)
    if stay.begin is None and any(one.end is None for one in stays):
        raise InvalidInput("from: missing: they are at a place already; say from when they are at this one")
    ended = (_ended(one, stay) for one in stays)
    return (*ended, stay)


def _ended(earlier: Stay, later: Stay) -> Stay:
    begun_before = later.begin is not None and (earlier.begin is None or earlier.begin < later.begin)
    return replace(earlier, end=later.begin) if earlier.end is None and begun_before else earlier


def _same_stay(one: Stay, other: Stay) -> bool:
    """Whether an entry says what is known: an end we set ourselves when the next place came is no difference."""
    return (one.place, one.begin) == (other.place, other.begin) and other.end in (None, one.end)


def _accounts(witness: Witness) -> list[Account]:
    return [one.account for one in witness.accounts]


def _watchers(watchlist: Watchlist) -> dict[Account, WitnessName]:
    return {one.account: witness.name for witness, one in watchlist.accounts()}
