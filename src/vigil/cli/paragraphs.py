"""Lines for whoever reads at a terminal: wrapped at words, each under its own indent."""

from collections.abc import Iterable

import typer
from rich.console import Console
from rich.text import Text

from vigil.publish.terminal_lines import TerminalLines

_WIDEST = 132
"""Beyond this the eye loses the line."""


def echo_wrapped(lines: Iterable[str], *, err: bool = False, console: Console | None = None) -> None:
    """Write the lines. Where nobody reads at a terminal a line stays a line, for whoever searches in them."""
    console = console or Console(stderr=err)
    if not console.is_terminal:
        for line in lines:
            typer.echo(line, err=err)
        return
    lay = TerminalLines(console, widest=_WIDEST)
    for line in lines:
        bare = line.lstrip(" ")
        wrapped = lay.paragraph(Text(lay.fit(bare)), indent=len(line) - len(bare))
        console.print(wrapped, no_wrap=True, overflow="ignore", crop=False, highlight=False, markup=False)
