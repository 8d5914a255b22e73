"""`vigil claims`: what is claimed in documents or in the posts of a case, by whom, how surely, on which words."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Protocol

import typer

from vigil import bootstrap
from vigil.cli.options import Json, PassphraseFile, Timezone, reader, zone
from vigil.cli.progress import progress_bar
from vigil.model.claim import Document, Reading
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.publish.claims_json import reading_page
from vigil.publish.claims_terminal import reading_lines
from vigil.usecases.ports import Progress
from vigil.usecases.read_claims import PassedOver, posts_of, read_claims


class Reader(Protocol):
    """Reads the claims of a document."""

    @property
    def version(self) -> str:
        """Its name and version."""
        ...

    def __call__(self, document: Document) -> Reading:
        """The claims of a document."""
        ...


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
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option("--gazetteer", metavar="FILE", help="A gazetteer of your own, CSV or GeoJSON: it goes first."),
    ] = None,
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
    shown.
    """
    if not files and case is None:
        raise InvalidInput("claims: name a file to read, or give --case")
    if files and case is not None:
        raise InvalidInput("claims: give files or --case, not both")
    day = _day(published)
    if endpoint is not None and case is not None:
        raise InvalidInput("claims: nothing a case holds is sent to an endpoint; give --endpoint with files only")
    read: Reader = (
        bootstrap.claim_endpoint(endpoint, model)
        if endpoint is not None
        else bootstrap.claim_reader(gazetteers=tuple(gazetteer or ()), rules_only=rules_only)
    )
    n_claims = n_documents = 0
    passed_over = PassedOver()
    with progress_bar("reading") as progress:
        for n_found in _shown(files, case, passphrase_file, day, as_of, timezone, read, passed_over, progress, as_json):
            n_documents += 1
            n_claims += n_found
    typer.echo(f"{counted(n_claims, 'claim')} in {counted(n_documents, 'document')}; read by {read.version}", err=True)
    if passed_over.n_held:
        typer.echo(
            f"{counted(passed_over.n_held, 'post')} held, deleted by their authors: not read, not shown", err=True
        )
    if passed_over.n_not_watched:
        typer.echo(f"{counted(passed_over.n_not_watched, 'post')} of those not to be watched: not read", err=True)


def _shown(  # noqa: PLR0917 - one case after another reads best
    files: list[Path] | None,
    case: str | None,
    passphrase_file: Path | None,
    day: date | None,
    as_of: str | None,
    timezone: str | None,
    read: Reader,
    passed_over: PassedOver,
    progress: Progress,
    as_json: bool,
) -> Iterator[int]:
    """Print each document's claims; gives how many they are."""
    if case is None:
        with bootstrap.documents() as opened:
            found = (each for path in files or () for each in opened.read(path, published_on=day))
            yield from _told(found, read, progress, as_json)
        return
    until = parse_instant(as_of) if as_of else bootstrap.clock()
    with reader(case, passphrase_file) as held:
        documents = posts_of(
            held, until=_checked(until), passed_over=passed_over, zone=zone(timezone) or bootstrap.utc()
        )
        yield from _told(documents, read, progress, as_json)


def _checked(until: datetime) -> datetime:
    if until.tzinfo is None:
        raise InvalidInput("--as-of: give its zone, such as 2016-12-14T05:00:00Z")
    return until


def _told(documents: Iterator[Document], read: Reader, progress: Progress, as_json: bool) -> Iterator[int]:
    for each in read_claims(documents, read=read, progress=progress):
        if as_json:
            typer.echo(_line(reading_page(each.reading)))
        else:
            for line in reading_lines(each.document, each.reading):
                typer.echo(line)
        yield len(each.reading.claims)


def _line(page: dict[str, object]) -> str:
    line = json.dumps(page, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can carry and UTF-8 cannot
        return json.dumps(page)
    return line


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidInput("--published: a day such as 2016-12-14") from error
