"""`vigil media`: what posts showed: what it is, what its credentials claim, what looks like it."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from vigil.cli.options import Case as CaseOption
from vigil.cli.options import Json, PassphraseFile, reader
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.instants import rfc3339, to_the_second
from vigil.model.media import Credentials, MediaFacts, Standing, facts_page
from vigil.publish.outside_text import escaped
from vigil.usecases.media.show_media import Alike, MediaPage, ShownMedia, show_media, show_one_media

_ALIKE_SHOWN = 5

HELD = "held: its author deleted it"

STANDINGS = {
    Standing.INVALID: "invalid: this is not what was signed",
    Standing.UNTRUSTED: "untrusted: unchanged since somebody signed it whom no trust list vouches for",
    Standing.VALID: "valid: unchanged since somebody signed it whom a trust list vouches for",
}

media = typer.Typer(
    name="media", help="Pictures and videos that posts showed, and what is known of them.", invoke_without_command=True
)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(media)


@media.callback(epilog="Examples: vigil media --case aleppo   ·   vigil media --skip 50 --limit 50 --case aleppo")
def listed(
    context: typer.Context,
    *,
    case: Annotated[
        str | None,
        typer.Option("--case", envvar="VIGIL_CASE", help="The case, by name or path, with or without .vigil."),
    ] = None,
    passphrase_file: PassphraseFile = None,
    skip: Annotated[int, typer.Option("--skip", help="Pass over so many.", min=0)] = 0,
    limit: Annotated[int, typer.Option("--limit", help="Show so many at most.", min=0)] = 50,
    as_json: Json = False,
) -> None:
    """Pictures and videos that posts showed, and what is known of them."""
    if context.invoked_subcommand is not None:
        return
    if case is None:
        raise InvalidInput("--case is needed: the case's name or path, for example aleppo")
    with reader(case, passphrase_file) as opened:
        page = show_media(opened, skip=skip, limit=limit)
    if as_json:
        for each in page.shown:
            typer.echo(json.dumps(_as_json(each), ensure_ascii=False))
        return
    for line in _listing(page, skip=skip):
        typer.echo(line)


@media.command("show", epilog="Example: vigil media show 17 --case aleppo")
def show(
    number: Annotated[int, typer.Argument(help="Of the capture, as `vigil media` lists it.", show_default=False)],
    *,
    case: CaseOption,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> None:
    """Everything that is known of one file: its kind, key frames, credentials, and what looks like it."""
    with reader(case, passphrase_file) as opened:
        shown = show_one_media(opened, number)
    if as_json:
        typer.echo(json.dumps(_as_json(shown), ensure_ascii=False))
        return
    for line in _in_full(shown):
        typer.echo(line)


def _listing(page: MediaPage, *, skip: int) -> list[str]:
    lines = [_line(each) for each in page.shown]
    left = page.n_all - skip - len(page.shown)
    if left > 0:
        lines.append(f"and {left:,} more: --skip {skip + len(page.shown)}")
    lines.append(f"{counted(page.n_all, 'file')}, {page.n_held:,} of them held")
    return lines


def _line(shown: ShownMedia) -> str:
    if shown.held:
        return f"{shown.media.number:>7}  {HELD}"
    facts = shown.media.record.facts
    said = [
        f"{escaped(facts.mime or 'unknown kind'):16}",
        f"{shown.media.said.n_bytes:>11,} bytes",
        _measures(facts) or "-",
        _looks(facts),
        f"C2PA {facts.credentials.standing}" if facts.credentials else _no_credentials(facts, short=True),
    ]
    if facts.unreadable:
        said.append(f"not read: {escaped(facts.unreadable)}")
    if shown.alike:
        said.append(f"looks like {_alike(shown.alike)}")
    return f"{shown.media.number:>7}  " + "  ".join(each for each in said if each)


def _in_full(shown: ShownMedia) -> list[str]:
    if shown.held:
        return [f"capture {shown.media.number}: {HELD}"]
    one, facts = shown.media, shown.media.record.facts
    account = f"{one.said.account.platform}:{one.said.account.id}" if one.said.account else "-"
    lines = [
        f"capture      {one.number}, received {to_the_second(one.said.captured_at)}",
        f"shown by     {escaped(account)}, post {escaped(one.said.post or '-')}",
        f"address      {escaped(one.record.url)}",
        *([f"came from    {escaped(one.said.url)}"] if one.said.url and one.said.url != one.record.url else []),
        f"SHA-256      {one.said.digest}",
        f"kind         {escaped(facts.mime or 'unknown')}, {one.said.n_bytes:,} bytes  {_measures(facts)}".rstrip(),
    ]
    if facts.unreadable:
        lines.append(f"not read     {escaped(facts.unreadable)}")
    if facts.has_exif is not None:
        lines.append(f"EXIF         {'there; not read, since it may hold a place' if facts.has_exif else 'none'}")
    for each in facts.pictures:
        at = "" if each.at_ms is None else f"  at {each.at_ms / 1000:.3f} s"
        lines.append(f"PDQ          {each.pdq.hex()}  quality {each.quality}{at}")
    lines += _credentials(facts.credentials) if facts.credentials else [f"C2PA         {_no_credentials(facts)}"]
    lines += [f"looks like   {_alike([each])}" for each in shown.alike]
    lines.append(f"read with    {escaped(', '.join(facts.read_with) or '-')}")
    return lines


def _credentials(said: Credentials) -> list[str]:
    lines = [
        f"C2PA         {STANDINGS[said.standing]}",
        f"  signed by  {escaped(said.signer or '-')}, of {escaped(said.organisation or '-')}: as it says",
    ]
    if said.signed_at:
        lines.append(f"  signed     {escaped(said.signed_at)}, as it says")
    if said.made_with:
        lines.append(f"  made with  {escaped(said.made_with)}, as it says")
    for action in said.actions:
        source = action.source_type.rpartition("/")[2] if action.source_type else None
        told = [action.name, f"by {action.made_with}" if action.made_with else None, f"({source})" if source else None]
        lines.append(f"  action     {escaped(' '.join(each for each in told if each))}")
    lines += [
        f"  made from  {escaped(one.title or '-')} ({escaped(one.relationship or '-')})" for one in said.ingredients
    ]
    lines += [f"  fault      {escaped(code)}" for code in said.faults]
    return lines


def _no_credentials(facts: MediaFacts, *, short: bool = False) -> str:
    if facts.credentials_unread:
        return "C2PA not read" if short else f"not read: {escaped(facts.credentials_unread)}"
    return "" if short else "none, which says nothing: platforms remove them"


def _measures(facts: MediaFacts) -> str:
    said = []
    if facts.width and facts.height:
        said.append(f"{facts.width} x {facts.height}")
    if facts.duration_ms is not None:
        said.append(f"{facts.duration_ms / 1000:.1f} s")
    return "  ".join(said)


def _looks(facts: MediaFacts) -> str:
    if not facts.pictures:
        return ""
    best = max(each.quality for each in facts.pictures)
    frames = f" of {counted(len(facts.pictures), 'key frame')}" if facts.pictures[0].at_ms is not None else ""
    return f"PDQ quality {best}{frames}"


def _alike(alike: Sequence[Alike]) -> str:
    told = [
        f"{each.number} ({'the same bytes' if each.same_bytes else f'{each.bits_apart} of 256 bits apart'})"
        for each in alike[:_ALIKE_SHOWN]
    ]
    return ", ".join(told) + (f" and {len(alike) - _ALIKE_SHOWN} more" if len(alike) > _ALIKE_SHOWN else "")


def _as_json(shown: ShownMedia) -> dict[str, object]:
    one = shown.media
    if shown.held:
        return {"capture": one.number, "held": True}
    return {
        "capture": one.number,
        "held": False,
        "sha256": one.said.digest,
        "bytes": one.said.n_bytes,
        "captured_at": rfc3339(one.said.captured_at),
        "account": f"{one.said.account.platform}:{one.said.account.id}" if one.said.account else None,
        "post": one.said.post,
        "shown_url": one.record.url,
        "url": one.said.url,
        "facts": facts_page(one.record.facts),
        "alike": [
            {"capture": each.number, "bits_apart": each.bits_apart, "same_bytes": each.same_bytes}
            for each in shown.alike
        ],
    }
