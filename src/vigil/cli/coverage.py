"""`vigil coverage`: when each collector heard well, badly or not at all, and what showed it."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case as CaseOption
from vigil.cli.options import DryRun, Json, PassphraseFile, Timezone, length, reader, writer, zone
from vigil.model.counted import counted
from vigil.model.coverage import CoverageSpan, Hearing, Shares
from vigil.model.errors import InvalidInput
from vigil.model.instants import rfc3339
from vigil.publish.hearing_words import shown_by_in_words
from vigil.publish.outside_text import escaped
from vigil.sources import ReadOptions
from vigil.sources.coverage_file import read_coverage
from vigil.usecases.import_coverage import CoverageReport, import_coverage
from vigil.usecases.listening.show_coverage import CollectorCoverage, ShownCoverage, show_coverage

_EXIT_REFUSED = 1
_SHOWN = 10
_WELL, _HARDLY = 0.99, 0.01

hearing = typer.Typer(
    name="coverage", help="When our collectors were healthy, degraded or blind.", invoke_without_command=True
)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(hearing)


@hearing.callback(
    epilog="Examples: vigil coverage --case aleppo   ·   vigil coverage --over 7d --witness w-003 --case aleppo"
)
def show(
    context: typer.Context,
    *,
    case: Annotated[
        str | None,
        typer.Option("--case", envvar="VIGIL_CASE", help="The case, by name or path, with or without .vigil."),
    ] = None,
    passphrase_file: PassphraseFile = None,
    over: Annotated[str, typer.Option("--over", help="How far back, such as 24h or 7d.")] = "24h",
    witness: Annotated[
        str | None, typer.Option("--witness", help="Only this witness's accounts.", show_default=False)
    ] = None,
    collector: Annotated[
        str | None, typer.Option("--collector", help="Only this source or file.", show_default=False)
    ] = None,
    as_json: Json = False,
) -> None:
    """When our collectors were healthy, degraded or blind."""
    if context.invoked_subcommand is not None:
        return
    if case is None:
        raise InvalidInput("--case is needed: the case's name or path, for example aleppo")
    with reader(case, passphrase_file) as opened:
        shown = show_coverage(
            opened,
            now=bootstrap.clock(),
            over=length("--over", over),
            witness=witness,
            collector=collector,
        )
    if as_json:
        for one in shown.collectors:
            typer.echo(json.dumps(_as_json(one)))
        return
    for line in _in_words(shown):
        typer.echo(line)


@hearing.command("import", epilog="Example: vigil coverage import hearing.csv --case aleppo")
def import_hearing(
    file: Annotated[
        Path, typer.Argument(help="CSV: collector, begin, end, state; platform or place.", show_default=False)
    ],
    *,
    case: CaseOption,
    passphrase_file: PassphraseFile = None,
    timezone: Timezone = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Say when collectors were healthy, degraded or blind. Rows that cannot stand are refused, the rest are kept."""
    rows = read_coverage(file, ReadOptions(timezone=zone(timezone)))
    if dry_run:
        with reader(case, passphrase_file):
            report = import_coverage(rows, case=None)
    else:
        with writer(case, passphrase_file) as opened:
            report = import_coverage(rows, case=opened)
    typer.echo(json.dumps(_coverage_json(report)) if as_json else _coverage_words(report))
    for one in report.refused:
        typer.echo(f"line {one.position}: {'; '.join(one.reasons)}", err=True)
    if report.refused:
        raise typer.Exit(_EXIT_REFUSED)


def _in_words(shown: ShownCoverage) -> list[str]:
    well, badly, deaf = _marks()
    lines = [
        f"{shown.begin:%Y-%m-%d %H:%M} to {shown.end:%Y-%m-%d %H:%M} UTC     {well} well   {badly} badly   {deaf} not"
    ]
    for one in shown.collectors:
        now = [account for account in one.accounts if account.hearing is Hearing.BLIND]
        lines += ["", f"{escaped(one.collector)}   {counted(len(one.accounts), 'account')}   {_shares(one.shares)}"]
        lines.append(f"  |{''.join(_mark(step) for step in one.strip)}|")
        if now:
            names = ", ".join(sorted({account.witness for account in now})[:_SHOWN])
            more = " ..." if len({account.witness for account in now}) > _SHOWN else ""
            lines.append(f"  not heard now: {len(now)} of {len(one.accounts)} ({names}{more})")
        told = [span for span in one.spans if span.hearing is not Hearing.HEALTHY]
        lines += [f"  {_span(span)}" for span in told[-_SHOWN:]]
        if len(told) > _SHOWN:
            lines.append(
                f"  and {counted(len(told) - _SHOWN, 'earlier stretch', 'earlier stretches')} (--json gives all)"
            )
    if not shown.collectors:
        lines.append("nobody listened")
    if shown.n_unheard:
        lines += ["", f"{counted(shown.n_unheard, 'watched account')} no collector speaks of"]
    return lines


def _span(span: CoverageSpan) -> str:
    whom = "" if span.account is None else f"  {span.account.platform}:{escaped(span.account.id)}"
    why = shown_by_in_words(span.shown_by)
    begin = "the beginning" if span.begin.year <= 1970 else f"{span.begin:%Y-%m-%d %H:%M:%S}"
    end = "further notice" if span.end.year >= 9999 else f"{span.end:%Y-%m-%d %H:%M:%S}"
    return f"{begin} to {end}   {span.hearing.value:8}  {why}{whom}"


def _shares(shares: Shares) -> str:
    return f"healthy {shares.healthy:.1%}   degraded {shares.degraded:.1%}   blind {shares.blind:.1%}"


def _mark(step: Shares) -> str:
    well, badly, deaf = _marks()
    if step.healthy >= _WELL:
        return well
    return deaf if step.blind >= 1 - _HARDLY else badly


def _marks() -> tuple[str, str, str]:
    """How a stretch is drawn: in any encoding, and told apart without colour."""
    try:
        "█▒·".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return "#", "~", "."
    return "█", "▒", "·"


def _as_json(one: CollectorCoverage) -> dict[str, object]:
    return {
        "collector": one.collector,
        "healthy": one.shares.healthy,
        "degraded": one.shares.degraded,
        "blind": one.shares.blind,
        "accounts": [
            {
                "witness": each.witness,
                "account": f"{each.account.account.platform}:{each.account.account.id}",
                "hearing": each.hearing.value,
                "healthy": each.shares.healthy,
                "degraded": each.shares.degraded,
                "blind": each.shares.blind,
            }
            for each in one.accounts
        ],
        "spans": [
            {
                "begin": rfc3339(span.begin),
                "end": rfc3339(span.end),
                "hearing": span.hearing.value,
                "platform": span.platform,
                "account": f"{span.account.platform}:{span.account.id}" if span.account else None,
                "shown_by": span.shown_by,
            }
            for span in one.spans
        ],
    }


def _coverage_words(report: CoverageReport) -> str:
    refused = f"{len(report.refused):,} refused"
    if report.added is None:
        return f"{counted(report.n_read - len(report.refused), 'span')} would be read, {refused}"
    return f"{counted(report.added, 'span')} added, {report.already_known:,} known already, {refused}"


def _coverage_json(report: CoverageReport) -> dict[str, object]:
    return {
        "read": report.n_read,
        "added": report.added,
        "already_known": report.already_known,
        "refused": [{"line": one.position, "reasons": list(one.reasons), "raw": one.raw} for one in report.refused],
    }
