"""`vigil claims`: what is claimed in documents or in the posts of a case, by whom, how surely, on which words."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.json_lines import json_line
from vigil.cli.options import Json, PassphraseFile, Timezone, zone
from vigil.cli.paragraphs import echo_wrapped
from vigil.cli.progress import progress_bar
from vigil.cli.refusals import RefusedLines
from vigil.cli.weighing import Gazetteers, instant, opened
from vigil.model.claim import Document, Reading
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.publish.claims_json import reading_page
from vigil.publish.claims_terminal import reading_lines
from vigil.usecases.testimony.read_case import CaseReading, Reader, read_case
from vigil.usecases.testimony.read_claims import read_claims
from vigil.usecases.testimony.trace_drift import document_of

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE...]", help="Plain text, HTML, PDF, or JSON Lines with id, text, published_at, lang."),
]


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command(
        "claims",
        epilog="Examples: vigil claims report.pdf --published 2016-12-14   ·   vigil claims news.jsonl --json"
        "   ·   vigil claims --case aleppo",
    )(claims)


def claims(
    files: Files = None,
    *,
    case: Annotated[
        str | None, typer.Option("--case", help="Read the posts this case holds.", show_default=False)
    ] = None,
    passphrase_file: PassphraseFile = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DAY", help="The day files were published, where they do not say."),
    ] = None,
    gazetteer: Gazetteers = None,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Read without a grammar: many times as fast, and less surely.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="INSTANT", help="With --case: leave out what was published later.")
    ] = None,
    timezone: Timezone = None,
    endpoint: Annotated[
        str | None,
        typer.Option("--endpoint", metavar="URL", help="Ask this OpenAI-compatible service: FILE's text goes there."),
    ] = None,
    model: Annotated[str, typer.Option("--model", help="With --endpoint: which model is to answer.")] = "",
    as_json: Json = False,
) -> None:
    """Show what is claimed to have happened, by whom, how surely, and on which words it rests.

    A claim is what somebody says, and never more than that. What an author deleted is held: it is neither read nor
    shown. Broken lines of JSON are named with their numbers, the others are read, and the exit code is 1.
    """
    if not files and case is None:
        raise InvalidInput("claims: name a file to read, or give --case")
    if files and case is not None:
        raise InvalidInput("claims: give files or --case, not both")
    if published is not None and case is not None:
        raise InvalidInput(
            "claims: --published is of files; what is kept in a case is dated by `vigil keep --published`"
        )
    day = _day(published)
    if endpoint is not None and case is not None:
        raise InvalidInput("claims: nothing a case holds is sent to an endpoint; give --endpoint with files only")
    read: Reader = (
        bootstrap.claim_endpoint(endpoint, model)
        if endpoint is not None
        else bootstrap.claim_reader(gazetteers=tuple(gazetteer or ()), rules_only=rules_only)
    )
    n_claims = n_documents = 0
    lines = RefusedLines()
    if case is not None:
        said = _of_case(case, passphrase_file, as_of, timezone, read)
        n_documents = said.n_texts
        for publication, reading in said.said:
            _show(document_of(publication), reading, publication.keepers_date, as_json=as_json)
            n_claims += len(reading.claims)
    else:
        with bootstrap.documents() as opened_files, progress_bar("reading") as progress:
            found = (
                each
                for path in files or ()
                for each in lines.set_aside(path, opened_files.read(path, published_on=day))
            )
            for each in read_claims(found, read=read, progress=progress):
                _show(each.document, each.reading, as_json=as_json)
                n_documents += 1
                n_claims += len(each.reading.claims)
        said = None
    lines.tell(f"{counted(n_claims, 'claim')} in {counted(n_documents, 'document')}; read by {read.version}")
    if said is not None:
        _passed_over(said)


def _of_case(
    case: str, passphrase_file: Path | None, as_of: str | None, timezone: str | None, read: Reader
) -> CaseReading:
    with (
        opened(case, passphrase_file) as (reading, keep),
        bootstrap.kept_documents() as unpack,
        progress_bar("reading") as progress,
    ):
        return read_case(
            reading,
            until=instant(as_of),
            reader=read,
            unpack=unpack,
            zone=zone(timezone) or bootstrap.utc(),
            keep=keep,
            progress=progress,
        )


def _passed_over(said: CaseReading) -> None:
    if said.n_held:
        typer.echo(f"{counted(said.n_held, 'text')} held, deleted by their authors: not read, not shown", err=True)
    if said.n_not_watched:
        typer.echo(f"{counted(said.n_not_watched, 'text')} of those not to be watched: not read", err=True)
    if said.n_refused_lines:
        typer.echo(
            f"{counted(said.n_refused_lines, 'line')} of kept files that could not be read as documents", err=True
        )
    if said.unreadable:
        typer.echo(f"{counted(len(said.unreadable), 'capture')} in which no text could be read", err=True)


def _show(document: Document, reading: Reading, keepers_date: str | None = None, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json_line(reading_page(reading, keepers_date=keepers_date)))
    else:
        echo_wrapped(reading_lines(document, reading, keepers_date=keepers_date))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidInput("--published: a day such as 2016-12-14") from error
