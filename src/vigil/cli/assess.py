"""`vigil assess`: each document as one incident file."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.json_lines import json_line, standard_output
from vigil.cli.options import Json
from vigil.cli.progress import progress_bar
from vigil.cli.refusals import RefusedLines
from vigil.cli.weighing import Codebook, Gazetteers
from vigil.incidents.weighing import CODEBOOK
from vigil.model.counted import counted


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command(
        "assess",
        epilog="Examples: vigil assess news.jsonl --out assessed.jsonl   ·   vigil assess news.jsonl --json"
        "   ·   vigil assess news.jsonl --out assessed.jsonl --codebook ucdp",
    )(assess)


def assess(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.jsonl",
            help="JSON Lines, a document a line: id, title, text, published_at, source, lang.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="The JSON Lines file to write; - is stdout.", show_default=False),
    ] = None,
    codebook: Codebook = CODEBOOK,
    gazetteer: Gazetteers = None,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Read without a grammar: many times as fast, and less surely.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Let --out replace a file that is there.")] = False,
    as_json: Json = False,
) -> None:
    """Assess each document as one incident: range of casualties, violations, victims, perpetrators, place and date.

    What is given is what the document says, with the words each answer rests on and the claims behind it; null is not
    stated. Broken lines are named with their numbers, the others are assessed, and the exit code is 1.
    """
    from vigil.publish.assessments_jsonl import assessment_page
    from vigil.publish.private_file import private_file, refuse_unwritable
    from vigil.sources.documents.jsonl_file import documents_or_refused
    from vigil.usecases.assess_documents import assess_documents

    path = None if as_json or out is None or str(out) == "-" else out
    if path is not None:
        refuse_unwritable(path, overwrite=overwrite, inputs=[file])
    tools = bootstrap.assessment_tools(codebook, gazetteers=tuple(gazetteer or ()), rules_only=rules_only)
    n_done, lines = 0, RefusedLines()
    with (
        standard_output() if path is None else private_file(path, overwrite=overwrite) as stream,
        progress_bar("assessing") if path is not None else nullcontext(_untold) as progress,
    ):
        documents = lines.set_aside(file, documents_or_refused(file))
        for each in assess_documents(documents, tools=tools, progress=progress):
            n_done += 1
            stream.write(f"{json_line(assessment_page(each))}\n".encode())
    lines.tell(f"{counted(n_done, 'document')} assessed by {codebook}")


def _untold(done: int, total: int | None, note: str = "") -> None:
    """Lines on stdout are progress enough."""
