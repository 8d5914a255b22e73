"""What commands on incidents share: the case weighed, and what is told while that takes its time."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import secrets, zone
from vigil.cli.progress import progress_bar
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.usecases.ports import CaseReader, CaseWriter, Progress
from vigil.usecases.testimony.captures_of_incident import captures_of_incident
from vigil.usecases.testimony.weigh_case import WeighedCase, incident_named, weigh_case

Codebook = Annotated[
    str, typer.Option("--codebook", help="By whose conventions words become figures: airwars, ucdp or literal.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="As it stood then, such as 2016-12-13T18:00:00Z.", show_default=False),
]
Zone = Annotated[
    str | None,
    typer.Option("--timezone", help="Where the days of posts begin, such as Asia/Damascus. Otherwise UTC."),
]
OnlyIncident = Annotated[
    str | None,
    typer.Option(
        "--incident",
        help="Only what this incident rests on, by its id in `vigil incidents` or the beginning of it.",
        show_default=False,
    ),
]
Gazetteers = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer", help="Places of your own, CSV or GeoJSON; they go first. May be repeated.", show_default=False
    ),
]


@contextmanager
def opened(case: str, passphrase_file: Path | None) -> Iterator[tuple[CaseReader, CaseWriter | None]]:
    """A case for reading and, unless it was closed, for keeping what is read: of a closed case no byte may change."""
    path = bootstrap.case_path(case)
    given = secrets(path, passphrase_file)
    with bootstrap.case_reader(path, given) as reading:
        if reading.evidence.ends_closed():
            yield reading, None
            return
    with bootstrap.case_writer(path, given) as writing:
        yield writing, writing


def weighed_case(
    case: CaseReader,
    *,
    keep: CaseWriter | None,
    as_of: str | None,
    timezone: str | None,
    codebook: str,
    gazetteers: list[Path] | None,
    figure: int | None = None,
) -> WeighedCase:
    """The incidents of a case, with a bar while its texts are read.

    Raises:
        InvalidInput: An option is not what it should be.
    """
    given_zone = zone(timezone)
    reader = bootstrap.claim_reader(gazetteers=tuple(gazetteers or ()))
    with bootstrap.kept_documents() as unpack, progress_bar("reading") as progress:
        return weigh_case(
            case,
            as_of=instant(as_of),
            reader=reader,
            unpack=unpack,
            codebook=codebook,
            figure=figure,
            keep=keep,
            progress=progress,
            **({"zone": given_zone} if given_zone is not None else {}),
        )


def instant(as_of: str | None) -> datetime:
    """The instant named with --as-of; otherwise now.

    Raises:
        InvalidInput: It is none.
    """
    if as_of is None:
        return bootstrap.clock()
    try:
        return parse_instant(as_of)
    except InvalidInput as error:
        raise InvalidInput("--as-of: an instant with its zone, for example 2016-12-13T18:00:00Z") from error


def captures_of(
    case: CaseWriter, incident: str | None, gazetteers: list[Path] | None, progress: Progress
) -> Collection[int] | None:
    """The captures that --incident names; None where it was not given. Says how many texts of it were not kept.

    Raises:
        InvalidInput: There is no such incident, or more than one; or a gazetteer is none, or given without an incident.
    """
    if incident is None:
        if gazetteers:
            raise InvalidInput("--gazetteer goes with --incident: nothing is read for an export of everything")
        return None
    reader = bootstrap.claim_reader(gazetteers=tuple(gazetteers or ()))
    with bootstrap.kept_documents() as unpack:
        weighed = weigh_case(case, as_of=bootstrap.clock(), reader=reader, unpack=unpack, keep=case, progress=progress)
    found = captures_of_incident(incident_named(weighed, incident), weighed, case, progress=progress)
    if found.without:
        typer.echo(
            f"{counted(len(found.without), 'text')} of this incident came without bytes to hand over, "
            "such as posts imported from a file",
            err=True,
        )
    return found.numbers
