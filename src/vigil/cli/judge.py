"""`vigil judge`: what a named person decides about incidents and about who speaks. Kept for good, and reversible."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from vigil import bootstrap
from vigil.cli.json_lines import json_line
from vigil.cli.options import Case, Json, PassphraseFile, reader, writer
from vigil.cli.weighing import Gazetteers, Zone, opened, weighed_case
from vigil.incidents.weighing import CODEBOOK
from vigil.model.errors import InvalidInput
from vigil.model.incident import Grade, Judgement, Reliability, SourceName, SourceRecord
from vigil.model.instants import rfc3339
from vigil.publish.incidents_terminal import print_judgements, print_sources
from vigil.publish.judgement_json import judgement_page, source_page
from vigil.usecases.ports import CaseWriter
from vigil.usecases.testimony import judge_incidents
from vigil.usecases.testimony.weigh_case import WeighedCase, claim_named, incident_named

By = Annotated[str, typer.Option("--by", help="Who decides: a person's name.")]
Reason = Annotated[str, typer.Option("--reason", help="Why. It is kept, and logged.")]
IncidentArgument = Annotated[str, typer.Argument(metavar="INCIDENT", help="By its id or the beginning of it.")]

judging = typer.Typer(
    name="judge",
    help="Decide about incidents and sources: kept with name, time and reason, and never overwritten.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(judging)


@judging.command(
    "merge", epilog='Example: vigil judge merge i-3fa9 i-77c0 --by "Rana K." --reason "one market" --case aleppo'
)
def merge(
    incidents: Annotated[list[str], typer.Argument(metavar="INCIDENT...", help="Two or more.")],
    *,
    case: Case,
    by: By,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
    timezone: Zone = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Say that these incidents are one."""
    with _weighed(case, passphrase_file, timezone, gazetteer) as (weighed, keep):
        chosen = [incident_named(weighed, each) for each in incidents]
        _told(judge_incidents.merge(chosen, case=keep, clock=bootstrap.clock, by=by, reason=reason))


@judging.command(
    "split", epilog='Example: vigil judge split i-3fa9 c-51d2 --by "Rana K." --reason "another day" --case aleppo'
)
def split(
    incident: IncidentArgument,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="The claims to take out of it.")],
    *,
    case: Case,
    by: By,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
    timezone: Zone = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Say that these claims are of another incident than the rest."""
    with _weighed(case, passphrase_file, timezone, gazetteer) as (weighed, keep):
        chosen, named = incident_named(weighed, incident), [claim_named(weighed, each) for each in claims]
        _told(judge_incidents.split(chosen, named, case=keep, clock=bootstrap.clock, by=by, reason=reason))


@judging.command(
    "accept", epilog='Example: vigil judge accept i-3fa9 --by "Rana K." --reason "read all nine" --case aleppo'
)
def accept(
    incident: IncidentArgument,
    *,
    case: Case,
    by: By,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
    timezone: Zone = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Say that an incident stands as it is."""
    with _weighed(case, passphrase_file, timezone, gazetteer) as (weighed, keep):
        chosen = incident_named(weighed, incident)
        _told(judge_incidents.accept(chosen, case=keep, clock=bootstrap.clock, by=by, reason=reason))


@judging.command(
    "reject", epilog='Example: vigil judge reject i-3fa9 --by "Rana K." --reason "an old video" --case aleppo'
)
def reject(
    incident: IncidentArgument,
    *,
    case: Case,
    by: By,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
    timezone: Zone = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Say that an incident is not to be counted. It stays, shown as rejected."""
    with _weighed(case, passphrase_file, timezone, gazetteer) as (weighed, keep):
        chosen = incident_named(weighed, incident)
        _told(judge_incidents.reject(chosen, case=keep, clock=bootstrap.clock, by=by, reason=reason))


@judging.command(
    "grade", epilog='Example: vigil judge grade i-3fa9 weak --by "Rana K." --reason "one hospital" --case aleppo'
)
def grade(
    incident: IncidentArgument,
    given: Annotated[Grade, typer.Argument(metavar="GRADE", help="confirmed, fair, weak, contested or discounted.")],
    *,
    case: Case,
    by: By,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
    timezone: Zone = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Give an incident a grade, beside the one its claims come to."""
    with _weighed(case, passphrase_file, timezone, gazetteer) as (weighed, keep):
        chosen = incident_named(weighed, incident)
        _told(judge_incidents.grade(chosen, given, case=keep, clock=bootstrap.clock, by=by, reason=reason))


@judging.command(
    "withdraw", epilog='Example: vigil judge withdraw j-90ab --by "Rana K." --reason "I misread it" --case aleppo'
)
def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="As `vigil judge list` has it.")],
    *,
    case: Case,
    by: By,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take back a judgement. Both stay on record."""
    with writer(case, passphrase_file) as keep:
        _told(judge_incidents.withdraw(judgement, case=keep, clock=bootstrap.clock, by=by, reason=reason))


@judging.command(
    "source",
    epilog='Example: vigil judge source "Ministry of Defence" --side army --reliability D --alias "وزارة الدفاع" '
    '--by "Rana K." --reason "three denials that did not hold" --case aleppo',
)
def source(
    name: Annotated[str, typer.Argument(help="Who speaks, as this case calls them.")],
    *,
    case: Case,
    by: By,
    reason: Reason,
    side: Annotated[
        str | None, typer.Option("--side", help="Of which party to the conflict they are.", show_default=False)
    ] = None,
    reliability: Annotated[
        Reliability, typer.Option("--reliability", help="Admiralty, A to F; F: it cannot be judged.")
    ] = Reliability.CANNOT_BE_JUDGED,
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", help="Another name of theirs, in any language. May be repeated.", show_default=False),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Enter what is known of one who speaks. The newest entry counts; earlier ones stay."""
    record = SourceRecord(
        name=SourceName(name.strip()),
        aliases=tuple(dict.fromkeys(each.strip() for each in alias or () if each.strip())),
        side=side.strip() or None if side is not None else None,
        reliability=reliability,
        judged_by=by.strip(),
        reason=reason.strip(),
    )
    with writer(case, passphrase_file) as keep:
        judge_incidents.enter_source(record, case=keep, at=bootstrap.clock())
    typer.echo("entered", err=True)


@judging.command("sources", epilog="Example: vigil judge sources --case aleppo")
def sources(*, case: Case, passphrase_file: PassphraseFile = None, as_json: Json = False) -> None:
    """List who speaks, as far as something was entered of them."""
    with reader(case, passphrase_file) as only:
        found = only.testimony.speakers()
    if as_json:
        for each in found:
            typer.echo(json_line(source_page(each)))
    else:
        print_sources(found, Console())


@judging.command("list", epilog="Example: vigil judge list --case aleppo")
def list_judgements(*, case: Case, passphrase_file: PassphraseFile = None, as_json: Json = False) -> None:
    """List every judgement on incidents, in the order they were made; withdrawn ones too."""
    with reader(case, passphrase_file) as only:
        found = only.testimony.judgements()
    if as_json:
        for each in found:
            typer.echo(json_line(judgement_page(each)))
    else:
        print_judgements(found, Console())


@contextmanager
def _weighed(
    case: str, passphrase_file: Path | None, timezone: str | None, gazetteer: list[Path] | None
) -> Iterator[tuple[WeighedCase, CaseWriter]]:
    with opened(case, passphrase_file) as (reading, keep):
        if keep is None:
            raise InvalidInput("the case is closed: of a closed case nothing may change. Judge a copy of it")
        yield (
            weighed_case(reading, keep=keep, as_of=None, timezone=timezone, codebook=CODEBOOK, gazetteers=gazetteer),
            keep,
        )


def _told(judgement: Judgement) -> None:
    typer.echo(f"{judgement.id}  {judgement.kind.value}  {rfc3339(judgement.at)}")
    typer.echo(f"kept; `vigil judge withdraw {judgement.id[:10]} ...` takes it back", err=True)
