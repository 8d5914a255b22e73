"""`vigil keep`: preserve a file by hand, as evidence."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.cli.progress import progress_bar
from vigil.model.capture import Capture
from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.sources.kept_file import capture_of_file
from vigil.sources.watchlist_file import parse_account
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import NOT_TIMESTAMPED, make_checkpoint


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(
        "keep",
        epilog="Examples: vigil keep photo.jpg page.html --case aleppo   ·   "
        "vigil keep post.json --account x:123 --post 805 --url https://x.com/a/status/805 --case aleppo",
    )(keep)


def keep(
    files: Annotated[list[Path], typer.Argument(help="The files; - is what comes on stdin.", show_default=False)],
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    url: Annotated[str | None, typer.Option("--url", help="Where it was had from, as you say; one file only.")] = None,
    published_at: Annotated[
        str | None, typer.Option("--published-at", help="When it was published, as you say: 2016-12-04T18:30:00Z.")
    ] = None,
    account: Annotated[
        str | None, typer.Option("--account", help="Whose it is, such as x:123: kept under their witness's key.")
    ] = None,
    post: Annotated[
        str | None, typer.Option("--post", help="The platform's id of the post; with --account, one file only.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Preserve files byte for byte: sealed in the case, in its evidence log, under a signed checkpoint.

    The files themselves stay where they are. Vigil can say that it had these bytes when it logged them, not where they
    came from: what --url and --published-at say is your word.
    """
    if len(files) > 1 and (url is not None or post is not None):
        raise InvalidInput("--url and --post are said of one file: keep them one by one")
    if post is not None and account is None:
        raise InvalidInput("--post goes with --account: a post's id means something on its platform only")
    whose = parse_account(account) if account else None
    published = parse_instant(published_at) if published_at else None

    def captures() -> Iterator[Capture]:
        for file in files:
            yield capture_of_file(
                file, captured_at=bootstrap.clock(), url=url, published_at=published, account=whose, post=post
            )

    if dry_run:
        with reader(case, passphrase_file):
            for each in captures():
                typer.echo(f"{each.name or '-'}: {len(each.body):,} bytes would be kept")
        return
    with writer(case, passphrase_file) as opened, progress_bar("keeping") as progress:
        report = keep_captures(captures(), case=opened, clock=bootstrap.clock, progress=progress)
        checkpoint = make_checkpoint(case=opened, clock=bootstrap.clock)
    for file, kept in zip(files, report.kept, strict=True):
        if as_json:
            page = {"file": str(file), "sha256": kept.digest, "bytes": kept.n_bytes, "entry": kept.place}
            typer.echo(json.dumps({**page, "known": kept.known}, ensure_ascii=False))
        else:
            known = ", the same bytes as before: stored once" if kept.known else ""
            typer.echo(f"{kept.digest}  {file}  (entry {kept.place}{known})")
    if checkpoint is not None:
        typer.echo(f"checkpoint over {checkpoint.size:,} entries, {NOT_TIMESTAMPED}", err=True)
        typer.echo("`vigil checkpoint export FILE` writes it for somebody who keeps it elsewhere", err=True)
