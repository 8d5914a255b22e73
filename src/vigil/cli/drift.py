"""`vigil drift`: how a figure changed as it was repeated."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.json_lines import json_line
from vigil.cli.options import Json, PassphraseFile
from vigil.cli.progress import progress_bar
from vigil.cli.weighing import AsOf, Codebook, Gazetteers, Zone, opened, weighed_case
from vigil.incidents.weighing import CODEBOOK
from vigil.model.claim import Exactness
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.incident import Incident, Publication, Retelling
from vigil.publish.incident_json import drift_page
from vigil.publish.outside_text import plain
from vigil.sources.publications_file import read_publications
from vigil.usecases.testimony.trace_drift import read_all, trace_drift
from vigil.usecases.testimony.weigh_case import drift_of

_BOUNDS = {
    Exactness.AT_LEAST: "at least ",
    Exactness.MORE_THAN: "more than ",
    Exactness.UP_TO: "up to ",
    Exactness.ABOUT: "about ",
}


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    epilog = (
        "Examples: vigil drift story.jsonl   ·   vigil drift story.jsonl --figure 82 --json"
        "   ·   vigil drift --case aleppo"
    )
    app.command("drift", epilog=epilog)(drift)


def drift(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE...]", help="JSON Lines: id, title, text, published_at, source, lang."),
    ] = None,
    *,
    case: Annotated[
        str | None, typer.Option("--case", help="What this case holds, with what was judged.", show_default=False)
    ] = None,
    passphrase_file: PassphraseFile = None,
    as_of: AsOf = None,
    timezone: Zone = None,
    figure: Annotated[
        int | None, typer.Option("--figure", help="Follow this figure only.", min=0, show_default=False)
    ] = None,
    codebook: Codebook = CODEBOOK,
    gazetteer: Gazetteers = None,
    as_json: Json = False,
) -> None:
    """Show how a figure changed as it was repeated: who said it first, who had it from whom, what changed.

    Whoever quotes, translates or copies adds no source. A flag is a difference between two texts and no reproach:
    whoever came later may know more.
    """
    if bool(files) == (case is not None):
        raise InvalidInput("drift: name files, or give --case; one of the two")
    if case is not None:
        with opened(case, passphrase_file) as (reading, keep):
            weighed = weighed_case(
                reading,
                keep=keep,
                as_of=as_of,
                timezone=timezone,
                codebook=codebook,
                gazetteers=gazetteer,
                figure=figure,
            )
        found = drift_of(weighed, figure=figure)
    else:
        read = bootstrap.claim_reader(gazetteers=tuple(gazetteer or ()))
        with progress_bar("reading") as progress:
            said = read_all(_publications(files or ()), read=read, progress=progress)
            found = trace_drift(said, figure=figure, codebook=codebook)
    if as_json:
        typer.echo(json_line(drift_page(found)))
    else:
        for incident in found.incidents:
            for line in _lines(incident):
                typer.echo(line)
    typer.echo(
        f"{counted(len(found.publications), 'document')}, {counted(len(found.incidents), 'incident')}, "
        f"{counted(len(found.origins), 'independent origin')}; read by {'; '.join(found.readers) or 'nobody'}",
        err=True,
    )


def _publications(files: Sequence[Path]) -> Iterator[Publication]:
    for path in files:
        yield from read_publications(path)


def _lines(incident: Incident) -> Iterator[str]:
    place = plain(incident.place.text) if incident.place is not None else "place not stated"
    yield f"{incident.id}  {incident.event.value}  {incident.occurred or 'day not stated'}  {place}"
    yield f"  {incident.grade.grade.value}: {incident.grade.why}"
    for origin in incident.origins:
        side = f", of a party ({plain(origin.side)})" if origin.side is not None else ""
        yield f"  origin: {plain(origin.source)}{side}: {counted(len(origin.documents), 'document')}"
    told = {each.document: each for each in incident.retellings}
    hops = {each.document: each for each in incident.hops}
    adds = {each.document: each.why.value.replace("_", " ") for each in incident.unsupporting}
    for name, each in told.items():
        day = each.published_at.date().isoformat() if each.published_at is not None else "-"
        yield f"  {day}  {plain(name)}: {_said(each)}" + (f"  [{adds[name]}]" if name in adds else "")
        if name in hops:
            hop = hops[name]
            yield f"    repeats {plain(hop.parent)}" + ("" if hop.flags else ", unchanged")
            for flag, why in zip(hop.flags, hop.why, strict=True):
                yield f"    {flag.value}: {plain(why)}"
    for against in incident.contradictions:
        yield "  against each other:"
        for voice in against.voices:
            yield f"    {plain(voice.says)}: {', '.join(plain(each) for each in voice.sources)}"


def _said(told: Retelling) -> str:
    number = told.low if told.low is not None else told.high
    figure = f"{_BOUNDS.get(told.exactness, '')}{number}" if number is not None else "no figure"
    actors = " and ".join(plain(each.text) + (" (hedged)" if each.hedged else "") for each in told.actors)
    parts = [figure, told.verb.value if told.verb is not None else "", f"by {actors}" if actors else ""]
    return " ".join(part for part in parts if part) + (
        f", {told.certainty.value}" if told.certainty is not None else ""
    )
