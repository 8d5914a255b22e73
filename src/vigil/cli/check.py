"""`vigil check`: the verdicts of a case as of a moment, on the terminal, as a page or as JSON Lines."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, Json, PassphraseFile, length, reader, writer
from vigil.cli.progress import progress_bar
from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant
from vigil.model.verdict import Verdict
from vigil.publish.outside_text import plain

if TYPE_CHECKING:
    from vigil.model.board import Board
    from vigil.usecases.check import Asked, Checked
    from vigil.usecases.check_words import HeldText
    from vigil.usecases.ports import CaseReader, CaseWriter

_EXIT_NOT_SATISFIED = 1


class PageLanguage(StrEnum):
    """Of the page's labels."""

    EN = "en"
    AR = "ar"


class FailOn(StrEnum):
    """Verdicts that can make the command exit 1."""

    DARK = "dark"
    ACCOUNT_CHANGED = "account_changed"
    RETURNED = "returned"
    OUTAGE = "outage"
    BLIND = "blind"


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command(
        "check",
        epilog="Examples: vigil check --case aleppo   ·   vigil check --case aleppo --as-of 2016-12-14T05:00:00Z --json"
        "   ·   vigil check --case aleppo --open",
    )(check_case)


def check_case(
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The moment: 2016-12-14T05:00:00Z. Default: now.", show_default=False)
    ] = None,
    as_json: Json = False,
    show_all: Annotated[bool, typer.Option("--all", help="Give a row to those who speak, too.")] = False,
    open_page: Annotated[
        bool, typer.Option("--open", help="Show the board as a page, from memory, to this machine only.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the board as a page. It is not encrypted.", show_default=False)
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Let --html replace a file that is there.")] = False,
    lang: Annotated[PageLanguage, typer.Option("--lang", help="Of the page: en, or ar.")] = PageLanguage.EN,
    fail_on: Annotated[
        list[FailOn] | None,
        typer.Option(
            "--fail-on", help="Exit 1 if an account or witness has this verdict. May be repeated.", show_default=False
        ),
    ] = None,
    budget: Annotated[
        float | None,
        typer.Option(
            "--budget",
            help="False alarms per account and year, 0.1 to 100. Default: the case's own.",
            show_default=False,
        ),
    ] = None,
    call_after: Annotated[
        str, typer.Option("--call-after", help="The plain limit for accounts too new for a rhythm: 24h, 90m, 2d.")
    ] = "24h",
    least_signs: Annotated[
        int, typer.Option("--least-signs", help="With fewer signs of life there is too little history.", min=2)
    ] = 20,
    least_days: Annotated[
        float, typer.Option("--least-days", help="With fewer days of them there is too little history.", min=0)
    ] = 14.0,
    false_discovery: Annotated[
        float | None,
        typer.Option(
            "--false-discovery",
            help="Say how many of the rarest alarms keep chance within this share, such as 0.2.",
            show_default=False,
        ),
    ] = None,
    show_held: Annotated[
        bool, typer.Option("--show-held", help="Open what authors deleted. Needs --reason and --by, and is logged.")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="Why held text is opened.", show_default=False)] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who opens it.", show_default=False)] = None,
) -> None:
    """Say who has gone dark, how rare that is for them, who near them still speaks, and whether we listened at all.

    Exits 0 whatever it finds, unless --fail-on is given. Nothing is written anywhere but with --html.
    """
    from vigil.usecases.check import Asked
    from vigil.usecases.check import show_held as open_held

    asked = Asked(
        as_of=_instant(as_of),
        budget_per_year=budget,
        call_after=length("--call-after", call_after),
        least_signs=least_signs,
        least_days=least_days,
        false_discovery=false_discovery,
    )
    if show_held and not ((reason or "").strip() and (by or "").strip()):
        raise InvalidInput("--show-held: say --reason and --by; who opened what, and why, is kept in the case")
    if html is not None:
        _refuse_page(html, overwrite=overwrite)
    held: tuple[HeldText, ...] = ()
    if show_held:
        with writer(case, passphrase_file) as opened:
            checked = _checked(opened, case, asked)
            held = open_held(opened, checked, reason=reason or "", by=by or "", now=bootstrap.clock())
    else:
        with reader(case, passphrase_file) as opened_to_read:
            checked = _checked(opened_to_read, case, asked)
    for notice in checked.notices:
        _say(notice)
    if html is not None:
        write_page(checked.board, html, lang=lang, overwrite=overwrite, unprotected=True)
    if as_json:
        from vigil.publish.findings_jsonl import findings_jsonl

        for line in findings_jsonl(checked.findings):
            typer.echo(line)
    elif not open_page:
        show_board(checked.board, show_all=show_all)
    _show_opened(held)
    if open_page:
        _serve(checked.board, lang)
    wanted = {Verdict(each.value) for each in fail_on or ()}
    if any(each.verdict in wanted or each.witness_verdict in wanted for each in checked.findings):
        raise typer.Exit(_EXIT_NOT_SATISFIED)


def show_board(board: "Board", *, show_all: bool = False) -> None:
    """The board on stdout, as wide as the terminal, plain in a pipe."""
    from rich.console import Console

    from vigil.publish.board_terminal import print_board

    print_board(board, Console(file=sys.stdout, soft_wrap=False), show_all=show_all)


def write_page(board: "Board", path: Path, *, lang: PageLanguage, overwrite: bool, unprotected: bool) -> None:
    """The board as a file, and on stderr what that means."""
    from vigil.publish.board_html import render_board_html
    from vigil.publish.private_file import write_private

    write_private(path, render_board_html(board, language=lang.value, unprotected=unprotected), overwrite=overwrite)
    if unprotected:
        _say(f"{path}: the board is written there unprotected: whoever has the file reads who is watched. Destroy it")
        _say("when it has been read.")
    else:
        _say(f"{path}: the board is written there; everything in it is simulated")


def _refuse_page(path: Path, *, overwrite: bool) -> None:
    """Refuse a page that could not be written before anything is computed for it."""
    from vigil.publish.private_file import refuse_unwritable

    refuse_unwritable(path, overwrite=overwrite)


def _checked(case: "CaseReader | CaseWriter", name: str, asked: "Asked") -> "Checked":
    from vigil.usecases.check import check

    with _waiting():
        return check(
            case,
            name=bootstrap.case_path(name).stem,
            rhythms=bootstrap.rhythms(case),
            now=bootstrap.clock(),
            asked=asked,
        )


@contextmanager
def _waiting() -> Iterator[None]:
    with progress_bar("reading rhythms") as progress:
        progress(0, None)
        yield


def _serve(board: "Board", lang: PageLanguage) -> None:
    from vigil.publish.board_html import render_board_html
    from vigil.web.board_server import serve_board

    announce: Callable[[str, bool], None] = _announce
    serve_board(render_board_html(board, language=lang.value), announce=announce)


def _announce(url: str, opened: bool) -> None:
    _say(f"the board is at {url}" + (", opened in your browser" if opened else ""))
    _say("it is served from memory, to this machine only; Ctrl-C ends it")


def _show_opened(held: "tuple[HeldText, ...]") -> None:
    """Each post once, with every rule it fell under."""
    rules: dict[tuple[str, str, datetime, str], list[str]] = {}
    for one in held:
        rules.setdefault((one.witness, one.word.post, one.word.published_at, one.text), []).append(one.word.rule)
    for (witness, _, at, text), found in rules.items():
        said = ("rule " if len(found) == 1 else "rules ") + ", ".join(dict.fromkeys(found))
        _say(f"held, opened: {witness}, {at:%Y-%m-%d %H:%M} UTC, {said}: {text}")


def _instant(text: str | None) -> datetime | None:
    try:
        return parse_instant(text) if text else None
    except InvalidInput as fault:
        raise InvalidInput(f"--as-of: {fault}") from fault


def _say(sentence: str) -> None:
    typer.echo(plain(sentence), err=True)
