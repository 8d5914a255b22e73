"""The board as one page that needs nothing else: no script, no picture, no request to anywhere.

It reads in light and dark, on a telephone, on paper, from the right and from the left, and by ear.
"""

import base64
import hashlib
from datetime import datetime
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from vigil.model.board import Board, WitnessRow
from vigil.model.verdict import Verdict
from vigil.publish.outside_text import plain
from vigil.publish.strip_drawing import HEIGHT, draw_strip
from vigil.publish.words import Language, words_for

"""Verdicts someone has to act on: their rows carry their reasons in full."""


def render_board_html(board: Board, *, language: Language = "en", unprotected: bool = False) -> str:
    """The board as a page.

    Args:
        board: What to show.
        language: Of the labels; what people wrote stays as they wrote it.
        unprotected: The page will be a file that anybody can open: it then says so at its head.
    """
    words = words_for(language)
    style = _style()
    return (
        _environment()
        .get_template("board.html.j2")
        .render(
            board=board,
            words=words,
            unprotected=unprotected,
            style=Markup(style),  # noqa: S704 - our own sheet, with nothing of anybody's in it
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            sections=[(heading, list(rows)) for heading, rows in groupby(board.rows, key=_heading_of)],
            strip_height=HEIGHT,
            span=_strip_span(board),
            case=plain(board.case),
            model=plain(board.model) or words("rarity_unknown"),
            draw=lambda strip: draw_strip(strip, words),
        )
    )


def _heading_of(row: WitnessRow) -> Verdict:
    """The heading a row stands under: one too new for a rhythm but beyond the plain limit stands with the dark."""
    return Verdict.DARK if row.past_plain_limit else row.verdict


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vigil.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["outside"] = _outside
    return environment


@cache
def _style() -> str:
    environment = _environment()
    if environment.loader is None:  # pragma: no cover - it was given one above
        return ""
    return environment.loader.get_source(environment, "board.css")[0]


def _outside(text: str) -> Markup:
    """Text from outside: it acts on nothing, and keeps its own direction."""
    return Markup('<bdi dir="auto">{}</bdi>').format(escape(plain(text)))


def _strip_span(board: Board) -> tuple[datetime, datetime] | None:
    """Which days the strips show, for the head of their column."""
    strips = [account.strip for row in board.rows for account in row.accounts if account.strip is not None]
    return (strips[0].begin, strips[0].end) if strips else None
