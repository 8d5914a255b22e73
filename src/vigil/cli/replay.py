"""`vigil replay` and `vigil calibrate`: what alarms would have cost, and fitting them to a case's own past."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.cli.progress import progress_bar
from vigil.model.errors import InvalidInput, Unavailable

if TYPE_CHECKING:
    from vigil.usecases.calibrate import Calibration
    from vigil.usecases.replay import ReplayReport


class EpochUnit(StrEnum):
    """What a bare number counts since 1970."""

    S = "s"
    MS = "ms"


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(
        "replay",
        epilog="Example: vigil replay posts.parquet --budget 4 --budget 1 --out alarms.parquet",
    )(replay_files)
    app.command(
        "calibrate",
        epilog="Examples: vigil calibrate --case aleppo   ·   vigil calibrate --case aleppo --dry-run --json",
    )(calibrate_case)


def replay_files(
    timelines: Annotated[
        list[Path],
        typer.Argument(help="Files of posts, in any format that vigil import reads.", show_default=False),
    ],
    *,
    out: Annotated[
        Path, typer.Option("--out", help="The Parquet file to write: one row a post and budget.", show_default=False)
    ],
    budget: Annotated[
        list[float] | None,
        typer.Option("--budget", help="False alarms per account and year. May be repeated. Default: 4."),
    ] = None,
    epoch: Annotated[EpochUnit, typer.Option("--epoch", help="What a bare number counts.")] = EpochUnit.S,
    timezone: Annotated[
        str | None, typer.Option("--timezone", help="The zone of times written without one, such as Asia/Damascus.")
    ] = None,
    channel: Annotated[
        list[str] | None, typer.Option("--channel", help="A public channel of a Telegram export. May be repeated.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what would have been raised, and when, had these accounts been watched all along.

    For every post and budget: after how long a silence the alarm would have come, had nothing more followed.
    """
    from vigil.sources import ReadOptions, open_source
    from vigil.usecases.replay import replay

    options = ReadOptions(
        epoch=epoch.value,
        timezone=_zone(timezone),
        channels=frozenset(channel or ()),
    )
    with progress_bar("replaying") as progress:
        alarms, report = replay(
            [open_source(path, options) for path in timelines],
            budgets=budget or [4.0],
            model=bootstrap.rhythm_model(),
            progress=progress,
        )
        try:
            alarms.write_parquet(out)
        except OSError as error:
            raise Unavailable(f"{out}: {error.strerror or error}") from error
    _say_replayed(report, out, as_json=as_json)


def calibrate_case(
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    budget: Annotated[
        float | None,
        typer.Option("--budget", help="False alarms per account and year to report on. Default: the case's own."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who has it done, for the record.")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Go back to the model as shipped.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Fit the rhythm model to this case's own past, and report what its alarms really cost.

    The rate reported is of the past replayed month by month: each month judged by what was known before it.
    """
    import numpy as np

    from vigil.model.budget import checked_budget
    from vigil.usecases.calibrate import calibrate, forget_calibration
    from vigil.usecases.new_case import budget_of

    now = bootstrap.clock()
    with (reader if dry_run else writer)(case, passphrase_file) as opened, progress_bar("calibrating") as progress:
        if reset:
            if not dry_run:
                forget_calibration(opened, now=now, by=by)  # type: ignore[arg-type]  # a writer, unless dry
            typer.echo("the rhythm model stands as shipped" + (" (dry run: nothing kept)" if dry_run else ""), err=True)
            return
        found = calibrate(
            opened,
            model=bootstrap.rhythm_model(),
            budget_per_year=budget_of(opened) if budget is None else checked_budget(budget),
            now=now,
            rng=np.random.default_rng(20161204),
            by=by,
            keep=not dry_run,
            progress=progress,
        )
    _say_calibrated(found, as_json=as_json, dry_run=dry_run)


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError) as error:
        raise InvalidInput(f"--timezone: no such zone: {name}; write one such as Asia/Damascus or UTC") from error


def _say_replayed(report: "ReplayReport", out: Path, *, as_json: bool) -> None:
    if as_json:
        rates = [
            {
                "budget_per_year": rate.budget_per_year,
                "false_alarms_per_year": rate.false_alarms_per_year,
                "accounts_above_5x": rate.accounts_above_5x,
                "alarm_after_median_h": rate.delay_median_h,
            }
            for rate in report.rates
        ]
        typer.echo(json.dumps({"accounts": report.n_accounts, "answered": report.n_answered, "rates": rates}))
    typer.echo(
        f"{report.n_posts:,} posts of {report.n_accounts:,} accounts read, {report.n_rejected:,} rows refused; "
        f"{report.n_answered:,} distinct times answered; corrected to their own past {report.n_corrections} times",
        err=True,
    )
    for rate in report.rates:
        if rate.false_alarms_per_year is None:
            typer.echo(
                f"budget {rate.budget_per_year:g} a year: too little past to say what it would have cost", err=True
            )
            continue
        typer.echo(
            f"budget {rate.budget_per_year:g} a year: really had {rate.false_alarms_per_year:.2f} false alarms "
            f"per account and year, {rate.accounts_above_5x:.1%} of accounts above five times the budget; "
            f"half of all alarms within {rate.delay_median_h:.0f} h of silence",
            err=True,
        )
    typer.echo(f"written: {out}", err=True)


def _say_calibrated(found: "Calibration", *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "budget_per_year": found.budget_per_year,
                    "accounts": found.n_accounts,
                    "accounts_judged": len(found.judged),
                    "false_alarms_per_year": found.rate,
                    "interval_95": found.rate_95,
                    "account_years": found.account_years,
                    "above_5x": [one.witness for one in found.above_5x],
                    "accounts_rates": [
                        {"witness": one.witness, "false_alarms_per_year": one.false_alarms_per_year, "years": one.years}
                        for one in found.judged
                    ],
                }
            )
        )
    typer.echo(f"{len(found.judged)} of {found.n_accounts} watched accounts have past enough to judge", err=True)
    if found.rate is None:
        typer.echo("so nothing can be said of what alarms would have cost here; the model stands as shipped", err=True)
        return
    spread = f" (95 %: {found.rate_95[0]:.1f} to {found.rate_95[1]:.1f})" if found.rate_95 else ""
    typer.echo(
        f"under a budget of {found.budget_per_year:g} false alarms per account and year this past had "
        f"{found.rate:.1f}{spread}",
        err=True,
    )
    for one in found.above_5x:
        typer.echo(f"  above five times the budget: {one.witness}, {one.false_alarms_per_year:.1f} a year", err=True)
    if found.account_years:
        typer.echo(
            f"the model is corrected to {found.account_years:.0f} account-years of this case"
            + (" (dry run: not kept)" if dry_run else ", from now on; undo with --reset"),
            err=True,
        )
    else:
        typer.echo("under five account-years of past: the model stands as shipped", err=True)
