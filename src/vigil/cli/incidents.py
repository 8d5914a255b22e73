"""`vigil incidents` and `vigil actors`: claims joined into incidents, and an actor's incidents on one line."""

from typing import Annotated

import typer
from rich.console import Console

from vigil.cli.json_lines import json_line
from vigil.cli.options import Case, Json, PassphraseFile
from vigil.cli.weighing import AsOf, Codebook, Gazetteers, Zone, opened, weighed_case
from vigil.incidents.actors import ActorRecord, actors
from vigil.incidents.naming import name_keys, same_name
from vigil.incidents.weighing import CODEBOOK
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.instants import rfc3339
from vigil.publish.incident_json import incident_page
from vigil.publish.incidents_terminal import print_actors, print_incident, print_incidents
from vigil.publish.judgement_json import actor_page, stated_page
from vigil.usecases.testimony.weigh_case import WeighedCase, incident_named


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    epilog = "Examples: vigil incidents --case aleppo   ·   vigil incidents i-3fa9 --case aleppo --json"
    app.command("incidents", epilog=epilog)(show_incidents)
    epilog = 'Examples: vigil actors --case aleppo   ·   vigil actors "the army" --case aleppo'
    app.command("actors", epilog=epilog)(show_actors)


def show_incidents(
    incident: Annotated[
        str | None, typer.Argument(help="One incident, by its id or the beginning of it.", show_default=False)
    ] = None,
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    as_of: AsOf = None,
    timezone: Zone = None,
    codebook: Codebook = CODEBOOK,
    gazetteer: Gazetteers = None,
    as_json: Json = False,
) -> None:
    """Join what a case says into incidents: how many, who says so independently, what speaks against it.

    Posts and kept documents are read, once. What its author deleted is held: it is counted, and not read. What the
    machine joined, a named person can merge, split, accept, reject or grade: `vigil judge`.
    """
    with opened(case, passphrase_file) as (reading, keep):
        weighed = weighed_case(
            reading, keep=keep, as_of=as_of, timezone=timezone, codebook=codebook, gazetteers=gazetteer
        )
    chosen = weighed.incidents if incident is None else (incident_named(weighed, incident),)
    if as_json:
        for each in chosen:
            page = {**_stamp(weighed), **incident_page(each)}
            page["stated"] = [stated_page(weighed.stated[claim]) for claim in each.claims]
            typer.echo(json_line(page))
    elif incident is None:
        print_incidents(weighed, case, Console())
    else:
        print_incident(weighed, chosen[0], Console())
    if not weighed.incidents:
        typer.echo("no claims were found: bring posts in with `vigil import`, documents with `vigil keep`", err=True)


def show_actors(
    name: Annotated[str | None, typer.Argument(help="One actor, as a claim names them.", show_default=False)] = None,
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    as_of: AsOf = None,
    timezone: Zone = None,
    gazetteer: Gazetteers = None,
    as_json: Json = False,
) -> None:
    """Put each actor's incidents on one line: what repeats, who says so, and what only one side says.

    It says of nobody that they did anything: each entry names who makes them responsible, and who denies it.
    """
    with opened(case, passphrase_file) as (reading, keep):
        weighed = weighed_case(
            reading, keep=keep, as_of=as_of, timezone=timezone, codebook=CODEBOOK, gazetteers=gazetteer
        )
    found = actors(weighed.incidents, weighed.stated, records=weighed.records)
    if name is not None:
        found = tuple(each for each in found if _is_named(each, name))
        if not found:
            raise InvalidInput("nobody of this name is made responsible for anything: `vigil actors` lists who is")
    if as_json:
        for each in found:
            typer.echo(json_line({**_stamp(weighed), **actor_page(each)}))
        return
    print_actors(found, Console(), whole=name is not None)
    typer.echo(f"{counted(len(found), 'actor')} made responsible by somebody; claims, no findings", err=True)


def _is_named(actor: ActorRecord, name: str) -> bool:
    wanted = name_keys(name)
    return any(name.casefold() in each.casefold() or same_name(wanted, name_keys(each)) for each in actor.names)


def _stamp(weighed: WeighedCase) -> dict[str, object]:
    """What a finding is computed again with."""
    return {"as_of": rfc3339(weighed.as_of), "reader": weighed.reader, "codebook": weighed.codebook}
