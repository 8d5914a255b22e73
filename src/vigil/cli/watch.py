"""`vigil watch`: who is watched, where they are, on what basis."""

import json
from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.model.errors import InvalidInput
from vigil.model.ids import PlaceName, WitnessName
from vigil.model.instants import rfc3339
from vigil.model.witness import Basis, Stay, WatchedAccount, Witness
from vigil.sources.watchlist_file import (
    parse_account,
    parse_basis,
    parse_day,
    parse_day_or_instant,
    read_watchlist,
)
from vigil.usecases.import_watchlist import import_watchlist
from vigil.usecases.watch_witnesses import WatchEntry, WatchReport, unwatch, watch_accounts, watched

watching = typer.Typer(name="watch", help="Who is watched, where they are, on what basis.", no_args_is_help=True)

Read = TypeVar("Read")

AccountOption = Annotated[
    list[str] | None,
    typer.Option("--account", help="An account, as platform:id. May be repeated.", show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(watching)


@watching.command(
    epilog="Examples: vigil watch add --account x:1234567 --place aleppo --basis consent --case aleppo   ·   "
    "vigil watch add w-001 --place idlib --from 2016-12-19 --case aleppo"
)
def add(
    *,
    case: Case,
    witness: Annotated[
        str | None, typer.Argument(help="The witness's pseudonym. Left out, one is given.", show_default=False)
    ] = None,
    account: AccountOption = None,
    handle: Annotated[str | None, typer.Option("--handle", help="The account's handle.")] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Where they are; a new place ends the one before.")
    ] = None,
    begin: Annotated[
        str | None, typer.Option("--from", help="Since when they are there: a day, or an instant with its zone.")
    ] = None,
    end: Annotated[str | None, typer.Option("--until", help="Until when they are there.")] = None,
    basis: Annotated[str | None, typer.Option("--basis", help=f"Why they may be watched: {', '.join(Basis)}.")] = None,
    review_on: Annotated[
        str | None, typer.Option("--review-on", help="The day the basis is to be looked at again.")
    ] = None,
    budget: Annotated[
        float | None,
        typer.Option("--budget", help="False alarms per account and year, 0.1 to 100; else the case's own."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="Do no harm: what to mind before anyone acts on this witness.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Watch a witness, or add to what is said of one: accounts, a new place, the basis. Safe to repeat."""
    faults: list[str] = []

    def read(option: str, value: str | None, parse: Callable[[str], Read]) -> Read | None:
        try:
            return parse(value) if value is not None else None
        except InvalidInput as fault:
            faults.append(f"{option}: {fault}")
            return None

    accounts = [read("--account", one, parse_account) for one in account or ()]
    if handle is not None and len(accounts) != 1:
        faults.append("--handle: goes with exactly one --account")
    said = WatchEntry(
        witness=WitnessName(witness) if witness else None,
        handle=handle,
        place=PlaceName(place) if place else None,
        begin=read("--from", begin, parse_day_or_instant),
        end=read("--until", end, parse_day_or_instant),
        basis=read("--basis", basis, parse_basis),
        review_on=read("--review-on", review_on, parse_day),
        budget_per_year=budget,
        note=note,
    )
    if witness is None and not accounts:
        faults.append("give a witness, an --account, or both")
    if faults:
        raise InvalidInput("\n".join(faults))
    with writer(case, passphrase_file) as opened:
        report = watch_accounts([one for one in accounts if one], said, case=opened, dry_run=dry_run)
    _show(report)


@watching.command("list", epilog="Example: vigil watch list --case aleppo --json")
def list_watched(case: Case, passphrase_file: PassphraseFile = None, as_json: Json = False) -> None:
    """Show who is watched: accounts, places, basis and when to look at it again."""
    with reader(case, passphrase_file) as opened:
        witnesses = watched(opened).witnesses
    today = bootstrap.clock().astimezone(UTC).date()
    for witness in witnesses:
        typer.echo(json.dumps(_as_json(witness), ensure_ascii=False) if as_json else _in_words(witness, today))
    if not witnesses:
        typer.echo("nobody is watched yet: `vigil watch add` or `vigil import --watch`", err=True)


@watching.command("import", epilog="Example: vigil watch import watchlist.csv --case aleppo")
def import_file(
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV or JSON Lines: account; platform, witness, handle, place, from, until, budget, basis, "
            "review_on, note.",
            show_default=False,
        ),
    ],
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Put a list of witnesses on the watchlist: all of it, or, where a row is faulty, none. Safe to repeat."""
    entries, refused = read_watchlist(file)
    with writer(case, passphrase_file) as opened:
        report = import_watchlist(entries, refused, case=opened, dry_run=dry_run)
    _show(report)


@watching.command(epilog="Example: vigil watch remove w-003 --account x:1234567 --case aleppo")
def remove(
    witness: Annotated[str, typer.Argument(help="The witness's pseudonym.", show_default=False)],
    *,
    case: Case,
    account: Annotated[
        str | None,
        typer.Option("--account", help="Only this account, as platform:id; else all.", show_default=False),
    ] = None,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Stop watching a witness, or one of their accounts. What was imported, and their register, stay."""
    try:
        only = parse_account(account) if account is not None else None
    except InvalidInput as fault:
        raise InvalidInput(f"--account: {fault}") from fault
    with writer(case, passphrase_file) as opened:
        gone = unwatch(WitnessName(witness), case=opened, account=only, dry_run=dry_run)
    typer.echo(f"{witness}: {len(gone)} no longer watched" if gone else f"{witness}: was not watched")


def _show(report: WatchReport) -> None:
    for words, names in (
        ("watched", report.added),
        ("changed", report.changed),
        ("unchanged", report.unchanged),
    ):
        if names:
            typer.echo(f"{words}: {', '.join(names)}")


def _in_words(witness: Witness, today: date) -> str:
    basis = f"basis {witness.basis}" + (" (bars live listening and export)" if witness.basis is Basis.UNSTATED else "")
    review = "no review date"
    if witness.review_on:
        review = f"review {'OVERDUE since' if witness.review_on < today else 'on'} {witness.review_on}"
    budget = "" if witness.budget_per_year is None else f", budget {witness.budget_per_year:g} a year"
    lines = [f"{witness.name}: {basis}, {review}{budget}"]
    lines += [f"  {_account_in_words(one)}" for one in witness.accounts] or ["  not watched: no account"]
    if witness.note:
        lines.append(f"  note: {witness.note}")
    return "\n".join(lines)


def _account_in_words(watched_account: WatchedAccount) -> str:
    account = watched_account.account
    handle = f" ({watched_account.handle})" if watched_account.handle else ""
    stays = "; ".join(_stay_in_words(stay) for stay in watched_account.stays) or "place unknown"
    return f"{account.platform}:{account.id}{handle}, {stays}"


def _stay_in_words(stay: Stay) -> str:
    since = f" from {rfc3339(stay.begin)}" if stay.begin else ""
    until = f" until {rfc3339(stay.end)}" if stay.end else ""
    return f"{stay.place}{since}{until}"


def _as_json(witness: Witness) -> dict[str, object]:
    return {
        "witness": witness.name,
        "basis": witness.basis,
        "review_on": witness.review_on.isoformat() if witness.review_on else None,
        "budget_per_year": witness.budget_per_year,
        "note": witness.note,
        "accounts": [
            {
                "platform": one.account.platform,
                "account": one.account.id,
                "handle": one.handle,
                "stays": [
                    {
                        "place": stay.place,
                        "from": rfc3339(stay.begin) if stay.begin else None,
                        "until": rfc3339(stay.end) if stay.end else None,
                    }
                    for stay in one.stays
                ],
            }
            for one in witness.accounts
        ],
    }
