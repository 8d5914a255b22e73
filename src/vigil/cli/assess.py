"""`vigil assess`: each document as one incident file."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from vigil import bootstrap
from vigil.cli.options import Json
from vigil.cli.progress import progress_bar
from vigil.model.counted import counted
from vigil.usecases.ports import Rejected

_EXIT_REFUSED = 1
_MOST_TOLD = 20
"""Refused lines told one by one; the rest is counted."""


class CodebookName(StrEnum):
    """Whose rules turn claims into figures."""

    AIRWARS = "airwars"
    UCDP = "ucdp"
    LITERAL = "literal"


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
    codebook: Annotated[
        CodebookName, typer.Option("--codebook", help="Whose rules turn claims into figures.")
    ] = CodebookName.AIRWARS,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option("--gazetteer", metavar="FILE", help="A gazetteer of your own, CSV or GeoJSON: it goes first."),
    ] = None,
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
    from vigil.sources.documents.kept_lines import documents_or_refused
    from vigil.usecases.assess_documents import assess_documents

    path = None if as_json or out is None or str(out) == "-" else out
    if path is not None:
        refuse_unwritable(path, overwrite=overwrite, inputs=[file])
    tools = bootstrap.assessment_tools(codebook.value, gazetteers=tuple(gazetteer or ()), rules_only=rules_only)
    n_done, refused = 0, list[Rejected]()
    with (
        _stdout() if path is None else private_file(path, overwrite=overwrite) as stream,
        progress_bar("assessing") if path is not None else nullcontext(_untold) as progress,
    ):
        for each in assess_documents(documents_or_refused(file), tools=tools, progress=progress):
            if isinstance(each, Rejected):
                refused.append(each)
                continue
            n_done += 1
            stream.write(_line(assessment_page(each)))
    for one in refused[:_MOST_TOLD]:
        typer.echo(f"{file}, line {one.position}: {'; '.join(one.reasons)}", err=True)
    if len(refused) > _MOST_TOLD:
        typer.echo(f"and {counted(len(refused) - _MOST_TOLD, 'further line')} refused", err=True)
    typer.echo(
        f"{counted(n_done, 'document')} assessed by {codebook.value}, {counted(len(refused), 'line')} refused", err=True
    )
    if refused:
        raise typer.Exit(_EXIT_REFUSED)


@contextmanager
def _stdout() -> Iterator[BinaryIO]:
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def _untold(done: int, total: int | None, note: str = "") -> None:
    """Lines on stdout are progress enough."""


def _line(page: dict[str, object]) -> bytes:
    try:
        return (json.dumps(page, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can carry and UTF-8 cannot
        return (json.dumps(page) + "\n").encode()
