"""`vigil import` and `vigil quarantine`: posts into a case."""

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, Timezone, reader, writer, zone
from vigil.cli.progress import progress_bar
from vigil.cli.refusals import refusals_as_json, refusals_in_words
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput, Unavailable, VigilError
from vigil.model.ids import Platform
from vigil.model.instants import parse_instant, rfc3339
from vigil.publish.outside_text import escaped
from vigil.sources import ReadOptions, open_source
from vigil.usecases.import_posts import FileReport, ImportReport, import_posts
from vigil.usecases.ports import Quarantined, Source
from vigil.usecases.refusals import place_of
from vigil.usecases.show_quarantine import show_quarantine

_EXIT_QUARANTINED = 1
_SHOWN_REFUSED = 100


class EpochUnit(StrEnum):
    """What a bare number counts since 1970."""

    S = "s"
    MS = "ms"


Files = Annotated[
    list[Path],
    typer.Argument(
        help="Parquet, CSV or JSON Lines (also .gz), an X archive zip, a Telegram result.json, a Mastodon outbox.json.",
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(
        "import",
        epilog="Examples: vigil import posts.parquet --case aleppo --watch   ·   "
        "vigil import result.json --channel 'Aleppo Today' --case aleppo",
    )(import_files)
    app.command(
        "quarantine",
        epilog="Examples: vigil quarantine --case aleppo   ·   vigil quarantine --file posts.csv --case aleppo --json",
    )(show_refused)


def import_files(
    files: Files,
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    epoch: Annotated[
        EpochUnit, typer.Option("--epoch", help="What a bare number in published_at counts.")
    ] = EpochUnit.S,
    timezone: Timezone = None,
    platform: Annotated[
        str | None, typer.Option("--platform", help="The platform of rows that name none, such as x or telegram.")
    ] = None,
    channel: Annotated[
        list[str] | None,
        typer.Option("--channel", help="A public channel of a Telegram export, by name or id. May be repeated."),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Put every account of the files on the watchlist, with the file's place.")
    ] = False,
    heard_until: Annotated[
        str | None,
        typer.Option("--heard-until", help="Until when the files hold everything, such as 2016-12-20T00:00:00Z."),
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Bring posts into a case: each row once, each refused row with its reason. Safe to repeat.

    Exits 1 where rows were quarantined. Documented in docs/formats.md.
    """
    options = ReadOptions(
        epoch="ms" if epoch is EpochUnit.MS else "s",
        timezone=zone(timezone),
        platform=Platform(platform.strip().lower()) if platform and platform.strip() else None,
        channels=frozenset(channel or ()),
    )
    until = _named("--heard-until", heard_until)
    if dry_run:
        with reader(case, passphrase_file), progress_bar("reading") as progress:
            report = import_posts(_opened(files, options), case=None, clock=bootstrap.clock, progress=progress)
    else:
        with writer(case, passphrase_file) as opened, progress_bar("importing") as progress:
            report = import_posts(
                _opened(files, options),
                case=opened,
                clock=bootstrap.clock,
                progress=progress,
                watch=watch,
                heard_until=until,
            )
    _show(report, as_json=as_json)
    if report.quarantined:
        if not dry_run:
            typer.echo("`vigil quarantine` shows the refused rows as they were kept.", err=True)
        raise typer.Exit(_EXIT_QUARANTINED)


def show_refused(
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    file: Annotated[
        str | None,
        typer.Option("--file", help="Only this file's, by its name or how its digest begins.", show_default=False),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", help="At most so many. Default: 100, with --json all.", min=1, show_default=False),
    ] = None,
    skip: Annotated[int, typer.Option("--skip", help="Leave out so many from the beginning.", min=0)] = 0,
    as_json: Json = False,
) -> None:
    """Show the rows that were refused: where each stands, why, and the row as it was kept.

    A row leaves the quarantine when its file, mended, is imported again. Of people's own archives no words are kept.
    """
    most = limit if limit is not None or as_json else _SHOWN_REFUSED
    n_shown = 0
    with reader(case, passphrase_file) as opened:
        shown = show_quarantine(opened, file=file, skip=skip, limit=most)
        for n_shown, one in enumerate(shown.entries, start=1):  # noqa: B007 - told below
            typer.echo(json.dumps(_refused_json(one)) if as_json else _refused_words(one))
    if not shown.n_entries:
        typer.echo("nothing is in quarantine", err=True)
        return
    typer.echo(f"{n_shown:,} of {counted(shown.n_entries, 'entry', 'entries')} in quarantine shown", err=True)
    if n_shown and skip + n_shown < shown.n_entries:
        typer.echo(f"--skip {skip + n_shown} goes on", err=True)


def _opened(files: list[Path], options: ReadOptions) -> list[Source]:
    """Every file, opened, before anything is written; or every fault of every file."""
    sources: list[Source] = []
    faults: list[VigilError] = []
    for file in files:
        try:
            sources.append(open_source(file, options))
        except (InvalidInput, Unavailable) as fault:
            faults.append(fault)
    if faults:
        misused = any(isinstance(fault, InvalidInput) for fault in faults)
        raise (InvalidInput if misused else Unavailable)("\n".join(map(str, faults)))
    return sources


def _named(option: str, instant: str | None) -> datetime | None:
    try:
        return parse_instant(instant) if instant else None
    except InvalidInput as fault:
        raise InvalidInput(f"{option}: {fault}") from fault


def _show(report: ImportReport, *, as_json: bool) -> None:
    for file in report.files:
        typer.echo(json.dumps(_file_json(file), ensure_ascii=False) if as_json else _file_words(file))
    if any(file.newly_watched for file in report.files) and not as_json:
        typer.echo(
            "The accounts now watched have no basis stated: say it with `vigil watch add WITNESS --basis ...`.",
            err=True,
        )


def _file_words(file: FileReport) -> str:
    if file.added is None:
        lines = [f"{file.path.name} ({file.format}): {counted(file.n_read, 'row')} would be read"]
    else:
        added = counted(file.added, "row")
        lines = [f"{file.path.name} ({file.format}): {added} added, {file.already_known:,} known already"]
    lines[0] += f", {file.quarantined:,} quarantined"
    if not (file.n_read or file.quarantined or file.passed_over):
        lines.append("  the file holds no rows")
    if file.first_at and file.last_at:
        lines.append(f"  {counted(file.n_accounts, 'account')}, {rfc3339(file.first_at)} to {rfc3339(file.last_at)}")
    lines += [f"  {line}" for line in refusals_in_words(file.refusals)]
    if file.ignored_columns:
        lines.append(f"  columns not read: {', '.join(file.ignored_columns)}")
    if file.passed_over:
        entries = counted(file.passed_over, "entry", "entries")
        lines.append(f"  {entries} passed over unread: private, another's, or no post")
    if file.newly_watched:
        lines.append(f"  now watched: {len(file.newly_watched):,} ({file.newly_watched[0]} ...)")
    return "\n".join(lines)


def _file_json(file: FileReport) -> dict[str, object]:
    return {
        "file": str(file.path),
        "digest": file.digest,
        "format": file.format,
        "read": file.n_read,
        "added": file.added,
        "already_known": file.already_known,
        "quarantined": file.quarantined,
        "passed_over": file.passed_over,
        "reasons": refusals_as_json(file.refusals),
        "ignored_columns": list(file.ignored_columns),
        "first_at": rfc3339(file.first_at) if file.first_at else None,
        "last_at": rfc3339(file.last_at) if file.last_at else None,
        "accounts": file.n_accounts,
        "newly_watched": list(file.newly_watched),
    }


def _refused_words(one: Quarantined) -> str:
    refused = one.rejected
    place = place_of(refused.position, member=refused.member, file_format=one.format)
    rows = "" if refused.n_rows == 1 else f" and on, {counted(refused.n_rows, 'row')}"
    lines = [escaped(f"{one.name} ({one.digest[:12]}), {place}{rows}: {'; '.join(refused.reasons)}")]
    lines.append("  (its words are not kept)" if refused.raw is None else f"  {escaped(refused.raw)}")
    return "\n".join(lines)


def _refused_json(one: Quarantined) -> dict[str, object]:
    """Written in ASCII: what was refused may hold anything, and goes to terminals too."""
    return {
        "file": one.name,
        "digest": one.digest,
        "format": one.format,
        "member": one.rejected.member,
        "position": one.rejected.position,
        "rows": one.rejected.n_rows,
        "reasons": list(one.rejected.reasons),
        "raw": one.rejected.raw,
    }
