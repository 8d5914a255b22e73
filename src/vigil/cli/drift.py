"""`vigil drift`: how a figure changed as it was repeated."""

from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.json_lines import json_line
from vigil.cli.options import Json, PassphraseFile
from vigil.cli.paragraphs import echo_wrapped
from vigil.cli.progress import progress_bar
from vigil.cli.refusals import RefusedLines
from vigil.cli.weighing import AsOf, Codebook, Gazetteers, Zone, opened, weighed_case
from vigil.incidents.weighing import CODEBOOK
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.publish.drift_terminal import aside_line, drift_lines
from vigil.publish.incident_json import drift_page
from vigil.sources.publications_file import publications_or_refused
from vigil.usecases.testimony.trace_drift import read_all, trace_drift
from vigil.usecases.testimony.weigh_case import drift_of


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
    whoever came later may know more. Broken lines of JSON are named with their numbers, the others are read, and the
    exit code is 1.
    """
    if bool(files) == (case is not None):
        raise InvalidInput("drift: name files, or give --case; one of the two")
    lines = RefusedLines()
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
            documents = (each for path in files or () for each in lines.set_aside(path, publications_or_refused(path)))
            said = read_all(documents, read=read, progress=progress)
            found = trace_drift(said, figure=figure, codebook=codebook)
    if as_json:
        typer.echo(json_line(drift_page(found)))
    else:
        for incident in found.incidents:
            echo_wrapped(drift_lines(incident))
        echo_wrapped(map(aside_line, found.asides))
    lines.tell(
        f"{counted(len(found.publications), 'document')}, {counted(len(found.incidents), 'incident')}, "
        f"{counted(len(found.origins), 'independent origin')}; read by {'; '.join(found.readers) or 'nobody'}"
    )
