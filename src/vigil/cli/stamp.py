"""`vigil checkpoint stamp`: have checkpoints timestamped; and what `vigil verify` says of their timestamps."""

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.evidence.timestamps import parse_roots
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.instants import rfc3339
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import CaseWriter
from vigil.usecases.timestamping.name_authorities import Named, forget, name_authority, name_calendar, named
from vigil.usecases.timestamping.stamp_checkpoints import NOBODY_NAMED, n_waiting, stamp_checkpoints
from vigil.usecases.timestamping.verify_timestamps import Borne, TimestampReport

EPILOG = (
    "Examples: vigil checkpoint stamp --authority https://tsa.example/tsr --root tsa-root.pem --case aleppo   ·   "
    "vigil checkpoint stamp --calendar https://calendar.example --case aleppo   ·   "
    "vigil checkpoint stamp --case aleppo"
)

EXIT_UNAVAILABLE = 3
_SHOWN = 20


def stamp(
    *,
    case: Case,
    authority: Annotated[
        str | None, typer.Option("--authority", help="Ask this timestamp authority (RFC 3161), now and on every run.")
    ] = None,
    root: Annotated[
        Path | None,
        typer.Option("--root", help="A PEM file with the certificates that vouch for --authority, from the authority."),
    ] = None,
    calendar: Annotated[
        str | None, typer.Option("--calendar", help="Ask this OpenTimestamps calendar, now and on every run.")
    ] = None,
    forgotten: Annotated[
        str | None, typer.Option("--forget", help="Ask this authority or calendar no more; what it gave is kept.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Have checkpoints timestamped by who was named, and promised timestamps redeemed.

    Nobody is asked unless you name them; they are kept in the case and asked again for every checkpoint that waits.
    What leaves is a digest. Without a network checkpoints wait, and it is said. Exits 3 where some wait because
    somebody could not be reached or refused.
    """
    authority = bootstrap.timestamp_address(authority) if authority is not None else None
    calendar = bootstrap.timestamp_address(calendar) if calendar is not None else None
    if root is not None and authority is None:
        raise InvalidInput("--root goes with --authority: it says whose certificates these are")
    roots = _roots(root) if root is not None else None
    if dry_run:
        with reader(case, passphrase_file) as opened:
            asked = list(dict.fromkeys([*_asked(named(opened)), *filter(None, (authority, calendar))]))
            n = n_waiting(opened)
        whom = ", ".join(asked) or "nobody"
        typer.echo(f"would sign the log, and ask {whom} about {counted(n, 'checkpoint')} or one more", err=True)
        return
    with writer(case, passphrase_file) as opened:
        if forgotten is not None:
            forget(forgotten, case=opened, clock=bootstrap.clock)
        if authority is not None:
            name_authority(authority, case=opened, clock=bootstrap.clock, roots=roots)
        if calendar is not None:
            name_calendar(calendar, case=opened, clock=bootstrap.clock)
        _stamp(opened, as_json=as_json, forgotten=forgotten)


def _stamp(case: CaseWriter, *, as_json: bool, forgotten: str | None) -> None:
    services = bootstrap.stamp_services(case)
    made = make_checkpoint(case=case, clock=bootstrap.clock)
    if not services and forgotten is not None:
        typer.echo(f"{forgotten} is asked no more, and nobody else is", err=True)
        return
    if not services:
        raise InvalidInput(f"{NOBODY_NAMED} in this case: --authority URL or --calendar URL names one")
    if made is None:
        raise InvalidInput("nothing was logged in this case yet: there is nothing to timestamp")
    report = asyncio.run(stamp_checkpoints(case=case, services=services, clock=bootstrap.clock))
    if as_json:
        page = {"stamped": report.n_stamped, "redeemed": report.n_redeemed, "promised": report.n_promised}
        waiting = [{"authority": each.authority, "checkpoints": each.n, "why": each.why} for each in report.waiting]
        typer.echo(json.dumps({**page, "waiting": waiting}, ensure_ascii=False))
    else:
        typer.echo(f"{counted(report.n_stamped, 'timestamp')} received; {report.n_redeemed:,} redeemed")
        for sentence in report.words:
            typer.echo(sentence)
    if any(each.refused for each in report.waiting):
        raise typer.Exit(EXIT_UNAVAILABLE)


def timestamp_words(report: TimestampReport) -> list[str]:
    """What checkpoints bear, for people, a line each."""
    if not report.borne:
        waits = f": {counted(report.n_waiting, 'checkpoint')} {_waits(report.n_waiting)}" if report.n_waiting else ""
        return [f"no checkpoint is timestamped yet{waits}"]
    of = f"{report.n_timed:,} of {counted(report.n_checkpoints, 'checkpoint')}"
    lines = [f"timestamps that hold: on {of}; {report.n_waiting:,} {_waits(report.n_waiting)} for one"]
    said = [f"         {_timed_words(each)}" for each in report.borne if each.at is not None]
    others = Counter((each.by, each.says) for each in report.borne if each.at is None)
    said += [f"         {by}, on {counted(n, 'checkpoint')}: {says}" for (by, says), n in others.items()]
    lines += said[-_SHOWN:]
    if len(said) > _SHOWN:
        lines.append(f"         and {len(said) - _SHOWN:,} earlier ones (--json gives all)")
    return lines


def timestamp_json(report: TimestampReport) -> dict[str, object]:
    """What checkpoints bear, for machines."""
    return {
        "checkpoints": report.n_checkpoints,
        "timed": report.n_timed,
        "waiting": report.n_waiting,
        "borne": [
            {
                "size": each.size,
                "kind": each.kind,
                "by": each.by,
                "signer": each.signer,
                "at": rfc3339(each.at) if each.at is not None else None,
                "says": each.says,
            }
            for each in report.borne
        ],
    }


def _timed_words(borne: Borne) -> str:
    at = rfc3339(borne.at) if borne.at is not None else ""
    return f"{counted(borne.size, 'entry', 'entries')} were there at {at}: {borne.by} ({borne.signer})"


def _waits(n: int) -> str:
    return "waits" if n == 1 else "wait"


def _asked(who: Named) -> list[str]:
    return [*(each.address for each in who.authorities if each.asked), *who.calendars]


def _roots(file: Path) -> bytes:
    try:
        pem = file.read_bytes()
    except FileNotFoundError as error:
        raise InvalidInput(f"--root: there is no file {file}") from error
    except OSError as error:
        raise Unavailable(f"--root: {file} cannot be read: {error.strerror}") from error
    try:
        parse_roots(pem)
    except InvalidInput as error:
        raise InvalidInput(f"--root: {file}: {error}") from error
    return pem
