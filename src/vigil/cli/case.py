"""`vigil new` and `vigil case`: making a case and keeping it."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from vigil import bootstrap
from vigil.cli.closing import EPILOG, close
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, asker, asker_twice, secrets
from vigil.model.budget import checked_budget
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.instants import rfc3339
from vigil.usecases.keep_case import backup_case, case_info, rekey_case, restore_case, upgrade_case
from vigil.usecases.new_case import new_case
from vigil.usecases.ports import CaseInfo, Secrets

keeping = typer.Typer(
    name="case", help="Keep a case: copies, passphrase, schema, what it says of itself.", no_args_is_help=True
)

RecoveryKey = Annotated[
    bool, typer.Option("--recovery-key", help="Print a recovery key on stdout, once. It opens the case for a rekey.")
]
Undo = Annotated[bool, typer.Option("--undo", help="Go back to what was there before. Undoing again comes back.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("new", epilog="Example: vigil new aleppo --recovery-key")(new)
    keeping.command("close", epilog=EPILOG)(close)
    app.add_typer(keeping)


def new(
    name: Annotated[str, typer.Argument(help="Its name or path; the folder NAME.vigil is made.")],
    *,
    unencrypted: Annotated[bool, typer.Option("--unencrypted", help="Keep everything readable by anyone.")] = False,
    passphrase_file: PassphraseFile = None,
    recovery_key: RecoveryKey = False,
    budget: Annotated[
        float | None, typer.Option("--budget", help="False alarms per account and year, 0.1 to 100; 4 where not given.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Make a case: a folder holding everything of one investigation, encrypted."""
    if unencrypted and (passphrase_file or recovery_key):
        raise InvalidInput("--unencrypted goes with neither --passphrase-file nor --recovery-key")
    path = bootstrap.case_path(name, where="NAME")
    if budget is not None:
        checked_budget(budget)
    bootstrap.refuse_taken(path)
    if dry_run:
        _say(f"would make {path}, {'NOT encrypted' if unencrypted else 'encrypted'}")
        return
    passphrase = None
    if not unencrypted:
        prompt = "A passphrase for the new case"
        passphrase = bootstrap.passphrase(passphrase_file, ask=asker_twice(), prompt=prompt)
    made = new_case(
        path,
        passphrase=passphrase,
        recovery=recovery_key,
        budget_per_year=budget,
        make=bootstrap.create_case,
        open_case=bootstrap.case_writer,
        clock=bootstrap.clock,
    )
    for warning in made.warnings:
        _say(warning)
    _say(f"made {made.path}" + (", encrypted" if made.encrypted else ""))
    _print_recovery_key(made.recovery_key)


@keeping.command(epilog="Example: vigil case info --case aleppo --json")
def info(case: Case, passphrase_file: PassphraseFile = None, as_json: Json = False) -> None:
    """Say what a case holds: how many, from when to when, its schema. No names."""
    path = bootstrap.case_path(case)
    found = case_info(path, secrets(path, passphrase_file), open_case=bootstrap.case_reader)
    if as_json:
        typer.echo(json.dumps(_as_json(found)))
        return
    for name, value in _as_json(found).items():
        typer.echo(f"{name.replace('_', ' '):18}{'-' if value is None else value}")


@keeping.command(epilog="Example: vigil case backup /media/usb/aleppo-monday --case aleppo")
def backup(
    to: Annotated[str, typer.Argument(help="Where the copy goes: a new name or path.")],
    case: Case,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Make a verified copy, opened by the same passphrase. Others may go on reading and writing meanwhile."""
    path, copy = bootstrap.case_path(case), bootstrap.case_path(to, where="TO")
    given = secrets(path, passphrase_file, any_schema=True)
    if dry_run:
        _say(f"would copy {path} to {copy}")
        return
    held = backup_case(
        path,
        given,
        copy,
        keeper=bootstrap.case_keeper(path, given),
        open_case=bootstrap.case_writer,
        clock=bootstrap.clock,
    )
    holds = f"{counted(held.n_observations, 'observation')}, {counted(held.n_witnesses, 'witness', 'witnesses')}"
    _say(f"copied to {copy} and verified: {holds}")
    if not held.encrypted:
        _say("the copy is NOT encrypted, as the case is not")


@keeping.command(epilog="Example: vigil case restore /media/usb/aleppo-monday --case aleppo")
def restore(
    case: Case,
    backup: Annotated[str | None, typer.Argument(help="The copy, by name or path.", show_default=False)] = None,
    passphrase_file: PassphraseFile = None,
    undo: Undo = False,
    dry_run: DryRun = False,
) -> None:
    """Put a backup in a case's place. What is there now is kept beside it; the backup's passphrase opens the case."""
    path = bootstrap.case_path(case)
    if undo and backup is not None:
        raise InvalidInput("give the backup to restore or --undo, not both: --undo goes back to what was there before")
    if undo:
        _undo(path, "restore", dry_run=dry_run)
        return
    if backup is None:
        raise InvalidInput("give the backup to restore, or --undo")
    copy = bootstrap.case_path(backup, where="BACKUP")
    bootstrap.refuse_backup(path, copy)
    replaces = bootstrap.is_case(path)
    given = secrets(copy, passphrase_file, any_schema=True)
    if dry_run:
        there = f"would put {copy} in the place of {path}, keeping what is there for --undo"
        _say(there if replaces else f"would make {path} from {copy}; there is no case of that name yet")
        return
    keeper = bootstrap.case_keeper(path, given)
    current = restore_case(path, copy, given, keeper=keeper, open_case=bootstrap.case_writer, clock=bootstrap.clock)
    _say(
        f"restored {path}" + ("; `vigil case restore --undo` goes back" if replaces else ", a case that was not there")
    )
    if not current:
        _say("the backup has an older schema: `vigil case upgrade` comes next")


@keeping.command(epilog="Example: vigil case rekey --case aleppo --recovery-key")
def rekey(
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    new_passphrase_file: Annotated[
        Path | None, typer.Option("--new-passphrase-file", help="A file holding the new passphrase.")
    ] = None,
    recovery_key: RecoveryKey = False,
    recovery_key_file: Annotated[
        Path | None,
        typer.Option("--recovery-key-file", help="Open with the recovery key in this file; the passphrase is lost."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Set another passphrase and encrypt everything anew. The old passphrase and recovery key end here."""
    path = bootstrap.case_path(case)
    given = _given_for_rekey(path, passphrase_file, recovery_key_file)
    passphrase = bootstrap.new_passphrase(new_passphrase_file, ask=asker_twice())
    if dry_run:
        _say(f"would encrypt {path} anew under another passphrase")
        return
    fresh = rekey_case(
        path,
        passphrase,
        recovery=recovery_key,
        keeper=bootstrap.case_keeper(path, given),
        open_case=bootstrap.case_writer,
        clock=bootstrap.clock,
    )
    _say(f"rekeyed {path}: everything is encrypted anew, and nothing is left to undo to")
    before = "copies made before (backups, a seized or synchronised disk)"
    if given == Secrets():
        _say(f"{before} are NOT encrypted: whoever has one reads every name in it. Destroy them, or make them anew")
    else:
        _say(f"{before} still open with the old passphrase")
    if fresh is None:
        _say("an earlier recovery key is void; a lost passphrase is final (--recovery-key prints a fresh key)")
    _print_recovery_key(fresh)


@keeping.command(epilog="Example: vigil case upgrade --case aleppo")
def upgrade(case: Case, passphrase_file: PassphraseFile = None, undo: Undo = False, dry_run: DryRun = False) -> None:
    """Bring a case to this Vigil's schema. It is copied first; an older Vigil cannot open it afterwards."""
    path = bootstrap.case_path(case)
    if undo:
        _undo(path, "upgrade", dry_run=dry_run)
        return
    given = secrets(path, passphrase_file, any_schema=True)
    if dry_run:
        _say(f"would bring {path} to this Vigil's schema, keeping what is there for --undo")
        return
    keeper = bootstrap.case_keeper(path, given)
    before, after = upgrade_case(path, given, keeper=keeper, open_case=bootstrap.case_writer, clock=bootstrap.clock)
    if before == after:
        _say(f"{path} has this Vigil's schema ({after}) already")
    else:
        _say(f"upgraded {path} from schema {before} to {after}; `vigil case upgrade --undo` goes back")


def _given_for_rekey(path: Path, passphrase_file: Path | None, recovery_key_file: Path | None) -> Secrets:
    if recovery_key_file is None:
        return secrets(path, passphrase_file)
    if passphrase_file is not None:
        raise InvalidInput("give --passphrase-file or --recovery-key-file, not both")
    return Secrets(recovery_key=bootstrap.passphrase(recovery_key_file, ask=asker(), prompt="Recovery key"))


def _undo(path: Path, what: str, *, dry_run: bool) -> None:
    if dry_run:
        _say(f"would go back to what was in {path} before the last {what}")
        return
    bootstrap.case_keeper(path, Secrets()).undo(what)
    _say(f"went back to what was there before the last {what}; --undo again comes back")


def _as_json(info: CaseInfo) -> dict[str, Any]:
    return {
        "path": str(info.path),
        "encrypted": info.encrypted,
        "schema_version": info.schema_version,
        "created_at": rfc3339(info.created_at),
        "written_by": info.written_by,
        "witnesses": info.n_witnesses,
        "accounts": info.n_accounts,
        "observations": info.n_observations,
        "quarantined": info.n_quarantined,
        "files": info.n_files,
        "first_at": rfc3339(info.first_at) if info.first_at else None,
        "last_at": rfc3339(info.last_at) if info.last_at else None,
        "size_bytes": info.size_bytes,
    }


def _print_recovery_key(recovery_key: str | None) -> None:
    if recovery_key is not None:
        _say("the recovery key, shown this once; write it on paper and keep it away from this machine:")
        typer.echo(recovery_key)


def _say(sentence: str) -> None:
    typer.echo(sentence, err=True)
