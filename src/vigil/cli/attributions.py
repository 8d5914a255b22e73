"""`vigil attributions`: who says what in documents, and on which words."""

from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.json_lines import json_line, standard_output
from vigil.cli.progress import progress_bar
from vigil.cli.refusals import RefusedLines
from vigil.model.counted import counted
from vigil.publish.attributions_json import attributions_page
from vigil.publish.private_file import private_file, refuse_unwritable
from vigil.usecases.read_attributions import read_attributions_of

EPILOG = (
    "Examples: vigil attributions news.jsonl --out said.jsonl   ·   vigil attributions report.pdf   ·   "
    "vigil attributions news.jsonl --rules-only"
)


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("attributions", epilog=EPILOG)(attributions)


def attributions(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="English: JSON Lines with id and text, plain text, HTML or PDF."),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="The JSON Lines file to write; - is stdout.", show_default=False),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Let --out replace a file that is there.")] = False,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Read without a grammar: many times as fast, and less surely.")
    ] = False,
) -> None:
    """Show who says what in documents, and on which words.

    The source, the words that make it a saying, what is said, and how surely. One line of JSON a document. Spans are
    [begin, end) in characters of the text; a source that is not named is null. Broken lines of JSON are named with
    their numbers, the others are read, and the exit code is 1.
    """
    path = None if out is None or str(out) == "-" else out
    if path is not None:
        refuse_unwritable(path, overwrite=overwrite, inputs=files)
    read = bootstrap.attribution_reader(rules_only=rules_only)
    n_documents = n_said = 0
    refused = RefusedLines()
    with (
        progress_bar("reading") as progress,
        bootstrap.documents() as opened,
        standard_output() if path is None else private_file(path, overwrite=overwrite) as lines,
    ):
        documents = (each for path in files for each in refused.set_aside(path, opened.read(path)))
        for each in read_attributions_of(documents, read=read, progress=progress):
            page = attributions_page(each.document.id, each.attributions)
            n_documents += 1
            n_said += len(page["attributions"]) if isinstance(page["attributions"], list) else 0
            lines.write(f"{json_line(page)}\n".encode())
    found = f"{counted(n_said, 'attribution')} in {counted(n_documents, 'document')}"
    refused.tell(f"{found}; read by {read.version}")
