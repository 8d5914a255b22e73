"""`vigil held` and `vigil release`: what its author deleted, and letting it go into exports after all."""

import json
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.cli.progress import progress_bar
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.held import HeldFor
from vigil.model.instants import rfc3339, to_the_second
from vigil.publish.outside_text import plain
from vigil.usecases.release_held import Held, release_captures, show_held

_WHY = {
    HeldFor.POST: "its post was deleted",
    HeldFor.ACCOUNT: "its account was deleted or deactivated",
    HeldFor.PART: "a post in it was deleted",
}


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("held", epilog="Example: vigil held --case aleppo")(held)
    epilog = 'Example: vigil release 14 15 --by "Rana K." --reason "her family asks for it, note 3" --yes --case aleppo'
    app.command("release", epilog=epilog)(release)


def held(*, case: Case, passphrase_file: PassphraseFile = None, as_json: Json = False) -> None:
    """List captures of what its author deleted: kept, and in no export until released. No words are shown."""
    with reader(case, passphrase_file) as opened, progress_bar("looking") as progress:
        found = show_held(opened, progress=progress)
    for each in found:
        typer.echo(json.dumps(_page(each), ensure_ascii=False) if as_json else _line(each))
    typer.echo(f"{counted(len(found), 'capture')} held", err=True)


def release(
    numbers: Annotated[list[int], typer.Argument(metavar="N...", help="As `vigil held` numbers them.")],
    *,
    case: Case,
    by: Annotated[str, typer.Option("--by", help="Who answers for it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why its author's wish does not stand against it. Logged.")],
    yes: Annotated[bool, typer.Option("--yes", help="You know that it cannot be unmade.")] = False,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Let held captures go into exports from now on. It is logged, and cannot be unmade.

    What went out cannot be called back. To keep somebody out of every later export whatever was released, enter
    `vigil fate set WITNESS not_to_be_watched`.
    """
    if not yes and not dry_run:
        raise InvalidInput("a release cannot be unmade: look at what it is with --dry-run, then give --yes")
    with writer(case, passphrase_file) as opened, progress_bar("looking") as progress:
        found = release_captures(
            numbers, case=opened, clock=bootstrap.clock, by=by, reason=reason, dry_run=dry_run, progress=progress
        )
    for each in found:
        typer.echo(_line(each))
    typer.echo(f"{counted(len(found), 'capture')} {'would be ' if dry_run else ''}released", err=True)


def _line(each: Held) -> str:
    whose = plain(each.witness) if each.witness else "-"
    published = rfc3339(each.published_at) if each.published_at else each.published_on or "-"
    return f"{each.number:>8}  {to_the_second(each.captured_at)}  {published}  {whose}  {_WHY[each.why]}"


def _page(each: Held) -> dict[str, object]:
    return {
        "number": each.number,
        "entry": each.entry,
        "captured_at": rfc3339(each.captured_at),
        "published_at": rfc3339(each.published_at) if each.published_at else None,
        "published_on": each.published_on,
        "witness": each.witness,
        "bytes": each.n_bytes,
        "why": each.why.value,
    }
