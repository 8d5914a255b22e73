"""`vigil sources`: what a case listens with."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, Json, PassphraseFile, asker, reader, writer
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.instants import rfc3339
from vigil.publish.outside_text import escaped
from vigil.usecases.listening.collecting import SourceKind
from vigil.usecases.listening.manage_sources import add_source, find_account, kind_named, remove_source, try_sources
from vigil.usecases.listening.ports import AddedSource

EXIT_DOES_NOT_HEAR = 1

sourcing = typer.Typer(
    name="sources", help="What a case listens with, and whether we can hear it now.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(sourcing)


@sourcing.command(
    epilog="Examples: vigil sources add bluesky --case aleppo   ·   "
    "vigil sources add mastodon server=https://mastodon.example --case aleppo   ·   "
    "vigil sources add x token=@token.txt reads_per_month=10000 --case aleppo"
)
def add(
    kind: Annotated[str, typer.Argument(help="Of what kind: `vigil sources kinds` shows them.", show_default=False)],
    settings: Annotated[
        list[str] | None,
        typer.Argument(help="NAME=VALUE. NAME=@FILE reads a secret from a file; else it is asked for unseen."),
    ] = None,
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    name: Annotated[str | None, typer.Option("--name", help="What to call it; else as its kind.")] = None,
) -> None:
    """Add a source. Nothing is connected to; its secrets are sealed in the case and never shown again."""
    kinds = bootstrap.source_kinds()
    chosen = kind_named(kinds, kind)
    said = _said(chosen, settings or [])
    with writer(case, passphrase_file) as opened:
        source = add_source(opened, chosen, said=said, name=name, ask=asker(), clock=bootstrap.clock)
    typer.echo(f"{source.collector}: added. `vigil sources test {source.collector}` says whether we can hear it now.")


@sourcing.command("list", epilog="Example: vigil sources list --case aleppo --json")
def list_sources(*, case: Case, passphrase_file: PassphraseFile = None, as_json: Json = False) -> None:
    """Show the sources of a case: kind, settings, whether a secret is kept, and to when each heard."""
    with reader(case, passphrase_file) as opened:
        sources = [(source, opened.listening.reached(source.collector)) for source in opened.listening.sources()]
    for source, reached in sources:
        until = rfc3339(reached.heard_until) if reached else None
        typer.echo(json.dumps(_as_json(source, until)) if as_json else _in_words(source, until))
    if not sources:
        typer.echo("no source was added yet: `vigil sources add bluesky` adds one", err=True)


@sourcing.command("kinds", epilog="Example: vigil sources kinds telegram")
def list_kinds(
    kind: Annotated[str | None, typer.Argument(help="Only this kind.", show_default=False)] = None,
) -> None:
    """Show what kinds of source there are: what each hears, what it needs, what it cannot see."""
    kinds = bootstrap.source_kinds()
    for one in [kind_named(kinds, kind)] if kind else kinds.values():
        typer.echo("\n".join(_manifest(one)))


@sourcing.command("test", epilog="Example: vigil sources test --case aleppo")
def try_them(
    names: Annotated[list[str] | None, typer.Argument(help="Only these, by name.", show_default=False)] = None,
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> None:
    """Say in plain words whether we can hear each source now. Exits 1 where one does not hear."""
    with reader(case, passphrase_file) as opened:
        tried = try_sources(opened, bootstrap.source_kinds(), only=names or (), clock=bootstrap.clock)
    for one in tried:
        if as_json:
            page = {"source": one.source.collector, "kind": one.source.kind, "hears": one.trial.hears}
            typer.echo(json.dumps({**page, "accounts": one.n_accounts, "says": list(one.trial.says)}))
            continue
        typer.echo(f"{one.source.collector}: {'hears' if one.trial.hears else 'DOES NOT HEAR'}")
        for sentence in one.trial.says:
            typer.echo(f"  {escaped(sentence)}")
    if not all(one.trial.hears for one in tried):
        raise typer.Exit(EXIT_DOES_NOT_HEAR)


@sourcing.command("find", epilog="Example: vigil sources find bluesky @name.bsky.social --case aleppo")
def find(
    source: Annotated[str, typer.Argument(help="The source to ask, by name.", show_default=False)],
    name: Annotated[str, typer.Argument(help="The account's handle, name or address.", show_default=False)],
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> None:
    """Find an account's stable id, which stays when its handle changes. The platform is asked, and nobody else."""
    with reader(case, passphrase_file) as opened:
        found = find_account(opened, bootstrap.source_kinds(), source=source, name=name, clock=bootstrap.clock)
    account = found.account
    if as_json:
        typer.echo(json.dumps({"platform": account.platform, "id": account.id, "handle": found.handle}))
        return
    handle = f" --handle {escaped(found.handle)}" if found.handle else ""
    typer.echo(f"{account.platform}:{escaped(account.id)}")
    typer.echo(
        f"vigil watch add --account {account.platform}:{escaped(account.id)}{handle} --basis consent ... watches it, "
        "if you may",
        err=True,
    )


@sourcing.command(epilog="Example: vigil sources remove telegram --case aleppo")
def remove(
    name: Annotated[str, typer.Argument(help="The source, by name.", show_default=False)],
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Remove a source and forget its secrets. What it heard, and when it heard, stays."""
    with writer(case, passphrase_file) as opened:
        remove_source(opened, name, clock=bootstrap.clock)
    typer.echo(f"{name}: removed. What it heard stays.")


def _said(kind: SourceKind, pairs: list[str]) -> dict[str, str]:
    secrets = {setting.name for setting in kind.settings if setting.secret}
    said: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise InvalidInput(f"{escaped(name)}: write settings as NAME=VALUE")
        if name in said:
            raise InvalidInput(f"{escaped(name)}: given twice")
        if name in secrets:
            if not value.startswith("@"):
                raise InvalidInput(
                    f"{name}: what stands on the command line is seen by others on this machine, and kept in the "
                    f"shell's history; leave it out to be asked unseen, or give {name}=@FILE"
                )
            value = _file(name, Path(value.removeprefix("@")))
        said[name] = value
    return said


def _file(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise Unavailable(f"{name}: the file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{name}: the file is not UTF-8 text") from error


def _in_words(source: AddedSource, until: str | None) -> str:
    settings = " ".join(f"{name}={escaped(value)}" for name, value in source.settings.items())
    secrets = f"  sealed: {', '.join(source.secrets)}" if source.secrets else ""
    heard = f"heard until {until}" if until else "has not listened yet"
    return f"{source.collector}  {source.kind}  {settings}{secrets}  {heard}".replace("    ", "  ")


def _as_json(source: AddedSource, until: str | None) -> dict[str, object]:
    return {
        "source": source.collector,
        "kind": source.kind,
        "settings": dict(source.settings),
        "sealed": sorted(source.secrets),
        "added_at": rfc3339(source.added_at),
        "heard_until": until,
    }


def _manifest(kind: SourceKind) -> list[str]:
    lines = [kind.name]
    for heading, said in (
        ("hears", kind.manifest.hears),
        ("needs", kind.manifest.needs),
        ("cannot see", kind.manifest.cannot_see),
    ):
        lines += [f"  {heading}:", *(f"    - {one}" for one in said)]
    lines.append("  settings:")
    for setting in kind.settings:
        marks = [word for word, holds in (("secret", setting.secret), ("needed", setting.required)) if holds]
        default = f"; else {setting.default}" if setting.default is not None else ""
        told = f" ({', '.join(marks)})" if marks else ""
        lines.append(f"    - {setting.name}{told}: {setting.says}{default}")
    return lines
