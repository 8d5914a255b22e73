"""`vigil demo`: the whole story on a simulated siege. Needs no data, writes one page, and says where."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil import bootstrap
from vigil.cli.check import PageLanguage, show_board, write_page
from vigil.cli.progress import progress_bar
from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.publish.outside_text import plain
from vigil.publish.words import words_for

if TYPE_CHECKING:
    from vigil.usecases.demo import Scene

DEFAULT_PAGE = Path("vigil-demo.html")


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command(
        "demo", epilog="Examples: vigil demo   ·   vigil demo --as-of 2016-12-20T05:00:00Z --html siege.html --seed 7"
    )(demo)


def demo(
    *,
    seed: Annotated[int, typer.Option("--seed", help="Of the simulation: the same seed, the same siege.", min=0)] = 1,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="The morning to end with. Default: 2016-12-14T05:00:00Z.", show_default=False),
    ] = None,
    html: Annotated[
        Path, typer.Option("--html", help="The page to write; one of an earlier demo is replaced.")
    ] = DEFAULT_PAGE,
    no_html: Annotated[bool, typer.Option("--no-html", help="Write no page.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Give a row to those who speak, too.")] = False,
    lang: Annotated[PageLanguage, typer.Option("--lang", help="Of the page: en, or ar.")] = PageLanguage.EN,
) -> None:
    """Tell the whole story on a simulated siege, and show its morning board. Needs no data.

    Nobody in it exists. What happens around them follows the public record of eastern Aleppo in December 2016.
    """
    from vigil.usecases.demo import tell

    until = _instant(as_of)
    if not no_html and html.exists() and not _is_ours(html):
        raise InvalidInput(f"{html}: there is a file of this name that no demo wrote; give another with --html")
    typer.echo("SIMULATED: a besieged city, some sixty witnesses, none of whom exist.", err=True)
    with progress_bar("simulating four months") as progress:
        progress(0, None)
        siege, case = bootstrap.simulated(seed)
        scene = tell(siege, case=case, rhythms=bootstrap.rhythms_as_shipped(), told=_tell, as_of=until)
    typer.echo("")
    show_board(scene.board, show_all=show_all)
    if not no_html:
        write_page(scene.board, html, lang=lang, overwrite=True, unprotected=False)


def _tell(scene: "Scene") -> None:
    typer.echo("")
    typer.echo(plain(f"{scene.as_of:%d %B %Y, %H:%M} UTC: {scene.title}."))
    for line in scene.lines:
        typer.echo(f"  - {plain(line)}.")


def _instant(text: str | None) -> datetime | None:
    try:
        return parse_instant(text) if text else None
    except InvalidInput as fault:
        raise InvalidInput(f"--as-of: {fault}") from fault


def _is_ours(page: Path) -> bool:
    """Whether a file is the page of an earlier demo, in any language: then it may be replaced."""
    says = [words_for(lang.value)("simulated_says") for lang in PageLanguage]
    try:
        with page.open(encoding="utf-8") as file:
            begins = file.read(200_000)
            return any(said in begins for said in says)
    except (OSError, UnicodeDecodeError):
        return False
